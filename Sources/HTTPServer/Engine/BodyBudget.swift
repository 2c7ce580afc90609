import Base
private import Synchronization

/// Counts the bytes of request bodies that are held, over all event loops, in total and by network.
final class BodyBudget: Sendable {
    private struct State {
        var total = 0
        var byNetwork: [NetworkRange: Int] = [:]
    }
    private let state = Mutex(State())
    private let limit: Int, limitPerNetwork: Int

    init(limit: Int, limitPerNetwork: Int) {
        self.limit = limit
        self.limitPerNetwork = limitPerNetwork
    }

    /// Takes `bytes` more for `network`, if they fit.
    func take(_ bytes: Int, for network: NetworkRange) -> Bool {
        state.withLock { state in
            let held = state.byNetwork[network, default: 0]
            guard state.total + bytes <= limit, held + bytes <= limitPerNetwork else { return false }
            state.total += bytes
            state.byNetwork[network] = held + bytes
            return true
        }
    }

    func give(back bytes: Int, of network: NetworkRange) {
        guard bytes > 0 else { return }
        state.withLock { state in
            state.total -= bytes
            let left = state.byNetwork[network, default: bytes] - bytes
            state.byNetwork[network] = left > 0 ? left : nil
        }
    }
}
