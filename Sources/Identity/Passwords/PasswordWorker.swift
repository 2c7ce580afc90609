import Base
import Cryptography
import Domain
import Dispatch
import Synchronization

/// Hashes passwords on a thread of its own, one at a time: each takes 64 MiB and a tenth of a second, and must not hold up anything else.
final class PasswordWorker: Sendable {
    /// Hashes that may wait; more are refused.
    private static let queueLimit = 64

    private let thread = DispatchQueue(label: "identity.passwords", qos: .utility)
    private let waiting = Mutex(0)

    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let accepted = waiting.withLock { count in
            if count >= Self.queueLimit { return false }
            count += 1
            return true
        }
        guard accepted else { throw Problem(.tooManyRequests, "too many people are signing in at this moment: try again in a few seconds") }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
