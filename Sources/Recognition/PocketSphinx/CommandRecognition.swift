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
        /// Samples of the window that is being listened to, and of those before.
        var inWindow = 0
        var before = 0
        var hasEnded = false
        var ticket: OpenCount.Ticket?
    }

    /// One language's way.
    private struct Way {
        let grammar: Grammar
        let loan: Grammar.Loaned
        /// What windows before had.
        var past: [Hypothesis] = []
    }

    init(grammars: [Grammar], wantsPartials: Bool, threads: EngineThreads, ticket: OpenCount.Ticket) {
        self.grammars = grammars
        self.wantsPartials = wantsPartials
        self.threads = threads
        work = Mutex(Work(ticket: ticket))
    }

    deinit {
        work.withLock { work in
            for way in work.ways { way.grammar.give(back: way.loan) }
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
                    for way in work.ways { way.grammar.give(back: way.loan) }
                    work.ways = []
                    work.ticket = nil
                }
                for way in work.ways { _ = end(way, work) }
                return best(work)
            }
        }
    }

    private func listen(_ samples: [Int16], _ work: inout Work) throws {
        if work.ways.isEmpty {
            for grammar in grammars { work.ways.append(Way(grammar: grammar, loan: try grammar.take())) }
            for way in work.ways { try way.loan.decoder.start() }
        }
        var start = 0
        while start < samples.count {
            let count = min(samples.count - start, SpeechAudio.window - work.inWindow)
            work.spread.hear(samples[start..<start + count])
            let piece = work.floor.over(samples[start..<start + count])
            for way in work.ways { try way.loan.decoder.process(piece) }
            start += count
            work.inWindow += count
            guard work.inWindow == SpeechAudio.window else { continue }
            for index in work.ways.indices {
                let window = end(work.ways[index], work)
                if !window.text.isEmpty { work.ways[index].past.append(window) }
                try work.ways[index].loan.decoder.start()
            }
            work.before += work.inWindow
            work.inWindow = 0
        }
    }

    /// Ends what one language listens to. Only from what is surely an order it learns how this voice and this microphone sound.
    private func end(_ way: Way, _ work: borrowing Work) -> Hypothesis {
        way.loan.decoder.end()
        let heard = hypothesis(way, after: work.before)
        way.loan.decoder.keepsMean = heard.confidence * work.spread.clarity > 0.5
        return heard
    }

    /// The surest language, the others as alternatives.
    private func best(_ work: borrowing Work) -> Hypothesis {
        var all: [Hypothesis] = []
        for way in work.ways {
            let last = hypothesis(way, after: work.before)
            let parts = way.past + (last.text.isEmpty ? [] : [last])
            var whole = parts.isEmpty ? last : Hypothesis(joining: parts)
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

    private func hypothesis(_ way: Way, after samples: Int) -> Hypothesis {
        let offset = Double(samples) / Double(SpeechAudio.rate)
        let segments = way.loan.decoder.segments()
        let spoken = segments.filter(\.isWord)
        let words = spoken.map { segment in
            // `word(2)` is another way to say `word`.
            let text = segment.word.firstIndex(of: "(").map { String(segment.word[..<$0]) } ?? segment.word
            return Hypothesis.Word(text: text, start: offset + segment.startSeconds, end: offset + segment.endSeconds)
        }
        return Hypothesis(
            text: Lexicon.text(of: words.map(\.text)), language: way.grammar.model.language, words: words,
            confidence: words.isEmpty ? 0 : Confidence.of(segments, french: way.grammar.model.isFrench), engine: Self.engine)
    }
}
