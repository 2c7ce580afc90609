enum FrenchGender: Sendable, Hashable { case masculine, feminine }

/// A name in the house, as French needs it in a sentence: with its article, where the noun it begins with is known.
struct FrenchName: Sendable, Hashable {
    /// As the house has it; in small letters where an article goes before it.
    let bare: String
    /// `nil` when the noun is not known: then the name stands in sentences by itself.
    let gender: FrenchGender?
    let isPlural: Bool

    init(_ name: String) {
        var words = name.split(separator: " ").map(String.init)
        if words.count > 1, ["le", "la", "les"].contains(words[0].lowercased()) { words.removeFirst() }
        if let first = words.first, first.lowercased().hasPrefix("l'") || first.lowercased().hasPrefix("l’") { words[0] = String(first.dropFirst(2)) }
        var index = 0
        while index < words.count - 1, Self.adjectives.contains(words[index].folded) { index += 1 }
        // "Hall Window" begins with a French noun by chance.
        let isEnglish = words.count > 1 && words.contains { Self.english.contains($0.lowercased()) }
        guard index < words.count, !isEnglish, let (gender, isPlural) = Self.noun(words[index].folded) else {
            (bare, gender, isPlural) = (name, nil, false)
            return
        }
        self.gender = gender
        self.isPlural = isPlural
        // Sigla keep their capitals.
        if words[0].count > 3 || words[0] != words[0].uppercased() { words[0] = words[0].lowercasedFirst }
        bare = words.joined(separator: " ")
    }

    /// "la lampe du bureau", "l'entrée", "les volets".
    var definite: String {
        guard let gender else { return bare }
        if isPlural { return "les " + bare }
        if Self.elides(bare) { return "l'" + bare }
        return (gender == .feminine ? "la " : "le ") + bare
    }

    /// "du salon", "de la cuisine", "de l'entrée"; `nil` when French cannot say it of this name.
    var genitive: String? {
        guard let gender else { return nil }
        if isPlural { return "des " + bare }
        if Self.elides(bare) { return "de l'" + bare }
        return gender == .feminine ? "de la " + bare : "du " + bare
    }

    /// "dans le salon", "au premier étage", "sur la terrasse".
    var locative: String {
        let folded = bare.folded
        if gender != nil, !isPlural, folded.hasSuffix("etage") || folded.hasPrefix("rez-de") || folded.hasPrefix("sous-sol") || folded.hasPrefix("grenier") {
            return Self.elides(bare) ? "à l'" + bare : "au " + bare
        }
        if ["terrasse", "balcon", "palier", "mezzanine"].contains(where: folded.hasPrefix) { return "sur " + definite }
        return "dans " + definite
    }

    /// Whether "le" or "de" loses its vowel before this word.
    static func elides(_ text: String) -> Bool {
        let folded = text.folded
        guard let first = folded.first else { return false }
        if first == "h" { return ["humid", "horloge", "halogene", "hygro", "hiver", "hotel"].contains(where: folded.hasPrefix) }
        return "aeiouyœ".contains(first) && !folded.hasPrefix("ya")
    }

    private static func noun(_ word: String) -> (FrenchGender, Bool)? {
        if let gender = genders[word] { return (gender, ["toilettes", "wc", "combles", "escaliers"].contains(word)) }
        guard let last = word.last, last == "s" || last == "x" else { return nil }
        let singular = String(word.dropLast())
        if let gender = genders[singular] { return (gender, true) }
        // Signaux, journaux.
        return word.hasSuffix("aux") ? genders[word.dropLast(3) + "al"].map { ($0, true) } : nil
    }

    private static let adjectives: Set<String> = [
        "petit", "petite", "petits", "petites", "grand", "grande", "grands", "grandes", "premier", "premiere", "deuxieme", "second", "seconde", "troisieme",
        "quatrieme", "1er", "1ere", "2e", "2eme", "3e", "3eme", "nouveau", "nouvelle", "vieux", "vieille", "ancien", "ancienne", "autre", "double",
    ]

    /// Without accents; devices, rooms and what sensors measure.
    /// Words of English names that no French name has.
    private static let english: Set<String> = [
        "door", "doors", "window", "windows", "light", "lights", "lamp", "lamps", "roof", "switch", "plug", "outlet", "sensor", "lock", "fan", "room",
        "bedroom",
        "kitchen", "bathroom", "hallway", "floor", "upstairs", "downstairs", "heater", "heating", "speaker", "shutter", "blind", "blinds", "curtain",
        "curtains",
        "gate", "alarm", "vacuum", "the", "of", "and", "level", "battery", "ceiling", "wall", "front", "back", "left", "right", "new", "old",
    ]

    private static let genders: [String: FrenchGender] = {
        var table: [String: FrenchGender] = [:]
        let masculine = """
            lustre plafonnier lampadaire spot neon bandeau ruban projecteur eclairage luminaire abat-jour bouton interrupteur variateur volet store rideau \
            portail portillon verrou loquet robinet ventilateur ventilo brasseur climatiseur chauffage radiateur thermostat convecteur poele chauffe-eau \
            ballon cumulus seche-serviettes aspirateur robot lecteur televiseur ecran projo videoprojecteur ampli amplificateur haut-parleur micro \
            ordinateur ordi serveur routeur four frigo refrigerateur congelateur lave-linge lave-vaisselle seche-linge grille-pain micro-onde purificateur \
            humidificateur deshumidificateur capteur detecteur compteur scenario script mode groupe arrosage arroseur jet salon bureau couloir garage jardin \
            balcon grenier sejour dressing hall cellier etage rez-de-chaussee sous-sol atelier palier escalier escaliers studio placard coin wc abri local \
            cabanon perron patio vestibule vestiaire labo bain niveau volume taux courant debit combles appareil tapis sapin aquarium bassin thermometre \
            babyphone reveil toit velux fer percolateur
            """
        let feminine = """
            lampe lumiere ampoule applique suspension veilleuse guirlande led liseuse torche prise multiprise porte fenetre baie serrure gache vanne \
            electrovanne pompe climatisation clim chaudiere cheminee tele television tv enceinte barre platine radio chaine musique console camera sonnette \
            alarme sirene machine cafetiere bouilloire hotte plaque cuisiniere tondeuse scene automatisation cuisine chambre entree salle toilettes toilette \
            cave terrasse buanderie veranda mezzanine piscine cour allee maison piece bibliotheque chaufferie remise lingerie cabane temperature humidite \
            batterie pression luminosite consommation puissance tension production qualite vitesse pluie grille barriere pergola banne fontaine douche \
            baignoire borne voiture horloge box imprimante tablette ambiance poubelle serre niche penderie arriere-cuisine vmc \
            couverture table etagere vitrine facade
            """
        for word in masculine.split(separator: " ") { table[String(word)] = .masculine }
        for word in feminine.split(separator: " ") { table[String(word)] = .feminine }
        return table
    }()
}
