import Base
import Domain
import Foundation

/// The last that was really heard of the entities that somebody watches: `unavailable` says nothing of a door, so it does not replace `open`.
struct Sightings: Sendable {
    private(set) var states: [String: EntityState] = [:]
    /// Entities whose system has lost them since.
    private(set) var lost: Set<String> = []
    /// Entities that stand for people.
    var people: Set<String> = []

    mutating func take(_ state: EntityState) {
        if state.isUnavailable {
            lost.insert(state.entity)
        } else {
            lost.remove(state.entity)
            states[state.entity] = state
        }
    }

    mutating func keep(only entities: Set<String>) {
        states = states.filter { entities.contains($0.key) }
        lost.formIntersection(entities)
    }

    /// What a trigger waits for, whether it is so, and since when.
    struct Finding: Sendable, Equatable {
        var isMet: Bool
        /// The entity that made it so, or no longer so.
        var entity: String
        /// When the house says it became so: the same on every replica that hears of it.
        var since: Date
        var value: String
    }

    /// `nil` while nothing is known of it.
    func finding(for trigger: Trigger) -> Finding? {
        switch trigger {
        case .time, .sun: return nil
        case .state(let entity, let wanted, _):
            return states[entity].map { Finding(isMet: Self.holds(wanted, $0), entity: entity, since: $0.changedAt, value: $0.value) }
        case .number(let entity, let attribute, let above, let below):
            guard let state = states[entity], let number = Self.number(state, attribute) else { return nil }
            // An attribute may change while the state stays what it was.
            let since = attribute == nil ? state.changedAt : state.updatedAt
            return Finding(isMet: Self.lies(number, above, below), entity: entity, since: since, value: Self.text(number))
        case .presence(let person?, let arrives):
            return states[person].map { Finding(isMet: Self.isHome($0) == arrives, entity: person, since: $0.changedAt, value: $0.value) }
        case .presence(nil, let arrives):
            let known = people.compactMap { states[$0] }
            guard let latest = known.max(by: { $0.changedAt < $1.changedAt }) else { return nil }
            return Finding(isMet: known.contains(where: Self.isHome) == arrives, entity: latest.entity, since: latest.changedAt, value: latest.value)
        }
    }

    /// A television that plays is on; what heats or cools, too.
    private static func holds(_ wanted: String, _ state: EntityState) -> Bool {
        if state.value == wanted { return true }
        guard wanted == "on", ["media_player", "climate", "water_heater", "humidifier"].contains(state.entity.prefix { $0 != "." }) else { return false }
        return !["off", "standby", "unknown", "unavailable"].contains(state.value)
    }

    /// The entities on whose states a trigger depends.
    func entities(of trigger: Trigger) -> Set<String> {
        switch trigger {
        case .time, .sun: []
        case .state(let entity, _, _), .number(let entity, _, _, _): [entity]
        case .presence(let person?, _): [person]
        case .presence(nil, _): people
        }
    }

    func isLost(_ trigger: Trigger) -> Bool { !entities(of: trigger).isDisjoint(with: lost) }

    static func isHome(_ state: EntityState) -> Bool { state.value == "home" }

    static func number(_ state: EntityState, _ attribute: String?) -> Double? {
        guard let attribute else { return Double(state.value) }
        return switch state.attributes[attribute] {
        case .number(let value): value
        case .string(let text): Double(text)
        default: nil
        }
    }

    static func lies(_ number: Double, _ above: Double?, _ below: Double?) -> Bool {
        number.isFinite && (above.map { number > $0 } ?? true) && (below.map { number < $0 } ?? true)
    }

    static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String((number * 100).rounded() / 100)
    }
}
