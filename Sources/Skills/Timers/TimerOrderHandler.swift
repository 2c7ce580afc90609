public import Base
public import Domain
import Foundation
import Understanding

/// Timers that were asked for as intents (`HassStartTimer` and its like).
public struct TimerOrderHandler: OrderHandler {
    public let name = "timers"
    public let intents: Set<String> = [
        "HassStartTimer", "HassIncreaseTimer", "HassDecreaseTimer", "HassPauseTimer", "HassUnpauseTimer", "HassCancelTimer", "HassCancelAllTimers",
        "HassTimerStatus",
    ]
    /// Seconds until a command is carried out, at most: a year and a day.
    private static let farthest = 366.0 * 86_400
    private let desk: TimerDesk
    private let reminders: ReminderSkill

    /// - Parameter store: the one that `AppointmentService` hears of (`NotifyingAppointmentStore`).
    public init(store: any AppointmentStore) {
        desk = TimerDesk(store: store)
        reminders = ReminderSkill(store: store)
    }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        guard order.timing == .now else { return nil }
        let intent = order.intent, choice = Self.choice(intent)
        switch intent.name {
        case "HassStartTimer": return try await start(intent, language, context)
        case "HassIncreaseTimer":
            guard let seconds = intent.duration(), seconds > 0 else { return TimerDesk.howLong(language) }
            return try await desk.adjust(choice, by: seconds, language, context)
        case "HassDecreaseTimer":
            guard let seconds = intent.duration(), seconds > 0 else { return TimerDesk.howLong(language) }
            return try await desk.adjust(choice, by: -seconds, language, context)
        case "HassPauseTimer": return try await desk.pause(choice, language, context)
        case "HassUnpauseTimer": return try await desk.resume(choice, language, context)
        case "HassCancelTimer": return try await desk.cancel(choice, language, context)
        case "HassCancelAllTimers":
            // "Supprime tout" may be about something else.
            if !isConfirmed, !Self.namesTimers(order.text), try await !desk.desk.waiting(context).isEmpty {
                return SkillReply(
                    language(fr: "Tu veux que j'annule tous les minuteurs ?", en: "Do you want me to cancel all timers?"), needsConfirmation: true)
            }
            return try await desk.cancelAll(in: intent.ids("area"), language, context)
        case "HassTimerStatus": return try await desk.status(choice, language, context) ?? TimerDesk.none(language)
        default: return nil
        }
    }

    /// Whether it was said that timers are meant; nothing was said of what comes from programs.
    private static func namesTimers(_ text: String) -> Bool {
        let key = FoldedText.key(text)
        return key.isEmpty || ["minut", "timer", "chrono", "compte", "decompte", "sablier"].contains { (" " + key).contains(" " + $0) }
    }

    private static func choice(_ intent: Intent) -> AppointmentDesk.Choice {
        let name = FoldedText(intent.text("name"))
        return AppointmentDesk.Choice(
            words: Label.content(name.all, of: name), lengths: intent.duration("start_").map { [$0] } ?? [], areas: intent.ids("area"))
    }

    private func start(_ intent: Intent, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard let seconds = intent.duration(), seconds >= 1 else { return TimerDesk.howLong(language) }
        let command = intent.text("conversation_command")
        guard !command.isEmpty else { return try await desk.start(seconds, name: intent.text("name"), language, context) }
        guard seconds <= Self.farthest else { return SkillReply(language(fr: "C'est trop loin : un an au plus.", en: "That is too far away: a year at most.")) }
        let due = context.now.addingTimeInterval(seconds)
        // "dans 10 minutes, rappelle-moi de sortir le gâteau"
        if let reminder = try await reminders.remind(command, at: due, language, context) { return reminder }
        // What can be done is read as an order for later, and does not come here.
        let length = DateText.duration(seconds, language)
        return try await desk.desk.set(
            String(command.prefix(300)), due: due, language,
            said: language(
                fr: "Je ne peux pas le faire à ta place, mais je te le dirai dans \(length) : \(command).",
                en: "I can't do that for you, but I'll tell you in \(length): \(command)."), context)
    }
}
