import Audit
import Base
import Configuration
import Domain
import Lifecycle
import Observability
import StorageSQLite

/// The audit trail of this process, and who hears of it.
struct Auditing {
    let log: AuditLog
    let reader: AuditReader
    /// Started before everything that records, so that they end after it.
    let services: [any Service]

    init(_ configuration: Configuration, database: String, store: SQLiteStore, metrics: Metrics, clock: any WallClock, log: Logger) throws {
        let chain = try AuditChain(key: store.chainKey(AuditChain.keyByteCount, for: AuditChain.purpose))
        let head = AuditHead(path: Self.head(configuration.home))
        let usual = configuration.language
        let alerts = AlertDesk(
            channels: try AlertChannels.make(configuration, clock: clock),
            language: { household in
                guard let household, let people = try? await store.users(of: household) else { return usual }
                return people.first { $0.role == .owner }?.language ?? usual
            }, metrics: metrics, clock: clock, log: log.with(label: "alerts"))
        self.log = AuditLog(
            chain: chain, store: store, head: head, limits: AuditLog.Limits(retention: configuration.auditLifetime / .seconds(1)), metrics: metrics,
            clock: clock, log: log.with(label: "audit"), listener: { alerts.heard($0, at: $1) })
        reader = AuditReader(chain: chain, store: store, head: head)
        services = [alerts, self.log, MigrationCopies(of: database, clock: clock)]
    }

    /// Where the end of the chain is kept a second time.
    static func head(_ home: String) -> String { home + "/audit.head" }
}
