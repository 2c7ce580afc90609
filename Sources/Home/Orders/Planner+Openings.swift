import Base
import Domain

/// Covers, valves and locks.
extension Planner {
    private static let positionStep = 20.0

    func cover(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        // Bits of CoverEntityFeature: open 1, close 2, set position 4, stop 8; the same for slats 16, 32, 64, 128.
        let turnsOnly = entity.features != 0 && entity.features & 7 == 0 && entity.features & 0xB0 != 0
        let attribute = turnsOnly ? "current_tilt_position" : "current_position"
        let suffix = turnsOnly ? "_cover_tilt" : "_cover"
        let position = state.number(attribute)
        let hasPositions = turnsOnly ? entity.supports(128) : entity.supports(4)
        switch wish {
        case .on:
            return reach(
                .open, "cover", "open" + suffix, entity, state, values: turnsOnly && position != nil ? [] : ["open"],
                demands: position == nil ? [] : [.at(100, of: attribute)], moving: ["opening"], progress: Goal.Progress(attribute: attribute, end: 100))
        case .off:
            return reach(
                .close, "cover", "close" + suffix, entity, state, values: turnsOnly && position != nil ? [] : ["closed"],
                demands: turnsOnly && position != nil ? [.at(0, of: attribute)] : [], moving: ["closing"], progress: Goal.Progress(attribute: attribute, end: 0)
            )
        case .toggle:
            return cover(["closed", "closing"].contains(state.value) || turnsOnly && position == 0 ? .on : .off, entity, state)
        case .stop:
            // Slats do not say whether they turn, so that nobody could see them stop.
            if turnsOnly || !entity.supports(8) { return .unable(.notThat) }
            return reach(.stop, "cover", "stop_cover", entity, state, values: ["open", "closed"])
        case .position(let wanted):
            let wanted = min(max(wanted.rounded(), 0), 100)
            guard hasPositions else { return wanted == 0 ? cover(.off, entity, state) : wanted == 100 ? cover(.on, entity, state) : .unable(.position) }
            return reach(
                .position(wanted), "cover", turnsOnly ? "set_cover_tilt_position" : "set_cover_position",
                with: [turnsOnly ? "tilt_position" : "position": .number(wanted)], entity, state, demands: [.at(wanted, of: attribute)],
                moving: turnsOnly ? [] : [wanted > position ?? 0 ? "opening" : "closing"], progress: Goal.Progress(attribute: attribute, end: wanted))
        case .adjust(let adjustment) where adjustment.quantity == .position:
            guard let position, hasPositions else { return .unable(.position) }
            let wanted = min(max((position + adjustment.change(by: Self.positionStep)).rounded(), 0), 100)
            return wanted == position ? .unable(adjustment.isUp ? .atMost : .atLeast) : cover(.position(wanted), entity, state)
        default: return .unable(.notThat)
        }
    }

    func valve(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        let position = state.number("current_position")
        switch wish {
        case .on:
            return reach(
                .open, "valve", "open_valve", entity, state, values: ["open"], demands: position == nil ? [] : [.at(100, of: "current_position")],
                moving: ["opening"], progress: Goal.Progress(attribute: "current_position", end: 100))
        case .off:
            return reach(
                .close, "valve", "close_valve", entity, state, values: ["closed"], moving: ["closing"],
                progress: Goal.Progress(attribute: "current_position", end: 0))
        case .toggle: return valve(["closed", "closing"].contains(state.value) ? .on : .off, entity, state)
        case .stop: return reach(.stop, "valve", "stop_valve", entity, state, values: ["open", "closed"])
        case .position(let wanted):
            let wanted = min(max(wanted.rounded(), 0), 100)
            guard entity.supports(4) else { return wanted == 0 ? valve(.off, entity, state) : wanted == 100 ? valve(.on, entity, state) : .unable(.position) }
            return reach(
                .position(wanted), "valve", "set_valve_position", with: ["position": .number(wanted)], entity, state,
                demands: [.at(wanted, of: "current_position")], moving: [wanted > position ?? 0 ? "opening" : "closing"],
                progress: Goal.Progress(attribute: "current_position", end: wanted))
        case .adjust(let adjustment) where adjustment.quantity == .position:
            guard let position, entity.supports(4) else { return .unable(.position) }
            let wanted = min(max((position + adjustment.change(by: Self.positionStep)).rounded(), 0), 100)
            return wanted == position ? .unable(adjustment.isUp ? .atMost : .atLeast) : valve(.position(wanted), entity, state)
        default: return .unable(.notThat)
        }
    }

    /// "On" locks, "off" unlocks: as in Home Assistant's intents. A lock counts only once it is at rest: on its way, it may still jam.
    func lock(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch wish {
        case .on: reach(.lock, "lock", "lock", entity, state, values: ["locked"], failing: ["jammed"])
        case .off: reach(.unlock, "lock", "unlock", entity, state, values: ["unlocked", "open"], failing: ["jammed"])
        case .toggle: lock(["locked", "locking"].contains(state.value) ? .off : .on, entity, state)
        default: .unable(.notThat)
        }
    }
}

extension Goal.Demand {
    /// A position in percent: many covers stop a little beside it.
    static func at(_ position: Double, of attribute: String) -> Self { Self(attribute: attribute, test: .number(position, exact: 0.5, near: 4)) }
}
