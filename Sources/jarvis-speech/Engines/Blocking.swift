private import Dispatch

/// Does what blocks on a thread that Swift's tasks do not share.
func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) } }
}

/// A thread for what must stay on one at a time: an actor on this executor never holds up the threads that Swift's tasks share.
final class OwnThread: SerialExecutor {
    private let queue: DispatchQueue

    init(_ name: String) { queue = DispatchQueue(label: name) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
