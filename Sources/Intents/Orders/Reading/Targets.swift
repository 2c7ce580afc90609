import Base
import Domain

extension HomeModel {
    /// The entities that an intent's slots name; none for an intent that names nothing.
    func targets(of intent: Intent) -> [Entity] {
        let ids = Set(intent.slots["name"]?.ids ?? [])
        let domains = Self.strings(intent.slots["domain"])
        let classes = Self.strings(intent.slots["device_class"])
        let areas = Set(intent.slots["area"]?.ids ?? [])
        let onFloors = areasOn(Set(intent.slots["floor"]?.ids ?? []))
        guard !ids.isEmpty || !domains.isEmpty else { return [] }
        return entities.filter { entity in
            if !ids.isEmpty { return ids.contains(entity.id) }
            return entity.isExposed && domains.contains(entity.domain) && (classes.isEmpty || entity.deviceClass.map(classes.contains) ?? false)
                && (areas.isEmpty || entity.area.map(areas.contains) ?? false) && (onFloors.map { $0.contains(entity.area ?? "") } ?? true)
        }
    }

    private func areasOn(_ floors: Set<String>) -> Set<String>? {
        floors.isEmpty ? nil : Set(areas.filter { $0.floor.map(floors.contains) ?? false }.map(\.id))
    }

    private static func strings(_ slot: SlotValue?) -> Set<String> {
        switch slot?.value {
        case .string(let one): [one]
        case .array(let many): Set(many.compactMap(\.string))
        default: []
        }
    }
}
