import AudioCodecs
import Wyoming

/// Audio as it comes in, turned into what engines take: one channel at 16 kHz, signed 16-bit.
struct Intake {
    /// In samples that may still come.
    private var room: Int
    private var layout: AudioLayout?
    /// The beginning of a sample whose end comes next.
    private var rest: [UInt8] = []
    /// `nil` where nothing is to be done.
    private var resampler: Resampler?

    /// - Parameter seconds: the longest that is taken.
    init(limit seconds: Int) { room = seconds * 16_000 }

    /// - Throws: `Refusal` when it is too long, or in a form that cannot be read.
    mutating func take(_ layout: AudioLayout, _ bytes: [UInt8]) throws -> [Int16] {
        if self.layout != layout { try begin(layout) }
        let frame = layout.width * layout.channels, length = rest.count + bytes.count
        var samples: [Int16]
        if rest.isEmpty, length.isMultiple(of: frame) {
            samples = bytes.samples(width: layout.width)
        } else {
            rest += bytes
            samples = Array(rest[..<(length / frame * frame)]).samples(width: layout.width)
            rest.removeFirst(length / frame * frame)
        }
        if let resampler { samples = resampler.convert(samples) }
        room -= samples.count
        guard room >= 0 else { throw Refusal(WyomingError.Code.tooLarge.name, "this is too long to be heard at once: send it in shorter pieces") }
        return samples
    }

    private mutating func begin(_ layout: AudioLayout) throws {
        guard self.layout == nil else { throw Refusal("malformed", "the layout of the audio changed within it: keep to one") }
        guard layout.width <= 4 else { throw Refusal("unreadable_audio", "samples of \(layout.width * 8) bits cannot be read: send 16") }
        self.layout = layout
        guard layout.rate != 16_000 || layout.channels != 1 else { return }
        do throws(AudioError) { resampler = try Resampler(from: layout.rate, channels: layout.channels) } catch {
            throw Refusal("unreadable_audio", error.description)
        }
    }
}

extension [UInt8] {
    /// Signed 16-bit little-endian.
    var samples: [Int16] { samples(width: 2) }

    /// Little-endian PCM as signed 16-bit: 8 bits are unsigned, as everywhere; the lower bits of wider ones are left out.
    fileprivate func samples(width: Int) -> [Int16] {
        if width == 1 { return map { Int16(Int($0) - 128) << 8 } }
        return withUnsafeBytes { raw in
            [Int16](unsafeUninitializedCapacity: raw.count / width) { buffer, count in
                for index in 0..<raw.count / width {
                    let sample = raw.loadUnaligned(fromByteOffset: (index + 1) * width - 2, as: Int16.self)
                    buffer.initializeElement(at: index, to: Int16(littleEndian: sample))
                }
                count = raw.count / width
            }
        }
    }
}

extension [Int16] {
    /// Signed 16-bit little-endian.
    var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}
