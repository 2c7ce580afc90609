import Base
import Domain
import Foundation
import Observability

/// The memory, with its operations counted.
struct CountedMemory: MemoryRecall {
    let memory: any MemoryRecall
    let operations: Family<Counter>

    func remember(_ text: String, in conversation: Conversation.ID?, at now: Date, for principal: Principal) async throws -> Fragment {
        operations["remember"].increment()
        return try await memory.remember(text, in: conversation, at: now, for: principal)
    }

    func recall(_ query: String, limit: Int, for principal: Principal) async throws -> [Recollection] {
        operations["recall"].increment()
        return try await memory.recall(query, limit: limit, for: principal)
    }

    func forget(_ ids: [Fragment.ID], for principal: Principal) async throws -> Int {
        operations["forget"].increment()
        return try await memory.forget(ids, for: principal)
    }
}
