import Dispatch
import Glibc
import Synchronization

/// Runs tasks on one event loop's thread. After the loop has ended, what is left of its tasks runs on Dispatch's threads.
final class LoopExecutor: TaskExecutor, @unchecked Sendable {
    // @unchecked: `local` belongs to the loop's thread; everything else is atomic or behind `inbox`.
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var calls: [@Sendable () -> Void] = []
        var isClosed = false
    }
    private let inbox = Mutex(Inbox())
    private let hasMail = Atomic<Bool>(false)
    private let thread = Atomic<UInt>(0)
    private let wake: @Sendable () -> Void
    private var local: [UnownedJob] = []
    private var batch: [UnownedJob] = []

    /// - Parameter wake: makes the loop's thread return from its wait; callable from any thread.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// Called once, on the loop's thread.
    func adoptThread() { thread.store(UInt(pthread_self()), ordering: .releasing) }

    var isOnLoop: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isOnLoop {
            local.append(job)
            return
        }
        let isClosed = inbox.withLock { inbox in
            if !inbox.isClosed { inbox.jobs.append(job) }
            return inbox.isClosed
        }
        if isClosed { runElsewhere(job) } else { signal() }
    }

    /// Calls `body` on the loop's thread, soon; drops it when the loop has ended.
    func post(_ body: @escaping @Sendable () -> Void) {
        let isClosed = inbox.withLock { inbox in
            if !inbox.isClosed { inbox.calls.append(body) }
            return inbox.isClosed
        }
        if !isClosed { signal() }
    }

    private func signal() {
        if !hasMail.exchange(true, ordering: .acquiringAndReleasing) { wake() }
    }

    /// On the loop's thread: whether `drain` would find something.
    var hasWork: Bool { !local.isEmpty || hasMail.load(ordering: .acquiring) }

    /// On the loop's thread: runs what is there now, and what that adds, for a bounded number of rounds.
    func drain() {
        for _ in 0..<16 where hasWork {
            swap(&batch, &local)
            if hasMail.exchange(false, ordering: .acquiringAndReleasing) {
                let calls = inbox.withLock { inbox in
                    batch += inbox.jobs
                    inbox.jobs.removeAll(keepingCapacity: true)
                    defer { inbox.calls = [] }
                    return inbox.calls
                }
                for call in calls { call() }
            }
            for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
            batch.removeAll(keepingCapacity: true)
        }
    }

    /// On the loop's thread, at its end.
    func close() {
        inbox.withLock { $0.isClosed = true }
        thread.store(0, ordering: .releasing)
        drain()
        for job in local { runElsewhere(job) }
        local = []
    }

    private func runElsewhere(_ job: UnownedJob) {
        DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
