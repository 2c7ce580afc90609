/// A router ready for lookups: a tree with one level per path segment. Literals win over parameters, parameters over the rest of a path.
final class RoutingTable: Sendable {
    /// What a request leads to.
    struct Match {
        var route: Route?
        var handler: Handler
    }

    private final class Node: Sendable {
        let literals: [(text: [UInt8], node: Node)]
        let parameter: Node?
        let rest: [Route]
        let routes: [Route]

        init(_ routes: [Route], depth: Int) {
            self.routes = routes.filter { $0.segments.count == depth }
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
            literals = order.map { (text: $0, node: Node(byText[$0] ?? [], depth: depth + 1)) }
            parameter = parameters.isEmpty ? nil : Node(parameters, depth: depth + 1)
            self.rest = rest
        }

        /// The routes whose template fits `path`, whatever their method. `path` is what follows a slash; `nil` after the last segment.
        func find(_ path: UnsafeRawBufferPointer?) -> [Route]? {
            guard let path else { return routes.isEmpty ? nil : routes }
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
            return rest.isEmpty ? nil : rest
        }
    }

    private let root: Node
    private let fallback: Handler?
    private let notFound: Handler
    private let middleware: [any Middleware]

    init(_ router: Router) throws(HTTPServerError) {
        var routes: [Route] = []
        for entry in router.entries {
            let route = try Route(entry.method, entry.template, maximumBody: entry.maximumBody, handler: router.middleware.around(entry.handler))
            if routes.contains(where: { $0.template == route.template && $0.method == route.method }) {
                throw HTTPServerError(.routeInvalid, "the route \(route.method) \(route.template) is there twice")
            }
            routes.append(route)
        }
        root = Node(routes, depth: 0)
        middleware = router.middleware
        fallback = router.fallbackHandler.map { router.middleware.around($0) }
        notFound = router.middleware.around { _ in throw HTTPError(.notFound, detail: "There is nothing at this address.") }
    }

    func match(_ head: RequestHead) -> Match {
        let found = head.bytes.withUnsafeBytes { bytes in
            head.pathEnd == 0 ? nil : root.find(UnsafeRawBufferPointer(rebasing: bytes[1..<head.pathEnd]))
        }
        let method = head.method
        if let found {
            if let route = found.first(where: { $0.method == method }) { return Match(route: route, handler: route.handler) }
            if method == .head, let route = found.first(where: { $0.method == .get }) { return Match(route: route, handler: route.handler) }
            return Match(route: nil, handler: wrongMethod(allowed: found))
        }
        if let fallback, method == .get || method == .head { return Match(route: nil, handler: fallback) }
        return Match(route: nil, handler: notFound)
    }

    private func wrongMethod(allowed routes: [Route]) -> Handler {
        var methods: [String] = []
        for route in routes where !methods.contains(route.method.rawValue) {
            methods.append(route.method.rawValue)
            if route.method == .get { methods.append(Method.head.rawValue) }
        }
        let allowed = methods.joined(separator: ", ")
        return middleware.around { request in
            throw HTTPError(.methodNotAllowed, detail: "This address takes \(allowed), not \(request.method).", headers: [.allow: allowed])
        }
    }
}
