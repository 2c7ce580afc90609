import Domain
import HTTPServer
import Identity
import Synchronization

/// The door: everything is for a name of this server and asks for a valid token, but for the routes listed here.
final class Access: Middleware {
    /// All that anyone may call.
    static let publicRoutes: Set<String> = [
        "GET /health", "GET /health/live", "GET /health/ready", "POST /auth/token", "POST /auth/jwt/login", "POST /auth/refresh", "POST /auth/setup",
        "POST /auth/register", "POST /auth/reset", "POST /auth/passkeys/sign-in/options", "POST /auth/passkeys/sign-in", "GET /auth/oidc",
        "GET /auth/oidc/start", "GET /auth/oidc/callback", "POST /auth/oidc/token", "POST /auth/oidc/register", "GET /docs", "GET /openapi.json",
    ]
    /// Open to this machine only: what scrapes metrics runs beside Jarvis, and what commands ask for brings the key of the data folder.
    private static let loopbackRoutes: Set<String> = ["GET /metrics", "POST /machine/password", "POST /machine/export"]
    /// Brings a ticket instead of a token, and checks it itself: browsers cannot send a header there.
    private static let ticketRoutes: Set<String> = ["GET /ws"]

    /// Who may pass.
    private struct Door {
        enum Lock { case open, openFromThisMachine, closed }
        /// Without a token.
        var lock: Lock
        /// With one; `nil` for nobody.
        var need: RouteRights.Need?
    }

    private struct RouteName: Hashable {
        let method: Method
        let template: String
    }

    private let authenticator: Authenticator
    private let limits: RequestLimits
    /// What the lists say about each route, looked up once: this stands in the way of every request.
    private let doors = Mutex<[RouteName: Door]>([:])

    private let hosts: Hosts
    private let origins: Origins
    private let prefix: String
    private let trail: any AuditTrail

    /// - Parameter prefix: under which the same routes are found once more.
    init(authenticator: Authenticator, limits: RequestLimits, hosts: Hosts, origins: Origins, prefix: String? = nil, trail: any AuditTrail = NoTrail()) {
        self.authenticator = authenticator
        self.limits = limits
        self.hosts = hosts
        self.origins = origins
        self.prefix = prefix ?? ""
        self.trail = trail
    }

    nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
        try hosts.check(request)
        // Programs send no origin, and pages of this server mostly none: they go the short way.
        if request.headers.contains(.origin) { return try await origins.handle(request) { try await self.pass($0, next: next) } }
        return try await pass(request, next: next)
    }

    /// Looks at a request whose body is still to come: nobody sends megabytes who may not be heard.
    func admit(_ request: Request) throws {
        try hosts.check(request)
        try origins.check(request)
        let bearer = bearer(of: request)
        try check(bearer, mayPass: request)
        try limits.check(request, of: bearer)
    }

    private nonisolated(nonsending) func pass(_ request: Request, next: Handler) async throws -> Response {
        let bearer = bearer(of: request)
        // Counted also where it is refused then: guessing is.
        return try await limits.handle(request, of: bearer) { request in
            do {
                try self.check(bearer, mayPass: request)
                guard let bearer else { return try await next(request) }
                var request = request
                request[Caller.self] = bearer
                return try await next(request)
            } catch {
                if let event = request.refusal(error, of: bearer) { self.trail.record(event) }
                throw error
            }
        }
    }

    /// - Throws: `Problem.unauthenticated` where somebody has to say who he is.
    private func check(_ bearer: Bearer?, mayPass request: Request) throws {
        // Without a route the answer is 404 or 405 for everyone, or a file of the interface.
        guard let template = request.template else { return }
        let door = door(of: RouteName(method: request.method == .head ? .get : request.method, template: template))
        if let bearer {
            // What is open to everyone is open to those who say who they are.
            guard door.lock != .open || door.need != nil else { return }
            if door.lock == .openFromThisMachine, request.isFromThisMachine { return }
            return try RouteRights.check(bearer, door.need)
        }
        switch door.lock {
        case .open: return
        case .openFromThisMachine where request.isFromThisMachine: return
        case .openFromThisMachine, .closed: break
        }
        throw Problem(.unauthenticated, "sign in first: POST /auth/token gives a token for the header 'Authorization: Bearer …'")
    }

    private func door(of route: RouteName) -> Door {
        doors.withLock { doors in
            if let known = doors[route] { return known }
            let isBelow = !prefix.isEmpty && route.template.hasPrefix(prefix + "/")
            let name = "\(route.method) \(isBelow ? String(route.template.dropFirst(prefix.count)) : route.template)"
            let lock: Door.Lock =
                Self.publicRoutes.contains(name) || Self.ticketRoutes.contains(name)
                ? .open : Self.loopbackRoutes.contains(name) ? .openFromThisMachine : .closed
            let door = Door(lock: lock, need: RouteRights.needs[name])
            doors[route] = door
            return door
        }
    }

    /// Who brings a request that leads somewhere.
    private func bearer(of request: Request) -> Bearer? {
        guard request.template != nil, let field = request.headers[.authorization], field.utf8.count > 7, field.prefix(7).lowercased() == "bearer " else {
            return nil
        }
        return authenticator.bearer(of: String(field.dropFirst(7)))
    }
}

