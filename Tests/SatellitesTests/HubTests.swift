import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Synchronization
import TestSupport
import Testing
import Wyoming

@testable import Satellites

/// The hub over real connections, with satellites that a test plays and a desk that it plays too.
@Suite(.timeLimit(.minutes(1))) struct HubTests {
    /// Whom satellites speak for.
    static let house = Principal(household: .init(), user: .init(), role: .guest, name: "house")

    @Test func holdsAConversationWithOneThatHearsItsOwnWakeWord() async throws {
        let satellite = try FakeSatellite(area: "Cuisine"), desk = ScriptedDesk(), ducks = Ducks()
        try await withHub(desk, [satellite], ducks: ducks) { _ in
            await satellite.expect { $0 == .satellite(.run) }
            try await satellite.send(.satellite(.runPipeline(start: "asr", end: "tts", restarts: false)))
            let call = try #require(await desk.call())
            #expect(call.settings.opening == .speech && call.settings.area == "kitchen" && call.settings.cancelsEcho && call.settings.speaks)
            #expect(call.principal == Self.house)
            try await satellite.speak(FakeSatellite.sound(9_000))
            #expect(await call.hear { if case .audio(let chunk) = $0 { chunk.bytes.count == 1024 && chunk.format == .speech } else { false } } == 0)
            try await call.tell(.speechStarted)
            try await call.tell(.speechEnded)
            try await call.tell(.transcript(Domain.Transcript(text: "allume la lampe", language: .french), isFinal: true, speaker: nil))
            let begun = await satellite.expect { $0.event.type == "transcript" }
            #expect(
                begun == [
                    .voiceStarted(timestamp: nil), .voiceStopped(timestamp: nil), .transcript(Wyoming.Transcript(text: "allume la lampe", language: "fr")),
                ])
            // It went back to its wake word: what still comes is not heard.
            try await satellite.speak(FakeSatellite.sound(9_000, seconds: 0.1))
            try await call.answer("C'est allumé.")
            let answer = await satellite.expect { $0 == .audioStop }
            #expect(answer.first == .synthesize(Synthesize(text: "C'est allumé.")))
            #expect(answer.dropFirst().first == .audioStart(AudioLayout(rate: 16_000)))
            let bytes = answer.reduce(0) { if case .audioChunk(_, let bytes) = $1 { $0 + bytes.count } else { $0 } }
            #expect(bytes == 9_600)
            try await satellite.send(.satellite(.played))
            var heard = 0
            await call.hear { input in
                if case .audio = input { heard += 1 }
                return if case .playbackEnded = input { true } else { false }
            }
            #expect(heard < 16)
            await ducks.expect([.init(area: "kitchen", isOn: true), .init(area: "kitchen", isOn: false)])
        }
    }

    @Test func listensForTheWakeWordOfOneThatOnlySends() async throws {
        let satellite = try FakeSatellite(), desk = ScriptedDesk()
        try await withHub(desk, [satellite]) { _ in
            await satellite.expect { $0 == .satellite(.run) }
            try await satellite.send(.satellite(.runPipeline(start: "wake", end: "tts", restarts: true)))
            let call = try #require(await desk.call())
            #expect(call.settings.opening == .wakeWords(["hey_jarvis"]))
            await satellite.expect { $0 == .detect(names: ["hey_jarvis"]) }
            try await satellite.speak(FakeSatellite.sound(9_000))
            try await call.tell(.wake(name: "hey_jarvis"))
            try await call.tell(.listening)
            let woken = await satellite.expect { $0.event.type == "detection" }
            #expect(woken == [.detection(Detection(name: "hey_jarvis"))])
            try await call.tell(.transcript(Domain.Transcript(text: "bonjour", language: .french), isFinal: true, speaker: nil))
            await satellite.expect { $0.event.type == "transcript" }
            // Barge-in: the audio stops at once, and none of it comes later.
            try await call.tell(.reply(.audio(index: 0, AudioChunk(format: .speech, bytes: [UInt8](repeating: 1, count: 320_000)))))
            await satellite.expect { $0.event.type == "audio-chunk" }
            try await call.tell(.interrupted)
            try await call.tell(.transcript(Domain.Transcript(text: "stop", language: .french), isFinal: true, speaker: nil))
            let rest = await satellite.expect { $0.event.type == "transcript" }
            let types = rest.map(\.event.type)
            #expect(types.lastIndex(of: "audio-chunk") ?? -1 < types.lastIndex(of: "audio-stop") ?? -1)
        }
    }

    @Test func onlyTheRoomThatHeardBestAnswers() async throws {
        let near = try FakeSatellite(name: "near"), far = try FakeSatellite(name: "far"), desk = ScriptedDesk()
        try await withHub(desk, [near, far]) { _ in
            var calls: [String: ScriptedDesk.Call] = [:]
            for (name, satellite) in [("far", far), ("near", near)] {
                await satellite.expect { $0 == .satellite(.run) }
                try await satellite.send(.satellite(.runPipeline(start: "wake", end: "tts", restarts: true)))
                calls[name] = await desk.call()
                try await satellite.speak(FakeSatellite.sound(30) + FakeSatellite.sound(name == "near" ? 12_000 : 200))
            }
            let (best, other) = (try #require(calls["near"]), try #require(calls["far"]))
            // Once all of it is here: both wake within the same moment.
            for call in [best, other] { for _ in 0..<30 { await call.hear { _ in true } } }
            try await other.tell(.wake(name: "hey_jarvis"))
            try await best.tell(.wake(name: "hey_jarvis"))
            await near.expect { $0.event.type == "detection" }
            await other.hear { if case .interrupted = $0 { true } else { false } }
            // The room that lost hears nothing for a while.
            try await far.speak(FakeSatellite.sound(9_000, seconds: 0.04))
            var silent = false
            await other.hear { input in
                if case .audio(let chunk) = input { silent = chunk.bytes.allSatisfy { $0 == 0 } }
                return true
            }
            #expect(silent)
        }
    }

    @Test func aSatelliteThatSendsJunkLosesItsOwnConnectionAlone() async throws {
        let bad = try FakeSatellite(name: "bad"), good = try FakeSatellite(name: "good"), desk = ScriptedDesk()
        try await withHub(desk, [bad, good]) { _ in
            await good.expect { $0 == .satellite(.run) }
            var random = SeededGenerator(seed: 11)
            for round in 0..<3 {
                await bad.expect { $0 == .satellite(.run) }
                let junk: [UInt8] = round == 0 ? (0..<4_000).map { _ in .random(in: 0...255, using: &random) } : Array("{\"type\":3}\n".utf8)
                try await bad.send(bytes: round == 2 ? Array("{\"type\":\"audio-chunk\",\"payload_length\":99999999}\n".utf8) : junk + [10])
            }
            try await good.send(.ping("still there?"))
            await good.expect { $0 == .pong("still there?") }
            try await good.send(.satellite(.runPipeline(start: "asr", end: "tts", restarts: false)))
            #expect(await desk.call() != nil)
        }
    }

    @Test func aConversationThatFailsIsToldAndTheSatelliteGoesOn() async throws {
        let satellite = try FakeSatellite(), desk = ScriptedDesk()
        try await withHub(desk, [satellite]) { _ in
            await satellite.expect { $0 == .satellite(.run) }
            for _ in 0..<2 {
                try await satellite.send(.satellite(.runPipeline(start: "asr", end: "tts", restarts: false)))
                let call = try #require(await desk.call())
                call.end(Problem(.unavailable, "the speech engine is down"))
                let told = await satellite.expect { $0.event.type == "transcript" }
                #expect(told == [.error(Failure(text: "the speech engine is down", code: "unavailable")), .transcript(Wyoming.Transcript(text: ""))])
            }
        }
    }

    @Test func comesBackToOneThatLeft() async throws {
        let satellite = try FakeSatellite(), desk = ScriptedDesk()
        try await withHub(desk, [satellite]) { _ in
            for _ in 0..<2 {
                await satellite.expect { $0 == .satellite(.run) }
                try await satellite.send(.satellite(.runPipeline(start: "asr", end: "tts", restarts: false)))
                let call = try #require(await desk.call())
                satellite.drop()
                // Its conversation ends with it.
                for await _ in call.inputs {}
            }
        }
    }

    @Test func saysAnnouncementsIntoTheirRooms() async throws {
        let kitchen = try FakeSatellite(name: "kitchen"), hall = try FakeSatellite(name: "hall"), ducks = Ducks()
        try await withHub(ScriptedDesk(), [kitchen, hall], ducks: ducks) { hub in
            for satellite in [kitchen, hall] { await satellite.expect { $0 == .satellite(.run) } }
            await hub.untilConnected(2)
            let broadcast = Broadcast(text: "À table", language: .french, at: Date(timeIntervalSince1970: 0))
            #expect(await hub.broadcast(broadcast, to: .init(), in: nil) == 0)
            #expect(await hub.broadcast(broadcast, to: Self.house.household, in: ["kitchen"]) == 1)
            #expect(Self.spoken(await kitchen.expect { $0 == .audioStop }) == "À table")
            await ducks.expect([.init(area: "kitchen", isOn: true), .init(area: "kitchen", isOn: false)])

            var timer = Appointment(
                kind: .timer, label: "", createdAt: Date(timeIntervalSince1970: 0), dueAt: Date(timeIntervalSince1970: 60), language: .french, area: "hall")
            let due = Announcement(appointment: timer, text: "C'est l'heure")
            #expect(await hub.announce(due, to: Self.house))
            let events = await hall.expect { $0 == .audioStop }
            #expect(events.contains(.other(Event(type: "timer-finished", data: ["id": .string("\(timer.id)")]))))
            #expect(Self.spoken(events) == "C'est l'heure")
            // What is somebody's own is not said into rooms, unless it was asked for there.
            timer.area = nil
            let somebody = Principal(household: Self.house.household, user: .init(), role: .member, name: "somebody")
            #expect(await hub.announce(Announcement(appointment: timer, text: "x"), to: somebody) == false)
        }
    }

    /// What `SpelledSynthesizer` said after the chime.
    private static func spoken(_ events: [Wyoming.Message]) -> String {
        var bytes: [UInt8] = []
        for event in events { if case .audioChunk(_, let more) = event { bytes += more } }
        bytes.removeFirst(min(bytes.count, Chime.announcement.bytes.count))
        var units: [UInt16] = []
        for index in stride(from: 0, to: bytes.count - 1, by: 2) { units.append(UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8) }
        return String(decoding: units, as: UTF16.self)
    }

    @Test func oneThatWasFoundIsUsedOnceItIsAssigned() async throws {
        let satellite = try FakeSatellite(), desk = ScriptedDesk()
        guard case .tcp(let host, let port) = satellite.endpoint else { return }
        let folder = try Paths.temporaryFolder(), files = SatelliteFiles(folder: folder.url.path)
        let clock = ManualClock(now: Date(timeIntervalSince1970: 1_000_000))
        let (stream, changes) = AsyncStream.makeStream(of: ServiceChange.self)
        let hub = SatelliteHub(
            Self.parts(desk, ducks: nil), book: files, browser: FakeBrowser(stream: stream), clock: clock, log: .silent)
        let shutdown = Shutdown()
        let running = Task { try await hub.run(until: shutdown) }
        let serving = Task { await satellite.run() }
        defer { serving.cancel() }
        let service = FoundService(name: "pi", host: "pi.local", address: host, port: port)
        changes.yield(.found(service))
        await clock.waitForSleepers()
        while try files.found() != [service] { await Task.yield() }
        #expect(await hub.connected().isEmpty)
        try files.write([SatelliteAssignment(name: "pi", area: "kitchen")])
        clock.advance(by: 2)
        await satellite.expect { $0 == .satellite(.run) }
        await hub.untilConnected(1)
        #expect(await hub.connected().first?.area == "kitchen")
        // Forgotten, it is left.
        try files.write([])
        clock.advance(by: 2)
        await satellite.expect { $0 == .other(Event(type: "test-gone")) }
        shutdown.request()
        try await running.value
    }

    // MARK: - The stage

    static func parts(_ desk: ScriptedDesk, ducks: Ducks?) -> SatelliteHub.Parts {
        let model = HomeModel(areas: [.init(id: "kitchen", name: "Cuisine"), .init(id: "hall", name: "Entrée")])
        return SatelliteHub.Parts(
            desk: desk, synthesizer: SpelledSynthesizer(), principal: { house }, area: { model.area(named: $0) },
            duck: { area, isOn in await ducks?.note(area, isOn) })
    }

    private func withHub(
        _ desk: ScriptedDesk, _ satellites: [FakeSatellite], ducks: Ducks? = nil, _ body: @escaping @Sendable (SatelliteHub) async throws -> Void
    ) async throws {
        let folder = try Paths.temporaryFolder()
        let places = satellites.map { SatellitePlace(name: $0.name, endpoint: $0.endpoint) }
        let hub = SatelliteHub(Self.parts(desk, ducks: ducks), configured: places, book: SatelliteFiles(folder: folder.url.path), log: .silent)
        let shutdown = Shutdown()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for satellite in satellites { group.addTask { await satellite.run() } }
            group.addTask { try await hub.run(until: shutdown) }
            defer {
                shutdown.request()
                group.cancelAll()
            }
            try await body(hub)
        }
    }
}

/// What was asked to be lowered and raised.
actor Ducks {
    struct Note: Hashable {
        var area: String
        var isOn: Bool
    }
    private let stream: AsyncStream<Note>
    private let continuation: AsyncStream<Note>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream(of: Note.self) }

    func note(_ area: String, _ isOn: Bool) { continuation.yield(Note(area: area, isOn: isOn)) }

    nonisolated func expect(_ notes: [Note]) async {
        var left = notes[...]
        for await note in stream {
            #expect(note == left.first)
            left.removeFirst()
            if left.isEmpty { return }
        }
    }
}

struct FakeBrowser: Browser {
    let stream: AsyncStream<ServiceChange>
    func changes() -> AsyncStream<ServiceChange> { stream }
}

extension SatelliteHub {
    func untilConnected(_ count: Int) async { while await connected().count < count { await Task.yield() } }
}
