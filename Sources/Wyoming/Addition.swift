/// What Jarvis and its speech worker say to each other beyond the protocol. Other servers and clients ignore these events, as the protocol asks.
///
/// Times are in milliseconds of the microphone's audio.
public enum Addition: Sendable, Hashable {
    /// Followed by `audio-chunk`, `playback` and `wake-judged`; answered, until the client leaves or sends `audio-stop`, by `voice-started`, `voice-stopped`,
    /// `detection`, `cleaned` and `reached`.
    case listen(Listen)
    /// The next piece of what is played beside the microphone, when it begins to be heard there.
    case playback(AudioLayout, [UInt8])
    /// Whether the wake word had been said that was told of last.
    case wakeJudged(wasSaid: Bool)
    /// The microphone's audio with echo and noise taken out.
    case cleaned(AudioLayout, [UInt8])
    /// Everything before this time was listened to.
    case reached(timestamp: Int)
    /// Followed by audio; answered by `voice-embedding`.
    case embedVoice
    /// What a voice sounds like, as numbers, and the model that says so.
    case voiceEmbedding([Float], model: String)
    /// What is said in this home, for the recogniser of commands and as hot words; replaces what was set before for the language. Answered by `done`.
    case setVocabulary(Vocabulary)
    case done
    /// Followed by `audio-file` pieces and `audio-stop`; answered by `audio-start`, `audio-chunk`, `audio-stop`.
    case decode
    /// The next piece of a file in some format.
    case audioFile([UInt8])

    /// What to listen for.
    public struct Listen: Sendable, Hashable {
        /// Names of wake words; none when empty.
        public var wakeWords: [String]
        public var cancelsEcho: Bool
        public var suppressesNoise: Bool

        public init(wakeWords: [String] = [], cancelsEcho: Bool = false, suppressesNoise: Bool = false) {
            self.wakeWords = wakeWords
            self.cancelsEcho = cancelsEcho
            self.suppressesNoise = suppressesNoise
        }
    }

    /// What is said in a home, in one language.
    public struct Vocabulary: Sendable, Hashable {
        /// A tag as in `info`.
        public var language: String
        /// Commands as they are spoken, with lists in them.
        public var sentences: [String]
        /// What can stand in sentences, by the name that stands in braces there: `allume {room}`.
        public var lists: [String: [String]]
        /// Of rooms, devices and people.
        public var names: [String]

        public init(language: String, sentences: [String], lists: [String: [String]] = [:], names: [String] = []) {
            self.language = language
            self.sentences = sentences
            self.lists = lists
            self.names = names
        }
    }
}

extension Addition {
    init?(_ event: Event) throws(WyomingError) {
        let fields = Fields(event)
        switch event.type {
        case "listen":
            self = .listen(
                Listen(
                    wakeWords: try fields.strings("wake_words"), cancelsEcho: try fields.bool("cancels_echo") ?? false,
                    suppressesNoise: try fields.bool("suppresses_noise") ?? false))
        case "playback":
            let layout = try AudioLayout(fields)
            self = .playback(layout, try layout.wholeSamples(event))
        case "wake-judged": self = .wakeJudged(wasSaid: try fields.bool("was_said") ?? true)
        case "cleaned":
            let layout = try AudioLayout(fields)
            self = .cleaned(layout, try layout.wholeSamples(event))
        case "reached": self = .reached(timestamp: try fields.milliseconds("timestamp") ?? 0)
        case "embed-voice": self = .embedVoice
        case "voice-embedding": self = .voiceEmbedding(try fields.numbers("values").map(Float.init), model: try fields.required("model"))
        case "set-vocabulary":
            self = .setVocabulary(
                Vocabulary(
                    language: try fields.required("language"), sentences: try fields.strings("sentences"), lists: try fields.lists("lists"),
                    names: try fields.strings("names")))
        case "done": self = .done
        case "decode": self = .decode
        case "audio-file": self = .audioFile(event.payload)
        default: return nil
        }
    }

    var event: Event {
        switch self {
        case .listen(let request):
            Event(
                type: "listen",
                data: [
                    "wake_words": .array(request.wakeWords.map(WireValue.string)), "cancels_echo": .bool(request.cancelsEcho),
                    "suppresses_noise": .bool(request.suppressesNoise),
                ])
        case .playback(let layout, let bytes): Event(type: "playback", data: layout.fields, payload: bytes)
        case .wakeJudged(let wasSaid): Event(type: "wake-judged", data: ["was_said": .bool(wasSaid)])
        case .cleaned(let layout, let bytes): Event(type: "cleaned", data: layout.fields, payload: bytes)
        case .reached(let time): Event(type: "reached", data: ["timestamp": .number(Double(time))])
        case .embedVoice: Event(type: "embed-voice")
        case .voiceEmbedding(let values, let model):
            Event(type: "voice-embedding", data: ["values": .array(values.map { .number(Double($0)) }), "model": .string(model)])
        case .setVocabulary(let vocabulary):
            Event(
                type: "set-vocabulary",
                data: [
                    "language": .string(vocabulary.language), "sentences": .array(vocabulary.sentences.map(WireValue.string)),
                    "lists": .object(vocabulary.lists.mapValues { .array($0.map(WireValue.string)) }),
                    "names": .array(vocabulary.names.map(WireValue.string)),
                ])
        case .done: Event(type: "done")
        case .decode: Event(type: "decode")
        case .audioFile(let bytes): Event(type: "audio-file", payload: bytes)
        }
    }
}
