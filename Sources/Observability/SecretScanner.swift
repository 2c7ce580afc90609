/// Finds secrets by what stands before them (`password=`, `"token":`, `--api-key `, `Bearer `, `scheme://user:pass@`) and tokens by their look.
struct SecretScanner {
    private let bytes: [UInt8]
    private var result: [UInt8] = []
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        result.reserveCapacity(bytes.count)
    }

    consuming func run() -> [UInt8] {
        while position < bytes.count {
            if isWord(bytes[position]) {
                word()
            } else if startsAuthority(position) {
                authority()
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }

    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private func skipBlanks(_ index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        return index
    }

    // MARK: URLs

    private func startsAuthority(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ":") && byte(index + 1) == UInt8(ascii: "/") && byte(index + 2) == UInt8(ascii: "/")
    }

    /// `://user:password@host` → `://[masked]@host`.
    private mutating func authority() {
        let start = position + 3
        result += bytes[position..<start]
        position = start
        var end = start, at: Int?
        while let byte = byte(end), byte != UInt8(ascii: "/"), !byte.isSpace, !byte.isQuote, byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") {
            if byte == UInt8(ascii: "@") { at = end }
            end += 1
        }
        if let at, at > start {
            result += Redactor.masked
            position = at
        }
    }

    // MARK: Words

    private mutating func word() {
        let start = position
        var end = start
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        let word = bytes[start..<end]
        if let token = tokenStart(in: word) {
            result += bytes[start..<token]
            result += Array("[token]".utf8)
            position = end
            return
        }
        result += word
        position = end
        if isScheme(word), let credential = credential(after: end) {
            result += bytes[end..<credential.lowerBound]
            result += Redactor.masked
            position = credential.upperBound
        } else if let value = valueStart(after: end, of: word, at: start), let valueEnd = valueEnd(from: value, of: word) {
            result += bytes[end..<value]
            if bytes[value].isQuote { result.append(bytes[value]) }
            result += Redactor.masked
            position = valueEnd
        }
    }

    /// Where a JSON Web Token (RFC 7519: base64url of `{"`, dots) or a key of a well-known maker begins in a word.
    private func tokenStart(in word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 20 else { return nil }
        for prefix in Self.makers where word.starts(with: prefix) { return word.startIndex }
        var index = word.startIndex
        while index + 20 <= word.endIndex {
            if word[index] == UInt8(ascii: "e"), word[index + 1] == UInt8(ascii: "y"), word[index + 2] == UInt8(ascii: "J"),
                index == word.startIndex || !word[index - 1].isAlphanumeric
            {
                return word[index...].contains(UInt8(ascii: ".")) ? index : nil
            }
            index += 1
        }
        return nil
    }
    private static let makers = ["sk-", "sk_", "pk_live_", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "AIza", "AKIA", "tvly-", "hf_"]
        .map { Array($0.utf8) }

    /// `Bearer` or `Basic` (RFC 9110, section 11.4).
    private func isScheme(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count == 5 || word.count == 6 else { return false }
        let lower = word.map { $0 | 0x20 }
        return lower == Array("bearer".utf8) || lower == Array("basic".utf8)
    }

    private func credential(after end: Int) -> Range<Int>? {
        let start = skipBlanks(end)
        guard start > end else { return nil }
        var last = start
        var isOdd = false  // Something that an English word does not have.
        while let byte = byte(last),
            isWord(byte) || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
        {
            if !(byte.isLetter && byte & 0x20 != 0) { isOdd = true }
            last += 1
        }
        return last - start >= 8 && isOdd ? start..<last : nil
    }

    // MARK: Values

    /// Where the value of this name begins, if the name is a secret's and a value follows.
    private func valueStart(after end: Int, of word: ArraySlice<UInt8>, at start: Int) -> Int? {
        var index = end
        if byte(index) == UInt8(ascii: "\\") { index += 1 }  // JSON inside JSON: \"token\":\"…\"
        if let byte = byte(index), byte.isQuote { index += 1 }
        index = skipBlanks(index)
        guard let sign = byte(index) else { return nil }
        if sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") {
            let before = start > 0 ? bytes[start - 1] : 0
            let isParameter = sign == UInt8(ascii: "=") && (before == UInt8(ascii: "?") || before == UInt8(ascii: "&"))
            guard SecretNames.contains(word) || isParameter && SecretNames.containsParameter(word) else { return nil }
            if startsAuthority(index) { return nil }
            index += 1
            if let byte = byte(index), byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=") { index += 1 }
            index = skipBlanks(index)
            if byte(index) == UInt8(ascii: "\\"), let quote = byte(index + 1), quote.isQuote { index += 1 }
            return index
        }
        // --password hunter2
        guard index > end, word.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]), sign != UInt8(ascii: "-"), SecretNames.contains(word) else { return nil }
        return index
    }

    /// Where the value ends; `nil` when there is none to mask.
    private func valueEnd(from start: Int, of word: ArraySlice<UInt8>) -> Int? {
        guard let first = byte(start), first != UInt8(ascii: "{"), !first.isSpace else { return nil }
        var index = start
        if first.isQuote {
            // JSON inside JSON ends with an escaped quote too.
            let isEscaped = start > 0 && bytes[start - 1] == UInt8(ascii: "\\")
            index += 1
            while let byte = byte(index) {
                let isBackslash = byte == UInt8(ascii: "\\")
                if isEscaped ? isBackslash && self.byte(index + 1) == first : byte == first { break }
                index += isBackslash && !isEscaped ? 2 : 1
            }
            return min(index, bytes.count)
        }
        if SecretNames.takesWholeLine(word) {
            while let byte = byte(index), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { index += 1 }
            return index
        }
        while let byte = byte(index), !byte.isSpace, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") {
            // A closing mark ends it only where a closing mark would stand: a password may hold any of them.
            if isCloser(byte), self.byte(index + 1).map({ $0.isSpace || isCloser($0) }) ?? true { break }
            index += 1
        }
        return index > start ? index : nil
    }

    private func isCloser(_ byte: UInt8) -> Bool {
        byte.isQuote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "]")
    }
}
