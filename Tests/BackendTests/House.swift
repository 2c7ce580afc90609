import API
import Assistant
import Backend
import Base
import Domain
import Foundation
import HTTPServer
import Identity
import Memory
import Observability
import StorageSQLite
import Synchronization
import TestSupport
import Testing

/// A backend on a real store, with a skill that answers "heure" and a model that is never there. Requests go through routing, middleware and
/// handlers in memory, or over a socket.
final class House: Sendable {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let server: HTTPServer
    let hub = ConnectionHub()
    let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    static let password = "une phrase facile à retenir"
    static let setupCode = "1234-5678"

    init(port: Int = 0, prefix: String? = nil) async throws {
        folder = try Paths.temporaryFolder()
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "c", count: 64)), log: .silent)
        let store = store
        let assistant = Assistant(
            parts: Assistant.Parts(
                skills: { utterance, _ in
                    if utterance.text.hasPrefix("heure") { return ("time", SkillReply("Il est 9 h.")) }
                    if utterance.text.hasPrefix("écho ") { return ("echo", SkillReply(String(utterance.text.dropFirst(5)))) }
                    return nil
                },
                detectLanguage: { _ in nil }, conversations: store, recall: { _, _ in [] }, model: NoModel(), synthesizer: Beep(),
                howToGetAModel: { $0(fr: "Installez un modèle.", en: "Install a model.") }),
            defaultLanguage: .french, clock: clock, log: .silent)
        let backend = Backend(
            parts: Backend.Parts(
                authenticator: Authenticator(users: store, secretKey: Secret("0123456789abcdef0123456789abcdef"), clock: clock, log: .silent),
                attempts: AttemptLimit(perMinute: 5, clock: clock), assistant: assistant, conversations: store, memories: store,
                memory: SimpleMemory(store: store), appointments: store, lists: store,
                synthesizer: Beep(), hub: hub, userConnected: { _ in }, services: { ["database": "up"] }, metrics: { "jarvis_requests_total 1\n" }),
            options: Backend.Options(
                version: "test", setupCode: Secret(Self.setupCode), timeZone: .gmt, allowedHosts: ["localhost"], allowedOrigins: ["http://ok.example"]),
            clock: clock, log: .silent)
        server = try HTTPServer(
            configuration: .init(port: port, threads: 1), router: backend.router(alsoUnder: prefix), log: .silent,
            mapError: { error, request in Problems.httpError(for: error)?.response(instance: request.path, requestID: request.id) })
    }

    /// Sends a request in memory.
    func send(
        _ method: HTTPMethod, _ target: String, token: String? = nil, json: String? = nil, body: [UInt8]? = nil, headers: [(HeaderName, String)] = [],
        peer: PeerAddress = PeerAddress(ipv4: 127, 0, 0, 1)
    ) async -> Answer {
        var headers = headers
        if let token { headers.append((.authorization, "Bearer \(token)")) }
        let response = await server.respond(to: Request(method, target, headers: headers, body: body ?? Array((json ?? "").utf8), peer: peer))
        return Answer(status: response.status.code, headers: response.headers, bytes: response.body.bytes ?? [])
    }

    /// Makes the owner and signs in.
    func owner() async throws -> String {
        #expect(await send(.post, "/auth/setup", json: #"{"username":"zoé","password":"\#(Self.password)"}"#).status == 201)
        let answer = await send(
            .post, "/auth/token",
            body: Array(
                "grant_type=password&username=zo%C3%A9&password=\(Self.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")".utf8))
        return try answer.decode(TokenResponse.self).accessToken
    }
}

struct Answer: Sendable {
    let status: Int
    let headers: ResponseHeaders
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try JSON.decode(type, from: Data(bytes)) }

    /// The body as problem details, checked to be one.
    func problem() throws -> ProblemDetails {
        #expect(headers[.contentType] == ProblemDetails.mediaType)
        let problem = try decode(ProblemDetails.self)
        #expect(problem.status == status && problem.requestID?.isEmpty == false && problem.detail?.isEmpty == false)
        return problem
    }
}

private struct NoModel: ChatModel {
    let name = "none"
    func answer(_ request: Domain.ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        throw Problem(.unavailable, "no model")
    }
}

/// Ten samples for each text.
private struct Beep: Synthesizer {
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        try await onAudio(AudioChunk(format: AudioFormat(rate: 22_050), bytes: Array(repeating: 1, count: 20)))
    }
    func voices() async throws -> [Voice] { [Voice(name: "beep", languages: ["fr"], engine: "test")] }
}

typealias HTTPMethod = Method
