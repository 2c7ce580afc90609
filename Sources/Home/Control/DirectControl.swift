public import Base
public import Domain
import Foundation
public import Observability

/// Has services called by hand, without an utterance: a tap on a page, a program. The rules about what is risky are those for orders.
public struct DirectControl: Sendable {
    /// How long the state of a device is waited for, in seconds: a page wants to show it.
    private static let patience = 2.0

    private let house: any House
    private let trail: any AuditTrail
    private let clock: any WallClock
    private let log: Logger
    private let limits: OrderLimits

    /// - Parameter trail: is told of what is dangerous, done or refused.
    public init(
        house: any House, trail: any AuditTrail = NoTrail(), clock: any WallClock = SystemWallClock(), log: Logger, limits: OrderLimits = OrderLimits()
    ) {
        self.house = house
        self.trail = trail
        self.clock = clock
        self.log = log
        self.limits = limits
    }

    /// Calls a service once, and returns when the entity told another state, or after two seconds.
    ///
    /// - Parameter isConfirmed: what is risky is meant.
    /// - Throws: `Problem`: `confirmationNeeded`; `stepUpNeeded` when the principal owes a proof; `forbidden` when the principal may not; `invalid` for a call
    ///   that is none, and when the house refuses; `unavailable` when it is not in reach, or nobody knows what became of the call.
    public func call(_ call: ServiceCall, isConfirmed: Bool, for principal: Principal) async throws {
        let model = house.model.seen(by: principal)
        for id in call.entities {
            guard let entity = model.entities.first(where: { $0.id == id }), entity.isExposed else { throw Problem(.notFound, "there is no such entity") }
            guard call.domain == entity.domain || (call.domain == "homeassistant" && ["turn_on", "turn_off", "toggle"].contains(call.service)) else {
                throw Problem(.invalid, "this service is not for this entity")
            }
        }
        try Self.check(call)
        let risk = try judge(call, isConfirmed: isConfirmed, for: principal, in: model)
        // From before the call, so that nothing is missed.
        let changes = house.changes()
        do {
            try await house.call(call)
        } catch let error as HouseError {
            log.notice("a service call came to nothing", ["call": "\(call.domain).\(call.service)", "error": error.description])
            if let risk { trail.record(risk, .failed, by: principal) }
            throw Self.problem(error)
        }
        if let risk { trail.record(risk, .done, by: principal) }
        await wait(for: Set(call.entities), in: changes)
    }

    /// Members of a service's data that are numbers. What is judged as a number and sent as something else would be another one in the house.
    private static let numbers = [
        "temperature", "target_temp_low", "target_temp_high", "position", "tilt_position", "percentage", "humidity", "volume_level",
    ]

    /// - Throws: `Problem.invalid` for a call that reaches more than its entities, or hides what it sets.
    private static func check(_ call: ServiceCall) throws(Problem) {
        if let target = call.otherTargets.first { throw Problem(.invalid, "data may not name \(target): a call is for the entity in its path") }
        // A script is a service of its own, whichever entity it is called with.
        let isOfAnother = call.domain == "script" && !["turn_on", "turn_off", "toggle"].contains(call.service) && call.entities != ["script.\(call.service)"]
        if isOfAnother { throw Problem(.invalid, "this service is not for this entity") }
        var numbers = numbers
        if ["number", "input_number"].contains(call.domain) { numbers.append("value") }
        for name in numbers {
            if let value = call.data[name], value.number == nil { throw Problem(.invalid, "\(name) must be a number") }
        }
    }

    /// - Returns: what is risky about it, which was confirmed.
    private func judge(_ call: ServiceCall, isConfirmed: Bool, for principal: Principal, in model: HomeModel) throws -> Risk? {
        var goals: [Goal] = []
        for id in call.entities {
            let deeds = Deed.all(of: call, on: id, state: house.state(of: id))
            goals += (deeds.isEmpty ? [.unknown] : deeds).map { Goal(entity: id, deed: $0, limit: limits.quick) }
            if deeds.isEmpty, principal.permissions.areas != nil {
                // Nobody knows where a service works that nobody has thought about.
                throw Problem(.forbidden, "this account may not call this service")
            }
        }
        let plan = Plan(steps: [Plan.Step(call: call, goals: goals)])
        switch Risk.verdict(on: plan, for: principal, isSurprising: false, model: model, limits: limits, state: house.state(of:)) {
        case .fine: return nil
        case .refuse(let risk):
            trail.record(risk, .refused, by: principal)
            throw Problem(.forbidden, "this account may not do that: it opens the house, or could do harm").recorded
        case .prove(let risk) where isConfirmed:
            trail.record(risk, .refused, by: principal)
            throw Problem(.stepUpNeeded, "prove first that it is you, as you asked for: POST /auth/step-up, and ask again; keys of programs cannot")
        case .confirm(let risk) where isConfirmed: return risk
        case .confirm, .prove: throw Problem(.confirmationNeeded, "this opens the house, or could do harm: send it again with confirm set to true")
        }
    }

    private func wait(for entities: Set<String>, in changes: AsyncStream<HomeChange>) async {
        let deadline = clock.now + Self.patience
        await withTaskGroup(of: Void.self) { [clock] group in
            group.addTask {
                var left = entities
                for await change in changes {
                    guard case .state(let new, let old) = change, new.value != old?.value || new.attributes != old?.attributes else { continue }
                    left.remove(new.entity)
                    if left.isEmpty { return }
                }
            }
            group.addTask { try? await clock.sleep(until: deadline) }
            await group.next()
            group.cancelAll()
        }
    }

