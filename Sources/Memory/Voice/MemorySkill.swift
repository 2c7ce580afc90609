public import Base
public import Domain
import Foundation
import Understanding

/// Remembers what it is told to, says what it knows and why, and forgets what it is told to.
public struct MemorySkill: Skill {
    public let name = "memory"
    private let brain: Brain
    private let incognito: any Incognito
    private let recent = Recent()

    public init(brain: Brain, incognito: any Incognito) {
        self.brain = brain
        self.incognito = incognito
    }

    public func examples(in language: Language) -> [String] {
        language(
            fr: [
                "souviens-toi que ma voiture est garée rue Pasteur", "où est garée ma voiture ?", "qu'est-ce que tu sais sur ma voiture ?",
                "depuis quand le sais-tu ?", "oublie ce que je viens de dire", "passe en mode incognito",
            ],
            en: [
                "remember that my car is parked on Pasteur Street", "where is my car parked?", "what do you know about my car?",
                "since when do you know that?", "forget what I just said", "go incognito",
            ])
    }

    public func answer(_ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        var reply = try await reply(to: utterance, in: context)
        reply?.tookWords = true
        return reply
    }

    private func reply(to utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        let text = FoldedText(utterance.text)
        let question = recent.takeQuestion(in: context)
        if let match = Self.grammar.match(text, preferring: utterance.language) {
            if let question, match.intent == .yes { return try await carryOut(question, match.language, context) }
            if question != nil, match.intent == .no { return SkillReply(MemoryText.left(match.language)) }
            if let reply = try await carryOut(match, text, match.language, context) { return reply }
        }
        guard let known = try await brain.answer(utterance, in: context) else { return nil }
        recent.told(known.fragments, in: context)
        return SkillReply(known.text)
    }

    private func carryOut(_ match: Grammar<MemoryOrder>.Match, _ text: FoldedText, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        func words(_ slot: String) -> String? { match[slot].map { text.original($0) } }
        switch match.intent {
        case .yes, .no: return nil
        case .remember, .rememberShared, .rememberForever:
            // "remember my birthday is in May": the possessive is part of it.
            guard let fact = words("fact") ?? match["rest"].map({ text.original($0.lowerBound - 1..<$0.upperBound) }) else { return nil }
            return try await remember(fact, shared: match.intent == .rememberShared, pinned: match.intent == .rememberForever, language, context)
        case .rememberLast:
            guard let last = try await brain.lastSaid(in: context) else { return SkillReply(MemoryText.nothingSaid(language)) }
            return try await remember(last, shared: false, pinned: false, language, context)
        case .share, .pin: return try await change(match.intent, language, context)
        case .knowMe: return try await know(about: language(fr: "moi", en: "me"), language, context)
        case .know:
            guard let range = match["topic"], !Self.general.contains(text.folded(range)), let topic = words("topic") else { return nil }
            return try await know(about: topic, language, context)
        case .talkedOf: return try await talked(of: words("topic"), language, context)
        case .promises: return try await promises(words("when"), language, context)
        case .forget, .forgetAll:
            guard let topic = words("topic") else { return nil }
            return try await forget(topic, all: match.intent == .forgetAll, language, context)
        case .forgetLast: return try await forget(.last(in: context.conversation), language, context)
        case .forgetEverything: return try await forget(.during(DateInterval(start: .distantPast, end: .distantFuture)), language, context, isGrave: true)
        case .forgetDuring:
            guard let when = words("when"), let span = brain.span(of: when, language, context) else { return nil }
            return try await forget(.during(span), language, context)
        case .undo:
            let back = try await brain.restore(nil, now: context.now, for: context.principal)
            recent.told(back.map(\.id), in: context)
            return SkillReply(MemoryText.restored(back.map(\.text), language), actions: actions("memory.restore", back))
        case .why, .since, .whoSaid: return try await source(match.intent, words("topic"), language, context)
        case .stopRemembering, .startRemembering:
            let remembers = match.intent == .startRemembering
            try await brain.setRemembering(remembers, in: context.conversation, for: context.principal)
            return SkillReply(remembers ? MemoryText.remembering(language) : MemoryText.notRemembering(language))
        case .incognito:
            incognito.begin(context.conversation, for: context.principal)
            return SkillReply(MemoryText.incognito(language))
        case .leaveIncognito:
            return SkillReply(MemoryText.leftIncognito(wasIncognito: incognito.end(context.conversation, for: context.principal), language))
        }
    }

    /// "que sais-tu faire", "what do you know about it"
    private static let general: Set<String> = ["faire", "it", "this", "that", "ca", "cela"]

    // MARK: remembering

    private func remember(_ fact: String, shared: Bool, pinned: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard fact.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        guard !incognito.isIncognito(context.conversation, for: context.principal) else { return SkillReply(MemoryText.notWhileIncognito(language)) }
        guard context.principal.mayBeRemembered else { return SkillReply(MemoryText.notOfGuests(language)) }
        guard !shared || context.principal.mayShare else { return SkillReply(MemoryText.notForEverybody(language)) }
        let note = MemoryNote(
            fact, language: language, source: .told, conversation: context.conversation, area: context.area, pinned: pinned, isShared: shared, now: context.now,
            timeZone: context.timeZone)
        let fragment = try await brain.remember(note, for: context.principal)
        recent.told([fragment.id], in: context)
        return SkillReply(
            MemoryText.remembered(fact, shared: shared, language),
            actions: [Action(tool: "memory.remember", arguments: ["text": .string(fact)], evidence: fragment.id.description)])
    }

