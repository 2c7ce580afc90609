import Base
import Configuration

/// A command line that cannot be understood: what is wrong with it, and what was probably meant.
struct UsageError: Error, Hashable {
    enum Reason: Hashable {
        case unknownCommand(String, nearest: String?)
        case unknownOption(String, nearest: String?)
        case repeated(String)
        case takesNoValue(String)
        case wantsValue(String, Words)
        case missing(Words)
        case tooMany(String)
        case notOne(String, of: [String])
        case badValue(String, expected: Words)
    }

    /// The command as it was written: `jarvis memory add`.
    let command: String
    let reason: Reason

    init(_ path: [Command], _ reason: Reason) { self.init(path.map(\.name).joined(separator: " "), reason) }

    init(_ command: String, _ reason: Reason) {
        self.command = command
        self.reason = reason
    }

    func text(in language: Language) -> String {
        switch reason {
        case .unknownCommand(let word, let nearest):
            language(fr: "« \(command) » ne connaît pas la commande « \(word) »", en: "`\(command)` has no command `\(word)`")
                + Self.suggestion(nearest, language)
        case .unknownOption(let word, let nearest):
            language(fr: "« \(command) » ne connaît pas l'option \(word)", en: "`\(command)` has no option \(word)") + Self.suggestion(nearest, language)
        case .repeated(let option): language(fr: "L'option \(option) est donnée deux fois.", en: "The option \(option) is given twice.")
        case .takesNoValue(let option): language(fr: "L'option \(option) ne prend pas de valeur.", en: "The option \(option) takes no value.")
        case .wantsValue(let option, let placeholder):
            language(fr: "Il manque la valeur de l'option : \(option) \(placeholder.fr)", en: "The option lacks its value: \(option) \(placeholder.en)")
        case .missing(let operands): language(fr: "Il manque : \(operands.fr)", en: "Missing: \(operands.en)")
        case .tooMany(let word): language(fr: "« \(word) » est de trop.", en: "`\(word)` is one too many.")
        case .notOne(let word, let choices):
            language(
                fr: "« \(word) » n'est pas un choix possible : \(choices.joined(separator: ", "))",
                en: "`\(word)` is not one of: \(choices.joined(separator: ", "))")
        case .badValue(let option, let expected): language(fr: "L'option \(option) attend \(expected.fr).", en: "The option \(option) wants \(expected.en).")
        }
    }

    private static func suggestion(_ nearest: String?, _ language: Language) -> String {
        nearest.map { language(fr: " ; vouliez-vous dire « \($0) » ?", en: "; did you mean `\($0)`?") } ?? "."
    }
}

/// The word somebody probably meant.
enum Nearest {
    static func word(to word: String, among known: [String]) -> String? {
        known.first { $0.count > 2 && word.count > 1 && $0.hasPrefix(word) } ?? Spelling.nearest(to: word, among: known)
    }
}
