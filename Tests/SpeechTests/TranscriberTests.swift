import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Speech
import Synchronization
import TestSupport
import Testing
import Wyoming

/// The transcriber with servers that do not behave.
@Suite(.timeLimit(.minutes(2))) struct TranscriberTests {
    private static let audio = AudioChunk(format: .speech, bytes: (0..<64_000).map { UInt8(truncatingIfNeeded: $0 * 7) })

    /// A server that goes away in the middle, and another that takes its place: the text is that of all that was said.
    @Test func anUtteranceIsSaidAnewToTheNextServer() async throws {
        for moment in [0, 1, 30_000, 63_999] {
            let visits = Mutex(0)
            try await FakeServer.run { connection in
                let visit = visits.withLock { visits in
                    visits += 1
                    return visits
                }
                var heard: [UInt8] = []
                while let message = try await connection.receive() {
                    if case .audioChunk(_, let bytes) = message { heard += bytes }
                    if visit == 1, heard.count > moment { return }
                    if case .audioStop = message {
                        return try await connection.send(.transcript(Transcript(text: "\(heard == Self.audio.bytes)", language: "fr")))
                    }
                }
            } body: { service in
                let transcript = try await WyomingTranscriber(service).transcribe(Self.audio, TranscriptionRequest(languages: [.french]))
                #expect(transcript.text == "true" && transcript.language == .french, "\(moment)")
            }
            #expect(visits.withLock { $0 } == 2)
        }
    }

    /// A server that always dies of an utterance is not asked for ever.
    @Test func anUtteranceThatKillsIsGivenUp() async throws {
        let visits = Mutex(0)
        try await FakeServer.run { connection in
            visits.withLock { $0 += 1 }
            _ = try await connection.receive()
        } body: { service in
            let problem = await #expect(throws: Problem.self) {
                try await WyomingTranscriber(service).transcribe(Self.audio, TranscriptionRequest(languages: [.french]))
            }
            #expect(problem?.code == .unavailable)
        }
        #expect((2...4).contains(visits.withLock { $0 }))
    }

    @Test func whatIsAskedForIsTold() async throws {
        let asked = Mutex<[Transcribe]>([])
        try await FakeServer.run { connection in
            while let message = try await connection.receive() {
                if case .transcribe(let request) = message { asked.withLock { $0.append(request) } }
                if case .audioChunk = message { try await connection.send(.partialTranscript(Transcript(text: "al"))) }
                if case .audioStop = message { try await connection.send(.transcript(Transcript(text: "allume"))) }
            }
        } body: { service in
            let transcriber = WyomingTranscriber(service)
            let request = TranscriptionRequest(languages: [.french, .english], hotWords: ["salon"], wantsPartials: true)
            let transcription = try await transcriber.transcription(request)
            try await transcription.append(AudioChunk(format: .speech, bytes: [0, 0]))
            var partials = transcription.partials.makeAsyncIterator()
            #expect(await partials.next()?.text == "al")
            #expect(try await transcription.finish().text == "allume")
            _ = try await transcriber.transcribe(Self.audio, TranscriptionRequest(languages: [.english]))
        }
        let requests = asked.withLock { $0 }
        #expect(requests.first == Transcribe(context: .init(languages: ["fr", "en"], hotWords: ["salon"], wantsPartials: true)))
        #expect(requests.last?.language == "en")
    }

    /// What a server says when it hangs up is what is told.
    @Test(arguments: [("too_large", Problem.Code.tooLarge, "too long"), ("busy", .unavailable, "try again"), ("too_short", .invalid, "too little speech")])
    func aRefusalIsToldAsItIs(_ said: String, _ code: Problem.Code, _ words: String) async throws {
        try await FakeServer.run { connection in
            _ = try await connection.receive()
            try await connection.send(.error(Failure(text: "x", code: said)))
        } body: { service in
            let problem = await #expect(throws: Problem.self) {
                try await WyomingTranscriber(service).transcribe(Self.audio, TranscriptionRequest(languages: [.french]))
            }
            #expect(problem?.code == code && problem?.detail.contains(words) == true)
        }
    }

    @Test func theNextEngineIsAskedWhenOneIsNotThere() async throws {
        try await FakeServer.run { connection in
            while let message = try await connection.receive() {
                if case .audioStop = message { try await connection.send(.transcript(Transcript(text: "oui"))) }
            }
        } body: { service in
            let folder = try Paths.temporaryFolder()
            let absent = WyomingTranscriber(WyomingService(endpoint: .unix(path: folder.file("none"))))
            let chain = FallbackTranscriber([absent, WyomingTranscriber(service)], log: .silent)
            #expect(try await chain.transcribe(Self.audio, TranscriptionRequest(languages: [.french])).text == "oui")
            let problem = await #expect(throws: Problem.self) {
                try await FallbackTranscriber([absent], log: .silent).transcribe(Self.audio, TranscriptionRequest(languages: [.french]))
            }
            #expect(problem?.code == .unavailable)
        }
    }
}

/// A Wyoming server in this process.
enum FakeServer {
    static func run(
        _ serve: @escaping @Sendable (Connection) async throws -> Void, body: @Sendable (WyomingService) async throws -> Void
    ) async throws {
        let folder = try Paths.temporaryFolder()
        let endpoint = Endpoint.unix(path: folder.file("s.sock"))
        let server = try Server(listeningOn: endpoint)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await server.run { connection throws(WyomingError) in
                    // A client that leaves is no failure here.
                    do { try await serve(connection) } catch { return }
                }
            }
            defer { group.cancelAll() }
            try await body(WyomingService(endpoint: endpoint, timeLimits: .init(connect: .seconds(30), answer: .seconds(30))))
        }
    }
}
