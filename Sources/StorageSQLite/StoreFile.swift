import Domain
import Observability
import SQLite

/// The database behind the store. What keeps it from working becomes a `Problem` that says what to do; the log keeps SQLite's own words.
struct StoreFile: Sendable {
    let database: Database
    let log: Logger

    /// `Database.write`.
    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        do { return try await database.write(body) } catch let error as SQLiteError { throw explain(error) }
    }

    /// `Database.read`.
    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        do { return try await database.read(body) } catch let error as SQLiteError { throw explain(error) }
    }

    private func explain(_ error: SQLiteError) -> any Error {
        guard let advice = Self.advice(error.code) else { return error }
        log.error("the database refused", ["error": error.description])
        return Problem(.unavailable, advice)
    }

    /// `nil` for what only a mistake in the program can cause.
    static func advice(_ code: SQLiteError.Code) -> String? {
        switch code {
        case .full:
            "the disk that holds the data folder is full and nothing of this was stored: free some space. What was done in the house stays done: look before asking again"
        case .corrupt, .notADatabase: "the database file is damaged: stop Jarvis and restore a backup of the data folder"
        case .readOnly, .inputOutput, .cannotOpen: "the database file cannot be used: check the disk and the rights of the data folder"
        case .busy, .overloaded: "the database has too much to do: try again in a moment"
        case .closed: "Jarvis is stopping: try again when it runs"
        default: nil
        }
    }
}
