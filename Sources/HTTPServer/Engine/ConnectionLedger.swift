import Base
private import Synchronization

/// Counts connections that have sent a request, by network, over all event loops.
final class ConnectionLedger: Sendable {
    private let byNetwork = Mutex<[NetworkRange: Int]>([:])
    private let limit: Int

    /// - Parameter limit: for one network.
    init(limit: Int) { self.limit = limit }

    /// Whether one more from `network` may come.
    func admits(_ network: NetworkRange) -> Bool { byNetwork.withLock { $0[network, default: 0] < limit } }

    func spoke(_ network: NetworkRange) { byNetwork.withLock { $0[network, default: 0] += 1 } }

    func closed(_ network: NetworkRange) {
        byNetwork.withLock { counts in
            let left = counts[network, default: 1] - 1
            counts[network] = left > 0 ? left : nil
        }
    }
}
