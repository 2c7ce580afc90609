import Base
import Domain
import Foundation

/// Finds what was said before in nearly the same words, without looking at everything.
///
/// Two texts are the same when the same person said them and their runs of two folded words overlap by at least nine tenths (Jaccard), fillers left out.
/// They never are when they differ in a number, a name, a negation or a date, or when both name a day relative to their own ("demain") and were not said on
/// the same one: all that is part of the key under which they are looked up. Long texts are found by MinHash in bands (A. Broder, "On the resemblance and
/// containment of documents", 1997): 98.6 % of those that overlap by nine tenths share a band.
struct NearDuplicates: Sendable {
    static let threshold = 0.9
    private static let bands = 4, rowsPerBand = 4
    /// With fewer runs than this, one word more or less is more than a tenth: only the same words are the same.
    private static let exactBelow = 20

    /// What is compared of a text.
    struct Sketch: Sendable, Hashable {
        /// Runs of two words, sorted; empty for short texts, which their key tells apart.
        fileprivate(set) var runs: [UInt64] = []
        fileprivate(set) var keys: [UInt64] = []
        var isEmpty: Bool { keys.isEmpty }
    }

    private struct Entry { var id: Fragment.ID, runs: [UInt64] }
    private struct Node { var entry: Int32, next: Int32 }

    private var entries: [Entry?] = []
    private var places: [Fragment.ID: Int32] = [:]
    private var nodes: [Node] = []
    private var heads: [UInt64: Int32] = [:]

    var count: Int { places.count }

    /// - Parameter day: the day on which it was said, for what means another day tomorrow; `nil` where that does not matter.
    static func sketch(_ text: FoldedWords, speaker: String?, day: CivilDay?) -> Sketch {
        let words = CommonWords.withoutFillers(text.texts).map { text.words[$0] }
        guard !words.isEmpty else { return Sketch() }
        let isLong = words.count + 1 >= exactBelow
        var fixed = Mixing.hash(speaker ?? ""), isDeictic = false, negations: UInt64 = 0
        for word in words {
            if CommonWords.negations.contains(word.text) { negations += 1 }
            let isDated = CommonWords.deictic.contains(word.text)
            isDeictic = isDeictic || isDated
            // Short texts are the same word for word: their names need no look.
            let isName = isLong && word.isCapitalised && !word.startsSentence
            if word.hasDigit || isDated || isName || CommonWords.numbers.contains(word.text) || CommonWords.months.contains(word.text) {
                fixed = Mixing.join(fixed, word.hash)
            }
        }
        fixed = Mixing.join(fixed, negations)
        if isDeictic, let day { fixed = Mixing.join(fixed, UInt64(truncatingIfNeeded: day.number)) }
        var runs: [UInt64] = [], previous: UInt64 = 1
        runs.reserveCapacity(words.count + 1)
        for word in words {
            runs.append(Mixing.join(previous, word.hash))
            previous = word.hash
        }
        runs.append(Mixing.join(previous, 1))
        if runs.count < exactBelow { return Sketch(keys: [runs.reduce(fixed, Mixing.join)]) }
        let unique = Array(Set(runs)).sorted()
        let keys = (0..<bands).map { band in
            (0..<rowsPerBand).reduce(Mixing.join(fixed, UInt64(band))) { key, row in
                let salt = Mixing.mix(UInt64(band * rowsPerBand + row) &+ 0x5EED)
                return Mixing.join(key, unique.lazy.map { Mixing.mix($0 ^ salt) }.min() ?? 0)
            }
        }
        return Sketch(runs: unique, keys: keys)
    }

    /// The fragment that says the same; the one that was inserted first, of several.
    func find(_ sketch: Sketch) -> Fragment.ID? {
        var best: Int32?
        for key in sketch.keys {
            var node = heads[key] ?? -1
            while node >= 0 {
                let (place, next) = (nodes[Int(node)].entry, nodes[Int(node)].next)
                node = next
                guard place < best ?? .max, let entry = entries[Int(place)], Self.overlap(entry.runs, sketch.runs) >= Self.threshold else { continue }
                best = place
            }
        }
        return best.flatMap { entries[Int($0)]?.id }
    }

    mutating func insert(_ sketch: Sketch, as id: Fragment.ID) {
        guard !sketch.isEmpty, places[id] == nil else { return }
        let place = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(id: id, runs: sketch.runs))
        places[id] = place
        for key in sketch.keys {
            nodes.append(Node(entry: place, next: heads[key] ?? -1))
            heads[key] = Int32(truncatingIfNeeded: nodes.count - 1)
        }
    }

    /// It is found no more. What it took is given back when the index is made anew.
    mutating func remove(_ id: Fragment.ID) {
        if let place = places.removeValue(forKey: id) { entries[Int(place)] = nil }
    }

    /// Jaccard, of sorted numbers; 1 for two short texts, which share their key.
    private static func overlap(_ a: [UInt64], _ b: [UInt64]) -> Double {
        if a.isEmpty && b.isEmpty { return 1 }
        var i = 0, j = 0, shared = 0
        while i < a.count && j < b.count {
            if a[i] == b[j] {
                (i, j, shared) = (i + 1, j + 1, shared + 1)
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(shared) / Double(a.count + b.count - shared)
    }
}
