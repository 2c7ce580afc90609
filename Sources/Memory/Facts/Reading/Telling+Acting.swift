import Base
import Domain
import Understanding

/// Clauses whose verb has frames.
extension Telling {
    /// The frame that what follows the verb fits, and what is left for the value.
    func frame(_ told: Told) -> (frame: Frame, rest: [Int])? { frames(told).first }

    func frames(_ told: Told) -> [(frame: Frame, rest: [Int])] {
        Frames.of(said.language)[told.verb.lemma].compactMap { frame in
            rest(after: frame.marker, in: told.rest).map { (frame, $0) }
        }
    }

    /// What follows these words, if they open it.
    func rest(after marker: [String], in rest: [Int]) -> [Int]? {
        guard rest.count >= marker.count else { return nil }
        for (offset, word) in marker.enumerated() where said.text[rest[offset]] != word { return nil }
        return Array(rest[marker.count...])
    }

    mutating func acting(_ told: Told) {
        if takesTopic(told) { return }
        if upkeepPassive(told) { return }
        for (frame, rest) in frames(told) where tell(told, frame, rest) { return }
        if told.verb.lemma == "appeler", told.verb.isToMe, let name = told.rest.first, nouns.isName(name..<name + 1) {
            return add(told, Catalogue.relation("nickname"), value(told.rest), change: nil, subjects: [me])
        }
        if told.verb.lemma == "call", said.text[told.verb.end] == "me" { return }
        happening(told)
    }

    /// "Julie a changé de numéro": what comes next is the new one.
    mutating func takesTopic(_ told: Told) -> Bool {
        guard told.verb.lemma == "changer", told.verb.isFinished, let first = told.rest.first, ["de", "d"].contains(said.text[first]), told.rest.count > 1
        else { return false }
        let noun = told.rest[1], end = (told.rest.last ?? noun) + 1
        if let (kin, kinEnd) = nouns.kin(at: noun, before: end), kinEnd == end {
            topic = (told.subjects, Catalogue.relation(kin.relation))
        } else if let (relation, attributeEnd) = nouns.attribute(at: noun, before: end), attributeEnd == end, relation != "works_as" {
            topic = (told.subjects, Catalogue.relation(relation))
        }
        return topic != nil
    }

    /// Whether the frame made something of it.
    mutating func tell(_ told: Told, _ frame: Frame, _ rest: [Int]) -> Bool {
        let isOver = told.verb.isFinished && told.verb.phase == .none && frame.change == nil
        switch frame.value {
        case .none where frame.relation.name == "born_in":
            return birth(told, [])
        case .none:
            add(told, frame.relation, "", change: .ends)
            return true
        case .phrase:
            add(told, frame.relation, deed(told, keeping: []), change: frame.change)
            return true
        case .rest, .whole, .tail:
            let words = frame.value == .whole ? told.rest : frame.value == .tail ? bare(Array(told.rest.dropFirst())) : rest
            if frame.relation.name == "born_in" { return birth(told, words) }
            if frame.relation.name == "name" { return name(told, words) }
            if frame.relation.name == "opinion" { return opinion(told, words) }
            if frame.relation.name == "located_at" { return place(told, words) }
            if ["se separer", "divorcer", "rompre", "separate", "split", "divorce"].contains(told.verb.lemma), told.subjects.count == 2 {
                for (one, other) in [(0, 1), (1, 0)] {
                    for tie in ["partner", "spouse"] {
                        add(told, Catalogue.relation(tie), told.subjects[other].name, change: .ends, subjects: [told.subjects[one]])
                    }
                }
            }
            if words.isEmpty {
                // "il ne travaille plus"
                guard told.verb.polarity == .noMore || frame.value == .whole,
                    frame.value == .rest
                        || ["mourir", "deceder", "die", "divorcer", "se separer", "divorce", "separate", "split", "se marier", "rompre"].contains(
                            told.verb.lemma)
                else { return false }
                add(
                    told, frame.relation, frame.value == .whole ? said.original(told.verb.core..<told.verb.core + 1) : "",
                    change: frame.value == .whole ? .begins : .ends)
                return true
            }
            if ["relationship", "status"].contains(frame.relation.name), frame.marker.isEmpty {
                add(told, frame.relation, said.original(told.verb.core..<told.verb.core + 1), change: told.verb.isFinished ? .begins : nil)
                return true
            }
            guard isValue(words) else { return false }
            // "à Grenoble avec ses deux chiens": the company is no part of the place.
            let alone = frame.relation.name == "lives_in" ? Array(words.prefix { $0 == words.first || !["avec", "with"].contains(said.text[$0]) }) : words
            add(told, frame.relation, value(ungapped(alone)), change: frame.change, isState: true)
            return true
        case .list:
            if frame.relation.name == "lent" { return lent(told, rest) }
            if frame.relation.name == "has", frame.change == .begins, !told.verb.isFinished { return false }
            if ["plays", "drives"].contains(frame.relation.name), isOver, told.time.spans.isEmpty { return false }
            return list(told, frame, rest, isState: !["likes", "dislikes", "has", "lent"].contains(frame.relation.name))
        case .job:
            return job(told, frame, rest)
        case .languages:
            let known = items(rest).filter { $0.contains { ReadingWords.languages.contains(said.text[$0]) } }
            for item in known { add(told, frame.relation, value(item.filter { ReadingWords.languages.contains(said.text[$0]) }), change: nil) }
            return !known.isEmpty
        case .medicine:
            let known = items(rest).filter { $0.contains { ReadingWords.medicines.contains(said.text[$0]) } }
            guard !isOver else { return false }
            for item in known { add(told, frame.relation, value(item), change: nil) }
            return !known.isEmpty
        case .pastime:
            return pastime(told, frame, rest, isOver: isOver)
        case .diet:
            return diet(told, frame, rest, isOver: isOver)
        case .placing:
            return placing(told, rest)
        case .upkeep:
            return upkeep(told, rest)
        case .amount:
            return amount(told, frame, rest)
        case .deed:
            guard !isOver || told.verb.tense != .past else { return false }
            guard told.verb.lemma != "fumer" || rest.isEmpty || said.text[rest[0]] != "une" else { return false }
            let word = said.language == .french ? told.verb.lemma : "smoking"
            add(told, frame.relation, word, change: frame.change, isState: false)
            return true
        }
    }

