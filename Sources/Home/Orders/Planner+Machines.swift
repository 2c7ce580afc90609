import Base
import Domain

/// Vacuums, mowers, alarms, and what is only set off or set.
extension Planner {
    func vacuum(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        // Bits of VacuumEntityFeature: pause 4, stop 8, return home 16, clean area 16384.
        switch wish {
        case .on, .clean: return reach(.clean, "vacuum", "start", entity, state, values: ["cleaning", "on"], failing: ["error"])
        case .off, .dock:
            guard entity.supports(16) else { return wish == .off ? vacuum(.stop, entity, state) : .unable(.notThat) }
            return reach(.dock, "vacuum", "return_to_base", entity, state, values: ["docked"], moving: ["returning"], failing: ["error"])
        case .stop:
            if entity.supports(4) {
                return reach(.pause, "vacuum", "pause", entity, state, values: ["paused", "idle", "docked"])
            }
            return entity.supports(8) ? reach(.stop, "vacuum", "stop", entity, state, values: ["idle", "paused", "docked"]) : .unable(.notThat)
        case .toggle: return vacuum(["cleaning", "on"].contains(state.value) ? .dock : .clean, entity, state)
        case .cleanAreas(let areas):
            guard entity.features & 16384 != 0, !areas.isEmpty else { return .unable(.rooms) }
            // It may be cleaning elsewhere: that is not this.
            let goal = Goal(entity: entity.id, deed: .clean, values: ["cleaning"], failing: ["error"], limit: limits.seconds(for: "vacuum"))
            return .call("vacuum", "clean_area", ["cleaning_area_id": .array(areas.map { .string($0) })], goal)
        default: return .unable(.notThat)
        }
    }

    func mower(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on, .mow: reach(.mow, "lawn_mower", "start_mowing", entity, state, values: ["mowing"], failing: ["error"])
        case .off, .dockMower: reach(.dock, "lawn_mower", "dock", entity, state, values: ["docked"], moving: ["returning"], failing: ["error"])
        case .stop: reach(.pause, "lawn_mower", "pause", entity, state, values: ["paused", "docked"], failing: ["error"])
        case .toggle: mower(state.value == "mowing" ? .dockMower : .mow, entity, state)
        default: .unable(.notThat)
        }
    }

    func alarm(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on:
            if state.text("code_format") != nil, state.attributes["code_arm_required"] == true { return .unable(.code) }
            if state.value.hasPrefix("armed_") { return .already(.arm) }
            return reach(.arm, "alarm_control_panel", "alarm_arm_away", entity, state, values: ["armed_away"], moving: ["arming"])
        case .off:
            if state.value != "disarmed", state.text("code_format") != nil { return .unable(.code) }
            return reach(.disarm, "alarm_control_panel", "alarm_disarm", entity, state, values: ["disarmed"])
        case .toggle: return alarm(state.value == "disarmed" ? .on : .off, entity, state)
        default: return .unable(.notThat)
        }
    }

    func script(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on: trigger("script", "turn_on", .run, entity)
        case .off, .stop: reach(.stop, "script", "turn_off", entity, state, values: ["off"])
        default: .unable(.notThat)
        }
    }

    func automation(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on: reach(.enable, "automation", "turn_on", entity, state, values: ["on"])
        case .off: reach(.disable, "automation", "turn_off", entity, state, values: ["off"])
        case .toggle: automation(state.value == "on" ? .off : .on, entity, state)
        default: .unable(.notThat)
        }
    }

    func number(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        guard case .position(let wanted) = wish else { return .unable(.notThat) }
        let (low, high) = (state.number("min") ?? 0, state.number("max") ?? 100)
        guard wanted >= low, wanted <= high else { return .unable(.range(low, high, .none)) }
        return reach(
            .value(wanted), entity.domain, "set_value", with: ["value": .number(wanted)], entity, state,
            demands: [Goal.Demand(test: .number(wanted, exact: 1e-6, near: max(state.number("step") ?? 0, 1e-6)))])
    }
}
