public import Base
public import Foundation

/// Answers one family of utterances without a model.
public protocol Skill: Sendable {
    /// A short English word for traces and metrics: `time`, `timers`.
    var name: String { get }

    /// Whether it never does anything but tell: then it may be asked even where the words might be an order.
    var onlyTells: Bool { get }

    /// Things to say that this skill understands, the most typical first: shown when somebody asks what Jarvis can do.
    func examples(in language: Language) -> [String]

    /// `nil` when the utterance is not for this skill. Must be quick to refuse, and must not guess: what no skill takes goes to the model.
    func answer(_ utterance: Utterance, in context: SkillContext) async throws -> SkillReply?
}

extension Skill {
    public var onlyTells: Bool { false }
}

/// What a skill may know about the turn it answers in.
public struct SkillContext: Sendable {
    /// With how sure it is that it is they: a voice alone is never enough for what is dangerous.
    public var principal: Principal
    /// Whether it may have been misheard.
    public var isDoubtful: Bool
    public var conversation: Conversation.ID
    public var now: Date
    public var timeZone: TimeZone
    /// The area where it was said, as an id of the house; `nil` when nobody knows.
    public var area: String?

    public init(
        principal: Principal, isDoubtful: Bool = false, conversation: Conversation.ID, now: Date, timeZone: TimeZone, area: String? = nil
    ) {
        self.principal = principal
        self.isDoubtful = isDoubtful
        self.conversation = conversation
        self.now = now
        self.timeZone = timeZone
        self.area = area
    }
}

/// A skill's answer: what is shown and said, and what was done.
public struct SkillReply: Sendable, Hashable {
    public var text: String
    public var actions: [Action]
    /// Nothing was done yet: the text asks whether it should be, and "oui" has the same order handled as confirmed.
    public var needsConfirmation: Bool
    /// Nothing was done yet: the text asks which thing or room is meant, and its name completes the order.
    public var asksWhich: Bool
    /// It took what was told, and no order: "non, en fait c'est 4513" after it tells something, too, and changes no order.
    public var tookWords: Bool

    public init(_ text: String, actions: [Action] = [], needsConfirmation: Bool = false, asksWhich: Bool = false, tookWords: Bool = false) {
        self.text = text
        self.actions = actions
        self.needsConfirmation = needsConfirmation
        self.asksWhich = asksWhich
        self.tookWords = tookWords
    }
}
