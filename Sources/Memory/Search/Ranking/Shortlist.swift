import Foundation

/// Which fragments are looked at: all that may be found, or of many the best by their words and by their meaning, what was said right around them, and
/// the newest of whom, what and when the query names.
struct Shortlist {
    let plan: SearchPlan
    let contents: IndexContents
    let reader: IndexReader
    let room: SearchRoom
    /// The time that the caller made out of the query.
    let preferred: DateInterval?

    /// Their slots in ascending order, each once. Leaves the cosines of them and of those before and after them in the room.
    func slots() -> [Int] {
        let vector = plan.vector
        if let vector, !contents.vectors.hasSigns { countCosines(vector) }
        if let all = all() {
            if let vector, contents.vectors.hasSigns { for slot in all { room.cosines.values[slot] = contents.vectors.cosine(vector, slot) ?? .nan } }
            return all
        }
        var found = bestByWords()
        for index in found.indices { reader.forEachAround(found[index], visibleTo: plan.view.user, upTo: 1) { other, _, _ in found.append(other) } }
        if let vector { found += contents.vectors.hasSigns ? nearest(vector) : best(room.cosines.values) }
        found += newest()
        found.sort()
        var listed: [Int] = []
        for slot in found where slot != listed.last && plan.mayBeFound(slot, reader) { listed.append(slot) }
        return listed
    }

    /// Leaves the room as it was.
    func clear() {
        if plan.vector != nil { room.cosines.reset() }
    }

    /// `nil` when there are too many.
    private func all() -> [Int]? {
        var all: [Int] = []
        // The newest are asked first: where nothing is filtered, the answer comes soon.
        for slot in stride(from: reader.count - 1, through: 0, by: -1) where plan.mayBeFound(slot, reader) {
            if all.count == contents.limits.exact { return nil }
            all.append(slot)
        }
        return all.reversed()
    }

    private func bestByWords() -> [Int] {
        let scores = room.scores.values
        countWords(scores)
        defer { room.scores.reset() }
        return best(scores)
    }

    private func best(_ values: UnsafeMutableBufferPointer<Float>) -> [Int] {
        guard let base = values.baseAddress, reader.count > 0 else { return [] }
        var best = Best(contents.limits.best), bar: Float = 0
        // The newest first, eight at a time: few are above the bar once it is up.
        for chunk in stride(from: (reader.count - 1) & ~7, through: 0, by: -8) {
            let end = min(chunk + 8, reader.count)
            if end - chunk == 8, !any(UnsafeRawPointer(base + chunk).loadUnaligned(as: SIMD8<Float>.self) .> bar) { continue }
            for slot in stride(from: end - 1, through: chunk, by: -1) where values[slot] > bar && plan.mayBeFound(slot, reader) {
                best.add(values[slot], slot)
                bar = max(best.bar, 0)
            }
        }
        return best.slots
    }

    /// BM25 of every fragment that holds words of the query.
    private func countWords(_ scores: UnsafeMutableBufferPointer<Float>) {
        let user = plan.view.user, isEverything = plan.view.isEverything && contents.gone == 0, reader = reader
        let base = Fusion.room(0, 1), slope = (Fusion.room(1, 1) - base) / plan.view.meanLength
        for word in plan.words {
            let share = word.share
            for term in word.terms {
                contents.postings.forEachPiece(of: term) { piece in
                    for posting in piece {
                        let slot = Int(posting >> Postings.frequencyBits), frequency = Float(posting & UInt32(Postings.frequencyLimit))
                        guard isEverything || reader.access[slot].isVisible(to: user) else { continue }
                        scores[slot] += share * frequency / (frequency + base + slope * Float(reader.lengths[slot]))
                    }
                }
            }
        }
    }

    private func countCosines(_ vector: VectorRows.Query) {
        let all = room.cosines.values, count = reader.count
        contents.vectors.forEachCosine(vector) { first, cosines in
            for row in 0..<min(cosines.count, count - first) { all[first + row] = cosines[row] }
        }
    }

    /// The best by meaning among those whose signs come nearest to the vector's.
    private func nearest(_ vector: VectorRows.Query) -> [Int] {
        let limit = contents.limits.nearest
        var near: [(distance: UInt16, slot: Int)] = [], counts = [Int](repeating: 0, count: contents.vectors.dimension + 1)
        var bar = UInt16(contents.vectors.dimension)
        func trim() {
            var total = 0
            let last = counts.firstIndex { count in
                total += count
                return total >= limit
            }
            bar = UInt16(last ?? contents.vectors.dimension)
            near.removeAll { $0.distance > bar }
            for distance in counts.indices where distance > bar { counts[distance] = 0 }
        }
        contents.vectors.forEachNear(vector, bar: { bar }) { slot, distance in
            guard plan.mayBeFound(slot, reader) else { return }
            near.append((distance, slot))
            counts[Int(distance)] += 1
            if near.count > 4 * limit { trim() }
        }
        trim()
        var best = Best(contents.limits.ranked)
        for (_, slot) in near {
            guard let cosine = contents.vectors.cosine(vector, slot), cosine > 0 else { continue }
            room.cosines.values[slot] = cosine
            best.add(cosine, slot)
        }
        return best.slots
    }

    /// The newest of what is about something that the query names, of the time that it names, and of whom it names when it says no more.
    func newest() -> [Int] {
        let limit = contents.limits.newest
        var found: [Int] = []
        for term in plan.entityTerms {
            var slots: [Int] = []
            contents.postings.forEachPiece(of: term) { piece in
                slots += piece.map { Int($0 >> Postings.frequencyBits) }.filter { plan.mayBeFound($0, reader) }
                if slots.count > 4 * limit { slots.removeFirst(slots.count - limit) }
            }
            found += slots.suffix(limit)
        }
        if let preferred {
            let times = preferred.start.timeIntervalSince1970...preferred.end.timeIntervalSince1970
            found += newest { times.contains(reader.times[$0]) }
        }
        if plan.words.isEmpty && !plan.speakers.isEmpty { found += newest { plan.speakers[contents.slots.speakers[$0]] != nil } }
        return found
    }

    private func newest(_ isWanted: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        for slot in stride(from: reader.count - 1, through: 0, by: -1) where isWanted(slot) && plan.mayBeFound(slot, reader) {
            found.append(slot)
            if found.count == contents.limits.newest { break }
        }
        return found
    }
}
