public import Observability

/// Starts services in order, runs them side by side, and stops them in reverse: the last started is the first asked to finish.
public struct ServiceGroup: Sendable {
    private let services: [any Service]
    private let log: Logger
    private let grace: Duration

    /// - Parameter grace: how long each service may take to finish what is in flight before it is cancelled.
    public init(_ services: [any Service], log: Logger, grace: Duration = .seconds(10)) {
        self.services = services
        self.log = log
        self.grace = grace
    }

    /// Returns after `shutdown` was requested and every service has ended; throws the first error of a service.
    public func run(until shutdown: Shutdown, whenStarted: () async -> Void = {}) async throws {
        var running: [(name: String, stop: Shutdown, task: Task<Void, any Error>)] = []
        var failure: (any Error)?
        do {
            for service in services {
                try await service.start()
                let stop = Shutdown()
                // A bridge: the group owns the task, ends it below in every case, and must end tasks one by one in reverse order.
                let task = Task {
                    defer { shutdown.request() }
                    try await service.run(until: stop)
                }
                running.append((service.name, stop, task))
                log.debug("service started", ["service": service.name])
                if shutdown.isRequested { break }
            }
            if !shutdown.isRequested { await whenStarted() }
            await shutdown.wait()
        } catch {
            failure = error
        }
        for service in running.reversed() {
            service.stop.request()
            // Owned here: cancelled as soon as the service has ended.
            let alarm = Task {
                try await Task.sleep(for: grace)
                log.warning("service did not finish in time and is cancelled", ["service": service.name])
                service.task.cancel()
            }
            do {
                try await service.task.value
            } catch is CancellationError {
            } catch {
                log.error("service failed", ["service": service.name, "error": "\(error)"])
                failure = failure ?? error
            }
            alarm.cancel()
            log.debug("service ended", ["service": service.name])
        }
        if let failure { throw failure }
    }
}
