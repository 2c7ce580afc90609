public import Base
public import Domain
public import Understanding

/// Remembers what it is told to, says what it knows, and forgets what it is told to.
public struct MemorySkill: TextSkill {
    public let name = "memory"
    private let memory: any MemoryRecall

    public init(memory: any MemoryRecall) { self.memory = memory }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["souviens-toi que ma voiture est garée rue Pasteur", "qu'est-ce que tu sais sur ma voiture ?", "oublie que ma voiture est garée rue Pasteur"],
            en: ["remember that my car is parked on Pasteur Street", "what do you know about my car?", "forget that my car is parked on Pasteur Street"])
    }

    private enum Order: Sendable { case remember, know, knowMe, forget, forgetAll }

    private static let grammar = Grammar<Order>(
        pieces: [
            "retiens":
                "souviens-toi|souvenez-vous|te souvenir|retiens|retenez|retenir|retiennes|mémorise|mémorisez|mémoriser|rappelle-toi|note|notez|noter|n'oublie pas|n'oublie jamais|sache|garde en mémoire|enregistre|mets-toi dans la tête",
            "sur": "sur|de|d'|du|des|à propos de|à propos d'|à propos du|à propos des|au sujet de|au sujet d'|au sujet du|concernant",
        ],
        french: [
            (.remember, ["<retiens> (que|qu') {fact}", "<retiens> (ceci|ça|cela|bien) {fact}"]),
            (
                .knowMe,
                [
                    "(qu'est-ce que tu sais|que sais-tu|tu sais quoi|sais-tu quelque chose|que savez-vous|de quoi te souviens-tu|de quoi tu te souviens) [<sur>] (moi|nous)",
                    "(de quoi te souviens-tu|de quoi tu te souviens|qu'est-ce que tu as retenu)",
                ]
            ),
            (
                .know,
                [
                    "(qu'est-ce que tu sais|que sais-tu|tu sais quoi|sais-tu quelque chose|tu sais quelque chose|qu'est-ce que vous savez|que savez-vous) <sur> {topic}",
                    "de quoi (te souviens-tu|tu te souviens) <sur> {topic}",
                    "(qu'est-ce que je t'ai dit|que t'ai-je dit|qu'est-ce que tu as retenu) <sur> {topic}",
                    "rappelle-moi ce que (tu sais|je t'ai dit) <sur> {topic}", "te souviens-tu <sur> {topic}", "tu te souviens <sur> {topic}",
                ]
            ),
            (.forgetAll, ["(oublie|oubliez|oublier|efface|effacer) tout ce que (tu sais|je t'ai dit|vous savez) <sur> {topic}"]),
            (
                .forget,
                [
                    "(oublie|oubliez|oublier|efface|effacer) (que|qu') {topic}",
                    "(oublie|oubliez|oublier|efface|effacer) ce que (tu sais|je t'ai dit|vous savez) <sur> {topic}", "ne retiens (pas|plus) (que|qu') {topic}",
                ]
            ),
        ],
        english: [
            (
                .remember,
                [
                    "(remember|memorize|keep in mind|note|don't forget|do not forget|never forget) that {fact}",
                    "(remember|memorize|keep in mind|note) this {fact}", "remember (my|our|i) {rest}",
                ]
            ),
            (.knowMe, ["what do you (know|remember) about (me|us)", "what do you remember"]),
            (
                .know,
                [
                    "what do you (know|remember) (about|of) {topic}", "do you (know|remember) anything about {topic}",
                    "what (did i tell|have i told) you about {topic}", "remind me what (i told you|you know) about {topic}",
                ]
            ),
            (.forgetAll, ["(forget|erase|delete) everything [that] (you know|i told you) about {topic}"]),
            (.forget, ["forget that {topic}", "(forget|erase|delete) what (you know|i told you) about {topic}"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard let match = Self.grammar.match(text, preferring: utterance.language) else { return nil }
        let language = match.language
        switch match.intent {
        case .remember:
            // "remember my birthday is in May": the possessive is part of it.
            guard let fact = match["fact"] ?? match["rest"].map({ $0.lowerBound - 1..<$0.upperBound }) else { return nil }
            return try await remember(text.original(fact), language, context)
        case .knowMe:
            return try await know(about: language(fr: "je moi mon ma mes", en: "I me my"), shown: nil, language, context)
        case .know:
            guard let topic = match["topic"], !Self.general.contains(text[topic.lowerBound]) else { return nil }
            return try await know(about: text.original(topic), shown: text.original(topic), language, context)
        case .forget, .forgetAll:
            guard let topic = match["topic"] else { return nil }
            return try await forget(text.original(topic), all: match.intent == .forgetAll, language, context)
        }
    }

    /// "que sais-tu faire", "what do you know about it"
    private static let general: Set<String> = ["faire", "it", "this", "that", "ca", "cela"]
    private static let limit = 10

    private func remember(_ fact: String, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard fact.contains(where: \.isLetter) || fact.contains(where: \.isNumber) else { return nil }
        let fragment = try await memory.remember(fact, in: context.conversation, at: context.now, for: context.principal)
        let turned = Perspective.turned(fact, language)
        return SkillReply(
            language(fr: "C'est retenu : \(turned).", en: "I'll remember: \(turned)."),
            actions: [Action(tool: "memory.remember", arguments: ["text": .string(fact)], evidence: fragment.id.description)])
    }

    private func know(about query: String, shown topic: String?, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let found = try await memory.recall(query, limit: Self.limit, for: context.principal)
        let subject = topic.map { Perspective.turned($0, language) } ?? language(fr: "toi", en: "you")
        if found.isEmpty {
            return SkillReply(
                language(
                    fr: "Je n'ai rien retenu sur \(subject). Dis « souviens-toi que… » pour que je retienne quelque chose.",
                    en: "I remember nothing about \(subject). Say “remember that…” for me to keep something."))
        }
        let facts = found.map { Perspective.turned($0.fragment.text, language) }
        return SkillReply(
            (facts.count == 1 ? language(fr: "Je sais ceci : ", en: "I know this: ") : language(fr: "Voici ce que je sais : ", en: "Here is what I know: "))
                + facts.joined(separator: " ; ") + ".")
    }

    private func forget(_ topic: String, all: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let candidates = try await memory.recall(topic, limit: 50, for: context.principal)
        // Search finds what is near; only what holds every word that was said is clearly meant.
        let wanted = Self.content(topic)
        let exact = candidates.filter { FoldedText.key($0.fragment.text) == FoldedText.key(topic) }
        let clear = exact.isEmpty ? candidates.filter { !wanted.isEmpty && wanted.isSubset(of: Self.content($0.fragment.text)) } : exact
        let subject = Perspective.turned(topic, language)
        if clear.isEmpty { return SkillReply(language(fr: "Je n'ai rien retenu de tel : \(subject).", en: "I remember nothing like that: \(subject).")) }
        let texts = clear.map { Perspective.turned($0.fragment.text, language) }
        guard clear.count == 1 || all else {
            return SkillReply(
                language(
                    fr:
                        "Je sais plusieurs choses : \(texts.prefix(10).joined(separator: " ; ")). Dis « oublie que… » avec celle qu'il faut oublier, ou « oublie tout ce que tu sais sur… ».",
                    en:
                        "I know several things: \(texts.prefix(10).joined(separator: "; ")). Say “forget that…” with the one to forget, or “forget everything you know about…”."
                ))
        }
        let ids = clear.map(\.fragment.id)
        _ = try await memory.forget(ids, for: context.principal)
        return SkillReply(
            language(fr: "J'ai oublié : ", en: "I forgot: ") + texts.joined(separator: language(fr: " ; ", en: "; ")) + ".",
            actions: ids.map { Action(tool: "memory.forget", arguments: [:], evidence: $0.description) })
    }

    private static let small: Set<String> = [
        "le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "mon", "ma", "mes", "est", "et", "a", "the", "my", "is", "of", "an", "and", "are", "je",
        "i", "sur", "about",
    ]
    private static func content(_ text: String) -> Set<String> { Set(FoldedText.key(text).split(separator: " ").map(String.init)).subtracting(small) }
}
