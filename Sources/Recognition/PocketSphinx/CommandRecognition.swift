private import Foundation
private import Synchronization

/// An utterance on the way through the grammars of the languages that it may be in.
final class CommandRecognition: Recognition {
    private let grammars: [Grammar]
    private let wantsPartials: Bool
    private let threads: EngineThreads
    private let work: Mutex<Work>
    private let heard = Mutex<Hypothesis?>(nil)

    private struct Work {
        var ways: [Way] = []
        var floor = NoiseFloor()
        var spread = SoundSpread()
        var brief = BriefUtterance()
        /// What nobody asked to be told of while it comes: one look at the whole is enough, unless it gets too long for that.
        var waiting: [Int16] = []
        /// Samples that were spoken when it was listened to as a whole.
        var wholeUntil = 0
        /// Samples of the window that is being listened to, and of those before.
        var inWindow = 0
        var before = 0
        var hasEnded = false
        var ticket: OpenCount.Ticket?
    }

    /// One language's way.
    private struct Way {
        let grammar: Grammar
        /// What listens while it comes.
        var loan: Grammar.Loaned?
        /// What windows before had.
        var past: [Hypothesis] = []
        /// What was heard when it was listened to as a whole.
        var whole: Hypothesis?

        func giveBack() { if let loan { grammar.give(back: loan) } }
    }

    init(grammars: [Grammar], wantsPartials: Bool, threads: EngineThreads, ticket: OpenCount.Ticket) {
        self.grammars = grammars
        self.wantsPartials = wantsPartials
        self.threads = threads
        work = Mutex(Work(ticket: ticket))
    }

    deinit {
        work.withLock { work in
            for way in work.ways { way.giveBack() }
        }
    }

    func accept(_ samples: [Int16]) async throws {
        guard !samples.isEmpty else { return }
        try await threads.run { [self] in
            try work.withLock { work in
                guard !work.hasEnded else { throw RecognitionError(.engine, "the utterance has ended") }
                try listen(samples, &work)
                if wantsPartials { heard.withLock { $0 = best(work) } }
            }
        }
    }

    func partial() -> Hypothesis? { heard.withLock { $0?.text.isEmpty == true ? nil : $0 } }

    func finish() async throws -> Hypothesis {
        try await threads.run { [self] in
            try work.withLock { work in
                guard !work.hasEnded else { throw RecognitionError(.engine, "the utterance has ended") }
                work.hasEnded = true
                defer {
                    for way in work.ways { way.giveBack() }
                    work.ways = []
                    work.ticket = nil
                }
                for way in work.ways { _ = end(way, work) }
                try listenAgain(&work)
                return best(work)
            }
        }
    }

    private func listen(_ samples: [Int16], _ work: inout Work) throws {
        if work.ways.isEmpty { work.ways = grammars.map { Way(grammar: $0) } }
        work.spread.hear(samples[...])
        work.brief.hear(samples[...])
        guard wantsPartials || work.brief.isTooLong else {
            work.waiting += samples
            return
        }
        try follow(work.waiting + samples, &work)
        work.waiting = []
        // Whoever pauses has perhaps finished: what was said is known by the time that this is sure.
        if work.brief.isPausing { try listenAgain(&work) }
    }

    /// Listens while it comes, window by window.
    private func follow(_ samples: [Int16], _ work: inout Work) throws {
        for index in work.ways.indices where work.ways[index].loan == nil {
            let loan = try work.ways[index].grammar.take()
            work.ways[index].loan = loan
            try loan.decoder.start()
        }
        var start = 0
        while start < samples.count {
            let count = min(samples.count - start, SpeechAudio.window - work.inWindow)
            let piece = work.floor.over(samples[start..<start + count])
            for way in work.ways { try way.loan?.decoder.process(piece) }
            start += count
            work.inWindow += count
            guard work.inWindow == SpeechAudio.window else { continue }
            for index in work.ways.indices {
                let window = end(work.ways[index], work)
                if !window.text.isEmpty { work.ways[index].past.append(window) }
                try work.ways[index].loan?.decoder.start()
            }
            work.before += work.inWindow
            work.inWindow = 0
        }
    }

