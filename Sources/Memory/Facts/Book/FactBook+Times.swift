import Domain
import Foundation

// What holds when.
extension FactBook {
    /// What is so at `date` of any of these subjects, as far as is known today: one value at most for a single relation, and the newest word on each.
    ///
    /// A stated time decides; where two overlap, what began last. What nobody gave a beginning counts from when it was said, and before that only where
    /// nothing else is known.
    /// - Parameter value: Only this one, or one that says more.
    func facts(of subjects: [String], _ relation: Relation, value: String? = nil, at date: Date, now: Date) -> [Fragment] {
        entries(of: subjects, relation, value: value, at: date, now: now).sorted { ($0.start, $0.learnedAt, $0.id) < ($1.start, $1.learnedAt, $1.id) }
            .compactMap { fragments[$0.id] }
    }

    private func entries(of subjects: [String], _ relation: Relation, value: String? = nil, at date: Date, now: Date) -> [Entry] {
        let slots = slots(subjects, Kinship.related(to: relation.name)), wanted = value.map { values($0, in: slots) }
        let isToday = date == now || relation.isLasting
        func holds(_ entry: Entry) -> Bool { isToday ? entry.holds(at: now) : covers(entry, date) }
        if relation.isSingle {
            var best: Entry?, denied: [Entry] = []
            for slot in slots {
                // History is walked through for the past alone.
                for key in isToday ? Array(slot.live) : Array(slot.byValue.keys) {
                    for entry in slot.byValue[key] ?? [] where holds(entry) {
                        if entry.isNegated { denied.append(entry) } else if best.map({ precedes($0, entry, at: date) }) ?? true { best = entry }
                    }
                }
            }
            // A denial of the very value answers, too, where another value holds.
            let found = best.map { [$0] } ?? denied
            guard let wanted else { return found }
            return (found + denied).filter { wanted.contains($0.value) }.prefix(1).map { $0 }
        }
        func best(_ entries: [Entry]) -> Entry? {
            var best: Entry?
            for entry in entries where holds(entry) { if best.map({ precedes($0, entry, at: date) }) ?? true { best = entry } }
            return best
        }
        // Most subjects go by one name: nothing to bring together.
        if wanted == nil, slots.count == 1 { return slots[0].byValue.values.compactMap(best) }
        var chosen: [String: Entry] = [:]
        for slot in slots {
            for key in wanted ?? (isToday ? Array(slot.live) : Array(slot.byValue.keys)) {
                guard let entry = best(slot.byValue[key] ?? []) else { continue }
                if chosen[key].map({ precedes($0, entry, at: date) }) ?? true { chosen[key] = entry }
            }
        }
        return Array(chosen.values)
    }

    /// The values that are meant by this one: itself, else those that hold all of its words.
    private func values(_ value: String, in slots: [Slot]) -> [String] {
        let key = FactValue.key(value)
        if slots.contains(where: { $0.byValue[key] != nil }) { return [key] }
        let finer = Set(fragments(withValue: value).map { FactValue.key($0.fact?.value ?? "") })
        return finer.filter { finer in slots.contains { $0.byValue[finer] != nil } }
    }

    /// Other values of a lasting relation that somebody else stands by.
    func rivals(of fragment: Fragment, _ subjects: [String], now: Date) -> [Fragment] {
        guard let fact = fragment.fact, Self.relation(fact.relation).isLasting else { return [] }
        let value = FactValue.key(fact.value)
        return slots(subjects, Kinship.related(to: fact.relation)).flatMap { $0.byValue.values.flatMap { $0 } }
            .filter { $0.holds(at: now) && !$0.isNegated && $0.value != value }.compactMap { fragments[$0.id] }
    }

    /// What was so and is no more, latest first. What was found wrong is left out.
    func history(of subjects: [String], _ relation: Relation, value: String? = nil, now: Date) -> [Fragment] {
        let slots = slots(subjects, Kinship.related(to: relation.name)), wanted = value.map { values($0, in: slots) }
        let past = slots.flatMap { slot in (wanted ?? Array(slot.byValue.keys)).flatMap { slot.byValue[$0] ?? [] } }.filter {
            !$0.isNever && !$0.isNegated && end($0).map { $0 <= now } ?? false
        }
        return past.sorted { (end($0) ?? now, $0.start, $0.id) > (end($1) ?? now, $1.start, $1.id) }.compactMap { fragments[$0.id] }
    }

    /// What was so at some time between two moments, in the order in which it was.
    func facts(of subjects: [String], _ relation: Relation, value: String? = nil, during interval: DateInterval, now: Date) -> [Fragment] {
        // Where a value begins or ends within the interval, another may hold after.
        let slots = slots(subjects, Kinship.related(to: relation.name))
        let turns = slots.flatMap { $0.byValue.values.flatMap { $0 } }.flatMap { [$0.from, end($0)] }.compactMap(\.self)
        var found: [Fragment] = []
        for date in ([interval.start] + Set(turns.filter { $0 > interval.start && $0 < interval.end }).sorted()).prefix(64) {
            for fragment in facts(of: subjects, relation, value: value, at: date, now: now) where !found.contains(where: { $0.id == fragment.id }) {
                found.append(fragment)
            }
        }
        return found
    }

    /// What is so of these subjects today, the most important first, up to a number; and how much there is in all.
    func everything(of subjects: [String], now: Date, limit: Int) -> (fragments: [Fragment], total: Int) {
        var names: Set<String> = []
        for subject in subjects { if let own = slots[subject] { names.formUnion(own.keys) } }
        var best: [Entry] = [], total = 0
        func isBefore(_ a: Entry, _ b: Entry) -> Bool {
            if a.weight != b.weight { return a.weight > b.weight }
            return a.count != b.count ? a.count > b.count : (a.saidAt, a.id) < (b.saidAt, b.id)
        }
        for name in names {
            for entry in entries(of: subjects, Self.relation(name), at: now, now: now) {
                total += 1
                if best.count == limit, let last = best.last, !isBefore(entry, last) { continue }
                best.insert(entry, at: best.firstIndex { isBefore(entry, $0) } ?? best.count)
                if best.count > limit { best.removeLast() }
            }
        }
        return (best.compactMap { fragments[$0.id] }, total)
    }

    /// When it stopped being so, as far as anybody can tell; `nil` where it still is.
    private func end(_ entry: Entry) -> Date? {
        entry.until ?? (entry.isLive ? nil : entry.supersededBy.flatMap { starts[$0] } ?? entry.supersededAt)
    }

    private func covers(_ entry: Entry, _ date: Date) -> Bool {
        !entry.isNever && (entry.from.map { $0 <= date } ?? true) && (end(entry).map { date < $0 } ?? true)
    }

    private func precedes(_ a: Entry, _ b: Entry, at date: Date) -> Bool {
        let isSure = (a.from != nil || a.saidAt <= date, b.from != nil || b.saidAt <= date)
        if isSure.0 != isSure.1 { return isSure.1 }
        if isSure.0 { return (a.start, a.learnedAt, a.id) < (b.start, b.learnedAt, b.id) }
        // Nobody said since when: the one that ended first was there first.
        return (end(a) ?? .distantFuture, b.id) > (end(b) ?? .distantFuture, a.id)
    }
}
