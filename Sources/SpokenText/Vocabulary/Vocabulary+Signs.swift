import Base

extension Vocabulary {
    private static let signTable = """
        ×|fois|times
        ÷|divisé par|divided by
        √|racine de|square root of
        ≈|environ|about
        ≃|environ|about
        ≠|différent de|not equal to
        ≤|inférieur ou égal à|less than or equal to
        ≥|supérieur ou égal à|greater than or equal to
        ±|plus ou moins|plus or minus
        ∞|infini|infinity
        ∑|somme|sum
        π|pi|pi
        %|pour cent|percent
        ％|pour cent|percent
        ‰|pour mille|per thousand
        °|degrés|degrees
        §|paragraphe|section
        ©|copyright|copyright
        ²|au carré|squared
        ³|au cube|cubed
        →|vers|to
        ⇒|vers|to
        ➜|vers|to
        ➡|vers|to
        ←|de|from
        ↔|et|and
        ↑|vers le haut|up
        ↓|vers le bas|down
        №|numéro|number
        ✓|fait|done
        ✗|non|no
        ♯|dièse|sharp
        ♭|bémol|flat
        µ|micro|micro
        Ω|ohms|ohms
        """

    static func signs(_ language: Language) -> [Unicode.Scalar: String] {
        var signs: [Unicode.Scalar: String] = [:]
        for row in table(signTable) where row.count == 3 {
            if let sign = row[0].unicodeScalars.first { signs[sign] = language(fr: row[1], en: row[2]) }
        }
        return signs
    }

    static func addressSigns(_ language: Language) -> [Unicode.Scalar: String] {
        language == .french
            ? [
                ".": "point", "/": "slash", "-": "tiret", "_": "tiret bas", "@": "arobase", "?": "point d'interrogation", "=": "égale", "&": "et",
                "#": "dièse", "%": "pour cent", "+": "plus", "~": "tilde", ":": "deux points",
            ]
            : [
                ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "@": "at", "?": "question mark", "=": "equals", "&": "and", "#": "hash",
                "%": "percent", "+": "plus", "~": "tilde", ":": "colon",
            ]
    }
}
