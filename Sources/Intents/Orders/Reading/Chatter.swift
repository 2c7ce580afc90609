import Domain

/// What people say around an order without ordering anything: "…, le petit dort", "on se gèle dans la chambre, …".
///
/// It stands between pauses, and has the words of a statement: a subject first, no verb of an order. What might take the order back, forbid it or report
/// somebody else's is never chatter: then nothing is put aside, and the whole is not understood.
struct Chatter {
    let lexicon: Lexicon

    /// An utterance without its chatter.
    struct Stripped {
        var sentence: Sentence
        /// The room that was spoken of: an order that names none is about it.
        var area: String?
    }

    private static let wordLimit = 12

    /// `nil` when there is no chatter, or nothing else.
    ///
    /// - Parameter areas: the rooms of the house.
    func stripped(_ sentence: Sentence, areas: [HomeModel.Area]) -> Stripped? {
        let segments = segments(of: sentence)
        guard segments.count > 1, segments.count <= 4 else { return nil }
        var kept: [Range<Int>] = []
        var area: String?
        for segment in segments {
            let words = sentence.words[segment]
            // "annonce ceci : le dîner est prêt": what a colon announces is part of the order.
            guard isChatter(words), !followsColon(segment.lowerBound, in: sentence) else {
                if isReport(words), segment != segments.last { return nil }
                kept.append(segment)
                continue
            }
            // What was said of a room before the order says where.
            if kept.isEmpty { area = room(in: Array(words), of: areas) ?? area }
        }
        guard !kept.isEmpty, kept.count < segments.count else { return nil }
        return Stripped(sentence: Sentence(kept.map { sentence.text(of: $0) }.joined(separator: ", ")), area: area)
    }

    /// Whether some words are a statement that orders nothing.
    func isChatter(_ words: ArraySlice<Sentence.Word>) -> Bool {
        guard let first = words.first, words.count <= Self.wordLimit else { return false }
        let begins =
            lexicon.subjects.contains(first.folded)
            || lexicon.definite.contains(first.folded) && words.dropFirst(2).contains { lexicon.happenings.contains($0.folded) }
        guard begins, !isReport(words) else { return false }
        return words.allSatisfy {
            lexicon.verbs[$0.folded] == nil && lexicon.results[$0.folded] == nil && !lexicon.reversals.contains($0.folded)
        }
    }

    /// "il m'a dit : ouvre la porte" orders nothing.
    private func isReport(_ words: ArraySlice<Sentence.Word>) -> Bool {
        words.dropFirst().contains { lexicon.reports.contains($0.folded) }
    }

    /// Between pauses; a colon is one, unless it stands in a time.
    private func segments(of sentence: Sentence) -> [Range<Int>] {
        let words = sentence.words
        var segments: [Range<Int>] = []
        var start = 0
        for index in words.indices.dropFirst() where words[index].followsPause {
            let isTime = words[index].folded.first?.isNumber == true && words[index - 1].folded.first?.isNumber == true
            guard !isTime else { continue }
            segments.append(start..<index)
            start = index
        }
        segments.append(start..<words.count)
        return segments
    }

    private func followsColon(_ index: Int, in sentence: Sentence) -> Bool {
        guard index > 0 else { return false }
        return sentence.text[sentence.words[index - 1].range.upperBound..<sentence.words[index].range.lowerBound].contains(":")
    }

    /// The one room that is named behind a preposition.
    private func room(in words: [Sentence.Word], of areas: [HomeModel.Area]) -> String? {
        var found: Set<String> = []
        for area in areas {
            for name in [area.name] + area.aliases {
                let spelled = Tokenizer.words(of: name).map(\.folded)
                guard !spelled.isEmpty, words.count > spelled.count else { continue }
                for start in 1...words.count - spelled.count where words[start..<start + spelled.count].map(\.folded) == spelled {
                    if lexicon.isLight(words[start - 1].folded) { found.insert(area.id) }
                }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}

/// What is named before it is ordered: "le plafonnier du salon, allume-le", "la porte, elle est fermée ?".
struct Topic {
    let lexicon: Lexicon
    private static let wordLimit = 6

    /// With the thing in the place of its pronoun; `nil` when nothing is named so.
    func resolved(_ sentence: Sentence) -> Sentence? {
        let words = sentence.words
        guard let pause = words.indices.dropFirst().first(where: { words[$0].followsPause }), pause <= Self.wordLimit, let first = words.first,
            lexicon.definite.contains(first.folded), words[..<pause].allSatisfy({ lexicon.verbs[$0.folded] == nil })
        else { return nil }
        let thing = sentence.text(of: 0..<pause)
        let rest = Cleaning.clean(Sentence(sentence.text(of: pause..<words.count)), lexicon)
        if let place = Pronoun(lexicon: lexicon).place(in: rest) { return Sentence(rest.replacing(place, with: thing)) }
        if rest.words.count > 1, ["elle", "il", "elles", "ils"].contains(rest.words[0].folded), ["est", "sont"].contains(rest.words[1].folded) {
            return Sentence(rest.replacing(0..<1, with: thing))
        }
        return nil
    }
}
