import Domain
import Foundation
import Lifecycle
import Observability
import Synchronization
import TestSupport
import Testing
import Wyoming

@testable import Satellites

/// This machine as a satellite, with files for a microphone and a loudspeaker.
@Suite(.timeLimit(.minutes(1))) struct DeviceTests {
    private static let environment = ["PATH": "/usr/bin:/bin"]

    @Test func sendsWhatStandsOutAndPlaysWhatItIsSent() async throws {
        let room = try Room(quiet: 1, loud: 1)
        try await withDevice(room, wake: nil) { device in
            let server = try await Connection.open(device.endpoint)
            try await server.send(.describe)
            let info = try await server.next { $0.event.type == "info" }
            guard case .info(let info) = info else { return }
            #expect(info.satellite?.name == "kitchen" && info.satellite?.author == "Jarvis" && info.area == "cuisine")
            try await server.send(.satellite(.run))
            #expect(try await server.next { _ in true } == .satellite(.runPipeline(start: "wake", end: "tts", restarts: true)))
            let chunk = try await server.next { $0.event.type == "audio-chunk" }
            guard case .audioChunk(let layout, let bytes) = chunk else { return }
            #expect(layout == AudioLayout(rate: 16_000) && bytes.count == 1024)

            try await server.send(.audioStart(AudioLayout(rate: 22_050)))
            for byte in 0..<4 { try await server.send(.audioChunk(AudioLayout(rate: 22_050), [UInt8](repeating: UInt8(byte), count: 2_000))) }
            try await server.send(.audioStop)
            _ = try await server.next { $0 == .satellite(.played) }
            #expect(try room.played == [(0..<4).flatMap { [UInt8](repeating: UInt8($0), count: 2_000) }])
            #expect(room.rates == ["22050 1"])

            // What is interrupted is not played to its end.
            try await server.send(.audioStart(AudioLayout(rate: 16_000)))
            try await server.send(.audioChunk(AudioLayout(rate: 16_000), [1, 1]))
            try await server.send(.other(Event(type: "interrupted")))
            try await server.send(.audioStart(AudioLayout(rate: 8_000)))
            try await server.send(.audioChunk(AudioLayout(rate: 8_000), [2, 2]))
            try await server.send(.audioStop)
            _ = try await server.next { $0 == .satellite(.played) }
            #expect(try room.played.last == [2, 2])
            server.close()
        }
    }

    @Test func anotherServerIsTurnedAwayWhileTheFirstIsThere() async throws {
        let room = try Room(quiet: 1, loud: 0)
        try await withDevice(room, wake: nil) { device in
            let first = try await Connection.open(device.endpoint), second = try await Connection.open(device.endpoint)
            try await first.send(.satellite(.run))
            _ = try await first.next { $0 == .satellite(.streamingStarted) }
            try await second.send(.satellite(.run))
            #expect(try await second.next { _ in true } == .error(Failure(text: "another server uses this satellite", code: "busy")))
            first.close()
            // Once the first has left, there is room.
            var isIn = false
            while !isIn {
                let third = try await Connection.open(device.endpoint)
                try await third.send(.satellite(.run))
                isIn = try await third.next { _ in true } == .satellite(.runPipeline(start: "wake", end: "tts", restarts: true))
            }
        }
    }

    @Test func waitsForItsOwnWakeWordAndSendsTheUtterance() async throws {
        let room = try Room(quiet: 1, loud: 1), wake = try Server(listeningOn: .tcp(host: "127.0.0.1", port: 0))
        let serving = Task {
            await wake.run { (connection) async throws(WyomingError) in
                guard try await connection.receive() == .detect(names: ["hey_jarvis"]), case .audioStart = try await connection.receive() else { return }
                _ = try await connection.receive()
                try await connection.send(.detection(Detection(name: "hey_jarvis", score: 0.9)))
                while try await connection.receive() != nil {}
            }
        }
        defer { serving.cancel() }
        try await withDevice(room, wake: wake.endpoint) { device in
            let server = try await Connection.open(device.endpoint)
            try await server.send(.satellite(.run))
            #expect(try await server.next { _ in true } == .detection(Detection(name: "hey_jarvis", score: 0.9)))
            #expect(try await server.next { _ in true } == .satellite(.runPipeline(start: "asr", end: "tts", restarts: false)))
            _ = try await server.next { $0.event.type == "audio-chunk" }
            try await server.send(.transcript(Wyoming.Transcript(text: "")))
            _ = try await server.next { $0 == .satellite(.streamingStopped) }
        }
    }

    @Test func aMicrophoneThatIsMissingIsToldOnceAndTriedAgain() async throws {
        let folder = try Paths.temporaryFolder(), (troubles, trouble) = AsyncStream.makeStream(of: SatelliteDevice.Trouble.self)
        let flag = folder.file("plugged-in")
        let options = SatelliteDevice.Options(
            name: "kitchen", recordCommand: "test -e \(flag) || { echo 'arecord: no soundcards found' >&2; exit 1; }; exec cat /dev/zero",
            playCommand: "cat", environment: Self.environment, version: "1")
        let clock = ManualClock(now: Date(timeIntervalSince1970: 1_000_000))
        let device = try SatelliteDevice(options, listen: .tcp(host: "127.0.0.1", port: 0), clock: clock, log: .silent) { trouble.yield($0) }
        let shutdown = Shutdown()
        let running = Task { try await device.run(until: shutdown) }
        var told = troubles.makeAsyncIterator()
        guard case .microphone(let reason)? = await told.next() else {
            Issue.record("not told")
            return
        }
        #expect(reason == "arecord: no soundcards found")
        await clock.waitForSleepers()
        try Data().write(to: URL(filePath: flag))
        clock.advance(by: 60)
        guard case .microphoneIsBack? = await told.next() else {
            Issue.record("not told that it is back")
            return
        }
        shutdown.request()
        try await running.value
    }

    @Test func theGateLetsSpeechThroughWithWhatCameBeforeIt() {
        var gate = VoiceGate(), passed = 0
        let hum = FakeSatellite.sound(60, seconds: 10), voice = FakeSatellite.sound(6_000, seconds: 1)
        for piece in hum { passed += gate.take(piece).count }
        #expect(passed == 0)
        for piece in voice { passed += gate.take(piece).count }
        #expect(passed == voice.count + VoiceGate.before)
        for piece in hum { passed += gate.take(piece).count }
        #expect(passed == voice.count + VoiceGate.before + VoiceGate.after - 1 && !gate.isOpen)
    }

    // MARK: - The stage

    private func withDevice(_ room: Room, wake: Endpoint?, _ body: (SatelliteDevice) async throws -> Void) async throws {
        let options = SatelliteDevice.Options(
            name: "kitchen", area: "cuisine", recordCommand: room.record, playCommand: room.play, environment: Self.environment,
            wake: wake.map { ($0, ["hey_jarvis"]) }, version: "1")
        let device = try SatelliteDevice(options, listen: .tcp(host: "127.0.0.1", port: 0), log: .silent) { Issue.record("\($0)") }
        let shutdown = Shutdown()
        let running = Task { try await device.run(until: shutdown) }
        do {
            try await body(device)
            shutdown.request()
            try await running.value
        } catch {
            shutdown.request()
            throw error
        }
    }
}

