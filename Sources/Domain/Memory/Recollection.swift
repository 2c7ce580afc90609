public import Base
public import Foundation

/// What is looked for in the memory.
public struct RecallQuery: Sendable {
    public var text: String
    /// `nil`: found out from the text.
    public var language: Language?
    public var limit: Int
    /// Only these kinds; empty: all.
    public var kinds: Set<Fragment.Kind>
    /// Only what was said in this conversation.
    public var conversation: Conversation.ID?
    /// Only what happened then; times named in the text weigh in without this.
    public var during: DateInterval?
    /// Whether facts that others took the place of may be found.
    public var includesHistory: Bool
    /// Whether being found strengthens what is found: a person asking does, a test or a report does not.
    public var strengthens: Bool
    public var now: Date
    public var timeZone: TimeZone

    public init(
        _ text: String, language: Language? = nil, limit: Int = 10, kinds: Set<Fragment.Kind> = [], conversation: Conversation.ID? = nil,
        during: DateInterval? = nil, includesHistory: Bool = false, strengthens: Bool = true, now: Date, timeZone: TimeZone = .current
    ) {
        self.text = text
        self.language = language
        self.limit = limit
        self.kinds = kinds
        self.conversation = conversation
        self.during = during
        self.includesHistory = includesHistory
        self.strengthens = strengthens
        self.now = now
        self.timeZone = timeZone
    }
}

/// A fragment that was found, with the reasons.
public struct Recollection: Sendable, Hashable {
    public var fragment: Fragment
    /// Higher is better; comparable within one search only.
    public var score: Double
    /// In words, for a person: "words: arachides, allergique; meaning 0.71; said right after a match".
    public var why: String

    public init(fragment: Fragment, score: Double, why: String) {
        self.fragment = fragment
        self.score = score
        self.why = why
    }
}
