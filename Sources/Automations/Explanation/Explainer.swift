import Base
import Domain
import Foundation

/// Answers "pourquoi la lumière s'est allumée ?" from what Jarvis did, and says so when it was not Jarvis.
struct Explainer: Sendable {
    let desk: AutomationDesk

    /// How long before a change its cause may lie. Seconds.
    private static let reach: TimeInterval = 60
    /// How much later a cause may be noted than the change was seen, since clocks differ. Seconds.
    private static let slack: TimeInterval = 10
    /// How far back the house's own history is asked, in seconds.
    private static let horizon: TimeInterval = 86_400

    func explain(_ order: Order, language: Language, in context: SkillContext) async throws -> SkillReply {
        let model = desk.house.model.seen(by: context.principal)
        let times = SpokenTime(language: language, timeZone: desk.service.schedule.timeZone)
        let wording = SpokenTrigger(language: language, schedule: desk.service.schedule, model: model, listener: context.principal.name)
        let slots = order.intent.slots
        guard ["name", "area", "floor", "domain", "device_class"].contains(where: { slots[$0] != nil }) else {
            return SkillReply(try await lastDeed(times, wording, language, context))
        }
        var entities = Targets.entities(of: order, in: model)
        if entities.isEmpty, slots["device_class"] != nil {
            // Not every shutter says that it is one.
            var wider = order
            wider.intent.slots["device_class"] = nil
            entities = Targets.entities(of: wider, in: model)
        }
        let asked = Self.askedStates(order)
        var latest: EntityState?
        for entity in entities {
            if let change = await lastChange(of: entity.id, to: asked, now: context.now), change.changedAt > latest?.changedAt ?? .distantPast {
                latest = change
            }
        }
        guard let latest else {
            let noun = entities.count == 1 ? wording.noun(entities[0].id) : language(fr: "ça", en: "that")
            return SkillReply(language(fr: "Je ne sais pas : je n'ai pas vu \(noun) changer.", en: "I don't know: I didn't see \(noun) change."))
        }
        if let cause = try await cause(of: latest, for: context.principal) { return SkillReply(text(cause, times, wording, language, context)) }
        let when = times.moment(latest.changedAt, now: context.now)
        return SkillReply(
            language(fr: "Je ne sais pas : ce n'est pas moi (changement vu \(when)).", en: "I don't know: it wasn't me (change seen \(when))."))
    }

    /// What Jarvis had a hand in last: for "pourquoi as-tu fait ça ?".
    private func lastDeed(_ times: SpokenTime, _ wording: SpokenTrigger, _ language: Language, _ context: SkillContext) async throws -> String {
        let start = context.now.addingTimeInterval(-Self.horizon)
        let told = try await desk.service.causes.causes(from: start, to: context.now, for: context.principal).first
        let run = try await desk.store.runs(from: start, to: context.now, for: context.principal).first { $0.outcome.isDeed }
        if let run, run.startedAt >= told?.at ?? .distantPast {
            return text((.automation(run.automation, name: run.name, run.cause), run.startedAt), times, wording, language, context)
        }
        if let told { return text((told.origin, told.at), times, wording, language, context) }
        return language(fr: "Je n'ai rien fait dans la maison ces dernières heures.", en: "I did nothing in the house these last hours.")
    }

    private func text(
        _ cause: (origin: ChangeCause.Origin, at: Date), _ times: SpokenTime, _ wording: SpokenTrigger, _ language: Language,
        _ context: SkillContext
    ) -> String {
        let when = times.moment(cause.at, now: context.now)
        switch cause.origin {
        case .order(let text, let user, _) where user == context.principal.user:
            let quoted = text.isEmpty ? "" : " (\(Words.quoted(text, language)))"
            return language(fr: "Tu l'as demandé \(when)\(quoted).", en: "You asked for it \(when)\(quoted).")
        case .order(_, _, let name):
            return language(fr: "\(name) l'a demandé \(when).", en: "\(name) asked for it \(when).")
        case .automation(_, let name, let because):
            let quoted = Words.quoted(name, language)
            return language(
                fr: "Parce que l'automatisation \(quoted) s'est déclenchée \(when) (\(wording.cause(because))).",
                en: "Because the automation \(quoted) went off \(when) (\(wording.cause(because))).")
        }
    }

