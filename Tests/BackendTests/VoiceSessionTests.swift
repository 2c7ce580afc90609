import API
import AudioCodecs
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import Synchronization
import Testing

/// Tells what it is given: the seconds of audio at each sign that something ends.
private struct Parrot: VoiceDesk {
    func converse(
        _ settings: VoiceSettings, as principal: Principal, input: AsyncStream<VoiceInput>, to sink: @escaping @Sendable (VoiceEvent) async throws -> Void
    ) async throws {
        func say(_ text: String) async throws {
            try await sink(.transcript(Transcript(text: text, language: settings.languages[0]), isFinal: true, speaker: .known(.init(), name: "A", score: 1)))
        }
        try await sink(settings.opening == .speech ? .listening : .asleep)
        var samples = 0
        for await each in input {
            switch each {
            case .audio(let audio): samples += audio.bytes.count / 2
            case .button(let isDown): try await say(isDown ? "down" : "up")
            case .stopped: try await say("\(samples)")
            case .interrupted: try await sink(.interrupted)
            case .playbackEnded: try await say("played")
            case .text(let text): try await sink(.reply(.text(delta: text)))
            }
        }
    }
}

/// An open connection.
private final class Line {
    let socket: WebSocketClient
    init(_ house: House, _ token: String) async throws {
        let port = try #require(house.server.boundPort)
        socket = try await WebSocketClient("ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(token)"]))
    }

    func next() async throws -> API.ReplyEvent? {
        guard case .text(let text)? = try await socket.receive() else { return nil }
        return try JSON.decode(API.ReplyEvent.self, from: Data(text.utf8))
    }

    func problem() async throws -> String? {
        guard case .error(let problem)? = try await next() else { return nil }
        return problem.detail
    }

    func heard() async throws -> String? {
        guard case .transcript(let transcript)? = try await next() else { return nil }
        #expect(transcript.final && transcript.speaker == "A")
        return transcript.text
    }

    func start(_ audio: String, _ more: String = "") async throws { try await socket.send(#"{"type":"start","mode":"voice","audio":\#(audio)\#(more)}"#) }
}

@Suite struct VoiceSessionTests {
    private func withLine(_ desk: (any VoiceDesk)? = Parrot(), _ body: (Line) async throws -> Void) async throws {
        let house = try await House(conversing: desk)
        let token = try await house.owner()
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let line = try await Line(house, token)
        try await body(line)
        line.socket.close()
        shutdown.request()
        try await serving
    }

    @Test(arguments: [(16_000, 16_000), (48_000, 16_000), (44_100, 16_000), (8_000, 16_000)])
    func microphonesOfAnyRateAreHeard(_ rate: Int, _ expected: Int) async throws {
        try await withLine { line in
            try await line.start(#"{"format":"pcm_s16le","rate":\#(rate)}"#)
            #expect(try await line.next() == .listening)
            // A second, in frames of 20 ms.
            for _ in 0..<50 { try await line.socket.send(.binary([UInt8](repeating: 1, count: rate / 50 * 2))) }
            try await line.socket.send(#"{"type":"stop"}"#)
            let samples = Int(try await line.heard() ?? "") ?? 0
            #expect(abs(samples - expected) < 400, "\(samples)")
        }
    }

    @Test func opusIsHeard() async throws {
        try await withLine { line in
            try await line.start(#"{"format":"opus","rate":48000}"#)
            #expect(try await line.next() == .listening)
            let encoder = try OpusEncoder(rate: 48_000)
            for _ in 0..<10 { try await line.socket.send(.binary(try encoder.packet([Int16](repeating: 500, count: encoder.frame)[...]))) }
            try await line.socket.send(.binary([UInt8]()))
            #expect(try await line.problem()?.contains("Opus") == true)
            try await line.socket.send(#"{"type":"stop"}"#)
            #expect(try await line.heard() == "3200")
        }
    }

    @Test func whatIsSaidAndDoneReachesTheConversation() async throws {
        try await withLine { line in
            try await line.start(#"{"format":"pcm_s16le","rate":16000}"#, #","opening":"wake","language":"fr""#)
            #expect(try await line.next() == .asleep)
            try await line.socket.send(#"{"type":"button","down":true}"#)
            try await line.socket.send(#"{"type":"button","down":false}"#)
            #expect(try await line.heard() == "down")
            #expect(try await line.heard() == "up")
            try await line.socket.send(#"{"type":"interrupt"}"#)
            #expect(try await line.next() == .interrupted)
            try await line.socket.send(#"{"type":"played"}"#)
            #expect(try await line.heard() == "played")
            try await line.socket.send(#"{"type":"text","text":"bonjour"}"#)
            #expect(try await line.next() == .text(delta: "bonjour"))
            // The same connection, otherwise.
            try await line.start(#"{"format":"pcm_s16le","rate":16000}"#)
            #expect(try await line.next() == .listening)
            try await line.socket.send(#"{"type":"start","mode":"text"}"#)
            try await line.socket.send(#"{"type":"text","text":"heure"}"#)
            #expect(try await line.next() == .text(delta: "Il est 9 h."))
        }
    }

    @Test func badInputIsOneClearErrorAndTheConnectionLives() async throws {
        try await withLine { line in
            try await line.socket.send(.binary([UInt8](repeating: 0, count: 640)))
            #expect(try await line.problem()?.contains("voice mode") == true)
            for audio in [#"{"format":"mp3","rate":16000}"#, #"{"format":"pcm_s16le","rate":1}"#, #"{"format":"pcm_s16le","rate":-5}"#] {
                try await line.start(audio)
                #expect(try await line.problem()?.hasPrefix("audio.") == true)
            }
            try await line.socket.send(#"{"type":"start","mode":"voice"}"#)
            #expect(try await line.problem()?.contains("needs audio") == true)
            try await line.start(#"{"format":"pcm_s16le","rate":16000}"#)
            #expect(try await line.next() == .listening)
            try await line.socket.send(.binary([UInt8](repeating: 0, count: 641)))
            #expect(try await line.problem()?.contains("middle of a sample") == true)
            try await line.socket.send(.binary([UInt8](repeating: 0, count: 640)))
            try await line.socket.send(#"{"type":"stop"}"#)
            #expect(try await line.heard() == "320")
        }
    }

    @Test func whereNothingHearsVoiceIsRefused() async throws {
        try await withLine(nil) { line in
            try await line.start(#"{"format":"pcm_s16le","rate":16000}"#)
            guard case .error(let problem)? = try await line.next() else {
                Issue.record("voice was taken")
                return
            }
            #expect(problem.status == 503)
            try await line.socket.send(#"{"type":"text","text":"heure"}"#)
            #expect(try await line.next() == .text(delta: "Il est 9 h."))
        }
    }
}
