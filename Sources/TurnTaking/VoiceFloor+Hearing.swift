import Base
import Domain

// From sound to utterances.
extension VoiceFloor {
    mutating func hear(_ heard: Heard) {
        switch heard {
        case .voiceStarted(let time): voiceStarted(at: time)
        case .voiceStopped(let time):
            voice.stop(at: time)
            hearing?.voiceStopped(at: time)
        case .wake(_, let score, let time): wake(score: score, at: time, heard)
        case .reached(let time):
            reached(time)
            advancePlayback()
            listenToSilence()
            if let until = openUntil, now >= until, isIdle, !voice.isActive { fallAsleep() }
        case .cleaned: break
        }
    }

    private mutating func voiceStarted(at time: Seconds) {
        voice.start(at: time)
        reached(time)
        if hearing != nil {
            goOn(at: time)
        } else if mayOpen(at: time) {
            open(.voice, from: time - patience.preroll, voicedSince: time)
        }
    }

    /// Whether speech needs no wake word now.
    private func mayOpen(at time: Seconds) -> Bool {
        guard understanding.count < Self.queueLimit, time >= closedUntil else { return false }
        return switch opening {
        case .speech: true
        case .wakeWords: isAnswering || openUntil.map { time <= $0 } ?? false
        case .button: false
        }
    }

    mutating func open(_ origin: Utterance.Origin, from begin: Seconds, voicedSince: Seconds?) {
        var utterance = Utterance(origin: origin, begin: max(0, begin), take: nextTake(), voicedSince: voicedSince)
        if let answer, isAnswering {
            utterance.interrupts = (answer.turn, voicedSince ?? now)
            hold(at: voicedSince ?? now)
        }
        hasHeard = true
        actions.append(.open(utterance.take, from: utterance.begin))
        if voicedSince != nil { utterance.isTold = true }
        hearing = utterance
        if utterance.isTold { tell(.speechStarted) }
    }

    /// Voice after silence: it belongs to the utterance that is being heard.
    private mutating func goOn(at time: Seconds) {
        hearing?.voiceStarted(at: time)
        if hearing?.isTold == false {
            hearing?.isTold = true
            tell(.speechStarted)
        }
        guard let utterance = hearing, utterance.isFinishing else { return }
        // What was worked out is no longer all of it.
        actions.append(.drop(utterance.take))
        renew()
    }

    /// Begins the utterance's take anew, from the audio that is kept.
    private mutating func renew() {
        let take = nextTake()
        guard var utterance = hearing else { return }
        utterance.draft = utterance.transcript ?? utterance.draft
        utterance.transcript = nil
        utterance.hasSpeaker = false
        utterance.isFinishing = false
        utterance.take = take
        hearing = utterance
        actions.append(.open(take, from: utterance.begin))
    }

    // MARK: wake words

    private mutating func wake(score: Double, at time: Seconds, _ heard: Heard) {
        guard case .wakeWords = opening, case .wake(let name, _, _) = heard else { return }
        // Into an utterance, it is a word of it.
        guard hearing == nil || hearing?.interrupts != nil else { return }
        tell(.wake(name: name))
        openUntil = nil
        if let utterance = hearing {
            // The name said into the answer stops it, as any word does; and now it is known to be meant.
            actions.append(.drop(utterance.take))
            hearing = nil
        }
        // From the beginning of the breath that it was said in, or where it can have begun.
        let begin = max(time - patience.wakeWord, min(voice.lastStart, time)) - patience.preroll
        open(.wake(score: score, at: time), from: begin, voicedSince: voice.isActive ? max(time, now) : nil)
        if hearing?.isTold == false { tell(.listening) }
    }

    // MARK: the button

    mutating func buttonDown(at time: Seconds) {
        guard hearing?.isHeld != true else { return }
        if let utterance = hearing {
            actions.append(.drop(utterance.take))
            hearing = nil
        }
        reached(time)
        openUntil = nil
        tell(.listening)
        open(.button, from: time - patience.preroll, voicedSince: nil)
    }

    mutating func buttonUp(at time: Seconds) {
        guard hearing?.isHeld == true else { return }
        reached(time)
        close(isFinal: true)
    }

    /// No more audio comes.
    mutating func stop(at time: Seconds) {
        reached(time)
        if hearing != nil {
            close(isFinal: true)
        } else if !hasHeard {
            tell(.failed(Problem(.notUnderstood, "nothing was said: speak up, or bring the microphone nearer")))
        }
        hasHeard = false
    }

    // MARK: silence

    /// Looks at how long it has been silent, and whether that is long enough.
    mutating func listenToSilence() {
        guard let utterance = hearing else { return }
        if now - utterance.begin > patience.longest {
            abandon(Problem(.tooLarge, "that was longer than \(Int(patience.longest)) seconds: say it in shorter pieces"))
            return
        }
        guard !utterance.isHeld, utterance.voicedSince == nil else { return }
        if case .wake(_, let time) = utterance.origin, utterance.voice(at: now) < patience.cough {
            return listenAfterWake(utterance, since: time)
        }
        let silence = utterance.silence(at: now)
        guard silence >= patience.speculation else { return }
        if utterance.origin == .voice, utterance.voice(at: now) < patience.cough { return overhear() }
        if !utterance.isFinishing { return finishTake() }
        if silence >= patience.silence(after: end(of: utterance)) { close() }
    }

