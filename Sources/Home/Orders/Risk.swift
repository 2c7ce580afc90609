import Base
import Domain

/// What must not happen by a slip of the tongue, and who may have it done at all.
enum Risk: Sendable, Hashable {
    case unlock([String])
    case disarm([String])
    /// A garage door or a gate.
    case openGate([String])
    case openValve([String])
    case heating(Double, [String])
    case hotWater(Double, [String])
    /// More devices or rooms than anybody named.
    case many(count: Int, areas: Int)

    enum Verdict: Sendable, Hashable {
        case fine
        /// To be asked first.
        case confirm(Risk)
        case refuse(Risk)
    }

    /// Whether guests and children are refused, and not only asked: what opens the house, or can harm.
    var isForHousehold: Bool {
        if case .many = self { false } else { true }
    }

    /// Judges what a plan would do, for who asks for it. The gravest counts.
    ///
    /// - Parameter isSurprising: whether many devices, or several rooms, are more than was named.
    static func verdict(on plan: Plan, for role: Role, isSurprising: Bool, model: HomeModel, limits: OrderLimits, state: (String) -> EntityState?) -> Verdict {
        let goals = plan.steps.flatMap(\.goals)
        guard let risk = gravest(goals, model, limits, state) ?? (isSurprising ? tooMany(goals.map(\.entity), model, limits) : nil) else { return .fine }
        switch role {
        case .owner, .admin, .member: return .confirm(risk)
        case .guest, .child: return risk.isForHousehold ? .refuse(risk) : .confirm(risk)
        }
    }

    private static func gravest(_ goals: [Goal], _ model: HomeModel, _ limits: OrderLimits, _ state: (String) -> EntityState?) -> Risk? {
        let ids = Set(goals.map(\.entity))
        let entities = Dictionary(model.entities.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) }) { first, _ in first }
        func those(_ isMeant: (Goal, HomeModel.Entity) -> Bool) -> [String]? {
            let found = goals.filter { goal in entities[goal.entity].map { isMeant(goal, $0) } ?? false }.map(\.entity)
            return found.isEmpty ? nil : found
        }
        if let found = those({ goal, _ in goal.deed == .unlock }) { return .unlock(found) }
        if let found = those({ goal, _ in goal.deed == .disarm }) { return .disarm(found) }
        if let found = those({ goal, entity in isGate(entity) && isOpening(goal, state(goal.entity)) }) { return .openGate(found) }
        if let found = those({ goal, entity in entity.domain == "valve" && isOpening(goal, state(goal.entity)) }) { return .openValve(found) }
        for goal in goals {
            guard case .temperature(let value) = goal.deed, let entity = entities[goal.entity] else { continue }
            let celsius = isFahrenheit(state(goal.entity), entity.domain) ? (value - 32) / 1.8 : value
            if entity.domain == "water_heater" {
                if celsius > limits.hotWater { return .hotWater(value, [entity.id]) }
            } else if !limits.heating.contains(celsius) {
                return .heating(value, [entity.id])
            }
        }
        return nil
    }

    private static func isOpening(_ goal: Goal, _ state: EntityState?) -> Bool {
        switch goal.deed {
        case .open, .on, .press, .run, .activate: return true
        case .position(let wanted): return wanted > state?.number("current_position") ?? 0
        default: return false
        }
    }

    /// Garage doors and gates; and what is named after one and not classified, or opens it with a button.
    private static func isGate(_ entity: HomeModel.Entity) -> Bool {
        switch entity.domain {
        case "cover":
            if let kind = entity.deviceClass { return kind == "garage" || kind == "gate" }
            return names(entity, ["portail", "garage", "gate", "portillon"])
        case "switch", "button", "input_button", "script", "scene":
            return names(
                entity, ["portail", "porte de garage", "porte du garage", "garage door", "gate", "portillon", "gache", "serrure", "unlock", "deverrouill"])
        default: return false
        }
    }

    private static func names(_ entity: HomeModel.Entity, _ words: [String]) -> Bool {
        ([entity.name] + entity.aliases).contains { name in
            let folded = " \(name.folded)"
            return words.contains { folded.contains(" \($0)") }
        }
    }

    /// A thermostat that goes beyond 50, a boiler that goes beyond 100, counts in Fahrenheit.
    private static func isFahrenheit(_ state: EntityState?, _ domain: String) -> Bool {
        (state?.number("max_temp") ?? 0) > (domain == "water_heater" ? 100 : 50)
    }

    private static func tooMany(_ ids: [String], _ model: HomeModel, _ limits: OrderLimits) -> Risk? {
        let ids = Set(ids)
        let areas = Set(model.entities.lazy.filter { ids.contains($0.id) }.map { $0.area ?? "" })
        return ids.count > limits.devices || areas.count > 1 ? .many(count: ids.count, areas: areas.count) : nil
    }
}
