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
}
