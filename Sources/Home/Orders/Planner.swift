import Base
import Domain

/// Turns a wish and its targets into service calls and what must be seen after them.
///
/// Absolute wishes that are fulfilled make no call; relative ones are made absolute here, from the state, so that nothing can be done twice.
struct Planner {
    /// What is to be done to one device.
    enum Draft {
        case call(String, String, [String: JSONValue], Goal)
        case already(Deed)
        case unable(Inability)
    }

    let limits: OrderLimits
    /// Devices that another order is at work on: what they show now is about to change.
    var busy: Set<String> = []

    func plan(_ wish: Wish, for targets: [HomeModel.Entity], state: (String) -> EntityState?) -> Plan {
        var plan = Plan()
        var indexes: [Key: Int] = [:]
        for entity in targets {
            guard let now = state(entity.id), !now.isLost else {
                plan.unavailable.append(entity.id)
                continue
            }
            switch draft(wish, entity, now) {
            case .already(let deed): plan.already.append(Plan.Already(entity: entity.id, deed: deed))
            case .unable(let why): plan.unable.append(Plan.Unable(entity: entity.id, why: why))
            case .call(let domain, let service, let data, let goal):
                let key = Key(domain: domain, service: service, data: data)
                if let index = indexes[key] {
                    plan.steps[index].call.entities.append(entity.id)
                    plan.steps[index].goals.append(goal)
                } else {
                    indexes[key] = plan.steps.count
                    plan.steps.append(Plan.Step(call: ServiceCall(domain: domain, service: service, entities: [entity.id], data: data), goals: [goal]))
                }
            }
        }
        return plan
    }

    private struct Key: Hashable {
        var domain: String
        var service: String
        var data: [String: JSONValue]
    }

    func draft(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        switch entity.domain {
        case "light": light(wish, entity, state)
        case "cover": cover(wish, entity, state)
        case "valve": valve(wish, entity, state)
        case "lock": lock(wish, entity, state)
        case "climate": climate(wish, entity, state)
        case "water_heater": waterHeater(wish, entity, state)
        case "humidifier": humidifier(wish, entity, state)
        case "fan": fan(wish, entity, state)
        case "media_player": media(wish, entity, state)
        case "vacuum": vacuum(wish, entity, state)
        case "lawn_mower": mower(wish, entity, state)
        case "alarm_control_panel": alarm(wish, entity, state)
        case "scene": wish == .on ? trigger("scene", "turn_on", .activate, entity) : .unable(.notThat)
        case "button", "input_button": wish == .on ? trigger(entity.domain, "press", .press, entity) : .unable(.notThat)
        case "script": script(wish, entity, state)
        case "automation": automation(wish, entity, state)
        case "input_number", "number": number(wish, entity, state)
        case "group": switched(wish, entity, state, domain: "homeassistant", on: ["on", "open", "home"], off: ["off", "closed", "not_home"])
        case "switch", "input_boolean", "siren", "remote": switched(wish, entity, state, domain: entity.domain)
        default: .unable(.notCommandable)
        }
    }

    // MARK: What all of them need

    /// A call, unless the goal is met.
    func reach(
        _ deed: Deed, _ domain: String, _ service: String, with data: [String: JSONValue] = [:], _ entity: HomeModel.Entity, _ state: EntityState,
        values: Set<String> = [], demands: [Goal.Demand] = [], moving: Set<String> = [], progress: Goal.Progress? = nil, failing: Set<String> = []
    ) -> Draft {
        let goal = Goal(
            entity: entity.id, deed: deed, values: values, demands: demands, moving: moving, progress: progress, failing: failing,
            // Who says stop does not want to wait.
            limit: deed == .stop ? limits.quick : limits.seconds(for: entity.domain))
        return goal.isMet(already: state) && !busy.contains(entity.id) ? .already(deed) : .call(domain, service, data, goal)
    }

    /// A call for something that has no state to come to, but says when it was last set off.
    func trigger(_ domain: String, _ service: String, _ deed: Deed, _ entity: HomeModel.Entity) -> Draft {
        .call(domain, service, [:], Goal(entity: entity.id, deed: deed, sign: .stamped, limit: limits.seconds(for: entity.domain)))
    }

    func switched(
        _ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState, domain: String, on: Set<String> = ["on"], off: Set<String> = ["off"]
    ) -> Draft {
        switch wish {
        case .on: reach(.on, domain, "turn_on", entity, state, values: on)
        case .off, .stop: reach(.off, domain, "turn_off", entity, state, values: off)
        case .toggle: switched(on.contains(state.value) ? .off : .on, entity, state, domain: domain, on: on, off: off)
        default: .unable(.notThat)
        }
    }
}
