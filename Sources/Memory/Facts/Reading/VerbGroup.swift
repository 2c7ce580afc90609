import Base

/// A verb with what clings to it: "ne l'a plus", "has never been".
struct VerbGroup: Sendable {
    enum Polarity: Sendable { case affirmed, negated, noMore }
    /// How an action stands in time beside its tense: "a arrêté de", "s'est mis à".
    enum Phase: Sendable { case none, begins, ends }

    /// The infinitive of what is told, folded; "se appeler" where it is reflexive, "etre garer" in the passive; "" for a verb that is not known.
    var lemma: String
    var tense: VerbForm.Tense
    var polarity = Polarity.affirmed
    var phase = Phase.none
    /// "je l'ai mis": what it stands for was named before.
    var hasObject = false
    /// "Paul me doit": it is done to the speaker.
    var isToMe = false
    /// Said to whom listens: "je te".
    var isToYou = false
    /// Words of it that are in use: clitics, auxiliaries, the verb.
    var range: Range<Int>
    /// Where the word that carries the meaning stands.
    var core: Int
    /// The participle is one of a finished deed: "a vu", "saw".
    var isFinished = false

    /// What follows.
    var end: Int { range.upperBound }
}

/// Reads the verb groups of a language.
struct VerbGroupReader {
    let said: Saying
    let verbs: Verbs

    init(_ said: Saying) {
        self.said = said
        verbs = Verbs.of(said.language)
    }

    /// - Parameter loose: whether a verb that is not known may stand here, as after "je".
    func read(at start: Int, before end: Int, loose: Bool = false) -> VerbGroup? {
        said.language == .french ? french(at: start, before: end, loose: loose) : english(at: start, before: end, loose: loose)
    }

    // MARK: French

    private static let clitics: Set<String> = ["ne", "n", "me", "m", "te", "t", "se", "s", "le", "la", "les", "l", "lui", "leur", "y", "en", "nous", "vous"]
    private static let negations: Set<String> = ["pas", "plus", "jamais", "guere", "aucun", "aucune", "rien", "ni", "point"]
    private static let adverbs: Set<String> = [
        "toujours", "encore", "vraiment", "beaucoup", "bien", "aussi", "deja", "souvent", "enfin", "recemment", "tout", "juste", "quand", "meme", "trop",
        "tellement",
        "specialement", "particulierement", "carrement", "completement", "finalement", "definitivement", "bcp", "maintenant", "desormais", "surtout", "tres",
        "super",
        "plutot", "enormement", "actuellement", "egalement", "apparemment", "probablement", "normalement", "du", "longtemps", "un", "peu", "pratiquement",
        "malheureusement",
    ]
    /// Adverbs that may follow the verb and are no part of its object.
    private static let trailing: Set<String> = [
        "vraiment", "beaucoup", "bien", "aussi", "bcp", "trop", "tellement", "specialement", "particulierement", "enormement", "deja", "carrement", "surtout",
        "plutot", "egalement",
    ]
    private static let moving: Set<String> = [
        "aller", "venir", "partir", "arriver", "naitre", "mourir", "rester", "revenir", "rentrer", "devenir", "sortir", "passer", "descendre", "tomber",
        "repartir", "retourner",
        "deceder", "entrer", "monter", "emmenager", "demenager",
    ]

    private static let settling: Set<String> = ["vivre", "habiter", "loger", "travailler", "bosser", "etudier"]