    /// Up to where a second thing begins: "derrière la télé et les piles dans …".
    func uncoupled(_ words: [Int]) -> [Int] {
        Array(words.prefix { $0 == words.first || !["et", "and"].contains(said.text[$0]) && said.gaps[$0] != .comma })
    }

    /// Up to where somebody else begins: "à Lyon, Léa à Paris".
    func ungapped(_ words: [Int]) -> [Int] {
        Array(
            words.prefix { index in
                index == words.first
                    || !["avec", "with"].contains(said.text[index])
                        && (said.gaps[index] != .comma || !["a", "en", "chez", "au", "in", "at"].contains(said.text[index + 1]))
            })
    }

    /// Whether these words may be a value at all: short, and no clause of their own.
    func isValue(_ words: [Int]) -> Bool {
        guard let first = words.first, words.count <= 14 else { return false }
        if ["que", "qu", "si", "that", "if", "quoi", "what", "rien", "nothing"].contains(said.text[first]) { return false }
        return true
    }

    mutating func list(_ told: Told, _ frame: Frame, _ rest: [Int], isState: Bool) -> Bool {
        guard isValue(rest), !told.verb.hasObject || !rest.isEmpty else { return false }
        let items = items(rest).filter { !["ca", "it", "that", "toi", "you", "him", "her", "them", "lui"].contains(said.text[$0[0]]) || $0.count > 1 }
        guard !items.isEmpty else { return false }
        let subjects: [Statement.Subject]?
        // "le thé me plaît"
        if told.verb.lemma == "plaire" {
            return false
        } else {
            subjects = nil
        }
        for item in items { add(told, frame.relation, value(item), change: frame.change, isState: isState, subjects: subjects) }
        return true
    }

    /// "j'ai prêté la perceuse à Karim": there it is, then.
    mutating func lent(_ told: Told, _ rest: [Int]) -> Bool {
        guard told.verb.polarity == .affirmed, isValue(rest), let first = rest.first,
            let split = rest.firstIndex(where: { ["a", "au", "aux", "to"].contains(said.text[$0]) }), split > 0, split + 1 < rest.count
        else { return false }
        add(told, Catalogue.relation("lent"), value(bare(rest)), change: .holds)
        guard let thing = named(first..<rest[split]), !thing.isPerson else { return true }
        note(thing)
        add(
            told, Catalogue.relation("located_at"),
            said.language(fr: "chez " + (["au": "le ", "aux": "les "][said.text[rest[split]]] ?? ""), en: "at ") + value(Array(rest[(split + 1)...])),
            change: .holds, subjects: [thing.subject])
        return true
    }

