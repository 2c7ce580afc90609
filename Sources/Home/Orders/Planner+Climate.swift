import Base
import Domain

/// Heating, hot water, humidity and air.
extension Planner {
    private static let degreeStep = 1.0, humidityStep = 5.0, speedStep = 20.0

    func climate(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        // Bits of ClimateEntityFeature: one temperature 1, a range 2, fan mode 8, off 128, on 256.
        switch wish {
        case .on:
            let modes = state.list("hvac_modes") ?? []
            let on = Set(modes.isEmpty ? ["heat", "cool", "heat_cool", "auto", "dry", "fan_only"] : modes).subtracting(["off"])
            // "allume la clim" is not to heat, whatever it did last.
            if Self.isCooler(entity), modes.contains("cool") {
                return reach(.on, "climate", "set_hvac_mode", with: ["hvac_mode": "cool"], entity, state, values: on.subtracting(["heat"]))
            }
            if entity.supports(256) { return reach(.on, "climate", "turn_on", entity, state, values: on) }
            guard let mode = ["heat", "heat_cool", "auto", "cool"].first(where: modes.contains) else { return .unable(.notThat) }
            return reach(.on, "climate", "set_hvac_mode", with: ["hvac_mode": .string(mode)], entity, state, values: on)
        case .off, .stop:
            if entity.supports(128) { return reach(.off, "climate", "turn_off", entity, state, values: ["off"]) }
            guard state.list("hvac_modes")?.contains("off") ?? true else { return .unable(.notThat) }
            return reach(.off, "climate", "set_hvac_mode", with: ["hvac_mode": "off"], entity, state, values: ["off"])
        case .toggle: return climate(state.value == "off" ? .on : .off, entity, state)
        case .temperature(let wanted): return warm(to: wanted, entity, state)
        case .adjust(let adjustment) where adjustment.quantity == .temperature:
            guard let now = state.number("temperature") ?? state.number("target_temp_low") else { return .unable(state.value == "off" ? .isOff : .notThat) }
            let (low, high) = Self.range(state)
            let wanted = min(max(now + adjustment.change(by: Self.degreeStep), low), high)
            return wanted == now ? .unable(adjustment.isUp ? .atMost : .atLeast) : warm(to: wanted, entity, state)
        case .fanMode(let mode):
            if let modes = state.list("fan_modes"), !modes.contains(mode) { return .unable(.mode(modes)) }
            return reach(
                .mode(mode), "climate", "set_fan_mode", with: ["fan_mode": .string(mode)], entity, state,
                demands: [Goal.Demand(attribute: "fan_mode", test: .equals(.string(mode)))])
        default: return .unable(.notThat)
        }
    }

    private func warm(to wanted: Double, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        let (low, high) = Self.range(state)
        guard wanted >= low, wanted <= high else { return .unable(.range(low, high, .degrees)) }
        let wanted = Self.rounded(wanted, to: state.number("target_temp_step"))
        // With a range only, the lower end is what it heats to.
        if state.number("temperature") == nil, let below = state.number("target_temp_low") {
            let above = below == wanted ? state.number("target_temp_high") ?? high : max(state.number("target_temp_high") ?? high, min(wanted + 1, high))
            return reach(
                .temperature(wanted), "climate", "set_temperature", with: ["target_temp_low": .number(wanted), "target_temp_high": .number(above)], entity,
                state,
                demands: [.degrees(wanted, of: "target_temp_low")])
        }
        return reach(
            .temperature(wanted), "climate", "set_temperature", with: ["temperature": .number(wanted)], entity, state,
            demands: [.degrees(wanted, of: "temperature")])
    }

    private static func range(_ state: EntityState) -> (Double, Double) { (state.number("min_temp") ?? -50, state.number("max_temp") ?? 150) }

    private static func rounded(_ value: Double, to step: Double?) -> Double {
        guard let step, step > 0 else { return value }
        return ((value / step).rounded() * step * 1000).rounded() / 1000
    }

    private static func isCooler(_ entity: HomeModel.Entity) -> Bool {
        let names = ([entity.name] + entity.aliases).map { $0.lowercased() }
        return ["clim", "air con", "aircon", "cooling"].contains { word in names.contains { $0.hasPrefix(word) } }
    }

