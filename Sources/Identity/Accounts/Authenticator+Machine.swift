public import Base
public import Domain

extension Authenticator {
    /// What came of setting a password for somebody who is locked out.
    public struct Unlocked: Sendable {
        public var user: User
        /// The keys of programs that ended with it.
        public var keys: [APIKey]
        /// Whether signing in still wants a code beside the password.
        public var wantsCode: Bool
    }

    /// Sets a password without the old one, and signs that person out everywhere: for whoever holds the machine, who could read its disk as well.
    ///
    /// - Parameters:
    ///   - withoutSecondFactors: their authenticator app goes, too, with its recovery codes.
    ///   - address: where it is asked for, for the trail; no person is known to ask.
    /// - Throws: `Problem`: `notFound`, `invalid` for a password that is too weak.
    public func setPassword(of name: String, to password: Secret, withoutSecondFactors: Bool, from address: String) async throws -> Unlocked {
        let user = try await user(named: name)
        try PasswordPolicy.check(password, for: user.name)
        try await users.replace(passwordHash: passwords.hash(password, for: address), of: user.id, keeping: nil)
        let event = { AuditEvent($0, .done, household: user.household, address: address, target: user.id.description) }
        if withoutSecondFactors, let factors = ways.secondFactors, try await factors.takeOff(user) { ways.trail?.record(event(.factorRemove)) }
        try await book.endAll(of: user.id)
        let keys = apiKeys.ended(of: user, by: nil, from: address)
        accounts.tell(user.id)
        ways.trail?.record(event(.passwordChange))
        return Unlocked(user: user, keys: keys, wantsCode: try await ways.secondFactors?.isAsked(of: user.id) ?? false)
    }

    /// An account of whichever household.
    /// - Throws: `Problem.notFound`, also for the account that stands for a room.
    public func user(named name: String) async throws -> User {
        guard let found = try await users.user(named: Accounts.name(name)) else { throw Problem(.notFound, "nobody has an account with this name") }
        return found.user
    }
}
