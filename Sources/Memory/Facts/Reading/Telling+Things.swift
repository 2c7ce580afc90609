import Base
import Domain
import Understanding

/// Where things are, what was done to them, and what they cost.
extension Telling {
    /// "j'ai mis les passeports dans le tiroir du haut"
    mutating func placing(_ told: Told, _ rest: [Int]) -> Bool {
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

    func isPlaceWord(_ index: Int) -> Bool {
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

    mutating func place(_ told: Told, _ words: [Int]) -> Bool {
        guard let first = words.first, ReadingWords.locatives.contains(said.text[first]), !told.isPerson, words.count <= 12 else { return false }
        if let head = told.phrase?.head.lowerBound, isDeviceNoun(said.text[head]) { return false }
        add(told, Catalogue.relation("located_at"), value(uncoupled(words)), change: nil, isState: true)
        return true
    }

    /// "la chaudière a été révisée en mai", "on a changé le filtre".
    mutating func upkeep(_ told: Told, _ rest: [Int]) -> Bool {
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

    mutating func amount(_ told: Told, _ frame: Frame, _ rest: [Int]) -> Bool {
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
}
