import Audit
import Base
import Domain
import Foundation
import Lifecycle
import Observability
import StorageSQLite
import Synchronization
import TestSupport

/// A trail whose service runs once a test asks for what is written.
final class AuditedTrail: AuditTrail {
    let chain: AuditChain
    let head: AuditHead
    private let log: AuditLog
    private let kept = Mutex<[AuditEvent]>([])
    private let shutdown = Shutdown()
    private let running = OneStart()

    init(store: SQLiteStore, folder: TemporaryFolder, clock: any WallClock) throws {
        chain = try AuditChain(key: store.chainKey(AuditChain.keyByteCount, for: AuditChain.purpose))
        head = AuditHead(path: folder.file("audit.head"))
        log = AuditLog(chain: chain, store: store, head: head, metrics: Metrics(), log: .silent)
    }

    deinit { shutdown.request() }

    /// What was recorded, also when no test asked for it to be written.
    var events: [AuditEvent] { kept.withLock { $0 } }

    func record(_ event: AuditEvent) {
        kept.withLock { $0.append(event) }
        log.record(event)
    }

    func written() async throws {
        try await running.once {
            try await log.start()
            // Ends with this object.
            Task { [log, shutdown] in try await log.run(until: shutdown) }
        }
        await log.settled()
    }

    func erase(_ user: User) async throws -> Int {
        try await written()
        return try await log.erase(user)
    }
}

private actor OneStart {
    private var hasStarted = false

    func once(_ body: @Sendable () async throws -> Void) async throws {
        if hasStarted { return }
        hasStarted = true
        try await body()
    }
}
