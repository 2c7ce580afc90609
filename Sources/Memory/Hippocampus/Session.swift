import Base
import Domain
import Foundation

/// Episodes of one conversation with no long silence between them.
struct Session: Sendable, Hashable {
    /// A longer silence begins another session.
    static let gap: TimeInterval = 3 * 3600

    /// In the order they were said.
    var episodes: [Fragment]

    var start: Date { episodes.first.map(Self.moment) ?? .distantPast }
    var end: Date { episodes.last.map(Self.moment) ?? .distantPast }
    /// What people said, without Jarvis's side.
    var said: [Fragment] { episodes.filter { $0.speaker != TurnEncoder.assistant } }
    /// Of most of what was said.
    var language: Language {
        let english = said.count { $0.language == .english }
        return english * 2 > said.count ? .english : .french
    }

    /// When it was first said: a near-duplicate moves `occurredAt`, and an import is learned later.
    static func moment(_ fragment: Fragment) -> Date { min(fragment.occurredAt, fragment.learnedAt) }

    /// The sessions among these episodes, in the order of their first one's id; noise belongs to none.
    static func sessions(of fragments: some Sequence<Fragment>) -> [Session] {
        var conversations: [Conversation.ID: [Fragment]] = [:]
        for fragment in fragments where fragment.kind == .episode && fragment.importance >= Forgetting.trivial {
            if let conversation = fragment.conversation { conversations[conversation, default: []].append(fragment) }
        }
        var sessions: [Session] = []
        for episodes in conversations.values {
            var current: [Fragment] = []
            for episode in episodes.sorted(by: { (moment($0), $0.id) < (moment($1), $1.id) }) {
                if let last = current.last, moment(episode).timeIntervalSince(moment(last)) > gap {
                    sessions.append(Session(episodes: current))
                    current = []
                }
                current.append(episode)
            }
            if !current.isEmpty { sessions.append(Session(episodes: current)) }
        }
        return sessions.sorted { ($0.episodes.first?.id ?? .init(high: 0, low: 0)) < ($1.episodes.first?.id ?? .init(high: 0, low: 0)) }
    }
}

/// What a session was about, in its own words: the things it named that are named seldom elsewhere.
struct SessionSummary {
    /// Fewer things said by people want no summary: they are one themselves.
    static let leastSaid = 3
    private static let topics = 4

    /// How many episodes each word is in.
    private var frequency: [String: Int] = [:]
    private var total = 0

    init(of fragments: some Sequence<Fragment>) {
        for fragment in fragments where fragment.kind == .episode && fragment.importance >= Forgetting.trivial {
            total += 1
            for word in Set(FoldedWords(fragment.text).texts) { frequency[word, default: 0] += 1 }
        }
    }

    /// `nil` for a session of too few words. Its id is always the same for the same session.
    func summary(of session: Session, owner: String?, now: Date, timeZone: TimeZone) -> Fragment? {
        let said = session.said
        guard said.count >= Self.leastSaid, let first = session.episodes.first else { return nil }
        let language = session.language
        let topics = topics(of: said, language)
        guard !topics.isEmpty else { return nil }
        var speakers: [String] = []
        for speaker in said.compactMap(\.speaker) where speaker != owner && !speakers.contains(speaker) { speakers.append(speaker) }
        let day = Self.spoken(CivilDay(session.start, in: timeZone), language)
        let with = speakers.isEmpty ? "" : language(fr: ", avec ", en: ", with ") + Self.joined(speakers.prefix(4), language)
        let text = day + with + language(fr: " : ", en: ": ") + topics.joined(separator: ", ")
        var entities: [String] = []
        for entity in said.flatMap(\.entities) where !entities.contains(entity) && entities.count < 16 { entities.append(entity) }
        let strongest = session.episodes.max { $0.affect.arousal < $1.affect.arousal }
        return Fragment(
            id: first.id.derived("summary"), kind: .summary, text: text, language: language, occurredAt: session.start, learnedAt: now, source: .rule,
            conversation: first.conversation, area: first.area, origins: session.episodes.map(\.id), affect: strongest?.affect ?? .neutral,
            importance: said.map(\.importance).max() ?? 0.3, entities: entities)
    }

