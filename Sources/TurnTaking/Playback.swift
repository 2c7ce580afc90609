import Domain

/// The audio of an answer on the time line of the microphone: when each piece is heard, as far as the sender can know.
///
/// Pieces play one after the other from the moment the first is sent. Times are seconds of microphone audio.
struct Playback: Sendable {
    struct Piece: Sendable {
        var index: Int
        var audio: AudioChunk
        var start: Double
        var end: Double
    }

    /// Seconds of audio that are kept to go on with after a cough; an answer with more than that left is not gone on with.
    static let kept = 60.0

    /// What may still be heard, in order.
    private(set) var pieces: [Piece] = []
    /// The first piece that has not begun yet.
    private var next = 0
    private(set) var isWhole = true
    private var sentences: [(index: Int, words: [String], start: Double, end: Double)] = []
    /// When the last piece ends; `nil` before the first.
    private(set) var end: Double?

    mutating func say(_ index: Int, _ text: String) {
        sentences.append((index, Words.folded(text), 0, 0))
        if sentences.count > 8 { sentences.removeFirst() }
    }

    mutating func append(_ index: Int, _ audio: AudioChunk, now: Double) {
        let start = max(end ?? now, now)
        let piece = Piece(index: index, audio: audio, start: start, end: start + audio.duration)
        end = piece.end
        if let place = sentences.lastIndex(where: { $0.index == index }) {
            if sentences[place].end == 0 { sentences[place].start = piece.start }
            sentences[place].end = piece.end
        }
        if piece.end - now > Self.kept {
            isWhole = false
        } else if isWhole {
            pieces.append(piece)
        }
    }

    func isHeard(at now: Double) -> Bool { end.map { $0 > now } ?? false }

    /// Forgets what was heard; returns the pieces that begin to be heard by now.
    mutating func advance(to now: Double) -> [AudioChunk] {
        var begun: [AudioChunk] = []
        while next < pieces.count, pieces[next].start <= now {
            begun.append(pieces[next].audio)
            next += 1
        }
        let over = pieces.prefix { $0.end < now - 1 }.count
        if over > 0 {
            pieces.removeFirst(over)
            next -= over
        }
        return begun
    }

    /// What was not heard yet at a time, to be sent again.
    func rest(from time: Double) -> [(index: Int, audio: AudioChunk)] {
        pieces.filter { $0.end > time }.map { piece in
            guard piece.start < time else { return (piece.index, piece.audio) }
            let frame = 2 * piece.audio.format.channels
            let skipped = min(piece.audio.bytes.count, Int((time - piece.start) * Double(piece.audio.format.rate)) * frame)
            return (piece.index, AudioChunk(format: piece.audio.format, bytes: Array(piece.audio.bytes[skipped...])))
        }
    }

    /// Nothing more of it is heard.
    mutating func cut(at now: Double) {
        pieces = []
        next = 0
        end = end.map { min($0, now) }
    }

    /// The words that are said about a time: what a microphone beside the loudspeaker hears of them.
    func words(around time: Double) -> [String] {
        guard let sentence = sentences.last(where: { $0.start <= time && $0.end > 0 }), sentence.end > sentence.start else { return [] }
        let share = min(1, (time - sentence.start) / (sentence.end - sentence.start))
        let place = Int(Double(sentence.words.count) * share)
        let window = max(0, place - 3)..<min(sentence.words.count, place + 5)
        return window.isEmpty ? [] : Array(sentence.words[window])
    }

    /// Whether a transcript is what was being said when the voice began.
    func isEcho(_ text: String, at time: Double) -> Bool {
        let heard = Words.folded(text), said = words(around: time)
        guard !heard.isEmpty, heard.count <= said.count else { return false }
        // In their order, and nearly all of them.
        var found = 0, rest = said[...]
        for word in heard {
            guard let place = rest.firstIndex(of: word) else { continue }
            found += 1
            rest = rest[(place + 1)...]
        }
        return Double(found) >= 0.8 * Double(heard.count)
    }
}
