/// Ogg files with Opus in them: RFC 7845, in pages of RFC 3533.
public struct OggOpus {
    private let encoder: OpusEncoder
    private let resampler: Resampler
    /// Samples that do not fill a packet yet.
    private var waiting: [Int16] = []
    private var number: UInt32 = 0
    /// Samples taken so far, at the encoder's rate.
    private var taken = 0
    private var encoded = 0
    /// Of this stream among others in a file; there are none.
    private static let serial: UInt32 = 0x4A52_5653
    /// Packets of a page: a second.
    private static let packetsOfPage = 50
    private var packets: [[UInt8]] = []

    /// - Parameters:
    ///   - rate: of what is written, in hertz.
    ///   - channels: interleaved in it; their mean is kept.
    public init(rate: Int, channels: Int = 1) throws(AudioError) {
        let target = OpusEncoder.rates.first { $0 >= rate } ?? 48_000
        encoder = try OpusEncoder(rate: target)
        resampler = try Resampler(from: rate, channels: channels, to: target)
    }

    /// A whole file.
    /// - Parameter samples: signed 16-bit little-endian.
    public static func file(_ samples: [UInt8], rate: Int, channels: Int = 1) throws(AudioError) -> [UInt8] {
        var file = try OggOpus(rate: rate, channels: channels)
        var bytes = file.header(originalRate: rate)
        let values = stride(from: 0, to: samples.count - 1, by: 2).map { Int16(bitPattern: UInt16(samples[$0]) | UInt16(samples[$0 + 1]) << 8) }
        bytes += try file.append(values)
        return bytes + (try file.finish())
    }

    /// The first bytes of the file.
    public mutating func header(originalRate: Int) -> [UInt8] {
        let skip = UInt16(clamping: encoder.lookahead * 48_000 / encoder.rate)
        let head = Array("OpusHead".utf8) + [1, 1] + Self.little(skip) + Self.little(UInt32(clamping: originalRate)) + [0, 0, 0]
        let vendor = Array("jarvis".utf8)
        let tags = Array("OpusTags".utf8) + Self.little(UInt32(vendor.count)) + vendor + Self.little(UInt32(0))
        return page([head], granule: 0, flags: 2) + page([tags], granule: 0, flags: 0)
    }

    /// The bytes that the next samples make; there may be none yet.
    public mutating func append(_ samples: [Int16]) throws(AudioError) -> [UInt8] {
        let converted = resampler.convert(samples)
        taken += converted.count
        waiting += converted
        return try encodeWhole()
    }

    /// The last bytes. Nothing can be appended any more.
    public mutating func finish() throws(AudioError) -> [UInt8] {
        let rest = resampler.finish()
        taken += rest.count
        waiting += rest
        // What the encoder holds back comes out with silence behind it.
        let missing = taken + encoder.lookahead - encoded
        let padded = (missing + encoder.frame - 1) / encoder.frame * encoder.frame
        waiting += [Int16](repeating: 0, count: max(0, padded - waiting.count))
        var bytes = try encodeWhole(keepingLast: true)
        // The position says how much of the last packet is to be played (RFC 7845, 4.4).
        bytes += page(packets, granule: granule(taken + encoder.lookahead), flags: 4)
        packets = []
        return bytes
    }

    private mutating func encodeWhole(keepingLast: Bool = false) throws(AudioError) -> [UInt8] {
        var bytes: [UInt8] = [], position = 0
        while waiting.count - position >= encoder.frame {
            if packets.count == Self.packetsOfPage {
                bytes += page(packets, granule: granule(encoded), flags: 0)
                packets = []
            }
            packets.append(try encoder.packet(waiting[position..<position + encoder.frame]))
            position += encoder.frame
            encoded += encoder.frame
        }
        waiting.removeFirst(position)
        return bytes
    }

    /// Positions count at 48 kHz, whatever the rate.
    private func granule(_ samples: Int) -> UInt64 { UInt64(samples * 48_000 / encoder.rate) }

    private mutating func page(_ packets: [[UInt8]], granule: UInt64, flags: UInt8) -> [UInt8] {
        var lacing: [UInt8] = []
        for packet in packets { lacing += [UInt8](repeating: 255, count: packet.count / 255) + [UInt8(packet.count % 255)] }
        var bytes = Array("OggS".utf8) + [0, flags] + Self.little(granule) + Self.little(Self.serial) + Self.little(number) + [0, 0, 0, 0]
        bytes += [UInt8(lacing.count)] + lacing + packets.joined()
        number += 1
        bytes.replaceSubrange(22..<26, with: Self.little(Self.checksum(bytes)))
        return bytes
    }

    /// RFC 3533, 6: polynomial 0x04c11db7, not reflected, starting from 0.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(0) { sum, byte in sum << 8 ^ table[Int(UInt8(truncatingIfNeeded: sum >> 24) ^ byte)] }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index) << 24) { sum, _ in sum & 0x8000_0000 == 0 ? sum << 1 : sum << 1 ^ 0x04C1_1DB7 }
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
}
