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
            try RouteRights.check(bearer, RouteRights.needs["GET /ws"])
            try Origins(allowed: options.allowedOrigins).checkPage(of: request)
            return .webSocket(WebSocket.Options(maximumMessage: Self.frameLimit)) { socket in
                try await ChatSession(backend: self, socket: socket, bearer: bearer).run()
            }
        }
    }
}
