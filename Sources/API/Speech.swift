public import Foundation

/// `POST /synthesize`: a text to be said.
public struct SynthesizeRequest: Codable, Hashable, Sendable {
    public var text: String
    /// As `GET /voices` names it; the default for the language without it.
    public var voice: String?
    /// `fr` or `en`.
    public var language: String?
    /// 0.5 to 2; 1 without it.
    public var speed: Double?
    /// `wav` (without it), `pcm` or `opus`.
    public var format: String?

    public init(text: String, voice: String? = nil, language: String? = nil, speed: Double? = nil, format: String? = nil) {
        self.text = text
        self.voice = voice
        self.language = language
        self.speed = speed
        self.format = format
    }
}

/// `GET /voices`: one that can be asked for.
public struct VoiceBody: Codable, Hashable, Sendable {
    public var name: String
    /// ISO 639-1, with or without a region.
    public var languages: [String]
    public var engine: String

    public init(name: String, languages: [String], engine: String) {
        self.name = name
        self.languages = languages
        self.engine = engine
    }
}

/// `POST /transcribe`: what was said in a recording.
public struct TranscriptBody: Codable, Hashable, Sendable {
    /// A stretch of it, in seconds.
    public struct Segment: Codable, Hashable, Sendable {
        public var start: Double
        public var end: Double
        public var text: String

        public init(start: Double, end: Double, text: String) {
            self.start = start
            self.end = end
            self.text = text
        }
    }

    /// Empty when nothing was understood.
    public var text: String
    /// ISO 639-1.
    public var language: String?
    /// Of the recording, in seconds.
    public var duration: Double
    public var segments: [Segment]
    /// 0 to 1, when the engine tells.
    public var confidence: Double?
    public var engine: String?

    public init(text: String, language: String?, duration: Double, segments: [Segment], confidence: Double? = nil, engine: String? = nil) {
        self.text = text
        self.language = language
        self.duration = duration
        self.segments = segments
        self.confidence = confidence
        self.engine = engine
    }
}

/// `POST /voice-print`: three to six recordings of one sentence each.
public struct VoicePrintRequest: Codable, Hashable, Sendable {
    /// WAV, FLAC, Ogg, WebM or MP3.
    public var recordings: [Data]

    public init(recordings: [Data]) { self.recordings = recordings }
}

/// `GET /voice-print`: what is kept of the caller's voice.
public struct VoicePrintBody: Codable, Hashable, Sendable {
    public var model: String
    public var sentences: Int
    public var enrolledAt: Date

    public init(model: String, sentences: Int, enrolledAt: Date) {
        self.model = model
        self.sentences = sentences
        self.enrolledAt = enrolledAt
    }

    enum CodingKeys: String, CodingKey {
        case model, sentences
        case enrolledAt = "enrolled_at"
    }
}
