import Domain

/// An answer, while it is made and heard.
struct Answer: Sendable {
    let turn: Int
    /// The turn goes on.
    var isRunning = true
    /// It has begun to be said or thought, so that giving it up undoes nothing that was decided.
    var hasBegun = false
    /// Somebody speaks into it: nothing more of its audio goes out until it is known whether that was meant.
    var heldAt: Double?
    /// Its audio is not wanted any more.
    var isMuted = false
    var asks = false
    var playback = Playback()
}

// From utterances to answers.
extension VoiceFloor {
    /// Whether an answer is being made, or heard, or may yet be gone on with.
    var isAnswering: Bool {
        guard let answer else { return false }
        return answer.isRunning || answer.heldAt != nil || answer.playback.isHeard(at: now)
    }

    /// Whether audio of a turn is to be kept back for now.
    func isHeld(_ turn: Turn) -> Bool { answer?.turn == turn && answer?.heldAt != nil && answer?.isMuted == false }

    mutating func say(_ said: Said) {
        guard waiting.count < Self.queueLimit else {
            return tell(.failed(Problem(.tooManyRequests, "\(Self.queueLimit) things are waiting to be answered already: wait for an answer")))
        }
        waiting.append(said)
        beginNext()
    }

    private mutating func beginNext() {
        guard answer?.isRunning != true, !waiting.isEmpty else { return }
        let said = waiting.removeFirst()
        let turn = nextTurn()
        openUntil = nil
        answer = Answer(turn: turn)
        // Somebody speaks already: the answer waits until it is known whether that was meant.
        if let utterance = hearing, utterance.voicedSince != nil {
            hearing?.interrupts = (turn, utterance.voicedSince ?? now)
            answer?.heldAt = now
        }
        actions.append(.begin(turn, said))
    }

    mutating func reply(_ turn: Turn, _ event: ReplyEvent) {
        guard answer?.turn == turn else { return }
        switch event {
        case .thinking, .text: answer?.hasBegun = true
        case .sentence(let index, let text): answer?.playback.say(index, text)
        case .audio(let index, let audio):
            if answer?.isMuted == true { return }
            answer?.playback.append(index, audio, now: now)
        case .done(let result): answer?.asks = result.response.last { !$0.isWhitespace && !"»”\"".contains($0) } == "?"
        case .action: break
        }
        tell(.reply(event))
        if case .audio = event { advancePlayback() }
    }

    mutating func end(_ turn: Turn, _ problem: Problem?) {
        guard answer?.turn == turn else { return }
        answer?.isRunning = false
        if let problem { tell(.failed(problem)) }
        if !waiting.isEmpty {
            beginNext()
        } else {
            settle()
        }
    }

    // MARK: what is heard of it

    /// Time has passed: pieces begin to be heard, and the last ends.
    mutating func advancePlayback() {
        guard var playing = answer else { return }
        actions += playing.playback.advance(to: now).map { .played($0) }
        answer = playing
        if !playing.isRunning, playing.heldAt == nil, !playing.playback.isHeard(at: now) { settle() }
    }

    mutating func playbackEnded() {
        // One that was stopped for a moment is not over.
        guard answer != nil, answer?.heldAt == nil else { return }
        answer?.playback.cut(at: now)
        settle()
    }

    /// The answer is over and heard: whose turn is it now?
    mutating func settle() {
        guard isIdle else { return }
        let asks = answer?.asks == true && answer?.isMuted == false
        let hadAnswer = answer != nil
        answer = nil
        switch opening {
        case .speech: tell(.listening)
        case .button: break
        case .wakeWords:
            if hadAnswer {
                openUntil = now + (asks ? patience.answerToQuestion : patience.followUp)
                tell(.listening)
            } else if openUntil.map({ now >= $0 }) ?? true {
                fallAsleep()
            }
        }
    }

    mutating func fallAsleep() {
        openUntil = nil
        tell(.asleep)
    }

    // MARK: barge-in

    /// Somebody speaks into the answer: it stops at once, whether or not that was meant.
    mutating func hold(at time: Seconds) {
        guard var held = answer, held.heldAt == nil, !held.isMuted else { return }
        held.heldAt = time
        if held.playback.isHeard(at: now) { tell(.interrupted) }
        answer = held
    }

    /// It was not meant: the answer goes on where it was.
    mutating func resume(after utterance: Utterance) {
        guard let interrupted = utterance.interrupts, var held = answer, held.turn == interrupted.turn, let time = held.heldAt, !held.isMuted else {
            return settle()
        }
        let rest = held.playback.rest(from: time - patience.takeUp)
        held.heldAt = nil
        guard held.playback.isWhole else {
            answer = held
            cancelAnswer()
            return settle()
        }
        held.playback.cut(at: now)
        for piece in rest { held.playback.append(piece.index, piece.audio, now: now) }
        answer = held
        for piece in rest { tell(.reply(.audio(index: piece.index, piece.audio))) }
        settle()
    }

    /// It was meant: the answer is over. A turn that has said nothing yet goes on in silence, since what was decided to be done is done.
    mutating func giveUpAnswer(interruptedBy utterance: Utterance) {
        guard let interrupted = utterance.interrupts, let answer, answer.turn == interrupted.turn else { return }
        answer.hasBegun || !answer.isRunning ? cancelAnswer() : muteAnswer()
    }

    private mutating func muteAnswer() {
        answer?.isMuted = true
        answer?.heldAt = nil
        answer?.playback.cut(at: now)
    }

    mutating func cancelAnswer() {
        guard let given = answer else { return }
        muteAnswer()
        if given.isRunning { actions.append(.cancel(given.turn)) }
    }

    /// The answer is not wanted any more.
    mutating func interrupt() {
        waiting = []
        guard isAnswering else { return }
        if answer?.heldAt == nil { tell(.interrupted) }
        cancelAnswer()
        settle()
    }
}
