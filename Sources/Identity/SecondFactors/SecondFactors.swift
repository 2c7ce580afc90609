public import Base
import Cryptography
public import Domain
import Foundation

extension Problem.Code {
    /// The password was right, and the account wants a code beside it.
    public static let otpNeeded = Problem.Code("otp_needed", status: 401)
    /// The same of somebody who is signed in, and stays it.
    public static let otpNeededForProof = Problem.Code("otp_needed", status: 403)
}

/// Authenticator apps (RFC 6238) and the recovery codes that go with them: adds and removes them, and checks what is typed.
public final class SecondFactors: Sendable {
    /// What somebody needs to make their app know the account. All of it is secret.
    public struct Enrolment: Sendable {
        /// To be typed.
        public var secret: Secret
        /// `otpauth://…`
        public var uri: Secret
        /// The same as a QR code.
        public var svg: Secret
        public var png: [UInt8]
    }

    private let store: any SecondFactorStore
    private let issuer: String
    private let clock: any WallClock
    private let trail: (any AuditTrail)?
    private let guesses: Guesses

    /// - Parameters:
    ///   - issuer: what apps show beside the account's name.
    ///   - limiter: counts wrong codes; `nil` for one of its own.
    public init(
        store: any SecondFactorStore, issuer: String = "Jarvis", limiter: (any RateLimiter)? = nil, clock: any WallClock = SystemWallClock(),
        trail: (any AuditTrail)? = nil
    ) {
        guesses = Guesses(matter: "code", limiter: limiter ?? TokenBuckets(clock: clock))
        self.store = store
        self.issuer = issuer
        self.clock = clock
        self.trail = trail
    }

    public func state(of principal: Principal) async throws -> SecondFactorState { try await store.secondFactors(of: principal.user) }

    // MARK: adding and removing

    /// A secret for an app, which counts once `confirm` had the first right code.
    /// - Throws: `Problem.conflict` when there is an app already.
    public func enrol(_ principal: Principal) async throws -> Enrolment {
        let app = try TOTP.random()
        let uri = app.provisioningURI(issuer: issuer, account: principal.name)
        let picture = try QRCode(uri.reveal())
        guard try await store.propose(appSecret: app.secret, of: principal, at: clock.now) else {
            throw Problem(.conflict, "an authenticator app is set up already: remove it first (DELETE /auth/totp)")
        }
        return Enrolment(secret: app.base32, uri: uri, svg: Secret(picture.svg()), png: try picture.png())
    }

    /// The first code of the app.
    /// - Returns: recovery codes, which are told this once.
    /// - Throws: `Problem.invalid` for a wrong code, `.conflict` when there is none to confirm, `.tooManyRequests`.
    public func confirm(_ code: Secret, by bearer: Bearer, from address: String) async throws -> [Secret] {
        let principal = bearer.principal
        guard let app = try await store.app(of: principal.user), app.confirmedAt == nil else {
            throw Problem(.conflict, "there is no authenticator app to confirm: POST /auth/totp begins with one")
        }
        let now = clock.now, guesser = Guesses.Guesser.session(bearer.session, of: principal.user)
        try await guesses.take(guesser)
        guard let step = try TOTP(secret: app.secret).step(of: code, at: now) else {
            throw Problem(.invalid, "this is not the code that the app shows now: check that the clock of the phone is right, and type the six digits")
        }
        let codes = try makeCodes()
        guard try await store.confirmApp(of: principal, step: step, recoveryHashes: codes.map { try $0.hash(for: principal.user) }, at: now) else {
            throw Problem(.conflict, "this authenticator app is confirmed already")
        }
        await guesses.giveBack(guesser)
        trail?.record(AuditEvent(.factorAdd, .done, by: principal, from: address, target: "totp"))
        return codes.map(\.text)
    }

    /// New recovery codes; the old ones are good no more.
    /// - Throws: `Problem.notFound` without an app.
    public func remakeRecoveryCodes(of principal: Principal, from address: String) async throws -> [Secret] {
        let codes = try makeCodes()
        guard try await store.replaceRecoveryCodes(with: codes.map { try $0.hash(for: principal.user) }, of: principal) else { throw Self.noApp }
        trail?.record(AuditEvent(.factorAdd, .done, by: principal, from: address, target: "recovery codes"))
        return codes.map(\.text)
    }

    /// Removes the app, with its recovery codes: the password alone signs in then.
    /// - Throws: `Problem.notFound`.
    public func removeApp(of principal: Principal, from address: String) async throws {
        guard try await store.removeApp(of: principal) else { throw Self.noApp }
        trail?.record(AuditEvent(.factorRemove, .done, by: principal, from: address, target: "totp"))
    }

    /// The same without them, by whoever holds the machine: whether there was an app.
    func takeOff(_ user: User) async throws -> Bool { try await store.removeApp(of: user.principal) }

    /// Whether orders to the house that could do harm want a proof.
    /// - Throws: `Problem.notFound` without an app.
    public func setGuardsHome(_ guards: Bool, of principal: Principal) async throws {
        guard try await store.setGuardsHome(guards, of: principal) else { throw Self.noApp }
    }

    private static let noApp = Problem(.notFound, "there is no authenticator app: POST /auth/totp adds one")

    private func makeCodes() throws -> [RecoveryCode] { try (0..<RecoveryCode.count).map { _ in try RecoveryCode() } }

    // MARK: checking

    /// Whether a code is asked for beside this person's password.
    func isAsked(of user: User.ID) async throws -> Bool { try await store.app(of: user)?.confirmedAt != nil }

    /// Checks a code of the app or a recovery code, and uses it up; does nothing for somebody without an app.
    ///
    /// - Parameters:
    ///   - guesser: by whom wrong codes are counted.
    ///   - action: what the proof is for.
    /// - Throws: `Problem.otpNeeded` without a code or with a wrong one, `.tooManyRequests`.
    func check(_ code: Secret?, of user: User, for action: AuditEvent.Action, by guesser: Guesses.Guesser, from address: String) async throws {
        guard let app = try await store.app(of: user.id), app.confirmedAt != nil else { return }
        let refusal = action == .signIn ? Problem.Code.otpNeeded : .otpNeededForProof
        guard let code, !code.isEmpty else {
            throw Problem(refusal, "this account wants a code beside the password: send the six digits of the app, or a recovery code, as otp")
        }
        let now = clock.now
        func record(_ action: AuditEvent.Action, _ outcome: AuditEvent.Outcome, _ target: String) {
            trail?.record(AuditEvent(action, outcome, by: user.principal, from: address, target: target))
        }
        // Nobody guesses eighty bits: whoever was locked out by another's wrong codes still has these.
        if let recovery = try RecoveryCode(code), try await store.use(recoveryHash: recovery.hash(for: user.id), of: user.id) {
            return record(action, .done, "recovery code")
        }
        do {
            try await guesses.take(guesser)
        } catch {
            record(.lockOut, .refused, "second factor")
            throw error
        }
        if let step = try TOTP(secret: app.secret).step(of: code, at: now, after: app.lastStep), try await store.use(step: step, of: user.id) {
            return await guesses.giveBack(guesser)
        }
        record(action, .refused, "second factor")
        throw Problem(refusal, "the code is wrong or was used before: wait for the next one, or type a recovery code")
    }
}
