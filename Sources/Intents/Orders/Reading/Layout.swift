import Domain

/// An utterance in its pieces: what is between "et", commas and "puis", with when it is said to be done and what is left out.
struct Layout {
    struct Piece {
        /// The words of the order itself, as they were written.
        var text: String
        /// First and last word in the sentence; several pieces side by side can be read as one.
        var words: Range<Int>
        /// Whether it begins with a verb, so that it is an order of its own.
        var opensWithVerb: Bool
        var timing: TimingSpan?
        /// The timing stands before the order, and so before what follows too.
        var timingLeads = false
        /// How long it shall last.
        var lasting: TimingSpan?
        /// The words with those about the time among them: what a skill that reads times itself is given.
        var fullRange: Range<Int>
        var exceptions: [String] = []
        /// Whether nothing was taken out of its middle.
        var isWhole = true
    }

    private(set) var pieces: [Piece] = []
    let sentence: Sentence

    /// More pieces than anybody orders in one breath; the rest is one piece.
    private static let limit = 12

    init(_ sentence: Sentence, _ lexicon: Lexicon, timings: [TimingSpan]) {
        self.sentence = sentence
        let words = sentence.words
        var kept: [Int] = []
        var exceptions: [String] = []
        var timing: TimingSpan?
        var timingLeads = false
        var lasting: TimingSpan?
        /// A timing that stands by itself between pauses, and belongs to what follows.
        var pending: TimingSpan?

        func close() {
            defer {
                kept = []
                exceptions = []
                timing = nil
                timingLeads = false
                lasting = nil
            }
            guard let first = kept.first, let last = kept.last else {
                if let timing {
                    // Behind everything, it belongs to what was said before.
                    if pieces.isEmpty {
                        pending = timing
                    } else if pieces[pieces.count - 1].timing == nil {
                        pieces[pieces.count - 1].timing = timing
                    } else {
                        pending = timing
                    }
                }
                if !exceptions.isEmpty, !pieces.isEmpty { pieces[pieces.count - 1].exceptions += exceptions }
                if let lasting, !pieces.isEmpty, pieces[pieces.count - 1].lasting == nil { pieces[pieces.count - 1].lasting = lasting }
                return
            }
            var runs: [Range<Int>] = []
            for index in kept {
                if let run = runs.last, run.upperBound == index { runs[runs.count - 1] = run.lowerBound..<index + 1 } else { runs.append(index..<index + 1) }
            }
            let spans = [timing, lasting].compactMap { $0?.words }
            let all = ((spans.map(\.lowerBound) + [first]).min() ?? first)..<((spans.map(\.upperBound) + [last + 1]).max() ?? last + 1)
            let text = runs.map { sentence.text(of: $0) }.joined(separator: " ")
            var piece = Piece(
                text: lexicon.orderers.contains(words[first].folded) ? Cleaning.clean(Sentence(text), lexicon).text : text, words: first..<last + 1,
                opensWithVerb: Self.opensWithVerb(words, first, lexicon),
                timing: timing, timingLeads: timingLeads, lasting: lasting, fullRange: all, exceptions: exceptions, isWhole: runs.count == 1)
            if piece.timing == nil, let held = pending {
                piece.timing = held
                piece.timingLeads = true
            }
            pending = nil
            pieces.append(piece)
        }

        var index = 0
        while index < words.count {
            if words[index].followsPause, index > 0, !Self.isColon(before: index, in: sentence), pieces.count < Self.limit { close() }
            if let span = timings.first(where: { $0.words.lowerBound == index }) {
                if span.isLength {
                    lasting = span
                } else {
                    // A second timing in one piece begins another.
                    if timing != nil { close() }
                    timing = span
                    timingLeads = kept.isEmpty
                }
                index = span.words.upperBound
                continue
            }
            if let length = lexicon.exceptions.length(at: index, in: words, before: words.count), index > 0 {
                let end = Self.endOfException(from: index + length, words, lexicon, timings)
                if end > index + length, !lexicon.opensWithVerb(words, at: index + length) {
                    exceptions.append(sentence.text(of: index + length..<end))
                    index = end
                    continue
                }
            }
            if !kept.isEmpty || timing != nil || !pieces.isEmpty || !exceptions.isEmpty,
                let length = lexicon.joints.length(at: index, in: words, before: words.count),
                !Self.isInNumber(words, at: index, length, lexicon), pieces.count < Self.limit
            {
                close()
                index += length
                continue
            }
            kept.append(index)
            index += 1
        }
        close()
        if let pending, !pieces.isEmpty, pieces[pieces.count - 1].timing == nil { pieces[pieces.count - 1].timing = pending }
    }

