import Foundation
import Observability
import SQLite
import TestSupport
import Testing

@Suite struct DatabaseTests {
    private let folder: TemporaryFolder
    private let schema = [Migration(1, "first", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")]

    init() throws { folder = try Paths.temporaryFolder() }

    private func open(_ migrations: [Migration]? = nil) throws -> Database {
        try Database(path: folder.file("test.db"), migrations: migrations ?? schema, log: .silent)
    }

    private func count(_ database: Database) async throws -> Int64 {
        try await database.read { try $0.query("SELECT count(*) FROM notes") { $0.integer(0) }.first ?? -1 }
    }

    @Test func aWriteIsReadBackAfterReopening() async throws {
        let database = try open()
        try await database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES (?)", "œuf\u{0}cœur") }
        await database.close()
        let again = try open()
        #expect(try await again.read { try $0.query("SELECT text FROM notes") { $0.text(0) } } == ["œuf\u{0}cœur"])
        await again.close()
    }

    @Test func closingLeavesOneFile() async throws {
        let database = try open()
        try await database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES ('a')") }
        _ = try await count(database)
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: folder.file("test.db-wal")), "the write-ahead log is in the file")
    }

    @Test func aFailedWriteLeavesNothingAndDisturbsNoOther() async throws {
        let database = try open()
        struct Stop: Error {}
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await database.write { connection in
                            try connection.execute("INSERT INTO notes (text) VALUES (?)", .text("note \(number)"))
                            if number.isMultiple(of: 4) { throw Stop() }
                        }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 150)
        #expect(try await count(database) == 150)
        await #expect(throws: SQLiteError.self) { try await database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES ('note 1')") } }
        await database.close()
    }

    @Test func readersCannotWriteAndAClosedDatabaseSaysSo() async throws {
        let database = try open()
        await #expect(throws: SQLiteError.self) { try await database.read { _ = try $0.execute("DELETE FROM notes") } }
        await database.close()
        await #expect(throws: SQLiteError.self) { try await count(database) }
        await #expect(throws: SQLiteError.self) { try await database.write { _ = try $0.execute("DELETE FROM notes") } }
    }

    @Test func closingFinishesWhatWaits() async throws {
        let database = try open()
        async let writes: Void = withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask { try await database.write { _ = try $0.execute("INSERT INTO notes (text) VALUES (?)", .text("\(number)")) } }
            }
            try await group.waitForAll()
        }
        try await writes
        await database.close()
        let again = try open()
        #expect(try await count(again) == 50)
        await again.close()
    }

    @Test func stepsRunOnceAndACopyIsKeptBefore() async throws {
        let first = try open()
        try await first.write { _ = try $0.execute("INSERT INTO notes (text) VALUES ('kept')") }
        await first.close()
        let second = try open(schema + [Migration(2, "second", "ALTER TABLE notes ADD COLUMN mood TEXT")])
        #expect(try await second.read { try $0.query("SELECT text, mood FROM notes") { $0.isNull(1) } } == [true])
        await second.close()
        #expect(FileManager.default.fileExists(atPath: folder.file("test.db.before-2")))
        #expect { try open() } throws: { ($0 as? SQLiteError)?.message.contains("newer Jarvis") == true }
    }

    @Test func aStepThatFailsChangesNothing() async throws {
        await (try open()).close()
        #expect(throws: SQLiteError.self) { try open(schema + [Migration(2, "broken", "CREATE TABLE more (id INTEGER); CREATE NONSENSE")]) }
        let again = try open()
        #expect(try await again.read { try $0.query("SELECT 1 FROM sqlite_master WHERE name = 'more'") { $0.integer(0) } }.isEmpty)
        await again.close()
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        try Data(repeating: 65, count: 5000).write(to: URL(filePath: folder.file("test.db")))
        #expect { try open() } throws: { ($0 as? SQLiteError)?.code == .notADatabase }
    }
}
