import Base
import Domain
import Foundation

/// Measures the search on a household that was made up: words as rare and as common as in a language, conversations of twenty turns, and vectors.
package struct SearchBench: Sendable {
    package struct Figures: Sendable, Codable {
        package var fragments: Int
        package var dimension: Int
        /// For each fragment, in microseconds.
        package var insertMicroseconds: Double
        package var vectorMicroseconds: Double
        /// In milliseconds, of the processor: what other programs do meanwhile is not in it.
        package var wordQueries: Times
        package var vectorQueries: Times
        package var bytesPerFragment: [String: Double]

        package struct Times: Sendable, Codable {
            package var p50: Double, p95: Double, max: Double
        }
    }

    private static let vocabulary = 50_000
    private static let turnsPerConversation = 20
    private static let wordsPerTurn = 12

    package var fragments: Int
    /// 0: no vectors.
    package var dimension: Int
    package var queries: Int
    private var random: SplitMix

    package init(fragments: Int, dimension: Int = 384, queries: Int = 200, seed: UInt64 = 1) {
        (self.fragments, self.dimension, self.queries) = (max(fragments, 1), max(dimension, 0), max(queries, 1))
        random = SplitMix(seed: seed)
    }

    package func run() -> Figures {
        var bench = self
        return bench.measure()
    }

    private mutating func measure() -> Figures {
        let index = FragmentIndex(), user = User.ID(), clock = ContinuousClock(), start = Date(timeIntervalSince1970: 1_700_000_000)
        let words = (0..<Self.vocabulary).map(Self.word), ranks = Self.cumulativeZipf
        func pick(_ random: inout SplitMix) -> String {
            let value = Double(random.next() >> 11) / Double(1 << 53)
            var low = 0, high = Self.vocabulary - 1
            while low < high {
                let middle = (low + high) / 2
                if ranks[middle] < value { low = middle + 1 } else { high = middle }
            }
            return words[low]
        }
        var insertion = Duration.zero, vectorTime = Duration.zero, ids: [Fragment.ID] = [], conversation = Conversation.ID()
        for first in stride(from: 0, to: fragments, by: 10_000) {
            var entries: [IndexEntry] = []
            for number in first..<min(first + 10_000, fragments) {
                if number % Self.turnsPerConversation == 0 { conversation = Conversation.ID() }
                let date = start.addingTimeInterval(Double(number) * 60), id = Fragment.ID(at: date, after: ids.last)
                ids.append(id)
                entries.append(
                    IndexEntry(
                        id: id, owner: user, isShared: false, kind: .episode, conversation: conversation, occurredAt: date,
                        text: (0..<Self.wordsPerTurn).map { _ in pick(&random) }.joined(separator: " "), language: .french, speaker: nil, entities: [],
                        importance: 0.5, arousal: 0, isHistory: false, origin: nil))
            }
            insertion += clock.measure { index.insert(entries) }
            guard dimension > 0 else { continue }
            let vectors = entries.map { FragmentVector(id: $0.id, components: vector()) }
            vectorTime += clock.measure { index.setVectors(vectors) }
        }
        let now = start.addingTimeInterval(Double(fragments) * 60)
        func times(withVectors: Bool) -> Figures.Times {
            var times: [Double] = []
            for number in 0..<(queries + 5) {
                // As questions are: some of the commonest words, some that are rare, some in between.
                let common = words[number % 8], rare = words[Self.vocabulary / 2 + number]
                let text = ([common, rare] + (0..<4).map { _ in pick(&random) }).joined(separator: " ")
                let query = SearchQuery(
                    text: text, language: .french, vector: withVectors ? vector().map { Float($0) / 127 } : nil, user: user, now: now, limit: 10)
                let before = Self.processorMilliseconds
                _ = index.search(query)
                // The first ones make room.
                if number >= 5 { times.append(Self.processorMilliseconds - before) }
            }
            times.sort()
            return Figures.Times(p50: times[times.count / 2], p95: times[times.count * 95 / 100], max: times[times.count - 1])
        }
        return Figures(
            fragments: fragments, dimension: dimension, insertMicroseconds: insertion.microseconds / Double(fragments),
            vectorMicroseconds: vectorTime.microseconds / Double(fragments), wordQueries: times(withVectors: false),
            vectorQueries: times(withVectors: dimension > 0), bytesPerFragment: index.statistics.bytesPerFragment)
    }

    /// What this thread had of the processor.
    private static var processorMilliseconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private mutating func vector() -> [Int8] {
        var components: [Int8] = []
        components.reserveCapacity(dimension)
        while components.count < dimension {
            var bits = random.next()
            for _ in 0..<min(8, dimension - components.count) {
                components.append(Int8(truncatingIfNeeded: bits))
                bits >>= 8
            }
        }
        return components
    }

    /// A word that no language has: "bakodu".
    private static func word(_ number: Int) -> String {
        var rest = number, word = ""
        repeat {
            word += ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "t", "v", "z"][rest % 13] + ["a", "o", "u", "i"][rest / 13 % 4]
            rest /= 52
        } while rest > 0
        return word + "k"
    }

    /// The share of words that are at least as common as each (Zipf, 1949).
    private static var cumulativeZipf: [Double] {
        var sum = 0.0
        let sums = (1...vocabulary).map { rank -> Double in
            sum += 1 / Double(rank)
            return sum
        }
        return sums.map { $0 / sum }
    }
}

extension Duration {
    fileprivate var microseconds: Double { Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12 }
}