/// Files that a device takes for its microphone and loudspeaker.
private struct Room {
    let folder: TemporaryFolder
    let record: String
    let play: String

    /// - Parameters: seconds of noise and of voice, again and again.
    init(quiet: Double, loud: Double) throws {
        folder = try Paths.temporaryFolder()
        let sound = FakeSatellite.sound(40, seconds: quiet) + FakeSatellite.sound(8_000, seconds: loud)
        try Data(sound.flatMap { $0 }).write(to: URL(filePath: folder.file("microphone.raw")))
        record = "while true; do cat '\(folder.file("microphone.raw"))'; read -t 0.05 x < /dev/zero || true; done"
        // A file for each time it is called: what is killed leaves none.
        let path = folder.url.path
        play = "f=$(mktemp '\(path)/tmp.XXXXXX') || exit 1; cat > $f; echo '{rate} {channels}' > $f.rate; mv $f.rate $f.said; mv $f $f.played"
    }

    private func files(_ suffix: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: [.contentModificationDateKey])
            .filter { $0.lastPathComponent.hasSuffix(suffix) }
            .sorted {
                try $0.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
                    < $1.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
            }
    }

    var played: [[UInt8]] { get throws { try files(".played").map { Array(try Data(contentsOf: $0)) } } }
    var rates: [String] {
        ((try? files(".said")) ?? []).compactMap { try? String(contentsOf: $0, encoding: .utf8).trimmingCharacters(in: .newlines) }
    }
}

extension Connection {
    fileprivate func next(_ wanted: (Wyoming.Message) -> Bool) async throws -> Wyoming.Message? {
        while let message = try await receive(within: .seconds(30)) { if wanted(message) { return message } }
        return nil
    }
}
