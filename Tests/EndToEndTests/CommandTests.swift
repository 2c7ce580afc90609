import Foundation
import TestSupport
import Testing

private let done = #"{"type":"done","conversation_id":"c-1","trace_id":"t-1","timings":{"understand":0.5}}"#
private let health = #"{"status":"ok","version":"9.9.9","setup_required":false,"uptime_seconds":1,"services":{"database":"up","speech":"down","llm":"off"}}"#

private func server(_ replies: [String: MockServer.Reply]) throws -> MockServer {
    try MockServer { request in replies["\(request.method) \(request.path)"] ?? .problem(404, "not told about \(request.method) \(request.path)") }
}

@Suite struct Asking {
    @Test func theAnswerIsPrinted() async throws {
        let server = try server([
            "POST /chat/stream": .events([
                #"{"type":"thinking"}"#, #"{"type":"text","delta":"Il est "}"#, #"{"type":"sparkle"}"#, #"{"type":"text","delta":"midi."}"#, done,
            ])
        ])
        let program = try Program(server: server)
        try program.signIn(to: server)
        let outcome = try await program.run("ask", "quelle", "heure", "est-il ?", "--conversation", "c-0", "--language", "fr")
        #expect(outcome.code == 0 && outcome.output == "Il est midi.\n" && outcome.complaints.isEmpty)
        let request = try #require(server.requests.first)
        #expect(request.token == "token-1")
        #expect(request.json["message"] as? String == "quelle heure est-il ?")
        #expect(request.json["conversation_id"] as? String == "c-0" && request.json["language"] as? String == "fr" && request.json["speak"] == nil)
    }