    private static func problem(_ error: HouseError) -> Problem {
        switch error.code {
        case .notConnected: Problem(.unavailable, "the house is not in reach: nothing was done")
        case .unknownOutcome: Problem(.unavailable, "the connection to the house broke: it may have been done or not, look at the state")
        case .unsupported: Problem(.invalid, "this house cannot do that")
        default: Problem(.invalid, "the house refused: there is no such service, or a value is out of range")
        }
    }
}

extension Deed {
    /// What a service does to an entity; empty for one that is not known here.
    static func all(of call: ServiceCall, on entity: String, state: EntityState?) -> [Deed] {
        if ["climate", "water_heater"].contains(entity.prefix { $0 != "." }), call.service == "set_temperature" {
            return ["temperature", "target_temp_low", "target_temp_high"].compactMap { call.data[$0]?.number }.map { .temperature($0) }
        }
        return Deed(of: call, on: entity, state: state).map { [$0] } ?? []
    }

    private init?(of call: ServiceCall, on entity: String, state: EntityState?) {
        func number(_ name: String) -> Double? { call.data[name]?.number }
        let domain = entity.prefix { $0 != "." }
        let isOn = !["off", "closed", "closing", "locked", "standby", "idle"].contains(state?.value ?? "off")
        switch (domain, call.service) {
        case ("scene", "turn_on"): self = .activate
        case ("script", "turn_off"): self = .stop
        case ("script", _), ("automation", "trigger"): self = .run
        case ("automation", "turn_on"), ("automation", "toggle"): self = .enable
        case ("automation", "turn_off"): self = .disable
        case ("button", "press"), ("input_button", "press"): self = .press
        case ("cover", "open_cover"), ("cover", "turn_on"), ("valve", "open_valve"), ("valve", "turn_on"): self = .open
        case ("cover", "close_cover"), ("cover", "turn_off"), ("valve", "close_valve"), ("valve", "turn_off"): self = .close
        case ("cover", "stop_cover"), ("valve", "stop_valve"): self = .stop
        // Half open, it may go either way.
        case ("cover", "toggle"), ("valve", "toggle"): self = .open
        case ("cover", "set_cover_position"), ("valve", "set_valve_position"): self = .position(number("position") ?? 100)
        case ("cover", "open_cover_tilt"), ("cover", "close_cover_tilt"), ("cover", "stop_cover_tilt"), ("cover", "set_cover_tilt_position"):
            self = .mode("tilt")
        case ("lock", "lock"): self = .lock
        case ("lock", "unlock"), ("lock", "open"): self = .unlock
        case ("alarm_control_panel", "alarm_disarm"): self = .disarm
        case ("alarm_control_panel", let service) where service.hasPrefix("alarm_arm_"): self = .arm
        case ("climate", "set_hvac_mode"), ("climate", "set_fan_mode"), ("climate", "set_preset_mode"), ("fan", "set_preset_mode"): self = .mode(call.service)
        case ("select", let service) where service.hasPrefix("select_"), ("input_select", let service) where service.hasPrefix("select_"): self = .mode(service)
        case ("climate", "set_swing_mode"), ("climate", "set_humidity"), ("humidifier", "set_mode"), ("water_heater", "set_operation_mode"),
            ("fan", "oscillate"), ("fan", "set_direction"), ("fan", "increase_speed"), ("fan", "decrease_speed"),
            ("vacuum", "locate"), ("vacuum", "clean_spot"), ("vacuum", "set_fan_speed"),
            ("media_player", "volume_up"), ("media_player", "volume_down"), ("media_player", "volume_mute"), ("media_player", "select_source"),
            ("media_player", "select_sound_mode"), ("media_player", "media_play_pause"), ("media_player", "media_seek"),
            ("media_player", "shuffle_set"), ("media_player", "repeat_set"),
            ("counter", "increment"), ("counter", "decrement"), ("number", "increment"), ("number", "decrement"),
            ("input_number", "increment"), ("input_number", "decrement"), ("input_text", "set_value"), ("text", "set_value"),
            ("input_datetime", "set_datetime"), ("timer", "start"), ("timer", "pause"), ("timer", "cancel"):
            self = .mode(call.service)
        case ("fan", "set_percentage"): self = .speed(number("percentage") ?? 0)
        case ("number", "set_value"), ("input_number", "set_value"): self = .value(number("value") ?? 0)
        case ("humidifier", "set_humidity"): self = .humidity(number("humidity") ?? 0)
        case ("media_player", "volume_set"): self = .volume((number("volume_level") ?? 0) * 100)
        case ("media_player", "media_play"): self = .play
        case ("media_player", "media_pause"), ("media_player", "media_stop"): self = .pause
        case ("media_player", "media_next_track"): self = .next
        case ("media_player", "media_previous_track"): self = .previous
        case ("vacuum", "start"): self = .clean
        case ("vacuum", "return_to_base"), ("lawn_mower", "dock"): self = .dock
        case ("vacuum", "pause"), ("vacuum", "stop"), ("lawn_mower", "pause"): self = .pause
        case ("lawn_mower", "start_mowing"): self = .mow
        case (let domain, "turn_on") where Self.switchable.contains(String(domain)): self = .on
        case (let domain, "turn_off") where Self.switchable.contains(String(domain)): self = .off
        case (let domain, "toggle") where Self.switchable.contains(String(domain)): self = isOn ? .off : .on
        default: return nil
        }
    }

    private static let switchable: Set<String> = [
        "light", "switch", "input_boolean", "fan", "siren", "remote", "group", "climate", "water_heater", "humidifier", "media_player",
    ]
}
