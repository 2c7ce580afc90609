import Base
import Domain
import Foundation
import Understanding

/// Measures what the memory makes of turns, with the readers as they are, and without store and models.
package enum MemoryBench {
    /// Microseconds of processor time.
    package struct Spread: Sendable, Codable {
        package var count = 0, mean = 0.0, p50 = 0.0, p95 = 0.0, max = 0.0

        init(_ times: [Double]) {
            guard !times.isEmpty else { return }
            let sorted = times.sorted()
            count = sorted.count
            mean = sorted.reduce(0, +) / Double(sorted.count)
            (p50, p95, max) = (sorted[sorted.count / 2], sorted[sorted.count * 95 / 100], sorted[sorted.count - 1])
        }
    }

    /// From a turn to memories that can be found: read, held against what is known, put into the book of facts and into the index.
    package struct Encoding: Sendable, Codable {
        /// All of a month, and those of them that tell something.
        package var turns: Spread
        package var told: Spread
        /// With a text as long as is kept of one.
        package var long: Spread
    }

    /// One sleep over many turns.
    package struct Sleep: Sendable, Codable {
        package var turns: Int
        package var seconds: Double
        /// Memories.
        package var before: Int
        package var after: Int
    }

    private static let person = Principal(
        household: Household.ID(high: 0x7000, low: 0x8000_0000_0000_0001), user: User.ID(high: 0x7000, low: 0x8000_0000_0000_0001), role: .owner,
        name: "Camille")
    private static let senses = Senses(
        score: { Limbic.score($0, language: $1) },
        statements: { StatementReader.statements(in: $0, language: $1, now: $2, timeZone: $3) },
        commitments: { CommitmentReader.commitments(in: $0, language: $1, now: $2, timeZone: $3) })

    // MARK: encoding

    package static func encoding() -> Encoding {
        let month = Month()
        var memory = Encoder()
        var all: [Double] = [], told: [Double] = []
        // The first day makes the readers' tables.
        for (day, turns) in month.days.enumerated() {
            for turn in turns {
                let time = memory.encode(turn.heard)
                guard day > 0 else { continue }
                all.append(time)
                if turn.truth != .noise { told.append(time) }
            }
        }
        return Encoding(turns: Spread(all), told: Spread(told), long: Spread(long(month).map { memory.encode($0) }))
    }

    /// Turns with what was told in the month, one after another, in a text as long as is kept.
    private static func long(_ month: Month) -> [HeardTurn] {
        let told = month.days.joined().filter { $0.truth != .noise }
        guard let first = told.first?.heard.messages.first else { return [] }
        return (0..<50).map { number in
            var text = "", next = number * 7
            while text.utf8.count < TurnEncoder.textLimit {
                text += told[next % told.count].text + ". "
                next += 1
            }
            let at = first.at.addingTimeInterval(Double(31 * 86_400 + number * 60))
            let message = Message(
                id: Message.ID(high: UInt64(at.timeIntervalSince1970 * 1000) << 16 | 0x7000, low: 0x8000_0000_0000_0000 | UInt64(number)),
                conversation: first.conversation, speaker: .user, text: String(text.prefix(TurnEncoder.textLimit)), at: at, trace: first.trace)
            return HeardTurn([message], path: "llm:test", language: .french, timeZone: month.timeZone)
        }
    }

    private struct Encoder {
        var encoder = TurnEncoder(for: MemoryBench.person, senses: MemoryBench.senses)
        var book = FactBook(owner: MemoryBench.person.name)
        let index = FragmentIndex()

        /// - Returns: microseconds.
        mutating func encode(_ turn: HeardTurn) -> Double {
            let start = MemoryBench.processorMicroseconds()
            let encoded = encoder.encode(turn)
            var changes = encoded.changes
            book.take(changes)
            for drawn in encoded.drawn { changes += book.apply(drawn, now: drawn.origin.learnedAt) }
            index.insert(
                changes.compactMap { change in
                    switch change {
                    case .add(let fragment), .update(let fragment): IndexEntry(OwnedFragment(fragment, owner: MemoryBench.person.user))
                    case .again, .erase: nil
                    }
                })
            return MemoryBench.processorMicroseconds() - start
        }
    }

    /// Of this thread: what else the machine does is not counted.
    private static func processorMicroseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    // MARK: consolidation

    /// 10,000 turns of fifty days that nobody slept over.
    package static func sleepOverHeard() -> Sleep {
        let month = Month(days: 50)
        var encoder = TurnEncoder(for: person, senses: senses), book = FactBook(owner: person.name), shelf = Shelf()
        for turn in month.days.joined() {
            let encoded = encoder.encode(turn.heard)
            shelf.apply(encoded.changes)
            book.take(encoded.changes)
            for drawn in encoded.drawn { shelf.apply(book.apply(drawn, now: drawn.origin.learnedAt)) }
        }
        return sleep(over: shelf, book, turns: month.turns, of: month)
    }

    /// 10,000 turns that tell something, imported as they are: each one is still to be read.
    package static func sleepOverImported() -> Sleep {
        let month = Month(days: 275)
        let told = month.days.joined().filter { $0.truth != .noise }.prefix(10_000)
        let night = month.start.addingTimeInterval(Double(month.days.count) * 86_400)
        let fragments = told.compactMap { turn in
            turn.heard.messages.first.map {
                Fragment(
                    id: Fragment.ID(of: $0.id), kind: .episode, text: $0.text, language: .french, occurredAt: $0.at, learnedAt: night, source: .imported,
                    conversation: $0.conversation, importance: 0.5)
            }
        }
        return sleep(over: Shelf(fragments), FactBook(owner: person.name), turns: fragments.count, of: month)
    }

    private static func sleep(over shelf: Shelf, _ facts: FactBook, turns: Int, of month: Month) -> Sleep {
        var book = facts
        let clock = ContinuousClock(), start = clock.now
        let night = month.start.addingTimeInterval(Double(month.days.count) * 86_400 + 3.5 * 3600)
        var sleep = Consolidation(of: shelf.sorted, owner: person.name, senses: senses, now: night, timeZone: month.timeZone)
        while !sleep.isDone {
            let step = sleep.step()
            book.take(step.changes)
            for drawn in step.drawn { sleep.take(book.apply(drawn, now: night)) }
        }
        return Sleep(turns: turns, seconds: (clock.now - start) / .seconds(1), before: shelf.count, after: sleep.result.count)
    }

    // MARK: a month

    /// What is left of the simulated month, as it is read.
    package static func month(seed: UInt64) -> MonthReport {
        var run = MonthRun(Month(seed: seed), senses: senses), book = FactBook(owner: person.name)
        let clock = ContinuousClock(), start = clock.now
        return run.run(&book, isSingle: { FactBook.relation($0).isSingle }) { (clock.now - start) / .seconds(1) }
    }
}
