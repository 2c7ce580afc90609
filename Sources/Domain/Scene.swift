public import Base
public import Foundation

/// An ambience that somebody saved: what lights and covers were like at one moment, to be brought back by its name.
public struct Scene: Sendable, Hashable {
    public typealias ID = Identifier<Scene>

    /// How one entity was.
    public struct Part: Sendable, Hashable, Codable {
        public var entity: String
        public var value: String
        /// What brings it back besides: `brightness`, `color_temp`, `current_position`.
        public var attributes: [String: JSONValue]

        public init(entity: String, value: String, attributes: [String: JSONValue] = [:]) {
            self.entity = entity
            self.value = value
            self.attributes = attributes
        }
    }

    public var id: ID
    /// Sealed at rest.
    public var name: String
    /// The area it was saved in; `nil` for the whole house.
    public var area: String?
    /// Sealed at rest.
    public var parts: [Part]
    public var createdAt: Date

    public init(id: ID = ID(), name: String, area: String? = nil, parts: [Part], createdAt: Date) {
        self.id = id
        self.name = name
        self.area = area
        self.parts = parts
        self.createdAt = createdAt
    }
}

/// The ambiences of a household.
public protocol SceneStore: Sendable {
    /// Adds it, or replaces the one with its id.
    func save(_ scene: Scene, for principal: Principal) async throws
    /// The oldest first.
    func scenes(for principal: Principal) async throws -> [Scene]
    func deleteScene(_ id: Scene.ID, for principal: Principal) async throws -> Bool
    /// Those of the household that has the house, for the house that shows them as its own.
    func houseScenes() async throws -> [Scene]
}
