import Base
import Cryptography
import Domain
import Foundation
import Observability
import SQLite
@testable import StorageSQLite
import TestSupport
import Testing

/// Timers that pause and appointments that come again, on a real file.
@Suite struct AppointmentStoreTests {
    private let folder: TemporaryFolder
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let owner: User
    private let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt

    init() throws {
        folder = try Paths.temporaryFolder()
        owner = User(household: .init(), name: "Zoé", role: .owner, language: .french, createdAt: now)
    }

    private func open() async throws -> SQLiteStore {
        let key = Secret(String(repeating: "0123456789abcdef", count: 4))
        let store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: key, log: .silent)
        if try await !store.hasOwner() { #expect(try await store.createOwner(owner, passwordHash: Secret("hash"))) }
        return store
    }

    private func daily() -> Appointment {
        let recurrence = Recurrence(.days(every: 1), hour: 7, minute: 30, timeZone: paris, skipped: [CivilDay(number: 20_900)])
        return Appointment(
            kind: .alarm, label: "le train", createdAt: now, dueAt: now.addingTimeInterval(60), language: .french, recurrence: recurrence, area: "bedroom")
    }

    @Test func keepsAllOfAnAppointment() async throws {
        let store = try await open()
        let paused = Appointment(
            kind: .timer, state: .paused, label: "", createdAt: now, dueAt: now.addingTimeInterval(600), language: .english, length: 300, remaining: 42.25)
        for appointment in [daily(), paused] {
            try await store.add(appointment, for: owner.principal)
            #expect(try await store.appointments(appointment.kind, in: [.pending, .paused], for: owner.principal) == [appointment])
        }
        #expect(try await store.upcoming(limit: 10).map(\.appointment.kind) == [.alarm])
        await store.close()
    }

    @Test func replacesOnlyWhatHasNotChanged() async throws {
        let store = try await open()
        let timer = Appointment(kind: .timer, label: "", createdAt: now, dueAt: now.addingTimeInterval(600), language: .french)
        try await store.add(timer, for: owner.principal)
        var paused = timer
        (paused.state, paused.remaining) = (.paused, 540)
        let stranger = Principal(household: .init(), user: .init(), role: .member, name: "x")
        #expect(try await !store.replace(timer, with: paused, for: stranger))
        #expect(try await store.replace(timer, with: paused, for: owner.principal))
        #expect(try await !store.replace(timer, with: paused, for: owner.principal))
        var longer = paused
        longer.remaining = 600
        #expect(try await store.replace(paused, with: longer, for: owner.principal))
        #expect(try await !store.replace(paused, with: longer, for: owner.principal))
        #expect(try await store.appointments(.timer, in: [.paused], for: owner.principal) == [longer])
        await store.close()
    }

    @Test func firesEachOccurrenceOnce() async throws {
        let store = try await open()
        let series = daily()
        try await store.add(series, for: owner.principal)
        var next = series
        next.dueAt = series.dueAt.addingTimeInterval(86_400)
        func occurrence(of series: Appointment) -> Appointment {
            Appointment(
                kind: .alarm, state: .due, label: series.label, createdAt: series.createdAt, dueAt: series.dueAt, language: .french, length: series.length,
                series: series.id, area: series.area)
        }
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                let fired = occurrence(of: series)
                group.addTask { [owner, next] in try await store.fire(fired, of: series, movingTo: next, for: owner.principal) }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
        #expect(try await store.appointments(nil, in: [.pending], for: owner.principal) == [next])
        #expect(try await store.appointments(nil, in: [.due], for: owner.principal).map(\.series) == [series.id])
        // The next day's takes the place of what nobody has heard.
        var later = next
        later.dueAt = next.dueAt.addingTimeInterval(86_400)
        let second = occurrence(of: next)
        #expect(try await store.fire(second, of: next, movingTo: later, for: owner.principal))
        #expect(try await store.appointments(nil, in: [.due], for: owner.principal) == [second])
        #expect(try await store.appointments(nil, in: [.cancelled], for: owner.principal).count == 1)
        await store.close()
    }

    @Test func aStoreThatCannotBeWrittenIsNotUp() async throws {
        let store = try await open()
        try await store.ping()
        try await store.database.write { try $0.script("PRAGMA query_only = 1") }
        await #expect(throws: (any Error).self) { try await store.ping() }
        // Reading goes on.
        #expect(try await store.hasOwner())
        await store.close()
    }

    @Test func rowsOfTheFirstSchemaStayReadable() async throws {
        let old = Appointment(kind: .timer, label: "les pâtes", createdAt: now, dueAt: now.addingTimeInterval(600), language: .french)
        let file = try Database(path: folder.file("jarvis.db"), migrations: Array(Schema.migrations.prefix(1)), log: .silent)
        let sealer = Sealer(key: try await SQLiteStore.dataKey(in: file, encryptionKey: Secret(String(repeating: "0123456789abcdef", count: 4))))
        try await file.write { [owner, now] connection in
            try connection.execute("INSERT INTO households (id, created_at) VALUES (?, ?)", owner.household.value, now.value)
            try connection.execute(
                "INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at) VALUES (?, ?, ?, 'zoé', 'owner', 'fr', '', ?)",
                owner.id.value, owner.household.value, .text(owner.name), now.value)
            try connection.execute(
                """
                INSERT INTO appointments (id, household, user, kind, state, sealed_label, created_at, due_at, language)
                VALUES (?, ?, ?, 'timer', 'pending', ?, ?, ?, 'fr')
                """, old.id.value, owner.household.value, owner.id.value,
                sealer.seal(old.label, .appointment, row: old.id, household: owner.household), old.createdAt.value, old.dueAt.value)
        }
        await file.close()
        let again = try await open()
        #expect(try await again.appointments(nil, in: [.pending], for: owner.principal) == [old])
        await again.close()
    }
}
