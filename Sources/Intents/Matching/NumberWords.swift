private import CShims

/// Numbers as a language writes them in words, from ICU's rules for spelling them out (Unicode CLDR, rule-based number formats).
struct NumberWords: Sendable {
    struct Spelling: Sendable {
        var text: String
        var value: Double
    }

    /// Each way of spelling each number: "vingt et un", "vingt et une", "septante".
    let spellings: [Spelling]
    /// Words between the whole and the decimals: "virgule", "point".
    let decimalMarks: Set<String>
    /// "et demie", "and a half": half a unit more.
    let halves: [[String]]

    /// - Parameter ranges: which numbers the language's templates have.
    init(language: String, ranges: [IntentPackage.List.Range]) {
        var wanted: Set<Int> = Set(0...100)
        for range in ranges {
            for value in stride(from: range.from, through: range.to, by: range.step) where wanted.count < 600 { wanted.insert(value) }
        }
        var result: [Spelling] = []
        var marks: Set<String> = []
        for locale in Self.locales(of: language) {
            guard let speller = Speller(locale) else { continue }
            for way in 0..<speller.count where speller.choose(way) {
                for number in wanted.sorted() {
                    guard let text = speller.spell(Double(number)) else { continue }
                    result.append(Spelling(text: text, value: Double(number)))
                }
                if let whole = speller.spell(2), let tenth = speller.spell(2.3), let three = speller.spell(3) {
                    let words = Tokenizer.words(of: tenth).map(\.folded)
                    let first = Tokenizer.words(of: whole).map(\.folded)
                    let last = Tokenizer.words(of: three).map(\.folded)
                    if words.count == first.count + 1 + last.count, words.starts(with: first), words.suffix(last.count) == last[...] {
                        marks.insert(words[first.count])
                    }
                }
            }
        }
        spellings = result
        switch language.prefix(2) {
        case "fr":
            marks.insert("point")
            halves = [["et", "demi"], ["et", "demie"]]
        case "en": halves = [["and", "a", "half"], ["and", "half"]]
        default: halves = []
        }
        decimalMarks = marks
    }

    /// The locale's own name first; others that are spoken by the same people after it.
    private static func locales(of language: String) -> [String] {
        switch language {
        case "fr": ["fr", "fr_CH", "fr_BE"]
        case "zh-TW", "zh-HK", "zh-MO": ["zh_Hant"]
        default: [language.replacing("-", with: "_")]
        }
    }

    /// Owns one of ICU's number formats.
    private final class Speller {
        private let handle: UnsafeMutableRawPointer
        let count: Int32

        init?(_ locale: String) {
            guard let handle = shim_icu_speller_open(locale) else { return nil }
            self.handle = handle
            count = shim_icu_speller_count(handle)
        }

        deinit { shim_icu_speller_close(handle) }

        /// Ordinals and years are left out: nobody sets a heating to "nineteenth".
        func choose(_ way: Int32) -> Bool {
            var name = [UInt16](repeating: 0, count: 128)
            let length = shim_icu_speller_name(handle, way, &name, 128)
            let text = String(decoding: name.prefix(Int(length)), as: UTF16.self)
            return !text.contains("ordinal") && !text.contains("year") && !text.contains("verbose") && shim_icu_speller_choose(handle, way) != 0
        }

        func spell(_ number: Double) -> String? {
            var text = [UInt16](repeating: 0, count: 256)
            let length = shim_icu_speller_spell(handle, number, &text, 256)
            return length > 0 ? String(decoding: text.prefix(Int(length)), as: UTF16.self) : nil
        }
    }
}
