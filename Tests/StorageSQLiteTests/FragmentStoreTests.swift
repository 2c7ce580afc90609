import Base
import Cryptography
import Domain
import Foundation
import Observability
import SQLite
@testable import StorageSQLite
import TestSupport
import Testing

/// Fragments in a real file.
@Suite struct FragmentStoreTests {
    private let folder: TemporaryFolder
    private let key = Secret(String(repeating: "0123456789abcdef", count: 4))
    private let people = FragmentStoreConformance.People.make()
    private let now = FragmentStoreConformance.now

    init() throws { folder = try Paths.temporaryFolder() }

    private func open(with people: [Principal] = []) async throws -> SQLiteStore {
        let store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: key, log: .silent)
        try await store.database.write { connection in
            try Self.add(people, connection)
            if let home = people.first(where: \.hasHouse)?.household {
                try connection.execute("UPDATE households SET has_house = 1 WHERE id = ?", home.value)
            }
        }
        return store
    }

    private static func add(_ people: [Principal], _ connection: Connection) throws {
        for person in people {
            try connection.execute(
                "INSERT INTO households (id, created_at) VALUES (?, 0) ON CONFLICT DO NOTHING", person.household.value)
            try connection.execute(
                "INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at) VALUES (?, ?, ?, ?, ?, 'fr', '', 0)",
                person.user.value, person.household.value, .text(person.name), .text(person.name), .text(person.role.rawValue))
        }
    }

    @Test(arguments: FragmentStoreConformance.checks) func conforms(_ check: FragmentStoreConformance.Check) async throws {
        let store = try await open(with: people.all)
        try await check.run(FragmentStoreConformance(store: store, people: people))
        await store.close()
    }

    @Test func whatFailsInTheMiddleLeavesNothing() async throws {
        let store = try await open(with: people.all)
        let fragments = (0..<10).map { FragmentStoreConformance.fragment("\($0)", at: Double($0)) }
        _ = try await store.add(Array(fragments[0...1]), for: people.owner)
        try await store.database.write { connection in
            try connection.script("CREATE TRIGGER refuse BEFORE INSERT ON memories WHEN NEW.importance = 1 BEGIN SELECT RAISE(ABORT, 'no'); END")
            try connection.script("CREATE TRIGGER refuse_change BEFORE UPDATE ON memories WHEN NEW.importance = 1 BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        let owner = people.owner
        let refused = fragments.map { fragment in
            var fragment = fragment
            if ["1", "5"].contains(fragment.text) { fragment.importance = 1 }
            if fragment.text == "0" { fragment.text = "autre" }
            return fragment
        }
        await #expect(throws: (any Error).self) { try await store.add(refused, for: owner) }
        await #expect(throws: (any Error).self) { try await store.commit(FragmentChange(added: refused, encoded: [.init()]), for: owner) }
        await #expect(throws: (any Error).self) {
            try await store.commit(FragmentChange(updated: refused, erased: [fragments[0].id], encoded: [.init()]), for: owner)
        }
        await #expect(throws: (any Error).self) { try await store.update(refused, for: owner) }
        #expect(try await store.scan(owner.household, after: nil, limit: 100).map(\.fragment) == Array(fragments[0...1]))
        await store.close()
    }

    @Test func aConversationTakesItsEpisodesAlong() async throws {
        let store = try await open(with: people.all)
        let trace = TurnTrace(conversation: .init(), startedAt: now, path: "x", stages: [])
        let message = Message(conversation: trace.conversation, speaker: .user, text: "salut", at: now, trace: trace.id, area: "kitchen")
        // Whether it is remembered can be said before it begins, by anybody for themselves.
        for isRemembered in [false, false, true, true] { try await store.setRemembering(isRemembered, in: trace.conversation, for: people.owner) }
        try await store.setRemembering(false, in: trace.conversation, for: people.member)
        try await store.append([message], trace: trace, for: people.owner)
        #expect(try await store.recent(1, in: trace.conversation, for: people.owner) == [message])
        #expect(try await store.conversation(trace.conversation, for: people.owner)?.isRemembered == true)
        await #expect(throws: Problem.self) { try await store.setRemembering(false, in: trace.conversation, for: people.member) }
        try await store.setRemembering(false, in: trace.conversation, for: people.owner)
        #expect(try await store.conversation(trace.conversation, for: people.owner)?.isRemembered == false)
        let said = ["un", "deux"].map { text in FragmentStoreConformance.fragment(text) { $0.conversation = trace.conversation } }
        let fact = FragmentStoreConformance.fragment("su") { ($0.kind, $0.conversation) = (.fact, trace.conversation) }
        let other = FragmentStoreConformance.fragment("ailleurs") { $0.conversation = .init() }
        _ = try await store.add(said + [fact, other], for: people.owner)
        _ = try await store.bin([said[0].id], at: now, for: people.owner)
        #expect(try await !store.delete(trace.conversation, for: people.member))
        #expect(try await store.delete(trace.conversation, for: people.owner))
        #expect(try await store.scan(people.owner.household, after: nil, limit: 9).map(\.fragment) == [fact, other].sorted { $0.id < $1.id })
        #expect(try await store.binned(limit: 9, cursor: nil, for: people.owner).items.isEmpty)
        await store.close()
    }

    @Test func messagesWaitUntilTheyAreMemories() async throws {
        let store = try await open(with: people.all)
        let traces = (0..<3).map { TurnTrace(conversation: .init(), startedAt: now + Double($0), path: "skill:\($0)", stages: []) }
        var said: [Message] = []
        for trace in traces {
            let messages = [Message.Speaker.user, .assistant].map { speaker in
                Message(conversation: trace.conversation, speaker: speaker, text: "\(trace.path) \(speaker)", at: trace.startedAt, trace: trace.id)
            }
            try await store.append(messages, trace: trace, for: people.owner)
            said += messages
        }
        let foreign = TurnTrace(conversation: .init(), startedAt: now, path: "x", stages: [])
        try await store.append(
            [Message(conversation: foreign.conversation, speaker: .user, text: "a", at: now, trace: foreign.id)], trace: foreign, for: people.child)
        try await store.setRemembering(false, in: traces[1].conversation, for: people.owner)
        #expect(try await Set(store.people()) == [people.owner, people.child])
        let first = try await store.unencoded(limit: 3, for: people.owner)
        #expect(first.messages.map(\.message) == Array(said[0...1]) && first.messages.map(\.path) == ["skill:0", "skill:0"])
        #expect(first.seen == said[0...2].map(\.id))
        try await store.commit(FragmentChange(encoded: first.seen), for: people.owner)
        let second = try await store.unencoded(limit: 9, for: people.owner)
        #expect(second.messages.map(\.message) == Array(said[4...5]) && second.seen == said[3...5].map(\.id))
        try await store.commit(FragmentChange(encoded: second.seen), for: people.owner)
        // A turn that began first and took longer is stored after what was said meanwhile was made a memory of.
        let late = TurnTrace(conversation: .init(), startedAt: now - 60, path: "llm", stages: [])
        let answered = Message(id: .init(at: now - 60), conversation: late.conversation, speaker: .user, text: "tard", at: now - 60, trace: late.id)
        try await store.append([answered], trace: late, for: people.owner)
        let slow = try await store.unencoded(limit: 9, for: people.owner)
        #expect(slow.messages.map(\.message) == [answered])
        try await store.commit(FragmentChange(encoded: slow.seen), for: people.owner)
        let last = try await store.unencoded(limit: 9, for: people.owner)
        #expect(last.messages.isEmpty && last.seen.isEmpty)
        #expect(try await store.people() == [people.child])
        #expect(try await store.unencoded(limit: 9, for: people.member).seen.isEmpty)
        await store.close()
    }

    @Test func nothingThatWasSaidStandsInTheFile() async throws {
        let store = try await open(with: people.all)
        let secret = "arachides-" + UUID().uuidString
        var fragment = FragmentStoreConformance.full
        (fragment.text, fragment.speaker, fragment.entities, fragment.externalID, fragment.externalConversation) = (secret, secret, [secret], secret, secret)
        fragment.fact = Fact(subject: secret, subjectName: secret, relation: secret, value: secret)
        _ = try await store.add([fragment], for: people.owner)
        _ = try await store.update([fragment], for: people.owner)
        let vector = FragmentVector(id: fragment.id, components: secret.utf8.map(Int8.init(bitPattern:)))
        try await store.keep([vector], by: "mini", in: people.owner.household)
        _ = try await store.bin([fragment.id], at: now, for: people.owner)
        func look() throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
            for name in names { #expect(try Data(contentsOf: folder.url.appending(path: name)).range(of: Data(secret.utf8)) == nil, "\(name)") }
        }
        // With its write-ahead log, and without.
        #expect(FileManager.default.fileExists(atPath: folder.file("jarvis.db-wal")))
        try look()
        await store.close()
        try look()
    }

    @Test func rowsOfEarlierSchemasStayReadable() async throws {
        let old = Fragment(
            kind: .fact, text: "le chat s'appelle Miro", occurredAt: now, learnedAt: now + 1, source: .api, conversation: .init(), importance: 0.7, pinned: true
        )
        let trace = TurnTrace(conversation: .init(), startedAt: now, path: "x", stages: [])
        let message = Message(conversation: trace.conversation, speaker: .user, text: "salut", at: now, trace: trace.id)
        let database = try Database(path: folder.file("jarvis.db"), migrations: Array(Schema.migrations.prefix(4)), log: .silent)
        let sealer = Sealer(key: try await SQLiteStore.dataKey(in: database, encryptionKey: key))
        try await database.write { [people] connection in
            let (household, user) = (people.owner.household, people.owner.user)
            try Self.add(people.all, connection)
            try connection.execute(
                """
                INSERT INTO memories (id, household, user, kind, sealed_text, occurred_at, learned_at, conversation, source, importance, pinned)
                VALUES (?, ?, ?, 'fact', ?, ?, ?, ?, 'api', 0.7, 1)
                """, old.id.value, household.value, user.value, sealer.seal(old.text, .memory, row: old.id, household: household), old.occurredAt.value,
                old.learnedAt.value, old.conversation?.value ?? .null)
            try connection.execute(
                "INSERT INTO conversations (id, household, user, started_at, updated_at, sealed_title) VALUES (?, ?, ?, 0, 0, ?)", trace.conversation.value,
                household.value, user.value, sealer.seal("titre", .title, row: trace.conversation, household: household))
            try connection.execute(
                "INSERT INTO messages (id, household, user, conversation, speaker, at, trace, sealed_text) VALUES (?, ?, ?, ?, 'user', ?, ?, ?)",
                message.id.value, household.value, user.value, trace.conversation.value, now.value, trace.id.value,
                sealer.seal(message.text, .message, row: message.id, household: household))
        }
        await database.close()
        let store = try await open()
        #expect(try await store.scan(people.owner.household, after: nil, limit: 9) == [OwnedFragment(old, owner: people.owner.user)])
        #expect(try await store.recent(9, in: trace.conversation, for: people.owner) == [message])
        #expect(try await store.conversation(trace.conversation, for: people.owner)?.isRemembered == true)
        await store.close()
        #expect(FileManager.default.fileExists(atPath: folder.file("jarvis.db.before-5")))
    }

    @Test func brokenDetailsAreAnErrorAndNewOnesAreSkipped() throws {
        let full = FragmentStoreConformance.full
        let bytes = FragmentDetails.encode(full)
        var bare = full
        (bare.speaker, bare.externalID, bare.externalConversation, bare.entities, bare.origins, bare.fact) = (nil, nil, nil, [], [], nil)
        var read = bare
        try FragmentDetails.decode(bytes + [250, 2, 1, 1], into: &read)
        #expect(read == full)
        for end in bytes.indices.dropFirst() {
            var part = bare
            // A field more or less, or an error: never the end of the process.
            _ = try? FragmentDetails.decode(Array(bytes[..<end]), into: &part)
        }
        #expect(throws: SQLiteError.self) { try FragmentDetails.decode([1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], into: &read) }
        #expect(throws: SQLiteError.self) { try FragmentDetails.decode([1], into: &read) }
        #expect(throws: SQLiteError.self) { try FragmentDetails.decode([5, 1, 0], into: &read) }
    }
}
