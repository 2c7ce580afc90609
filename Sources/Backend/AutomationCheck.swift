import API
import Base
import Domain

/// Refuses automations that could only fail on the day they are due, and says which field is to blame.
enum AutomationCheck {
    private static let conditions = 20, name = 120, identifier = 255, word = 200, words = 32

    /// The slots that intents have; a misspelt one would be passed over in silence, and its order be about too much.
    private static let slots: Set<String> = [
        "amount", "area", "brightness", "color", "conversation_command", "device_class", "direction", "domain", "fan_mode", "floor", "hours", "humidity",
        "item",
        "little", "media_class", "message", "minutes", "mode", "name", "outside", "percentage", "position", "response", "search_query", "seconds",
        "start_hours", "start_minutes", "start_seconds", "state", "temperature", "value", "volume_level", "volume_step", "what",
    ]
    /// What says which devices are meant, and the intents that are about nothing without it.
    private static let targets: Set<String> = ["name", "area", "floor", "domain", "device_class"]
    private static let targeted: Set<String> = ["HassTurnOn", "HassTurnOff", "HassToggle", "JarvisToggle"]

    /// - Parameter seen: whether whoever asks may know of an entity.
    /// - Throws: `Problem.invalid`.
    static func check(_ body: NewAutomation, isSeen: (String) -> Bool) throws(Problem) {
        try text(body.name, "name", limit: name, mayBeEmpty: true)
        if let trigger = body.trigger {
            try entity(trigger.entity, "trigger.entity", isSeen)
            try entity(trigger.person, "trigger.person", isSeen)
            try text(trigger.to, "trigger.to", limit: word)
            try text(trigger.attribute, "trigger.attribute", limit: identifier)
            if (trigger.weekdays ?? []).count > 7 { throw Problem(.invalid, "trigger.weekdays has more than 7 days") }
        }
        let conditions = body.conditions ?? []
        guard conditions.count <= Self.conditions else {
            throw Problem(.invalid, "conditions are \(conditions.count), at most \(Self.conditions) are possible")
        }
        for (index, condition) in conditions.enumerated() {
            let field = "conditions[\(index)]"
            try entity(condition.entity, field + ".entity", isSeen)
            try text(condition.value, field + ".value", limit: word)
            try text(condition.attribute, field + ".attribute", limit: identifier)
            if (condition.weekdays ?? []).count > 7 { throw Problem(.invalid, "\(field).weekdays has more than 7 days") }
        }
        for (index, order) in (body.orders ?? []).enumerated() { try check(order, "orders[\(index)]") }
    }

    private static func check(_ order: OrderBody, _ field: String) throws(Problem) {
        try text(order.text, field + ".text", limit: 500, mayBeEmpty: true)
        let slots = order.slots ?? [:]
        for (slot, value) in slots.sorted(by: { $0.key < $1.key }) {
            guard Self.slots.contains(slot) else {
                throw Problem(
                    .invalid,
                    "\(field).slots has a member that no intent takes: \(slot.withoutControls.prefix(40)); \(Self.slots.sorted().joined(separator: ", ")) are taken"
                )
            }
            try check(value, "\(field).slots.\(slot)")
        }
        if targeted.contains(order.intent), targets.isDisjoint(with: slots.keys) {
            throw Problem(.invalid, "\(field).slots must say what is meant, by one of \(targets.sorted().joined(separator: ", "))")
        }
    }

    private static func check(_ value: JSONValue, _ field: String) throws(Problem) {
        switch value {
        case .string(let text): try self.text(text, field, limit: word)
        case .number(let number): guard number.isFinite, abs(number) < 1e9 else { throw Problem(.invalid, "\(field) is out of range") }
        case .bool: break
        case .array(let values):
            guard (1...words).contains(values.count) else { throw Problem(.invalid, "\(field) must hold 1 to \(words) texts") }
            for value in values {
                guard let text = value.string else { throw Problem(.invalid, "\(field) must hold texts") }
                try self.text(text, field, limit: word)
            }
        case .null, .object: throw Problem(.invalid, "\(field) must be a text, a number, true, false, or an array of texts")
        }
    }

    private static func entity(_ id: String?, _ field: String, _ isSeen: (String) -> Bool) throws(Problem) {
        try text(id, field, limit: identifier)
        guard id.map(isSeen) ?? true else { throw Problem(.invalid, "\(field): there is no such entity") }
    }

    private static func text(_ text: String?, _ field: String, limit: Int, mayBeEmpty: Bool = false) throws(Problem) {
        guard let text else { return }
        guard mayBeEmpty || text.contains(where: { !$0.isWhitespace }) else { throw Problem(.invalid, "\(field) must not be empty") }
        guard text.count <= limit else { throw Problem(.invalid, "\(field) has \(text.count) characters, at most \(limit) are possible") }
        guard text.withoutControls == text else { throw Problem(.invalid, "\(field) must not hold control characters") }
    }
}
