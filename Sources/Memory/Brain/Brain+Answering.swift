public import Base
public import Domain
import Foundation
import Understanding

/// Something that could be answered from memory, and what it rests on.
struct Known: Sendable {
    var text: String
    var fragments: [Fragment.ID]
}

extension Brain {
    // MARK: for the assistant

    /// What bears on an utterance, for the model that is about to answer it.
    /// - Parameter before: of this conversation, only what was said before this message: the rest is shown to the model anyway.
    public func context(for utterance: Utterance, in context: SkillContext, before: Message.ID?) async throws -> MemoryContext {
        guard context.principal.mayRecall else { return MemoryContext() }
        let mind = try await mind(for: context.principal)
        let language = utterance.language
        let tone = await mind.tone(of: utterance, in: context)
        let mentions = TimeMention.mentions(in: utterance.text, now: context.now, timeZone: context.timeZone, language: language, leaning: .past)
        let plan = RecallPlan(for: utterance.text, namesAPast: mentions.contains { $0.span.end <= context.now })
        guard plan.depth != .none else { return MemoryContext(tone: tone) }
        let book = await mind.book(of: context.principal)
        let facts = book.mentioned(in: FoldedText(utterance.text), limit: plan.facts, now: context.now)
        var lines = facts.map {
            FactLine.text(
                $0, in: book, for: .model(owner: context.principal.name), language: language, now: context.now, timeZone: context.timeZone)
        }
        let query = RecallQuery(
            utterance.text, language: language, limit: plan.fragments * 2, kinds: plan.depth == .deep ? [.episode, .fact, .promise, .summary] : [],
            now: context.now, timeZone: context.timeZone)
        let shown = Set(facts.flatMap { [$0.id] + $0.origins })
        let dates = DateText(language, context.timeZone)
        let found = try await recall(query, for: context.principal).map(\.fragment).filter { fragment in
            guard !shown.contains(fragment.id) else { return false }
            guard fragment.conversation == context.conversation, let before else { return true }
            return fragment.id < Fragment.ID(of: before)
        }
        lines += found.prefix(plan.fragments).map { fragment in
            let who = (fragment.speaker ?? context.principal.name).prefix(60)
            return "\(MemoryText.past(fragment.occurredAt, dates, now: context.now)), \(who)\(language(fr: " :", en: ":")) \(fragment.text)"
        }
        return MemoryContext(depth: plan.depth, lines: lines, tone: tone)
    }

    /// What can be said to an utterance without any model: that it was heard and kept, when it states something; that nothing is known, when it asks the memory.
    /// - Parameter isKept: whether what is said in this conversation is remembered at all.
    public func acknowledgement(of utterance: Utterance, in context: SkillContext, isKept: Bool) async throws -> String? {
        guard context.principal.mayBeRemembered else { return nil }
        let language = utterance.language
        let asks = FactQuestionReader.question(in: utterance.text, language: language, now: context.now, timeZone: context.timeZone) != nil
        if asks || RecallPlan(for: utterance.text, namesAPast: false).depth == .deep { return MemoryText.nothingKept(language) }
        let statements = StatementReader.statements(in: utterance.text, language: language, now: context.now, timeZone: context.timeZone)
        let commitments = CommitmentReader.commitments(in: utterance.text, language: language, now: context.now, timeZone: context.timeZone)
        let told = statements.map(\.text) + commitments.map(\.text)
        if told.isEmpty, let kept = try await mind(for: context.principal).kept(by: utterance.text, now: context.now, for: context.principal) {
            return MemoryText.done(kept, language)
        }
        guard !told.isEmpty else { return nil }
        guard isKept, !pending.isUnremembered(context.conversation) else { return MemoryText.heard(language) }
        return language(fr: "C'est noté : ", en: "Noted: ") + MemoryText.joined(told, limit: 4, language) + "."
    }

    // MARK: for the skill

    /// The answer to a question about what is known; `nil` when it is none, or nothing is known.
    func answer(_ utterance: Utterance, in context: SkillContext) async throws -> Known? {
        guard context.principal.mayRecall else { return nil }
        let question = FactQuestionReader.question(in: utterance.text, language: utterance.language, now: context.now, timeZone: context.timeZone)
        guard let question else { return nil }
        let mind = try await mind(for: context.principal)
        let book = await mind.book(of: context.principal)
        func answer(_ question: FactQuestion) -> FactAnswer? {
            FactAnswer.to(question, in: book, language: utterance.language, now: context.now, timeZone: context.timeZone)
        }
        let asked = book.resolved(question, in: context.conversation)
        // "C'était quoi l'ancien code ?": of what was talked of, or of the only thing that has one.
        guard let answer = answer(asked) ?? book.supposed(asked, in: context.conversation).flatMap(answer) else { return nil }
        pending.recalled(answer.facts, by: context.principal)
        return Known(text: answer.text, fragments: answer.facts)
    }

