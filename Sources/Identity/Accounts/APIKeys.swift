public import Base
import Cryptography
public import Domain
public import Foundation
import Synchronization

/// The keys of programs: made, listed, revoked, and recognised without asking the store.
public final class APIKeys: Sendable {
    /// What every key begins with, to be found where it should not be.
    static let prefix = "jrv_"
    /// 256 bits.
    private static let length = 32
    private static let tokenLength = prefix.utf8.count + 43
    /// That one person may have.
    static let limit = 50
    /// How long one may be good for. Seconds.
    public static let lifetimes: ClosedRange<TimeInterval> = 60...366 * 86_400
    /// Between two writes of when keys were used last. Seconds.
    private static let flushInterval: TimeInterval = 60

    private struct Entry {
        var key: APIKey
        /// The owner as they are now, with no more than the key's scopes; `nil` while their account is shut.
        var principal: Principal?
    }

    private struct State {
        /// By the hash of what is brought.
        private(set) var entries: [[UInt8]: Entry] = [:]
        private var hashes: [APIKey.ID: [UInt8]] = [:]
        /// Used since the last write.
        var used: [APIKey.ID: Date] = [:]
        var writtenAt = Date.distantPast
        var listeners: [@Sendable (Session.ID) -> Void] = []

        subscript(id: APIKey.ID) -> Entry? { hashes[id].flatMap { entries[$0] } }

        mutating func add(_ entry: Entry, hash: [UInt8]) {
            entries[hash] = entry
            hashes[entry.key.id] = hash
        }

        /// Who brings this one now: `nil` when it is none, has ended, or its owner's account is shut.
        mutating func use(_ hash: [UInt8], at now: Date) -> Bearer? {
            guard let index = entries.index(forKey: hash), let principal = entries.values[index].principal, entries.values[index].key.expiresAt > now else {
                return nil
            }
            entries.values[index].key.usedAt = now
            let id = entries.values[index].key.id
            used[id] = now
            return Bearer(principal: principal, session: entries.values[index].key.session, key: id)
        }

        mutating func change(_ owner: User.ID, _ change: (inout Entry) -> Void) {
            for (hash, entry) in entries where entry.key.user == owner {
                var entry = entry
                change(&entry)
                entries[hash] = entry
            }
        }

        mutating func remove(where isEnded: (APIKey) -> Bool) -> [APIKey] {
            let ended = entries.filter { isEnded($0.value.key) }
            for (hash, entry) in ended {
                entries[hash] = nil
                hashes[entry.key.id] = nil
                used[entry.key.id] = nil
            }
            return ended.values.map(\.key).sorted { $0.id < $1.id }
        }
    }

    private let store: any APIKeyStore
    private let audit: (any AuditTrail)?
    private let clock: any WallClock
    private let state = Mutex(State())

    init(_ store: any APIKeyStore, audit: (any AuditTrail)?, clock: any WallClock) async throws {
        self.store = store
        self.audit = audit
        self.clock = clock
        let known = try await store.apiKeys(at: clock.now)
        state.withLock { state in
            for (key, hash, user) in known { state.add(Entry(key: key, principal: Self.principal(of: key, user)), hash: hash) }
        }
    }

    private static func principal(of key: APIKey, _ owner: User) -> Principal? { owner.isDisabled ? nil : principal(of: key, owner.principal) }

    private static func principal(of key: APIKey, _ owner: Principal) -> Principal {
        owner.limited(to: Permissions(capabilities: key.scopes, risk: .dangerous))
    }

    /// `listener` is told of every key that ends other than by its time, as the session that stands for it. Must not wait.
    func whenOneEnds(_ listener: @escaping @Sendable (Session.ID) -> Void) { state.withLock { $0.listeners.append(listener) } }

    // MARK: recognise

    static func isKey(_ token: String) -> Bool { token.utf8.starts(with: prefix.utf8) }

    /// Who brings a key, as they are now; `nil` for every other text.
    func bearer(of token: String) -> Bearer? {
        guard token.utf8.count == Self.tokenLength, Self.isKey(token), let bytes = Base64URL.decode(token.dropFirst(Self.prefix.count)),
            bytes.count == Self.length, let hash = try? SecretCode(bytes: Array(bytes)).hash
        else { return nil }
        let now = clock.now
        let (bearer, due) = state.withLock { state -> (Bearer?, [APIKey.ID: Date]) in
            guard let bearer = state.use(hash, at: now) else { return (nil, [:]) }
            return (bearer, now.timeIntervalSince(state.writtenAt) >= Self.flushInterval ? Self.take(&state, now) : [:])
        }
        // A bridge: requests do not wait for when a key was used last to be kept, and losing it loses nothing else.
        if !due.isEmpty { Task { [store] in try? await store.used(due) } }
        return bearer
    }

