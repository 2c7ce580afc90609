import Base
import Domain
import Foundation
import HTTPClient
private import Synchronization

/// One connection to Home Assistant, from the token to its end. What it is asked has numbers, which must come in order; what it tells has the number of
/// what was asked.
final class HomeAssistantConnection: Sendable {
    /// Why there is no connection, or none any more.
    struct Failure: Error, Sendable, CustomStringConvertible {
        var description: String
        /// The token is wrong: trying again soon is no use.
        var isAboutTheToken = false
    }

    /// Takes what a subscription tells; on the reader's task, so that everything is taken in order. Throwing ends the connection.
    typealias Listener = @Sendable (JSONValue) throws -> Void

    private struct State {
        var lastID = 0
        var waiting: [Int: CheckedContinuation<JSONValue, any Error>] = [:]
        var listeners: [Int: Listener] = [:]
        var isOver = false
    }

    let version: String
    private let socket: WebSocketClient
    private let state = Mutex(State())

    private init(_ socket: WebSocketClient, version: String) {
        self.socket = socket
        self.version = version
    }

    /// Connects and shows the token.
    /// - Throws: `Failure`, `HTTPClientError`, `JSONSyntaxError`.
    static func open(_ url: String, token: Secret, settings: WebSocketClient.Settings) async throws -> HomeAssistantConnection {
        let socket = try await WebSocketClient(url, settings: settings)
        while let message = try await socket.receive() {
            guard case .text(let text) = message else { continue }
            for message in try HomeAssistantMessage.read(text) {
                switch message {
                case .authRequired: try await socket.send(Self.text(["type": "auth", "access_token": .string(token.reveal())]))
                case .authInvalid(let reason): throw Failure(description: reason, isAboutTheToken: true)
                case .authOK(let version):
                    let connection = HomeAssistantConnection(socket, version: version)
                    connection.offerCoalescing()
                    return connection
                default: break
                }
            }
        }
        throw Failure(description: "it closed the connection before it looked at the token")
    }

    private static func text(_ value: JSONValue) throws -> String { String(decoding: try JSON.encode(value), as: UTF8.self) }

    /// Several messages may come in one frame. Whether it takes note of that does not matter.
    private func offerCoalescing() {
        state.withLock { state in
            state.lastID += 1
            let message: JSONValue = ["id": .number(Double(state.lastID)), "type": "supported_features", "features": ["coalesce_messages": 1]]
            // A connection that is lost already is noticed by its reader.
            if let text = try? Self.text(message) { try? socket.post(.text(text)) }
        }
    }

    // MARK: Asking

    /// - Throws: `HomeAssistantRefusal`; `HouseError.notConnected` when it was surely not sent, `.unknownOutcome` when no answer came.
    @discardableResult
    func request(_ type: String, _ fields: [String: JSONValue] = [:]) async throws -> JSONValue { try await ask(type, fields, listener: nil) }

    /// Asks for something to be told from now on.
    func subscribe(_ type: String, _ fields: [String: JSONValue] = [:], _ listener: @escaping Listener) async throws {
        _ = try await ask(type, fields, listener: listener)
    }

    private func ask(_ type: String, _ fields: [String: JSONValue], listener: Listener?) async throws -> JSONValue {
        if Task.isCancelled { throw HouseError(.notConnected, "given up before it was sent") }
        let body = try Self.text(.object(fields.merging(["type": .string(type)]) { _, own in own })).dropFirst()
        let asked = Mutex<Int?>(nil)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let failure: (any Error)? = state.withLock { state in
                    if state.isOver { return HouseError(.notConnected, "Home Assistant is not in reach") }
                    let id = state.lastID + 1
                    // Posted under the lock: a number that comes after a larger one is refused.
                    do { try socket.post(.text("{\"id\":\(id),\(body)")) } catch { return HouseError(.notConnected, "\(error)") }
                    state.lastID = id
                    state.waiting[id] = continuation
                    state.listeners[id] = listener
                    asked.withLock { $0 = id }
                    return nil
                }
                if let failure { continuation.resume(throwing: failure) }
                if Task.isCancelled { giveUp(asked.withLock { $0 }) }
            }
        } onCancel: {
            giveUp(asked.withLock { $0 })
        }
    }

    private func giveUp(_ id: Int?) {
        guard let id else { return }
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(throwing: HouseError(.unknownOutcome, "nobody waited for the answer"))
    }

    // MARK: Hearing

    /// Takes what is said until the connection ends.
    /// - Throws: always; why it ended.
    func read() async throws {
        while let message = try await socket.receive() {
            guard case .text(let text) = message else { continue }
            for message in try HomeAssistantMessage.read(text) { try take(message) }
        }
        let closing = socket.closing.map { " with \($0.code) \($0.reason)" } ?? ""
        throw Failure(description: "it closed the connection\(closing)")
    }

    private func take(_ message: HomeAssistantMessage) throws {
        switch message {
        case .result(let id, let value): answer(id, .success(value))
        case .pong(let id): answer(id, .success(.null))
        case .refusal(let id, let refusal): answer(id, .failure(refusal))
        case .event(let id, let event): try state.withLock({ $0.listeners[id] })?(event)
        case .authRequired, .authOK, .authInvalid, .unknown: break
        }
    }

    private func answer(_ id: Int, _ result: Result<JSONValue, any Error>) {
        state.withLock { state in
            if case .failure = result { state.listeners[id] = nil }
            return state.waiting.removeValue(forKey: id)
        }?.resume(with: result)
    }

    /// The connection is over: nobody gets an answer any more.
    func end() {
        let waiting = state.withLock { state in
            defer {
                state.isOver = true
                state.waiting = [:]
                state.listeners = [:]
            }
            return state.waiting
        }
        socket.close()
        for continuation in waiting.values {
            continuation.resume(throwing: HouseError(.unknownOutcome, "the connection to Home Assistant was lost before its answer"))
        }
    }
}
