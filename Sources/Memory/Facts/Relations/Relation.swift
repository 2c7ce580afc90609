/// One way in which a subject has values: where somebody lives, what they like, the code of the gate.
struct Relation: Sendable, Hashable {
    /// A word of the catalogue (`lives_in`), or for what has no place there, the folded attribute in the speaker's words ("code du portail").
    var name: String
    /// Whether a subject has one value at a time, so that a new one takes the old one's place (an address), or several (what somebody likes).
    var isSingle: Bool
    /// Whether its value is for ever, so that another value is a correction and not a change (a birthday, who somebody's mother is).
    var isLasting: Bool

    init(_ name: String, isSingle: Bool = false, isLasting: Bool = false) {
        self.name = name
        self.isSingle = isSingle
        self.isLasting = isLasting
    }
}
