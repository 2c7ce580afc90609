import Base
import Domain
import Foundation
import HTTPClient
import Observability
import Speech
import Synchronization
import TestSupport
import Testing

/// Speech servers behind OpenAI's API.
@Suite(.timeLimit(.minutes(1))) struct OpenAISpeechTests {
    private static let audio = AudioChunk(format: .speech, bytes: (0..<6400).map { UInt8(truncatingIfNeeded: $0) })

    @Test func aRecordingIsSentAsAForm() async throws {
        let server = try RawServer { _ in
            RawServer.answer("200 OK", headers: ["Content-Type: application/json"], #"{"text": " Allume le salon. ", "language": "french"}"#)
        }
        let place = OpenAISpeechServer(url: server.url, model: "whisper-1", key: Secret("k"), client: try HTTPClient())
        let transcript = try await OpenAITranscriber(place).transcribe(Self.audio, TranscriptionRequest(languages: [.french], hotWords: ["salon", "Zoé"]))
        #expect(transcript.text == "Allume le salon." && transcript.language == .french)
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/audio/transcriptions HTTP/1.1")
        #expect(request.headers["authorization"] == "Bearer k")
        let body = String(decoding: request.body, as: UTF8.self)
        for part in [
            "name=\"model\"\r\n\r\nwhisper-1\r\n", "name=\"language\"\r\n\r\nfr\r\n", "name=\"prompt\"\r\n\r\nsalon, Zoé\r\n", "filename=\"speech.wav\"",
        ] {
            #expect(body.contains(part), "\(part)")
        }
        #expect(request.body.count > Self.audio.bytes.count + 44)
    }

    @Test func speechComesAsItIsMade() async throws {
        let server = try RawServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nTransfer-Encoding: chunked\r\n\r\n")
            let file = WAV.header(AudioFormat(rate: 24_000), dataLength: nil) + Self.audio.bytes
            // In pieces that end anywhere.
            for start in stride(from: 0, to: file.count, by: 31) {
                let piece = Array(file[start..<min(start + 31, file.count)])
                connection.send(Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8))
            }
            connection.send("0\r\n\r\n")
        }
        let place = OpenAISpeechServer(url: server.url + "/v1/", model: "tts-1", client: try HTTPClient())
        let heard = Recording()
        try await OpenAISynthesizer(place, voice: "alloy").synthesize(SpeechRequest(text: "Bonjour", language: .french, speed: 1.5)) { await heard.add($0) }
        #expect(await heard.audio == AudioChunk(format: AudioFormat(rate: 24_000), bytes: Self.audio.bytes))
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/audio/speech HTTP/1.1")
        let body = String(decoding: request.body, as: UTF8.self)
        for part in [#""input":"Bonjour""#, #""voice":"alloy""#, #""response_format":"wav""#, #""speed":1.5"#] { #expect(body.contains(part), "\(part)") }
    }

    @Test(arguments: [(401, Problem.Code.unavailable), (413, .tooLarge), (500, .unavailable)])
    func refusalsAreProblems(_ status: Int, _ code: Problem.Code) async throws {
        let server = try RawServer { _ in RawServer.answer("\(status) X", "no") }
        let place = OpenAISpeechServer(url: server.url, model: "m", client: try HTTPClient())
        let heard = await #expect(throws: Problem.self) {
            try await OpenAITranscriber(place).transcribe(Self.audio, TranscriptionRequest(languages: [.french]))
        }
        #expect(heard?.code == code)
        let said = await #expect(throws: Problem.self) {
            try await OpenAISynthesizer(place, voice: "v").synthesize(SpeechRequest(text: "x", language: .french)) { _ in }
        }
        #expect(said?.code == code)
    }

    /// Something that is no audio is a problem, not a noise.
    @Test(arguments: ["", "<html>", "RIFF1234WAVEfmt ", "RIFF1234WAVEdat"]) func whatIsNoAudioIsAProblem(_ body: String) async throws {
        let server = try RawServer { _ in RawServer.answer("200 OK", body) }
        let place = OpenAISpeechServer(url: server.url, model: "m", client: try HTTPClient())
        let problem = await #expect(throws: Problem.self) {
            try await OpenAISynthesizer(place, voice: "v").synthesize(SpeechRequest(text: "x", language: .french)) { _ in Issue.record("a noise") }
        }
        #expect(problem?.code == .unavailable)
    }
}
