import Base
import Domain

/// Which devices an order or an exception names, by its slots.
struct Selection: Sendable, Hashable {
    /// A name that was said, and what bears it; nothing does when `ids` is empty.
    struct Named: Sendable, Hashable {
        var text: String
        var ids: Set<String>
    }

    var name: Named?
    var area: Named?
    var floor: Named?
    /// Empty: not said.
    var domains: Set<String>
    /// Empty: not said.
    var classes: Set<String>

    init(_ slots: [String: SlotValue], in model: HomeModel) {
        func named(_ slot: String, _ find: (SlotValue) -> [String]) -> Named? {
            slots[slot].map { Named(text: $0.value.string ?? $0.text, ids: Set(find($0))) }
        }
        func words(_ slot: String) -> Set<String> {
            switch slots[slot]?.value {
            case .string(let word): [word]
            case .array(let values): Set(values.compactMap(\.string))
            default: []
            }
        }
        name = named("name", model.entities(named:))
        area = named("area", model.areas(named:))
        floor = named("floor", model.floors(named:))
        domains = words("domain")
        classes = words("device_class")
    }

    var isEmpty: Bool { name == nil && area == nil && floor == nil && domains.isEmpty && classes.isEmpty }

    /// Whether everything that was said of the place is true of this entity.
    func isPlace(of entity: HomeModel.Entity, in model: HomeModel) -> Bool {
        if let area, !(entity.area.map(area.ids.contains) ?? false) { return false }
        if let floor, !(model.area(entity.area)?.floor.map(floor.ids.contains) ?? false) { return false }
        return true
    }

    /// Whether everything that was said at all is true of this entity.
    func holds(for entity: HomeModel.Entity, in model: HomeModel) -> Bool {
        if let name, !name.ids.contains(entity.id) { return false }
        if !domains.isEmpty, !domains.contains(entity.domain) { return false }
        if !classes.isEmpty, entity.kinds.isDisjoint(with: classes) { return false }
        return isPlace(of: entity, in: model)
    }
}
