import Base
import Domain
import Foundation
import Observability
import Synchronization
import Testing

@testable import TurnTaking

/// A conversation over fakes: audio goes in, and what comes out is kept as words.
private final class Talk: Sendable {
    struct Heard {
        var told: [String] = []
        var requests: [TurnRequest] = []
        var audio = 0.0
    }
    let heard = Mutex(Heard())
    let ear = EnergyEar()
    let wakes = Mutex<[(wasSaid: Bool, seconds: Double)]>([])
    private let hours = Mutex(0)
    let transcriber: ScriptedTranscriber
    let input: AsyncStream<VoiceInput>
    let say: AsyncStream<VoiceInput>.Continuation
    private let task = Mutex<Task<Void, any Error>?>(nil)
    private let changes: AsyncStream<Void>
    private let change: AsyncStream<Void>.Continuation

    /// Whether what is played counts as coming no faster than it is spoken.
    private let isLive: Bool

    init(_ lines: [String], failures: Int = 0, isLive: Bool = false) {
        self.isLive = isLive
        transcriber = ScriptedTranscriber(lines, failures: failures)
        (input, say) = AsyncStream.makeStream()
        (changes, change) = AsyncStream.makeStream()
    }

    func begin(
        _ settings: VoiceSettings = VoiceSettings(languages: [.french]), speakers: SpeakerRecognition? = nil, as principal: Principal = Talk.owner,
        turn: @escaping @Sendable (TurnRequest, @escaping ReplySink) async throws -> TurnResult = Talk.answer
    ) {
        let parts = TurnTaker.Parts(
            ear: ear, transcriber: transcriber, speakers: speakers, shape: { text, _ in text.hasPrefix("allume la ") ? .complete : .unknown },
            wake: { text, _, _ in text.hasPrefix("jarvis ") ? .said(rest: String(text.dropFirst(7))) : .refused },
            wakeJudged: { wasSaid, audio in self.wakes.withLock { $0.append((wasSaid, audio.duration)) } },
            turn: { request, sink in
                self.heard.withLock { $0.requests.append(request) }
                return try await turn(request, sink)
            }, now: { self.now() })
        let taker = TurnTaker(parts: parts, log: .silent)
        task.withLock { task in
            task = Task {
                defer { self.change.finish() }
                try await taker.converse(settings, as: principal, input: self.input) { event in
                    self.heard.withLock { $0.note(event) }
                    self.change.yield()
                }
            }
        }
    }

    private func now() -> Duration {
        guard isLive else { return TurnTaker.sinceStart() }
        return hours.withLock { hours in
            hours += 1
            return .seconds(3600 * hours)
        }
    }

    static let owner = Principal(household: .init(), user: .init(), role: .owner, name: "A")

    /// Says the text once more, with a second of audio.
    static let answer: @Sendable (TurnRequest, @escaping ReplySink) async throws -> TurnResult = { request, sink in
        let trace = TurnTrace(
            id: .init(), conversation: request.conversation ?? request.newConversation ?? .init(), startedAt: Date(timeIntervalSince1970: 0),
            path: "skill:test",
            stages: [])
        try await sink(.text(delta: request.text))
        if request.speak {
            try await sink(.sentence(index: 0, text: request.text))
            try await sink(.audio(index: 0, AudioChunk(format: .speech, bytes: Sound.voice(1))))
        }
        let result = TurnResult(conversation: trace.conversation, trace: trace, response: request.text, language: .french)
        try await sink(.done(result))
        return result
    }

    /// As a microphone gives it, in frames of 20 ms.
    func play(_ sound: [UInt8]) {
        for start in stride(from: 0, to: sound.count, by: 640) {
            say.yield(.audio(AudioChunk(format: .speech, bytes: Array(sound[start..<min(start + 640, sound.count)]))))
        }
    }

    /// Waits until something was told.
    func told(_ word: String, times: Int = 1) async {
        if count(word) >= times { return }
        for await _ in changes where count(word) >= times { return }
    }

    private func count(_ word: String) -> Int { heard.withLock { $0.told.filter { $0 == word }.count } }

    func end() async throws {
        say.finish()
        try await task.withLock { $0 }?.value
    }

    func cancel() async {
        let task = task.withLock { $0 }
        task?.cancel()
        _ = await task?.result
    }

    var words: [String] { heard.withLock { $0.told } }
    var requests: [TurnRequest] { heard.withLock { $0.requests } }
}

