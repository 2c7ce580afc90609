import Domain
import HTTPServer
import Identity

extension Backend {
    /// The longest frame that a client may send, in bytes: a message of the greatest length, or a second of audio.
    private static let frameLimit = 96 << 10

    func addSocketRoute(to router: inout Router) {
        router.get("/ws") { request in
            let bearer: Bearer
            if let caller = request[Caller.self] {
                bearer = caller
            } else if let ticket = request.query["ticket"], let holder = parts.authenticator.redeem(ticket: ticket) {
                bearer = holder
            } else {
                throw Problem(
                    .unauthenticated, "bring a token in the header 'Authorization: Bearer …', or ?ticket= from POST /auth/ws-ticket (good once, for 30 seconds)"
                )
            }
            guard allowsOrigin(of: request) else { throw Problem(.forbidden, "pages of this origin may not connect: add it to CORS_ORIGINS") }
            return .webSocket(WebSocket.Options(maximumMessage: Self.frameLimit)) { socket in
                try await ChatSession(backend: self, socket: socket, bearer: bearer).run()
            }
        }
    }

    /// A page may connect when it came from this very server, or from an origin that is configured. Programs send no origin.
    private func allowsOrigin(of request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        if Origins(allowed: options.allowedOrigins).allows(origin) { return true }
        guard let host = request.headers[.host] else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
