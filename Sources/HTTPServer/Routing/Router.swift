/// Collects routes. A value: build it, then give it to the server.
///
///     var router = Router(middleware: [AccessControl()])
///     router.get("/memories/{id}") { request in … request.parameter("id") … }
///     router.group("/admin", middleware: [OwnersOnly()]) { admin in
///         admin.delete("/users/{id}") { … }
///     }
public struct Router: Sendable {
    struct Entry: Sendable {
        var method: Method
        var template: String
        var maximumBody: Int?
        /// Without the router's own middleware, which is put around everything at the end.
        var handler: Handler
    }

    private(set) var entries: [Entry] = []
    private(set) var fallbackHandler: Handler?
    let middleware: [any Middleware]
    let admit: HeadCheck?
    private let prefix: String

    /// - Parameters:
    ///   - middleware: stands around every request, also those that match no route; the first is the outermost.
    ///   - admit: throws when a request shall be refused before its body is read.
    public init(middleware: [any Middleware] = [], admit: HeadCheck? = nil) {
        self.init(prefix: "", middleware: middleware, admit: admit)
    }

    private init(prefix: String, middleware: [any Middleware], admit: HeadCheck? = nil) {
        self.prefix = prefix
        self.middleware = middleware
        self.admit = admit
    }

    /// Adds a route. A GET route answers HEAD too.
    /// - Parameters:
    ///   - maximumBody: the longest request body in bytes; `nil` is the server's default.
    ///   - middleware: stands around this route only, inside the router's.
    public mutating func on(
        _ method: Method, _ template: String, maximumBody: Int? = nil, middleware: [any Middleware] = [], _ handler: @escaping Handler
    ) {
        entries.append(Entry(method: method, template: prefix + template, maximumBody: maximumBody, handler: middleware.around(handler)))
    }

    public mutating func get(_ template: String, _ handler: @escaping Handler) { on(.get, template, handler) }
    public mutating func post(_ template: String, maximumBody: Int? = nil, _ handler: @escaping Handler) {
        on(.post, template, maximumBody: maximumBody, handler)
    }
    public mutating func put(_ template: String, maximumBody: Int? = nil, _ handler: @escaping Handler) {
        on(.put, template, maximumBody: maximumBody, handler)
    }
    public mutating func patch(_ template: String, maximumBody: Int? = nil, _ handler: @escaping Handler) {
        on(.patch, template, maximumBody: maximumBody, handler)
    }
    public mutating func delete(_ template: String, _ handler: @escaping Handler) { on(.delete, template, handler) }

    /// Adds routes under a prefix, with middleware of their own.
    public mutating func group(_ prefix: String, middleware: [any Middleware] = [], _ build: (inout Router) -> Void) {
        var inner = Router(prefix: self.prefix + prefix, middleware: middleware)
        build(&inner)
        for var entry in inner.entries {
            entry.handler = middleware.around(entry.handler)
            entries.append(entry)
        }
    }

    /// Answers GET and HEAD of every path that no route knows, in place of 404: files, a single-page app.
    public mutating func fallback(_ handler: @escaping Handler) { fallbackHandler = handler }
}
