import Base
import Domain
import Foundation
import Home
import Synchronization
import Testing

/// A house that does what a test wrote down, call by call, and fails the test on any other call.
final class ScriptedHouse: House {
    typealias Effect = @Sendable (ScriptedHouse) async throws -> Void

    private struct Script {
        var expected: [(call: String, effect: Effect)] = []
        var calls: [String] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    let table: HouseTable
    let clock: any WallClock
    private let script = Mutex(Script())

    init(_ model: HomeModel, _ states: [EntityState], clock: any WallClock) {
        table = HouseTable(model: model, clock: clock)
        table.replace(states: states)
        table.setConnected(true)
        self.clock = clock
    }

    /// The next call of this kind: `light.turn_on light.a light.b brightness_pct=50`.
    func expect(_ call: String, _ effect: @escaping Effect = { _ in }) { script.withLock { $0.expected.append((call, effect)) } }

    /// Calls that were made, in order.
    var calls: [String] { script.withLock { $0.calls } }
    /// Calls that were written down and never made.
    var missing: [String] { script.withLock { $0.expected.map(\.call) } }

    func waitForCalls(_ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isReady = script.withLock { script in
                if script.calls.count >= count { return true }
                script.watchers.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    /// A device reports.
    func report(_ entity: String, _ value: String, _ attributes: [String: JSONValue] = [:]) {
        var state = table.state(of: entity) ?? EntityState(entity: entity, value: value, changedAt: clock.now, updatedAt: clock.now)
        if state.value != value { state.changedAt = clock.now }
        state.value = value
        state.attributes.merge(attributes) { _, new in new }
        state.updatedAt = clock.now
        table.apply(state)
    }

    // MARK: House

    var isConnected: Bool { table.isConnected }
    var model: HomeModel { table.model }
    func state(of entity: String) -> EntityState? { table.state(of: entity) }
    func states() -> [EntityState] { table.states() }
    func changes() -> AsyncStream<HomeChange> { table.changes() }
    func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] { throw HouseError(.unsupported, "no history here") }

    func call(_ call: ServiceCall) async throws {
        let text = call.short
        let (effect, watchers) = script.withLock { script in
            script.calls.append(text)
            let ready = script.watchers.filter { $0.count <= script.calls.count }.map(\.continuation)
            script.watchers.removeAll { $0.count <= script.calls.count }
            guard let index = script.expected.firstIndex(where: { $0.call == text }) else { return (Effect?.none, ready) }
            return (script.expected.remove(at: index).effect, ready)
        }
        for watcher in watchers { watcher.resume() }
        guard let effect else {
            Issue.record("unexpected call: \(text)")
            throw HouseError(.refused, "not in the script")
        }
        try await effect(self)
    }
}

extension ServiceCall {
    /// `light.turn_on light.a light.b brightness_pct=50`.
    var short: String {
        let values = data.sorted { $0.key < $1.key }.map { "\($0.key)=\(($0.value).short)" }
        return (["\(domain).\(service)"] + entities + values).joined(separator: " ")
    }
}

extension JSONValue {
    fileprivate var short: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): Int64(exactly: value).map { "\($0)" } ?? "\(value)"
        case .string(let value): value
        case .array(let values): "[" + values.map(\.short).joined(separator: ",") + "]"
        case .object: "{…}"
        }
    }
}

/// Opens once, for whoever waits.
final class Gate: Sendable {
    private let state = Mutex((isOpen: false, waiting: [CheckedContinuation<Void, Never>]()))

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}
