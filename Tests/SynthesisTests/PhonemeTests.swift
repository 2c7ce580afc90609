import Foundation
import TestSupport
import Testing

@testable import Synthesis

/// Against what Piper's own phonemizer makes of the same sentences, recorded in Tests/Golden/piper-phonemes.jsonl.
@Suite(.timeLimit(.minutes(1))) struct PhonemeTests {
    struct Expected: Decodable {
        let voice: String
        let text: String
        let phonemes: [String]
        let ids: [Int]
    }

    static func golden() throws -> [Expected] {
        let url = Paths.root.appending(path: "Tests/Golden/piper-phonemes.jsonl")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { try JSONDecoder().decode(Expected.self, from: Data($0.utf8)) }
    }

    /// The sentences as text, whatever the voice's name for them.
    private func phonemes(_ text: String, _ voice: String) async throws -> [String] {
        let engine = try espeak.get()
        let name = try #require(engine.voices.named(voice)?.name)
        let clauses = try await engine.clauses(of: text, voice: name)
        return PiperPhonemes.sentences(of: clauses, voice: voice).map { String(String.UnicodeScalarView($0)) }
    }

    @Test func phonemesAreThoseThatVoicesHaveLearnt() async throws {
        let golden = try Self.golden()
        #expect(golden.count >= 60 && Set(golden.map(\.voice)) == ["fr", "en-us", "en-gb-x-rp"])
        for expected in golden where !Self.hasEllipsis(expected.text) {
            let phonemes = try await phonemes(expected.text, expected.voice)
            #expect(phonemes.map { Array($0.unicodeScalars) } == expected.phonemes.map { Array($0.unicodeScalars) }, "\(expected.text): \(phonemes)")
        }
    }

    /// The one thing that is done otherwise.
    static func hasEllipsis(_ text: String) -> Bool { text.contains("…") || text.contains("...") }

    @Test func anEllipsisIsAPause() async throws {
        #expect(try await phonemes("Oui… non", "fr") == ["wˈi, nˈɔ̃"])
        #expect(try await phonemes("Oui ... Non", "fr") == ["wˈi, nˈɔ̃"])
        #expect(try await phonemes("Oui...", "fr") == ["wˈi."])
    }

    @Test func marksEndClausesAndSentences() async throws {
        #expect(try await phonemes("Oui ! A", "fr") == ["wˈi!", "ˈa"])
        #expect(try await phonemes("Oui ?! Non", "fr") == ["wˈi?", "nˈɔ̃"])
        #expect(try await phonemes("« Oui. » Non", "fr") == ["wˈi.", "nˈɔ̃"])
        #expect(try await phonemes("Oui.\n\nNon", "fr") == ["wˈi", "nˈɔ̃"])
        #expect(try await phonemes("A : a.", "fr") == ["ˈa: ˈa."])
        #expect(try await phonemes("Oui — non – oui", "fr") == ["wˈi; nˈɔ̃; wˈi"])
        // Neither ends a sentence: an abbreviation, a number.
        #expect(try await phonemes("etc. puis 3.14", "fr").count == 1)
    }

    @Test func nothingToSayIsNothing() async throws {
        for text in ["", " ", "\n\n", "…", "?!", "\u{0}", "»"] { #expect(try await phonemes(text, "fr").isEmpty, "\(text)") }
    }

    /// The library reads ahead: nothing of one text may come up in the next.
    @Test func textsAreKeptApart() async throws {
        for text in ["Oui! A", "Oui. »", "Oui, b", "«", "A.\n\nB", "Oui.\u{0}x"] {
            _ = try await phonemes(text, "fr")
            #expect(try await phonemes("non", "fr") == ["nˈɔ̃"], "\(text)")
        }
        // Nor anything of a text whose reader left.
        let (unread, full) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(1))
        let long = SpeechPiece("Une phrase si longue que son lecteur est parti bien avant la fin. Une autre.", voice: "fr", speed: 0.5)
        await #expect(throws: SynthesisError.self) { try await espeak.get().say(long, into: full) }
        #expect(try await phonemes("non", "fr") == ["nˈɔ̃"])
        withExtendedLifetime(unread) {}
    }

    @Test func wordsOfAnotherLanguageCarryNoMark() async throws {
        for sentence in try await phonemes("Une playlist, un podcast et le weekend.", "fr") { #expect(!sentence.contains("(") && !sentence.contains(")")) }
    }

    @Test func longSentencesAreParted() async throws {
        let parts = try await phonemes(String(repeating: "une phrase sans aucune fin et ", count: 200), "fr")
        #expect(parts.count > 5 && parts.allSatisfy { $0.unicodeScalars.count <= PiperPhonemes.longestSentence })
    }

    @Test func glidesAreWrittenWhereTheNotationHasThem() {
        let separator = String(Espeak.separator)
        func joined(_ text: String) -> String { text.replacingOccurrences(of: "_", with: separator) }
        #expect(Espeak.writingGlides(joined("ð_ɪ_ ˈʌ_v"), names: joined("D_I2_; 'V_v")) == joined("ð_ɪ_ʲ ˈʌ_v"))
        // A silent consonant is none, and a glide that is written stays one.
        #expect(Espeak.writingGlides(joined("d_i_ a"), names: joined("d_i_z2 a")) == joined("d_i_ a"))
        #expect(Espeak.writingGlides(joined("ð_ɪ_ʲ ˈʌ"), names: joined("D_I2_; 'V")) == joined("ð_ɪ_ʲ ˈʌ"))
        #expect(Espeak.writingGlides(joined("a_b"), names: "a") == joined("a_b"))
    }
}
