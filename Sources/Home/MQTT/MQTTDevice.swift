import Base
import Domain
import Foundation

/// One entity that was found by discovery: who it is, how it speaks, and what was heard of it.
struct MQTTDevice: Sendable {
    let component: any DeviceComponent
    /// Without its id, which depends on the others.
    private(set) var entity: HomeModel.Entity
    /// As people call the room it is in.
    let areaName: String?
    private var availability: Availability
    private var known = DeviceState()
    private let deviceClass: String?
    /// What is said to it is to be kept by the broker.
    let isRetained: Bool
    private(set) var topics: [String]
    private let readings: [String: [Reading]]
    private(set) var state: EntityState
    /// When its state changes by itself.
    private(set) var deadline: (at: Date, value: String)?
    private var hasExpired = false

    static let components: [String: any DeviceComponent.Type] = [
        "light": LightComponent.self, "switch": SwitchComponent.self, "cover": CoverComponent.self, "fan": FanComponent.self, "lock": LockComponent.self,
        "sensor": SensorComponent.self, "binary_sensor": BinarySensorComponent.self, "climate": ClimateComponent.self, "number": NumberComponent.self,
        "button": ButtonComponent.self, "scene": SceneComponent.self, "valve": ValveComponent.self,
    ]

    /// - Returns: `nil` for what is not to be used: a component that is not understood here, or what its maker left out by default.
    init?(component name: String, id: String, objectName: String, _ config: DiscoveryConfig, now: Date) throws(DiscoveryError) {
        var kind = Self.components[name]
        if name == "light" {
            switch try config.text("schema", else: "basic") {
            case "basic", "default": break
            case "json": kind = JSONLightComponent.self
            case let schema: throw DiscoveryError("lights with the schema \(schema.prefix(40)) are not understood")
            }
        }
        guard let kind, try config.flag("enabled_by_default", else: true) else { return nil }
        let component = try kind.init(config)
        self.component = component
        availability = try Availability(config)
        isRetained = try config.flag("retain")
        deviceClass = try config.text("device_class")
        areaName = DiscoveryConfig.name(config.device["suggested_area"])
        entity = HomeModel.Entity(
            id: id, name: Self.name(config, deviceClass: deviceClass, objectName: objectName), area: areaName.map(Slug.make), deviceClass: deviceClass,
            features: component.features,
            // What only sets a device up or says how it is doing is not for people to talk about.
            isExposed: !config.has("entity_category"))
        readings = Dictionary(grouping: component.readings, by: \.topic)
        topics = Array(Set(component.readings.map(\.topic) + availability.topics)).sorted()
        state = EntityState(entity: id, value: "unknown", changedAt: now, updatedAt: now)
        refresh(now)
    }

    /// As Home Assistant has it: the device's name, and the entity's own after it.
    private static func name(_ config: DiscoveryConfig, deviceClass: String?, objectName: String) -> String {
        let own = DiscoveryConfig.name(config["name"] == .null ? nil : config["name"])
        guard let device = DiscoveryConfig.name(config.device["name"]) else { return own ?? words(objectName) }
        if config["name"] == .null { return device }
        guard let own = own ?? deviceClass.map(words) else { return device }
        // Older devices repeat their name.
        return own.lowercased().hasPrefix(device.lowercased()) ? own : "\(device) \(own)"
    }

    private static func words(_ id: String) -> String { id.replacing("_", with: " ").trimmingCharacters(in: .whitespaces) }

    /// Takes over what was heard, from the same device as it was described before.
    mutating func inherit(from old: MQTTDevice, now: Date) {
        guard old.topics == topics, type(of: old.component) == type(of: component) else { return }
        known = old.known
        availability.inherit(from: old.availability)
        (state, hasExpired, deadline) = (old.state, old.hasExpired, old.deadline)
        refresh(now)
    }

    // MARK: What is heard

    /// - Returns: whether anything of its state was reported.
    mutating func hear(_ topic: String, _ payload: DevicePayload, now: Date) -> Bool {
        availability.hear(topic, payload)
        for reading in readings[topic] ?? [] {
            component.take(reading, payload, into: &known)
            hasExpired = false
            deadline = component.change(after: known).map { (now + $0.seconds, $0.value) }
        }
        return refresh(now)
    }

    /// Takes what was asked of it for its state.
    mutating func assume(_ assumptions: [Assumption], now: Date) -> Bool {
        known.assume(assumptions)
        return refresh(now)
    }

    /// Its time has come.
    mutating func expire(now: Date) -> Bool {
        guard let due = deadline, due.at <= now else { return false }
        deadline = nil
        if due.value == "unavailable" { hasExpired = true } else { known.value = due.value }
        return refresh(now)
    }

    @discardableResult private mutating func refresh(_ now: Date) -> Bool {
        let isThere = availability.isAvailable && !hasExpired
        let value = isThere ? known.value ?? "unknown" : "unavailable"
        var attributes = isThere ? component.attributes(known) : [:]
        attributes.merge(component.traits) { $1 }
        attributes["friendly_name"] = .string(entity.name)
        if let deviceClass { attributes["device_class"] = .string(deviceClass) }
        if component.isAssumed { attributes["assumed_state"] = true }
        if component.features != 0 { attributes["supported_features"] = .number(Double(component.features)) }
        let hasChanged = value != state.value || attributes != state.attributes
        state = EntityState(entity: entity.id, value: value, attributes: attributes, changedAt: value == state.value ? state.changedAt : now, updatedAt: now)
        return hasChanged
    }

    // MARK: What is said

    /// - Throws: `HouseError`; nothing is said then.
    func commands(for service: String, _ data: ServiceData) throws(HouseError) -> [DeviceCommand] {
        // It would not hear it, and a broker may keep it for later: a lock must not open an hour after it was asked to.
        if state.value == "unavailable" { throw HouseError(.refused, "\(entity.id) is unavailable") }
        return try component.commands(for: service, data, known)
    }
}

/// Ids made of names: `Salle à manger` → `salle_a_manger`.
enum Slug {
    static func make(_ name: String) -> String {
        var slug = ""
        let latin = name.applyingTransform(.toLatin, reverse: false) ?? name
        for character in latin.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil) {
            if character.isASCII, character.isLetter || character.isNumber { slug.append(character) } else if !slug.hasSuffix("_") { slug.append("_") }
        }
        slug = slug.trimmingCharacters(in: CharacterSet(charactersIn: "_"))
        // A name of symbols alone still needs an id, the same every time (FNV-1a).
        return slug.isEmpty ? "x" + String(name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36) : slug
    }
}
