/// Judges from time to time how fast a client takes an answer.
struct SlowReader {
    /// Bytes that the client's kernel has acknowledged so far, and whether any wait for it in ours (then not 0).
    struct Progress {
        var taken: UInt64 = 0, waiting: UInt64 = 0
    }

    /// The answer's end is not known: it may take as long as it wants, as long as the client takes what is there.
    let isStream: Bool
    private let startedAt: UInt64
    private var movedAt: UInt64
    private var takenAtFirst: UInt64?
    private var takenLast: UInt64 = 0

    init(isStream: Bool, now: UInt64) {
        self.isStream = isStream
        startedAt = now
        movedAt = now
    }

    mutating func isTooSlow(_ progress: Progress, now: UInt64, _ deadlines: HTTPServer.Deadlines) -> Bool {
        let first = takenAtFirst ?? progress.taken
        takenAtFirst = first
        if progress.taken != takenLast || progress.waiting == 0 {
            takenLast = progress.taken
            movedAt = now
        }
        if now > movedAt + deadlines.unread.nanoseconds { return true }
        let allowance = deadlines.answer.nanoseconds + (progress.taken - first) / UInt64(max(1, deadlines.answerRate)) * 1_000_000_000
        return !isStream && now > startedAt + allowance
    }
}
