import Base
public import Domain
public import Foundation
import SQLite

extension SQLiteStore: AuditStore {
    private static let columns = "number, household, at, action, outcome, sealed_details, digest, erasure, hash"

    /// A key for the chain of the trail, out of the key that seals, or of the first one that did: it stays the same whatever key is changed.
    public func chainKey(_ count: Int, for purpose: String) throws -> [UInt8] { try keptKeys[purpose] ?? sealer.key.derive(count, for: purpose) }

    /// What the details of an entry are sealed for.
    static func place(_ number: Int64) -> Identifier<AuditRecord> { Identifier(high: 0, low: UInt64(bitPattern: number)) }
    /// Of those that belong to no household.
    static let nowhere = Household.ID(high: 0, low: 0)

    private static func record(_ row: Row, _ sealer: Sealer) -> AuditRecord {
        let number = row.integer(0), household = Household.ID(bytes: row.blob(1)), sealed = row.blob(5)
        let opened = try? sealer.open(bytes: sealed, .auditDetails, row: place(number), household: household ?? nowhere)
        return AuditRecord(
            number: number, at: row.integer(2), household: household, action: row.text(3), outcome: row.text(4),
            details: opened.flatMap { AuditDetails(bytes: $0) }, digest: row.blob(6), erasure: row.isNull(7) ? nil : row.blob(7), hash: row.blob(8))
    }

    private func records(_ rest: String, _ values: [Value]) async throws -> [AuditRecord] {
        let sealer = sealer
        return try await database.read { connection in
            try connection.query("SELECT \(Self.columns) FROM audit \(rest)", values) { row throws(SQLiteError) in Self.record(row, sealer) }
        }
    }

    public func append(_ records: [AuditRecord]) async throws {
        let sealer = sealer
        try await database.write { connection in
            for record in records {
                let details = record.details.map {
                    sealer.seal(bytes: $0.bytes, .auditDetails, row: Self.place(record.number), household: record.household ?? Self.nowhere)
                }
                try connection.execute(
                    "INSERT INTO audit (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", .integer(record.number), record.household?.value ?? .null,
                    .integer(record.at), .text(record.action), .text(record.outcome), details ?? .null, .blob(record.digest),
                    record.erasure.map { .blob($0) } ?? .null, .blob(record.hash))
            }
        }
    }

    public func lastAuditRecord() async throws -> AuditRecord? { try await records("ORDER BY number DESC LIMIT 1", []).first }

    public func auditRecords(after number: Int64, limit: Int) async throws -> [AuditRecord] {
        try await records("WHERE number > ? ORDER BY number LIMIT ?", [.integer(number), .integer(Int64(limit))])
    }

    public func auditRecords(_ filter: AuditFilter, before number: Int64?, limit: Int) async throws -> [AuditRecord] {
        var conditions = ["number < ?"], values: [Value] = [.integer(number ?? .max)]
        func add(_ condition: String, _ value: Value) {
            conditions.append(condition)
            values.append(value)
        }
        if let household = filter.household { add("household = ?", household.value) }
        if let action = filter.action { add("action = ?", .text(action.rawValue)) }
        if let since = filter.since { add("at >= ?", since.value) }
        return try await records("WHERE \(conditions.joined(separator: " AND ")) ORDER BY number DESC LIMIT ?", values + [.integer(Int64(limit))])
    }

    public func auditStart() async throws -> AuditAnchor? {
        try await database.read { connection in
            try connection.query("SELECT number, hash, tag FROM audit_start") { row throws(SQLiteError) in
                AuditAnchor(number: row.integer(0), hash: row.blob(1), tag: row.blob(2))
            }.first
        }
    }

    public func lastAuditRecord(before date: Date) async throws -> AuditRecord? {
        // The first that is young enough ends what may go, whatever the clock did in between.
        try await records(
            "WHERE number < ifnull((SELECT min(number) FROM audit WHERE at >= ?), \(Int64.max)) ORDER BY number DESC LIMIT 1", [date.value]
        ).first
    }

    public func cutAudit(to anchor: AuditAnchor) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO audit_start (id, number, hash, tag) VALUES (1, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash, tag = excluded.tag
                """, .integer(anchor.number), .blob(anchor.hash), .blob(anchor.tag))
            return try connection.execute("DELETE FROM audit WHERE number <= ?", .integer(anchor.number))
        }
    }

    public func eraseAuditDetails(_ proofs: [Int64: [UInt8]]) async throws {
        guard !proofs.isEmpty else { return }
        try await database.write { connection in
            for (number, proof) in proofs {
                try connection.execute("UPDATE audit SET sealed_details = NULL, erasure = ? WHERE number = ?", .blob(proof), .integer(number))
            }
        }
    }
}