    mutating func job(_ told: Told, _ frame: Frame, _ rest: [Int]) -> Bool {
        let places: Set<String> = ["chez", "a", "au", "aux", "dans", "pour", "en", "at", "for", "in", "with", "depuis", "since"]
        let cut = rest.firstIndex { places.contains(said.text[$0]) } ?? rest.count
        let title = bare(Array(rest[..<cut]))
        guard !title.isEmpty, told.verb.lemma != "devenir" && told.verb.lemma != "become" || isTrade(title[0]) else { return false }
        add(told, frame.relation, value(title), change: frame.change, isState: true)
        if cut + 1 < rest.count, ["chez", "pour", "at", "for"].contains(said.text[rest[cut]]) {
            add(told, Catalogue.relation("works_at"), value(Array(rest[(cut + 1)...])), change: frame.change, isState: true)
        }
        return true
    }

    /// Whether a noun is a trade: a known one, or by its ending.
    func isTrade(_ index: Int) -> Bool {
        let word = said.text[index]
        if ReadingWords.trades.contains(word) { return true }
        guard said.language == .french, word.count > 5, !ReadingWords.momentary.contains(word), !Self.noTrades.contains(word) else { return false }
        return ["logue", "teur", "trice", "iste", "ologue"].contains { word.hasSuffix($0) }
    }

    static let noTrades: Set<String> = [
        "triste", "optimiste", "pessimiste", "egoiste", "realiste", "auteur", "menteur", "menteuse", "perfectionniste", "moteur", "ordinateur", "radiateur",
        "routeur",
    ]

    mutating func pastime(_ told: Told, _ frame: Frame, _ rest: [Int], isOver: Bool) -> Bool {
        let items = items(rest)
        guard let first = items.first?.first else { return false }
        let isKnown = items.allSatisfy { $0.contains { ReadingWords.pastimes.contains(said.text[$0]) } }
        guard isKnown || told.verb.phase != .none && !frame.marker.isEmpty && said.language == .french else { return false }
        guard !isOver || !told.time.spans.isEmpty else { return false }
        // "je fais la cuisine" is tonight, "je fais de la cuisine" is a pastime.
        if ["cuisine", "cooking", "peinture", "courses", "vaisselle"].contains(said.text[first]), !told.time.isRecurring,
            ["la", "les"].contains(frame.marker.last ?? ""), frame.marker.count == 1
        {
            return false
        }
        for item in items { add(told, frame.relation, value(item), change: frame.change, isState: true) }
        return true
    }

    mutating func diet(_ told: Told, _ frame: Frame, _ rest: [Int], isOver: Bool) -> Bool {
        guard let first = rest.first, !isOver, isValue(rest),
            !["chez", "a", "au", "dans", "avec", "sans", "at", "with", "in", "out", "pour"].contains(said.text[first])
        else { return false }
        let isSpeaker = told.subjects.contains { $0.key == Fact.me || $0.key == Fact.us }
        if frame.relation.name == "wears" {
            let worn: Set<String> = ["lunettes", "lentilles", "appareil", "perruque", "prothese", "glasses", "lenses", "contacts", "braces"]
            guard rest.contains(where: { worn.contains(said.text[$0]) }) else { return false }
        } else {
            let isPartitive = ["du", "de", "des", "d", "beaucoup", "no"].contains(said.text[first]) || said.language == .english
            let isOwn = ["sa", "son", "ses", "mon", "ma", "mes", "her", "his", "my", "un", "une", "a", "an"].contains(said.text[first])
            guard
                told.verb.polarity != .affirmed || told.clause.isQuestion || told.time.isRecurring || isPartitive && !isOwn && !isSpeaker
                    || said.text[first] == "beaucoup" || said.text[first] == "que"
            else { return false }
        }
        var words = rest
        if let head = words.first, ["beaucoup", "que", "no"].contains(said.text[head]) { words.removeFirst() }
        let negated = said.text[first] == "no"
        var told = told
        if negated { told.verb.polarity = .negated }
        for item in items(words) { add(told, frame.relation, value(item), change: nil) }
        return true
    }
}
