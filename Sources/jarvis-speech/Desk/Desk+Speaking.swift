import AudioCodecs
import Base
import SpokenText
import Synthesis
import Wyoming

extension Desk {
    /// The longest text of one request, in Unicode scalars.
    static let maximumText = 10_000
    /// Audio of one piece that may wait for its reader, in chunks of a tenth of a second. A piece is a few sentences, so only a
    /// pathological text (a piece that takes minutes to say) meets it.
    private static let maximumWaiting = 6_000

    /// Says a whole text, which may be SSML.
    func say(_ request: Synthesize, to connection: Connection) async throws {
        guard request.text.unicodeScalars.count <= Self.maximumText else { throw Self.tooLong }
        let speaker = try speaker(for: request)
        let passages: [SpokenMarkup.Piece]
        do throws(SpokenMarkup.Malformed) { passages = try SpokenMarkup.parse(request.text) } catch {
            throw Refusal("malformed_text", "this SSML cannot be read. \(error)")
        }
        let voice = Mouth(connection: connection, layout: speaker.layout)
        try await connection.send(.audioStart(speaker.layout))
        for (index, passage) in passages.enumerated() {
            switch passage {
            case .silence(let duration): try await voice.pause(duration)
            case .text(let passage):
                let speaker = try self.speaker(for: request, passage) ?? speaker
                let pieces = speaker.pieces(of: passage)
                // Piece by piece, and the next only when the last was taken: a long text does not keep others waiting, nor does a slow reader.
                for (number, piece) in pieces.enumerated() {
                    let isLast = number == pieces.count - 1 && index == passages.count - 1
                    try await say(speaker.piece(piece, passage, isLast: isLast), by: speaker, through: voice)
                }
            }
        }
        try await connection.send(.audioStop)
    }

    /// Says a text that comes in pieces, each sentence as soon as it is whole.
    func sayStream(_ request: Synthesize, _ connection: Connection) async throws {
        let speaker = try speaker(for: request)
        var text = "", length = 0
        let voice = Mouth(connection: connection, layout: speaker.layout)
        try await connection.send(.audioStart(speaker.layout))
        func say(_ text: String, isLast: Bool) async throws {
            let passage = SpokenMarkup.Passage(text), pieces = speaker.pieces(of: passage)
            for (index, piece) in pieces.enumerated() {
                try await self.say(speaker.piece(piece, passage, isLast: isLast && index == pieces.count - 1), by: speaker, through: voice)
            }
        }
        while let message = try await connection.receive(within: Self.patience) {
            switch message {
            case .synthesizeChunk(let next):
                length += next.unicodeScalars.count
                guard length <= Self.maximumText else { throw Self.tooLong }
                text += next
                if let end = text.endOfSentences {
                    try await say(String(text[..<end]), isLast: false)
                    text = String(text[end...])
                }
            case .synthesizeStop:
                try await say(text, isLast: true)
                try await connection.send(.audioStop)
                return try await connection.send(.synthesizeStopped)
            default:
                // The whole text comes too, for servers that do not know its pieces.
                continue
            }
        }
    }

    private static let tooLong = Refusal(
        WyomingError.Code.tooLarge.name, "a text may have \(maximumText) characters at most: send it in several requests")

    /// Who says it, and how.
    private struct Speaker {
        let engine: any SpeechEngine
        let voice: SpeechVoice
        let request: Synthesize

        var layout: AudioLayout { AudioLayout(rate: voice.sampleRate) }

        func pieces(of passage: SpokenMarkup.Passage) -> [String] {
            // Languages that Jarvis does not speak are said as they are written.
            let language = voice.languages.lazy.compactMap { Language(tag: $0) }.first
            return SpokenText.pieces(of: language.map { passage.written(language: $0) } ?? passage.text)
        }

        func piece(_ text: String, _ passage: SpokenMarkup.Passage, isLast: Bool) -> SpeechPiece {
            SpeechPiece(
                text, voice: voice.name, speaker: request.speaker, speed: (request.speed ?? 1) * passage.rate, volume: passage.volume, pitch: passage.pitch,
                isLast: isLast)
        }
    }

    /// Hands audio to a client in the layout that was announced, whichever voice it is of.
    private struct Mouth {
        let connection: Connection
        let layout: AudioLayout

