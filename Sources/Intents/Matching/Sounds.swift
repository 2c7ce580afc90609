/// How a word sounds, roughly: two spellings that a listener or a speech recognizer may take for each other have the same key.
///
/// The rules are the regular correspondences of French and English spelling and sound; exceptions do not matter here, because both the template's
/// word and the speaker's go through the same rules.
enum Sounds {
    /// The key, or `nil` when nothing is left of the word, or the language has no rules here.
    static func key(of word: String, in language: String) -> String? {
        switch language {
        case "fr": nonEmpty(French.key(of: word))
        case "en": nonEmpty(English.key(of: word))
        default: nil
        }
    }

    private static func nonEmpty(_ key: String) -> String? { key.isEmpty ? nil : key }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }

    /// Letters and the sound they have together.
    private struct Rule {
        let letters: [UInt8]
        let sound: [UInt8]

        init(_ letters: String, _ sound: String) {
            self.letters = Array(letters.utf8)
            self.sound = Array(sound.utf8)
        }

        func fits(_ source: [UInt8], at offset: Int) -> Bool {
            guard offset + letters.count <= source.count else { return false }
            for index in 1..<letters.count where source[offset + index] != letters[index] { return false }
            return true
        }
    }

    private enum French {
        /// Letter groups by their first letter, the longest first. Capitals are nasal vowels and sounds without a letter of their own.
        static let groups: [[Rule]] = {
            var table = [[Rule]](repeating: [], count: 256)
            for (letters, sound) in [
                ("aient", "e"), ("eaux", "o"), ("aille", "aY"), ("eille", "eY"), ("ouille", "uY"), ("ain", "I"), ("ein", "I"), ("eau", "o"), ("oin", "wI"),
                ("ien", "yI"), ("sch", "C"), ("ail", "aY"), ("eil", "eY"), ("ill", "Y"), ("ion", "yO"), ("tion", "syO"), ("eu", "E"), ("oeu", "E"),
                ("oe", "E"), ("ai", "e"), ("ei", "e"), ("ay", "e"), ("ey", "e"), ("au", "o"), ("ou", "u"), ("oi", "wa"), ("oy", "wa"), ("ph", "f"),
                ("ch", "C"), ("gn", "N"), ("qu", "k"), ("gu", "g"), ("th", "t"), ("rh", "r"), ("ge", "j"), ("gi", "ji"), ("ce", "se"), ("ci", "si"),
                ("cy", "si"), ("sc", "s"),
            ] { table[Int(letters.utf8.first ?? 0)].append(Rule(letters, sound)) }
            return table
        }()

        /// Short words that sound the same, under one of them: the rules below are for longer ones.
        static let homophones: [String: String] = {
            var table: [String: String] = [:]
            for group in [
                "et est es ai hait", "a à as", "ou où", "sa ça", "ce se", "ces ses sait sais", "mes mais met mets m'est", "on ont", "son sont", "la là",
                "peu peut peux",
                "tout tous toux", "temps tant tend tends", "dans dent dents d'en", "sans cent cents sang", "vingt vin vain vins", "sept cet cette",
                "dix dis dit", "deux de",
                "pause pose", "sur sûr", "près prêt", "quel quelle quels quelles", "heure heures heur", "trois troie", "son sons", "fin faim", "porte portes",
                "pas pat",
            ] {
                let words = group.split(separator: " ").map(String.init)
                for word in words { table[word] = words[0] }
            }
            return table
        }()

        /// Endings that are not heard, or all sound like é.
        static let acuteEndings = ["aient", "ées", "ait", "ais", "ée", "és", "er", "ez", "et", "ai", "é", "è", "ê"].map { Array($0.unicodeScalars) }
        static let acute: Unicode.Scalar = "é"
        /// Endings that are not heard.
        static let silentEndings = ["ent", "es", "e"].map { Array($0.utf8) }
        static let adverb = Array("ment".utf8)

        static func key(of word: String) -> String {
            if let same = homophones[word] { return "=" + same }
            var scalars = Array(word.unicodeScalars)
            for ending in acuteEndings where scalars.count > ending.count + 1 && scalars.reversed().starts(with: ending.reversed()) {
                scalars.removeLast(ending.count)
                scalars.append(acute)
                break
            }
            var source = Array(Tokenizer.folded(String(String.UnicodeScalarView(scalars))).utf8)
            if scalars.last != acute {
                for ending in silentEndings where source.count > ending.count + 2 && ends(source, with: ending) && !ends(source, with: adverb) {
                    // "lent" and the like are nouns; a verb's -ent follows a consonant of a longer word.
                    if ending.count == 3, source.count < 7 { continue }
                    source.removeLast(ending.count)
                    break
                }
                while source.count > 2, let last = source.last, isMute(last) { source.removeLast() }
            }
            return collapsed(sounds(of: source))
        }

        private static func ends(_ source: [UInt8], with ending: [UInt8]) -> Bool { source.suffix(ending.count).elementsEqual(ending) }

        /// Consonants that are not heard at the end.
        private static func isMute(_ letter: UInt8) -> Bool {
            switch letter {
            case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "x"), UInt8(ascii: "p"), UInt8(ascii: "z"): true
            default: false
            }
        }

        private static func sounds(of source: [UInt8]) -> [UInt8] {
            let groups = groups
            var key: [UInt8] = []
            key.reserveCapacity(source.count + 4)
            var at = 0
            while at < source.count {
                let letter = source[at]
                let next = at + 1 < source.count ? source[at + 1] : 0
                // A nasal vowel: n or m before a consonant or the end.
                if next == UInt8(ascii: "n") || next == UInt8(ascii: "m"), isVowel(letter) {
                    let after = at + 2 < source.count ? source[at + 2] : 0
                    if !isVowel(after), after != UInt8(ascii: "n"), after != UInt8(ascii: "m") {
                        switch letter {
                        case UInt8(ascii: "a"), UInt8(ascii: "e"): key.append(UInt8(ascii: "A"))
                        case UInt8(ascii: "o"): key.append(UInt8(ascii: "O"))
                        default: key.append(UInt8(ascii: "I"))
                        }
                        at += 2
                        continue
                    }
                }
                if let rule = groups[Int(letter)].first(where: { $0.fits(source, at: at) && !isNoNasal($0, source, at) }) {
                    key += rule.sound
                    at += rule.letters.count
                    continue
                }
                switch letter {
                case UInt8(ascii: "h"): break
                case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "k"): key.append(UInt8(ascii: "k"))
                case UInt8(ascii: "y"): key.append(UInt8(ascii: "i"))
                case UInt8(ascii: "x"):
                    key.append(UInt8(ascii: "k"))
                    key.append(UInt8(ascii: "s"))
                case UInt8(ascii: "w"): key.append(UInt8(ascii: "v"))
                case UInt8(ascii: "s"): key.append(at > 0 && isVowel(source[at - 1]) && isVowel(next) ? UInt8(ascii: "z") : letter)
                default: key.append(letter)
                }
                at += 1
            }
            return key
        }

        /// "ain" and the like before a vowel or another n are no nasal vowels.
        private static func isNoNasal(_ rule: Rule, _ source: [UInt8], _ at: Int) -> Bool {
            guard rule.letters.count == 3, rule.letters[2] == UInt8(ascii: "n"), at + 3 < source.count else { return false }
            return isVowel(source[at + 3]) || source[at + 3] == UInt8(ascii: "n")
        }
    }

    private enum English {
        static let rules = [
            ("ough", "o"), ("igh", "i"), ("tion", "Sn"), ("ph", "f"), ("ck", "k"), ("sh", "S"), ("ch", "C"), ("th", "T"), ("wh", "w"), ("wr", "r"),
            ("kn", "n"), ("qu", "kw"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("gh", ""), ("dge", "j"), ("z", "s"), ("ee", "i"),
            ("ea", "i"), ("oo", "u"), ("ou", "u"), ("ow", "u"), ("ai", "e"), ("ay", "e"), ("ie", "i"), ("y", "i"),
        ].map { Rule($0, $1) }

        static func key(of word: String) -> String {
            var letters = Array(word.utf8)
            for rule in rules { replace(rule, in: &letters) }
            let s = UInt8(ascii: "s")
            let e = UInt8(ascii: "e")
            if letters.count > 3, letters.last == s { letters.removeLast(letters[letters.count - 2] == e ? 2 : 1) }
            if letters.count > 2, letters.last == e { letters.removeLast() }
            return collapsed(letters)
        }

        private static func replace(_ rule: Rule, in letters: inout [UInt8]) {
            let first = rule.letters[0]
            guard letters.contains(first) else { return }
            var result: [UInt8] = []
            var at = 0
            while at < letters.count {
                if letters[at] == first, rule.fits(letters, at: at) {
                    result += rule.sound
                    at += rule.letters.count
                } else {
                    result.append(letters[at])
                    at += 1
                }
            }
            letters = result
        }
    }

    /// Doubled sounds are heard once.
    private static func collapsed(_ key: [UInt8]) -> String {
        var result: [UInt8] = []
        for letter in key where letter >= 0x80 || result.last != letter { result.append(letter) }
        return String(decoding: result, as: UTF8.self)
    }
}
