import Foundation
import HTTPClient
import Synchronization
import TestSupport
import Testing

/// `jarvis serve stt tts` as a process of its own.
@Suite struct SpeechServices {
    @Test func theyRunBesideAnotherJarvisOnTheSameFolder() async throws {
        let program = try Program(
            language: "en", ["BACKEND_PORT": "0", "INTERFACE_PORT": "0", "STT_API_PORT": "0", "TTS_API_PORT": "0", "JARVIS_HOST": "127.0.0.1"])
        let backend = try await Serving(program, ["serve", "backend"], services: ["backend"])
        let speech = try await Serving(program, ["serve", "stt", "tts"], services: ["stt", "tts"])
        let client = try HTTPClient()
        defer { client.shutDown() }
        let (stt, tts) = (try #require(speech.addresses["stt"]), try #require(speech.addresses["tts"]))

        let said = try await client.send(
            HTTPRequest(
                tts + "/synthesize", method: "POST", headers: ["Content-Type": "application/json"],
                body: Array(#"{"text":"Turn on the light.","language":"en"}"#.utf8)))
        #expect(said.status == 200 && said.body.prefix(4).elementsEqual("RIFF".utf8))
        let heard = try await client.send(
            HTTPRequest(stt + "/transcribe", method: "POST", headers: ["Content-Type": "audio/wav"], body: said.body))
        #expect(heard.status == 200)
        let transcript = try #require(try JSONSerialization.jsonObject(with: Data(heard.body)) as? [String: Any])
        #expect(transcript["text"] as? String == "turn on the light")
        _ = try await client.send(HTTPRequest(stt + "/transcribe", method: "POST", headers: ["Content-Type": "audio/wav"], body: Array("no".utf8)))

        let metrics = String(decoding: try await client.send(HTTPRequest(stt + "/metrics")).body, as: UTF8.self)
        for line in [
            "stt_transcribe_requests_total 1", "stt_errors_total 0", "stt_transcribe_duration_seconds_count 1", "tts_synthesis_requests_total 1",
        ] { #expect(metrics.contains(line + "\n"), "\(line)") }
        #expect(try await client.send(HTTPRequest(tts + "/health")).status == 200)
        let backendAddress = try #require(backend.addresses["backend"])
        #expect(try await client.send(HTTPRequest(backendAddress + "/health")).status == 200)
        #expect(await speech.stop() == 0)
        #expect(await backend.stop() == 0)
    }

    /// Alone, a service that does not listen is of no use.
    @Test func aTakenPortIsAnError() async throws {
        let taken = try MockServer { _ in .problem(404, "") }
        let outcome = try await Program(language: "en", ["TTS_API_PORT": String(taken.port), "JARVIS_HOST": "127.0.0.1"]).run("serve", "tts")
        #expect(outcome.code == 1 && outcome.complaints.contains(String(taken.port)), "\(outcome.complaints)")
    }
}
