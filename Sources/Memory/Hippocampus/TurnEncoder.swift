import Base
import Domain
import Foundation

/// A turn as it was heard.
struct HeardTurn: Sendable {
    /// In the order they were said.
    var messages: [Message]
    /// What answered: `skill:time`, `llm:ollama`, `none`.
    var path: String
    /// The area where it was said, as an id of the house.
    var area: String?
    var language: Language
    var timeZone: TimeZone
    /// Whether the conversation may be remembered: not when it is incognito, or its person said not to.
    var isRemembered: Bool

    init(_ messages: [Message], path: String, area: String? = nil, language: Language, timeZone: TimeZone, isRemembered: Bool = true) {
        self.messages = messages
        self.path = path
        self.area = area
        self.language = language
        self.timeZone = timeZone
        self.isRemembered = isRemembered
    }
}

/// What came of a turn.
struct Encoded: Sendable, Hashable {
    var changes: [MemoryChange] = []
    /// For the book of facts.
    var drawn: [Drawn] = []
}

/// Makes memories of the turns of one person, as they are said.
///
/// Each message becomes one episode, whose id is the message's: encoding a turn again adds nothing. What was said before in nearly the same words is counted
/// instead. Guests leave no memory; nobody's turns are shared with the household from here.
struct TurnEncoder: Sendable {
    /// Characters that are kept of a message.
    static let textLimit = 8000
    /// What stands where a longer one was cut.
    static let cut = " […]"
    /// How Jarvis is called as a speaker.
    static let assistant = "Jarvis"
    /// Statements and promises taken from one message at most.
    static let drawnLimit = 16

    private let principal: Principal
    private let senses: Senses
    private var known: NearDuplicates
    /// Names that were spelt as such, so that they are known in lower case, too: speech has no capitals.
    private(set) var names: Set<String>

    /// - Parameter fragments: what this person has in memory already.
    init(for principal: Principal, senses: Senses, remembered fragments: some Sequence<Fragment> = [], timeZone: TimeZone = .gmt) {
        self.principal = principal
        self.senses = senses
        known = NearDuplicates()
        names = []
        for fragment in fragments { take(.add(fragment), timeZone: timeZone) }
    }

    /// Keeps up with what others changed: what is gone is no longer counted.
    mutating func take(_ change: MemoryChange, timeZone: TimeZone) {
        switch change {
        case .add(let fragment) where fragment.kind == .episode:
            learn(fragment)
            known.insert(sketch(FoldedWords(fragment.text), of: fragment, timeZone), as: fragment.id)
        case .erase(let id): known.remove(id)
        default: break
        }
    }

    mutating func encode(_ turn: HeardTurn) -> Encoded {
        var encoded = Encoded()
        guard turn.isRemembered, principal.mayBeRemembered else { return encoded }
        var asked: FoldedWords?, weight = Gate.Weight.noise
        for message in turn.messages {
            guard message.text.contains(where: { !$0.isWhitespace }) else { continue }
            let text = Self.shortened(message.text)
            let words = FoldedWords(text)
            switch message.speaker {
            case .user:
                weight = hear(message, text, words, turn, &encoded)
                asked = words
            case .assistant:
                let weight = Gate.assistant(words, asked: asked, user: weight, path: turn.path)
                guard weight > .nothing else { continue }
                let (affect, score) = senses.score(text, turn.language)
                var fragment = episode(message, text, turn, affect, Gate.importance(score, weight))
                fragment.speaker = Self.assistant
                keep(fragment, words, turn.timeZone, &encoded)
            }
        }
        return encoded
    }

