private import Glibc
import Wyoming

/// Answers Wyoming clients: what voices there are, and texts said aloud.
struct SpeechDesk: Sendable {
    /// The longest text of one request, in Unicode scalars.
    static let maximumText = 10_000
    /// Audio of one piece that may wait for its reader, in chunks of a tenth of a second. A piece is a few sentences, so only a
    /// pathological text (a piece that takes minutes to say) meets it.
    private static let maximumWaiting = 6_000

    private let engine: Espeak
    private let defaultVoice: EspeakVoice
    private let info: Info

    init(engine: Espeak, defaultVoice: String) throws(EngineError) {
        guard let voice = engine.voices.named(defaultVoice) else {
            throw EngineError("there is no voice '\(defaultVoice)': ask for a language tag like fr or en-gb")
        }
        self.engine = engine
        self.defaultVoice = voice
        info = Self.describe(engine)
    }

    /// Answers one client until it leaves.
    func serve(_ connection: Connection) async throws(WyomingError) {
        while let message = try await connection.receive() {
            switch message {
            case .describe: try await connection.send(.info(info))
            case .ping(let text): try await connection.send(.pong(text))
            case .synthesize(let request):
                do {
                    try await say(request, to: connection)
                } catch let refusal as Refusal {
                    try await connection.send(.error(refusal.failure))
                } catch let error as WyomingError {
                    throw error
                } catch {
                    // An EngineError: it holds nothing of the text.
                    Main.say("\(error)\n", to: STDERR_FILENO)
                    try await connection.send(.error(Failure(text: "\(error)", code: "engine")))
                }
            case .transcribe: try await connection.send(.error(Failure(text: "this service speaks and does not listen", code: "unsupported")))
            default:
                // The protocol asks to ignore what one does not know, or expect.
                continue
            }
        }
    }

    private struct Refusal: Error {
        let failure: Failure
    }

    private func voice(for request: Synthesize) throws -> EspeakVoice {
        if let name = request.voice {
            guard let voice = engine.voices.named(name) else {
                throw Refusal(failure: Failure(text: "there is no such voice: `describe` lists them", code: "unknown_voice"))
            }
            return voice
        }
        guard let language = request.language else { return defaultVoice }
        guard let voice = engine.voices.speaking(language) else {
            throw Refusal(failure: Failure(text: "no voice speaks this language: `describe` lists them", code: "unknown_voice"))
        }
        return voice
    }

    private func say(_ request: Synthesize, to connection: Connection) async throws {
        guard request.text.unicodeScalars.count <= Self.maximumText else {
            let text = "a text may have \(Self.maximumText) characters at most: send it in several requests"
            throw Refusal(failure: Failure(text: text, code: WyomingError.Code.tooLarge.name))
        }
        let voice = try voice(for: request)
        let layout = AudioLayout(rate: engine.sampleRate)
        let pieces = SpokenText.pieces(of: request.text)
        try await connection.send(.audioStart(layout))
        // Piece by piece, and the next only when the last was taken: a long text does not keep others waiting, nor does a slow reader.
        for (index, piece) in pieces.enumerated() {
            let (audio, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.maximumWaiting))
            let words = SpokenText.spoken(piece, language: voice.tag)
            async let saying: Void = {
                defer { continuation.finish() }
                try await engine.speak(words, voice: voice, speed: request.speed ?? 1, isLast: index == pieces.count - 1, into: continuation)
            }()
            do {
                for await bytes in audio { try await connection.send(.audioChunk(layout, bytes)) }
            } catch {
                // The client went away: the engine notices at its next chunk.
                continuation.finish()
                throw error
            }
            try await saying
        }
        try await connection.send(.audioStop)
    }

    private static func describe(_ engine: Espeak) -> Info {
        let address = "https://github.com/espeak-ng/espeak-ng"
        func about(_ name: String, _ description: String) -> Info.About {
            Info.About(name: name, description: description, version: engine.version, author: "espeak-ng", address: address)
        }
        let voices = engine.voices.map { Info.Model(about: about($0.name, $0.title), languages: $0.languages) }
        return Info(textToSpeech: [Info.Program(about: about("espeak-ng", "Formant synthesis, no model needed"), models: voices)])
    }
}
