import Base
import Domain
import Foundation

/// A query, looked up in the index: which of its words there are and how rare, whom and what it names, and what may be found.
struct SearchPlan: Sendable {
    /// A word that is looked for.
    struct Word: Sendable {
        var text: String
        /// Its stems in the index.
        var terms: [Int]
        /// How rare it is, and its share of how rare all words are.
        var rarity: Float
        var share: Float = 0
    }

    /// A name that is said by this share of all fragments or more says who speaks, and nothing of what is said.
    private static let speakerShare = 0.1

    let view: People.View
    private(set) var words: [Word] = []
    /// Speakers that the query names, by their numbers, and how.
    private(set) var speakers: [UInt32: String] = [:]
    /// Other names in it, by their numbers.
    private(set) var entities: [UInt32: String] = [:]
    /// The terms of these.
    private(set) var entityTerms: [Int] = []
    let dates: NamedDates
    let vector: VectorRows.Query?
    let asksWhen: Bool
    /// Whether the query speaks of who asks.
    private let isFirstPerson: Bool

    // What may be found.
    private let kinds: UInt8
    private let includesHistory: Bool
    private let required: ClosedRange<Double>?
    /// The numbers of the conversation; `nil`: any.
    private let conversations: [UInt32]?

    init(_ query: SearchQuery, _ analyzed: AnalyzedQuery, in contents: IndexContents) {
        view = contents.people.view(of: query.user)
        dates = NamedDates(words: analyzed.all.map(\.folded), preferred: query.preferred, timeZone: query.timeZone)
        vector = query.vector.flatMap(contents.vectors.query)
        (asksWhen, isFirstPerson) = (analyzed.asksWhen, analyzed.isFirstPerson)
        kinds = query.kinds.bits
        includesHistory = query.includesHistory
        required = query.required.map { $0.start.timeIntervalSince1970...$0.end.timeIntervalSince1970 }
        conversations = query.conversation.map(contents.conversations.numbers)
        var named: Set<UInt64> = []
        for word in analyzed.words {
            let found = contents.names.speakers(word.key, in: view), said = found.values.reduce(0, +)
            for speaker in found.keys { speakers[speaker] = word.text }
            if said > 0 { named.insert(word.key) }
            if said > 0 && Double(said) >= Double(view.fragments) * Self.speakerShare { continue }
            let terms = Set([word.french, word.english]).compactMap(contents.postings.term).sorted()
            words.append(Word(text: word.text, terms: terms, rarity: Self.rarity(terms.reduce(0) { $0 + contents.people.count(of: $1, in: view) }, view)))
        }
        let total = words.reduce(Float(0)) { $0 + $1.rarity }
        for index in words.indices { words[index].share = words[index].rarity / total }
        for (text, hash) in analyzed.names where !named.contains(hash) {
            guard let number = contents.names.number(hash) else { continue }
            entities[number] = text
            if let term = contents.postings.term(hash) { entityTerms.append(term) }
        }
    }

    /// Whether the query names who said this: by name, or "I" for who asks.
    func namesSpeaker(of slot: Int, in slots: Slots) -> Bool {
        let speaker = slots.speakers[slot]
        return speaker == 0 ? isFirstPerson && slots.access[slot].owner == view.user : speakers[speaker] != nil
    }

    /// The inverse document frequency of BM25 of what `count` fragments hold.
    static func rarity(_ count: Int, _ view: People.View) -> Float {
        let count = Float(min(count, view.fragments))
        return log(1 + (Float(view.fragments) - count + 0.5) / (count + 0.5))
    }

    @inline(__always)
    func mayBeFound(_ slot: Int, _ reader: IndexReader) -> Bool {
        let access = reader.access[slot]
        guard access.isVisible(to: view.user), access.kind & kinds != 0, includesHistory || !access.isHistory else { return false }
        if let required, !required.contains(reader.times[slot]) { return false }
        if let conversations, !conversations.contains(reader.conversations[slot]) { return false }
        return true
    }
}
