import API
@testable import Backend
import Base
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import TestSupport
import Testing

/// Files of memories, in and out.
@Suite struct MemoryFileTests {
    private func importing(_ text: String, _ caller: MemoryCaller) async throws -> ImportResult {
        let answer = await caller.send(.post, "/memories/import", text)
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.decode(ImportResult.self)
    }

    /// All there is, in the order of ids: that of neighbours.
    private func kept(_ caller: MemoryCaller) async throws -> [Fragment] {
        try await caller.house.store.scan(caller.principal().household, after: nil, limit: 100_000).map(\.fragment)
    }

    /// Over a socket: what is streamed is no answer in memory.
    private func export(_ caller: MemoryCaller, _ query: String = "") async throws -> [UInt8] {
        let shutdown = Shutdown()
        try await caller.house.server.start()
        async let serving: Void = caller.house.server.run(until: shutdown)
        let port = try #require(caller.house.server.boundPort)
        let client = try HTTPClient()
        let answer = try await client.send(
            HTTPRequest("http://127.0.0.1:\(port)/memories/export\(query)", headers: ["Authorization": "Bearer \(caller.token)"]))
        shutdown.request()
        try await serving
        return Array(answer.body)
    }

    @Test func linesBecomeNeighboursInTheirOrder() async throws {
        let caller = try await MemoryCaller()
        let file = """
            {"text":"salut","conversation_id":"D1","external_id":"D1:1","speaker":"Léa","occurred_at":"2026-01-02T00:00:00Z"}
            {"text":"salut","conversation_id":"D1","external_id":"D1:2","speaker":"Max","occurred_at":"2026-01-02T00:00:00Z"}

            {"text":"ça va ?","conversation_id":"D1","occurred_at":"2026-01-01T00:00:00Z"}\r
              {"text":"oui","conversation_id":"D1"}
            {"text":"sans date","conversation_id":"D2"}
            {"text":"non plus","conversation_id":"D2"}
            {"text":"seul","kind":"promise","due_at":"2026-03-01T00:00:00Z","shared":true,"learned_at":"2026-01-05T00:00:00Z","importance":1}
            """
        #expect(try await importing(file, caller) == ImportResult(read: 7, added: 7))
        let all = try await kept(caller)
        func conversation(_ name: String) -> [Fragment] { all.filter { $0.externalConversation == name } }
        #expect(conversation("D1").map(\.text) == ["salut", "salut", "ça va ?", "oui"])
        #expect(conversation("D1").map(\.speaker) == ["Léa", "Max", nil, nil] && conversation("D1").map(\.externalID) == ["D1:1", "D1:2", nil, nil])
        #expect(Set(conversation("D1").map(\.conversation)).count == 1 && conversation("D1").allSatisfy { $0.kind == .episode && $0.source == .imported })
        #expect(conversation("D1").map { Timestamp.format($0.occurredAt).prefix(10) } == ["2026-01-02", "2026-01-02", "2026-01-01", "2026-01-01"])
        #expect(conversation("D2").map(\.text) == ["sans date", "non plus"])
        #expect(conversation("D2").allSatisfy { $0.occurredAt == caller.house.clock.now })
        let alone = try #require(all.first { $0.conversation == nil })
        #expect(alone.kind == .promise && alone.isShared && alone.importance == 1 && alone.dueAt != nil && alone.occurredAt == alone.learnedAt)
        // The same file once more, later and as one list, and then with a line more.
        caller.house.clock.advance(by: 5)
        let list = "[" + file.split(whereSeparator: \.isNewline).filter { !$0.isEmpty }.joined(separator: ",\n") + "]"
        #expect(try await importing(list, caller) == ImportResult(read: 7, added: 0))
        #expect(try await importing(file + "\n" + #"{"text":"et toi ?","conversation_id":"D1"}"#, caller) == ImportResult(read: 8, added: 1))
        #expect(try await kept(caller).filter { $0.externalConversation == "D1" }.map(\.text) == ["salut", "salut", "ça va ?", "oui", "et toi ?"])
        #expect(try await caller.items(.get, "/memories?conversation_id=D1").map(\.conversationID) == Array(repeating: "D1", count: 5))
        #expect(try await importing("", caller) == ImportResult(read: 0, added: 0))
        #expect(try await importing("\u{FEFF}[ ]\n", caller) == ImportResult(read: 0, added: 0))
    }