    /// Phrases around a noun, the most telling first; each noun once.
    private func topics(of said: [Fragment], _ language: Language) -> [String] {
        var scores: [String: (score: Double, phrase: String, order: Int)] = [:]
        for episode in said {
            for (head, phrase) in Self.phrases(of: episode.text, language) {
                let rarity = log(1 + Double(total + 1) / Double((frequency[head] ?? 0) + 1))
                let weight = rarity * (0.5 + episode.importance)
                let known = scores[head]
                // The longer of two phrases says more.
                let longer = known.map { $0.phrase.count >= phrase.count ? $0.phrase : phrase } ?? phrase
                scores[head] = ((known?.score ?? 0) + weight, longer, known?.order ?? scores.count)
            }
        }
        var chosen: [String] = [], words: Set<String> = []
        for (head, entry) in scores.sorted(by: { ($1.value.score, $0.value.order) < ($0.value.score, $1.value.order) }) where !words.contains(head) {
            chosen.append(entry.phrase)
            words.formUnion(FoldedWords(entry.phrase).texts)
            if chosen.count == Self.topics { break }
        }
        return chosen
    }

    /// "travaux de la cuisine", "vacances en août", "kitchen works": the noun after an article or possessive, with what hangs on it by "de" or "en".
    static func phrases(of text: String, _ language: Language) -> [(head: String, phrase: String)] {
        let words = FoldedWords(text).words
        let openers = language(fr: frenchOpeners, en: englishOpeners)
        var found: [(head: String, phrase: String)] = []
        var index = 0
        while index + 1 < words.count {
            guard openers.contains(words[index].text), !words[index].endsClause, let noun = noun(in: words, at: index + 1) else {
                index += 1
                continue
            }
            var end = noun
            if language == .english {
                if !words[end].endsClause, end + 1 < words.count, isNoun(words[end + 1]),
                    words[end + 1].endsClause || end + 2 == words.count || !isNoun(words[end + 2])
                {
                    end += 1
                }
            } else if !words[end].endsClause, end + 2 < words.count, frenchLinks.contains(words[end + 1].text) {
                var next = end + 2
                if next + 1 < words.count, ["la", "l", "le", "les", "ma", "mon", "mes"].contains(words[next].text) { next += 1 }
                if let hanging = self.noun(in: words, at: next) { end = hanging }
            }
            let head = language == .english ? words[end].text : words[index + 1].text
            found.append((head, String(text[words[index + 1].range.lowerBound..<words[end].range.upperBound])))
            index = end + 1
        }
        // Names, which have no article.
        for word in words
        where word.isCapitalised && !word.startsSentence && isNoun(word) && !found.contains(where: { FoldedWords($0.phrase).texts.contains(word.text) }) {
            found.append((word.text, String(text[word.range])))
        }
        return found
    }

    /// The last word of the noun that begins here ("rendez-vous" is one), if one does.
    private static func noun(in words: [FoldedWords.Word], at index: Int) -> Int? {
        guard index < words.count, isNoun(words[index]) else { return nil }
        var end = index
        while words[end].joinsNext, end + 1 < words.count { end += 1 }
        return end
    }

    private static func isNoun(_ word: FoldedWords.Word) -> Bool {
        word.text.count > 2 && !word.hasDigit && !CommonWords.little.contains(word.text) && !CommonWords.phatic.contains(word.text)
            && !CommonWords.deictic.contains(word.text) && !CommonWords.numbers.contains(word.text)
    }

    private static let frenchOpeners: Set<String> = [
        "le", "la", "les", "l", "un", "une", "des", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "son", "sa", "ses", "leur", "leurs", "ce", "cet",
        "cette",
        "ces", "du", "au", "aux", "ton", "ta", "tes",
    ]
    private static let frenchLinks: Set<String> = ["de", "du", "des", "d", "en"]
    private static let englishOpeners: Set<String> = [
        "the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "that", "these", "those", "some",
    ]

    private static func spoken(_ day: CivilDay, _ language: Language) -> String {
        switch language {
        case .french: "Le \(day.day == 1 ? "1er" : String(day.day)) \(frenchMonths[day.month - 1])"
        case .english: "On \(day.day) \(englishMonths[day.month - 1])"
        }
    }

    private static func joined(_ names: some Collection<String>, _ language: Language) -> String {
        guard names.count > 1, let last = Array(names).last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + language(fr: " et ", en: " and ") + last
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