    /// "que sais-tu de Léa ?"
    func everything(about topic: String, _ language: Language, in context: SkillContext) async throws -> Known {
        guard context.principal.mayRecall else { return Known(text: MemoryText.nothingKnown(of: topic, language), fragments: []) }
        let mind = try await mind(for: context.principal)
        let book = await mind.book(of: context.principal)
        let question = FactQuestion(subject: FactQuestionReader.subject(topic, language), relation: nil, wanted: .everything)
        let answer = FactAnswer.to(question, in: book, language: language, now: context.now, timeZone: context.timeZone)
        let query = RecallQuery(topic, language: language, limit: 8, kinds: [.fact, .episode], now: context.now, timeZone: context.timeZone)
        let wanted = ContentWords.of(topic)
        let known = Set(answer?.facts ?? [])
        let derivedFrom = Set(try await parts.fragments.fragments(Array(known), for: context.principal).flatMap(\.origins))
        // What was kept in words of its own, and holds what was asked for.
        let more = try await recall(query, for: context.principal).map(\.fragment).filter { fragment in
            !known.contains(fragment.id) && !derivedFrom.contains(fragment.id) && fragment.source != .said
                && !wanted.isDisjoint(with: ContentWords.of(fragment.text))
        }
        if let answer {
            let rest = more.isEmpty ? "" : language(fr: " Et aussi : ", en: " Also: ") + MemoryText.joined(more.map(\.text), limit: 5, language) + "."
            return Known(text: answer.text + rest, fragments: answer.facts + more.map(\.id))
        }
        if more.isEmpty {
            return try await talked(of: topic, isTold: true, language, in: context) ?? Known(text: MemoryText.nothingKnown(of: topic, language), fragments: [])
        }
        let head = more.count == 1 ? language(fr: "Je sais ceci : ", en: "I know this: ") : language(fr: "Voici ce que je sais : ", en: "Here is what I know: ")
        return Known(text: head + MemoryText.joined(more.map(\.text), limit: 8, language) + ".", fragments: more.map(\.id))
    }

    /// "qu'est-ce qu'on avait dit sur les vacances ?", "de quoi on a parlé mardi ?"
    /// - Parameter isTold: whether only what told something counts, and no question.
    func talked(of topic: String?, isTold: Bool = false, _ language: Language, in context: SkillContext) async throws -> Known? {
        guard context.principal.mayRecall else { return nil }
        let span = topic.flatMap { self.span(of: $0, language, context) }
        let wanted = ContentWords.of(topic ?? "")
        var found: [Fragment]
        if let topic, !wanted.isEmpty {
            let query = RecallQuery(topic, language: language, limit: 6, kinds: [.episode, .fact], during: span, now: context.now, timeZone: context.timeZone)
            found = try await recall(query, for: context.principal).map(\.fragment)
            if found.isEmpty, let span { found = try await said(during: span, for: context.principal) }
        } else {
            let yesterday = DateInterval(start: context.now.addingTimeInterval(-86_400), end: context.now)
            found = try await said(during: span ?? yesterday, for: context.principal)
        }
        found = Array(
            found.filter {
                $0.speaker != TurnEncoder.assistant && (!isTold || $0.importance >= Gate.told && !wanted.isDisjoint(with: ContentWords.of($0.text)))
            }.prefix(3)
        ).sorted { $0.occurredAt < $1.occurredAt }
        guard !found.isEmpty else { return nil }
        let text = MemoryText.said(found, owner: context.principal.name, DateText(language, context.timeZone), now: context.now)
        return Known(text: text, fragments: found.map(\.id))
    }

    /// What mattered of what was said in a time.
    private func said(during span: DateInterval, for principal: Principal) async throws -> [Fragment] {
        var filter = FragmentFilter()
        filter.kinds = [.episode]
        filter.during = span
        return try await list(filter, limit: 500, cursor: nil, for: principal).items.sorted { $0.importance > $1.importance }
    }

    /// What this person said before in this conversation.
    func lastSaid(in context: SkillContext) async throws -> String? {
        try await parts.conversations.recent(6, in: context.conversation, for: context.principal).last { $0.speaker == .user }?.text
    }
}

extension Mind {
    /// The promise that is kept, as this says.
    func kept(by text: String, now: Date, for principal: Principal) -> Fragment? {
        Promises.kept(by: text, among: person(principal).promises.values, now: now).first
    }

    /// How the person is, this utterance included.
    func tone(of utterance: Utterance, in context: SkillContext) -> MemoryContext.Tone {
        let mood = note(senses.score(utterance.text, utterance.language).affect, in: context.conversation, at: context.now, for: context.principal)
        return mood.isUpset ? .upset : mood.isElated ? .elated : .even
    }
}
