import Domain
import Synchronization

/// What was last told in each conversation, for "pourquoi sais-tu ça ?", and what was asked back.
final class Recent: Sendable {
    /// A question of Jarvis that "oui" answers.
    enum Question: Sendable {
        case forget([Fragment.ID])
    }

    private struct Key: Hashable {
        var conversation: Conversation.ID
        var user: User.ID

        init(_ context: SkillContext) {
            conversation = context.conversation
            user = context.principal.user
        }
    }
    private struct Entry {
        var told: [Fragment.ID] = []
        var question: Question?
        var usedAt = 0
    }

    /// Conversations held at once; the one unused longest makes room.
    private static let limit = 256
    private let entries = Mutex<(uses: Int, of: [Key: Entry])>((0, [:]))

    func told(_ ids: [Fragment.ID], in context: SkillContext) { change(context) { $0.told = Array(ids.prefix(20)) } }
    func told(in context: SkillContext) -> [Fragment.ID] { entries.withLock { $0.of[Key(context)]?.told ?? [] } }
    func ask(_ question: Question, in context: SkillContext) { change(context) { $0.question = question } }

    /// The question that waits for an answer; asked for once, it waits no longer.
    func takeQuestion(in context: SkillContext) -> Question? {
        entries.withLock { entries in
            let key = Key(context)
            guard let question = entries.of[key]?.question else { return nil }
            entries.of[key]?.question = nil
            return question
        }
    }

    private func change(_ context: SkillContext, _ body: (inout Entry) -> Void) {
        entries.withLock { entries in
            let key = Key(context)
            if entries.of[key] == nil, entries.of.count >= Self.limit, let oldest = entries.of.min(by: { $0.value.usedAt < $1.value.usedAt }) {
                entries.of[oldest.key] = nil
            }
            entries.uses += 1
            var entry = entries.of[key] ?? Entry()
            body(&entry)
            entry.usedAt = entries.uses
            entries.of[key] = entry
        }
    }
}