    private func change(_ intent: MemoryOrder, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard let id = recent.told(in: context).first else { return nil }
        guard intent != .share || context.principal.mayShare else { return SkillReply(MemoryText.notForEverybody(language)) }
        let edit = intent == .share ? MemoryEdit(isShared: true) : MemoryEdit(pinned: true)
        let fragment = try await brain.edit(id, edit, for: context.principal)
        return SkillReply(
            intent == .share ? MemoryText.shared(fragment.text, language) : MemoryText.pinned(fragment.text, language),
            actions: actions(intent == .share ? "memory.share" : "memory.pin", [fragment]))
    }

    // MARK: telling

    private func know(about topic: String, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let known = try await brain.everything(about: topic, language, in: context)
        recent.told(known.fragments, in: context)
        return SkillReply(known.text)
    }

    private func talked(of topic: String?, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard let known = try await brain.talked(of: topic, language, in: context) else { return nil }
        recent.told(known.fragments, in: context)
        return SkillReply(known.text)
    }

    private func promises(_ when: String?, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let mentions = when.map { TimeMention.mentions(in: $0, now: context.now, timeZone: context.timeZone, language: language, leaning: .future) }
        if let mentions, mentions.isEmpty { return nil }
        var filter = FragmentFilter()
        filter.kinds = [.promise]
        let open = try await brain.list(filter, limit: 50, cursor: nil, for: context.principal).items.filter { promise in
            guard Promises.isOpen(promise), (promise.dueAt ?? .distantFuture).addingTimeInterval(Promises.grace) > context.now else { return false }
            guard let span = mentions?.first?.span else { return true }
            return promise.dueAt.map { span.start <= $0 && $0 < span.end } ?? false
        }
        guard !open.isEmpty else { return nil }
        recent.told(open.map(\.id), in: context)
        return SkillReply(MemoryText.promises(open, DateText(language, context.timeZone), now: context.now))
    }

    private func source(_ intent: MemoryOrder, _ topic: String?, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        var ids = recent.told(in: context)
        if let topic {
            let query = RecallQuery(topic, language: language, limit: 1, kinds: [.fact, .promise, .episode], strengthens: false, now: context.now)
            ids = try await brain.recall(query, for: context.principal).map(\.fragment.id)
        }
        guard let id = ids.first, let found = try? await brain.explain(id, for: context.principal) else { return SkillReply(MemoryText.noSource(language)) }
        recent.told([id], in: context)
        return SkillReply(
            MemoryText.source(found, isAboutTime: intent == .since, owner: context.principal.name, DateText(language, context.timeZone), now: context.now))
    }

    // MARK: forgetting

    private func forget(_ topic: String, all: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let found = try await brain.matching(topic, for: context.principal)
        if found.isEmpty { return SkillReply(MemoryText.nothingLike(topic, language)) }
        let statements = Set(found.map { FoldedText.key($0.text) })
        guard all || statements.count == 1 else {
            // The words fit several: which one is for the person to say.
            recent.ask(.forget(found.map(\.id)), in: context)
            return SkillReply(MemoryText.severalFound(found.map(\.text), language))
        }
        return try await forget(.ids(found.map(\.id)), language, context)
    }

    /// At most so many are forgotten without being asked again.
    private static let unasked = 5

    /// - Parameter isGrave: whether it is asked about however little it is.
    private func forget(_ selection: MemorySelection, _ language: Language, _ context: SkillContext, isGrave: Bool = false) async throws -> SkillReply {
        let chosen = try await brain.selected(selection, for: context.principal)
        if chosen.isEmpty { return SkillReply(MemoryText.nothingToForget(language)) }
        if isGrave || chosen.count > Self.unasked {
            recent.ask(.forget(chosen.map(\.id)), in: context)
            return SkillReply(MemoryText.reallyForget(chosen.count, language))
        }
        return try await carryOut(.forget(chosen.map(\.id)), language, context)
    }

    private func carryOut(_ question: Recent.Question, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        switch question {
        case .forget(let ids):
            let gone = try await brain.forget(.ids(ids), now: context.now, for: context.principal)
            return SkillReply(MemoryText.forgot(gone.map(\.text), language), actions: actions("memory.forget", gone))
        }
    }

    private func actions(_ tool: String, _ fragments: [Fragment]) -> [Action] {
        fragments.prefix(20).map { Action(tool: tool, arguments: [:], evidence: $0.id.description) }
    }
}

/// Talking without anything being stored.
public protocol Incognito: Sendable {
    func begin(_ conversation: Conversation.ID, for principal: Principal)
    /// Returns whether it was.
    func end(_ conversation: Conversation.ID, for principal: Principal) -> Bool
    func isIncognito(_ conversation: Conversation.ID, for principal: Principal) -> Bool
}
