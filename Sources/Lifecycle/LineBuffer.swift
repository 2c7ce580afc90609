/// Cuts a stream of bytes into lines of bounded length.
///
/// A line longer than `limit` bytes is handed out once, cut and marked with "…"; the rest of it is dropped. Bytes that are not UTF-8 become U+FFFD.
struct LineBuffer {
    let limit: Int
    private var pending: [UInt8] = []
    private var isCut = false

    init(limit: Int) { self.limit = limit }

    /// Takes the next bytes and returns the lines they complete, without line ends.
    mutating func append(_ bytes: some Sequence<UInt8>) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if let line = finish() { lines.append(line) }
            } else if pending.count < limit {
                pending.append(byte)
            } else if !isCut {
                isCut = true
                lines.append(String(decoding: pending, as: UTF8.self) + "…")
            }
        }
        return lines
    }

    /// Ends the line in progress; `nil` when there is none, or when it was handed out cut.
    mutating func finish() -> String? {
        defer {
            pending.removeAll(keepingCapacity: true)
            isCut = false
        }
        if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
        return isCut || pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self)
    }
}
