import Domain
import Foundation
import Synchronization

/// A store that cannot be written while it refuses, like one on a full disk.
final class RefusingStore: FragmentStore {
    private let store: any FragmentStore
    private let isRefusing = Mutex(false)

    init(_ store: any FragmentStore) { self.store = store }

    var refuses: Bool {
        get { isRefusing.withLock { $0 } }
        set { isRefusing.withLock { $0 = newValue } }
    }

    private func check() throws { if refuses { throw Problem(.unavailable, "the disk is full") } }

    func add(_ fragments: [Fragment], for principal: Principal) async throws -> Int {
        try check()
        return try await store.add(fragments, for: principal)
    }
    func update(_ fragments: [Fragment], for principal: Principal) async throws -> [Fragment.ID] {
        try check()
        return try await store.update(fragments, for: principal)
    }
    func recalled(_ ids: [Fragment.ID], at now: Date, for principal: Principal) async throws {
        try check()
        try await store.recalled(ids, at: now, for: principal)
    }
    func bin(_ ids: [Fragment.ID], at now: Date, for principal: Principal) async throws -> [Fragment.ID] {
        try check()
        return try await store.bin(ids, at: now, for: principal)
    }
    func restore(_ ids: [Fragment.ID], for principal: Principal) async throws -> [Fragment] {
        try check()
        return try await store.restore(ids, for: principal)
    }
    func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        try check()
        return try await store.erase(ids, for: principal)
    }
    func purgeBin(before date: Date) async throws -> Int {
        try check()
        return try await store.purgeBin(before: date)
    }
    func keep(_ vectors: [FragmentVector], by model: String, in household: Household.ID) async throws {
        try check()
        try await store.keep(vectors, by: model, in: household)
    }
    func commit(_ change: FragmentChange, for principal: Principal) async throws {
        try check()
        try await store.commit(change, for: principal)
    }

    func fragments(_ ids: [Fragment.ID], for principal: Principal) async throws -> [Fragment] { try await store.fragments(ids, for: principal) }
    func fragments(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment> {
        try await store.fragments(filter, limit: limit, cursor: cursor, for: principal)
    }
    func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment> {
        try await store.binned(limit: limit, cursor: cursor, for: principal)
    }
    func people() async throws -> [Principal] { try await store.people() }
    func scan(_ household: Household.ID, after: Fragment.ID?, limit: Int) async throws -> [OwnedFragment] {
        try await store.scan(household, after: after, limit: limit)
    }
    func fragments(_ ids: [Fragment.ID], of household: Household.ID) async throws -> [Fragment] { try await store.fragments(ids, of: household) }
    func vectors(by model: String, of household: Household.ID, after: Fragment.ID?, limit: Int) async throws -> [FragmentVector] {
        try await store.vectors(by: model, of: household, after: after, limit: limit)
    }
    func unencoded(limit: Int, for principal: Principal) async throws -> UnencodedMessages { try await store.unencoded(limit: limit, for: principal) }
}