    private func french(at start: Int, before end: Int, loose: Bool) -> VerbGroup? {
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
    private func reflexiveMe(_ start: Int) -> Bool { ["je", "j", "moi"].contains(said.text[start - 1]) }

    private func readNegation(_ next: inout Int, _ end: Int, _ group: inout VerbGroup, _ isNegated: Bool) {
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
    private func compound(_ group: inout VerbGroup, _ next: inout Int, _ end: Int, isReflexive: Bool, auxiliary: VerbForm) {
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

    private func isUpkeep(_ lemma: String) -> Bool { Frames.of(said.language)[lemma].contains { $0.value == .upkeep } }

    /// "est mariée avec" and the like have frames of their own under "être".
    private func isAdjective(at index: Int) -> Bool { Frames.of(.french)["etre"].contains { $0.marker.first == said.text[index] } }

    /// A participle that no table has: after "j'ai", by its ending and accent.
    private func unknownParticiple(at index: Int, _ auxiliary: VerbForm) -> String? {
        let word = said.text[index]
        guard auxiliary.lemma == "avoir", word.count > 3, !said.words.determiners.contains(word), verbs.infinitive(word) == nil else { return nil }
        return ["é", "ée", "és", "ées"].contains { said.raw(index).hasSuffix($0) } ? String(word.prefix { _ in true }) + "r" : nil
    }

    private func infinitive(at index: Int, _ end: Int) -> (String, Int)? {
        var index = index
        while index < end, Self.clitics.contains(said.text[index]) { index += 1 }
        guard index < end else { return nil }
        let word = said.text[index]
        if let lemma = verbs.infinitive(word) { return (lemma, index) }
        guard word.count > 3, ["er", "ir", "oir"].contains(where: { word.hasSuffix($0) }), said.raw(index).first?.isLowercase == true else { return nil }
        return (word, index)
    }

    /// "a arrêté de fumer", "s'est mise au tennis", "commence à travailler".
    private func phase(_ group: inout VerbGroup, _ next: inout Int, _ end: Int, isReflexive: Bool) {
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

    // MARK: English

    /// The same in the past, and told of the past far more often.
    private static let sameInPast: Set<String> = ["put", "quit", "split", "left", "found"]
    private static let englishAdverbs: Set<String> = [
        "also", "always", "usually", "often", "really", "just", "already", "still", "currently", "now", "only", "actually", "recently", "both", "all", "even",
        "absolutely",
        "apparently", "probably", "sometimes", "finally", "so", "very", "totally", "quite", "definitely", "simply", "truly", "truly", "maybe", "generally",
        "officially",
    ]

    private func english(at start: Int, before end: Int, loose: Bool) -> VerbGroup? {
        let text = said.text
        var index = start, group = VerbGroup(lemma: "", tense: .present, range: start..<start, core: start)
        index = skipped(index, end, &group)
        guard index < end, text.tokens[index].kind == .word else { return nil }
        let word = text[index]
        switch word {
        case "don", "doesn", "didn", "do", "does", "did":
            let isNegated = word.hasSuffix("n")
            let from = index
            index += 1
            index = skipped(index, end, &group)
            if isNegated { group.polarity = group.polarity == .noMore ? .noMore : .negated }
            if index < end, let lemma = verbs.infinitive(text[index]), group.polarity != .affirmed {
                group.lemma = lemma
                group.tense = word.hasPrefix("di") ? .past : .present
                group.core = index
                index += 1
            } else {
                guard !isNegated else { return nil }
                (group.lemma, group.core) = ("do", from)
                group.tense = word == "did" ? .past : .present
                group.isFinished = word == "did"
                index = from + 1
            }
        case "used" where text[index + 1] == "to":
            guard let lemma = verbs.infinitive(text[index + 2]) else { return nil }
            (group.lemma, group.tense, group.core) = (lemma, .imperfect, index + 2)
            index += 3
        case "will", "ll", "won", "shall":
            if word == "won" { group.polarity = .negated }
            index += 1
            index = skipped(index, end, &group)
            guard index < end, let lemma = verbs.infinitive(text[index]) ?? (loose ? text[index] : nil) else { return nil }
            (group.lemma, group.tense, group.core) = (lemma, .future, index)
            index += 1
        case "would", "d", "could", "should", "might", "may", "must", "can", "cannot", "wouldn", "couldn", "shouldn":
            if word.hasSuffix("n") || word == "cannot" { group.polarity = .negated }
            index += 1
            index = skipped(index, end, &group)
            let isDislike = ["can", "cannot"].contains(word) && group.polarity == .negated && text[index] == "stand"
            group.tense = isDislike ? .present : .conditional
            guard index < end, let lemma = verbs.infinitive(text[index]) ?? (loose ? text[index] : nil) else { return nil }
            (group.lemma, group.core) = (lemma, index)
            index += 1
        case "have", "has", "had", "ve", "haven", "hasn", "hadn": index = perfect(word, index, end, &group)
        case "am", "is", "are", "was", "were", "m", "re", "isn", "aren", "wasn", "weren": index = being(word, index, end, &group)
        case "s": index = contraction(index, end, &group)
        default:
            let past = Self.sameInPast.contains(word) ? verbs.forms(of: word).first { $0.tense == .past } : nil
            guard let form = past ?? verbs.finite(word) ?? (loose ? VerbForm(lemma: "", tense: .present) : nil) else { return nil }
            group.lemma = form.lemma
            group.tense = form.tense
            group.core = index
            group.isFinished = form.tense == .past
            index += 1
        }
        index = skipped(index, end, &group)
        phase(&group, &index, end)
        while index < end, ["really", "too", "also"].contains(text[index]) { index += 1 }
        group.range = start..<index
        return group
    }

    private func perfect(_ word: String, _ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        var index = start + 1
        if word.hasSuffix("n") { group.polarity = .negated }
        index = skipped(index, end, &group)
        let text = said.text
        group.tense = word == "had" || word == "hadn" ? .past : .present
        (group.lemma, group.core) = ("have", start)
        guard index < end else { return index }
        if text[index] == "got", word != "had" { return index + 1 }
        if text[index] == "been" {
            let next = skipped(index + 1, end, &group)
            if let lemma = verbs.gerund(text[next]) {
                (group.lemma, group.core) = (lemma, next)
                return next + 1
            }
            (group.lemma, group.core) = ("be", index)
            if next < end, let lemma = verbs.participle(text[next]), !Frames.of(.english)["be " + lemma].isEmpty || isUpkeep(lemma) {
                (group.lemma, group.core, group.isFinished, group.tense) = ("be " + lemma, next, true, .past)
                return next + 1
            }
            return index + 1
        }
        if let lemma = verbs.participle(text[index]) {
            (group.lemma, group.core, group.isFinished) = (lemma, index, true)
            group.tense = .past
            // "has lived here since": it still is so.
            if !Frames.of(.english)[lemma].contains(where: { $0.change != nil }),
                ["live", "work", "study", "know", "own", "be", "have", "play"].contains(lemma)
            {
                (group.tense, group.isFinished) = (.present, false)
            }
            return index + 1
        }
        return start + 1
    }

    private func being(_ word: String, _ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        if word.hasSuffix("n") { group.polarity = .negated }
        let index = skipped(start + 1, end, &group), text = said.text
        group.tense = word.hasPrefix("wa") || word.hasPrefix("we") ? .imperfect : .present
        (group.lemma, group.core) = ("be", start)
        guard index < end else { return index }
        if text[index] == "going", text[index + 1] == "to", let lemma = verbs.infinitive(text[index + 2]) {
            (group.lemma, group.tense, group.core) = (lemma, .future, index + 2)
            return index + 3
        }
        if let lemma = verbs.gerund(text[index]) {
            (group.lemma, group.core) = (lemma, index)
            return index + 1
        }
        if let lemma = verbs.participle(text[index]), !isEnglishAdjective(at: index), !Frames.of(.english)["be " + lemma].isEmpty || isUpkeep(lemma) {
            (group.lemma, group.core) = ("be " + lemma, index)
            if isUpkeep(lemma), group.tense == .imperfect { (group.tense, group.isFinished) = (.past, true) }
            return index + 1
        }
        return index
    }

    /// "'s" is "is", or "has" before a participle that "be" does not take.
    private func contraction(_ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        let index = skipped(start + 1, end, &group)
        if index < end, said.text[index] == "got" || said.text[index] == "been" { return perfect("has", start, end, &group) }
        if index < end, let lemma = verbs.participle(said.text[index]), !isEnglishAdjective(at: index), Frames.of(.english)["be " + lemma].isEmpty,
            verbs.gerund(said.text[index]) == nil
        {
            return perfect("has", start, end, &group)
        }
        return being("is", start, end, &group)
    }

    private func skipped(_ start: Int, _ end: Int, _ group: inout VerbGroup) -> Int {
        var index = start
        while index < end {
            let word = said.text[index]
            if word == "not" || word == "never" || word == "t" {
                group.polarity = .negated
            } else if word == "no", said.text[index + 1] == "longer" {
                group.polarity = .noMore
                index += 1
            } else if !Self.englishAdverbs.contains(word) {
                break
            }
            index += 1
        }
        return index
    }

    private func isEnglishAdjective(at index: Int) -> Bool { Frames.of(.english)["be"].contains { $0.marker.first == said.text[index] } }

    private func phase(_ group: inout VerbGroup, _ next: inout Int, _ end: Int) {
        let ends = ["stop", "quit"].contains(group.lemma), begins = ["start", "begin", "take"].contains(group.lemma)
        guard ends || begins, next < end else { return }
        if let lemma = verbs.gerund(said.text[next]), group.lemma != "take" {
            (group.lemma, group.core, group.phase, group.isFinished) = (lemma, next, ends ? .ends : .begins, false)
            next += 1
        } else if group.lemma == "take", said.text[next] == "up" {
            (group.lemma, group.phase, group.isFinished) = ("do", .begins, false)
            next += 1
        }
    }
}
