private import Synchronization

/// Counts open connections over all event loops: in total, by network, and those of a network that have not sent a request yet.
final class ConnectionLedger: Sendable {
    enum Verdict {
        case fits
        /// Only if another one that waits for its first request makes place: any, or one of the same network.
        case wantsPlace, wantsPlaceOfNetwork
        /// The network has its share of connections.
        case refused
    }

    private struct Count {
        var open = 0, silent = 0
    }
    private struct State {
        var total = 0
        var byNetwork: [NetworkRange: Count] = [:]
    }
    private let state = Mutex(State())
    private let limits: HTTPServer.Limits

    init(_ limits: HTTPServer.Limits) { self.limits = limits }

    /// - Parameter isProxy: a trusted proxy has no share: it speaks for many.
    func verdict(on network: NetworkRange, isProxy: Bool) -> Verdict {
        state.withLock { state in
            if !isProxy {
                let count = state.byNetwork[network] ?? Count()
                if count.open - count.silent >= limits.connectionsPerAddress { return .refused }
                if count.open >= limits.connectionsPerAddress || count.silent >= limits.silentConnectionsPerAddress { return .wantsPlaceOfNetwork }
            }
            return state.total < limits.connections ? .fits : .wantsPlace
        }
    }

    /// Every connection is silent at first.
    func opened(_ network: NetworkRange) {
        state.withLock { state in
            state.total += 1
            state.byNetwork[network, default: Count()].open += 1
            state.byNetwork[network, default: Count()].silent += 1
        }
    }

    /// Its first request's head has come.
    func spoke(_ network: NetworkRange) {
        state.withLock { $0.byNetwork[network]?.silent -= 1 }
    }

    func closed(_ network: NetworkRange, wasSilent: Bool) {
        state.withLock { state in
            guard var count = state.byNetwork[network] else { return }
            state.total -= 1
            count.open -= 1
            if wasSilent { count.silent -= 1 }
            state.byNetwork[network] = count.open > 0 ? count : nil
        }
    }
}
