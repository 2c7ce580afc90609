import Base
import Backend
import Configuration
import HTTPServer
import Lifecycle
import Observability
import Synchronization

/// Makes the servers of a process: with the same limits, metrics and error bodies each.
struct Servers {
    let configuration: Configuration
    let requests: RequestMetrics
    let log: Logger

    init(_ configuration: Configuration, _ instruments: Instruments, log: Logger) {
        self.configuration = configuration
        requests = RequestMetrics(instruments, log: log)
        self.log = log
    }

    /// - Parameter threads: `nil` for as many as are configured.
    func server(_ name: String, port: Int, threads: Int? = nil, tls: TLSIdentity? = nil, _ router: Router) throws -> HTTPServer {
        var options = HTTPServer.Configuration(host: configuration.host, port: port, threads: threads ?? configuration.httpThreads)
        options.limits.connections = configuration.maxConnections
        options.tls = tls
        // A browser that was told once would go to HTTPS on the plain ports of that name, too; where the home's own certificate is used, both are in use.
        if tls != nil, configuration.tlsFolder == nil { options.securityHeaders.strictTransportSeconds = nil }
        options.trustedProxies = try configuration.trustedProxies.map { text in
            guard let network = NetworkRange(text) else {
                throw StartError("JARVIS_TRUSTED_PROXIES: '\(text)' is no address or network: write 10.0.0.1 or 10.0.0.0/8")
            }
            return network
        }
        // Requests in flight get most of what the service as a whole may take.
        options.grace = configuration.shutdownGrace * 4 / 5
        return try HTTPServer(
            name: name, configuration: options, router: router, log: log, hooks: requests.hooks,
            mapError: { error, request in Problems.httpError(for: error)?.response(instance: request.path, requestID: request.id) })
    }

    /// The STT or the TTS service.
    func server(_ kind: SpeechService.Kind, _ routes: SpeechRoutes, state: @escaping @Sendable () async -> String, metrics: @escaping @Sendable () -> String)
        throws -> HTTPServer
    {
        let options = SpeechService.Options(
            version: Version.current, key: configuration.speechKey, allowedHosts: configuration.allowedHosts, allowedOrigins: configuration.corsOrigins)
        let service = SpeechService(kind, routes: routes, options: options, state: state, metrics: metrics)
        let port = kind == .transcription ? configuration.sttPort : configuration.ttsPort
        return try server(kind.rawValue, port: port, threads: 1, service.router())
    }
}

/// A server whose work another one does, too: where its port is taken, Jarvis starts without it and says so.
final class SideServer: Service {
    private let server: HTTPServer
    private let log: Logger
    private let isListening = Mutex(false)

    init(_ server: HTTPServer, log: Logger) {
        self.server = server
        self.log = log
    }

    var name: String { server.name }

    func start() async throws {
        do {
            try await server.start()
            isListening.withLock { $0 = true }
        } catch {
            log.warning("the service \(name) does not listen; the backend has the same routes", ["reason": "\(error)"])
        }
    }

    func run(until shutdown: Shutdown) async throws {
        if isListening.withLock({ $0 }) { try await server.run(until: shutdown) } else { await shutdown.wait() }
    }
}