/// Who sent a request.
enum Caller: RequestKey {
    typealias Value = Bearer
}

extension Request {
    /// Who sent it. The door let nobody through without.
    var caller: Principal { get throws { try bearer.principal } }

    /// Who sent it, and of which session.
    var bearer: Bearer {
        get throws {
            guard let bearer = self[Caller.self] else { throw Problem(.unauthenticated, "sign in first") }
            return bearer
        }
    }

    /// What is known of the client.
    var place: ClientPlace {
        ClientPlace(device: headers[.userAgent] ?? "", address: client.address.description, network: network, isLocal: isFromThisMachine)
    }

    /// Whether it comes from this machine itself, not through a proxy on it.
    var isFromThisMachine: Bool {
        client.address.isLoopback && !client.isForwarded && !headers.contains(.forwardedFor) && !headers.contains("Forwarded")
    }

    /// By what attempts are counted: an address, or for IPv6 the network that one household has.
    var network: String { client.address.network.description }
}

/// Refuses requests for a name that is not Jarvis's: a page elsewhere that makes its own name point here (DNS rebinding) gets nothing.
final class Hosts: Sendable {
    /// Accepted values of `Host` that are remembered; beyond this the memory starts anew.
    private static let memory = 64

    private let allowed: [String]
    private let accepted = Mutex<Set<String>>([])

    /// - Parameter allowed: names without a port; `*` allows all.
    init(allowed: [String]) { self.allowed = allowed }

    /// - Throws: `Problem.invalid` when the request is for another name.
    func check(_ request: Request) throws(Problem) {
        guard let host = request.headers[.host], !accepted.withLock({ $0.contains(host) }) else { return }
        let name = Self.name(host)
        guard allowed.contains("*") || allowed.contains(name) || Self.isAddress(name) else {
            throw Problem(.invalid, "this server does not answer for that host name: add it to ALLOWED_HOSTS")
        }
        accepted.withLock { accepted in
            if accepted.count >= Self.memory { accepted.removeAll() }
            accepted.insert(host)
        }
    }

    static func name(_ host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]"), ["", ":"].contains(host[host.index(after: end)...].prefix(1)) {
            return String(host[...end])
        }
        return host.prefix { $0 != ":" }.lowercased()
    }

    /// Addresses are safe: rebinding needs a name.
    static func isAddress(_ name: String) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") { return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." } }
        return name.contains { $0.isWholeNumber } && name.utf8.allSatisfy { ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: ".") }
    }
}

/// Lets pages of configured origins call from a browser (https://fetch.spec.whatwg.org/#http-cors-protocol). Tokens travel in a header, never in a
/// cookie, so that nothing is lent to a page that does not have one.
struct Origins: Sendable {
    /// As a browser writes them: `https://jarvis.example`.
    let allowed: [String]

    /// How long a browser may remember the answer to its question, in seconds.
    private static let memory = "600"
    /// What a page may read of an answer beside the usual.
    private static let exposed = (["Retry-After", "X-Request-Id"] + RequestLimits.fieldNames).joined(separator: ", ")

    nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
        try check(request)
        guard let origin = request.headers[.origin], allows(origin) else { return try await next(request) }
        var response: Response
        if request.method == .options, request.headers.contains("Access-Control-Request-Method") {
            response = Response(.noContent)
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, PATCH, DELETE"
            response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
            response.headers["Access-Control-Max-Age"] = Self.memory
        } else {
            do {
                response = try await next(request)
            } catch {
                guard var known = error as? HTTPError ?? Problems.httpError(for: error) else { throw error }
                add(origin, to: &known.headers)
                throw known
            }
        }
        add(origin, to: &response.headers)
        return response
    }

    /// A page elsewhere may change nothing, not even where no token is asked for: nobody in front of the browser would know.
    ///
    /// - Throws: `Problem.forbidden`.
    func check(_ request: Request) throws(Problem) {
        guard ![.get, .head, .options].contains(request.method) else { return }
        try checkPage(of: request)
    }

    /// Lets pages of this server, of configured origins, and programs, which send no origin, pass.
    ///
    /// - Throws: `Problem.forbidden`.
    func checkPage(of request: Request) throws(Problem) {
        guard let origin = request.headers[.origin], !allows(origin) else { return }
        if let host = request.headers[.host], origin == "http://\(host)" || origin == "https://\(host)" { return }
        throw Problem(.forbidden, "pages of this origin may not ask: add it to CORS_ORIGINS")
    }

    /// `*` allows all; the configuration refuses it in production.
    func allows(_ origin: String) -> Bool { allowed.contains(origin) || allowed.contains("*") }

    private func add(_ origin: String, to headers: inout ResponseHeaders) {
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = Self.exposed
        headers.add(.vary, "Origin")
    }
}
