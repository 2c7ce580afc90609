import Base
import Domain
import Foundation
import Understanding

/// What is done with timers, whether a sentence or an order asked for it, and how it is told.
struct TimerDesk: Sendable {
    typealias Choice = AppointmentDesk.Choice

    let desk: AppointmentDesk

    init(store: any AppointmentStore) { desk = AppointmentDesk(store: store, kind: .timer) }

    /// The longest timer, in seconds; what is further away is a reminder.
    static let longest: TimeInterval = 7 * 86_400

    // MARK: start

    func start(_ seconds: TimeInterval, name: String, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        guard seconds >= 1 else { return Self.howLong(language) }
        guard seconds <= Self.longest else {
            return SkillReply(
                language(
                    fr: "C'est long pour un minuteur. Dis plutôt « rappelle-moi dans 10 jours de… ».",
                    en: "That is long for a timer. Say “remind me in 10 days to…” instead."))
        }
        let said =
            language(fr: "C'est parti pour ", en: "Timer set for ") + DateText.duration(seconds, language)
            + (name.isEmpty ? "" : language(fr: " : ", en: ": ") + Perspective.turned(name, language)) + "."
        return try await desk.set(name, due: context.now.addingTimeInterval(seconds), language, said: said, context)
    }

    static func howLong(_ language: Language) -> SkillReply {
        SkillReply(
            language(
                fr: "Pour combien de temps ? Dis par exemple « mets un minuteur de 10 minutes ».",
                en: "For how long? Say for example “set a timer for 10 minutes”."))
    }

    // MARK: change

    /// - Parameter seconds: to add; below 0, to take away.
    func adjust(_ choice: Choice, by seconds: TimeInterval, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        try await one(choice, language, context, example: language(fr: "ajoute 5 minutes au", en: "add 5 minutes to the")) { timer in
            let left = Self.left(timer, context.now), size = DateText.duration(abs(seconds), language)
            guard left + seconds >= 1 else {
                let rest = Self.remaining(timer, context.now, language)
                return SkillReply(
                    language(
                        fr: "\(rest), c'est trop peu pour enlever \(size). Dis « annule le minuteur » pour l'arrêter.",
                        en: "\(rest), too little to take \(size) away. Say “cancel the timer” to stop it."))
            }
            guard left + seconds <= Self.longest else {
                return SkillReply(language(fr: "Un minuteur dure au plus 7 jours.", en: "A timer runs for at most 7 days."))
            }
            var new = timer
            if timer.state == .paused { new.remaining = left + seconds } else { new.dueAt = timer.dueAt.addingTimeInterval(seconds) }
            let change = seconds > 0 ? language(fr: "\(size) de plus", en: "\(size) added") : language(fr: "\(size) de moins", en: "\(size) taken away")
            let said = change + language(fr: " : ", en: ": ") + Self.remaining(new, context.now, language).lowercasedFirst + "."
            return try await desk.change(timer, to: new, "change", language, said: said, context)
        }
    }

    func pause(_ choice: Choice, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        try await one(choice, of: .pending, language, context, example: language(fr: "mets en pause le", en: "pause the")) { timer in
            guard timer.state == .pending else {
                return SkillReply(language(fr: "Ce minuteur est déjà en pause.", en: "That timer is paused already."))
            }
            var new = timer
            new.state = .paused
            new.remaining = max(1, timer.dueAt.timeIntervalSince(context.now))
            let rest = Self.remaining(timer, context.now, language).lowercasedFirst
            return try await desk.change(
                timer, to: new, "pause", language, said: language(fr: "Minuteur en pause : \(rest).", en: "Timer paused: \(rest)."), context)
        }
    }

    func resume(_ choice: Choice, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        try await one(choice, of: .paused, language, context, example: language(fr: "reprends le", en: "resume the")) { timer in
            guard timer.state == .paused else { return SkillReply(language(fr: "Ce minuteur tourne déjà.", en: "That timer is running already.")) }
            var new = timer
            new.state = .pending
            new.dueAt = context.now.addingTimeInterval(Self.left(timer, context.now))
            new.remaining = nil
            let rest = Self.remaining(new, context.now, language).lowercasedFirst
            return try await desk.change(
                timer, to: new, "resume", language, said: language(fr: "C'est reparti : \(rest).", en: "Timer resumed: \(rest)."), context)
        }
    }

    func cancel(_ choice: Choice, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        try await one(choice, language, context, example: language(fr: "annule le", en: "cancel the"), orAll: true) { timer in
            let label = timer.label.isEmpty ? "" : language(fr: " : ", en: ": ") + Perspective.turned(timer.label, language)
            return try await desk.cancel([timer], language, said: language(fr: "Minuteur annulé\(label).", en: "Timer cancelled\(label)."), context)
        }
    }

