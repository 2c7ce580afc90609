import Synchronization

/// Whether something has happened, on whatever thread.
final class Watch: Sendable {
    private let state = Mutex(false)
    var hasEnded: Bool { state.withLock { $0 } }
    func end() { state.withLock { $0 = true } }
}
