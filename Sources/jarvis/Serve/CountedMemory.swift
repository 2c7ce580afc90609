import Base
import Domain
import Foundation
import Observability

/// The memory, with its operations counted.
struct CountedMemory: MemoryDesk {
    let memory: any MemoryDesk
    let operations: Family<Counter>

    private func counting<T>(_ operation: String, _ body: () async throws -> T) async throws -> T {
        operations[operation].increment()
        return try await body()
    }

    func recall(_ query: RecallQuery, for principal: Principal) async throws -> [Recollection] {
        try await counting("recall") { try await memory.recall(query, for: principal) }
    }

    func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment { try await memory.fragment(id, for: principal) }

    func list(_ filter: FragmentFilter, limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment> {
        try await counting("list") { try await memory.list(filter, limit: limit, cursor: cursor, for: principal) }
    }

    func explain(_ id: Fragment.ID, for principal: Principal) async throws -> Provenance {
        try await counting("explain") { try await memory.explain(id, for: principal) }
    }

    func facts(about subject: String, includingHistory: Bool, for principal: Principal) async throws -> [Fragment] {
        try await counting("facts") { try await memory.facts(about: subject, includingHistory: includingHistory, for: principal) }
    }

    func remember(_ note: MemoryNote, for principal: Principal) async throws -> Fragment {
        try await counting("remember") { try await memory.remember(note, for: principal) }
    }

    func edit(_ id: Fragment.ID, _ edit: MemoryEdit, for principal: Principal) async throws -> Fragment {
        try await counting("edit") { try await memory.edit(id, edit, for: principal) }
    }

    func selected(_ selection: MemorySelection, for principal: Principal) async throws -> [Fragment] {
        try await memory.selected(selection, for: principal)
    }

    func forget(_ selection: MemorySelection, now: Date, for principal: Principal) async throws -> [Fragment] {
        try await counting("forget") { try await memory.forget(selection, now: now, for: principal) }
    }

    func restore(_ ids: [Fragment.ID]?, now: Date, for principal: Principal) async throws -> [Fragment] {
        try await counting("restore") { try await memory.restore(ids, now: now, for: principal) }
    }

    func binned(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<BinnedFragment> {
        try await memory.binned(limit: limit, cursor: cursor, for: principal)
    }

    func erase(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        try await counting("erase") { try await memory.erase(ids, for: principal) }
    }

    func setRemembering(_ isRemembering: Bool, in conversation: Conversation.ID, for principal: Principal) async throws {
        try await memory.setRemembering(isRemembering, in: conversation, for: principal)
    }

    func importing(_ fragments: [Fragment], for principal: Principal) async throws -> Int {
        try await counting("import") { try await memory.importing(fragments, for: principal) }
    }

    func quality(now: Date, for principal: Principal) async throws -> MemoryQuality {
        try await counting("quality") { try await memory.quality(now: now, for: principal) }
    }
}
