import Base
import Cryptography
import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLite
@testable import StorageSQLite

/// What is kept of somebody can be handed to them, and goes with them.
@Suite struct PersonStoreTests {
    let folder: TemporaryFolder
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let owner: User, member: User
    private let device = "a phone with a name of its own"

    init() throws {
        folder = try Paths.temporaryFolder()
        owner = User(household: .init(at: now), name: "Zoé", role: .owner, language: .french, createdAt: now)
        member = User(household: owner.household, name: "Ugolin", role: .member, language: .french, createdAt: now)
    }

    func open() async throws -> SQLiteStore {
        try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
    }

    /// Something of `user` in each table.
    func fill(_ store: SQLiteStore, _ user: User, conversation: Conversation.ID) async throws {
        let principal = user.principal
        let trace = TurnTrace(conversation: conversation, startedAt: now, path: "skill:test", stages: [.init(name: "understand", milliseconds: 0.25)])
        let message = Message(conversation: conversation, speaker: .user, text: "secret de \(user.name)", at: now, trace: trace.id)
        try await store.append([message], trace: trace, for: principal)
        try await store.setRemembering(false, in: .init(), for: principal)
        var memory = Fragment(kind: .fact, text: "\(user.name) aime le thé", occurredAt: now, learnedAt: now, source: .said, importance: 0.5)
        memory.fact = Fact(subject: "x", subjectName: user.name, relation: "likes", value: "thé")
        _ = try await store.add([memory], for: principal)
        try await store.add(Appointment(kind: .reminder, label: "dentiste", createdAt: now, dueAt: now + 60, language: .french), for: principal)
        try await store.add([ListItem(list: "courses", text: "pain de \(user.name)", addedAt: now)], for: principal)
        let automation = Automation(name: "soir", occasion: .onDemand, orders: [], createdAt: now, createdBy: principal, language: .french)
        try await store.add(automation, for: principal)
        let run = AutomationRun(automation: automation.id, name: "soir", dueKey: "1", dueAt: now, startedAt: now, cause: .request(by: user.name))
        _ = try await store.claim(run, gap: 0, for: principal)
        try await store.add(ChangeCause(targets: [:], origin: .order(text: "allume", user: user.id, name: user.name), at: now), for: principal)
        let session = Session(household: user.household, user: user.id, device: device, address: "192.0.2.7", createdAt: now, usedAt: now, expiresAt: now + 60)
        try await store.open(session, tokenHash: Array(user.name.utf8))
        try await store.add(
            APIKey(household: user.household, user: user.id, name: "clé", scopes: [.talk], createdAt: now, expiresAt: now + 60), hash: Array(user.name.utf8))
        let scene = store.sealer.seal("{\"a\":1}", .scenePlan, row: session.id, household: user.household)
        let name = store.sealer.seal("film", .sceneName, row: session.id, household: user.household)
        let site = store.sealer.seal("clé", .passkeyName, row: session.id, household: user.household)
        let outside = store.sealer.seal("compte", .outsideName, row: session.id, household: user.household)
        let apiKey = store.sealer.seal("montre", .apiKeyName, row: session.id, household: user.household)
        _ = try await store.propose(appSecret: [1, 2, 3], of: principal, at: now)
        _ = try await store.confirmApp(of: principal, step: 1, recoveryHashes: [Array(user.name.utf8)], at: now)
        _ = try await store.database.write { connection in
            try connection.execute(
                """
                INSERT INTO passkeys (id, household, user, credential, public_key, site, sealed_name, counter, may_be_copied, created_at)
                VALUES (?, ?, ?, ?, x'01', 'localhost', ?, 0, 0, 1)
                """, session.id.value, user.household.value, user.id.value, .text(user.name), site)
            try connection.execute(
                "INSERT INTO api_keys (id, household, user, sealed_name, hash, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, 'talk', 1, 2)",
                session.id.value, user.household.value, user.id.value, apiKey, .text(user.name))
            try connection.execute(
                "INSERT INTO invitations (id, household, code_hash, role, invited_by, created_at, expires_at) VALUES (?, ?, ?, 'guest', ?, 1, 2)",
                session.id.value, user.household.value, .text(user.name), user.id.value)
            try connection.execute(
                "INSERT INTO outside_accounts (id, household, user, issuer, subject, sealed_name, created_at) VALUES (?, ?, ?, 'here', ?, ?, 1)",
                session.id.value, user.household.value, user.id.value, .text(user.name), outside)
            try connection.execute(
                "INSERT INTO scenes (id, household, user, sealed_name, sealed_plan, created_at) VALUES (?, ?, ?, ?, ?, 1)", session.id.value,
                user.household.value, user.id.value, name, scene)
            try connection.execute(
                "INSERT INTO voice_prints (user, household, sealed_print) VALUES (?, ?, x'0102')", user.id.value, user.household.value)
        }
    }

    func everybody(_ store: SQLiteStore) async throws {
        #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
        let member = member
        _ = try await store.database.write { connection in
            try connection.execute(
                """
                INSERT INTO users (id, household, name, name_folded, role, language, password_hash, created_at)
                VALUES (?, ?, 'Ugolin', 'ugolin', 'member', 'fr', 'h', 1)
                """, member.id.value, member.household.value)
        }
        try await fill(store, owner, conversation: .init())
        try await fill(store, member, conversation: .init())
    }

    func export(_ user: User, _ store: SQLiteStore) async throws -> [PersonalRecord] {
        var records: [PersonalRecord] = [], cursor: String?
        repeat {
            let page = try await store.personalRecords(of: user, cursor: cursor)
            records += page.items
            cursor = page.next
        } while cursor != nil
        return records
    }

