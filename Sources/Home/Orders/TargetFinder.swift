import Base
import Domain

/// What an order's words come to in this house.
enum Targets: Sendable, Hashable {
    case found([HomeModel.Entity])
    /// The order is not clear enough: this is to be asked back.
    case ask(Question)
    /// There is nothing to act on, and why.
    case nothing(Reason)

    enum Question: Sendable, Hashable {
        /// In which of these rooms?
        case room([HomeModel.Area], HouseNoun)
        case which([HomeModel.Entity])
    }

    enum Reason: Sendable, Hashable {
        case unknownName(String)
        case unknownArea(String)
        case unknownFloor(String)
        /// No such device where it was asked for; no area and floor: in the whole house.
        case none(HouseNoun, area: HomeModel.Area?, floor: HomeModel.Floor?)
        /// No player plays there.
        case silence(area: HomeModel.Area?)
        /// Nothing moves that could be stopped.
        case stillness
        case everythingExcepted
    }
}

/// Finds the devices that an order means. Only what is exposed can be meant, and what is not known is never left out of the order but said.
struct TargetFinder {
    let model: HomeModel
    let state: (String) -> EntityState?
    let limits: OrderLimits

    /// - Parameter context: the area where the order was given.
    func find(_ selection: Selection, for wish: Wish, exceptions: [Selection] = [], isWide: Bool = false, context: String? = nil) -> Targets {
        if let name = selection.name, name.ids.isEmpty { return .nothing(.unknownName(name.text)) }
        if let area = selection.area, area.ids.isEmpty { return .nothing(.unknownArea(area.text)) }
        if let floor = selection.floor, floor.ids.isEmpty { return .nothing(.unknownFloor(floor.text)) }
        for exception in exceptions {
            if let name = exception.name, name.ids.isEmpty { return .nothing(.unknownName(name.text)) }
            if let area = exception.area, area.ids.isEmpty { return .nothing(.unknownArea(area.text)) }
            if let floor = exception.floor, floor.ids.isEmpty { return .nothing(.unknownFloor(floor.text)) }
        }
        let all = selection.name == nil ? unnamed(selection, wish, isWide, context) : named(selection, wish, isWide, context)
        guard case .found(let found) = all, !exceptions.isEmpty else { return all }
        let kept = found.filter { entity in !exceptions.contains { !$0.isEmpty && $0.holds(for: entity, in: model) } }
        return kept.isEmpty ? .nothing(.everythingExcepted) : .found(kept)
    }

    // MARK: By name

    private func named(_ selection: Selection, _ wish: Wish, _ isWide: Bool, _ context: String?) -> Targets {
        guard let name = selection.name else { return .found([]) }
        var found = model.entities.filter { $0.isExposed && name.ids.contains($0.id) }
        if found.isEmpty { return .nothing(.unknownName(name.text)) }
        // The vacuum's name, with the area that it is to clean.
        if case .cleanAreas = wish { return .found(found) }
        let before = found
        found = found.filter { entity in
            (selection.domains.isEmpty || selection.domains.contains(entity.domain)) && selection.isPlace(of: entity, in: model)
        }
        if found.isEmpty { return .nothing(.none(HouseNoun(of: before), area: onlyArea(selection), floor: onlyFloor(selection))) }
        if found.count > 1 {
            let able = found.filter { wish.domains.contains($0.domain) }
            if !able.isEmpty { found = able }
        }
        if found.count == 1 || isWide { return .found(withoutCoveredGroups(found)) }
        if let context {
            let here = found.filter { $0.area == context }
            if !here.isEmpty { found = here }
        }
        let areas = Set(found.map(\.area))
        // Several of one name in one room are one thing to whoever says it, unless they do different things when told the same.
        if areas.count == 1, areas.first != .some(nil), Set(found.map { Self.family($0.domain) }).count == 1 { return .found(withoutCoveredGroups(found)) }
        return found.count == 1 ? .found(found) : .ask(.which(found))
    }

    /// "On" switches one, opens the second and locks the third.
    private static func family(_ domain: String) -> String {
        switch domain {
        case "cover", "valve", "lock", "scene", "script", "automation", "alarm_control_panel", "vacuum", "lawn_mower": domain
        default: "switch"
        }
    }

    // MARK: By kind and place

