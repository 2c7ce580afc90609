import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Wyoming

/// The connection to one satellite, made again whenever it is lost, and what goes on over it.
actor SatelliteLink {
    /// What several links share.
    struct Surroundings: Sendable {
        var parts: SatelliteHub.Parts
        var court: WakeCourt
        /// How many other satellites could hear what the named one hears.
        var rivals: @Sendable (String) async -> Int
        var clock: any WallClock
        var log: Logger
    }

    private struct Talk: Sendable {
        let number: Int
        let opening: VoiceSettings.Opening
        let input: AsyncStream<VoiceInput>
        let over: Shutdown
    }

    private struct Notice: Sendable {
        var text: String
        var language: Language
        var timer: String?
    }

    /// One connection's queues; `nil` between connections.
    private struct Session {
        var dialogue: Dialogue
        let outbox: AsyncStream<Message>.Continuation
        let playback: Playback
        let talks: AsyncStream<Talk>.Continuation
        let claims: AsyncStream<WakeArbiter.Claim>.Continuation
        let ducks: AsyncStream<Bool>.Continuation
        let notices: AsyncStream<Notice>.Continuation
        let connection: Connection
        let isOurs: Bool
        var heardAt: Date
        var pingedAt: Date
        var answersPings = false
        var talk: (number: Int, input: AsyncStream<VoiceInput>.Continuation, over: Shutdown)?
    }

    /// Seconds between pings, and how long one that answers them may be silent.
    private static let pingInterval = 5.0, silence = 15.0
    /// Seconds between looks at the time.
    private static let beat = 0.2
    /// Pieces of a microphone that may wait for the desk: about twenty seconds.
    private static let inputLimit = 640

    let place: SatellitePlace
    private let surroundings: Surroundings
    private let over = Shutdown()
    private var session: Session?
    private var talkCount = 0
    private(set) var area: String?

    init(_ place: SatellitePlace, _ surroundings: Surroundings) {
        self.place = place
        self.surroundings = surroundings
    }

    private var clock: any WallClock { surroundings.clock }
    var isConnected: Bool { session != nil }
    var isRival: Bool { session?.dialogue.isRival ?? false }

    nonisolated func stop() { over.request() }

    /// Keeps the connection until `stop`.
    func run() async {
        var backoff = RestartBackoff(policy: RestartPolicy(first: .milliseconds(500), maximum: .seconds(30), stableAfter: .seconds(20)))
        var told: String?
        while !over.isRequested && !Task.isCancelled {
            let begin = clock.now
            let failure = await untilStopped { try await self.hold() }
            if over.isRequested || Task.isCancelled { return }
            let reason = failure.map { "\($0)" } ?? "it left"
            // A satellite that is switched off for a week is worth one line.
            if told != reason { surroundings.log.notice("satellite \(place.name) is away: \(reason)", ["endpoint": "\(place.endpoint)"]) }
            let uptime = clock.now.timeIntervalSince(begin)
            told = uptime < 20 ? reason : nil
            let delay = backoff.ended(after: .seconds(uptime), random: .random(in: 0..<1))
            let clock = clock, next = clock.now + delay.timeInterval
            _ = await untilStopped { try await clock.sleep(until: next) }
        }
    }

    /// Runs `work`, and cancels it when the link is stopped.
    private nonisolated func untilStopped(_ work: @escaping @Sendable () async throws -> Void) async -> (any Error)? {
        await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do { try await work() } catch { return error }
                return nil
            }
            group.addTask {
                await self.over.wait()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    // MARK: - One connection

    private func hold() async throws {
        let connection = try await Connection.open(place.endpoint, limits: Limits(line: 64 << 10, data: 256 << 10, payload: 512 << 10))
        defer { connection.close() }
        try await connection.send(.describe)
        guard let info = try await described(connection), let about = info.satellite else {
            throw WyomingError(.malformed, "it is a Wyoming server, but no satellite: remove it from JARVIS_SATELLITES, or forget it")
        }
        area = surroundings.parts.area([place.area, info.area, place.name, about.name].compactMap { $0 })
        try await connection.send(.satellite(.run))
        let isOurs = about.author == SatelliteHub.author
        let outbox = AsyncStream.makeStream(of: Message.self, bufferingPolicy: .bufferingOldest(512))
        let talks = AsyncStream.makeStream(of: Talk.self, bufferingPolicy: .bufferingNewest(4))
        let claims = AsyncStream.makeStream(of: WakeArbiter.Claim.self, bufferingPolicy: .bufferingNewest(4))
        let ducks = AsyncStream.makeStream(of: Bool.self)
        let notices = AsyncStream.makeStream(of: Notice.self, bufferingPolicy: .bufferingOldest(8))
        let send: @Sendable (Message) -> Void = { message in
            // A satellite that takes nothing any more is of no use.
            if case .dropped = outbox.continuation.yield(message) { connection.close() }
        }
        let playback = Playback(clock: clock, send: send)
        session = Session(
            dialogue: Dialogue(name: place.name, wakeWords: surroundings.parts.wakeWords, holdsOpen: isOurs), outbox: outbox.continuation,
            playback: playback, talks: talks.continuation, claims: claims.continuation, ducks: ducks.continuation, notices: notices.continuation,
            connection: connection, isOurs: isOurs, heardAt: clock.now, pingedAt: clock.now)
        defer {
            session?.talk?.input.finish()
            session = nil
        }
        surroundings.log.info("satellite \(place.name) is here", ["endpoint": "\(place.endpoint)", "area": area ?? "-"])
        let clock = clock, area = area, parts = surroundings.parts
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await message in outbox.stream { try await connection.send(message, within: .seconds(10)) } }
            group.addTask { while let message = try await connection.receive(within: .seconds(86_400)) { await self.received(message) } }
            group.addTask { await playback.run() }
            group.addTask {
                while true {
                    try await clock.sleep(until: clock.now + Self.beat)
                    try await self.tick()
                }
            }
            group.addTask { for await talk in talks.stream { await self.converse(talk) } }
            group.addTask { for await claim in claims.stream { await self.judge(claim) } }
            group.addTask {
                var isDucked = false
                for await isOn in ducks.stream where isOn != isDucked {
                    isDucked = isOn
                    if let area { await parts.duck(area, isOn) }
                }
                if isDucked, let area { await parts.duck(area, false) }
            }
            group.addTask { for await notice in notices.stream { await self.tell(notice) } }
            defer { group.cancelAll() }
            // Whatever ends first ends the connection.
            try await group.next()
        }
    }

    /// What the server at the other end is; `nil` when it left without saying.
    private func described(_ connection: Connection) async throws -> Info? {
        for _ in 0..<100 {
            guard let message = try await connection.receive(within: .seconds(10)) else { return nil }
            if case .info(let info) = message { return info }
        }
        throw WyomingError(.malformed, "it does not say what it is")
    }

    private func received(_ message: Message) {
        session?.heardAt = clock.now
        if case .pong = message { session?.answersPings = true }
        perform(session?.dialogue.received(message, now: clock.now) ?? [])
    }

    private func tick() throws {
        let now = clock.now
        guard let current = session else { return }
        if current.answersPings, now.timeIntervalSince(current.heardAt) > Self.silence { throw WyomingError(.timedOut, "it does not answer any more") }
        if now.timeIntervalSince(current.pingedAt) >= Self.pingInterval {
            session?.pingedAt = now
            current.outbox.yield(.ping(nil))
        }
        perform(session?.dialogue.tick(now: now) ?? [])
    }

    private func judge(_ claim: WakeArbiter.Claim) async {
        let rivals = await surroundings.rivals(place.name)
        let isWon = await surroundings.court.claim(claim, rivals: rivals)
        perform(session?.dialogue.judged(isWon: isWon, now: clock.now) ?? [])
    }

    private func perform(_ actions: [Dialogue.Action]) {
        for action in actions {
            guard let current = session else { return }
            switch action {
            case .send(let message):
                if case .dropped = current.outbox.yield(message) { current.connection.close() }
            case .open(let opening): open(opening)
            case .hear(let input):
                guard let talk = current.talk else { continue }
                if case .dropped = talk.input.yield(input) {
                    surroundings.log.warning("satellite \(place.name): nobody listens to what it hears; the conversation is ended")
                    talk.over.request()
                }
            case .claim(let claim): current.claims.yield(claim)
            case .duck(let isOn): current.ducks.yield(isOn)
            case .play(let chunk):
                if !current.playback.add(chunk) { surroundings.log.warning("satellite \(place.name): an answer was too long and is cut") }
            case .endOfAnswer: current.playback.end { [weak self] end in if let end { await self?.playing(until: end) } }
            case .silence:
                // Ours drops what it has not played yet; others do not know the event.
                if current.playback.cut(), current.isOurs { current.outbox.yield(.other(Event(type: SatelliteHub.interrupted))) }
            }
        }
    }

    private func playing(until end: Date) { session?.dialogue.playing(until: end) }

    // MARK: - Conversations

    private func open(_ opening: VoiceSettings.Opening) {
        session?.talk?.input.finish()
        session?.talk?.over.request()
        talkCount += 1
        let (stream, input) = AsyncStream.makeStream(of: VoiceInput.self, bufferingPolicy: .bufferingOldest(Self.inputLimit))
        let over = Shutdown()
        session?.talk = (talkCount, input, over)
        session?.talks.yield(Talk(number: talkCount, opening: opening, input: stream, over: over))
    }

    private func converse(_ talk: Talk) async {
        let parts = surroundings.parts
        guard let principal = await parts.principal() else {
            return ended(talk, Problem(.unavailable, "Jarvis has no owner yet: run `jarvis setup`"))
        }
        let settings = VoiceSettings(
            opening: talk.opening, languages: parts.languages, speaks: session?.dialogue.hasSpeaker ?? true, area: area, cancelsEcho: true)
        let problem: Problem? = await withTaskGroup(of: Problem?.self) { group in
            group.addTask {
                do {
                    try await parts.desk.converse(settings, as: principal, input: talk.input) { try await self.heard($0, in: talk.number) }
                    return nil
                } catch {
                    return error as? Problem ?? Problem(.unavailable, "the conversation broke off")
                }
            }
            group.addTask {
                await talk.over.wait()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        ended(talk, problem)
    }

    private func heard(_ event: VoiceEvent, in number: Int) throws {
        guard session?.talk?.number == number else { throw CancellationError() }
        perform(session?.dialogue.heard(event, now: clock.now) ?? [])
    }

    private func ended(_ talk: Talk, _ problem: Problem?) {
        guard session?.talk?.number == talk.number else { return }
        session?.talk?.input.finish()
        session?.talk = nil
        if let problem { surroundings.log.warning("satellite \(place.name): \(problem.detail)") }
        perform(session?.dialogue.ended(problem, now: clock.now) ?? [])
    }

    // MARK: - Announcements

    /// Says something into the room, after a chime, when nobody speaks there.
    /// - Returns: false when it is away, has no loudspeaker, or has too much to say already.
    func announce(_ text: String, _ language: Language, timer: String? = nil) -> Bool {
        guard let session, session.dialogue.hasSpeaker else { return false }
        if case .enqueued = session.notices.yield(Notice(text: text, language: language, timer: timer)) { return true }
        return false
    }

    private func tell(_ notice: Notice) async {
        let giveUp = clock.now + 60
        while let session, !session.dialogue.isQuiet, clock.now < giveUp {
            do { try await clock.sleep(until: clock.now + Self.beat) } catch { return }
        }
        guard let session else { return }
        let area = area, parts = surroundings.parts
        if let id = notice.timer { session.outbox.yield(.other(Event(type: "timer-finished", data: ["id": .string(id)]))) }
        if let area { await parts.duck(area, true) }
        let playback = session.playback, generation = playback.generation
        playback.add(Chime.announcement, generation: generation)
        do {
            try await parts.synthesizer.synthesize(SpeechRequest(text: notice.text, language: notice.language)) { chunk in
                guard playback.add(chunk, generation: generation) else { throw CancellationError() }
            }
        } catch is CancellationError {
            // Somebody spoke, and it was cut off.
        } catch {
            surroundings.log.warning("satellite \(place.name): an announcement could not be said: \(error)")
        }
        let (ends, ended) = AsyncStream.makeStream(of: Date?.self)
        playback.end(generation: generation) { end in
            ended.yield(end)
            ended.finish()
        }
        for await end in ends { if let end { try? await clock.sleep(until: end) } }
        if let area { await parts.duck(area, false) }
    }
}

extension Duration {
    var timeInterval: TimeInterval { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
