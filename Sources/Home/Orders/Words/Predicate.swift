import Base

/// A verb phrase in both languages: "est allumée", "s'ouvrent"; "is on", "are opening".
struct Predicate: Sendable {
    private enum French {
        /// Agrees with its subject; what follows it does not.
        case participle(String, rest: String)
        /// After "est" or "sont".
        case phrase(one: String, many: String)
        case verb(one: String, many: String)
    }
    private enum English {
        /// After "is" or "are".
        case state(String)
        case verb(one: String, many: String)
    }
    private let french: French
    private let english: English

    /// "est allumé", "is on".
    static func participle(_ french: String, rest: String = "", en english: String) -> Predicate {
        Predicate(french: .participle(french, rest: rest), english: .state(english))
    }

    /// "est en pause", "is paused".
    static func phrase(_ french: String, many: String? = nil, en english: String) -> Predicate {
        Predicate(french: .phrase(one: french, many: many ?? french), english: .state(english))
    }

    /// "s'ouvre", "is opening".
    static func verb(_ one: String, _ many: String, en english: String) -> Predicate {
        Predicate(french: .verb(one: one, many: many), english: .state(english))
    }

    /// "a réagi", "reacts"; in English, many are as one where nothing else is said.
    static func verbs(_ one: String, _ many: String, en englishOne: String, _ englishMany: String? = nil) -> Predicate {
        Predicate(french: .verb(one: one, many: many), english: .verb(one: englishOne, many: englishMany ?? englishOne))
    }

    func text(_ language: Language, gender: FrenchGender, isPlural: Bool, already: Bool = false) -> String {
        switch language {
        case .french:
            let verb = (isPlural ? "sont " : "est ") + (already ? "déjà " : "")
            switch french {
            case .participle(let word, let rest): return verb + word + (gender == .feminine ? "e" : "") + (isPlural ? "s" : "") + rest
            case .phrase(let one, let many): return verb + (isPlural ? many : one)
            case .verb(let one, let many): return (isPlural ? many : one) + (already ? " déjà" : "")
            }
        case .english:
            switch english {
            case .state(let state): return (isPlural ? "are " : "is ") + (already ? "already " : "") + state
            case .verb(let one, let many): return (already ? "already " : "") + (isPlural ? many : one)
            }
        }
    }

    /// With no subject but "it": "C'est allumé.", "It's on."
    func sentence(_ language: Language, already: Bool = false) -> String {
        let text = text(language, gender: .masculine, isPlural: false, already: already)
        switch language {
        case .french: return (text.hasPrefix("est ") ? "C'" : "Ça ") + text + "."
        case .english: return (text.hasPrefix("is ") ? "It's " + text.dropFirst(3) : "It " + text) + "."
        }
    }
}
