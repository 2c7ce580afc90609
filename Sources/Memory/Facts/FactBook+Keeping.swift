import Domain
import Foundation

extension FactBook: FactKeeper {
    /// Takes in what was drawn, and returns what is to be stored of it.
    mutating func apply(_ drawn: Drawn, now: Date) -> [MemoryChange] {
        let told = drawn.statement
        // The same whenever the same episode is read again.
        let id = drawn.origin.id.derived(
            [told.subject.key, told.relation.name, told.value, told.isNegated ? "not" : "", "\(told.change)"].joined(separator: "|"))
        let changes = apply(told, id: id, from: drawn.origin, learnedAt: now, source: drawn.source, isShared: drawn.origin.isShared)
        absorb(changes)
        return changes.map { change in
            switch change {
            case .add(let fragment): .add(fragment)
            case .update(let fragment): .update(fragment)
            }
        }
    }

    mutating func take(_ changes: [MemoryChange]) {
        for change in changes {
            switch change {
            case .add(let fragment), .update(let fragment): insert(fragment)
            case .erase(let id): remove(id)
            case .again(let id, _): if let fragment = fragments[id], let again = change.applied(to: fragment) { insert(again) }
            }
        }
    }
}
