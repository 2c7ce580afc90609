import Observability

/// What answers requests, whether they come from a socket or from memory: routing, middleware, handlers, errors.
final class Application: Sendable {
    let table: RoutingTable
    let mapError: @Sendable (any Error, Request) -> Response?
    let log: Logger

    init(table: RoutingTable, mapError: @escaping @Sendable (any Error, Request) -> Response?, log: Logger) {
        self.table = table
        self.mapError = mapError
        self.log = log
    }

    /// Never throws: an error becomes the response it maps to, an unknown one an opaque 500 that is logged.
    nonisolated(nonsending) func respond(to request: Request) async -> Response {
        do {
            return try await (request.refusal == nil ? request.route.handler : table.refused)(request)
        } catch {
            return response(for: error, to: request)
        }
    }

    /// Why a request's body shall not be read, if so: nothing here takes it, or the router does not admit it.
    func refusal(beforeBodyOf request: Request) -> (any Error)? {
        if let refusal = request.route.refusal { return refusal }
        do {
            try table.admit?(request)
            return nil
        } catch {
            return error
        }
    }

    func response(for error: any Error, to request: Request) -> Response {
        if let known = error as? HTTPError { return known.response(instance: request.path, requestID: request.id) }
        if let mapped = mapError(error, request) { return mapped }
        if !(error is CancellationError) {
            log.error(
                "request failed",
                ["request_id": request.id.description, "method": request.method.rawValue, "route": request.template ?? "-", "error": "\(error)"])
        }
        return HTTPError(.internalServerError, detail: "Something went wrong here. The log holds the cause under this request id.")
            .response(instance: request.path, requestID: request.id)
    }
}
