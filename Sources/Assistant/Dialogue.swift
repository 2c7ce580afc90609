import Base
import Domain
import Foundation
import Synchronization

/// What a conversation has just been about, as far as the next utterance may lean on it: a handful of facts for a few minutes, kept in memory only.
struct Dialogue: Sendable {
    /// The orders of the last turn that had any.
    private(set) var orders: [Order] = []
    /// Whether any of them had something done at once.
    private(set) var hasActed = false
    private var ordersAt = Date.distantPast
    /// What was asked back.
    private(set) var question: Reading.Question?
    /// Orders that wait for a yes.
    private(set) var unconfirmed: [Order] = []
    /// Orders that lack which thing or room is meant.
    private(set) var incomplete: [Order] = []
    /// The language in which any of that was asked.
    private(set) var language = Language.french
    private var askedAt = Date.distantPast
    /// Which turn of all it belongs to.
    fileprivate var turn = 0

    /// A follow-up after this long is a new subject.
    static let orderLife: TimeInterval = 300
    /// A yes after this long answers nothing.
    static let questionLife: TimeInterval = 120

    /// Whether something was asked that is not answered yet.
    var isAsking: Bool { question != nil || !unconfirmed.isEmpty || !incomplete.isEmpty }
    /// Whether "annule" may be about what was made for later: nothing was done since.
    var mayUndo: Bool { !hasActed || orders.contains { $0.timing != .now } }

    mutating func carriedOut(_ orders: [Order], hasActed: Bool, at now: Date) {
        self.orders = orders
        self.hasActed = hasActed
        ordersAt = now
    }

    mutating func ask(_ question: Reading.Question, in language: Language, at now: Date) {
        self.question = question
        self.language = language
        askedAt = now
    }

    mutating func hold(unconfirmed: [Order], incomplete: [Order], in language: Language, at now: Date) {
        self.unconfirmed = unconfirmed
        self.incomplete = incomplete
        self.language = language
        askedAt = now
    }

    /// What was asked is over. What waited is nothing to lean on when it was declined.
    mutating func settle(isDeclined: Bool = false) {
        if isDeclined { orders.removeAll { unconfirmed.contains($0) || incomplete.contains($0) } }
        question = nil
        unconfirmed = []
        incomplete = []
    }

    /// What of it still holds.
    fileprivate func holding(at now: Date) -> Dialogue {
        var dialogue = self
        if now.timeIntervalSince(ordersAt) > Self.orderLife { (dialogue.orders, dialogue.hasActed) = ([], false) }
        if now.timeIntervalSince(askedAt) > Self.questionLife { dialogue.settle() }
        return dialogue
    }

    fileprivate var isEmpty: Bool { orders.isEmpty && !isAsking }
    fileprivate var at: Date { max(ordersAt, askedAt) }
}

/// The dialogues of the conversations that go on now.
final class Dialogues: Sendable {
    private struct State {
        var dialogues: [Conversation.ID: Dialogue] = [:]
        var turns = 0
    }
    private let state = Mutex(State())

    /// Conversations that are remembered at once; then the oldest are let go.
    static let limit = 10_000

    /// Begins a turn: what was asked is in the hands of this turn alone, so that nothing is carried out on two yeses.
    func begin(_ conversation: Conversation.ID, at now: Date) -> Dialogue {
        state.withLock { state in
            state.turns += 1
            var dialogue = state.dialogues[conversation]?.holding(at: now) ?? Dialogue()
            var left = dialogue
            left.settle()
            state.dialogues[conversation] = left.isEmpty ? nil : left
            dialogue.turn = state.turns
            return dialogue
        }
    }

    /// Keeps what a turn leaves behind, unless a later one was faster.
    func keep(_ dialogue: Dialogue, for conversation: Conversation.ID) {
        state.withLock { state in
            guard (state.dialogues[conversation]?.turn ?? 0) <= dialogue.turn else { return }
            state.dialogues[conversation] = dialogue.isEmpty ? nil : dialogue
            guard state.dialogues.count > Self.limit else { return }
            let old = state.dialogues.sorted { $0.value.at < $1.value.at }.prefix(Self.limit / 10).map(\.key)
            for conversation in old { state.dialogues[conversation] = nil }
        }
    }

    var count: Int { state.withLock { $0.dialogues.count } }
}
