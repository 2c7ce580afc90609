public import Base
import Cryptography
public import Domain
import Foundation
public import Observability

/// Passkeys: made for a person at a page, and then enough to sign in there or to prove who one is. The authenticator has seen a finger, a face or a PIN, so that a
/// passkey counts for both factors.
public final class Passkeys: Sendable {
    /// What a browser is asked to make a passkey with.
    public struct RegistrationOptions: Sendable {
        public var challenge: [UInt8]
        public var site: PasskeySite
        public var handle: [UInt8]
        /// COSE numbers, the preferred first.
        public var algorithms: [Int]
        /// What this person has for this site already: an authenticator makes no second one.
        public var known: [[UInt8]]
    }

    /// What a browser is asked to use a passkey with.
    public struct AssertionOptions: Sendable {
        public var challenge: [UInt8]
        public var site: PasskeySite
        /// Empty: whichever the authenticator has.
        public var allowed: [[UInt8]]
    }

    /// Seconds that a person has for it.
    public static let timeout = PasskeyChallenges.lifetime
    private static let limit = 20
    private static let nameLength = 1...64

    private let store: any PasskeyStore
    private let challenges: PasskeyChallenges
    private let clock: any WallClock
    private let trail: (any AuditTrail)?
    private let log: Logger

    public init(store: any PasskeyStore, clock: any WallClock = SystemWallClock(), trail: (any AuditTrail)? = nil, log: Logger) throws {
        self.store = store
        challenges = try PasskeyChallenges()
        self.clock = clock
        self.trail = trail
        self.log = log
    }

    public func passkeys(of principal: Principal) async throws -> [Passkey] { try await store.passkeys(of: principal) }

    // MARK: making

    /// - Throws: `Problem.conflict` when there are too many.
    public func registrationOptions(for bearer: Bearer, at site: PasskeySite) async throws -> RegistrationOptions {
        let known = try await store.passkeys(of: bearer.principal)
        guard known.count < Self.limit else { throw Problem(.conflict, "there are \(Self.limit) passkeys: remove one first") }
        return RegistrationOptions(
            challenge: try challenges.issue(.registration(session: bearer.session.description), site: site, at: clock.now), site: site,
            handle: Self.handle(of: bearer.principal.user), algorithms: COSEKey.algorithms,
            known: known.filter { $0.site == site.id }.map(\.credential))
    }

