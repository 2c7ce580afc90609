public import Observability
private import Dispatch
private import Synchronization

/// A database file with one writer and several readers, none of which runs on the cooperative pool.
///
/// Writes are committed in groups: all jobs that wait when the writer becomes free share one transaction, each in a savepoint of its own,
/// and hear of success only after the commit. One `fsync` then serves many turns. Readers see the last commit and never wait for the writer (WAL).
public final class Database: Sendable {
    /// Waiting writes; more are refused with `.overloaded`.
    public static let writeQueueLimit = 4096
    /// Jobs in one transaction.
    private static let groupLimit = 256

    private struct Job: Sendable {
        /// Runs in the transaction; keeps its result.
        let run: @Sendable (Connection) throws(SQLiteError) -> Void
        /// Called after the commit, or with what made it fail.
        let finish: @Sendable (SQLiteError?) -> Void
    }

    private struct Queue: ~Copyable {
        var jobs: [Job] = []
        var scheduled = false
        var closed = false
    }

    private let queue = Mutex(Queue())
    private let writerThread = DispatchQueue(label: "sqlite.writer")
    private let writer: Confined
    private let readers: [(thread: DispatchQueue, connection: Confined)]
    private let nextReader = Atomic<Int>(0)
    private let log: Logger

    /// A connection that is touched only on its dispatch queue.
    private final class Confined: @unchecked Sendable {  // confined to the serial queue beside it
        var connection: Connection?
        init(_ connection: Connection) { self.connection = connection }
    }

    /// Opens the file, creating it when missing, and brings its schema up to date by `migrations`.
    /// - Throws: `SQLiteError` when the file cannot be opened, is no database, or was written by a newer program.
    public init(path: String, migrations: [Migration], readers count: Int = 2, log: Logger) throws(SQLiteError) {
        self.log = log
        let connection = try Connection(path: path)
        try Migration.run(migrations, on: connection, path: path, log: log)
        writer = Confined(connection)
        var readers: [(DispatchQueue, Confined)] = []
        for index in 0..<max(1, count) {
            readers.append((DispatchQueue(label: "sqlite.reader.\(index)"), Confined(try Connection(path: path, readOnly: true))))
        }
        self.readers = readers
    }

    /// Opens a file for reading only, also while another process writes it. Writes fail.
    /// - Throws: `SQLiteError` when the file cannot be opened or does not have just these `migrations`.
    public init(reading path: String, migrations: [Migration], log: Logger) throws(SQLiteError) {
        self.log = log
        let connection = try Connection(path: path, readOnly: true)
        try Migration.check(migrations, on: connection)
        writer = Confined(connection)
        readers = [(DispatchQueue(label: "sqlite.reader"), Confined(try Connection(path: path, readOnly: true)))]
    }

    /// Below this many bytes a file is written anew by `scrub`; that happens in memory.
    private static let scrubLimit: Int64 = 256 << 20

    /// Leaves nothing in the files of what was deleted: writes the file anew without its free pages, and empties the write-ahead log. In a file beyond 256 MiB
    /// free pages stay, overwritten; only what was deleted by versions that did not overwrite may still be in them.
    public func scrub() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writerThread.async {
                continuation.resume(
                    with: Result {
                        guard let connection = self.writer.connection else { throw SQLiteError(.closed, "the database is closed") }
                        let sizes = try ["page_count", "page_size"].map { name throws(SQLiteError) in
                            try connection.query("PRAGMA \(name)") { $0.integer(0) }.first ?? 0
                        }
                        if sizes[0] * sizes[1] < Self.scrubLimit { try connection.script("VACUUM") }
                        let isBusy = try connection.query("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) != 0 }.first ?? true
                        if isBusy { throw SQLiteError(.busy, "somebody reads the database; the write-ahead log could not be emptied") }
                    })
            }
        }
    }

    /// Runs `body` in a transaction and returns after it is durable. When `body` throws, nothing of it is kept.
    public func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
            let box = ResultBox<T>()
            let job = Job(
                run: { connection throws(SQLiteError) in
                    do {
                        box.result = .success(try connection.savepoint { try body(connection) })
                    } catch {
                        box.result = .failure(error)
                    }
                },
                finish: { failure in
                    if let failure {
                        continuation.resume(throwing: failure)
                    } else if let result = box.result {
                        continuation.resume(with: result)
                    } else {
                        continuation.resume(throwing: SQLiteError(.closed, "the write was not run"))
                    }
                })
            submit(job)
        }
    }

    /// Runs `body` on a reader.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let index = Int(UInt(bitPattern: nextReader.wrappingAdd(1, ordering: .relaxed).newValue) % UInt(readers.count))
        let reader = readers[index]
        return try await withCheckedThrowingContinuation { continuation in
            reader.thread.async {
                guard let connection = reader.connection.connection else {
                    continuation.resume(throwing: SQLiteError(.closed, "the database is closed"))
                    return
                }
                continuation.resume(with: Result { try body(connection) })
            }
        }
    }

    /// Finishes the writes that wait, then closes all connections. Later calls fail with `.closed`.
    ///
    /// The writer goes last: only it can bring the write-ahead log into the file, and SQLite does that when the last connection closes.
    public func close() async {
        queue.withLock { $0.closed = true }
        for reader in readers {
            await withCheckedContinuation { continuation in
                reader.thread.async {
                    reader.connection.connection = nil
                    continuation.resume()
                }
            }
        }
        await withCheckedContinuation { continuation in
            writerThread.async {
                self.drain()
                self.writer.connection = nil
                continuation.resume()
            }
        }
    }

    // MARK: the writer

    private final class ResultBox<T>: @unchecked Sendable {  // written and read on the writer's queue only
        var result: Result<T, any Error>?
    }

    private func submit(_ job: Job) {
        let refused: SQLiteError? = queue.withLock { queue in
            if queue.closed { return SQLiteError(.closed, "the database is closed") }
            if queue.jobs.count >= Self.writeQueueLimit { return SQLiteError(.overloaded, "too many writes are waiting; try again in a moment") }
            queue.jobs.append(job)
            if queue.scheduled { return nil }
            queue.scheduled = true
            writerThread.async { self.drain() }
            return nil
        }
        if let refused { job.finish(refused) }
    }

    /// Runs groups of jobs until none waits. On the writer's queue.
    private func drain() {
        while true {
            let group: [Job] = queue.withLock { queue in
                let group = Array(queue.jobs.prefix(Self.groupLimit))
                queue.jobs.removeFirst(group.count)
                if group.isEmpty { queue.scheduled = false }
                return group
            }
            if group.isEmpty { return }
            let failure = commit(group)
            for job in group { job.finish(failure) }
        }
    }

    private func commit(_ group: [Job]) -> SQLiteError? {
        guard let connection = writer.connection else { return SQLiteError(.closed, "the database is closed") }
        do throws(SQLiteError) {
            try connection.execute("BEGIN IMMEDIATE")
            for job in group { try job.run(connection) }
            try connection.execute("COMMIT")
            return nil
        } catch {
            log.error("a group of writes failed", ["error": error.description, "jobs": "\(group.count)"])
            _ = try? connection.execute("ROLLBACK")
            return error
        }
    }
}
