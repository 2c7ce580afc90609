import Base
import Domain
import Foundation
import Synchronization
import Wyoming

/// Audio on its way to a satellite, in real time: what was sent cannot be called back, so it is sent no earlier than it is needed.
final class Playback: Sendable {
    /// How far ahead of what is heard there, in seconds: for the network and the satellite's own queue.
    static let lead = 0.4
    /// Seconds of audio in one event.
    static let slice = 0.06
    /// Bytes that may wait: some ten minutes.
    static let capacity = 32 << 20

    private enum Piece {
        case audio(AudioChunk, generation: Int)
        case end(generation: Int, ended: @Sendable (Date?) async -> Void)
    }

    private struct State {
        /// Counts how often playback was cut: pieces of an older generation are dropped.
        var generation = 0
        var bytes = 0
        var isOpen = false
        /// When what was sent is played.
        var heardUntil = Date.distantPast
    }

    private let state = Mutex(State())
    private let pieces: AsyncStream<Piece>
    private let continuation: AsyncStream<Piece>.Continuation
    private let clock: any WallClock
    private let send: @Sendable (Message) -> Void

    /// - Parameter send: puts an event into the queue to the satellite.
    init(clock: any WallClock, send: @escaping @Sendable (Message) -> Void) {
        self.clock = clock
        self.send = send
        (pieces, continuation) = AsyncStream.makeStream(of: Piece.self)
    }

    /// What `add` and `end` are told, so that what was cut off stays so.
    var generation: Int { state.withLock { $0.generation } }

    /// - Returns: false when more waits than there is room for, or when it was cut off.
    @discardableResult
    func add(_ chunk: AudioChunk, generation: Int? = nil) -> Bool {
        let number: Int? = state.withLock { state in
            let wanted = generation ?? state.generation
            guard wanted == state.generation, state.bytes + chunk.bytes.count <= Self.capacity else { return nil }
            state.bytes += chunk.bytes.count
            return wanted
        }
        guard let number else { return false }
        continuation.yield(.audio(chunk, generation: number))
        return true
    }

    /// No more audio comes. `ended` is told until when what was sent is heard; `nil` when it was cut off.
    func end(generation: Int? = nil, _ ended: @escaping @Sendable (Date?) async -> Void) {
        continuation.yield(.end(generation: generation ?? self.generation, ended: ended))
    }

    /// Drops all that was not sent.
    /// - Returns: whether something that was sent is still to be heard.
    func cut() -> Bool {
        let now = clock.now
        let (wasOpen, isHeard) = state.withLock { state in
            state.generation += 1
            defer { state.isOpen = false }
            return (state.isOpen, state.heardUntil > now)
        }
        if wasOpen { send(.audioStop) }
        return isHeard
    }

    /// Sends until the task is cancelled.
    func run() async {
        var format: AudioFormat?
        var startedAt = Date.distantPast, sent = 0.0, current = -1
        for await piece in pieces {
            switch piece {
            case .audio(let chunk, let generation):
                defer { state.withLock { $0.bytes -= chunk.bytes.count } }
                guard chunk.format.channels > 0, chunk.format.rate > 0 else { continue }
                if current != generation || format != chunk.format {
                    close(generation)
                    (format, startedAt, sent, current) = (chunk.format, clock.now, 0, generation)
                }
                let layout = AudioLayout(rate: chunk.format.rate, channels: chunk.format.channels)
                let frame = 2 * chunk.format.channels, step = max(1, Int(Double(chunk.format.rate) * Self.slice)) * frame
                for start in stride(from: 0, to: chunk.bytes.count - chunk.bytes.count % frame, by: step) {
                    // What came late is heard when it comes.
                    startedAt = max(startedAt, clock.now - sent)
                    let due = startedAt + sent - Self.lead
                    if due > clock.now { do { try await clock.sleep(until: due) } catch { return } }
                    let slice = Array(chunk.bytes[start..<min(start + step, chunk.bytes.count - chunk.bytes.count % frame)])
                    let end = sent + Double(slice.count / frame) / Double(chunk.format.rate)
                    guard deliver(layout, slice, generation, heardUntil: startedAt + end) else { break }
                    sent = end
                }
            case .end(let generation, let ended):
                guard generation == self.generation else {
                    await ended(nil)
                    continue
                }
                close(generation)
                format = nil
                await ended(current == generation ? startedAt + sent : clock.now)
            }
        }
    }

    private func deliver(_ layout: AudioLayout, _ bytes: [UInt8], _ generation: Int, heardUntil: Date) -> Bool {
        state.withLock { state in
            guard generation == state.generation else { return false }
            state.heardUntil = heardUntil
            if !state.isOpen {
                state.isOpen = true
                send(.audioStart(layout))
            }
            send(.audioChunk(layout, bytes))
            return true
        }
    }

    private func close(_ generation: Int) {
        state.withLock { state in
            guard state.isOpen, state.generation == generation else { return }
            state.isOpen = false
            send(.audioStop)
        }
    }
}
