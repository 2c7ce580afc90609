/// Where the sentences of a text end, and which are questions.
struct Sentences {
    private var ends: [(end: Int, isAsked: Bool)] = []
    private var at = 0

    /// Cuts after each run of `.`, `!`, `?` and `…`; the last of these says whether it was a question.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        ends.removeAll(keepingCapacity: true)
        at = 0
        var index = 0, isEnding = false, isAsked = false
        while index < bytes.count {
            let byte = bytes[index]
            let isEllipsis = byte == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || isEllipsis {
                isEnding = true
                isAsked = byte == UInt8(ascii: "?")
            } else if isEnding {
                ends.append((index, isAsked))
                isEnding = false
            }
            index += isEllipsis ? 3 : 1
        }
        ends.append((bytes.count, isEnding && isAsked))
    }

    /// Whether what stands at `offset` is in a question. Offsets are asked for in ascending order.
    mutating func isAsked(at offset: Int) -> Bool {
        while at < ends.count && ends[at].end <= offset { at += 1 }
        return at < ends.count && ends[at].isAsked
    }
}
