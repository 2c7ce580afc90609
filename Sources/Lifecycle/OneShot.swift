private import Synchronization

/// A value that arrives once and is awaited by many. Setting it again does nothing.
final class OneShot<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var nextWaiter = 0
        var waiters: [Int: CheckedContinuation<Value?, Never>] = [:]
    }
    private let state = Mutex(State())

    var current: Value? { state.withLock { $0.value } }

    func set(_ value: Value) {
        let waiters = state.withLock { state -> [CheckedContinuation<Value?, Never>] in
            if state.value != nil { return [] }
            state.value = value
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    /// Returns the value, however long it takes; `nil` when the calling task is cancelled first.
    func value() async -> Value? {
        let ticket = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return await withTaskCancellationHandler {
            await wait(ticket: ticket, cancellable: true)
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(returning: nil)
        }
    }

    /// Returns the value, whether or not the calling task is cancelled.
    func valueEvenIfCancelled() async -> Value {
        while true {
            let ticket = state.withLock { state in
                state.nextWaiter += 1
                return state.nextWaiter
            }
            if let value = await wait(ticket: ticket, cancellable: false) { return value }
        }
    }

    private func wait(ticket: Int, cancellable: Bool) async -> Value? {
        await withCheckedContinuation { continuation in
            let answer: Value?? = state.withLock { state in
                if let value = state.value { return value }
                if cancellable && Task.isCancelled { return .some(nil) }
                state.waiters[ticket] = continuation
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }
}