    /// Several pieces as one text, with what joins them; `nil` when a timing or an exception stands between.
    func text(of range: ClosedRange<Int>) -> String? {
        if range.count == 1 { return pieces[range.lowerBound].text }
        for index in range {
            let piece = pieces[index]
            if piece.lasting != nil, index < range.upperBound { return nil }
            if !piece.isWhole || !piece.exceptions.isEmpty && index < range.upperBound { return nil }
            if piece.timing != nil, index < range.upperBound, !(index == range.lowerBound && piece.timingLeads) { return nil }
            if piece.timing != nil, index > range.lowerBound, piece.timingLeads { return nil }
        }
        return sentence.text(of: pieces[range.lowerBound].words.lowerBound..<pieces[range.upperBound].words.upperBound)
    }

    // MARK: details

    /// Whether an order begins at a word: with a verb as it is spelled or misspelled, or as a question.
    static func opensWithVerb(_ words: [Sentence.Word], _ index: Int, _ lexicon: Lexicon) -> Bool {
        guard index < words.count else { return false }
        let word = words[index]
        if lexicon.verbs[word.folded] != nil { return true }
        // "tu fermes la porte", "tu me mets", "tu les éteins".
        if lexicon.orderers.contains(word.folded), words[index...].dropFirst().prefix(2).contains(where: { lexicon.verbs[$0.folded] != nil }) { return true }
        if lexicon.negationOpeners.contains(word.folded), index + 1 < words.count {
            return lexicon.language == .english ? true : lexicon.verbs[words[index + 1].folded] != nil
        }
        if lexicon.inquiries.length(at: index, in: words, before: words.count) != nil { return true }
        if lexicon.isLight(word.folded) { return false }
        return word.folded.utf8.count >= 5 && index + 1 < words.count && lexicon.verbs.nearest(to: word) != nil
    }

    /// A colon parts nothing: "22:30" is one time, and "annonce : le dîner est prêt" one order.
    private static func isColon(before index: Int, in sentence: Sentence) -> Bool {
        sentence.text[sentence.words[index - 1].range.upperBound..<sentence.words[index].range.lowerBound].contains(":")
    }

    /// "une heure et demie", "vingt et un": the joint is part of the number.
    private static func isInNumber(_ words: [Sentence.Word], at index: Int, _ length: Int, _ lexicon: Lexicon) -> Bool {
        guard length == 1, index > 0, index + 1 < words.count else { return false }
        let (before, after) = (words[index - 1].folded, words[index + 1].folded)
        if lexicon.language == .french {
            if ["demi", "demie", "quart"].contains(after) { return true }
            return ["vingt", "trente", "quarante", "cinquante", "soixante"].contains(before) && ["un", "une", "onze"].contains(after)
        }
        return after == "a" && index + 2 < words.count && ["half", "quarter"].contains(words[index + 2].folded) || after == "half" || before == "hundred"
    }

    /// What is left out ends where another order begins, at a pause that no "et" follows, or where it is said when.
    private static func endOfException(from start: Int, _ words: [Sentence.Word], _ lexicon: Lexicon, _ timings: [TimingSpan]) -> Int {
        var index = start
        while index < words.count {
            if timings.contains(where: { $0.words.lowerBound == index }) { return index }
            if index > start {
                if words[index].followsPause, opensWithVerb(words, index, lexicon) { return index }
                if let length = lexicon.joints.length(at: index, in: words, before: words.count),
                    opensWithVerb(words, index + length, lexicon) || timings.contains(where: { $0.words.lowerBound == index + length })
                {
                    return index
                }
            }
            index += 1
        }
        return index
    }
}
