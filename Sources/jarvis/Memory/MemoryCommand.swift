import API
import Base
import Foundation
import JarvisClient

/// `jarvis memory …`: finding, adding and mending.
enum MemoryCommand {
    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 {
        let limit = try invocation.number(of: "limit", from: 1...1000, command: "jarvis memory list") ?? 20
        let client = try await invocation.signedInClient()
        var found: [MemoryBody] = [], cursor: String?
        repeat {
            let page = try await client.memories(MemoryQuery(limit: min(limit - found.count, mostAtOnce), cursor: cursor))
            found += page.items
            cursor = page.nextCursor
        } while cursor != nil && found.count < limit
        return try show(found, invocation)
    }

    /// What one question of a list brings at most.
    private static let mostAtOnce = 200

    @Sendable static func search(_ invocation: Invocation) async throws -> Int32 { try show(try await found(invocation, "search"), invocation) }

    /// With rank, score and reasons.
    @Sendable static func recall(_ invocation: Invocation) async throws -> Int32 {
        let found = try await found(invocation, "recall")
        if invocation.has("json") || found.isEmpty { return try show(found, invocation) }
        for (rank, memory) in zip(1..., found) {
            let score = memory.score.map { String(format: "%.3f", $0) } ?? "–"
            invocation.console.show("\(rank). \(score)  \(memory.line)\n")
            if let why = memory.why, !why.isEmpty { invocation.console.write(invocation.console.dim("   " + why.withoutControls) + "\n") }
        }
        return ExitCode.done
    }

    private static func found(_ invocation: Invocation, _ name: String) async throws -> [MemoryBody] {
        let limit = try invocation.number(of: "limit", from: 1...100, command: "jarvis memory \(name)") ?? 10
        return try await invocation.signedInClient().memories(MemoryQuery(text: invocation.operands.joined(separator: " "), limit: limit)).items
    }

    static func show(_ memories: [MemoryBody], _ invocation: Invocation) throws -> Int32 {
        if memories.isEmpty && !invocation.has("json") {
            invocation.console.complain(invocation.language(fr: "Rien pour l'instant.", en: "Nothing so far."))
        }
        try invocation.print(memories) { $0.line }
        return ExitCode.done
    }

    @Sendable static func add(_ invocation: Invocation) async throws -> Int32 {
        let memory = try await invocation.signedInClient().addMemory(
            NewMemory(
                text: invocation.operands.joined(separator: " "), pinned: invocation.has("pin") ? true : nil,
                shared: invocation.has("shared") ? true : nil))
        try invocation.print([memory]) { $0.id }
        return ExitCode.done
    }

    @Sendable static func edit(_ invocation: Invocation) async throws -> Int32 {
        let text = invocation.operands.dropFirst().joined(separator: " ")
        let memory = try await invocation.signedInClient().changeMemory(invocation.operands[0], MemoryPatch(text: text))
        try invocation.print([memory]) { $0.line }
        return ExitCode.done
    }

    @Sendable static func pin(_ invocation: Invocation) async throws -> Int32 { try await pin(true, invocation) }
    @Sendable static func unpin(_ invocation: Invocation) async throws -> Int32 { try await pin(false, invocation) }

    private static func pin(_ isPinned: Bool, _ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        for id in invocation.operands { _ = try await client.changeMemory(id, MemoryPatch(pinned: isPinned)) }
        return ExitCode.done
    }
}

extension MemoryBody {
    /// On one line, with its kind; pinned ones with a star.
    var line: String {
        let kind = kind.padding(toLength: 7, withPad: " ", startingAt: 0)
        return "\(id)  \(LocalTime.text(occurredAt))  \(kind)  \(pinned ? "* " : "")\(text.replacing("\n", with: " "))"
    }
}
