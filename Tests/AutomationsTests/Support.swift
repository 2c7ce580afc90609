import Base
import Domain
import Foundation
import Lifecycle
import Observability
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@testable import Automations

let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt

func date(_ text: String) -> Date {
    guard let date = Timestamp.parse(text) else {
        Issue.record("\(text) is no date")
        return .distantPast
    }
    return date
}

/// The same numbers on every run (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A house that does what a test says, on the test's clock.
final class FakeHouse: House {
    private struct State {
        var isConnected = true
        var model: HomeModel
        var states: [String: EntityState] = [:]
        var calls: [ServiceCall] = []
        var refused: Set<String> = []
        var history: [EntityState] = []
        var readers: [AsyncStream<HomeChange>.Continuation] = []
    }
    private let state: Mutex<State>
    private let clock: ManualClock

    static let model = HomeModel(
        floors: [.init(id: "ground", name: "Rez-de-chaussée", level: 0)],
        areas: [
            .init(id: "living", name: "Salon", floor: "ground"), .init(id: "kitchen", name: "Cuisine", floor: "ground"), .init(id: "bedroom", name: "Chambre"),
        ],
        entities: [
            .init(id: "light.living", name: "Lampe du salon", area: "living"), .init(id: "light.kitchen", name: "Plafonnier", area: "kitchen"),
            .init(id: "cover.bedroom", name: "Volet de la chambre", area: "bedroom"), .init(id: "lock.front", name: "Serrure"),
            .init(id: "binary_sensor.door", name: "Porte d'entrée", deviceClass: "door"),
            .init(id: "binary_sensor.motion", name: "Couloir", deviceClass: "motion"), .init(id: "sensor.temperature", name: "Température du salon"),
            .init(id: "person.a", name: "Alex"), .init(id: "person.b", name: "Sacha"),
        ])

    init(clock: ManualClock, _ states: [String: String] = [:]) {
        self.clock = clock
        let began = clock.now.addingTimeInterval(-86_400)
        state = Mutex(
            State(
                model: Self.model,
                states: states.reduce(into: [:]) { $0[$1.key] = EntityState(entity: $1.key, value: $1.value, changedAt: began, updatedAt: began) }))
    }

    var calls: [ServiceCall] { state.withLock { $0.calls } }
    func refuse(_ entity: String) { state.withLock { _ = $0.refused.insert(entity) } }
    func remember(_ history: [EntityState]) { state.withLock { $0.history = history } }

    /// Changes an entity; heard of at once, or, while the house is not connected, after it is again.
    func set(_ entity: String, _ value: String, _ attributes: [String: JSONValue] = [:]) {
        let now = clock.now
        let (change, readers) = state.withLock { state in
            let old = state.states[entity]
            let changedAt = old?.value == value ? old?.changedAt ?? now : now
            let new = EntityState(entity: entity, value: value, attributes: attributes, changedAt: changedAt, updatedAt: now)
            state.states[entity] = new
            return (HomeChange.state(new, old: old), state.isConnected ? state.readers : [])
        }
        for reader in readers { reader.yield(change) }
    }

    func connect(_ isConnected: Bool) {
        let readers = state.withLock { state in
            state.isConnected = isConnected
            return state.readers
        }
        for reader in readers { reader.yield(.connection(isConnected)) }
    }

    func end() { for reader in state.withLock({ $0.readers }) { reader.finish() } }

    var isConnected: Bool { state.withLock { $0.isConnected } }
    var model: HomeModel { state.withLock { $0.model } }
    func move(to place: Coordinates) { state.withLock { $0.model.place = place } }
    func state(of entity: String) -> EntityState? { state.withLock { $0.states[entity] } }
    func states() -> [EntityState] { state.withLock { Array($0.states.values) } }

    func changes() -> AsyncStream<HomeChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: HomeChange.self)
        state.withLock { $0.readers.append(continuation) }
        return stream
    }

    func call(_ call: ServiceCall) async throws {
        let isRefused = state.withLock { state in
            state.calls.append(call)
            return call.entities.contains(where: state.refused.contains)
        }
        if isRefused { throw HouseError(.refused, "told to") }
    }

    func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] {
        state.withLock { $0.history.filter { $0.entity == entity } }
    }
}

