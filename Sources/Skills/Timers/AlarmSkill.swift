public import Base
public import Domain
import Foundation
public import Understanding

/// Wakes people up, once or again and again.
public struct AlarmSkill: TextSkill {
    public let name = "alarms"
    private let store: any AppointmentStore
    private let desk: AppointmentDesk

    /// - Parameter store: the one that `AppointmentService` hears of (`NotifyingAppointmentStore`).
    public init(store: any AppointmentStore) {
        self.store = store
        desk = AppointmentDesk(store: store, kind: .alarm)
    }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["réveille-moi demain à 7 h", "réveille-moi en semaine à 6 h 30", "quels sont mes réveils ?", "pas de réveil demain", "annule le réveil"],
            en: ["wake me up tomorrow at 7", "wake me up every weekday at 6:30", "what are my alarms?", "no alarm tomorrow", "cancel the alarm"])
    }

    private enum Order: Sendable { case set, move, list, skip, cancel }

    private static let grammar = Grammar<Order>(
        pieces: [
            "réveille": "réveille-moi|réveillez-moi|me réveiller|me réveilles|me réveille|réveille nous|réveillez nous",
            "mets":
                "mets|met|mettez|mettre|mettes|lance|démarre|programme|programmez|programmer|règle|réglez|régler|crée|créez|créer|ajoute|ajouter|fais|faire|prépare|il me faut|j'ai besoin d'|je veux",
            "un": "un|une|le|la|mon|1|un nouveau|un autre", "réveil": "réveil|alarme|alarmes|réveils|réveille matin",
            "annule":
                "annule|annulez|annuler|arrête|arrêtez|arrêter|stoppe|stop|supprime|supprimez|supprimer|enlève|enlever|coupe|couper|éteins|éteindre|efface|effacer|désactive|désactiver|retire",
            "saute": "saute|sauter|passe|ignore|ignorer|zappe", "prévu": "prévu|prévus|prévue|prévues|programmé|programmés|programmée|en place",
            "set": "set|start|create|make|put on|add|set up|i need|i want", "alarm": "alarm|alarms|wake-up call|wake-up calls",
            "cancel": "cancel|stop|delete|remove|clear|kill|turn off|dismiss|disable",
        ],
        french: [
            (
                .skip,
                [
                    "<saute> (le|mon|l'|la) [prochain|prochaine] <réveil> [{which}]", "(pas|plus) (de|d') <réveil> {which}",
                    "ne (me réveille|me réveillez|nous réveille) pas {which}", "(pas besoin|inutile) de me réveiller {which}",
                ]
            ),
            (.cancel, ["<annule> (le|mon|l'|les|mes|tous les|toutes les|tous mes|toutes mes) <réveil> [{which}]", "ne me réveille (pas|plus)"]),
            (
                .list,
                [
                    "(quels sont|quelles sont|liste|lister|montre|montre-moi|affiche|donne-moi|lis) [tous|toutes] (mes|les) <réveil> [<prévu>]",
                    "[tous] mes <réveil> [<prévu>]", "(ai-je|j'ai|est-ce que j'ai|y a-t-il|est-ce qu'il y a) (un|une|des) <réveil> [<prévu>] [{which}]",
                    "(à quelle heure|quand) (est|sonne|est prévu|est réglé|va sonner) (le|mon|l') [prochain|prochaine] <réveil> [{which}]",
                    "(quel|quelle) est (le|mon|ma|l') [prochain|prochaine] <réveil>", "(le|mon) <réveil> est à quelle heure",
                    "(quels|quelles|combien de|combien d') <réveil> (ai-je|j'ai|sont prévus|sont prévues|y a-t-il) [<prévu>]",
                    "(à quelle heure|quand) (est-ce que tu me réveilles|tu me réveilles|me réveilles-tu|vas-tu me réveiller) [{which}]",
                ]
            ),
            (.move, ["(change|changer|décale|décaler|déplace|modifie|repousse|recule|avance|remets) (mon|le|l'|la|ma) <réveil> {to}"]),
            (.set, ["<réveille> [{rest}]", "[<mets>] [moi|nous] [<un>|l'] <réveil> [quotidien|récurrent] [{rest}]", "{before} <réveille> [{rest}]"]),
        ],
        english: [
            (
                .skip,
                [
                    "skip (the|my) [next] <alarm> [{which}]", "skip {which} <alarm>", "no <alarm> {which}", "(don't|do not) wake (me|us) [up] {which}",
                    "(no need|you don't have) to wake me [up] {which}",
                ]
            ),
            (
                .cancel,
                [
                    "<cancel> [the|my|all|all my|all the|all of my] <alarm> [{which}]", "<cancel> [the|my] {which} <alarm>", "(don't|do not) wake (me|us) [up]",
                ]
            ),
            (
                .list,
                [
                    "(what are|list|show|show me|read) [all] (my|the) <alarm>", "my alarms", "(what|which|how many) alarms (do i have|are set|are there) [set]",
                    "(do i have|is there|are there) (an|any|a) <alarm> [set] [{which}]",
                    "(what time|when) (is|does) (my|the) [next] <alarm> [set|set for|go off|ring]",
                    "(what is|what's) my next <alarm>", "(when|what time) (will you|are you going to) wake me [up] [{which}]",
                ]
            ),
            (.move, ["(change|move|reschedule|shift|push back|bring forward) (my|the) <alarm> {to}"]),
            (.set, ["wake (me|us) [up] [{rest}]", "[<set>] [me] [an|the|my|a] [new|daily|recurring] <alarm> [{rest}]", "{before} wake (me|us) [up] [{rest}]"]),
        ])

    /// Words of a sentence about an alarm: what is longer is about something else.
    private static let longestSentence = 60

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= Self.longestSentence else { return nil }
        let match = Self.grammar.match(text, preferring: utterance.language) { match -> Grammar<Order>.Match? in
            if let before = match["before"],
                TimeExpression.whole(before, of: text, match.language, now: context.now, timeZone: context.timeZone, prefersMorning: true) == nil
            {
                return nil
            }
            return match
        }
        guard let match else { return nil }
        let language = match.language
        let choice = match["which"].map { AppointmentDesk.Choice($0, of: text, language, context) } ?? .init()
        switch match.intent {
        case .set: return try await set([match["before"], match["rest"]].compactMap { $0 }, in: text, language, context)
        case .list: return try await list(choice, language, context)
        case .move:
            guard let to = match["to"], let move = AlarmMove(to, text, language) else { return nil }
            return try await self.move(by: move, language, context)
        case .skip: return try await skip(choice, hasDay: match["which"] == nil || choice.day != nil, language, context)
        case .cancel:
            let areAll = text.tokens.contains { Self.plurals.contains($0.text) }
            return try await cancel(choice, areAll: areAll, language, context)
        }
    }

    /// Words that mean all of them: "annule les réveils".
    private static let plurals: Set<String> = ["reveils", "alarmes", "alarms", "calls", "tous", "toutes", "les", "mes", "all"]

    // MARK: set

    private func set(_ pieces: [Range<Int>], in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard !pieces.isEmpty else {
            return SkillReply(
                language(fr: "À quelle heure ? Dis par exemple « réveille-moi demain à 7 h ».", en: "At what time? Say for example “wake me up tomorrow at 7”.")
            )
        }
        if let hour = Self.missingHour(in: text, pieces) {
            return SkillReply(language(fr: "Il n'y a pas de \(hour) h dans une journée.", en: "There is no hour \(hour) in a day."))
        }
        let time = TimeExpression.find(in: text, pieces, language, now: context.now, timeZone: context.timeZone, prefersMorning: true)
        guard let time else {
            // "une alarme de 10 minutes"
            guard let piece = pieces.last, let (length, _) = TimerSkill.duration(in: piece, text, language), length <= TimerDesk.longest else { return nil }
            return try await set("", at: context.now.addingTimeInterval(length), isSoon: true, nil, language, context)
        }
        guard case .at(var due) = time.due else { return ReminderSkill.unclear(time.due, language) }
        var recurrence = time.recurrence
        if recurrence == nil, text.tokens.contains(where: { ["daily", "recurring", "quotidien", "recurrent"].contains($0.text) }) {
            let parts = DateText(language, context.timeZone).calendar.dateComponents([.hour, .minute], from: due)
            recurrence = Recurrence(.days(every: 1), hour: parts.hour ?? 0, minute: parts.minute ?? 0, timeZone: context.timeZone)
            due = recurrence?.first(after: context.now) ?? due
        }
        // "pour le train" says what for; other words beside the time say how.
        let label = time.rest.first { ["pour", "for"].contains(text[$0.lowerBound]) && $0.count > 1 }.map { Label.text([$0], of: text) } ?? ""
        let isOffset = pieces.contains { $0.contains { text[$0] == "dans" || text[$0] == "in" } }
        let isSoon = isOffset && due.timeIntervalSince(context.now) < 12 * 3600
        return try await set(label, at: due, isSoon: isSoon, recurrence, language, context)
    }

    /// "À 25 h": an hour that no day has, which is no length of time either.
    private static func missingHour(in text: FoldedText, _ pieces: [Range<Int>]) -> Int? {
        for piece in pieces {
            for index in piece.dropLast() where ["a", "vers", "pour", "at", "around", "by"].contains(text[index]) && text.tokens[index + 1].kind == .number {
                guard let hour = Int(text[index + 1]), hour > 24 else { continue }
                let next = piece.contains(index + 2) ? text[index + 2] : ""
                if ["", "h", "heure", "heures", ":", "o", "hours"].contains(next) { return hour }
            }
        }
        return nil
    }

    /// - Parameter isSoon: said in so many minutes, and told so.
    private func set(
        _ label: String, at due: Date, isSoon: Bool, _ recurrence: Recurrence?, _ language: Language, _ context: SkillContext
    ) async throws -> SkillReply {
        let moment =
            recurrence.map { RecurrenceText.text($0, language) }
            ?? (isSoon
                ? language(fr: "dans ", en: "in ") + DateText.duration(due.timeIntervalSince(context.now), language)
                : DateText(language, context.timeZone).moment(due, now: context.now))
        let what = label.isEmpty ? "" : language(fr: " : ", en: ": ") + Perspective.turned(label, language)
        return try await desk.set(
            label, due: due, recurrence: recurrence, language, said: language(fr: "Je te réveille \(moment)\(what).", en: "I'll wake you \(moment)\(what)."),
            context)
    }

    // MARK: move

    private func move(by move: AlarmMove, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let alarms = AppointmentDesk.matching(.init(day: move.day(language, context)), among: try await waiting(context), context.timeZone)
        guard let alarm = alarms.first else { return Self.none(language) }
        guard alarms.count == 1 else { return SkillReply(language(fr: "Lequel ? ", en: "Which one? ") + Self.enumerate(alarms, language, context) + ".") }
        guard let new = move.applied(to: alarm, language, context), new.dueAt > context.now else { return ReminderSkill.unclear(.past, language) }
        let shown = Self.describe(new, language, context)
        return try await desk.change(
            alarm, to: new, "change", language, said: language(fr: "Je te réveille \(shown).", en: "I'll wake you \(shown)."), context)
    }

    // MARK: list, skip and cancel

    /// Alarms, and what was kept as a timer or reminder before there were any.
    private func waiting(_ context: SkillContext) async throws -> [Appointment] {
        try await store.appointments(nil, in: [.pending], for: context.principal).filter { $0.kind == .alarm || WakeUp.isLabel($0.label) }
    }

    private static func none(_ language: Language) -> SkillReply { SkillReply(language(fr: "Aucun réveil n'est prévu.", en: "No alarm is set.")) }

    private static func describe(_ alarm: Appointment, _ language: Language, _ context: SkillContext) -> String {
        let label = alarm.label.isEmpty || WakeUp.isLabel(alarm.label) ? "" : " (\(Perspective.turned(alarm.label, language)))"
        let moment = alarm.recurrence.map { RecurrenceText.text($0, language) } ?? DateText(language, context.timeZone).moment(alarm.dueAt, now: context.now)
        return moment + label
    }

    private static func enumerate(_ alarms: [Appointment], _ language: Language, _ context: SkillContext) -> String {
        alarms.prefix(AppointmentDesk.shown).map { describe($0, language, context) }.joined(separator: language(fr: " ; ", en: "; "))
    }

    /// What to say to name one of several, or all.
    private static func which(_ alarms: [Appointment], _ language: Language, _ context: SkillContext) -> String {
        let first = DateText(language, context.timeZone).time(alarms[0].dueAt)
        return enumerate(alarms, language, context)
            + language(
                fr: ". Dis par exemple « annule le réveil de \(first) » ou « annule tous les réveils ».",
                en: ". Say for example “cancel the \(first) alarm” or “cancel all alarms”.")
    }

    private func list(_ choice: AppointmentDesk.Choice, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let alarms = AppointmentDesk.matching(choice, among: try await waiting(context), context.timeZone)
        if alarms.isEmpty { return Self.none(language) }
        let shown = Self.enumerate(alarms, language, context)
        if alarms.count == 1 { return SkillReply(language(fr: "Je te réveille \(shown).", en: "I'll wake you \(shown).")) }
        return SkillReply(language(fr: "Tu as \(alarms.count) réveils : \(shown).", en: "You have \(alarms.count) alarms: \(shown)."))
    }

    private func skip(_ choice: AppointmentDesk.Choice, hasDay: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        // "ne me réveille pas pour rien" names no day.
        guard hasDay else { return nil }
        let alarms = AppointmentDesk.matching(choice, among: try await waiting(context), context.timeZone)
        guard let day = choice.day ?? alarms.first.map({ CivilDay($0.dueAt, in: context.timeZone) }) else { return Self.none(language) }
        let when = DateText(language, context.timeZone).dayName(day, now: context.now)
        let done = language(fr: "Pas de réveil \(when)", en: "No alarm \(when)")
        guard !alarms.isEmpty else { return SkillReply(language(fr: "Aucun réveil n'est prévu \(when).", en: "No alarm is set \(when).")) }
        // All of that day: who says "pas de réveil demain" means the second one too. Without a day, the next one.
        var reply: SkillReply?
        for alarm in choice.day == nil ? Array(alarms.prefix(1)) : alarms {
            let one = try await desk.skip(alarm, on: day, language, done: done, context)
            reply = reply.map { SkillReply(done + ".", actions: $0.actions + one.actions) } ?? one
        }
        return reply
    }

    private func cancel(_ choice: AppointmentDesk.Choice, areAll: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let waiting = try await waiting(context)
        if waiting.isEmpty { return Self.none(language) }
        let alarms = AppointmentDesk.matching(choice, among: waiting, context.timeZone)
        guard !alarms.isEmpty else {
            let shown = Self.enumerate(waiting, language, context)
            return SkillReply(language(fr: "Je ne trouve pas ce réveil. Prévus : \(shown).", en: "I can't find that alarm. Set: \(shown)."))
        }
        // "annule le réveil de demain" leaves those of other days.
        if choice.day != nil, alarms.contains(where: { $0.recurrence != nil }) { return try await skip(choice, hasDay: true, language, context) }
        guard alarms.count == 1 || areAll || choice.day != nil else {
            return SkillReply(language(fr: "Lequel ? ", en: "Which one? ") + Self.which(alarms, language, context))
        }
        let said = language(
            fr: alarms.count == 1 ? "Réveil annulé." : "Les \(alarms.count) réveils sont annulés.",
            en: alarms.count == 1 ? "Alarm cancelled." : "All \(alarms.count) alarms are cancelled.")
        return try await desk.cancel(alarms, language, said: said, context)
    }
}
