/// Long-lived work under the root: everything that outlives one request is one of these.
public protocol Service: Sendable {
    /// The name in logs and in `/health`.
    var name: String { get }

    /// Gets ready (binds a port, opens a file). The next service starts only after this returns; throwing stops the start.
    func start() async throws

    /// Works until `shutdown` is requested, then finishes what is in flight and returns. Throwing brings the whole group down.
    func run(until shutdown: Shutdown) async throws
}

extension Service {
    public func start() async throws {}
}
