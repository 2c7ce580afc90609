import Base
import Domain
import Foundation
import Understanding

// Facts made and changed.
extension FactTelling {
    func fact(from: Date?, until: Date?) -> Fragment {
        let isMe = statement.subject.key == Fact.me, name = statement.subject.name
        let certainty = min(max(statement.certainty, 0), 1) * (source == .model ? 0.8 : 1)
        let fact = Fact(
            subject: subject, subjectName: isMe && subject != Fact.me ? origin.speaker ?? book.ownerName : name, relation: statement.relation.name,
            value: statement.value, isNegated: statement.change == .ends ? false : statement.isNegated, validFrom: from, validUntil: until,
            confidence: certainty)
        var entities = subject.hasPrefix("@") ? [] : [subject]
        if Kinship.of(statement.relation.name) != nil, FactValue.number(statement.value) == nil { entities.append(FoldedText.key(statement.value)) }
        return Fragment(
            id: id, kind: .fact, text: statement.text, language: origin.language, occurredAt: saidAt,
            learnedAt: learnedAt,
            source: source, speaker: isShared ? origin.speaker ?? book.ownerName : origin.speaker, conversation: origin.conversation, area: origin.area,
            origins: [origin.id], affect: origin.affect, importance: max(origin.importance, Self.importance(statement.relation.name)), isShared: isShared,
            entities: entities, fact: fact)
    }

    /// What is worth more than the rest, before anybody said so.
    private static func importance(_ relation: String) -> Double {
        switch relation {
        case "allergic_to", "intolerant_to", "condition", "takes", "blood_type": 0.9
        case "birthday", "birth_date", "lives_in", "address", "phone", "code", "password": 0.75
        default: Kinship.of(relation) == nil ? 0.5 : 0.7
        }
    }

    mutating func add(_ fragment: Fragment) {
        changed[fragment.id] = .add(fragment)
        order.append(fragment.id)
    }

    mutating func update(_ entry: FactBook.Entry, _ change: (inout Fragment) -> Void) {
        guard let known = fragment(entry) else { return }
        var fragment = known
        change(&fragment)
        guard fragment != known else { return }
        if changed[entry.id] == nil { order.append(entry.id) }
        changed[entry.id] = .update(fragment)
    }

    mutating func supersede(_ entry: FactBook.Entry, by id: Fragment.ID?, until: Date?) {
        update(entry) { [learnedAt, origin = origin.id] in
            if let until { $0.fact?.end(by: until) }
            $0.fact?.supersededBy = id
            $0.fact?.supersededAt = learnedAt
            if id == nil { $0.origins = Self.joined($0.origins, origin) }
        }
    }

    func superseded(_ fragment: Fragment, by id: Fragment.ID?) -> Fragment {
        var fragment = fragment
        fragment.fact?.supersededBy = id
        fragment.fact?.supersededAt = learnedAt
        return fragment
    }

    func limit(_ fragment: inout Fragment, until: Date?, by id: Fragment.ID, isHistory: Bool = false) {
        if let until {
            if let known = fragment.fact?.validUntil, known <= until { return }
            fragment.fact?.validUntil = until
        }
        fragment.fact?.supersededBy = id
        if isHistory { fragment.fact?.supersededAt = learnedAt }
    }

    /// Whether one of these was said again, which is counted once for an origin.
    mutating func counts(_ entries: [FactBook.Entry]) -> Bool {
        guard let entry = entries.first(where: isFromHere) ?? entries.max(by: { ($0.start, $0.id) < ($1.start, $1.id) }) else { return false }
        count(entry)
        return true
    }

    mutating func count(_ entry: FactBook.Entry) {
        guard !isFromHere(entry) else { return }
        update(entry) { [stated = statement, origin = origin.id] in
            $0.count += 1
            $0.origins = Self.joined($0.origins, origin)
            guard let fact = $0.fact else { return }
            $0.fact?.confidence = 1 - (1 - fact.confidence) * (1 - min(max(stated.certainty, 0), 1) / 2)
            guard stated.change != .ends, stated.change != .was else { return }
            if fact.validFrom == nil { $0.fact?.validFrom = stated.from }
            if fact.validUntil == nil, fact.supersededAt == nil { $0.fact?.validUntil = stated.until }
        }
    }

    /// The first, where it comes from, and the latest.
    static func joined(_ origins: [Fragment.ID], _ id: Fragment.ID) -> [Fragment.ID] {
        origins.contains(id) ? origins : origins.count < 16 ? origins + [id] : Array(origins.prefix(1) + origins.suffix(14) + [id])
    }
}

extension Fact {
    /// It holds until then at most.
    mutating func end(by date: Date) { validUntil = min(validUntil ?? date, date) }
}
