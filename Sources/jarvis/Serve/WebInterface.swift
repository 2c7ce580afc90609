import Configuration
import HTTPServer
import Observability

/// The built web page, served beside the API: whatever no route knows is looked for among its files.
struct WebInterface {
    /// Everything comes from this server and nowhere else (https://www.w3.org/TR/CSP3/); `blob:` is for the audio of answers.
    private static let policy =
        "default-src 'self'; media-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    private let files: StaticFiles?
    private let home: HomeCertificate?

    /// - Parameter home: the certificate that devices are to trust: a download.
    init(_ configuration: Configuration, home: HomeCertificate?, log: Logger) {
        self.home = home
        let folder = configuration.webRoot ?? Installation.find("web", orInCheckout: "web/dist")
        files = folder.map {
            StaticFiles(folder: $0, fallsBackToIndex: true) {
                $0.hasPrefix("assets/") || $0.hasPrefix("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"
            }
        }
        if folder == nil { log.warning("no web page: run web/build.sh, or set JARVIS_WEB_ROOT to the folder of the built interface") }
    }

    /// Adds the page to the routes of the backend.
    func around(_ router: Router) -> Router {
        guard files != nil || home != nil else { return router }
        var router = router
        router.fallback { [files, home] request in
            if let certificate = try home?.response(to: request) { return certificate }
            guard let files else { throw HTTPError(.notFound, detail: "There is nothing at this address.") }
            var response = try await files.respond(to: request)
            SecurityHeaders.page(policy: Self.policy).complete(&response)
            return response
        }
        return router
    }
}
