import Base
import Domain
import Foundation
import HTTPClient
import Lifecycle
import Observability
import Speech
import TestSupport
import Testing

/// A real Home Assistant that hears and speaks through Jarvis.
@Suite(
    .timeLimit(.minutes(4)),
    .enabled(
        if: HomeAssistantServer.isWanted && Recordings.homeAssistantKnowsWyoming && Recordings.areThere,
        "Home Assistant is not installed, or without its part for Wyoming"))
struct HomeAssistantSpeechTests {
    @Test func homeAssistantUsesJarvis() async throws {
        let port = try #require((try? Self.freePort()) ?? nil)
        try await Worker.run(listen: "127.0.0.1:\(port)") { worker async throws in
            try await worker.speech.set(
                Vocabulary(language: .english, sentences: ["turn on the {room} light", "what time is it"], lists: ["room": ["living room", "kitchen"]]))
            let house = try await HomeAssistantServer()
            let result: Result<Void, any Error>
            do {
                try await Self.use(house, port: port)
                result = .success(())
            } catch { result = .failure(error) }
            try await house.stop(atOnce: true)
            try result.get()
        }
    }

    private static func use(_ house: HomeAssistantServer, port: Int) async throws {
        let client = try HTTPClient()
        func ask(_ method: String, _ path: String, _ body: [UInt8] = [], _ headers: HTTPHeaders = [:]) async throws -> [UInt8] {
            var headers = headers
            headers.add("Authorization", "Bearer \(house.token)")
            if headers["Content-Type"] == nil { headers.add("Content-Type", "application/json") }
            let response = try await client.send(HTTPRequest(house.url + path, method: method, headers: headers, body: body))
            #expect(response.isSuccess, "\(method) \(path): \(response.status) \(response.text.prefix(300))")
            return response.body
        }
        func json(_ bytes: [UInt8]) throws -> JSONValue { try JSON.decode(JSONValue.self, from: Data(bytes)) }

        let flow = try json(try await ask("POST", "/api/config/config_entries/flow", Array(#"{"handler": "wyoming"}"#.utf8)))
        let id = try #require(flow["flow_id"]?.string)
        let entry = try json(try await ask("POST", "/api/config/config_entries/flow/\(id)", Array(#"{"host": "127.0.0.1", "port": \#(port)}"#.utf8)))
        #expect(entry["type"]?.string == "create_entry", "\(entry)")

        // The parts come up a moment later.
        var names: [String] = []
        for _ in 0..<50 where !(names.contains { $0.hasPrefix("stt.") } && names.contains { $0.hasPrefix("tts.") }) {
            try await Task.sleep(for: .milliseconds(200))
            names = try json(try await ask("GET", "/api/states")).array?.compactMap { $0["entity_id"]?.string } ?? []
        }
        let listener = try #require(names.first { $0.hasPrefix("stt.") && !$0.contains("demo") })
        let speaker = try #require(names.first { $0.hasPrefix("tts.") && !$0.contains("demo") })

        let metadata = "format=wav; codec=pcm; sample_rate=16000; bit_rate=16; channel=1; language=en"
        let heard = try json(
            try await ask(
                "POST", "/api/stt/\(listener)", WAV.file(try Recordings.speech()), ["X-Speech-Content": metadata, "Content-Type": "audio/wav"]))
        #expect(heard["text"]?.string == "turn on the living room light", "\(heard)")

        let question = #"{"engine_id": "\#(speaker)", "message": "Il est neuf heures", "language": "fr", "options": {"preferred_format": "wav"}}"#
        let place = try json(try await ask("POST", "/api/tts_get_url", Array(question.utf8)))
        let path = try #require(place["path"]?.string)
        let audio = try await ask("GET", path)
        // As Home Assistant hands it out: WAV from Jarvis, or what it made of it.
        #expect(audio.count > 5_000)
    }

    private static func freePort() throws -> Int? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in(), size = socklen_t(MemoryLayout<sockaddr_in>.size)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(descriptor, address, size) == 0, getsockname(descriptor, address, &size) == 0 else { return nil }
                return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { Int(UInt16(bigEndian: $0.pointee.sin_port)) }
            }
        }
    }
}

extension Recordings {
    static let homeAssistantKnowsWyoming: Bool = {
        let packages = Paths.root.appending(path: ".jarvis/home-assistant/lib/python3.11/site-packages").path
        return ["wyoming", "webrtc_noise_gain"].allSatisfy { FileManager.default.fileExists(atPath: "\(packages)/\($0)") }
    }()
}
