public import API
import Base
public import Foundation

/// Which memories are listed or searched: all that is `nil` narrows nothing down.
public struct MemoryQuery: Sendable {
    /// What to look for: the best come first. Without it the newest do.
    public var text: String?
    /// `episode`, `fact`, `promise`, `summary`; several with commas.
    public var kind: String?
    public var from: Date?
    public var until: Date?
    public var conversationID: String?
    public var pinned: Bool?
    public var shared: Bool?
    public var limit: Int?
    public var cursor: String?

    public init(
        text: String? = nil, kind: String? = nil, from: Date? = nil, until: Date? = nil, conversationID: String? = nil, pinned: Bool? = nil,
        shared: Bool? = nil, limit: Int? = nil, cursor: String? = nil
    ) {
        self.text = text
        self.kind = kind
        self.from = from
        self.until = until
        self.conversationID = conversationID
        self.pinned = pinned
        self.shared = shared
        self.limit = limit
        self.cursor = cursor
    }

    fileprivate var items: [(String, String)] {
        let items: [(String, String?)] = [
            ("query", text), ("kind", kind), ("from", from.map(Timestamp.format)), ("until", until.map(Timestamp.format)),
            ("conversation_id", conversationID), ("pinned", pinned?.description), ("shared", shared?.description), ("limit", limit?.description),
            ("cursor", cursor),
        ]
        return items.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension Client {
    public func memories(_ query: MemoryQuery = MemoryQuery()) async throws -> PageBody<MemoryBody> { try await get("/memories", query.items) }
    public func memory(_ id: String) async throws -> MemoryBody { try await get("/memories/\(Self.segment(id))") }
    public func addMemory(_ memory: NewMemory) async throws -> MemoryBody { try await send("POST", "/memories", memory) }
    public func changeMemory(_ id: String, _ patch: MemoryPatch) async throws -> MemoryBody { try await send("PATCH", "/memories/\(Self.segment(id))", patch) }
    /// Puts it in the bin.
    public func deleteMemory(_ id: String) async throws { try await delete("/memories/\(Self.segment(id))") }
    /// Deletes it for good.
    public func eraseMemory(_ id: String) async throws { try await delete("/memories/\(Self.segment(id))?forever=true") }
    /// Where it comes from and what became of it.
    public func explainMemory(_ id: String) async throws -> ProvenanceBody { try await get("/memories/\(Self.segment(id))/why") }

    /// - Parameter subject: as people say it; `nil`: whoever is signed in.
    public func facts(about subject: String? = nil, includingHistory: Bool = false) async throws -> [MemoryBody] {
        let query = (subject.map { [("about", $0)] } ?? []) + (includingHistory ? [("history", "true")] : [])
        let page: PageBody<MemoryBody> = try await get("/memories/facts", query)
        return page.items
    }

    public func memoryQuality() async throws -> MemoryQualityBody { try await get("/memories/quality") }

    /// Puts what is selected in the bin and tells what that was, or with `dryRun` what it would be.
    public func forget(_ request: ForgetRequest) async throws -> [MemoryBody] {
        let page: PageBody<MemoryBody> = try await send("POST", "/memories/forget", request)
        return page.items
    }

    /// Takes these out of the bin; without ids what was forgotten last.
    public func restoreMemories(_ ids: [String]? = nil) async throws -> [MemoryBody] {
        let page: PageBody<MemoryBody> = try await send("POST", "/memories/restore", RestoreRequest(ids: ids))
        return page.items
    }

    public func binnedMemories(limit: Int? = nil, cursor: String? = nil) async throws -> PageBody<MemoryBody> {
        try await get("/memories/bin", Self.page(limit, cursor))
    }

    /// All memories as JSON Lines, oldest first, in pieces of any length.
    public func exportMemories(to sink: (Data) async throws -> Void) async throws { try await download("/memories/export", to: sink) }

    /// Adds a file of memories, JSON Lines or a list of JSON: the whole file, or nothing.
    public func importMemories(_ file: Data) async throws -> ImportResult { try await upload(file, type: "application/x-ndjson", to: "/memories/import") }

    /// Whether what is said in a conversation is remembered.
    public func setRemembering(_ isRemembered: Bool, in conversation: String) async throws {
        try await put("/conversations/\(Self.segment(conversation))/remembering", RememberingRequest(remember: isRemembered))
    }
}
