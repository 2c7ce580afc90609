import Domain
import Foundation
import Understanding

// Who is meant. A fact keeps the key it was told under, so that history is never rewritten; which keys are one person is found when it is asked.
//
//   @me, zoe                    the owner, also by name; @us is the household
//   lea                         a name, folded
//   @me/sister                  somebody of whom only the tie is known
//   paul#@me/neighbour          one of several of that name
//   voiture, voiture de leo     a thing; of somebody else's where they said "ma voiture"
extension FactBook {
    /// Keys walked through at most: people have a handful of names.
    private static let limit = 24

    // MARK: keys

    /// The key a statement of this speaker is kept under.
    func key(_ subject: Statement.Subject, saidBy speaker: String, isShared: Bool) -> String {
        let mine = isShared || speaker != owner ? speaker : Fact.me
        func absolute(_ key: String) -> String {
            if key == Fact.me { return mine }
            return key.hasPrefix(Fact.me + "/") ? mine + key.dropFirst(Fact.me.count) : key
        }
        if let kinship = subject.kinship {
            let node = absolute(kinship.of) + "/" + kinship.relation
            let plain = Self.plainKey(subject.key)
            if !Kinship.isNoun(plain, of: kinship.relation, in: subject.name) { return "\(plain)#\(node)" }
            return holder(of: node, mustBeLive: true) ?? node
        }
        if subject.key == Fact.us { return Fact.us }
        let key = absolute(subject.key)
        if key == mine || key.hasPrefix("@") { return key }
        let plain = Self.plainKey(key)
        return mine != Fact.me && Self.isOnesOwn(subject.name) ? "\(plain) de \(speaker)" : plain
    }

    /// All keys under which facts of this subject may be, as the owner of the book says it; its own first.
    func keys(of subject: Statement.Subject) -> [String] { keys(of: key(subject, saidBy: owner, isShared: false)) }

    /// All keys that stand for the same as this one.
    func keys(of key: String, depth: Int = 0) -> [String] {
        var found = [key], index = 0
        while index < found.count, found.count < Self.limit {
            for next in neighbours(of: found[index], depth: depth) where !found.contains(next) { found.append(next) }
            index += 1
        }
        return found
    }

    /// The other people of the same name who are kept apart: "Paul" may be one's brother or one's neighbour.
    func namesakes(of key: String) -> [String] {
        let identities = identities(of: key)
        return identities.count > 1 ? identities.map(\.key) : []
    }

    // MARK: walking

    private func neighbours(of key: String, depth: Int) -> [String] {
        if key == Fact.me { return [owner] + names.aliases(of: key) }
        if key == Fact.us { return [] }
        var found = key == owner ? [Fact.me] : []
        if let (name, node) = Self.qualification(key) {
            let identities = identities(of: name)
            let (of, relation) = Self.tie(node) ?? ("", ""), identity = Kinship.of(relation)?.identity
            // A name alone is whoever was first known by it.
            if identities.first.map({ $0.owner == of && $0.identity == identity }) ?? true { found.append(name) }
            // "Mon voisin" is the one who was told of as "Paul, mon voisin", unless somebody else is known to be.
            let told = names.subjects(tied: node), holders = names.holders(of: [of], Kinship.related(to: relation))
            if holder(of: node, depth: depth).map({ $0 == key || $0 == name }) ?? (holders.isEmpty && told == [key]) { found.append(node) }
        } else if key.contains("/") {
            let told = names.subjects(tied: key)
            if let holder = holder(of: key, depth: depth) ?? (told.count == 1 ? told.first : nil) { found.append(holder) }
            if depth < 3, let (of, relation) = Self.tie(key) {
                // "Ma femme" told before as "ma compagne"; "la mère de Léa" where Léa is known by another name, too.
                for subject in keys(of: of, depth: depth + 1) {
                    for other in Kinship.related(to: relation) where slots["\(subject)/\(other)"] != nil { found.append("\(subject)/\(other)") }
                }
            }
        } else {
            found += names.aliases(of: key)
            let identities = identities(of: key)
            for (index, identity) in identities.enumerated() where identities.count < 2 || index == 0 {
                found.append(identity.key)
                for node in identity.nodes where holder(of: node, depth: depth).map({ $0 == key || $0 == identity.key }) ?? false { found.append(node) }
            }
            found += things(key)
        }
        return found
    }

