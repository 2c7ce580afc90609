import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import Observability
import Synchronization
import TestSupport
import Testing

/// Answers that services give, written by hand in the formats they document.
enum Answers {
    static func text(_ name: String) throws -> String { try String(contentsOf: Paths.root.appending(path: "Tests/Answers/\(name)"), encoding: .utf8) }
}

/// A service in the house for the time of a test: answers every GET, and remembers what it was asked.
final class FakeService: Sendable {
    enum Behaviour: Sendable {
        case answer(String, status: Int = 200)
        case bytes([UInt8])
        /// So many bytes of one letter.
        case huge(Int)
        /// Says nothing until the client leaves.
        case silent
    }
    private struct State {
        var behaviour: Behaviour
        var targets: [String] = []
        var headers: [String] = []
    }
    private let state: Mutex<State>

    init(_ behaviour: Behaviour) { state = Mutex(State(behaviour: behaviour)) }

    var targets: [String] { state.withLock { $0.targets } }
    func become(_ behaviour: Behaviour) { state.withLock { $0.behaviour = behaviour } }

    private func respond(to request: Request) async throws -> Response {
        let behaviour = state.withLock { state in
            state.targets.append(request.target)
            return state.behaviour
        }
        switch behaviour {
        case .answer(let text, let status): return Response(Status(status), headers: [.contentType: "application/json"], body: .bytes(Array(text.utf8)))
        case .bytes(let bytes): return Response(.ok, body: .bytes(bytes))
        case .huge(let count): return Response(.ok, body: .bytes([UInt8](repeating: UInt8(ascii: "["), count: count)))
        case .silent:
            // Until the client is gone, which cancels this.
            let clock = ManualClock(now: .distantPast)
            try await clock.sleep(until: .distantFuture)
            return Response(.ok)
        }
    }

    /// Runs the service on a free port of loopback while `body` talks to it.
    func serve(_ body: (_ url: String) async throws -> Void) async throws {
        var router = Router()
        router.get("/{path}") { [self] in try await respond(to: $0) }
        router.get("/v1/forecast") { [self] in try await respond(to: $0) }
        let server = try HTTPServer(configuration: HTTPServer.Configuration(threads: 1), router: router, log: .silent)
        try await server.start()
        let shutdown = Shutdown()
        // Ended below in every case.
        let running = Task { try await server.run(until: shutdown) }
        let result: Result<Void, any Error>
        do { result = .success(try await body("http://127.0.0.1:\(server.boundPort ?? 0)")) } catch { result = .failure(error) }
        shutdown.request()
        try await running.value
        try result.get()
    }
}
