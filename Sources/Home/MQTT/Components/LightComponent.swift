import Base
import Domain

/// A lamp with a topic for each of its properties: `schema: basic`.
struct LightComponent: DeviceComponent {
    private let command: Channel?
    private let brightness: Channel?
    private let brightnessScale: Double
    private let temperature: Channel?
    private let rgb: Channel?
    private let hs: Channel?
    private let xy: Channel?
    private let on: String
    private let off: String
    /// When `on` is sent beside other properties: `first`, `last`, or `brightness` in its place.
    private let order: String
    private let isOptimistic: Bool
    private let told: Set<Reading.Name>
    let readings: [Reading]
    let traits: [String: JSONValue]

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a light without command_topic") }
        command = try config.channel("command_topic")
        brightness = try config.channel("brightness_command_topic", "brightness_command_template")
        brightnessScale = try config.number("brightness_scale") ?? 255
        guard brightnessScale >= 1 else { throw DiscoveryError("brightness_scale must be at least 1") }
        temperature = try config.channel("color_temp_command_topic", "color_temp_command_template")
        rgb = try config.channel("rgb_command_topic", "rgb_command_template")
        hs = try config.channel("hs_command_topic", "hs_command_template")
        xy = try config.channel("xy_command_topic", "xy_command_template")
        on = try config.text("payload_on", else: "ON")
        off = try config.text("payload_off", else: "OFF")
        order = try config.text("on_command_type", else: "last")
        guard ["first", "last", "brightness"].contains(order) else { throw DiscoveryError("on_command_type is neither first, last nor brightness") }
        isOptimistic = try config.flag("optimistic")
        readings = try [
            config.reading(.state, "state_topic", "state_value_template", "value_template"),
            config.reading(.brightness, "brightness_state_topic", "brightness_value_template"),
            config.reading(.colorTemperature, "color_temp_state_topic", "color_temp_value_template"),
            config.reading(.rgb, "rgb_state_topic", "rgb_value_template"), config.reading(.hs, "hs_state_topic", "hs_value_template"),
            config.reading(.xy, "xy_state_topic", "xy_value_template"),
        ].compactMap(\.self)
        let topics: [(Reading.Name, String)] = [
            (.state, "state_topic"), (.brightness, "brightness_state_topic"), (.colorTemperature, "color_temp_state_topic"), (.rgb, "rgb_state_topic"),
            (.hs, "hs_state_topic"), (.xy, "xy_state_topic"),
        ]
        told = Set(topics.filter { config.has($0.1) }.map(\.0))
        var modes: [String] = []
        if temperature != nil { modes.append("color_temp") }
        if hs != nil { modes.append("hs") }
        if rgb != nil { modes.append("rgb") }
        if xy != nil { modes.append("xy") }
        if modes.isEmpty { modes = [brightness == nil ? "onoff" : "brightness"] }
        traits = try LightTraits.make(modes: modes, config: config)
    }

    var isAssumed: Bool { assumes(.state) }
    private func assumes(_ name: Reading.Name) -> Bool { isOptimistic || !told.contains(name) }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload), !text.isEmpty else { return }
        let numbers = text.split(separator: ",").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
        switch reading.name {
        case .brightness:
            guard let number = numbers.first, number > 0 else { return }
            known.set("brightness", min(255, max(1, (number / brightnessScale * 255).rounded())))
        case .colorTemperature: if let mired = numbers.first, mired >= 1 { known.shine(kelvin: (1_000_000 / mired).rounded(.down)) }
        case .rgb:
            guard numbers.count == 3, numbers.allSatisfy((0...255).contains) else { return }
            known.shine(.rgb(numbers[0], numbers[1], numbers[2]))
            known.set("color_mode", "rgb")
        case .hs:
            guard numbers.count == 2, (0...360).contains(numbers[0]), (0...100).contains(numbers[1]) else { return }
            known.shine(.hs(numbers[0], numbers[1]))
            known.set("color_mode", "hs")
        case .xy:
            guard numbers.count == 2, numbers.allSatisfy((0...1).contains) else { return }
            known.shine(.xy(numbers[0], numbers[1]))
            known.set("color_mode", "xy")
        default:
            switch text {
            case on: known.value = "on"
            case off: known.value = "off"
            case "None": known.value = nil
            default: break
            }
        }
    }

    func attributes(_ known: DeviceState) -> [String: JSONValue] { LightTraits.attributes(known) }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        switch service {
        case "turn_off": return [command(off, assuming: assumes(.state) ? [.value("off")] : [])]
        case "toggle": return try commands(for: known.value == "on" ? "turn_off" : "turn_on", data, known)
        case "turn_on":
            var wish = try LightWish(data, known)
            if wish.brightness == 0 { return try commands(for: "turn_off", data, known) }
            if rgb == nil, hs == nil, xy == nil, temperature != nil { try wish.keepToWhite() }
            if order == "brightness", wish.brightness == nil { wish.brightness = known.number("brightness") ?? 255 }
            let properties = try properties(wish)
            let switching = command(on, assuming: assumes(.state) ? [.value("on")] : [])
            if order == "first" { return [switching] + properties }
            if order == "brightness", !properties.isEmpty {
                return properties.dropLast()
                    + properties.suffix(1).map { last in
                        var last = last
                        last.assuming += switching.assuming
                        return last
                    }
            }
            return properties + [switching]
        default: throw unknown(service)
        }
    }

    private func properties(_ wish: LightWish) throws(HouseError) -> [DeviceCommand] {
        var commands: [DeviceCommand] = []
        if let color = wish.color {
            let ways: [(String, Channel?, Reading.Name, [Double])] = [("rgb", rgb, .rgb, color.rgb), ("hs", hs, .hs, color.hs), ("xy", xy, .xy, color.xy)]
            guard let (mode, channel, name, numbers) = ways.first(where: { $0.1 != nil }), let channel else {
                throw HouseError(.refused, "the lamp has no colours")
            }
            let shown = color.attributes.merging(["color_mode": .string(mode)]) { $1 }
            commands.append(channel(Self.text(numbers), assuming: assumes(name) ? Self.assume(shown) : []))
        }
        if let kelvin = wish.kelvin {
            guard let temperature else { throw HouseError(.refused, "the lamp's white cannot be made warmer or colder") }
            let attributes: [String: JSONValue] = ["color_temp_kelvin": .number(kelvin), "color_mode": "color_temp"]
            commands.append(temperature((1_000_000 / kelvin).rounded(), assuming: assumes(.colorTemperature) ? Self.assume(attributes) : []))
        }
        if let wanted = wish.brightness, let brightness {
            let value = max(1, (wanted / 255 * brightnessScale).rounded())
            commands.append(brightness(value, assuming: assumes(.brightness) ? [.attribute("brightness", .number(wanted))] : []))
        } else if wish.brightness != nil, order != "brightness" {
            throw HouseError(.refused, "the lamp cannot be dimmed")
        }
        return commands
    }

    private static func text(_ numbers: [Double]) -> String { numbers.map(JSONValue.text(of:)).joined(separator: ",") }
    private static func assume(_ attributes: [String: JSONValue]) -> [Assumption] { attributes.map { .attribute($0.key, $0.value) } }
}
