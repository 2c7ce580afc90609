import Domain
import Foundation
import Synchronization

/// Sees to it that the turns of a conversation stay in the order in which they were accepted: by the ids of their messages, whatever the clock does and
/// however many turns are under way at once.
///
/// `enter` before the last stored message is looked up, `leave` once the turn is stored or given up: of what happens in between, nothing is forgotten.
final class TurnOrder: Sendable {
    private struct Line {
        var turns = 0
        /// The latest that a turn under way was given.
        var last: Message.ID?
    }
    /// Of conversations with turns under way; so there are never more of them than turns.
    private let lines = Mutex<[Conversation.ID: Line]>([:])

    func enter(_ conversation: Conversation.ID) { lines.withLock { $0[conversation, default: Line()].turns += 1 } }

    /// The id of what was asked; that of the answer is the `next`.
    /// - Parameter stored: the last message in the store, read after `enter`.
    func accept(in conversation: Conversation.ID, at now: Date, after stored: Message.ID?) -> Message.ID {
        lines.withLock { lines in
            let last = [lines[conversation]?.last, stored].compactMap(\.self).max()
            // After the answer that belongs to the last one.
            let id = Message.ID(at: now, after: last?.next)
            lines[conversation]?.last = id
            return id
        }
    }

    func leave(_ conversation: Conversation.ID) {
        lines.withLock { lines in
            guard var line = lines.removeValue(forKey: conversation), line.turns > 1 else { return }
            line.turns -= 1
            lines[conversation] = line
        }
    }
}
