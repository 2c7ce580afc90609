import API
import Foundation

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
