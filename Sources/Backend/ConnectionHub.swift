public import Domain
import Base
import Synchronization

/// The open WebSockets, by user: where announcements go.
public final class ConnectionHub: Announcer {
    /// Announcements that a connection may have waiting; a connection that does not keep up misses no more than its client does.
    static let queueLimit = 64

    private struct State {
        var next = 0
        var connections: [User.ID: [Int: AsyncStream<Announcement>.Continuation]] = [:]
    }
    private let state = Mutex(State())

    public init() {}

    /// How many connections are open.
    public var count: Int { state.withLock { $0.connections.values.reduce(0) { $0 + $1.count } } }

    /// Users with an open connection.
    public var userCount: Int { state.withLock { $0.connections.count } }

    public func announce(_ announcement: Announcement, to principal: Principal) async -> Bool {
        let targets = state.withLock { Array(($0.connections[principal.user] ?? [:]).values) }
        var delivered = false
        for target in targets {
            if case .enqueued = target.yield(announcement) { delivered = true }
        }
        return delivered
    }

    /// Opens a place for a connection; announcements come until `leave` is called.
    func join(_ principal: Principal) -> (announcements: AsyncStream<Announcement>, ticket: Ticket) {
        let (stream, continuation) = AsyncStream.makeStream(of: Announcement.self, bufferingPolicy: .bufferingOldest(Self.queueLimit))
        let number = state.withLock { state in
            state.next += 1
            state.connections[principal.user, default: [:]][state.next] = continuation
            return state.next
        }
        return (stream, Ticket(user: principal.user, number: number))
    }

    func leave(_ ticket: Ticket) {
        let continuation = state.withLock { state in
            let removed = state.connections[ticket.user]?.removeValue(forKey: ticket.number)
            if state.connections[ticket.user]?.isEmpty == true { state.connections[ticket.user] = nil }
            return removed
        }
        continuation?.finish()
    }

    struct Ticket: Sendable {
        let user: User.ID
        let number: Int
    }
}
