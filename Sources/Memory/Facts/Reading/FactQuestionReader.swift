import Base
import Domain
import Foundation
import Understanding

/// Reads questions that facts can answer; `nil` for all others, and for whatever Jarvis could not have been told.
enum FactQuestionReader {
    static func question(in utterance: String, language: Language, now: Date, timeZone: TimeZone) -> FactQuestion? {
        let said = Saying(utterance, language: language, isAsking: true)
        guard said.count > 1, said.count <= 40, !Instructions.addresses(said) else { return nil }
        let asking = Asking(said: said, today: CivilDay(now, in: timeZone), timeZone: timeZone)
        return asking.question()
    }

    /// Whom a few words name: "Léa", "ma voiture", "moi".
    static func subject(_ words: String, _ language: Language) -> Statement.Subject {
        let said = Saying(words, language: language), day = CivilDay(.distantPast, in: .gmt)
        let named = Asking(said: said, today: day, timeZone: .gmt).subject(0..<said.count, Telling(said, today: day, timeZone: .gmt))
        return named ?? Statement.Subject(key: FoldedText.key(words), name: words)
    }
}

/// What is asked for, before it is known of whom.
enum Hole: Sendable, Hashable {
    case place, thing, person, time, name, count, amount, since, until, whether
    /// "quel sport": the noun that it is about.
    case which
}

/// A question while it is read.
struct Asking {
    let said: Saying
    let today: CivilDay
    let timeZone: TimeZone

    func question() -> FactQuestion? {
        let telling = Telling(said, today: today, timeZone: timeZone)
        var start = 0
        // What is asked comes first, or after a word of introduction.
        while let next = said.text.readsAny(Self.introductions(said.language), at: start, before: said.count), next < said.count { start = next }
        while let (opener, next) = said.opener(at: start, before: said.count), next < said.count, opener == .filler, !Self.asks(said.text[start]) {
            start = next
        }
        while let next = said.text.readsAny(Self.introductions(said.language), at: start, before: said.count), next < said.count { start = next }
        if let found = aboutKnowing(from: start, telling) { return found }
        return said.language == .french ? french(from: start, telling) : english(from: start, telling)
    }

    private static func asks(_ word: String) -> Bool { ["qui", "que", "quoi", "who", "what", "since", "depuis", "until"].contains(word) }

    private static func introductions(_ language: Language) -> [[String]] { language == .french ? frenchIntroductions : englishIntroductions }

    private static let frenchIntroductions = sequences(
        """
        (dis|rappelle|redis|dites) moi
        (est ce que|) tu (te souviens|sais|peux me dire|te rappelles|pourrais me dire|peux me rappeler) (encore|)
        (sais|te souviens|te rappelles) tu
        peux tu me (dire|rappeler|donner|redonner|redire)
        tu (peux|pourrais) me (dire|rappeler|donner|redonner|redire)
        je (sais|me souviens|me rappelle) plus
        je ne (sais|me souviens|me rappelle) plus
        (au fait|dis|hey jarvis|jarvis|dis jarvis|euh|alors|et|mais|bon)
        """)
    private static let englishIntroductions = sequences(
        """
        (please|) (tell|remind) me
        do you (know|remember)
        (can|could) you (tell|remind) me
        i (forgot|can t remember|don t remember)
        (hey|jarvis|so|and|but|well)
        """)

    static func sequences(_ table: String) -> [[String]] {
        table.split(separator: "\n").flatMap { Frames.expanded($0.split(separator: " ").joined(separator: " ")) }.filter { !$0.isEmpty }.sorted {
            $0.count > $1.count
        }
    }

    // MARK: what Jarvis knows, and from whom

