import Base
import Foundation

/// What a device says about itself in one discovery message, with every key in its long form and `~` filled in.
///
/// Texts are bounded: a broker is not always one's own. What cannot be used is noted for the log.
final class DiscoveryConfig {
    /// Topics and payloads are not longer, in bytes.
    static let textLimit = 1024
    /// Names are not longer, in characters.
    static let nameLimit = 120
    /// Lists of modes are not longer.
    static let listLimit = 64

    private let values: [String: JSONValue]
    let device: [String: JSONValue]
    /// What of it cannot be used; English.
    private(set) var notes: [String] = []

    /// - Parameter shared: what a message for a whole device says once for all its parts.
    init(_ object: [String: JSONValue], shared: [String: JSONValue] = [:]) {
        var values = shared
        for (key, value) in Self.expanded(object) { values[key] = value }
        if case .string(let base) = values.removeValue(forKey: "~") {
            for (key, value) in values where key.hasSuffix("topic") {
                if case .string(let topic) = value { values[key] = .string(Self.filled(topic, with: base)) }
            }
            if case .array(let list) = values["availability"] {
                values["availability"] = .array(
                    list.map { item in
                        guard case .object(var item) = item, case .string(let topic) = item["topic"] else { return item }
                        item["topic"] = .string(Self.filled(topic, with: base))
                        return .object(item)
                    })
            }
        }
        if case .object(let device) = values["device"] { self.device = device } else { device = [:] }
        self.values = values
    }

    /// Long keys, also in `device` and `availability`; a single availability becomes a list.
    static func expanded(_ object: [String: JSONValue]) -> [String: JSONValue] {
        func expand(_ object: [String: JSONValue], _ names: [String: String]) -> [String: JSONValue] {
            var long: [String: JSONValue] = [:]
            // The long form goes before the short one, whatever the order.
            for (key, value) in object where names[key] == nil { long[key] = value }
            for (key, value) in object { if let name = names[key], long[name] == nil { long[name] = value } }
            return long
        }
        var values = expand(object, DiscoveryKeys.long)
        if case .object(let device) = values["device"] { values["device"] = .object(expand(device, DiscoveryKeys.longOfDevice)) }
        if let availability = values["availability"] {
            let list: [JSONValue] = if case .array(let list) = availability { list } else { [availability] }
            values["availability"] = .array(
                list.prefix(listLimit).map { if case .object(let item) = $0 { .object(expand(item, DiscoveryKeys.long)) } else { $0 } })
        }
        return values
    }

    private static func filled(_ topic: String, with base: String) -> String {
        if topic.hasPrefix("~") { return base + topic.dropFirst() }
        if topic.hasSuffix("~") { return topic.dropLast() + base }
        return topic
    }

    func note(_ text: String) { notes.append(text) }

    // MARK: Values

    func has(_ key: String) -> Bool { values[key].map { $0 != .null } ?? false }

    subscript(key: String) -> JSONValue? { values[key] }

    /// A text, or what stands in JSON for one: devices write `payload_on: 1` and `payload_on: false`.
    func text(_ key: String) throws(DiscoveryError) -> String? {
        guard let value = values[key], value != .null else { return nil }
        guard let text = value.plain, text.utf8.count <= Self.textLimit else {
            throw DiscoveryError("\(key) is not a text of at most \(Self.textLimit) bytes")
        }
        return text
    }

    func text(_ key: String, else fallback: String) throws(DiscoveryError) -> String { try text(key) ?? fallback }

    /// A payload that may be switched off with `null`; `nil` then.
    func payload(_ key: String, else fallback: String) throws(DiscoveryError) -> String? { values[key] == .null ? nil : try text(key, else: fallback) }

    func number(_ key: String) throws(DiscoveryError) -> Double? {
        guard let value = values[key], value != .null else { return nil }
        guard let number = value.number ?? value.string.flatMap(Double.init), number.isFinite, abs(number) < 1e12 else {
            throw DiscoveryError("\(key) is not a number")
        }
        return number
    }

    func flag(_ key: String, else fallback: Bool = false) throws(DiscoveryError) -> Bool {
        switch values[key] {
        case nil, .null: return fallback
        case .bool(let flag): return flag
        case .string(let text): if let flag = ["true": true, "false": false, "on": true, "off": false][text.lowercased()] { return flag }
        case .number(let number): return number != 0
        default: break
        }
        throw DiscoveryError("\(key) is neither true nor false")
    }

