private import Dispatch
private import Synchronization
import Wyoming

/// A thread of its own for an engine with global state: whatever an actor on this executor does happens there, one thing after the other,
/// and may block without holding up the threads that Swift's tasks share.
final class EngineThread: SerialExecutor {
    /// At most one job for each connection waits here, because a connection waits for its own.
    private let jobs = Mutex<[UnownedJob]>([])
    private let waiting = DispatchSemaphore(value: 0)

    init() throws(EngineError) {
        guard DedicatedThread.start({ [self] in work() }) else { throw EngineError("no thread is left for the engine: raise the limit (ulimit -u)") }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        waiting.signal()
    }

    private func work() -> Never {
        while true {
            waiting.wait()
            jobs.withLock { $0.removeFirst() }.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}

/// An engine that cannot start or do what it was asked.
struct EngineError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
