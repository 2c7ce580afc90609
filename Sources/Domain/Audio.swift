public import Base

/// How samples are laid out: interleaved signed 16-bit little-endian PCM at `rate` hertz.
public struct AudioFormat: Sendable, Hashable {
    public var rate: Int
    public var channels: Int

    public init(rate: Int, channels: Int = 1) {
        self.rate = rate
        self.channels = channels
    }
}

/// A piece of audio: whole samples in `format`.
public struct AudioChunk: Sendable, Hashable {
    public var format: AudioFormat
    public var bytes: [UInt8]

    public init(format: AudioFormat, bytes: [UInt8]) {
        self.format = format
        self.bytes = bytes
    }

    /// In seconds.
    public var duration: Double { Double(bytes.count / 2 / max(1, format.channels)) / Double(max(1, format.rate)) }
}

/// What is to be said.
public struct SpeechRequest: Sendable, Hashable {
    public var text: String
    public var language: Language
    /// `nil`: the engine's default for the language.
    public var voice: String?
    /// 1 is the voice's own pace; 0.5 to 2.
    public var speed: Double

    public init(text: String, language: Language, voice: String? = nil, speed: Double = 1) {
        self.text = text
        self.language = language
        self.voice = voice
        self.speed = speed
    }
}

/// Text to speech. Throws `Problem.unavailable` when the engine is down; the caller then goes on in text.
public protocol Synthesizer: Sendable {
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws
    func voices() async throws -> [Voice]
}

/// A voice that can be asked for.
public struct Voice: Sendable, Hashable {
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
