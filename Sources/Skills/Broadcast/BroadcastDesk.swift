import Base
import Domain

/// Tells something to everybody at home, whether a sentence or an order asked for it.
struct BroadcastDesk: Sendable {
    let broadcaster: any Broadcaster

    /// Characters of a message.
    private static let limit = 300

    /// - Parameter part: areas of the house, by their ids, and what they are called; `nil`: everywhere.
    func say(_ message: String, in part: (areas: Set<String>, name: String)? = nil, _ language: Language, _ context: SkillContext) async -> SkillReply {
        var message = message.trimmed
        for opening in language(fr: ["que ", "qu'", "qu’"], en: ["that "]) where message.lowercased().hasPrefix(opening) && message.count > opening.count {
            message = String(message.dropFirst(opening.count))
            break
        }
        while let last = message.last, ".!; ".contains(last) { message.removeLast() }
        guard message.contains(where: { $0.isLetter || $0.isNumber }) else {
            return SkillReply(
                language(
                    fr: "Que dois-je annoncer ? Dis par exemple « annonce à table ».", en: "What shall I announce? Say for example “announce dinner is ready”.")
            )
        }
        message = String(message.prefix(Self.limit))
        let broadcast = Broadcast(
            id: .init(at: context.now),
            text: language(fr: "Annonce de \(context.principal.name) : \(message).", en: "Announcement from \(context.principal.name): \(message)."),
            language: language, at: context.now)
        let count = await broadcaster.broadcast(broadcast, to: context.principal.household, in: part?.areas)
        let arguments: JSONValue = ["text": .string(message), "areas": part.map { .array($0.areas.sorted().map { .string($0) }) } ?? .null]
        guard count > 0 else {
            let place = part.map { language(fr: "Il n'y a rien pour l'entendre ici : \($0.name).", en: "There is nothing to hear it there: \($0.name).") }
            return SkillReply(
                place ?? language(fr: "Personne n'est à l'écoute en ce moment.", en: "Nobody is listening right now."),
                actions: [Action(tool: "announcements.send", arguments: arguments, status: .failed)])
        }
        return SkillReply(
            language(fr: "C'est annoncé : \(message).", en: "Announced: \(message)."),
            actions: [Action(tool: "announcements.send", arguments: arguments, evidence: "\(count)")])
    }
}
