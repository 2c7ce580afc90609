/// Judges from time to time how fast a client takes an answer.
struct SlowReader {
    /// Bytes that the client's kernel has acknowledged so far, and whether any wait for it in ours (then not 0).
    struct Progress {
        var taken: UInt64 = 0, waiting: UInt64 = 0
    }

    /// The answer's end is not known: it may take as long as it wants, as long as the client takes what is there.
    let isStream: Bool
    /// How far it was, and when, at the first look and when it last moved.
    private var first: (taken: UInt64, at: UInt64)?
    private var last: (taken: UInt64, at: UInt64) = (0, 0)

    init(isStream: Bool) { self.isStream = isStream }

    mutating func isTooSlow(_ progress: Progress, now: UInt64, _ deadlines: HTTPServer.Deadlines) -> Bool {
        guard let first else {
            first = (progress.taken, now)
            last = (progress.taken, now)
            return false
        }
        if progress.taken != last.taken || progress.waiting == 0 { last = (progress.taken, now) }
        if now > last.at + deadlines.unread.nanoseconds { return true }
        let allowance = deadlines.answer.nanoseconds + (progress.taken - first.taken) / UInt64(max(1, deadlines.answerRate)) * 1_000_000_000
        return !isStream && now > first.at + allowance
    }
}
