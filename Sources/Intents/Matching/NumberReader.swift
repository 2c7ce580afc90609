/// Reads numbers of an utterance: digits, or words.
struct NumberReader {
    let grammar: CompiledGrammar
    let numbers: Determinizer
    let isTolerant: Bool

    /// Adds the runs from an offset that are a number of the range.
    func addSpans(
        in lattice: Lattice, word: Int, at offset: Int, range: IntentPackage.List.Range, walk: inout Walk, to spans: inout Store<Search.Span>
    ) {
        func offer(_ value: Double, _ end: Int, _ cost: Float, _ departures: Int = 0) {
            guard Self.fits(value, range) else { return }
            spans.append(Search.Span(end: end, value: .number(value * range.multiplier), cost: cost, departures: departures))
        }
        if offset == lattice.starts[word], let value = lattice.number(word) {
            offer(value, lattice.starts[word + 1], 0)
            fractions(after: word + 1, in: lattice, whole: value, isInDigits: true, walk: &walk) { offer($0, $1, 0) }
            return
        }
        walk.run(numbers, lattice, word: word, at: offset, isTolerant: isTolerant)
        guard walk.found.count > 0 else { return }
        for whole in (0..<walk.found.count).map({ walk.found[$0] }) {
            let value = grammar.numberWords.spellings[Int(whole.accepted)].value
            offer(value, whole.end, whole.cost, whole.departures)
            guard let next = lattice.word(beginningAt: whole.end) else { continue }
            fractions(after: next, in: lattice, whole: value, isInDigits: false, walk: &walk) { offer($0, $1, whole.cost, whole.departures) }
        }
    }

    /// "virgule cinq", "et demi" behind a whole number.
    private func fractions(
        after word: Int, in lattice: Lattice, whole: Double, isInDigits: Bool, walk: inout Walk, _ offer: (_ value: Double, _ end: Int) -> Void
    ) {
        guard word < lattice.count else { return }
        let sign: Double = whole < 0 ? -1 : 1
        for half in grammar.numberWords.halves where word + half.count <= lattice.count {
            if half.indices.allSatisfy({ lattice.word(word + $0).folded == half[$0] }) { offer(whole + sign * 0.5, lattice.starts[word + half.count]) }
        }
        guard word + 1 < lattice.count, grammar.numberWords.decimalMarks.contains(lattice.word(word).folded) else { return }
        if let digit = lattice.number(word + 1), digit >= 0, digit < 10, digit == digit.rounded() {
            offer(whole + sign * digit / 10, lattice.starts[word + 2])
        } else if !isInDigits {
            walk.run(numbers, lattice, word: word + 1, at: lattice.starts[word + 1], isTolerant: isTolerant)
            for index in 0..<walk.found.count {
                let digit = grammar.numberWords.spellings[Int(walk.found[index].accepted)].value
                if digit >= 0, digit < 10, digit == digit.rounded() { offer(whole + sign * digit / 10, walk.found[index].end) }
            }
        }
    }

    /// Whether the list has the number: within its ends, on its steps, with no finer parts than it allows.
    static func fits(_ value: Double, _ range: IntentPackage.List.Range) -> Bool {
        guard value >= Double(range.from), value <= Double(range.to) else { return false }
        let parts = value * Double(range.parts)
        guard abs(parts - parts.rounded()) < 1e-9 else { return false }
        return range.step == 1 || value != value.rounded() || (Int(value) - range.from) % range.step == 0
    }

    /// A number in digits, with a point or a comma.
    static func digits(_ text: String) -> Double? {
        guard let first = text.unicodeScalars.first, first == "-" || Tokenizer.kind(of: first) == .digit, text.count <= 12 else { return nil }
        var ascii = ""
        for scalar in text.unicodeScalars {
            if scalar == "," || scalar == "." {
                ascii += "."
            } else if scalar == "-" {
                ascii += "-"
            } else if let value = scalar.properties.numericValue, value >= 0, value < 10, value == value.rounded() {
                ascii += String(Int(value))
            } else {
                return nil
            }
        }
        return Double(ascii)
    }
}
