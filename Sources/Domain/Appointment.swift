public import Base
public import Foundation

/// Something that comes due: a timer or a reminder.
public struct Appointment: Sendable, Hashable {
    public typealias ID = Identifier<Appointment>
    public enum Kind: String, Sendable, Codable, CaseIterable { case timer, reminder }
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Not due yet.
        case pending
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
    public var dueAt: Date
    public var language: Language

    public init(id: ID = ID(), kind: Kind, state: State = .pending, label: String, createdAt: Date, dueAt: Date, language: Language) {
        self.id = id
        self.kind = kind
        self.state = state
        self.label = label
        self.createdAt = createdAt
        self.dueAt = dueAt
        self.language = language
    }
}

/// Timers and reminders, kept across restarts.
public protocol AppointmentStore: Sendable {
    func add(_ appointment: Appointment, for principal: Principal) async throws
    /// Those of this user in the given states, the earliest due first.
    func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment]
    /// Moves from one state to another if it is still in the first; returns whether it was. That is what makes an announcement happen once.
    func move(_ id: Appointment.ID, from: Appointment.State, to: Appointment.State, for principal: Principal) async throws -> Bool
    /// The earliest pending ones of all users: for the service that fires them, and for nothing else.
    func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)]
}

/// What `Reminders` tells the rest of the house when something is due.
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