    private func unnamed(_ selection: Selection, _ wish: Wish, _ isWide: Bool, _ context: String?) -> Targets {
        if case .cleanAreas = wish { return cleaner(selection) }
        var domains = selection.domains.isEmpty ? wish.usualDomains : selection.domains
        let hasPlace = selection.area != nil || selection.floor != nil
        let here = hasPlace || isWide ? nil : model.area(context)
        func candidates() -> [HomeModel.Entity] {
            model.entities.filter { entity in
                entity.isExposed && domains.contains(entity.domain) && selection.isPlace(of: entity, in: model) && (here == nil || entity.area == here?.id)
            }
        }
        var found = Self.ofClass(selection.classes, among: candidates())
        if selection.domains.isEmpty, selection.classes.isEmpty, !isWide, wish == .on || wish == .off || wish == .toggle {
            // "Allume la cuisine" is for its lights, where there are any.
            let lights = found.filter { $0.domain == "light" }
            if !lights.isEmpty {
                found = lights
                domains = ["light"]
            }
        }
        found = withoutCoveredGroups(found)
        let area = onlyArea(selection) ?? here
        let noun = HouseNoun(domains: domains, classes: selection.classes)
        if found.isEmpty {
            // The player that plays elsewhere is meant by "pause" in a room without one.
            guard wish.isAboutPlaying, here != nil else { return .nothing(.none(noun, area: area, floor: onlyFloor(selection))) }
            return unnamed(selection, wish, isWide, nil)
        }
        let narrowed = narrow(found, for: wish)
        if narrowed.isEmpty {
            if wish.isAboutPlaying, here != nil { return unnamed(selection, wish, isWide, nil) }
            return .nothing(wish == .stop ? .stillness : .silence(area: area))
        }
        if hasPlace || isWide || here != nil || narrowed.count == 1 { return .found(narrowed) }
        return withoutPlace(narrowed, for: wish, noun)
    }

    /// No room was named and none is known.
    private func withoutPlace(_ found: [HomeModel.Entity], for wish: Wish, _ noun: HouseNoun) -> Targets {
        switch wish {
        case .stop: return .found(found)
        case .temperature where found.count <= limits.heaters: return .found(found)
        case .adjust(let adjustment) where adjustment.quantity == .temperature && found.count <= limits.heaters: return .found(found)
        case .off where !found.contains { $0.domain == "lock" }, .on where found.allSatisfy { $0.domain == "lock" }:
            // The only lamp that is lit is the one to put out; the only door that is open is the one to lock.
            let active = found.filter { entity in state(entity.id).map { Activity(of: $0, domain: entity.domain) == .active } ?? false }
            if active.count == 1 { return .found(active) }
        default: break
        }
        let ids = Set(found.map(\.area))
        if ids.count == 1, ids.first != .some(nil) { return .found(found) }
        let areas = model.areas.filter { ids.contains($0.id) }
        return areas.isEmpty || found.count <= 3 && ids.contains(nil) ? .ask(.which(found)) : .ask(.room(areas, noun))
    }

    /// The vacuum for an area that is to be cleaned; where it stands says nothing.
    private func cleaner(_ selection: Selection) -> Targets {
        let vacuums = model.entities.filter { $0.isExposed && $0.domain == "vacuum" }
        if vacuums.isEmpty { return .nothing(.none(HouseNoun(domains: ["vacuum"], classes: []), area: nil, floor: nil)) }
        if vacuums.count == 1 { return .found(vacuums) }
        let floors = Set(selection.area?.ids.compactMap { model.area($0)?.floor } ?? [])
        let near = vacuums.filter { vacuum in model.area(vacuum.area)?.floor.map(floors.contains) ?? false }
        return near.count == 1 ? .found(near) : .ask(.which(near.isEmpty ? vacuums : near))
    }

    /// Those of the classes asked for; where there are none, what nobody classified and may be meant.
    private static func ofClass(_ classes: Set<String>, among found: [HomeModel.Entity]) -> [HomeModel.Entity] {
        if classes.isEmpty { return found }
        let exact = found.filter { !$0.kinds.isDisjoint(with: classes) }
        if !exact.isEmpty { return exact }
        // "Le volet" is often just a cover.
        let plain = found.filter { $0.mayBe(classes) }
        if !plain.isEmpty { return plain }
        if classes.contains("tv") {
            let players = found.filter { $0.deviceClass == nil && $0.domain == "media_player" }
            let named = players.filter { player in
                ([player.name] + player.aliases).contains { name in [" tele", " tv"].contains { " \(name.folded)".contains($0) } }
            }
            return named.isEmpty && players.count == 1 ? players : named
        }
        return []
    }