    /// - Throws: `Problem.invalid` for an answer that is not right, `.conflict` for a passkey that is known.
    public func register(
        _ response: PasskeyRegistrationResponse, name: String, for bearer: Bearer, at site: PasskeySite, from address: String
    ) async throws -> Passkey {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines), now = clock.now
        guard Self.nameLength.contains(name.count), !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Problem(.invalid, "name must have 1 to 64 characters and no control characters")
        }
        guard try await store.passkeys(of: bearer.principal).count < Self.limit else {
            throw Problem(.conflict, "there are \(Self.limit) passkeys: remove one first")
        }
        let made: PasskeyCeremony.Made
        do {
            let purpose = PasskeyChallenges.Purpose.registration(session: bearer.session.description)
            made = try PasskeyCeremony.made(response, at: site) { challenges.isGood($0, purpose, site: site, at: now) }
            guard challenges.use(made.challenge, at: now) else { throw PasskeyFault.usedChallenge }
        } catch let fault as PasskeyFault {
            log.notice("a new passkey was refused", ["reason": fault.rawValue])
            trail?.record(AuditEvent(.factorAdd, .refused, by: bearer.principal, from: address, target: "passkey"))
            throw Problem(
                .invalid,
                fault == .notVerified
                    ? "this authenticator does not ask who touches it: choose one with a PIN, a finger or a face"
                    : "the passkey could not be taken: begin anew with POST /auth/passkeys/options")
        }
        let passkey = Passkey(
            id: Passkey.ID(at: now), household: bearer.principal.household, user: bearer.principal.user, credential: made.credential.id,
            publicKey: made.credential.publicKey, site: site.id, name: name, counter: made.counter, mayBeCopied: made.mayBeCopied, createdAt: now)
        guard try await store.add(passkey) else { throw Problem(.conflict, "this passkey is known already") }
        trail?.record(AuditEvent(.factorAdd, .done, by: bearer.principal, from: address, target: "passkey \(passkey.id)"))
        return passkey
    }

    /// - Throws: `Problem.notFound`.
    public func remove(_ id: Passkey.ID, of principal: Principal, from address: String) async throws {
        guard try await store.remove(id, of: principal) else { throw Problem(.notFound, "there is no such passkey: GET /auth/passkeys lists yours") }
        trail?.record(AuditEvent(.factorRemove, .done, by: principal, from: address, target: "passkey \(id)"))
    }

    // MARK: using

    /// For somebody who has not said who they are: the authenticator knows.
    public func signInOptions(at site: PasskeySite) throws -> AssertionOptions {
        AssertionOptions(challenge: try challenges.issue(.signIn, site: site, at: clock.now), site: site, allowed: [])
    }

    /// - Returns: whose passkey it was; `Authenticator.openSession` signs them in.
    /// - Throws: `Problem.unauthenticated`, the same for whatever is wrong.
    public func signIn(_ response: PasskeyAssertionResponse, at site: PasskeySite, from address: String) async throws -> User {
        try await use(response, .signIn, for: nil, at: site, from: address)
    }

    /// For somebody who is signed in.
    /// - Throws: `Problem.notFound` without a passkey for this site.
    public func proofOptions(for bearer: Bearer, at site: PasskeySite) async throws -> AssertionOptions {
        let own = try await store.passkeys(of: bearer.principal).filter { $0.site == site.id }.map(\.credential)
        guard !own.isEmpty else { throw Problem(.notFound, "you have no passkey for \(site.id)") }
        return AssertionOptions(
            challenge: try challenges.issue(.proof(session: bearer.session.description), site: site, at: clock.now), site: site, allowed: own)
    }

    /// Checks that this person has used a passkey for this session just now.
    func prove(_ response: PasskeyAssertionResponse, for bearer: Bearer, at site: PasskeySite, from address: String) async throws {
        _ = try await use(response, .proof(session: bearer.session.description), for: bearer.principal, at: site, from: address)
    }

    private func use(
        _ response: PasskeyAssertionResponse, _ purpose: PasskeyChallenges.Purpose, for principal: Principal?, at site: PasskeySite, from address: String
    ) async throws -> User {
        let now = clock.now
        let found = response.credential.count <= 1023 ? try await store.passkey(credential: response.credential) : nil
        do {
            guard let (passkey, user) = found else { throw PasskeyFault.unknownCredential }
            guard principal.map({ $0.user == user.id }) ?? true else { throw PasskeyFault.wrongUser }
            let used = try PasskeyCeremony.used(
                response, passkey, handle: Self.handle(of: user.id), needsHandle: principal == nil, at: site,
                isGood: { challenges.isGood($0, purpose, site: site, at: now) })
            guard challenges.use(used.challenge, at: now) else { throw PasskeyFault.usedChallenge }
            guard try await store.use(passkey.id, counter: used.counter, at: now) else { throw PasskeyFault.wrongCounter }
            return user
        } catch let fault as PasskeyFault {
            if fault == .wrongCounter {
                log.warning("a passkey counted backwards: there may be a copy of it", ["passkey": found?.passkey.id.description ?? ""])
            } else {
                log.notice("a passkey was refused", ["reason": fault.rawValue])
            }
            // Whose credential it claims to be is known; that it is theirs is not.
            trail?.record(
                AuditEvent(
                    principal == nil ? .signIn : .stepUp, .refused, household: found?.user.household, user: found?.user.id, name: found?.user.name ?? "",
                    address: address, target: "passkey"))
            throw Problem(principal == nil ? .unauthenticated : .forbidden, "the passkey was not accepted: try again, or sign in in another way").recorded
        }
    }

    /// What an authenticator knows somebody by: the id, which says nothing about them.
    private static func handle(of user: User.ID) -> [UInt8] { withUnsafeBytes(of: (user.high.bigEndian, user.low.bigEndian)) { Array($0) } }
}

extension Authenticator {
    /// Proves once more who is at a session, with a passkey.
    /// - Throws: `Problem.forbidden`.
    public func stepUp(_ bearer: Bearer, passkey response: PasskeyAssertionResponse, at site: PasskeySite, from address: String) async throws {
        guard let passkeys = ways.passkeys else { throw Problem(.notFound, "there are no passkeys here") }
        try await passkeys.prove(response, for: bearer, at: site, from: address)
        prove(bearer, by: "passkey", from: address)
    }
}
