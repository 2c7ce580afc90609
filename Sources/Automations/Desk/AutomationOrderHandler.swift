public import Base
public import Domain
public import Foundation
import Synchronization

/// Takes orders that are for later, and what is said of those taken before.
///
/// Whoever hands out orders asks `schedule` for every order whose timing is not now, whatever its intent. "Annule" comes as `HassNevermind`, when nothing
/// else was done since.
public struct AutomationOrderHandler: OrderHandler {
    public let name = "automations"
    public let intents: Set<String> = [
        "JarvisAutomationList", "JarvisAutomationPause", "JarvisAutomationResume", "JarvisAutomationDelete", "JarvisAutomationRun", "JarvisExplain",
        "HassNevermind",
    ]

    private let desk: AutomationDesk
    private let explainer: Explainer
    private let lastMade = LastMade()

    /// Why somebody may not have the orders of an automation done, or not without a proof.
    public typealias Scruples = @Sendable ([Order], Language, SkillContext) async throws -> Caveat?

    private let objection: Scruples

    public init(desk: AutomationDesk, objection: @escaping Scruples = { _, _, _ in nil }) {
        self.desk = desk
        self.objection = objection
        explainer = Explainer(desk: desk)
    }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        if order.timing != .now { return try await schedule([order], language: language, context: context) }
        switch order.intent.name {
        case "JarvisAutomationList": return try await list(language, context)
        case "JarvisAutomationPause": return try await change(order, .pause, isConfirmed, language, context)
        case "JarvisAutomationResume": return try await change(order, .resume, isConfirmed, language, context)
        case "JarvisAutomationDelete":
            if isThat(order) {
                if let reply = try await undo(language: language, context: context) { return reply }
            } else if isLast(order), let last = try await mine(context).filter({ $0.createdBy.user == context.principal.user }).last {
                return try await apply(.delete, to: [last], language, context)
            }
            return try await change(order, .delete, isConfirmed, language, context)
        case "JarvisAutomationRun": return try await run(order, language, context)
        case "JarvisExplain": return try await explainer.explain(order, language: language, in: context)
        case "HassNevermind":
            guard let window = Self.window(of: order) else { return nil }
            return try await undo(within: window, language: language, context: context)
        default: return nil
        }
    }

    public func caveat(about order: Order, language: Language, in context: SkillContext) async throws -> Caveat? {
        if order.intent.name == "JarvisAutomationResume" { return try await caveatAboutResuming(order, language, context) }
        guard order.intent.name == "JarvisAutomationDelete", !isThat(order), !isLast(order) else { return nil }
        let all = try await mine(context)
        guard all.count > 1, case .all = finder(all, language, context).find(order) else { return nil }
        return .confirm(Self.deleteAll(all.count, language))
    }

    /// Whoever sets it going again answers for what it does.
    private func caveatAboutResuming(_ order: Order, _ language: Language, _ context: SkillContext) async throws -> Caveat? {
        let all = try await mine(context)
        let found: [Automation]
        switch finder(all, language, context).find(order) {
        case .all: found = all
        case .these(let these): found = these
        default: return nil
        }
        for automation in found where AutomationDesk.may(context.principal, change: automation) {
            if let caveat = try await objection(automation.orders, language, context) { return caveat }
        }
        return nil
    }

    // MARK: making

    /// Makes automations of orders that are for later: those for the same time become one, in their order.
    ///
    /// - Precondition: what is risky among them was confirmed; no order's timing is now.
    /// - Parameter name: how the speaker calls it; `nil` when they did not say.
    public func schedule(_ orders: [Order], name: String? = nil, language: Language, context: SkillContext) async throws -> SkillReply {
        var groups: [(timing: Order.Timing, orders: [Order])] = []
        for var order in orders {
            guard order.timing != .now else { throw Problem(.invalid, "an order that is for now cannot be scheduled") }
            let timing = order.timing
            // Kept for then, it is for now.
            order.timing = .now
            if let index = groups.firstIndex(where: { $0.timing == timing }) { groups[index].orders.append(order) } else { groups.append((timing, [order])) }
        }
        let wording = wording(language, context)
        var made: [Automation] = [], said: [String] = []
        do {
            for group in groups {
                let occasion = try occasion(group.timing, context.now)
                let automation = try await desk.make(
                    group.orders, on: occasion, name: groups.count == 1 ? name : nil, language: language, for: context.principal, now: context.now)
                made.append(automation)
                let isDelay = if case .after = group.timing { true } else { false }
                said.append(wording.occasion(occasion, now: context.now, asDelay: isDelay) + ", " + SpokenOrder.promise(group.orders, language))
            }
        } catch let objection as Objection {
            // All of it or nothing: half of what was asked for is not what was asked for.
            for automation in made { try await desk.delete(automation, for: context.principal) }
            return SkillReply(objection.text(language))
        }
        guard !made.isEmpty else { throw Problem(.invalid, "there is no order to schedule") }
        lastMade.keep(made.map(\.id), for: context.principal, at: context.now)
        return SkillReply(
            language(fr: "D'accord : ", en: "OK: ") + said.joined(separator: language(fr: " ; ", en: "; ")) + ".",
            actions: made.map { Self.action("add", $0, next: desk.nextDue(of: $0, after: context.now)) })
    }

    private func occasion(_ timing: Order.Timing, _ now: Date) throws -> Automation.Occasion {
        switch timing {
        case .now: throw Objection.badTime
        case .after(let seconds):
            guard seconds.isFinite, seconds > 0 else { throw Objection.badTime }
            return .at(now.addingTimeInterval(min(seconds, 1e10)))
        case .at(let date): return .at(date)
        case .when(let trigger, let once): return .when(trigger, once: once)
        }
    }

    /// Deletes what this speaker had made last, a quarter of an hour ago at most; `nil` when there is nothing such.
    ///
    /// - Parameter window: how long ago it may have been made, in seconds.
    public func undo(within window: TimeInterval = .infinity, language: Language, context: SkillContext) async throws -> SkillReply? {
        guard let ids = lastMade.take(for: context.principal, within: window, now: context.now) else { return nil }
        let automations = try await mine(context).filter { ids.contains($0.id) }
        guard !automations.isEmpty else { return SkillReply(language(fr: "Trop tard : c'est déjà fait.", en: "Too late: it is done already.")) }
        return try await apply(.delete, to: automations, language, context)
    }

    /// How long words that drop something reach back, in seconds: "annule" as long as anything can be undone, "laisse tomber" only right after. `nil` for
    /// words that only ask for silence: "stop", "tais-toi", "tant pis".
    private static func window(of order: Order) -> TimeInterval? {
        func says(_ stems: [String]) -> Bool { Words.all(order.text).contains { word in stems.contains(where: word.hasPrefix) } }
        if says(["annul", "defai", "cancel", "undo", "revert", "inverse", "arriere", "avant", "back", "before"]) { return .infinity }
        return says(["laiss", "oubli", "forget", "drop", "never", "leave"]) ? 120 : nil
    }

    // MARK: those that there are

    private func mine(_ context: SkillContext) async throws -> [Automation] { try await desk.automations(for: context.principal) }

    private func finder(_ automations: [Automation], _ language: Language, _ context: SkillContext) -> AutomationFinder {
        AutomationFinder(automations: automations, wording: wording(language, context), now: context.now)
    }

    private func wording(_ language: Language, _ context: SkillContext) -> SpokenTrigger {
        SpokenTrigger(
            language: language, schedule: desk.service.schedule, model: desk.house.model.seen(by: context.principal), listener: context.principal.name)
    }

    /// How many are said aloud.
    private static let spoken = 8

    private func list(_ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let automations = try await mine(context), missed = try await missed(language, context)
        guard !automations.isEmpty else {
            return SkillReply(language(fr: "Tu n'as aucune automatisation.", en: "You have no automations.") + missed)
        }
        let count = automations.count
        let head = language(
            fr: count == 1 ? "Tu as une automatisation : " : "Tu as \(count) automatisations : ",
            en: count == 1 ? "You have one automation: " : "You have \(count) automations: ")
        let more = count > Self.spoken ? language(fr: " ; et \(count - Self.spoken) autres", en: "; and \(count - Self.spoken) more") : ""
        return SkillReply(head + described(Array(automations.prefix(Self.spoken)), language, context) + more + "." + missed)
    }

    private func described(_ automations: [Automation], _ language: Language, _ context: SkillContext) -> String {
        let wording = wording(language, context)
        return automations.map { automation in
            let isSoon = if case .at(let date) = automation.occasion { date.timeIntervalSince(context.now) < 3600 } else { false }
            let paused = automation.isPaused ? language(fr: " (en pause)", en: " (paused)") : ""
            return Words.quoted(automation.name, language) + ", " + wording.occasion(automation.occasion, now: context.now, asDelay: isSoon) + paused
        }.joined(separator: language(fr: " ; ", en: "; "))
    }

    /// What should have run in the last day while nothing did, or was cut off.
    private func missed(_ language: Language, _ context: SkillContext) async throws -> String {
        let runs = try await desk.store.runs(from: context.now.addingTimeInterval(-86_400), to: context.now, for: context.principal)
        guard context.principal.role != .guest else { return "" }
        let times = SpokenTime(language: language, timeZone: desk.service.schedule.timeZone)
        func told(_ outcome: AutomationRun.Outcome, _ head: String) -> String {
            let items = runs.filter { $0.outcome == outcome }.prefix(3).map { run in
                "\(Words.quoted(run.name, language)), \(times.moment(run.dueAt, now: context.now))"
            }
            return items.isEmpty ? "" : head + items.joined(separator: language(fr: " ; ", en: "; ")) + "."
        }
        return told(.missed, language(fr: " Je n'étais pas là pour ", en: " I was not there for "))
            + told(.interrupted, language(fr: " J'ai été interrompu pendant ", en: " I was interrupted in the middle of "))
    }

    private enum Change { case pause, resume, delete }

    /// "annule ça", and nothing that would say which.
    private func isThat(_ order: Order) -> Bool {
        AutomationFinder.content(of: order).isEmpty && !Set(Words.all(order.text)).isDisjoint(with: ["ca", "cela", "that", "it", "this"])
    }

    private func isLast(_ order: Order) -> Bool {
        let words = AutomationFinder.content(of: order)
        return !words.isEmpty && words.isSubset(of: ["derniere", "dernier", "last", "latest"])
    }

    private func change(_ order: Order, _ change: Change, _ isConfirmed: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let all = try await mine(context)
        guard !all.isEmpty else { return SkillReply(language(fr: "Tu n'as aucune automatisation.", en: "You have no automations.")) }
        switch finder(all, language, context).find(order) {
        case .these(let found) where found.count == 1: return try await apply(change, to: found, language, context)
        case .these(let found): return which(found, language, context)
        case .unnamed: return all.count == 1 ? try await apply(change, to: all, language, context) : which(all, language, context)
        case .none(let name):
            let list = described(Array(all.prefix(Self.spoken)), language, context)
            let head =
                name.isEmpty
                ? language(fr: "Je ne trouve pas cette automatisation.", en: "I can't find that automation.")
                : language(fr: "Je ne trouve pas d'automatisation « \(name) ».", en: "I can't find an automation “\(name)”.")
            return SkillReply(head + language(fr: " Il y a : ", en: " There is: ") + list + ".")
        case .all:
            if change == .delete, all.count > 1, !isConfirmed {
                return SkillReply(Self.deleteAll(all.count, language), needsConfirmation: true)
            }
            return try await apply(change, to: all, language, context)
        }
    }

    private static func deleteAll(_ count: Int, _ language: Language) -> String {
        language(fr: "Je supprime les \(count) automatisations ?", en: "Shall I delete all \(count) automations?")
    }

    private func which(_ found: [Automation], _ language: Language, _ context: SkillContext) -> SkillReply {
        SkillReply(language(fr: "Laquelle ? ", en: "Which one? ") + described(Array(found.prefix(Self.spoken)), language, context) + ".")
    }

    private func apply(_ change: Change, to automations: [Automation], _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let allowed = automations.filter { AutomationDesk.may(context.principal, change: $0) }
        guard !allowed.isEmpty else { return SkillReply(Objection.notYours.text(language)) }
        for automation in allowed {
            switch change {
            case .pause: try await desk.setPaused(true, automation, for: context.principal, now: context.now)
            case .resume: try await desk.setPaused(false, automation, for: context.principal, now: context.now)
            case .delete: try await desk.delete(automation, for: context.principal)
            }
        }
        let names = Words.enumeration(allowed.map { Words.quoted($0.name, language) }, language)
        let text =
            switch change {
            case .pause: language(fr: "En pause : \(names).", en: "Paused: \(names).")
            case .resume: language(fr: "C'est reparti : \(names).", en: "Back on: \(names).")
            case .delete: language(fr: "Annulé : \(names).", en: "Cancelled: \(names).")
            }
        let tool =
            switch change {
            case .pause: "pause"
            case .resume: "resume"
            case .delete: "delete"
            }
        return SkillReply(text, actions: allowed.map { Self.action(tool, $0) })
    }

    private func run(_ order: Order, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let all = try await mine(context)
        let found = finder(all, language, context).find(order)
        guard case .these(let automations) = found, automations.count == 1, let automation = automations.first else {
            if case .these(let several) = found { return which(several, language, context) }
            return SkillReply(language(fr: "Je ne trouve pas cette automatisation.", en: "I can't find that automation."))
        }
        guard let result = try await desk.service.start(automation, for: context.principal) else {
            let name = Words.quoted(automation.name, language)
            return SkillReply(language(fr: "\(name) est en pause : reprends-la d'abord.", en: "\(name) is paused: resume it first."))
        }
        return SkillReply(result.isEmpty ? language(fr: "C'est fait.", en: "Done.") : result, actions: [Self.action("run", automation)])
    }

    private static func action(_ tool: String, _ automation: Automation, next: Date? = nil) -> Action {
        var arguments: [String: JSONValue] = ["name": .string(automation.name)]
        if let next { arguments["due_at"] = .string(Timestamp.format(next)) }
        return Action(tool: "automations." + tool, arguments: .object(arguments), evidence: automation.id.description)
    }
}

/// What each speaker had made last, for "annule ça".
private final class LastMade: Sendable {
    /// How long "ça" is understood, in seconds, and of how many people it is kept.
    private static let window: TimeInterval = 900, breadth = 256

    private let made = Mutex<[User.ID: (ids: Set<Automation.ID>, at: Date)]>([:])

    func keep(_ ids: [Automation.ID], for principal: Principal, at now: Date) {
        made.withLock { made in
            if made.count >= Self.breadth { made = made.filter { now.timeIntervalSince($0.value.at) < Self.window } }
            if made.count < Self.breadth { made[principal.user] = (Set(ids), now) }
        }
    }

    func take(for principal: Principal, within window: TimeInterval, now: Date) -> Set<Automation.ID>? {
        made.withLock { made in
            guard let last = made[principal.user], now.timeIntervalSince(last.at) < min(window, Self.window) else { return nil }
            made[principal.user] = nil
            return last.ids
        }
    }
}
