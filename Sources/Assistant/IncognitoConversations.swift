public import Base
public import Domain
private import Foundation
private import Synchronization

/// Conversations, some of which nobody is to read again: what is said in one that is incognito is held in memory only, for its own sake, and gone when
/// it ends, after an hour of silence, or when Jarvis stops. All others go to the store.
public final class IncognitoConversations: ConversationStore {
    private struct Key: Hashable {
        var conversation: Conversation.ID
        var user: User.ID
    }
    private struct Held {
        var startedAt: Date
        var usedAt: Date
        var messages: [Message] = []
    }

    /// Held at once at most; the one that was silent longest makes room.
    private static let limit = 64
    private static let messageLimit = 100
    private static let lifetime: TimeInterval = 3600

    private let store: any ConversationStore
    private let clock: any WallClock
    /// Told of a conversation that is about to be deleted.
    private let deleting: @Sendable (Conversation.ID, Principal) async throws -> Void
    private let held = Mutex<[Key: Held]>([:])

    public init(
        _ store: any ConversationStore, clock: any WallClock, deleting: @escaping @Sendable (Conversation.ID, Principal) async throws -> Void = { _, _ in }
    ) {
        self.store = store
        self.clock = clock
        self.deleting = deleting
    }

    /// From now on nothing of this conversation is stored. It need not exist yet.
    public func begin(_ conversation: Conversation.ID, for principal: Principal) {
        let now = clock.now
        held.withLock { held in
            held = held.filter { now.timeIntervalSince($0.value.usedAt) < Self.lifetime }
            let key = Key(conversation: conversation, user: principal.user)
            guard held[key] == nil else { return }
            if held.count >= Self.limit, let oldest = held.min(by: { $0.value.usedAt < $1.value.usedAt }) { held[oldest.key] = nil }
            held[key] = Held(startedAt: now, usedAt: now)
        }
    }

    /// Forgets what was said incognito; what follows is stored again. Returns whether the conversation was incognito.
    @discardableResult
    public func end(_ conversation: Conversation.ID, for principal: Principal) -> Bool {
        held.withLock { $0.removeValue(forKey: Key(conversation: conversation, user: principal.user)) != nil }
    }

    public func isIncognito(_ conversation: Conversation.ID, for principal: Principal) -> Bool { kept(conversation, principal) != nil }

    private func kept(_ conversation: Conversation.ID, _ principal: Principal) -> Held? {
        held.withLock { $0[Key(conversation: conversation, user: principal.user)] }
    }

    // MARK: ConversationStore

    public func append(_ messages: [Message], trace: TurnTrace, for principal: Principal) async throws {
        let now = clock.now
        let isHeld = held.withLock { held in
            let key = Key(conversation: trace.conversation, user: principal.user)
            guard var entry = held[key] else { return false }
            entry.messages = Array((entry.messages + messages).suffix(Self.messageLimit))
            entry.usedAt = now
            held[key] = entry
            return true
        }
        if !isHeld { try await store.append(messages, trace: trace, for: principal) }
    }

    public func recent(_ limit: Int, in conversation: Conversation.ID, for principal: Principal) async throws -> [Message] {
        let stored = try await store.recent(limit, in: conversation, for: principal)
        guard let kept = kept(conversation, principal) else { return stored }
        return Array((stored + kept.messages).suffix(limit))
    }

    public func conversation(_ id: Conversation.ID, for principal: Principal) async throws -> Conversation? {
        if let stored = try await store.conversation(id, for: principal) { return stored }
        return kept(id, principal).map { Conversation(id: id, startedAt: $0.startedAt, updatedAt: $0.usedAt, title: "") }
    }

    public func conversations(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Conversation> {
        try await store.conversations(limit: limit, cursor: cursor, for: principal)
    }

    public func delete(_ id: Conversation.ID, for principal: Principal) async throws -> Bool {
        let wasHeld = end(id, for: principal)
        try await deleting(id, principal)
        return try await store.delete(id, for: principal) || wasHeld
    }

    public func setRemembering(_ isRemembering: Bool, in conversation: Conversation.ID, for principal: Principal) async throws {
        try await store.setRemembering(isRemembering, in: conversation, for: principal)
    }

    public func trace(_ id: TurnTrace.ID, for principal: Principal) async throws -> TurnTrace? { try await store.trace(id, for: principal) }
}