    private mutating func hear(_ message: Message, _ text: String, _ words: FoldedWords, _ turn: HeardTurn, _ encoded: inout Encoded) -> Gate.Weight {
        let found = names(in: words)
        let isQuestion = text.reversed().first { !$0.isWhitespace && !$0.isPunctuation || $0 == "?" } == "?"
        let isTakeover = Gate.isTakeover(words)
        var weight = Gate.user(words, path: turn.path, isQuestion: isQuestion, namesSomebody: found.contains(where: names.contains))
        // Kept, so that it can be seen and forgotten, but it weighs nothing.
        if isTakeover { weight = min(weight, .errand) }
        let (affect, score) = weight > .noise ? senses.score(text, turn.language) : (.neutral, 0)
        var fragment = episode(message, text, turn, affect, Gate.importance(score, weight))
        fragment.entities = found
        guard weight >= .light || weight == .errand && !isTakeover else {
            keep(fragment, words, turn.timeZone, &encoded)
            return weight
        }
        let statements = isQuestion ? [] : senses.statements(text, turn.language, message.at, turn.timeZone).prefix(Self.drawnLimit)
        let commitments = isQuestion ? [] : senses.commitments(text, turn.language, message.at, turn.timeZone).prefix(Self.drawnLimit)
        if weight == .full, statements.isEmpty, commitments.isEmpty, Gate.isSmall(words, score: score, namesNobody: found.isEmpty) {
            weight = .errand
            fragment.importance = Gate.importance(score, weight)
        }
        for key in statements.map(\.subject.key) where !key.isEmpty && !key.hasPrefix("@") && !fragment.entities.contains(key) {
            fragment.entities.append(key)
        }
        // What facts and promises are drawn from is an origin of its own, also when the same was said before: since then it may have ceased to be so.
        // The next night puts them together.
        keep(fragment, words, turn.timeZone, merges: statements.isEmpty && commitments.isEmpty, &encoded)
        encoded.drawn += statements.map { Drawn(statement: $0, origin: fragment, source: .rule) }
        for (index, commitment) in commitments.enumerated() {
            let promise = Promises.fragment(commitment, as: fragment.id.derived("promise", index), origin: fragment, timeZone: turn.timeZone)
            encoded.changes.append(.add(promise))
        }
        return weight
    }

    private func episode(_ message: Message, _ text: String, _ turn: HeardTurn, _ affect: Affect, _ importance: Double) -> Fragment {
        Fragment(
            id: Fragment.ID(of: message.id), kind: .episode, text: text, language: turn.language, occurredAt: message.at, learnedAt: message.at, source: .said,
            conversation: message.conversation, area: turn.area, affect: affect, importance: importance)
    }

    /// Adds it, or counts the one that says the same.
    private mutating func keep(
        _ fragment: Fragment, _ words: FoldedWords, _ timeZone: TimeZone, merges: Bool = true, _ encoded: inout Encoded
    ) {
        learn(fragment)
        let sketch = sketch(words, of: fragment, timeZone)
        if merges, let same = known.find(sketch), same != fragment.id {
            encoded.changes.append(.again(same, at: fragment.occurredAt))
        } else {
            known.insert(sketch, as: fragment.id)
            encoded.changes.append(.add(fragment))
        }
    }

    /// Names come from what is told: those in questions are the world's.
    private mutating func learn(_ fragment: Fragment) {
        if fragment.importance >= Gate.told { names.formUnion(fragment.entities) }
    }

    private func sketch(_ words: FoldedWords, of fragment: Fragment, _ timeZone: TimeZone) -> NearDuplicates.Sketch {
        let day = fragment.importance < Forgetting.trivial ? nil : CivilDay(fragment.learnedAt, in: timeZone)
        return NearDuplicates.sketch(words, speaker: fragment.speaker, day: day)
    }

    /// Names as they are spelt, and names that are known: folded, each once.
    private func names(in text: FoldedWords) -> [String] {
        var found: [String] = []
        for (index, word) in text.words.enumerated() {
            guard word.text.count > 1, !word.hasDigit, !found.contains(word.text), !CommonWords.little.contains(word.text) else { continue }
            let isSpelt = word.isCapitalised && (!word.startsSentence || isSubject(at: index, text))
            if isSpelt && !isCommon(word.text) || names.contains(word.text) { found.append(word.text) }
        }
        return found
    }

    private func isCommon(_ word: String) -> Bool {
        CommonWords.months.contains(word) || CommonWords.deictic.contains(word) || CommonWords.phatic.contains(word) || CommonWords.fillers.contains(word)
    }

    /// "Léa habite…": the word that begins a sentence is a name when a verb or another name follows.
    private func isSubject(at index: Int, _ text: FoldedWords) -> Bool {
        guard index + 1 < text.words.count, !text.words[index].endsClause else { return false }
        let next = text.words[index + 1]
        return next.isCapitalised || Self.verbs.contains(next.text)
    }

    private static let verbs: Set<String> = [
        "est", "a", "habite", "vit", "aime", "adore", "deteste", "travaille", "va", "vient", "veut", "doit", "fait", "dit", "part", "rentre", "arrive", "joue",
        "bosse", "prefere", "prend", "n", "ne", "s", "m", "et", "is", "has", "lives", "likes", "loves", "hates", "works", "wants", "goes", "comes", "said",
        "plays", "and", "doesn", "isn", "was",
    ]

    static func shortened(_ text: String) -> String {
        guard text.utf8.count > textLimit, let end = text.index(text.startIndex, offsetBy: textLimit, limitedBy: text.endIndex), end < text.endIndex else {
            return text
        }
        return text[..<end] + cut
    }
}
