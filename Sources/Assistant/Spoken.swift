import Base
import Foundation

/// Puts together what is said.
enum Spoken {
    /// Sentences one after the other, each ended.
    static func joined(_ texts: [String]) -> String {
        texts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
            .map { text in text.last.map { ".!?…»”".contains($0) } ?? true ? text : text + "." }.joined(separator: " ")
    }

    /// Words of the speaker, as they were said.
    static func quoted(_ texts: [String], _ language: Language) -> String {
        texts.map { language(fr: "« \($0) »", en: "“\($0)”") }.joined(separator: ", ")
    }
}