extension Talk.Heard {
    mutating func note(_ event: VoiceEvent) {
        switch event {
        case .listening: told.append("listening")
        case .asleep: told.append("asleep")
        case .wake: told.append("wake")
        case .speechStarted: told.append("started")
        case .speechEnded: told.append("ended")
        case .transcript(let transcript, _, _): told.append(transcript.text)
        case .interrupted: told.append("interrupted")
        case .reply(.audio(_, let chunk)):
            audio += chunk.duration
            told.append("audio")
        case .reply(.done): told.append("done")
        case .reply: break
        case .failed(let problem): told.append("failed:" + problem.code.name)
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct TurnTakerTests {
    @Test func theEarLearnsWhichWakesWereMeant() async throws {
        let talk = Talk(["le service est fermé", "jarvis allume la cuisine"])
        talk.begin(VoiceSettings(opening: .wakeWords(["hey_jarvis"]), languages: [.french]))
        talk.play(Sound.silence(0.6) + Sound.voice(1) + Sound.silence(2))
        await talk.told("asleep", times: 2)
        talk.play(Sound.voice(1) + Sound.silence(2))
        await talk.told("done")
        talk.play(Sound.silence(0.1))
        try await talk.end()
        let wakes = talk.wakes.withLock { $0 }
        #expect(wakes.map(\.wasSaid) == [false, true] && wakes.allSatisfy { (1...2).contains($0.seconds) }, "\(wakes)")
        #expect(talk.ear.state.withLock { $0.judged.first } == false)
        #expect(talk.heard.withLock { $0.requests.map(\.text) } == ["allume la cuisine"])
    }

    @Test func aRecordingThatIsSentAtOnceIsAnsweredLikeAVoice() async throws {
        let talk = Talk(["allume la cuisine", "allume la chambre"])
        talk.begin()
        talk.play(Sound.silence(1) + Sound.voice(1) + Sound.silence(3) + Sound.voice(0.8) + Sound.silence(1))
        try await talk.end()
        #expect(talk.requests.map(\.text) == ["allume la cuisine", "allume la chambre"])
        let told = talk.words.filter { $0 != "listening" }
        #expect(
            told == [
                "started", "ended", "allume la cuisine", "audio", "done", "started", "ended", "allume la chambre", "audio", "done",
            ])
        #expect(talk.requests[1].conversation == talk.requests[0].newConversation, "it is one conversation")
        let voiced = talk.transcriber.state.withLock { $0.voiced }
        #expect(voiced.count == 2 && abs(voiced[0] - 1) < 0.03 && abs(voiced[1] - 0.8) < 0.03, "all of what was said was written down: \(voiced)")
    }

    @Test func aRecordingThatEndsInTheMiddleIsTakenAsItIs() async throws {
        let talk = Talk(["rappelle-moi de"])
        talk.begin()
        talk.play(Sound.silence(0.5) + Sound.voice(1))
        talk.say.yield(.stopped)
        try await talk.end()
        #expect(talk.requests.map(\.text) == ["rappelle-moi de"])
    }

    @Test(arguments: [0.001, 0.0]) func nothingButSilenceIsOneClearEvent(_ seconds: Double) async throws {
        let talk = Talk([])
        talk.begin()
        talk.play(Sound.silence(seconds))
        talk.say.yield(.stopped)
        try await talk.end()
        #expect(talk.words == ["listening", "failed:not_understood"])
    }

    @Test func aWorkerThatIsKilledCostsNoUtterance() async throws {
        let talk = Talk(["allume la cuisine", "allume la chambre"], failures: 1)
        talk.ear.state.withLock { $0.breaksAfter = 40 }
        talk.begin()
        for _ in 0..<2 { talk.play(Sound.silence(0.4) + Sound.voice(0.7) + Sound.silence(1)) }
        try await talk.end()
        #expect(talk.requests.map(\.text) == ["allume la cuisine", "allume la chambre"])
        #expect(talk.ear.state.withLock { $0.opened } >= 3)
        #expect(talk.transcriber.state.withLock { $0.open } == 0, "no transcription is left open")
    }

    @Test func withoutAnEarTheReasonIsToldOnceAndTheConversationGoesOn() async throws {
        let talk = Talk(["allume la cuisine"])
        talk.ear.state.withLock { $0.openings = 0 }
        talk.begin()
        talk.play(Sound.voice(3))
        await talk.told("failed:unavailable")
        talk.say.yield(.text("heure ?"))
        await talk.told("done")
        talk.ear.state.withLock { $0.openings = 100 }
        talk.play(Sound.silence(2))
        talk.play(Sound.voice(1) + Sound.silence(1))
        try await talk.end()
        #expect(talk.words.filter { $0.hasPrefix("failed") } == ["failed:unavailable"])
        #expect(talk.requests.map(\.text).first == "heure ?")
    }

    @Test func aTranscriberThatIsDownFailsTheUtteranceAndNotTheConversation() async throws {
        let talk = Talk(["allume la cuisine"], failures: 2)
        talk.begin()
        talk.play(Sound.silence(0.5) + Sound.voice(1) + Sound.silence(1) + Sound.voice(1) + Sound.silence(1))
        try await talk.end()
        #expect(talk.words.filter { $0.hasPrefix("failed") } == ["failed:unavailable"] && talk.requests.map(\.text) == ["allume la cuisine"])
    }

    @Test func wrongAudioIsRefusedAndTheRestIsHeard() async throws {
        let talk = Talk(["allume la cuisine"])
        talk.begin()
        talk.say.yield(.audio(AudioChunk(format: AudioFormat(rate: 44_100), bytes: [0, 0])))
        talk.say.yield(.audio(AudioChunk(format: .speech, bytes: [0, 0, 0])))
        talk.play(Sound.silence(0.5) + Sound.voice(1) + Sound.silence(1))
        try await talk.end()
        #expect(talk.words.filter { $0.hasPrefix("failed") } == ["failed:invalid", "failed:invalid"] && talk.requests.count == 1)
    }

    @Test func bargeInStopsWhatIsStillBeingThought() async throws {
        let talk = Talk(["raconte une histoire", "allume la cuisine"], isLive: true)
        let (never, hold) = AsyncStream.makeStream(of: Void.self)
        talk.begin { request, sink in
            guard request.text.hasPrefix("raconte") else { return try await Talk.answer(request, sink) }
            try await sink(.thinking)
            try await sink(.audio(index: 0, AudioChunk(format: .speech, bytes: Sound.voice(30))))
            for await _ in never {}
            try Task.checkCancellation()
            throw Problem(.unavailable, "it was not given up")
        }
        talk.play(Sound.silence(0.4) + Sound.voice(0.5))
        talk.play(Sound.silence(0.9))
        await talk.told("audio")
        talk.play(Sound.voice(0.5) + Sound.silence(0.6))
        await talk.told("done")
        hold.finish()
        try await talk.end()
        #expect(talk.words.contains("interrupted") && talk.requests.count == 2)
        #expect(!talk.words.contains { $0.hasPrefix("failed") })
        #expect(talk.requests[1].conversation == talk.requests[0].newConversation, "also the conversation of an answer that was interrupted goes on")
    }

    @Test func aStrangerActsAsAGuestAndAKnownVoiceAsThemself() async throws {
        let member = User(household: Talk.owner.household, name: "B", role: .member, language: .french, createdAt: .distantPast)
        let speakers = SpeakerRecognition(
            identify: { audio, _ in loudness(audio) > 16_000 ? .known(member.id, name: "B", score: 0.9) : .stranger }, user: { _ in member })
        let talk = Talk(["allume la cuisine", "allume la chambre"])
        talk.begin(speakers: speakers)
        talk.play(Sound.silence(0.5) + Sound.voice(1, level: 30_000) + Sound.silence(2) + Sound.voice(1, level: 1000) + Sound.silence(1))
        try await talk.end()
        #expect(talk.requests.map(\.principal.role) == [.member, .guest])
        #expect(talk.requests.map(\.principal.user) == [member.id, Talk.owner.user])
        #expect(talk.requests.map(\.principal.assurance) == [.voice, .voice])
        #expect(talk.requests[1].conversation == nil, "a stranger does not go on with somebody's conversation")
    }

    @Test func theEchoCancellerIsGivenWhatIsPlayed() async throws {
        let talk = Talk(["allume la cuisine"])
        talk.begin(VoiceSettings(languages: [.french], cancelsEcho: false))
        talk.play(Sound.silence(0.5) + Sound.voice(1) + Sound.silence(1))
        try await talk.end()
        #expect(talk.ear.state.withLock { $0.played } == 0)
    }

    @Test func aClientThatGoesAwayEndsTheConversation() async throws {
        let talk = Talk(["allume la cuisine"])
        talk.begin()
        talk.play(Sound.silence(0.5) + Sound.voice(1))
        await talk.told("started")
        await talk.cancel()
        #expect(talk.requests.isEmpty)
    }

    @Test func sixteenConversationsAtOnce() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let talk = Talk((0..<5).map { "allume la \(number) \($0)" })
                    talk.begin()
                    for _ in 0..<5 { talk.play(Sound.silence(0.3) + Sound.voice(0.5) + Sound.silence(1.5)) }
                    try await talk.end()
                    #expect(talk.requests.map(\.text) == (0..<5).map { "allume la \(number) \($0)" })
                }
            }
            try await group.waitForAll()
        }
    }
}

private func loudness(_ audio: AudioChunk) -> UInt16 {
    stride(from: 0, to: audio.bytes.count - 1, by: 2)
        .map { Int16(truncatingIfNeeded: Int(audio.bytes[$0]) | Int(audio.bytes[$0 + 1]) << 8).magnitude }.max() ?? 0
}
