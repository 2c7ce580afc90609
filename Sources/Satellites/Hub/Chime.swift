import Domain
import Foundation

/// Short sounds, made of sines that fade.
enum Chime {
    /// Before an announcement: two tones up.
    static let announcement = tones([(659.3, 0.14), (880, 0.24)])
    /// The wake word was heard.
    static let wake = tones([(880, 0.09)])
    /// What was said is taken.
    static let done = tones([(587.3, 0.07)])
    /// Something went wrong.
    static let error = tones([(392, 0.12), (293.7, 0.18)])

    /// - Parameter notes: hertz and seconds.
    private static func tones(_ notes: [(pitch: Double, length: Double)]) -> AudioChunk {
        var bytes: [UInt8] = []
        for note in notes {
            let count = Int(note.length * Double(AudioFormat.speech.rate))
            for index in 0..<count {
                let time = Double(index) / Double(AudioFormat.speech.rate)
                let attack = min(1, time / 0.008), release = 1 - Double(index) / Double(count)
                let sample = Int16(5_000 * attack * release * sin(2 * .pi * note.pitch * time))
                bytes.append(UInt8(truncatingIfNeeded: sample))
                bytes.append(UInt8(truncatingIfNeeded: sample >> 8))
            }
        }
        return AudioChunk(format: .speech, bytes: bytes)
    }
}
