import Synchronization

/// Lets a few through at a time, in the order in which they came.
///
/// With one at a time it keeps together what reads, writes to a store and takes note, which an actor alone does not; with more it shares out what there
/// is little of.
public final class Turnstile: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let state: Mutex<State>
    private let line: Int

    /// - Parameters:
    ///   - width: how many are inside at once.
    ///   - line: how many may wait, for `passIfThereIsRoom`.
    public init(width: Int = 1, line: Int = .max) {
        state = Mutex(State(free: width))
        self.line = line
    }

    public func pass<T>(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> T) async rethrows -> T {
        await enter()
        defer { leave() }
        return try await body()
    }

    /// `nil`, and nothing is done, when the line is as long as it may be.
    public func passIfThereIsRoom<T>(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> T) async rethrows -> T? {
        guard state.withLock({ $0.free > 0 || $0.waiting.count < line }) else { return nil }
        return try await pass(body)
    }

    private func enter(isolation: isolated (any Actor)? = #isolation) async {
        await withCheckedContinuation(isolation: isolation) { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
