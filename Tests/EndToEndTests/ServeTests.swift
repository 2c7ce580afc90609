import Foundation
import TestSupport
import Testing

/// `jarvis serve` where it must not start.
@Suite struct RefusedStarts {
    @Test func aDatabaseWithoutItsKeyIsLeftAlone() async throws {
        let program = try Program(["BACKEND_PORT": "0", "INTERFACE_PORT": "0"])
        let home = URL(filePath: program.folder.file("home"))
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try Data("what is kept here needs its key".utf8).write(to: home.appending(path: "jarvis.db"))
        let outcome = try await program.run("serve")
        #expect(outcome.code == 1)
        #expect(outcome.complaints.contains("JARVIS_ENCRYPTION_KEY"))
        #expect(
            !FileManager.default.fileExists(atPath: home.appending(path: "secrets/JARVIS_ENCRYPTION_KEY").path),
            "a new key would only hide that the old one is gone")
        #expect(try Data(contentsOf: home.appending(path: "jarvis.db")) == Data("what is kept here needs its key".utf8))
    }

    @Test func aMisspeltVariableStopsTheStartWithTheNearestName() async throws {
        let outcome = try await Program(language: "en", ["JARVIS_LOG_LEVL": "debug"]).run("serve")
        #expect(outcome.code == 1 && outcome.complaints.contains("JARVIS_LOG_LEVEL"))
    }

}
