private import Foundation

/// Phonemes as Piper's voices have learnt them: code points of IPA in canonical decomposition, with the marks that end clauses, sentence by sentence.
///
/// The marks are recovered from the text, because espeak-ng 1.51 does not tell them; the rules are those of its `ReadClause`.
enum PiperPhonemes {
    /// The longest sentence for one run of a model, in code points; what is longer is parted at a space. The work grows faster than the length.
    static let longestSentence = 500

    /// - Parameter voice: espeak-ng's, as in the voice's configuration.
    static func sentences(of clauses: [PhonemeClause], voice: String) -> [[Unicode.Scalar]] {
        var sentences: [[Unicode.Scalar]] = []
        var sentence = ""
        func end() {
            sentences += parts(of: Array(sentence.decomposedStringWithCanonicalMapping.unicodeScalars))
            sentence = ""
        }
        for clause in clauses {
            let spoken = written(clause.phonemes, voice: voice)
            let mark = Mark(ending: clause)
            sentence += spoken + mark.text
            if mark.endsSentence { end() } else if !sentence.isEmpty { sentence += " " }
        }
        end()
        return sentences
    }

    /// Without separators and the marks where the language changes, and in the spelling of version 1.52, which has one phoneme less in American English
    /// and another entry for "has been".
    private static func written(_ phonemes: String, voice: String) -> String {
        var written = String.UnicodeScalarView()
        var rest = phonemes.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == Espeak.separator { continue }
            if scalar == "(", let end = rest.firstIndex(of: ")"), end > rest.startIndex {
                rest = rest[rest.index(after: end)...]
            } else {
                written.append(scalar)
            }
        }
        var text = String(written)
        if voice.hasPrefix("en") { text = text.replacingOccurrences(of: "hˈæzbiːn", with: "hɐzbɪn") }
        if voice == "en-us" { text = text.replacingOccurrences(of: "oːɹ", with: "ɔːɹ") }
        return text
    }

    private static func parts(of sentence: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = []
        var rest = sentence[...]
        while rest.count > longestSentence {
            let head = rest.prefix(longestSentence)
            let cut = head.lastIndex(of: " ").map { $0 + 1 } ?? head.endIndex
            parts.append(Array(rest[..<cut]))
            rest = rest[cut...]
        }
        if rest.contains(where: { $0 != " " }) { parts.append(Array(rest)) }
        return parts
    }

    /// What ended a clause.
    private struct Mark {
        var text = ""
        var endsSentence = false

        init(ending clause: PhonemeClause) {
            let scalars = Array(clause.text.unicodeScalars)
            let end = scalars.lastIndex { !Self.spaces.contains($0) }.map { $0 + 1 } ?? 0
            // A paragraph: its pause is the mark.
            if scalars[end...].count(where: { $0 == "\n" }) >= 2 {
                endsSentence = true
                return
            }
            let start = scalars[..<end].lastIndex { Self.known[$0] == nil && $0 != Self.ellipsis }.map { $0 + 1 } ?? 0
            // Marks before the first word are none.
            guard start < end, scalars[..<start].contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
                endsSentence = clause.isLast
                return
            }
            // Of several, the first one counts.
            let run = scalars[start..<end]
            if run.first == Self.ellipsis || run.starts(with: "...".unicodeScalars) {
                // Piper drops it and runs the words before and after together; a pause is what is meant.
                text = clause.isLast ? "." : ","
                endsSentence = clause.isLast
            } else if let mark = run.first.flatMap({ Self.known[$0] }) {
                text = mark
                endsSentence = mark == "" || ".?!".contains(mark)
            }
        }

        private static let ellipsis: Unicode.Scalar = "…"

        /// Marks that end a clause before a space, and how Piper writes them; those that it does not write end a sentence.
        private static let known: [Unicode.Scalar: String] = [
            ".": ".", "?": "?", "!": "!", ",": ",", ":": ":", ";": ";", "–": ";", "—": ";", "⁏": ";", "‼": "!", "⁇": "?", "\u{37E}": "?", "\u{387}": ";",
            "،": ",", "؛": ";", "؟": "?", "۔": ".", "。": "", "！": "", "．": "", "？": "", "\u{2029}": "",
        ]

        /// What the library skips after a mark; the spaces that do not break are not among it.
        private static let spaces = Set(" \t\n\u{B}\u{C}\r\u{1680}\u{2028}\u{205F}\u{3000}".unicodeScalars).union(
            (0x2000...0x200A).filter { $0 != 0x2007 }.compactMap(Unicode.Scalar.init(_:) as (UInt32) -> Unicode.Scalar?))
    }
}
