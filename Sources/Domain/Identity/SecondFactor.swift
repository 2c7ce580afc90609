public import Base
public import Foundation

/// What somebody has an authenticator app for: its secret, and how far it was used.
public struct AuthenticatorApp: Sendable, Hashable {
    /// Shared with the app; kept sealed.
    public var secret: [UInt8]
    /// When the first right code came: before that it is asked for nowhere.
    public var confirmedAt: Date?
    /// The step of the last code that counted: that one and all before it count no more.
    public var lastStep: Int64?

    public init(secret: [UInt8], confirmedAt: Date? = nil, lastStep: Int64? = nil) {
        self.secret = secret
        self.confirmedAt = confirmedAt
        self.lastStep = lastStep
    }
}

/// What somebody shows beside a password, as their household and they themselves may see it.
public struct SecondFactorState: Sendable, Hashable {
    /// Since when an authenticator app is asked for; `nil`: it is not.
    public var appSince: Date?
    public var recoveryCodesLeft: Int
    /// Whether risky orders to the house want a proof, too.
    public var guardsHome: Bool

    public init(appSince: Date? = nil, recoveryCodesLeft: Int = 0, guardsHome: Bool = false) {
        self.appSince = appSince
        self.recoveryCodesLeft = recoveryCodesLeft
        self.guardsHome = guardsHome
    }
}

/// Authenticator apps and recovery codes: one app a person, whose secret is sealed, and codes of which only hashes are kept.
public protocol SecondFactorStore: Sendable {
    func app(of user: User.ID) async throws -> AuthenticatorApp?
    func secondFactors(of user: User.ID) async throws -> SecondFactorState
    /// Keeps the secret of an app that is to be confirmed, in place of another that was not: `false`, and nothing is changed, when one is confirmed already.
    func propose(appSecret: [UInt8], of principal: Principal, at now: Date) async throws -> Bool
    /// The first right code came: from now on it is asked for. `false` when it was confirmed before.
    func confirmApp(of principal: Principal, step: Int64, recoveryHashes: [[UInt8]], at now: Date) async throws -> Bool
    /// Uses up a step and all before it, in one go: `false` when that had been done.
    func use(step: Int64, of user: User.ID) async throws -> Bool
    /// Uses up a recovery code: `false` when there is no such code.
    func use(recoveryHash: [UInt8], of user: User.ID) async throws -> Bool
    /// New recovery codes instead of all that were; `false` without a confirmed app.
    func replaceRecoveryCodes(with hashes: [[UInt8]], of principal: Principal) async throws -> Bool
    /// `false` without a confirmed app.
    func setGuardsHome(_ guards: Bool, of principal: Principal) async throws -> Bool
    /// Removes the app, confirmed or not, with its recovery codes: whether there was one.
    func removeApp(of principal: Principal) async throws -> Bool
}
