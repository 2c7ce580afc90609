private import Synchronization

/// The open end of a streamed body: what is written goes to the client as fast as it reads.
///
/// States: open (bytes may wait), parked (a writer waits because too many do), finished (no more will come), failed (the client has left or the
/// handler threw).
public final class BodyWriter: Sendable {
    /// Above this many waiting bytes a writer parks; below the other it goes on.
    static let highWater = 64 << 10, lowWater = 16 << 10

    /// What the event loop finds when it wants to send.
    enum Chunk {
        case bytes(Int)
        case empty, finished, failed
    }

    private struct State {
        var buffer: [UInt8] = []
        var offset = 0
        var written = 0
        var isFinished = false
        var isFailed = false
        var waiters: [CheckedContinuation<Void, any Error>] = []

        var waiting: Int { buffer.count - offset }
    }
    private let state = Mutex(State())
    /// Tells the event loop that there is something to send, from any thread.
    private let wake: @Sendable () -> Void

    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// Hands over bytes; returns when there is room for more.
    /// - Throws: `CancellationError` when the client has left.
    public func write(_ bytes: [UInt8]) async throws {
        try Task.checkCancellation()
        let (isFailed, isFull) = state.withLock { state in
            if state.isFailed || state.isFinished { return (true, false) }
            state.buffer.append(contentsOf: bytes)
            state.written += bytes.count
            return (false, state.waiting > Self.highWater)
        }
        if isFailed { throw CancellationError() }
        wake()
        if isFull { try await park() }
    }

    public func write(_ text: String) async throws { try await write(Array(text.utf8)) }

    private func park() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if state.isFailed || Task.isCancelled { return .failure(CancellationError()) }
                    if state.waiting < Self.lowWater { return .success(()) }
                    state.waiters.append(continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            fail()
        }
    }

    /// No more will be written.
    func finish() {
        state.withLock { $0.isFinished = true }
        wake()
    }

    /// The body stops here, unfinished; parked writers are told.
    func fail() {
        let waiters = state.withLock { state in
            state.isFailed = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(throwing: CancellationError()) }
        wake()
    }

    /// Moves up to `space.count` bytes out, for the event loop.
    func read(into space: UnsafeMutableRawBufferPointer) -> Chunk {
        let (chunk, waiters): (Chunk, [CheckedContinuation<Void, any Error>]) = state.withLock { state in
            if state.isFailed { return (.failed, []) }
            let count = min(space.count, state.waiting)
            if count == 0 { return (state.isFinished ? .finished : .empty, []) }
            state.buffer.withUnsafeBytes { space.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[state.offset..<state.offset + count])) }
            state.offset += count
            if state.offset == state.buffer.count {
                state.buffer.removeAll(keepingCapacity: true)
                state.offset = 0
            } else if state.offset > Self.highWater {
                state.buffer.removeFirst(state.offset)
                state.offset = 0
            }
            guard state.waiting < Self.lowWater else { return (.bytes(count), []) }
            defer { state.waiters = [] }
            return (.bytes(count), state.waiters)
        }
        for waiter in waiters { waiter.resume() }
        return chunk
    }

    /// How many bytes were handed over so far.
    var written: Int { state.withLock { $0.written } }
}
