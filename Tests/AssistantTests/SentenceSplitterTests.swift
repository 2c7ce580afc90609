@testable import Assistant
import Base
import Testing

@Suite struct SentenceSplitterTests {
    private func split(_ text: String, _ language: Language = .french, piece: Int = .max) -> [String] {
        var splitter = SentenceSplitter(language: language), sentences: [String] = [], rest = Substring(text)
        while !rest.isEmpty {
            sentences += splitter.append(String(rest.prefix(piece)))
            rest = rest.dropFirst(piece)
        }
        if let last = splitter.finish() { sentences.append(last) }
        return sentences
    }

    @Test(arguments: [
        ("Bonjour. Ça va ? Oui !", ["Bonjour. ", "Ça va ? ", "Oui !"]),
        ("M. Dupont et Mme. Durand arrivent. Ils sont là.", ["M. Dupont et Mme. Durand arrivent. ", "Ils sont là."]),
        ("Il fait 3.5 degrés. Il est 14 h 05. Voilà.", ["Il fait 3.5 degrés. ", "Il est 14 h 05. ", "Voilà."]),
        ("Attends… Non... Si !", ["Attends… ", "Non... ", "Si !"]),
        ("Il dit : « Oui ! » Puis il part.", ["Il dit : « Oui ! » ", "Puis il part."]),
        ("Une liste :\n1. du lait\n2. des œufs\n", ["Une liste :\n", "1. du lait\n", "2. des œufs\n"]),
        ("Sans fin", ["Sans fin"]), ("", []), ("...", ["..."]), ("J. Verne a écrit cela. Oui.", ["J. Verne a écrit cela. ", "Oui."]),
    ])
    func cutsFrench(_ text: String, _ sentences: [String]) { #expect(split(text) == sentences) }

    @Test func cutsEnglish() {
        #expect(split("Dr. Who is here, e.g. now. Really? (Yes.) Fine.", .english) == ["Dr. Who is here, e.g. now. ", "Really? ", "(Yes.) ", "Fine."])
    }

    @Test func losesNothingHoweverItComes() {
        let text = "Bonjour M. X. Il est 9 h 30… « Vraiment ? » Oui !\n\n1. un\n2. deux 3.14 fin. Et J. K. R. aussi" + String(repeating: " mot", count: 300)
        let whole = split(text)
        for piece in [1, 2, 3, 7, 50] {
            #expect(split(text, piece: piece) == whole, "\(piece)")
            #expect(split(text, piece: piece).joined() == text)
        }
        #expect(whole.allSatisfy { $0.count <= SentenceSplitter.longest + 20 })
    }
}
