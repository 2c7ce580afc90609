import Base
import Domain
import Understanding

/// Corrections without a verb.
extension Telling {
    /// "non, 4513", "je voulais dire 4513", "pas 4512, 4513".
    mutating func correct(_ clause: Clause) {
        guard clause.openers.contains(.correction) || said.text[clause.body.lowerBound] == "pas" || said.text[clause.body.lowerBound] == "not" else { return }
        var range = clause.body
        let first = said.text[range.lowerBound]
        if first == "pas" || first == "not" {
            // "pas 4512, 4513", "pas à Lyon mais à Nantes"
            guard let turn = range.first(where: { $0 > range.lowerBound + 1 && (said.gaps[$0] == .comma || ["mais", "but"].contains(said.text[$0])) }) else {
                return except(range.dropFirst(), clause)
            }
            range = (["mais", "but"].contains(said.text[turn]) ? turn + 1 : turn)..<range.upperBound
        }
        if range.count > 1, ["c", "it"].contains(said.text[range.lowerBound]) { range = range.lowerBound + 2..<range.upperBound }
        guard let start = range.first, range.count <= 6, !said.quoted.contains(start) else { return }
        let word = said.text[start]
        let isNamed = said.text.tokens[start].kind == .number || said.isCapitalised(start) && !words.little.contains(word)
        let isPhrase =
            ["a", "chez", "le", "la", "les", "l", "en", "au", "aux", "du", "des", "dans", "sur", "sous", "the", "in", "at", "on", "to"].contains(word)
            && range.count > 1
        guard isNamed || isPhrase else { return }
        var indices = Array(range)
        if isPhrase { indices.removeFirst() }
        let words = value(indices)
        if var last = found.last, !last.value.isEmpty {
            last.value = words
            last.change = .corrects
            last.text = said.original(clause.body)
            found[found.count - 1] = last
            return
        }
        found.append(
            Statement(subject: .init(key: Statement.Subject.last, name: ""), relation: .last, value: words, change: .corrects, text: said.original(clause.body))
        )
    }
}
