import Base
import Domain
import Foundation
import Testing

/// What every `FragmentStore` does, whatever keeps it: an adapter's tests run `checks`, each on a fresh store.
struct FragmentStoreConformance: Sendable {
    /// People that the store knows: the first four live together, the last one elsewhere.
    struct People: Sendable {
        var owner, member, child, guest, stranger: Principal

        static func make() -> People {
            let home = Household.ID(), elsewhere = Household.ID()
            func person(_ name: String, _ role: Role, _ household: Household.ID) -> Principal {
                Principal(household: household, user: .init(), role: role, name: name, hasHouse: household == home)
            }
            return People(
                owner: person("Zoé", .owner, home), member: person("Léo", .member, home), child: person("Mia", .child, home),
                guest: person("Ali", .guest, home), stranger: person("Max", .member, elsewhere))
        }

        var all: [Principal] { [owner, member, child, guest, stranger] }
    }

    struct Check: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var run: @Sendable (FragmentStoreConformance) async throws -> Void

        init(_ name: String, _ run: @escaping @Sendable (FragmentStoreConformance) async throws -> Void) {
            testDescription = name
            self.run = run
        }
    }

    let store: any FragmentStore
    let people: People

    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    static func fragment(_ text: String, at seconds: Double = 0, _ change: (inout Fragment) -> Void = { _ in }) -> Fragment {
        var fragment = Fragment(id: .init(at: now + seconds), kind: .episode, text: text, occurredAt: now + seconds, learnedAt: now + seconds, source: .said)
        change(&fragment)
        return fragment
    }

    /// One with a value everywhere.
    static let full = fragment("Léa est allergique aux arachides") {
        $0.kind = .fact
        $0.language = .french
        $0.source = .rule
        $0.speaker = "Mémé"
        $0.conversation = .init()
        $0.area = "kitchen"
        $0.origins = [.init(), .init()]
        $0.externalID = "D1:3"
        $0.externalConversation = ""
        $0.affect = Affect(valence: -0.25, arousal: 0.5)
        $0.importance = 0.75
        $0.pinned = true
        $0.isShared = true
        $0.entities = ["lea", String(repeating: "é", count: 200)]
        $0.count = 3
        $0.recalls = 2
        $0.recalledAt = now + 5
        $0.dueAt = now + 60
        $0.fact = Fact(
            subject: "lea", subjectName: "Léa", relation: "allergic_to", value: "arachides\u{0}\u{202E}", isNegated: true, validFrom: now - 1.5,
            validUntil: Date(timeIntervalSince1970: -1), confidence: 0.4, supersededBy: .init(), supersededAt: now + 9)
    }

    static let checks: [Check] = [
        Check("keeps all of a fragment") { try await $0.keepsAll() },
        Check("adds each once") { try await $0.addsOnce() },
        Check("own and shared are seen, nothing else") { try await $0.isSeenByWhomItMay() },
        Check("changed by its owner, and what is shared by adults") { try await $0.isChangedByWhomItMay() },
        Check("listed newest first, in pages") { try await $0.listsInPages() },
        Check("listed by kind, time, conversation, pin and share") { try await $0.filters() },
        Check("updated as a whole") { try await $0.updates() },
        Check("recalls are counted") { try await $0.countsRecalls() },
        Check("the bin hides, shows and gives back") { try await $0.bins() },
        Check("the bin is purged and fragments are erased") { try await $0.purges() },
        Check("households are scanned in order") { try await $0.scans() },
        Check("vectors") { try await $0.keepsVectors() },
        Check("changes and mark together") { try await $0.commits() },
        Check("all or nothing") { try await $0.addsAllOrNothing() },
    ]

    private func listed(_ filter: FragmentFilter = .init(), for principal: Principal) async throws -> [Fragment] {
        try await store.fragments(filter, limit: 100, cursor: nil, for: principal).items
    }

    private func texts(_ principal: Principal) async throws -> Set<String> { Set(try await listed(for: principal).map(\.text)) }

    private func keepsAll() async throws {
        let plain = Self.fragment(""), full = Self.full
        #expect(try await store.add([full, plain], for: people.owner) == 2)
        #expect(try await store.fragments([plain.id, .init(), full.id, plain.id], for: people.owner) == [plain, full, plain])
    }

    private func addsOnce() async throws {
        let first = Self.fragment("un"), second = Self.fragment("deux", at: 1)
        #expect(try await store.add([first], for: people.owner) == 1)
        var changed = first
        changed.text = "autre"
        #expect(try await store.add([changed, second, second], for: people.owner) == 1)
        #expect(try await listed(for: people.owner) == [second, first])
        // Not even by somebody else, and not from the bin.
        #expect(try await store.add([changed], for: people.member) == 0)
        _ = try await store.bin([first.id], at: Self.now, for: people.owner)
        #expect(try await store.add([first], for: people.owner) == 0)
        #expect(try await listed(for: people.owner) == [second])
        #expect(try await store.add([], for: people.owner) == 0)
    }

    private func isSeenByWhomItMay() async throws {
        for principal in people.all {
            let own = Self.fragment("à \(principal.name)"), shared = Self.fragment("à tous de \(principal.name)") { $0.isShared = true }
            #expect(try await store.add([own, shared], for: principal) == 2)
        }
        let shared = Set(["Zoé", "Léo", "Mia", "Ali"].map { "à tous de \($0)" })
        for principal in people.all.dropLast() { #expect(try await texts(principal) == shared.union(["à \(principal.name)"])) }
        #expect(try await texts(people.stranger) == ["à Max", "à tous de Max"])
        let ids = try await listed(for: people.owner).map(\.id)
        #expect(try await store.fragments(ids, for: people.stranger).isEmpty)
        #expect(try await store.fragments(ids, for: people.child).count == 4)
        #expect(try await store.fragments(ids, of: people.owner.household).map(\.id) == ids)
        #expect(try await store.fragments(ids, of: people.stranger.household).isEmpty)
    }

    private func isChangedByWhomItMay() async throws {
        let own = Self.fragment("mien"), shared = Self.fragment("à tous") { $0.isShared = true }
        _ = try await store.add([own, shared], for: people.member)
        for (principal, wanted) in [
            (people.child, []), (people.guest, []), (people.stranger, []), (people.owner, [shared.id]), (people.member, [own.id, shared.id]),
        ] {
            #expect(try await store.update([own, shared], for: principal) == wanted)
            #expect(try await store.bin([own.id, shared.id], at: Self.now, for: principal) == wanted)
            #expect(try await store.binned(limit: 9, cursor: nil, for: principal).items.count == wanted.count)
            #expect(try await store.restore([own.id, shared.id], for: principal).map(\.id) == wanted)
        }
        #expect(try await store.bin([own.id, shared.id], at: Self.now, for: people.member).count == 2)
        #expect(try await store.restore([own.id, shared.id], for: people.child).isEmpty)
        for principal in [people.child, people.guest, people.stranger] { #expect(try await store.erase([own.id, shared.id], for: principal) == 0) }
        #expect(try await store.erase([own.id, shared.id], for: people.owner) == 1)
        #expect(try await store.erase([own.id, shared.id], for: people.member) == 1)
        let mine = Self.fragment("mien") { $0.isShared = true }
        _ = try await store.add([mine], for: people.child)
        #expect(try await store.update([mine], for: people.child) == [mine.id])
        #expect(try await store.bin([mine.id], at: Self.now, for: people.member) == [mine.id])
    }

    private func listsInPages() async throws {
        // Three at each time, and what happened longest ago was learned of last.
        let all = (0..<12).map { number in Self.fragment("\(number)", at: Double(-(number / 3))) { $0.isShared = number % 2 == 0 } }
        _ = try await store.add(all.filter { !$0.isShared }, for: people.owner)
        _ = try await store.add(all.filter(\.isShared), for: people.member)
        var found: [Fragment] = [], cursor: String?
        repeat {
            let page = try await store.fragments(.init(), limit: 5, cursor: cursor, for: people.owner)
            found += page.items
            cursor = page.next
        } while cursor != nil
        #expect(found == all.sorted { ($0.occurredAt, $0.id) > ($1.occurredAt, $1.id) })
        var filter = FragmentFilter(), back: [Fragment] = []
        filter.oldestFirst = true
        repeat {
            let page = try await store.fragments(filter, limit: 5, cursor: cursor, for: people.owner)
            back += page.items
            cursor = page.next
        } while cursor != nil
        #expect(back == found.reversed())
        await #expect(throws: Problem.self) { try await store.fragments(.init(), limit: 5, cursor: "rubbish", for: people.owner) }
        await #expect(throws: Problem.self) { try await store.binned(limit: 5, cursor: "0_x", for: people.owner) }
    }

    private func filters() async throws {
        let conversation = Conversation.ID()
        let said = Self.fragment("dit", at: 1) { $0.conversation = conversation }
        let fact = Self.fragment("fait", at: 2) { ($0.kind, $0.pinned) = (.fact, true) }
        let shared = Self.fragment("promis", at: 3) { ($0.kind, $0.isShared, $0.conversation) = (.promise, true, conversation) }
        _ = try await store.add([said, fact], for: people.owner)
        _ = try await store.add([shared], for: people.member)
        func list(_ change: (inout FragmentFilter) -> Void) async throws -> [String] {
            var filter = FragmentFilter()
            change(&filter)
            return try await listed(filter, for: people.owner).map(\.text)
        }
        #expect(try await list { $0.kinds = [.fact] } == ["fait"])
        #expect(try await list { $0.kinds = [.episode, .promise] } == ["promis", "dit"])
        #expect(try await list { $0.conversation = conversation } == ["promis", "dit"])
        #expect(try await list { ($0.conversation, $0.kinds) = (conversation, [.episode]) } == ["dit"])
        #expect(try await list { ($0.conversation, $0.oldestFirst) = (conversation, true) } == ["dit", "promis"])
        #expect(try await list { $0.conversation = .init() } == [])
        #expect(try await list { $0.onlyPinned = true } == ["fait"])
        #expect(try await list { $0.onlyShared = true } == ["promis"])
        // From its start up to its end.
        #expect(try await list { $0.during = DateInterval(start: Self.now + 1, end: Self.now + 3) } == ["fait", "dit"])
        #expect(try await list { $0.during = DateInterval(start: .distantPast, end: .distantFuture) }.count == 3)
    }

    private func updates() async throws {
        let old = Self.fragment("avant"), other = Self.fragment("autre", at: 1)
        _ = try await store.add([old, other], for: people.owner)
        var new = Self.full
        new.id = old.id
        #expect(try await store.update([new, Self.fragment("inconnu")], for: people.owner) == [old.id])
        #expect(try await store.fragments([old.id, other.id], for: people.owner) == [new, other])
        var bare = old
        bare.id = old.id
        #expect(try await store.update([bare], for: people.owner) == [old.id])
        #expect(try await store.fragments([old.id], for: people.owner) == [old])
        _ = try await store.bin([old.id], at: Self.now, for: people.owner)
        #expect(try await store.update([new], for: people.owner).isEmpty)
    }

    private func countsRecalls() async throws {
        let own = Self.fragment("mien"), shared = Self.fragment("à tous") { $0.isShared = true }
        _ = try await store.add([own, shared], for: people.owner)
        try await store.recalled([own.id, shared.id, .init()], at: Self.now + 5, for: people.owner)
        try await store.recalled([own.id, shared.id], at: Self.now + 3, for: people.child)
        try await store.recalled([own.id, shared.id], at: Self.now + 9, for: people.stranger)
        let found = try await store.fragments([own.id, shared.id], for: people.owner)
        #expect(found.map(\.recalls) == [1, 2])
        #expect(found.map(\.recalledAt) == [Self.now + 5, Self.now + 5])
    }

    private func bins() async throws {
        let all = (0..<5).map { Self.fragment("\($0)", at: Double($0)) }
        _ = try await store.add(all, for: people.owner)
        #expect(try await store.bin([all[0].id, all[1].id, .init()], at: Self.now, for: people.owner) == [all[0].id, all[1].id])
        #expect(try await store.bin([all[1].id, all[2].id], at: Self.now + 1, for: people.owner) == [all[2].id])
        #expect(try await listed(for: people.owner) == [all[4], all[3]])
        #expect(try await store.fragments(all.map(\.id), for: people.owner) == [all[3], all[4]])
        #expect(try await store.fragments(all.map(\.id), of: people.owner.household) == [all[3], all[4]])
        #expect(try await store.scan(people.owner.household, after: nil, limit: 9).map(\.fragment) == [all[3], all[4]])
        let first = try await store.binned(limit: 2, cursor: nil, for: people.owner)
        #expect(first.items == [BinnedFragment(all[2], at: Self.now + 1), BinnedFragment(all[1], at: Self.now)])
        let second = try await store.binned(limit: 2, cursor: first.next, for: people.owner)
        #expect(second.items.map(\.fragment) == [all[0]] && second.next == nil)
        #expect(try await store.restore([all[1].id, all[4].id, all[0].id], for: people.owner) == [all[1], all[0]])
        #expect(try await store.restore([all[1].id], for: people.owner).isEmpty)
        #expect(try await listed(for: people.owner) == [all[4], all[3], all[1], all[0]])
    }

    private func purges() async throws {
        let all = (0..<4).map { Self.fragment("\($0)", at: Double($0)) }, foreign = Self.fragment("ailleurs")
        _ = try await store.add(all, for: people.owner)
        _ = try await store.add([foreign], for: people.stranger)
        _ = try await store.bin([all[0].id], at: Self.now, for: people.owner)
        _ = try await store.bin([all[1].id], at: Self.now + 10, for: people.owner)
        _ = try await store.bin([foreign.id], at: Self.now, for: people.stranger)
        #expect(try await store.purgeBin(before: Self.now + 10) == 2)
        #expect(try await store.binned(limit: 9, cursor: nil, for: people.owner).items.map(\.fragment) == [all[1]])
        #expect(try await store.erase([all[0].id, all[1].id, all[2].id], for: people.owner) == 2)
        #expect(try await store.binned(limit: 9, cursor: nil, for: people.owner).items.isEmpty)
        #expect(try await listed(for: people.owner) == [all[3]])
    }

    private func scans() async throws {
        let all = (0..<7).map { Self.fragment("\($0)", at: Double($0)) }
        _ = try await store.add(all.reversed().filter { $0.text != "3" }, for: people.owner)
        _ = try await store.add([all[3]], for: people.child)
        _ = try await store.add([Self.fragment("ailleurs")], for: people.stranger)
        var found: [OwnedFragment] = []
        while true {
            let piece = try await store.scan(people.owner.household, after: found.last?.fragment.id, limit: 3)
            if piece.isEmpty { break }
            found += piece
        }
        #expect(found == all.map { OwnedFragment($0, owner: $0.text == "3" ? people.child.user : people.owner.user) })
        #expect(Set(try await store.people()) == [people.owner, people.child, people.stranger])
    }

    private func keepsVectors() async throws {
        let home = people.owner.household
        let all = (0..<4).map { Self.fragment("\($0)", at: Double($0)) }
        _ = try await store.add(all, for: people.owner)
        let vectors = all.map { FragmentVector(id: $0.id, components: [-128, -1, 0, 1, 127]) }
        try await store.keep(vectors + [FragmentVector(id: .init(), components: [1])], by: "mini", in: home)
        try await store.keep([vectors[0]], by: "mini", in: people.stranger.household)
        #expect(try await store.vectors(by: "mini", of: home, after: nil, limit: 3) == Array(vectors.prefix(3)))
        #expect(try await store.vectors(by: "mini", of: home, after: vectors[2].id, limit: 3) == [vectors[3]])
        #expect(try await store.vectors(by: "mini", of: people.stranger.household, after: nil, limit: 3).isEmpty)
        let other = FragmentVector(id: all[1].id, components: [5])
        try await store.keep([other], by: "large", in: home)
        #expect(try await store.vectors(by: "large", of: home, after: nil, limit: 9) == [other])
        // What is in the bin comes back with its vector; what has other words does not keep it, and what is erased takes it along.
        _ = try await store.bin([all[0].id], at: Self.now, for: people.owner)
        #expect(try await store.vectors(by: "mini", of: home, after: nil, limit: 9) == [vectors[2], vectors[3]])
        _ = try await store.restore([all[0].id], for: people.owner)
        var edited = [all[0], all[2]]
        (edited[0].importance, edited[1].text) = (1, "autre chose")
        _ = try await store.update(edited, for: people.owner)
        _ = try await store.erase([all[3].id], for: people.owner)
        #expect(try await store.vectors(by: "mini", of: home, after: nil, limit: 9) == [vectors[0]])
    }

    private func commits() async throws {
        let said = Self.fragment("dit"), more = Self.fragment("encore", at: 1), old = Self.fragment("vieux", at: 2), foreign = Self.fragment("ailleurs")
        _ = try await store.add([old], for: people.owner)
        _ = try await store.add([foreign], for: people.child)
        try await store.commit(FragmentChange(added: [said], encoded: [.init()]), for: people.owner)
        // Told again, and late: nothing twice.
        var counted = said
        counted.count = 2
        let change = FragmentChange(
            added: [said, more], updated: [counted, Self.fragment("inconnu"), foreign], erased: [old.id, foreign.id, .init()])
        for _ in 0..<2 {
            try await store.commit(change, for: people.owner)
            #expect(try await listed(for: people.owner) == [more, counted])
        }
        #expect(try await listed(for: people.child) == [foreign])
        try await store.commit(FragmentChange(), for: people.owner)
        #expect(try await store.unencoded(limit: 9, for: people.owner).seen.isEmpty)
    }

    private func addsAllOrNothing() async throws {
        // Nobody that the store knows: it refuses, whatever it was given before.
        let nobody = Principal(household: people.owner.household, user: .init(), role: .member, name: "x")
        await #expect(throws: (any Error).self) { try await store.add([Self.fragment("a")], for: nobody) }
        await #expect(throws: (any Error).self) { try await store.commit(FragmentChange(added: [Self.fragment("b")], encoded: [.init()]), for: nobody) }
        #expect(try await store.scan(people.owner.household, after: nil, limit: 9).isEmpty)
    }
}
