import API
import AudioCodecs
import Backend
import Base
import Domain
import Foundation
import HTTPServer
import Speech
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct SpeechRoutesTests {
    @Test func aRecordingIsWrittenDown() async throws {
        let house = try await House()
        let token = try await house.owner()
        let body = try await house.send(.post, "/transcribe?language=en", token: token, body: Array("turn it on, please".utf8)).decode(TranscriptBody.self)
        #expect(body.text == "turn it on, please" && body.language == "en")
        #expect(body.segments.map(\.text) == ["turn it on,", "please"])
        #expect(try await house.send(.post, "/transcribe", token: token, body: Array("ab".utf8)).decode(TranscriptBody.self).language == "fr")
        #expect(await house.send(.post, "/transcribe", body: Array("ab".utf8)).status == 401)
        for (body, status) in [([], 400), (Array("x".utf8), 400)] as [([UInt8], Int)] {
            #expect(await house.send(.post, "/transcribe", token: token, body: body).status == status)
        }
        #expect(await house.send(.post, "/transcribe?language=xx", token: token, body: Array("ab".utf8)).status == 400)
    }

    @Test func whatNeedsNoDecoderGoesTheShortWay() async throws {
        let house = try await House()
        let token = try await house.owner()
        let wav = WAV.file(AudioChunk(format: .speech, bytes: Array("allume".utf8)))
        #expect(try await house.send(.post, "/transcribe", token: token, body: wav).decode(TranscriptBody.self).text == "allume")
        let raw = await house.send(.post, "/transcribe", token: token, body: Array("allumex".utf8), headers: [(.contentType, "audio/pcm; rate=16000")])
        #expect(try raw.decode(TranscriptBody.self).text == "allume")
        // Another rate is the decoder's: it gets a file.
        let other = await house.send(.post, "/transcribe", token: token, body: Array("allume".utf8), headers: [(.contentType, "audio/pcm;rate=8000")])
        #expect(try other.decode(TranscriptBody.self).text.hasPrefix("RIFF"))
        for type in ["audio/pcm; rate=1", "audio/pcm; rate=x", "audio/l16; channels=99"] {
            #expect(await house.send(.post, "/transcribe", token: token, body: [1, 2], headers: [(.contentType, type)]).status == 400)
        }
        let long = WAV.header(.speech, dataLength: nil) + [UInt8](repeating: 0, count: 32_000 * 1_801)
        #expect(await house.send(.post, "/transcribe", token: token, body: long).status == 413)
    }

    @Test func formsAsOpenAIHasThem() async throws {
        let house = try await House()
        let token = try await house.owner()
        func form(_ fields: [(String, String)]) -> [UInt8] {
            Array((fields.map { "--b\r\nContent-Disposition: form-data; name=\($0)\r\n\r\n\($1)\r\n" }.joined() + "--b--").utf8)
        }
        let type: [(HeaderName, String)] = [(.contentType, "multipart/form-data; boundary=b")]
        func send(_ fields: [(String, String)]) async -> Answer {
            await house.send(.post, "/v1/audio/transcriptions", token: token, body: form(fields), headers: type)
        }
        #expect(try await send([("model", "whisper-1"), ("file", "salut")]).decode([String: String].self) == ["text": "salut"])
        #expect(await send([("file", "salut"), ("response_format", "text")]).bytes == Array("salut\n".utf8))
        #expect(try await send([("file", "salut"), ("response_format", "verbose_json"), ("language", "en")]).decode(TranscriptBody.self).language == "en")
        #expect(await send([("file", "salut"), ("response_format", "srt")]).status == 400)
        #expect(await send([("model", "whisper-1")]).status == 400)
        let speech = await house.send(
            .post, "/v1/audio/speech", token: token, json: #"{"model":"tts-1","input":"salut","voice":"alloy","response_format":"wav"}"#)
        #expect(speech.status == 200 && speech.bytes.starts(with: "RIFF".utf8))
    }

    @Test func speechInItsFormats() async throws {
        let house = try await House()
        let token = try await house.owner()
        for (format, start, type) in [
            ("wav", "RIFF", "audio/wav"), ("opus", "OggS", "audio/ogg; codecs=opus"), ("pcm", "\u{1}", "audio/L16; rate=22050; channels=1"),
        ] {
            let answer = await house.send(.post, "/synthesize", token: token, json: #"{"text":"salut","format":"\#(format)"}"#)
            #expect(answer.status == 200 && answer.bytes.starts(with: start.utf8) && answer.headers[.contentType] == type)
        }
        #expect(await house.send(.post, "/synthesize", token: token, json: #"{"text":"salut","format":"mp3"}"#).status == 400)
    }

    @Test func theCallersVoice() async throws {
        let house = try await House()
        let token = try await house.owner()
        func body(_ voices: [UInt8]) throws -> String {
            String(decoding: try JSONEncoder().encode(VoicePrintRequest(recordings: voices.map { Data([$0, 0]) })), as: UTF8.self)
        }
        #expect(await house.send(.get, "/voice-print", token: token).status == 404)
        #expect(await house.send(.post, "/voice-print", token: token, json: try body([1, 2])).status == 400)
        #expect(await house.send(.post, "/voice-print", token: token, json: try body([1, 2, 90])).status == 400)
        #expect(await house.send(.post, "/voice-print", token: token, json: try body([1, 2, 3])).status == 201)
        #expect(try await house.send(.get, "/voice-print", token: token).decode(VoicePrintBody.self).sentences == 3)
        #expect(await house.send(.get, "/voice-print").status == 401)
        #expect(await house.send(.delete, "/voice-print", token: token).status == 204)
        #expect(await house.send(.delete, "/voice-print", token: token).status == 404)
    }
}

@Suite(.timeLimit(.minutes(1))) struct SpeechServiceTests {
    private func server(_ kind: SpeechService.Kind, state: String = "up") throws -> HTTPServer {
        let routes = SpeechRoutes(parts: SpeechRoutes.Parts(synthesizer: Beep(), transcriber: Echo(), decoder: Echo(), languages: [.french]))
        let service = SpeechService(
            kind, routes: routes,
            options: SpeechService.Options(version: "test", key: Secret("sesame"), allowedHosts: ["localhost"], allowedOrigins: []), state: { state },
            metrics: { "stt_errors_total 0\n" })
        return try HTTPServer(
            configuration: .init(port: 0, threads: 1), router: service.router(), log: .silent,
            mapError: { error, request in Problems.httpError(for: error)?.response(instance: request.path, requestID: request.id) })
    }

    @Test func eachDoesItsPart() async throws {
        let ears = try server(.transcription), mouth = try server(.synthesis)
        #expect(await ears.respond(to: Request(.post, "/transcribe", body: Array("ab".utf8))).status == 200)
        #expect(await ears.respond(to: Request(.get, "/voices")).status == 404)
        #expect(await mouth.respond(to: Request(.get, "/voices")).status == 200)
        #expect(await mouth.respond(to: Request(.post, "/transcribe", body: Array("ab".utf8))).status == 404)
        #expect(await mouth.respond(to: Request(.get, "/metrics")).status == 200)
        #expect(await ears.respond(to: Request(.get, "/health")).status == 200)
        #expect(try await server(.transcription, state: "down").respond(to: Request(.get, "/health")).status == 503)
    }

    @Test func othersBringTheKey() async throws {
        let ears = try server(.transcription)
        let elsewhere = PeerAddress(ipv4: 192, 168, 1, 5)
        func status(_ headers: [(HeaderName, String)], _ peer: PeerAddress) async -> Status {
            await ears.respond(to: Request(.post, "/transcribe", headers: headers, body: Array("ab".utf8), peer: peer)).status
        }
        #expect(await status([], elsewhere) == 401)
        #expect(await status([(.authorization, "Bearer wrong")], elsewhere) == 401)
        #expect(await status([(.authorization, "Bearer sesame")], elsewhere) == 200)
        #expect(await status([("Forwarded", "for=1.2.3.4")], PeerAddress(ipv4: 127, 0, 0, 1)) == 401)
        #expect(await status([(.origin, "https://evil.example")], PeerAddress(ipv4: 127, 0, 0, 1)) == 403)
        #expect(await status([(.host, "evil.example")], PeerAddress(ipv4: 127, 0, 0, 1)) == 400)
        #expect(await ears.respond(to: Request(.get, "/health", peer: elsewhere)).status == 200)
    }
}