    /// Of several, those that the wish can be about: to pause is for what plays.
    private func narrow(_ found: [HomeModel.Entity], for wish: Wish) -> [HomeModel.Entity] {
        func those(in values: Set<String>, of entities: [HomeModel.Entity]) -> [HomeModel.Entity] {
            entities.filter { entity in state(entity.id).map { values.contains($0.value) } ?? false }
        }
        switch wish {
        case .pause: return those(in: ["playing", "buffering", "on"], of: found)
        case .next, .previous:
            let playing = those(in: ["playing", "buffering"], of: found)
            return playing.isEmpty ? those(in: ["paused", "on"], of: found) : playing
        case .play:
            let paused = those(in: ["paused"], of: found)
            if !paused.isEmpty { return paused }
            let ready = those(in: ["idle", "on", "standby", "playing"], of: found)
            return ready.isEmpty ? found : ready
        case .volume, .mute: return audible(found)
        case .adjust(let adjustment) where adjustment.quantity == .volume: return audible(found)
        case .adjust(let adjustment) where adjustment.quantity == .brightness || adjustment.quantity == .colorTemperature:
            let lit = those(in: ["on"], of: found)
            return lit.isEmpty ? found : lit
        case .temperature: return heaters(found)
        case .adjust(let adjustment) where adjustment.quantity == .temperature: return heaters(found)
        case .stop:
            // A cover that is open is not moving.
            return found.filter { entity in state(entity.id).map { $0.value != "open" && Activity(of: $0, domain: entity.domain) == .active } ?? false }
        default: return found
        }

        func audible(_ found: [HomeModel.Entity]) -> [HomeModel.Entity] {
            let playing = those(in: ["playing", "buffering"], of: found)
            return playing.isEmpty ? those(in: ["paused", "idle", "on"], of: found) : playing
        }
        func heaters(_ found: [HomeModel.Entity]) -> [HomeModel.Entity] {
            let heating = found.filter { entity in
                guard entity.domain == "climate", let modes = state(entity.id)?.list("hvac_modes") else { return true }
                return !Set(modes).isDisjoint(with: ["heat", "heat_cool", "auto"])
            }
            return heating.isEmpty ? found : heating
        }
    }

    /// A group whose members are all there is left out: they are commanded themselves.
    private func withoutCoveredGroups(_ found: [HomeModel.Entity]) -> [HomeModel.Entity] {
        guard found.count > 1 else { return found }
        let ids = Set(found.map(\.id))
        return found.filter { entity in
            guard let members = state(entity.id)?.list("entity_id"), !members.isEmpty else { return true }
            return !members.allSatisfy { $0 != entity.id && ids.contains($0) }
        }
    }

    private func onlyArea(_ selection: Selection) -> HomeModel.Area? { selection.area.flatMap { $0.ids.count == 1 ? model.area($0.ids.first) : nil } }
    private func onlyFloor(_ selection: Selection) -> HomeModel.Floor? { selection.floor.flatMap { $0.ids.count == 1 ? model.floor($0.ids.first) : nil } }
}

extension Wish {
    /// Whether it is for what plays, wherever that is.
    var isAboutPlaying: Bool {
        switch self {
        case .pause, .play, .next, .previous, .volume, .mute: true
        case .adjust(let adjustment): adjustment.quantity == .volume
        default: false
        }
    }
}

/// Whether a device is at what it is for: lit, running, open, playing.
enum Activity {
    case active, inactive, unknown

    init(of state: EntityState, domain: String) {
        self =
            switch (domain, state.value) {
            case (_, "unavailable"), (_, "unknown"): .unknown
            case ("lock", "unlocked"), ("lock", "unlocking"), ("lock", "open"): .active
            case ("lock", _): .inactive
            case (_, "off"), (_, "closed"), (_, "idle"), (_, "standby"), (_, "docked"), (_, "paused"), (_, "disarmed"): .inactive
            default: .active
            }
    }
}
