public import Base
public import Foundation

/// Something that comes due: a timer, a reminder or an alarm.
public struct Appointment: Sendable, Hashable {
    public typealias ID = Identifier<Appointment>
    public enum Kind: String, Sendable, Codable, CaseIterable { case timer, reminder, alarm }
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Not due yet.
        case pending
        /// A timer that stands still, with `remaining` to go.
        case paused
        /// Due and announced to nobody so far, because no connection of its user was open.
        case due
        /// Announced.
        case announced
        case cancelled
    }

    public var id: ID
    public var kind: Kind
    public var state: State
    /// What it is for ("les pâtes", "appeler Léa"); empty for a timer without a name.
    public var label: String
    public var createdAt: Date
    /// For a recurring one, the next time.
    public var dueAt: Date
    public var language: Language
    /// For how many seconds it was set at first, whatever was added or paused since: "le minuteur de dix minutes" stays one.
    public var length: TimeInterval
    /// Seconds to go, while it is paused.
    public var remaining: TimeInterval?
    /// How it comes again; it stays pending and moves on to its next time when it fires.
    public var recurrence: Recurrence?
    /// The recurring one that this is an occurrence of.
    public var series: ID?
    /// The area where it was asked for, as an id of the house; `nil` when nobody knows.
    public var area: String?

    /// - Parameter length: `nil`: from `createdAt` to `dueAt`.
    public init(
        id: ID = ID(), kind: Kind, state: State = .pending, label: String, createdAt: Date, dueAt: Date, language: Language, length: TimeInterval? = nil,
        remaining: TimeInterval? = nil, recurrence: Recurrence? = nil, series: ID? = nil, area: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.label = label
        self.createdAt = createdAt
        self.dueAt = dueAt
        self.language = language
        self.length = length ?? dueAt.timeIntervalSince(createdAt)
        self.remaining = remaining
        self.recurrence = recurrence
        self.series = series
        self.area = area
    }
}

/// Timers, reminders and alarms, kept across restarts.
public protocol AppointmentStore: Sendable {
    func add(_ appointment: Appointment, for principal: Principal) async throws
    /// Those of this user in the given states, the earliest due first.
    func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment]
    /// Moves from one state to another if it is still in the first; returns whether it was. That is what makes an announcement happen once.
    func move(_ id: Appointment.ID, from: Appointment.State, to: Appointment.State, for principal: Principal) async throws -> Bool
    /// Gives an appointment the state, due time, remaining time and recurrence of `new` if its state, due time and remaining time are still those of
    /// `old`; returns whether they were.
    func replace(_ old: Appointment, with new: Appointment, for principal: Principal) async throws -> Bool
    /// Moves a recurring appointment on, as `replace` does, and adds one occurrence of it as due, both or neither; an older occurrence that nobody
    /// has heard is given up. Returns whether it did: each occurrence is added once, by whoever is first.
    func fire(_ occurrence: Appointment, of series: Appointment, movingTo next: Appointment, for principal: Principal) async throws -> Bool
    /// The earliest pending ones of all users: for the service that fires them, and for nothing else.
    func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)]
}

/// What is told to a user when something is due.
public struct Announcement: Sendable, Hashable {
    public var appointment: Appointment
    /// The sentence to show and say.
    public var text: String

    public init(appointment: Appointment, text: String) {
        self.appointment = appointment
        self.text = text
    }
}

/// Carries announcements to the open connections of a user.
public protocol Announcer: Sendable {
    /// Returns whether at least one open connection took it.
    func announce(_ announcement: Announcement, to principal: Principal) async -> Bool
}

/// Something that one person has told to everybody at home.
public struct Broadcast: Sendable, Hashable {
    public typealias ID = Identifier<Broadcast>
    public var id: ID
    /// The sentence to show and say.
    public var text: String
    public var language: Language
    public var at: Date

    public init(id: ID = ID(), text: String, language: Language, at: Date) {
        self.id = id
        self.text = text
        self.language = language
        self.at = at
    }
}

/// Carries a broadcast to the open connections of a household.
public protocol Broadcaster: Sendable {
    /// - Parameter areas: ids of the house: only to what stands there; `nil`: everywhere.
    /// - Returns: how many open connections took it.
    func broadcast(_ broadcast: Broadcast, to household: Household.ID, in areas: Set<String>?) async -> Int
}

/// Shopping lists and the like.
public struct ListItem: Sendable, Hashable {
    public typealias ID = Identifier<ListItem>
    public var id: ID
    public var list: String
    public var text: String
    public var addedAt: Date

    public init(id: ID = ID(), list: String, text: String, addedAt: Date) {
        self.id = id
        self.list = list
        self.text = text
        self.addedAt = addedAt
    }
}

/// Lists of a household, shared by its members. A list exists while it holds something.
public protocol ListStore: Sendable {
    func add(_ items: [ListItem], for principal: Principal) async throws
    /// In the order they were added; names are compared exactly, as the skill folds them.
    func items(of list: String, for principal: Principal) async throws -> [ListItem]
    /// Names of the lists that hold something, with the count.
    func lists(for principal: Principal) async throws -> [(name: String, count: Int)]
    /// Returns how many there were.
    func remove(_ ids: [ListItem.ID], for principal: Principal) async throws -> Int
}
