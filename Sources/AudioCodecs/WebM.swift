/// The Opus packets of a WebM or Matroska file, as browsers record them (RFC 9559, and RFC 8794 for EBML).
struct WebM {
    /// In order.
    let packets: [ArraySlice<UInt8>]
    /// Samples at 48 kHz to leave out at the start.
    let preSkip: Int

    static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) }

    /// Hours of packets: more is no recording of speech.
    private static let packetLimit = 1_000_000

    private enum Element {
        static let segment: UInt64 = 0x1853_8067, tracks: UInt64 = 0x1654_AE6B, track: UInt64 = 0xAE, cluster: UInt64 = 0x1F43_B675
        static let number: UInt64 = 0xD7, codec: UInt64 = 0x86, setup: UInt64 = 0x63A2
        static let group: UInt64 = 0xA0, block: UInt64 = 0xA1, simpleBlock: UInt64 = 0xA3
        /// Those that are looked into; of the others the content is passed over.
        static let containers: Set<UInt64> = [segment, tracks, cluster, group]
    }

    /// - Throws: `AudioError` for another codec, and for what does not keep to the format. A recording that breaks off is read as far as it goes.
    init(_ file: [UInt8]) throws(AudioError) {
        let bytes = file[...]
        var packets: [ArraySlice<UInt8>] = []
        var track: (number: UInt64, preSkip: Int)?
        var position = 0
        // Containers are entered by going on behind their heads: their ends need not be known, and in a live recording are not.
        while let head = Self.head(bytes, &position) {
            if Element.containers.contains(head.id) { continue }
            guard let size = head.size else { throw AudioError(.damaged, "the WebM file has an element without an end") }
            let end = min(bytes.count, position + size)
            let content = bytes[position..<end]
            switch head.id {
            case Element.track: if track == nil { track = Self.opusTrack(content) }
            case Element.block, Element.simpleBlock:
                guard let track else { throw AudioError(.unreadable, "the WebM file holds no Opus audio: send Opus, WAV or FLAC") }
                // What was cut off within a packet is left out.
                if position + size <= bytes.count, let packet = try Self.packet(content, of: track.number) {
                    guard packets.count < Self.packetLimit else { throw AudioError(.tooLong, "the recording is too long") }
                    packets.append(packet)
                }
            default: break
            }
            position = end
        }
        guard let track else { throw AudioError(.unreadable, "the WebM file holds no Opus audio: send Opus, WAV or FLAC") }
        self.packets = packets
        preSkip = track.preSkip
    }

    /// The id and the size of the element at `position`, which moves behind them; `nil` at the end. A size of `nil` is unknown.
    private static func head(_ bytes: ArraySlice<UInt8>, _ position: inout Int) -> (id: UInt64, size: Int?)? {
        guard let id = number(bytes, &position, keepsMarker: true), let size = number(bytes, &position, keepsMarker: false) else { return nil }
        guard size.value != size.unknown else { return (id.value, nil) }
        // Larger than any file: it ends with the file.
        return (id.value, Int(clamping: min(size.value, UInt64(bytes.endIndex))))
    }

    /// A number of one to eight bytes whose leading zeros say how many (RFC 8794, 4), and the one of that length that stands for "unknown".
    private static func number(_ bytes: ArraySlice<UInt8>, _ position: inout Int, keepsMarker: Bool) -> (value: UInt64, unknown: UInt64)? {
        guard position < bytes.endIndex else { return nil }
        let first = bytes[position], length = first.leadingZeroBitCount + 1
        guard length <= 8, position + length <= bytes.endIndex else { return nil }
        var value = keepsMarker ? UInt64(first) : UInt64(first) & (0xFF >> UInt64(length))
        for byte in bytes[position + 1..<position + length] { value = value << 8 | UInt64(byte) }
        position += length
        return (value, UInt64(1) << UInt64(7 * length) - 1)
    }

    /// The track's number and what its decoder needs; `nil` for one that is no Opus audio.
    private static func opusTrack(_ content: ArraySlice<UInt8>) -> (number: UInt64, preSkip: Int)? {
        var position = content.startIndex, found: (number: UInt64, preSkip: Int) = (0, 0), isOpus = false
        while let head = head(content, &position), let size = head.size {
            let end = min(content.endIndex, position + size), value = content[position..<end]
            switch head.id {
            case Element.number: found.number = value.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            case Element.codec: isOpus = value.elementsEqual("A_OPUS".utf8)
            // OpusHead (RFC 7845, 5.1): the count stands behind the magic word, the version and the channels.
            case Element.setup where value.starts(with: "OpusHead".utf8) && value.count >= 12:
                found.preSkip = Int(value[value.startIndex + 10]) | Int(value[value.startIndex + 11]) << 8
            default: break
            }
            position = end
        }
        return isOpus ? found : nil
    }

    /// A block's only frame (RFC 9559, 10.1): behind the track's number, two bytes of time and the flags.
    private static func packet(_ content: ArraySlice<UInt8>, of track: UInt64) throws(AudioError) -> ArraySlice<UInt8>? {
        var position = content.startIndex
        guard let number = number(content, &position, keepsMarker: false), position + 3 < content.endIndex else { return nil }
        guard number.value == track else { return nil }
        guard content[position + 2] & 0x06 == 0 else { throw AudioError(.unreadable, "the WebM file packs its frames in a way that is not read") }
        return content[(position + 3)...]
    }
}
