import Base
import Domain
import Foundation

/// Readings in short words, for tables: `HassTurnOn area=Salon domain=light @+600s`.
enum Short {
    static let timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    /// A Wednesday in March, two in the afternoon.
    static let now = Date(timeIntervalSince1970: 1_773_234_000)

    static func of(_ reading: Reading) -> String {
        switch reading {
        case .none: "–"
        case .answer(let isYes): isYes ? "yes" : "no"
        case .orders(let orders): orders.map(of).joined(separator: " + ")
        case .question(let question):
            "? " + question.text + question.choices.map { " [\($0.label): \($0.orders.map(of).joined(separator: " + "))]" }.joined()
        }
    }

    static func of(_ order: Order) -> String {
        var text = order.intent.name
        for (slot, value) in order.intent.slots.sorted(by: { $0.key < $1.key }) where slot != "response" && slot != "text" { text += " \(slot)=\(of(value))" }
        if order.isWide { text += " wide" }
        for exception in order.exceptions {
            text += " except(\(exception.sorted { $0.key < $1.key }.map { "\($0.key)=\(of($0.value))" }.joined(separator: " ")))"
        }
        text += of(order.timing)
        if order.intent.name == "JarvisSkill" { text += " «\(order.text)»" }
        return text
    }

    static func of(_ value: SlotValue) -> String { value.ids.isEmpty ? of(value.value) : value.ids.joined(separator: ",") }

    private static func of(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .bool(let isTrue): "\(isTrue)"
        case .array(let values): values.map(of).joined(separator: "|")
        case .null, .object: "?"
        }
    }

    private static func of(_ timing: Order.Timing) -> String {
        switch timing {
        case .now: ""
        case .after(let seconds): " @+\(Int(seconds))s"
        case .at(let date): " @" + date.formatted(Date.ISO8601FormatStyle(timeZone: timeZone).month().day().time(includingFractionalSeconds: false))
        case .when(let trigger, let once): (once ? " @once:" : " @each:") + of(trigger)
        }
    }

    private static func of(_ trigger: Trigger) -> String {
        switch trigger {
        case .time(let hour, let minute, let weekdays): "\(hour):\(minute)" + (weekdays.isEmpty ? "" : "/" + weekdays.map(String.init).joined())
        case .sun(let event, let offset): event.rawValue + (offset == 0 ? "" : "\(Int(offset))s")
        case .state(let entity, let to, let seconds): "\(entity)=\(to)" + (seconds == 0 ? "" : "/\(Int(seconds))s")
        case .number(let entity, _, let above, let below):
            entity + (above.map { ">\(of(JSONValue.number($0)))" } ?? "") + (below.map { "<\(of(JSONValue.number($0)))" } ?? "")
        case .presence(let person, let arrives): (person ?? "anybody") + (arrives ? " arrives" : " leaves")
        }
    }
}
