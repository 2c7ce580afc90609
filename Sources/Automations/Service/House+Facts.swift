import Domain

extension House {
    /// The entities that stand for people; where there are none, the devices they carry.
    var people: Set<String> {
        let entities = model.entities.map(\.id)
        let people = entities.filter { $0.hasPrefix("person.") }
        return Set(people.isEmpty ? entities.filter { $0.hasPrefix("device_tracker.") } : people)
    }

    /// The sun where the house itself says that it stands.
    var sun: Sun? { place.flatMap { Sun(latitude: $0.latitude, longitude: $0.longitude) } }

    /// An entity's name, or its id when it has none.
    func name(of entity: String) -> String { model.entities.first { $0.id == entity }?.name ?? entity }
}
