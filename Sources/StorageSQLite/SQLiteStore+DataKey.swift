public import Base
import Cryptography
import Domain
import Foundation
import SQLite

/// The key that seals what is stored, and what it is wrapped by.
extension SQLiteStore {
    private static let keyContext = Array("sealing_keys.wrapped".utf8)

    /// The key that seals the texts, by whichever of its wrappings `encryptionKey` opens. There are two while JARVIS_ENCRYPTION_KEY changes: the older
    /// one goes when the newer is in use.
    static func dataKey(in database: Database, encryptionKey: Secret) async throws -> SealingKey {
        let stored = try await database.read { connection in
            try connection.query("SELECT id, wrapped, salt FROM sealing_keys ORDER BY id DESC") { ($0.integer(0), $0.blob(1), $0.blob(2)) }
        }
        guard let newest = stored.first else {
            let key = try SealingKey.random()
            try await wrap(key, with: encryptionKey, in: database)
            return key
        }
        for (id, wrapped, salt) in stored {
            do throws(CryptographyError) {
                let key = try SealingKey.unwrap(wrapped, with: try WrappingKey.derive(from: encryptionKey, salt: salt), context: keyContext)
                if id == newest.0, stored.count > 1 {
                    _ = try? await database.write { try $0.execute("DELETE FROM sealing_keys WHERE id < ?", .integer(id)) }
                }
                return key
            } catch {
                guard error.code == .notAuthentic else { throw error }
            }
        }
        throw StoreError(
            .wrongKey,
            "JARVIS_ENCRYPTION_KEY is not the key this database was made with. Give the right one (it stands in the file secrets/JARVIS_ENCRYPTION_KEY of the data folder that the database came from), or restore a backup together with its key. Nothing was changed"
        )
    }

    private static func wrap(_ key: SealingKey, with encryptionKey: Secret, in database: Database) async throws {
        let wrapping = try Wrapping(of: key, by: encryptionKey)
        _ = try await database.write { try wrapping.insert($0) }
    }

    /// A row of `sealing_keys`. Made off the connection: a passphrase takes its time.
    private struct Wrapping: Sendable {
        let wrapped: [UInt8], salt: [UInt8]

        init(of key: SealingKey, by encryptionKey: Secret) throws {
            salt = try RandomBytes.make(WrappingKey.saltByteCount)
            wrapped = key.wrapped(by: try WrappingKey.derive(from: encryptionKey, salt: salt), context: keyContext)
        }

        func insert(_ connection: Connection) throws(SQLiteError) {
            _ = try connection.execute("INSERT INTO sealing_keys (wrapped, salt, created_at) VALUES (?, ?, ?)", .blob(wrapped), .blob(salt), Date().value)
        }
    }

    /// Lets another key open the database, too; the one that opened it now does so until the other was used once.
    public func accept(encryptionKey: Secret) async throws { try await Self.wrap(sealer.key, with: encryptionKey, in: database.database) }

    // MARK: another data key

    /// Columns that are sealed for no row of a household.
    static let sealedApart = ["audit.sealed_details", "signing_keys.sealed_seed", "kept_keys.sealed_key"]

    /// Seals everything with a new data key, in one transaction, and overwrites what was sealed with the old one. This store is of no use afterwards:
    /// close it.
    ///
    /// Keys that were derived from the old one for `purposes` are kept: what they proved stays proven.
    /// - Parameters:
    ///   - encryptionKey: wraps the new one.
    ///   - purposes: of `chainKey`, with the bytes of each.
    ///   - progress: told the share that is done, 0…1, on another thread.
    /// - Returns: whether what was sealed before is overwritten; `false` when somebody else reads the file, and the next start does it.
    public func replaceDataKey(
        encryptionKey: Secret, keeping purposes: [String: Int], progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Bool {
        let old = sealer, new = Sealer(key: try SealingKey.random())
        let wrapping = try Wrapping(of: new.key, by: encryptionKey)
        let kept = try keptKeys.merging(purposes.map { ($0.key, try chainKey($0.value, for: $0.key)) }) { earlier, _ in earlier }
        try await database.write { connection in
            let counts = try SealedTable.all.map { try $0.count(connection) }
            let all = max(1, counts.reduce(0, +))
            var done = 0
            for table in SealedTable.all {
                try table.reseal(from: old, to: new, connection) {
                    done += $0
                    progress(Double(done) / Double(all))
                }
            }
            try Self.resealSigningKeys(from: old, to: new, connection)
            try Self.resealAudit(from: old, to: new, connection)
            for (purpose, key) in kept {
                try connection.execute(
                    "INSERT OR REPLACE INTO kept_keys (purpose, sealed_key) VALUES (?, ?)", .text(purpose),
                    .blob(new.key.seal(key, context: Self.keptContext(purpose))))
            }
            try connection.execute("DELETE FROM sealing_keys")
            try wrapping.insert(connection)
            try Self.oweScrub(connection)
        }
        // The keys are exchanged whatever comes now.
        do { return try await scrubWhereDue() } catch { return false }
    }

    private static func keptContext(_ purpose: String) -> [UInt8] { Array("kept_keys.sealed_key \(purpose)".utf8) }

    /// Keys for chains that began under an earlier data key.
    static func keptKeys(in database: Database, key: SealingKey) async throws -> [String: [UInt8]] {
        let rows = try await database.read { connection in
            try connection.query("SELECT purpose, sealed_key FROM kept_keys") { ($0.text(0), $0.blob(1)) }
        }
        return try Dictionary(rows.map { ($0.0, try key.open($0.1, context: keptContext($0.0))) }, uniquingKeysWith: { first, _ in first })
    }
}

extension SQLiteStore {
    private static func resealSigningKeys(from old: Sealer, to new: Sealer, _ connection: Connection) throws {
        for (id, sealed) in try connection.query("SELECT id, sealed_seed FROM signing_keys", row: { ($0.text(0), $0.blob(1)) }) {
            let seed = try old.key.open(sealed, context: signingContext(id))
            try connection.execute(
                "UPDATE signing_keys SET sealed_seed = ? WHERE id = ?", .blob(new.key.seal(seed, context: signingContext(id))), .text(id))
        }
    }

    /// Details that do not open stay as they are, for `jarvis audit verify` to name them: they may be somebody's deed.
    private static func resealAudit(from old: Sealer, to new: Sealer, _ connection: Connection) throws {
        // It keeps the program from changing entries; here their hashes and numbers stay, and all of it is one transaction.
        let trigger = "audit_is_not_changed"
        let definitions = try connection.query("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", .text(trigger)) { $0.text(0) }
        for _ in definitions { try connection.execute("DROP TRIGGER \(trigger)") }
        var last: Int64 = 0
        while true {
            let rows = try connection.query(
                "SELECT number, household, sealed_details FROM audit WHERE number > ? AND sealed_details IS NOT NULL ORDER BY number LIMIT 500", .integer(last)
            ) { (number: $0.integer(0), household: Household.ID(bytes: $0.blob(1)) ?? nowhere, sealed: $0.blob(2)) }
            for row in rows {
                guard let details = try? old.open(bytes: row.sealed, .auditDetails, row: place(row.number), household: row.household) else { continue }
                try connection.execute(
                    "UPDATE audit SET sealed_details = ? WHERE number = ?",
                    new.seal(bytes: details, .auditDetails, row: place(row.number), household: row.household), .integer(row.number))
            }
            guard let end = rows.last else { break }
            last = end.number
        }
        for definition in definitions { try connection.execute(definition) }
    }
}