    private static let learned = sequences(
        """
        depuis quand (le sais tu|tu le sais|tu sais ca|sais tu ca|tu sais cela|sais tu cela|est ce que tu le sais|est ce que tu sais ca)
        depuis combien de temps (le sais tu|tu le sais|tu sais ca|sais tu ca)
        tu (le sais|sais ca) depuis (quand|combien de temps)
        quand (est ce que je te l ai dit|te l ai je dit|je te l ai dit|est ce que tu l as appris|l as tu appris|tu l as appris|est ce qu on te l a dit)
        since when (do|did|have) you (know|known) (that|this|it|)
        how long have you known (that|this|it|)
        when did (i tell you|you learn|you hear) (that|this|it|)
        """)
    private static let source = sequences(
        """
        qui (te l a dit|t a dit ca|t a dit cela|te l a appris|t a raconte ca)
        pourquoi (sais tu|tu sais|est ce que tu sais) (ca|cela)
        pourquoi (le sais tu|tu le sais)
        comment (sais tu|tu sais|est ce que tu sais) (ca|cela)
        comment (le sais tu|tu le sais|est ce que tu le sais)
        d ou (sais tu|tu sais|tiens tu|tu tiens|est ce que tu sais|tu sors) (ca|cela)
        d ou (le sais tu|tu le sais)
        (who|when) told you (that|this|it|)
        how do you know (that|this|it|)
        why do you know (that|this|it|)
        where did you (get|hear) (that|this|it) (from|)
        """)
    private static let everything = sequences(
        """
        (qu est ce que|que) (tu sais|sais tu|tu connais|connais tu|tu as retenu|as tu retenu|tu retiens) (sur|de|d|a propos de|a propos d|au sujet de|concernant)
        (dis moi|) (tout|) ce que tu sais (sur|de|d|a propos de|au sujet de)
        tu (sais|connais) quoi (sur|de|d|a propos de)
        parle moi (un peu|) (de|d)
        raconte moi ce que tu sais (sur|de)
        what (do you|else do you) (know|remember) about
        tell me (everything|what you know|all|) (you know|) about
        """)

    private func aboutKnowing(from start: Int, _ telling: Telling) -> FactQuestion? {
        let end = said.count
        func whole(_ list: [[String]], _ start: Int) -> Bool {
            said.text.readsAny(list, at: start, before: end).map { $0 >= end || ["alors", "toi", "au", "en"].contains(said.text[$0]) } ?? false
        }
        for start in Set([start, 0]) {
            if whole(Self.learned, start) { return FactQuestion(subject: nil, relation: nil, wanted: .learned) }
            if whole(Self.source, start) { return FactQuestion(subject: nil, relation: nil, wanted: .source) }
            if let next = said.text.readsAny(Self.everything, at: start, before: end), next < end, let subject = subject(next..<end, telling) {
                return FactQuestion(subject: subject, relation: nil, wanted: .everything)
            }
        }
        return nil
    }

    /// Whom a question is about, in the object's place: "moi", "ma sœur", "Léa".
    func subject(_ range: Range<Int>, _ telling: Telling) -> Statement.Subject? {
        guard let first = range.first else { return nil }
        if range.count == 1 {
            switch said.text[first] {
            case "moi", "me", "myself": return telling.me
            case "nous", "us": return telling.us
            case "lui", "elle", "him", "her", "il", "he", "she": return .init(key: Statement.Subject.last, name: said.original(range))
            case "toi", "you", "ca", "that", "it", "jarvis": return nil
            default: break
            }
        }
        guard let phrase = telling.nouns.read(range) else { return nil }
        return telling.named(phrase)?.subject
    }

    // MARK: answers to all of it

    /// The attribute that a noun phrase asks for: "le code du portail", "ma sœur".
    func attribute(_ range: Range<Int>, _ telling: Telling, wanted: FactQuestion.Wanted = .value, history: Bool = false) -> FactQuestion? {
        guard let phrase = telling.nouns.read(range), phrase.determiner != .yours, phrase.determiner != .indefinite,
            !phrase.whose.contains(where: { $0.determiner == .yours })
        else { return nil }
        guard let (owners, relation) = telling.attribute(of: phrase, value: nil), let owner = owners.first,
            Self.secrets.contains(relation.name) || !isDevice(phrase, telling)
        else { return nil }
        return FactQuestion(subject: owner, relation: relation, wanted: wanted, wantsHistory: history || phrase.isFormer)
    }

    /// What the house does not know of its devices.
    private static let secrets: Set<String> = ["code", "password", "phone", "name", "birthday", "blood_type", "address"]

    /// "la température du salon", "l'état du volet": the house knows, memory does not.
    private func isDevice(_ phrase: NounPhrase, _ telling: Telling) -> Bool {
        let asked: Set<String> = [
            "temperature", "temps", "heure", "date", "jour", "meteo", "etat", "humidite", "luminosite", "volume", "consommation", "time", "weather", "humidity",
            "state", "day", "racine", "square",
            "capitale", "capital", "definition", "sens", "sense", "meaning", "news", "actualite", "traduction", "difference", "point",
        ]
        if asked.contains(said.text[phrase.head.lowerBound]) || phrase.head.last.map({ asked.contains(said.text[$0]) }) == true { return true }
        return phrase.whose.contains {
            telling.isDeviceNoun(said.text[$0.head.lowerBound])
                || Telling.rooms.contains(said.text[$0.head.lowerBound]) && $0.head.lowerBound < phrase.head.lowerBound
        }
    }

