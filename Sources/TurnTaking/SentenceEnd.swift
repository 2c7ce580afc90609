import Base
import Foundation

/// What a reader of commands makes of the words so far.
public enum CommandShape: Sendable, Hashable {
    /// A whole command, surely enough to act on.
    case complete
    /// The beginning of one.
    case incomplete
    /// Neither: an answer, a question for the model, anything.
    case unknown
}

/// How a text that is being spoken ends, as far as its last words show.
enum SentenceEnd: Sendable, Hashable {
    /// A command that can be acted on.
    case complete
    /// Nothing shows that more is to come.
    case usual
    /// A word stands last that wants another behind it: "allume la", "rappelle-moi de", "turn on the".
    case middle
    /// The speaker looks for words: "euh".
    case hesitation

    init(of text: String, language: Language, shape: CommandShape) {
        let words = Words.folded(text)
        guard let last = words.last else {
            self = .usual
            return
        }
        if language(fr: Self.frenchHesitations, en: Self.englishHesitations).contains(last) {
            self = .hesitation
        } else if shape == .complete {
            self = .complete
        } else if shape == .incomplete || text.last == "'" || text.last == "’" || Self.isDangling(words, isPronoun: Self.endsInPronoun(text), language) {
            self = .middle
        } else {
            self = .usual
        }
    }

    /// "Allume-la", as against "allume la".
    private static func endsInPronoun(_ text: String) -> Bool { text.split(whereSeparator: \.isWhitespace).last?.dropFirst().contains("-") ?? false }

    private static func isDangling(_ words: [String], isPronoun: Bool, _ language: Language) -> Bool {
        guard let last = words.last else { return false }
        if isPronoun { return false }
        if language(fr: frenchLeaders, en: englishLeaders).contains(last) { return true }
        // A lone verb awaits its object; "stop" and "merci" are whole.
        return words.count <= 2 && language(fr: frenchVerbs, en: englishVerbs).contains(words.joined(separator: " "))
    }

    private static let frenchHesitations: Set<String> = ["euh", "heu", "euhm", "hum", "hmm", "bah", "ben", "eh"]
    private static let englishHesitations: Set<String> = ["uh", "um", "uhm", "er", "erm", "hmm", "hm"]

    /// Articles, prepositions, conjunctions, possessives, numbers' units to come.
    private static let frenchLeaders: Set<String> = [
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "a", "et", "ou", "mais", "puis", "dans", "sur", "sous", "pour", "par",
        "avec", "sans", "chez", "vers", "en", "entre", "jusqu", "jusque", "que", "qu", "quel", "quelle", "quels", "quelles", "si", "mon", "ma", "mes",
        "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "ce", "cet", "cette", "ces", "est", "dont",
        "alors", "parce", "quand", "comme", "virgule", "c", "n", "s", "j", "m", "t",
    ]
    private static let englishLeaders: Set<String> = [
        "the", "a", "an", "of", "to", "at", "for", "with", "without", "and", "or", "but", "then", "in", "into", "from", "by", "between", "until", "till",
        "than",
        "which", "my", "your", "our", "their", "its", "every", "is", "are", "if", "because", "when",
        "while", "as", "about", "set", "turn",
    ]
    /// Alone or with "moi", "me".
    private static let frenchVerbs: Set<String> = [
        "allume", "allumer", "eteins", "eteindre", "ouvre", "ouvrir", "ferme", "fermer", "mets", "mettre", "regle", "monte", "baisse", "augmente", "diminue",
        "lance", "demarre", "ajoute", "rappelle", "rappelle moi", "dis", "dis moi", "cherche", "appelle", "joue", "active", "desactive", "verrouille",
        "deverrouille", "est ce", "peux tu", "tu peux", "je veux", "je voudrais", "il faut",
    ]
    private static let englishVerbs: Set<String> = [
        "turn on", "turn off", "switch on", "switch off", "open", "close", "set", "put", "raise", "lower", "start", "add", "remind", "remind me", "tell",
        "tell me", "search", "call", "play", "lock", "unlock", "can you", "could you", "i want", "i need", "what is", "what's", "how",
    ]
}

/// Words as they are compared: small letters without accents and punctuation.
enum Words {
    static func folded(_ text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
