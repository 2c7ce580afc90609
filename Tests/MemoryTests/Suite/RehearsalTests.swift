import Base
import Domain
import Foundation
import Observability
import SQLite
import TestSupport
import Testing

@testable import Memory
@testable import StorageSQLite

/// The scenes in `Scenes`, each on a real store.
@Suite struct RehearsalTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenes")
    static let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()) ?? []

    @Test func hasScenes() throws { #expect(Self.files.count >= 10) }

    @Test(arguments: files) func isKnownAsTheScenesSay(_ file: String) async throws {
        let rehearsal = try Rehearsal(parsing: String(contentsOf: Self.folder.appending(path: file), encoding: .utf8))
        let outcomes = try await rehearsal.run(in: Self.house)
        let failed = outcomes.filter { !$0.isPassed }
        if ProcessInfo.processInfo.environment["REHEARSAL_REPORT"] != nil { print("rehearsal: \(file): \(outcomes.count - failed.count) of \(outcomes.count)") }
        #expect(failed.isEmpty, "\(file): \(failed.count) of \(outcomes.count) failed\n\(failed.map(\.description).joined(separator: "\n"))")
    }

    /// A store in a folder that goes when the scene is over.
    static let house: Rehearsal.House = { people, body in
        let folder = try Paths.temporaryFolder()
        let store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "5", count: 64)), log: .silent)
        try await store.database.write { connection in
            for person in people {
                try connection.execute(
                    "INSERT INTO households (id, created_at, has_house) VALUES (?, 0, ?) ON CONFLICT DO NOTHING", person.household.value,
                    .integer(person.hasHouse ? 1 : 0))
                try connection.execute(
                    "INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, '', 0)",
                    person.id.value, person.household.value, .text(person.name), .text(person.name.lowercased()), .text(person.role.rawValue),
                    .text(person.language.rawValue))
            }
        }
        try await body(Brain.Parts(fragments: store, conversations: store, appointments: store))
        await store.close()
        _ = folder
    }
}
