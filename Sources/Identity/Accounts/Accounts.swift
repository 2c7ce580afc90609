public import Base
public import Domain
import Foundation
import Observability
import Synchronization

/// The people of the households: inviting and registering them, and what they may.
///
/// Whoever changes something brings their principal and where they ask from; who may is decided here, whatever the edge let through. What is changed takes
/// effect at once, wherever somebody is signed in.
public final class Accounts: Sendable {
    /// How long an invitation is good for, and a code that sets a password anew. Seconds.
    static let invitationLifetime: TimeInterval = 7 * 86_400, resetLifetime: TimeInterval = 86_400
    /// Invitations that a household may have open.
    static let invitationLimit = 50

    let store: any AccountStore
    let book: SessionBook
    let keys: APIKeys
    let passwords: Passwords
    let audit: (any AuditTrail)?
    let clock: any WallClock
    let log: Logger
    /// At the password of somebody who is signed in.
    let guesses: Guesses
    private let listeners = Mutex<[@Sendable (User.ID) -> Void]>([])

    init(
        store: any AccountStore, book: SessionBook, keys: APIKeys, passwords: Passwords, guesses: Guesses, audit: (any AuditTrail)?, clock: any WallClock,
        log: Logger
    ) {
        self.store = store
        self.book = book
        self.keys = keys
        self.passwords = passwords
        self.guesses = guesses
        self.audit = audit
        self.clock = clock
        self.log = log
    }

    /// `listener` is told of everybody whose rights are others now, or whose account was shut or removed. Must not wait.
    public func whenOneChanges(_ listener: @escaping @Sendable (User.ID) -> Void) { listeners.withLock { $0.append(listener) } }

    /// Makes the sessions and keys of somebody act as who they are now.
    func apply(_ user: User) async throws {
        keys.update(user)
        if user.isDisabled { try await book.endAll(of: user.id) } else { book.update(user) }
        tell(user.id)
    }

    /// Ends whatever somebody is signed in with who is no more.
    func forget(_ user: User.ID) async throws {
        keys.forget(user)
        try await book.endAll(of: user)
        tell(user)
    }

    func tell(_ user: User.ID) { for listener in listeners.withLock({ $0 }) { listener(user) } }

    // MARK: rights

    static func check(_ principal: Principal) throws {
        guard principal.may(.admin) else { throw Problem(.forbidden, "only owners and admins of the household may do that") }
    }

    static func checkOperator(_ principal: Principal) throws {
        guard principal.isOperator else { throw Problem(.forbidden, "only the owner of the first household may do that") }
    }

    /// Nobody makes anybody more than they are.
    static func check(_ principal: Principal, mayGive role: Role) throws {
        try check(principal)
        guard principal.role.mayManage(role), Permissions.usual(for: role).isSubset(of: principal.permissions) else {
            throw Problem(.forbidden, "an owner has to do that: this would give more rights than you may give")
        }
    }

    static func name(_ text: String) throws -> String {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...64).contains(name.count), name != "*", !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Problem(.invalid, "username must have 1 to 64 characters and no control characters")
        }
        return name
    }

    /// Keeps what was done, and what was refused.
    ///
    /// - Parameter outcome: what it came to be about, where that says more than `target`.
    func recording<T>(
        _ action: AuditEvent.Action, by principal: Principal, from address: String, target: String, outcome: (T) -> String? = { _ in nil },
        _ body: () async throws -> T
    ) async throws -> T {
        do {
            let value = try await body()
            audit?.record(AuditEvent(action, .done, by: principal, from: address, target: outcome(value) ?? target))
            return value
        } catch let problem as Problem {
            audit?.record(AuditEvent(action, problem.code == .forbidden ? .refused : .failed, by: principal, from: address, target: target))
            throw problem.recorded
        }
    }
}
