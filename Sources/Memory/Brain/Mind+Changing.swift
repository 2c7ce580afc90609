import Base
import Domain
import Foundation
import Understanding

/// What people and turns change.
extension Mind {
    /// Messages that are made memories of in one step.
    private static let batch = 200

    /// Makes memories of what this person said since the last time.
    func encodeWaiting(of principal: Principal) async throws {
        try await turnstile.pass {
            while true {
                let waiting = try await parts.fragments.unencoded(limit: Self.batch, for: principal)
                guard !waiting.seen.isEmpty else { return }
                _ = person(principal)
                var changes: [MemoryChange] = []
                for turn in Self.turns(waiting.messages) { changes += remember(turn, of: principal) }
                try await apply(changes, encoded: waiting.seen, for: principal)
                try await remind(of: changes, for: principal)
            }
        }
    }

    /// The messages of one trace are a turn.
    private static func turns(_ messages: [(message: Message, path: String)]) -> [(messages: [Message], path: String)] {
        var turns: [(messages: [Message], path: String)] = []
        for (message, path) in messages {
            if let last = turns.last, last.messages.last?.trace == message.trace {
                turns[turns.count - 1].messages.append(message)
            } else {
                turns.append(([message], path))
            }
        }
        return turns
    }

    private func remember(_ turn: (messages: [Message], path: String), of principal: Principal) -> [MemoryChange] {
        // What was said to the memory itself was kept or told there and then.
        guard turn.path != "skill:memory", let first = turn.messages.first, people[principal.user] != nil else { return [] }
        let language = LanguageGuess.language(of: first.text) ?? .french
        let heard = HeardTurn(turn.messages, path: turn.path, area: first.area, language: language, timeZone: timeZone)
        guard let encoded = people[principal.user]?.encoder.encode(heard) else { return [] }
        var changes = encoded.changes
        for drawn in encoded.drawn { changes += people[principal.user]?.book.apply(drawn, now: first.at) ?? [] }
        let promises = people[principal.user]?.promises ?? [:]
        changes += Promises.kept(by: first.text, among: promises.values, now: first.at).map { .update(Promises.closed($0, at: first.at)) }
        return changes
    }

    /// Sets and cancels the reminders of promises.
    func remind(of changes: [MemoryChange], for principal: Principal) async throws {
        let promises = changes.compactMap { change -> Fragment? in
            switch change {
            case .add(let fragment), .update(let fragment): fragment.kind == .promise ? fragment : nil
            case .again, .erase: nil
            }
        }
        guard !promises.isEmpty else { return }
        let known = try await parts.appointments.appointments(.reminder, in: Set(Appointment.State.allCases), for: principal)
        try await carryOut(Promises.reminders(for: promises, having: known, now: promises.map(\.learnedAt).max() ?? .distantPast), for: principal)
    }

    private func carryOut(_ reminders: [Promises.Reminding], for principal: Principal) async throws {
        for reminder in reminders {
            switch reminder {
            case .set(let appointment): try await parts.appointments.add(appointment, for: principal)
            case .cancel(let id): _ = try await parts.appointments.move(id, from: .pending, to: .cancelled, for: principal)
            }
        }
    }

    // MARK: by hand

    func remember(_ note: MemoryNote, for principal: Principal) async throws -> Fragment {
        try await turnstile.pass {
            let language = note.language ?? LanguageGuess.language(of: note.text) ?? .french
            let at = note.occurredAt ?? note.now
            if let known = try await same(as: note, for: principal) {
                try await apply([.again(known.id, at: note.now)], for: principal)
                return try await parts.fragments.fragments([known.id], for: principal).first ?? known
            }
            let score = senses.score(note.text, language)
            var fragment = Fragment(
                id: Fragment.ID(at: note.now), kind: note.kind, text: note.text, language: language, occurredAt: at, learnedAt: note.now, source: note.source,
                speaker: note.speaker ?? (note.isShared ? principal.name : nil), conversation: note.conversation, area: note.area, affect: score.affect,
                importance: note.importance ?? max(0.5, score.importance), pinned: note.pinned, isShared: note.isShared)
            let statements = note.kind == .fact ? senses.statements(note.text, language, at, note.timeZone) : []
            fragment.entities = Array(Set(statements.map(\.subject.key).filter { $0 != Fact.me })).sorted()
            _ = person(principal)
            var changes: [MemoryChange] = []
            for statement in statements {
                let drawn = Drawn(statement: statement, origin: fragment, source: .rule)
                changes += people[principal.user]?.book.apply(drawn, now: note.now) ?? []
            }
            changes.insert(.add(fragment), at: 0)
            if note.kind == .fact || note.kind == .promise {
                for (index, commitment) in senses.commitments(note.text, language, at, note.timeZone).enumerated() {
                    changes.append(
                        .add(Promises.fragment(commitment, as: fragment.id.derived("promise", index), origin: fragment, timeZone: note.timeZone)))
                }
            }
            try await apply(changes, for: principal)
            try await remind(of: changes, for: principal)
            return fragment
        }
    }

    /// What was kept before in the same words.
    private func same(as note: MemoryNote, for principal: Principal) async throws -> Fragment? {
        let key = FoldedText.key(note.text)
        let search = SearchQuery(text: note.text, user: principal.user, kinds: [note.kind], now: note.now, limit: 10)
        let found = try await parts.fragments.fragments(index.search(search).map(\.id), for: principal)
        return found.first { FoldedText.key($0.text) == key && $0.isShared == note.isShared && $0.fact == nil && $0.source == note.source }
    }

