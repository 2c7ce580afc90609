public import Base
public import Domain
import Foundation

/// What there is to sign in with beside passwords.
public struct SignInWays: Sendable {
    public var secondFactors: SecondFactors?
    public var passkeys: Passkeys?
    /// `nil`: no provider is configured.
    public var openID: OpenIDSignIn?
    /// Hears of proofs of who one is.
    public var trail: (any AuditTrail)?

    public init(secondFactors: SecondFactors? = nil, passkeys: Passkeys? = nil, openID: OpenIDSignIn? = nil, trail: (any AuditTrail)? = nil) {
        self.secondFactors = secondFactors
        self.passkeys = passkeys
        self.openID = openID
        self.trail = trail
    }
}

extension Authenticator {
    /// Seconds for which a proof of who one is counts: what could lock somebody out, or open a door, wants one.
    public static let proofLifetime = 300

    /// Proves once more who is at a session: with a code where the account has an authenticator app, else with the password. What is brought is checked, all of it.
    ///
    /// - Throws: `Problem.forbidden` for a wrong password, `.otpNeeded` without a code or with a wrong one, `.tooManyRequests`.
    public func stepUp(_ bearer: Bearer, password: Secret?, otp: Secret?, at place: ClientPlace) async throws {
        guard let found = try await users.user(named: bearer.principal.name), found.user.id == bearer.principal.user else {
            throw Problem(.unauthenticated, "this account does not exist any more")
        }
        let hasApp = try await ways.secondFactors?.isAsked(of: found.user.id) ?? false
        guard hasApp || found.passwordHash != nil else { throw Problem(.forbidden, "this account has no password: sign in again, or use a passkey") }
        guard hasApp || password != nil else { throw Problem(.invalid, "send the password of this account as password") }
        if let password {
            // Counted by session: whoever has got hold of one has these guesses, and keeps nobody else from signing in.
            let guesser = Guesses.Guesser.session(bearer.session, of: bearer.principal.user)
            try await passwordGuesses.take(guesser)
            guard password.reveal().utf8.count <= 8192, try await passwords.verify(password, against: found.passwordHash, for: place.network) else {
                ways.trail?.record(AuditEvent(.stepUp, .refused, by: bearer.principal, from: place.address, target: "password"))
                throw Problem(.forbidden, "the password is wrong").recorded
            }
            await passwordGuesses.giveBack(guesser)
        }
        try await ways.secondFactors?.check(otp, of: found.user, for: .stepUp, by: .session(bearer.session, of: found.user.id), from: place.address)
        prove(bearer, by: hasApp ? "otp" : "password", from: place.address)
    }

    /// The same before what cannot be taken back: the password is wanted of everybody who has one; who has nothing to show must have signed in just now.
    public func proveFully(_ bearer: Bearer, password: Secret?, otp: Secret?, at place: ClientPlace) async throws {
        let user = bearer.principal.user, hasPassword = try await users.passwordHash(of: user) != nil
        guard password != nil || !hasPassword else { throw Problem(.invalid, "send the password of this account as password") }
        let hasApp = try await ways.secondFactors?.isAsked(of: user) ?? false
        if !hasPassword, !hasApp, bearer.isProven { return }
        try await stepUp(bearer, password: password, otp: otp, at: place)
    }

    /// Whoever is at this session has just shown who they are.
    func prove(_ bearer: Bearer, by means: String, from address: String) {
        book.prove(bearer.session, at: clock.now)
        ways.trail?.record(AuditEvent(.stepUp, .done, by: bearer.principal, from: address, target: means))
    }
}
