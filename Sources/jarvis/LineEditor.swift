/// A key of the terminal.
enum Key: Hashable {
    case character(Character)
    case enter, backspace, delete, left, right, home, end, up, down, interrupt, endOfInput, cutToEnd, cutToStart, cutWord
}

/// Turns the bytes a terminal sends into keys (ECMA-48 sequences as xterm sends them). Sequences it does not know are passed over.
struct KeyDecoder {
    private var pending: [UInt8] = []

    mutating func feed(_ bytes: [UInt8]) -> [Key] {
        pending += bytes
        var keys: [Key] = []
        while let (key, length) = Self.first(of: pending) {
            pending.removeFirst(length)
            if let key { keys.append(key) }
        }
        return keys
    }

    /// The first key and how many bytes it takes; `nil` while it is not whole.
    private static func first(of bytes: [UInt8]) -> (Key?, Int)? {
        guard let byte = bytes.first else { return nil }
        switch byte {
        case 0x1B: return sequence(bytes)
        case 0x01: return (.home, 1)
        case 0x02: return (.left, 1)
        case 0x03: return (.interrupt, 1)
        case 0x04: return (.endOfInput, 1)
        case 0x05: return (.end, 1)
        case 0x06: return (.right, 1)
        case 0x08, 0x7F: return (.backspace, 1)
        case 0x0A, 0x0D: return (.enter, 1)
        case 0x0B: return (.cutToEnd, 1)
        case 0x0E: return (.down, 1)
        case 0x10: return (.up, 1)
        case 0x15: return (.cutToStart, 1)
        case 0x17: return (.cutWord, 1)
        case ..<0x20: return (nil, 1)
        default:
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard bytes.count >= length else { return nil }
            let text = String(validating: bytes[..<length], as: UTF8.self)
            return text.flatMap(\.first).map { (.character($0), length) } ?? (nil, 1)
        }
    }

    private static func sequence(_ bytes: [UInt8]) -> (Key?, Int)? {
        guard bytes.count >= 2 else { return nil }
        guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return (nil, 2) }
        guard let end = bytes.dropFirst(2).firstIndex(where: { 0x40...0x7E ~= $0 }) else { return bytes.count > 16 ? (nil, bytes.count) : nil }
        let key: Key? =
            switch (bytes[end], bytes[2..<end].first) {
            case (UInt8(ascii: "A"), _): .up
            case (UInt8(ascii: "B"), _): .down
            case (UInt8(ascii: "C"), _): .right
            case (UInt8(ascii: "D"), _): .left
            case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), UInt8(ascii: "1")), (UInt8(ascii: "~"), UInt8(ascii: "7")): .home
            case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), UInt8(ascii: "4")), (UInt8(ascii: "~"), UInt8(ascii: "8")): .end
            case (UInt8(ascii: "~"), UInt8(ascii: "3")): .delete
            default: nil
            }
        return (key, end + 1)
    }
}

/// One line being written, with those written before. No I/O: keys in, and what became of the line out.
struct LineEditor {
    enum Outcome: Hashable {
        case editing
        case submitted(String)
        /// Ctrl-D, or Ctrl-C, on an empty line.
        case ended
    }

    /// How many lines are kept, in memory only: what is said to Jarvis is private.
    static let mostKept = 500

    private(set) var text: [Character] = []
    private(set) var cursor = 0
    private var history: [[Character]] = []
    /// The line of the history that is shown; `history.count` is the new one, which is kept in `draft` meanwhile.
    private var shown = 0
    private var draft: [Character] = []

    mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .character(let character):
            text.insert(character, at: cursor)
            cursor += 1
        case .enter: return submit()
        case .backspace:
            if cursor > 0 {
                cursor -= 1
                text.remove(at: cursor)
            }
        case .delete: if cursor < text.count { text.remove(at: cursor) }
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = text.count
        case .up: show(shown - 1)
        case .down: show(shown + 1)
        case .interrupt:
            if text.isEmpty { return .ended }
            replace(with: [])
        case .endOfInput: if text.isEmpty { return .ended }
        case .cutToEnd: text.removeSubrange(cursor...)
        case .cutToStart:
            text.removeSubrange(..<cursor)
            cursor = 0
        case .cutWord:
            let end = cursor
            while cursor > 0, text[cursor - 1] == " " { cursor -= 1 }
            while cursor > 0, text[cursor - 1] != " " { cursor -= 1 }
            text.removeSubrange(cursor..<end)
        }
        return .editing
    }

    private mutating func submit() -> Outcome {
        let line = text
        if !line.isEmpty && history.last != line { history.append(line) }
        if history.count > Self.mostKept { history.removeFirst() }
        shown = history.count
        draft = []
        replace(with: [])
        return .submitted(String(line))
    }

    private mutating func show(_ index: Int) {
        guard 0...history.count ~= index, index != shown else { return }
        if shown == history.count { draft = text }
        shown = index
        replace(with: index == history.count ? draft : history[index])
    }

    private mutating func replace(with line: [Character]) {
        text = line
        cursor = line.count
    }

    /// The part of the line that fits into `columns`, and how far the cursor stands from its end.
    func window(columns: Int) -> (text: String, back: Int) {
        var start = cursor, end = cursor, used = 0
        while start > 0, used + text[start - 1].columns < columns {
            start -= 1
            used += text[start].columns
        }
        while end < text.count, used + text[end].columns < columns {
            used += text[end].columns
            end += 1
        }
        return (String(text[start..<end]), text[cursor..<end].reduce(0) { $0 + $1.columns })
    }
}

extension Character {
    /// How many columns it takes on a terminal: two for East Asian wide letters and emoji.
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
