import Base
import Domain
import Foundation
import Understanding

/// What one household remembers, in process: the index that finds it, and for each person their facts and what tells near-duplicates.
///
/// Everything here follows the store: a change is stored first and taken in afterwards, one change at a time.
actor Mind {
    /// One person's part.
    struct Person {
        var principal: Principal
        var book: FactBook
        var encoder: TurnEncoder
        var promises: [Fragment.ID: Fragment] = [:]
        /// When the last sleep that came to its end began.
        var sleptAt: Date?
        /// The mood of each conversation of late.
        var moods: [Conversation.ID: Mood] = [:]
    }

    let household: Household.ID
    nonisolated let index = FragmentIndex()
    nonisolated let parts: Brain.Parts
    nonisolated let meaning: Meaning?
    nonisolated let timeZone: TimeZone
    nonisolated let turnstile = Turnstile()
    nonisolated let senses = Senses(
        score: { Limbic.score($0, language: $1) },
        statements: { StatementReader.statements(in: $0, language: $1, now: $2, timeZone: $3) },
        commitments: { CommitmentReader.commitments(in: $0, language: $1, now: $2, timeZone: $3) })

    private var isLoaded = false
    /// Whether a write failed after its changes were thought of: what stands here is not what is in the store, and a new mind has to be read.
    private(set) var isStale = false
    var people: [User.ID: Person] = [:]
    /// Who is believed how far, by name.
    private var roles: [String: Role] = [:]
    /// What everybody in the household sees, for those who come later, with its owner.
    private(set) var shared: [Fragment.ID: OwnedFragment] = [:]
    /// What was drawn from what, and what took the place of what.
    var links = Links()

    init(household: Household.ID, parts: Brain.Parts, meaning: Meaning?, timeZone: TimeZone) {
        self.household = household
        self.parts = parts
        self.meaning = meaning
        self.timeZone = timeZone
    }

    // MARK: reading it in

    private static let page = 2000

    /// Reads everything from the store, once.
    func load() async throws {
        if isLoaded { return }
        try await turnstile.pass {
            if isLoaded { return }
            do {
                try await read()
            } catch {
                isStale = true
                throw error
            }
            isLoaded = true
        }
    }

    private func read() async throws {
        let principals = try await parts.fragments.people().filter { $0.household == household }
        for principal in principals { roles[principal.name] = principal.role }
        for principal in principals { _ = person(principal) }
        var after: Fragment.ID?
        while true {
            let page = try await parts.fragments.scan(household, after: after, limit: Self.page)
            guard let last = page.last else { break }
            for owned in page { takeIn(owned) }
            index.insert(page.map(IndexEntry.init))
            after = last.fragment.id
        }
        if let meaning { try await loadVectors(by: meaning.model) }
    }

    private func loadVectors(by model: String) async throws {
        var after: Fragment.ID?
        while true {
            let page = try await parts.fragments.vectors(by: model, of: household, after: after, limit: Self.page)
            guard let last = page.last else { return }
            index.setVectors(page)
            after = last.id
        }
    }

    /// The part of a person; made when they are new.
    func person(_ principal: Principal) -> Person {
        if let person = people[principal.user] { return person }
        roles[principal.name] = principal.role
        var person = Person(
            principal: principal, book: FactBook(owner: principal.name, role: principal.role, people: roles),
            encoder: TurnEncoder(for: principal, senses: senses, timeZone: timeZone))
        for owned in shared.values { person.book.insert(owned.fragment) }
        people[principal.user] = person
        return person
    }

    /// Takes note of a fragment as it is in the store now; the index is the caller's.
    private func takeIn(_ owned: OwnedFragment) {
        let fragment = owned.fragment
        links.insert(fragment)
        if fragment.isShared { shared[fragment.id] = owned } else { shared[fragment.id] = nil }
        // Not over the keys themselves: they would hold on to the books, which then are copied to be changed.
        for user in Array(people.keys) {
            if user == owned.owner || fragment.isShared { people[user]?.book.insert(fragment) } else { people[user]?.book.remove(fragment.id) }
        }
        people[owned.owner]?.encoder.take(.add(fragment), timeZone: timeZone)
        if fragment.kind == .promise { people[owned.owner]?.promises[fragment.id] = fragment }
    }

    private func letGo(_ ids: [Fragment.ID]) {
        index.remove(ids)
        for id in ids {
            links.remove(id)
            shared[id] = nil
            for user in Array(people.keys) {
                people[user]?.book.remove(id)
                people[user]?.promises[id] = nil
                people[user]?.encoder.take(.erase(id), timeZone: timeZone)
            }
        }
    }

    // MARK: changing it

    /// Stores changes in one step and takes them in. Call it inside the turnstile.
    func apply(_ changes: [MemoryChange], encoded: [Message.ID] = [], for principal: Principal) async throws {
        var step = FragmentChange(encoded: encoded)
        // Several changes of one fragment are one.
        var after: [Fragment.ID: Fragment?] = [:], added: [Fragment.ID] = [], order: [Fragment.ID] = []
        let known = Set(changes.map(\.id))
        let stored = Dictionary(try await parts.fragments.fragments(Array(known), for: principal).map { ($0.id, $0) }) { first, _ in first }
        for change in changes {
            if after[change.id] == nil { order.append(change.id) }
            let before = after[change.id] ?? stored[change.id]
            if before == nil, case .add = change { added.append(change.id) }
            after[change.id] = .some(change.applied(to: before))
        }
        let isNew = Set(added)
        for id in order {
            guard let result = after[id], let fragment = result else {
                if stored[id] != nil { step.erased.append(id) }
                continue
            }
            if isNew.contains(id) { step.added.append(fragment) } else { step.updated.append(fragment) }
        }
        guard !step.isEmpty else { return }
        do {
            try await parts.fragments.commit(step, for: principal)
        } catch {
            isStale = true
            throw error
        }
        let owned = (step.added + step.updated).map { OwnedFragment($0, owner: shared[$0.id]?.owner ?? principal.user) }
        for fragment in owned { takeIn(fragment) }
        // What only weighs otherwise keeps its place, and its meaning.
        let reweighed = owned.filter { stored[$0.fragment.id]?.isFound(by: $0.fragment) ?? false }
        index.update(reweighed.map { WeightChange($0.fragment) })
        let kept = Set(reweighed.map(\.fragment.id)), found = owned.filter { !kept.contains($0.fragment.id) }
        index.remove(found.map(\.fragment.id))
        index.insert(found.map(IndexEntry.init))
        if !step.erased.isEmpty { letGo(step.erased) }
    }

    /// What is in the bin is no longer found.
    func binned(_ ids: [Fragment.ID]) { letGo(ids) }

    func restored(_ fragments: [Fragment], for principal: Principal) {
        _ = person(principal)
        let owned = fragments.map { OwnedFragment($0, owner: shared[$0.id]?.owner ?? principal.user) }
        for fragment in owned { takeIn(fragment) }
        index.remove(fragments.map(\.id))
        index.insert(owned.map(IndexEntry.init))
    }

    // MARK: asking it

    func relations(of id: Fragment.ID) -> (derived: [Fragment.ID], superseded: [Fragment.ID]) {
        (links.derived(from: id), links.superseded(by: id))
    }

    func book(of principal: Principal) -> FactBook { person(principal).book }

    func note(_ affect: Affect, in conversation: Conversation.ID, at date: Date, for principal: Principal) -> Mood {
        _ = person(principal)
        if people[principal.user]?.moods.count ?? 0 > 200 { people[principal.user]?.moods = [:] }
        people[principal.user]?.moods[conversation, default: Mood()].note(affect, at: date)
        return people[principal.user]?.moods[conversation] ?? Mood()
    }
}