    /// A new table with a column for a user has to say what becomes of its rows.
    @Test func everyTableOfPeopleIsTreated() async throws {
        let store = try await open()
        let found = try await store.database.read { connection in
            try connection.query("SELECT name FROM sqlite_master WHERE type = 'table'") { $0.text(0) }.filter { table in
                let columns = try connection.query("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
                let parents = try connection.query("SELECT \"table\" FROM pragma_foreign_key_list('\(table)')") { $0.text(0) }
                return table == "users" || columns.contains { $0.contains("user") } || parents.contains("users")
            }
        }
        #expect(Set(found) == Set(PersonTable.all.map(\.name)), "say in PersonTable.all what becomes of the rows")
        await store.close()
    }

    @Test func allOfItIsHandedOut() async throws {
        let store = try await open()
        try await everybody(store)
        let records = try await export(member, store)
        #expect(Set(records.map(\.kind)) == Set(PersonTable.all.compactMap(\.kind)))
        #expect(records[0].kind == "account" && records[0].fields["name"] == "Ugolin" && records[0].fields["password_hash"] == nil)
        #expect(records.contains { $0.kind == "message" && $0.fields["text"] == "secret de Ugolin" })
        #expect(records.contains { $0.kind == "memory" && $0.fields["fact"]?["value"] == "thé" && $0.fields["type"] == "fact" })
        #expect(records.contains { $0.kind == "session" && $0.fields["device"]?.string == device && $0.fields["address"] == "192.0.2.7" })
        #expect(records.contains { $0.kind == "list_item" && $0.fields["text"] == "pain de Ugolin" })
        #expect(!records.contains { "\($0)".contains("Zoé") })
        await #expect(throws: Problem.self) { try await store.personalRecords(of: member, cursor: "99_00") }
        await store.close()
    }

    @Test func manyRowsComeInPages() async throws {
        let store = try await open()
        #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
        try await store.add((0..<450).map { ListItem(list: "courses", text: "\($0)", addedAt: now) }, for: owner.principal)
        let records = try await export(owner, store)
        #expect(records.count == 451 && Set(records.compactMap { $0.fields["text"] }).count == 450)
        await store.close()
    }

    @Test func nothingOfAnErasedPersonIsLeft() async throws {
        let store = try await open()
        try await everybody(store)
        let copy = folder.file("jarvis.db.before-3")
        try Data("old".utf8).write(to: URL(filePath: copy))
        let before = try bytes()
        #expect(before.range(of: Data(member.id.bytes)) != nil && before.range(of: Data("Ugolin".utf8)) != nil)
        try await store.erase(member)
        let after = try bytes()
        #expect(after.range(of: Data(member.id.bytes)) == nil && after.range(of: Data("ugolin".utf8)) == nil && after.range(of: Data("Ugolin".utf8)) == nil)
        #expect(!FileManager.default.fileExists(atPath: copy))
        #expect(try await export(member, store).isEmpty)
        // The others keep theirs, and the list its bread.
        #expect(Set(try await export(owner, store).map(\.kind)) == Set(PersonTable.all.compactMap(\.kind)))
        #expect(Set(try await store.items(of: "courses", for: owner.principal).map(\.text)) == ["pain de Zoé", "pain de Ugolin"])
        #expect(try await store.runs(of: nil, limit: 9, for: owner.principal).map(\.cause) == [.request(by: "Zoé")])
        #expect(try await store.causes(from: .distantPast, to: .distantFuture, for: owner.principal).count == 1)
        await store.close()
    }

    @Test func theLastOwnerStaysWhileOthersAreThere() async throws {
        let store = try await open()
        try await everybody(store)
        let problem = await #expect(throws: Problem.self) { try await store.erase(owner) }
        #expect(problem?.code == .conflict)
        #expect(try await export(owner, store).count > 5)
        try await store.erase(member)
        _ = try await store.roomAccount()
        try await store.erase(owner)
        #expect(try await !store.hasOwner())
        #expect(try await store.users(of: owner.household).isEmpty)
        #expect(try bytes().range(of: Data(owner.household.bytes)) == nil)
        await store.close()
    }

    @Test func whatWasDeletedEarlierIsOverwritten() async throws {
        let store = try await open()
        #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
        let item = ListItem(list: "courses", text: "pain", addedAt: now)
        try await store.add([item], for: owner.principal)
        _ = try await store.remove([item.id], for: owner.principal)
        try await store.database.database.scrub()
        #expect(try bytes().range(of: Data(item.id.bytes)) == nil)
        await store.close()
    }

    @Test func oldCopiesGoAfterAMonth() async throws {
        let (old, young) = (folder.file("jarvis.db.before-3"), folder.file("jarvis.db.before-4"))
        for path in [old, young] { try Data("x".utf8).write(to: URL(filePath: path)) }
        try FileManager.default.setAttributes([.modificationDate: now - 31 * 86_400], ofItemAtPath: old)
        try FileManager.default.setAttributes([.modificationDate: now - 29 * 86_400], ofItemAtPath: young)
        MigrationCopies.remove(of: folder.file("jarvis.db"), madeBefore: now - MigrationCopies.lifetime)
        #expect(!FileManager.default.fileExists(atPath: old) && FileManager.default.fileExists(atPath: young))
    }

    @Test func aReaderReadsWhileAnotherWrites() async throws {
        let store = try await open()
        #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
        let reader = try await SQLiteStore.openToRead(
            path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
        #expect(try await reader.hasOwner())
        await #expect(throws: (any Error).self) { try await reader.endSessions(of: owner.id, except: nil) }
        await reader.close()
        await store.close()
    }

    func bytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil).filter { !$0.lastPathComponent.hasSuffix("-shm") }
            .reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    }
}
