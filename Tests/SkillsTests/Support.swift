import Base
import Domain
import Foundation
@testable import Skills
import Testing

/// A house in which it is Saturday 21 November 2026, 14:05 in Paris.
enum House {
    static let now = Timestamp.parse("2026-11-21T13:05:00Z") ?? Date(timeIntervalSince1970: 0)
    static let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt
    static let principal = Principal(household: .init(high: 1, low: 1), user: .init(high: 1, low: 2), role: .owner, name: "owner")

    static func context(now: Date = House.now, timeZone: TimeZone = House.paris) -> SkillContext {
        SkillContext(principal: principal, conversation: .init(high: 2, low: 2), now: now, timeZone: timeZone)
    }
}

/// One sentence and what is to be answered.
struct Said: Sendable {
    let text: String
    let answer: String
    var language: Language
}

func fr(_ pairs: KeyValuePairs<String, String>) -> [Said] { pairs.map { Said(text: $0.key, answer: $0.value, language: .french) } }
func en(_ pairs: KeyValuePairs<String, String>) -> [Said] { pairs.map { Said(text: $0.key, answer: $0.value, language: .english) } }

/// Checks a whole table at once, so that one run shows every sentence that went wrong.
func check(_ skill: any Skill, _ table: [Said], in context: SkillContext = House.context(), sourceLocation: SourceLocation = #_sourceLocation) async throws {
    for said in table {
        let reply = try await skill.answer(Utterance(text: said.text, language: said.language), in: context)
        #expect(reply?.text.replacing("\u{202F}", with: " ") == said.answer, "“\(said.text)”", sourceLocation: sourceLocation)
    }
}

/// Checks that a skill leaves these alone, whatever language they are taken for.
func checkRefuses(_ skill: any Skill, _ sentences: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
    for sentence in sentences {
        for language in Language.allCases {
            let reply = try await skill.answer(Utterance(text: sentence, language: language), in: House.context())
            #expect(reply == nil, "“\(sentence)” is not for \(skill.name)", sourceLocation: sourceLocation)
        }
    }
}

/// The same numbers on every run (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
