import Base
import Domain
import Foundation
import Synchronization

/// Who is signed in where, known without asking the store: every request looks here. What is changed is changed in the store first.
final class SessionBook: Sendable {
    private struct Live {
        var principal: Principal
        var expiresAt: Date
        /// When they last showed who they are; not kept over a restart.
        var provenAt: Date?
    }

    private struct State {
        var live: [Session.ID: Live] = [:]
        var listeners: [@Sendable (Session.ID) -> Void] = []
    }

    private let store: any SessionStore
    let lifetime: Session.Lifetime
    private let state = Mutex(State())

    /// Takes up the sessions that have not ended.
    init(_ store: any SessionStore, lifetime: Session.Lifetime, at now: Date) async throws {
        self.store = store
        self.lifetime = lifetime
        let live = try await store.liveSessions(at: now)
        state.withLock { state in
            for (session, user) in live {
                state.live[session.id] = Live(principal: user.principal, expiresAt: min(session.expiresAt, lifetime.last(of: session)))
            }
        }
    }

    /// Who is signed in there, as they are now; `nil` when the session has ended.
    func bearer(of session: Session.ID, at now: Date) -> Bearer? {
        guard let live = state.withLock({ $0.live[session] }), live.expiresAt > now else { return nil }
        let isProven = live.provenAt.map { now.timeIntervalSince($0) < Double(Authenticator.proofLifetime) } ?? false
        return Bearer(principal: isProven ? live.principal.with(.proof) : live.principal, session: session, isProven: isProven)
    }

    /// Whoever is at this session has just shown who they are.
    func prove(_ session: Session.ID, at now: Date) { state.withLock { $0.live[session]?.provenAt = now } }

    /// `listener` is told of every session that ends other than by its time. Must not wait.
    func whenOneEnds(_ listener: @escaping @Sendable (Session.ID) -> Void) { state.withLock { $0.listeners.append(listener) } }

    func sessions(of principal: Principal, at now: Date) async throws -> [Session] { try await store.sessions(of: principal, at: now) }

    func open(_ session: Session, for user: User, tokenHash: [UInt8]) async throws {
        try await store.open(session, tokenHash: tokenHash)
        state.withLock { state in
            state.live = state.live.filter { $0.value.expiresAt > session.createdAt }
            state.live[session.id] = Live(principal: user.principal, expiresAt: session.expiresAt, provenAt: session.createdAt)
        }
    }

    func renew(tokenHash: [UInt8], with newHash: [UInt8], from address: String, at now: Date) async throws -> Renewal {
        let renewal = try await store.renew(tokenHash: tokenHash, with: newHash, from: address, at: now, for: lifetime)
        switch renewal {
        case .renewed(let session): state.withLock { $0.live[session.id]?.expiresAt = session.expiresAt }
        case .reused(let session): forget { id, _ in id == session.id }
        case .unknown: break
        }
        return renewal
    }

    func end(_ session: Session.ID, of principal: Principal) async throws -> Bool {
        guard try await store.end(session, of: principal) else { return false }
        forget { id, _ in id == session }
        return true
    }

    /// Makes the sessions of somebody act as who they are now.
    func update(_ user: User) {
        state.withLock { state in
            for (id, live) in state.live where live.principal.user == user.id { state.live[id]?.principal = user.principal }
        }
    }

    /// - Parameter kept: a session that goes on.
    func endAll(of user: User.ID, except kept: Session.ID? = nil) async throws {
        try await store.endSessions(of: user, except: kept)
        forget { id, live in live.principal.user == user && id != kept }
    }

    private func forget(where isEnded: (Session.ID, Live) -> Bool) {
        let (ended, listeners) = state.withLock { state in
            let ended = state.live.filter { isEnded($0.key, $0.value) }.map(\.key)
            for id in ended { state.live[id] = nil }
            return (ended, state.listeners)
        }
        for id in ended { for listener in listeners { listener(id) } }
    }
}
