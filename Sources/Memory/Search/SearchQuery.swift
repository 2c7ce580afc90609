import Base
import Domain
import Foundation

/// What is looked for, and by whom.
struct SearchQuery: Sendable {
    var text: String
    /// `nil`: judged from its words.
    var language: Language?
    /// What the text means, by the model that made the vectors of the index and of length 1; `nil`: words alone.
    var vector: [Float]?
    /// Who asks: finds what is theirs, and what is shared.
    var user: User.ID
    /// Only these kinds; empty: all. A fact is shown as what it was drawn from where that may be found, too.
    var kinds: Set<Fragment.Kind> = []
    var conversation: Conversation.ID?
    /// A time that the text names: what happened then weighs more.
    var preferred: DateInterval?
    /// Only what happened then.
    var required: DateInterval?
    /// Whether facts that others took the place of are found.
    var includesHistory = false
    var now: Date
    /// Of the days that the text names.
    var timeZone: TimeZone = .current
    var limit: Int
}
