import Domain
import Lifecycle
import Synchronization

/// What is to be done soon, and by whom it was caused: nothing here is lost that matters, since the store knows what was not encoded.
final class Pending: Sendable {
    private struct State {
        /// Whose messages wait, with how often that was said.
        var people: [Principal: Int] = [:]
        var recalls: [Principal: [Fragment.ID]] = [:]
        /// Conversations that are not to be remembered, as far as that was said since the start: for what is answered, not for what is kept.
        var unremembered: Set<Conversation.ID> = []
    }
    private let state = Mutex(State())
    let wakeup = Wakeup()

    /// Recalls that are remembered at most until they are written.
    private static let recallLimit = 10_000

    func note(_ principal: Principal) {
        state.withLock { $0.people[principal, default: 0] += 1 }
        wakeup.signal()
    }

    /// Whether this person has something waiting, and the mark to give to `done` after it was seen to. Until then whoever asks is told so, and waits.
    func waiting(_ principal: Principal) -> Int? { state.withLock { $0.people[principal] } }

    func done(_ principal: Principal, upTo mark: Int) { state.withLock { if $0.people[principal] == mark { $0.people[principal] = nil } } }

    var people: [Principal] { state.withLock { Array($0.people.keys) } }

    func setRemembering(_ isRemembering: Bool, in conversation: Conversation.ID) {
        state.withLock { state in
            if isRemembering { state.unremembered.remove(conversation) } else { state.unremembered.insert(conversation) }
        }
    }

    func isUnremembered(_ conversation: Conversation.ID) -> Bool { state.withLock { $0.unremembered.contains(conversation) } }

    func recalled(_ ids: [Fragment.ID], by principal: Principal) {
        state.withLock { state in
            guard state.recalls.values.reduce(0, { $0 + $1.count }) < Self.recallLimit else { return }
            state.recalls[principal, default: []] += ids
        }
    }

    func takeRecalls() -> [Principal: [Fragment.ID]] {
        state.withLock { state in
            defer { state.recalls = [:] }
            return state.recalls
        }
    }
}
