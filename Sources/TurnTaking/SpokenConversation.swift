import Base
import Domain
import Foundation
import Observability

/// One spoken conversation: does what `VoiceFloor` decides.
///
/// Everything happens in the actor, one thing after the other; what takes time runs in tasks that it holds, and comes back in. Whoever waits for
/// something waits for `change` and looks again.
actor SpokenConversation {
    /// Events that may wait for the client before answers wait, too.
    private static let backlogLimit = 64
    /// Seconds of audio that may wait to be listened to; then no more is taken.
    private static let lagLimit = 10.0
    /// A client that is further ahead of real time than this many seconds waits for the answer.
    private static let leadLimit = 1.0
    /// Seconds of audio in one piece for an engine, at most.
    private static let piece = 1.0
    /// Seconds of silence behind the end, so that the ear listens to all that was before.
    private static let padding = 0.2

    private let settings: VoiceSettings
    private let principal: Principal
    private let parts: TurnTaker.Parts
    private let log: Logger
    private let startedAt: Duration

    private var floor: VoiceFloor
    private let events: AsyncStream<VoiceEvent>
    private let telling: AsyncStream<VoiceEvent>.Continuation
    private var backlog = 0
    private var isOver = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    private var microphone = AudioMemory()
    /// The last silence that was put behind what came: from this time to this sample.
    private var padding = (start: 0.0, end: 0)
    /// The microphone's audio without echo, where the ear takes that out.
    private var cleaned: AudioMemory?
    /// The sample up to which the ear has been given audio.
    private var earFed = 0
    private var isEarDown = false
    private var toPlay: [AudioChunk] = []
    /// Of wakes, that the ear is to be told of.
    private var judgements: [Bool] = []

    private struct Writing {
        var position: Int
        /// The sample behind the last that belongs to it; `nil` while it goes on.
        var end: Int?
        var task: Task<Void, Never>?
    }
    private var writings: [Int: Writing] = [:]
    private var identifications: [Int: Task<Void, Never>] = [:]
    private var turns: [Int: Task<Void, Never>] = [:]
    /// Everybody's own conversation here; guests share one.
    private var conversations: [Principal: Conversation.ID] = [:]

    init(_ settings: VoiceSettings, principal: Principal, parts: TurnTaker.Parts, log: Logger) {
        self.settings = settings
        self.principal = principal
        self.parts = parts
        self.log = log
        startedAt = parts.now()
        floor = VoiceFloor(
            opening: settings.opening, languages: settings.languages,
            judgement: VoiceFloor.Judgement(shape: parts.shape, wake: parts.wake, tellsSpeakers: parts.speakers != nil))
        (events, telling) = AsyncStream.makeStream()
        if settings.cancelsEcho { cleaned = AudioMemory() }
        conversations[principal] = settings.conversation
    }

    func run(_ input: AsyncStream<VoiceInput>, to sink: @Sendable (VoiceEvent) async throws -> Void) async throws {
        perform(floor.begin())
        let ear = Task { await self.listen() }
        let intake = Task {
            for await input in input { await self.receive(input) }
            await self.inputEnded()
        }
        defer {
            ear.cancel()
            intake.cancel()
            close()
        }
        // Unbounded, and yet bounded: answers and the microphone wait while `backlog` is long.
        for await event in events {
            try await sink(event)
            backlog -= 1
            changed()
        }
        try Task.checkCancellation()
    }

    private func close() {
        isOver = true
        telling.finish()
        for writing in writings.values { writing.task?.cancel() }
        for task in identifications.values { task.cancel() }
        for task in turns.values { task.cancel() }
        writings = [:]
        identifications = [:]
        changed()
    }

    // MARK: waiting

    private func change() async { await withCheckedContinuation { waiters.append($0) } }

    private func changed() {
        let woken = waiters
        waiters = []
        for waiter in woken { waiter.resume() }
    }

    // MARK: what the machine decides

    private func take(_ input: VoiceFloor.Input) {
        guard !isOver else { return }
        perform(floor.take(input))
        var since = AudioMemory.sample(at: floor.needsAudioSince)
        for writing in writings.values { since = min(since, writing.position) }
        cleaned?.forget(before: since)
        microphone.forget(before: cleaned == nil ? min(since, earFed) : earFed)
        changed()
    }

    private func perform(_ actions: [VoiceFloor.Action]) {
        for action in actions {
            switch action {
            case .tell(let event):
                backlog += 1
                telling.yield(event)
            case .open(let take, let from):
                writings[take] = Writing(position: AudioMemory.sample(at: from))
                writings[take]?.task = Task { await self.write(take) }
            case .finish(let take): writings[take]?.end = listenedTo
            case .drop(let take):
                writings.removeValue(forKey: take)?.task?.cancel()
                identifications.removeValue(forKey: take)?.cancel()
            case .identify(let take, let from, let to): identifications[take] = Task { await self.identify(take, from, to) }
            case .begin(let turn, let said): turns[turn] = Task { await self.answer(said, in: turn) }
            case .cancel(let turn): turns[turn]?.cancel()
            case .judged(let wasSaid, let from, let to):
                parts.wakeJudged(wasSaid, microphone.audio(from: AudioMemory.sample(at: from), to: AudioMemory.sample(at: to)))
                judgements.append(wasSaid)
            case .played(let audio): if settings.cancelsEcho { toPlay.append(audio) }
            }
        }
    }

    // MARK: what comes in

    private func receive(_ input: VoiceInput) async {
        while !isOver, backlog > Self.backlogLimit || (microphone.duration - floor.now > Self.lagLimit && !isEarDown) { await change() }
        guard !isOver else { return }
        switch input {
        case .audio(let audio):
            guard audio.format == .speech, audio.bytes.count.isMultiple(of: 2) else {
                return perform([.tell(.failed(Problem(.invalid, "audio is to be whole 16-bit samples of one channel at 16 kHz")))])
            }
            microphone.append(audio.bytes)
            changed()
        case .button(let isDown): take(.button(isDown: isDown, at: microphone.duration))
        case .stopped: await stopped()
        case .interrupted: take(.interrupted)
        case .playbackEnded: take(.playbackEnded)
        case .text(let text): take(.text(text))
        }
    }

    /// The utterance ends here; all that came before is listened to first.
    private func stopped() async {
        let end = await listenedToAll()
        take(.stopped(at: end))
    }

    private func inputEnded() async {
        let end = await listenedToAll()
        if floor.hearing != nil { take(.stopped(at: end)) }
        while !isOver, floor.isWorking || floor.hearing != nil { await change() }
        telling.finish()
    }

    /// Waits until the ear has come to the end of the audio so far, and returns where that is.
    private func listenedToAll() async -> Double {
        // Once for all who wait: nothing came since.
        if padding.end != microphone.end {
            padding.start = microphone.duration
            microphone.append([UInt8](repeating: 0, count: AudioMemory.sample(at: Self.padding) * 2))
            padding.end = microphone.end
        }
        let end = padding.start
        changed()
        while !isOver, floor.now < end, !isEarDown { await change() }
        return end
    }

    // MARK: the ear

    private func listen() async {
        let request = ListeningRequest(wakeWords: settings.opening.wakeWords, cancelsEcho: settings.cancelsEcho)
        var failures = 0
        while !isOver {
            do {
                let listening = try await parts.ear.listening(request)
                // What the last ear has not listened to is listened to by this one.
                let base = AudioMemory.sample(at: floor.now)
                earFed = base
                cleaned?.align(to: base)
                isEarDown = false
                let feeding = Task { await self.feed(listening) }
                defer {
                    feeding.cancel()
                    listening.close()
                }
                let offset = Double(base) / AudioMemory.rate
                for try await heard in listening.events {
                    failures = 0
                    await hear(heard.shifted(by: offset))
                    if isOver { break }
                }
                if isOver { return }
                throw Problem(.unavailable, "the ear went away")
            } catch {
                guard !isOver, !Task.isCancelled else { return }
                take(.deafened(floor.now))
                failures += 1
                guard failures > 1 else { continue }
                log.warning("nobody listens", ["error": "\(error)"])
                if !isEarDown { perform([.tell(.failed(Self.problem(error)))]) }
                isEarDown = true
                // Deaf for now: what was said is not listened to, and with more audio it is tried again.
                let again = microphone.end + AudioFormat.speech.rate / 2
                changed()
                while !isOver, microphone.end < again { await change() }
                skip(to: microphone.duration)
            }
        }
    }

    /// What nobody listened to is past.
    private func skip(to time: Double) {
        take(.deafened(time))
        earFed = microphone.end
    }

    private func hear(_ heard: Heard) async {
        if case .cleaned(let audio) = heard {
            cleaned?.append(audio.bytes)
            return changed()
        }
        if case .reached(let time) = heard, isAhead(time) {
            while !isOver, floor.isWorking { await change() }
        }
        take(.heard(heard))
    }

    /// Whether the client sends faster than anybody speaks.
    private func isAhead(_ time: Double) -> Bool { time - (parts.now() - startedAt) / .seconds(1) > Self.leadLimit }

    /// Gives the ear what comes from the microphone and what is played beside it.
    private func feed(_ listening: any Listening) async {
        do {
            while !isOver, !Task.isCancelled {
                if !judgements.isEmpty {
                    try await listening.judged(wakeWasSaid: judgements.removeFirst())
                } else if !toPlay.isEmpty {
                    try await listening.played(toPlay.removeFirst())
                } else if microphone.end > earFed {
                    let audio = microphone.audio(from: earFed, to: min(microphone.end, earFed + AudioMemory.sample(at: Self.piece)))
                    earFed += audio.bytes.count / 2
                    try await listening.append(audio)
                } else {
                    await change()
                }
            }
        } catch {
            // Its events end, too, and say why.
            listening.close()
        }
    }

    // MARK: writing down

    private func write(_ take: Int) async {
        var opened: (any Transcription)?
        do {
            let transcription = try await parts.transcriber.transcription(
                TranscriptionRequest(languages: settings.languages, hotWords: parts.hotWords(principal), wantsPartials: true))
            opened = transcription
            let partials = Task { for await partial in transcription.partials { self.take(.partial(take, partial)) } }
            defer { partials.cancel() }
            while let audio = await nextAudio(of: take) { try await transcription.append(audio) }
            guard writings[take] != nil else { throw CancellationError() }
            let transcript = try await transcription.finish()
            guard writings.removeValue(forKey: take) != nil else { return }
            self.take(.transcript(take, transcript))
        } catch {
            opened?.cancel()
            guard writings.removeValue(forKey: take) != nil else { return }
            log.warning("an utterance could not be written down", ["error": "\(error)"])
            self.take(.lost(take, Self.problem(error)))
        }
    }

    /// The sample behind the last that the ear has come to: what a client sent ahead of it may belong to the next utterance.
    private var listenedTo: Int { min(AudioMemory.sample(at: floor.now), (cleaned ?? microphone).end) }

    /// The next piece of an utterance; `nil` when that was all, or nobody wants it any more.
    private func nextAudio(of take: Int) async -> AudioChunk? {
        while !isOver, let writing = writings[take] {
            let end = min(writing.end ?? listenedTo, writing.position + AudioMemory.sample(at: Self.piece))
            let audio = (cleaned ?? microphone).audio(from: writing.position, to: end)
            if !audio.bytes.isEmpty {
                writings[take]?.position += audio.bytes.count / 2
                return audio
            }
            if writing.end != nil { return nil }
            await change()
        }
        return nil
    }

    private func identify(_ take: Int, _ from: Double, _ to: Double) async {
        var speaker: Speaker?
        let audio = (cleaned ?? microphone).audio(from: AudioMemory.sample(at: from), to: AudioMemory.sample(at: to))
        do {
            speaker = try await parts.speakers?.identify(audio, principal.household)
        } catch {
            log.warning("nobody could say who spoke", ["error": "\(error)"])
        }
        guard identifications.removeValue(forKey: take) != nil else { return }
        self.take(.speaker(take, speaker))
    }

    // MARK: answering

    private func answer(_ said: VoiceFloor.Said, in turn: Int) async {
        var user: User?
        if case .known(let id, _, _) = said.speaker, id != principal.user { user = try? await parts.speakers?.user(id) }
        let rights = Rights(of: said.speaker, user: user, on: principal)
        let known = conversations[rights.principal]
        let new = known == nil ? Conversation.ID() : nil
        var problem: Problem?
        do {
            let request = TurnRequest(
                text: said.text, language: said.language ?? (settings.languages.count == 1 ? settings.languages[0] : nil), conversation: known,
                newConversation: new, speak: settings.speaks, principal: rights.principal, isDoubtful: said.isDoubtful,
                timeZone: parts.timeZone, area: settings.area)
            let result = try await parts.turn(request) { event in
                try await self.forward(event, of: turn, opening: new, for: rights.principal)
            }
            conversations[rights.principal] = result.conversation
        } catch is CancellationError {
        } catch {
            if (error as? Problem)?.code == .notFound { conversations[rights.principal] = nil }
            if !(error is Problem) { log.error("a spoken turn failed", ["error": "\(error)"]) }
            problem = Self.problem(error)
        }
        turns[turn] = nil
        take(.ended(turn, problem))
    }

    private func forward(_ event: Domain.ReplyEvent, of turn: Int, opening new: Conversation.ID?, for principal: Principal) async throws {
        // It is stored, or will be, however it ends.
        if let new { conversations[principal] = new }
        if case .audio = event {
            while !isOver, floor.isHeld(turn), !Task.isCancelled { await change() }
        }
        try Task.checkCancellation()
        take(.reply(turn, event))
        while !isOver, backlog > Self.backlogLimit { await change() }
        if isOver { throw CancellationError() }
    }

    private static func problem(_ error: any Error) -> Problem {
        error as? Problem ?? Problem(Problem.Code("internal", status: 500), "Something went wrong here; the log has the reason.")
    }
}

extension VoiceSettings.Opening {
    fileprivate var wakeWords: [String] { if case .wakeWords(let names) = self { names } else { [] } }
}

extension Heard {
    fileprivate func shifted(by offset: Double) -> Heard {
        switch self {
        case .voiceStarted(let time): .voiceStarted(time: time + offset)
        case .voiceStopped(let time): .voiceStopped(time: time + offset)
        case .wake(let name, let score, let time): .wake(name: name, score: score, time: time + offset)
        case .reached(let time): .reached(time: time + offset)
        case .cleaned: self
        }
    }
}
