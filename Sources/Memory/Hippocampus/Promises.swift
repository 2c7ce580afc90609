import Base
import Domain
import Foundation

/// What somebody means to do: when it comes back to them, and when it is over.
///
/// A promise holds its task as a fact (`Promises.relation`) that is valid until it is done, given up or past due.
enum Promises {
    /// The relation of a promise's fact: its value is the task.
    static let relation = "to_do"
    /// After it was due, a promise stays open for this long: who was reminded may still be at it.
    static let grace: TimeInterval = 24 * 3600
    /// Somebody who says just "c'est fait" means what they were reminded of within this time.
    private static let echo: TimeInterval = 12 * 3600

    static func fragment(_ commitment: Commitment, as id: Fragment.ID, origin: Fragment, timeZone: TimeZone) -> Fragment {
        let language = origin.language ?? .french
        let fact = Fact(
            subject: Fact.me, subjectName: language(fr: "moi", en: "me"), relation: relation, value: commitment.task, validFrom: origin.occurredAt)
        return Fragment(
            id: id, kind: .promise, text: commitment.text, language: origin.language, occurredAt: origin.occurredAt, learnedAt: origin.learnedAt, source: .rule,
            speaker: origin.speaker, conversation: origin.conversation, area: origin.area, origins: [origin.id], affect: origin.affect,
            importance: max(0.5, origin.importance), entities: origin.entities, fact: fact,
            dueAt: commitment.dueAt.map { moment($0, of: commitment, said: origin.occurredAt, timeZone) })
    }

    /// When it is brought back: at its time where one was named; else at nine on its day, or when that is over at six in the evening, or in an hour; on the
    /// evening before, at seven, where that was said.
    private static func moment(_ due: Date, of commitment: Commitment, said: Date, _ timeZone: TimeZone) -> Date {
        let day = CivilDay(due, in: timeZone)
        let words = FoldedWords(commitment.text).texts
        if evenings.areIn(words) {
            if let evening = day.adding(days: -1).at(hour: 19, minute: 0, in: timeZone), evening > said { return evening }
        }
        if commitment.isTimed { return due }
        for hour in [9, 18] {
            if let moment = day.at(hour: hour, minute: 0, in: timeZone), moment > said.addingTimeInterval(30 * 60) { return moment }
        }
        return said.addingTimeInterval(3600)
    }

    static func isOpen(_ fragment: Fragment) -> Bool { fragment.kind == .promise && fragment.fact?.validUntil == nil }

    /// The reminder of an open promise, whose id is the promise's: making it again adds nothing. `nil` when it has no time, or that is over.
    static func appointment(for promise: Fragment, now: Date) -> Appointment? {
        guard isOpen(promise), let due = promise.dueAt, due > now else { return nil }
        return Appointment(
            id: Appointment.ID(high: promise.id.high, low: promise.id.low), kind: .reminder, label: promise.fact?.value ?? promise.text,
            createdAt: promise.occurredAt, dueAt: due, language: promise.language ?? .french, area: promise.area)
    }

    /// What has to be done to the reminders.
    enum Reminding: Sendable, Hashable {
        case set(Appointment)
        case cancel(Appointment.ID)
    }

    /// Sets what is missing and cancels what nobody needs any more: for promises that were closed, or are gone.
    /// - Parameters:
    ///   - promises: all of the person's, open and closed.
    ///   - appointments: the person's reminders, whatever became of them: one that was announced or cancelled is not set again.
    static func reminders(for promises: [Fragment], having appointments: [Appointment], now: Date) -> [Reminding] {
        let wanted = promises.compactMap { appointment(for: $0, now: now) }
        let known = Set(appointments.map(\.id))
        let closed = Set(promises.filter { !isOpen($0) }.map { Appointment.ID(high: $0.id.high, low: $0.id.low) })
        return wanted.filter { !known.contains($0.id) }.map(Reminding.set)
            + appointments.filter { closed.contains($0.id) && $0.state == .pending }.map { .cancel($0.id) }
    }

