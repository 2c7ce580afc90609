import Base
import Domain

/// A lamp that says and hears everything in one JSON object: `schema: json`.
struct JSONLightComponent: DeviceComponent {
    private let command: Channel?
    private let scale: Double
    private let modes: Set<String>
    private let canDim: Bool
    let readings: [Reading]
    let traits: [String: JSONValue]
    let isAssumed: Bool

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a light without command_topic") }
        command = try config.channel("command_topic")
        scale = try config.number("brightness_scale") ?? 255
        guard scale >= 1 else { throw DiscoveryError("brightness_scale must be at least 1") }
        var modes = try config.list("supported_color_modes") ?? []
        if modes.isEmpty {
            // The older way: a flag for each property.
            if try config.flag("color_temp") { modes.append("color_temp") }
            for color in ["hs", "rgb", "xy"] where try config.flag(color) { modes.append(color) }
            if modes.isEmpty { modes = [try config.flag("brightness") ? "brightness" : "onoff"] }
        }
        canDim = try config.flag("brightness") || !Set(modes).isSubset(of: ["onoff"])
        self.modes = Set(modes)
        readings = try [config.reading(.state, "state_topic")].compactMap(\.self)
        traits = try LightTraits.make(modes: modes, config: config)
        isAssumed = try config.flag("optimistic") || !config.has("state_topic")
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard case .object(let said)? = payload.json else { return }
        switch said["state"] {
        case "ON": known.value = "on"
        case "OFF": known.value = "off"
        case .null: known.value = nil
        default: break
        }
        if let number = said["brightness"]?.number, number > 0 { known.set("brightness", min(255, max(1, (number / scale * 255).rounded()))) }
        if let mired = said["color_temp"]?.number, mired >= 1 { known.shine(kelvin: (1_000_000 / mired).rounded(.down)) }
        if let color = said["color"] {
            func numbers(_ names: String...) -> [Double]? {
                let values = names.compactMap { color[$0]?.number }
                return values.count == names.count && values.allSatisfy((0...360).contains) ? values : nil
            }
            if let hs = numbers("h", "s"), hs[1] <= 100 {
                known.shine(.hs(hs[0], hs[1]))
            } else if let rgb = numbers("r", "g", "b"), rgb.allSatisfy({ $0 <= 255 }) {
                known.shine(.rgb(rgb[0], rgb[1], rgb[2]))
            } else if let xy = numbers("x", "y"), xy.allSatisfy({ $0 <= 1 }), said["color_mode"] != "color_temp" {
                known.shine(.xy(xy[0], xy[1]))
            }
        }
        if let mode = said["color_mode"]?.string, modes.contains(mode) { known.set("color_mode", mode) }
    }

    func attributes(_ known: DeviceState) -> [String: JSONValue] { LightTraits.attributes(known) }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        switch service {
        case "turn_off": return [command(Self.text(["state": "OFF"]), assuming: isAssumed ? [.value("off")] : [])]
        case "toggle": return try commands(for: known.value == "on" ? "turn_off" : "turn_on", data, known)
        case "turn_on":
            var wish = try LightWish(data, known)
            if !hasColors, modes.contains("color_temp") { try wish.keepToWhite() }
            if wish.brightness == 0 { return try commands(for: "turn_off", data, known) }
            var message: [String: JSONValue] = ["state": "ON"], shine = DeviceState()
            if let seconds = try data.number("transition", 0...3600) { message["transition"] = .number(seconds) }
            if let brightness = wish.brightness {
                guard canDim else { throw HouseError(.refused, "the lamp cannot be dimmed") }
                message["brightness"] = .number(max(1, (brightness / 255 * scale).rounded()))
                shine.set("brightness", brightness)
            }
            if let kelvin = wish.kelvin {
                guard modes.contains("color_temp") else { throw HouseError(.refused, "the lamp's white cannot be made warmer or colder") }
                message["color_temp"] = .number((1_000_000 / kelvin).rounded())
                shine.shine(kelvin: kelvin)
            }
            if let color = wish.color {
                message["color"] = try self.color(color)
                shine.shine(color)
            }
            let assumptions = isAssumed ? [.value("on")] + shine.attributes.map { Assumption.attribute($0.key, $0.value) } : []
            return [command(Self.text(.object(message)), assuming: assumptions)]
        default: throw unknown(service)
        }
    }

    private func color(_ color: LightColor) throws(HouseError) -> JSONValue {
        if !modes.isDisjoint(with: ["rgb", "rgbw", "rgbww"]) {
            let rgb = color.rgb
            return ["r": .number(rgb[0]), "g": .number(rgb[1]), "b": .number(rgb[2])]
        }
        if modes.contains("hs") {
            let hs = color.hs
            return ["h": .number(hs[0]), "s": .number(hs[1])]
        }
        guard modes.contains("xy") else { throw HouseError(.refused, "the lamp has no colours") }
        let xy = color.xy
        return ["x": .number(xy[0]), "y": .number(xy[1])]
    }

    private var hasColors: Bool { !modes.isDisjoint(with: ["rgb", "rgbw", "rgbww", "hs", "xy"]) }

    private static func text(_ value: JSONValue) -> String { value.rendered ?? "" }
}