/// Which fragments were drawn from which, and which took the place of which.
struct Links: Sendable {
    private var derived: [Fragment.ID: Set<Fragment.ID>] = [:]
    private var superseded: [Fragment.ID: Set<Fragment.ID>] = [:]
    private var origins: [Fragment.ID: [Fragment.ID]] = [:]
    private var successor: [Fragment.ID: Fragment.ID] = [:]

    mutating func insert(_ fragment: Fragment) {
        remove(fragment.id)
        if !fragment.origins.isEmpty {
            origins[fragment.id] = fragment.origins
            for origin in fragment.origins { derived[origin, default: []].insert(fragment.id) }
        }
        if let next = fragment.fact?.supersededBy {
            successor[fragment.id] = next
            superseded[next, default: []].insert(fragment.id)
        }
    }

    mutating func remove(_ id: Fragment.ID) {
        for origin in origins.removeValue(forKey: id) ?? [] { Self.drop(id, from: &derived, at: origin) }
        if let next = successor.removeValue(forKey: id) { Self.drop(id, from: &superseded, at: next) }
    }

    func derived(from id: Fragment.ID) -> [Fragment.ID] { derived[id].map { $0.sorted() } ?? [] }
    func superseded(by id: Fragment.ID) -> [Fragment.ID] { superseded[id].map { $0.sorted() } ?? [] }
    func origins(of id: Fragment.ID) -> [Fragment.ID] { origins[id] ?? [] }

    private static func drop(_ id: Fragment.ID, from table: inout [Fragment.ID: Set<Fragment.ID>], at key: Fragment.ID) {
        table[key]?.remove(id)
        if table[key]?.isEmpty == true { table[key] = nil }
    }
}

extension Fragment {
    /// Whether what finds this one finds `other`, too: nothing that is searched is different.
    fileprivate func isFound(by other: Fragment) -> Bool {
        text == other.text && kind == other.kind && speaker == other.speaker && language == other.language && entities == other.entities
            && occurredAt == other.occurredAt && conversation == other.conversation && origins == other.origins
    }
}

extension WeightChange {
    fileprivate init(_ fragment: Fragment) {
        self.init(
            id: fragment.id, importance: fragment.importance, arousal: fragment.affect.arousal, isHistory: fragment.fact?.supersededAt != nil,
            isShared: fragment.isShared)
    }
}

extension IndexEntry {
    init(_ owned: OwnedFragment) {
        let fragment = owned.fragment
        self.init(
            id: fragment.id, owner: owned.owner, isShared: fragment.isShared, kind: fragment.kind, conversation: fragment.conversation,
            occurredAt: fragment.occurredAt, text: fragment.text, language: fragment.language, speaker: fragment.speaker, entities: fragment.entities,
            importance: fragment.importance, arousal: fragment.affect.arousal, isHistory: fragment.fact?.supersededAt != nil,
            origin: fragment.origins.count == 1 ? fragment.origins[0] : nil)
    }
}
