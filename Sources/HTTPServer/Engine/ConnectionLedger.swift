private import Synchronization

/// Counts open connections over all event loops, in total and by address.
final class ConnectionLedger: Sendable {
    private struct State {
        var total = 0
        var byNetwork: [UInt64: Int] = [:]
    }
    private let state = Mutex(State())
    private let limit: Int, limitPerAddress: Int

    init(limit: Int, limitPerAddress: Int) {
        self.limit = limit
        self.limitPerAddress = limitPerAddress
    }

    /// Whether one more connection from `peer` fits.
    func admits(_ peer: PeerAddress) -> Bool {
        state.withLock { $0.total < limit && $0.byNetwork[peer.network, default: 0] < limitPerAddress }
    }

    func opened(_ peer: PeerAddress) {
        state.withLock { state in
            state.total += 1
            state.byNetwork[peer.network, default: 0] += 1
        }
    }

    func closed(_ peer: PeerAddress) {
        state.withLock { state in
            state.total -= 1
            let left = state.byNetwork[peer.network, default: 1] - 1
            state.byNetwork[peer.network] = left > 0 ? left : nil
        }
    }
}
