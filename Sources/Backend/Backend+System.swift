import API
import Domain
import HTTPServer
import Observability
import Synchronization

extension Backend {
    func addSystemRoutes(to router: inout Router) {
        let health = HealthReport(backend: self)
        router.get("/health") { _ in try await health.response() }
        router.get("/health/live") { _ in .text("ok") }
        router.get("/health/ready") { _ in
            let services = await parts.services()
            let down = services.filter { $0.value == "down" }.keys.sorted()
            guard down.isEmpty else { throw Problem(.unavailable, "not ready: \(down.joined(separator: ", ")) down; 'jarvis doctor' says what to do") }
            return .text("ready")
        }
        router.get("/metrics") { _ in
            Response(headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"], body: .bytes(Array(parts.metrics().utf8)))
        }
    }
}

/// The answer of `/health`, made anew once a second at most: load balancers and pages ask often.
private final class HealthReport: Sendable {
    private static let lifetime: Duration = .seconds(1)

    private let backend: Backend
    private let latest = Mutex<(response: Response, until: ContinuousClock.Instant)?>(nil)

    init(backend: Backend) { self.backend = backend }

    nonisolated(nonsending) func response() async throws -> Response {
        let now = ContinuousClock.now
        if let latest = latest.withLock({ $0 }), latest.until > now { return latest.response }
        let services = await backend.parts.services()
        let needsSetup = try await backend.parts.authenticator.needsSetup()
        let response = try Response.json(
            Health(
                status: services.values.contains("down") ? "degraded" : "ok", version: backend.options.version, setupRequired: needsSetup,
                uptimeSeconds: backend.clock.now.timeIntervalSince(backend.startedAt).rounded(), services: services))
        // While the owner is being made, the page wants to know at once.
        if !needsSetup { latest.withLock { $0 = (response, now + Self.lifetime) } }
        return response
    }
}

extension Logger {
    /// Keeps the reason of an error that the client is only told the request id of.
    func report(_ error: any Error, of request: Request) {
        guard Problems.httpError(for: error) == nil, !(error is HTTPError) else { return }
        self.error("a request failed", ["request": request.id.description, "route": request.template ?? "-", "error": "\(error)"])
    }
}
