import Base
import Domain
import Foundation
import Understanding

/// What timers, reminders and alarms have in common: setting, finding, changing and cancelling them in the store.
struct AppointmentDesk: Sendable {
    let store: any AppointmentStore
    let kind: Appointment.Kind

    /// The most that one person may have waiting, of all kinds together.
    static let limit = 100
    /// How many are told at once.
    static let shown = 20

    /// The names of actions: `timers.set`.
    private var tool: String { kind.rawValue + "s" }

    /// Those that run or stand still, the next to come first.
    func waiting(_ context: SkillContext) async throws -> [Appointment] {
        try await store.appointments(kind, in: [.pending, .paused], for: context.principal)
    }

    /// - Parameter said: what to answer when it is done.
    func set(
        _ label: String, due: Date, recurrence: Recurrence? = nil, _ language: Language, said: String, _ context: SkillContext
    ) async throws -> SkillReply {
        guard try await store.appointments(nil, in: [.pending, .paused], for: context.principal).count < Self.limit else {
            return SkillReply(
                language(
                    fr: "Tu as déjà \(Self.limit) minuteurs et rappels en attente : annules-en d'abord quelques-uns.",
                    en: "You already have \(Self.limit) timers and reminders waiting: cancel some first."))
        }
        let appointment = Appointment(
            id: .init(at: context.now), kind: kind, label: label, createdAt: context.now, dueAt: due, language: language, recurrence: recurrence,
            area: context.area)
        try await store.add(appointment, for: context.principal)
        let arguments: JSONValue = ["label": .string(label), "due_at": .string(Timestamp.format(due))]
        return SkillReply(said, actions: [Action(tool: tool + ".set", arguments: arguments, evidence: appointment.id.description)])
    }

    /// Puts `new` in the place of `old`, unless that has changed or come due in the meantime.
    /// - Parameter verb: the second half of the action's name: `pause`.
    func change(_ old: Appointment, to new: Appointment, _ verb: String, _ language: Language, said: String, _ context: SkillContext) async throws -> SkillReply
    {
        guard try await store.replace(old, with: new, for: context.principal) else { return Self.tooLate(language) }
        let arguments: JSONValue = ["label": .string(new.label), "due_at": .string(Timestamp.format(new.dueAt))]
        return SkillReply(said, actions: [Action(tool: "\(tool).\(verb)", arguments: arguments, evidence: new.id.description)])
    }

    func cancel(_ appointments: [Appointment], _ language: Language, said: String, _ context: SkillContext) async throws -> SkillReply {
        var actions: [Action] = []
        for appointment in appointments where try await store.move(appointment.id, from: appointment.state, to: .cancelled, for: context.principal) {
            actions.append(Action(tool: tool + ".cancel", arguments: ["label": .string(appointment.label)], evidence: appointment.id.description))
        }
        return actions.isEmpty ? Self.tooLate(language) : SkillReply(said, actions: actions)
    }

    /// What came due in the meantime cannot be changed any more.
    private static func tooLate(_ language: Language) -> SkillReply {
        SkillReply(language(fr: "Trop tard : c'est déjà passé.", en: "Too late: it is over already."))
    }

    /// What somebody names them by.
    struct Choice {
        /// Folded words of the name.
        var words: [String] = []
        /// Seconds they were set for ("le minuteur de 10 minutes"): any of these.
        var lengths: [TimeInterval] = []
        /// The ids of the areas where they were asked for: any of these.
        var areas: [String] = []
        /// The day on which they come, and the time of day.
        var day: CivilDay?
        var clock: TimeExpression.Clock?

        var isAny: Bool { words.isEmpty && lengths.isEmpty && areas.isEmpty && day == nil && clock == nil }
    }

    /// Those that are meant: by their whole name, by their length, or by some words of their name. All of them when nothing was named.
    static func matching(_ choice: Choice, among appointments: [Appointment], _ timeZone: TimeZone) -> [Appointment] {
        var found = appointments
        if !choice.areas.isEmpty { found = found.filter { $0.area.map(choice.areas.contains) ?? false } }
        found = found.filter { choice.isAt($0, timeZone) }
        if choice.words.isEmpty, choice.lengths.isEmpty { return found }
        let exact = choice.words.isEmpty ? [] : found.filter { Label.content($0.label) == choice.words }
        if !exact.isEmpty { return exact }
        for length in choice.lengths {
            let same = found.filter { abs($0.length - length) < 0.5 }
            if !same.isEmpty { return same }
        }
        guard !choice.words.isEmpty else { return [] }
        return found.filter { Set(choice.words).isSubset(of: Set(Label.content($0.label))) }
    }
}
