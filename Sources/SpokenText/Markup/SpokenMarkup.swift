public import Base

/// A subset of SSML (W3C Speech Synthesis Markup Language 1.1), read into pieces.
///
/// Read are `speak`, `p`, `s`, `break`, `prosody`, `say-as`, `sub`, `lang`, `voice`; `emphasis` and other elements are passed over, their text is
/// said. A text that does not begin with `<speak`, with or without an XML prolog before it, is plain.
public enum SpokenMarkup {
    /// The longest text, in bytes.
    public static let maximumLength = 100_000
    /// How deep elements may stand in each other.
    public static let maximumDepth = 32
    /// The longest silence, and all silences together.
    public static let maximumSilence = Duration.seconds(10)
    public static let maximumTotalSilence = Duration.seconds(60)

    public enum Piece: Sendable, Equatable {
        case text(Passage)
        case silence(Duration)
    }

    /// A text that is said in one manner.
    public struct Passage: Sendable, Equatable {
        public var text: String
        /// As in `xml:lang`: `fr`, `en-GB`; `nil` is the language of the request.
        public var language: String?
        /// `nil` is the voice of the request.
        public var voice: String?
        /// 1 is as usual; between 0.25 and 4.
        public var rate: Double
        /// 1 is as usual, 0 is silent; at most 4.
        public var volume: Double
        /// 1 is as usual; between 0.5 and 2.
        public var pitch: Double
        public var sayAs: SayAs?

        public init(
            _ text: String, language: String? = nil, voice: String? = nil, rate: Double = 1, volume: Double = 1, pitch: Double = 1, sayAs: SayAs? = nil
        ) {
            self.text = text
            self.language = language
            self.voice = voice
            self.rate = rate
            self.volume = volume
            self.pitch = pitch
            self.sayAs = sayAs
        }

        /// The text in words; `fallback` where the passage names no language that is written out here.
        public func written(language fallback: Language) -> String {
            let language = language.flatMap { Language(tag: $0) } ?? fallback
            return sayAs.flatMap { $0.written(text, language) } ?? SpokenText.written(text, language: language)
        }
    }

    public enum SayAs: String, Sendable {
        case characters, cardinal, ordinal, date, time, telephone
    }

    /// What is wrong with a text, and where.
    public struct Malformed: Error, Equatable, CustomStringConvertible {
        public let message: String
        /// The line and the column, from 1, the column in Unicode scalars.
        public let line: Int
        public let column: Int

        public var description: String { "Line \(line), column \(column): \(message)" }
    }

    /// The pieces of a text, in their order; none when there is nothing to say.
    /// - Throws: `Malformed`.
    public static func parse(_ text: String) throws(Malformed) -> [Piece] {
        let trimmed = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        guard isMarkup(trimmed) else {
            return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? [] : [.text(Passage(text))]
        }
        guard text.utf8.count <= maximumLength else {
            throw Malformed(message: "SSML may have \(maximumLength) bytes, this has \(text.utf8.count).", line: 1, column: 1)
        }
        var parser = MarkupParser(text)
        return try parser.pieces()
    }

    /// Whether it begins with `<speak`, or with what may stand before that in a document. Any other XML is a text.
    private static func isMarkup(_ text: Substring.UnicodeScalarView) -> Bool {
        var rest = text
        while let (_, end) = [("<?", "?>"), ("<!--", "-->")].first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
            guard let after = rest.firstRange(of: end.unicodeScalars)?.upperBound else { return false }
            rest = rest[after...].drop { $0.properties.isWhitespace }
        }
        return ["<speak", "<!DOCTYPE speak"].contains { start in
            guard rest.starts(with: start.unicodeScalars) else { return false }
            return rest.dropFirst(start.count).first.map { $0 == ">" || $0 == "/" || $0.properties.isWhitespace } ?? true
        }
    }
}

extension SpokenMarkup.SayAs {
    /// The text said so; `nil` when it is not of this kind, and is then read as any text.
    func written(_ text: String, _ language: Language) -> String? {
        let digits = text.filter(\.isWholeNumber)
        switch self {
        case .characters:
            let vocabulary = language == .french ? Vocabulary.french : Vocabulary.english
            return text.filter { !$0.isWhitespace }.map { character in
                character.wholeNumberValue.map { language.cardinal($0) } ?? character.unicodeScalars.first.flatMap { vocabulary.addressSigns[$0] }
                    ?? vocabulary.spelled(String(character))
            }.joined(separator: " ")
        case .telephone:
            var reader = Reader(text, language: language)
            return reader.telephone() ?? language.digits(digits)
        case .ordinal: return digits.utf8.count <= 18 ? Int(digits).map { language.ordinal($0) } : nil
        case .cardinal, .date, .time: return nil
        }
    }
}
