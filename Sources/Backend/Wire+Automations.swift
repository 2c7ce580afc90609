import API
import Base
import Domain
import Foundation

// How automations look on the wire, and how they are read from it.

extension AutomationBody {
    init(_ automation: Automation, nextDue: Date?) {
        self.init(
            id: automation.id.description, name: automation.name, trigger: TriggerBody(automation.occasion),
            conditions: automation.conditions.map(ConditionBody.init), orders: automation.orders.map(OrderBody.init), paused: automation.isPaused,
            createdAt: automation.createdAt, createdBy: automation.createdBy.name, nextDue: automation.isPaused || automation.doneAt != nil ? nil : nextDue,
            doneAt: automation.doneAt)
    }
}

extension AutomationRunBody {
    init(_ run: AutomationRun) {
        let cause: Cause =
            switch run.cause {
            case .time: Cause(type: "time")
            case .sun(let event): Cause(type: "sun", subject: event.rawValue)
            case .entity(let id, let name, let value): Cause(type: "entity", subject: id, name: name, value: value)
            case .request(let name): Cause(type: "request", name: name)
            }
        self.init(
            id: run.id.description, automationID: run.automation.description, name: run.name, startedAt: run.startedAt, finishedAt: run.finishedAt,
            outcome: run.outcome.rawValue, cause: cause, result: run.result)
    }
}

extension OrderBody {
    init(_ order: Order) {
        self.init(intent: order.intent.name, slots: order.intent.slots.mapValues(\.value), text: order.text)
    }

    /// - Throws: `Problem.invalid`.
    func order() throws(Problem) -> Order {
        let isName = intent.utf8.count <= 64 && intent.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
        guard isName, intent.hasPrefix("Hass") || intent.hasPrefix("Jarvis"), (slots ?? [:]).count <= 32, (text ?? "").count <= 500 else {
            throw Problem(.invalid, "intent must be the name of an intent, like HassTurnOn, with at most 32 slots and 500 characters of text")
        }
        return Order(Intent(intent, (slots ?? [:]).mapValues { SlotValue($0, text: $0.string ?? "") }), text: text ?? "")
    }
}

extension TriggerBody {
    init(_ occasion: Automation.Occasion) {
        switch occasion {
        case .onDemand: self.init(type: "demand")
        case .at(let date): self.init(type: "at", date: date)
        case .when(.time(let hour, let minute, let weekdays), let once):
            self.init(type: "time", time: ClockTime.text(hour * 60 + minute), weekdays: weekdays, once: once)
        case .when(.sun(let event, let offset), let once): self.init(type: "sun", event: event.rawValue, offset: offset, once: once)
        case .when(.state(let entity, let to, let seconds), let once):
            self.init(type: "state", entity: entity, to: to, seconds: seconds, once: once)
        case .when(.number(let entity, let attribute, let above, let below), let once):
            self.init(type: "number", entity: entity, attribute: attribute, above: above, below: below, once: once)
        case .when(.presence(let person, let arrives), let once): self.init(type: "presence", person: person, arrives: arrives, once: once)
        }
    }

    /// - Throws: `Problem.invalid` when a field that its type needs is missing or will not do.
    func occasion() throws(Problem) -> Automation.Occasion {
        let trigger: Trigger
        switch type {
        case "demand": return .onDemand
        case "at":
            guard let date else { throw Problem(.invalid, "a trigger of the type at needs date") }
            return .at(date)
        case "time":
            guard let minutes = time.flatMap(ClockTime.minutes), minutes < 1440 else {
                throw Problem(.invalid, "a trigger of the type time needs time, like 07:30")
            }
            trigger = .time(hour: minutes / 60, minute: minutes % 60, weekdays: weekdays ?? [])
        case "sun":
            guard let event = event.flatMap(Trigger.SunEvent.init) else { throw Problem(.invalid, "a trigger of the type sun needs event: sunrise or sunset") }
            trigger = .sun(event, offset: offset ?? 0)
        case "state":
            guard let entity, let to else { throw Problem(.invalid, "a trigger of the type state needs entity and to") }
            trigger = .state(entity: entity, to: to, seconds: seconds ?? 0)
        case "number":
            guard let entity, above != nil || below != nil else { throw Problem(.invalid, "a trigger of the type number needs entity, and above or below") }
            trigger = .number(entity: entity, attribute: attribute, above: above, below: below)
        case "presence":
            guard let arrives else { throw Problem(.invalid, "a trigger of the type presence needs arrives") }
            trigger = .presence(person: person, arrives: arrives)
        default: throw Problem(.invalid, "the type of a trigger must be at, time, sun, state, number, presence or demand")
        }
        return .when(trigger, once: once ?? false)
    }
}

extension ConditionBody {
    init(_ condition: Automation.Condition) {
        switch condition {
        case .time(let from, let to, let weekdays):
            self.init(type: "time", from: ClockTime.text(from), to: ClockTime.text(to), weekdays: weekdays)
        case .state(let entity, let value, let isMet): self.init(type: "state", entity: entity, value: value, met: isMet)
        case .number(let entity, let attribute, let above, let below):
            self.init(type: "number", entity: entity, attribute: attribute, above: above, below: below)
        case .daylight(let isUp): self.init(type: "daylight", up: isUp)
        }
    }

    /// - Throws: `Problem.invalid` when a field that its type needs is missing or will not do.
    func condition() throws(Problem) -> Automation.Condition {
        switch type {
        case "time":
            guard let from = from.flatMap(ClockTime.minutes), let to = to.flatMap(ClockTime.minutes) else {
                throw Problem(.invalid, "a condition of the type time needs from and to, like 22:00")
            }
            return .time(from: from, to: to, weekdays: weekdays ?? [])
        case "state":
            guard let entity, let value else { throw Problem(.invalid, "a condition of the type state needs entity and value") }
            return .state(entity: entity, value: value, isMet: met ?? true)
        case "number":
            guard let entity, above != nil || below != nil else { throw Problem(.invalid, "a condition of the type number needs entity, and above or below") }
            return .number(entity: entity, attribute: attribute, above: above, below: below)
        case "daylight":
            guard let up else { throw Problem(.invalid, "a condition of the type daylight needs up") }
            return .daylight(up)
        default: throw Problem(.invalid, "the type of a condition must be time, state, number or daylight")
        }
    }
}

/// `07:30`, as minutes after midnight; `24:00` is the end of the day.
private enum ClockTime {
    static func text(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), minute < 60, hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 60 + minute
    }
}
