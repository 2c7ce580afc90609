public import Domain
public import Base
import Synchronization

/// The open WebSockets, by user: where announcements go.
public final class ConnectionHub: Announcer, Broadcaster {
    /// Announcements that a connection may have waiting; a connection that does not keep up misses no more than its client does.
    static let queueLimit = 64

    /// What comes without having been asked for.
    enum Notice: Sendable {
        case due(Announcement)
        case broadcast(Broadcast)
    }

    private struct Place {
        let principal: Principal
        /// `nil` for what is on no session's behalf.
        let session: Session.ID?
        /// Where it stands, as an id of the house; `nil` for what is carried about.
        var area: String?
        let continuation: AsyncStream<Notice>.Continuation
    }

    private struct State {
        var next = 0
        var connections: [User.ID: [Int: Place]] = [:]
    }
    private let state = Mutex(State())

    public init() {}

    /// How many connections are open.
    public var count: Int { state.withLock { $0.connections.values.reduce(0) { $0 + $1.count } } }

    /// Users with an open connection.
    public var userCount: Int { state.withLock { $0.connections.count } }

    public func announce(_ announcement: Announcement, to principal: Principal) async -> Bool {
        deliver(.due(announcement), to: state.withLock { Array(($0.connections[principal.user] ?? [:]).values) }) > 0
    }

    public func broadcast(_ broadcast: Broadcast, to household: Household.ID, in areas: Set<String>?) async -> Int {
        let places = state.withLock { $0.connections.values.flatMap(\.values) }
        return deliver(
            .broadcast(broadcast),
            to: places.filter { place in
                place.principal.household == household && (areas.map { areas in place.area.map(areas.contains) ?? false } ?? true)
            })
    }

    private func deliver(_ notice: Notice, to places: [Place]) -> Int {
        places.reduce(0) { count, place in
            if case .enqueued = place.continuation.yield(notice) { count + 1 } else { count }
        }
    }

    /// Opens a place for a connection; what is announced comes until `leave` is called.
    func join(_ principal: Principal, of session: Session.ID? = nil, area: String? = nil) -> (notices: AsyncStream<Notice>, ticket: Ticket) {
        let (stream, continuation) = AsyncStream.makeStream(of: Notice.self, bufferingPolicy: .bufferingOldest(Self.queueLimit))
        let number = state.withLock { state in
            state.next += 1
            state.connections[principal.user, default: [:]][state.next] = Place(principal: principal, session: session, area: area, continuation: continuation)
            return state.next
        }
        return (stream, Ticket(user: principal.user, number: number))
    }

    /// Ends the connections of a session.
    func close(_ session: Session.ID) {
        for place in state.withLock({ $0.connections.values.flatMap(\.values) }) where place.session == session { place.continuation.finish() }
    }

    /// Ends the connections of somebody: their rights are others now, or they are no more.
    func close(user: User.ID) {
        for place in state.withLock({ Array(($0.connections[user] ?? [:]).values) }) { place.continuation.finish() }
    }

    /// Says where a connection stands.
    func settle(_ ticket: Ticket, in area: String?) { state.withLock { $0.connections[ticket.user]?[ticket.number]?.area = area } }

    func leave(_ ticket: Ticket) {
        let place = state.withLock { state in
            let removed = state.connections[ticket.user]?.removeValue(forKey: ticket.number)
            if state.connections[ticket.user]?.isEmpty == true { state.connections[ticket.user] = nil }
            return removed
        }
        place?.continuation.finish()
    }

    struct Ticket: Sendable {
        let user: User.ID
        let number: Int
    }
}
