import Base

/// What a verb with what follows it says: "habiter à …" is where somebody lives.
struct Frame: Sendable {
    /// How the value is taken from what follows the marker.
    enum Value: String, Sendable {
        /// As it stands: "Lyon".
        case rest
        /// With the marker: "dans le Var", "enceinte", "sous le pot".
        case whole
        /// Without the first word of the marker: "CM2" of "en CM2".
        case tail
        /// With the verb, as it was said: "attend un bébé".
        case phrase
        /// Several, each without its article: "le thé et le café".
        case list
        /// Somebody's trade, up to where it is done: "infirmière à l'hôpital".
        case job
        /// Languages only.
        case languages
        /// A medicine only.
        case medicine
        /// Pastimes: a known one, or what is done again and again.
        case pastime
        /// Food and drink that is a habit, not a meal: "pas de viande", "jamais d'alcool".
        case diet
        /// A thing, and where it was put: "les clés dans le tiroir".
        case placing
        /// A thing that was looked after: the object, or the subject of the passive.
        case upkeep
        /// A number or amount.
        case amount
        /// The verb itself, with what follows: "fumer".
        case deed
        /// Whatever it was: "a changé de travail".
        case none
    }

    var marker: [String]
    var relation: Relation
    var value: Value
    var change: Statement.Change?
    /// Whether it only says so of what is over: "a changé de travail".
    var isNegative = false
}

/// The frames of a language, by verb.
struct Frames: Sendable {
    /// Longest marker first.
    private let byVerb: [String: [Frame]]

    static func of(_ language: Language) -> Frames { language == .french ? french : english }

    private static let french = Frames(FrenchFrames.table)
    private static let english = Frames(EnglishFrames.table)

    var verbs: [String] { byVerb.keys.sorted() }

    subscript(verb: String) -> [Frame] { byVerb[verb] ?? [] }

    /// Reads lines of `verbs : what follows : relation value [change]`; `(a|b)` is a choice in what follows, and an empty choice leaves it out.
    private init(_ table: String) {
        var frames: [String: [Frame]] = [:]
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: ":", omittingEmptySubsequences: false).map { $0.split(separator: " ").joined(separator: " ") }
            guard columns.count == 3 else { continue }
            let meaning = columns[2].split(separator: " ").map(String.init)
            guard meaning.count >= 2, let value = Frame.Value(rawValue: meaning[1]) else { continue }
            let options = Set(meaning.dropFirst(2))
            let change: Statement.Change? = options.contains("begins") ? .begins : options.contains("ends") ? .ends : nil
            for marker in Self.expanded(columns[1]) {
                let frame = Frame(
                    marker: marker, relation: Catalogue.relation(meaning[0]), value: value, change: change, isNegative: options.contains("not"))
                for verb in columns[0].split(separator: ",") { frames[verb.split(separator: " ").joined(separator: " "), default: []].append(frame) }
            }
        }
        byVerb = frames.mapValues { $0.enumerated().sorted { ($1.element.marker.count, $0.offset) < ($0.element.marker.count, $1.offset) }.map(\.element) }
    }

    /// All word sequences that a marker stands for.
    static func expanded(_ marker: String) -> [[String]] {
        var sequences: [[String]] = [[]]
        var rest = marker[...]
        while let first = rest.first {
            if first == " " {
                rest.removeFirst()
                continue
            }
            let isChoice = first == "("
            let end = isChoice ? rest.firstIndex(of: ")") ?? rest.endIndex : rest.firstIndex(of: " ") ?? rest.endIndex
            let piece = isChoice ? rest[rest.index(after: rest.startIndex)..<end] : rest[..<end]
            let choices = piece.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ").map(String.init) }
            sequences = sequences.flatMap { sequence in choices.map { sequence + $0 } }
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
            if !isChoice { continue }
        }
        return sequences
    }
}
