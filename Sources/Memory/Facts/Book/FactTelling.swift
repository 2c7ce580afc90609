import Base
import Domain
import Foundation
import Understanding

/// One statement on its way into the book.
struct FactTelling {
    let book: FactBook
    /// Of the fact, if it is a new one.
    let id: Fragment.ID
    let statement: Statement
    let origin: Fragment
    let learnedAt: Date
    let source: Fragment.Source
    let isShared: Bool

    let speaker: String
    let subject: String
    let value: String
    let isNegated: Bool
    /// What is known of the subject in this relation, under any of its names.
    let known: [FactBook.Entry]
    /// When it was said: what "now" means in it.
    let saidAt: Date

    var order: [Fragment.ID] = []
    var changed: [Fragment.ID: FactBook.Change] = [:]

    init?(
        _ book: FactBook, _ statement: Statement, _ origin: Fragment, _ learnedAt: Date, _ source: Fragment.Source, _ isShared: Bool, id: Fragment.ID
    ) {
        (self.book, self.id, self.statement, self.origin, self.learnedAt, self.source, self.isShared) = (
            book, id, statement, origin, learnedAt, source, isShared
        )
        guard !statement.subject.key.isEmpty || statement.subject.kinship != nil, !statement.relation.name.isEmpty else { return nil }
        speaker = book.speaker(of: origin)
        subject = book.key(statement.subject, saidBy: speaker, isShared: isShared)
        saidAt = origin.occurredAt
        let slot = FactBook.slot(statement.relation.name)
        value = FactValue.key(statement.value)
        isNegated = (statement.change == .ends ? false : statement.isNegated) != slot.isOpposite
        if value.isEmpty, statement.change != .ends { return nil }
        if let from = statement.from, let until = statement.until, from > until { return nil }
        let slots = book.slots(book.keys(of: subject), Kinship.related(to: slot.name))
        // Of what has several values, only the same one matters; a correction and an end may mean another. History matters where times are named.
        let isNarrow = !statement.relation.isSingle && statement.change != .corrects && statement.change != .ends
        let isTimed = statement.from != nil || statement.until != nil
        let same = value
        known = slots.flatMap { slot in
            if isNarrow { return slot.byValue[same] ?? [] }
            if isTimed { return slot.byValue.values.flatMap { $0 } }
            return slot.live.union([same]).flatMap { slot.byValue[$0] ?? [] }
        }.filter { !$0.isNever }
    }

    mutating func changes() -> [FactBook.Change] {
        switch statement.change {
        case .ends: end()
        case .corrects: correct()
        case .was: addPast()
        case .holds, .begins:
            if let until = statement.until, until <= saidAt { addPast() } else { addPresent() }
        }
        return order.compactMap { changed[$0] }
    }

    // MARK: what is known

    func isSame(_ entry: FactBook.Entry) -> Bool { entry.value == value && entry.isNegated == isNegated }

    /// Whether both cannot be so at a time: another value of a single relation, or the opposite of the same.
    func excludes(_ entry: FactBook.Entry) -> Bool {
        if entry.value == value { return true }
        return statement.relation.isSingle && !entry.isNegated && !isNegated
    }

    func isFromHere(_ entry: FactBook.Entry) -> Bool { fragment(entry)?.origins.contains(origin.id) ?? false }

    func fragment(_ entry: FactBook.Entry) -> Fragment? { changed[entry.id]?.fragment ?? book.fragments[entry.id] }

    /// Whether a statement of this origin may change it.
    func mayChange(_ entry: FactBook.Entry) -> Bool {
        guard entry.isShared else { return true }
        guard isShared, let fragment = book.fragments[entry.id] else { return false }
        return book.trust(in: speaker) >= book.trust(in: book.speaker(of: fragment))
    }

    func outranks(_ entry: FactBook.Entry) -> Bool { isShared && entry.isShared && !mayChange(entry) }

    /// Ended by what began later, and not by what anybody said of it.
    func isCut(_ entry: FactBook.Entry) -> Bool {
        entry.until == nil || entry.supersededBy.flatMap { book.starts[$0] }.map { $0 == entry.until } ?? false
    }

    // MARK: the present and the future

    mutating func addPresent() {
        let from = statement.from ?? (statement.change == .begins ? saidAt : nil)
        if counts(known.filter { isSame($0) && isRepeated($0, from: from) }) || isTakenFromHere() { return }
        var new = fact(from: from, until: statement.until)
        let rivals = known.filter(excludes)

        if let ranking = rivals.first(where: { outranks($0) && $0.holds(at: max(saidAt, from ?? saidAt)) }) {
            guard !known.contains(where: { isSame($0) && isByTheSame($0) }) else { return }
            new.fact?.confidence *= 0.3
            return add(superseded(new, by: ranking.id))
        }
        if statement.relation.isLasting, statement.change != .begins { return addLasting(&new, rivals) }
        if statement.until == nil { place(&new, from, rivals.filter(mayChange)) } else { replacePassing(new, from, rivals.filter(mayChange)) }
        add(new)
    }

