public import Base
public import Domain
import Foundation

/// Sets, lists and cancels timers, and wakes people up.
public struct TimerSkill: TextSkill {
    public let name = "timers"
    private let desk: AppointmentDesk
    private let reminders: AppointmentDesk

    /// - Parameter store: the one that `AppointmentService` hears of (`NotifyingAppointmentStore`).
    public init(store: any AppointmentStore) {
        desk = AppointmentDesk(store: store, kind: .timer)
        reminders = AppointmentDesk(store: store, kind: .reminder)
    }

    public func examples(in language: Language) -> [String] {
        language(
            fr: [
                "mets un minuteur de 10 minutes pour les pâtes", "combien de temps reste-t-il ?", "annule le minuteur des pâtes", "réveille-moi demain à 7 h",
            ],
            en: ["set a 10 minute timer for the pasta", "how much time is left?", "cancel the pasta timer", "wake me up tomorrow at 7"])
    }

    private enum Order: Sendable { case set, wake, list, left, cancel, cancelAll, cancelWake }

    private static let grammar = Grammar<Order>(
        pieces: [
            "mets":
                "mets|met|mettez|mettre|mettes|lance|lancez|lancer|lances|démarre|démarrez|démarrer|programme|programmez|programmer|règle|réglez|régler|crée|créez|créer|commence|commencer|active|activer|déclenche|ajoute|ajouter|fais|faire|prépare|il me faut|j'ai besoin d'|je veux",
            "un": "un|une|le|la|mon|1|un nouveau|un petit|un autre",
            "minuteur": "minuteur|minuterie|timer|compte à rebours|chrono|chronomètre|compte-minutes|décompte",
            "minuteurs": "minuteurs|minuteries|timers|chronos|comptes à rebours",
            "réveil": "réveil|alarme|alarmes|réveils",
            "annule":
                "annule|annulez|annuler|arrête|arrêtez|arrêter|stoppe|stoppez|stopper|stop|supprime|supprimez|supprimer|enlève|enlever|coupe|couper|éteins|éteindre|efface|effacer|désactive|désactiver|retire",
            "set": "set|start|create|make|begin|put on|add|run|launch|start up|set up|i need|i want",
            "cancel": "cancel|stop|delete|remove|clear|kill|end|turn off|dismiss|abort|disable",
            "en cours": "en cours|actifs|actives|lancés|qui tournent|qui courent|en route|en marche|en attente|j'ai|sont en cours",
        ],
        french: [
            (.cancelAll, ["<annule> (tous les|tous mes|toutes les|toutes mes|les|mes) <minuteurs> [<en cours>]"]),
            (.cancelWake, ["<annule> (le|mon|l'|les|mes|tous les|toutes les) <réveil> [{which}]"]),
            (.cancel, ["<annule> [le|la|mon|ma|ce|cette] <minuteur>", "<annule> [le|la|mon|ma|ce|cette] <minuteur> {which}"]),
            (
                .list,
                [
                    "(quels|quelles) (sont [mes|les]|) <minuteurs> [sont|ai-je|j'ai] [<en cours>|que j'ai]",
                    "(quels sont|liste|lister|listes|montre|montre-moi|affiche|donne-moi) [tous] (mes|les) <minuteurs> [<en cours>]", "mes <minuteurs>",
                    "les <minuteurs> [<en cours>]",
                    "(est-ce que j'ai|ai-je|j'ai|y a-t-il|est-ce qu'il y a|il y a) [des|un|une] (<minuteur>|<minuteurs>) [<en cours>]",
                    "qu'est-ce que j'ai comme <minuteurs>", "combien de <minuteurs> [sont|ai-je|j'ai] [<en cours>]",
                ]
            ),
            (
                .left,
                [
                    "combien de temps [il] (reste-t-il|reste|me reste-t-il|il reste|encore) [encore] [sur|au|pour|avant la fin de|avant la fin du|à|dans] [le|la|mon|ma|les|mes|du] [<minuteur>|<minuteurs>]",
                    "combien de temps [il] (reste-t-il|reste|me reste-t-il|il reste) [encore] (sur|au|pour|avant la fin de|avant la fin du|à) [le|la|mon|ma|du] <minuteur> {which}",
                    "combien de temps [il] (reste-t-il|reste|me reste-t-il|il reste) [encore] (pour|avant) {which}",
                    "(il reste|il me reste|reste) combien [de temps] [encore] [sur|au|pour] [le|la|mon|ma] [<minuteur>] [{which}]",
                    "où en est (le|la|mon|ma) <minuteur> [{which}]", "où en sont (les|mes) <minuteurs>",
                ]
            ),
            (.wake, ["(réveille-moi|réveillez-moi|me réveiller|me réveilles|me réveille) [{rest}]", "[<mets>] [moi|nous] [<un>|l'] <réveil> [{rest}]"]),
            (.set, ["<mets> [moi|nous] [<un>] <minuteur> [{rest}]", "[<un>] <minuteur> [{rest}]", "(compte|décompte|chronomètre) {only}"]),
        ],
        english: [
            (.cancelAll, ["<cancel> (all [of] [my|the]|all|my|the) timers"]),
            (.cancelWake, ["<cancel> (the|my|all|all my) (alarm|alarms|wake-up|wake-up call) [{which}]"]),
            (.cancel, ["<cancel> [the|my|that] timer", "<cancel> [the|my] timer {which}", "<cancel> [the|my] {which} timer"]),
            (
                .list,
                [
                    "(what|which) timers (do i have|are running|are active|are set|have i set|are there) [running]",
                    "(list|show|show me|what are) [all] (my|the) [running|active] timers", "my timers",
                    "(do i have|are there) (any|a) (timer|timers) [running|set]",
                    "how many timers (do i have|are running|are there) [running]",
                ]
            ),
            (
                .left,
                [
                    "how (much time|long|much longer) (is left|is there left|do i have left|left|is remaining|remains) [on|for] [the|my] [timer|timers]",
                    "how (much time|long|much longer) (is left|do i have left|left|remains) (on|for) [the|my] {which} timer",
                    "how (much time|long|much longer) (is left|do i have left|left|remains) (for|on) {which}", "how much time on [the|my] [{which}] timer",
                    "how much longer",
                ]
            ),
            (.wake, ["wake me [up] [{rest}]", "[<set>] (an|the|my|) (alarm|wake-up call) [{rest}]"]),
            (
                .set,
                [
                    "<set> [me] [a|an|the|another|my] timer [{rest}]", "<set> [me] (a|an|another|the|) {before} timer [{rest}]", "[a|an] timer {rest}",
                    "{only} timer [{rest}]", "time {only}",
                ]
            ),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    private struct Wish {
        var order: Order
        var language: Language
        var pieces: [Range<Int>]
        var length: DurationExpression?
    }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        let wish = Self.grammar.match(text, preferring: utterance.language) { match -> Wish? in
            if let only = match["only"] {
                // "ten minute timer", "compte dix minutes": nothing but a duration in front.
                guard let length = DurationExpression.read(text, at: only.lowerBound, before: only.upperBound, match.language), length.next == only.upperBound
                else { return nil }
            }
            let pieces = [match["only"], match["before"], match["which"], match["rest"]].compactMap { $0 }
            return Wish(order: match.intent, language: match.language, pieces: pieces)
        }
        guard let wish else { return nil }
        let language = wish.language
        switch wish.order {
        case .set: return try await set(wish.pieces, in: text, language, context)
        case .wake: return try await wake(wish.pieces, in: text, language, context)
        case .list, .left: return try await list(wish, in: text, context)
        case .cancelAll:
            let all = try await desk.waiting(context)
            if all.isEmpty { return Self.none(language) }
            return try await desk.cancel(
                all, language,
                said: language(
                    fr: all.count == 1 ? "Minuteur annulé." : "Les \(all.count) minuteurs sont annulés.",
                    en: all.count == 1 ? "Timer cancelled." : "All \(all.count) timers are cancelled."), context)
        case .cancel: return try await cancel(wish.pieces.first, in: text, language, context)
        case .cancelWake:
            var alarms: [(AppointmentDesk, Appointment)] = []
            for desk in [desk, reminders] { alarms += try await desk.waiting(context).filter { WakeUp.isLabel($0.label) }.map { (desk, $0) } }
            guard !alarms.isEmpty else { return SkillReply(language(fr: "Aucun réveil n'est prévu.", en: "No alarm is set.")) }
            let said = language(
                fr: alarms.count == 1 ? "Réveil annulé." : "Les \(alarms.count) réveils sont annulés.",
                en: alarms.count == 1 ? "Alarm cancelled." : "All \(alarms.count) alarms are cancelled.")
            var reply = SkillReply(said)
            for (desk, alarm) in alarms { reply.actions += try await desk.cancel([alarm], language, said: said, context).actions }
            return reply
        }
    }

    // MARK: set

    /// The longest timer; what is further away is a reminder.
    private static let longest: TimeInterval = 7 * 86_400

    private func set(_ pieces: [Range<Int>], in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        var label: [Range<Int>] = [], due: Date?
        for piece in pieces {
            if due == nil, let (length, range) = Self.duration(in: piece, text, language) {
                due = context.now.addingTimeInterval(length)
                label += [piece.lowerBound..<range.lowerBound, range.upperBound..<piece.upperBound]
            } else if due == nil, let time = TimeExpression.find(in: text, piece, language, now: context.now, timeZone: context.timeZone),
                case .at(let date) = time.due
            {
                due = date
                label += time.rest
            } else {
                label.append(piece)
            }
        }
        guard let due else {
            return SkillReply(
                language(
                    fr: "Pour combien de temps ? Dis par exemple « mets un minuteur de 10 minutes ».",
                    en: "For how long? Say for example “set a timer for 10 minutes”."))
        }
        let seconds = due.timeIntervalSince(context.now)
        guard seconds <= Self.longest else {
            return SkillReply(
                language(
                    fr: "C'est long pour un minuteur. Dis plutôt « rappelle-moi dans 10 jours de… ».",
                    en: "That is long for a timer. Say “remind me in 10 days to…” instead."))
        }
        let name = Label.text(label.filter { !$0.isEmpty }, of: text)
        let length = DateText.duration(seconds, language)
        let said =
            language(fr: "C'est parti pour \(length)", en: "Timer set for \(length)")
            + (name.isEmpty ? "" : language(fr: " : ", en: ": ") + Perspective.turned(name, language)) + "."
        return try await desk.set(name, due: due, language, said: said, context)
    }

    /// The first duration in these words, with the "de" or "for" before it.
    private static func duration(in range: Range<Int>, _ text: FoldedText, _ language: Language) -> (TimeInterval, Range<Int>)? {
        for index in range {
            guard let length = DurationExpression.read(text, at: index, before: range.upperBound, language) else { continue }
            // "-5 minutes" is no length of time, and "1e9 heures" is not nine of them.
            if index > range.lowerBound, text.tokens[index].gap == .none { return nil }
            let hasLink = index > range.lowerBound && ["de", "d", "dans", "for", "of", "in", "pour", "a"].contains(text[index - 1])
            return (length.approximateSeconds, (hasLink ? index - 1 : index)..<length.next)
        }
        return nil
    }

    private func wake(_ pieces: [Range<Int>], in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let label = WakeUp.label(language)
        guard let piece = pieces.last,
            let time = TimeExpression.find(in: text, piece, language, now: context.now, timeZone: context.timeZone, prefersMorning: true)
        else {
            // "une alarme de 10 minutes" and "un réveil 7 h"
            if let piece = pieces.last, let (length, _) = Self.duration(in: piece, text, language), length <= Self.longest {
                let said = language(
                    fr: "Je te réveille dans \(DateText.duration(length, language)).", en: "I'll wake you in \(DateText.duration(length, language)).")
                return try await desk.set(label, due: context.now.addingTimeInterval(length), language, said: said, context)
            }
            guard pieces.isEmpty else { return nil }
            return SkillReply(
                language(fr: "À quelle heure ? Dis par exemple « réveille-moi demain à 7 h ».", en: "At what time? Say for example “wake me up tomorrow at 7”.")
            )
        }
        guard case .at(let due) = time.due else { return ReminderSkill.unclear(time.due, language) }
        let isSoon = due.timeIntervalSince(context.now) < 12 * 3600 && text.tokens[piece].contains { $0.text == "dans" || $0.text == "in" }
        let moment =
            isSoon
            ? language(fr: "dans ", en: "in ") + DateText.duration(due.timeIntervalSince(context.now), language)
            : DateText(language, context.timeZone).moment(due, now: context.now)
        return try await (isSoon ? desk : reminders).set(
            label, due: due, language, said: language(fr: "Je te réveille \(moment).", en: "I'll wake you \(moment)."), context)
    }

    // MARK: list and cancel

    private static func none(_ language: Language) -> SkillReply { SkillReply(language(fr: "Aucun minuteur n'est en cours.", en: "No timer is running.")) }

    private func list(_ wish: Wish, in text: FoldedText, _ context: SkillContext) async throws -> SkillReply? {
        let language = wish.language
        var timers = try await desk.waiting(context)
        if let which = wish.pieces.first {
            let matching = AppointmentDesk.matching(which, of: text, among: timers, language)
            // "combien de temps reste-t-il avant le film" is about something else.
            if matching.isEmpty { return nil }
            timers = matching
        }
        if timers.isEmpty { return Self.none(language) }
        let shown = timers.prefix(20).map { Self.describe($0, left: context.now, language) }
        if shown.count == 1 { return SkillReply(language(fr: "Il reste ", en: "There are ") + shown[0] + language(fr: ".", en: ".")) }
        return SkillReply(
            language(fr: "\(timers.count) minuteurs sont en cours : ", en: "\(timers.count) timers are running: ")
                + shown.joined(separator: language(fr: " ; ", en: "; ")) + ".")
    }

    private static func describe(_ timer: Appointment, left now: Date, _ language: Language) -> String {
        let left = DateText.duration(max(1, timer.dueAt.timeIntervalSince(now)), language)
        let label =
            timer.label.isEmpty
            ? language(fr: "minuteur de ", en: "timer of ") + DateText.duration(timer.dueAt.timeIntervalSince(timer.createdAt), language)
            : Perspective.turned(timer.label, language)
        return language(fr: "\(left) (\(label))", en: "\(left) left (\(label))")
    }

    private func cancel(_ which: Range<Int>?, in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let waiting = try await desk.waiting(context)
        if waiting.isEmpty { return Self.none(language) }
        let chosen = which.map { AppointmentDesk.matching($0, of: text, among: waiting, language) } ?? waiting
        let shown = (chosen.isEmpty ? waiting : chosen).prefix(20).map { Self.describe($0, left: context.now, language) }.joined(
            separator: language(fr: " ; ", en: "; "))
        if chosen.isEmpty {
            return SkillReply(language(fr: "Je ne trouve pas ce minuteur. En cours : \(shown).", en: "I can't find that timer. Running: \(shown)."))
        }
        guard chosen.count == 1 else {
            let example = chosen.first { !$0.label.isEmpty }?.label ?? language(fr: "de 10 minutes", en: "of 10 minutes")
            return SkillReply(
                language(
                    fr: "Lequel ? \(shown). Dis par exemple « annule le minuteur \(example) » ou « annule tous les minuteurs ».",
                    en: "Which one? \(shown). Say for example “cancel the timer \(example)” or “cancel all timers”."))
        }
        let label = chosen[0].label.isEmpty ? "" : language(fr: " : ", en: ": ") + Perspective.turned(chosen[0].label, language)
        return try await desk.cancel(chosen, language, said: language(fr: "Minuteur annulé\(label).", en: "Timer cancelled\(label)."), context)
    }
}