        func send(_ bytes: [UInt8]) async throws { try await connection.send(.audioChunk(layout, bytes)) }

        func pause(_ duration: Duration) async throws {
            let tenth = layout.rate / 10 * 2
            var left = Int(duration / .milliseconds(1)) * layout.rate / 1000 * 2
            while left > 0 {
                try await send([UInt8](repeating: 0, count: min(left, tenth)))
                left -= tenth
            }
        }

        /// What turns a voice's audio into the layout; `nil` when it is in it.
        func resampler(for voice: SpeechVoice) throws -> Resampler? {
            voice.sampleRate == layout.rate ? nil : try Resampler(from: voice.sampleRate, to: layout.rate)
        }
    }

    /// Who says a passage that asks for a voice or a language of its own; `nil` for who says the rest. Nobody is found: the rest's.
    private func speaker(for request: Synthesize, _ passage: SpokenMarkup.Passage) throws -> Speaker? {
        guard passage.voice != nil || passage.language != nil else { return nil }
        var request = request
        request.voice = passage.voice
        request.language = passage.language
        return try? speaker(for: request)
    }

    private func speaker(for request: Synthesize) throws -> Speaker {
        func find(_ voice: ([SpeechVoice]) -> SpeechVoice?) throws -> Speaker {
            for engine in rig.inventory.speech { if let voice = voice(engine.voices) { return Speaker(engine: engine, voice: voice, request: request) } }
            throw Refusal("unknown_voice", "there is no such voice, or none for this language: `describe` lists them")
        }
        if let name = request.voice {
            // A name before a language that is written alike.
            if let exact = try? find({ $0.first { $0.name == name } }) { return exact }
            return try find { $0.named(name) }
        }
        return try find { $0.speaking(request.language ?? defaultVoice) ?? (request.language == nil ? $0.named(defaultVoice) : nil) }
    }

    private func say(_ piece: SpeechPiece, by speaker: Speaker, through mouth: Mouth) async throws {
        let resampler = try mouth.resampler(for: speaker.voice)
        func send(_ bytes: [UInt8]) async throws {
            if let resampler { try await mouth.send(resampler.convert(bytes.samples).bytes) } else { try await mouth.send(bytes) }
        }
        // espeak-ng is faster than looking.
        let isKept = speaker.voice.engine != "espeak-ng"
        if isKept, let audio = spoken.audio(of: piece, by: speaker.voice.engine) {
            for bytes in audio { try await send(bytes) }
            return
        }
        let (audio, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.maximumWaiting))
        let engine = speaker.engine
        async let saying: Void = {
            defer { continuation.finish() }
            try await engine.say(piece, into: continuation)
        }()
        var kept: [[UInt8]] = []
        do {
            for await bytes in audio {
                try await send(bytes)
                if isKept { kept.append(bytes) }
            }
        } catch {
            // The client went away: the engine notices at its next chunk.
            continuation.finish()
            throw error
        }
        try await saying
        if isKept { spoken.keep(kept, of: piece, by: speaker.voice.engine) }
    }
}

extension String {
    /// Where the last sentence that is surely whole ends: behind a mark that something else follows.
    fileprivate var endOfSentences: Index? {
        var end: Index?
        var index = startIndex
        while index < endIndex {
            let next = self.index(after: index)
            if self[index].isNewline { end = next } else if ".!?…".contains(self[index]), next < endIndex, self[next].isWhitespace { end = next }
            index = next
        }
        return end
    }
}

extension SpeechEngine {
    /// As `describe` lists it: its voices by engine.
    var programs: [Info.Program] {
        var programs: [Info.Program] = []
        for voice in voices {
            let about = Info.About(
                name: voice.name, description: "\(voice.title) (\(voice.licence))", version: version, author: voice.engine, address: voice.source)
            if programs.last?.about.name != voice.engine {
                let engine = Info.About(
                    name: voice.engine, description: "Text to speech", version: version, author: voice.engine, address: voice.source)
                programs.append(Info.Program(about: engine, models: []))
            }
            programs[programs.count - 1].models.append(Info.Model(about: about, languages: voice.languages))
        }
        return programs
    }

    private var version: String? {
        guard let espeak = self as? Espeak else { return nil }
        let version: String = espeak.version
        return version
    }
}
