import Base
import Foundation

/// Why something was found, in words for a person.
enum Reasons {
    static func text(_ reasons: [Hit.Reason], _ language: Language) -> String {
        reasons.map { text($0, language) }.joined(separator: language(fr: " ; ", en: "; "))
    }

    private static func text(_ reason: Hit.Reason, _ language: Language) -> String {
        func list(_ words: [String]) -> String { words.joined(separator: ", ") }
        return switch reason {
        case .words(let words): language(fr: "mots : ", en: "words: ") + list(words)
        case .meaning(let cosine): language(fr: "sens proche (\(percent(cosine)) %)", en: "near in meaning (\(percent(cosine))%)")
        case .neighbour(let words): language(fr: "dit juste à côté de : ", en: "said right beside: ") + list(words)
        case .time: language(fr: "à ce moment-là", en: "at that time")
        case .entity(let name): language(fr: "à propos de \(name)", en: "about \(name)")
        case .speaker(let name): language(fr: "dit par \(name)", en: "said by \(name)")
        case .importance: language(fr: "important", en: "important")
        }
    }

    private static func percent(_ value: Double) -> Int { Int((value * 100).rounded()) }
}
