/// A template and what answers it. `{name}` stands for one path segment; `{name...}`, at the end only, for the rest of the path.
final class Route: Sendable {
    enum Segment: Sendable, Hashable {
        case literal([UInt8])
        case parameter(String)
        case rest(String)
    }

    /// `nil` for what is no route of the application's: the answers 404 and 405, and the fallback.
    let template: String?
    let method: Method
    /// The longest body in bytes; `nil` is the server's default.
    let maximumBody: Int?
    let segments: [Segment]
    let handler: Handler
    /// What every request gets here, so that nobody needs its body.
    let refusal: HTTPError?

    init(_ method: Method, _ template: String, maximumBody: Int?, handler: @escaping Handler) throws(HTTPServerError) {
        self.method = method
        self.template = template
        self.maximumBody = maximumBody
        self.handler = handler
        refusal = nil
        guard template.hasPrefix("/") else { throw HTTPServerError(.routeInvalid, "the route '\(template)' must start with '/'") }
        var segments: [Segment] = []
        for text in template.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            if case .rest = segments.last { throw HTTPServerError(.routeInvalid, "in the route '\(template)', {…...} must come last") }
            guard text.hasPrefix("{"), text.hasSuffix("}") else {
                segments.append(.literal(Array(text.utf8)))
                continue
            }
            let name = text.dropFirst().dropLast()
            segments.append(name.hasSuffix("...") ? .rest(String(name.dropLast(3))) : .parameter(String(name)))
        }
        self.segments = segments
    }

    /// What answers where no template fits.
    convenience init(refusal: HTTPError, _ middleware: [any Middleware]) {
        self.init(refusal: refusal, handler: middleware.around { _ in throw refusal })
    }

    init(refusal: HTTPError? = nil, handler: @escaping Handler) {
        self.refusal = refusal
        template = nil
        method = .get
        maximumBody = nil
        segments = []
        self.handler = handler
    }

    /// The decoded value of a parameter in the path of `head`.
    func value(of name: String, in head: RequestHead) -> String? {
        guard let index = segments.firstIndex(where: { $0 == .parameter(name) || $0 == .rest(name) }) else { return nil }
        var isRest = false
        if case .rest = segments[index] { isRest = true }
        let path = head.bytes[..<head.pathEnd].dropFirst()
        let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: isRest ? index : .max, omittingEmptySubsequences: false)
        guard index < parts.count, let decoded = PercentCoding.decode(parts[index]) else { return nil }
        return String(decoding: decoded, as: UTF8.self)
    }
}
