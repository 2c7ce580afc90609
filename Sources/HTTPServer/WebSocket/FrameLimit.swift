/// Bounds how many frames a client sends: over time, by a bucket that holds five seconds' worth, and for one message.
struct FrameLimit {
    private static let fragments = 1024

    private let rate: Double, size: Double
    private var left: Double
    private var filledAt: UInt64
    private var fragments = 0

    /// - Parameter rate: frames a second.
    init(rate: Int, now: UInt64) {
        self.rate = Double(max(1, rate))
        size = 5 * self.rate
        left = size
        filledAt = now
    }

    /// Whether one more frame may come.
    mutating func admits(isContinuation: Bool, isControl: Bool, now: UInt64) -> Bool {
        if now > filledAt {
            left = min(size, left + Double(now - filledAt) / 1e9 * rate)
            filledAt = now
        }
        left -= 1
        if !isControl { fragments = isContinuation ? fragments + 1 : 0 }
        return left >= 0 && fragments < Self.fragments
    }
}
