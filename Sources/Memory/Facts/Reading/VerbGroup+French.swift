import Base

/// French verb groups: "ne l'a plus", "s'est mise à".
extension VerbGroupReader {
    static let clitics: Set<String> = ["ne", "n", "me", "m", "te", "t", "se", "s", "le", "la", "les", "l", "lui", "leur", "y", "en", "nous", "vous"]
    static let negations: Set<String> = ["pas", "plus", "jamais", "guere", "aucun", "aucune", "rien", "ni", "point"]
    static let adverbs: Set<String> = [
        "toujours", "encore", "vraiment", "beaucoup", "bien", "aussi", "deja", "souvent", "enfin", "recemment", "tout", "juste", "quand", "meme", "trop",
        "tellement",
        "specialement", "particulierement", "carrement", "completement", "finalement", "definitivement", "bcp", "maintenant", "desormais", "surtout", "tres",
        "super",
        "plutot", "enormement", "actuellement", "egalement", "apparemment", "probablement", "normalement", "du", "longtemps", "un", "peu", "pratiquement",
        "malheureusement",
    ]
    /// Adverbs that may follow the verb and are no part of its object.
    static let trailing: Set<String> = [
        "vraiment", "beaucoup", "bien", "aussi", "bcp", "trop", "tellement", "specialement", "particulierement", "enormement", "deja", "carrement", "surtout",
        "plutot", "egalement",
    ]
    static let moving: Set<String> = [
        "aller", "venir", "partir", "arriver", "naitre", "mourir", "rester", "revenir", "rentrer", "devenir", "sortir", "passer", "descendre", "tomber",
        "repartir", "retourner",
        "deceder", "entrer", "monter", "emmenager", "demenager",
    ]

    static let settling: Set<String> = ["vivre", "habiter", "loger", "travailler", "bosser", "etudier"]

    func french(at start: Int, before end: Int, loose: Bool) -> VerbGroup? {
        let text = said.text
        var index = start, isNegated = false, isReflexive = false, group = VerbGroup(lemma: "", tense: .present, range: start..<start, core: start)
        while index < end, index - start < 5, Self.clitics.contains(text[index]) {
            switch text[index] {
            case "ne", "n": isNegated = true
            case "se", "s": isReflexive = true
            case "me", "m": (isReflexive, group.isToMe) = (true, true)
            case "nous": isReflexive = true
            case "te", "t", "vous": group.isToYou = true
            case "le", "la", "les", "l": group.hasObject = true
            default: break
            }
            index += 1
        }
        guard index < end, said.text.tokens[index].kind == .word else { return nil }
        let word = text[index]
        guard let form = verbs.finite(word) ?? (loose ? VerbForm(lemma: "", tense: .present) : nil) else { return nil }
        if word == "a", said.isAccented(index, "à") { return nil }
        group.tense = form.tense
        group.lemma = form.lemma
        group.core = index
        var next = index + 1
        readNegation(&next, end, &group, isNegated)
        if form.lemma == "avoir" || form.lemma == "etre" {
            compound(&group, &next, end, isReflexive: isReflexive, auxiliary: form)
            readNegation(&next, end, &group, isNegated)
        } else if form.lemma == "aller", let (lemma, core) = infinitive(at: next, end) {
            (group.lemma, group.core, group.tense, next) = (lemma, core, .future, core + 1)
        } else if form.lemma == "venir", text[next] == "de" || text[next] == "d", let (lemma, core) = infinitive(at: next + 1, end) {
            (group.lemma, group.core, group.tense, next, group.isFinished) = (lemma, core, .past, core + 1, true)
        }
        if ["partir", "aller", "venir", "retourner", "revenir"].contains(group.lemma), group.isFinished, let (lemma, core) = infinitive(at: next, end),
            Self.settling.contains(lemma)
        {
            // "est partie vivre à Annecy"
            (group.lemma, group.core, group.phase, next, group.isFinished, group.tense) = (lemma, core, .begins, core + 1, false, .present)
        }
        phase(&group, &next, end, isReflexive: isReflexive)
        if isReflexive, group.phase == .none, group.lemma != "", !group.lemma.hasPrefix("se "), !group.lemma.hasPrefix("etre"),
            !group.isToMe || reflexiveMe(start)
        {
            group.lemma = "se " + group.lemma
        }
        while next < end, Self.trailing.contains(text[next]), next + 1 <= end { next += 1 }
        if isNegated, group.polarity == .affirmed, text[next] != "que" { group.polarity = .negated }
        group.range = start..<next
        return group
    }

    /// "je m'appelle" is reflexive, "Paul me doit" is not.
    func reflexiveMe(_ start: Int) -> Bool { ["je", "j", "moi"].contains(said.text[start - 1]) }

    func readNegation(_ next: inout Int, _ end: Int, _ group: inout VerbGroup, _ isNegated: Bool) {
        while next < end, said.gaps[next] != .comma {
            let word = said.text[next]
            if Self.negations.contains(word) {
                // "plus grand que", "plus de la moitié": more, not no more.
                if word == "plus", !isNegated, group.lemma == "etre", next + 2 < end, said.text[next + 2] == "que" { return }
                group.polarity = word == "plus" ? .noMore : group.polarity == .noMore ? .noMore : .negated
                if word == "ni" { return }
                next += 1
            } else if ["toujours", "vraiment", "encore"].contains(word), next + 1 < end, Self.negations.contains(said.text[next + 1]) {
                next += 1
            } else {
                return
            }
        }
    }

