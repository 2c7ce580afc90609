public import Base
public import Domain

/// What is kept of people, handed out and erased; one place for the routes of whoever asks for themselves and of whoever administers.
public struct PersonDesk: Sendable {
    private let store: any PersonStore
    private let archive: (any AuditArchive)?
    private let trail: any AuditTrail
    private let eraseTrail: @Sendable (User) async throws -> Void
    private let erased: @Sendable (Household.ID) async -> Void

    /// - Parameters:
    ///   - archive: what the trail says of somebody is theirs, too.
    ///   - eraseTrail: takes somebody out of the audit trail.
    ///   - erased: has those who hold rows of a household in memory read them anew. Sessions are ended by the desk's callers.
    public init(
        store: any PersonStore, archive: (any AuditArchive)? = nil, trail: any AuditTrail = NoTrail(),
        eraseTrail: @escaping @Sendable (User) async throws -> Void = { _ in }, erased: @escaping @Sendable (Household.ID) async -> Void = { _ in }
    ) {
        self.store = store
        self.archive = archive
        self.trail = trail
        self.eraseTrail = eraseTrail
        self.erased = erased
    }

    /// Everything that is kept of somebody, a page at a time; for `jarvis users export` and `GET /auth/me/export`.
    public func records(of user: User, _ page: ([PersonalRecord]) async throws -> Void) async throws {
        var cursor: String?
        repeat {
            let found = try await store.personalRecords(of: user, cursor: cursor)
            try await page(found.items)
            cursor = found.next
        } while cursor != nil
        guard let archive else { return }
        var seen: Set<Int64> = []
        for who in [user.id.description, user.name] {
            repeat {
                let found = try await archive.entries(AuditFilter(household: user.household, who: who), limit: 200, cursor: cursor)
                try await page(found.items.filter { seen.insert($0.number).inserted }.map(PersonalRecord.init))
                cursor = found.next
            } while cursor != nil
        }
    }

    /// - Throws: `Problem.conflict` for whoever cannot be erased, as `erase`.
    public func check(_ user: User) async throws { try await store.checkErasable(user) }

    /// Erases somebody, for good and everywhere.
    ///
    /// - Parameters:
    ///   - principal: who has it done: they themselves, or an admin whose right the caller has checked.
    /// - Throws: `Problem.conflict` for the last owner of a household in which others live, and for whoever runs Jarvis while there are other households; then
    ///   nothing is changed.
    public func erase(_ user: User, by principal: Principal, from address: String) async throws {
        try await store.checkErasable(user)
        try await eraseTrail(user)
        try await store.erase(user)
        await erased(user.household)
        let isSelf = principal.user == user.id
        trail.record(
            AuditEvent(.erase, .done, household: user.household, user: isSelf ? nil : principal.user, name: isSelf ? "" : principal.name, address: address))
    }

    /// Erases a household, for good and everywhere: each of its people, who cannot sign in any more, as `erase` does, and what belongs to all of them. May be repeated
    /// after it failed half way.
    ///
    /// - Returns: whether there was anything of it.
    public func erase(_ household: Household.ID, with people: [User]) async throws -> Bool {
        for user in people { try await eraseTrail(user) }
        let wasThere = try await store.erase(household)
        await erased(household)
        return wasThere
    }
}

extension PersonalRecord {
    init(_ entry: AuditEntry) {
        let event = entry.event
        self.init(
            kind: "audit_entry",
            fields: [
                "number": .number(Double(entry.number)), "at": .string(Timestamp.format(entry.at)), "action": .string(event.action.rawValue),
                "outcome": .string(event.outcome.rawValue), "name": .string(event.name), "address": .string(event.address), "target": .string(event.target),
            ])
    }
}
