/// Answers a request. Runs where its caller runs (on the connection's event loop), without a hop: it must not block.
public typealias Handler = nonisolated(nonsending) @Sendable (Request) async throws -> Response

/// Stands around handlers: sees the request before and the response (or the error) after.
public protocol Middleware: Sendable {
    /// Calls `next` for the rest of the way, or answers by itself.
    nonisolated(nonsending) func handle(_ request: Request, next: Handler) async throws -> Response
}

/// Looks at a request whose body has not been read, and throws to have it refused without reading that. It is asked for each request that has a
/// body, before all middleware, on the event loop: it must be quick and must not wait. `request.template` and `request.method` say where it leads;
/// the body is empty. The error is answered like a handler's, and passes through the middleware on its way out.
public typealias HeadCheck = @Sendable (_ request: Request) throws -> Void

extension Sequence where Element == any Middleware {
    /// `handler` with these around it, the first outermost. Done once per route, so that a request allocates no chain.
    func around(_ handler: @escaping Handler) -> Handler {
        reversed().reduce(handler) { next, middleware in { try await middleware.handle($0, next: next) } }
    }
}
