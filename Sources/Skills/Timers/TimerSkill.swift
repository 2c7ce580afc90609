public import Base
public import Domain
import Foundation
public import Understanding

/// Sets, changes, tells and cancels timers.
public struct TimerSkill: TextSkill {
    public let name = "timers"
    private let desk: TimerDesk

    /// - Parameter store: the one that `AppointmentService` hears of (`NotifyingAppointmentStore`).
    public init(store: any AppointmentStore) { desk = TimerDesk(store: store) }

    public func examples(in language: Language) -> [String] {
        language(
            fr: [
                "mets un minuteur de 10 minutes pour les pâtes", "combien de temps reste-t-il ?", "ajoute 5 minutes au minuteur des pâtes",
                "mets le minuteur en pause", "annule le minuteur des pâtes",
            ],
            en: [
                "set a 10 minute timer for the pasta", "how much time is left?", "add 5 minutes to the pasta timer", "pause the timer",
                "cancel the pasta timer",
            ])
    }

    private enum Order: Sendable { case set, left, more, less, pause, resume, cancel, cancelAll }

    private static let grammar = Grammar<Order>(
        pieces: [
            "mets":
                "mets|met|mettez|mettre|mettes|lance|lancez|lancer|lances|démarre|démarrez|démarrer|programme|programmez|programmer|règle|réglez|régler|crée|créez|créer|commence|commencer|active|activer|déclenche|ajoute|ajouter|fais|faire|prépare|il me faut|j'ai besoin d'|je veux",
            "un": "un|une|le|la|mon|1|un nouveau|un petit|un autre",
            "minuteur": "minuteur|minuterie|timer|compte à rebours|chrono|chronomètre|compte-minutes|décompte",
            "minuteurs": "minuteurs|minuteries|timers|chronos|comptes à rebours",
            "annule":
                "annule|annulez|annuler|arrête|arrêtez|arrêter|stoppe|stoppez|stopper|stop|supprime|supprimez|supprimer|enlève|enlever|coupe|couper|éteins|éteindre|efface|effacer|désactive|désactiver|retire",
            "plus": "ajoute|ajoutez|ajouter|rajoute|rajoutez|rajouter|mets|mettez|mettre|donne|accorde",
            "moins": "enlève|enlevez|enlever|retire|retirez|retirer|retranche|ôte|supprime|déduis|soustrais",
            "prolonge": "prolonge|prolongez|prolonger|allonge|allonger|rallonge|rallonger|augmente|augmenter",
            "réduis": "raccourcis|raccourcir|réduis|réduire|diminue|diminuer|abrège|avance",
            "pause": "suspends|suspend|suspendez|suspendre|fige|interromps|interrompt|interrompre|pause|bloque",
            "reprends":
                "reprends|reprend|reprenez|reprendre|relance|relancez|relancer|redémarre|redémarrer|continue|continuer|réactive|réactiver|remets en marche|remets en route|fais repartir|débloque",
            "le": "le|la|mon|ma|ce|cette|du|au|l'",
            "set": "set|start|create|make|begin|put on|add|run|launch|start up|set up|i need|i want",
            "cancel": "cancel|stop|delete|remove|clear|kill|end|turn off|dismiss|abort|disable", "the": "the|my|that",
            "resume": "resume|unpause|continue|restart|carry on with", "extend": "extend|lengthen|increase|prolong",
            "shorten": "shorten|reduce|decrease|cut",
            "en cours": "en cours|actifs|actives|lancés|qui tournent|qui courent|en route|en marche|en attente|j'ai|sont en cours",
        ],
        french: [
            (
                .pause,
                [
                    "(mets|mettez|mettre|met|place) [<le>] <minuteur> [{which}] en pause",
                    "(mets|mettez|mettre|met|place) en pause [<le>] <minuteur> [{which}]",
                    "<pause> [<le>] <minuteur> [{which}]",
                ]
            ),
            (
                .resume,
                [
                    "(remets|remettre|remettez) [<le>] <minuteur> [{which}] en (marche|route)", "<reprends> [<le>] <minuteur> [{which}]",
                    "(enlève|retire|arrête) la pause (du|de la) <minuteur> [{which}]",
                ]
            ),
            (
                .more,
                [
                    "<plus> [moi] [encore] {amount} [de plus|en plus|supplémentaires] (au|à|sur|pour|dans) [le|la|mon|ma|l'] <minuteur> [{which}]",
                    "(ajoute|rajoute|donne) [moi] [encore] {amount}", "<plus> [moi] [encore] {amount} [de plus] (au|aux|à|sur|pour) [le|la|les|l'] {other}",
                    "<prolonge> [<le>] <minuteur> [{which}] (de|d') {amount}", "<prolonge> (de|d') {amount} [<le>] <minuteur> [{which}]",
                    "[encore] {amount} (de plus|en plus|supplémentaires) [(au|à|sur|pour) [le|la|mon] <minuteur> [{which}]]",
                    "encore {amount} [(au|sur|pour) [le|mon] <minuteur> [{which}]]", "encore {amount} (au|aux|à|sur|pour) [le|la|les|l'] {other}",
                    "[<plus>] [moi] {amount} (de plus|en plus|supplémentaires) (au|aux|à|sur|pour) [le|la|les|l'] {other}",
                ]
            ),
            (
                .less,
                [
                    "<moins> [moi] {amount} (au|à|sur|de|du|dans) [le|la|mon|ma|l'] <minuteur> [{which}]",
                    "<réduis> [<le>] <minuteur> [{which}] (de|d') {amount}", "<réduis> (de|d') {amount} [<le>] <minuteur> [{which}]",
                    "{amount} de moins [(au|à|sur|pour) [le|la|mon] <minuteur> [{which}]]",
                    "[<moins>] [moi] {amount} [de moins] (au|aux|à|sur|pour) [le|la|les|l'] {other}",
                ]
            ),
            (.cancelAll, ["<annule> (tous les|tous mes|toutes les|toutes mes|les|mes) <minuteurs> [<en cours>]"]),
            (.cancel, ["<annule> [le|la|mon|ma|ce|cette] <minuteur>", "<annule> [le|la|mon|ma|ce|cette] <minuteur> {which}"]),
            (
                .left,
                [
                    "(quels|quelles) (sont [mes|les]|) <minuteurs> [sont|ai-je|j'ai] [<en cours>|que j'ai]",
                    "(quels sont|liste|lister|listes|montre|montre-moi|affiche|donne-moi) [tous] (mes|les) <minuteurs> [<en cours>]", "mes <minuteurs>",
                    "les <minuteurs> [<en cours>]",
                    "(est-ce que j'ai|ai-je|j'ai|y a-t-il|est-ce qu'il y a|il y a) [des|un|une] (<minuteur>|<minuteurs>) [<en cours>]",
                    "qu'est-ce que j'ai comme <minuteurs>", "combien de <minuteurs> [sont|ai-je|j'ai] [<en cours>]",
                    "combien de temps [il] (reste-t-il|reste|me reste-t-il|il reste|encore) [encore] [sur|au|pour|avant la fin de|avant la fin du|à|dans] [le|la|mon|ma|les|mes|du] [<minuteur>|<minuteurs>]",
                    "combien de temps [il] (reste-t-il|reste|me reste-t-il|il reste) [encore] (sur|au|pour|avant la fin de|avant la fin du|à) [le|la|mon|ma|du] <minuteur> {which}",
                    "combien de temps [il] (reste-t-il|reste|me reste-t-il|il reste) [encore] (pour|avant) {which}",
                    "(il reste|il me reste|reste) combien [de temps] [encore] [sur|au|pour] [le|la|mon|ma] [<minuteur>] [{which}]",
                    "où en est (le|la|mon|ma) <minuteur> [{which}]", "où en sont (les|mes) <minuteurs>", "où (en est|en sont) {which}",
                    "(quand|dans combien de temps) (se termine|finit|sonne|va sonner) (le|mon) <minuteur> [{which}]",
                ]
            ),
            (.set, ["<mets> [moi|nous] [<un>] <minuteur> [{rest}]", "[<un>] <minuteur> [{rest}]", "(compte|décompte|chronomètre) {only}"]),
        ],
        english: [
            (.pause, ["(pause|hold|suspend|freeze) [<the>] [{which}] timer", "(pause|hold|suspend|freeze) [<the>] timer {which}"]),
            (.resume, ["<resume> [<the>] [{which}] timer", "<resume> [<the>] timer {which}"]),
            (
                .more,
                [
                    "(add|put|give [me]) [another] {amount} [more] (to|on|onto|for) [<the>] [{which}] timer",
                    "(add|put|give [me]) [another] {amount} [more] (to|on|onto|for) [<the>] timer {which}", "<extend> [<the>] [{which}] timer by {amount}",
                    "{amount} [more] (for|on|to) [<the>] [{which}] timer", "(add|give me) {amount}",
                    "(add|put) [another] {amount} [more] (to|on|for) the {other}",
                ]
            ),
            (
                .less,
                [
                    "(remove|take|take off|subtract|deduct) {amount} (from|off|off of) [<the>] [{which}] timer",
                    "(remove|take|subtract|deduct) {amount} (from|off|off of) [<the>] timer {which}", "<shorten> [<the>] [{which}] timer by {amount}",
                    "{amount} less [(for|on) [<the>] [{which}] [timer]]", "(remove|take|subtract) {amount} (from|off) the {other}",
                ]
            ),
            (.cancelAll, ["<cancel> (all [of] [my|the]|all|my|the) timers"]),
            (.cancel, ["<cancel> [the|my|that] timer", "<cancel> [the|my] timer {which}", "<cancel> [the|my] {which} timer"]),
            (
                .left,
                [
                    "(what|which) timers (do i have|are running|are active|are set|have i set|are there) [running]",
                    "(list|show|show me|what are) [all] (my|the) [running|active] timers", "my timers",
                    "(do i have|are there) (any|a) (timer|timers) [running|set]", "how many timers (do i have|are running|are there) [running]",
                    "how (much time|long|much longer) (is left|is there left|do i have left|left|is remaining|remains) [on|for] [the|my] [timer|timers]",
                    "how (much time|long|much longer) (is left|do i have left|left|remains) (on|for) [the|my] {which} timer",
                    "how (much time|long|much longer) (is left|do i have left|left|remains) (on|for) {which}", "how much time on [the|my] [{which}] timer",
                    "how much longer", "(what's|what is) the status of (the|my) [{which}] timer", "when (does|will) (the|my) [{which}] timer (end|ring|go off)",
                ]
            ),
            (
                .set,
                [
                    "<set> [me] [a|an|the|another|my] timer [{rest}]", "<set> [me] (a|an|another|the|) {before} timer [{rest}]", "[a|an] timer {rest}",
                    "{only} timer [{rest}]", "time {only}",
                ]
            ),
        ])

