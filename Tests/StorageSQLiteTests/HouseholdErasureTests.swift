import Base
import Domain
import Foundation
import Testing

@testable import SQLite
@testable import StorageSQLite

/// A household goes whole, and no other loses anything.
extension PersonStoreTests {
    /// Next door, with something in each table.
    private func neighbours(_ store: SQLiteStore) async throws -> User {
        let household = Household(id: .init(at: now), name: "La maison Quatrefages", createdAt: now)
        let neighbour = User(household: household.id, name: "Ludivine", role: .owner, language: .french, createdAt: now, hasHouse: false)
        let invitation = Invitation(household: household.id, role: .owner, invitedBy: owner.id, createdAt: now, expiresAt: now + 60)
        try await store.create(household, invitation: invitation, codeHash: [7])
        _ = try #require(try await store.accept(codeHash: [7], as: neighbour, with: .password(hash: Secret("h")), at: now))
        let guest = Invitation(household: household.id, role: .guest, invitedBy: neighbour.id, createdAt: now, expiresAt: now + 60)
        try await store.add(guest, codeHash: [8])
        try await fill(store, neighbour, conversation: .init())
        return neighbour
    }

    /// How many rows of tables other than the trail's belong to a household.
    private func rows(of household: Household.ID, _ store: SQLiteStore) async throws -> Int {
        try await store.database.read { connection in
            let tables = try connection.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'audit'") { $0.text(0) }
            return try tables.reduce(0) { count, table in
                let columns = try connection.query("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
                let column = table == "households" ? "id" : "household"
                guard columns.contains(column) else { return count }
                return try count + Int(connection.query("SELECT count(*) FROM \(table) WHERE \(column) = ?", household.value) { $0.integer(0) }.first ?? 0)
            }
        }
    }

    @Test func aHouseholdGoesWholeAndTheOtherStaysWhole() async throws {
        let store = try await open()
        try await everybody(store)
        let neighbour = try await neighbours(store)
        let mine = try await rows(of: owner.household, store), theirs = try await export(member, store)
        #expect(try await rows(of: neighbour.household, store) > 15)
        let marks = [Data(neighbour.id.bytes), Data(neighbour.household.bytes), Data("Ludivine".utf8), Data("ludivine".utf8), Data("Quatrefages".utf8)]
        let before = try bytes()
        for mark in marks { #expect(before.range(of: mark) != nil) }
        #expect(try await store.shut(neighbour.household)?.map(\.id) == [neighbour.id])
        #expect(try await store.user(neighbour.id)?.isDisabled == true)
        #expect(try await store.invitations(of: neighbour.household, at: now).isEmpty)
        #expect(try await store.erase(neighbour.household))
        let after = try bytes()
        for mark in marks { #expect(after.range(of: mark) == nil) }
        #expect(try await rows(of: neighbour.household, store) == 0)
        #expect(try await rows(of: owner.household, store) == mine)
        #expect(try await export(member, store) == theirs)
        // The one that has the house goes with its last person only.
        #expect(try await store.shut(owner.household) == nil)
        #expect(try await store.user(owner.id)?.isDisabled == false)
        for none in [owner.household, neighbour.household] { #expect(try await !store.erase(none)) }
        await store.close()
    }

    /// A kill between the deletion and the scrub.
    @Test func whatWasCutShortIsOverwrittenLater() async throws {
        for opensAgain in [true, false] {
            var store = try await open()
            if opensAgain { try await everybody(store) }
            let neighbour = try await neighbours(store), copy = folder.file("jarvis.db.before-3")
            try Data("Quatrefages".utf8).write(to: URL(filePath: copy))
            _ = try await store.database.write { connection in
                try connection.execute("DELETE FROM households WHERE id = ?", neighbour.household.value)
                return try connection.execute("INSERT INTO scrub_due DEFAULT VALUES")
            }
            if opensAgain {
                await store.close()
                store = try await open()
            } else {
                // Asked for again, it is finished.
                #expect(try await store.erase(neighbour.household))
            }
            let after = try bytes()
            #expect(after.range(of: Data("Ludivine".utf8)) == nil && after.range(of: Data("Quatrefages".utf8)) == nil)
            #expect(!FileManager.default.fileExists(atPath: copy))
            #expect(try await !store.scrubWhereDue())
            await store.close()
        }
    }

    @Test func whoeverRunsItStaysWhileThereAreOtherHouseholds() async throws {
        let store = try await open()
        try await everybody(store)
        let neighbour = try await neighbours(store)
        try await store.erase(member)
        let owner = try #require(try await store.user(owner.id))
        let problem = await #expect(throws: Problem.self) { try await store.erase(owner) }
        #expect(problem?.code == .conflict && problem?.detail.contains("other households") == true)
        #expect(try await store.erase(neighbour.household))
        try await store.erase(owner)
        #expect(try await !store.hasOwner())
        await store.close()
    }
}
