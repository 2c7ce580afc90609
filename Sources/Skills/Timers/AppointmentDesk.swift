import Base
import Domain
import Foundation

/// What the timer and reminder skills do with the store.
struct AppointmentDesk: Sendable {
    let store: any AppointmentStore
    let kind: Appointment.Kind

    /// The most that one person may have waiting.
    static let limit = 100

    private var tool: String { kind == .timer ? "timers" : "reminders" }

    func waiting(_ context: SkillContext) async throws -> [Appointment] {
        try await store.appointments(kind, in: [.pending], for: context.principal)
    }

    /// - Parameter said: what to answer when it is done.
    func set(_ label: String, due: Date, _ language: Language, said: String, _ context: SkillContext) async throws -> SkillReply {
        guard try await store.appointments(nil, in: [.pending], for: context.principal).count < Self.limit else {
            return SkillReply(
                language(
                    fr: "Tu as déjà \(Self.limit) minuteurs et rappels en attente : annules-en d'abord quelques-uns.",
                    en: "You already have \(Self.limit) timers and reminders waiting: cancel some first."))
        }
        let appointment = Appointment(id: .init(at: context.now), kind: kind, label: label, createdAt: context.now, dueAt: due, language: language)
        try await store.add(appointment, for: context.principal)
        let arguments: JSONValue = ["label": .string(label), "due_at": .string(Timestamp.format(due))]
        return SkillReply(said, actions: [Action(tool: tool + ".set", arguments: arguments, evidence: appointment.id.description)])
    }

    func cancel(_ appointments: [Appointment], _ language: Language, said: String, _ context: SkillContext) async throws -> SkillReply {
        var actions: [Action] = []
        for appointment in appointments where try await store.move(appointment.id, from: .pending, to: .cancelled, for: context.principal) {
            actions.append(Action(tool: tool + ".cancel", arguments: ["label": .string(appointment.label)], evidence: appointment.id.description))
        }
        // What came due in the meantime cannot be cancelled any more.
        if actions.isEmpty { return SkillReply(language(fr: "Trop tard : c'est déjà passé.", en: "Too late: it is over already.")) }
        return SkillReply(said, actions: actions)
    }

    /// Those whose label holds all the words asked for, or whose length was named ("le minuteur de 10 minutes").
    static func matching(_ words: Range<Int>, of text: FoldedText, among appointments: [Appointment], _ language: Language) -> [Appointment] {
        let wanted = Label.content(words, of: text)
        let exact = appointments.filter { content($0.label) == wanted }
        if !exact.isEmpty { return exact }
        for index in words {
            guard let duration = DurationExpression.read(text, at: index, before: words.upperBound, language) else { continue }
            let same = appointments.filter { abs($0.dueAt.timeIntervalSince($0.createdAt) - duration.approximateSeconds) < 0.5 }
            if !same.isEmpty { return same }
        }
        guard !wanted.isEmpty else { return [] }
        return appointments.filter { Set(wanted).isSubset(of: Set(content($0.label))) }
    }

    private static func content(_ label: String) -> [String] {
        let text = FoldedText(label)
        return Label.content(text.all, of: text)
    }
}

/// What a timer or a reminder is for, cut out of a sentence.
enum Label {
    /// Words that say nothing about it.
    private static let fillers: Set<String> = [
        "le", "la", "les", "l", "un", "une", "du", "de", "des", "d", "pour", "a", "au", "aux", "mon", "ma", "mes", "que", "qu", "the", "for", "of", "to", "my",
        "an", "about", "on", "at",
        "qui", "s", "appelle", "nomme", "named", "called",
    ]

    private static let leading: [[String]] = [
        ["au", "sujet", "de"], ["a", "propos", "de"], ["qui", "s", "appelle"], ["intitule"], ["appele"], ["nomme"], ["pour", "que", "je"],
        ["qu", "il", "faut"], ["que"], ["qu"], ["pour"], ["de"], ["d"], ["du"],
        ["des"], ["a"], ["dans"], ["et"], ["to"], ["about"], ["that"], ["for"], ["of"], ["called"], ["named"], ["and"], ["sur"], ["in"],
    ]
    private static let trailing: Set<String> = [
        "de", "d", "du", "a", "pour", "que", "to", "on", "at", "for", "of", "in", "dans", "et", "and", "le", "the", "par", "d'ici", "vers",
    ]

    /// Folded, "thé" looks like the English article: its accent, or a French article before it, shows that it is the drink.
    private static func isTea(_ index: Int, of text: FoldedText) -> Bool {
        text[index] == "the" && (!text.original(index..<index + 1).lowercased().hasPrefix("the") || ["le", "du", "un", "au", "mon"].contains(text[index - 1]))
    }

    /// The folded words of this range that say something.
    static func content(_ range: Range<Int>, of text: FoldedText) -> [String] {
        range.filter { !fillers.contains(text[$0]) || isTea($0, of: text) }.map { text[$0] }
    }

    /// What these pieces of the sentence name, without the small words that tied them to the rest; "" for nothing.
    static func text(_ pieces: [Range<Int>], of text: FoldedText) -> String {
        pieces.map { piece(trim($0, text), text) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func piece(_ range: Range<Int>, _ text: FoldedText) -> String { String(text.original(range).prefix(300)) }

    private static func trim(_ piece: Range<Int>, _ text: FoldedText) -> Range<Int> {
        var range = piece
        while let next = text.readsAny(leading, at: range.lowerBound, before: range.upperBound) {
            // "de la part de", "à la poste": an article after "à" shows that it belongs to a place.
            if next < range.upperBound, text[range.lowerBound] == "a", ["la", "l", "mon", "ma", "mes"].contains(text[next]) { break }
            range = next..<range.upperBound
        }
        while let last = range.last, trailing.contains(text[last]), !isTea(last, of: text) { range = range.lowerBound..<last }
        return range
    }
}
