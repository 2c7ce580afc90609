import Base

// Telephone numbers: French ones by pairs, others digit by digit in their groups.
extension Reader {
    /// A telephone number whose first digit, plus sign or parenthesis is here.
    mutating func readPhone() -> Bool {
        let isInternational = at(position) == "+", isArea = at(position) == "("
        let start = isInternational || isArea ? position + 1 : position
        guard isDigit(start), isInternational || isArea || at(start - 1).map({ !".,-/:".unicodeScalars.contains($0) }) ?? true else { return false }
        var groups: [Range<Int>] = []
        var index = start
        while groups.count < 8, isDigit(index) {
            let end = digitsEnd(index)
            guard end - index <= 15 else { return false }
            groups.append(index..<end)
            index = end
            if at(index) == ")" { index += 1 }
            if isSpace(index) || at(index) == "-" || at(index) == "." { index += 1 }
            // The zero in +33 (0)6 is not dialled.
            if matches("(0)", at: index) { index += 3 }
            if isSpace(index), !isDigit(index) { index += 1 }
        }
        let taken = isInternational ? international(groups) : isArea ? area(groups) : national(groups)
        guard let taken, let end = taken.last?.upperBound, !continuesWord(at: end), !(at(end) == "," && isDigit(end + 1)) else { return false }
        let spoken = taken.map { language == .french ? pairs(string($0)) : language.digits(string($0)) }
        say((isInternational ? "plus " : "") + spoken.joined(separator: ", "), to: end)
        return true
    }

    /// The whole text as a telephone number; `nil` when it is none.
    mutating func telephone() -> String? {
        guard text.count <= 32, readPhone(), position == text.count else { return nil }
        return written
    }

    private func international(_ groups: [Range<Int>]) -> [Range<Int>]? {
        let count = groups.reduce(0) { $0 + $1.count }
        guard (8...15).contains(count) else { return nil }
        guard groups.count == 1, let all = groups.first else { return groups }
        // +33612345678: the country, then the number.
        let country = text[all.lowerBound] == "1" || text[all.lowerBound] == "7" ? 1 : 2
        return [all.lowerBound..<all.lowerBound + country, all.lowerBound + country..<all.upperBound]
    }

    private func area(_ groups: [Range<Int>]) -> [Range<Int>]? {
        groups.count >= 3 && groups[..<3].map(\.count) == [3, 3, 4] && at(groups[0].upperBound) == ")" ? Array(groups[..<3]) : nil
    }

    private func national(_ groups: [Range<Int>]) -> [Range<Int>]? {
        guard let first = groups.first else { return nil }
        let counts = groups.map(\.count), isZero = text[first.lowerBound] == "0"
        if isZero, counts.starts(with: [2, 2, 2, 2, 2]) { return Array(groups[..<5]) }
        if isZero, counts.starts(with: [1, 3, 3, 3]) || counts.starts(with: [4, 2, 2, 2]) { return Array(groups[..<4]) }
        if isZero, counts.starts(with: [4, 3, 3]) || counts.starts(with: [3, 4, 4]) || counts.starts(with: [5, 3, 3]) { return Array(groups[..<3]) }
        if isZero, counts.starts(with: [5, 6]) { return Array(groups[..<2]) }
        if isZero, counts[0] == 10, string(first.lowerBound + 1..<first.lowerBound + 2) != "0" {
            return language == .french
                ? [first] : [first.lowerBound..<first.lowerBound + 3, first.lowerBound + 3..<first.lowerBound + 6, first.lowerBound + 6..<first.upperBound]
        }
        if counts.starts(with: [3, 3, 4]), at(first.upperBound) != "," { return Array(groups[..<3]) }
        if counts.starts(with: [1, 3, 3, 4]), text[first.lowerBound] == "1" { return Array(groups[..<4]) }
        return nil
    }

    /// "zéro six, douze"; groups of three stay together.
    private func pairs(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return language.withZeros(digits) }
        var parts: [String] = [], rest = digits[...]
        if rest.utf8.count % 2 == 1 { parts.append(language.withZeros(String(rest.removeFirst()))) }
        while !rest.isEmpty {
            parts.append(language.withZeros(rest.prefix(2)))
            rest = rest.dropFirst(2)
        }
        return parts.joined(separator: ", ")
    }
}
