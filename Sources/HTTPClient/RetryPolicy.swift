import Foundation

/// When a request is sent again, and after how long. Pure: the client brings the clock and the dice.
///
/// The wait before the n-th repeat is drawn evenly from [0, min(maximum, base · 2ⁿ⁻¹)] ("full jitter", Brooker, "Exponential Backoff and Jitter",
/// AWS 2015), or is what the server asks for in Retry-After (RFC 9110, section 10.2.3).
public struct RetryPolicy: Sendable, Hashable {
    /// How often at most it is sent, the first time included.
    public var attempts: Int
    public var base: Duration
    public var maximum: Duration
    /// A server that asks for a longer wait is not waited for: its answer is given back.
    public var longestRetryAfter: Duration

    public init(attempts: Int = 3, base: Duration = .milliseconds(200), maximum: Duration = .seconds(5), longestRetryAfter: Duration = .seconds(30)) {
        self.attempts = attempts
        self.base = base
        self.maximum = maximum
        self.longestRetryAfter = longestRetryAfter
    }

    /// Once and no more.
    public static let never = RetryPolicy(attempts: 1)

    /// How an attempt ended.
    enum Outcome: Sendable {
        case answered(status: Int, retryAfter: String?)
        case failed(HTTPClientError.Code)
    }

    /// The wait before the next attempt; `nil` when there shall be none. `attempt` counts from 1; `random` is in 0..<1.
    func delay(after outcome: Outcome, attempt: Int, mayRepeat: Bool, now: Date, random: Double) -> Duration? {
        guard attempt < attempts else { return nil }
        var ceiling = base
        for _ in 1..<attempt where ceiling < maximum { ceiling *= 2 }
        let jittered = min(ceiling, maximum) * random
        switch outcome {
        case .failed(.refused), .failed(.dns): return jittered  // Nothing was sent.
        case .failed(.connectionLost): return mayRepeat ? jittered : nil
        case .failed: return nil
        case .answered(429, let wish), .answered(502, let wish), .answered(503, let wish), .answered(504, let wish):
            guard mayRepeat else { return nil }
            guard let wish = wish.flatMap({ Self.parseRetryAfter($0, now: now) }) else { return jittered }
            return wish <= longestRetryAfter ? wish : nil
        case .answered: return nil
        }
    }

    /// Seconds, or a date as RFC 9110 section 5.6.7 prefers it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func parseRetryAfter(_ text: String, now: Date) -> Duration? {
        let text = text.trimmingCharacters(in: .whitespaces)
        if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return Int(text).map { .seconds(min($0, 1_000_000)) } }
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = formatter.date(from: text) else { return nil }
        return .seconds(min(max(0, date.timeIntervalSince(now)), 1_000_000))
    }
}