    /// The reminders of promises that were forgotten.
    static func reminders(of erased: [Fragment.ID]) -> [Reminding] { erased.map { .cancel(Appointment.ID(high: $0.high, low: $0.low)) } }

    static func closed(_ promise: Fragment, at date: Date) -> Fragment {
        var closed = promise
        closed.fact?.validUntil = max(date, promise.occurredAt)
        return closed
    }

    /// Those that were due so long ago that they are over.
    static func pastDue(_ promises: some Sequence<Fragment>, now: Date) -> [Fragment] {
        promises.filter { promise in isOpen(promise) && promise.dueAt.map { $0.addingTimeInterval(grace) <= now } ?? false }
    }

    /// The promises that somebody says are kept: "c'est fait, j'ai appelé le plombier"; just "c'est fait" is the only one that came due lately.
    static func kept(by text: String, among promises: some Sequence<Fragment>, now: Date) -> [Fragment] {
        guard !text.contains("?") else { return [] }
        let words = FoldedWords(text).texts
        let isDone = done.areIn(words) || words.contains("i") && words.contains { $0.hasSuffix("ed") || irregular[$0] != nil }
        guard isDone, !words.contains(where: undone.contains), !words.starts(with: ["est", "ce", "que"]) else { return [] }
        let open = promises.filter(isOpen).sorted { $0.id < $1.id }
        let said = Set(words.map(stem))
        let named = open.filter { promise in
            let task = FoldedWords(promise.fact?.value ?? promise.text).texts.filter { !CommonWords.little.contains($0) && $0.count > 2 }.map(stem)
            return !task.isEmpty && task.allSatisfy(said.contains)
        }
        if !named.isEmpty { return named }
        guard words.allSatisfy({ CommonWords.little.contains($0) || CommonWords.phatic.contains($0) || doneWords.contains($0) }) else { return [] }
        let lately = open.filter { promise in promise.dueAt.map { $0 <= now && now.timeIntervalSince($0) <= echo } ?? false }
        if lately.count == 1 { return lately }
        // Nothing else could be meant.
        return open.count == 1 ? open : []
    }

    private static let evenings = Phrases(["la veille", "the day before", "the evening before", "the night before"])
    private static let done = Phrases(
        [
            "c est fait", "c est bon", "c est regle", "ca y est", "j ai", "on a", "je l ai", "je suis", "je me suis", "it s done", "that s done", "i ve",
            "i have", "we ve", "done",
        ])
    /// "j'ai pas appelé", "j'ai oublié d'appeler", "on a dit qu'il faut appeler".
    private static let undone: Set<String> = [
        "pas", "plus", "jamais", "oublie", "dois", "doit", "faut", "faudra", "vais", "va", "voulais", "devais", "failli", "essaye", "not", "never", "t", "didn",
        "haven", "forgot", "forgotten", "must", "should", "need", "will", "ll", "want", "wanted", "tried", "going",
    ]
    private static let doneWords: Set<String> = ["fait", "fini", "termine", "regle", "done", "finished", "cest"]

    /// The first letters of a word, so that "appelé" is "appeler"; with the participles that look like nothing else.
    private static func stem(_ word: String) -> String { String((irregular[word] ?? word).prefix(4)) }

    private static let irregular = [
        "pris": "prendre", "mis": "mettre", "vu": "voir", "lu": "lire", "ecrit": "ecrire", "recu": "recevoir", "bu": "boire", "su": "savoir",
        "alle": "aller", "allee": "aller", "fait": "faire", "passe": "passer", "bought": "buy", "sent": "send", "paid": "pay", "took": "take",
        "taken": "take", "wrote": "write", "written": "write", "gave": "give", "given": "give", "made": "make", "brought": "bring", "told": "tell",
        "went": "go", "gone": "go", "got": "get", "did": "do", "spoke": "speak", "spoken": "speak",
    ]
}
