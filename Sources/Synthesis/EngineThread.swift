private import Dispatch

/// A thread for an engine whose calls block: whatever an actor on this executor does happens there, one thing after the other,
/// and never holds up the threads that Swift's tasks share.
final class EngineThread: SerialExecutor {
    private let queue: DispatchQueue

    /// - Parameter name: what debuggers show.
    init(_ name: String) { queue = DispatchQueue(label: name) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
