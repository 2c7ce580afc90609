import Base
import Foundation
import HTTPServer
import Lifecycle
import Observability
import Synchronization
import Testing

/// Speaks Home Assistant's protocol on a loopback port, and does with each request what a test says.
final class FakeHomeAssistant: Sendable {
    enum Answer: Sendable {
        case result(JSONValue)
        case refusal(String, String)
        /// The result, then frames as they are written here; `ID` stands for the number of the request.
        case frames([String])
        /// No answer at all.
        case silence
        /// The connection is closed.
        case close
    }

    private struct State {
        var answers: [String: @Sendable (JSONValue) -> Answer] = [:]
        var requests: [JSONValue] = []
        var connections = 0
        var sockets: [Int: WebSocket] = [:]
        /// Per socket: the numbers of subscriptions by what they are to.
        var subscriptions: [Int: [String: Int]] = [:]
        var watchers: [(isReached: @Sendable ([JSONValue]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())
    let token = Secret("the token")

    /// Runs one for the time of `body`.
    static func run<T: Sendable>(_ body: (FakeHomeAssistant, _ url: String) async throws -> T) async throws -> T {
        let fake = FakeHomeAssistant()
        var router = Router()
        router.get("/api/websocket") { _ in .webSocket(.init(maximumMessage: 4 << 20)) { try await fake.attend($0) } }
        router.get("/api/history/period/{start}") { fake.history($0) }
        let server = try HTTPServer(configuration: .init(threads: 1), router: router, log: .silent)
        try await server.start()
        let shutdown = Shutdown()
        let running = Task { try await server.run(until: shutdown) }
        let result: Result<T, any Error>
        do { result = .success(try await body(fake, "http://127.0.0.1:\(server.boundPort ?? 0)")) } catch { result = .failure(error) }
        shutdown.request()
        try await running.value
        return try result.get()
    }

    private init() {
        answer("get_config") { _ in .result(["state": "RUNNING"]) }
        answer("subscribe_entities") { _ in
            .frames([#"{"id":ID,"type":"event","event":{"a":{"light.lamp":{"s":"off","a":{"friendly_name":"Lampe"},"c":"x","lc":1700000000.5}}}}"#])
        }
        for type in ["floor", "area", "device", "entity"] { answer("config/\(type)_registry/list") { _ in .result([]) } }
        answer("homeassistant/expose_entity/list") { _ in .result(["exposed_entities": [:]]) }
        answer("homeassistant/expose_new_entities/get") { _ in .result(["expose_new": true]) }
        answer("call_service") { _ in .result(["context": [:]]) }
        for type in ["supported_features", "subscribe_events"] { answer(type) { _ in .result(nil) } }
    }

    /// Says what becomes of requests of a type; what no answer was given for is an unknown command.
    func answer(_ type: String, _ answer: (@Sendable (JSONValue) -> Answer)?) { state.withLock { $0.answers[type] = answer } }

    /// All requests of a type, the oldest first.
    func requests(_ type: String) -> [JSONValue] { state.withLock { $0.requests.filter { $0["type"]?.string == type } } }
    var connections: Int { state.withLock { $0.connections } }

    /// Returns once so many requests of a type have come.
    func wait(for type: String, _ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isReached: @Sendable ([JSONValue]) -> Bool = { $0.count { $0["type"]?.string == type } >= count }
            let isThere = state.withLock { state in
                if isReached(state.requests) { return true }
                state.watchers.append((isReached, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Tells all who subscribed: to `entities`, or to an event by its type.
    func tell(_ subscription: String, _ event: String) async throws {
        for (socket, id) in state.withLock({ state in
            state.sockets.compactMap { key, socket in state.subscriptions[key]?[subscription].map { (socket, $0) } }
        }) { try await socket.send(#"{"id":\#(id),"type":"event","event":\#(event)}"#) }
    }

    /// Sends a frame as it stands.
    func send(_ frame: String) async throws { for socket in state.withLock({ Array($0.sockets.values) }) { try await socket.send(frame) } }

    /// Closes all connections.
    func drop() { for socket in state.withLock({ Array($0.sockets.values) }) { socket.close(.goingAway) } }

    private func attend(_ socket: WebSocket) async throws {
        let key = state.withLock { state in
            state.connections += 1
            return state.connections
        }
        defer { state.withLock { $0.sockets[key] = nil } }
        try await socket.send(#"{"type":"auth_required","ha_version":"2024.3.3"}"#)
        guard case .text(let text)? = try await socket.receive(), let auth = try? JSONValue(parsing: text) else { return }
        guard auth == ["type": "auth", "access_token": .string(token.reveal())] else {
            return try await socket.send(#"{"type":"auth_invalid","message":"Invalid access token or password"}"#)
        }
        state.withLock { $0.sockets[key] = socket }
        try await socket.send(#"{"type":"auth_ok","ha_version":"2024.3.3"}"#)
        var last = 0
        for try await message in socket.messages {
            guard case .text(let text) = message, let request = try? JSONValue(parsing: text), let type = request["type"]?.string,
                let id = request["id"]?.number.map({ Int($0) })
            else {
                Issue.record("not a request: \(message)")
                return
            }
            #expect(id > last, "numbers must grow")
            last = id
            if type == "ping" {
                try await socket.send(#"{"id":\#(id),"type":"pong"}"#)
                continue
            }
            let answer = take(request, type, id, key)
            switch answer {
            case .result(let value): try await reply(socket, ["id": .number(Double(id)), "type": "result", "success": true, "result": value])
            case .refusal(let code, let text):
                try await reply(
                    socket,
                    ["id": .number(Double(id)), "type": "result", "success": false, "error": ["code": .string(code), "message": .string(text)]])
            case .frames(let frames):
                try await reply(socket, ["id": .number(Double(id)), "type": "result", "success": true, "result": nil])
                for frame in frames { try await socket.send(frame.replacing("ID", with: "\(id)", maxReplacements: 1)) }
            case .silence: break
            case .close: return socket.close(.goingAway)
            }
        }
    }

    private func take(_ request: JSONValue, _ type: String, _ id: Int, _ key: Int) -> Answer {
        let (answer, ready) = state.withLock { state in
            state.requests.append(request)
            if type == "subscribe_entities" { state.subscriptions[key, default: [:]]["entities"] = id }
            if type == "subscribe_events", let event = request["event_type"]?.string { state.subscriptions[key, default: [:]][event] = id }
            let requests = state.requests
            defer { state.watchers.removeAll { $0.isReached(requests) } }
            return (state.answers[type], state.watchers.filter { $0.isReached(requests) }.map(\.continuation))
        }
        for continuation in ready { continuation.resume() }
        return answer?(request) ?? .refusal("unknown_command", "Unknown command.")
    }

    private func reply(_ socket: WebSocket, _ value: JSONValue) async throws { try await socket.send(String(decoding: try JSON.encode(value), as: UTF8.self)) }

    private func history(_ request: Request) -> Response {
        guard request.headers[.authorization] == "Bearer \(token.reveal())" else { return .text("401: Unauthorized", status: .unauthorized) }
        let asked: JSONValue = ["type": "history", "target": .string(request.target)]
        let answer = take(asked, "history", 0, 0)
        guard case .frames(let lines) = answer else { return .text("404: Not Found", status: .notFound) }
        return .json(Array(lines.joined().utf8))
    }
}

/// Collects log lines.
final class LogLines: LogSink {
    private let lines = Mutex<[LogEntry]>([])
    func write(_ entry: LogEntry) { lines.withLock { $0.append(entry) } }
    var entries: [LogEntry] { lines.withLock { $0 } }
}
