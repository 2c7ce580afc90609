import Audit
import Base
import Domain
import Foundation
import Lifecycle
import Observability
import StorageSQLite
import TestSupport
import Testing

@testable import SQLite

/// A trail on a real file, with a clock that stands still.
final class Trail: Sendable {
    let folder: TemporaryFolder
    let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    let household = Household.ID()
    let key = Secret(String(repeating: "0123456789abcdef", count: 4))

    init() throws { folder = try Paths.temporaryFolder() }

    var head: AuditHead { AuditHead(path: folder.file("audit.head")) }

    func open() async throws -> SQLiteStore { try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: key, log: .silent) }

    func chain(_ store: SQLiteStore) throws -> AuditChain {
        try AuditChain(key: store.chainKey(AuditChain.keyByteCount, for: AuditChain.purpose))
    }

    func event(_ number: Int, _ action: AuditEvent.Action = .signIn, _ outcome: AuditEvent.Outcome = .done, name: String = "zoé") -> AuditEvent {
        AuditEvent(action, outcome, household: household, name: name, address: "192.0.2.\(number % 256)", target: "n° \(number)")
    }

    /// Runs a log over the file, and closes everything after.
    @discardableResult
    func run<T: Sendable>(
        limits: AuditLog.Limits = .init(), metrics: Metrics = Metrics(), before: @Sendable (AuditLog) -> Void = { _ in },
        _ body: @Sendable (AuditLog) async throws -> T
    ) async throws -> T {
        let store = try await open()
        let log = AuditLog(chain: try chain(store), store: store, head: head, limits: limits, metrics: metrics, clock: clock, log: .silent)
        before(log)
        try await log.start()
        let shutdown = Shutdown()
        async let running: Void = log.run(until: shutdown)
        let result: Result<T, any Error>
        do { result = .success(try await body(log)) } catch { result = .failure(error) }
        await log.settled()
        shutdown.request()
        try await running
        await store.close()
        return try result.get()
    }

    /// Works on the file as somebody with an editor would, triggers or not.
    func tamper(_ sql: String) throws {
        let connection = try Connection(path: folder.file("jarvis.db"))
        let triggers = try connection.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'") { ($0.text(0), $0.text(1)) }
        for (name, _) in triggers { try connection.script("DROP TRIGGER \(name)") }
        try connection.script(sql)
        for (_, sql) in triggers { try connection.script(sql) }
    }

    func verify() async throws -> AuditReport {
        let store = try await open()
        let report = try await AuditReader(chain: chain(store), store: store, head: head).verify()
        await store.close()
        return report
    }
}
