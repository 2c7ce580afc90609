import Base
import Domain
import Foundation

/// All that a search looks at. Slots are never used twice: what is removed stays as a gap until the index is made anew.
struct IndexContents: Sendable {
    private(set) var slots = Slots()
    private(set) var postings = Postings()
    /// The terms of each fragment in their order: what is counted of the best candidates, and of their neighbours.
    private(set) var texts = Runs<TextTerm>()
    /// What fragments are about: how many names, and the numbers of these.
    private(set) var entities = Runs<UInt32>()
    private(set) var names = Names()
    private(set) var people = People()
    private(set) var conversations = Conversations()
    private(set) var vectors: VectorRows
    private var missing = MissingVectors()
    /// How many slots are gaps.
    private(set) var gone = 0

    let limits: SearchLimits

    init(_ limits: SearchLimits) {
        self.limits = limits
        vectors = VectorRows(exactLimit: limits.vectors)
    }

    var count: Int { slots.count - gone }

    /// An entry, read: what is left to do is to put it in its places.
    struct Prepared: Sendable {
        var entry: IndexEntry
        var text: AnalyzedText
        /// Hashes of the speaker's name, and of its words.
        var speaker: (name: UInt64, words: [UInt64])?
        /// Hashes of the names of what it is about, each once.
        var entities: [UInt64]
    }

    /// Adds an entry; one that is there already gives way. `settle` is to follow.
    mutating func insert(_ prepared: Prepared) {
        let entry = prepared.entry
        if let known = slots.slot(of: entry.id) { remove(known) }
        guard slots.count < Postings.slotLimit, let owner = people.makeNumber(of: entry.owner) else { return }
        let slot = slots.add(entry.id)
        // What was drawn from a conversation was not said in it.
        let isChained = entry.conversation != nil && entry.origin == nil && entry.kind != .summary
        slots.access[slot] = Slots.Access(
            owner: owner, kind: entry.kind, isShared: entry.isShared, isHistory: entry.isHistory, isChained: isChained)
        slots.times[slot] = entry.occurredAt.timeIntervalSince1970
        slots.importances[slot] = Float(entry.importance)
        slots.arousals[slot] = Float(entry.arousal)
        slots.traits[slot] = prepared.text.traits
        if let speaker = prepared.speaker { slots.speakers[slot] = names.makeSpeaker(speaker.name, words: speaker.words) }
        if !prepared.entities.isEmpty {
            slots.entities[slot] = entities.append([UInt32(prepared.entities.count)] + prepared.entities.map { names.makeNumber($0) })
            for entity in prepared.entities { postings.append(slot: slot, frequency: 1, to: postings.makeTerm(entity)) }
        }
        if let origin = entry.origin { slots.origins[UInt32(slot)] = origin }
        add(prepared.text.terms, at: slot)
        count(slot, 1)
        missing.add(slot, slots.traits[slot].language)
        guard let conversation = entry.conversation else { return }
        slots.conversations[slot] = conversations.makeNumber(conversation, of: owner)
        if isChained { conversations.append(slot, in: &slots, of: &people) }
    }

    private mutating func add(_ terms: [AnalyzedText.Term], at slot: Int) {
        slots.places[slot].termCount = UInt32(terms.count)
        slots.lengths[slot] = UInt16(min(terms.count, Slots.lengthLimit))
        slots.places[slot].text = texts.append(terms.map { TextTerm(UInt32(postings.makeTerm($0.hash)), isAsked: $0.isAsked) })
        for (term, frequency) in distinctTerms(of: slot) { postings.append(slot: slot, frequency: frequency, to: term) }
    }

    /// Each term of a fragment once, and how often it stands there.
    private func distinctTerms(of slot: Int) -> [(term: Int, frequency: Int)] {
        let numbers = texts.run(at: slots.places[slot].text, count: Int(slots.places[slot].termCount)).map(\.number).sorted()
        var terms: [(term: Int, frequency: Int)] = []
        terms.reserveCapacity(numbers.count)
        for number in numbers {
            if let last = terms.last, last.term == number { terms[terms.count - 1].frequency += 1 } else { terms.append((number, 1)) }
        }
        return terms
    }