    /// The same question with words taken out of it: what asks, and what French adds to ask.
    func without(_ removed: Set<Int>, from start: Int) -> Saying { said.without { $0 < start || removed.contains($0) } }

    /// What the words would state, with somebody in the place of whom is asked for.
    func stated(
        _ telling: inout Telling, _ said: Saying, _ verb: VerbGroup, subjects: [Statement.Subject], phrase: NounPhrase?, isPerson: Bool, complement: Range<Int>
    ) -> (Statement?, ClauseTime) {
        let clause = Clause(range: 0..<said.count, body: 0..<said.count, openers: [], head: nil, isQuestion: true, isFirst: true)
        return telling.asked(clause, verb, subjects: subjects, phrase: phrase, isPerson: isPerson, complement: complement)
    }

    /// The frame that the hole leaves open: "où habite" is `lives_in`.
    func relation(of verb: VerbGroup, _ hole: Hole, rest: [Int], in telling: Telling) -> Relation? {
        let frames = Frames.of(said.language)[verb.lemma]
        switch hole {
        case .place:
            if frames.contains(where: { $0.value == .placing }) { return Catalogue.relation("located_at") }
            let places: Set<String> = ["lives_in", "works_at", "located_at", "born_in", "studies_at"]
            if verb.lemma == "etudier" || verb.lemma == "study" { return Catalogue.relation("studies_at") }
            return frames.first { places.contains($0.relation.name) }?.relation
        case .person:
            return frames.first { ["lives_with", "works_at", "spouse"].contains($0.relation.name) }?.relation
        case .amount:
            return frames.first { $0.value == .amount && $0.relation.name != "size" }?.relation
        case .thing, .which:
            let open = frames.filter {
                [.list, .pastime, .diet, .medicine, .languages, .job, .rest].contains($0.value) && $0.change == nil
                    && !["lives_in", "name", "nickname"].contains($0.relation.name)
            }
            if let marked = open.first(where: {
                !$0.marker.isEmpty && rest.count >= $0.marker.count && zip(rest, $0.marker).allSatisfy { telling.said.text[$0] == $1 }
            }) {
                return marked.relation
            }
            return open.first { $0.marker.isEmpty }?.relation ?? (["plays", "does"].contains(open.first?.relation.name) ? open.first?.relation : nil)
        case .time, .name, .count, .since, .until, .whether: return nil
        }
    }
}

extension Saying {
    /// The same without these words.
    func without(_ isDropped: (Int) -> Bool) -> Saying {
        let kept = text.tokens.indices.filter { !isDropped($0) }
        return Saying(text: FoldedText(text, without: isDropped), language: language, gaps: kept.enumerated().map { $0.offset == 0 ? .stop : gaps[$0.element] })
    }
}

extension Telling {
    /// What a clause would state if it were no question.
    mutating func asked(
        _ clause: Clause, _ verb: VerbGroup, subjects: [Statement.Subject], phrase: NounPhrase?, isPerson: Bool, complement: Range<Int>
    ) -> (Statement?, ClauseTime) {
        var time = ClauseTime()
        let lean: PeriodReader.Lean = verb.isFinished || verb.tense == .imperfect || verb.tense == .past ? .past : .future
        times.read(complement, leaning: lean, into: &time)
        if let first = complement.first, first > 0, verb.range.lowerBound > 0 { times.read(0..<min(verb.range.lowerBound, first), leaning: lean, into: &time) }
        let hidden = Set((time.spans + time.points + time.recurrences).flatMap { $0 }), shown = Set(time.spans.flatMap { $0 })
        let told = Told(
            clause: clause, verb: verb, subjects: subjects, phrase: phrase, isPerson: isPerson, rest: complement.filter { !hidden.contains($0) },
            restWithDays: complement.filter { !shown.contains($0) }, time: time, certainty: 1, isCorrection: false, text: "")
        found = []
        tell(told)
        return (found.last, time)
    }

    /// The subject of a head, as it is asked about.
    mutating func askedSubject(_ range: Range<Int>, pronoun: ClauseWords.Pronoun?) -> (subject: Statement.Subject, phrase: NounPhrase?, isPerson: Bool)? {
        if range.isEmpty || range.count == 1 && ["moi", "me", "i", "je", "j"].contains(said.text[range.lowerBound]) {
            switch pronoun {
            case .me: return (me, nil, true)
            case .us: return (us, nil, true)
            case .she, .he, .they, .it: return (.init(key: Statement.Subject.last, name: ""), nil, pronoun != .it)
            case .you: return nil
            case nil: return range.isEmpty ? nil : (me, nil, true)
            }
        }
        guard let named = named(range) else { return nil }
        return (named.subject, named.phrase, named.isPerson)
    }
}
