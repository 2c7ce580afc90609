import API
import Base
import Foundation
import JarvisClient

/// `jarvis memory forget|undo|bin`
enum MemoryForgetting {
    private static let command = "jarvis memory forget"
    /// What is shown of what would be forgotten.
    private static let sampleSize = 10

    @Sendable static func forget(_ invocation: Invocation) async throws -> Int32 {
        var request = try request(invocation)
        let client = try await invocation.signedInClient()
        if request.ids == nil && !invocation.has("yes") {
            request.dryRun = true
            let chosen = try await client.forget(request)
            request.dryRun = nil
            guard try await isMeant(chosen, invocation) else { return ExitCode.done }
        }
        let gone = try await client.forget(request)
        guard !gone.isEmpty else {
            if !invocation.has("json") { invocation.console.complain(nothing(invocation)) }
            return request.ids == nil ? ExitCode.done : ExitCode.failed
        }
        try invocation.print(gone) { $0.line }
        if !invocation.has("json") {
            invocation.console.complain(
                invocation.language(fr: "« jarvis memory undo » les reprend pendant 30 jours.", en: "`jarvis memory undo` takes them back within 30 days."))
        }
        return ExitCode.done
    }

    private static func request(_ invocation: Invocation) throws -> ForgetRequest {
        let (query, conversation) = (invocation.value(of: "query"), invocation.value(of: "conversation"))
        let (from, until) = (try moment("from", invocation), try moment("until", invocation))
        let ids = invocation.operands.isEmpty ? nil : invocation.operands
        let ways = [ids != nil, query != nil, conversation != nil, from != nil || until != nil].filter(\.self).count
        guard ways > 0 else {
            throw UsageError(
                command, .missing(Words(fr: "ID…, --query, --from, --until ou --conversation", en: "ID…, --query, --from, --until or --conversation")))
        }
        guard ways == 1 else {
            throw Failure(
                fr: "Dites d'une seule façon ce qu'il faut oublier : des identifiants, --query, une période ou --conversation.",
                en: "Say in one way what to forget: ids, --query, a time or --conversation.", code: ExitCode.usage)
        }
        return ForgetRequest(ids: ids, query: query, from: from, until: until, conversationID: conversation)
    }

    private static func moment(_ option: String, _ invocation: Invocation) throws -> Date? {
        guard let text = invocation.value(of: option) else { return nil }
        guard let date = LocalTime.moment(text, endsDay: option == "until") else {
            let expected = Words(fr: "un jour comme 2026-01-31, ou \"2026-01-31 09:00\"", en: "a day like 2026-01-31, or \"2026-01-31 09:00\"")
            throw UsageError(command, .badValue("--" + option, expected: expected))
        }
        return date
    }

    /// Shows what would go and asks.
    private static func isMeant(_ chosen: [MemoryBody], _ invocation: Invocation) async throws -> Bool {
        let language = invocation.language
        guard !chosen.isEmpty else {
            invocation.console.complain(nothing(invocation))
            return false
        }
        for memory in chosen.prefix(sampleSize) { invocation.console.complain(memory.line) }
        if chosen.count > sampleSize { invocation.console.complain("…") }
        return try await Prompt.confirm(
            language(
                fr: "Oublier \(chosen.count) souvenir\(chosen.count > 1 ? "s" : "") ?", en: "Forget \(chosen.count) memor\(chosen.count > 1 ? "ies" : "y")?"),
            invocation)
    }

    private static func nothing(_ invocation: Invocation) -> String { invocation.language(fr: "Rien de tel.", en: "There is no such thing.") }

    @Sendable static func remove(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        for id in invocation.operands {
            if invocation.has("forever") { try await client.eraseMemory(id) } else { try await client.deleteMemory(id) }
        }
        return ExitCode.done
    }

    @Sendable static func undo(_ invocation: Invocation) async throws -> Int32 {
        let restored = try await invocation.signedInClient().restoreMemories(invocation.operands.isEmpty ? nil : invocation.operands)
        if restored.isEmpty && !invocation.has("json") {
            invocation.console.complain(invocation.language(fr: "Il n'y a rien à reprendre.", en: "There is nothing to take back."))
        }
        try invocation.print(restored) { $0.line }
        return ExitCode.done
    }

    @Sendable static func bin(_ invocation: Invocation) async throws -> Int32 {
        let limit = try invocation.number(of: "limit", from: 1...200, command: "jarvis memory bin") ?? 20
        let binned = try await invocation.signedInClient().binnedMemories(limit: limit).items
        if binned.isEmpty && !invocation.has("json") {
            invocation.console.complain(invocation.language(fr: "La corbeille est vide.", en: "The bin is empty."))
        }
        try invocation.print(binned) { memory in
            "\(memory.id)  \(LocalTime.text(memory.binnedAt ?? memory.occurredAt))  \(memory.text.replacing("\n", with: " "))"
        }
        return ExitCode.done
    }
}
