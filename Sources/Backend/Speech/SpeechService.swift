import API
public import Base
import Domain
public import HTTPServer

/// The STT and the TTS service: what is heard or said, by itself, without accounts and stores.
///
/// Open to this machine; to others with the key of the speech services (JARVIS_SPEECH_KEY) as their bearer token.
public struct SpeechService: Sendable {
    public enum Kind: String, Sendable { case transcription = "stt", synthesis = "tts" }

    public struct Options: Sendable {
        public var version: String
        /// `nil`: only this machine may ask.
        public var key: Secret?
        public var allowedHosts: [String]
        public var allowedOrigins: [String]

        public init(version: String, key: Secret?, allowedHosts: [String], allowedOrigins: [String]) {
            self.version = version
            self.key = key
            self.allowedHosts = allowedHosts
            self.allowedOrigins = allowedOrigins
        }
    }

    private let kind: Kind
    private let routes: SpeechRoutes
    private let options: Options
    private let state: @Sendable () async -> String
    private let metrics: @Sendable () -> String

    /// - Parameters:
    ///   - state: of the engine: `up`, `down`, `starting`, `off`.
    ///   - metrics: the text of `/metrics`.
    public init(
        _ kind: Kind, routes: SpeechRoutes, options: Options, state: @escaping @Sendable () async -> String, metrics: @escaping @Sendable () -> String
    ) {
        self.kind = kind
        self.routes = routes
        self.options = options
        self.state = state
        self.metrics = metrics
    }

    public func router(middleware: [any Middleware] = []) -> Router {
        let door = SpeechDoor(options)
        var router = Router(middleware: middleware + [door], admit: { try door.admit($0) })
        router.get("/health") { _ in
            let state = await state()
            let isUp = state == "up" || state == "starting"
            return try .json(
                ["status": isUp ? "ok" : "degraded", "service": kind.rawValue, "engine": state, "version": options.version],
                status: isUp ? .ok : .serviceUnavailable)
        }
        router.get("/metrics") { _ in .text(metrics()) }
        switch kind {
        case .transcription: routes.addTranscription(to: &router)
        case .synthesis: routes.addSynthesis(to: &router)
        }
        return router
    }
}

/// Lets this machine in, and who brings the key; `/health` is for everybody.
private struct SpeechDoor: Middleware {
    private let hosts: Hosts
    private let origins: Origins
    private let key: Secret?

    init(_ options: SpeechService.Options) {
        hosts = Hosts(allowed: options.allowedHosts)
        origins = Origins(allowed: options.allowedOrigins)
        key = options.key
    }

    nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response {
        try admit(request)
        return try await next(request)
    }

    /// Also asked before a body is taken.
    func admit(_ request: Request) throws {
        try hosts.check(request)
        // A page elsewhere must not set this machine to work.
        try origins.checkPage(of: request)
        guard request.template == "/health" || request.isFromThisMachine || hasKey(request) else {
            throw Problem(.unauthenticated, "set JARVIS_SPEECH_KEY and bring it in the header 'Authorization: Bearer …', or ask from the machine itself")
        }
    }

    private func hasKey(_ request: Request) -> Bool {
        guard let key, let field = request.headers[.authorization], field.prefix(7).lowercased() == "bearer " else { return false }
        return Secret(String(field.dropFirst(7))) == key
    }
}