    /// Hardly any voice since the wake word: all of it was said before the word was noticed, or is still to come.
    private mutating func listenAfterWake(_ utterance: Utterance, since time: Seconds) {
        let silence = now - max(time, utterance.lastVoiced)
        guard silence >= patience.complete else { return }
        if !utterance.isFinishing { return finishTake() }
        guard let transcript = utterance.transcript else { return }
        if let rest = words(of: utterance, transcript), !Words.folded(rest).isEmpty {
            if silence >= patience.silence(after: end(of: utterance)) { close() }
        } else if now - time >= patience.afterWake {
            giveUpWake()
        }
    }

    /// How the utterance ends as far as it is known; `nil` without text.
    private func end(of utterance: Utterance) -> SentenceEnd? {
        guard let transcript = utterance.transcript ?? utterance.draft, Trust(transcript) != .none else { return nil }
        let language = transcript.language ?? languages[0]
        let text = words(of: utterance, transcript)
        guard let text, !Words.folded(text).isEmpty else { return nil }
        // Said into an answer, what is no turn of its own is soon over.
        if let into = utterance.interrupts, Interjection(text) != nil || answer?.playback.isEcho(text, at: into.at) == true { return .complete }
        return SentenceEnd(of: text, language: language, shape: judgement.shape(text, language))
    }

    /// Without the wake word; `nil` when that was not said.
    private func words(of utterance: Utterance, _ transcript: Transcript) -> String? {
        guard case .wake(let score, _) = utterance.origin else { return transcript.text }
        switch judgement.wake(transcript.text, transcript.language ?? languages[0], score) {
        case .said(let rest): return rest
        case .refused: return nil
        }
    }

    private mutating func finishTake() {
        guard let utterance = hearing, !utterance.isFinishing else { return }
        hearing?.isFinishing = true
        actions.append(.finish(utterance.take))
        if judgement.tellsSpeakers { actions.append(.identify(utterance.take, from: utterance.begin, to: max(utterance.lastVoiced, now))) }
    }

    /// A cough: as if nothing had been heard.
    private mutating func overhear() {
        guard let utterance = hearing else { return }
        hearing = nil
        actions.append(.drop(utterance.take))
        tell(.speechEnded)
        resume(after: utterance)
    }

    private mutating func giveUpWake() {
        guard let utterance = hearing else { return }
        hearing = nil
        actions.append(.drop(utterance.take))
        if utterance.isTold { tell(.speechEnded) }
        resume(after: utterance)
    }

    /// It ends in a problem, and the conversation goes on.
    private mutating func abandon(_ problem: Problem) {
        guard let utterance = hearing else { return }
        hearing = nil
        actions.append(.drop(utterance.take))
        if utterance.isTold { tell(.speechEnded) }
        tell(.failed(problem))
        // Whoever goes on speaking without a pause is not listened to.
        giveUpAnswer(interruptedBy: utterance)
        settle()
    }

    /// It is over; what was said of it is to be understood.
    /// - Parameter isFinal: the speaker said that it is.
    mutating func close(isFinal: Bool = false) {
        guard var utterance = hearing else { return }
        finishTake()
        utterance.isFinishing = true
        utterance.isFinal = isFinal
        if isFinal { closedUntil = now }
        hearing = nil
        if utterance.isTold { tell(.speechEnded) }
        understanding.append(utterance)
        conclude()
    }

    // MARK: what was understood

    mutating func note(_ transcript: Transcript, of take: Take) {
        guard hearing?.take == take, hearing?.transcript == nil, !Words.folded(transcript.text).isEmpty else { return }
        hearing?.draft = transcript
        tell(.transcript(transcript, isFinal: false, speaker: nil))
    }

    mutating func understand(_ transcript: Transcript, of take: Take) {
        if hearing?.take == take {
            hearing?.transcript = transcript
            refuseFalseWake()
            listenToSilence()
        } else if let index = understanding.firstIndex(where: { $0.take == take }) {
            understanding[index].transcript = transcript
            conclude()
        }
    }

    /// What was written down shows that nobody said the wake word.
    private mutating func refuseFalseWake() {
        guard let utterance = hearing, case .wake = utterance.origin, let transcript = utterance.transcript, words(of: utterance, transcript) == nil else {
            return
        }
        hearing = nil
        actions.append(judged(utterance, wakeWasSaid: false))
        if utterance.isTold { tell(.speechEnded) }
        resume(after: utterance)
    }

