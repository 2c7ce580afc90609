import Foundation

func tone(_ hertz: Double, seconds: Double, rate: Int = 16_000, channels: Int = 1) -> [Int16] {
    (0..<Int(seconds * Double(rate))).flatMap { index in
        [Int16](repeating: Int16(12_000 * sin(2 * .pi * hertz * Double(index) / Double(rate))), count: channels)
    }
}

/// Upward crossings of zero in a second: the pitch of a tone.
func pitch(_ samples: [Int16], rate: Int = 16_000) -> Double {
    let middle = samples.dropFirst(samples.count / 4).prefix(samples.count / 2)
    let crossings = zip(middle, middle.dropFirst()).count { $0 < 0 && $1 >= 0 }
    return Double(crossings) * Double(rate) / Double(max(1, middle.count))
}

func bytes(_ samples: [Int16]) -> [UInt8] { samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } }

/// A WAV file with any header.
func wav(_ data: [UInt8], rate: UInt32 = 16_000, channels: UInt16 = 1, bits: UInt16 = 16, kind: UInt16 = 1, length: UInt32? = nil) -> [UInt8] {
    func little(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
    let frame = channels * (bits / 8)
    let format = little(kind) + little(channels) + little(rate) + little(rate &* UInt32(frame)) + little(frame) + little(bits)
    let count = length ?? UInt32(data.count)
    return Array("RIFF".utf8) + little(count &+ 36) + Array("WAVEfmt ".utf8) + little(UInt32(16)) + format + Array("data".utf8) + little(count) + data
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
