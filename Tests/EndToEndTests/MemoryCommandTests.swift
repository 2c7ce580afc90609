import Foundation
import TestSupport
import Testing

@testable import jarvis

/// `jarvis memory …` against a server that says what it is told to.
@Suite struct MemoryCommands {
    private static func memory(_ id: String, _ text: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","text":"\#(text)","kind":"fact","occurred_at":"2026-01-31T09:00:00Z","learned_at":"2026-02-01T09:00:00Z","importance":0.5,"#
            + #""pinned":true,"source":"told"\#(more)}"#
    }
    private static let portail = memory("m-1", "Le portail\\n"), lea = memory("m-2", "Léa habite à Lyon")
    private static func page(_ memories: String...) -> MockServer.Reply { .json(200, #"{"items":[\#(memories.joined(separator: ","))]}"#) }

    private func program(_ replies: @escaping @Sendable (MockServer.Request) -> MockServer.Reply?) throws -> (Program, MockServer) {
        let server = try MockServer { replies($0) ?? .problem(404, "Il n'existe pas.") }
        let program = try Program(server: server, ["TZ": "UTC"])
        try program.signIn(to: server)
        return (program, server)
    }

    private func program(_ replies: [String: MockServer.Reply]) throws -> (Program, MockServer) {
        try program { replies["\($0.method) \($0.path)"] }
    }

    @Test func listingAndSearching() async throws {
        let (program, server) = try program([
            "GET /memories?limit=20": Self.page(Self.portail), "GET /memories?query=le%20portail%20%26%20%C3%A9&limit=3": Self.page(),
            "GET /memories?query=portail&limit=10": Self.page(
                Self.memory("m-1", "Le portail", #","score":0.73456,"why":"words: portail\u001b[2J""#), Self.lea),
        ])
        #expect(try await program.run("memory", "list").output == "m-1  2026-01-31 09:00:00  fact     * Le portail \n")
        #expect(try await program.run("memory", "search", "le portail", "& é", "--limit", "3").complaints == "Rien pour l'instant.\n")
        let recalled = try await program.run("memory", "recall", "portail").output
        let expected = """
            1. 0.735  m-1  2026-01-31 09:00:00  fact     * Le portail
               words: portail[2J
            2. –  m-2  2026-01-31 09:00:00  fact     * Léa habite à Lyon

            """
        #expect(recalled == expected)
        #expect(try await program.run("memory", "recall", "portail", "--json").lines.count == 2)
        #expect(try await program.run("memory", "recall", "x", "--limit", "101").code == 2)
        #expect(server.requests.count == 4)
    }

    @Test func addingAndMending() async throws {
        let (program, server) = try program([
            "POST /memories": .json(201, Self.portail), "PATCH /memories/m-1": .json(200, Self.portail), "DELETE /memories/m-1": .json(200, "{}"),
            "DELETE /memories/m-1?forever=true": .json(200, "{}"), "GET /memories/m-1": .json(200, Self.portail),
        ])
        #expect(try await program.run("memory", "add", "le", "portail").output == "m-1\n")
        #expect(try await program.run("memory", "add", "x", "--shared", "--pin", "--json").output.hasPrefix(#"{"id":"m-1","#))
        #expect(server.requests.last?.json["shared"] as? Bool == true && server.requests.last?.json["pinned"] as? Bool == true)
        #expect(try await program.run("memory", "edit", "m-1", "le", "portail").code == 0)
        #expect(server.requests.last?.json["text"] as? String == "le portail")
        #expect(try await program.run("memory", "pin", "m-1").code == 0)
        #expect(server.requests.last?.json["pinned"] as? Bool == true)
        #expect(try await program.run("memory", "unpin", "m-1").code == 0)
        #expect(server.requests.last?.json["pinned"] as? Bool == false)
        #expect(try await program.run("memory", "remove", "m-1").code == 0)
        #expect(try await program.run("memory", "remove", "m-1", "--forever").code == 0)
        let gone = try await program.run("memory", "remove", "a/../b")
        #expect(gone.code == 1 && gone.complaints.hasPrefix("Il n'existe pas."))
        #expect(server.requests.last?.path == "/memories/a%2F..%2Fb")
        #expect(try await program.run("memory", "show", "m-1").output.hasPrefix("Le portail\n\nidentifiant : m-1\nnature : fact\n"))
    }

    @Test func reasonsFactsAndQuality() async throws {
        let fact = Self.memory(
            "m-3", "Léa habite à Paris",
            #","fact":{"subject":"lea","subject_name":"Léa","relation":"lives_in","value":"Paris","superseded_at":"2026-02-01T00:00:00Z"}"#)
        let (program, server) = try program([
            "GET /memories/m-2/why": .json(
                200, #"{"memory":\#(Self.lea),"origins":[\#(Self.portail)],"derived":[],"superseded":[\#(fact)],"superseded_by":\#(Self.lea)}"#),
            "GET /memories/facts": Self.page(), "GET /memories/facts?about=L%C3%A9a&history=true": Self.page(fact),
            "GET /memories/quality": .json(
                200,
                #"{"total":10,"sampled":5,"by_kind":{"fact":4,"episode":6},"junk_rate":0.015,"duplicate_rate":0,"contradiction_rate":1,"stale_rate":0,"examples":{}}"#
            ),
        ])
        let why = """
            m-2  2026-01-31 09:00:00  fact     * Léa habite à Lyon
            À retenir, demandé le 2026-02-01 09:00:00.
            Tiré de :
              m-1  2026-01-31 09:00:00  fact     * Le portail \n\
            Remplace :
              m-3  2026-01-31 09:00:00  fact     * Léa habite à Paris
            Remplacé par :
              m-2  2026-01-31 09:00:00  fact     * Léa habite à Lyon

            """
        #expect(try await program.run("memory", "why", "m-2").output == why)
        #expect(try await program.run("memory", "facts").complaints == "Rien de connu.\n")
        #expect(
            try await program.run("memory", "facts", "Léa", "--history").output == "m-3  Léa · lives_in · Paris (remplacé le 2026-02-01 00:00:00)\n")
        let quality = try await program.run("memory", "quality").lines
        #expect(
            quality == [
                "souvenirs : 10 (6 episode, 4 fact)", "échantillon : 5", "inutiles : 1,5 %", "doublons : 0,0 %", "contradictions : 100,0 %", "périmés : 0,0 %",
            ])
        #expect(server.requests.count == 4)
    }

    @Test func forgettingAsksFirst() async throws {
        let (program, server) = try program { request in
            switch "\(request.method) \(request.path)" {
            case "POST /memories/forget": (request.json["ids"] as? [String]) == ["m-9"] ? Self.page() : Self.page(Self.portail, Self.lea)
            case "POST /memories/restore": Self.page(Self.portail)
            case "GET /memories/bin?limit=20": Self.page(Self.memory("m-1", "Le portail", #","binned_at":"2026-02-02T10:00:00Z""#))
            default: nil
            }
        }
        let asked = try await program.run("memory", "forget", "--query", "portail")
        #expect(asked.code == 2 && asked.output.isEmpty && asked.complaints.contains("Léa habite à Lyon") && asked.complaints.contains("--yes"))
        #expect(server.requests.map { $0.json["dry_run"] as? Bool } == [true])
        let done = try await program.run("memory", "forget", "--from", "2026-01-31", "--until", "2026-01-31", "--yes")
        #expect(done.code == 0 && done.lines.count == 2)
        #expect(server.requests.last?.json["from"] as? String == "2026-01-31T00:00:00.000Z")
        #expect(server.requests.last?.json["until"] as? String == "2026-02-01T00:00:00.000Z" && server.requests.last?.json["dry_run"] == nil)
        #expect(try await program.run("memory", "forget", "m-1", "m-2").code == 0)
        let none = try await program.run("memory", "forget", "m-9")
        #expect(none.code == 1 && none.complaints == "Rien de tel.\n")
        for wrong in [["--from", "hier"], ["--query", "a", "--until", "2026-02-30"]] {
            #expect(try await program.run("memory", "forget", wrong[0], wrong[1], "--conversation", "c", "--yes").code == 2)
        }
        #expect(try await program.run("memory", "forget").code == 2)
        #expect(try await program.run("memory", "undo").output.hasPrefix("m-1  "))
        #expect(server.requests.last?.json.isEmpty == true)
        #expect(try await program.run("memory", "undo", "m-1").code == 0)
        #expect(server.requests.last?.json["ids"] as? [String] == ["m-1"])
        #expect(try await program.run("memory", "bin").output == "m-1  2026-02-02 10:00:00  Le portail\n")
    }

    @Test func filesGoOutAndIn() async throws {
        let lines = (0..<3).map { Self.memory("m-\($0)", "x") }.joined(separator: "\n") + "\n"
        let (program, server) = try program { request in
            switch "\(request.method) \(request.path)" {
            case "GET /memories/export": .json(200, lines)
            case "POST /memories/import":
                request.body == Data(lines.utf8) ? .json(200, #"{"read":3,"added":1}"#) : .problem(400, "line 2: text is empty. Nothing was imported")
            default: nil
            }
        }
        #expect(try await program.run("memory", "export").output == lines)
        let file = program.folder.file("memories.jsonl")
        let exported = try await program.run("memory", "export", "--out", file)
        #expect(exported.code == 0 && exported.output.isEmpty && exported.complaints == "3 souvenirs dans \(file).\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == lines)
        #expect(!FileManager.default.fileExists(atPath: file + ".part"))
        #expect(try await program.run("memory", "export", "--out", program.folder.file("nowhere/x")).code == 1)
        #expect(try await program.run("memory", "import", file).output == "3 lus, 1 nouveaux.\n")
        #expect(server.requests.last?.headers["content-type"] == "application/x-ndjson")
        #expect(try await program.run("memory", "import", "-", "--json", input: lines).output == #"{"added":1,"read":3}"# + "\n")
        let broken = try await program.run("memory", "import", "-", input: "x")
        #expect(broken.code == 1 && broken.complaints.hasPrefix("line 2: text is empty."))
        #expect(try await program.run("memory", "import", program.folder.file("none")).complaints.hasPrefix("Impossible de lire"))
    }

    @Test func momentsAreReadAsTheyAreWritten() throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        func moment(_ text: String, endsDay: Bool = false) -> String? {
            LocalTime.moment(text, endsDay: endsDay, in: paris).map { $0.formatted(.iso8601) }
        }
        #expect(moment("2026-07-14") == "2026-07-13T22:00:00Z" && moment("2026-07-14", endsDay: true) == "2026-07-14T22:00:00Z")
        #expect(moment("2026-01-31 09:05", endsDay: true) == "2026-01-31T08:05:00Z" && moment("2026-01-31T09:00:00Z") == "2026-01-31T09:00:00Z")
        for text in ["", "hier", "2026-02-30", "2026-01-31 25:00", "2026-01-31 9"] { #expect(moment(text) == nil, "\(text)") }
    }
}
