public import Base
public import Domain
public import Foundation

/// Finds fragments by the words they share with a query: every word counts by how rare it is among what this user's memory holds.
///
/// Reads and opens all fragments of the user for each search, which is quick up to some thousands.
public struct SimpleMemory: MemoryRecall {
    /// Fragments that a search looks at, newest first.
    private static let searchLimit = 5000
    private static let pageSize = 500

    private let store: any MemoryStore

    public init(store: any MemoryStore) { self.store = store }

    public func remember(_ text: String, in conversation: Conversation.ID?, at now: Date, for principal: Principal) async throws -> Fragment {
        let key = Words.fold(text)
        if let known = try await all(for: principal).first(where: { Words.fold($0.text) == key }) { return known }
        let fragment = Fragment(
            id: Fragment.ID(at: now), kind: .fact, text: text, occurredAt: now, learnedAt: now, source: .said, conversation: conversation)
        try await store.add(fragment, for: principal)
        return fragment
    }

    public func recall(_ query: String, limit: Int, for principal: Principal) async throws -> [Recollection] {
        let wanted = Set(Words.of(query))
        guard !wanted.isEmpty, limit > 0 else { return [] }
        let fragments = try await all(for: principal).map { (fragment: $0, words: Set(Words.of($0.text))) }
        var frequency: [String: Int] = [:]
        for entry in fragments { for word in entry.words.intersection(wanted) { frequency[word, default: 0] += 1 } }
        func weight(_ word: String) -> Double { log(1 + Double(fragments.count) / Double(frequency[word] ?? 1)) }
        let total = wanted.reduce(0) { $0 + weight($1) }
        let found = fragments.compactMap { entry -> Recollection? in
            let shared = entry.words.intersection(wanted)
            guard !shared.isEmpty else { return nil }
            return Recollection(
                fragment: entry.fragment, score: shared.reduce(0) { $0 + weight($1) } / total, why: "words: \(shared.sorted().joined(separator: ", "))")
        }
        return Array(found.sorted { ($0.score, $0.fragment.learnedAt) > ($1.score, $1.fragment.learnedAt) }.prefix(limit))
    }

    public func forget(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        var count = 0
        for id in ids where try await store.delete(id, for: principal) { count += 1 }
        return count
    }

    private func all(for principal: Principal) async throws -> [Fragment] {
        var fragments: [Fragment] = [], cursor: String?
        repeat {
            let page = try await store.fragments(limit: Self.pageSize, cursor: cursor, for: principal)
            fragments += page.items
            cursor = page.next
        } while cursor != nil && fragments.count < Self.searchLimit
        return fragments
    }
}