    /// Counts a fragment among its owner's and its speaker's, or takes it out of the count.
    private mutating func count(_ slot: Int, _ change: Int) {
        let access = slots.access[slot], owner = Int(access.owner), terms = distinctTerms(of: slot), tokens = Int(slots.lengths[slot])
        people[owner].own.count(change, tokens, terms, isAlone: !access.isChained)
        if access.isShared { people[owner].shared.count(change, tokens, terms, isAlone: !access.isChained) }
        if slots.speakers[slot] != 0 { names.count(slots.speakers[slot], access, change) }
    }

    /// Removes what is there of these. `settle` is to follow.
    mutating func remove(_ id: Fragment.ID) { if let slot = slots.slot(of: id) { remove(slot) } }

    private mutating func remove(_ slot: Int) {
        if slots.access[slot].isChained { conversations.remove(slot, in: &slots, of: &people) }
        count(slot, -1)
        slots.access[slot] = .gone
        slots.origins[UInt32(slot)] = nil
        if vectors.has(slot) { vectors.remove(at: slot) } else { missing.remove(slots.traits[slot].language) }
        gone += 1
    }

    /// Gives a fragment that is there other weights.
    mutating func update(_ change: WeightChange) {
        guard let slot = slots.slot(of: change.id) else { return }
        slots.importances[slot] = Float(change.importance)
        slots.arousals[slot] = Float(change.arousal)
        slots.access[slot].isHistory = change.isHistory
        guard slots.access[slot].isShared != change.isShared else { return }
        count(slot, -1)
        if slots.access[slot].isChained {
            conversations.recount(slot, in: &slots, of: &people) { $0.access[slot].isShared = change.isShared }
        } else {
            slots.access[slot].isShared = change.isShared
        }
        count(slot, 1)
    }

    /// Brings conversations in order whose fragments came in another one, or went.
    mutating func settle() { conversations.settle(in: &slots, of: &people) }

    mutating func setVector(_ vector: FragmentVector) {
        guard let slot = slots.slot(of: vector.id) else { return }
        let wasMissing = !vectors.has(slot)
        vectors.set(vector.components, at: slot)
        if wasMissing && vectors.has(slot) { missing.remove(slots.traits[slot].language) }
    }

    /// Those without a vector in one of these languages, or in none that is known, in the order in which they came.
    mutating func withoutVector(limit: Int, languages: Set<Language>) -> [Fragment.ID] {
        let found = missing.first(limit, of: languages, in: slots.count) {
            slots.traits[$0].language
        } isMissing: { slot in
            !slots.access[slot].isGone && !vectors.has(slot)
        }
        return found.map { slots.ids[$0] }
    }

    /// The numbers of the names of what a fragment is about.
    func entities(of slot: Int) -> [UInt32] {
        let place = slots.entities[slot]
        guard place != Slots.none else { return [] }
        return Array(entities.run(at: place + 1, count: Int(entities[place])))
    }

    mutating func dropVectors() {
        vectors = VectorRows(exactLimit: limits.vectors)
        missing = MissingVectors()
        for slot in 0..<slots.count where !slots.access[slot].isGone { missing.add(slot, slots.traits[slot].language) }
    }
}

/// A term as it stands in a text: its number, and whether it stands in a question.
struct TextTerm: Sendable {
    private let bits: UInt32

    init(_ number: UInt32, isAsked: Bool) { bits = number << 1 | (isAsked ? 1 : 0) }

    var number: Int { Int(bits >> 1) }
    var isAsked: Bool { bits & 1 != 0 }
}

/// What changes of a fragment whose text stays.
struct WeightChange: Sendable {
    var id: Fragment.ID
    var importance: Double
    var arousal: Double
    var isHistory: Bool
    var isShared: Bool
}
