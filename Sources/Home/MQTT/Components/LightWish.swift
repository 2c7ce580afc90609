import Base
import Domain
import Foundation

/// What a lamp is asked to shine like, from the data of `light.turn_on`.
struct LightWish: Sendable, Hashable {
    /// 0 to 255.
    var brightness: Double?
    /// Kelvin.
    var kelvin: Double?
    var color: LightColor?

    init(_ data: ServiceData, _ known: DeviceState) throws(HouseError) {
        let now = known.value == "on" ? known.number("brightness") ?? 255 : 0
        if let percent = try data.number("brightness_pct", 0...100) {
            brightness = (percent * 255 / 100).rounded()
        } else if let value = try data.number("brightness", 0...255) {
            brightness = value.rounded()
        } else if let step = try data.number("brightness_step_pct", -100...100) {
            brightness = min(max((now + step * 2.55).rounded(), 0), 255)
        } else if let step = try data.number("brightness_step", -255...255) {
            brightness = min(max((now + step).rounded(), 0), 255)
        }
        if let kelvin = try data.number(data.has("kelvin") ? "kelvin" : "color_temp_kelvin", 1000...40000) {
            self.kelvin = kelvin
        } else if let mired = try data.number("color_temp", 25...1000) {
            kelvin = (1_000_000 / mired).rounded()
        }
        color = try LightColor(data)
    }

    /// For a lamp that has only whites: white is what it shines in for "white", and other colours are not for it.
    mutating func keepToWhite() throws(HouseError) {
        guard let color else { return }
        guard color.hs[1] < LightColor.pale else { throw HouseError(.refused, "the lamp has no colours") }
        (self.color, kelvin) = (nil, kelvin ?? LightColor.plainWhite)
    }
}

extension DeviceState {
    mutating func shine(_ color: LightColor) { for (name, value) in color.attributes { attributes[name] = value } }
    mutating func shine(kelvin: Double) {
        attributes["color_temp_kelvin"] = .number(kelvin)
        attributes["color_mode"] = "color_temp"
    }
}

/// What both kinds of lamps have in common.
enum LightTraits {
    static func make(modes: [String], config: DiscoveryConfig) throws(DiscoveryError) -> [String: JSONValue] {
        var traits: [String: JSONValue] = ["supported_color_modes": .array(modes.map { .string($0) })]
        if modes.contains("color_temp") {
            // Mireds as the devices have them; Home Assistant's defaults.
            let coldest = try config.number("min_mireds") ?? 153, warmest = try config.number("max_mireds") ?? 500
            guard coldest >= 1, warmest >= coldest else { throw DiscoveryError("min_mireds and max_mireds are out of order") }
            traits["min_color_temp_kelvin"] = .number((1_000_000 / warmest).rounded(.down))
            traits["max_color_temp_kelvin"] = .number((1_000_000 / coldest).rounded(.down))
        }
        return traits
    }

    /// A lamp that is off has neither brightness nor colour.
    static func attributes(_ known: DeviceState) -> [String: JSONValue] {
        known.value == "on" ? known.attributes : known.attributes.filter { !Self.shining.contains($0.key) }
    }

    private static let shining: Set<String> = ["brightness", "color_temp_kelvin", "rgb_color", "hs_color", "color_mode"]
}
