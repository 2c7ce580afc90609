import Domain
import Foundation
import Understanding

extension FactBook {
    /// All facts of a subject as it is stored, whatever became of them.
    func all(of subject: String) -> [Fragment] { (slots[subject] ?? [:]).values.flatMap { $0.byValue.values.joined() }.compactMap { fragments[$0.id] } }

    /// Words of a name at most: "code du portail".
    private static let nameLength = 3

    /// What is so of those whom a text names, and of the speaker where it speaks of them; those named first.
    func mentioned(in text: FoldedText, limit: Int, now: Date) -> [Fragment] {
        var subjects: [String] = []
        let words = text.tokens.map(\.text)
        for start in words.indices {
            for length in 1...Self.nameLength where start + length <= words.count {
                let key = words[start..<start + length].joined(separator: " ")
                for subject in keys(of: Statement.Subject(key: key, name: key)) where slots[subject] != nil && !subjects.contains(subject) {
                    subjects.append(subject)
                }
            }
        }
        if !Self.ownWords.isDisjoint(with: words) { subjects.append(Fact.me) }
        if !Self.ourWords.isDisjoint(with: words) { subjects.append(Fact.us) }
        return everything(of: subjects, now: now, limit: limit).fragments
    }

    /// A question about an attribute that does not say whose, as it is meant: of what was last told in the conversation, else of the only one that has it.
    func supposed(_ question: FactQuestion, in conversation: Conversation.ID?) -> FactQuestion? {
        guard [nil, Fact.us].contains(question.subject?.key), let relation = question.relation else { return nil }
        let last = latestFact(in: conversation)?.fact
        let holders = slots.filter { $0.value[relation.name] != nil }.map(\.key)
        guard let subject = last?.relation == relation.name ? last?.subject : holders.count == 1 ? holders.first : nil else { return nil }
        let name = all(of: subject).first?.fact?.subjectName ?? subject
        var meant = question
        meant.subject = Statement.Subject(key: subject, name: name)
        return meant
    }

    private static let ownWords: Set<String> = ["je", "j", "moi", "mon", "ma", "mes", "me", "m", "i", "my", "mine", "myself"]
    private static let ourWords: Set<String> = ["on", "nous", "notre", "nos", "we", "our", "us"]
}