    /// "La voiture" is one's own, or the only one there is.
    private func things(_ key: String) -> [String] {
        if let of = key.range(of: " de "), key[of.upperBound...] == owner { return [String(key[..<of.lowerBound])] }
        let own = "\(key) de \(owner)"
        if slots[own] != nil { return [own] }
        let others = names.possessed(key)
        return slots[key] == nil && others.count == 1 ? others : []
    }

    /// Who is named as the holder of a tie: `nil` where nobody is, or several are at a time.
    /// - Parameter mustBeLive: Who it is today; else whom it was first said of, to whom what was said before belongs.
    private func holder(of node: String, mustBeLive: Bool = false, depth: Int = 0) -> String? {
        guard depth < 4, let (of, relation) = Self.tie(node) else { return nil }
        let links = names.holders(of: keys(of: of, depth: depth + 1), Kinship.related(to: relation))
        let live = Set(links.filter(\.isLive).map(\.name))
        guard live.count < 2, let link = mustBeLive ? links.last(where: \.isLive) : links.first else { return nil }
        let identities = identities(of: link.name)
        guard identities.count > 1, let kinship = link.kinship else { return link.name }
        return identities.first { $0.owner == Self.tie(node)?.of && $0.identity == kinship.identity }?.key ?? link.name
    }

    private struct Identity {
        var owner: String
        var identity: String
        /// "paul#@me/neighbour"
        var key: String
        var nodes: [String]
    }

    /// The different people of a name, the one known first at first: two ties to the same person of which nobody has both.
    private func identities(of name: String) -> [Identity] {
        var found: [Identity] = []
        func add(_ owner: String, _ relation: String, _ node: String) {
            guard let identity = Kinship.of(relation)?.identity else { return }
            if let index = found.firstIndex(where: { $0.owner == owner && $0.identity == identity }) {
                if !found[index].nodes.contains(node) { found[index].nodes.append(node) }
            } else {
                found.append(Identity(owner: owner, identity: identity, key: "\(name)#\(node)", nodes: [node]))
            }
        }
        // A tie that is no more keeps nobody apart from whom it is said of today.
        let ties = names.ties(of: name), living = Set(ties.filter(\.isLive).map(\.subject))
        for link in ties where link.isLive || !living.contains(link.subject) { add(link.subject, link.relation, "\(link.subject)/\(link.relation)") }
        for key in names.qualified(name) {
            if let (_, node) = Self.qualification(key), let (of, relation) = Self.tie(node) { add(of, relation, node) }
        }
        // "Le frère de Léa" may well be "mon mari": only ties to one and the same person exclude each other.
        let owners = Dictionary(grouping: found, by: \.owner)
        guard owners.values.contains(where: { $0.count > 1 }) else {
            guard let first = found.first else { return [] }
            return [Identity(owner: first.owner, identity: first.identity, key: first.key, nodes: found.flatMap(\.nodes))]
        }
        return found
    }

    // MARK: spelling

    /// "paul#@me/neighbour" is "paul" and "@me/neighbour".
    static func qualification(_ key: String) -> (name: String, node: String)? {
        guard let hash = key.firstIndex(of: "#") else { return nil }
        return (String(key[..<hash]), String(key[key.index(after: hash)...]))
    }

    /// "@me/sister" is "@me" and "sister"; "@me/sister/husband" is "@me/sister" and "husband".
    static func tie(_ node: String) -> (of: String, relation: String)? {
        guard let slash = node.lastIndex(of: "/") else { return nil }
        return (String(node[..<slash]), String(node[node.index(after: slash)...]))
    }

    /// Folded, without article or possessive: "leo s car" is "car de leo".
    private static func plainKey(_ key: String) -> String {
        guard !key.hasPrefix("@"), !key.contains("/") else { return key }
        var words = FoldedText.key(key).split(separator: " ").map(String.init)
        while words.count > 1, articles.contains(words[0]) { words.removeFirst() }
        if let genitive = words.firstIndex(of: "s"), genitive > 0, genitive + 1 < words.count {
            words = Array(words[(genitive + 1)...]) + ["de"] + Array(words[..<genitive])
        }
        return words.joined(separator: " ")
    }

    private static func isOnesOwn(_ name: String) -> Bool {
        FoldedText.key(name).split(separator: " ").first.map { ["mon", "ma", "mes", "my"].contains(String($0)) } ?? false
    }

    private static let articles: Set<String> = ["le", "la", "les", "l", "un", "une", "the", "a", "an", "mon", "ma", "mes", "notre", "nos", "my", "our"]
}

extension Fact {
    /// The subject that stands for the household.
    static let us = "@us"
}
