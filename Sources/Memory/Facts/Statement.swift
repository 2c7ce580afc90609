import Base
import Foundation

/// What a clause of an utterance states, as it was read: not yet known to be new, right or lasting.
struct Statement: Sendable, Hashable {
    /// Whom it is about.
    struct Subject: Sendable, Hashable {
        /// Folded, without article or possessive ("lea", "voiture"); `Fact.me` for the speaker.
        var key: String
        /// As it was said ("Léa", "ma voiture").
        var name: String

        /// "ma sœur", "le mari de Léa": who that is must be looked up. The kinship's relation (`sister`) and whose (`Fact.me`, "lea").
        var kinship: Kinship?

        struct Kinship: Sendable, Hashable {
            var relation: String
            var of: String
        }

        init(key: String, name: String, kinship: Kinship? = nil) {
            self.key = key
            self.name = name
            self.kinship = kinship
        }
    }

    /// How the statement stands to what was known before.
    enum Change: Sendable, Hashable {
        /// It is so: "Léa habite à Lyon".
        case holds
        /// It is so from now on, or from `from`: "Léa a déménagé à Lyon", "maintenant le code est 7788", "je me suis mis au tennis".
        case begins
        /// It is no longer so: "Léa n'habite plus à Lyon", "j'ai arrêté de fumer", "on a vendu la voiture".
        case ends
        /// It was so, and says nothing of today: "avant j'habitais à Nantes".
        case was
        /// What was said before was wrong: "non, en fait c'est 4513", "je me suis trompé, …".
        case corrects
    }

    var subject: Subject
    var relation: Relation
    var value: String
    var isNegated: Bool
    var change: Change
    /// The time it holds for, where the clause names one.
    var from: Date?
    var until: Date?
    /// 0 to 1: less for "je crois que", "peut-être", "il paraît que".
    var certainty: Double
    /// The clause, as it was said; what a person is shown as the fact.
    var text: String

    init(
        subject: Subject, relation: Relation, value: String, isNegated: Bool = false, change: Change = .holds, from: Date? = nil, until: Date? = nil,
        certainty: Double = 1, text: String
    ) {
        self.subject = subject
        self.relation = relation
        self.value = value
        self.isNegated = isNegated
        self.change = change
        self.from = from
        self.until = until
        self.certainty = certainty
        self.text = text
    }
}

/// Something somebody means, has promised or must do: "je dois rendre le livre vendredi", "il faut que j'appelle le plombier".
struct Commitment: Sendable, Hashable {
    /// What is to be done, as an infinitive with its object: "rendre le livre".
    var task: String
    var dueAt: Date?
    /// Whether the time of day was named, too; else a day.
    var isTimed: Bool
    /// The clause, as it was said.
    var text: String
}

/// A question that facts can answer: "où habite Léa ?", "qui est allergique aux arachides ?", "c'était quoi l'ancien code ?".
struct FactQuestion: Sendable, Hashable {
    enum Wanted: Sendable, Hashable {
        /// The value: where, what, which, who is my sister.
        case value
        /// The subjects that have this value: who is allergic to peanuts, who lives in Lyon.
        case subjects(value: String)
        /// Whether it is so.
        case whether(value: String)
        /// How many values there are.
        case count
        /// Since when, until when, or when it was so.
        case since, until, when
        /// Since when Jarvis knows it, and from whom.
        case learned, source
        /// All that is known of the subject.
        case everything
    }

    var subject: Statement.Subject?
    /// `nil`: any relation.
    var relation: Relation?
    var wanted: Wanted
    /// The time that is asked about: `nil` is today.
    var at: DateInterval?
    /// "avant", "l'ancien code": what no longer holds.
    var wantsHistory: Bool
    /// Narrows since, until, when, learned and source: "depuis quand Paul travaille chez Airbus ?".
    var value: String?

    init(
        subject: Statement.Subject?, relation: Relation?, wanted: Wanted, at: DateInterval? = nil, wantsHistory: Bool = false, value: String? = nil
    ) {
        self.subject = subject
        self.relation = relation
        self.wanted = wanted
        self.at = at
        self.wantsHistory = wantsHistory
        self.value = value
    }
}
