import Base
import Domain

/// What orders are about: entities, and the states that they would come to; none when any may come of it.
enum Targets {
    /// Entities that one run is said to be about at most.
    private static let limit = 200

    static func of(_ orders: [Order], in model: HomeModel) -> [String: [String]] {
        var targets: [String: [String]] = [:]
        for order in orders {
            for entity in entities(of: order, in: model) where targets.count < limit || targets[entity.id] != nil {
                targets[entity.id] = outcome(of: order.intent.name, domain: entity.domain)
            }
        }
        return targets
    }

    /// The entities that an order, or a question, names.
    static func entities(of order: Order, in model: HomeModel) -> [HomeModel.Entity] {
        let areasOfFloors = floors(of: order.intent.slots, in: model)
        let domain = order.intent.slots["name"] == nil && order.intent.slots["domain"] == nil ? impliedDomain(order.intent) : nil
        let found = model.entities.filter { selects(order.intent.slots, $0, areasOfFloors) && (domain.map($0.domain.hasPrefix) ?? true) }
        guard !order.exceptions.isEmpty else { return found }
        return found.filter { entity in !order.exceptions.contains { selects($0, entity, floors(of: $0, in: model)) } }
    }

    /// "monte le chauffage dans le salon" is about no lamp.
    private static func impliedDomain(_ intent: Intent) -> String? {
        switch intent.name {
        case "HassLightSet": return "light"
        case "HassSetPosition": return "cover"
        case "HassFanSetSpeed": return "fan"
        case let name where name.hasPrefix("HassClimate"): return "climate"
        case let name where name.hasPrefix("HassMedia") || name.hasPrefix("HassSetVolume"): return "media_player"
        case "JarvisAdjust":
            switch intent.slots["what"]?.value.string {
            case "brightness", "color_temperature": return "light"
            case "temperature": return "climate"
            case "volume": return "media_player"
            case "position": return "cover"
            case "speed": return "fan"
            default: return nil
            }
        default: return nil
        }
    }

    private static func floors(of slots: [String: SlotValue], in model: HomeModel) -> Set<String>? {
        guard let floor = slots["floor"] else { return nil }
        return Set(model.areas.filter { $0.floor.map(floor.ids.contains) ?? false }.map(\.id))
    }

    /// Whether slots name an entity; those that name nothing at all select nothing.
    private static func selects(_ slots: [String: SlotValue], _ entity: HomeModel.Entity, _ areasOfFloor: Set<String>?) -> Bool {
        var isNarrowed = false
        if let name = slots["name"] {
            guard name.ids.contains(entity.id) else { return false }
            isNarrowed = true
        }
        if let area = slots["area"] {
            guard let own = entity.area, area.ids.contains(own) else { return false }
            isNarrowed = true
        }
        if let areasOfFloor {
            guard let own = entity.area, areasOfFloor.contains(own) else { return false }
            isNarrowed = true
        }
        if let domains = slots["domain"] {
            guard words(domains.value).contains(entity.domain) else { return false }
            isNarrowed = true
        }
        if let classes = slots["device_class"] {
            guard let own = entity.deviceClass, words(classes.value).contains(own) else { return false }
            isNarrowed = true
        }
        return isNarrowed
    }

    /// A slot holds one word or several.
    static func words(_ value: JSONValue) -> [String] {
        if case .array(let values) = value { values.compactMap(\.string) } else { value.string.map { [$0] } ?? [] }
    }

    private static func outcome(of intent: String, domain: String) -> [String] {
        switch (intent, domain) {
        case ("HassTurnOn", "cover"), ("HassTurnOn", "valve"): ["open", "opening"]
        case ("HassTurnOff", "cover"), ("HassTurnOff", "valve"): ["closed", "closing"]
        case ("HassTurnOn", "lock"): ["locked", "locking"]
        case ("HassTurnOff", "lock"): ["unlocked", "unlocking", "open", "opening"]
        case ("HassTurnOn", "light"), ("HassTurnOn", "switch"), ("HassTurnOn", "fan"), ("HassTurnOn", "input_boolean"), ("HassLightSet", "light"): ["on"]
        case ("HassTurnOff", "light"), ("HassTurnOff", "switch"), ("HassTurnOff", "fan"), ("HassTurnOff", "input_boolean"): ["off"]
        default: []
        }
    }
}

extension Order {
    /// Whether it comes to nothing while the house is out of reach.
    var needsHouse: Bool {
        let name = intent.name
        return ["HassTurn", "HassToggle", "HassLight", "HassSetPosition", "HassClimate", "HassSetVolume", "HassMedia", "HassFan", "HassVacuum", "HassLawn"]
            .contains(where: name.hasPrefix) || ["JarvisAdjust", "JarvisToggle", "JarvisStop"].contains(name)
    }
}
