public import Base
public import Domain
public import HTTPClient
import Foundation
private import Synchronization

/// A speech server behind OpenAI's API or one like it (platform.openai.com/docs/api-reference/audio).
public struct OpenAISpeechServer: Sendable {
    let url: String
    let model: String
    let client: HTTPClient
    private let key: Secret?

    /// - Parameters:
    ///   - url: up to and without `/v1`, or with it.
    ///   - key: sent as a bearer token.
    public init(url: String, model: String, key: Secret? = nil, client: HTTPClient) {
        let url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.url = url.hasSuffix("/v1") ? url : url + "/v1"
        self.model = model
        self.key = key
        self.client = client
    }

    func request(_ path: String, type: String, body: [UInt8]) -> HTTPRequest {
        var headers: HTTPHeaders = ["Content-Type": type]
        if let key, !key.isEmpty { headers.add("Authorization", "Bearer \(key.reveal())") }
        // To ask twice does no harm, so a kept connection may be used.
        return HTTPRequest(
            url + path, method: "POST", headers: headers, body: body,
            limits: .init(connect: .seconds(3), total: .seconds(120), idle: .seconds(30), bodyBytes: 64 << 20), retry: .never, isIdempotent: true)
    }

    func translated(_ error: any Error) -> any Error {
        guard let error = error as? HTTPClientError else { return error }
        if error.code == .cancelled, Task.isCancelled { return CancellationError() }
        return Problem(.unavailable, "The speech server cannot be used: \(error.message)")
    }

    func refusal(_ status: Int) -> Problem {
        switch status {
        case 401, 403: Problem(.unavailable, "The speech server does not accept the key: check JARVIS_STT_KEY and JARVIS_TTS_KEY.")
        case 404: Problem(.unavailable, "The speech server does not know the model \(model), or has no such service: check its address and the model's name.")
        case 413: Problem(.tooLarge, "This is too long for the speech server: send it in shorter pieces.")
        case 429: Problem(.unavailable, "The speech server has too much to do: try again in a moment.")
        default: Problem(.unavailable, "The speech server answered with status \(status): its log says more.")
        }
    }
}

/// Speech to text by `POST /v1/audio/transcriptions`: the recording is sent as a whole, so there are no partial transcripts.
public struct OpenAITranscriber: Transcriber {
    private let server: OpenAISpeechServer

    public init(_ server: OpenAISpeechServer) { self.server = server }

    public func transcription(_ request: TranscriptionRequest) async throws -> any Transcription { OpenAITranscription(request, server) }
}

private final class OpenAITranscription: Transcription {
    /// Under the 25 MB that OpenAI takes.
    private static let maximumBytes = 24 << 20
    /// Names are a hint; a long list would be cut by the server.
    private static let maximumHint = 800

    let partials: AsyncStream<Transcript>
    private let request: TranscriptionRequest
    private let server: OpenAISpeechServer
    private let heard = Mutex(AudioChunk(format: .speech, bytes: []))

    init(_ request: TranscriptionRequest, _ server: OpenAISpeechServer) {
        self.request = request
        self.server = server
        partials = AsyncStream { $0.finish() }
    }

    func append(_ audio: AudioChunk) async throws {
        try heard.withLock { heard in
            if heard.bytes.isEmpty { heard.format = audio.format }
            guard heard.format == audio.format else { throw Problem(.invalid, "The format of the audio changed: keep to one.") }
            heard.bytes += audio.bytes
            guard heard.bytes.count <= Self.maximumBytes else { throw Problem(.tooLarge, "This was said for too long: pause after ten minutes at the latest.") }
        }
    }

    func finish() async throws -> Transcript {
        let audio = heard.withLock { heard in
            defer { heard.bytes = [] }
            return heard
        }
        guard !audio.bytes.isEmpty else { return Transcript(text: "", language: nil, engine: server.model) }
        var form = MultipartForm()
        form.add("model", request.model ?? server.model)
        form.add("response_format", "json")
        if request.languages.count == 1 { form.add("language", request.languages[0].rawValue) }
        let hint = request.hotWords.joined(separator: ", ")
        if !hint.isEmpty { form.add("prompt", String(hint.prefix(Self.maximumHint))) }
        form.add("file", fileName: "speech.wav", type: "audio/wav", WAV.file(audio))
        let response: HTTPResponse
        do { response = try await server.client.send(server.request("/audio/transcriptions", type: form.type, body: form.body)) } catch {
            throw server.translated(error)
        }
        guard response.isSuccess else { throw server.refusal(response.status) }
        guard let answer = try? JSON.decode(Answer.self, from: Data(response.body)) else {
            throw Problem(.unavailable, "The speech server answered something that is no transcript: check its address.")
        }
        let language = answer.language.flatMap { Self.language($0) } ?? (request.languages.count == 1 ? request.languages[0] : nil)
        return Transcript(text: answer.text.trimmingCharacters(in: .whitespacesAndNewlines), language: language, engine: server.model)
    }

