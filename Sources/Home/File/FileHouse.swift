public import Base
public import Domain
public import Foundation
import Synchronization

/// A house described in a YAML file, with virtual devices that do at once what they are told: to try Jarvis without a house, and to test with.
///
/// The format is in docs/home.md, "A house in a file".
public final class FileHouse: House {
    private let table: HouseTable
    private let clock: any WallClock
    private let names: [String: HomeModel.Entity]
    /// What the entities were, the oldest first.
    private let past: Mutex<[String: [EntityState]]>
    /// One call after the other, as one hub would.
    private let turn = Mutex(())

    /// States kept of each entity.
    private static let mostKept = 200

    /// - Throws: `HouseFileError`.
    public init(text: String, clock: any WallClock = SystemWallClock()) throws {
        let (model, states) = try HouseFile.read(text, at: clock.now)
        table = HouseTable(model: model, clock: clock)
        table.replace(states: states)
        table.setConnected(true)
        names = Dictionary(model.entities.map { ($0.id, $0) }) { first, _ in first }
        past = Mutex(Dictionary(states.map { ($0.entity, [$0]) }) { first, _ in first })
        self.clock = clock
    }

    /// - Throws: `HouseFileError`, also when there is no such file.
    public convenience init(path: String, clock: any WallClock = SystemWallClock()) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw HouseFileError("the file \(path) cannot be read", at: nil) }
        guard let text = String(data: data, encoding: .utf8) else { throw HouseFileError("the file \(path) is not in UTF-8", at: nil) }
        try self.init(text: text, clock: clock)
    }

    /// The house that a file describes, and the states it begins with.
    /// - Throws: `HouseFileError`.
    public static func read(_ text: String) throws -> (HomeModel, [EntityState]) { try HouseFile.read(text, at: Date()) }

    public var isConnected: Bool { table.isConnected }
    public var model: HomeModel { table.model }
    public func state(of entity: String) -> EntityState? { table.state(of: entity) }
    public func states() -> [EntityState] { table.states() }
    public func changes() -> AsyncStream<HomeChange> { table.changes() }

    public func call(_ call: ServiceCall) async throws {
        try turn.withLock { _ in
            let now = clock.now
            var changed: [EntityState] = []
            for id in call.entities {
                guard names[id] != nil, let state = table.state(of: id) else { throw HouseError(.refused, "entity \(id) not found") }
                if state.isUnavailable, state.value == "unavailable" { continue }
                changed.append(try Simulation.apply(call, to: state, at: now))
            }
            // All of them or none.
            for state in changed { set(state) }
        }
    }

    /// Changes a state from outside: what a hand at the switch or a sensor would do.
    public func set(_ entity: String, _ value: String, attributes: [String: JSONValue] = [:]) {
        turn.withLock { _ in
            guard var state = table.state(of: entity) else { return }
            let now = clock.now
            if state.value != value { state.changedAt = now }
            state.value = value
            state.attributes.merge(attributes) { _, new in new }
            state.updatedAt = now
            set(state)
        }
    }

    private func set(_ state: EntityState) {
        past.withLock { past in
            past[state.entity, default: []].append(state)
            if past[state.entity, default: []].count > Self.mostKept { past[state.entity]?.removeFirst() }
        }
        table.apply(state)
    }

    public func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] {
        past.withLock { $0[entity] ?? [] }.filter { $0.updatedAt >= start && $0.updatedAt <= end }
    }
}