    /// Whom a key stands for now; `nil` when it has ended.
    func principal(of id: APIKey.ID, at now: Date) -> Principal? {
        state.withLock { state in state[id].flatMap { $0.key.expiresAt > now ? $0.principal : nil } }
    }

    private static func take(_ state: inout State, _ now: Date) -> [APIKey.ID: Date] {
        state.writtenAt = now
        defer { state.used = [:] }
        return state.used
    }

    // MARK: make, list, revoke

    /// Makes a key, which is shown once.
    ///
    /// - Parameter lifetime: in seconds, within `lifetimes`.
    public func make(
        named name: String, scopes: Capabilities, lifetime: TimeInterval, by principal: Principal, from address: String = ""
    ) async throws -> (key: APIKey, secret: Secret) {
        let name = try Accounts.name(name)
        guard !scopes.list.isEmpty, scopes.isSubset(of: principal.permissions.capabilities) else {
            throw Problem(.forbidden, "a key has one right at least, and none that you do not have")
        }
        guard Self.lifetimes.contains(lifetime) else { throw Problem(.invalid, "a key is good for a year at most") }
        let now = clock.now
        let isFull = state.withLock { state in state.entries.values.count { $0.key.user == principal.user && $0.key.expiresAt > now } >= Self.limit }
        guard !isFull else { throw Problem(.conflict, "you have \(Self.limit) keys already: revoke some first") }
        let secret = try SecretCode(count: Self.length)
        let key = APIKey(
            id: .init(at: now), household: principal.household, user: principal.user, name: name, scopes: scopes, createdAt: now,
            expiresAt: now.addingTimeInterval(lifetime))
        try await store.add(key, hash: secret.hash)
        state.withLock { state in
            _ = state.remove { $0.expiresAt <= now }
            state.add(Entry(key: key, principal: Self.principal(of: key, principal)), hash: secret.hash)
        }
        audit?.record(AuditEvent(.apiKeyAdd, .done, by: principal, from: address, target: key.id.description))
        return (key, Secret(Self.prefix + Base64URL.encode(secret.bytes)))
    }

    /// Somebody's own, the oldest first.
    public func keys(of user: User.ID) async throws -> [APIKey] {
        let now = clock.now
        let (keys, due) = state.withLock { state in
            (state.entries.values.map(\.key).filter { $0.user == user && $0.expiresAt > now }, Self.take(&state, now))
        }
        if !due.isEmpty { try await store.used(due) }
        return keys.sorted { $0.id < $1.id }
    }

    /// - Throws: `Problem.notFound`.
    public func revoke(_ id: APIKey.ID, by principal: Principal, from address: String = "") async throws {
        guard try await store.revoke(id, of: principal.user) else { throw Problem(.notFound, "you have no such key: GET /auth/api-keys lists yours") }
        end { $0.id == id }
        audit?.record(AuditEvent(.apiKeyRevoke, .done, by: principal, from: address, target: id.description))
    }

    // MARK: their owners

    /// Keys act as their owner is now.
    func update(_ user: User) {
        state.withLock { state in state.change(user.id) { $0.principal = Self.principal(of: $0.key, user) } }
    }

    /// The store has let go of somebody's keys.
    func forget(_ user: User.ID) { end { $0.user == user } }

    /// Revokes all keys of somebody; of their own or another's will.
    ///
    /// - Returns: those that were good until now.
    func revokeAll(of user: User, by principal: Principal?, from address: String) async throws -> [APIKey] {
        _ = try await store.revokeAll(of: user.id)
        return ended(of: user, by: principal, from: address)
    }

    /// As `revokeAll`, where the store has let go of them already.
    func ended(of user: User, by principal: Principal?, from address: String) -> [APIKey] {
        let now = clock.now, ended = end { $0.user == user.id }.filter { $0.expiresAt > now }
        for key in ended {
            audit?.record(
                AuditEvent(
                    .apiKeyRevoke, .done, household: user.household, user: principal?.user, name: principal?.name ?? "", address: address,
                    target: key.id.description))
        }
        return ended
    }

    @discardableResult
    private func end(where isEnded: (APIKey) -> Bool) -> [APIKey] {
        let (ended, listeners) = state.withLock { state in (state.remove(where: isEnded), state.listeners) }
        for key in ended { for listener in listeners { listener(key.session) } }
        return ended
    }
}

extension APIKey {
    /// The session that stands for what a key does: a key has none, and none has its id.
    var session: Session.ID { Session.ID(high: id.high, low: id.low) }
}
