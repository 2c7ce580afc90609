import Base
import Domain
import Foundation
import Lifecycle
import Observability
import TestSupport
import Testing
import Wyoming

@testable import Satellites

/// The hub with the satellite that most people run: Python's wyoming-satellite, with files for a microphone and a loudspeaker.
@Suite(.timeLimit(.minutes(1))) struct PythonPeerTests {
    private static let python = Paths.root.appending(path: ".jarvis/venv/bin/python").path
    private static let isThere: Bool = {
        let libraries = Paths.root.appending(path: ".jarvis/venv/lib")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
        return versions.contains { FileManager.default.fileExists(atPath: libraries.appending(path: "\($0)/site-packages/wyoming_satellite").path) }
    }()
    private static let isWanted = isThere || ProcessInfo.processInfo.environment["CI"] == "true"
    private static let why: Comment = "the Python package wyoming-satellite is not in .jarvis/venv: run scripts/setup"

    /// Its main program, on a protocol package that is newer than it: what a satellite is has a version there.
    private static let program = """
        import runpy, wyoming.info as info
        make = info.Satellite
        info.Satellite = lambda **fields: make(version="1.0.0", **fields)
        runpy.run_module("wyoming_satellite", run_name="__main__", alter_sys=True)
        """

    @Test(.enabled(if: isWanted, why)) func isHeardAndAnswered() async throws {
        let folder = try Paths.temporaryFolder(), desk = ScriptedDesk()
        let (microphone, speaker) = (folder.file("microphone.raw"), folder.file("speaker.raw"))
        try Data(FakeSatellite.sound(8_000, seconds: 2).flatMap { $0 }).write(to: URL(filePath: microphone))
        let place = try SatellitePlace(name: "peer", endpoint: Server(listeningOn: .tcp(host: "127.0.0.1", port: 0)).endpoint)
        let satellite = try await ChildProcess.launch(
            .init(
                executable: Self.python,
                arguments: [
                    "-c", Self.program, "--name", "peer", "--area", "Cuisine", "--uri", "\(place.endpoint)", "--no-zeroconf",
                    "--mic-command", "sh -c 'while true; do cat \(microphone); sleep 0.2; done'", "--snd-command", "sh -c 'exec cat >> \(speaker)'",
                    "--snd-command-rate", "16000",
                ]), log: .silent)
        defer { satellite.kill() }
        let hub = SatelliteHub(HubTests.parts(desk, ducks: nil), configured: [place], book: SatelliteFiles(folder: folder.url.path), log: .silent)
        let shutdown = Shutdown()
        let running = Task { try await hub.run(until: shutdown) }
        let call = try #require(await desk.call())
        #expect(call.settings.opening == .wakeWords(["hey_jarvis"]) && call.settings.area == "kitchen")
        await call.hear { if case .audio(let chunk) = $0 { chunk.bytes.contains { $0 != 0 } } else { false } }
        try await call.tell(.wake(name: "hey_jarvis"))
        try await call.tell(.speechStarted)
        try await call.tell(.transcript(Domain.Transcript(text: "bonjour", language: .french), isFinal: true, speaker: nil))
        try await call.answer("Bonjour.")
        await call.hear { if case .playbackEnded = $0 { true } else { false } }
        let sent = Data(repeating: 7, count: 9_600)
        while (try? Data(contentsOf: URL(filePath: speaker))) != sent { await Task.yield() }
        shutdown.request()
        try await running.value
    }
}
