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