    /// The last time an entity came to one of these states, or changed at all when none was named.
    private func lastChange(of entity: String, to asked: Set<String>, now: Date) async -> EntityState? {
        var states = desk.service.causes.states(of: entity)
        if let current = desk.house.state(of: entity), !current.isUnavailable, states.last?.value != current.value { states.append(current) }
        func last(in states: [EntityState]) -> EntityState? {
            guard !asked.isEmpty else { return states.last }
            guard var index = states.lastIndex(where: { asked.contains($0.value) }) else { return nil }
            // What is open now began to open a while ago, and that is when somebody had it done.
            while index > 0, asked.contains(states[index - 1].value) { index -= 1 }
            return states[index]
        }
        if let seen = last(in: states) { return seen }
        // A house without a memory only knows what was seen here.
        guard !asked.isEmpty, let past = try? await desk.house.history(of: entity, from: now.addingTimeInterval(-Self.horizon), to: now) else { return nil }
        return last(in: past)
    }

    private func cause(of change: EntityState, for principal: Principal) async throws -> (origin: ChangeCause.Origin, at: Date)? {
        let start = change.changedAt.addingTimeInterval(-Self.reach), end = change.changedAt.addingTimeInterval(Self.slack)
        func fits(_ targets: [String: [String]]) -> Bool { targets[change.entity].map { $0.isEmpty || $0.contains(change.value) } ?? false }
        let told = try await desk.service.causes.causes(from: start, to: end, for: principal).first { fits($0.targets) }.map { ($0.origin, $0.at) }
        let run = try await desk.store.runs(from: start, to: end, for: principal).first { run in
            guard run.outcome.isDeed, fits(run.targets) else { return false }
            // What comes long after a run has ended comes from elsewhere.
            return change.changedAt <= (run.finishedAt ?? run.startedAt.addingTimeInterval(Self.reach)).addingTimeInterval(Self.slack)
        }
        // An automation's own orders may have been told of too: the later word is the nearer one, and a run says more of why.
        if let run, told.map({ run.startedAt >= $0.1 || $0.0.isAutomation(run.automation) }) ?? true {
            return (.automation(run.automation, name: run.name, run.cause), run.startedAt)
        }
        return told
    }

    /// The states that a question is about: "s'est allumée" is `on`.
    static func askedStates(_ order: Order) -> Set<String> {
        if let state = order.intent.slots["state"] { return Set(Targets.words(state.value)) }
        let words = Words.all(order.text)
        func says(_ stems: [String]) -> Bool { words.contains { word in stems.contains(where: word.hasPrefix) } }
        func says(_ particle: String) -> Bool {
            words.contains(particle) && says(["turn", "come", "came", "go", "going", "went", "switch", "is", "start"])
        }
        if says(["deverrouill", "unlock"]) { return ["unlocked", "unlocking"] }
        if says(["verrouill", "lock"]) { return ["locked", "locking"] }
        if says(["etein", "coup", "arret", "desactiv", "stop"]) || says("off") { return ["off", "idle", "paused", "docked"] }
        if says(["allum", "rallum", "demarr", "activ", "lanc", "route", "marche", "chauffe", "tourne", "running", "started"]) || says("on") {
            return ["on", "playing", "heat", "cool", "heat_cool", "auto", "dry", "fan_only", "cleaning"]
        }
        if says(["ouv", "open"]) { return ["open", "opening", "on"] }
        if says(["ferm", "clos", "shut"]) { return ["closed", "closing", "off"] }
        return []
    }
}

extension AutomationRun.Outcome {
    /// Whether anything may have come of it.
    fileprivate var isDeed: Bool { [.running, .done, .failed, .interrupted].contains(self) }
}

extension ChangeCause.Origin {
    fileprivate func isAutomation(_ id: Automation.ID) -> Bool { if case .automation(id, _, _) = self { true } else { false } }
}
