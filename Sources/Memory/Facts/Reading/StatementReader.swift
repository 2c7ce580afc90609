import Base
import Domain
import Foundation
import Understanding

/// Reads what an utterance states, by rules: who, what of them, since when, how surely.
///
/// Questions, orders, hypotheses, other people's words, moods of the hour and whatever tells Jarvis how to behave state nothing.
enum StatementReader {
    static func statements(in utterance: String, language: Language, now: Date, timeZone: TimeZone) -> [Statement] {
        let said = Saying(utterance, language: language)
        guard said.count > 1, !Instructions.addresses(said), !Jokes.isOne(said) else { return [] }
        var telling = Telling(said, today: CivilDay(now, in: timeZone), timeZone: timeZone)
        return telling.statements()
    }
}

/// What is not meant.
enum Jokes {
    private static let signs = Asking.sequences(
        """
        (je|j|on) (rigole|plaisante|deconne|blague)
        c est (une blague|pour rire|l histoire)
        (i m|i am) (joking|kidding)
        just (joking|kidding)
        """)

    static func isOne(_ said: Saying) -> Bool {
        (0..<said.count).contains { start in
            said.text.readsAny(signs, at: start, before: said.count).map { !["pas", "plus", "not"].contains(said.text[$0]) } ?? false
        }
    }
}

/// What is said to make Jarvis behave otherwise: data at most, and never a fact.
enum Instructions {
    private static let verbs: Set<String> = [
        "ignore", "ignores", "ignorer", "oublie", "oublies", "disregard", "forget", "override", "bypass", "obeis", "obey", "desobeis", "outrepasse", "pretend",
        "pretends", "contourne",
    ]
    private static let objects: Set<String> = [
        "regles", "regle", "instructions", "instruction", "consignes", "consigne", "ordres", "directives", "rules", "rule", "prompt", "guidelines",
        "restrictions", "programmation", "programming",
    ]

    /// Whether the utterance speaks to the model about its rules; nothing in it is believed then.
    static func addresses(_ said: Saying) -> Bool {
        var hasVerb = false, hasObject = false
        for token in said.text.tokens {
            if verbs.contains(token.text) { hasVerb = true }
            if objects.contains(token.text) { hasObject = true }
        }
        return hasVerb && hasObject
    }
}
