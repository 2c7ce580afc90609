public import Base
public import Domain
import Foundation
public import Understanding

/// Sets, lists, skips and cancels reminders, once or again and again.
public struct ReminderSkill: TextSkill {
    public let name = "reminders"
    private let desk: AppointmentDesk

    /// - Parameter store: the one that `AppointmentService` hears of (`NotifyingAppointmentStore`).
    public init(store: any AppointmentStore) { desk = AppointmentDesk(store: store, kind: .reminder) }

    public func examples(in language: Language) -> [String] {
        language(
            fr: [
                "rappelle-moi d'appeler Léa demain à neuf heures", "rappelle-moi de sortir les poubelles tous les lundis à 20 h",
                "qu'est-ce que j'ai comme rappels ?", "annule le rappel de Léa",
            ],
            en: [
                "remind me to take the bread out in ten minutes", "remind me every Monday at 8 pm to take the bins out", "what are my reminders?",
                "cancel the reminder about the bread",
            ])
    }

    /// `notify`: it need not be said what for.
    private enum Order: Sendable { case set, notify, list, skip, cancel, cancelAll }

    private static let grammar = Grammar<Order>(
        pieces: [
            "rappelle":
                "rappelle-moi|rappelez-moi|me rappeler|me rappelles|rappel moi|rappelle nous|rappelez nous|fais-moi penser|faites-moi penser|me faire penser|fais-moi un rappel|n'oublie pas de me rappeler|n'oubliez pas de me rappeler|n'oublie pas de me faire penser|pense à me rappeler|pensez à me rappeler|tu me rappelles|tu me rappelleras",
            "préviens":
                "préviens-moi|prévenez-moi|me prévenir|avertis-moi|avertissez-moi|m'avertir|alerte-moi|notifie-moi|fais-moi signe|me faire signe|préviens nous",
            "mets":
                "mets|met|mettez|mettre|mettes|ajoute|ajoutez|ajouter|crée|créez|créer|programme|programmez|programmer|enregistre|enregistrer|note|noter|fais|faire|pose|je veux|il me faut",
            "annule":
                "annule|annulez|annuler|supprime|supprimez|supprimer|enlève|enlevez|enlever|efface|effacez|effacer|retire|retirer|oublie|arrête|désactive",
            "saute": "saute|sauter|passe|ignore|ignorer|zappe", "remind": "remind me|remind us|don't forget to remind me|do not forget to remind me",
        ],
        french: [
            (.cancelAll, ["<annule> (tous les|tous mes|les|mes) rappels [en cours|prévus]"]),
            (.skip, ["<saute> (le|mon|ce) [prochain] rappel [{which}]", "pas de rappel {which}"]),
            (.cancel, ["<annule> [le|mon|ce] rappel", "<annule> [le|mon|ce] rappel {which}", "ne me rappelle (pas|plus) {which}"]),
            (
                .list,
                [
                    "(qu'est-ce que j'ai|j'ai quoi|est-ce que j'ai|qu'ai-je) comme rappels [prévus]",
                    "(quels sont|liste|lister|montre|montre-moi|affiche|lis|lis-moi|donne-moi) [tous] (mes|les) rappels [prévus|en cours|en attente]",
                    "[tous] mes rappels", "les rappels",
                    "(quels|combien de) rappels (ai-je|j'ai|sont prévus|sont en cours|sont en attente|y a-t-il|il y a) [prévus]",
                    "(est-ce que j'ai|ai-je|j'ai|y a-t-il) (des|un) (rappels|rappel) [prévus|prévu|en cours]", "qu'est-ce que tu dois me rappeler",
                    "quoi comme rappels", "(qu'est-ce que j'ai|j'ai quoi) comme rappels {which}", "[tous] mes rappels {which}",
                    "(quels|combien de) rappels (ai-je|j'ai) [prévus] {which}", "(quel est|c'est quoi|quand est) (le|mon) prochain rappel",
                ]
            ),
            (
                .set,
                ["<rappelle> [{rest}]", "<mets> [moi|nous] (un|le) [nouveau] rappel [{rest}]", "(un|nouveau|) rappel {rest}", "{before} <rappelle> {rest}"]
            ),
            (.notify, ["<préviens> [{rest}]", "{before} <préviens> [{rest}]"]),
        ],
        english: [
            (.cancelAll, ["(cancel|delete|remove|clear|forget) (all [of] [my|the]|all|my|the) reminders"]),
            (.skip, ["skip (the|my) [next] reminder [{which}]", "skip {which} reminder", "no reminder {which}"]),
            (
                .cancel,
                [
                    "(cancel|delete|remove|clear|forget) [the|my|that] reminder", "(cancel|delete|remove|clear|forget) [the|my] reminder {which}",
                    "(cancel|delete|remove|clear|forget) [the|my] {which} reminder",
                ]
            ),
            (
                .list,
                [
                    "(what are|list|show|show me|read|read me) [all] (my|the) reminders", "my reminders",
                    "(what|which|how many) reminders (do i have|are set|are there|have i set) [set]", "do i have (any|a) (reminders|reminder) [set]",
                    "what do you have to remind me of", "(what is|what's|when is) my next reminder", "(what|which) reminders do i have {which}",
                    "(what are|show|show me) my reminders {which}",
                ]
            ),
            (
                .set,
                [
                    "<remind> [{rest}]", "(set|add|create|make|put) [me] (a|the) [new] reminder [{rest}]", "[a|new] reminder {rest}",
                    "{before} <remind> {rest}",
                ]
            ),
            (.notify, ["(alert me|notify me|warn me|let me know) {rest}", "{before} (alert me|notify me|warn me|let me know) [{rest}]"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        let match = Self.grammar.match(text, preferring: utterance.language) { match -> Grammar<Order>.Match? in
            // "dans dix minutes, rappelle-moi…": nothing but a time may stand in front.
            if let before = match["before"],
                TimeExpression.whole(before, of: text, match.language, now: context.now, timeZone: context.timeZone) == nil
            {
                return nil
            }
            return match
        }
        guard let match else { return nil }
        let language = match.language
        switch match.intent {
        case .set, .notify:
            return try await set(match["before"], match["rest"], in: text, language, needsLabel: match.intent == .set, context)
        case .list: return try await list(match["which"], in: text, language, context)
        case .skip: return try await skip(match["which"], in: text, language, context)
        case .cancel: return try await cancel(match["which"], in: text, language, context)
        case .cancelAll:
            let all = try await desk.waiting(context)
            if all.isEmpty { return Self.none(language) }
            let said = language(
                fr: all.count == 1 ? "Rappel annulé." : "Les \(all.count) rappels sont annulés.",
                en: all.count == 1 ? "Reminder cancelled." : "All \(all.count) reminders are cancelled.")
            return try await desk.cancel(all, language, said: said, context)
        }
    }

    /// Sets a reminder at a time that was said elsewhere, when the words are "rappelle-moi de …" without a time of their own; `nil` when they are not.
    func remind(_ command: String, at due: Date, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let text = FoldedText(command)
        guard let match = Self.grammar.match(text, preferring: language), match.intent == .set || match.intent == .notify, match["before"] == nil else {
            return nil
        }
        if let rest = match["rest"], TimeExpression.find(in: text, rest, match.language, now: context.now, timeZone: context.timeZone) != nil { return nil }
        let label = match["rest"].map { Label.text([$0], of: text) } ?? ""
        if label.isEmpty, match.intent == .set { return nil }
        return try await set(label, at: due, nil, match.language, context)
    }

    // MARK: set

    /// "rappelle-moi comment…" asks for something that is known: it is a question for the memory.
    private static let questions: Set<String> = [
        "comment", "pourquoi", "qui", "quel", "quelle", "quels", "quelles", "ce", "ou", "combien", "si", "quand", "what", "who", "how", "why", "where", "which",
        "when", "if", "whether",
    ]

    private func set(
        _ before: Range<Int>?, _ after: Range<Int>?, in text: FoldedText, _ language: Language, needsLabel: Bool, _ context: SkillContext
    ) async throws -> SkillReply? {
        let example = language(fr: "Dis par exemple « rappelle-moi d'appeler Léa demain à 9 h ».", en: "Say for example “remind me to call Léa tomorrow at 9”.")
        let pieces = [before, after].compactMap { $0 }
        guard !pieces.isEmpty else { return SkillReply(language(fr: "De quoi, et pour quand ? ", en: "Of what, and when? ") + example) }
        if let rest = after,
            ["hier", "yesterday"].contains(text[rest.lowerBound]) || text.reads(["avant", "hier"], at: rest.lowerBound, before: rest.upperBound) != nil
        {
            return Self.unclear(.past, language)
        }
        let time = TimeExpression.find(in: text, pieces, language, now: context.now, timeZone: context.timeZone)
        if let rest = after, Self.questions.contains(text[rest.lowerBound]),
            time == nil || time?.rest.contains(where: { $0.lowerBound == rest.lowerBound }) == true
        {
            return nil
        }
        let label = Label.text(time?.rest ?? pieces, of: text)
        guard let time else {
            // "préviens-moi quand…" and "préviens-moi si…" wait for something else than a time.
            guard needsLabel, !label.isEmpty else { return nil }
            let turned = Perspective.turned(label, language)
            return SkillReply(
                language(
                    fr: "Pour quand ? Dis tout en une fois, par exemple « rappelle-moi demain à 9 h : \(turned == label ? label : turned) ».",
                    en: "For when? Say it all at once, for example “remind me tomorrow at 9 to \(label)”."))
        }
        guard case .at(let due) = time.due else { return Self.unclear(time.due, language) }
        if label.isEmpty, needsLabel { return SkillReply(language(fr: "De quoi dois-je te rappeler ? ", en: "What shall I remind you of? ") + example) }
        return try await set(label, at: due, time.recurrence, language, context)
    }

    private func set(
        _ label: String, at due: Date, _ recurrence: Recurrence?, _ language: Language, _ context: SkillContext
    ) async throws -> SkillReply {
        let wait = due.timeIntervalSince(context.now)
        let moment =
            recurrence.map { RecurrenceText.text($0, language) }
            ?? (wait < 3600
                ? language(fr: "dans ", en: "in ") + DateText.duration(wait, language) : DateText(language, context.timeZone).moment(due, now: context.now))
        let said =
            label.isEmpty
            ? language(fr: "Je te préviendrai \(moment).", en: "I'll let you know \(moment).")
            : language(fr: "Je te le rappellerai \(moment) : ", en: "I'll remind you \(moment): ") + Perspective.turned(label, language) + "."
        return try await desk.set(label, due: due, recurrence: recurrence, language, said: said, context)
    }

    /// Why a time that was understood cannot be used.
    static func unclear(_ due: TimeExpression.Due, _ language: Language) -> SkillReply {
        switch due {
        case .past:
            SkillReply(language(fr: "C'est déjà passé. Dis-moi une heure ou un jour à venir.", en: "That is over already. Tell me a time or day to come."))
        case .impossible: SkillReply(language(fr: "Je ne trouve pas ce jour dans le calendrier.", en: "I can't find that day in the calendar."))
        case .tooOften: SkillReply(language(fr: "C'est trop souvent : au plus toutes les 5 minutes.", en: "That is too often: every 5 minutes at most."))
        default: SkillReply(language(fr: "À quelle heure ? Dis par exemple « aujourd'hui à 18 h ».", en: "At what time? Say for example “today at 6 pm”."))
        }
    }

    // MARK: list, skip and cancel

    private static func none(_ language: Language) -> SkillReply {
        SkillReply(language(fr: "Tu n'as aucun rappel en attente.", en: "You have no reminders waiting."))
    }

    private static func describe(_ reminder: Appointment, _ language: Language, _ context: SkillContext) -> String {
        let label = reminder.label.isEmpty ? language(fr: "sans titre", en: "untitled") : Perspective.turned(reminder.label, language)
        let moment =
            reminder.recurrence.map { RecurrenceText.text($0, language) } ?? DateText(language, context.timeZone).moment(reminder.dueAt, now: context.now)
        return "\(label), \(moment)"
    }

    private func list(_ which: Range<Int>?, in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        var all = try await desk.waiting(context)
        if let which {
            let choice = AppointmentDesk.Choice(which, of: text, language, context)
            guard let day = choice.day, choice.words.isEmpty else { return nil }
            all = AppointmentDesk.matching(choice, among: all, context.timeZone)
            let when = DateText(language, context.timeZone).dayName(day, now: context.now)
            if all.isEmpty { return SkillReply(language(fr: "Tu n'as aucun rappel \(when).", en: "You have no reminders \(when).")) }
        }
        if all.isEmpty { return Self.none(language) }
        let shown = Self.enumerate(all, language, context)
        let more = all.count > AppointmentDesk.shown ? language(fr: " ; et \(all.count - 20) autres", en: "; and \(all.count - 20) more") : ""
        return SkillReply(
            language(
                fr: all.count == 1 ? "Tu as un rappel : " : "Tu as \(all.count) rappels : ",
                en: all.count == 1 ? "You have one reminder: " : "You have \(all.count) reminders: ") + shown + more + ".")
    }

    private static func enumerate(_ reminders: [Appointment], _ language: Language, _ context: SkillContext) -> String {
        reminders.prefix(AppointmentDesk.shown).map { describe($0, language, context) }.joined(separator: language(fr: " ; ", en: "; "))
    }

    private func skip(_ which: Range<Int>?, in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let choice = which.map { AppointmentDesk.Choice($0, of: text, language, context) } ?? .init()
        // "pas de rappel à l'ordre" names neither a day nor a reminder.
        let isNamed = try await !AppointmentDesk.matching(choice, among: desk.waiting(context), context.timeZone).isEmpty
        guard which == nil || choice.day != nil || isNamed else { return nil }
        return try await one(choice, language, context) { reminder in
            try await skip(reminder, on: choice.day ?? CivilDay(reminder.dueAt, in: context.timeZone), language, context)
        }
    }

    private func skip(_ reminder: Appointment, on day: CivilDay, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let label = reminder.label.isEmpty ? "" : language(fr: " : ", en: ": ") + Perspective.turned(reminder.label, language)
        let when = DateText(language, context.timeZone).dayName(day, now: context.now)
        return try await desk.skip(
            reminder, on: day, language, done: language(fr: "Pas de rappel \(when)\(label)", en: "No reminder \(when)\(label)"), context)
    }

    private func cancel(_ which: Range<Int>?, in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let choice = which.map { AppointmentDesk.Choice($0, of: text, language, context) } ?? .init()
        return try await one(choice, language, context) { reminder in
            // "annule le rappel de demain" leaves those of other days.
            if reminder.recurrence != nil, let day = choice.day { return try await skip(reminder, on: day, language, context) }
            let said = language(fr: "Rappel annulé : ", en: "Reminder cancelled: ") + Perspective.turned(reminder.label, language) + "."
            return try await desk.cancel([reminder], language, said: said, context)
        }
    }

    /// Does something with the one reminder that is meant; says which there are when it is none or several.
    private func one(
        _ choice: AppointmentDesk.Choice, _ language: Language, _ context: SkillContext, _ body: (Appointment) async throws -> SkillReply
    ) async throws -> SkillReply {
        let waiting = try await desk.waiting(context)
        if waiting.isEmpty { return Self.none(language) }
        let chosen = AppointmentDesk.matching(choice, among: waiting, context.timeZone)
        if chosen.count == 1 { return try await body(chosen[0]) }
        let shown = Self.enumerate(chosen.isEmpty ? waiting : chosen, language, context)
        if chosen.isEmpty {
            return SkillReply(language(fr: "Je ne trouve pas ce rappel. En attente : \(shown).", en: "I can't find that reminder. Waiting: \(shown)."))
        }
        return SkillReply(
            language(
                fr: "Lequel ? \(shown). Dis par exemple « annule le rappel \(chosen[0].label) » ou « annule tous les rappels ».",
                en: "Which one? \(shown). Say for example “cancel the reminder \(chosen[0].label)” or “cancel all reminders”."))
    }
}
