import Foundation
import TestSupport
import Testing

/// Whoever holds the machine lets somebody back in, and takes out what is kept of them, while Jarvis runs and while it does not.
@Suite struct MachineCommandTests {
    private static let ports = ["BACKEND_PORT": "0", "INTERFACE_PORT": "0", "STT_API_PORT": "0", "TTS_API_PORT": "0", "JARVIS_HOST": "127.0.0.1"]

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func theMachineLetsItsOwnerBackIn() async throws {
        var program = try Program(language: "en", Self.ports)
        let early = try await program.run("users", "password", "zoe", input: "another phrase to keep\n")
        #expect(early.code == 1 && early.complaints.contains("start Jarvis once"), "\(early)")
        let serving = try await Serving(program, ["serve", "backend"], services: ["backend"])
        program.environment["BACKEND_PORT"] = serving.addresses["backend"].flatMap { $0.split(separator: ":").last.map(String.init) }
        #expect(try await program.run("setup", "--username", "zoe", "--password-stdin", input: "une phrase facile\n").code == 0)
        #expect(try await program.run("ask", "remember that the cellar code is 4512").code == 0)
        #expect(try await program.run("api-keys", "add", "door bell", "talk").code == 0)
        #expect(try mode(program.folder.file("home/machine.key")) == 0o600)

        let nobody = try await program.run("users", "password", "nobody", input: "another phrase to keep\n")
        #expect(nobody.code == 1 && nobody.complaints.contains("nobody has an account"), "\(nobody)")
        let live = try await program.run("users", "password", "zoe", input: "another phrase to keep\n")
        #expect(live.code == 0 && live.output.contains("signed out everywhere") && live.output.contains("door bell"), "\(live)")
        #expect(try await program.run("timers").code != 0, "the session has ended")
        #expect(try await program.run("login", "--username", "zoe", "--password-stdin", input: "another phrase to keep\n").code == 0)

        let file = program.folder.file("zoe.jsonl")
        let exported = try await program.run("users", "export", "zoe", "--file", file)
        #expect(exported.code == 0 && exported.complaints.contains("only you can read"), "\(exported)")
        #expect(try mode(file) == 0o600)
        let running = try String(contentsOfFile: file, encoding: .utf8)
        #expect(running.contains("4512") && running.contains(#""kind":"account""#) && running.contains(#""kind":"audit_entry""#))
        #expect(await serving.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: program.folder.file("home/machine.key")))

        let stopped = try await program.run("users", "export", "ZOE")
        #expect(stopped.code == 0 && stopped.output.contains("4512"), "\(stopped.complaints)")
        #expect(!FileManager.default.fileExists(atPath: file + ".part"))
        let weak = try await program.run("users", "password", "zoe", input: "short\n")
        #expect(weak.code == 1 && weak.complaints.contains("12"), "\(weak)")
        let bare = try await program.run("users", "password", "zoe", "--without-second-factors", input: "a third phrase to keep\n")
        #expect(bare.code == 0 && bare.output.contains("no code is asked for"), "\(bare)")
        for wrong in [["zoe", "--code", "x"], ["--without-second-factors"]] {
            let refused =
                wrong.count == 3
                ? try await program.run("users", "password", wrong[0], wrong[1], wrong[2]) : try await program.run("users", "password", wrong[0])
            #expect(refused.code == 2, "\(refused)")
        }
        let trail = try await program.run("audit", "list", "--json")
        #expect(trail.lines.count { $0.contains("password_change") } == 2 && trail.lines.count { $0.contains(#""export""#) } == 2, "\(trail.output)")
        #expect(trail.output.contains(#""address":"local""#))
        #expect(try await program.run("audit", "verify").code == 0)
    }
}