    /// - Parameter areas: only those that were asked for there; empty for all.
    func cancelAll(in areas: [String] = [], _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let all = AppointmentDesk.matching(Choice(areas: areas), among: try await desk.waiting(context), context.timeZone)
        if all.isEmpty { return Self.none(language) }
        return try await desk.cancel(
            all, language,
            said: language(
                fr: all.count == 1 ? "Minuteur annulé." : "Les \(all.count) minuteurs sont annulés.",
                en: all.count == 1 ? "Timer cancelled." : "All \(all.count) timers are cancelled."), context)
    }

    // MARK: tell

    /// `nil` when timers were named and there are no such: the words may be about something else.
    func status(_ choice: Choice, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let timers = AppointmentDesk.matching(choice, among: try await desk.waiting(context), context.timeZone)
        if timers.isEmpty { return choice.isAny ? Self.none(language) : nil }
        if timers.count == 1 { return SkillReply(Self.remaining(timers[0], context.now, language) + ".") }
        let areAllRunning = timers.allSatisfy { $0.state == .pending }
        let head =
            areAllRunning
            ? language(fr: "\(timers.count) minuteurs sont en cours : ", en: "\(timers.count) timers are running: ")
            : language(fr: "Il y a \(timers.count) minuteurs : ", en: "There are \(timers.count) timers: ")
        return SkillReply(head + Self.enumerate(timers, context.now, language) + ".")
    }

    static func none(_ language: Language) -> SkillReply { SkillReply(language(fr: "Aucun minuteur n'est en cours.", en: "No timer is running.")) }

    /// "Il reste 2 minutes (les pâtes)".
    private static func remaining(_ timer: Appointment, _ now: Date, _ language: Language) -> String {
        let text = describe(timer, now, language)
        let isOne = text.hasPrefix("1 ")
        return language(fr: "Il reste ", en: isOne ? "There is " : "There are ") + text
    }

    private static func left(_ timer: Appointment, _ now: Date) -> TimeInterval { max(1, timer.remaining ?? timer.dueAt.timeIntervalSince(now)) }

    private static func describe(_ timer: Appointment, _ now: Date, _ language: Language) -> String {
        let label =
            timer.label.isEmpty
            ? language(fr: "minuteur de ", en: "timer of ") + DateText.duration(timer.length, language) : Perspective.turned(timer.label, language)
        let note = timer.state == .paused ? language(fr: ", en pause", en: ", paused") : ""
        let left = DateText.duration(left(timer, now), language)
        return language(fr: "\(left) (\(label)\(note))", en: "\(left) left (\(label)\(note))")
    }

    /// As it may be named in a sentence: "minuteur des pâtes", "pasta timer".
    private static func named(_ timer: Appointment, _ language: Language) -> String {
        if timer.label.isEmpty {
            let length = DateText.duration(timer.length, language)
            return language(fr: "minuteur de \(length)", en: "timer of \(length)")
        }
        return language(fr: "minuteur \(Label.ofFrench(timer.label))", en: "\(Label.bareEnglish(timer.label)) timer")
    }

    private static func enumerate(_ timers: [Appointment], _ now: Date, _ language: Language) -> String {
        let more = timers.count - AppointmentDesk.shown
        return timers.prefix(AppointmentDesk.shown).map { describe($0, now, language) }.joined(separator: language(fr: " ; ", en: "; "))
            + (more > 0 ? language(fr: " ; et \(more) autres", en: "; and \(more) more") : "")
    }

    /// Does something with the one timer that is meant; says what there is when it is none or several.
    ///
    /// - Parameters:
    ///   - state: where several are meant, those in this state come first: "reprends le minuteur" is about the one that stands still.
    ///   - example: what to say before the timer's name to be understood.
    private func one(
        _ choice: Choice, of state: Appointment.State? = nil, _ language: Language, _ context: SkillContext, example: String, orAll: Bool = false,
        _ body: (Appointment) async throws -> SkillReply
    ) async throws -> SkillReply {
        let waiting = try await desk.waiting(context)
        if waiting.isEmpty { return Self.none(language) }
        var chosen = AppointmentDesk.matching(choice, among: waiting, context.timeZone)
        if let state, chosen.count > 1, chosen.contains(where: { $0.state == state }) { chosen.removeAll { $0.state != state } }
        if chosen.isEmpty {
            let shown = Self.enumerate(waiting, context.now, language)
            return SkillReply(language(fr: "Je ne trouve pas ce minuteur. En cours : \(shown).", en: "I can't find that timer. Running: \(shown)."))
        }
        if chosen.count == 1 { return try await body(chosen[0]) }
        let shown = Self.enumerate(chosen, context.now, language)
        let named = Self.named(chosen.first { !$0.label.isEmpty } ?? chosen[0], language)
        let all = orAll ? language(fr: " ou « annule tous les minuteurs »", en: " or “cancel all timers”") : ""
        return SkillReply(
            language(
                fr: "Lequel ? \(shown). Dis par exemple « \(example) \(named) »\(all).", en: "Which one? \(shown). Say for example “\(example) \(named)”\(all)."
            ))
    }
}

extension String {
    /// With a small first letter.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
