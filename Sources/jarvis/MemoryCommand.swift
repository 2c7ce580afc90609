import API
import Base
import Foundation

/// `jarvis memory …`
enum MemoryCommand {
    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 { try await show(invocation, query: nil, command: "jarvis memory list") }

    @Sendable static func search(_ invocation: Invocation) async throws -> Int32 {
        try await show(invocation, query: invocation.operands.joined(separator: " "), command: "jarvis memory search")
    }

    @Sendable static func add(_ invocation: Invocation) async throws -> Int32 {
        let memory = try await invocation.signedInClient().addMemory(NewMemory(text: invocation.operands.joined(separator: " ")))
        try invocation.print([memory]) { $0.id }
        return ExitCode.done
    }

    @Sendable static func remove(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        for id in invocation.operands { try await client.deleteMemory(id) }
        return ExitCode.done
    }

    private static func show(_ invocation: Invocation, query: String?, command: String) async throws -> Int32 {
        let limit = try invocation.number(of: "limit", from: 1...1000, command: command) ?? 20
        let page = try await invocation.signedInClient().memories(query: query, limit: limit)
        if page.items.isEmpty && !invocation.has("json") {
            invocation.console.complain(invocation.language(fr: "Rien pour l'instant.", en: "Nothing so far."))
        }
        try invocation.print(page.items) { memory in
            "\(memory.id)  \(LocalTime.text(memory.occurredAt))  \(memory.pinned ? "* " : "")\(memory.text.replacing("\n", with: " "))"
        }
        return ExitCode.done
    }
}

/// `jarvis timers …`
enum TimersCommand {
    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        let all = try await (client.timers().items + client.reminders().items).sorted { $0.dueAt < $1.dueAt }
        if all.isEmpty && !invocation.has("json") {
            invocation.console.complain(invocation.language(fr: "Aucun minuteur ni rappel.", en: "No timers or reminders."))
        }
        try invocation.print(all) { timer in "\(timer.id)  \(LocalTime.text(timer.dueAt))  \(timer.label)" }
        return ExitCode.done
    }

    @Sendable static func remove(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        let reminders = Set(try await client.reminders().items.map(\.id))
        for id in invocation.operands {
            if reminders.contains(id) { try await client.deleteReminder(id) } else { try await client.deleteTimer(id) }
        }
        return ExitCode.done
    }
}

extension Invocation {
    /// One line for each: of JSON with `--json`, else as `line` writes it.
    func print<Item: Encodable>(_ items: [Item], line: (Item) -> String) throws {
        for item in items {
            if has("json") { console.write(String(decoding: try JSON.encode(item), as: UTF8.self) + "\n") } else { console.show(line(item) + "\n") }
        }
    }
}

/// Times as a person at this machine reads them.
enum LocalTime {
    /// `2026-01-31 09:00:00` in `zone`.
    static func text(_ date: Date, in zone: TimeZone = .current) -> String {
        String(Timestamp.format(date.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: date)))).prefix(19)).replacing("T", with: " ")
    }
}
