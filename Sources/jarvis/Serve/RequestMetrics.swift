import HTTPServer
import Observability
import Synchronization

/// Counts requests by route and status. The handles of a route are looked up once and kept, so that a request costs a few atomic additions.
final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        let method: Method
        let route: String?
        let status: Int
    }

    private struct Handles {
        let requests: Counter
        let errors: Counter?
        /// Of what was refused: somebody guessing shows here.
        let refused: Counter?
        let duration: Histogram
    }

    private let instruments: Instruments
    private let log: Logger
    private let known = Mutex<[Key: Handles]>([:])

    init(_ instruments: Instruments, log: Logger) {
        self.instruments = instruments
        self.log = log.with(label: "access")
    }

    var hooks: ServerHooks {
        ServerHooks(
            completed: { [self] in completed($0) }, connections: { [instruments] in instruments.connections.add(Double($0)) },
            webSockets: { [instruments] in instruments.webSockets.add(Double($0)) })
    }

    private func completed(_ request: borrowing CompletedRequest) {
        let handles = handles(Key(method: request.method, route: request.template, status: request.status.code))
        handles.requests.increment()
        // Whoever left would have got an error; nobody did.
        if !request.isAborted { handles.errors?.increment() }
        handles.refused?.increment()
        handles.duration.observe(request.duration)
        if log.level == .debug {
            log.debug(
                "request",
                [
                    "method": request.method.rawValue, "route": request.template ?? "-", "status": "\(request.status)",
                    "milliseconds": "\((request.duration / .microseconds(1)).rounded() / 1000)", "bytes": "\(request.responseBytes)",
                    "request": "\(request.id)",
                ])
        }
    }

    private func refused(_ key: Key) -> Counter? {
        switch key.status {
        case 401: instruments.authFailures[["/auth/token", "/auth/jwt/login"].contains { key.route?.hasSuffix($0) == true } ? "credentials" : "token"]
        case 429: instruments.rateLimited[key.route ?? "none"]
        default: nil
        }
    }

    /// Methods are the client's words: only those that a route took, or the usual ones, become labels.
    private static let usualMethods: Set<Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    private func handles(_ key: Key) -> Handles {
        if let handles = known.withLock({ $0[key] }) { return handles }
        let method = Self.usualMethods.contains(key.method) ? key.method.rawValue : "other", route = key.route ?? "none"
        let handles = Handles(
            requests: instruments.requests[method, route, String(key.status)], errors: key.status >= 500 ? instruments.requestErrors[route] : nil,
            refused: refused(key), duration: instruments.requestDuration[route])
        // A client may invent methods without end: those are looked up each time.
        if Self.usualMethods.contains(key.method) { known.withLock { $0[key] = handles } }
        return handles
    }
}
