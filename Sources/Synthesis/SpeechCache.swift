private import Synchronization

/// Audio of pieces that were said before, to be sent at once when they are to be said again: "C'est fait." and the like.
///
/// Bounded in bytes; what was not asked for longest goes first.
package final class SpeechCache: Sendable {
    /// How well it does.
    package struct Figures: Sendable, Hashable {
        package var hits = 0
        package var misses = 0
        /// What is kept, in bytes of audio.
        package var bytes = 0
        package var pieces = 0
        /// Hits among all that was asked for, from 0 to 1.
        package var hitRate: Double { hits + misses == 0 ? 0 : Double(hits) / Double(hits + misses) }
    }

    private struct Key: Hashable {
        let engine: String
        let piece: SpeechPiece
    }

    private struct Entry {
        let audio: [[UInt8]]
        let size: Int
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var figures = Figures()
        /// Counts uses; it takes the place of a clock.
        var use: UInt64 = 0
    }

    private let state = Mutex(State())
    private let limit: Int
    /// The largest piece that is kept, in bytes: one long text must not push out a hundred short ones.
    private let largestPiece: Int

    /// - Parameter limit: in bytes of audio.
    package init(limit: Int = 16 << 20) {
        self.limit = limit
        largestPiece = limit / 8
    }

    /// The audio of a piece, in the arrays it came in; counted as a hit or a miss.
    package func audio(of piece: SpeechPiece, by engine: String) -> [[UInt8]]? {
        state.withLock { state in
            let key = Key(engine: engine, piece: piece)
            guard let entry = state.entries[key] else {
                state.figures.misses += 1
                return nil
            }
            state.figures.hits += 1
            state.use += 1
            state.entries[key]?.lastUse = state.use
            return entry.audio
        }
    }

    /// Keeps the audio of a piece that was said to its end. What is empty or too large is not kept.
    package func keep(_ audio: [[UInt8]], of piece: SpeechPiece, by engine: String) {
        // The text and the bookkeeping count too: many pieces may be short.
        let size = audio.reduce(256 + piece.text.utf8.count) { $0 + $1.count + 32 }
        guard !audio.isEmpty, size <= largestPiece else { return }
        state.withLock { state in
            state.use += 1
            let key = Key(engine: engine, piece: piece)
            if let old = state.entries.updateValue(Entry(audio: audio, size: size, lastUse: state.use), forKey: key) { state.figures.bytes -= old.size }
            state.figures.bytes += size
            while state.figures.bytes > limit, let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
                state.entries[oldest.key] = nil
                state.figures.bytes -= oldest.value.size
            }
            state.figures.pieces = state.entries.count
        }
    }

    package var figures: Figures { state.withLock { $0.figures } }
}
