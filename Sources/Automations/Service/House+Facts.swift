import Domain

extension House {
    /// The entities that stand for people; where there are none, the devices they carry.
    var people: Set<String> {
        let entities = model.entities.map(\.id)
        let people = entities.filter { $0.hasPrefix("person.") }
        return Set(people.isEmpty ? entities.filter { $0.hasPrefix("device_tracker.") } : people)
    }

    /// Where the house stands, by its own home zone.
    var sun: Sun? {
        guard let zone = state(of: "zone.home"), let latitude = zone.attributes["latitude"]?.number, let longitude = zone.attributes["longitude"]?.number
        else { return nil }
        return Sun(latitude: latitude, longitude: longitude)
    }

    /// An entity's name, or its id when it has none.
    func name(of entity: String) -> String { model.entities.first { $0.id == entity }?.name ?? entity }
}
