private import Glibc
private import Synchronization

/// Tells tasks when a file descriptor can be read or written, so that they wait without holding a thread.
///
/// One thread of its own sits in poll(2) for the whole process: the number of voice connections is small, and poll needs nothing
/// beyond the C library. Work is done by the tasks it wakes.
package final class Poller: Sendable {
    package enum Interest: Sendable { case reading, writing }

    private enum Outcome { case ready, expired, cancelled, unavailable }

    private struct Waiter {
        let descriptor: Int32
        let interest: Interest
        let deadline: ContinuousClock.Instant?
        let continuation: CheckedContinuation<Outcome, Never>
    }

    private struct State {
        var running = false
        var nextTicket: UInt64 = 0
        var waiters: [UInt64: Waiter] = [:]
    }

    package static let shared = Poller()

    private let state = Mutex(State())
    /// A pair of sockets whose first end is polled too: a byte in it makes the thread look at the waiters again. Open for the life of the process.
    private let alarm: (reading: Int32, writing: Int32)

    private init() {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            alarm = (-1, -1)
            return
        }
        alarm = (ends[0], ends[1])
        state.withLock { $0.running = true }
        if !DedicatedThread.start({ self.loop() }) { state.withLock { $0.running = false } }
    }

    /// Returns when `descriptor`, which must stay open, is ready, closed by the peer or in error: the next read or write tells which.
    ///
    /// - Throws: `.timedOut` at `deadline`, `.cancelled`, `.system` when the process has no descriptor or thread left for waiting.
    package func wait(for interest: Interest, on descriptor: Int32, until deadline: ContinuousClock.Instant?) async throws(WyomingError) {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
                let refused: Outcome? = state.withLock { state in
                    if Task.isCancelled { return .cancelled }
                    if !state.running { return .unavailable }
                    state.waiters[ticket] = Waiter(descriptor: descriptor, interest: interest, deadline: deadline, continuation: continuation)
                    return nil
                }
                if let refused { continuation.resume(returning: refused) } else { wake() }
            }
        } onCancel: {
            if let waiter = state.withLock({ $0.waiters.removeValue(forKey: ticket) }) {
                waiter.continuation.resume(returning: .cancelled)
                wake()
            }
        }
        switch outcome {
        case .ready: return
        case .expired: throw WyomingError(.timedOut, "the voice service did not answer in time")
        case .cancelled: throw WyomingError(.cancelled, "the request was cancelled")
        case .unavailable: throw WyomingError(.system, "the process has no file descriptor or thread left: raise its limits (ulimit -n, -u)")
        }
    }

    private func wake() {
        var byte: UInt8 = 1
        // A full socket means that the thread is about to wake anyway.
        _ = write(alarm.writing, &byte, 1)
    }

    private func loop() {
        var descriptors: [pollfd] = []
        var tickets: [UInt64] = []
        while true {
            descriptors.removeAll(keepingCapacity: true)
            tickets.removeAll(keepingCapacity: true)
            descriptors.append(pollfd(fd: alarm.reading, events: Int16(POLLIN), revents: 0))
            var next: ContinuousClock.Instant?
            state.withLock { state in
                for (ticket, waiter) in state.waiters {
                    let events = waiter.interest == .reading ? POLLIN : POLLOUT
                    descriptors.append(pollfd(fd: waiter.descriptor, events: Int16(events), revents: 0))
                    tickets.append(ticket)
                    if let deadline = waiter.deadline { next = min(next ?? deadline, deadline) }
                }
            }
            _ = poll(&descriptors, nfds_t(descriptors.count), next.map(Self.milliseconds(until:)) ?? -1)
            if descriptors[0].revents != 0 { drainAlarm() }
            let now = ContinuousClock.now
            let done: [(Waiter, Outcome)] = state.withLock { state in
                var done: [(Waiter, Outcome)] = []
                for (index, ticket) in tickets.enumerated() {
                    guard let waiter = state.waiters[ticket] else { continue }
                    let outcome: Outcome? = descriptors[index + 1].revents != 0 ? .ready : waiter.deadline.map { $0 <= now } == true ? .expired : nil
                    if let outcome {
                        state.waiters[ticket] = nil
                        done.append((waiter, outcome))
                    }
                }
                return done
            }
            for (waiter, outcome) in done { waiter.continuation.resume(returning: outcome) }
        }
    }

    private func drainAlarm() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(alarm.reading, &bytes, bytes.count) == bytes.count {}
    }

    /// Rounded up, so that the deadline has passed when poll comes back; at most a minute at a time.
    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        return Int32(min(max(left.rounded(.up), 0), 60_000))
    }
}
