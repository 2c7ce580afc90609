private import Synchronization

/// Measures how long each stage of one turn takes, on the monotonic clock. One per turn; costs a lock and two clock reads a stage.
public final class StageTimer: Sendable {
    /// A stage and its length. A stage that ran several times appears once, with the sum.
    public struct Stage: Sendable, Hashable {
        public var name: String
        public var milliseconds: Double

        public init(name: String, milliseconds: Double) {
            self.name = name
            self.milliseconds = milliseconds
        }
    }

    private struct State {
        var order: [String] = []
        var lengths: [String: Duration] = [:]
    }
    private let state = Mutex(State())
    private let now: @Sendable () -> Duration

    /// - Parameter now: time since some fixed moment; the machine's monotonic clock by default.
    public init(now: @escaping @Sendable () -> Duration = StageTimer.monotonic) { self.now = now }

    /// Time since some fixed moment on the clock that never goes back.
    public static let monotonic: @Sendable () -> Duration = {
        let start = ContinuousClock.now
        return { ContinuousClock.now - start }
    }()

    /// Runs one stage, and measures it even when it throws.
    public func measure<Result>(
        _ stage: String, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async rethrows -> Result {
        let start = now()
        defer { add(now() - start, to: stage) }
        return try await body()
    }

    /// Adds a length that was measured elsewhere: the time to the first token, say.
    public func add(_ length: Duration, to stage: String) {
        state.withLock { state in
            if state.lengths[stage] == nil { state.order.append(stage) }
            state.lengths[stage, default: .zero] += length
        }
    }

    /// In the order in which they first ended.
    public var stages: [Stage] {
        state.withLock { state in
            state.order.map { name in
                let (seconds, attoseconds) = (state.lengths[name] ?? .zero).components
                return Stage(name: name, milliseconds: Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
            }
        }
    }
}