    func waterHeater(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on: return reach(.on, "water_heater", "turn_on", entity, state, values: Set(state.list("operation_list") ?? ["on", "eco"]).subtracting(["off"]))
        case .off, .stop: return reach(.off, "water_heater", "turn_off", entity, state, values: ["off"])
        case .toggle: return waterHeater(state.value == "off" ? .on : .off, entity, state)
        case .temperature(let wanted):
            let (low, high) = Self.range(state)
            guard wanted >= low, wanted <= high else { return .unable(.range(low, high, .degrees)) }
            return reach(
                .temperature(wanted), "water_heater", "set_temperature", with: ["temperature": .number(wanted)], entity, state,
                demands: [.degrees(wanted, of: "temperature")])
        case .adjust(let adjustment) where adjustment.quantity == .temperature:
            guard let now = state.number("temperature") else { return .unable(.notThat) }
            let (low, high) = Self.range(state)
            let wanted = min(max(now + adjustment.change(by: Self.degreeStep), low), high)
            return wanted == now ? .unable(adjustment.isUp ? .atMost : .atLeast) : waterHeater(.temperature(wanted), entity, state)
        default: return .unable(.notThat)
        }
    }

    func humidifier(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on, .off, .stop, .toggle: return switched(wish, entity, state, domain: "humidifier")
        case .humidity(let wanted):
            let (low, high) = (state.number("min_humidity") ?? 0, state.number("max_humidity") ?? 100)
            guard wanted >= low, wanted <= high else { return .unable(.range(low, high, .percent)) }
            return reach(
                .humidity(wanted), "humidifier", "set_humidity", with: ["humidity": .number(wanted)], entity, state,
                demands: [Goal.Demand(attribute: "humidity", test: .number(wanted, exact: 0.5, near: 2.5))])
        case .adjust(let adjustment) where adjustment.quantity == .humidity:
            guard let now = state.number("humidity") else { return .unable(.notThat) }
            let wanted = min(max(now + adjustment.change(by: Self.humidityStep), state.number("min_humidity") ?? 0), state.number("max_humidity") ?? 100)
            return wanted == now ? .unable(adjustment.isUp ? .atMost : .atLeast) : humidifier(.humidity(wanted), entity, state)
        case .humidifierMode(let mode):
            let modes = state.list("available_modes") ?? []
            guard modes.contains(mode) else { return .unable(.mode(modes)) }
            return reach(
                .mode(mode), "humidifier", "set_mode", with: ["mode": .string(mode)], entity, state,
                demands: [Goal.Demand(attribute: "mode", test: .equals(.string(mode)))])
        default: return .unable(.notThat)
        }
    }

    func fan(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on, .off, .stop, .toggle: return switched(wish, entity, state, domain: "fan")
        case .speed(let wanted):
            if wanted <= 0 { return switched(.off, entity, state, domain: "fan") }
            guard entity.supports(1) else { return .unable(.notThat) }
            // A fan with three speeds has them at 33, 67 and 100: it goes to the nearest above.
            let near = max(state.number("percentage_step") ?? 1, 1) + 0.5
            return reach(
                .speed(wanted), "fan", "set_percentage", with: ["percentage": .number(wanted)], entity, state, values: ["on"],
                demands: [Goal.Demand(attribute: "percentage", test: .number(wanted, exact: 0.5, near: near))])
        case .adjust(let adjustment) where adjustment.quantity == .speed:
            let now = state.value == "on" ? state.number("percentage") ?? 0 : 0
            let step = state.number("percentage_step") ?? 1
            let change = adjustment.amount == nil && step > 1 ? (adjustment.isUp ? step : -step) : adjustment.change(by: Self.speedStep)
            let wanted = min(max((now + change).rounded(), 0), 100)
            if wanted == now { return .unable(adjustment.isUp ? .atMost : .atLeast) }
            return fan(.speed(wanted), entity, state)
        default: return .unable(.notThat)
        }
    }
}

extension Goal.Demand {
    static func degrees(_ wanted: Double, of attribute: String) -> Self { Self(attribute: attribute, test: .number(wanted, exact: 0.05, near: 0.3)) }
}
