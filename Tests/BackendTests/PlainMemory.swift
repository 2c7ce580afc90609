import Domain
import Foundation

/// A memory that keeps what it is given in a store and finds it by its letters: enough to see what the routes ask of it and make of its answers.
struct PlainMemory: MemoryDesk {
    let store: any FragmentStore & ConversationStore

    func recall(_ query: RecallQuery, for principal: Principal) async throws -> [Recollection] {
        var filter = FragmentFilter()
        (filter.kinds, filter.conversation, filter.during) = (query.kinds, query.conversation, query.during)
        return try await all(filter, for: principal).filter { $0.text.localizedCaseInsensitiveContains(query.text) }.prefix(query.limit).map {
            Recollection(fragment: $0, score: 1, why: query.strengthens ? "strengthened" : "words: \(query.text)")
        }
    }

    func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment {
        guard let fragment = try await store.fragments([id], for: principal).first else { throw Problem(.notFound, "there is no such memory") }
        return fragment
    }

    func list(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment> {
        try await store.fragments(filter, limit: limit, cursor: cursor, for: principal)
    }

    private func all(_ filter: FragmentFilter, for principal: Principal) async throws -> [Fragment] {
        try await store.fragments(filter, limit: 1_000_000, cursor: nil, for: principal).items
    }

    func explain(_ id: Fragment.ID, for principal: Principal) async throws -> Provenance {
        let fragment = try await fragment(id, for: principal)
        return Provenance(fragment: fragment, origins: try await store.fragments(fragment.origins, for: principal))
    }

    func facts(about subject: String, includingHistory: Bool, for principal: Principal) async throws -> [Fragment] {
        var filter = FragmentFilter()
        filter.kinds = [.fact]
        return try await all(filter, for: principal).filter { $0.fact?.subject == subject && (includingHistory || $0.fact?.supersededAt == nil) }
    }

    func remember(_ note: MemoryNote, for principal: Principal) async throws -> Fragment {
        let fragment = Fragment(
            id: .init(at: note.now), kind: note.kind, text: note.text, language: note.language, occurredAt: note.occurredAt ?? note.now, learnedAt: note.now,
            source: note.source, speaker: note.speaker, conversation: note.conversation, importance: note.importance ?? 0.25, pinned: note.pinned,
            isShared: note.isShared)
        _ = try await store.add([fragment], for: principal)
        return fragment
    }

    func edit(_ id: Fragment.ID, _ edit: MemoryEdit, for principal: Principal) async throws -> Fragment {
        var fragment = try await fragment(id, for: principal)
        fragment.text = edit.text ?? fragment.text
        fragment.importance = edit.importance ?? fragment.importance
        fragment.pinned = edit.pinned ?? fragment.pinned
        fragment.isShared = edit.isShared ?? fragment.isShared
        _ = try await store.update([fragment], for: principal)
        return fragment
    }

    func selected(_ selection: MemorySelection, for principal: Principal) async throws -> [Fragment] {
        var filter = FragmentFilter()
        switch selection {
        case .ids(let ids): return try await store.fragments(ids, for: principal)
        case .matching(let text): return try await all(filter, for: principal).filter { $0.text.contains(text) }
        case .during(let span): filter.during = span
        case .conversation(let conversation), .last(let conversation): filter.conversation = conversation
        }
        return try await all(filter, for: principal)
    }

    func forget(_ selection: MemorySelection, now: Date, for principal: Principal) async throws -> [Fragment] {
        let chosen = try await selected(selection, for: principal)
        let binned = Set(try await store.bin(chosen.map(\.id), at: now, for: principal))
        return chosen.filter { binned.contains($0.id) }
    }

    func restore(_ ids: [Fragment.ID]?, now: Date, for principal: Principal) async throws -> [Fragment] {
        let binned = try await store.binned(limit: 1000, cursor: nil, for: principal).items
        return try await store.restore(ids ?? binned.filter { $0.binnedAt == binned.first?.binnedAt }.map(\.fragment.id), for: principal)
    }

    func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment> {
        try await store.binned(limit: limit, cursor: cursor, for: principal)
    }

    func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int { try await store.erase(ids, for: principal) }

    func setRemembering(_ isRemembering: Bool, in conversation: Conversation.ID, for principal: Principal) async throws {
        try await store.setRemembering(isRemembering, in: conversation, for: principal)
    }

    func importing(_ fragments: [Fragment], for principal: Principal) async throws -> Int { try await store.add(fragments, for: principal) }

    func quality(now: Date, for principal: Principal) async throws -> MemoryQuality {
        let all = try await all(.init(), for: principal)
        return MemoryQuality(
            total: all.count, sampled: all.count, byKind: ["fact": all.count], junkRate: 0.5, duplicateRate: 0.25, contradictionRate: 0, staleRate: 0,
            examples: ["junk": all.map(\.id)])
    }
}
