import Observability
private import Foundation

/// One step of the schema, numbered from 1 without gaps. A step that was released is never changed: a correction is a new step.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let sql: String

    public init(_ number: Int, _ name: String, _ sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// Of the schema in a file.
    private static func version(of connection: Connection) throws(SQLiteError) -> Int {
        Int(try connection.query("PRAGMA user_version") { $0.integer(0) }.first ?? 0)
    }

    /// - Throws: unless the file has all of these and no more.
    static func check(_ migrations: [Migration], on connection: Connection) throws(SQLiteError) {
        let current = try version(of: connection), newest = migrations.last?.number ?? 0
        guard current == newest else {
            throw SQLiteError(
                .notADatabase, "the database is of another version (schema \(current), this program knows \(newest)): start this version of Jarvis on it first")
        }
    }

    /// Applies the steps that are missing, each in a transaction with its number (`PRAGMA user_version`).
    /// A database that already holds data is first copied beside itself (`NAME.before-N`).
    static func run(_ migrations: [Migration], on connection: Connection, path: String, log: Logger) throws(SQLiteError) {
        let current = try version(of: connection)
        let newest = migrations.last?.number ?? 0
        guard current <= newest else {
            throw SQLiteError(
                .notADatabase,
                "the database was written by a newer Jarvis (schema \(current), this program knows \(newest)): update Jarvis, or restore a backup made before the update"
            )
        }
        let missing = migrations.filter { $0.number > current }
        if current > 0, let first = missing.first {
            let copy = "\(path).before-\(first.number)"
            try? FileManager.default.removeItem(atPath: copy)
            try connection.execute("VACUUM INTO ?", .text(copy))
            log.notice("database copied before the migration", ["copy": copy])
        }
        for migration in missing {
            try connection.execute("BEGIN IMMEDIATE")
            do throws(SQLiteError) {
                try connection.script(migration.sql)
                try connection.script("PRAGMA user_version = \(migration.number)")
                try connection.execute("COMMIT")
            } catch {
                _ = try? connection.execute("ROLLBACK")
                throw error
            }
            log.info("database migrated", ["number": "\(migration.number)", "name": migration.name])
        }
    }
}
