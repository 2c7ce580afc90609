import Base
package import Domain
import Foundation

/// How a memory stands after the simulated month, by what is known to be true.
package struct MonthReport: Sendable {
    package var turns = 0
    package var fragments = 0
    package var byKind: [String: Int] = [:]
    /// Shares of all fragments that are left after the last night.
    package var junkRate = 0.0, duplicateRate = 0.0
    /// Facts given as current that are not (they are over, or never were), and facts that are so and are not known.
    package var wrongFacts = 0, missingFacts = 0, currentFacts = 0
    /// Stories of which nothing is left.
    package var lostStories = 0, stories = 0
    /// Promises open at the end though they were kept or are past due.
    package var stalePromises = 0
    /// What the judge of the memory says, who knows only the memory.
    package var judged: MemoryQuality?
    /// Microseconds of a turn, and seconds of all nights.
    package var encoding = 0.0, sleeping = 0.0
    package var examples: [String] = []
}

/// Lives through the simulated month: encodes its turns, sleeps at half past three, and holds what is left against the truth.
struct MonthRun {
    private(set) var shelf = Shelf()
    private let month: Month
    private let principal: Principal
    private let senses: Senses

    init(_ month: Month, senses: Senses) {
        self.month = month
        self.senses = senses
        let id = Identifier<Any>(high: 0x7000, low: 0x8000_0000_0000_0001)
        principal = Principal(
            household: Household.ID(high: id.high, low: id.low), user: User.ID(high: id.high, low: id.low), role: .owner, name: "Camille")
    }

    /// - Parameter elapsed: seconds since some moment, for the figures only.
    mutating func run(_ facts: inout some FactKeeper, isSingle: @escaping @Sendable (String) -> Bool, elapsed: () -> Double = { 0 }) -> MonthReport {
        var report = MonthReport()
        var encoder = TurnEncoder(for: principal, senses: senses)
        var lastSleep = Date.distantPast, night = month.start
        for (day, turns) in month.days.enumerated() {
            for turn in turns {
                let began = elapsed()
                let encoded = encoder.encode(turn.heard)
                report.encoding += elapsed() - began
                commit(encoded.changes, &facts)
                for drawn in encoded.drawn { commit(facts.apply(drawn, now: drawn.origin.learnedAt), &facts) }
                if case .kept = turn.truth, let message = turn.heard.messages.first {
                    let promises = shelf.fragments.values.filter { $0.kind == .promise }
                    let kept = Promises.kept(by: message.text, among: promises, now: message.at)
                    commit(kept.map { .update(Promises.closed($0, at: message.at)) }, &facts)
                }
                report.turns += 1
            }
            night = month.start.addingTimeInterval(Double(day + 1) * 86_400 + 3.5 * 3600)
            let began = elapsed()
            var sleep = Consolidation(of: shelf.sorted, owner: principal.name, since: lastSleep, senses: senses, now: night, timeZone: month.timeZone)
            while !sleep.isDone {
                let step = sleep.step()
                commit(step.changes, &facts)
                for change in step.changes { encoder.take(change, timeZone: month.timeZone) }
                for drawn in step.drawn {
                    let changes = facts.apply(drawn, now: night)
                    commit(changes, &facts)
                    sleep.take(changes)
                }
            }
            report.sleeping += elapsed() - began
            lastSleep = night
        }
        report.encoding *= 1e6 / Double(max(1, report.turns))
        judge(&report, now: night, isSingle: isSingle)
        return report
    }

    private mutating func commit(_ changes: [MemoryChange], _ facts: inout some FactKeeper) {
        shelf.apply(changes)
        facts.take(changes)
    }

    private func judge(_ report: inout MonthReport, now: Date, isSingle: @escaping @Sendable (String) -> Bool) {
        var truths: [Fragment.ID: (truth: Month.Truth, isAnswer: Bool)] = [:]
        for turn in month.days.joined() {
            for message in turn.heard.messages { truths[Fragment.ID(of: message.id)] = (turn.truth, message.speaker == .assistant) }
        }
        let all = shelf.sorted
        report.fragments = all.count
        report.byKind = Dictionary(all.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +)
        var junk = 0, doubles = 0, seen: Set<[String]> = [], known: Set<Month.Claim> = []
        let truly = Set(month.current.map(Self.folded))
        let slots = Set(month.told.map(Self.folded).map { [$0.subject, $0.relation] })
        func example(_ what: String, _ fragment: Fragment) {
            guard report.examples.count < 40 else { return }
            let fact = fragment.fact.map { " (\($0.subject) \($0.relation) \($0.value))" } ?? ""
            report.examples.append("\(what): \(fragment.text)\(fact) [\(fragment.occurredAt) x\(fragment.count)]")
        }
        func double(_ fragment: Fragment) {
            doubles += 1
            example("duplicate", fragment)
        }
        for fragment in all {
            switch fragment.kind {
            case .episode:
                guard let (truth, isAnswer) = truths[fragment.id] else { continue }
                let isJunk = truth == .noise || isAnswer && truth != .question
                if isJunk {
                    junk += 1
                    example("junk", fragment)
                }
                if case .story(let number) = truth, !isAnswer, !seen.insert(["story", String(number)]).inserted {
                    double(fragment)
                }
            case .fact:
                guard let fact = fragment.fact, fact.holds(at: now), !fact.isNegated else { continue }
                report.currentFacts += 1
                let claim = Self.folded(Month.Claim(subject: fact.subject, relation: fact.relation, value: fact.value))
                if !seen.insert(["fact", claim.subject, claim.relation, claim.value]).inserted { double(fragment) }
                // Of what the month keeps no book of, anything may be so.
                if slots.contains([claim.subject, claim.relation]), !truly.contains(claim) {
                    report.wrongFacts += 1
                    example("wrong", fragment)
                }
                known.insert(claim)
            case .promise:
                guard Promises.isOpen(fragment) else { continue }
                if fragment.dueAt.map({ $0.addingTimeInterval(Promises.grace) <= now }) ?? false { report.stalePromises += 1 }
                if !seen.insert(["promise", fragment.fact?.value ?? "", fragment.dueAt?.description ?? ""]).inserted {
                    double(fragment)
                }
            case .summary:
                if !seen.insert(["summary", fragment.text]).inserted { double(fragment) }
            }
        }
        report.missingFacts = truly.subtracting(known).count
        for claim in truly.subtracting(known).prefix(10) { report.examples.append("missing: \(claim.subject) \(claim.relation) \(claim.value)") }
        let told = Set(month.days.joined().compactMap { if case .story(let number) = $0.truth { number } else { nil } })
        report.stories = told.count
        report.lostStories = told.count - seen.count { $0.first == "story" }
        report.junkRate = Double(junk) / Double(max(1, all.count))
        report.duplicateRate = Double(doubles) / Double(max(1, all.count))
        let judged = QualityJudge(isSingle: isSingle).judge(all, now: now, timeZone: month.timeZone)
        for (what, ids) in judged.examples.sorted(by: { $0.key < $1.key }) { for id in ids { if let found = shelf[id] { example("judged \(what)", found) } } }
        report.judged = judged
    }

    /// As it is compared: readers may or may not take an article or a preposition for a part of a value.
    private static func folded(_ claim: Month.Claim) -> Month.Claim {
        let small: Set<String> = ["le", "la", "les", "l", "un", "une", "des", "a", "au", "aux", "code", "du", "de"]
        func fold(_ text: String) -> String { FoldedWords(text).texts.filter { !small.contains($0) }.joined(separator: " ") }
        return Month.Claim(subject: fold(claim.subject), relation: claim.relation, value: fold(claim.value))
    }
}
