import Base
import Domain
import Foundation
import Glibc
import Synchronization

/// Hashes passwords one at a time, on a thread of low priority: each takes 64 MiB and a tenth of a second, and must not hold up anything else.
///
/// Networks take turns, so that somebody who sends a thousand waits a thousand times as long as everybody else. Whoever leaves gives up his place.
final class PasswordWorker: Sendable {
    /// Hashes that may wait; for more, the last one of the network that has most is refused.
    private static let queueLimit = 4096

    private struct Job: Sendable {
        let run: @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var queue = FairQueue<String, Job>(limit: PasswordWorker.queueLimit)
        var isRunning = false
    }

    private let state = Mutex(State())

    /// Hashes that wait.
    var waiting: Int { state.withLock { $0.queue.count } }

    /// - Parameter network: of whoever asks.
    /// - Throws: `Problem.tooManyRequests`, `CancellationError`, and what `work` throws.
    func run<T: Sendable>(for network: String, _ work: @escaping @Sendable () throws -> T) async throws -> T {
        let ticket = Mutex<Int?>(nil)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let job = Job(run: { continuation.resume(with: Result { try work() }) }, fail: { continuation.resume(throwing: $0) })
                let (number, leaving, isFirst) = state.withLock { state in
                    let (number, leaving) = state.queue.append(job, for: network)
                    defer { state.isRunning = true }
                    return (number, leaving, !state.isRunning)
                }
                leaving?.fail(Problem(.tooManyRequests, "too many people are signing in at this moment: try again in a minute", retryAfter: .seconds(60)))
                ticket.withLock { $0 = number }
                if isFirst { begin() }
                // Who left before there was a ticket could not give it back.
                if Task.isCancelled { leave(number) }
            }
        } onCancel: {
            if let number = ticket.withLock({ $0 }) { leave(number) }
        }
    }

    private func leave(_ ticket: Int) { state.withLock { $0.queue.remove(ticket) }?.fail(CancellationError()) }

    /// The thread lives as long as there is something to do: starting one is nothing beside a hash.
    private func begin() {
        let thread = Thread { [self] in
            // Of the calling thread alone: priorities are a thread's on Linux. A third of what others have: with the least there is, a language model that
            // uses all cores would leave 1.5 % of one, and a sign-in half a minute of waiting.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
            while let job = next() { job.run() }
        }
        thread.name = "passwords"
        thread.start()
    }

    private func next() -> Job? {
        state.withLock { state in
            let job = state.queue.popFirst()
            state.isRunning = job != nil
            return job
        }
    }
}
