import Base
public import Domain
import Understanding

/// What the memory takes before anybody looks for an order in it.
public enum MemoryClaim: Sendable {
    case answered(SkillReply)
    /// It tells something, and is no order: "non, en fait c'est 4513" after what the memory was told.
    case told
}

extension MemorySkill {
    /// Asked before the orders: "don't remember this conversation" is no order that was taken back, and a correction of what was just told to the memory
    /// must not be made a correction of an order. `nil` for everything else.
    public func claim(_ utterance: Utterance, in context: SkillContext) async throws -> MemoryClaim? {
        let text = FoldedText(utterance.text)
        if let match = Self.grammar.match(text, preferring: utterance.language) {
            switch match.intent {
            case .stopRemembering, .startRemembering, .incognito, .leaveIncognito: return try await answer(utterance, in: context).map { .answered($0) }
            default: break
            }
        }
        guard recent.wasAnsweredLast(in: context), Self.corrections.contains(where: { text.reads($0, at: 0, before: text.tokens.count) != nil }),
            text.tokens.count > 2
        else { return nil }
        return try await answer(utterance, in: context).map { .answered($0) } ?? .told
    }

    /// To be told who answered each turn.
    public func answered(_ skill: String?, in context: SkillContext) { recent.answered(by: skill == name, in: context) }

    private static let corrections = [["non"], ["no"], ["en", "fait"], ["actually"], ["je", "voulais", "dire"], ["i", "meant"], ["pardon"], ["sorry"]]
}
