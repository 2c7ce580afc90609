public import Base
public import Domain
import Foundation

/// Sets, lists and cancels reminders.
public struct ReminderSkill: TextSkill {
    public let name = "reminders"
    private let desk: AppointmentDesk

    /// - Parameter store: the one that `AppointmentService` hears of (`NotifyingAppointmentStore`).
    public init(store: any AppointmentStore) { desk = AppointmentDesk(store: store, kind: .reminder) }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["rappelle-moi d'appeler Léa demain à neuf heures", "qu'est-ce que j'ai comme rappels ?", "annule le rappel de Léa"],
            en: ["remind me to take the bread out in ten minutes", "what are my reminders?", "cancel the reminder about the bread"])
    }

    /// `notify`: it need not be said what for.
    private enum Order: Sendable { case set, notify, list, cancel, cancelAll }

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
        ],
        french: [
            (.cancelAll, ["<annule> (tous les|tous mes|les|mes) rappels [en cours|prévus]"]),
            (.cancel, ["<annule> [le|mon|ce] rappel", "<annule> [le|mon|ce] rappel {which}", "ne me rappelle (pas|plus) {which}"]),
            (
                .list,
                [
                    "(qu'est-ce que j'ai|j'ai quoi|est-ce que j'ai|qu'ai-je) comme rappels [prévus]",
                    "(quels sont|liste|lister|montre|montre-moi|affiche|lis|lis-moi|donne-moi) [tous] (mes|les) rappels [prévus|en cours|en attente]",
                    "[tous] mes rappels", "les rappels",
                    "(quels|combien de) rappels (ai-je|j'ai|sont prévus|sont en cours|sont en attente|y a-t-il|il y a) [prévus]",
                    "(est-ce que j'ai|ai-je|j'ai|y a-t-il) (des|un) (rappels|rappel) [prévus|prévu|en cours]", "qu'est-ce que tu dois me rappeler",
                    "quoi comme rappels",
                ]
            ),
            (.set, ["<rappelle> [{rest}]", "<mets> [moi|nous] (un|le) [nouveau] rappel [{rest}]", "(un|nouveau|) rappel {rest}"]),
            (.notify, ["<préviens> [{rest}]"]),
        ],
        english: [
            (.cancelAll, ["(cancel|delete|remove|clear|forget) (all [of] [my|the]|all|my|the) reminders"]),
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
                    "what do you have to remind me of",
                ]
            ),
            (
                .set,
                [
                    "(remind me|remind us|don't forget to remind me|do not forget to remind me) [{rest}]",
                    "(set|add|create|make|put) [me] (a|the) [new] reminder [{rest}]", "[a|new] reminder {rest}",
                ]
            ),
            (.notify, ["(alert me|notify me|warn me|let me know) {rest}"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard let match = Self.grammar.match(text, preferring: utterance.language) else { return nil }
        let language = match.language
        switch match.intent {
        case .set: return try await set(match["rest"], in: text, language, needsLabel: true, context)
        case .notify: return try await set(match["rest"], in: text, language, needsLabel: false, context)
        case .list: return try await list(language, context)
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

    // MARK: set

    /// "rappelle-moi comment…" asks for something that is known: it is a question for the memory.
    private static let questions: Set<String> = [
        "comment", "pourquoi", "qui", "quel", "quelle", "quels", "quelles", "ce", "ou", "combien", "si", "quand", "what", "who", "how", "why", "where", "which",
        "when", "if", "whether",
    ]

    private func set(_ rest: Range<Int>?, in text: FoldedText, _ language: Language, needsLabel: Bool, _ context: SkillContext) async throws -> SkillReply? {
        let example = language(fr: "Dis par exemple « rappelle-moi d'appeler Léa demain à 9 h ».", en: "Say for example “remind me to call Léa tomorrow at 9”.")
        guard let rest else { return SkillReply(language(fr: "De quoi, et pour quand ? ", en: "Of what, and when? ") + example) }
        if ["hier", "yesterday"].contains(text[rest.lowerBound]) || text.reads(["avant", "hier"], at: rest.lowerBound, before: rest.upperBound) != nil {
            return Self.unclear(.past, language)
        }
        let time = TimeExpression.find(in: text, rest, language, now: context.now, timeZone: context.timeZone)
        if Self.questions.contains(text[rest.lowerBound]), time?.rest.first?.lowerBound == rest.lowerBound || time == nil { return nil }
        let label = Label.text(time?.rest ?? [rest], of: text)
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
        let wait = due.timeIntervalSince(context.now)
        let moment =
            wait < 3600
            ? language(fr: "dans ", en: "in ") + DateText.duration(wait, language) : DateText(language, context.timeZone).moment(due, now: context.now)
        let said =
            label.isEmpty
            ? language(fr: "Je te préviendrai \(moment).", en: "I'll let you know \(moment).")
            : language(fr: "Je te le rappellerai \(moment) : ", en: "I'll remind you \(moment): ") + Perspective.turned(label, language) + "."
        return try await desk.set(label, due: due, language, said: said, context)
    }

    /// Why a time that was understood cannot be used.
    static func unclear(_ due: TimeExpression.Due, _ language: Language) -> SkillReply {
        switch due {
        case .past:
            SkillReply(language(fr: "C'est déjà passé. Dis-moi une heure ou un jour à venir.", en: "That is over already. Tell me a time or day to come."))
        case .impossible: SkillReply(language(fr: "Je ne trouve pas ce jour dans le calendrier.", en: "I can't find that day in the calendar."))
        default: SkillReply(language(fr: "À quelle heure ? Dis par exemple « aujourd'hui à 18 h ».", en: "At what time? Say for example “today at 6 pm”."))
        }
    }

    // MARK: list and cancel

    private static func none(_ language: Language) -> SkillReply {
        SkillReply(language(fr: "Tu n'as aucun rappel en attente.", en: "You have no reminders waiting."))
    }

    private static func describe(_ reminder: Appointment, _ language: Language, _ context: SkillContext) -> String {
        let label = reminder.label.isEmpty ? language(fr: "sans titre", en: "untitled") : Perspective.turned(reminder.label, language)
        return "\(label), \(DateText(language, context.timeZone).moment(reminder.dueAt, now: context.now))"
    }

    private func list(_ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let all = try await desk.waiting(context)
        if all.isEmpty { return Self.none(language) }
        let shown = all.prefix(20).map { Self.describe($0, language, context) }.joined(separator: language(fr: " ; ", en: "; "))
        let more = all.count > 20 ? language(fr: " ; et \(all.count - 20) autres", en: "; and \(all.count - 20) more") : ""
        return SkillReply(
            language(
                fr: all.count == 1 ? "Tu as un rappel : " : "Tu as \(all.count) rappels : ",
                en: all.count == 1 ? "You have one reminder: " : "You have \(all.count) reminders: ") + shown + more + ".")
    }

    private func cancel(_ which: Range<Int>?, in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let waiting = try await desk.waiting(context)
        if waiting.isEmpty { return Self.none(language) }
        let chosen = which.map { AppointmentDesk.matching($0, of: text, among: waiting, language) } ?? waiting
        let shown = (chosen.isEmpty ? waiting : chosen).prefix(20).map { Self.describe($0, language, context) }.joined(separator: language(fr: " ; ", en: "; "))
        if chosen.isEmpty {
            return SkillReply(language(fr: "Je ne trouve pas ce rappel. En attente : \(shown).", en: "I can't find that reminder. Waiting: \(shown)."))
        }
        guard chosen.count == 1 else {
            return SkillReply(
                language(
                    fr: "Lequel ? \(shown). Dis par exemple « annule le rappel \(chosen[0].label) » ou « annule tous les rappels ».",
                    en: "Which one? \(shown). Say for example “cancel the reminder \(chosen[0].label)” or “cancel all reminders”."))
        }
        return try await desk.cancel(
            chosen, language, said: language(fr: "Rappel annulé : ", en: "Reminder cancelled: ") + Perspective.turned(chosen[0].label, language) + ".", context)
    }
}
