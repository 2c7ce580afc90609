import Foundation
import TestSupport
import Testing

@testable import Recognition

@Suite struct LexiconTests {
    @Test(arguments: [
        ("ʒaʁvˈis", "jj aa rr vv ii ss"), ("lɑ̃padˈɛːʁ", "ll an pp aa dd ai rr"), ("etˈɛ̃", "ei tt in"), ("(en)wˈaɪfaɪ(fr)", "ww aa ii ff aa ii"),
        ("bɥˈi", "bb uy ii"), ("ɔ̃z", "on zz"),
    ])
    func writesIPAInFrenchPhones(_ ipa: String, _ phones: String) { #expect(Phones.french.spell(ipa) == phones) }

    @Test(arguments: [
        ("dʒˈɑːɹvɪs", "JH AA R V IH S"), ("lˈæmp", "L AE M P"), ("kˈɪtʃɪn", "K IH CH IH N"), ("fˈaɪɚ", "F AY ER"), ("həlˈoʊ", "HH AH L OW"),
        ("θˈɜːməstˌæt", "TH ER M AH S T AE T"),
    ])
    func writesIPAInEnglishPhones(_ ipa: String, _ phones: String) { #expect(Phones.english.spell(ipa) == phones) }

    @Test func knowsNothingOfNothing() {
        #expect(Phones.french.spell("") == nil)
        #expect(Phones.english.spell("日本 ˈː") == nil)
    }

    @Test(arguments: [
        ("Allume l’entrée, s'il te plaît !", ["allume", "l'", "entrée", "s'", "il", "te", "plaît"]), ("quelle heure est-il", ["quelle", "heure", "est-il"]),
        ("aujourd'hui à {hour} heures", ["aujourd'hui", "à", "{hour}", "heures"]), ("  …  ", []),
    ])
    func partsFrench(_ text: String, _ words: [String]) { #expect(Lexicon.words(of: text, language: "fr") == words) }

    @Test func writesWordsAsTheyAreWritten() {
        #expect(Lexicon.words(of: "What's on?", language: "en") == ["what's", "on"])
        #expect(Lexicon.text(of: ["allume", "l'", "entrée", "d'", "en", "haut"]) == "allume l'entrée d'en haut")
    }

    /// Out of a dictionary, out of its parts, or as somebody else says it.
    @Test func findsHowWordsAreSaid() throws {
        let folder = try Paths.temporaryFolder()
        for name in ["mdef", "means", "variances", "transition_matrices"] { try Data().write(to: folder.url.appending(path: name)) }
        try "est  ai\nest(2)  ai tt\nil  ii ll\nheure oe rr\n".write(to: folder.url.appending(path: "a.dict"), atomically: true, encoding: .utf8)
        let model = try AcousticModel(language: "fr", folder: folder.url.path)
        let vocabulary = CommandVocabulary(sentences: ["est-il {x} heure"], lists: ["x": ["zou", "brr"]])
        let lexicon = try Lexicon(vocabulary, model: model) { word, language in word == "zou" && language == "fr" ? "zˈu" : nil }
        #expect(lexicon.pronunciations == ["est-il": ["ai ii ll", "ai tt ii ll"], "heure": ["oe rr"], "zou": ["zz ou"]])
        #expect(lexicon.unknown == ["brr"])
        #expect(lexicon.split("brr heure", language: "fr") == nil)
        #expect(throws: RecognitionError.self) { try AcousticModel(language: "fr", folder: folder.url.path + "/none") }
        #expect(throws: RecognitionError.self) { try AcousticModel(language: "de", folder: folder.url.path) }
    }
}
