import Base
import Domain

struct NumberComponent: DeviceComponent {
    private let command: Channel?
    private let range: ClosedRange<Double>
    private let reset: String
    let readings: [Reading]
    let traits: [String: JSONValue]
    let isAssumed: Bool

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a number without command_topic") }
        command = try config.channel("command_topic", "command_template")
        let low = try config.number("min") ?? 1, high = try config.number("max") ?? 100, step = try config.number("step") ?? 1
        guard low < high, step > 0 else { throw DiscoveryError("min must be below max, and step above 0") }
        range = low...high
        reset = try config.text("payload_reset", else: "None")
        readings = try [config.reading(.state, "state_topic", "value_template")].compactMap(\.self)
        isAssumed = try config.flag("optimistic") || !config.has("state_topic")
        var traits: [String: JSONValue] = ["min": .number(low), "max": .number(high), "step": .number(step)]
        if let unit = try config.text("unit_of_measurement") { traits["unit_of_measurement"] = .string(unit) }
        self.traits = traits
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload) else { return }
        if text == reset {
            known.value = nil
        } else if let number = Double(text), range.contains(number) {
            known.value = JSONValue.text(of: number)
        }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard service == "set_value" else { throw unknown(service) }
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        let value = try data.needed("value", range)
        return [command(value, assuming: isAssumed ? [.value(JSONValue.text(of: value))] : [])]
    }
}
