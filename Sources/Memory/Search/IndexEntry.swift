import Base
import Domain
import Foundation

/// What the search knows of a fragment.
struct IndexEntry: Sendable {
    var id: Fragment.ID
    var owner: User.ID
    var isShared: Bool
    var kind: Fragment.Kind
    var conversation: Conversation.ID?
    var occurredAt: Date
    var text: String
    var language: Language?
    var speaker: String?
    var entities: [String]
    var importance: Double
    var arousal: Double
    /// Whether another fact took its place.
    var isHistory: Bool
    /// What it was drawn from, an episode or a fact that was told: the two are one result, and it is no neighbour of what was said.
    var origin: Fragment.ID?
}

/// A fragment that was found.
struct Hit: Sendable {
    /// Why it was found.
    enum Reason: Sendable, Hashable {
        /// Words of the query that it holds.
        case words([String])
        /// How near its meaning is, as a cosine.
        case meaning(Double)
        /// What was said right before or after it holds words of the query that it does not.
        case neighbour(words: [String])
        /// It happened in the time that the query names.
        case time
        case entity(String)
        case speaker(String)
        case importance
    }

    var id: Fragment.ID
    var score: Double
    var reasons: [Reason]
}
