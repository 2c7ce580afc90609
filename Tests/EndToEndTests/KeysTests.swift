import Foundation
import TestSupport
import Testing

/// Keys change while people stay signed in and what is sealed stays readable.
@Suite struct KeysTests {
    @Test func keysChangeAndNobodyNotices() async throws {
        let ports = ["BACKEND_PORT": "0", "INTERFACE_PORT": "0", "STT_API_PORT": "0", "TTS_API_PORT": "0", "JARVIS_HOST": "127.0.0.1"]
        var program = try Program(language: "en", ports)
        let file = URL(filePath: program.folder.file("home/secrets/JARVIS_ENCRYPTION_KEY"))
        let early = try await program.run("keys", "rotate")
        #expect(early.code == 1 && early.complaints.contains("start Jarvis once"), "\(early.complaints)")

        func serve() async throws -> Serving {
            program.environment["BACKEND_PORT"] = "0"
            let serving = try await Serving(program, ["serve", "backend"], services: ["backend"])
            program.environment["BACKEND_PORT"] = serving.addresses["backend"].flatMap { $0.split(separator: ":").last.map(String.init) }
            return serving
        }
        var serving = try await serve()
        let setUp = try await program.run("setup", "--username", "zoe", "--password-stdin", input: "une phrase facile\n")
        #expect(setUp.code == 0, "\(setUp.complaints)")
        #expect(try await program.run("ask", "remember that the cellar code is 4512").code == 0)
        let live = try await program.run("keys", "rotate", "signing")
        #expect(live.code == 0 && live.output.contains("Nobody is signed out"), "\(live.complaints)")
        #expect(try await program.run("timers").code == 0)
        let refused = try await program.run("keys", "rotate", "encryption")
        #expect(refused.code == 1 && refused.complaints.contains("stop it"), "\(refused.complaints)")
        #expect(await serving.stop() == 0)

        let key = try String(contentsOf: file, encoding: .utf8)
        let rotated = try await program.run("keys", "rotate")
        #expect(rotated.code == 0, "\(rotated.complaints)")
        #expect(try String(contentsOf: file, encoding: .utf8) != key)
        let session = URL(filePath: program.folder.file("home/session.json"))
        let port = try #require(program.environment["BACKEND_PORT"])
        serving = try await serve()
        // The session is of a server, which has another port now.
        let text = try String(contentsOf: session, encoding: .utf8).replacing(":" + port, with: ":" + (program.environment["BACKEND_PORT"] ?? ""))
        try text.write(to: session, atomically: true, encoding: .utf8)
        let answer = try await program.run("memory", "list")
        #expect(answer.code == 0 && answer.output.contains("4512"), "\(answer)")
        #expect(await serving.stop() == 0)

        // The old key opens nothing any more.
        let now = try String(contentsOf: file, encoding: .utf8)
        try key.write(to: file, atomically: true, encoding: .utf8)
        let locked = try await program.run("keys", "rotate", "signing")
        #expect(locked.code == 1 && locked.complaints.contains("is not the key"), "\(locked.complaints)")
        try now.write(to: file, atomically: true, encoding: .utf8)
        #expect(try await program.run("keys", "rotate", "signing").code == 0)

        // Another data key: what was said, who is signed in and the trail are as before.
        let before = try Data(contentsOf: URL(filePath: program.folder.file("home/jarvis.db")))
        let replaced = try await program.run("keys", "rotate", "data")
        #expect(replaced.code == 0 && replaced.output.contains("sealed with a new data key"), "\(replaced)")
        #expect(try String(contentsOf: file, encoding: .utf8) != now)
        #expect(try Data(contentsOf: URL(filePath: program.folder.file("home/jarvis.db"))) != before)
        let verified = try await program.run("audit", "verify")
        #expect(verified.code == 0, "\(verified)")
        let trail = try await program.run("audit", "list", "--action", "key_rotate")
        for name in ["signing", "encryption", "data"] { #expect(trail.output.contains(name), "\(trail.output)") }
        let last = program.environment["BACKEND_PORT"] ?? ""
        serving = try await serve()
        let moved = try String(contentsOf: session, encoding: .utf8).replacing(":" + last, with: ":" + (program.environment["BACKEND_PORT"] ?? ""))
        try moved.write(to: session, atomically: true, encoding: .utf8)
        let still = try await program.run("memory", "list")
        #expect(still.code == 0 && still.output.contains("4512"), "\(still)")
        #expect(await serving.stop() == 0)
    }

    @Test func aGivenKeyIsReplacedByAGivenOne() async throws {
        var program = try Program(
            language: "fr",
            ["BACKEND_PORT": "0", "INTERFACE_PORT": "0", "JARVIS_HOST": "127.0.0.1", "JARVIS_ENCRYPTION_KEY": "la première phrase, assez longue pour cela"])
        let serving = try await Serving(program, ["serve", "backend"], services: ["backend"])
        #expect(await serving.stop() == 0)
        let without = try await program.run("keys", "rotate", "encryption")
        #expect(without.code == 1 && without.complaints.contains("--new-key-file"), "\(without.complaints)")
        let file = program.folder.file("new")
        try Data("trop courte".utf8).write(to: URL(filePath: file))
        #expect(try await program.run("keys", "rotate", "encryption", "--new-key-file", file).code == 1)
        try Data("la deuxième phrase, assez longue elle aussi\n".utf8).write(to: URL(filePath: file))
        let rotated = try await program.run("keys", "rotate", "encryption", "--new-key-file", file)
        #expect(rotated.code == 0, "\(rotated.complaints)")
        #expect(try await program.run("keys", "rotate", "signing").code == 0, "until the new one is used, the old one opens, too")
        let old = program.environment["JARVIS_ENCRYPTION_KEY"]
        program.environment["JARVIS_ENCRYPTION_KEY"] = "la deuxième phrase, assez longue elle aussi"
        #expect(try await program.run("keys", "rotate", "signing").code == 0)
        program.environment["JARVIS_ENCRYPTION_KEY"] = old
        #expect(try await program.run("keys", "rotate", "signing").code == 1, "and then no more")
    }
}