/// What a service was told to run, and how a test waits for it.
final class Recorder: Sendable {
    private struct State {
        var runs: [String] = []
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())

    /// The words of the orders, run by run.
    var runs: [String] { state.withLock { $0.runs } }

    func note(_ orders: [Order]) {
        let ready = state.withLock { state in
            state.runs.append(orders.map(\.text).joined(separator: " + "))
            let ready = state.waiters.filter { $0.count <= state.runs.count }.map(\.continuation)
            state.waiters.removeAll { $0.count <= state.runs.count }
            return ready
        }
        for waiter in ready { waiter.resume() }
    }

    func wait(for count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.runs.count >= count { return true }
                state.waiters.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}

/// A household with a store on a real file, a house, and a clock that stands at Saturday 21 November 2026, 14:05 in Paris.
struct World {
    static let start = date("2026-11-21T13:05:00Z")

    let folder: TemporaryFolder
    let clock: ManualClock
    let house: FakeHouse
    let store: SQLiteStore
    let recorder = Recorder()
    let user: User
    var principal: Principal { user.principal }

    init(_ states: [String: String] = [:], at now: Date = World.start) async throws {
        folder = try Paths.temporaryFolder()
        clock = ManualClock(now: now)
        house = FakeHouse(clock: clock, states)
        user = User(household: .init(), name: "Alex", role: .owner, language: .french, createdAt: now)
        store = try await Self.open(folder)
        _ = try await store.createOwner(user, passwordHash: Secret("hash"))
    }

    private static func open(_ folder: TemporaryFolder) async throws -> SQLiteStore {
        try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "0123456789abcdef", count: 4)), log: .silent)
    }

    /// Another process on the same file.
    func anotherStore() async throws -> SQLiteStore { try await Self.open(folder) }

    func service(
        store other: SQLiteStore? = nil, clock otherClock: ManualClock? = nil, sun: Sun? = Sun(latitude: 48.8566, longitude: 2.3522),
        usualSun: Sun? = nil, run: (@Sendable ([Order], Principal, Language, ChangeCause.Origin) async throws -> String)? = nil
    ) -> AutomationService {
        let recorder = recorder, store = other ?? store
        return AutomationService(
            store: store, house: house, timeZone: paris, sun: sun, usualSun: usualSun, causes: CauseLog(store: store, log: .silent),
            clock: otherClock ?? clock, log: .silent,
            run: run ?? { orders, _, _, _ in
                recorder.note(orders)
                return "fait"
            })
    }

    func context(_ principal: Principal? = nil, area: String? = nil) -> SkillContext {
        SkillContext(principal: principal ?? self.principal, conversation: .init(high: 2, low: 2), now: clock.now, timeZone: paris, area: area)
    }

    /// Stores an automation made now.
    @discardableResult
    func make(_ text: String, _ occasion: Automation.Occasion, if conditions: [Automation.Condition] = [], by service: AutomationService? = nil) async throws
        -> Automation
    {
        try await AutomationDesk(service: service ?? self.service()).add(
            [order(text)], on: occasion, if: conditions, language: .french, for: principal, now: clock.now)
    }

    /// Runs a service beside `body`, then stops it and waits for its end: everything that was begun has ended then.
    func running(_ services: AutomationService..., body: () async throws -> Void) async throws {
        let shutdown = Shutdown()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in services {
                group.addTask { try await service.run(until: shutdown) }
                group.addTask { try await service.causes.run(until: shutdown) }
            }
            await clock.waitForSleepers(services.count)
            do { try await body() } catch {
                shutdown.request()
                throw error
            }
            shutdown.request()
            try await group.waitForAll()
        }
    }

    func runs() async throws -> [AutomationRun] { try await store.runs(of: nil, limit: 1000, for: principal) }
}

/// An order as a reader makes it: words that say which lamp.
func order(_ text: String, timing: Order.Timing = .now) -> Order {
    let isOff = text.contains("éteins") || text.contains("ferme") || text.contains("off")
    let entity = text.contains("volet") ? "cover.bedroom" : text.contains("cuisine") ? "light.kitchen" : "light.living"
    return Order(
        Intent(isOff ? "HassTurnOff" : "HassTurnOn", ["name": SlotValue(.string(entity), text: "x", ids: [entity])]), text: text, timing: timing)
}
