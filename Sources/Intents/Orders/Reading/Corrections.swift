/// Takes back what the speaker took back: "allume le salon, euh non, la chambre" is "allume la chambre".
struct Corrections {
    let finding: Finding

    private static let limit = 3

    /// The sentence with its corrections made; `nil` when there are none, or one is not understood.
    func corrected(_ sentence: Sentence) -> Sentence? {
        var current = sentence
        for round in 0..<Self.limit {
            guard let marker = marker(in: current) else { return round == 0 ? nil : current }
            guard let next = applied(marker, to: current) else { return nil }
            current = next
        }
        return current
    }

    /// The first marker that has something to correct before it, and the correction behind.
    private func marker(in sentence: Sentence) -> Range<Int>? {
        let words = sentence.words
        var from = 1
        while let found = finding.lexicon.corrections.first(in: words, from: from) {
            if found.upperBound < words.count { return found }
            from = found.lowerBound + 1
        }
        return nil
    }

    private func applied(_ marker: Range<Int>, to sentence: Sentence) -> Sentence? {
        let lexicon = finding.lexicon
        let words = sentence.words
        // The order that is corrected begins with the last verb that follows a joint or a pause.
        var start = 0
        var index = 1
        while index < marker.lowerBound {
            if let length = lexicon.joints.length(at: index, in: words, before: marker.lowerBound), Layout.opensWithVerb(words, index + length, lexicon) {
                start = index + length
            }
            if words[index].followsPause, Layout.opensWithVerb(words, index, lexicon) { start = index }
            index += 1
        }
        // And the correction ends where another order follows.
        var end = marker.upperBound + 1
        while end < words.count {
            if let length = lexicon.joints.length(at: end, in: words, before: words.count), Layout.opensWithVerb(words, end + length, lexicon) { break }
            end += 1
        }
        let before = sentence.text(of: 0..<start)
        let behind = sentence.text(of: end..<words.count)
        let correction = sentence.text(of: marker.upperBound..<min(end, words.count))
        let mended: String
        if Layout.opensWithVerb(words, marker.upperBound, lexicon) || !Layout.opensWithVerb(words, start, lexicon) {
            mended = correction
        } else {
            let base = sentence.text(of: start..<marker.lowerBound)
            guard let spliced = Splice(finding: finding).best(base, correction, replacesOnly: true) else { return nil }
            mended = spliced.text
        }
        return Sentence([before, mended, behind].filter { !$0.isEmpty }.joined(separator: " "))
    }
}
