import Base
import Domain
import Foundation

/// The events of `subscribe_entities`: all states at first, then what is different in each, which is a fraction of what `state_changed` sends.
enum HomeAssistantStates {
    enum Change: Sendable, Hashable {
        case put(EntityState)
        case remove(String)
    }

    /// A difference to a state that is not known: something was missed.
    struct Gap: Error, CustomStringConvertible {
        let entity: String
        var description: String { "it told a change of \(entity), which is not known; everything is read again" }
    }

    /// - Parameter known: the state that was last heard.
    static func changes(in event: JSONValue, known: (String) -> EntityState?) throws(Gap) -> [Change] {
        var changes: [Change] = []
        for (entity, state) in event["a"]?.object ?? [:] { changes.append(.put(full(entity, state))) }
        for (entity, difference) in event["c"]?.object ?? [:] {
            guard var state = known(entity) else { throw Gap(entity: entity) }
            apply(difference, to: &state)
            changes.append(.put(state))
        }
        for entity in event["r"]?.array ?? [] { if let entity = entity.string { changes.append(.remove(entity)) } }
        return changes
    }

    /// `s` state, `a` attributes, `lc` last changed, `lu` last updated where that was another time; seconds since 1970.
    private static func full(_ entity: String, _ state: JSONValue) -> EntityState {
        let changedAt = date(state["lc"]) ?? .distantPast
        return EntityState(
            entity: entity, value: state["s"]?.string ?? "unknown", attributes: state["a"]?.object ?? [:], changedAt: changedAt,
            updatedAt: date(state["lu"]) ?? changedAt)
    }

    private static func apply(_ difference: JSONValue, to state: inout EntityState) {
        for attribute in difference["-"]?["a"]?.array ?? [] { if let attribute = attribute.string { state.attributes[attribute] = nil } }
        guard let added = difference["+"] else { return }
        if let value = added["s"]?.string { state.value = value }
        if let attributes = added["a"]?.object { state.attributes.merge(attributes) { _, new in new } }
        if let changedAt = date(added["lc"]) { (state.changedAt, state.updatedAt) = (changedAt, changedAt) }
        if let updatedAt = date(added["lu"]) { state.updatedAt = updatedAt }
    }

    private static func date(_ value: JSONValue?) -> Date? { value?.number.flatMap(Date.init(outsideSeconds:)) }
}
