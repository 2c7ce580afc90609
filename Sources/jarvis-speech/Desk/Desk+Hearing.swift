import Recognition
import Wyoming

extension Desk {
    /// The longest utterance, in seconds.
    private static let longestUtterance = 600
    /// A microphone may be listened to for a day; a client that does so longer comes again.
    private static let longestListening = 86_400
    /// A voice is told by less.
    private static let longestVoice = 120

    /// Writes down what is said.
    func transcribe(_ request: Transcribe, _ connection: Connection) async throws {
        let languages = request.language.map { [$0] } ?? request.context.languages
        let utterance = try await rig.recognizer(request.model, languages).open(
            RecognitionRequest(languages: languages, hotWords: request.context.hotWords, wantsPartials: request.context.wantsPartials, model: request.model))
        var intake = Intake(limit: Self.longestUtterance), told: Hypothesis?
        while let message = try await connection.receive(within: Self.patience) {
            switch message {
            case .audioChunk(let layout, let bytes):
                try await utterance.accept(try intake.take(layout, bytes))
                guard request.context.wantsPartials, let partial = utterance.partial(), partial != told else { continue }
                told = partial
                try await connection.send(.partialTranscript(Transcript(partial)))
            case .audioStop:
                let transcript = Transcript(try await utterance.finish())
                if request.context == .init() {
                    // In pieces for those who read them so; the others ignore these.
                    try await connection.send(.transcriptStart(language: transcript.language))
                    try await connection.send(.transcriptChunk(transcript.text))
                    try await connection.send(.transcriptStop)
                }
                return try await connection.send(.transcript(transcript))
            default: continue
            }
        }
    }

    /// Waits for wake words.
    func detect(_ names: [String], _ connection: Connection) async throws {
        let known = rig.inventory.wakeWords.map(\.about.name)
        guard names.allSatisfy(known.contains), !known.isEmpty else { throw Refusal("unknown_model", "there is no such wake word: `describe` lists them") }
        var isDetected = false
        try await hear(.init(wakeWords: names.isEmpty ? known : names), connection) { message in
            guard case .detection = message else { return false }
            isDetected = true
            return true
        }
        if !isDetected { try await connection.send(.notDetected) }
    }

    /// Tells when somebody speaks: audio that nothing was asked of.
    func detectVoice(_ connection: Connection) async throws {
        try await hear(.init(), connection) { message in
            switch message {
            case .voiceStarted, .voiceStopped: true
            default: false
            }
        }
    }

    /// Tells Jarvis everything about a microphone.
    func listen(_ request: Addition.Listen, _ connection: Connection) async throws { try await hear(request, connection) { _ in true } }

    /// Hands what comes in to an ear, and what it notices to the client, until the audio ends.
    private func hear(_ request: Addition.Listen, _ connection: Connection, isWanted: (Message) -> Bool) async throws {
        guard let maker = rig.inventory.ear else { throw Refusal.noModel }
        rig.microphoneOpened()
        let ear = try await maker.engine().ear(request)
        var intake = Intake(limit: Self.longestListening), playback = Intake(limit: Self.longestListening)
        while let message = try await connection.receive(within: Self.patience) {
            switch message {
            case .audioChunk(let layout, let bytes):
                for noticed in try await ear.append(try intake.take(layout, bytes)) where isWanted(noticed) { try await connection.send(noticed) }
            case .addition(.playback(let layout, let bytes)): try await ear.played(try playback.take(layout, bytes))
            case .addition(.wakeJudged(let wasSaid)): try await ear.judged(wakeWasSaid: wasSaid)
            case .audioStop: return
            default: continue
            }
        }
        // The client left: there is nobody to tell that nothing was heard.
        throw WyomingError(.closed, "the client left")
    }

    /// Says in numbers what a voice sounds like.
    func embed(_ connection: Connection) async throws {
        guard let embedder = rig.inventory.embedder else { throw Refusal.noModel }
        var intake = Intake(limit: Self.longestVoice), samples: [Int16] = []
        while let message = try await connection.receive(within: Self.patience) {
            switch message {
            case .audioChunk(let layout, let bytes): samples += try intake.take(layout, bytes)
            case .audioStop:
                let printer = try await embedder.engine()
                return try await connection.send(.addition(.voiceEmbedding(try await printer.embed(samples), model: printer.model)))
            default: continue
            }
        }
    }
}

extension Transcript {
    fileprivate init(_ heard: Hypothesis) {
        self.init(
            text: heard.text, language: heard.language, words: heard.words.map { Word(text: $0.text, start: $0.start, end: $0.end) },
            confidence: heard.confidence, engine: heard.engine)
    }
}
