import Foundation

/// What is counted of the fragments on the shortlist and of those around them: which words of the query stand where.
struct Evidence {
    private let reader: IndexReader
    private let user: UInt16
    private let shares: [Float]
    private let meanPassage: Float
    private let rowsBySlot: UnsafeMutableBufferPointer<Int32>

    /// By row: the words that it holds, and those that stand in its questions, one bit each; its slot; how often each word stands there.
    private var held: [UInt64] = []
    private var asked: [UInt64] = []
    private var slots: [Int] = []
    private var frequencies: [Float] = []

    init(_ plan: SearchPlan, _ reader: IndexReader, shortlist: [Int], _ room: SearchRoom) {
        self.reader = reader
        user = plan.view.user
        shares = plan.words.map(\.share)
        meanPassage = plan.view.meanPassage
        rowsBySlot = room.rows.values
        guard !shares.isEmpty else { return }
        let words = room.words.values
        for (index, word) in plan.words.enumerated() { for term in word.terms { words[term] = UInt8(index + 1) } }
        for slot in shortlist {
            addRow(slot, words)
            reader.forEachAround(slot, visibleTo: user) { other, _, _ in addRow(other, words) }
        }
        for word in plan.words { for term in word.terms { words[term] = 0 } }
    }

    /// Leaves the room as it was.
    func clear() { for slot in slots { rowsBySlot[slot] = -1 } }

    private mutating func addRow(_ slot: Int, _ words: UnsafeMutableBufferPointer<UInt8>) {
        guard rowsBySlot[slot] < 0 else { return }
        rowsBySlot[slot] = Int32(slots.count)
        slots.append(slot)
        let start = frequencies.count
        var held: UInt64 = 0, asked: UInt64 = 0
        for _ in 0..<shares.count { frequencies.append(0) }
        for term in reader.terms(slot) {
            let word = Int(words[term.number])
            guard word > 0 else { continue }
            frequencies[start + word - 1] = min(frequencies[start + word - 1] + 1, Float(Postings.frequencyLimit))
            held |= 1 << UInt64(word - 1)
            if term.isAsked { asked |= 1 << UInt64(word - 1) }
        }
        self.held.append(held)
        self.asked.append(asked)
    }

    /// What words say of a fragment on the shortlist.
    struct Words {
        var passage: Float = 0, answers: Float = 0
        /// The words that it holds, and those that fragments around it hold.
        var own: UInt64 = 0, around: UInt64 = 0
    }

    func words(_ slot: Int) -> Words {
        guard !shares.isEmpty else { return Words() }
        let own = Int(rowsBySlot[slot]), length = Float(reader.lengths[slot])
        var words = Words(own: held[own]), before: UInt64 = 0, passageLength = length
        reader.forEachAround(slot, visibleTo: user) { other, distance, isBefore in
            let row = Int(rowsBySlot[other])
            passageLength += Fusion.passageWeight(distance) * Float(reader.lengths[other])
            words.around |= held[row]
            if isBefore && distance == 1 { before = asked[row] }
        }
        let all = words.own | words.around, space = Fusion.room(passageLength, meanPassage)
        guard all != 0 else { return words }
        for word in 0..<shares.count where all & 1 << UInt64(word) != 0 {
            var frequency = frequencies[own * shares.count + word]
            reader.forEachAround(slot, visibleTo: user) { other, distance, _ in
                frequency += Fusion.passageWeight(distance) * frequencies[Int(rowsBySlot[other]) * shares.count + word]
            }
            words.passage += shares[word] * frequency / (frequency + space)
            if before & 1 << UInt64(word) != 0 { words.answers += shares[word] }
        }
        return words
    }
}
