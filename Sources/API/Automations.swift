public import Base
public import Foundation

/// What sets an automation off. Which fields are there depends on `type`.
public struct TriggerBody: Codable, Hashable, Sendable {
    /// `at`, `time`, `sun`, `state`, `number`, `presence`, or `demand` for nothing but a wish.
    public var type: String
    /// Of `at`: once, then.
    public var date: Date?
    /// Of `time`: `07:30`, in the house's time zone.
    public var time: String?
    /// Of `time`: ISO 8601 days, 1 is Monday; empty or absent for every day.
    public var weekdays: [Int]?
    /// Of `sun`: `sunrise` or `sunset`.
    public var event: String?
    /// Of `sun`: seconds after it, or before it when negative.
    public var offset: Double?
    /// Of `state` and `number`.
    public var entity: String?
    /// Of `state`: the state it comes to.
    public var to: String?
    /// Of `state`: how long it has to stay so.
    public var seconds: Double?
    /// Of `number`: the attribute that is looked at; the state itself without it.
    public var attribute: String?
    public var above: Double?
    public var below: Double?
    /// Of `presence`: an entity; without it the first who comes and the last who leaves.
    public var person: String?
    /// Of `presence`: comes home (`true`) or leaves.
    public var arrives: Bool?
    /// Of all but `at` and `demand`: only the next time.
    public var once: Bool?

    public init(
        type: String, date: Date? = nil, time: String? = nil, weekdays: [Int]? = nil, event: String? = nil, offset: Double? = nil, entity: String? = nil,
        to: String? = nil, seconds: Double? = nil, attribute: String? = nil, above: Double? = nil, below: Double? = nil, person: String? = nil,
        arrives: Bool? = nil, once: Bool? = nil
    ) {
        self.type = type
        self.date = date
        self.time = time
        self.weekdays = weekdays
        self.event = event
        self.offset = offset
        self.entity = entity
        self.to = to
        self.seconds = seconds
        self.attribute = attribute
        self.above = above
        self.below = below
        self.person = person
        self.arrives = arrives
        self.once = once
    }
}

/// What must hold besides when an automation is set off. Which fields are there depends on `type`.
public struct ConditionBody: Codable, Hashable, Sendable {
    /// `time`, `state`, `number` or `daylight`.
    public var type: String
    /// Of `time`: `22:00`; up to but not including `to`, past midnight when `to` is the earlier one.
    public var from: String?
    public var to: String?
    public var weekdays: [Int]?
    public var entity: String?
    /// Of `state`.
    public var value: String?
    /// Of `state`: whether it must be so; `true` without it.
    public var met: Bool?
    public var attribute: String?
    public var above: Double?
    public var below: Double?
    /// Of `daylight`: whether the sun is up.
    public var up: Bool?

    public init(
        type: String, from: String? = nil, to: String? = nil, weekdays: [Int]? = nil, entity: String? = nil, value: String? = nil, met: Bool? = nil,
        attribute: String? = nil, above: Double? = nil, below: Double? = nil, up: Bool? = nil
    ) {
        self.type = type
        self.from = from
        self.to = to
        self.weekdays = weekdays
        self.entity = entity
        self.value = value
        self.met = met
        self.attribute = attribute
        self.above = above
        self.below = below
        self.up = up
    }
}

/// One order of an automation: an intent of Home Assistant's or Jarvis's own, with its slots.
public struct OrderBody: Codable, Hashable, Sendable {
    /// `HassTurnOn`, `HassSetPosition` …
    public var intent: String
    /// `{"name": "Lampe du bureau"}`, `{"area": "Salon", "domain": "light"}` …
    public var slots: [String: JSONValue]?
    /// How it was said.
    public var text: String?

    public init(intent: String, slots: [String: JSONValue]? = nil, text: String? = nil) {
        self.intent = intent
        self.slots = slots
        self.text = text
    }
}

/// `POST /automations`
public struct NewAutomation: Codable, Hashable, Sendable {
    /// How people will call it; made of its orders without it.
    public var name: String?
    /// `fr` or `en`: what its result is said in; the user's own without it.
    public var language: String?
    /// Without it the one that is said in `commands`; without that, it is run by its name only.
    public var trigger: TriggerBody?
    public var conditions: [ConditionBody]?
    /// What is to be done, in words: `["ferme les volets", "éteins le salon"]`.
    public var commands: [String]?
    /// What is to be done, as intents.
    public var orders: [OrderBody]?

    public init(
        name: String? = nil, language: String? = nil, trigger: TriggerBody? = nil, conditions: [ConditionBody]? = nil, commands: [String]? = nil,
        orders: [OrderBody]? = nil
    ) {
        self.name = name
        self.language = language
        self.trigger = trigger
        self.conditions = conditions
        self.commands = commands
        self.orders = orders
    }
}

/// `PATCH /automations/{id}`
public struct AutomationPatch: Codable, Hashable, Sendable {
    /// What comes due while it is paused is not missed.
    public var paused: Bool

    public init(paused: Bool) { self.paused = paused }
}

/// `GET /automations`
public struct AutomationBody: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    public var trigger: TriggerBody
    public var conditions: [ConditionBody]
    public var orders: [OrderBody]
    public var paused: Bool
    public var createdAt: Date
    /// The name of who made it.
    public var createdBy: String
    /// When a clock sets it off next.
    public var nextDue: Date?
    /// When one that runs once had its turn.
    public var doneAt: Date?

    public init(
        id: String, name: String, trigger: TriggerBody, conditions: [ConditionBody], orders: [OrderBody], paused: Bool, createdAt: Date, createdBy: String,
        nextDue: Date? = nil, doneAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.trigger = trigger
        self.conditions = conditions
        self.orders = orders
        self.paused = paused
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.nextDue = nextDue
        self.doneAt = doneAt
    }

    enum CodingKeys: String, CodingKey {
        case id, name, trigger, conditions, orders, paused
        case createdAt = "created_at"
        case createdBy = "created_by"
        case nextDue = "next_due"
        case doneAt = "done_at"
    }
}

/// `GET /automations/{id}/runs`: one time that it was set off.
public struct AutomationRunBody: Codable, Hashable, Sendable {
    public struct Cause: Codable, Hashable, Sendable {
        /// `time`, `sun`, `entity` or `request`.
        public var type: String
        /// `sunrise` or `sunset`; the entity's id.
        public var subject: String?
        /// The name of the entity, or of who asked for it.
        public var name: String?
        /// The entity's state of that moment.
        public var value: String?

        public init(type: String, subject: String? = nil, name: String? = nil, value: String? = nil) {
            self.type = type
            self.subject = subject
            self.name = name
            self.value = value
        }
    }

    public var id: String
    public var automationID: String
    /// The automation's name of that day.
    public var name: String
    public var startedAt: Date
    public var finishedAt: Date?
    /// `running`, `done`, `failed`, `skipped` (a condition was not met), `missed` or `interrupted`.
    public var outcome: String
    public var cause: Cause
    /// What was said of it.
    public var result: String

    public init(
        id: String, automationID: String, name: String, startedAt: Date, finishedAt: Date? = nil, outcome: String, cause: Cause, result: String
    ) {
        self.id = id
        self.automationID = automationID
        self.name = name
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.outcome = outcome
        self.cause = cause
        self.result = result
    }

    enum CodingKeys: String, CodingKey {
        case id, name, outcome, cause, result
        case automationID = "automation_id"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
    }
}

/// The answer of `POST /automations/{id}/run`.
public struct AutomationResult: Codable, Hashable, Sendable {
    /// What is said of it.
    public var result: String

    public init(result: String) { self.result = result }
}
