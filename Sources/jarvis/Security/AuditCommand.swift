import Audit
import Base
import Configuration
import Domain
import Foundation
import Observability
import StorageSQLite

/// `jarvis audit`: reads the trail in the data folder, also while Jarvis runs on it.
enum AuditCommand {
    @Sendable static func verify(_ invocation: Invocation) async throws -> Int32 {
        let report: AuditReport
        if let path = invocation.value(of: "file") {
            guard let file = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
                throw Failure(fr: "Impossible de lire \(path).", en: "Cannot read \(path).")
            }
            report = try await withTrail(invocation) { _, chain in try AuditFile.verify(file, with: chain) }
        } else {
            report = try await withTrail(invocation) { reader, _ in try await reader.verify() }
        }
        if invocation.has("json") {
            invocation.console.write(String(decoding: try JSON.encode(ReportBody(report)), as: UTF8.self) + "\n")
        } else {
            invocation.console.show(AuditWords.text(of: report, in: invocation.language))
        }
        return report.isIntact ? ExitCode.done : ExitCode.failed
    }

    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 {
        let limit = try invocation.number(of: "limit", from: 1...100_000, command: "jarvis audit list") ?? 50
        var filter = AuditFilter(who: invocation.value(of: "who"))
        if let text = invocation.value(of: "action") {
            let known = AuditEvent.Action.allCases.map(\.rawValue)
            guard let action = AuditEvent.Action(rawValue: text) else {
                let list = known.joined(separator: ", ")
                throw UsageError(
                    "jarvis audit list", .badValue("--action", expected: Words(fr: "un de ces mots : \(list)", en: "one of these words: \(list)")))
            }
            filter.action = action
        }
        if let text = invocation.value(of: "since") {
            guard let date = LocalTime.moment(text) else {
                throw UsageError(
                    "jarvis audit list", .badValue("--since", expected: Words(fr: "un jour comme 2026-01-31", en: "a day like 2026-01-31")))
            }
            filter.since = date
        }
        let page = try await withStore(invocation) { store, configuration in
            var wanted = filter
            if let who = filter.who { wanted.person = try await store.user(named: who)?.user.id }
            return try await reader(of: store, configuration).reader.entries(wanted, limit: limit, cursor: nil)
        }
        try invocation.print(page.items.map(EntryBody.init)) { AuditWords.line($0, in: invocation.language) }
        return ExitCode.done
    }

    @Sendable static func export(_ invocation: Invocation) async throws -> Int32 {
        guard let path = invocation.value(of: "out"), path != "-" else {
            _ = try await withTrail(invocation) { reader, _ in try await reader.export { invocation.console.write($0 + "\n") } }
            return ExitCode.done
        }
        let count = try await PrivateFile.write(path) { write in
            try await withTrail(invocation) { reader, _ in try await reader.export { try write(Data(($0 + "\n").utf8)) } }
        }
        invocation.console.complain(invocation.language(fr: "\(count) entrées dans \(path).", en: "\(count) entries in \(path)."))
        return ExitCode.done
    }

    @Sendable static func testAlert(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let channels = try AlertChannels.make(configuration)
        guard !channels.isEmpty else {
            throw Failure(
                fr: "Aucun chemin pour les alertes : donnez SMTP_SERVER et ALERT_EMAIL, ou JARVIS_ALERT_WEBHOOK.",
                en: "There is no way for alerts: give SMTP_SERVER and ALERT_EMAIL, or JARVIS_ALERT_WEBHOOK.")
        }
        let alert = Alert(.test, at: Date()), text = AlertText(alert, in: configuration.language)
        var code = ExitCode.done
        for channel in channels {
            do {
                try await channel.send(alert, text)
                invocation.console.show(invocation.language(fr: "\(channel.name) : parti.\n", en: "\(channel.name): sent.\n"))
            } catch {
                invocation.console.complain("\(channel.name): \(error)")
                code = ExitCode.failed
            }
        }
        return code
    }

    private static func withTrail<T>(_ invocation: Invocation, _ body: (AuditReader, AuditChain) async throws -> T) async throws -> T {
        try await withStore(invocation) { store, configuration in
            let (reader, chain) = try reader(of: store, configuration)
            return try await body(reader, chain)
        }
    }

    private static func reader(of store: SQLiteStore, _ configuration: Configuration) throws -> (reader: AuditReader, chain: AuditChain) {
        let chain = try AuditChain(key: store.chainKey(AuditChain.keyByteCount, for: AuditChain.purpose))
        return (AuditReader(chain: chain, store: store, head: AuditHead(path: Auditing.head(configuration.home))), chain)
    }

    private static func withStore<T>(_ invocation: Invocation, _ body: (SQLiteStore, Configuration) async throws -> T) async throws -> T {
        let configuration = try invocation.configuration()
        let path = configuration.home + "/jarvis.db"
        guard SQLiteStore.exists(at: path) else {
            throw Failure(
                fr: "Il n'y a pas encore de journal dans \(configuration.home) ; Jarvis y a-t-il déjà tourné ?",
                en: "There is no trail in \(configuration.home) yet; has Jarvis ever run there?")
        }
        let secrets = try Secrets(configuration, databaseExists: true)
        let store = try await SQLiteStore.openToRead(path: path, encryptionKey: secrets.encryption, log: .silent)
        let result: Result<T, any Error>
        do { result = .success(try await body(store, configuration)) } catch { result = .failure(error) }
        await store.close()
        return try result.get()
    }

    /// `--json` of `list`.
    struct EntryBody: Encodable {
        var number: Int64
        var at: Date
        var action: AuditEvent.Action
        var outcome: AuditEvent.Outcome
        var household: Household.ID?
        var user: User.ID?
        var name: String
        var address: String
        var target: String
        var erased: Bool

        init(_ entry: AuditEntry) {
            let event = entry.event
            (number, at, action, outcome) = (entry.number, entry.at, event.action, event.outcome)
            (household, user, name, address, target, erased) = (event.household, event.user, event.name, event.address, event.target, entry.isErased)
        }
    }

    /// `--json` of `verify`.
    private struct ReportBody: Encodable {
        struct Fault: Encodable {
            var kind: String
            var first: Int64
            var last: Int64
        }

        var intact: Bool
        var entries: Int
        var last: Int64
        var erased: Int
        var faults: [Fault]

        init(_ report: AuditReport) {
            (intact, entries, last, erased) = (report.isIntact, report.count, report.last, report.erased)
            faults = report.faults.map { Fault(kind: $0.kind.rawValue, first: $0.first, last: $0.last) }
        }
    }
}
