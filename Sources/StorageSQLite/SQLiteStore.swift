public import Base
import Cryptography
import Domain
import Foundation
public import Observability
import SQLite

/// Everything Jarvis keeps, in one SQLite file. Conforms to the domain's store ports, one extension file each.
public struct SQLiteStore: Sendable {
    let database: StoreFile
    let sealer: Sealer
    /// Keys by their purpose that an earlier data key gave.
    let keptKeys: [String: [UInt8]]
    let path: String

    /// Opens a file for reading, also while Jarvis runs on it.
    /// - Throws: `StoreError` as `open`, and for a file that this version has not migrated.
    public static func openToRead(path: String, encryptionKey: Secret, log: Logger) async throws -> SQLiteStore {
        do {
            let database = try Database(reading: path, migrations: Schema.migrations, log: log)
            let key = try await dataKey(in: database, encryptionKey: encryptionKey)
            return SQLiteStore(
                database: StoreFile(database: database, log: log), sealer: Sealer(key: key), keptKeys: try await keptKeys(in: database, key: key), path: path)
        } catch {
            throw (error as? SQLiteError).map { StoreError(cannotOpen: path, $0) } ?? error
        }
    }

    /// Opens the file and the key that seals its texts.
    ///
    /// - Parameter encryptionKey: JARVIS_ENCRYPTION_KEY. A new database makes a random data key and keeps it wrapped by this one.
    /// - Throws: `StoreError` with what to do when the file cannot be used or the key is not the one it was made with.
    public static func open(path: String, encryptionKey: Secret, log: Logger) async throws -> SQLiteStore {
        let database: Database
        do {
            database = try Database(path: path, migrations: Schema.migrations, log: log)
        } catch {
            throw StoreError(cannotOpen: path, error)
        }
        do {
            let key = try await dataKey(in: database, encryptionKey: encryptionKey)
            let store = SQLiteStore(
                database: StoreFile(database: database, log: log), sealer: Sealer(key: key), keptKeys: try await keptKeys(in: database, key: key), path: path)
            // Whoever reads the file meanwhile may hold it up; then the next start does.
            do { try await store.scrubWhereDue() } catch { log.warning("what was erased could not be overwritten yet", ["error": "\(error)"]) }
            return store
        } catch {
            await database.close()
            throw (error as? SQLiteError).map { StoreError(cannotOpen: path, $0) } ?? error
        }
    }

    /// Whether the file holds a database already: then its key must be given, a new one would be useless.
    public static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Finishes what is being written and closes the file.
    public func close() async { await database.database.close() }

    /// For `/health/ready`: answers when the database does.
    public func ping() async throws {
        _ = try await database.read { try $0.query("SELECT 1") { $0.integer(0) } }
        // A store that can only be read, on a full disk or a read-only one, is of no use; this changes nothing, and yet has to be written.
        _ = try await database.write { try $0.execute("UPDATE sealing_keys SET created_at = created_at") }
    }
}

/// Why the store cannot be used, and what to do.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        let name: String
        public static let cannotOpen = Code(name: "cannot_open")
        public static let wrongKey = Code(name: "wrong_key")
    }

    public let code: Code
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(cannotOpen path: String, _ error: SQLiteError) {
        self.init(.cannotOpen, "cannot open the database \(path): \(error.message)" + (StoreFile.advice(error.code).map { ". What to do: \($0)" } ?? ""))
    }

    public var description: String { message }
}
