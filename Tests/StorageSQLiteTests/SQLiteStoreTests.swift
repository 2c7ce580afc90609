import Base
import Cryptography
import Domain
import Foundation
import Observability
import StorageSQLite
import TestSupport
import Testing

/// What people rely on in the store, tried on a real file.
@Suite struct SQLiteStoreTests {
    private let folder: TemporaryFolder
    private let key = Secret(String(repeating: "0123456789abcdef", count: 4))
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let owner: User
    private let stranger = Principal(household: .init(), user: .init(), role: .member, name: "x")

    init() throws {
        folder = try Paths.temporaryFolder()
        owner = User(household: .init(), name: "Zoé", role: .owner, language: .french, createdAt: now)
    }

    private func open(key: Secret? = nil) async throws -> SQLiteStore {
        try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: key ?? self.key, log: .silent)
    }

    private func openWithOwner() async throws -> SQLiteStore {
        let store = try await open()
        #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
        return store
    }

    private func turn(_ text: String, in conversation: Conversation.ID = .init(), at date: Date? = nil) -> (messages: [Message], trace: TurnTrace) {
        let date = date ?? now
        let trace = TurnTrace(conversation: conversation, startedAt: date, path: "skill:test", stages: [.init(name: "understand", milliseconds: 0.25)])
        return (
            [
                Message(conversation: conversation, speaker: .user, text: text, at: date, trace: trace.id),
                Message(conversation: conversation, speaker: .assistant, text: "réponse à \(text)", at: date, trace: trace.id),
            ], trace
        )
    }

    @Test func aDamagedFileSaysWhatToDo() async throws {
        let store = try await openWithOwner()
        let principal = Principal(household: owner.household, user: owner.id, role: .owner, name: owner.name)
        for number in 0..<200 {
            let text = String(repeating: "\(number) ", count: 500)
            _ = try await store.add([Fragment(kind: .fact, text: text, occurredAt: now, learnedAt: now, source: .said, importance: 0.5)], for: principal)
        }
        await store.close()
        let path = folder.file("jarvis.db")
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes.replaceSubrange((bytes.count / 2)..., with: repeatElement(0xFF, count: bytes.count - bytes.count / 2))
        try bytes.write(to: URL(filePath: path))
        let again = try await open()
        let problem = await #expect(throws: Problem.self) { try await again.fragments(FragmentFilter(), limit: 200, cursor: nil, for: principal) }
        #expect(problem?.code == .unavailable)
        #expect(problem?.detail.contains("restore a backup") == true)
        await again.close()
    }

    @Test func whatIsNoDatabaseSaysWhatToDo() async throws {
        try Data("no database at all, only words. ".utf8 + Array(repeating: 0x2E, count: 5000)).write(to: URL(filePath: folder.file("jarvis.db")))
        await #expect { try await open() } throws: { ($0 as? StoreError)?.code == .cannotOpen && "\($0)".contains("restore a backup") }
    }

    @Test func theOwnerIsMadeOnceAndFoundByNameWithoutCase() async throws {
        let store = try await open()
        #expect(try await !store.hasOwner())
        #expect(try await store.createOwner(owner, passwordHash: Secret("hash")))
        #expect(try await !store.createOwner(User(household: .init(), name: "b", role: .owner, language: .english, createdAt: now), passwordHash: Secret("h")))
        #expect(try await store.hasOwner())
        #expect(try await store.user(named: "ZOE\u{301}")?.user == owner)
        #expect(try await store.user(named: "zoé")?.passwordHash?.reveal() == "hash")
        #expect(try await store.user(named: "zo") == nil)
        #expect(try await store.users(of: owner.household) == [owner])
        await store.close()
    }

    @Test func aTurnIsThereAfterReopeningAndOnlyForItsUser() async throws {
        let first = try await openWithOwner()
        let (messages, trace) = turn("bonjour\u{0} \u{202E}الع")
        try await first.append(messages, trace: trace, for: owner.principal)
        await first.close()

        let store = try await open()
        #expect(try await store.recent(10, in: trace.conversation, for: owner.principal) == messages)
        #expect(try await store.trace(trace.id, for: owner.principal) == trace)
        #expect(try await store.conversation(trace.conversation, for: owner.principal)?.title == messages[0].text)
        #expect(try await store.recent(10, in: trace.conversation, for: stranger).isEmpty)
        #expect(try await store.trace(trace.id, for: stranger) == nil)
        #expect(try await store.conversation(trace.conversation, for: stranger) == nil)
        #expect(try await !store.delete(trace.conversation, for: stranger))
        await #expect(throws: Problem.self) {
            let (more, other) = turn("intrusion", in: trace.conversation)
            try await store.append(more, trace: other, for: stranger)
        }
        #expect(try await store.delete(trace.conversation, for: owner.principal))
        #expect(try await store.recent(10, in: trace.conversation, for: owner.principal).isEmpty)
        await store.close()
    }

    @Test func conversationsComeInPagesNewestFirst() async throws {
        let store = try await openWithOwner()
        for number in 0..<7 {
            let (messages, trace) = turn("numéro \(number)", at: now.addingTimeInterval(Double(number / 2)))
            try await store.append(messages, trace: trace, for: owner.principal)
        }
        var titles: [String] = [], cursor: String?
        repeat {
            let page = try await store.conversations(limit: 3, cursor: cursor, for: owner.principal)
            titles += page.items.map(\.title)
            cursor = page.next
        } while cursor != nil
        #expect(titles.count == 7 && Set(titles).count == 7 && titles.first == "numéro 6" && titles.last?.hasPrefix("numéro") == true)
        await #expect(throws: Problem.self) { try await store.conversations(limit: 3, cursor: "rubbish", for: owner.principal) }
        await store.close()
    }

    @Test func noTextStandsInTheFile() async throws {
        let store = try await openWithOwner()
        let secret = "arachides-" + UUID().uuidString
        let (messages, trace) = turn(secret)
        try await store.append(messages, trace: trace, for: owner.principal)
        _ = try await store.add([Fragment(kind: .fact, text: secret, occurredAt: now, learnedAt: now, source: .said)], for: owner.principal)
        try await store.add(Appointment(kind: .reminder, label: secret, createdAt: now, dueAt: now, language: .french), for: owner.principal)
        try await store.add([ListItem(list: secret, text: secret, addedAt: now)], for: owner.principal)
        await store.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
            let bytes = try Data(contentsOf: folder.url.appending(path: name))
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
        }
    }

    @Test func anotherKeyIsRefusedWithWhatToDo() async throws {
        await (try await openWithOwner()).close()
        await #expect { try await open(key: Secret(String(repeating: "f", count: 64))) } throws: {
            ($0 as? StoreError)?.code == .wrongKey && "\($0)".contains("JARVIS_ENCRYPTION_KEY")
        }
        await (try await open()).close()
    }

    @Test func anAppointmentMovesOnce() async throws {
        let store = try await openWithOwner()
        let late = Appointment(kind: .timer, label: "les pâtes", createdAt: now, dueAt: now.addingTimeInterval(60), language: .french)
        let soon = Appointment(kind: .reminder, label: "appeler", createdAt: now, dueAt: now.addingTimeInterval(2), language: .french)
        for appointment in [late, soon] { try await store.add(appointment, for: owner.principal) }
        #expect(try await store.upcoming(limit: 10).map(\.appointment) == [soon, late])
        #expect(try await store.upcoming(limit: 1).first?.principal == owner.principal)
        #expect(try await store.appointments(.timer, in: [.pending, .due], for: owner.principal) == [late])
        #expect(try await store.appointments(nil, in: [.pending], for: stranger).isEmpty)
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { [owner] in try await store.move(soon.id, from: .pending, to: .due, for: owner.principal) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
        #expect(try await !store.move(late.id, from: .pending, to: .due, for: stranger))
        await store.close()
    }

    @Test func listsBelongToTheHousehold() async throws {
        let store = try await openWithOwner()
        let milk = ListItem(list: "courses", text: "lait", addedAt: now), screws = ListItem(list: "bricolage", text: "vis", addedAt: now)
        try await store.add([milk, screws], for: owner.principal)
        #expect(try await store.items(of: "courses", for: owner.principal) == [milk])
        #expect(try await store.lists(for: owner.principal).map(\.name) == ["courses", "bricolage"])
        #expect(try await store.lists(for: stranger).isEmpty)
        #expect(try await store.remove([milk.id], for: stranger) == 0)
        #expect(try await store.remove([milk.id], for: owner.principal) == 1)
        #expect(try await store.items(of: "courses", for: owner.principal).isEmpty)
        await store.close()
    }
}
