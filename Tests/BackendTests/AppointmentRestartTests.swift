import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Skills
import StorageSQLite
import Synchronization
import TestSupport
import Testing

/// What becomes of appointments when the program stops at any moment and starts again, on the real store.
@Suite struct AppointmentRestartTests {
    private final class Listener: Announcer {
        private let state = Mutex((texts: [String](), isListening: true))
        var texts: [String] { state.withLock { $0.texts } }
        func listen(_ listening: Bool) { state.withLock { $0.isListening = listening } }
        func announce(_ announcement: Announcement, to principal: Principal) async -> Bool {
            state.withLock { state in
                if state.isListening { state.texts.append(announcement.text) }
                return state.isListening
            }
        }
    }

    /// Opens the store, runs the service until it has nothing to do, and lets go of both, as a process does that is killed.
    private func live(
        _ folder: TemporaryFolder, _ clock: ManualClock, _ listener: Listener, connecting principal: Principal? = nil,
        _ prepare: (SQLiteStore) async throws -> Void = { _ in }
    ) async throws {
        let store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "c", count: 64)), log: .silent)
        try await prepare(store)
        let service = AppointmentService(store: store, announcer: listener, clock: clock, log: .silent)
        if let principal { service.userConnected(principal) }
        let running = Task { try await service.run(until: Shutdown()) }
        await clock.waitForSleepers()
        running.cancel()
        _ = await running.result
    }

    @Test func aRecurringOneIsToldOnceForEachTime() async throws {
        let folder = try Paths.temporaryFolder(), start = Date(timeIntervalSince1970: 1_800_000_000)
        let owner = User(household: .init(), name: "zoé", role: .owner, language: .french, createdAt: start)
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        let recurrence = Recurrence(.days(every: 1), hour: 20, timeZone: paris), first = try #require(recurrence.first(after: start))
        let clock = ManualClock(now: start), listener = Listener()
        try await live(folder, clock, listener) { store in
            #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
            try await store.add(
                Appointment(kind: .reminder, label: "le chien", createdAt: start, dueAt: first, language: .french, recurrence: recurrence), for: owner.principal
            )
        }
        #expect(listener.texts == [])
        clock.advance(by: first.timeIntervalSince(start))
        for _ in 0..<3 { try await live(folder, clock, listener, connecting: owner.principal) }
        #expect(listener.texts == ["Rappel : le chien"])
        // Nobody listens on the second day; whoever comes hears it, once.
        clock.advance(by: 86_400)
        listener.listen(false)
        for _ in 0..<2 { try await live(folder, clock, listener) }
        listener.listen(true)
        for _ in 0..<2 { try await live(folder, clock, listener, connecting: owner.principal) }
        #expect(listener.texts == ["Rappel : le chien", "Rappel : le chien"])
        // Off for ten days.
        clock.advance(by: 864_030)
        for _ in 0..<2 { try await live(folder, clock, listener, connecting: owner.principal) }
        #expect(listener.texts.count == 3)
    }
}
