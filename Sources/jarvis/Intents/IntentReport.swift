import Base
import Domain
import Intents

/// What would become of a sentence, with the readings it was chosen from.
struct IntentReport: Encodable {
    struct Understood: Encodable {
        var intent: String
        var slots: [String: JSONValue]
        var text: String?
        /// 0: as a template says it; about 1 for each word that was guessed or missing.
        var score: Double?
        /// Names that the house does not have.
        var unknown: [String]?
        var timing: String?
    }

    /// `orders`, `question` or `none`.
    var outcome: String
    var orders: [Understood] = []
    var question: String?
    var choices: [String] = []
    /// The matcher's readings of the whole sentence, the best first.
    var candidates: [Understood]

    init(_ reading: Reading, _ candidates: [Candidate]) {
        self.candidates = candidates.map {
            Understood(
                intent: $0.intent.name, slots: $0.intent.slots.mapValues(\.value), score: ($0.cost * 100).rounded() / 100,
                unknown: $0.unknown.isEmpty ? nil : $0.unknown.map(\.text))
        }
        switch reading {
        case .none, .answer: outcome = "none"
        case .question(let question):
            outcome = "question"
            self.question = question.text
            choices = question.choices.map(\.label)
        case .orders(let orders):
            outcome = "orders"
            self.orders = orders.map {
                Understood(
                    intent: $0.intent.name, slots: $0.intent.slots.mapValues(\.value), text: $0.text, timing: $0.timing == .now ? nil : "\($0.timing)")
            }
        }
    }

    func text(in language: Language) -> String {
        var lines: [String] = []
        switch outcome {
        case "none":
            lines.append(language(fr: "Pas un ordre : la question irait au modèle de langage.", en: "Not an order: it would go to the language model."))
        case "question": lines.append(language(fr: "Demanderait : \(question ?? "")", en: "Would ask: \(question ?? "")"))
        default:
            for order in orders { lines.append("\(order.intent)  \(IntentsCommand.describe(order.slots))\(order.timing.map { "  (\($0))" } ?? "")") }
        }
        if !candidates.isEmpty { lines.append(language(fr: "Lectures :", en: "Readings:")) }
        for candidate in candidates.prefix(5) {
            let unknown = candidate.unknown.map { "  ? " + $0.joined(separator: ", ") } ?? ""
            lines.append("  \(candidate.score ?? 0)  \(candidate.intent)  \(IntentsCommand.describe(candidate.slots))\(unknown)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
