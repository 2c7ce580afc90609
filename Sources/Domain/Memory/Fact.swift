public import Foundation

/// What a fragment says of whom: subject, relation and value, with the time it holds for (bi-temporal: the fragment's `learnedAt` is when it was learned).
///
/// "Léa habite à Lyon depuis mai" is subject `lea`, relation `lives_in`, value `Lyon`, valid from May on.
public struct Fact: Sendable, Hashable, Codable {
    /// Whom or what it is about, folded ("lea", "voiture"); `Fact.me` for the owner of the memory.
    public var subject: String
    /// The subject as it was said ("Léa", "la voiture").
    public var subjectName: String
    /// A name from the catalogue of relations (`lives_in`, `allergic_to`), or a folded attribute in the speaker's words ("code du portail").
    public var relation: String
    /// As it was said ("Lyon", "4512").
    public var value: String
    /// "Léa n'aime pas le thé"
    public var isNegated: Bool
    /// The time it holds for: `nil` is open on that side.
    public var validFrom: Date?
    public var validUntil: Date?
    /// 0 to 1: less for "je crois que", "peut-être", and for what a model drew.
    public var confidence: Double
    /// The fact that took its place, and when Jarvis learned of that: from then on this one is history.
    public var supersededBy: Fragment.ID?
    public var supersededAt: Date?

    public init(
        subject: String, subjectName: String, relation: String, value: String, isNegated: Bool = false, validFrom: Date? = nil, validUntil: Date? = nil,
        confidence: Double = 1, supersededBy: Fragment.ID? = nil, supersededAt: Date? = nil
    ) {
        self.subject = subject
        self.subjectName = subjectName
        self.relation = relation
        self.value = value
        self.isNegated = isNegated
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.confidence = confidence
        self.supersededBy = supersededBy
        self.supersededAt = supersededAt
    }

    /// The subject that stands for the owner of the memory.
    public static let me = "@me"

    /// Whether it is taken to be so at `date`, as far as Jarvis knows today.
    public func holds(at date: Date) -> Bool {
        supersededAt == nil && (validFrom.map { $0 <= date } ?? true) && (validUntil.map { date < $0 } ?? true)
    }
}
