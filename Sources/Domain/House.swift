public import Base
public import Foundation

/// What a house consists of: floors, the areas on them, and the devices and functions in those.
///
/// Ids are those of the system that runs the devices (`light.kitchen_ceiling`, `living_room`); names and aliases are what people say.
public struct HomeModel: Sendable, Hashable, Codable {
    public struct Floor: Sendable, Hashable, Codable {
        public var id: String
        public var name: String
        public var aliases: [String]
        /// 0 is the ground floor; `nil` when nobody said.
        public var level: Int?

        public init(id: String, name: String, aliases: [String] = [], level: Int? = nil) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.level = level
        }
    }

    public struct Area: Sendable, Hashable, Codable {
        public var id: String
        public var name: String
        public var aliases: [String]
        public var floor: String?

        public init(id: String, name: String, aliases: [String] = [], floor: String? = nil) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.floor = floor
        }
    }

    /// A light, a cover, a scene, a sensor: one thing with one state.
    public struct Entity: Sendable, Hashable, Codable {
        /// `domain.object`.
        public var id: String
        public var name: String
        public var aliases: [String]
        /// Its own, or else its device's.
        public var area: String?
        /// `shutter`, `garage`, `temperature` …; what kinds there are depends on the domain.
        public var deviceClass: String?
        /// Home Assistant's `supported_features` bits; 0 when unknown.
        public var features: Int
        /// Whether people may see and command it by voice.
        public var isExposed: Bool

        /// The part of the id before the dot: `light`.
        public var domain: String { String(id.prefix { $0 != "." }) }

        public init(
            id: String, name: String, aliases: [String] = [], area: String? = nil, deviceClass: String? = nil, features: Int = 0, isExposed: Bool = true
        ) {
            self.id = id
            self.name = name
            self.aliases = aliases
            self.area = area
            self.deviceClass = deviceClass
            self.features = features
            self.isExposed = isExposed
        }
    }

    public var floors: [Floor]
    public var areas: [Area]
    public var entities: [Entity]
    /// Where the house stands; `nil` when the system that runs the devices does not say.
    public var place: Coordinates?

    public init(floors: [Floor] = [], areas: [Area] = [], entities: [Entity] = [], place: Coordinates? = nil) {
        self.place = place
        self.floors = floors
        self.areas = areas
        self.entities = entities
    }
}

/// What is known of one entity at one moment.
public struct EntityState: Sendable, Hashable {
    public var entity: String
    /// `on`, `closed`, `21.5`, `unavailable` …
    public var value: String
    public var attributes: [String: JSONValue]
    /// When `value` last changed.
    public var changedAt: Date
    /// When anything of it was last reported.
    public var updatedAt: Date

    public init(entity: String, value: String, attributes: [String: JSONValue] = [:], changedAt: Date, updatedAt: Date) {
        self.entity = entity
        self.value = value
        self.attributes = attributes
        self.changedAt = changedAt
        self.updatedAt = updatedAt
    }

    /// Whether the system that runs the device has lost it, or has never heard of it.
    public var isUnavailable: Bool { value == "unavailable" || value == "unknown" }
}

/// Something that happened in the house.
public enum HomeChange: Sendable {
    /// The entity's new state; `old` is `nil` when it was not known before.
    case state(EntityState, old: EntityState?)
    /// Areas, entities, names or aliases are not what they were.
    case model
    /// The system that runs the devices was reached, or lost. Everything known was read again before `true`.
    case connection(Bool)
}

/// One call of a service: what is asked of the system that runs the devices.
public struct ServiceCall: Sendable, Hashable {
    /// `light`.
    public var domain: String
    /// `turn_on`.
    public var service: String
    public var entities: [String]
    /// What the service takes besides: `brightness_pct`, `temperature`.
    public var data: [String: JSONValue]

    public init(domain: String, service: String, entities: [String], data: [String: JSONValue] = [:]) {
        self.domain = domain
        self.service = service
        self.entities = entities
        self.data = data
    }

    /// Members of `data` that would have the call reach more than `entities`: Home Assistant joins all that a call names.
    public var otherTargets: [String] { Self.targets.filter { data[$0] != nil } }
    private static let targets = ["entity_id", "area_id", "device_id", "floor_id", "label_id", "target", "entities", "snapshot_entities"]
}

/// The house as Jarvis knows it, and the way to have something done there: Home Assistant, an MQTT broker, or a file that describes one.
///
/// Reading never waits: it gives what was last heard.
public protocol House: Sendable {
    /// Whether the system behind it is in reach, so that what is read here is current.
    var isConnected: Bool { get }
    var model: HomeModel { get }
    /// The model's, at less cost.
    var place: Coordinates? { get }
    func state(of entity: String) -> EntityState?
    func states() -> [EntityState]
    /// Every change from now on, in order. A reader that does not keep up for thousands of changes loses the oldest ones.
    func changes() -> AsyncStream<HomeChange>
    /// Has a service called, once: it is never sent a second time, whatever happens to the connection.
    ///
    /// Returns when the system behind has accepted the call; what came of it is seen in `changes`.
    /// - Throws: `HouseError`.
    func call(_ call: ServiceCall) async throws
    /// The states that an entity had, the oldest first.
    /// - Throws: `HouseError`, also when the system behind keeps no history.
    func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState]
}

extension House {
    public var place: Coordinates? { model.place }
}

/// Why a service call or a question about the past came to nothing.
public struct HouseError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        let name: String
        /// Not sent: the house is not in reach. Nothing was done.
        public static let notConnected = Code(name: "not_connected")
        /// Sent, and the connection broke before the answer: it may have been done or not. Look at the state; do not send again.
        public static let unknownOutcome = Code(name: "unknown_outcome")
        /// The house refused: no such service, a value out of range. Nothing was done.
        public static let refused = Code(name: "refused")
        /// This house cannot do that at all.
        public static let unsupported = Code(name: "unsupported")
    }

    public let code: Code
    /// What the system behind said of it; English.
    public let detail: String

    public init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    public var description: String { "\(code.name): \(detail)" }
}
