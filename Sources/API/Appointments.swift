public import Foundation

/// `GET /timers`: one that runs, stands still, or ran.
public struct TimerBody: Codable, Hashable, Sendable {
    public var id: String
    /// What it is for; empty for a timer without a name.
    public var label: String
    public var dueAt: Date
    public var createdAt: Date
    /// `pending`, `paused`, `due`, `announced` or `cancelled`.
    public var state: String
    /// Seconds to go while it is paused; `due_at` says nothing then.
    public var remaining: Double?

    public init(id: String, label: String, dueAt: Date, createdAt: Date, state: String, remaining: Double? = nil) {
        self.id = id
        self.label = label
        self.dueAt = dueAt
        self.createdAt = createdAt
        self.state = state
        self.remaining = remaining
    }

    enum CodingKeys: String, CodingKey {
        case id, label, state, remaining
        case dueAt = "due_at"
        case createdAt = "created_at"
    }
}

/// `GET /reminders`, `GET /alarms`: the same shape as a timer.
public typealias ReminderBody = TimerBody

/// `POST /timers`
public struct NewTimer: Codable, Hashable, Sendable {
    /// From now; more than 0.
    public var seconds: Double
    public var label: String?

    public init(seconds: Double, label: String? = nil) {
        self.seconds = seconds
        self.label = label
    }
}

/// `POST /reminders`
public struct NewReminder: Codable, Hashable, Sendable {
    public var dueAt: Date
    public var label: String

    public init(dueAt: Date, label: String) {
        self.dueAt = dueAt
        self.label = label
    }

    enum CodingKeys: String, CodingKey {
        case label
        case dueAt = "due_at"
    }
}

/// `GET /lists/{name}`: a shopping list or the like. `GET /lists` leaves out `items`.
public struct ListBody: Codable, Hashable, Sendable {
    public var name: String
    public var count: Int
    /// In the order they were added.
    public var items: [Item]?

    public init(name: String, count: Int, items: [Item]? = nil) {
        self.name = name
        self.count = count
        self.items = items
    }

    /// One line of a list.
    public struct Item: Codable, Hashable, Sendable {
        public var id: String
        public var text: String
        public var addedAt: Date

        public init(id: String, text: String, addedAt: Date) {
            self.id = id
            self.text = text
            self.addedAt = addedAt
        }

        enum CodingKeys: String, CodingKey {
            case id, text
            case addedAt = "added_at"
        }
    }
}

/// `POST /lists/{name}`
public struct NewListItem: Codable, Hashable, Sendable {
    public var text: String

    public init(text: String) {
        self.text = text
    }
}
