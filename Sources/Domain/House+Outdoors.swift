import Foundation

extension HomeModel {
    /// Those that stand outside, by their name, their aliases or their area's: the ones that say so first.
    ///
    /// A pool or a greenhouse is no weather, wherever it is.
    public var outdoorThermometers: [Entity] {
        let thermometers = entities.filter { entity in
            entity.isExposed && entity.domain == "sensor" && entity.deviceClass == "temperature"
                && words(of: entity).union(areaWords(of: entity)).isDisjoint(with: Self.apart)
        }
        let found = thermometers.compactMap { entity in outdoorRank(of: entity).map { (entity: entity, rank: $0) } }
        guard let best = found.map(\.rank).min() else { return [] }
        return found.filter { $0.rank == best }.map(\.entity)
    }

    /// Whether this stands outside.
    public func isOutdoors(_ entity: Entity) -> Bool { outdoorRank(of: entity) != nil }

    private static let outside: Set<String> = [
        "dehors", "exterieur", "exterieure", "exterieurs", "exterieures", "outside", "outdoor", "outdoors", "exterior",
    ]
    private static let openAir: Set<String> = [
        "jardin", "terrasse", "balcon", "cour", "garden", "terrace", "patio", "balcony", "yard", "backyard", "courtyard",
    ]
    private static let apart: Set<String> = [
        "piscine", "pool", "spa", "jacuzzi", "eau", "water", "sol", "soil", "serre", "greenhouse", "abri", "shed", "cabane", "frigo", "fridge",
    ]

    /// 0 for what is called after the outside, 1 for what is in such an area, 2 for gardens and the like; `nil` for what is not outside.
    private func outdoorRank(of entity: Entity) -> Int? {
        let own = words(of: entity), area = areaWords(of: entity)
        if !own.isDisjoint(with: Self.outside) { return 0 }
        if !area.isDisjoint(with: Self.outside) { return 1 }
        return own.isDisjoint(with: Self.openAir) && area.isDisjoint(with: Self.openAir) ? nil : 2
    }

    private func words(of entity: Entity) -> Set<String> { Self.words(of: [entity.name] + entity.aliases) }

    private func areaWords(of entity: Entity) -> Set<String> {
        areas.first { $0.id == entity.area }.map { Self.words(of: [$0.name] + $0.aliases) } ?? []
    }

    private static func words(of names: [String]) -> Set<String> {
        Set(
            names.flatMap { name in
                name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).split { !$0.isLetter && !$0.isNumber }.map(String.init)
            })
    }
}

extension House {
    /// The temperature outside as the house itself measures it, in degrees Celsius; `nil` without a thermometer there that says something.
    ///
    /// Of several it is the lowest: one that stands in the sun shows more than there is.
    public var outdoorTemperature: Double? {
        model.outdoorThermometers.compactMap { thermometer in
            guard let state = state(of: thermometer.id), let value = Double(state.value), value.isFinite else { return nil }
            return state.attributes["unit_of_measurement"] == "°F" ? (value - 32) / 1.8 : value
        }.min()
    }
}
