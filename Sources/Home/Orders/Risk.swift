import Base
import Domain

/// What must not happen by a slip of the tongue, and who may have it done at all.
enum Risk: Sendable, Hashable {
    case unlock([String])
    case disarm([String])
    /// A gate, a garage door or another door.
    case openGate([String])
    /// A switch that is named after a lock or an alarm: nobody knows which way it opens the house.
    case switching(isOn: Bool, [String])
    case openValve([String])
    /// All that is to be set, not only what is beyond the limits.
    case heating([Setting])
    case hotWater([Setting])
    /// A service that nobody has thought about.
    case unknown([String])
    /// More devices or rooms than anybody named.
    case many(count: Int, areas: Int)

    struct Setting: Sendable, Hashable {
        var entity: String
        var degrees: Double
    }

    enum Verdict: Sendable, Hashable {
        case fine
        /// To be asked first.
        case confirm(Risk)
        /// Only after a fresh proof of who asks, which they wanted themselves.
        case prove(Risk)
        case refuse(Risk)
    }

    /// How grave it is: what opens the house, or can harm, is refused to guests and children, and not only asked.
    var gravity: HomeRisk {
        if case .many = self { .surprising } else { .dangerous }
    }

    /// Judges what a plan would do, for who asks for it. The gravest counts.
    ///
    /// The one place that decides who may have done what is risky, by whichever way it is asked for: in words, by a tap or a program, or by an automation.
    ///
    /// - Parameter isSurprising: whether many devices, or several rooms, are more than was named.
    static func verdict(
        on plan: Plan, for principal: Principal, isSurprising: Bool, model: HomeModel, limits: OrderLimits, state: (String) -> EntityState?
    ) -> Verdict {
        let goals = plan.steps.flatMap(\.goals)
        guard let risk = gravest(goals, model, limits, state) ?? (isSurprising ? tooMany(goals.map(\.entity), model, limits) : nil) else { return .fine }
        if risk.gravity > principal.permissions.risk { return .refuse(risk) }
        guard risk.gravity == .dangerous else { return .confirm(risk) }
        return principal.assurance == .voice ? .refuse(risk) : principal.owesProof ? .prove(risk) : .confirm(risk)
    }

    /// On what it is.
    private var entities: [String] {
        switch self {
        case .unlock(let ids), .disarm(let ids), .openGate(let ids), .switching(_, let ids), .openValve(let ids), .unknown(let ids): ids
        case .heating(let settings), .hotWater(let settings): settings.map(\.entity)
        case .many: []
        }
    }

    /// For the trail; `nil` for what is not dangerous.
    fileprivate var target: String? { gravity == .dangerous ? entities.joined(separator: ", ") : nil }

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
        for isOn in [false, true] {
            if let found = those({ goal, entity in isGuarding(entity, isOn) && goal.deed.switches(isOn) }) { return .switching(isOn: isOn, found) }
        }
        if let found = those({ goal, entity in entity.domain == "valve" && isOpening(goal, state(goal.entity)) }) { return .openValve(found) }
        if let found = those({ goal, _ in goal.deed == .unknown }) { return .unknown(found) }
        var settings: [Setting] = [], boilers: [Setting] = []
        var isHot = false, isScalding = false
        for goal in goals {
            guard case .temperature(let value) = goal.deed, let entity = entities[goal.entity] else { continue }
            let celsius = isFahrenheit(state(goal.entity), entity.domain) ? (value - 32) / 1.8 : value
            if entity.domain == "water_heater" {
                boilers.append(Setting(entity: entity.id, degrees: value))
                isScalding = isScalding || !(celsius <= limits.hotWater)
            } else {
                settings.append(Setting(entity: entity.id, degrees: value))
                isHot = isHot || !limits.heating.contains(celsius)
            }
        }
        // Whoever says yes says it to all of it.
        return isScalding ? .hotWater(boilers + settings) : isHot ? .heating(settings + boilers) : nil
    }

    private static func isOpening(_ goal: Goal, _ state: EntityState?) -> Bool {
        switch goal.deed {
        case .open, .on, .press, .run, .activate: return true
        case .position(let wanted): return wanted > state?.number("current_position") ?? 0
        default: return false
        }
    }

    /// Garage doors, gates and doors; and what is named after one and not classified, or opens it with a button.
    private static func isGate(_ entity: HomeModel.Entity) -> Bool {
        let words = entity.words
        let isNamed = !words.isDisjoint(with: ["portail", "portillon", "gate"])
        switch entity.domain {
        case "cover":
            if isNamed || !entity.kinds.isDisjoint(with: ["gate", "garage", "garage_door", "door"]) { return true }
            return entity.deviceClass == nil && words.contains("garage")
        case "switch", "input_boolean", "group", "automation":
            return isNamed || words.contains("gache") || words.contains("garage") && !words.isDisjoint(with: ["porte", "door"])
        case "button", "input_button", "script", "scene":
            return isNamed || words.contains("gache") || words.contains("garage") && !words.isDisjoint(with: ["porte", "door"]) || isLock(words)
                || isAlarm(words)
        default: return false
        }
    }

    /// A switch that stands for a lock either way, for an alarm when it is put off.
    private static func isGuarding(_ entity: HomeModel.Entity, _ isOn: Bool) -> Bool {
        guard ["switch", "input_boolean", "group", "automation"].contains(entity.domain) else { return false }
        let words = entity.words
        return isLock(words) || !isOn && isAlarm(words)
    }

    private static func isLock(_ words: Set<String>) -> Bool {
        words.contains { ["serrure", "verrou", "lock"].contains($0) || ["deverrouill", "verrouill", "unlock"].contains(where: $0.hasPrefix) }
    }

    private static func isAlarm(_ words: Set<String>) -> Bool { !words.isDisjoint(with: ["alarme", "alarm"]) }

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

extension Deed {
    /// Whether it puts something on, or off.
    fileprivate func switches(_ isOn: Bool) -> Bool {
        switch self {
        case .on, .enable: isOn
        case .off, .disable: !isOn
        default: false
        }
    }
}

extension AuditTrail {
    /// Keeps that something dangerous was done, or was refused.
    func record(_ risk: Risk, _ outcome: AuditEvent.Outcome, by principal: Principal) {
        guard let target = risk.target else { return }
        record(AuditEvent(.riskyOrder, outcome, by: principal, target: target))
    }
}
