import Glibc
public import Lifecycle
public import Observability
private import Synchronization

/// An HTTP/1.1 and WebSocket server: one event loop per core, routes, middleware.
///
///     var router = Router(middleware: [AccessControl()])
///     router.get("/health") { _ in .json(Array(#"{"status":"ok"}"#.utf8)) }
///     let server = try HTTPServer(configuration: .init(port: 8000), router: router, log: log)
///
/// HTTP/2 is a front proxy's.
public final class HTTPServer: Service {
    public let name: String
    public let configuration: Configuration
    private let router: Router
    private let mapError: @Sendable (any Error, Request) -> Response?
    private let application: Application
    private let hooks: ServerHooks
    private let log: Logger

    private struct Running {
        var port: Int
        var workers: [Worker]
        var ended: Latch
    }
    private let running = Mutex<Running?>(nil)

    /// - Parameters:
    ///   - mapError: the application's answer to an error of its own; `nil` for those it does not know, which become an opaque 500.
    /// - Throws: `HTTPServerError.Code.routeInvalid` when the routes contradict each other.
    public init(
        name: String = "http", configuration: Configuration = Configuration(), router: Router, log: Logger, hooks: ServerHooks = ServerHooks(),
        mapError: @escaping @Sendable (any Error, Request) -> Response? = { _, _ in nil }
    ) throws(HTTPServerError) {
        self.name = name
        self.configuration = configuration
        self.log = log.with(label: name)
        self.hooks = hooks
        self.router = router
        self.mapError = mapError
        application = Application(table: try RoutingTable(router), mapError: mapError, log: self.log)
    }

    /// Open files that are left to the rest of the process.
    private static let otherFiles = 256

    /// The port the server listens on; `nil` before `start`.
    public var boundPort: Int? { running.withLock { $0?.port } }

    /// Binds the port and starts the event loops.
    /// - Throws: `HTTPServerError` saying what is in the way and what to do.
    public func start() async throws {
        // sendfile has no flag against it.
        signal(SIGPIPE, SIG_IGN)
        let count = max(1, configuration.threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let (listeners, port) = try ListeningSocket.open(
            host: configuration.host, port: configuration.port, backlog: configuration.limits.backlog, count: count)
        var limits = configuration.limits
        limits.connections = min(limits.connections, max(64, OpenFiles.raiseLimit() - Self.otherFiles))
        let ledger = ConnectionLedger(limit: limits.connectionsPerAddress)
        let bodies = BodyBudget(limit: limits.bodies, limitPerNetwork: limits.bodiesPerAddress)
        let ended = Latch(count)
        var workers: [Worker] = []
        do {
            for listener in listeners {
                // A table for each event loop: counting references to shared routes would have the cores fight over them.
                let application = Application(table: try RoutingTable(router), mapError: mapError, log: log)
                let worker = try Worker(
                    application: application, configuration: configuration, hooks: hooks, log: log, ledger: ledger, places: Places(limits, loops: count),
                    bodies: bodies, ended: ended)
                try worker.start(listening: listener)
                workers.append(worker)
            }
        } catch {
            for listener in listeners[workers.count...] { close(listener) }
            for worker in workers { worker.loop.executor.post { worker.drain(until: 0) } }
            throw error
        }
        running.withLock { $0 = Running(port: port, workers: workers, ended: ended) }
        log.debug("listening", ["host": configuration.host, "port": String(port), "threads": String(count)])
    }

    /// Serves until `shutdown`, then takes no new connection, finishes what is in flight within the grace period, closes WebSockets with
    /// "going away" and ends its threads. Cancelling cuts the grace period short.
    public func run(until shutdown: Shutdown) async throws {
        await shutdown.wait()
        guard let running = running.withLock({ $0 }) else { return }
        let deadline = monotonicNanoseconds() + configuration.grace.nanoseconds
        for worker in running.workers { worker.loop.executor.post { worker.drain(until: deadline) } }
        await withTaskCancellationHandler {
            await running.ended.wait()
        } onCancel: {
            for worker in running.workers { worker.loop.executor.post { worker.drain(until: 0) } }
        }
        self.running.withLock { $0 = nil }
    }

    /// Sends a request through routing, middleware and handler without a socket: for tests, and for the program talking to itself.
    public func respond(to request: Request) async -> Response {
        var response = await answer(request)
        response.headers = configuration.securityHeaders.fields.completing(response.headers, isSecure: request.isSecure)
        return response
    }

    private func answer(_ request: Request) async -> Response {
        var request = Request(head: request.head, body: request.body, route: application.table.route(for: request.head), values: request.values)
        if request.body.count > request.route.maximumBody ?? configuration.limits.body {
            return application.response(for: HTTPError(.contentTooLarge, detail: "The body is longer than this address takes."), to: request)
        }
        guard PercentCoding.isValid(path: request.head.bytes[..<request.head.pathEnd]) else {
            return application.response(for: HeadReader.malformed("has a path that is not valid"), to: request)
        }
        if !request.body.isEmpty { request.refusal = application.refusal(beforeBodyOf: request) }
        return await application.respond(to: request)
    }
}
