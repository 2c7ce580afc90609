import Base
import Domain
import Foundation

@testable import Memory

/// The least a book of facts does: one value of what has one, said again is counted, what ends is closed.
struct PlainBook: FactKeeper {
    private var shelf = Shelf()
    private var bySubject: [String: Set<Fragment.ID>] = [:]

    mutating func take(_ changes: [MemoryChange]) {
        for change in changes where shelf[change.id] != nil || Self.isFact(change) {
            shelf.apply(change)
            if let fact = shelf[change.id]?.fact { bySubject[fact.subject, default: []].insert(change.id) }
        }
    }

    private static func isFact(_ change: MemoryChange) -> Bool {
        if case .add(let fragment) = change { fragment.kind == .fact } else { false }
    }

    mutating func apply(_ drawn: Drawn, now: Date) -> [MemoryChange] {
        let statement = drawn.statement
        let id = drawn.origin.id.derived(statement.text)
        guard shelf[id] == nil else { return [] }
        let current = (bySubject[statement.subject.key] ?? []).compactMap { shelf[$0] }.filter {
            $0.fact?.relation == statement.relation.name && $0.fact?.supersededAt == nil && $0.fact?.validUntil == nil
        }.sorted { $0.id < $1.id }
        let same = current.first { $0.fact?.value == statement.value }
        if statement.change == .ends {
            guard var ended = same else { return [] }
            ended.fact?.validUntil = drawn.origin.occurredAt
            ended.fact?.supersededAt = now
            return [.update(ended)]
        }
        if let same { return [.again(same.id, at: drawn.origin.occurredAt)] }
        let fact = Fact(
            subject: statement.subject.key, subjectName: statement.subject.name, relation: statement.relation.name, value: statement.value,
            confidence: statement.certainty)
        let new = Fragment(
            id: id, kind: .fact, text: statement.text, language: drawn.origin.language, occurredAt: drawn.origin.occurredAt, learnedAt: now,
            source: drawn.source, origins: [drawn.origin.id], entities: [statement.subject.key], fact: fact)
        let old: [MemoryChange] =
            statement.relation.isSingle
            ? current.map { old in
                var old = old
                old.fact?.supersededBy = new.id
                old.fact?.supersededAt = now
                old.fact?.validUntil = drawn.origin.occurredAt
                return .update(old)
            } : []
        return [.add(new)] + old
    }
}