    /// Listens to all that was said as a whole, when there is more than there was.
    private func listenAgain(_ work: inout Work) throws {
        guard work.brief.spoken > work.wholeUntil || work.brief.isTooLong else { return }
        work.wholeUntil = work.brief.spoken
        for index in work.ways.indices {
            let grammar = work.ways[index].grammar
            guard !work.brief.isTooLong else {
                work.ways[index].whole = nil
                continue
            }
            let loan = try grammar.take()
            defer { grammar.give(back: loan) }
            let heard = work.brief.heard, isFrench = grammar.model.isFrench
            var noise = isFrench ? NoiseFloor(under: heard.loudness) : NoiseFloor()
            let segments = try loan.decoder.hear(whole: noise.over(heard.samples[...]))
            var whole = hypothesis(
                segments, grammar, isFrench ? .frenchWhole : .english, after: heard.first, until: work.before + work.inWindow + work.waiting.count)
            // Among noise everything fits everything; French has the same noise under it always, and a scale that knows it.
            whole.confidence *= isFrench ? work.spread.liveliness : work.spread.clarity
            work.ways[index].whole = whole
        }
    }

    /// Ends what one language listens to. Only from what is surely an order it learns how this voice and this microphone sound.
    private func end(_ way: Way, _ work: borrowing Work) -> Hypothesis {
        way.loan?.decoder.end()
        let heard = current(way, after: work.before)
        way.loan?.decoder.keepsMean = heard.confidence * work.spread.clarity > 0.5
        return heard
    }

    /// The surest language, the others as alternatives.
    private func best(_ work: borrowing Work) -> Hypothesis {
        var all: [Hypothesis] = []
        for way in work.ways {
            // Whoever goes on after a pause has said more than was heard then.
            if let whole = way.whole, work.wholeUntil == work.brief.spoken {
                all.append(whole)
                continue
            }
            var whole = heardAsItCame(way, after: work.before)
            // Among noise everything fits everything.
            whole.confidence *= work.spread.clarity
            all.append(whole)
        }
        all.sort { $0.confidence > $1.confidence }
        guard var best = all.first else { return Hypothesis(text: "", language: grammars.first?.model.language, confidence: 0, engine: Self.engine) }
        best.alternatives = all.dropFirst().filter { !$0.text.isEmpty }
        return best
    }

    private static let engine = "pocketsphinx"

    private func heardAsItCame(_ way: Way, after samples: Int) -> Hypothesis {
        let last = current(way, after: samples)
        let parts = way.past + (last.text.isEmpty ? [] : [last])
        return parts.isEmpty ? last : Hypothesis(joining: parts)
    }

    private func current(_ way: Way, after samples: Int) -> Hypothesis {
        hypothesis(way.loan?.decoder.segments() ?? [], way.grammar, way.grammar.model.isFrench ? .french : .english, after: samples)
    }

    private func hypothesis(_ segments: [SphinxDecoder.Segment], _ grammar: Grammar, _ scale: Confidence.Scale, after samples: Int, until last: Int = .max)
        -> Hypothesis
    {
        let offset = Double(samples) / Double(SpeechAudio.rate), end = Double(last) / Double(SpeechAudio.rate)
        let words = segments.filter(\.isWord).map { segment in
            // `word(2)` is another way to say `word`.
            let text = segment.word.firstIndex(of: "(").map { String(segment.word[..<$0]) } ?? segment.word
            return Hypothesis.Word(text: text, start: min(end, max(0, offset + segment.startSeconds)), end: min(end, offset + segment.endSeconds))
        }
        return Hypothesis(
            text: Lexicon.text(of: words.map(\.text)), language: grammar.model.language, words: words,
            confidence: words.isEmpty ? 0 : Confidence.of(segments, scale), engine: Self.engine)
    }
}
