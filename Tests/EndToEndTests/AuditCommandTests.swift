import Base
import Cryptography
import Foundation
import TestSupport
import Testing

/// The trail of a Jarvis that runs, is killed, and is looked at.
@Suite struct AuditCommandTests {
    @Test func theTrailOfAServerThatWasKilledIsWhole() async throws {
        let ports = ["BACKEND_PORT": "0", "INTERFACE_PORT": "0", "STT_API_PORT": "0", "TTS_API_PORT": "0", "JARVIS_HOST": "127.0.0.1"]
        var program = try Program(language: "en", ports)
        let early = try await program.run("audit", "verify")
        #expect(early.code == 1 && early.complaints.contains("no trail"), "\(early.complaints)")
        let serving = try await Serving(program, ["serve", "backend"], services: ["backend"])
        program.environment["BACKEND_PORT"] = serving.addresses["backend"].flatMap { $0.split(separator: ":").last.map(String.init) }
        #expect(try await program.run("setup", "--username", "zoe", "--password-stdin", input: "une phrase facile\n").code == 0)
        #expect(try await program.run("login", "--username", "zoe", "--password-stdin", input: "another one\n").code != 0)
        let list = try await program.run("audit", "list")
        #expect(list.code == 0 && list.output.contains("set-up (done)") && list.output.contains("sign-in (refused)"), "\(list)")
        #expect(try await program.run("audit", "list", "--action", "set_up", "--json").lines.count == 1)
        await serving.kill()
        let verified = try await program.run("audit", "verify")
        #expect(verified.code == 0 && verified.output.hasPrefix("The trail is whole: 3 entries"), "\(verified)")

        let file = program.folder.file("trail.jsonl")
        #expect(try await program.run("audit", "export", "--out", file).code == 0)
        #expect(try await program.run("audit", "verify", "--file", file).code == 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("refused", with: "done").write(toFile: file, atomically: true, encoding: .utf8)
        let forged = try await program.run("audit", "verify", "--file", file)
        #expect(forged.code == 1 && forged.output.contains("3: the entry was edited"), "\(forged)")
    }

    @Test func aTestAlertIsPostedAndSigned() async throws {
        let server = try RawServer(answering: { _ in RawServer.answer() })
        let program = try Program(language: "en", ["JARVIS_ALERT_WEBHOOK": server.url + "/alerts", "JARVIS_ALERT_WEBHOOK_SECRET": "four secret words here"])
        let outcome = try await program.run("audit", "test-alert")
        #expect(outcome.code == 0 && outcome.output == "webhook: sent.\n", "\(outcome)")
        let request = try #require(server.requests.first)
        #expect(request.line.hasPrefix("POST /alerts ") && request.text.contains(#""kind":"test""#))
        let time = try #require(request.headers["x-jarvis-timestamp"])
        let tag = Hex.encode(try HMACSHA256.tag(Array("\(time).".utf8) + request.body, key: Array("four secret words here".utf8)))
        #expect(request.headers["x-jarvis-signature"] == "sha256=" + tag)
        let nothing = try await Program(language: "en").run("audit", "test-alert")
        #expect(nothing.code == 1 && nothing.complaints.contains("no way for alerts"))
    }
}
