public import Base
public import Domain
public import Foundation
public import Observability
import Synchronization

/// A house with the ambiences that people saved: each is a `scene` like those of the house's own system, so that whoever knows how to find and
/// turn on a scene finds and turns on these too.
public final class SceneHouse: House {
    private struct State {
        /// By the id of the entity that stands for each.
        var scenes: [String: Scene] = [:]
        var activated: [String: Date] = [:]
        var nextReader = 0
        var readers: [Int: AsyncStream<HomeChange>.Continuation] = [:]
    }
    private let state = Mutex(State())
    private let base: any House
    private let store: any SceneStore
    private let clock: any WallClock
    private let log: Logger

    /// Changes that wait for a slow reader at most.
    private static let backlog = 4096

    public init(_ base: any House, store: any SceneStore, clock: any WallClock, log: Logger) {
        self.base = base
        self.store = store
        self.clock = clock
        self.log = log
    }

    /// The entity that stands for a scene here.
    public static func entity(of scene: Scene.ID) -> String { "scene.ambience_" + scene.description.filter { $0 != "-" } }

    /// Reads the saved ambiences: at the start, and after one was saved or deleted.
    public func reload() async throws {
        let scenes = try await store.houseScenes()
        let readers = state.withLock { state in
            state.scenes = Dictionary(scenes.map { (Self.entity(of: $0.id), $0) }) { _, last in last }
            state.activated = state.activated.filter { state.scenes[$0.key] != nil }
            return Array(state.readers.values)
        }
        for reader in readers { reader.yield(.model) }
    }

    public var isConnected: Bool { base.isConnected }
    public var place: Coordinates? { base.place }

    public var model: HomeModel {
        var model = base.model
        let scenes = state.withLock { $0.scenes }
        for (entity, scene) in scenes.sorted(by: { $0.value.id < $1.value.id }) {
            model.entities.append(HomeModel.Entity(id: entity, name: scene.name, area: scene.area))
        }
        return model
    }

    public func state(of entity: String) -> EntityState? { ownState(entity) ?? base.state(of: entity) }

    public func states() -> [EntityState] { base.states() + state.withLock { Array($0.scenes.keys) }.sorted().compactMap(ownState) }

    /// Like those of Home Assistant, a scene's state is when it was last turned on.
    private func ownState(_ entity: String) -> EntityState? {
        state.withLock { state in
            guard let scene = state.scenes[entity] else { return nil }
            let at = state.activated[entity]
            return EntityState(
                entity: entity, value: at.map(Timestamp.format) ?? "unknown", changedAt: at ?? scene.createdAt, updatedAt: at ?? scene.createdAt)
        }
    }

    public func changes() -> AsyncStream<HomeChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: HomeChange.self, bufferingPolicy: .bufferingNewest(Self.backlog))
        let id = state.withLock { state in
            state.nextReader += 1
            state.readers[state.nextReader] = continuation
            return state.nextReader
        }
        let source = base.changes()
        // Held by the stream: it ends when its reader does.
        let task = Task {
            for await change in source { continuation.yield(change) }
            continuation.finish()
        }
        continuation.onTermination = { [weak self] _ in
            task.cancel()
            _ = self?.state.withLock { $0.readers.removeValue(forKey: id) }
        }
        return stream
    }

    public func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] {
        try await base.history(of: entity, from: start, to: end)
    }

    public func call(_ call: ServiceCall) async throws {
        let own = state.withLock { state in call.entities.compactMap { entity in state.scenes[entity].map { (entity, $0) } } }
        guard !own.isEmpty else { return try await base.call(call) }
        guard call.service == "turn_on" else { throw HouseError(.unsupported, "a scene can only be turned on") }
        var rest = call
        rest.entities.removeAll { entity in own.contains { $0.0 == entity } }
        if !rest.entities.isEmpty { try await base.call(rest) }
        for (entity, scene) in own { try await activate(entity, scene) }
    }

    private func activate(_ entity: String, _ scene: Scene) async throws {
        let calls = scene.calls
        var failures: [any Error] = []
        for call in calls {
            do { try await base.call(call) } catch { failures.append(error) }
        }
        if let failure = failures.first {
            log.warning("a scene was not brought back whole", ["failed": "\(failures.count)", "of": "\(calls.count)", "error": "\(failure)"])
            if failures.count == calls.count { throw failure }
            throw HouseError(.unknownOutcome, "\(failures.count) of \(calls.count) parts of the scene failed")
        }
        let old = ownState(entity), now = clock.now
        let readers = state.withLock { state in
            state.activated[entity] = now
            return Array(state.readers.values)
        }
        guard let new = ownState(entity) else { return }
        for reader in readers { reader.yield(.state(new, old: old)) }
    }
}

extension Scene {
    /// What a part may be.
    static let domains: Set<String> = ["light", "cover"]

    /// The attributes that bring an entity back.
    private static let kept: Set<String> = [
        "brightness", "color_mode", "color_temp_kelvin", "color_temp", "hs_color", "rgb_color", "rgbw_color", "rgbww_color", "xy_color", "effect",
        "current_position",
    ]

    /// `nil` for what is not part of an ambience, or is not known now.
    static func part(_ state: EntityState) -> Part? {
        guard domains.contains(String(state.entity.prefix { $0 != "." })), !state.isUnavailable else { return nil }
        return Part(entity: state.entity, value: state.value, attributes: state.attributes.filter { kept.contains($0.key) && $0.value != .null })
    }

    /// What brings it back: entities that are treated alike in one call.
    var calls: [ServiceCall] {
        var calls: [ServiceCall] = []
        for part in parts {
            guard let call = Self.call(part) else { continue }
            if let index = calls.firstIndex(where: { $0.domain == call.domain && $0.service == call.service && $0.data == call.data }) {
                calls[index].entities += call.entities
            } else {
                calls.append(call)
            }
        }
        return calls
    }

    private static func call(_ part: Part) -> ServiceCall? {
        switch (part.entity.prefix { $0 != "." }, part.value) {
        case ("light", "on"):
            var data: [String: JSONValue] = [:]
            if let brightness = part.attributes["brightness"] { data["brightness"] = brightness }
            // One way to say the colour: the one the lamp was in.
            let colour: [String] =
                switch part.attributes["color_mode"]?.string {
                case "color_temp": ["color_temp_kelvin", "color_temp"]
                case "hs": ["hs_color"]
                case "rgb": ["rgb_color"]
                case "rgbw": ["rgbw_color"]
                case "rgbww": ["rgbww_color"]
                case "xy": ["xy_color"]
                default: []
                }
            if let name = colour.first(where: { part.attributes[$0] != nil }) { data[name] = part.attributes[name] }
            return ServiceCall(domain: "light", service: "turn_on", entities: [part.entity], data: data)
        case ("light", "off"): return ServiceCall(domain: "light", service: "turn_off", entities: [part.entity])
        case ("cover", _):
            if let position = part.attributes["current_position"] {
                return ServiceCall(domain: "cover", service: "set_cover_position", entities: [part.entity], data: ["position": position])
            }
            let isOpen = ["open", "opening"].contains(part.value)
            return ServiceCall(domain: "cover", service: isOpen ? "open_cover" : "close_cover", entities: [part.entity])
        default: return nil
        }
    }
}