    /// Words of a sentence about a timer: what is longer is about something else.
    private static let longestSentence = 60

    static var malformedTemplates: [String] { grammar.malformed }

    private struct Wish {
        var order: Order
        var language: Language
        var pieces: [Range<Int>] = []
        var choice = AppointmentDesk.Choice()
        /// In seconds.
        var amount: TimeInterval = 0
        /// Whether the timer was named without the word: "ajoute 5 minutes aux pâtes".
        var isVague = false
    }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= Self.longestSentence else { return nil }
        guard let wish = Self.grammar.match(text, preferring: utterance.language, { Self.wish($0, text) }) else { return nil }
        let language = wish.language
        if wish.isVague {
            // Only a timer of that name: "ajoute 10 minutes au rôti" may as well be a recipe.
            let timers = try await desk.desk.waiting(context)
            guard !AppointmentDesk.matching(wish.choice, among: timers, context.timeZone).isEmpty else { return nil }
        }
        switch wish.order {
        case .set: return try await setAll(wish.pieces, in: text, language, context)
        case .left: return try await desk.status(wish.choice, language, context)
        case .more: return try await desk.adjust(wish.choice, by: wish.amount, language, context)
        case .less: return try await desk.adjust(wish.choice, by: -wish.amount, language, context)
        case .pause: return try await desk.pause(wish.choice, language, context)
        case .resume: return try await desk.resume(wish.choice, language, context)
        case .cancelAll: return try await desk.cancelAll(language, context)
        case .cancel: return try await desk.cancel(wish.choice, language, context)
        }
    }

    private static func wish(_ match: Grammar<Order>.Match, _ text: FoldedText) -> Wish? {
        let language = match.language
        /// "ten minute timer", "compte dix minutes": nothing but a length of time in the slot.
        func whole(_ range: Range<Int>) -> TimeInterval? {
            // "5 more minutes" is five minutes.
            let words = FoldedText(range.map { text[$0] }.filter { !["more", "extra", "petites"].contains($0) }.joined(separator: " "))
            guard let length = DurationExpression.read(words, at: 0, before: words.tokens.count, language), length.next == words.tokens.count else {
                return nil
            }
            return length.approximateSeconds
        }
        var wish = Wish(order: match.intent, language: language)
        if let only = match["only"], whole(only) == nil { return nil }
        if let amount = match["amount"] {
            guard let seconds = whole(amount) else { return nil }
            wish.amount = seconds
        }
        wish.pieces = [match["only"], match["before"], match["rest"]].compactMap { $0 }
        if let which = match["which"] ?? match["other"] { wish.choice = .init(which, of: text, language) }
        // "il reste combien de vacances", "où en est la guerre": only if there is such a timer, which `status` sees to.
        if let other = match["other"] {
            guard other.count <= 6, !wish.choice.words.isEmpty else { return nil }
            wish.isVague = true
        }
        if match["which"] == nil, match["other"] == nil, wish.order == .more || wish.order == .less {
            wish.isVague = !text.tokens.contains { timerWords.contains($0.text) }
        }
        return wish
    }

    private static let timerWords: Set<String> = [
        "minuteur", "minuterie", "timer", "rebours", "chrono", "chronometre", "decompte", "compte",
    ]

    private static let another: [[String]] = [
        ["et", "un", "autre"], ["et", "une", "autre"], ["et", "encore", "un"], ["et", "un"], ["and", "another", "one"], ["and", "another"], ["and", "one"],
    ]

    /// "… de 10 minutes pour les pâtes et un autre de 20 minutes" are two.
    private func setAll(_ pieces: [Range<Int>], in text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard let rest = pieces.last else { return try await set(pieces, in: text, language, context) }
        for index in rest.dropFirst() {
            guard var next = text.readsAny(Self.another, at: index, before: rest.upperBound) else { continue }
            if Self.timerWords.contains(text[next]), next < rest.upperBound { next += 1 }
            guard Self.duration(in: rest.lowerBound..<index, text, language) != nil || pieces.count > 1,
                let (_, length) = Self.duration(in: next..<rest.upperBound, text, language), length.lowerBound <= next + 1,
                let first = try await set(pieces.dropLast() + [rest.lowerBound..<index], in: text, language, context),
                let second = try await setAll([next..<rest.upperBound], in: text, language, context)
            else { continue }
            return SkillReply(first.text + " " + second.text, actions: first.actions + second.actions)
        }
        return try await set(pieces, in: text, language, context)
    }

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
        guard let due else { return TimerDesk.howLong(language) }
        let name = Label.text(label.filter { !$0.isEmpty }, of: text)
        return try await desk.start(due.timeIntervalSince(context.now), name: name, language, context)
    }

    /// The first duration in these words, with the "de" or "for" before it.
    static func duration(in range: Range<Int>, _ text: FoldedText, _ language: Language) -> (TimeInterval, Range<Int>)? {
        for index in range {
            guard let length = DurationExpression.read(text, at: index, before: range.upperBound, language) else { continue }
            // "-5 minutes" is no length of time, and "1e9 heures" is not nine of them.
            if index > range.lowerBound, text.tokens[index].gap == .none { return nil }
            let hasLink = index > range.lowerBound && ["de", "d", "dans", "for", "of", "in", "pour", "a"].contains(text[index - 1])
            return (length.approximateSeconds, (hasLink ? index - 1 : index)..<length.next)
        }
        return nil
    }
}
