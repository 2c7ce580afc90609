import Base

/// A connection that may have to make place for another while it waits.
class WaitingConnection: EventSource {
    /// What limits count it under.
    let network: NetworkRange
    /// No request's head has come yet.
    fileprivate(set) var isSilent = true
    fileprivate(set) var hasPlace = false
    fileprivate var ahead: WaitingConnection?, behind: WaitingConnection?
    fileprivate var isInLine = false

    init(_ network: NetworkRange) { self.network = network }

    /// Ends it in favour of another.
    func evict() {}
}

/// The places of one event loop for connections: those that have sent nothing yet stand in one line, those that rest between two requests in another.
/// Each loop has its part of what the server allows, so that whoever must go is always its own.
struct Places {
    enum Verdict {
        case free
        /// Once this one, which has waited longest, is gone.
        case after(WaitingConnection)
        case none
    }

    private let limit: Int, silentPerNetwork: Int
    private var taken = 0
    private var silentByNetwork: [NetworkRange: Int] = [:]
    private var silent = WaitingLine(), resting = WaitingLine()

    init(_ limits: HTTPServer.Limits, loops: Int) {
        limit = max(1, limits.connections / loops)
        silentPerNetwork = max(1, limits.silentConnectionsPerAddress / loops)
    }

    /// Whether there is a place for one from `network`.
    /// - Parameter isProxy: trusted, and has no share: it speaks for many.
    func place(for network: NetworkRange, isProxy: Bool) -> Verdict {
        let isShareUsed = !isProxy && silentByNetwork[network, default: 0] >= silentPerNetwork
        guard isShareUsed || taken >= limit else { return .free }
        let leaving = isShareUsed ? silent.first { $0.network == network } : silent.first ?? resting.first
        return leaving.map(Verdict.after) ?? .none
    }

    mutating func take(_ connection: WaitingConnection) {
        taken += 1
        silentByNetwork[connection.network, default: 0] += 1
        connection.hasPlace = true
        silent.join(connection)
    }

    /// A request's head has come. Returns whether it was the first.
    mutating func speaks(_ connection: WaitingConnection) -> Bool {
        guard connection.hasPlace else { return false }
        guard connection.isSilent else {
            resting.leave(connection)
            return false
        }
        endSilence(of: connection)
        connection.isSilent = false
        return true
    }

    /// It waits for the next request.
    mutating func rests(_ connection: WaitingConnection) {
        if connection.hasPlace, !connection.isSilent { resting.join(connection) }
    }

    /// It is closed, or has to be. Returns whether it had a place until now.
    mutating func give(up connection: WaitingConnection) -> Bool {
        guard connection.hasPlace else { return false }
        connection.hasPlace = false
        taken -= 1
        if connection.isSilent { endSilence(of: connection) } else { resting.leave(connection) }
        return true
    }

    private mutating func endSilence(of connection: WaitingConnection) {
        silent.leave(connection)
        let left = silentByNetwork[connection.network, default: 1] - 1
        silentByNetwork[connection.network] = left > 0 ? left : nil
    }
}

/// Connections in the order in which they began to wait, the longest-waiting first. Leaving takes the same time from anywhere.
private struct WaitingLine {
    private(set) var first: WaitingConnection?
    private var last: WaitingConnection?

    mutating func join(_ connection: WaitingConnection) {
        guard !connection.isInLine else { return }
        connection.isInLine = true
        connection.ahead = last
        last?.behind = connection
        if first == nil { first = connection }
        last = connection
    }

    mutating func leave(_ connection: WaitingConnection) {
        guard connection.isInLine else { return }
        connection.isInLine = false
        let ahead = connection.ahead, behind = connection.behind
        connection.ahead = nil
        connection.behind = nil
        if let ahead { ahead.behind = behind } else { first = behind }
        if let behind { behind.ahead = ahead } else { last = ahead }
    }

    /// The longest-waiting one that is fit.
    func first(where isFit: (WaitingConnection) -> Bool) -> WaitingConnection? {
        var next = first
        while let connection = next {
            if isFit(connection) { return connection }
            next = connection.behind
        }
        return nil
    }
}
