public import Domain
public import Foundation
import Understanding

extension Brain {
    /// Characters a memory may have.
    public static let textLimit = 10_000

    public func remember(_ note: MemoryNote, for principal: Principal) async throws -> Fragment {
        try Self.check(note.text)
        guard principal.mayBeRemembered else { throw Problem(.forbidden, "guests' memories are not kept") }
        guard !note.isShared || principal.mayShare else { throw Problem(.forbidden, "children's memories are their own: leave it unshared") }
        return try await mind(for: principal).remember(note, for: principal)
    }

    static func check(_ text: String) throws {
        guard text.utf8.count <= textLimit * 4, text.count <= textLimit else {
            throw Problem(.tooLarge, "text has \(text.count) characters, at most \(textLimit) are possible")
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && !isUnseen($0) }) else { throw Problem(.invalid, "text is empty") }
    }

    /// Controls, and marks without a width.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool { [.control, .format, .unassigned].contains(scalar.properties.generalCategory) }

    public func edit(_ id: Fragment.ID, _ edit: MemoryEdit, for principal: Principal) async throws -> Fragment {
        if let text = edit.text { try Self.check(text) }
        if let importance = edit.importance, !(0...1).contains(importance) { throw Problem(.invalid, "importance must be between 0 and 1") }
        guard edit.isShared != true || principal.mayShare else { throw Problem(.forbidden, "children's memories are their own") }
        return try await mind(for: principal).edit(id, edit, now: clock.now, for: principal)
    }

    public func selected(_ selection: MemorySelection, for principal: Principal) async throws -> [Fragment] {
        let mind = try await mind(for: principal)
        switch selection {
        case .ids(let ids): return try await parts.fragments.fragments(ids, for: principal)
        case .matching(let text): return try await matching(text, for: principal)
        case .during(let span):
            var filter = FragmentFilter()
            filter.during = span
            return try await all(filter, for: principal)
        case .conversation(let conversation):
            var filter = FragmentFilter()
            filter.conversation = conversation
            return try await all(filter, for: principal)
        case .last(let conversation):
            let said = try await parts.conversations.recent(8, in: conversation, for: principal).filter { $0.speaker == .user }
            var filter = FragmentFilter()
            filter.conversation = conversation
            let page = try await parts.fragments.fragments(filter, limit: 50, cursor: nil, for: principal)
            // A question to the memory leaves nothing to forget: what was said before it is meant.
            var latest: [Fragment] = [], next = Date.distantFuture
            for message in said.reversed().prefix(Self.turnsBack) {
                defer { next = message.at }
                let episode = Fragment.ID(of: message.id)
                // Both sides of the turn, and what was drawn from it or kept because of it.
                let turn = page.items.filter {
                    $0.id == episode || $0.id == episode.next || $0.origins.contains(episode)
                        || $0.source == .told && $0.learnedAt >= message.at && $0.learnedAt < next
                }
                let derived = await mind.relations(of: episode).derived
                let more = try await parts.fragments.fragments(derived.filter { id in !turn.contains { $0.id == id } }, for: principal)
                // A question that nobody could answer is an episode and no more: what was told before it is meant, where something was.
                if (turn + more).contains(where: { $0.kind != .episode }) { return turn + more }
                if latest.isEmpty { latest = turn + more }
            }
            return latest
        }
    }

    private static let selectionLimit = 20_000
    /// "Ce que je viens de dire" is in one of so many turns.
    private static let turnsBack = 3

    private func all(_ filter: FragmentFilter, for principal: Principal) async throws -> [Fragment] {
        var found: [Fragment] = [], cursor: String?
        repeat {
            let page = try await parts.fragments.fragments(filter, limit: 1000, cursor: cursor, for: principal)
            found += page.items
            cursor = page.next
        } while cursor != nil && found.count < Self.selectionLimit
        return found
    }

    /// What holds every word of a text: that alone is clearly meant.
    func matching(_ text: String, for principal: Principal) async throws -> [Fragment] {
        let query = RecallQuery(text, limit: Self.selectionLimit, kinds: Set(Fragment.Kind.allCases), strengthens: false, now: clock.now)
        let candidates = try await recall(query, for: principal).map(\.fragment)
        let wanted = ContentWords.of(text)
        let exact = candidates.filter { FoldedText.key($0.text) == FoldedText.key(text) }
        if !exact.isEmpty { return exact }
        return candidates.filter { !wanted.isEmpty && wanted.isSubset(of: ContentWords.of($0.text)) }
    }

    public func forget(_ selection: MemorySelection, now: Date, for principal: Principal) async throws -> [Fragment] {
        let chosen = try await selected(selection, for: principal)
        guard !chosen.isEmpty else { return [] }
        return try await mind(for: principal).forget(chosen, now: now, for: principal)
    }

    public func restore(_ ids: [Fragment.ID]?, now: Date, for principal: Principal) async throws -> [Fragment] {
        try await mind(for: principal).restore(ids, now: now, for: principal)
    }

    public func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        try await mind(for: principal).erase(ids, for: principal)
    }

    public func setRemembering(_ isRemembering: Bool, in conversation: Conversation.ID, for principal: Principal) async throws {
        try await parts.conversations.setRemembering(isRemembering, in: conversation, for: principal)
        pending.setRemembering(isRemembering, in: conversation)
        guard !isRemembering else { return }
        // What it left so far goes, too, but not what somebody had kept by name.
        let left = try await selected(.conversation(conversation), for: principal).filter { $0.source != .told && $0.source != .api && !$0.pinned }
        if !left.isEmpty { _ = try await mind(for: principal).forget(left, now: clock.now, for: principal) }
    }

    /// A conversation is about to be deleted, and its episodes with it: they are found no more. What was learned from them stays known.
    public func conversationDeleted(_ conversation: Conversation.ID, for principal: Principal) async throws {
        let going = try await selected(.conversation(conversation), for: principal).filter { $0.kind == .episode || $0.kind == .summary }
        _ = try await parts.fragments.erase(going.map(\.id), for: principal)
        try await mind(for: principal).binned(going.map(\.id))
    }

    public func importing(_ fragments: [Fragment], for principal: Principal) async throws -> Int {
        guard principal.mayBeRemembered else { throw Problem(.forbidden, "guests' memories are not kept") }
        guard principal.mayShare || !fragments.contains(where: \.isShared) else { throw Problem(.forbidden, "children's memories are their own") }
        defer { pending.wakeup.signal() }
        return try await mind(for: principal).importing(fragments, for: principal)
    }
}
