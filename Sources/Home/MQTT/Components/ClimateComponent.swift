import Base
import Domain

/// Heating or air conditioning. All temperatures are told and taken in degrees Celsius, whatever the device counts in.
struct ClimateComponent: DeviceComponent {
    /// Home Assistant's modes and actions; a device's own words beyond these are not taken.
    private static let allModes = ["auto", "off", "cool", "heat", "dry", "fan_only"]
    private static let knownModes = Set(allModes + ["heat_cool"])
    private static let actions: Set<String> = ["off", "heating", "cooling", "drying", "idle", "fan", "preheating", "defrosting"]

    private let mode: Channel?
    private let power: Channel?
    private let on: String
    private let off: String
    private let temperature: Channel?
    private let low: Channel?
    private let high: Channel?
    private let fanMode: Channel?
    private let preset: Channel?
    private let modes: [String]
    private let fanModes: [String]
    private let presets: [String]
    private let isFahrenheit: Bool
    private let range: ClosedRange<Double>
    private let isOptimistic: Bool
    private let told: Set<Reading.Name>
    let readings: [Reading]
    let traits: [String: JSONValue]

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        mode = try config.channel("mode_command_topic", "mode_command_template")
        power = try config.channel("power_command_topic", "power_command_template")
        on = try config.text("payload_on", else: "ON")
        off = try config.text("payload_off", else: "OFF")
        temperature = try config.channel("temperature_command_topic", "temperature_command_template")
        low = try config.channel("temperature_low_command_topic", "temperature_low_command_template")
        high = try config.channel("temperature_high_command_topic", "temperature_high_command_template")
        fanMode = try config.channel("fan_mode_command_topic", "fan_mode_command_template")
        preset = try config.channel("preset_mode_command_topic", "preset_mode_command_template")
        modes = try (config.list("modes") ?? Self.allModes).filter(Self.knownModes.contains)
        fanModes = try config.list("fan_modes") ?? ["auto", "low", "medium", "high"]
        presets = try config.list("preset_modes") ?? []
        let isFahrenheit = try config.text("temperature_unit", else: "C").uppercased() == "F"
        self.isFahrenheit = isFahrenheit
        func celsius(_ value: Double?) -> Double? { value.map { isFahrenheit ? Self.celsius($0) : $0 } }
        let least = try celsius(config.number("min_temp")) ?? 7, most = try celsius(config.number("max_temp")) ?? 35
        guard least < most else { throw DiscoveryError("min_temp must be below max_temp") }
        range = least...most
        isOptimistic = try config.flag("optimistic")
        let sources: [(Reading.Name, String, String)] = [
            (.mode, "mode_state_topic", "mode_state_template"), (.temperature, "temperature_state_topic", "temperature_state_template"),
            (.temperatureLow, "temperature_low_state_topic", "temperature_low_state_template"),
            (.temperatureHigh, "temperature_high_state_topic", "temperature_high_state_template"),
            (.currentTemperature, "current_temperature_topic", "current_temperature_template"),
            (.currentHumidity, "current_humidity_topic", "current_humidity_template"), (.action, "action_topic", "action_template"),
            (.fanMode, "fan_mode_state_topic", "fan_mode_state_template"), (.presetMode, "preset_mode_state_topic", "preset_mode_value_template"),
        ]
        var readings: [Reading] = []
        for (name, topic, template) in sources { if let reading = try config.reading(name, topic, template, "value_template") { readings.append(reading) } }
        self.readings = readings
        told = Set(sources.filter { config.has($0.1) }.map(\.0))
        guard !readings.isEmpty || mode != nil || temperature != nil || power != nil else {
            throw DiscoveryError("a climate with nothing to say and nothing to hear")
        }
        var traits: [String: JSONValue] = [
            "hvac_modes": .array(modes.map { .string($0) }), "min_temp": .number(least), "max_temp": .number(most),
        ]
        if let step = try config.number("temp_step"), step > 0 { traits["target_temp_step"] = .number(isFahrenheit ? step * 5 / 9 : step) }
        if fanMode != nil { traits["fan_modes"] = .array(fanModes.map { .string($0) }) }
        if preset != nil { traits["preset_modes"] = .array((["none"] + presets).map { .string($0) }) }
        self.traits = traits
    }

    var isAssumed: Bool { assumes(.mode) && assumes(.temperature) }
    private func assumes(_ name: Reading.Name) -> Bool { isOptimistic || !told.contains(name) }

    /// Bits of ClimateEntityFeature: one temperature 1, a range 2, fan mode 8, preset 16, off 128, on 256.
    var features: Int {
        let switches = power != nil || mode != nil && modes.contains("off")
        return (temperature == nil ? 0 : 1) | (low == nil || high == nil ? 0 : 2) | (fanMode == nil ? 0 : 8) | (preset == nil ? 0 : 16)
            | (switches ? 128 | 256 : 0)
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload), !text.isEmpty else { return }
        let degrees = text == "None" ? nil : Double(text).map { isFahrenheit ? Self.celsius($0) : $0 }
        let isNumber = degrees != nil || text == "None"
        switch reading.name {
        case .mode: if modes.contains(text) { known.value = text } else if text == "None" { known.value = nil }
        case .temperature: if isNumber { known.set("temperature", degrees) }
        case .temperatureLow: if isNumber { known.set("target_temp_low", degrees) }
        case .temperatureHigh: if isNumber { known.set("target_temp_high", degrees) }
        case .currentTemperature: if isNumber { known.set("current_temperature", degrees) }
        case .currentHumidity: if let humidity = Double(text) { known.set("current_humidity", humidity) }
        case .action: if Self.actions.contains(text) { known.set("hvac_action", text) }
        case .fanMode: if fanModes.contains(text) { known.set("fan_mode", text) }
        case .presetMode: known.set("preset_mode", presets.contains(text) ? text : "none")
        default: break
        }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        switch service {
        case "set_temperature":
            var commands: [DeviceCommand] = []
            if data.has("hvac_mode") { commands = [try set(mode: try data.choice("hvac_mode", of: modes))] }
            let wanted: [(String, String, Channel?, Reading.Name)] = [
                ("temperature", "temperature", temperature, .temperature), ("target_temp_low", "target_temp_low", low, .temperatureLow),
                ("target_temp_high", "target_temp_high", high, .temperatureHigh),
            ]
            for (name, attribute, channel, reading) in wanted {
                guard let degrees = try data.number(name, range) else { continue }
                guard let channel else { throw HouseError(.refused, "the device has no \(name)") }
                let value = isFahrenheit ? (degrees * 9 / 5 + 32) : degrees
                commands.append(
                    channel((value * 100).rounded() / 100, assuming: assumes(reading) ? [.attribute(attribute, .number(degrees))] : []))
            }
            if commands.isEmpty { throw HouseError(.refused, "temperature is missing") }
            return commands
        case "set_hvac_mode": return [try set(mode: try data.choice("hvac_mode", of: modes))]
        case "turn_on":
            if let power { return [power(on)] }
            guard let first = ["heat_cool", "heat", "auto", "cool"].first(where: modes.contains) ?? modes.first(where: { $0 != "off" }) else {
                throw unknown(service)
            }
            return [try set(mode: first)]
        case "turn_off":
            if let power { return [power(off, assuming: assumes(.mode) ? [.value("off")] : [])] }
            guard modes.contains("off") else { throw HouseError(.refused, "the device cannot be turned off") }
            return [try set(mode: "off")]
        case "toggle": return try commands(for: known.value == "off" ? "turn_on" : "turn_off", ServiceData([:], now: data.now), known)
        case "set_fan_mode":
            guard let fanMode else { throw unknown(service) }
            let wanted = try data.choice("fan_mode", of: fanModes)
            return [fanMode(wanted, assuming: assumes(.fanMode) ? [.attribute("fan_mode", .string(wanted))] : [])]
        case "set_preset_mode":
            guard let preset else { throw unknown(service) }
            let wanted = try data.choice("preset_mode", of: presets + ["none"])
            return [preset(wanted, assuming: assumes(.presetMode) ? [.attribute("preset_mode", .string(wanted))] : [])]
        default: throw unknown(service)
        }
    }

    private func set(mode wanted: String) throws(HouseError) -> DeviceCommand {
        guard let mode else { throw HouseError(.refused, "the device's mode cannot be set") }
        return mode(wanted, assuming: assumes(.mode) ? [.value(wanted)] : [])
    }

    private static func celsius(_ fahrenheit: Double) -> Double { (((fahrenheit - 32) * 5 / 9) * 10).rounded() / 10 }
}
