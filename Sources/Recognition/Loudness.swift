/// Whether there is anything to hear.
enum Loudness {
    /// Root mean square, of full scale: 60 dB under it. Speech in a room is far above.
    private static let threshold: Float = 0.001
    private static let step = SpeechAudio.rate / 50

    /// Whether the loudest fiftieth of a second is loud enough to be somebody.
    static func isSpeech(_ samples: [Float]) -> Bool {
        var start = 0
        while start < samples.count {
            let end = min(start + step, samples.count)
            var sum: Float = 0
            for index in start..<end { sum += samples[index] * samples[index] }
            if sum > threshold * threshold * Float(end - start) { return true }
            start = end
        }
        return false
    }
}
