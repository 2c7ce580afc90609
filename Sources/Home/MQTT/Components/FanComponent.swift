import Base
import Domain

struct FanComponent: DeviceComponent {
    private let command: Channel?
    private let on: String
    private let off: String
    private let speed: Channel?
    private let speeds: PercentRange
    private let speedReset: String
    private let preset: Channel?
    private let presets: [String]
    private let isOptimistic: Bool
    let readings: [Reading]

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a fan without command_topic") }
        command = try config.channel("command_topic", "command_template")
        on = try config.text("payload_on", else: "ON")
        off = try config.text("payload_off", else: "OFF")
        speed = try config.channel("percentage_command_topic", "percentage_command_template")
        let low = try config.number("speed_range_min") ?? 1, high = try config.number("speed_range_max") ?? 100
        guard low >= 1, low < high else { throw DiscoveryError("speed_range_min must be at least 1 and below speed_range_max") }
        speeds = PercentRange(low: low, high: high)
        speedReset = try config.text("payload_reset_percentage", else: "None")
        preset = try config.channel("preset_mode_command_topic", "preset_mode_command_template")
        presets = try config.list("preset_modes") ?? []
        isOptimistic = try config.flag("optimistic")
        readings = try [
            config.reading(.state, "state_topic", "state_value_template"),
            config.reading(.percentage, "percentage_state_topic", "percentage_value_template"),
            config.reading(.presetMode, "preset_mode_state_topic", "preset_mode_value_template"),
        ].compactMap(\.self)
        isAssumed = isOptimistic || !config.has("state_topic")
        isSpeedAssumed = isOptimistic || !config.has("percentage_state_topic")
        isPresetAssumed = isOptimistic || !config.has("preset_mode_state_topic")
    }

    let isAssumed: Bool
    private let isSpeedAssumed: Bool
    private let isPresetAssumed: Bool

    /// Bits of FanEntityFeature: speed 1, preset mode 8.
    var features: Int { (speed == nil ? 0 : 1) | (preset == nil ? 0 : 8) }

    var traits: [String: JSONValue] {
        var traits: [String: JSONValue] = [:]
        if speed != nil { traits["percentage_step"] = .number(100 / min(speeds.steps, 100)) }
        if preset != nil { traits["preset_modes"] = .array(presets.map { .string($0) }) }
        return traits
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload), !text.isEmpty else { return }
        switch reading.name {
        case .percentage:
            if text == speedReset {
                known.set("percentage", nil as Double?)
            } else if let number = Double(text) {
                known.set("percentage", speeds.percent(of: number))
            }
        case .presetMode: known.set("preset_mode", presets.contains(text) ? text : nil)
        default:
            switch text {
            case on: known.value = "on"
            case off: known.value = "off"
            case "None": known.value = nil
            default: break
            }
        }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        switch service {
        case "turn_on":
            var commands = [command(on, assuming: isAssumed ? [.value("on")] : [])]
            if let percent = try data.number("percentage", 0...100) { commands += try turn(to: percent) }
            if data.has("preset_mode") { commands += try self.commands(for: "set_preset_mode", data, known) }
            return commands
        case "turn_off": return [command(off, assuming: isAssumed ? [.value("off")] : [])]
        case "toggle": return try commands(for: known.value == "on" ? "turn_off" : "turn_on", ServiceData([:], now: data.now), known)
        case "set_percentage":
            let percent = try data.needed("percentage", 0...100)
            if percent == 0 { return try commands(for: "turn_off", data, known) }
            let start = known.value == "on" ? [] : [command(on, assuming: isAssumed ? [.value("on")] : [])]
            return start + (try turn(to: percent))
        case "set_preset_mode":
            guard let preset else { throw unknown(service) }
            let mode = try data.choice("preset_mode", of: presets)
            return [preset(mode, assuming: isPresetAssumed ? [.attribute("preset_mode", .string(mode))] : [])]
        default: throw unknown(service)
        }
    }

    private func turn(to percent: Double) throws(HouseError) -> [DeviceCommand] {
        guard let speed else { throw HouseError(.refused, "the fan has no speeds") }
        // Rounded up: the lowest speed is not 0.
        let value = min(max(speeds.value(of: percent), speeds.low), speeds.high)
        return [speed(value, assuming: isSpeedAssumed ? [.attribute("percentage", .number(percent))] : [])]
    }
}
