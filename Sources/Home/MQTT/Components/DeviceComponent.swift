import Base
import Domain
import Foundation

/// How the devices of one component (`light`, `cover` …) speak: what they say under which topic, and what is said to them for a service.
///
/// Names, defaults and payloads are those of Home Assistant's MQTT integration; states, attributes and feature bits those of its entities.
protocol DeviceComponent: Sendable {
    /// - Throws: `DiscoveryError` for a device that cannot be used at all.
    init(_ config: DiscoveryConfig) throws(DiscoveryError)
    /// What it says.
    var readings: [Reading] { get }
    /// Home Assistant's `supported_features`.
    var features: Int { get }
    /// Attributes that never change.
    var traits: [String: JSONValue] { get }
    /// Whether its state is what was last asked of it, because it does not tell.
    var isAssumed: Bool { get }
    /// Takes in what it said. What makes no sense changes nothing.
    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState)
    /// What is published for a service, in this order.
    /// - Throws: `HouseError`, `refused` as a rule.
    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand]
    /// Its attributes at present, besides its traits.
    func attributes(_ known: DeviceState) -> [String: JSONValue]
    /// What becomes of its state by itself, and after how many seconds of silence.
    func change(after known: DeviceState) -> (seconds: Double, value: String)?
}

extension DeviceComponent {
    var features: Int { 0 }
    var traits: [String: JSONValue] { [:] }
    var isAssumed: Bool { false }
    func attributes(_ known: DeviceState) -> [String: JSONValue] { known.attributes }
    func change(after known: DeviceState) -> (seconds: Double, value: String)? { nil }

    func unknown(_ service: String) -> HouseError { HouseError(.refused, "this device has no service \(service)") }
}

/// What is known of a device.
struct DeviceState: Sendable, Hashable {
    /// `nil`: unknown.
    var value: String?
    var attributes: [String: JSONValue] = [:]

    mutating func assume(_ assumptions: [Assumption]) {
        for assumption in assumptions {
            switch assumption {
            case .value(let text): value = text
            case .attribute(let name, let value): attributes[name] = value
            }
        }
    }

    func number(_ attribute: String) -> Double? { attributes[attribute]?.number }

    mutating func set(_ attribute: String, _ number: Double?) { attributes[attribute] = number.map { .number($0) } }
    mutating func set(_ attribute: String, _ text: String?) { attributes[attribute] = text.map { .string($0) } }
}

/// What comes with a service call.
struct ServiceData: Sendable {
    let values: [String: JSONValue]
    let now: Date

    init(_ values: [String: JSONValue], now: Date) {
        self.values = values
        self.now = now
    }

    func has(_ name: String) -> Bool { values[name].map { $0 != .null } ?? false }

    func number(_ name: String, _ range: ClosedRange<Double> = -1e9...1e9) throws(HouseError) -> Double? {
        guard let value = values[name], value != .null else { return nil }
        guard let number = value.number, range.contains(number) else {
            throw HouseError(.refused, "\(name) must be a number from \(JSONValue.text(of: range.lowerBound)) to \(JSONValue.text(of: range.upperBound))")
        }
        return number
    }

    func needed(_ name: String, _ range: ClosedRange<Double>) throws(HouseError) -> Double {
        guard let number = try number(name, range) else { throw HouseError(.refused, "\(name) is missing") }
        return number
    }

    /// One of `choices`.
    func choice(_ name: String, of choices: [String]) throws(HouseError) -> String {
        guard let text = values[name]?.string, choices.contains(text) else {
            throw HouseError(.refused, "\(name) must be one of \(choices.prefix(12).joined(separator: ", "))")
        }
        return text
    }

    func numbers(_ name: String, _ count: Int, _ range: ClosedRange<Double>) throws(HouseError) -> [Double]? {
        guard let value = values[name], value != .null else { return nil }
        guard case .array(let items) = value, items.count == count, case let numbers = items.compactMap(\.number), numbers.count == count,
            numbers.allSatisfy(range.contains)
        else {
            throw HouseError(
                .refused, "\(name) must be \(count) numbers from \(JSONValue.text(of: range.lowerBound)) to \(JSONValue.text(of: range.upperBound))")
        }
        return numbers
    }
}

/// A span of a device's own numbers, as percent: 0 is one below its low end (Home Assistant, `ranged_value_to_percentage`).
struct PercentRange: Sendable, Hashable {
    let low: Double
    let high: Double

    /// - Parameters: the numbers that stand for 1 and for 100 %; they may run backwards.
    init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    private var count: Double { high - low + 1 }
    /// How many steps there are.
    var steps: Double { max(1, abs(count)) }

    func percent(of value: Double) -> Double? {
        guard count != 0 else { return nil }
        return min(100, max(0, ((value - (low - 1)) * 100 / count).rounded(.down)))
    }

    func value(of percent: Double) -> Double { (count * percent / 100 + (low - 1)).rounded() }
}
