public import Domain
import Understanding

extension MemorySkill {
    /// What is asked before orders are looked for: "don't remember this conversation" is no order that is taken back. `nil` for everything but the modes in
    /// which nothing is remembered.
    public func mode(_ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        switch Self.grammar.match(FoldedText(utterance.text), preferring: utterance.language)?.intent {
        case .stopRemembering, .startRemembering, .incognito, .leaveIncognito: try await answer(utterance, in: context)
        default: nil
        }
    }
}
