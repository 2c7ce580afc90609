/// A French verb in the forms an answer needs: to whom Jarvis speaks, and of whom, now and then.
struct FrenchVerb: Sendable {
    /// tu, il, vous, ils
    private let present: [String]
    private let past: String
    private let isReflexive: Bool

    /// An infinitive; one that is in no table is conjugated like "aimer".
    init(_ infinitive: String) {
        var name = infinitive[...]
        isReflexive = name.hasPrefix("s'") || name.hasPrefix("se ")
        if isReflexive { name = name.dropFirst(name.hasPrefix("s'") ? 2 : 3) }
        if let forms = Self.irregular[String(name)] {
            present = Array(forms.prefix(4))
            past = forms[4]
        } else {
            let stem = String(name.dropLast(2))
            present = [stem + "es", stem + "e", stem + "ez", stem + "ent"]
            past = stem + (stem.hasSuffix("g") ? "e" : "")
        }
    }

    /// "habites", "n'aimait pas", "t'appelles".
    func form(_ person: FactSpeech.Person, isPast: Bool, isNegated: Bool) -> String {
        let index = [FactSpeech.Person.you: 0, .one: 1, .youAll: 2, .many: 3][person] ?? 1
        var word = isPast ? past + ["ais", "ait", "iez", "aient"][index] : present[index]
        if isPast, index == 2, past.hasSuffix("e"), past.hasSuffix("ge") { word = past.dropLast() + "iez" }
        if isReflexive { word = French.elided(["te", "se", "vous", "se"][index], before: word) }
        return isNegated ? French.elided("ne", before: word) + " pas" : word
    }

    /// tu, il, vous, ils, and the stem of the imperfect
    private static let irregular: [String: [String]] = {
        let table = """
            être es est êtes sont ét
            avoir as a avez ont av
            faire fais fait faites font fais
            prendre prends prend prenez prennent pren
            boire bois boit buvez boivent buv
            vivre vis vit vivez vivent viv
            conduire conduis conduit conduisez conduisent conduis
            connaître connais connaît connaissez connaissent connaiss
            soutenir soutiens soutient soutenez soutiennent souten
            vouloir veux veut voulez veulent voul
            attendre attends attend attendez attendent attend
            préférer préfères préfère préférez préfèrent préfér
            peser pèses pèse pesez pèsent pes
            appeler appelles appelle appelez appellent appel
            """
        return Dictionary(
            uniqueKeysWithValues: table.split(separator: "\n").map { line in
                let words = line.split(separator: " ").map(String.init)
                return (words[0], Array(words.dropFirst()))
            })
    }()
}

/// What French does to words that meet.
enum French {
    /// "l'" before a vowel, and before the h that nobody hears.
    static func elided(_ word: String, before next: String) -> String {
        guard let vowel = word.last, "ea".contains(vowel), isVowel(next) else { return word + " " + next }
        return word.dropLast() + "'" + next
    }

    static func isVowel(_ word: String) -> Bool {
        let folded = Words.fold(word)
        guard let first = folded.first else { return false }
        if first == "h" { return !aspirated.contains { folded.hasPrefix($0) } }
        return "aeiou".contains(first) && !folded.hasPrefix("onze") && !folded.hasPrefix("oui")
            || first == "y" && folded.count > 2 && !"aeiou".contains(folded.dropFirst().first ?? "a")
    }

    /// "du portail", "de l'école", "d'Emma", "des clés": `of` joined to what it is of.
    static func of(_ phrase: String) -> String { contracted("de", phrase, ["le ": "du ", "les ": "des "]) }

    /// "au portail", "aux arachides", "à l'école".
    static func to(_ phrase: String) -> String { contracted("à", phrase, ["le ": "au ", "les ": "aux "]) }

    private static func contracted(_ preposition: String, _ phrase: String, _ forms: [String: String]) -> String {
        for (article, form) in forms where phrase.lowercased().hasPrefix(article) { return form + phrase.dropFirst(article.count) }
        return preposition == "de" ? elided("de", before: phrase) : preposition + " " + phrase
    }

    /// A noun with its article: its number and gender as far as its ending tells.
    static func definite(_ noun: String, isFeminine: Bool? = nil) -> String {
        if isPlural(noun) { return "les " + noun }
        return (isFeminine ?? isFeminineByEnding(noun)) ? elided("la", before: noun) : isVowel(noun) ? "l'" + noun : "le " + noun
    }

    /// "ton anniversaire", "ta voiture", "ton adresse", "tes clés"; and so for "son" and "votre".
    static func possessive(_ noun: String, _ person: FactSpeech.Person, isFeminine: Bool? = nil) -> String {
        let isMany = isPlural(noun), feminine = (isFeminine ?? isFeminineByEnding(noun)) && !isVowel(noun)
        switch person {
        case .you: return (isMany ? "tes " : feminine ? "ta " : "ton ") + noun
        case .youAll: return (isMany ? "vos " : "votre ") + noun
        case .one: return (isMany ? "ses " : feminine ? "sa " : "son ") + noun
        case .many: return (isMany ? "leurs " : "leur ") + noun
        }
    }

    static func isPlural(_ noun: String) -> Bool {
        guard let head = noun.split(separator: " ").first, head.count > 3 else { return false }
        return (head.hasSuffix("s") || head.hasSuffix("x")) && !singularInS.contains(Words.fold(String(head)))
    }

    static func isFeminineByEnding(_ noun: String) -> Bool {
        guard let head = noun.split(separator: " ").first.map({ Words.fold(String($0)) }) else { return false }
        if masculine.contains(head) { return false }
        if feminine.contains(head) { return true }
        return ["ion", "te", "ee", "ure", "ance", "ence", "ette", "elle", "esse", "ie", "ine", "ande", "aison", "ille", "ique"].contains { head.hasSuffix($0) }
    }

    private static let aspirated = [
        "haricot", "hamster", "homard", "hibou", "handball", "hauteur", "haut", "hockey", "hongr", "hollande", "huit", "halle", "hache",
    ]
    private static let masculine: Set<String> = [
        "cote", "ete", "lycee", "musee", "comite", "traite", "magazine", "genie", "incendie", "cafe", "the", "pate", "mecanique",
    ]
    private static let feminine: Set<String> = [
        "couleur", "adresse", "taille", "pointure", "plaque", "date", "marque", "place", "cle", "fete", "banque", "assurance", "box", "voiture", "chaudiere",
        "maison", "chanson", "piscine", "cave", "chambre", "cuisine", "equipe", "porte", "boite", "fleur", "mer", "peau", "viande", "danse", "musique", "boxe",
        "course", "marche", "lecture", "natation", "biere", "pizza", "pluie", "neige", "montagne", "mutuelle", "salle", "imprimante", "television", "tele",
        "soupe", "salade", "mayonnaise", "moutarde", "vanille", "fraise", "pomme", "poire", "glace", "pomme", "campagne", "nuit", "guitare", "batterie",
        "flute",
        "penicilline", "aspirine", "cigarette", "vaisselle", "plage", "sauce", "nuit", "limonade", "tarte", "raclette", "gym", "voile", "photo", "peche",
        "chasse",
    ]
    private static let singularInS: Set<String> = [
        "temps", "repas", "corps", "bras", "prix", "noix", "voix", "choix", "poids", "pois", "cours", "paris", "tennis", "jus", "riz", "ananas", "mois", "dos",
    ]
}
