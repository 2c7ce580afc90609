import Domain

/// How often somebody may be wrong about a code, or at a session about the password. Right answers do not count.
///
/// Only who has the right password, or a session, gets to guess codes. By whom guesses are counted keeps the owner of an account from being locked out by
/// others who know the password: from a network that the account was signed in to before the guesses are that network's own, everybody else shares what is left.
///
/// Of a million codes three are right at any moment. So whoever knows the password and guesses all day long finds one with a chance of 0.05 % a day from outside
/// (20 + 144 guesses, from however many networks), and of 0.09 % from within a network of the owner's, or at a session (5 + 288 guesses, for each of them).
/// Recovery codes are not counted: nobody guesses 80 bits.
struct Guesses: Sendable {
    /// Who guesses.
    enum Guesser: Sendable {
        /// Whoever has got hold of a session.
        case session(Session.ID, of: User.ID)
        /// From a network that this account was signed in to from before.
        case known(User.ID, network: String)
        /// From elsewhere.
        case outsider(User.ID, network: String)
    }

    /// So many at once, and then one in so many minutes.
    private struct Allowance {
        let burst: Int, minutes: Int

        func charge(_ name: String, _ holder: RateBucket.Holder) -> RateCharge {
            RateCharge(RateBucket(name, of: holder), RateLimit(perMinute: 1, capacity: burst * minutes), cost: minutes)
        }
    }

    private static let known = Allowance(burst: 5, minutes: 5)
    /// One network has less than all together, so that it takes several to use up what others would need.
    private static let outside = Allowance(burst: 5, minutes: 15), outsideTogether = Allowance(burst: 20, minutes: 10)

    /// Of what: `code`.
    let matter: String
    let limiter: any RateLimiter

    private func charges(_ guesser: Guesser) -> [RateCharge] {
        switch guesser {
        case .session(let session, let user): [Self.known.charge("\(matter)-at-\(session)", .user(user))]
        case .known(let user, let network): [Self.known.charge("\(matter)-of-\(user)", .address(network))]
        case .outsider(let user, let network):
            [Self.outside.charge("\(matter)-outside-\(user)", .address(network)), Self.outsideTogether.charge("\(matter)-outside", .user(user))]
        }
    }

    /// Takes a guess, before it is known whether it is right.
    /// - Throws: `Problem.tooManyRequests` when none is left.
    func take(_ guesser: Guesser) async throws(Problem) {
        guard let verdict = await limiter.take(charges(guesser)), !verdict.isAllowed else { return }
        let minutes = max(1, (verdict.retryAfter.components.seconds + 59) / 60)
        throw Problem(
            .tooManyRequests, "too many wrong tries: try again in \(minutes) minutes, or use a recovery code or a passkey", retryAfter: verdict.retryAfter)
    }

    /// It was right.
    func giveBack(_ guesser: Guesser) async { await limiter.giveBack(charges(guesser)) }
}
