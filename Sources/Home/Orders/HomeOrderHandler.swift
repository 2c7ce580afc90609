public import Base
public import Domain
import Foundation
public import Observability
import Synchronization

/// Carries out orders on the house, and says what was seen of them: "C'est allumé" only after the lamp said so.
public final class HomeOrderHandler: OrderHandler {
    public let name = "home"
    public let intents = Wish.intents.union(HouseQuestions.intents)

    private let house: any House
    private let trail: any AuditTrail
    private let clock: any WallClock
    private let log: Logger
    private let limits: OrderLimits

    private struct Traffic {
        var orders = 0
        /// How many orders are at work on an entity.
        var entities: [String: Int] = [:]
    }
    private let traffic = Mutex(Traffic())
    private let turns: Turns

    /// - Parameter trail: is told of what is dangerous, done or refused.
    public init(
        house: any House, trail: any AuditTrail = NoTrail(), clock: any WallClock = SystemWallClock(), log: Logger, limits: OrderLimits = OrderLimits()
    ) {
        self.house = house
        self.trail = trail
        self.clock = clock
        self.log = log
        self.limits = limits
        turns = Turns(limit: limits.orders)
    }

    /// - Throws: `CancellationError` when the turn is interrupted; calls that were sent by then stay sent.
    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        guard order.timing == .now, intents.contains(order.intent.name) else { return nil }
        if let refusal = Self.refusal(to: context.principal, language) { return SkillReply(refusal) }
        guard await Errand.isReached(house, within: limits.connection, clock: clock) else {
            try Task.checkCancellation()
            return SkillReply(HouseReader.outOfReach(language))
        }
        let whole = house.model, principal = context.principal, role = principal.role, model = whole.seen(by: context.principal)
        let wording = Wording(language: language, model: model)
        if role == .guest, HouseQuestions.isAboutPeople(order, in: whole) {
            return SkillReply(language(fr: "Où sont les gens de la maison, je ne le dis qu'à eux.", en: "Where the people of the house are, I only tell them."))
        }
        if HouseQuestions.intents.contains(order.intent.name) {
            return HouseQuestions(wording: wording, state: house.state(of:)).answer(order, context: context.area).map { SkillReply($0) }
        }
        guard let wish = Wish(order.intent, in: model) else { return nil }
        let asking = AskingText(wording: wording)
        if wish == .search { return SkillReply(language(fr: "Je ne sais pas encore chercher de la musique.", en: "I can't search for music yet.")) }

        let selection = Selection(order.intent.slots, in: model)
        if case .cleanAreas(let areas) = wish, areas.isEmpty, let area = selection.area { return SkillReply(asking.text(for: .unknownArea(area.text))) }
        let finder = TargetFinder(model: model, state: house.state(of:), limits: limits)
        let exceptions = order.exceptions.map { Selection($0, in: model) }
        let targets: [HomeModel.Entity]
        switch finder.find(selection, for: wish, exceptions: exceptions, isWide: order.isWide, context: context.area) {
        case .found(let found): targets = found
        case .ask(let question): return SkillReply(asking.text(for: question), asksWhich: true)
        case .nothing(let reason): return SkillReply(asking.text(for: reason))
        }

        // What is asked relative to what is waits until what is stands still.
        let inTurn = wish.isRelative ? Set(targets.map(\.id)) : []
        if !inTurn.isEmpty {
            guard try await turns.take(inTurn) else { return Self.tooMany(language) }
        }
        defer { if !inTurn.isEmpty { turns.give(inTurn) } }

