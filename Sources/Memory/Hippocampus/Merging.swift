import Base
import Domain
import Foundation

/// Puts together what is in the memory twice. Of two it keeps the one with the smaller id; pinned and told ones before all others.
struct Merging: Sendable {
    private struct FactKey: Hashable {
        var subject: String, relation: String, value: [String], isNegated: Bool, from: Date?, until: Date?, isShared: Bool
    }

    private var episodes = NearDuplicates()
    private var facts: [FactKey: Fragment] = [:]
    private var promises: [[String]: Fragment] = [:]
    /// What was drawn from each episode.
    private var derived: [Fragment.ID: [Fragment.ID]] = [:]
    private var shelf: Shelf

    init(_ shelf: Shelf = Shelf()) {
        self.shelf = shelf
        for fragment in shelf.fragments.values { for origin in fragment.origins { derived[origin, default: []].append(fragment.id) } }
    }

    /// What to do about the next fragment; they come in the order of their ids.
    mutating func merge(_ fragment: Fragment, _ timeZone: TimeZone) -> [MemoryChange] {
        let changes: [MemoryChange]
        switch fragment.kind {
        case .episode: changes = mergeEpisode(fragment, timeZone)
        case .fact: changes = mergeFact(fragment)
        case .promise: changes = mergePromise(fragment, timeZone)
        case .summary: changes = []
        }
        shelf.apply(changes)
        return changes
    }

    private mutating func mergeEpisode(_ episode: Fragment, _ timeZone: TimeZone) -> [MemoryChange] {
        // What was brought in, pinned or told is somebody's own: theirs to throw away.
        guard episode.source == .said, !episode.pinned, !episode.isShared else { return [] }
        let day = episode.importance < Forgetting.trivial ? nil : CivilDay(episode.learnedAt, in: timeZone)
        let sketch = NearDuplicates.sketch(FoldedWords(episode.text), speaker: episode.speaker, day: day)
        guard let id = episodes.find(sketch), var kept = shelf[id] else {
            episodes.insert(sketch, as: episode.id)
            return []
        }
        Self.add(episode, to: &kept)
        // What was drawn from the one that goes comes from the one that stays.
        let moved: [MemoryChange] = (derived[episode.id] ?? []).compactMap { shelf[$0] }.map { fragment in
            var fragment = fragment
            fragment.origins = Self.unique(fragment.origins.map { $0 == episode.id ? kept.id : $0 })
            return .update(fragment)
        }
        derived[kept.id, default: []] += derived.removeValue(forKey: episode.id) ?? []
        return [.erase(episode.id), .update(kept)] + moved
    }

    private mutating func mergeFact(_ fragment: Fragment) -> [MemoryChange] {
        guard let fact = fragment.fact, fact.supersededAt == nil else { return [] }
        let key = FactKey(
            subject: fact.subject, relation: fact.relation, value: FoldedWords(fact.value).texts, isNegated: fact.isNegated, from: fact.validFrom,
            until: fact.validUntil, isShared: fragment.isShared)
        guard let known = facts[key].flatMap({ shelf[$0.id] }) else {
            facts[key] = fragment
            return []
        }
        let isStronger = Self.isKept(fragment) && !Self.isKept(known)
        if Self.isKept(fragment) && Self.isKept(known) && fragment.text != known.text { return [] }
        var (kept, gone) = isStronger ? (fragment, known) : (known, fragment)
        Self.add(gone, to: &kept)
        kept.fact?.confidence = max(fact.confidence, known.fact?.confidence ?? 0)
        facts[key] = kept
        return [.erase(gone.id), .update(kept)] + repointed(from: gone.id, to: kept.id)
    }

    /// Facts that were superseded by the one that goes.
    private func repointed(from gone: Fragment.ID, to kept: Fragment.ID) -> [MemoryChange] {
        shelf.fragments.values.filter { $0.fact?.supersededBy == gone }.sorted { $0.id < $1.id }.map { fragment in
            var fragment = fragment
            fragment.fact?.supersededBy = kept
            return .update(fragment)
        }
    }

    private mutating func mergePromise(_ promise: Fragment, _ timeZone: TimeZone) -> [MemoryChange] {
        guard Promises.isOpen(promise), !promise.isShared, let task = promise.fact?.value else { return [] }
        let day = promise.dueAt.map { CivilDay($0, in: timeZone).description } ?? ""
        let key = FoldedWords(task).texts + [day]
        guard var kept = promises[key].flatMap({ shelf[$0.id] }) else {
            promises[key] = promise
            return []
        }
        Self.add(promise, to: &kept)
        return [.erase(promise.id), .update(kept)]
    }

    private static func isKept(_ fragment: Fragment) -> Bool { fragment.pinned || [.told, .api, .imported].contains(fragment.source) }

    private static func add(_ gone: Fragment, to kept: inout Fragment) {
        kept.count += gone.count
        kept.recalls += gone.recalls
        kept.recalledAt = [kept.recalledAt, gone.recalledAt].compactMap { $0 }.max()
        kept.occurredAt = max(kept.occurredAt, gone.occurredAt)
        kept.learnedAt = min(kept.learnedAt, gone.learnedAt)
        kept.importance = max(kept.importance, gone.importance)
        kept.origins = unique(kept.origins + gone.origins)
        kept.entities = unique(kept.entities + gone.entities)
    }

    private static func unique<T: Hashable>(_ items: [T]) -> [T] {
        var seen: Set<T> = []
        return items.filter { seen.insert($0).inserted }
    }
}
