private import CQREncode

/// A QR code (ISO/IEC 18004) of a text: for the secret of one-time passwords, and for addresses that a phone is to open.
public struct QRCode: Sendable {
    /// Bytes of text that fit with error correction of level M.
    public static let limit = 2331
    /// Light modules around the code, without which it is not found.
    static let quietZone = 4

    /// Modules in a row, and rows.
    public let size: Int
    private let modules: [Bool]

    /// - Throws: `.malformed` for an empty text, or one of more than `limit` bytes.
    public init(_ text: String) throws(CryptographyError) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw CryptographyError(.malformed, "a QR code holds 1 to \(Self.limit) bytes, this text has \(bytes.count)")
        }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        // The lowest bit of each byte is the module.
        modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    /// Whether a module is dark; what lies outside is light.
    public func isDark(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < size && y < size && modules[y * size + x] }
}

extension QRCode {
    /// As a vector image: black on white, whatever the page behind it looks like.
    public func svg() -> String {
        let side = size + 2 * Self.quietZone
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                guard isDark(x, y) else {
                    x += 1
                    continue
                }
                let start = x
                while isDark(x, y) { x += 1 }
                path += "M\(start + Self.quietZone) \(y + Self.quietZone)h\(x - start)v1h-\(x - start)z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)h-\(side)z"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// For a terminal: two rows of modules to a line, in blocks of the text's colour for what is light.
    ///
    /// - Parameter coloured: whether to set white on black with escape codes (ECMA-48), so that it is no negative on a light terminal. Not for what is no terminal.
    public func text(coloured: Bool) -> String {
        let range = -Self.quietZone..<size + Self.quietZone
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { y in
            let line = range.map { x in
                switch (isDark(x, y), isDark(x, y + 1)) {
                case (false, false): "█"
                case (false, true): "▀"
                case (true, false): "▄"
                case (true, true): " "
                }
            }.joined()
            return coloured ? "\u{1b}[97;40m\(line)\u{1b}[0m\n" : line + "\n"
        }.joined()
    }
}
