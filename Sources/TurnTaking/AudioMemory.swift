import Domain

/// The last seconds of a microphone, by their place in all of its audio.
struct AudioMemory: Sendable {
    private static let bytesPerSample = 2
    static let rate = Double(AudioFormat.speech.rate)

    /// Samples that were let go of.
    private var start = 0
    private var bytes: [UInt8] = []

    /// The sample behind the last.
    var end: Int { start + bytes.count / Self.bytesPerSample }
    /// In seconds since the microphone was opened.
    var duration: Double { Double(end) / Self.rate }

    static func sample(at seconds: Double) -> Int { Int((max(0, seconds) * rate).rounded()) }

    mutating func append(_ audio: [UInt8]) { bytes += audio }

    /// What is there between two samples; what was let go of is left out.
    func audio(from: Int, to: Int) -> AudioChunk {
        let low = min(max(from, start), end), high = min(max(to, low), end)
        return AudioChunk(format: .speech, bytes: Array(bytes[((low - start) * Self.bytesPerSample)..<((high - start) * Self.bytesPerSample)]))
    }

    /// Lets go of everything before a sample, now and then.
    mutating func forget(before sample: Int) {
        let surplus = min(sample, end) - start
        guard surplus >= AudioFormat.speech.rate else { return }
        bytes.removeFirst(surplus * Self.bytesPerSample)
        start += surplus
    }

    /// Makes it end at a sample, by cutting or with silence.
    mutating func align(to sample: Int) {
        if sample < end {
            bytes.removeLast((end - max(sample, start)) * Self.bytesPerSample)
        } else {
            bytes += [UInt8](repeating: 0, count: (sample - end) * Self.bytesPerSample)
        }
    }
}
