import Foundation

/// How a word sounds, roughly: two spellings that a listener or a speech recognizer may take for each other have the same key.
///
/// The rules are the regular correspondences of French and English spelling and sound; exceptions do not matter here, because both the template's
/// word and the speaker's go through the same rules.
enum Sounds {
    /// The key, or `nil` when nothing is left of the word, or the language has no rules here.
    static func key(of word: String, in language: String) -> String? {
        switch language {
        case "fr": nonEmpty(French.key(of: Array(word.unicodeScalars)))
        case "en": nonEmpty(English.key(of: Array(word.utf8)))
        default: nil
        }
    }

    private static func nonEmpty(_ key: String) -> String? { key.isEmpty ? nil : key }

    private enum French {
        /// Letter groups and their sound, the longest first. Capitals are nasal vowels and sounds without a letter of their own.
        static let groups: [(String, String)] = [
            ("aient", "e"), ("eaux", "o"), ("aille", "aY"), ("eille", "eY"), ("ouille", "uY"), ("ain", "I"), ("ein", "I"), ("eau", "o"), ("oin", "wI"),
            ("ien", "yI"), ("sch", "C"), ("ail", "aY"), ("eil", "eY"), ("ill", "Y"), ("ion", "yO"), ("tion", "syO"), ("eu", "E"), ("oeu", "E"), ("oe", "E"),
            ("ai", "e"), ("ei", "e"), ("ay", "e"), ("ey", "e"), ("au", "o"), ("ou", "u"), ("oi", "wa"), ("oy", "wa"), ("ph", "f"), ("ch", "C"), ("gn", "N"),
            ("qu", "k"), ("gu", "g"), ("th", "t"), ("rh", "r"), ("ge", "j"), ("gi", "ji"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("sc", "s"),
        ]
        static let vowels = Set("aeiouyàâäéèêëîïôöùûüœæ".unicodeScalars)

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

        static func key(of word: [Unicode.Scalar]) -> String {
            var letters = String(String.UnicodeScalarView(word))
            if let same = homophones[letters] { return "=" + same }
            // Endings that are not heard, or all sound like é.
            for ending in ["aient", "ées", "ait", "ais", "ée", "és", "er", "ez", "et", "ai", "é", "è", "ê"]
            where letters.hasSuffix(ending) && letters.count > ending.count + 1 {
                letters = String(letters.dropLast(ending.count)) + "é"
                break
            }
            let accented = letters
            letters = Tokenizer.folded(letters)
            let endsInAcute = accented.hasSuffix("é")
            if !endsInAcute {
                for ending in ["ent", "es", "e"] where letters.hasSuffix(ending) && letters.count > ending.count + 2 && !letters.hasSuffix("ment") {
                    // "lent" and the like are nouns; a verb's -ent follows a consonant of a longer word.
                    if ending == "ent", letters.count < 7 { continue }
                    letters = String(letters.dropLast(ending.count))
                    break
                }
                while letters.count > 2, let last = letters.last, "stdxpz".contains(last) { letters.removeLast() }
            }
            let source = Array(letters)
            var key = ""
            var at = 0
            outer: while at < source.count {
                // A nasal vowel: n or m before a consonant or the end.
                if at + 1 < source.count, source[at + 1] == "n" || source[at + 1] == "m", "aeiouy".contains(source[at]) {
                    let after = at + 2 < source.count ? source[at + 2] : nil
                    if after.map({ !"aeiouynm".contains($0) }) ?? true {
                        switch source[at] {
                        case "a", "e": key += "A"
                        case "o": key += "O"
                        default: key += "I"
                        }
                        at += 2
                        continue
                    }
                }
                for (group, sound) in groups
                where source[at] == group.first && at + group.count <= source.count && Array(group) == Array(source[at..<at + group.count]) {
                    if (group == "ain" || group == "ein" || group == "oin" || group == "ien" || group == "ion"), at + 3 < source.count,
                        "aeiouyn".contains(source[at + 3])
                    {
                        continue
                    }
                    key += sound
                    at += group.count
                    continue outer
                }
                let letter = source[at]
                switch letter {
                case "h": break
                case "c", "q", "k": key += "k"
                case "y": key += "i"
                case "x": key += "ks"
                case "w": key += "v"
                case "s":
                    let isBetweenVowels = at > 0 && at + 1 < source.count && "aeiouy".contains(source[at - 1]) && "aeiouy".contains(source[at + 1])
                    key += isBetweenVowels ? "z" : "s"
                default: key.append(letter)
                }
                at += 1
            }
            return collapsed(key)
        }
    }

    private enum English {
        static func key(of word: [UInt8]) -> String {
            var letters = String(decoding: word, as: UTF8.self)
            for (from, to) in [
                ("ough", "o"), ("igh", "i"), ("tion", "Sn"), ("ph", "f"), ("ck", "k"), ("sh", "S"), ("ch", "C"), ("th", "T"), ("wh", "w"), ("wr", "r"),
                ("kn", "n"),
                ("qu", "kw"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("gh", ""), ("dge", "j"), ("z", "s"), ("ee", "i"), ("ea", "i"),
                ("oo", "u"), ("ou", "u"), ("ow", "u"), ("ai", "e"), ("ay", "e"), ("ie", "i"), ("y", "i"),
            ] { letters = letters.replacingOccurrences(of: from, with: to) }
            if letters.count > 3, letters.hasSuffix("es") { letters.removeLast(2) } else if letters.count > 3, letters.hasSuffix("s") { letters.removeLast() }
            if letters.count > 2, letters.hasSuffix("e") { letters.removeLast() }
            return collapsed(letters)
        }
    }

    /// Doubled sounds are heard once.
    private static func collapsed(_ key: String) -> String {
        var result = ""
        for character in key where result.last != character { result.append(character) }
        return result
    }
}
