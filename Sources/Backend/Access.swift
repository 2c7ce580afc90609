import Domain
import HTTPServer
import Identity

/// The door: everything asks for a valid token, but for the routes listed here.
struct Access: Middleware {
    /// All that anyone may call.
    static let publicRoutes: Set<String> = [
        "GET /health", "GET /health/live", "GET /health/ready", "POST /auth/token", "POST /auth/jwt/login", "POST /auth/refresh", "POST /auth/setup",
        "GET /docs", "GET /openapi.json",
    ]
    /// Open to this machine only: what scrapes metrics runs beside Jarvis.
    private static let loopbackRoutes: Set<String> = ["GET /metrics"]
    /// Brings a ticket instead of a token, and checks it itself: browsers cannot send a header there.
    private static let ticketRoutes: Set<String> = ["GET /ws"]

    let authenticator: Authenticator

    func handle(_ request: Request, next: Handler) async throws -> Response {
        // Without a route the answer is 404 or 405 for everyone, or a file of the interface.
        guard let template = request.template else { return try await next(request) }
        if let principal = bearer(of: request) {
            var request = request
            request[Caller.self] = principal
            return try await next(request)
        }
        let route = "\(request.method == .head ? .get : request.method) \(template)"
        if Self.publicRoutes.contains(route) || Self.ticketRoutes.contains(route) || (Self.loopbackRoutes.contains(route) && request.isFromThisMachine) {
            return try await next(request)
        }
        throw Problem(.unauthenticated, "sign in first: POST /auth/token gives a token for the header 'Authorization: Bearer …'")
    }

    private func bearer(of request: Request) -> Principal? {
        guard let field = request.headers[.authorization], field.utf8.count > 7, field.prefix(7).lowercased() == "bearer " else { return nil }
        return authenticator.principal(of: String(field.dropFirst(7)))
    }
}

/// Who sent a request.
enum Caller: RequestKey {
    typealias Value = Principal
}

extension Request {
    /// Who sent it. The door let nobody through without.
    var caller: Principal {
        get throws {
            guard let principal = self[Caller.self] else { throw Problem(.unauthenticated, "sign in first") }
            return principal
        }
    }

    /// Whether it comes from this machine itself, not through a proxy on it.
    var isFromThisMachine: Bool { peer.isLoopback && !headers.contains(.forwardedFor) && !headers.contains("Forwarded") }
}

/// Refuses requests for a name that is not Jarvis's: a page elsewhere that makes its own name point here (DNS rebinding) gets nothing.
struct Hosts: Middleware {
    /// Names without a port; `*` allows all.
    let allowed: [String]

    func handle(_ request: Request, next: Handler) async throws -> Response {
        if !allowed.contains("*"), let host = request.headers[.host] {
            let name = Self.name(host)
            guard allowed.contains(name) || Self.isAddress(name) else {
                throw Problem(.invalid, "this server does not answer for that host name: add it to ALLOWED_HOSTS")
            }
        }
        return try await next(request)
    }

    static func name(_ host: String) -> String {
        if host.hasPrefix("[") { return String(host.prefix { $0 != "]" }) + "]" }
        return host.prefix { $0 != ":" }.lowercased()
    }

    /// Addresses are safe: rebinding needs a name.
    static func isAddress(_ name: String) -> Bool {
        name.hasPrefix("[") || (!name.isEmpty && name.utf8.allSatisfy { ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: ".") })
    }
}
