import Domain
import Wyoming

/// What was told of a microphone so far, and the last of its audio: a server that takes over from one that went away hears that audio once more, and
/// tells again what was told already. No input or output.
///
/// Times are in seconds of the microphone's audio.
struct Recall {
    /// What a server needs to settle: noise, and the beginning of a wake word.
    private static let lead = 2.0
    /// The most that is kept, for a server that does not say how far it is.
    private static let longest = 30.0
    /// A wake word is not said twice in this time.
    private static let wakePause = 0.5

    // What was told.
    private var reached = 0.0, cleaned = 0.0, lastWake = -1.0
    private var isVoiced = false

    private var kept: [AudioChunk] = []
    /// Where `kept` begins and ends.
    private var start = 0.0, end = 0.0

    // The server that listens now: where it began, what was told before it, what it says itself.
    private var turn = 0
    private var begin = 0.0, toldBefore = 0.0, cleanedHere = 0.0
    private var isVoicedHere = false

    mutating func append(_ audio: AudioChunk) {
        kept.append(audio)
        end += audio.duration
        let wanted = max(end - Self.longest, min(end, reached) - Self.lead)
        var count = 0
        while count < kept.count, start + kept[count].duration <= wanted {
            start += kept[count].duration
            count += 1
        }
        kept.removeFirst(count)
    }

    /// A server begins to listen with what is kept; the number is for what it tells.
    mutating func take() -> (turn: Int, kept: [AudioChunk]) {
        turn += 1
        (begin, toldBefore, cleanedHere, isVoicedHere) = (start, reached, start, false)
        return (turn, kept)
    }

    /// What is new in what a server tells. What one tells that another has taken over from is not.
    mutating func heard(_ message: Wyoming.Message, turn: Int) -> [Heard] {
        guard turn == self.turn else { return [] }
        func time(_ milliseconds: Int?) -> Double { begin + Double(milliseconds ?? 0) / 1000 }
        switch message {
        case .voiceStarted(let timestamp):
            isVoicedHere = true
            return settled(at: time(timestamp))
        case .voiceStopped(let timestamp):
            isVoicedHere = false
            return settled(at: time(timestamp))
        case .detection(let detection):
            let time = time(detection.timestamp)
            guard time > lastWake + Self.wakePause else { return [] }
            lastWake = time
            return [.wake(name: detection.name ?? "", score: detection.score ?? 1, time: time)]
        case .addition(.reached(let timestamp)):
            let time = time(timestamp)
            guard time > reached else { return [] }
            reached = time
            return settled(at: max(toldBefore, time)) + [.reached(time: time)]
        case .addition(.cleaned(let layout, let bytes)):
            return newlyCleaned(AudioChunk(format: AudioFormat(rate: layout.rate, channels: layout.channels), bytes: bytes))
        default: return []
        }
    }

    /// From the time on to which everything was told, it counts what this server hears.
    private mutating func settled(at time: Double) -> [Heard] {
        guard time >= toldBefore, isVoiced != isVoicedHere else { return [] }
        isVoiced = isVoicedHere
        return [isVoiced ? .voiceStarted(time: time) : .voiceStopped(time: time)]
    }

    private mutating func newlyCleaned(_ audio: AudioChunk) -> [Heard] {
        let frame = 2 * max(1, audio.format.channels)
        let known = Int(((cleaned - cleanedHere) * Double(audio.format.rate)).rounded()) * frame
        cleanedHere += audio.duration
        cleaned = max(cleaned, cleanedHere)
        guard known > 0 else { return [.cleaned(audio)] }
        guard known < audio.bytes.count else { return [] }
        return [.cleaned(AudioChunk(format: audio.format, bytes: Array(audio.bytes[known...])))]
    }
}
