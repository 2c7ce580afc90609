package import Base

/// Says back what somebody said of themselves: "prendre mes clés" becomes "prendre tes clés", "my keys" becomes "your keys".
package enum Perspective {
    package static func turned(_ text: String, _ language: Language) -> String {
        var output = "", rest = text[...], previous = ""
        while let first = rest.first {
            guard first.isLetter else {
                output.append(first)
                rest.removeFirst()
                continue
            }
            let word = String(rest.prefix { $0.isLetter })
            rest = rest.dropFirst(word.count)
            let elided = rest.first == "'" || rest.first == "’"
            let turned = self.turned(word.lowercased(), elided: elided, after: previous, language)
            output += turned.map { word.first?.isUppercase == true && word != "I" && output.isEmpty ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 } ?? word
            previous = word.lowercased()
        }
        return output
    }

    private static func turned(_ word: String, elided: Bool, after previous: String, _ language: Language) -> String? {
        if language == .english {
            if previous == "you" || previous == "i" { if let verb = ["am": "are", "m": "re", "was": "were"][word] { return verb } }
            return ["my": "your", "me": "you", "i": "you", "mine": "yours", "myself": "yourself", "our": "your", "ours": "yours"][word]
        }
        if elided { return ["m": "t", "j": "tu"][word].flatMap { $0 == "tu" ? nil : $0 } }
        if previous == "je" || previous == "j" || previous == "jai" {
            if let verb = [
                "suis": "es", "ai": "as", "vais": "vas", "peux": "peux", "prends": "prends", "fais": "fais", "aime": "aimes", "habite": "habites",
                "travaille": "travailles", "préfère": "préfères", "déteste": "détestes",
            ][word] {
                return verb
            }
        }
        // "je rentre" → "tu rentres": the verbs in -er, which are most of them.
        if previous == "je", word.count > 3, word.hasSuffix("e") { return word + "s" }
        return [
            "mon": "ton", "ma": "ta", "mes": "tes", "moi": "toi", "je": "tu", "me": "te", "mien": "tien", "mienne": "tienne", "notre": "votre", "nos": "vos",
        ][word]
    }
}
