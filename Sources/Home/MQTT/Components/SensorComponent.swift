import Base
import Domain

/// What is only read: a number or a word.
struct SensorComponent: DeviceComponent {
    /// Home Assistant's limit for states, in characters.
    private static let longest = 255

    let readings: [Reading]
    let traits: [String: JSONValue]
    private let expiry: Double?

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("state_topic") else { throw DiscoveryError("a sensor without state_topic") }
        readings = try [config.reading(.state, "state_topic", "value_template")].compactMap(\.self)
        expiry = try config.number("expire_after").flatMap { $0 > 0 ? $0 : nil }
        var traits: [String: JSONValue] = [:]
        for key in ["unit_of_measurement", "state_class"] { if let text = try config.text(key) { traits[key] = .string(text) } }
        self.traits = traits
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload), !text.isEmpty else { return }
        known.value = text == "None" ? nil : String(text.prefix(Self.longest))
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] { throw unknown(service) }

    func change(after known: DeviceState) -> (seconds: Double, value: String)? { expiry.map { ($0, "unavailable") } }
}

/// What is only read, and is on or off.
struct BinarySensorComponent: DeviceComponent {
    let readings: [Reading]
    private let on: String
    private let off: String
    private let expiry: Double?
    private let offDelay: Double?

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("state_topic") else { throw DiscoveryError("a binary_sensor without state_topic") }
        readings = try [config.reading(.state, "state_topic", "value_template")].compactMap(\.self)
        on = try config.text("payload_on", else: "ON")
        off = try config.text("payload_off", else: "OFF")
        expiry = try config.number("expire_after").flatMap { $0 > 0 ? $0 : nil }
        offDelay = try config.number("off_delay").flatMap { $0 > 0 ? $0 : nil }
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        switch reading.template.value(in: payload) {
        case on: known.value = "on"
        case off: known.value = "off"
        case "None": known.value = nil
        default: break
        }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] { throw unknown(service) }

    func change(after known: DeviceState) -> (seconds: Double, value: String)? {
        if known.value == "on", let offDelay { return (offDelay, "off") }
        return expiry.map { ($0, "unavailable") }
    }
}