    func list(_ key: String) throws(DiscoveryError) -> [String]? {
        guard let value = values[key], value != .null else { return nil }
        guard case .array(let items) = value, items.count <= Self.listLimit else { throw DiscoveryError("\(key) is not a list of at most \(Self.listLimit)") }
        let texts = items.compactMap(\.plain)
        guard texts.count == items.count, texts.allSatisfy({ $0.utf8.count <= Self.textLimit }) else { throw DiscoveryError("\(key) is not a list of texts") }
        return texts
    }

    /// A topic to listen or to publish to; no wildcards.
    func topic(_ key: String) throws(DiscoveryError) -> String? {
        guard let topic = try text(key) else { return nil }
        try Self.check(topic, key)
        return topic
    }

    static func check(_ topic: String, _ key: String) throws(DiscoveryError) {
        let isTopic = !topic.isEmpty && topic.utf8.count <= textLimit && !topic.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }
        if !isTopic { throw DiscoveryError("\(key) is no topic") }
    }

    // MARK: What is heard and said

    /// Something to listen to; `nil` when the device has none, or when its template is not understood.
    /// - Parameter templates: the keys under which its template may stand, the first that is there counts.
    func reading(_ name: Reading.Name, _ topicKey: String, _ templates: String...) throws(DiscoveryError) -> Reading? {
        guard let topic = try topic(topicKey) else { return nil }
        for key in templates where has(key) {
            guard let text = try text(key), let template = ValueTemplate(text) else {
                note("\(key) is not understood; only {{ value }} and {{ value_json.a.b }} are: the device goes without what \(topicKey) says")
                return nil
            }
            return Reading(name: name, topic: topic, template: template)
        }
        return Reading(name: name, topic: topic, template: .whole)
    }

    /// Something to publish to; `nil` when the device has none, or when its template is not understood.
    func channel(_ topicKey: String, _ templateKey: String? = nil) throws(DiscoveryError) -> Channel? {
        guard let topic = try topic(topicKey) else { return nil }
        guard let templateKey, has(templateKey) else { return Channel(topic: topic, template: .whole) }
        guard let text = try text(templateKey), let template = CommandTemplate(text) else {
            note("\(templateKey) is not understood; only {{ value }} is: the device goes without \(topicKey)")
            return nil
        }
        return Channel(topic: topic, template: template)
    }

    /// At most `nameLimit` characters on one line, `nil` when nothing is left.
    static func name(_ value: JSONValue?) -> String? {
        let name = value?.plain?.asName(limit: nameLimit) ?? ""
        return name.isEmpty ? nil : name
    }
}

/// Something that a device says: under which topic, and where in the payload.
struct Reading: Sendable, Hashable {
    enum Name: Sendable, Hashable {
        case state, brightness, colorTemperature, rgb, hs, xy, position, percentage, presetMode, mode, action, fanMode
        case temperature, temperatureLow, temperatureHigh, currentTemperature, currentHumidity
    }
    var name: Name
    var topic: String
    var template: ValueTemplate
}

/// Something that can be said to a device: under which topic, and how it is put.
struct Channel: Sendable, Hashable {
    var topic: String
    var template: CommandTemplate

    func callAsFunction(_ text: String, assuming: [Assumption] = []) -> DeviceCommand {
        DeviceCommand(topic: topic, payload: template.render(text), assuming: assuming)
    }

    func callAsFunction(_ number: Double, assuming: [Assumption] = []) -> DeviceCommand { callAsFunction(JSONValue.text(of: number), assuming: assuming) }
}

/// One message for a device.
struct DeviceCommand: Sendable, Hashable {
    var topic: String
    var payload: String
    /// What is taken for its state afterwards, of a device that does not tell it.
    var assuming: [Assumption] = []
}

enum Assumption: Sendable, Hashable {
    case value(String)
    case attribute(String, JSONValue)
}

extension JSONValue {
    /// As Home Assistant's templates print it: `True`, `None`, `21`; JSON for lists and objects.
    var rendered: String? {
        switch self {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .number(let number): Self.text(of: number)
        case .string(let text): text
        case .array, .object: (try? JSON.encode(self)).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The same, of what is neither a list nor an object.
    var plain: String? {
        switch self {
        case .array, .object: nil
        case .null, .bool, .number, .string: rendered
        }
    }

    /// `21`, `21.5`.
    static func text(of number: Double) -> String { Int64(exactly: number).map(String.init) ?? String(number) }
}