    func edit(_ id: Fragment.ID, _ edit: MemoryEdit, now: Date, for principal: Principal) async throws -> Fragment {
        try await turnstile.pass {
            guard var fragment = try await parts.fragments.fragments([id], for: principal).first else { throw Brain.noSuch }
            guard shared[id].map({ $0.owner == principal.user || principal.mayShare }) ?? true else {
                throw Problem(.forbidden, "this memory is shared: an adult of the household may change it")
            }
            if let importance = edit.importance { fragment.importance = importance }
            if let pinned = edit.pinned { fragment.pinned = pinned }
            var changes: [MemoryChange] = []
            if let isShared = edit.isShared, isShared != fragment.isShared {
                fragment.isShared = isShared
                // Who said it is told to those who did not, and what was drawn from it goes where it goes.
                fragment.speaker = fragment.speaker ?? principal.name
                changes += try await parts.fragments.fragments(links.derived(from: id), for: principal).map { derived in
                    var derived = derived
                    derived.isShared = isShared
                    derived.speaker = derived.speaker ?? principal.name
                    return .update(derived)
                }
            }
            if let text = edit.text, text != fragment.text {
                fragment.text = text
                let language = LanguageGuess.language(of: text) ?? fragment.language ?? .french
                fragment.language = language
                // What was drawn from the words that no longer stand goes; what the new ones say comes.
                changes += links.derived(from: id).map { .erase($0) }
                fragment.fact = nil
                _ = person(principal)
                var book = people[principal.user]?.book
                book?.take(changes + [.erase(id)])
                if fragment.kind == .fact || fragment.kind == .episode {
                    for statement in senses.statements(text, language, fragment.occurredAt, timeZone) {
                        let drawn = Drawn(statement: statement, origin: fragment, source: .rule)
                        changes += book?.apply(drawn, now: now) ?? []
                    }
                }
            }
            changes.append(.update(fragment))
            try await apply(changes, for: principal)
            return fragment
        }
    }

    /// Puts these in the bin, with what was drawn from nothing else.
    func forget(_ fragments: [Fragment], now: Date, for principal: Principal) async throws -> [Fragment] {
        try await turnstile.pass {
            var going = Set(fragments.map(\.id)), order = fragments.map(\.id), next = order
            while !next.isEmpty {
                let derived = next.flatMap { links.derived(from: $0) }.filter { id in
                    !going.contains(id) && links.origins(of: id).allSatisfy { going.contains($0) }
                }
                next = Array(Set(derived)).sorted()
                going.formUnion(next)
                order += next
            }
            let all = try await parts.fragments.fragments(order, for: principal)
            let gone = try await parts.fragments.bin(order, at: now, for: principal)
            binned(gone)
            let isGone = Set(gone)
            try await carryOut(Promises.reminders(of: all.filter { $0.kind == .promise && isGone.contains($0.id) }.map(\.id)), for: principal)
            return fragments.filter { isGone.contains($0.id) }
        }
    }

    func restore(_ ids: [Fragment.ID]?, now: Date, for principal: Principal) async throws -> [Fragment] {
        try await turnstile.pass {
            var wanted = ids ?? []
            if ids == nil {
                // What went in one step came to the bin at one time.
                var cursor: String?, last: Date?
                repeat {
                    let page = try await parts.fragments.binned(limit: 1000, cursor: cursor, for: principal)
                    last = last ?? page.items.first?.binnedAt
                    let same = page.items.prefix { $0.binnedAt == last }
                    wanted += same.map(\.fragment.id)
                    cursor = same.count == page.items.count ? page.next : nil
                } while cursor != nil
            }
            let back = try await parts.fragments.restore(wanted, for: principal)
            restored(back, for: principal)
            try await remind(of: back.map { .add($0) }, for: principal)
            // A reminder that went with its promise comes back with it.
            for promise in back where Promises.appointment(for: promise, now: now) != nil {
                let id = Appointment.ID(high: promise.id.high, low: promise.id.low)
                _ = try await parts.appointments.move(id, from: .cancelled, to: .pending, for: principal)
            }
            return back
        }
    }

    func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        try await turnstile.pass {
            let derived = ids.flatMap { links.derived(from: $0) }.filter { links.origins(of: $0).allSatisfy(ids.contains) }
            let all = ids + derived
            let count = try await parts.fragments.erase(all, for: principal)
            binned(all)
            try await carryOut(Promises.reminders(of: all), for: principal)
            return count
        }
    }

    func importing(_ fragments: [Fragment], for principal: Principal) async throws -> Int {
        try await turnstile.pass {
            // What was forgotten and is given again is wanted back.
            let back = try await parts.fragments.restore(fragments.map(\.id), for: principal)
            let count = try await parts.fragments.add(fragments, for: principal)
            // Those that were known stay as they are.
            restored(try await parts.fragments.fragments(fragments.map(\.id), for: principal), for: principal)
            return count + back.count
        }
    }

    // MARK: telling

    /// Facts told of one subject at once.
    private static let factLimit = 1000

    func facts(about subject: String, includingHistory: Bool, now: Date, for principal: Principal) -> [Fragment] {
        let book = person(principal).book
        let keys = book.keys(of: FactQuestionReader.subject(subject, LanguageGuess.language(of: subject) ?? .french))
        let current = book.everything(of: keys, now: now, limit: Self.factLimit).fragments
        guard includingHistory else { return current }
        let known = Set(current.map(\.id))
        let past = keys.flatMap { book.all(of: $0) }.filter { !known.contains($0.id) }
        return current + past.sorted { $0.occurredAt > $1.occurredAt }
    }
}