    /// "a déménagé", "est née", "a été révisée", "est garée".
    func compound(_ group: inout VerbGroup, _ next: inout Int, _ end: Int, isReflexive: Bool, auxiliary: VerbForm) {
        let text = said.text
        var index = next
        while index < end, index - next < 3, Self.adverbs.contains(text[index]), text[index] != "du" && text[index] != "un" || index > next { index += 1 }
        guard index < end else { return }
        if auxiliary.lemma == "etre", ["ne", "nee", "nes", "nees"].contains(text[index]) {
            (group.lemma, group.core, group.tense, next, group.isFinished) = ("naitre", index, .past, index + 1, true)
            return
        }
        if auxiliary.lemma == "avoir", text[index] == "ete" {
            group.tense = auxiliary.tense == .present ? .past : .imperfect
            group.lemma = "etre"
            (group.core, next) = (index, index + 1)
            var after = index + 1
            while after < end, after - index < 3, Self.adverbs.contains(text[after]) { after += 1 }
            guard after < end, let lemma = verbs.participle(text[after]), Frames.of(.french)["etre " + lemma].isEmpty == false || isUpkeep(lemma) else {
                return
            }
            (group.lemma, group.core, next, group.isFinished) = ("etre " + lemma, after, after + 1, true)
            return
        }
        guard text.tokens[index].kind == .word, let lemma = verbs.participle(text[index]) ?? unknownParticiple(at: index, auxiliary) else { return }
        if auxiliary.lemma == "avoir" {
            // "j'ai un fils né en mai": an article comes first, and what follows it is a noun.
            (group.lemma, group.core, next) = (lemma, index, index + 1)
            group.tense = auxiliary.tense == .present ? .past : auxiliary.tense == .imperfect ? .past : auxiliary.tense
            group.isFinished = true
        } else if isReflexive || Self.moving.contains(lemma) {
            (group.lemma, group.core, next) = (isReflexive ? "se " + lemma : lemma, index, index + 1)
            group.tense = auxiliary.tense == .present || auxiliary.tense == .imperfect ? .past : auxiliary.tense
            group.isFinished = true
        } else if !Frames.of(.french)["etre " + lemma].isEmpty, !isAdjective(at: index) {
            (group.lemma, group.core, next) = ("etre " + lemma, index, index + 1)
        }
    }

    func isUpkeep(_ lemma: String) -> Bool { Frames.of(said.language)[lemma].contains { $0.value == .upkeep } }

    /// "est mariée avec" and the like have frames of their own under "être".
    func isAdjective(at index: Int) -> Bool { Frames.of(.french)["etre"].contains { $0.marker.first == said.text[index] } }

    /// A participle that no table has: after "j'ai", by its ending and accent.
    func unknownParticiple(at index: Int, _ auxiliary: VerbForm) -> String? {
        let word = said.text[index]
        guard auxiliary.lemma == "avoir", word.count > 3, !said.words.determiners.contains(word), verbs.infinitive(word) == nil else { return nil }
        return ["é", "ée", "és", "ées"].contains { said.raw(index).hasSuffix($0) } ? String(word.prefix { _ in true }) + "r" : nil
    }

    func infinitive(at index: Int, _ end: Int) -> (String, Int)? {
        var index = index
        while index < end, Self.clitics.contains(said.text[index]) { index += 1 }
        guard index < end else { return nil }
        let word = said.text[index]
        if let lemma = verbs.infinitive(word) { return (lemma, index) }
        guard word.count > 3, ["er", "ir", "oir"].contains(where: { word.hasSuffix($0) }), said.raw(index).first?.isLowercase == true else { return nil }
        return (word, index)
    }

    /// "a arrêté de fumer", "s'est mise au tennis", "commence à travailler".
    func phase(_ group: inout VerbGroup, _ next: inout Int, _ end: Int, isReflexive: Bool) {
        let text = said.text
        let ends = ["arreter", "cesser", "stopper"].contains(group.lemma), begins = ["commencer", "recommencer"].contains(group.lemma)
        if group.lemma == "partir", let (lemma, core) = infinitive(at: next, end), ["vivre", "habiter", "installer"].contains(lemma) {
            // "est partie vivre à Annecy"
            (group.lemma, group.core, group.phase, next, group.isFinished) = (lemma == "installer" ? "habiter" : lemma, core, .begins, core + 1, false)
            return
        }
        let takesUp = isReflexive && ["mettre", "se mettre", "remettre", "se remettre"].contains(group.lemma)
        guard ends || begins || takesUp else { return }
        if takesUp, ["au", "aux", "a"].contains(text[next]), infinitive(at: next + 1, end) == nil {
            // "je me suis mis au tennis"
            (group.lemma, group.phase, group.isFinished) = ("pratiquer", .begins, false)
            next += 1
            if text[next] == "la" || text[next] == "l" { next += 1 }
            return
        }
        guard ["de", "d", "a"].contains(text[next]), let (lemma, core) = infinitive(at: next + 1, end) else {
            if ends || begins, ["le", "la", "l", "les"].contains(text[next]), next + 1 < end {
                (group.lemma, group.phase) = ("pratiquer", ends ? .ends : .begins)
            }
            return
        }
        (group.lemma, group.core, group.phase, next, group.isFinished) = (lemma, core, ends ? .ends : .begins, core + 1, false)
    }
}
