public import Foundation

/// Remembering and finding again: what skills, the API and the assistant ask of the memory.
public protocol MemoryRecall: Sendable {
    /// Keeps `text` as a fact that was said; something already known in the same words is not kept twice, and the known fragment is returned.
    func remember(_ text: String, in conversation: Conversation.ID?, at now: Date, for principal: Principal) async throws -> Fragment

    /// What is known about `query`, best first; empty when nothing fits.
    func recall(_ query: String, limit: Int, for principal: Principal) async throws -> [Recollection]

    /// Forgets these; returns how many there were.
    func forget(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int
}

/// Where fragments are kept. Text is sealed at rest.
public protocol MemoryStore: Sendable {
    func add(_ fragment: Fragment, for principal: Principal) async throws
    func fragment(_ id: Fragment.ID, for principal: Principal) async throws -> Fragment?
    /// Newest first.
    func fragments(limit: Int, cursor: String?, for principal: Principal) async throws -> Page<Fragment>
    /// Replaces text, importance and pin; returns whether there was one.
    func update(_ fragment: Fragment, for principal: Principal) async throws -> Bool
    func delete(_ id: Fragment.ID, for principal: Principal) async throws -> Bool
}