    func cancel() { heard.withLock { $0.bytes = [] } }

    private struct Answer: Decodable {
        var text: String
        var language: String?
    }

    /// Some servers write out the language: `french`.
    private static func language(_ text: String) -> Language? {
        Language(tag: text) ?? ["french": .french, "english": .english][text.lowercased()]
    }
}

/// Text to speech by `POST /v1/audio/speech`.
public struct OpenAISynthesizer: Synthesizer {
    private let server: OpenAISpeechServer
    private let voice: String

    /// - Parameter voice: the one for requests that name none; the API has no list of voices.
    public init(_ server: OpenAISpeechServer, voice: String) {
        self.server = server
        self.voice = voice
    }

    public func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        guard request.text.contains(where: { !$0.isWhitespace }) else { return }
        let body = Body(model: server.model, input: request.text, voice: request.voice ?? voice, speed: min(max(request.speed, 0.5), 2))
        let http = server.request("/audio/speech", type: "application/json", body: [UInt8](try JSON.encode(body)))
        let reader = Mutex(WAVStream())
        do {
            try await server.client.stream(
                http, onHead: { head in guard head.isSuccess else { throw server.refusal(head.status) } },
                onBody: { bytes in
                    if let audio = try reader.withLock({ try $0.push(bytes) }) { try await onAudio(audio) }
                })
        } catch {
            throw server.translated(error)
        }
        guard reader.withLock({ $0.hasBegun }) else { throw WAVStream.unreadable }
    }

    public func voices() async throws -> [Voice] { [Voice(name: voice, languages: Language.allCases.map(\.rawValue), engine: server.model)] }

    private struct Body: Encodable {
        var model: String
        var input: String
        var voice: String
        var response_format = "wav"
        var speed: Double
    }
}

/// Reads a WAV file of 16-bit samples as it comes in: its lengths are those of a stream, so everything after the head is samples.
struct WAVStream {
    static let unreadable = Problem(.unavailable, "The speech server answered something that is no WAV audio of 16 bits: check its address and model.")
    private static let longestHead = 64 << 10

    private(set) var hasBegun = false
    private var pending: [UInt8] = []
    private var format = AudioFormat.speech

    /// Whole samples, as far as they are there.
    mutating func push(_ bytes: [UInt8]) throws(Problem) -> AudioChunk? {
        pending += bytes
        if !hasBegun {
            guard try readHead() else { return nil }
            hasBegun = true
        }
        let frame = 2 * format.channels, whole = pending.count / frame * frame
        guard whole > 0 else { return nil }
        defer { pending.removeFirst(whole) }
        return AudioChunk(format: format, bytes: Array(pending[..<whole]))
    }

    /// Takes everything before the samples off `pending`; false while it is not all there.
    private mutating func readHead() throws(Problem) -> Bool {
        guard pending.count >= 12 else { return false }
        guard pending[0..<4].elementsEqual("RIFF".utf8), pending[8..<12].elementsEqual("WAVE".utf8) else { throw Self.unreadable }
        var position = 12
        while position + 8 <= pending.count {
            let name = pending[position..<position + 4], length = number(position + 4, 4)
            if name.elementsEqual("data".utf8) {
                pending.removeFirst(position + 8)
                return true
            }
            if name.elementsEqual("fmt ".utf8) {
                guard position + 24 <= pending.count else { return false }
                let channels = number(position + 10, 2), rate = number(position + 12, 4), bits = number(position + 22, 2)
                guard (1...2).contains(channels), (4000...192_000).contains(rate), bits == 16 else { throw Self.unreadable }
                format = AudioFormat(rate: rate, channels: channels)
            }
            guard length <= Self.longestHead else { throw Self.unreadable }
            position += 8 + length + (length & 1)
        }
        guard pending.count <= Self.longestHead else { throw Self.unreadable }
        return false
    }

    private func number(_ start: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(pending[start + $1]) << (8 * $1) } }
}

/// A form with files (RFC 7578).
struct MultipartForm {
    private let boundary = "jarvis-\(UUID().uuidString)"
    private var content: [UInt8] = []

    var type: String { "multipart/form-data; boundary=\(boundary)" }
    var body: [UInt8] { content + "--\(boundary)--\r\n".utf8 }

    /// Names are ours and need no escaping.
    mutating func add(_ name: String, _ value: String) {
        content += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }

    mutating func add(_ name: String, fileName: String, type: String, _ bytes: [UInt8]) {
        content += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\nContent-Type: \(type)\r\n\r\n".utf8
        content += bytes
        content += "\r\n".utf8
    }
}
