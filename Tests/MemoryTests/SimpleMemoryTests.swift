import Base
import Domain
import Foundation
import Memory
import Observability
import StorageSQLite
import TestSupport
import Testing

@Suite struct SimpleMemoryTests {
    private let folder: TemporaryFolder
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let owner: User

    init() throws {
        folder = try Paths.temporaryFolder()
        owner = User(household: .init(), name: "Zoé", role: .owner, language: .french, createdAt: now)
    }

    private func make(_ texts: [String] = []) async throws -> (SimpleMemory, SQLiteStore) {
        let store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "b", count: 64)), log: .silent)
        _ = try await store.createOwner(owner, passwordHash: Secret("hash"))
        let memory = SimpleMemory(store: store)
        for text in texts { _ = try await memory.remember(text, in: nil, at: now, for: owner.principal) }
        return (memory, store)
    }

    @Test(arguments: [
        ("qu'est-ce que tu sais sur Léa", "Léa est allergique aux arachides"), ("les ARACHIDES", "Léa est allergique aux arachides"),
        ("lea", "Léa est allergique aux arachides"),
        ("où est la clé de la cave ?", "la clé de la cave est sous le pot de fleurs"), ("what is the wifi password", "The wifi password is on the fridge"),
    ])
    func findsByWordsWithoutCaseAccentsAndPlurals(_ query: String, _ expected: String) async throws {
        let (memory, store) = try await make([
            "Léa est allergique aux arachides", "la clé de la cave est sous le pot de fleurs", "The wifi password is on the fridge",
            "le chat de la voisine s'appelle Miro",
        ])
        #expect(try await memory.recall(query, limit: 3, for: owner.principal).first?.fragment.text == expected)
        await store.close()
    }

    @Test(arguments: ["", "le la les de", "zèbre", "\u{0}"]) func whatFitsNothingFindsNothing(_ query: String) async throws {
        let (memory, store) = try await make(["Léa est allergique aux arachides"])
        #expect(try await memory.recall(query, limit: 3, for: owner.principal).isEmpty)
        await store.close()
    }

    @Test func theSameWordsAreKeptOnceAndForgottenOnce() async throws {
        let (memory, store) = try await make()
        let first = try await memory.remember("Léa aime le thé.", in: nil, at: now, for: owner.principal)
        let second = try await memory.remember("léa aime le the", in: nil, at: now, for: owner.principal)
        #expect(first == second)
        #expect(try await memory.forget([first.id, first.id], for: owner.principal) == 1)
        #expect(try await memory.recall("thé", limit: 3, for: owner.principal).isEmpty)
        await store.close()
    }

    @Test func nobodyElseFindsIt() async throws {
        let (memory, store) = try await make(["Léa aime le thé"])
        let other = Principal(household: owner.household, user: .init(), role: .member, name: "b")
        #expect(try await memory.recall("thé", limit: 3, for: other).isEmpty)
        await store.close()
    }
}
