import Base
public import Domain
public import Foundation
import Observability

/// What a sleep did.
public struct ConsolidationReport: Sendable, Hashable, CustomStringConvertible {
    public var added = 0
    public var changed = 0
    public var erased = 0
    /// Facts that a language model offered and that its source does not bear out.
    public var rejected = 0

    var isEmpty: Bool { added + changed + erased + rejected == 0 }
    public var description: String { "\(added) added, \(changed) changed, \(erased) let go, \(rejected) offers of a model refused" }

    mutating func count(_ changes: [MemoryChange]) {
        for change in changes {
            switch change {
            case .add: added += 1
            case .update, .again: changed += 1
            case .erase: erased += 1
            }
        }
    }
}

extension Brain {
    /// Sleeps over what a person said: sums sessions up, draws facts, merges what is double and lets go of what has faded. May be cancelled at any time.
    public func consolidate(for principal: Principal, now: Date) async throws -> ConsolidationReport {
        guard principal.mayBeRemembered else { return ConsolidationReport() }
        return try await mind(for: principal).consolidate(for: principal, now: now)
    }
}

extension Mind {
    private static let page = 2000

    func consolidate(for principal: Principal, now: Date) async throws -> ConsolidationReport {
        _ = person(principal)
        let since = people[principal.user]?.sleptAt ?? .distantPast
        var sleep = Consolidation(
            of: try await everything(of: principal), owner: principal.name, since: since, senses: senses, now: now, timeZone: timeZone)
        var report = ConsolidationReport()
        while !sleep.isDone {
            try Task.checkCancellation()
            let step = sleep.step()
            if step.isEmpty { continue }
            // A model takes its time: nobody waits at the turnstile for it.
            let offered = await offers(for: step.sessions, &report)
            let changes = try await turnstile.pass {
                var changes = step.changes
                for drawn in step.drawn + offered { changes += people[principal.user]?.book.apply(drawn, now: now) ?? [] }
                try await apply(changes, for: principal)
                try await remind(of: changes, for: principal)
                return changes
            }
            sleep.take(changes)
            report.count(changes)
        }
        people[principal.user]?.sleptAt = now
        return report
    }

    func everything(of principal: Principal) async throws -> [Fragment] {
        var all: [Fragment] = [], after: Fragment.ID?
        while true {
            let page = try await parts.fragments.scan(household, after: after, limit: Self.page)
            guard let last = page.last else { return all }
            all += page.filter { $0.owner == principal.user }.map(\.fragment)
            after = last.fragment.id
        }
    }

    /// What the language model draws from sessions, as far as their words bear it out.
    private func offers(for sessions: [Session], _ report: inout ConsolidationReport) async -> [Drawn] {
        guard let model = parts.model else { return [] }
        var drawn: [Drawn] = []
        for session in sessions where !Task.isCancelled {
            let extraction = ModelExtraction(relations: Relation.catalogue)
            let answer = Answer()
            // A model that is away or talks nonsense changes nothing.
            guard (try? await model.answer(extraction.request(for: session), onDelta: { await answer.take($0) })) != nil else { continue }
            let outcome = extraction.read(await answer.text, of: session)
            report.rejected += outcome.rejected
            drawn += outcome.drawn
        }
        return drawn
    }

    private actor Answer {
        private(set) var text = ""
        func take(_ delta: ChatDelta) { if case .text(let piece) = delta, text.utf8.count < 20_000 { text += piece } }
    }

    func quality(now: Date, for principal: Principal) async throws -> MemoryQuality {
        QualityJudge(isSingle: { FactBook.relation($0).isSingle }).judge(try await everything(of: principal), now: now, timeZone: timeZone)
    }
}
