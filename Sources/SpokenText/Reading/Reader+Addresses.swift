import Base

// Web and e-mail addresses, names of files.
extension Reader {
    /// An address that begins here. Each token is looked at once.
    mutating func readAddress() -> Bool {
        let isLink = matches("http://", at: position) || matches("https://", at: position)
        guard position >= addressesKnownTo || isLink else { return false }
        var end = position
        var hasPoint = false, hasAt = false
        while end - position < 2000, let scalar = at(end), !scalar.properties.isWhitespace, !"<>\"«»|`*()[]".unicodeScalars.contains(scalar) {
            if scalar == "." { hasPoint = true }
            if scalar == "@" { hasAt = true }
            end += 1
        }
        addressesKnownTo = end
        while end > position, ".,;:!?'’…".unicodeScalars.contains(text[end - 1]) { end -= 1 }
        guard hasPoint || isLink else { return false }
        if isLink {
            sayLink(position + (at(position + 4) == "s" ? 8 : 7)..<end)
        } else if hasAt, isMail(position..<end) {
            sayMail(position..<end)
        } else if isHost(position..<hostEnd(position, end)) {
            sayLink(position..<end)
        } else {
            return false
        }
        return true
    }

    private func hostEnd(_ start: Int, _ end: Int) -> Int {
        text[start..<end].firstIndex { "/:?#".unicodeScalars.contains($0) } ?? end
    }

    /// Names with points between them, the last of a known kind: `jarvis.local`, `notes.txt`, `www.example.org`.
    private func isHost(_ range: Range<Int>) -> Bool {
        let labels = text[range].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isHostScalar) }) else { return false }
        guard labels[0].contains(where: { isLetter($0) }) else { return false }
        if matches("www.", at: range.lowerBound) { return true }
        return Vocabulary.domains.contains(string(last.startIndex..<last.endIndex))
    }

    private func isMail(_ range: Range<Int>) -> Bool {
        let parts = text[range].split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ isHostScalar($0) || $0 == "." || $0 == "+" || $0 == "%" }) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy(isHostScalar) } && labels.last?.allSatisfy { isLetter($0) } == true
    }

    private func isHostScalar(_ scalar: Unicode.Scalar) -> Bool { continuesWord(scalar) || scalar == "-" || scalar == "_" }

    /// The scheme and "www" are left out; a path too long to be listened to is, too.
    private mutating func sayLink(_ range: Range<Int>) {
        var range = range
        if matches("www.", at: range.lowerBound) { range = min(range.lowerBound + 4, range.upperBound)..<range.upperBound }
        while let last = range.last, text[last] == "/" { range.removeLast() }
        let host = hostEnd(range.lowerBound, range.upperBound)
        let hasShortPath = range.upperBound - host <= 60
        say(spoken(range.lowerBound..<(hasShortPath ? range.upperBound : host)), to: range.upperBound)
        if at(position) == "/" { position += 1 }
        addressesKnownTo = max(addressesKnownTo, position)
    }

    private mutating func sayMail(_ range: Range<Int>) { say(spoken(range), to: range.upperBound) }

    /// Names as they stand, endings of two letters spelled, signs by name, numbers in words.
    private func spoken(_ range: Range<Int>) -> String {
        var words: [String] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            if isDigit(index) {
                index = min(digitsEnd(index), range.upperBound)
                words.append(index - start > 4 ? language.digits(string(start..<index)) : language.withZeros(string(start..<index)))
            } else if isLetter(index) {
                index = min(wordEnd(index), range.upperBound)
                let word = string(start..<index)
                let isEnding = at(start - 1) == "." && (index == range.upperBound || at(index) != ".")
                words.append(isEnding && (word.count == 2 || Vocabulary.spelledEndings.contains(word)) ? vocabulary.spelled(word) : word)
            } else {
                if let name = vocabulary.addressSigns[text[index]] { words.append(name) }
                index += 1
            }
        }
        return words.joined(separator: " ")
    }
}
