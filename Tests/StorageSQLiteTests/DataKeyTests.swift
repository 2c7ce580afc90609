import Base
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SQLite
@testable import StorageSQLite

/// Another data key: everything is sealed anew, and what was sealed before opens nothing.
extension PersonStoreTests {
    private static let first = Secret(String(repeating: "a", count: 64)), second = Secret(String(repeating: "b", count: 64))

    /// Two people with something in each table, entries of the trail, a key that signs.
    private func fillAll(_ store: SQLiteStore) async throws {
        try await everybody(store)
        let print = store.sealer.seal(bytes: [7], .voicePrint, row: owner.id, household: owner.household)
        _ = try await store.database.write { connection in
            try connection.execute("DELETE FROM voice_prints")
            return try connection.execute(
                "INSERT INTO voice_prints (user, household, sealed_print) VALUES (?, ?, ?)", owner.id.value, owner.household.value, print)
        }
        let memories = try await store.scan(owner.household, after: nil, limit: 10)
        try await store.keep(memories.map { FragmentVector(id: $0.fragment.id, components: [1, 2, 3]) }, by: "model", in: owner.household)
        try await store.add(SigningKey(id: "k1", seed: [UInt8](1...32), createdAt: now), othersEndAt: now)
        let details = AuditDetails(user: owner.id, name: "Zoé", address: "192.0.2.7", target: "Ugolin", salt: "s")
        try await store.append([
            AuditRecord(number: 1, at: 1, household: owner.household, action: "sign_in", outcome: "done", details: details, digest: [1], hash: [2]),
            AuditRecord(number: 2, at: 2, household: nil, action: "sign_in", outcome: "refused", details: details, digest: [3], hash: [4]),
        ])
    }

    private func exported(_ store: SQLiteStore) async throws -> [PersonalRecord] {
        let mine = try await export(owner, store), theirs = try await export(member, store)
        return mine + theirs
    }

    /// `table.column` of everything that is sealed.
    private func sealedColumns(_ store: SQLiteStore) async throws -> [String] {
        try await store.database.read { connection in
            try connection.query(
                """
                SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name LIKE 'sealed\\_%' ESCAPE '\\'
                """
            ) { $0.text(0) }
        }
    }

    private func sealed(_ store: SQLiteStore) async throws -> [String: [[UInt8]]] {
        var all: [String: [[UInt8]]] = [:]
        for column in try await sealedColumns(store) {
            let parts = column.split(separator: ".")
            all[column] = try await store.database.read { connection in
                try connection.query("SELECT \(parts[1]) FROM \(parts[0]) WHERE \(parts[1]) IS NOT NULL") { $0.blob(0) }
            }
        }
        return all
    }

    @Test func everySealedColumnIsKnown() async throws {
        let store = try await open()
        let known = SealedTable.all.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } } + SQLiteStore.sealedApart
        #expect(try await sealedColumns(store).sorted() == known.sorted())
        await store.close()
    }

    @Test func anotherDataKeySealsEverythingAnew() async throws {
        var store = try await open()
        try await fillAll(store)
        let before = try await sealed(store), records = try await exported(store), keys = try await store.signingKeys(at: now)
        let trail = try await store.auditRecords(after: 0, limit: 10), chain = try store.chainKey(32, for: "chain")
        let progress = Mutex<[Double]>([])
        #expect(try await store.replaceDataKey(encryptionKey: Self.second, keeping: ["chain": 32]) { share in progress.withLock { $0.append(share) } })
        await store.close()
        #expect(progress.withLock { $0 }.last == 1)

        await #expect(throws: StoreError.self) { try await open() }
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Self.second, log: .silent)
        #expect(try await exported(store) == records && !records.isEmpty)
        #expect(try await store.signingKeys(at: now) == keys && keys.count == 1)
        #expect(try await store.auditRecords(after: 0, limit: 10) == trail && trail.count == 2 && trail.allSatisfy { $0.details != nil })
        #expect(try store.chainKey(32, for: "chain") == chain)
        #expect(try store.chainKey(32, for: "another") != chain)
        let after = try await sealed(store)
        #expect(after["kept_keys.sealed_key"]?.count == 1)
        for (column, texts) in before where column != "kept_keys.sealed_key" {
            #expect(!texts.isEmpty && after[column]?.count == texts.count, "\(column)")
            #expect(Set(texts).isDisjoint(with: after[column] ?? []), "\(column)")
        }
        // The trail is only added to, as before.
        await #expect(throws: (any Error).self) {
            try await store.database.write { try $0.execute("UPDATE audit SET sealed_details = x'00' WHERE number = 1") }
        }
        await store.close()
        // Nothing of what was sealed with the old key is left in the file or beside it.
        for file in try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil) {
            let bytes = try Data(contentsOf: file)
            for text in before.values.joined() { #expect(bytes.range(of: Data(text)) == nil, "\(file.lastPathComponent)") }
        }
    }

    @Test func aTextThatDoesNotOpenStopsItAndNothingChanges() async throws {
        var store = try await open()
        try await fillAll(store)
        let before = try await sealed(store)
        // The last table of all: the others were done already.
        _ = try await store.database.write { try $0.execute("UPDATE api_keys SET sealed_name = x'0102'") }
        await #expect(throws: (any Error).self) { try await store.replaceDataKey(encryptionKey: Self.second, keeping: [:]) { _ in } }
        await store.close()
        store = try await open()
        var after = try await sealed(store)
        after["api_keys.sealed_name"] = before["api_keys.sealed_name"]
        #expect(after == before)
        await store.close()
    }
}
