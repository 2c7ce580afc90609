private import Foundation

/// The sounds of an acoustic model, and how IPA is written with them.
struct Phones: Sendable {
    /// IPA, one to three characters, to the model's phones; an empty list for what is not said.
    let table: [String: [String]]

    /// The phones for IPA as espeak-ng writes it; `nil` when nothing of it is known.
    func spell(_ ipa: String) -> String? {
        // Stress, length, ties and breaks say nothing here; a tilde belongs to its vowel.
        let dropped: Set<Unicode.Scalar> = ["ˈ", "ˌ", ".", "‿", " ", "-", "\u{361}", "\u{200D}", "'", "|", "\u{2d0}", "\u{2d1}", "\u{329}", "\u{32f}"]
        let scalars = Array(ipa.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !dropped.contains($0) })
        var result: [String] = []
        var index = 0
        search: while index < scalars.count {
            // "(en)" marks a change of language.
            if scalars[index] == "(", let close = scalars[index...].firstIndex(of: ")") {
                index = close + 1
                continue
            }
            for length in [3, 2, 1] where index + length <= scalars.count {
                var key = ""
                key.unicodeScalars.append(contentsOf: scalars[index..<index + length])
                if let phones = table[key] {
                    result += phones
                    index += length
                    continue search
                }
            }
            index += 1
        }
        return result.isEmpty ? nil : result.joined(separator: " ")
    }

    /// The 36 phones of the French model of the CMUSphinx project.
    static let french = Phones(
        pairs: """
            a aa,ɑ aa,ɐ aa,æ aa,ɑ̃ an,ɛ̃ in,ɔ̃ on,œ̃ un,e ei,ɛ ai,i ii,ɪ ii,o au,ɔ oo,ɒ oo,u ou,ʊ ou,y uu,ø eu,œ oe,ʌ oe,ɜ oe,ə ee,ɚ oe rr,p pp,b bb,t tt,d dd,k kk,
            ɡ gg,g gg,f ff,v vv,s ss,z zz,ʃ ch,ʒ jj,tʃ tt ch,dʒ dd jj,m mm,n nn,ɲ gn,ŋ nn gg,l ll,ʁ rr,r rr,ɹ rr,ʀ rr,x rr,j yy,w ww,ɥ uy,θ ss,ð zz,h,
            eɪ ai ii,əʊ au,oʊ au,ᵻ ii
            """)

    /// The 39 phones of CMUdict.
    static let english = Phones(
        pairs: """
            ɑ AA,a AA,ɐ AH,ɐ̃ AA N,æ AE,ʌ AH,ə AH,ɚ ER,ɜ ER,ɝ ER,ᵻ IH,ɪ IH,i IY,ɛ EH,e EH,ɔ AO,ɒ AA,o OW,ʊ UH,u UW,y UW,ø ER,œ ER,
            ɑ̃ AA N,ɛ̃ AE N,ɔ̃ AO N,œ̃ AH N,aɪ AY,aʊ AW,eɪ EY,oʊ OW,əʊ OW,ɔɪ OY,ɪə IH R,eə EH R,ɛə EH R,ʊə UH R,iə IY AH,aɪə AY ER,aɪɚ AY ER,
            əl AH L,p P,b B,t T,ɾ T,ʔ T,d D,k K,ɡ G,g G,f F,v V,s S,z Z,θ TH,ð DH,ʃ SH,ʒ ZH,tʃ CH,dʒ JH,m M,n N,ɲ N Y,ŋ NG,l L,ɫ L,ɬ L,
            ɹ R,r R,ʁ R,ʀ R,x K,j Y,w W,ʍ W,ɥ W,h HH
            """)

    private init(pairs: String) {
        var table: [String: [String]] = [:]
        for pair in pairs.split(whereSeparator: { $0 == "," || $0.isNewline }) {
            let parts = pair.split(separator: " ").map(String.init)
            if let ipa = parts.first { table[ipa.decomposedStringWithCanonicalMapping] = Array(parts.dropFirst()) }
        }
        self.table = table
    }
}
