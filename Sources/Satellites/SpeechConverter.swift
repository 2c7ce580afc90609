import Domain
import Wyoming

/// Brings 16-bit audio of any rate and number of channels to `AudioFormat.speech`, or to another rate: channels are averaged, and so are the samples
/// that fall together; a higher rate is interpolated.
struct SpeechConverter: Sendable {
    private let rate: Double
    private var source: AudioLayout?
    /// Where the next sample out is in the audio that comes in, in samples of it since `last`.
    private var position = 0.0
    private var last = 0.0

    init(rate: Int = AudioFormat.speech.rate) { self.rate = Double(rate) }

    /// - Returns: `nil` for samples of another size than 16 bits.
    mutating func convert(_ layout: AudioLayout, _ bytes: [UInt8]) -> [UInt8]? {
        guard layout.width == 2 else { return nil }
        if layout.rate == Int(rate) && layout.channels == 1 { return bytes }
        if layout != source { (source, position, last) = (layout, 0, 0) }
        let mono = bytes.withUnsafeBytes { raw in
            (0..<raw.count / (2 * layout.channels)).map { frame in
                var sum = 0.0
                for channel in 0..<layout.channels {
                    sum += Double(Int16(littleEndian: raw.loadUnaligned(fromByteOffset: (frame * layout.channels + channel) * 2, as: Int16.self)))
                }
                return sum / Double(layout.channels)
            }
        }
        var out: [UInt8] = []
        out.reserveCapacity(Int(Double(mono.count) * rate / Double(layout.rate) + 2) * 2)
        let step = Double(layout.rate) / rate
        // `position` counts from `last`, the sample before the first of `mono`: a window of one step that ends there.
        while position < Double(mono.count) {
            let index = Int(position)
            let value: Double
            if step > 1 {
                let begin = max(0, Int(position - step) + 1)
                let window = mono[min(begin, index)...index]
                value = window.reduce(0, +) / Double(window.count)
            } else {
                let before = index == 0 ? last : mono[index - 1]
                value = before + (mono[index] - before) * (position - Double(index))
            }
            let sample = UInt16(bitPattern: Int16(max(-32_768, min(32_767, value.rounded()))))
            out.append(UInt8(truncatingIfNeeded: sample))
            out.append(UInt8(truncatingIfNeeded: sample >> 8))
            position += step
        }
        position -= Double(mono.count)
        last = mono.last ?? last
        return out
    }
}
