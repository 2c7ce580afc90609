public import Base
public import Domain
private import Synchronization

/// What is known of the house, and who is told when it changes: what every `House` is built on.
///
/// Changes are written and told in one step, so that every reader hears all of them, in the same order, and finds in the table at least what it was told.
public final class HouseTable: Sendable {
    /// So many changes wait for a slow reader; then it loses the oldest.
    public static let mostWaiting = 4096

    private struct Contents {
        var model = HomeModel()
        var states: [String: EntityState] = [:]
        var isConnected = false
        var nextReader = 0
        var readers: [Int: AsyncStream<HomeChange>.Continuation] = [:]

        mutating func set(_ state: EntityState) {
            let state = state.clean
            let old = states.updateValue(state, forKey: state.entity)
            if old != state { tell(.state(state, old: old)) }
        }

        mutating func remove(_ entity: String, clock: any WallClock) {
            guard let old = states.removeValue(forKey: entity) else { return }
            let now = clock.now
            tell(.state(EntityState(entity: entity, value: "unavailable", changedAt: now, updatedAt: now), old: old))
        }

        func tell(_ change: HomeChange) {
            for reader in readers.values { reader.yield(change) }
        }
    }
    private let contents: Mutex<Contents>
    /// Readers that have gone, until the next one comes. A reader that is cancelled says so while its task is locked, and that task may be the one
    /// that a change is just told to, under `contents`: waiting for `contents` there would have the two wait for each other.
    private let gone = Mutex<[Int]>([])
    private let clock: any WallClock

    /// - Parameter clock: says when an entity went away.
    public init(model: HomeModel = HomeModel(), clock: any WallClock = SystemWallClock()) {
        contents = Mutex(Contents(model: model.clean))
        self.clock = clock
    }

    /// Readers' streams end with the table.
    deinit {
        for reader in contents.withLock({ Array($0.readers.values) }) { reader.finish() }
    }

    // MARK: Reading

    public var isConnected: Bool { contents.withLock { $0.isConnected } }
    public var model: HomeModel { contents.withLock { $0.model } }
    public func state(of entity: String) -> EntityState? { contents.withLock { $0.states[entity] } }
    public func states() -> [EntityState] { contents.withLock { Array($0.states.values) } }

    /// Every change from now on, in order: the reader is registered when this returns, before it waits for the first one.
    public func changes() -> AsyncStream<HomeChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: HomeChange.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
        let ended = gone.withLock { gone in
            defer { gone = [] }
            return gone
        }
        // What goes away, goes away after the lock is open again.
        let (reader, _) = contents.withLock { contents in
            contents.nextReader += 1
            contents.readers[contents.nextReader] = continuation
            return (contents.nextReader, ended.compactMap { contents.readers.removeValue(forKey: $0) })
        }
        continuation.onTermination = { [weak self] _ in self?.gone.withLock { $0.append(reader) } }
        return stream
    }

    /// How many streams of `changes` are still read.
    var readerCount: Int { contents.withLock { $0.readers.count } - gone.withLock { $0.count } }

    // MARK: Writing

    /// Puts what was read anew in the place of what was known; `nil` keeps that. Tells `.model` when the model is another, and `.state` of each state that is.
    ///
    /// A state that is no longer there is told as `unavailable`.
    public func replace(model: HomeModel? = nil, states: [EntityState]? = nil) {
        let model = model?.clean
        contents.withLock { contents in
            if let model, model != contents.model {
                contents.model = model
                contents.tell(.model)
            }
            guard let states else { return }
            let kept = Set(states.map(\.entity))
            for entity in contents.states.keys.filter({ !kept.contains($0) }).sorted() { contents.remove(entity, clock: clock) }
            for state in states { contents.set(state) }
        }
    }

    /// Takes an entity's new state; tells it when anything of it is new.
    public func apply(_ state: EntityState) { contents.withLock { $0.set(state) } }

    /// Forgets an entity's state; tells it as `unavailable`.
    public func remove(_ entity: String) { contents.withLock { $0.remove(entity, clock: clock) } }

    /// Tells `.connection` when it is another. Before `true`, bring the table up to date with `replace`.
    public func setConnected(_ isConnected: Bool) {
        contents.withLock { contents in
            guard contents.isConnected != isConnected else { return }
            contents.isConnected = isConnected
            contents.tell(.connection(isConnected))
        }
    }
}

// Names and states come from devices and bridges, and go to screens, voices and logs: they are cleaned here, for every house alike.

extension HomeModel {
    fileprivate var clean: HomeModel {
        var model = self
        for index in model.floors.indices { model.floors[index].clean() }
        for index in model.areas.indices { model.areas[index].clean() }
        for index in model.entities.indices { model.entities[index].clean() }
        return model
    }
}

/// What people call by a name.
private protocol Named {
    var id: String { get }
    var name: String { get set }
    var aliases: [String] { get set }
}

extension HomeModel.Floor: Named {}
extension HomeModel.Area: Named {}
extension HomeModel.Entity: Named {}

extension Named {
    mutating func clean() {
        name = name.asName()
        // What has no name left goes by its id.
        if name.isEmpty { name = id }
        aliases = aliases.map { $0.asName() }.filter { !$0.isEmpty }
    }
}

extension EntityState {
    fileprivate var clean: EntityState {
        var state = self
        state.value = value.withoutControls
        state.attributes = attributes.withoutControls
        return state
    }
}
