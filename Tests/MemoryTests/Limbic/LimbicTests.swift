import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct LimbicTests {
    /// From this valence on, a text counts as pleasant or unpleasant.
    private static let threshold = 0.12

    private func valence(_ text: String, _ language: Language = .french) -> Double {
        Limbic.score(text, language: language).affect.valence
    }

    private func misread(_ sentences: [LimbicSentences.Sentence], _ language: Language) -> [String] {
        sentences.filter { sentence in
            let valence = valence(sentence.text, language)
            return (valence >= Self.threshold ? 1 : valence <= -Self.threshold ? -1 : 0) != sentence.sign
        }.map(\.text)
    }

    @Test(arguments: Language.allCases)
    func readsWhatPeopleSay(_ language: Language) {
        let sentences: LimbicSentences = language(fr: .french, en: .english)
        #expect(misread(sentences.tuned, language) == [])
        #expect(misread(sentences.heldOut, language).count * 20 <= sentences.heldOut.count)
        #expect(misread(sentences.unseen, language).count * 3 <= sentences.unseen.count)
    }

    @Test func knowsManyWords() {
        #expect(LimbicLexicon.french.feelingCount > 2_500 && LimbicLexicon.english.feelingCount > 2_300)
    }

    @Test(arguments: [
        ("c'est pas mal", 0.2...0.6), ("c'est vraiment pas mal", 0.2...0.7), ("c'est pas terrible", -0.5 ... -0.2), ("je ne suis pas triste", 0.05...0.4),
        ("je suis plus triste que toi", -0.9 ... -0.5), ("je ne suis plus triste", 0.05...0.4), ("je n'ai jamais rien aimé", -0.6 ... -0.2),
        ("c'est pas sans plaisir", 0.2...0.7), ("un film sans intérêt, sans joie", -0.7 ... -0.2), ("j'ai aucun regret", 0.05...0.5),
        ("j'aime pas", -0.6 ... -0.2), ("je t'aime", 0.6...0.9), ("je ne crois pas que ce soit génial", -0.7 ... -0.3),
        ("si j'étais triste, je te le dirais", -0.3...0), ("je suis triste", -0.7 ... -0.5), ("elle est triste", -0.55 ... -0.35),
        ("tu es triste ?", -0.45 ... -0.2), ("putain c'est génial", 0.6...0.95), ("putain", -0.5 ... -0.2),
        ("c'est beau mais trop cher", -0.6...0), ("c'est trop cher mais magnifique", 0.3...0.8), ("« je suis triste » est une phrase", -0.5 ... -0.3),
    ])
    func weighsFrench(_ text: String, _ range: ClosedRange<Double>) {
        #expect(range.contains(valence(text)), "\(text): \(valence(text))")
    }

    @Test(arguments: [
        ("not bad", 0.2...0.6), ("it's not good", -0.5 ... -0.2), ("I'm not sad", 0.05...0.4), ("I am no longer afraid", 0.05...0.4),
        ("never without joy", 0.2...0.8), ("hardly a success", -0.6 ... -0.2), ("I don't love it", -0.8 ... -0.3), ("I don't think it's great", -0.8 ... -0.3),
        ("if I were sad I would tell you", -0.35...0), ("she is sad", -0.55 ... -0.35), ("are you sad?", -0.5 ... -0.2), ("damn that's great", 0.6...0.95),
        ("terribly good", 0.6...0.9), ("it's pretty but too expensive", -0.6...0.1), ("kind of sad", -0.5 ... -0.3),
    ])
    func weighsEnglish(_ text: String, _ range: ClosedRange<Double>) {
        #expect(range.contains(valence(text, .english)), "\(text): \(valence(text, .english))")
    }

    @Test(arguments: ["triste", "content", "heureux", "énervé", "fatigué", "génial", "nul", "inquiet", "fier", "déçu", "mauvais", "agréable"])
    func frenchInvariants(_ word: String) {
        let plain = valence("je suis \(word)")
        for more in ["très", "vraiment", "super", "hyper", "tellement", "vachement", "carrément", "trop", "extrêmement", "grave", "troooop"] {
            #expect(abs(valence("je suis \(more) \(word)")) > abs(plain), "\(more) \(word)")
        }
        for less in ["un peu", "à peine", "légèrement"] { #expect(abs(valence("je suis \(less) \(word)")) < abs(plain), "\(less) \(word)") }
        for denied in ["je ne suis pas \(word)", "je suis pas \(word)", "je ne suis plus \(word)", "j'ai jamais été \(word)", "je ne suis pas du tout \(word)"]
        {
            #expect(valence(denied) * plain < 0 && abs(valence(denied)) < abs(plain), "\(denied)")
        }
        #expect(abs(valence("je suis \(word) !!!")) > abs(plain) && abs(valence("je suis \(word.uppercased())")) > abs(plain))
        #expect(abs(valence("est-ce que je suis \(word) ?")) < abs(plain))
        #expect(abs(valence("si je suis \(word)")) < abs(plain))
    }

    @Test(arguments: ["sad", "happy", "angry", "tired", "great", "awful", "worried", "proud", "disappointed", "lovely"])
    func englishInvariants(_ word: String) {
        let plain = valence("I am \(word)", .english)
        for more in ["very", "so", "really", "extremely", "absolutely", "sooooo", "incredibly"] {
            #expect(abs(valence("I am \(more) \(word)", .english)) > abs(plain), "\(more) \(word)")
        }
        for less in ["a bit", "kind of", "slightly"] { #expect(abs(valence("I am \(less) \(word)", .english)) < abs(plain), "\(less) \(word)") }
        for denied in ["I'm not \(word)", "I was never \(word)", "I'm no longer \(word)", "I am not at all \(word)", "they aren't \(word)", "it wasnt \(word)"]
        {
            #expect(valence(denied, .english) * plain < 0 && abs(valence(denied, .english)) < abs(plain), "\(denied)")
        }
    }

    @Test func readsWithoutAccentsAndInAnyCase() {
        let sentences = LimbicSentences.french.tuned + LimbicSentences.french.heldOut
        for sentence in sentences {
            let bare = sentence.text.replacingOccurrences(of: "œ", with: "oe").folding(options: .diacriticInsensitive, locale: nil)
            #expect(valence(bare) == valence(sentence.text), "\(bare)")
            #expect(valence(sentence.text.decomposedStringWithCanonicalMapping) == valence(sentence.text))
            #expect(valence(sentence.text.replacingOccurrences(of: "'", with: "’")) == valence(sentence.text) || sentence.text.contains(":'"))
        }
        #expect(valence("J'AI PEUR") <= valence("j'ai peur"))
    }

    @Test func arousalFollowsTheCircumplex() {
        func arousal(_ text: String) -> Double { Limbic.score(text, language: .french).affect.arousal }
        #expect(arousal("je suis furieux") > arousal("je suis triste"))
        #expect(arousal("je suis euphorique") > arousal("je suis serein"))
        #expect(arousal("je suis serein") < 0.2)
        #expect(arousal("le train part à huit heures") == 0)
        #expect(arousal("j'ai peur !!!") > arousal("j'ai peur"))
    }

    @Test func staysInBoundsWhateverIsSaid() {
        var random = Generator(state: 42)
        let pieces = [
            "je", "ne", "pas", "plus", "très", "super", "mais", "si", "triste", "JOIE", "!", "?", "...", "😭", "👨‍👩‍👧", "\"", "«", ":", ":(", "<", "é", "\u{301}",
            "\n", ",", "日本", "not", "0", "\0", "trooop",
        ]
        for round in 0..<2_000 {
            let text = (0..<(round % 40)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined(separator: round % 3 == 0 ? "" : " ")
            for language in Language.allCases {
                let (affect, importance) = Limbic.score(text, language: language)
                #expect((-1...1).contains(affect.valence) && (0...1).contains(affect.arousal) && (0...1).contains(importance), "\(text)")
            }
        }
        let bytes = String(decoding: (0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next() >> 11) }, as: UTF8.self)
        #expect((0...1).contains(Limbic.score(bytes, language: .french).importance))
        #expect(abs(valence(String(repeating: "je suis furieux et triste ", count: 500))) <= 1)
        #expect(Limbic.score("", language: .english).affect == .neutral)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 16 ^ state << 24
        }
    }
}
