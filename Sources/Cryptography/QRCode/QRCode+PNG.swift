private import CZlib

extension QRCode {
    /// As a picture (PNG, ISO/IEC 15948) in black and white, one bit to a pixel.
    ///
    /// - Parameter scale: pixels to the side of a module, 1 to 32.
    public func png(scale: Int = 8) throws(CryptographyError) -> [UInt8] {
        let scale = min(max(scale, 1), 32)
        let side = (size + 2 * Self.quietZone) * scale
        var rows: [UInt8] = []
        rows.reserveCapacity(side * (side / 8 + 2))
        for y in 0..<size + 2 * Self.quietZone {
            // The filter of the row (none), then the pixels from the highest bit on; 1 is white.
            var row = [UInt8](repeating: 0, count: 1 + (side + 7) / 8)
            for column in 0..<side / scale where !isDark(column - Self.quietZone, y - Self.quietZone) {
                for x in column * scale..<(column + 1) * scale { row[1 + x / 8] |= 0x80 >> UInt8(x % 8) }
            }
            for _ in 0..<scale { rows += row }
        }
        var length = compressBound(UInt(rows.count)), isCompressed = false
        let pixels = [UInt8](unsafeUninitializedCapacity: Int(length)) { out, count in
            isCompressed = compress2(out.baseAddress, &length, rows, UInt(rows.count), 9) == Z_OK
            count = isCompressed ? Int(length) : 0
        }
        guard isCompressed else { throw CryptographyError(.unavailable, "zlib has no memory for a picture") }
        let width = Self.bigEndian(UInt32(side))
        // 1 bit of grey to a pixel, deflate, the usual filters, not interlaced.
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + Self.chunk("IHDR", width + width + [1, 0, 0, 0, 0]) + Self.chunk("IDAT", pixels)
            + Self.chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return bigEndian(UInt32(content.count)) + body + bigEndian(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}