    private static let broken = [
        ("{\"text\":\"a\"}\n\n{\"text\":\"b\"", "line 3: it is not a memory in JSON"), ("{\"text\":\"a\"}\nhello", "line 2: it is not"),
        ("{\"text\":\"a\"}\n{\"txt\":\"b\"}", "line 2: The field `text` is missing."), ("{\"text\":\"a\"}\n{\"text\":\" \"}", "line 2: text is empty"),
        ("{\"text\":\"a\"}\n{\"text\":\"b\",\"occurred_at\":\"2026-02-30\"}", "line 2: The field `occurred_at` is not a date"),
        ("{\"text\":\"a\",\"kind\":\"x\"}", "line 1: kind must be one of episode, fact, promise, summary"),
        ("{\"text\":\"a\",\"importance\":1.5}", "line 1: importance must be between 0 and 1"),
        ("{\"text\":\"a\",\"valence\":-2}", "line 1: valence must be between -1 and 1"), ("{\"text\":\"a\",\"id\":\"D1:3\"}", "line 1: id is no identifier"),
        ("{\"text\":\"a\",\"count\":0}", "line 1: count must be 1 or more"), ("{\"text\":\"a\",\"source\":\"x\"}", "line 1: source must be one of"),
        ("{\"text\":\"a\",\"fact\":{\"subject\":\"lea\"}}", "line 1: The field `fact.relation` is missing."), ("7", "line 1: it is not"),
        ("[{\"text\":\"a\"},\n{\"text\":\"b\"}", "line 2: the list breaks off"), ("[{\"text\":\"a\"},\n\n{\"text\":\"[b\\\"\",", "line 3: the list breaks off"),
        ("[{\"text\":\"a\"}\n{\"text\":\"b\"}]", "line 2: a comma is missing"), ("[{\"text\":\"a\"},\n]", "line 2: it is not"),
        ("[{\"text\":\"a\"}]\nx", "line 2: something follows the list"), ("[", "line 1: the list breaks off"),
    ]

    @Test func aFileThatIsBrokenAddsNothing() async throws {
        let caller = try await MemoryCaller()
        for (file, complaint) in Self.broken {
            let problem = try await caller.send(.post, "/memories/import", file).problem()
            #expect(problem.status == 400)
            #expect(problem.detail?.hasPrefix(complaint) == true && problem.detail?.hasSuffix("Nothing was imported") == true, "\(complaint): \(problem)")
        }
        #expect(try await kept(caller).isEmpty)
    }

    @Test func whatIsTooLongIsNamedToo() async throws {
        let caller = try await MemoryCaller()
        let long = #"{"text":"\#(String(repeating: "a", count: 10_001))"}"#
        let problem = try await caller.send(.post, "/memories/import", #"{"text":"a"}"# + "\n" + long).problem()
        #expect(problem.detail?.hasPrefix("line 2: text has 10001 characters") == true)
        let many = String(repeating: "{\"text\":\"a\"}\n", count: 100_001)
        #expect(try await caller.send(.post, "/memories/import", many).problem().status == 413)
        #expect(try await kept(caller).isEmpty)
    }

    @Test func anExportComesBackAsItWas() async throws {
        let caller = try await MemoryCaller(), principal = try await caller.principal()
        let now = caller.house.clock.now
        var all = (0..<1203).map { number in
            Fragment(
                kind: .episode, text: "numéro \(number)\nà la ligne", occurredAt: now - Double(number % 7), learnedAt: now, source: .said,
                externalConversation: nil)
        }
        all[3] = Fragment(
            id: all[3].id, kind: .fact, text: "Léa habite à Lyon", language: .french, occurredAt: now - 100, learnedAt: now, source: .rule, speaker: "Léa",
            conversation: Conversation.ID(named: "D1", by: principal.user), area: "salon", origins: [all[1].id], externalID: "x", externalConversation: "D1",
            affect: Affect(valence: -0.5, arousal: 0.25), importance: 0.75, pinned: true, isShared: true, entities: ["lea", "lyon"], count: 2, recalls: 3,
            recalledAt: now,
            fact: Fact(
                subject: "lea", subjectName: "Léa", relation: "lives_in", value: "Lyon", isNegated: true, validFrom: now, validUntil: now, confidence: 0.5,
                supersededBy: all[2].id, supersededAt: now), dueAt: now)
        _ = try await caller.house.store.add(all, for: principal)
        let before = try await kept(caller)
        let file = try await export(caller)
        let lines = file.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 1203)
        let dates = try lines.map { try JSON.decode(MemoryBody.self, from: Data($0)).occurredAt }
        #expect(dates == dates.sorted())
        let text = String(decoding: file, as: UTF8.self)
        #expect(try await importing(text, caller) == ImportResult(read: 1203, added: 0))
        #expect(try await caller.house.store.erase(before.map(\.id), for: principal) == 1203)
        #expect(try await importing(text, caller) == ImportResult(read: 1203, added: 1203))
        #expect(try await kept(caller) == before)
    }
}
