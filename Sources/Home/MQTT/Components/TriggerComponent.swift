import Base
import Domain

/// What is set off and has no state but when that last happened: a button.
struct ButtonComponent: DeviceComponent {
    private let command: Channel?
    private let press: String
    let readings: [Reading] = []

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a button without command_topic") }
        command = try config.channel("command_topic", "command_template")
        press = try config.text("payload_press", else: "PRESS")
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {}

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard service == "press" else { throw unknown(service) }
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        return [command(press, assuming: [.value(Timestamp.format(data.now))])]
    }
}

/// The same for a scene.
struct SceneComponent: DeviceComponent {
    private let command: Channel?
    private let on: String
    let readings: [Reading] = []

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a scene without command_topic") }
        command = try config.channel("command_topic", "command_template")
        on = try config.text("payload_on", else: "ON")
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {}

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard service == "turn_on" else { throw unknown(service) }
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        return [command(on, assuming: [.value(Timestamp.format(data.now))])]
    }
}
