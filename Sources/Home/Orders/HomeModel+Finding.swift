import Base
import Domain
import Foundation

extension HomeModel {
    func area(_ id: String?) -> Area? { id.flatMap { id in areas.first { $0.id == id } } }
    func floor(_ id: String?) -> Floor? { id.flatMap { id in floors.first { $0.id == id } } }

    /// The ids that a slot stands for: those it carries, else those that bear its words. Empty when the house has nothing of the kind.
    func entities(named slot: SlotValue) -> [String] { Self.ids(slot, among: entities) { ($0.id, $0.name, $0.aliases) } }
    func areas(named slot: SlotValue) -> [String] { Self.ids(slot, among: areas) { ($0.id, $0.name, $0.aliases) } }
    func floors(named slot: SlotValue) -> [String] { Self.ids(slot, among: floors) { ($0.id, $0.name, $0.aliases) } }

    private static func ids<Thing>(_ slot: SlotValue, among things: [Thing], _ names: (Thing) -> (id: String, name: String, aliases: [String])) -> [String] {
        if !slot.ids.isEmpty {
            let known = Set(things.map { names($0).id })
            return slot.ids.filter(known.contains)
        }
        guard let text = slot.value.string else { return [] }
        let folded = text.folded
        return things.compactMap { thing in
            let (id, name, aliases) = names(thing)
            return id == text || name.folded == folded || aliases.contains { $0.folded == folded } ? id : nil
        }
    }
}

extension String {
    /// Without case and accents: how names are compared.
    var folded: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
    /// With its first letter as at the start of a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension EntityState {
    func number(_ attribute: String) -> Double? {
        switch attributes[attribute] {
        case .number(let value): value
        case .string(let text): Double(text)
        default: nil
        }
    }

    func text(_ attribute: String) -> String? { attributes[attribute]?.string }

    func list(_ attribute: String) -> [String]? {
        guard case .array(let values) = attributes[attribute] else { return nil }
        return values.compactMap(\.string)
    }

    /// Whether the device cannot be commanded. `unknown` can: a scene or a button is so until it is used for the first time.
    var isLost: Bool { value == "unavailable" }
}

extension HomeModel.Entity {
    /// Whether it can do this, by Home Assistant's `supported_features`; nothing is held against what says nothing.
    func supports(_ feature: Int) -> Bool { features == 0 || features & feature != 0 }
}
