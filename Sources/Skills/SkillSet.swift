public import Base
public import Domain
import Understanding

/// The skills of this house, in the order in which they are asked.
public struct SkillSet: Sendable {
    /// An answer, and the name of the skill that gave it.
    public struct Answer: Sendable {
        public var skill: String
        public var reply: SkillReply
    }

    public let skills: [any Skill]
    private let readers: [(skill: any Skill, text: (any TextSkill)?)]

    public init(_ skills: [any Skill]) {
        self.skills = skills
        readers = skills.map { ($0, $0 as? any TextSkill) }
    }

    /// Asks each skill in order; `nil` when none takes the utterance. Throws what the skill that took it throws.
    ///
    /// - Parameter onlyTelling: asks those alone that never do anything but tell.
    public func answer(_ utterance: Utterance, in context: SkillContext, onlyTelling: Bool = false) async throws -> Answer? {
        let text = FoldedText(utterance.text)
        for (skill, reader) in readers where skill.onlyTells || !onlyTelling {
            let reply = if let reader { try await reader.answer(text, utterance, in: context) } else { try await skill.answer(utterance, in: context) }
            if let reply { return Answer(skill: skill.name, reply: reply) }
        }
        return nil
    }

    /// Things to say, skill by skill.
    public func examples(in language: Language) -> [String] { skills.flatMap { $0.examples(in: language) } }
}
