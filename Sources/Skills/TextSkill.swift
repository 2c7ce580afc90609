public import Domain
public import Understanding

/// A skill that reads the folded text, which `SkillSet` makes once for all of them.
public protocol TextSkill: Skill {
    func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply?
}

extension TextSkill {
    public func answer(_ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        try await answer(FoldedText(utterance.text), utterance, in: context)
    }
}
