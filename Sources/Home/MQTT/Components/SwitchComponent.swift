import Base
import Domain

struct SwitchComponent: DeviceComponent {
    private let command: Channel?
    private let on: String
    private let off: String
    private let stateOn: String
    private let stateOff: String
    let readings: [Reading]
    let isAssumed: Bool

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a switch without command_topic") }
        command = try config.channel("command_topic", "command_template")
        on = try config.text("payload_on", else: "ON")
        off = try config.text("payload_off", else: "OFF")
        stateOn = try config.text("state_on", else: on)
        stateOff = try config.text("state_off", else: off)
        readings = try [config.reading(.state, "state_topic", "value_template")].compactMap(\.self)
        isAssumed = try config.flag("optimistic") || !config.has("state_topic")
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        switch reading.template.value(in: payload) {
        case stateOn: known.value = "on"
        case stateOff: known.value = "off"
        case "None": known.value = nil
        default: break
        }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        switch service {
        case "turn_on": return [command(on, assuming: isAssumed ? [.value("on")] : [])]
        case "turn_off": return [command(off, assuming: isAssumed ? [.value("off")] : [])]
        case "toggle": return try commands(for: known.value == "on" ? "turn_off" : "turn_on", data, known)
        default: throw unknown(service)
        }
    }
}
