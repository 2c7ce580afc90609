/// A router ready for lookups: a tree with one level per path segment. Literals win over parameters, parameters over the rest of a path.
final class RoutingTable: Sendable {
    /// The routes of one template, by method.
    private final class Methods: Sendable {
        private let routes: [Route]
        private let wrongMethod: Route

        init?(_ routes: [Route], _ middleware: [any Middleware]) {
            guard !routes.isEmpty else { return nil }
            self.routes = routes
            var methods: [String] = []
            for route in routes {
                methods.append(route.method.rawValue)
                if route.method == .get, !routes.contains(where: { $0.method == .head }) { methods.append(Method.head.rawValue) }
            }
            let allowed = methods.joined(separator: ", ")
            wrongMethod = Route(
                refusal: HTTPError(.methodNotAllowed, detail: "This address takes \(allowed) and nothing else.", headers: [.allow: allowed]), middleware)
        }

        /// GET answers HEAD too.
        func route(for method: Method) -> Route {
            for route in routes where route.method == method { return route }
            if method == .head { for route in routes where route.method == .get { return route } }
            return wrongMethod
        }
    }

    private final class Node: Sendable {
        let literals: [(text: [UInt8], node: Node)]
        let parameter: Node?
        let rest: Methods?
        let here: Methods?

        init(_ routes: [Route], depth: Int, middleware: [any Middleware]) {
            here = Methods(routes.filter { $0.segments.count == depth }, middleware)
            let longer = routes.filter { $0.segments.count > depth }
            var order: [[UInt8]] = [], byText: [[UInt8]: [Route]] = [:], parameters: [Route] = [], rest: [Route] = []
            for route in longer {
                switch route.segments[depth] {
                case .literal(let text):
                    if byText[text] == nil { order.append(text) }
                    byText[text, default: []].append(route)
                case .parameter: parameters.append(route)
                case .rest: rest.append(route)
                }
            }
            literals = order.map { (text: $0, node: Node(byText[$0] ?? [], depth: depth + 1, middleware: middleware)) }
            parameter = parameters.isEmpty ? nil : Node(parameters, depth: depth + 1, middleware: middleware)
            self.rest = Methods(rest, middleware)
        }

        /// The routes whose template fits `path`, whatever their method. `path` is what follows a slash; `nil` after the last segment.
        func find(_ path: UnsafeRawBufferPointer?) -> Methods? {
            guard let path else { return here }
            let slash = path.firstIndex(of: UInt8(ascii: "/"))
            let segment = UnsafeRawBufferPointer(rebasing: path[..<(slash ?? path.count)])
            let next = slash.map { UnsafeRawBufferPointer(rebasing: path[($0 + 1)...]) }
            if let decoded = segment.contains(UInt8(ascii: "%")) ? PercentCoding.decode(segment) : nil {
                for literal in literals where literal.text == decoded {
                    if let found = literal.node.find(next) { return found }
                }
            } else {
                for literal in literals where literal.text.count == segment.count && literal.text.elementsEqual(segment) {
                    if let found = literal.node.find(next) { return found }
                }
            }
            if !segment.isEmpty, let found = parameter?.find(next) { return found }
            return rest
        }
    }

    private let root: Node
    private let fallback: Route?
    private let notFound: Route
    let admit: HeadCheck?
    /// Answers requests that are refused before their body is read.
    let refused: Handler

    init(_ router: Router) throws(HTTPServerError) {
        var routes: [Route] = []
        for entry in router.entries {
            let route = try Route(entry.method, entry.template, maximumBody: entry.maximumBody, handler: router.middleware.around(entry.handler))
            if routes.contains(where: { $0.template == route.template && $0.method == route.method }) {
                throw HTTPServerError(.routeInvalid, "the route \(route.method) \(entry.template) is there twice")
            }
            routes.append(route)
        }
        root = Node(routes, depth: 0, middleware: router.middleware)
        fallback = router.fallbackHandler.map { Route(handler: router.middleware.around($0)) }
        let nothing = HTTPError(.notFound, detail: "There is nothing at this address.")
        notFound = Route(refusal: nothing, router.middleware)
        admit = router.admit
        refused = router.middleware.around { throw $0.refusal ?? nothing }
    }

    /// Where a request leads to; never nowhere.
    func route(for head: RequestHead) -> Route {
        let found = head.bytes.withUnsafeBytes { bytes in
            head.pathEnd == 0 ? nil : root.find(UnsafeRawBufferPointer(rebasing: bytes[1..<head.pathEnd]))
        }
        if let found { return found.route(for: head.method) }
        if let fallback, head.method == .get || head.method == .head { return fallback }
        return notFound
    }
}
