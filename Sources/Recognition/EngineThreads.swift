private import Foundation
private import Synchronization

/// A few threads for work that blocks, so that it does not hold up those that Swift's tasks share.
///
/// Work waits in the order in which it came. An utterance has one piece waiting at a time, and open utterances are counted, so that the line is bounded.
package final class EngineThreads: Sendable {
    private let line = Line()

    /// - Parameter count: as many as the machine can run at once, four at most, when nothing is said.
    package init(count: Int? = nil) {
        let count = count ?? min(4, max(1, ProcessInfo.processInfo.activeProcessorCount))
        for _ in 0..<count {
            let thread = Thread { [line] in line.work() }
            thread.name = "recognition"
            // ONNX Runtime and large grammars are deep.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    deinit { line.close() }

    /// Whether nothing is done and nothing waits: there is time for what could be left out.
    var isIdle: Bool { line.isIdle }

    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            line.add { continuation.resume(with: Result(catching: body)) }
        }
    }

    private final class Line: Sendable {
        private struct State {
            var jobs: [@Sendable () -> Void] = []
            var first = 0
            var running = 0
        }

        private let state = Mutex(State())
        private let waiting = DispatchSemaphore(value: 0)

        var isIdle: Bool { state.withLock { $0.running == 0 && $0.first == $0.jobs.count } }

        func add(_ job: @escaping @Sendable () -> Void) {
            state.withLock { $0.jobs.append(job) }
            waiting.signal()
        }

        /// One signal more than there are jobs ends the threads.
        func close() { waiting.signal() }

        /// Until it is closed and nothing waits any more.
        func work() {
            while true {
                waiting.wait()
                let job: (@Sendable () -> Void)? = state.withLock { state in
                    guard state.first < state.jobs.count else { return nil }
                    let job = state.jobs[state.first]
                    state.first += 1
                    state.running += 1
                    if state.first == state.jobs.count {
                        state.jobs.removeAll(keepingCapacity: true)
                        state.first = 0
                    }
                    return job
                }
                guard let job else {
                    // The next thread is to see it, too.
                    waiting.signal()
                    return
                }
                job()
                state.withLock { $0.running -= 1 }
            }
        }
    }
}
