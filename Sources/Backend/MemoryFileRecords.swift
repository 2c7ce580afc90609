import Domain

/// The records of a file, one at a time: its lines, or the elements of the one list it holds. Empty lines do not count.
struct MemoryFileRecords {
    struct Record {
        /// Of its beginning, from 1.
        let line: Int
        let bytes: ArraySlice<UInt8>
    }

    private enum Part { case lines, listBegins, listGoesOn }

    private let file: [UInt8]
    private var position = 0
    private var line = 1
    private var part = Part.lines

    init(_ file: [UInt8]) {
        self.file = file
        // A byte order mark, as some editors write.
        if file.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        guard current == UInt8(ascii: "[") else { return }
        position += 1
        part = .listBegins
    }

    static func broken(_ line: Int, _ reason: String) -> Problem { Problem(.invalid, "line \(line): \(reason). Nothing was imported") }

    /// `nil` at the end.
    /// - Throws: `Problem` for a list that is none.
    mutating func next() throws -> Record? {
        skipSpace()
        if part != .lines { return try nextElement() }
        guard position < file.count else { return nil }
        let start = position
        position = file[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.count
        return Record(line: line, bytes: file[start..<position])
    }

    private mutating func nextElement() throws -> Record? {
        if current == UInt8(ascii: "]") {
            position += 1
            skipSpace()
            guard current == nil else { throw Self.broken(line, "something follows the list") }
            return nil
        }
        if part == .listGoesOn {
            guard current == UInt8(ascii: ",") else { throw Self.broken(line, current == nil ? "the list breaks off" : "a comma is missing") }
            position += 1
            skipSpace()
        }
        part = .listGoesOn
        let (start, first) = (position, line)
        guard skipElement() else { throw Self.broken(first, "the list breaks off") }
        return Record(line: first, bytes: file[start..<position])
    }

    /// Goes behind an element; `false` when the file ends in it.
    private mutating func skipElement() -> Bool {
        var depth = 0, isInString = false
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\\") where isInString: position += 1
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "\n"): line += 1
            case _ where isInString: break
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            // What is no object ends at a comma or bracket.
            case UInt8(ascii: ","), UInt8(ascii: "]"): if depth == 0 { return true }
            default: break
            }
            if !isInString, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
                if depth <= 0 {
                    position += 1
                    return true
                }
            }
            position += 1
        }
        return false
    }

    private var current: UInt8? { position < file.count ? file[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(byte) {
            if byte == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }
}
