import HTTPServer
import Synchronization

/// What a request is counted as. Each class has buckets of its own: a program that asks for too much does not take the word from its user.
enum RouteClass: String, CaseIterable {
    /// Without a token.
    case anonymous
    /// Tries a password, a code or the like: by address, whoever asks.
    case signIn = "sign-in"
    case api
    /// Turns of a conversation.
    case chat
    /// What costs a second of processor or more, or goes through everything there is.
    case heavy
    case admin

    private static let chats: Set<String> = ["POST /chat", "POST /chat/stream", "GET /ws", "POST /home/command"]
    /// The last word of a route, which says what it does.
    private static let heavyWords: Set<Substring> = ["import", "export", "transcribe", "transcriptions", "synthesize", "speech"]

    /// Of whoever brings a token.
    /// - Parameter route: `POST /memories/import`
    init(ofRoute route: String) {
        if Access.publicRoutes.contains(route), route.hasPrefix("POST /auth/"), route != "POST /auth/refresh" {
            self = .signIn
        } else if route.contains(" /admin/") {
            self = .admin
        } else if Self.chats.contains(route) {
            self = .chat
        } else if route == "POST /voice-print" || Self.heavyWords.contains(route.split(separator: "/").last ?? "") {
            self = .heavy
        } else {
            self = .api
        }
    }
}

/// The classes of all routes, each worked out once: this stands in the way of every request.
final class RouteClasses: Sendable {
    private struct Name: Hashable {
        let method: Method
        let template: String
    }

    private let known = Mutex<[Name: RouteClass]>([:])

    /// - Parameter template: of a route of the router, of which there are only so many.
    func of(_ method: Method, _ template: String) -> RouteClass {
        let name = Name(method: method == .head ? .get : method, template: template)
        return known.withLock { known in
            if let found = known[name] { return found }
            // The same routes stand under /api, too.
            let path = template.hasPrefix("/api/") ? String(template.dropFirst(4)) : template
            let found = RouteClass(ofRoute: "\(name.method) \(path)")
            known[name] = found
            return found
        }
    }
}
