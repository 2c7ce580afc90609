public import Base
public import Foundation

/// `GET /home/entities`: a device or function of the house with its state.
public struct EntityBody: Codable, Hashable, Sendable {
    /// `domain.object`, as the system that runs the devices names it.
    public var id: String
    public var name: String
    /// `light`, `cover`, `sensor` …
    public var domain: String
    public var areaID: String?
    /// The area's name.
    public var area: String?
    /// `shutter`, `temperature` …
    public var deviceClass: String?
    /// `on`, `closed`, `21.5`, `unavailable`; `unknown` while nothing was heard of it.
    public var state: String
    /// Home Assistant's names: `brightness` (0 to 255), `current_position` (percent), `temperature`, `unit_of_measurement` …
    public var attributes: JSONValue
    /// When `state` last changed.
    public var changedAt: Date?

    public init(
        id: String, name: String, domain: String, areaID: String? = nil, area: String? = nil, deviceClass: String? = nil, state: String,
        attributes: JSONValue = [:], changedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.domain = domain
        self.areaID = areaID
        self.area = area
        self.deviceClass = deviceClass
        self.state = state
        self.attributes = attributes
        self.changedAt = changedAt
    }

    enum CodingKeys: String, CodingKey {
        case id, name, domain, area, state, attributes
        case areaID = "area_id"
        case deviceClass = "device_class"
        case changedAt = "changed_at"
    }
}

/// `GET /home/areas`: a room or another part of the house.
public struct AreaBody: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    public var aliases: [String]
    public var floorID: String?
    /// The floor's name.
    public var floor: String?

    public init(id: String, name: String, aliases: [String] = [], floorID: String? = nil, floor: String? = nil) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.floorID = floorID
        self.floor = floor
    }

    enum CodingKeys: String, CodingKey {
        case id, name, aliases, floor
        case floorID = "floor_id"
    }
}

/// `POST /home/command`: something said to the house in writing.
public struct HomeCommand: Codable, Hashable, Sendable {
    public var text: String
    /// `fr` or `en`; found out from the text without it.
    public var language: String?
    /// The id of the area where it is said: "allume la lumière" then means the one there.
    public var area: String?
    public var conversationID: String?

    public init(text: String, language: String? = nil, area: String? = nil, conversationID: String? = nil) {
        self.text = text
        self.language = language
        self.area = area
        self.conversationID = conversationID
    }

    enum CodingKeys: String, CodingKey {
        case text, language, area
        case conversationID = "conversation_id"
    }
}

/// The answer of `POST /home/command`.
public struct HomeCommandAnswer: Codable, Hashable, Sendable {
    public var response: String
    /// What was done, each with what was seen of it.
    public var actions: [ReplyEvent.Action]
    public var conversationID: String
    public var traceID: String

    public init(response: String, actions: [ReplyEvent.Action], conversationID: String, traceID: String) {
        self.response = response
        self.actions = actions
        self.conversationID = conversationID
        self.traceID = traceID
    }

    enum CodingKeys: String, CodingKey {
        case response, actions
        case conversationID = "conversation_id"
        case traceID = "trace_id"
    }
}

/// `POST /home/entities/{id}/{service}`: what the service takes.
public struct ServiceRequest: Codable, Hashable, Sendable {
    /// `{"brightness_pct": 40}`, `{"position": 30}`, `{"temperature": 20.5}` …
    public var data: [String: JSONValue]?
    /// Whether what is risky (unlocking, a garage door, much heat) is really meant.
    public var confirm: Bool?

    public init(data: [String: JSONValue]? = nil, confirm: Bool? = nil) {
        self.data = data
        self.confirm = confirm
    }
}