    /// Whether the statement says again what this says.
    func isRepeated(_ entry: FactBook.Entry, from: Date?) -> Bool {
        guard !(isShared && !entry.isShared) else { return false }
        if let stated = statement.from {
            // The same beginning, whatever came of it since; or one that nobody had named.
            let isSameStart = entry.from == stated && (statement.until == entry.until || statement.until == nil && (entry.isLive || isCut(entry)))
            return isSameStart || entry.isLive && entry.from == nil && entry.holds(at: saidAt) && stated <= saidAt
        }
        return entry.holds(at: saidAt) && (statement.until == nil || entry.until == nil || statement.until == entry.until)
    }

    func isByTheSame(_ entry: FactBook.Entry) -> Bool { fragment(entry).map(book.speaker) == speaker }

    /// Whether the very clause was taken from this origin before: reading an episode twice changes nothing.
    func isTakenFromHere() -> Bool { known.contains { isSame($0) && isFromHere($0) && fragment($0)?.text == statement.text } }

    /// Puts it in its place among what else was so.
    mutating func place(_ new: inout Fragment, _ from: Date?, _ rivals: [FactBook.Entry]) {
        for rival in rivals where rival.isLive && rival.until.map({ $0 > (from ?? saidAt) }) ?? true {
            if rival.start > saidAt, from.map({ $0 < rival.start }) ?? true, rival.from != nil {
                // What is to come ends it in its time.
                limit(&new, until: rival.start, by: rival.id)
            } else if isLater(rival, than: from) {
                limit(&new, until: statement.from == nil ? nil : rival.from, by: rival.id, isHistory: true)
            } else if let from, from > saidAt {
                update(rival) { [id = new.id] in
                    $0.fact?.end(by: from)
                    $0.fact?.supersededBy = id
                }
            } else {
                supersede(rival, by: new.id, until: from.map { from in rival.from.map { $0 < from } ?? true ? from : nil } ?? nil)
            }
        }
        guard let from else { return }
        // Among what is history, too, each lasts until the next begins.
        if statement.change == .begins, let next = next(after: from, rivals) {
            limit(&new, until: next.start, by: next.id, isHistory: next.start <= saidAt)
        }
        let before = rivals.filter { !$0.isLive && $0.from.map { $0 < from } ?? false && $0.until.map { $0 > from } ?? false && isCut($0) }
        for rival in before {
            update(rival) { [id = new.id] in
                $0.fact?.validUntil = from
                $0.fact?.supersededBy = id
            }
        }
    }

    func next(after from: Date, _ rivals: [FactBook.Entry]) -> FactBook.Entry? {
        var next: FactBook.Entry?
        for rival in rivals {
            guard let start = rival.from, start > from, next?.from.map({ start < $0 }) ?? true, isCut(rival) else { continue }
            next = rival
        }
        return next
    }

    /// Whether what is known began after what is stated, or was said after it.
    func isLater(_ rival: FactBook.Entry, than from: Date?) -> Bool {
        if let from, let start = rival.from, start > from { return statement.change == .begins || rival.saidAt > saidAt }
        return statement.from == nil && rival.start > saidAt || statement.from == nil && rival.saidAt > saidAt
    }

    /// A stay with an end takes the place of another stay, and leaves what it interrupts.
    mutating func replacePassing(_ new: Fragment, _ from: Date?, _ rivals: [FactBook.Entry]) {
        for rival in rivals where rival.value == value && rival.isLive && rival.from == from && rival.isNegated == isNegated {
            supersede(rival, by: new.id, until: nil)
        }
    }

    mutating func addLasting(_ new: inout Fragment, _ rivals: [FactBook.Entry]) {
        let live = rivals.filter(\.isLive)
        if let finer = live.first(where: { !isNegated && FactValue.refines($0.value, value) }) { return count(finer) }
        let wasKnown = known.contains { isSame($0) && !$0.isLive }
        var factor = 1.0
        for rival in live where mayChange(rival) {
            guard let fragment = fragment(rival), let fact = fragment.fact else { continue }
            if FactValue.refines(value, rival.value) {
                supersede(rival, by: new.id, until: nil)
            } else if book.speaker(of: fragment) == speaker || (new.fact?.confidence ?? 0) > fact.confidence {
                supersede(rival, by: new.id, until: nil)
                factor = min(factor, wasKnown ? 1 : 0.7)
            } else {
                factor = min(factor, 0.5)
            }
        }
        new.fact?.confidence *= factor
        add(new)
    }
}
