import Base

/// What is counted.
struct Noun {
    let one: String
    let many: String
    let isFeminine: Bool
}

struct Currency {
    let unit: Noun
    let cent: Noun
}

/// What stands after a number to make it an ordinal.
struct OrdinalSuffix {
    var isFeminine = false
    var isPlural = false
    /// "2nd" is "second" in French, "2e" is "deuxième".
    var isSecond = false
}

struct Abbreviation {
    /// What must stand around it, so that it is not a word.
    enum Surroundings: String { case anything, point, name, pointAndName, number, numberEitherSide }

    let words: String
    let before: Surroundings
    /// The point belongs to it, unless it ends the text.
    let takesPoint: Bool
}

/// What a language says for what is written.
struct Vocabulary: Sendable {
    let language: Language
    let minus: String
    let units: [String: Noun]
    let currencies: [String: Currency]
    let scales: [String: (one: String, many: String)]
    let months: [String]
    let fractions: [Unicode.Scalar: String]
    let phrases: [(String, String)]
    let abbreviations: [String: Abbreviation]
    let signs: [Unicode.Scalar: String]
    let addressSigns: [Unicode.Scalar: String]
    private let said: Set<String>
    private let monthNumbers: [String: Int]
    /// What is followed by the number of a version: "Python 3.11".
    let versioned: Set<String>

    static let french = Vocabulary(.french)
    static let english = Vocabulary(.english)

    private init(_ language: Language) {
        self.language = language
        minus = language(fr: "moins", en: "minus")
        units = Self.units(language)
        currencies = Self.currencies(language)
        scales = Self.scales(language)
        months = language(fr: Self.frenchMonths, en: Self.englishMonths)
        fractions = Self.fractions(language)
        phrases = language(fr: Self.frenchPhrases, en: Self.englishPhrases)
        abbreviations = Self.abbreviations(language(fr: Self.frenchAbbreviations, en: Self.englishAbbreviations))
        signs = Self.signs(language)
        addressSigns = Self.addressSigns(language)
        said = language(fr: Self.saidInFrench, en: Self.saidInEnglish)
        versioned = Self.versionedWords
        var numbers: [String: Int] = [:]
        let short = language(
            fr: ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"],
            en: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
        for (index, name) in months.enumerated() {
            numbers[name.lowercased()] = index + 1
            numbers[short[index]] = index + 1
        }
        if language == .english { numbers["sept"] = 9 }
        monthNumbers = numbers
    }

    /// 1 to 12; full or short, in capitals or not.
    func monthNumber(_ word: String) -> Int? { word.isEmpty ? nil : monthNumbers[word.lowercased()] }

    /// An acronym that is said as a word; `nil` for all others.
    func acronym(_ letters: String) -> String? { said.contains(letters) ? letters.prefix(1) + letters.dropFirst().lowercased() : nil }

    /// Letter by letter, as an engine pronounces letters rightly.
    func spelled(_ word: String) -> String {
        word.uppercased().unicodeScalars.map { scalar in
            switch Self.bare[scalar] ?? scalar {
            case "Y" where language == .french: "i grec"
            case "W" where language == .french: "double V"
            case "A" where language == .english: "ay"  // "A" alone is an article.
            case let letter: String(letter)
            }
        }.joined(separator: " ")
    }

    private static let bare: [Unicode.Scalar: Unicode.Scalar] = [
        "À": "A", "Â": "A", "Ä": "A", "É": "E", "È": "E", "Ê": "E", "Ë": "E", "Î": "I", "Ï": "I", "Ô": "O", "Ö": "O", "Ù": "U", "Û": "U", "Ü": "U",
        "Ç": "C",
    ]

    static func set(_ words: String) -> Set<String> { Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)) }

    /// Lines of a table, their columns parted by bars.
    static func table(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed } }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
