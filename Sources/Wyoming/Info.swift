/// What a server offers: its answer to `describe`. Kinds of service that Jarvis does not use are left out.
public struct Info: Sendable, Hashable {
    public var speechToText: [Program]
    public var textToSpeech: [Program]
    /// Its models are wake words.
    public var wakeWords: [Program]
    /// What it is when it is a satellite.
    public var satellite: About?
    /// The area in which a satellite says that it stands.
    public var area: String?
    /// Whether transcripts come, and texts are taken, in pieces (`transcript-chunk`, `synthesize-chunk`).
    public var isStreaming: Bool

    public init(
        speechToText: [Program] = [], textToSpeech: [Program] = [], wakeWords: [Program] = [], satellite: About? = nil, area: String? = nil,
        isStreaming: Bool = false
    ) {
        self.speechToText = speechToText
        self.textToSpeech = textToSpeech
        self.wakeWords = wakeWords
        self.satellite = satellite
        self.area = area
        self.isStreaming = isStreaming
    }

    /// An engine.
    public struct Program: Sendable, Hashable {
        public var about: About
        /// Its models (speech to text) or voices (text to speech).
        public var models: [Model]

        public init(about: About, models: [Model]) {
            self.about = about
            self.models = models
        }
    }

    /// A model or a voice.
    public struct Model: Sendable, Hashable {
        public var about: About
        /// Language tags as the server writes them: `fr`, `fr-FR`, `fr_FR`.
        public var languages: [String]

        public init(about: About, languages: [String]) {
            self.about = about
            self.languages = languages
        }
    }

    /// What is said of every program and model.
    public struct About: Sendable, Hashable {
        /// What to ask for.
        public var name: String
        public var description: String?
        public var version: String?
        /// Who made it, and where it is from.
        public var author: String
        public var address: String
        public var isInstalled: Bool

        public init(name: String, description: String? = nil, version: String? = nil, author: String, address: String, isInstalled: Bool = true) {
            self.name = name
            self.description = description
            self.version = version
            self.author = author
            self.address = address
            self.isInstalled = isInstalled
        }
    }
}

extension Info {
    init(_ fields: Fields) throws(WyomingError) {
        let satellite = try fields.object("satellite")
        self.init(
            speechToText: try Self.programs(fields.objects("asr"), "models"), textToSpeech: try Self.programs(fields.objects("tts"), "voices"),
            wakeWords: try Self.programs(fields.objects("wake"), "models"), satellite: try satellite.map(About.init), area: try satellite?.string("area"))
    }

    private static func programs(_ all: [Fields], _ models: String) throws(WyomingError) -> [Program] {
        var programs: [Program] = []
        for fields in all {
            var program = Program(about: try About(fields), models: [])
            for model in try fields.objects(models) {
                program.models.append(Model(about: try About(model), languages: try model.strings("languages")))
            }
            programs.append(program)
        }
        return programs
    }

    var fields: [String: WireValue] {
        let streams = WireValue.bool(isStreaming)
        return Fields.of([
            "asr": .array(speechToText.map { $0.value("models", ["supports_transcript_streaming": streams]) }),
            "tts": .array(textToSpeech.map { $0.value("voices", ["supports_synthesize_streaming": streams]) }),
            "wake": .array(wakeWords.map { $0.value("models", [:]) }),
            "satellite": satellite.map { .object($0.fields.merging(["area": area.map(WireValue.string) ?? .null]) { $1 }) },
        ])
    }
}

extension Info.Program {
    fileprivate func value(_ models: String, _ additions: [String: WireValue]) -> WireValue {
        var fields = about.fields.merging(additions) { first, _ in first }
        fields[models] = .array(self.models.map(\.value))
        return .object(fields)
    }
}

extension Info.Model {
    fileprivate var value: WireValue {
        var fields = about.fields
        fields["languages"] = .array(languages.map(WireValue.string))
        return .object(fields)
    }
}

extension Info.About {
    fileprivate init(_ fields: Fields) throws(WyomingError) {
        let attribution = try fields.object("attribution")
        self.init(
            name: try fields.required("name"), description: try fields.string("description"), version: try fields.string("version"),
            author: try attribution?.string("name") ?? "", address: try attribution?.string("url") ?? "",
            isInstalled: try fields.bool("installed") ?? true)
    }

    /// Absent descriptions and versions are written as `null`, because the reference wants the members to be there.
    fileprivate var fields: [String: WireValue] {
        [
            "name": .string(name), "description": description.map(WireValue.string) ?? .null, "version": version.map(WireValue.string) ?? .null,
            "attribution": ["name": .string(author), "url": .string(address)], "installed": .bool(isInstalled),
        ]
    }
}
