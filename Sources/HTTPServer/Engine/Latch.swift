private import Synchronization

/// Opens when it was counted down often enough; those who wait then go on. Cancellation does not open it.
final class Latch: Sendable {
    private struct State {
        var count: Int
        var waiters: [CheckedContinuation<Void, Never>] = []
    }
    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(count: count)) }

    func countDown() {
        let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.count -= 1
            guard state.count == 0 else { return [] }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if state.count > 0 { state.waiters.append(continuation) }
                return state.count <= 0
            }
            if isOpen { continuation.resume() }
        }
    }
}
