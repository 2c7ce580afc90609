public import Domain

/// One way to understand a run of words.
public struct Candidate: Sendable, Hashable {
    public var intent: Intent
    /// How far the words are from the template: 0 when they are what it says; about 1 for each word that had to be guessed, left out or put in.
    public var cost: Double
    /// The names that no area, floor or entity of the house bears: the order must not be carried out without them.
    public var unknown: [UnknownName]
    /// Letters that were matched with the template's own words rather than with slots: of two candidates of one cost, the one with more says more.
    public var literalLetters: Int
    /// Letters that free text took ({message}, {item}).
    public var freeLetters: Int
    /// Slots that hold free text.
    public var freeSlots: Int

    /// What free text was charged for looking like something else; part of the cost while readings are compared.
    var charge = 0.0

    /// Identifies what was corrected: candidates with the same corrections read the same sentence, and are told apart like readings without any.
    var departures = 0

    /// It means the room where it was said, and nobody knows which that is.
    public var needsArea = false
    /// Words of the template that were not said, articles and the like aside: which ones, nobody knows.
    var missing = 0

    /// Slots whose value was said, not brought by the template.
    var spokenSlots: Int { intent.slots.values.reduce(0) { $0 + ($1.text.isEmpty ? 0 : 1) } }

    public init(
        intent: Intent, cost: Double, unknown: [UnknownName] = [], literalLetters: Int = 0,
        freeLetters: Int = 0,
        freeSlots: Int = 0
    ) {
        self.intent = intent
        self.cost = cost
        self.unknown = unknown
        self.literalLetters = literalLetters
        self.freeLetters = freeLetters
        self.freeSlots = freeSlots
    }
}

extension Candidate {
    /// How much dearer another reading is, as a rival for what the speaker meant. `nil` for one that is no rival: it reads the same corrected
    /// sentence, and the order of candidates has settled which of the two says more.
    public func margin(to other: Candidate) -> Double? {
        if other.departures == departures, other.missing == missing, missing == 0 { return nil }
        // Free text fits anything: that it fits, or that more of it fits, says little.
        let isFreer = other.freeSlots > freeSlots || other.freeLetters > freeLetters
        return other.cost - cost + (isFreer ? 0.5 : 0)
    }
}

/// Words that stand where the template has a name, and that the house does not know.
public struct UnknownName: Sendable, Hashable {
    /// `area`, `floor` or `name`.
    public var slot: String
    public var text: String
    /// The names of the house that come nearest, the nearest first; empty when none is near.
    public var nearest: [String]

    public init(slot: String, text: String, nearest: [String]) {
        self.slot = slot
        self.text = text
        self.nearest = nearest
    }
}

/// Finds what words may mean by the templates and the names of a house; `IntentMatcher`, or a list of answers in a test.
public protocol CandidateFinder: Sendable {
    /// The candidates for all the words of a range, the best first, at most a handful; none when nothing is near.
    /// - Parameter area: the area where it was said, for templates that mean "here".
    func candidates(for sentence: Sentence, in range: Range<Int>, area: String?) -> [Candidate]

    /// Those of them that are what a template says, word for word: many times faster to refuse, for trying out how an utterance may be parted.
    func exactCandidates(for sentence: Sentence, in range: Range<Int>, area: String?) -> [Candidate]
}

extension CandidateFinder {
    public func exactCandidates(for sentence: Sentence, in range: Range<Int>, area: String?) -> [Candidate] {
        candidates(for: sentence, in: range, area: area).filter { $0.cost < 0.1 }
    }
}
