import Base
import Domain

/// What Home Assistant keeps about areas, devices and entities besides their states, and the model of the house made of it. Pure.
struct HomeAssistantRegistries: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var name: String?
        var originalName: String?
        var aliases: [String]
        var area: String?
        var device: String?
        var deviceClass: String?
        var isHidden: Bool
        /// Of a device's settings or diagnostics, not of what it is for.
        var isConfiguration: Bool
        var isDisabled: Bool
    }

    var floors: [HomeModel.Floor] = []
    var areas: [HomeModel.Area] = []
    /// The area of each device that has one.
    var deviceAreas: [String: String] = [:]
    var entries: [String: Entry] = [:]
    /// What somebody, or Home Assistant by itself, has settled for Assist.
    var exposed: [String: Bool] = [:]
    var exposesNew = true
    var place: Coordinates?

    // MARK: Reading

    /// From the results of `config/floor_registry/list`, `config/area_registry/list` and `config/device_registry/list`.
    mutating func read(floors: JSONValue, areas: JSONValue, devices: JSONValue) {
        self.floors = (floors.array ?? []).compactMap { floor in
            guard let id = floor["floor_id"]?.string, let name = floor["name"]?.string else { return nil }
            return HomeModel.Floor(id: id, name: name, aliases: Self.texts(floor["aliases"]), level: floor["level"]?.number.flatMap { Int(exactly: $0) })
        }
        self.areas = (areas.array ?? []).compactMap { area in
            guard let id = area["area_id"]?.string, let name = area["name"]?.string else { return nil }
            return HomeModel.Area(id: id, name: name, aliases: Self.texts(area["aliases"]), floor: area["floor_id"]?.string)
        }
        deviceAreas = [:]
        for device in devices.array ?? [] { if let id = device["id"]?.string { deviceAreas[id] = device["area_id"]?.string } }
    }

    /// From the result of `get_config`. Where nobody has said where the house is, both are 0 there.
    mutating func read(config: JSONValue) {
        guard let latitude = config["latitude"]?.number, let longitude = config["longitude"]?.number, latitude != 0 || longitude != 0 else {
            return place = nil
        }
        let place = Coordinates(latitude: latitude, longitude: longitude)
        self.place = place.isOnEarth ? place : nil
    }

    /// From the entries of `config/entity_registry/list`, which lack aliases, or of `config/entity_registry/get_entries`, which have them.
    mutating func read(entries: some Sequence<JSONValue>) {
        for entry in entries {
            guard let id = entry["entity_id"]?.string else { continue }
            self.entries[id] = Entry(
                name: entry["name"]?.string, originalName: entry["original_name"]?.string, aliases: Self.texts(entry["aliases"]),
                area: entry["area_id"]?.string, device: entry["device_id"]?.string,
                deviceClass: entry["device_class"]?.string ?? entry["original_device_class"]?.string, isHidden: entry["hidden_by"]?.string != nil,
                isConfiguration: entry["entity_category"]?.string != nil, isDisabled: entry["disabled_by"]?.string != nil)
        }
    }

    /// From the result of `homeassistant/expose_entity/list`.
    mutating func read(exposed: JSONValue) {
        self.exposed = [:]
        for (entity, assistants) in exposed["exposed_entities"]?.object ?? [:] { self.exposed[entity] = assistants["conversation"]?.bool }
    }

    /// Later versions put `null` among aliases.
    private static func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string).filter { !$0.isEmpty }.sorted() }

    // MARK: The model

    /// - Parameter exposedDomains: exposed in any case.
    func model(states: some Sequence<EntityState>, exposedDomains: Set<String> = []) -> HomeModel {
        var entities = states.map { state in
            let entry = entries[state.entity]
            var entity = HomeModel.Entity(
                id: state.entity, name: name(of: state, entry), aliases: entry?.aliases ?? [],
                area: entry?.area ?? entry?.device.flatMap { deviceAreas[$0] },
                deviceClass: state.attributes["device_class"]?.string ?? entry?.deviceClass, features: state.supportedFeatures)
            entity.isExposed = isExposed(entity, entry) || exposedDomains.contains(entity.domain)
            return entity
        }
        entities.sort { $0.id < $1.id }
        return HomeModel(floors: floors, areas: areas, entities: entities, place: place)
    }

    /// The state has the name that Home Assistant shows, with what the registry says of it.
    private func name(of state: EntityState, _ entry: Entry?) -> String {
        let names = [state.attributes["friendly_name"]?.string, entry?.name, entry?.originalName]
        if let name = names.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) { return name }
        return state.entity.drop { $0 != "." }.dropFirst().split(separator: "_").joined(separator: " ")
    }

    // MARK: What may be seen and commanded by voice

    private static let exposedDomains: Set<String> = [
        "climate", "cover", "fan", "humidifier", "light", "lock", "media_player", "scene", "script", "switch", "todo", "vacuum", "water_heater",
    ]
    private static let exposedClasses: [String: Set<String>] = [
        "binary_sensor": ["door", "garage_door", "lock", "motion", "opening", "presence", "window"],
        "sensor": ["aqi", "carbon_dioxide", "carbon_monoxide", "humidity", "pm10", "pm25", "temperature", "volatile_organic_compounds"],
    ]

    /// As Assist decides it; what nobody has settled yet as Home Assistant would by itself.
    private func isExposed(_ entity: HomeModel.Entity, _ entry: Entry?) -> Bool {
        if entity.id == "group.all_locks" { return false }
        if let settled = exposed[entity.id] { return settled }
        guard exposesNew, entry?.isHidden != true, entry?.isConfiguration != true else { return false }
        return Self.exposedDomains.contains(entity.domain) || Self.exposedClasses[entity.domain]?.contains(entity.deviceClass ?? "") == true
    }
}

extension EntityState {
    /// The bits of what it can do; 0 when it does not say.
    var supportedFeatures: Int { attributes["supported_features"]?.number.flatMap { Int(exactly: $0) } ?? 0 }

    /// Whether the model says anything else of this entity than of `old`.
    func isDescribed(otherwiseThan old: EntityState) -> Bool {
        attributes["friendly_name"] != old.attributes["friendly_name"] || attributes["device_class"] != old.attributes["device_class"]
            || supportedFeatures != old.supportedFeatures
    }
}