    private func judged(_ utterance: Utterance, wakeWasSaid: Bool) -> Action {
        .judged(wakeWasSaid: wakeWasSaid, from: utterance.begin, to: max(utterance.lastVoiced, utterance.begin))
    }

    mutating func identify(_ take: Take, as speaker: Speaker?) {
        if hearing?.take == take {
            hearing?.speaker = speaker
            hearing?.hasSpeaker = true
            listenToSilence()
        } else if let index = understanding.firstIndex(where: { $0.take == take }) {
            understanding[index].speaker = speaker
            understanding[index].hasSpeaker = true
            conclude()
        }
    }

    mutating func lose(_ take: Take, _ problem: Problem) {
        if let utterance = hearing, utterance.take == take {
            guard utterance.attempts >= Self.attempts else {
                renew()
                hearing?.attempts += 1
                return
            }
            abandon(problem)
        } else if let index = understanding.firstIndex(where: { $0.take == take }) {
            guard understanding[index].attempts >= Self.attempts else {
                // The audio is still there.
                understanding[index].attempts += 1
                understanding[index].take = nextTake()
                understanding[index].hasSpeaker = understanding[index].hasSpeaker || !judgement.tellsSpeakers
                actions += [.open(understanding[index].take, from: understanding[index].begin), .finish(understanding[index].take)]
                if !understanding[index].hasSpeaker {
                    actions.append(.identify(understanding[index].take, from: understanding[index].begin, to: now))
                }
                return
            }
            let utterance = understanding.remove(at: index)
            tell(.failed(problem))
            giveUpAnswer(interruptedBy: utterance)
            settle()
            conclude()
        }
    }

    /// Takes up what is understood by now, in the order in which it was said.
    mutating func conclude() {
        while let utterance = understanding.first, utterance.isUnderstood(judgement), let transcript = utterance.transcript {
            understanding.removeFirst()
            conclude(utterance, transcript)
        }
    }

    /// The text shows that the end was none: what is said next belongs to it.
    private mutating func reopen(_ utterance: Utterance) -> Bool {
        guard let end = end(of: utterance), end == .middle || end == .hesitation, understanding.isEmpty else { return false }
        if var next = hearing {
            guard next.origin == .voice, next.begin - utterance.lastVoiced < patience.silence(after: end) else { return false }
            actions.append(.drop(next.take))
            next = utterance.joined(with: next)
            hearing = next
            renew()
            return true
        }
        guard now - utterance.lastVoiced < patience.silence(after: end) else { return false }
        hearing = utterance
        return true
    }

    private mutating func conclude(_ utterance: Utterance, _ transcript: Transcript) {
        if !utterance.isFinal, reopen(utterance) { return }
        guard let text = words(of: utterance, transcript) else {
            actions.append(judged(utterance, wakeWasSaid: false))
            return resume(after: utterance)
        }
        if case .wake = utterance.origin { actions.append(judged(utterance, wakeWasSaid: true)) }
        var transcript = transcript
        transcript.text = text
        let isEmpty = Words.folded(text).isEmpty, trust = isEmpty ? Trust.sure : Trust(transcript)
        if let interrupted = utterance.interrupts, let answer, answer.turn == interrupted.turn {
            if answer.playback.isEcho(text, at: interrupted.at) { return resume(after: utterance) }
            switch Interjection(text) {
            case .backchannel: return resume(after: utterance)
            case .stop:
                tell(.transcript(transcript, isFinal: true, speaker: utterance.speaker))
                cancelAnswer()
                return settle()
            case nil: if isEmpty, utterance.origin == .voice { return resume(after: utterance) }
            }
        }
        if trust == .none || isEmpty && utterance.origin != .voice { return misunderstand(utterance, transcript.language) }
        tell(.transcript(transcript, isFinal: true, speaker: utterance.speaker))
        guard !isEmpty else { return settle() }
        giveUpAnswer(interruptedBy: utterance)
        say(
            Said(
                text: text.trimmingPrefix(while: \.isWhitespace).description, language: transcript.language, speaker: utterance.speaker,
                isDoubtful: trust == .doubtful))
    }

    /// There was sound, and nobody knows what it said.
    private mutating func misunderstand(_ utterance: Utterance, _ language: Language?) {
        // Into an answer it was a noise, and the answer goes on.
        if utterance.interrupts != nil, utterance.origin == .voice { return resume(after: utterance) }
        let language = language ?? languages[0]
        let text = language(fr: "Je n'ai pas compris : dis-le encore une fois, plus lentement.", en: "I didn't get that: say it once more, a little slower.")
        tell(.failed(Problem(.notUnderstood, text)))
        giveUpAnswer(interruptedBy: utterance)
        // Whoever called Jarvis need not call again.
        guard case .wake = utterance.origin, isIdle, answer == nil else { return settle() }
        openUntil = now + patience.followUp
        tell(.listening)
    }
}

extension Problem.Code {
    /// There was sound, and nobody knows what it said.
    static let notUnderstood = Problem.Code("not_understood", status: 422)
}
