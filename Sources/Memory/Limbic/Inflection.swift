/// The forms of a word by light rules. They make some forms that no one says, which costs nothing.
enum Inflection: Sendable {
    case none
    case frenchAdjective, frenchNoun, frenchVerb
    case englishAdjective, englishNoun, englishVerb

    /// The hashes of the folded forms of `word` other than itself.
    func each(of word: Substring, _ body: (UInt64) -> Void) {
        guard self != .none else { return }
        let folded = Letters(word)
        func forms(cutting cut: Int, _ endings: String) {
            let stem = LetterHash.of(folded.letters.dropLast(cut))
            for ending in endings.split(separator: " ") { body(ending.utf8.reduce(stem) { LetterHash.add($1, to: $0) }) }
        }
        func ends(_ ending: String) -> Bool { folded.letters.count > ending.utf8.count && folded.letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) }

        switch self {
        case .none: break
        case .frenchNoun: forms(cutting: 0, "s x")
        case .frenchAdjective:
            if folded.endsInAcute { return forms(cutting: 0, "s e es") }
            if ends("e") { return forms(cutting: 0, "s") }
            if ends("eux") { return forms(cutting: 1, "x se ses") }
            if ends("if") { return forms(cutting: 1, "f fs ve ves") }
            if ends("al") { return forms(cutting: 1, "l le les ux") }
            if ends("el") || ends("en") || ends("on") || ends("et") || ends("ul") {
                let double = String(decoding: folded.letters.suffix(1), as: UTF8.self)
                return forms(cutting: 0, "s e es \(double)e \(double)es")
            }
            if ends("eur") { return forms(cutting: 1, "r rs se ses re res") }
            forms(cutting: 0, "s e es")
        case .frenchVerb:
            if ends("er") {
                forms(cutting: 2, "e es ons ez ent ais ait ions iez aient er ee ees ant ante ants antes ai as a")
                forms(cutting: 2, "erai eras era erons erez eront erais erait eraient")
                if ends("ger") { forms(cutting: 2, "eons eais eait eaient eant eante eants eantes ea") }
                if ends("yer") { forms(cutting: 3, "ie ies ient iera ierai ierait") }
            } else if ends("ir") {
                forms(cutting: 2, "i is it ie ies issons issez issent issais issait issaient issant ir irai iras ira irez iront irais irait")
            } else if ends("re") {
                body(LetterHash.of(folded.letters.dropLast(2)))
                forms(cutting: 2, "s ons ez ent ais ait aient ant u us ue ues re rai ras ra rez ront rais rait")
            }
        case .englishNoun:
            forms(cutting: 0, ends("s") || ends("x") || ends("h") ? "es" : "s")
            if ends("y") { forms(cutting: 1, "ies") }
        case .englishAdjective:
            if ends("y") { return forms(cutting: 1, "y ily ier iest iness") }
            if ends("e") { forms(cutting: 1, "y ely eness") } else { forms(cutting: 0, "ly ness") }
        case .englishVerb:
            if ends("e") { return forms(cutting: 1, "e es ed ing er ers") }
            if ends("y") { forms(cutting: 1, "ies ied") }
            let double = String(decoding: folded.letters.suffix(1), as: UTF8.self)
            forms(cutting: 0, "s es ed ing \(double)ed \(double)ing")
        }
    }
}

/// A word's letters without case and accents.
private struct Letters {
    var letters: [UInt8] = []
    let endsInAcute: Bool

    init(_ word: Substring) {
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: letters.append(UInt8(scalar.value) | 0x20)
            case 0x152, 0x153: letters += Array("oe".utf8)
            case 0xC0...0x17F: letters.append(LetterHash.base(of: scalar.value))
            default: letters += Array(String(scalar).utf8)
            }
        }
        endsInAcute = word.unicodeScalars.last == "é"
    }
}
