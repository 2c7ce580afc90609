/// A name of the house as French says it: with its article, after "de", after "dans".
///
/// Houses do not know the gender of their names, so the first word decides; a name that begins with no known word stands in quotation marks.
struct FrenchNoun {
    private enum Kind { case masculine, feminine, plural, unknown }

    private let text: String
    private let kind: Kind
    private let isElided: Bool

    init(_ name: String) {
        let first = Tokenizer.words(of: name).first?.folded ?? ""
        if Self.masculine.contains(first) {
            kind = .masculine
        } else if Self.feminine.contains(first) {
            kind = .feminine
        } else if Self.plural.contains(first) {
            kind = .plural
        } else {
            kind = .unknown
        }
        text = kind == .unknown ? name : name.prefix(1).lowercased() + name.dropFirst()
        isElided = (kind == .masculine || kind == .feminine) && "aeiouyh".contains(first.first ?? "-")
    }

    /// "le salon", "l'entrée", "« Néon »".
    var definite: String {
        if isElided { return "l'\(text)" }
        return switch kind {
        case .masculine: "le \(text)"
        case .feminine: "la \(text)"
        case .plural: "les \(text)"
        case .unknown: "« \(text) »"
        }
    }

    /// "du salon", "de l'entrée", "de « Néon »".
    var ofIt: String {
        switch kind {
        case .masculine where !isElided: "du \(text)"
        case .plural: "des \(text)"
        default: "de \(definite)"
        }
    }

    /// "dans le salon", "au premier étage".
    var inIt: String {
        if kind == .masculine, Self.levels.contains(where: { text.lowercased().contains($0) }) { return isElided ? "à \(definite)" : "au \(text)" }
        return "dans \(definite)"
    }

    private static let levels = ["étage", "rez-de", "rez de", "sous-sol", "niveau"]

    private static let masculine: Set<String> = Set(
        "salon bureau garage couloir jardin grenier sous balcon dressing cellier palier rez premier deuxieme troisieme quatrieme etage hall sejour studio atelier debarras placard vestibule living patio porche abri cabanon toit parking niveau escalier dortoir coin wc plafonnier lampadaire spot neon miroir luminaire lustre plan ruban volet store rideau portail portillon velux thermostat radiateur chauffage climatiseur convecteur poele televiseur ampli projecteur ecran ventilateur ventilo aspirateur robot humidificateur deshumidificateur purificateur chauffe ballon cumulus interrupteur four refrigerateur frigo congelateur lave seche micro sapin mode verrou arrosage sonnette bouton capteur contact mouvement detecteur"
            .split(separator: " ").map(String.init))
    private static let feminine: Set<String> = Set(
        "cuisine chambre entree salle terrasse buanderie cave mezzanine veranda bibliotheque cour piece maison salle lingerie chaufferie remise dependance allee piscine cheminee loggia lumiere lampe veilleuse guirlande applique ampoule suspension liseuse barre bande porte fenetre baie barriere banne tele television tv enceinte chaine radio barre console clim climatisation chaudiere prise cafetiere bouilloire pompe machine hotte plaque tondeuse serrure alarme sirene camera sonnette temperature humidite scene soiree ambiance vanne fontaine hifi playstation box imprimante"
            .split(separator: " ").map(String.init))
    private static let plural: Set<String> = Set(
        "toilettes combles lumieres lampes spots volets stores rideaux prises chambres escaliers fenetres portes guirlandes appliques radiateurs enceintes wcs"
            .split(separator: " ").map(String.init))
}
