/// English verbs in the forms an answer needs.
enum EnglishVerb {
    /// "lives", "doesn't live", "were".
    static func form(_ verb: String, _ person: FactSpeech.Person, isPast: Bool, isNegated: Bool) -> String {
        let isOne = person == .one
        if verb == "be" { return (isPast ? (isOne ? "was" : "were") : isOne ? "is" : "are") + (isNegated ? "n't" : "") }
        if verb == "expect" { return form("be", person, isPast: isPast, isNegated: isNegated) + " expecting" }
        if isNegated { return (isPast ? "didn't " : isOne ? "doesn't " : "don't ") + verb }
        if isPast { return past[verb] ?? regularPast(verb) }
        guard isOne else { return verb }
        if verb == "have" { return "has" }
        return verb.hasSuffix("y") && !verb.hasSuffix("ay") ? verb.dropLast() + "ies" : verb == "do" ? "does" : verb + "s"
    }

    private static func regularPast(_ verb: String) -> String {
        verb.hasSuffix("e") ? verb + "d" : verb.hasSuffix("y") && !verb.hasSuffix("ay") ? verb.dropLast() + "ied" : verb + "ed"
    }

    private static let past = [
        "have": "had", "do": "did", "take": "took", "eat": "ate", "drink": "drank", "speak": "spoke", "wear": "wore", "drive": "drove", "know": "knew",
        "cost": "cost",
        "prefer": "preferred",
    ]
}
