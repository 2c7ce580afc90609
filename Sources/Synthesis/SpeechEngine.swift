/// An engine that says texts. Each does its work on a thread of its own.
package protocol SpeechEngine: Sendable {
    /// Best first, for each language.
    var voices: [SpeechVoice] { get }

    /// Says a piece of text, handing over audio as it is made: signed 16-bit little-endian samples, one channel, at the voice's rate,
    /// at most a second or so in each array.
    ///
    /// Returns when all is said, and soon after the reader has finished `audio` or the task was cancelled. Does not finish `audio`.
    /// - Throws: `unknownVoice`; `overrun` when `audio` drops what it is given, because its buffer is full; `failed`.
    func say(_ piece: SpeechPiece, into audio: AsyncStream<[UInt8]>.Continuation) async throws(SynthesisError)
}

/// A text that is said in one go, and how.
package struct SpeechPiece: Sendable, Hashable {
    /// Data: no markup, no phonemes. Control characters are read as spaces.
    package var text: String
    /// The name of a voice of the engine.
    package var voice: String
    /// One of the voice's speakers; `nil` is its first.
    package var speaker: String?
    /// 1 is the voice's own pace; brought into 0.5 to 2.
    package var speed: Double
    /// 1 is the voice's own loudness; brought into 0 to 2.
    package var volume: Double
    /// 1 is the voice's own pitch; brought into 0 (deep) to 2 (high). Only espeak-ng can change it.
    package var pitch: Double
    /// No pause follows: the last piece of a text.
    package var isLast: Bool

    package init(_ text: String, voice: String, speaker: String? = nil, speed: Double = 1, volume: Double = 1, pitch: Double = 1, isLast: Bool = true) {
        self.text = text
        self.voice = voice
        self.speaker = speaker
        self.speed = speed.within(0.5...2)
        self.volume = volume.within(0...2)
        self.pitch = pitch.within(0...2)
        self.isLast = isLast
    }
}

extension Double {
    /// Not a number is 1, the voice's own.
    fileprivate func within(_ range: ClosedRange<Double>) -> Double { isNaN ? 1 : Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}

/// An engine that cannot start or do what it was asked. Holds nothing of the text.
package struct SynthesisError: Error, CustomStringConvertible {
    package enum Code: Sendable {
        /// The engine cannot start: something is not installed.
        case unavailable
        case unknownVoice
        /// A voice's files are not what they should be.
        case badVoice
        /// The reader does not take the audio in time.
        case overrun
        /// The engine refused.
        case failed
    }

    package let code: Code
    package let description: String

    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
