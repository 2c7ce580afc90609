import HTTPServer
import Lifecycle
import Observability
import Synchronization

/// Runs a server on an ephemeral port for the time of `body`, then drains it.
func withServer<T: Sendable>(
    _ router: Router, _ configuration: HTTPServer.Configuration = .patient, log: Logger = .silent, hooks: ServerHooks = ServerHooks(),
    mapError: @escaping @Sendable (any Error, Request) -> Response? = { _, _ in nil },
    _ body: (_ port: Int, _ server: HTTPServer) async throws -> T
) async throws -> T {
    let server = try HTTPServer(configuration: configuration, router: router, log: log, hooks: hooks, mapError: mapError)
    try await server.start()
    let shutdown = Shutdown()
    // Owned here: ended below in every case.
    let running = Task { try await server.run(until: shutdown) }
    let result: Result<T, any Error>
    do { result = .success(try await body(server.boundPort ?? 0, server)) } catch { result = .failure(error) }
    shutdown.request()
    try await running.value
    return try result.get()
}

/// Something that happens once, awaited from tests.
final class Signal: Sendable {
    private let shutdown = Shutdown()
    func fire() { shutdown.request() }
    func wait() async { await shutdown.wait() }
    var hasFired: Bool { shutdown.isRequested }
}

/// Values gathered from several threads, which a test can wait for.
final class Collector<Value: Sendable>: Sendable {
    private struct State {
        var values: [Value] = []
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())

    func add(_ value: Value) {
        let ready = state.withLock { state in
            state.values.append(value)
            let count = state.values.count
            defer { state.waiters.removeAll { $0.count <= count } }
            return state.waiters.filter { $0.count <= count }.map(\.continuation)
        }
        for continuation in ready { continuation.resume() }
    }

    var values: [Value] { state.withLock { $0.values } }

    /// Returns once there are `count` values.
    func wait(for count: Int) async -> [Value] {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.values.count >= count { return true }
                state.waiters.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
        return values
    }
}

extension HTTPServer.Configuration {
    /// For tests that are not about deadlines: a busy machine may take its time.
    static var patient: HTTPServer.Configuration {
        var configuration = HTTPServer.Configuration(threads: 2)
        configuration.deadlines.head = .seconds(600)
        configuration.deadlines.body = .seconds(600)
        configuration.deadlines.idle = .seconds(600)
        return configuration
    }
}