    /// A pipe often ends at a terminal as well.
    @Test func whatIsPrintedMovesNoCursor() async throws {
        let server = try server(["POST /chat/stream": .events([#"{"type":"text","delta":"Rappel\u001b[2J :\u0000 \u009b31mé\n\tpain\u0007"}"#, done])])
        let program = try Program(server: server)
        try program.signIn(to: server)
        #expect(try await program.run("ask", "a").output == "Rappel[2J : 31mé\n\tpain\n")
    }

    @Test func theQuestionMayComeFromStandardInput() async throws {
        let server = try server(["POST /chat/stream": .events([#"{"type":"text","delta":"Oui."}"#, done])])
        let program = try Program(server: server)
        try program.signIn(to: server)
        #expect(try await program.run("ask", input: "tu es là ?\n").output == "Oui.\n")
        #expect(server.requests.first?.json["message"] as? String == "tu es là ?")
        #expect(try await program.run("ask", "--", "--json").output == "Oui.\n")
        #expect(server.requests.last?.json["message"] as? String == "--json")
    }

    @Test func eventsAreLinesOfJSONAndSoundIsAFile() async throws {
        let audio = (0..<3).map {
            #"{"type":"audio","index":0,"format":"pcm_s16le","rate":22050,"data":"\#(Data(repeating: UInt8($0), count: 4).base64EncodedString())"}"#
        }
        let server = try server([
            "POST /chat/stream": .events([#"{"type":"text","delta":"a"}"#, #"{"type":"sentence","index":0,"text":"a"}"#] + audio + [done])
        ])
        let program = try Program(server: server)
        try program.signIn(to: server)
        let file = program.folder.file("t.wav")
        let outcome = try await program.run("ask", "a", "--json", "--speak", file)
        #expect(outcome.code == 0 && outcome.lines.count == 6 && outcome.lines[0] == #"{"delta":"a","type":"text"}"#)
        #expect(server.requests.first?.json["speak"] as? Bool == true)
        let wave = try Data(contentsOf: URL(filePath: file))
        #expect(wave.count == 44 + 12 && wave.prefix(4) == Data("RIFF".utf8) && wave.suffix(12) == Data([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]))
        #expect(wave[24] == 0x22 && wave[25] == 0x56 && wave[4] == 48 && wave[40] == 12)
    }

    @Test func anAnswerWithoutAVoiceIsSaid() async throws {
        let server = try server(["POST /chat/stream": .events([#"{"type":"text","delta":"a"}"#, done])])
        let program = try Program(server: server)
        try program.signIn(to: server)
        let outcome = try await program.run("ask", "a", "--speak", program.folder.file("t.wav"))
        #expect(outcome.code == 1 && outcome.output == "a\n" && outcome.complaints.contains("sans voix"))
        #expect(!FileManager.default.fileExists(atPath: program.folder.file("t.wav")))
    }

    @Test(arguments: [(503, Int32(75)), (400, 1), (429, 75)]) func aProblemEndsWithItsDetail(status: Int, code: Int32) async throws {
        let problem = #"{"type":"error","problem":{"type":"about:blank","title":"T","status":\#(status),"detail":"Trop tard.","request_id":"r-9"}}"#
        let streaming = try server(["POST /chat/stream": .events([#"{"type":"text","delta":"Je"}"#, problem])])
        var program = try Program(server: streaming)
        try program.signIn(to: streaming)
        var outcome = try await program.run("ask", "a")
        #expect(outcome.code == code && outcome.output == "Je\n" && outcome.complaints == "Trop tard. (demande r-9)\n")
        let refusing = try server(["POST /chat/stream": .problem(status, "Trop tôt.")])
        program = try Program(server: refusing)
        try program.signIn(to: refusing)
        outcome = try await program.run("ask", "a")
        #expect(outcome.code == code && outcome.complaints == "Trop tôt. (demande r-1)\n")
    }

    @Test func aBrokenAnswerIsAFailure() async throws {
        let server = try server(["POST /chat/stream": .eventsThenCut([#"{"type":"text","delta":"Je"}"#])])
        let program = try Program(server: server)
        try program.signIn(to: server)
        let outcome = try await program.run("ask", "a")
        #expect(outcome.code != 0 && !outcome.complaints.isEmpty)
    }

    @Test func nothingThatAnswersMeansTryAgainLater() async throws {
        var program: Program
        do {
            let server = try server([:])
            program = try Program(server: server)
            try program.signIn(to: server)
        }
        program.environment["BACKEND_PORT"] = "1"
        let outcome = try await program.run("ask", "a")
        #expect(outcome.code == 75 && outcome.complaints == "Jarvis ne répond pas à http://127.0.0.1:1 ; démarrez-le avec « make run » ou « jarvis serve ».\n")
        program.environment["JARVIS_LANGUAGE"] = "en"
        #expect(
            try await program.run("memory", "list").complaints == "Jarvis does not answer at http://127.0.0.1:1; start it with `make run` or `jarvis serve`.\n")
    }

    @Test func aBadConfigurationStopsEveryCommand() async throws {
        let program = try Program(language: "en", ["JARVIS_HOTS": "x", "BACKEND_PORT": "y"])
        for command in ["chat", "doctor", "serve"] {
            let outcome = try await program.run(command)
            #expect(outcome.code == 1 && (outcome.complaints + outcome.output).contains("JARVIS_HOTS: unknown variable; did you mean JARVIS_HOST?"))
        }
    }
}

@Suite struct Sessions {
    private static let token = #"{"access_token":"token-2","refresh_token":"refresh-2","token_type":"bearer","expires_in":1800}"#
    private static let owner = #"{"id":"u","username":"lea","role":"owner","language":"fr","household_id":"h"}"#

    @Test func setUpMakesTheOwnerAndSignsIn() async throws {
        let server = try server([
            "GET /health": .json(200, health.replacing("\"setup_required\":false", with: "\"setup_required\":true")),
            "POST /auth/setup": .json(201, Self.owner),
            "POST /auth/token": .json(200, Self.token), "POST /chat/stream": .events([#"{"type":"text","delta":"Oui."}"#, done]),
        ])
        let program = try Program(server: server)
        let before = try await program.run("ask", "a")
        #expect(before.code == 1 && before.complaints == "Jarvis n'a pas encore de propriétaire ; lancez « jarvis setup ».\n")
        let outcome = try await program.run("setup", "--username", "lea", "--password-stdin", input: "correct horse é&=+\n")
        #expect(outcome.code == 0 && outcome.output.hasPrefix("Bienvenue, lea."))
        #expect(server.requests(to: "/auth/setup").first?.json["password"] as? String == "correct horse é&=+")
        let form = String(decoding: try #require(server.requests(to: "/auth/token").first).body, as: UTF8.self)
        #expect(form == "grant_type=password&password=correct%20horse%20%C3%A9%26%3D%2B&username=lea")
        let path = program.folder.file("home/session.json")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber == 0o600)
        #expect(try await program.run("ask", "a").output == "Oui.\n")
        #expect(server.requests(to: "/chat/stream").first?.token == "token-2")
    }

    @Test func withoutASessionTheNextStepIsNamed() async throws {
        let server = try server(["GET /health": .json(200, health)])
        let program = try Program(server: server, language: "en")
        let outcome = try await program.run("ask", "a")
        #expect(outcome.code == 1 && outcome.complaints == "Nobody is signed in here; run `jarvis login`.\n")
        #expect(
            try await program.run("setup", "--username", "a", "--password-stdin", input: "x").complaints == "Jarvis has an owner already; run `jarvis login`.\n"
        )
        #expect(try await program.run("login").code == 2)
    }

    @Test func aTokenThatEndedIsRefreshedOnceForAll() async throws {
        let server = try MockServer { request in
            if request.path == "/auth/token" {
                return String(decoding: request.body, as: UTF8.self).contains("refresh_token=refresh-1") ? .json(200, Self.token) : .problem(401, "used")
            }
            return request.token == "token-2" ? .events([#"{"type":"text","delta":"Oui."}"#, done]) : .problem(401, "expired")
        }
        for expired in [true, false] {
            let program = try Program(server: server)
            try program.signIn(to: server, expired: expired)
            let before = server.requests(to: "/auth/token").count
            async let first = program.run("ask", "a")
            async let second = program.run("ask", "b")
            let outcomes = try await [first, second]
            #expect(outcomes.allSatisfy { $0.code == 0 && $0.output == "Oui.\n" }, "\(outcomes)")
            #expect(server.requests(to: "/auth/token").count == before + 1)
        }
    }

    @Test func aSessionThatIsOverSaysSo() async throws {
        let server = try server(["POST /auth/token": .json(401, "{}"), "POST /chat/stream": .json(401, "{}"), "POST /auth/logout": .json(401, "{}")])
        let program = try Program(server: server, language: "en")
        try program.signIn(to: server)
        let outcome = try await program.run("ask", "a")
        #expect(outcome.code == 1 && outcome.complaints.contains("run `jarvis login`"))
        #expect(try await program.run("logout").code == 0)
        #expect(!FileManager.default.fileExists(atPath: program.folder.file("home/session.json")))
    }

    @Test func aTokenOfTheEnvironmentIsUsedAndASessionOfAnotherServerIsNot() async throws {
        let server = try server([
            "GET /timers": .json(200, #"{"items":[]}"#), "GET /reminders": .json(200, #"{"items":[]}"#), "GET /health": .json(200, health),
        ])
        let other = try MockServer { _ in .json(200, "{}") }
        let program = try Program(server: server, ["JARVIS_TOKEN": "by-hand"])
        try program.signIn(to: other)
        #expect(try await program.run("timers").code == 0)
        #expect(server.requests(to: "/timers").first?.token == "by-hand")
        var without = program
        without.environment["JARVIS_TOKEN"] = nil
        #expect(try await without.run("timers").complaints.contains("jarvis login"))
        #expect(server.requests.allSatisfy { $0.token != "token-1" })
    }
}

@Suite struct Lists {
    @Test func timersAndReminders() async throws {
        func body(_ id: String, _ hour: Int) -> String {
            #"{"id":"\#(id)","label":"les pâtes","due_at":"2026-01-31T\#(hour):00:00Z","created_at":"2026-01-31T09:00:00Z","state":"pending"}"#
        }
        let server = try server([
            "GET /timers": .json(200, #"{"items":[\#(body("t-1", 12))]}"#), "GET /reminders": .json(200, #"{"items":[\#(body("r-1", 11))]}"#),
            "DELETE /timers/t-1": .json(204, ""),
            "DELETE /reminders/r-1": .json(204, ""),
        ])
        let program = try Program(server: server, ["TZ": "UTC"])
        try program.signIn(to: server)
        #expect(try await program.run("timers").output == "r-1  2026-01-31 11:00:00  les pâtes\nt-1  2026-01-31 12:00:00  les pâtes\n")
        #expect(try await program.run("timers", "remove", "t-1", "r-1").code == 0)
        #expect(server.requests.suffix(2).map(\.path) == ["/timers/t-1", "/reminders/r-1"])
    }

    @Test func theDoctorFindsWhatIsDown() async throws {
        let server = try server(["GET /health": .json(200, health)])
        let program = try Program(server: server)
        let outcome = try await program.run("doctor", "--json")
        let findings = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: String]])
        let engines = ["speech-worker", "stt-fr", "stt-en", "tts-fr", "tts-en", "wake", "speakers"]
        #expect(findings.map { $0["part"] } == ["configuration", "disk", "server", "database", "speech", "llm", "security"] + engines)
        // What comes with Jarvis is there; a French recognizer is a download.
        #expect(findings.filter { $0["part"] != "stt-fr" }.suffix(engines.count - 1).allSatisfy { $0["state"] == "ok" }, "\(findings)")
        #expect(findings[4]["state"] == "failed" && findings[4]["fix"] != nil && findings[5]["state"] == "warning" && findings[3]["state"] == "ok")
        #expect(outcome.code == 1)
        #expect(try await program.run("doctor").output.contains("→ "))
    }

    @Test func theDoctorNamesAModelThatIsOfNoUse() async throws {
        let program = try Program(language: "en")
        let broken = program.folder.file("home/models/speech/broken")
        try FileManager.default.createDirectory(atPath: broken, withIntermediateDirectories: true)
        try Data(
            #"{"name":"broken","kind":"whisper","languages":["fr"],"licence":"MIT","source":"here","files":{"encoder":"e.onnx","decoder":"d.onnx","tokens":"t.txt"}}"#
                .utf8
        )
        .write(to: URL(filePath: broken + "/model.json"))
        for file in ["e.onnx", "d.onnx", "t.txt"] { try Data("no model".utf8).write(to: URL(filePath: "\(broken)/\(file)")) }
        let outcome = try await program.run("doctor")
        #expect(outcome.output.contains("model") && outcome.output.contains("broken: "), "\(outcome.output)")
        #expect(outcome.output.contains("`jarvis models remove broken`"))
    }

    @Test func theConfigurationIsShownWithoutSecrets() async throws {
        let program = try Program(["OPENAI_API_KEY": "sk-hidden"])
        let outcome = try await program.run("config")
        #expect(outcome.code == 0 && outcome.output.contains("OPENAI_API_KEY") && !outcome.output.contains("sk-hidden"))
        #expect(try await program.run("config", "docs").output == String(contentsOf: Paths.root.appending(path: "docs/configuration.md"), encoding: .utf8))
        #expect(
            try await program.run("config", "docs", "--env-example").output == String(contentsOf: Paths.root.appending(path: ".env.example"), encoding: .utf8))
        #expect(try await program.run("config", "check").output == "La configuration est bonne.\n")
    }
}

@Suite struct Chatting {
    @Test func linesOfAFileAreAnsweredInOneConversation() async throws {
        let server = try server(["POST /chat/stream": .events([#"{"type":"text","delta":"Oui."}"#, done])])
        let program = try Program(server: server)
        try program.signIn(to: server)
        let outcome = try await program.run("chat", input: "un\n\ndeux\n/nouveau\ntrois\n/quit\nquatre\n")
        #expect(outcome.code == 0 && outcome.output == "Oui.\nOui.\nNouvelle conversation.\nOui.\n")
        #expect(server.requests.map { $0.json["message"] as? String } == ["un", "deux", "trois"])
        #expect(server.requests.map { $0.json["conversation_id"] as? String } == [nil, "c-1", nil])
    }

    @Test func aTerminalConversation() async throws {
        let announcement = #"{"type":"announcement","id":"a","kind":"timer","text":"Les pâtes sont prêtes.","due_at":"2026-01-31T09:00:00Z"}"#
        let server = try MockServer { request in
            if request.path == "/ws" { return .webSocket([#"{"type":"listening"}"#, announcement]) }
            if request.json["message"] as? String == "long" { return .eventsThenWait([#"{"type":"text","delta":"Il était une fois\u001b[31m"}"#]) }
            return .events([#"{"type":"text","delta":"Réponse."}"#, done])
        }
        let program = try Program(server: server)
        try program.signIn(to: server)
        let terminal = try Terminal(program, ["chat"])
        #expect(await terminal.shows("/quit termine."))
        #expect(await terminal.shows("⏰ Les pâtes sont prêtes."))
        terminal.type("heuree\u{7F} ?\r")
        #expect(await terminal.shows("> heure ?"))
        #expect(await terminal.shows("Réponse."))
        terminal.type("long\r")
        // The escape character of the server does not reach the terminal.
        #expect(await terminal.shows("Il était une fois[31m"))
        terminal.type("\u{3}")
        #expect(await terminal.shows("(arrêté)"))
        #expect(await server.clientLeaves())
        #expect(await terminal.shows("> "))
        terminal.type("\u{1B}[A\u{1B}[A\r")
        #expect(await terminal.shows("Réponse."))
        #expect(await terminal.shows("> "))
        terminal.type("\u{4}")
        #expect(await terminal.end() == 0)
        #expect(server.requests(to: "/chat/stream").map { $0.json["message"] as? String } == ["heure ?", "long", "heure ?"])
        #expect(server.requests(to: "/ws").first?.token == "token-1")
    }

    @Test func setUpAsksWithoutShowingThePassword() async throws {
        let server = try server([
            "GET /health": .json(200, health.replacing("\"setup_required\":false", with: "\"setup_required\":true")),
            "POST /auth/setup": .json(201, #"{"id":"u","username":"lea","role":"owner","language":"fr","household_id":"h"}"#),
            "POST /auth/token": .json(200, #"{"access_token":"a","token_type":"bearer","expires_in":60}"#),
        ])
        let terminal = try Terminal(try Program(server: server), ["setup"])
        #expect(await terminal.shows("Nom : "))
        terminal.type("lea\n")
        #expect(await terminal.shows("Mot de passe : "))
        terminal.type("correct horse battery\n")
        #expect(await terminal.shows("Encore une fois : "))
        #expect(await !terminal.hasShown("horse"))
        terminal.type("correct horse battery\n")
        #expect(await terminal.shows("Bienvenue, lea."))
        #expect(await terminal.end() == 0)
        #expect(server.requests(to: "/auth/setup").first?.json["password"] as? String == "correct horse battery")
    }
}
