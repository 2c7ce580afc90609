import Domain
import Foundation

// What was so, is no longer so, or never was.
extension FactTelling {
    mutating func addPast() {
        let isSameTime = { [statement] (entry: FactBook.Entry) in
            (statement.from == nil || entry.from == statement.from) && (statement.until == nil || entry.until == statement.until)
        }
        if counts(known.filter { isSame($0) && (!$0.isLive || $0.until != nil) && isSameTime($0) }) || isTakenFromHere() { return }
        var new = fact(from: statement.from, until: statement.until)
        let current = known.last { excludes($0) && $0.holds(at: saidAt) && $0.value != value }
        if new.fact?.validUntil == nil, let start = current?.from, start <= saidAt, statement.from.map({ $0 < start }) ?? true {
            new.fact?.validUntil = start
        }
        if new.fact?.validUntil.map({ $0 <= saidAt }) ?? true { new = superseded(new, by: current?.id) }
        add(new)
    }

    // MARK: ends and corrections

    mutating func end() {
        let end = statement.until ?? statement.from
        if known.contains(where: { $0.value == value && $0.isNegated == isNegated && isFromHere($0) && (!$0.isLive || $0.until != nil) }) { return }
        let live = known.filter { $0.isLive && $0.isNegated == isNegated && mayChange($0) && ($0.until.map { $0 > saidAt } ?? true) }
        var ended = value.isEmpty ? live : live.filter { $0.value == value }
        if ended.isEmpty { ended = live.filter { FactValue.refines($0.value, value) || FactValue.refines(value, $0.value) } }
        for entry in ended where end.map({ end in entry.from.map { $0 < end } ?? true }) ?? true {
            guard let end, end > saidAt else {
                supersede(entry, by: nil, until: end)
                continue
            }
            if entry.until.map({ $0 <= end }) ?? false {
                count(entry)
            } else {
                update(entry) { [origin = origin.id] in
                    $0.fact?.end(by: end)
                    $0.origins = Self.joined($0.origins, origin)
                }
            }
        }
        guard ended.isEmpty, !value.isEmpty else { return }
        if known.contains(where: { isSame($0) && outranks($0) && $0.holds(at: saidAt) }) { return }
        if counts(known.filter { isSame($0) && !$0.isLive }) { return }
        // Nobody had said that it was so: it is history at once.
        var new = fact(from: nil, until: end)
        if end.map({ $0 <= saidAt }) ?? true { new = superseded(new, by: nil) }
        add(new)
    }

    mutating func correct() {
        if counts(known.filter { isSame($0) && isRepeated($0, from: statement.from) }) || isTakenFromHere() { return }
        var new = fact(from: statement.from, until: statement.until)
        let wrong = corrected()
        if let ranking = wrong.first(where: outranks) {
            guard !known.contains(where: { isSame($0) && isByTheSame($0) }) else { return }
            new.fact?.confidence *= 0.3
            return add(superseded(new, by: ranking.id))
        }
        for entry in wrong where mayChange(entry) {
            // It takes over the time, where it names none.
            if statement.from == nil { new.fact?.validFrom = entry.from }
            if statement.until == nil, !isCut(entry) { new.fact?.validUntil = entry.until }
            update(entry) { [learnedAt, id = new.id] in
                let moment = $0.fact?.validFrom ?? $0.occurredAt
                $0.fact?.validFrom = moment
                $0.fact?.validUntil = moment
                $0.fact?.supersededBy = id
                if $0.fact?.supersededAt == nil { $0.fact?.supersededAt = learnedAt }
            }
        }
        let gone = Set(wrong.map(\.id))
        if let until = new.fact?.validUntil, until <= saidAt {
            new = superseded(new, by: nil)
        } else if new.fact?.validUntil == nil {
            place(&new, statement.from, known.filter { excludes($0) && mayChange($0) && !gone.contains($0.id) })
        }
        add(new)
    }

    /// What a correction is about.
    func corrected() -> [FactBook.Entry] {
        let rivals = known.filter(excludes)
        if let until = statement.until, until <= saidAt {
            return rivals.filter { $0.until.map { $0 > statement.from ?? .distantPast } ?? false && ($0.from ?? .distantPast) < until && !$0.isLive }
        }
        let live = rivals.filter { $0.isLive && ($0.until.map { $0 > saidAt } ?? true) }
        guard live.isEmpty, !statement.relation.isSingle, !isNegated else { return live }
        // Of several values it is the one that was just told.
        let recent = known.filter { $0.holds(at: saidAt) && !$0.isNegated && fragment($0)?.conversation == origin.conversation && origin.conversation != nil }
        return recent.max { ($0.saidAt, $0.id) < ($1.saidAt, $1.id) }.map { [$0] } ?? []
    }
}
