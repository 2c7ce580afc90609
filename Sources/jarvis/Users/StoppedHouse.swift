import Audit
import Backend
import Base
import Configuration
import Domain
import Identity
import Lifecycle
import Observability
import StorageSQLite

/// This machine's accounts while Jarvis does not run: its parts on the data folder, for the time of one command. What it records is in the trail.
struct StoppedHouse {
    let authenticator: Authenticator
    let persons: PersonDesk
    let trail: AuditLog

    /// - Returns: `nil` when Jarvis runs on the folder: then it has to be asked.
    static func use<T>(_ configuration: Configuration, _ body: (StoppedHouse) async throws -> T) async throws -> T? {
        guard let folder = try? DataFolder(path: configuration.home) else { return nil }
        defer { withExtendedLifetime(folder) {} }
        return try await KeysCommand.withStore(configuration, folder) { store, secrets in
            let auditing = try Auditing(
                configuration, database: folder.database, store: store, metrics: Metrics(), clock: SystemWallClock(), log: .silent)
            let log = auditing.log
            let house = StoppedHouse(
                authenticator: try await Authenticator(
                    users: store, sessions: store, keys: store, secretKey: secrets.shared,
                    ways: SignInWays(secondFactors: SecondFactors(store: store, trail: log), trail: log), log: .silent),
                persons: PersonDesk(store: store, archive: auditing.reader, trail: log), trail: log)
            return try await log.recording { try await body(house) }
        }
    }
}

extension AuditLog {
    /// Keeps what is recorded meanwhile, outside of a service.
    func recording<T>(_ body: () async throws -> T) async throws -> T {
        try await start()
        let result: Result<T, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        // Writes what there is, and ends.
        let shutdown = Shutdown()
        shutdown.request()
        try await run(until: shutdown)
        return try result.get()
    }
}
