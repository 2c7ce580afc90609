public import Domain

/// RIFF/WAVE files: "Multimedia Programming Interface and Data Specifications 1.0" (IBM and Microsoft, 1991), with WAVE_FORMAT_EXTENSIBLE.
public enum WAV {
    /// The 44 bytes before the samples.
    ///
    /// - Parameter dataLength: bytes of samples that follow; `nil` when that is not known yet: the lengths are then the largest possible, which
    ///   players and the reader below take for "until the end".
    public static func header(_ format: AudioFormat, dataLength: Int?) -> [UInt8] {
        let data = dataLength.flatMap(UInt32.init(exactly:)).map { min($0, .max - 36) } ?? .max
        let frame = format.channels * 2
        var bytes = Array("RIFF".utf8) + little(data == .max ? .max : data + 36) + Array("WAVEfmt ".utf8) + little(UInt32(16))
        bytes += little(UInt16(1)) + little(UInt16(clamping: format.channels)) + little(UInt32(clamping: format.rate))
        bytes += little(UInt32(clamping: format.rate * frame)) + little(UInt16(clamping: frame)) + little(UInt16(16))
        return bytes + Array("data".utf8) + little(data)
    }

    /// A whole file.
    public static func file(_ audio: AudioChunk) -> [UInt8] { header(audio.format, dataLength: audio.bytes.count) + audio.bytes }

    /// Reads a whole file: PCM of 8, 16, 24 or 32 bits, or 32-bit floating point, any rate, one to eight channels; the result is 16-bit.
    ///
    /// A length that reaches beyond the end, as in a stream, means "until the end"; half a frame at the end is dropped.
    /// - Throws: `Problem.invalid`.
    public static func read(_ file: some Collection<UInt8>) throws(Problem) -> AudioChunk {
        let bytes = Array(file)
        guard bytes.count >= 12, bytes[0..<4].elementsEqual("RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8) else {
            throw Problem(.invalid, "This is not a WAV file: send RIFF/WAVE audio.")
        }
        var layout: Layout?
        var position = 12
        while position + 8 <= bytes.count {
            let name = bytes[position..<position + 4], length = Int(number(bytes, position + 4, 4)), start = position + 8
            let end = min(bytes.count, start + length)
            if name.elementsEqual("fmt ".utf8) {
                layout = try Layout(bytes[start..<end])
            } else if name.elementsEqual("data".utf8) {
                guard let layout else { throw Problem(.invalid, "This WAV file is damaged: its format comes after its samples.") }
                let unknown = length == 0
                return layout.audio(bytes[start..<(unknown ? bytes.count : end)])
            }
            // Chunks begin at even offsets.
            position = start + length + (length & 1)
        }
        throw Problem(.invalid, "This WAV file is damaged: it has no samples.")
    }

    /// The `fmt ` chunk.
    private struct Layout {
        let format: AudioFormat
        let width: Int
        let isFloat: Bool

        init(_ chunk: ArraySlice<UInt8>) throws(Problem) {
            guard chunk.count >= 16 else { throw Problem(.invalid, "This WAV file is damaged: its format is cut off.") }
            let bytes = Array(chunk)
            var tag = number(bytes, 0, 2)
            if tag == 0xFFFE, bytes.count >= 26 { tag = number(bytes, 24, 2) }
            let channels = Int(number(bytes, 2, 2)), rate = Int(number(bytes, 4, 4)), bits = Int(number(bytes, 14, 2))
            isFloat = tag == 3
            guard (1...8).contains(channels), (1000...384_000).contains(rate), tag == 1 && [8, 16, 24, 32].contains(bits) || isFloat && bits == 32 else {
                throw Problem(.invalid, "This kind of WAV file is not supported: send PCM of 8 to 32 bits, with one to eight channels.")
            }
            format = AudioFormat(rate: rate, channels: channels)
            width = bits / 8
        }

        func audio(_ data: ArraySlice<UInt8>) -> AudioChunk {
            let frame = width * format.channels
            let whole = data.prefix(data.count / frame * frame)
            if width == 2 { return AudioChunk(format: format, bytes: Array(whole)) }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(whole.count / width * 2)
            for start in stride(from: whole.startIndex, to: whole.endIndex, by: width) { bytes += little(UInt16(bitPattern: sample(whole, start))) }
            return AudioChunk(format: format, bytes: bytes)
        }

        private func sample(_ data: ArraySlice<UInt8>, _ start: Int) -> Int16 {
            if width == 1 { return Int16(Int(data[start]) - 128) << 8 }  // 8-bit samples are unsigned.
            if isFloat {
                let value = Float(bitPattern: UInt32((0..<4).reduce(0) { $0 | UInt64(data[start + $1]) << UInt64(8 * $1) }))
                return value.isFinite ? Int16(max(-32_768, min(32_767, (value * 32_768).rounded()))) : 0
            }
            return Int16(bitPattern: UInt16(data[start + width - 2]) | UInt16(data[start + width - 1]) << 8)
        }
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
}
