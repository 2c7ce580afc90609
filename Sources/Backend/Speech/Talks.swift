import Domain
import Synchronization

/// The spoken conversations that are held: each takes an ear and a connection of the speech worker, and one account must not take them all.
public final class Talks: Sendable {
    private static let limits = (person: 24, all: 64)
    private let held = Mutex<[User.ID: Int]>([:])

    public init() {}

    /// A place, for as long as it lives.
    final class Ticket: Sendable {
        private let talks: Talks
        private let user: User.ID

        fileprivate init(_ talks: Talks, _ user: User.ID) {
            self.talks = talks
            self.user = user
        }

        deinit {
            talks.held.withLock { held in
                held[user, default: 1] -= 1
                if held[user] == 0 { held[user] = nil }
            }
        }
    }

    /// - Throws: `Problem.tooManyRequests`.
    func begin(_ user: User.ID) throws(Problem) -> Ticket {
        let isFull = held.withLock { held in
            guard held[user, default: 0] < Self.limits.person, held.values.reduce(0, +) < Self.limits.all else { return true }
            held[user, default: 0] += 1
            return false
        }
        if isFull { throw Problem(.tooManyRequests, "too many spoken conversations are open: close one, then try again") }
        return Ticket(self, user)
    }
}
