public import Foundation

/// The time of day, injected so that tests move it by hand.
public protocol WallClock: Sendable {
    var now: Date { get }

    /// Returns at `deadline` or later; throws `CancellationError` when the task is cancelled first.
    func sleep(until deadline: Date) async throws
}

/// The machine's clock.
public struct SystemWallClock: WallClock {
    public init() {}
    public var now: Date { Date() }

    public func sleep(until deadline: Date) async throws {
        // In steps of at most a minute, so that a machine that was suspended or whose clock was set still wakes on time.
        while true {
            let left = deadline.timeIntervalSinceNow
            guard left > 0 else { return }
            try await Task.sleep(for: .seconds(min(left, 60)))
        }
    }
}
