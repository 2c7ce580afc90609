import Base
import Domain
import Foundation
import Synchronization

/// How often somebody may be wrong about a code: five times at once, then once every five minutes. Right answers do not count.
///
/// Whoever gets here has the right password, or a session: nobody else can use it to lock somebody out.
final class GuessLimit: Sendable {
    private static let guesses = 5.0
    /// Seconds until there is another.
    private static let pause = 300.0

    private struct Bucket {
        var left: Double
        var at: Date
    }

    private let buckets = Mutex<[String: Bucket]>([:])

    /// Takes a guess.
    /// - Throws: `Problem.tooManyRequests` when none is left.
    func take(_ name: String, at now: Date) throws(Problem) {
        let wait: Double? = buckets.withLock { buckets in
            // What is full again is as good as unknown, so that there are never more than people who were wrong lately.
            buckets = buckets.filter { Self.left($0.value, at: now) < Self.guesses }
            let left = buckets[name].map { Self.left($0, at: now) } ?? Self.guesses
            guard left >= 1 else { return (1 - left) * Self.pause }
            buckets[name] = Bucket(left: left - 1, at: now)
            return nil
        }
        if let wait {
            throw Problem(.tooManyRequests, "too many wrong codes: try again in \(Int((wait / 60).rounded(.up))) minutes, or sign in with a passkey")
        }
    }

    /// It was right.
    func forgive(_ name: String) { buckets.withLock { $0[name] = nil } }

    private static func left(_ bucket: Bucket, at now: Date) -> Double {
        min(guesses, bucket.left + max(0, now.timeIntervalSince(bucket.at)) / pause)
    }
}
