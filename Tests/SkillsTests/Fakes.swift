import Base
import Domain
import Foundation
import Synchronization
import Testing

/// What a fake throws when it was told to fail.
struct FakeFailure: Error {}

/// Appointments in memory, by the rules of the port; records an issue when it is asked about somebody it was not told of.
final class FakeAppointmentStore: AppointmentStore {
    struct Row: Sendable {
        var appointment: Appointment
        let principal: Principal
    }
    struct State {
        var rows: [Row] = []
        var failures = 0
        var moves: [String] = []
    }
    private let state = Mutex(State())
    private let known: Set<Principal>

    init(known: Set<Principal> = [House.principal], _ appointments: [Appointment] = []) {
        self.known = known
        state.withLock { $0.rows = appointments.map { Row(appointment: $0, principal: House.principal) } }
    }

    var all: [Appointment] { state.withLock { $0.rows.map(\.appointment) } }
    var moves: [String] { state.withLock { $0.moves } }
    func failNext(_ count: Int) { state.withLock { $0.failures = count } }

    private func expect(_ principal: Principal) {
        if !known.contains(principal) { Issue.record("asked for a principal it was not told of: \(principal.name)") }
    }

    private func mayFail() throws {
        let fails = state.withLock { state in
            guard state.failures > 0 else { return false }
            state.failures -= 1
            return true
        }
        if fails { throw FakeFailure() }
    }

    func add(_ appointment: Appointment, for principal: Principal) async throws {
        expect(principal)
        try mayFail()
        state.withLock { $0.rows.append(Row(appointment: appointment, principal: principal)) }
    }

    func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment] {
        expect(principal)
        try mayFail()
        return state.withLock { state in
            state.rows.filter { $0.principal == principal && states.contains($0.appointment.state) && (kind == nil || $0.appointment.kind == kind) }.map(
                \.appointment
            )
            .sorted { $0.dueAt < $1.dueAt }
        }
    }

    func move(_ id: Appointment.ID, from: Appointment.State, to: Appointment.State, for principal: Principal) async throws -> Bool {
        expect(principal)
        try mayFail()
        return state.withLock { state in
            guard let index = state.rows.firstIndex(where: { $0.appointment.id == id && $0.principal == principal && $0.appointment.state == from }) else {
                return false
            }
            state.rows[index].appointment.state = to
            state.moves.append("\(from.rawValue)→\(to.rawValue)")
            return true
        }
    }

    func replace(_ old: Appointment, with new: Appointment, for principal: Principal) async throws -> Bool {
        expect(principal)
        try mayFail()
        return state.withLock { Self.replace(old, with: new, principal, &$0) }
    }

    func fire(_ occurrence: Appointment, of series: Appointment, movingTo next: Appointment, for principal: Principal) async throws -> Bool {
        expect(principal)
        try mayFail()
        return state.withLock { state in
            guard Self.replace(series, with: next, principal, &state) else { return false }
            for index in state.rows.indices where state.rows[index].appointment.series == series.id && state.rows[index].appointment.state == .due {
                state.rows[index].appointment.state = .cancelled
            }
            state.rows.append(Row(appointment: occurrence, principal: principal))
            state.moves.append("fired")
            return true
        }
    }

    private static func replace(_ old: Appointment, with new: Appointment, _ principal: Principal, _ state: inout State) -> Bool {
        guard let index = state.rows.firstIndex(where: { $0.appointment == old && $0.principal == principal }) else { return false }
        state.rows[index].appointment.state = new.state
        state.rows[index].appointment.dueAt = new.dueAt
        state.rows[index].appointment.remaining = new.remaining
        state.rows[index].appointment.recurrence = new.recurrence
        return true
    }

    func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)] {
        try mayFail()
        return state.withLock { state in
            state.rows.filter { $0.appointment.state == .pending }.sorted { $0.appointment.dueAt < $1.appointment.dueAt }.prefix(limit).map {
                ($0.appointment, $0.principal)
            }
        }
    }
}

/// Takes announcements while somebody listens, and lets a test wait for them.
final class FakeAnnouncer: Announcer {
    private struct State {
        var isListening: Bool
        var texts: [String] = []
        var attempts = 0
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state: Mutex<State>

    init(listening: Bool = true) { state = Mutex(State(isListening: listening)) }

    var texts: [String] { state.withLock { $0.texts } }
    func listen(_ listening: Bool) { state.withLock { $0.isListening = listening } }

    func announce(_ announcement: Announcement, to principal: Principal) async -> Bool {
        let (taken, ready) = state.withLock { state in
            state.attempts += 1
            if state.isListening { state.texts.append(announcement.text) }
            let ready = state.waiters.filter { $0.count <= state.attempts }.map(\.continuation)
            state.waiters.removeAll { $0.count <= state.attempts }
            return (state.isListening, ready)
        }
        for waiter in ready { waiter.resume() }
        return taken
    }

    /// Returns once so many announcements were tried, taken or not.
    func waitForAttempts(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let now = state.withLock { state in
                if state.attempts >= count { return true }
                state.waiters.append((count, continuation))
                return false
            }
            if now { continuation.resume() }
        }
    }
}

/// Lists in memory.
final class FakeListStore: ListStore {
    private let rows = Mutex<[ListItem]>([])

    var all: [ListItem] { rows.withLock { $0 } }

    func add(_ items: [ListItem], for principal: Principal) async throws { rows.withLock { $0 += items } }
    func items(of list: String, for principal: Principal) async throws -> [ListItem] { rows.withLock { $0.filter { $0.list == list } } }

    func lists(for principal: Principal) async throws -> [(name: String, count: Int)] {
        rows.withLock { rows in Dictionary(grouping: rows, by: \.list).map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 } }
    }

    func remove(_ ids: [ListItem.ID], for principal: Principal) async throws -> Int {
        rows.withLock { rows in
            let before = rows.count
            rows.removeAll { ids.contains($0.id) }
            return before - rows.count
        }
    }
}

/// A house with a place and a thermometer, or without.
struct FakeHome: Domain.House {
    var model: HomeModel
    var degrees: String?
    var isConnected: Bool { true }

    init(place: Coordinates? = nil, degrees: String? = nil) {
        let thermometer = HomeModel.Entity(id: "sensor.out", name: "Température extérieure", deviceClass: "temperature")
        model = HomeModel(entities: degrees == nil ? [] : [thermometer], place: place)
        self.degrees = degrees
    }

    func state(of entity: String) -> EntityState? {
        degrees.map { EntityState(entity: entity, value: $0, changedAt: .distantPast, updatedAt: .distantPast) }
    }
    func states() -> [EntityState] { [] }
    func changes() -> AsyncStream<HomeChange> { AsyncStream { $0.finish() } }
    func call(_ call: ServiceCall) async throws { throw HouseError(.unsupported, "") }
    func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] { throw HouseError(.unsupported, "") }
}
