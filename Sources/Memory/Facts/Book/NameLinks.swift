import Domain
import Foundation
import Understanding

/// Which names stand for the same person or thing, as facts say it: "ma sœur s'appelle Julie", "on l'appelle Juju".
struct NameLinks: Sendable {
    struct Link: Sendable {
        var fact: Fragment.ID
        var subject: String
        var relation: String
        /// Folded.
        var name: String
        var saidAt: Date
        var isLive: Bool

        /// `nil`: another name of the subject itself.
        var kinship: Kinship? { Kinship.of(relation) }
    }

    private var bySubject: [String: [Link]] = [:]
    private var byName: [String: [Link]] = [:]
    /// "paul#@me/neighbour" by "paul"; "voiture de leo" by "voiture". They stay when their facts go: such a subject is looked up in vain, and no more.
    private var qualified: [String: [String]] = [:]
    /// The same by "@me/neighbour".
    private var byTie: [String: [String]] = [:]
    private var possessed: [String: Set<String>] = [:]

    static let aliases: Set<String> = ["name", "nickname", "alias", "called", "full_name"]

    mutating func add(_ id: Fragment.ID, _ fact: Fact, saidAt: Date, isLive: Bool) {
        if let hash = fact.subject.firstIndex(of: "#") {
            let name = String(fact.subject[..<hash]), tie = String(fact.subject[fact.subject.index(after: hash)...])
            if qualified[name]?.contains(fact.subject) != true {
                qualified[name, default: []].append(fact.subject)
                byTie[tie, default: []].append(fact.subject)
            }
        } else if let of = fact.subject.range(of: " de ") {
            possessed[String(fact.subject[..<of.lowerBound]), default: []].insert(fact.subject)
        }
        guard let link = Self.link(id, fact, saidAt, isLive) else { return }
        bySubject[link.subject, default: []].append(link)
        byName[link.name, default: []].append(link)
    }

    mutating func remove(_ id: Fragment.ID, _ fact: Fact) {
        guard let link = Self.link(id, fact, .distantPast, false) else { return }
        bySubject[link.subject]?.removeAll { $0.fact == id }
        byName[link.name]?.removeAll { $0.fact == id }
    }

    /// Other names of this subject, and those that have this as another name.
    func aliases(of key: String) -> [String] {
        (bySubject[key] ?? []).filter { $0.kinship == nil }.map(\.name) + (byName[key] ?? []).filter { $0.kinship == nil }.map(\.subject)
    }

    /// Who is `relation` of these, oldest first.
    func holders(of subjects: [String], _ relations: [String]) -> [Link] {
        subjects.flatMap { bySubject[$0] ?? [] }.filter { $0.kinship != nil && relations.contains($0.relation) }.sorted { $0.saidAt < $1.saidAt }
    }

    /// Whose what somebody of this name is, oldest first.
    func ties(of name: String) -> [Link] { (byName[name] ?? []).filter { $0.kinship != nil }.sorted { $0.saidAt < $1.saidAt } }

    /// In the order in which they became known.
    func qualified(_ name: String) -> [String] { qualified[name] ?? [] }
    /// The subjects that were told of with their name and this tie.
    func subjects(tied tie: String) -> [String] { byTie[tie] ?? [] }
    func possessed(_ thing: String) -> [String] { possessed[thing]?.sorted() ?? [] }

    private static func link(_ id: Fragment.ID, _ fact: Fact, _ saidAt: Date, _ isLive: Bool) -> Link? {
        guard aliases.contains(fact.relation) || Kinship.of(fact.relation) != nil else { return nil }
        let name = FoldedText.key(fact.value)
        // "deux enfants" says how many, and not who.
        guard !name.isEmpty, name != fact.subject, FactValue.number(fact.value) == nil else { return nil }
        return Link(fact: id, subject: fact.subject, relation: fact.relation, name: name, saidAt: saidAt, isLive: isLive)
    }
}