        let busy = traffic.withLock { $0.entities.isEmpty ? [] : Set($0.entities.keys) }
        var plan = Planner(limits: limits, busy: busy).plan(wish.aimed(at: context.area), for: targets, state: house.state(of:))
        // "Éteins tout" is for what can be switched off.
        if selection.name == nil, !(plan.steps.isEmpty && plan.already.isEmpty) { plan.unable.removeAll { $0.why == .notThat } }
        // What was named by its room or its name is no surprise, however many there are; nor is the room where one stands.
        let isSurprising =
            !order.isWide && !wish.isForAll && selection.name == nil && selection.floor == nil && selection.area?.ids.count != 1
            && !(context.area != nil && targets.allSatisfy { $0.area == context.area })
        switch Risk.verdict(on: plan, for: principal, isSurprising: isSurprising, model: model, limits: limits, state: house.state(of:)) {
        case .refuse(let risk):
            trail.record(risk, .refused, by: principal)
            return SkillReply(asking.refusal(of: risk, to: principal))
        case .prove(let risk):
            trail.record(risk, .refused, by: principal)
            return SkillReply(asking.proof(of: risk))
        case .confirm(let risk) where !isConfirmed:
            let noun = HouseNoun(of: targets.filter { plan.targets.contains($0.id) })
            return SkillReply(asking.confirmation(of: risk, noun: noun), needsConfirmation: true)
        case .confirm(let risk):
            let reply = try await carryOut(plan, on: targets, wording)
            trail.record(risk, reply.actions.contains { $0.status == .failed } ? .failed : .done, by: principal)
            return reply
        case .fine: return try await carryOut(plan, on: targets, wording)
        }
    }

    /// Judged as if each device stood so that something is left to do, since nobody knows how it will stand then. That many devices are meant is no
    /// caveat: it is told now, and can be taken back until then.
    public func caveat(about order: Order, language: Language, in context: SkillContext) async throws -> Caveat? {
        guard Wish.intents.contains(order.intent.name) else { return nil }
        if let refusal = Self.refusal(to: context.principal, language) { return .forbid(refusal) }
        let model = house.model.seen(by: context.principal)
        guard let wish = Wish(order.intent, in: model) else { return nil }
        let asking = AskingText(wording: Wording(language: language, model: model))
        let finder = TargetFinder(model: model, state: house.state(of:), limits: limits)
        let exceptions = order.exceptions.map { Selection($0, in: model) }
        let targets: [HomeModel.Entity]
        switch finder.find(Selection(order.intent.slots, in: model), for: wish, exceptions: exceptions, isWide: order.isWide, context: context.area) {
        case .found(let found): targets = found
        // What plays or moves then, nobody knows now.
        case .nothing(.silence), .nothing(.stillness): return nil
        case .ask(let question): return wish.isAboutPlaying ? nil : .ask(asking.text(for: question))
        case .nothing(let reason): return .refuse(house.isConnected ? asking.text(for: reason) : HouseReader.outOfReach(language))
        }
        let supposed = { [house, clock] (id: String) -> EntityState in
            if let state = house.state(of: id), !state.isLost { return state }
            return EntityState(entity: id, value: "", changedAt: clock.now, updatedAt: clock.now)
        }
        let planner = Planner(limits: limits, busy: Set(targets.map(\.id)))
        for wish in wish == .toggle ? [.on, .off] : [wish] {
            let plan = planner.plan(wish, for: targets, state: supposed)
            let verdict = Risk.verdict(on: plan, for: context.principal, isSurprising: false, model: model, limits: limits) { id in
                // Closed: whatever position it is brought to then opens it.
                var state = supposed(id)
                state.attributes["current_position"] = nil
                return state
            }
            switch verdict {
            case .refuse(let risk): return .forbid(asking.refusal(of: risk, to: context.principal))
            case .prove(let risk): return .prove(asking.proof(of: risk))
            case .confirm(let risk):
                return .confirm(asking.confirmation(of: risk, noun: HouseNoun(of: targets.filter { plan.targets.contains($0.id) }), isLater: true))
            case .fine: break
            }
        }
        return nil
    }

    /// `nil` for whom the house is there.
    private static func refusal(to principal: Principal, _ language: Language) -> String? {
        if !principal.hasHouse { return language(fr: "Aucune maison n'est réglée ici.", en: "No house is set up here.") }
        if principal.may(.home) { return nil }
        return language(fr: "Tu n'as pas le droit de commander la maison.", en: "You may not control the house.")
    }

    private func carryOut(_ plan: Plan, on targets: [HomeModel.Entity], _ wording: Wording) async throws -> SkillReply {
        var results: [Watch.Result] = []
        if !plan.steps.isEmpty {
            let entities = plan.targets
            guard enter(entities) else {
                return Self.tooMany(wording.language)
            }
            let errand = Errand(house: house, clock: clock, limits: limits)
            // The last call to come back leaves, even if nobody waits for it by then.
            results = try await errand.run(plan.steps) { [weak self] in self?.leave(entities) }
        }
        let report = ReportText(wording: wording, entities: targets, state: house.state(of:))
        let actions = ActionText.actions(plan.steps, results)
        for action in actions where action.status == .failed {
            log.warning("an order was not seen done", ["call": action.tool, "evidence": action.evidence ?? ""])
        }
        return SkillReply(report.text(for: plan, results), actions: actions)
    }

    // MARK: Orders under way

    private static func tooMany(_ language: Language) -> SkillReply {
        SkillReply(language(fr: "Trop d'ordres attendent encore. Réessaie dans un instant.", en: "Too many orders are still waiting. Try again in a moment."))
    }

    private func enter(_ entities: [String]) -> Bool {
        traffic.withLock { traffic in
            guard traffic.orders < limits.orders else { return false }
            traffic.orders += 1
            for entity in entities { traffic.entities[entity, default: 0] += 1 }
            return true
        }
    }

    private func leave(_ entities: [String]) {
        traffic.withLock { traffic in
            traffic.orders -= 1
            for entity in entities {
                let left = (traffic.entities[entity] ?? 1) - 1
                traffic.entities[entity] = left > 0 ? left : nil
            }
        }
    }
}

extension Wish {
    /// Whether what it comes to hangs on what is.
    fileprivate var isRelative: Bool {
        switch self {
        case .toggle, .adjust: true
        default: false
        }
    }

    /// Whether it is for the whole house when no room is named: "mets le chauffage à 20", "stop".
    fileprivate var isForAll: Bool {
        switch self {
        case .stop, .temperature: true
        case .adjust(let adjustment): adjustment.quantity == .temperature
        default: false
        }
    }

    /// "Nettoie ici" is for the area where it was said.
    fileprivate func aimed(at area: String?) -> Wish {
        if case .cleanAreas(let areas) = self, areas.isEmpty, let area { .cleanAreas([area]) } else { self }
    }
}
