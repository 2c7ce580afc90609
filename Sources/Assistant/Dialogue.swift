import Domain
import Foundation
import Synchronization

/// What a conversation has just been about, as far as the next utterance may lean on it: a handful of facts for a few minutes, kept in memory only.
struct Dialogue: Sendable {
    /// The orders that were carried out last.
    var orders: [Order] = []
    /// What was asked back.
    var question: Reading.Question?
    /// Orders that wait for a yes.
    var unconfirmed: [Order] = []
    /// When it was last added to.
    var at: Date

    /// A follow-up after this long is a new subject.
    static let orderLife: TimeInterval = 300
    /// A yes after this long answers nothing.
    static let questionLife: TimeInterval = 120

    /// What of it still holds.
    func holding(at now: Date) -> Dialogue {
        let age = now.timeIntervalSince(at)
        return Dialogue(
            orders: age <= Self.orderLife ? orders : [], question: age <= Self.questionLife ? question : nil,
            unconfirmed: age <= Self.questionLife ? unconfirmed : [], at: at)
    }
}

/// The dialogues of the conversations that go on now.
final class Dialogues: Sendable {
    private let dialogues = Mutex<[Conversation.ID: Dialogue]>([:])

    /// Conversations that are remembered at once; then the oldest are let go.
    private static let limit = 10_000

    func of(_ conversation: Conversation.ID, at now: Date) -> Dialogue {
        dialogues.withLock { $0[conversation]?.holding(at: now) } ?? Dialogue(at: now)
    }

    func set(_ dialogue: Dialogue, for conversation: Conversation.ID) {
        dialogues.withLock { dialogues in
            dialogues[conversation] = dialogue
            guard dialogues.count > Self.limit else { return }
            let old = dialogues.sorted { $0.value.at < $1.value.at }.prefix(Self.limit / 10).map(\.key)
            for conversation in old { dialogues[conversation] = nil }
        }
    }
}
