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
    private mutating func takesTopic(_ told: Told) -> Bool {
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
    private mutating func tell(_ told: Told, _ frame: Frame, _ rest: [Int]) -> Bool {
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

    private mutating func list(_ told: Told, _ frame: Frame, _ rest: [Int], isState: Bool) -> Bool {
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
    private mutating func lent(_ told: Told, _ rest: [Int]) -> Bool {
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

    private mutating func job(_ told: Told, _ frame: Frame, _ rest: [Int]) -> Bool {
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

    private static let noTrades: Set<String> = [
        "triste", "optimiste", "pessimiste", "egoiste", "realiste", "auteur", "menteur", "menteuse", "perfectionniste", "moteur", "ordinateur", "radiateur",
        "routeur",
    ]

    private mutating func pastime(_ told: Told, _ frame: Frame, _ rest: [Int], isOver: Bool) -> Bool {
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

    private mutating func diet(_ told: Told, _ frame: Frame, _ rest: [Int], isOver: Bool) -> Bool {
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

    // MARK: things

    /// "j'ai mis les passeports dans le tiroir du haut"
    private mutating func placing(_ told: Told, _ rest: [Int]) -> Bool {
        guard told.verb.polarity == .affirmed, !["mettre", "put"].contains(told.verb.lemma) || told.verb.isFinished || told.verb.tense == .present else {
            return false
        }
        if said.language == .english, let first = told.rest.first, ["it", "them"].contains(said.text[first]), told.rest.count > 2 {
            // "I moved it to Church Lane"
            let place = Array(told.rest.dropFirst(said.text[told.rest[1]] == "to" ? 2 : 1))
            add(told, Catalogue.relation("located_at"), value(place), change: .holds, subjects: [discourse.meant(by: .it, said: "")])
            return true
        }
        if told.verb.hasObject, let first = rest.first, ReadingWords.locatives.contains(said.text[first]) {
            let thing = discourse.meant(by: .it, said: "")
            guard said.language == .french else { return false }
            add(told, Catalogue.relation("located_at"), value(rest), change: .holds, subjects: [thing])
            return true
        }
        return placed(told, rest)
    }

    /// A thing, and where it is: "les clés dans le tiroir".
    mutating func placed(_ told: Told, _ rest: [Int]) -> Bool {
        guard let split = rest.firstIndex(where: { isPlaceWord($0) }), split > 0, let first = rest.first,
            ["le", "la", "les", "l", "mon", "ma", "mes", "nos", "notre", "son", "sa", "ses", "leur", "leurs", "the", "my", "our", "his", "her", "their"]
                .contains(said.text[first])
        else { return false }
        let place = Array(rest[split...])
        guard !place.contains(where: { said.text.tokens[$0].kind == .number }) || place.count > 2, place.count > 1 || said.text[place[0]] == "dehors",
            !isDeviceNoun(said.text[rest[min(1, rest.count - 1)]])
        else { return false }
        var told = told
        told.time.until = nil
        if told.time.hasPoint, !told.time.isSince { told.time.from = nil }
        var isTold = false
        for thing in coordinated(first..<rest[split - 1] + 1) {
            guard let named = named(thing), !named.isPerson || named.subject.kinship.map({ Self.pets.contains($0.relation) }) == true else { continue }
            note(named)
            add(told, Catalogue.relation("located_at"), value(place), change: .holds, subjects: [named.subject])
            isTold = true
        }
        return isTold
    }

    private func isPlaceWord(_ index: Int) -> Bool {
        let word = said.text[index]
        // "le tiroir du haut": an "a" in a noun is rare, one after it leads to a place.
        return ReadingWords.locatives.contains(word) && (word != "a" || said.language == .french) && word != "haut" && word != "bas" && word != "fond"
            && word != "cote"
    }

    func isDeviceNoun(_ word: String) -> Bool {
        [
            "lumiere", "lumieres", "chauffage", "volet", "volets", "musique", "son", "clim", "climatisation", "tele", "television", "light", "lights",
            "heating", "music", "tv", "volume", "blinds", "minuteur",
            "timer", "reveil", "alarme", "alarm", "lampe", "lampes",
        ].contains(word)
    }

    private mutating func place(_ told: Told, _ words: [Int]) -> Bool {
        guard let first = words.first, ReadingWords.locatives.contains(said.text[first]), !told.isPerson, words.count <= 12 else { return false }
        if let head = told.phrase?.head.lowerBound, isDeviceNoun(said.text[head]) { return false }
        add(told, Catalogue.relation("located_at"), value(uncoupled(words)), change: nil, isState: true)
        return true
    }

    /// "la chaudière a été révisée en mai", "on a changé le filtre".
    private mutating func upkeep(_ told: Told, _ rest: [Int]) -> Bool {
        let done = said.original(told.verb.core..<told.verb.core + 1)
        guard told.verb.isFinished, told.verb.polarity == .affirmed else { return false }
        guard let first = rest.first, ["le", "la", "les", "l", "mon", "ma", "mes", "notre", "nos", "the", "my", "our"].contains(said.text[first]),
            let thing = named(first..<(rest.last ?? first) + 1), !thing.isPerson, rest.count <= 8
        else { return false }
        note(thing)
        add(told, Catalogue.relation("maintenance"), done, change: .holds, subjects: [thing.subject])
        return true
    }

    /// The same in the passive.
    mutating func upkeepPassive(_ told: Told) -> Bool {
        guard told.verb.lemma.hasPrefix("etre ") || told.verb.lemma.hasPrefix("be "), told.verb.isFinished, !told.isPerson, told.verb.polarity == .affirmed
        else { return false }
        let lemma = String(told.verb.lemma.drop { $0 != " " }.dropFirst())
        guard Frames.of(said.language)[lemma].contains(where: { $0.value == .upkeep }) else { return false }
        add(told, Catalogue.relation("maintenance"), said.original(told.verb.core..<told.verb.core + 1), change: .holds)
        return true
    }

    private mutating func amount(_ told: Told, _ frame: Frame, _ rest: [Int]) -> Bool {
        var rest = rest
        if let first = rest.first, ["de", "d", "a", "to"].contains(said.text[first]), rest.count > 1 { rest.removeFirst() }
        // "I owe Tom 20 pounds"
        if told.verb.lemma == "owe", rest.count > 2, let second = rest.dropFirst().first, said.text.tokens[second].kind == .number,
            nouns.isName(rest[0]..<rest[0] + 1)
        {
            add(told, frame.relation, value(rest), change: nil)
            return true
        }
        guard let first = rest.first, said.text.tokens[first].kind == .number || Numerals.starters.contains(said.text[first]) && said.text[first] != "a",
            rest.count <= 10
        else { return false }
        if told.verb.lemma == "faire" {
            let units: Set<String> = ["m", "metre", "metres", "cm", "centimetres", "kg", "kilos", "kilo"]
            guard frame.relation.name == "size" ? rest.count == 1 : rest.contains(where: { units.contains(said.text[$0]) }), told.isPerson else { return false }
        }
        if told.verb.lemma == "devoir" || told.verb.lemma == "owe" {
            guard
                rest.contains(where: { ["euro", "euros", "€", "balles", "dollars", "pounds", "quid", "$", "£", "bucks"].contains(said.text[$0]) })
                    || rest.count <= 2
            else { return false }
        }
        add(told, frame.relation, value(rest), change: nil)
        return true
    }

    // MARK: people

    private mutating func birth(_ told: Told, _ words: [Int]) -> Bool {
        // "le 3 mai 1987": a day with its month is a birthday; a year alone says when, and how old.
        let days = told.restWithDays.filter { !words.contains($0) }
        let months = said.language == .french ? TimeReader.frenchMonths : TimeReader.englishMonths
        var isTold = false
        if !words.isEmpty, isValue(words), words.count <= 6 {
            add(told, Catalogue.relation("born_in"), value(words), change: .holds)
            isTold = true
        }
        if days.contains(where: { months[said.text[$0]] != nil }), days.contains(where: { said.text.tokens[$0].kind == .number }) {
            add(told, Catalogue.relation("birthday"), value(bare(days.filter { said.text[$0] != "on" })), change: .holds)
            isTold = true
        }
        return isTold
    }

    /// "je m'appelle Paul", "ma sœur s'appelle Julie", "le chat s'appelle Miro".
    private mutating func name(_ told: Told, _ words: [Int]) -> Bool {
        guard let first = words.first, words.count <= 8, told.verb.polarity == .affirmed else { return false }
        if told.phrase == nil, let subject = told.subjects.first, let kinship = subject.kinship, ownerKey(subject) != subject.key,
            nouns.isName(first..<(words.last ?? first) + 1)
        {
            // "Paul a une fille. Elle s'appelle Rose."
            add(told, Catalogue.relation(kinship.relation), value(words), change: nil, subjects: [owner(named: kinship.of)])
            return true
        }
        if let phrase = told.phrase, let (kin, end) = nouns.kin(at: phrase.head.lowerBound, before: phrase.head.upperBound), !isOfMatter(phrase, end),
            let owner = owner(of: phrase, kin: kin)
        {
            for part in coordinated(first..<(words.last ?? first) + 1) {
                add(told, Catalogue.relation(kin.relation), said.original(part), change: nil, subjects: [owner])
                discourse.note(
                    .init(
                        subject: .init(key: said.text.folded(part), name: said.original(part)), isFeminine: kin.gender.map { $0 == .feminine }, isPerson: true))
            }
            return true
        }
        guard nouns.isName(first..<(words.last ?? first) + 1) else { return false }
        if let phrase = told.phrase, !told.isPerson, let (owners, relation) = attribute(of: phrase, value: nil) {
            // "la gardienne s'appelle Rosa", as "comment s'appelle la gardienne" asks for it.
            add(told, relation, value(words), change: nil, subjects: owners)
            return true
        }
        add(told, Catalogue.relation("name"), value(words), change: nil)
        return true
    }

    /// "le prof de piano": what he teaches is a part of what he is.
    func isOfMatter(_ phrase: NounPhrase, _ end: Int) -> Bool { end < phrase.head.upperBound && ["de", "d"].contains(said.text[end]) }

    private mutating func opinion(_ told: Told, _ words: [Int]) -> Bool {
        guard words.count >= 2, words.count <= 12, let first = words.first, words.contains(where: { ReadingWords.opinions.contains(said.text[$0]) }),
            words.contains(first),
            ["le", "la", "les", "l", "ce", "cet", "cette", "que", "the", "this", "that"].contains(said.text[first]) || said.isCapitalised(first)
        else {
            guard told.verb.lemma.hasPrefix("recomm"), !words.isEmpty, words.count <= 10 else { return false }
            add(told, Catalogue.relation("opinion"), value(words), change: nil)
            return true
        }
        add(told, Catalogue.relation("opinion"), value(bare(words)), change: nil)
        return true
    }
}
