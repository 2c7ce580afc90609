import Base
import Domain

extension Planner {
    /// Percent and kelvin that "un peu plus" and its like change.
    private static let brightnessStep = 20.0, kelvinStep = 500.0
    /// No lamp is dimmed below by steps: it would look broken.
    private static let dimmest = 1.0

    func light(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on, .off, .stop, .toggle: return switched(wish, entity, state, domain: "light")
        case .light(let brightness, let color, let kelvin): return shine(brightness, color, kelvin, entity, state)
        case .adjust(let adjustment) where adjustment.quantity == .brightness:
            let now = state.value == "on" ? (state.number("brightness") ?? 255) / 2.55 : 0
            if state.value != "on", !adjustment.isUp { return .already(.off) }
            let wanted = min(max((now + adjustment.change(by: Self.brightnessStep)).rounded(), Self.dimmest), 100)
            if abs(wanted - now) < 1 { return .unable(adjustment.isUp ? .atMost : .atLeast) }
            return shine(wanted, nil, nil, entity, state)
        case .adjust(let adjustment) where adjustment.quantity == .colorTemperature:
            let now = state.number("color_temp_kelvin") ?? 4000
            let wanted = Self.kelvin(now + adjustment.change(by: Self.kelvinStep), state)
            if abs(wanted - now) < 25 { return .unable(adjustment.isUp ? .atMost : .atLeast) }
            return shine(nil, nil, wanted, entity, state)
        default: return .unable(.notThat)
        }
    }

    private func shine(_ brightness: Double?, _ color: String?, _ kelvin: Double?, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        if let brightness, brightness <= 0 { return switched(.off, entity, state, domain: "light") }
        let modes = state.list("supported_color_modes").map(Set.init)
        var data: [String: JSONValue] = [:]
        var demands: [Goal.Demand] = []
        var kelvin = kelvin, color = color
        if let brightness {
            if let modes, modes.isSubset(of: ["onoff", "unknown"]) { return .unable(.brightness) }
            data["brightness_pct"] = .number(brightness)
            demands.append(Goal.Demand(attribute: "brightness", test: .number(brightness * 2.55, exact: 1.6, near: 8)))
        }
        if let name = color {
            guard let tint = ColorName.tint(name) else { return .unable(.unknownColor(name)) }
            let colorful: Set<String> = ["hs", "rgb", "rgbw", "rgbww", "xy"]
            if let modes, modes.isDisjoint(with: colorful) {
                // Plain white is the one colour of a lamp without colours.
                guard tint.saturation < LightColor.pale, modes.contains("color_temp") else { return .unable(.color) }
                (color, kelvin) = (nil, kelvin ?? LightColor.plainWhite)
            } else {
                data["color_name"] = .string(name)
                demands.append(Goal.Demand(test: .color(tint)))
            }
        }
        if let wanted = kelvin {
            if let modes, modes.isDisjoint(with: ["color_temp", "rgbww"]) { return .unable(.colorTemperature) }
            kelvin = Self.kelvin(wanted, state)
            data["color_temp_kelvin"] = .number(kelvin ?? wanted)
            demands.append(Goal.Demand(test: .kelvin(kelvin ?? wanted)))
        }
        return reach(
            .light(brightness: brightness, color: color, kelvin: kelvin), "light", "turn_on", with: data, entity, state, values: ["on"], demands: demands)
    }

    private static func kelvin(_ wanted: Double, _ state: EntityState) -> Double {
        min(max(wanted.rounded(), state.number("min_color_temp_kelvin") ?? 1000), state.number("max_color_temp_kelvin") ?? 10000)
    }
}
