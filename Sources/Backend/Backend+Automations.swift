import API
import Base
import Domain
import Foundation
import HTTPServer

extension Backend {
    /// Commands or orders that one automation may be made of, and characters of a command.
    private static let orderLimit = 20, commandLimit = 500

    func addAutomationRoutes(to router: inout Router) {
        router.get("/automations") { request in
            let keeper = try keeper(for: request.caller)
            let now = clock.now
            return try .json(
                PageBody(items: try await keeper.automations(for: request.caller).map { AutomationBody($0, nextDue: keeper.nextDue(of: $0, after: now)) }))
        }
        router.post("/automations") { request in
            let caller = try request.caller
            let keeper = try keeper(for: caller)
            let body: NewAutomation = try request.decode()
            let entities = parts.house?.house.model.entities ?? []
            // What is not exposed may be watched as well; where people are is nothing for guests.
            try AutomationCheck.check(body) { id in !(caller.role == .guest && entities.contains { $0.id == id && $0.isAboutPeople }) }
            let language: Language
            if let named = try Self.language(body.language) { language = named } else { language = try await parts.authenticator.user(caller).language }
            var occasion = try body.trigger?.occasion()
            let orders = try orders(of: body, language, &occasion)
            try await check(orders, language, request)
            let made = try await keeper.add(
                orders, on: occasion ?? .onDemand, if: try (body.conditions ?? []).map { try $0.condition() }, name: body.name, language: language, for: caller,
                now: clock.now)
            return try .json(AutomationBody(made, nextDue: keeper.nextDue(of: made, after: clock.now)), status: .created)
        }
        router.get("/automations/{id}") { request in
            let (keeper, automation) = try await automation(request, alsoDone: true)
            return try .json(AutomationBody(automation, nextDue: keeper.nextDue(of: automation, after: clock.now)))
        }
        router.patch("/automations/{id}") { request in
            let patch: AutomationPatch = try request.decode()
            let (keeper, automation) = try await automation(request)
            // Whoever sets it going again answers for what it does.
            if !patch.paused { try await check(automation.orders, automation.language, request) }
            let changed = try await keeper.setPaused(patch.paused, automation, for: request.caller, now: clock.now)
            return try .json(AutomationBody(changed, nextDue: keeper.nextDue(of: changed, after: clock.now)))
        }
        router.delete("/automations/{id}") { request in
            let (keeper, automation) = try await automation(request)
            try await keeper.delete(automation, for: request.caller)
            return Response(.noContent)
        }
        router.post("/automations/{id}/run") { request in
            let (keeper, automation) = try await automation(request)
            try await check(automation.orders, automation.language, request)
            guard let result = try await keeper.start(automation, for: request.caller) else {
                throw Problem(.conflict, "it is paused, or was done just now: resume it first")
            }
            return try .json(AutomationResult(result: result))
        }
        router.get("/automations/{id}/runs") { request in
            let (keeper, automation) = try await automation(request, alsoDone: true)
            return try .json(PageBody(items: try await keeper.runs(of: automation.id, limit: request.limit(), for: request.caller).map(AutomationRunBody.init)))
        }
    }

    /// Refuses what whoever asks may not have done, also by an automation.
    private func check(_ orders: [Order], _ language: Language, _ request: Request) async throws {
        switch try await parts.objection(orders, language, request.caller) {
        case .forbid(let text): throw Problem(.forbidden, text)
        case .prove(let text): throw Problem(.stepUpNeeded, text + " (POST /auth/step-up)")
        case .ask, .confirm, .refuse, nil: return
        }
    }

    private func keeper(for principal: Principal) throws(Problem) -> any AutomationKeeper {
        guard let keeper = parts.automations, principal.hasHouse else {
            throw Problem(.unavailable, "automations need a house: set HOME_ASSISTANT_URL, JARVIS_MQTT_URL or JARVIS_HOME_FILE")
        }
        return keeper
    }

    private func automation(_ request: Request, alsoDone: Bool = false) async throws -> (any AutomationKeeper, Automation) {
        let keeper = try keeper(for: request.caller)
        let id = try request.identifier(of: Automation.self)
        guard let found = try await keeper.automation(id, for: request.caller), alsoDone || found.doneAt == nil else {
            throw Problem(.notFound, "there is no such automation")
        }
        return (keeper, found)
    }

    /// What is to be done, from words and intents. Words may say when, too.
    private func orders(of body: NewAutomation, _ language: Language, _ occasion: inout Automation.Occasion?) throws -> [Order] {
        let commands = body.commands ?? [], direct = body.orders ?? []
        guard !(commands.isEmpty && direct.isEmpty), commands.count + direct.count <= Self.orderLimit else {
            throw Problem(.invalid, "commands and orders together must be 1 to \(Self.orderLimit)")
        }
        var orders: [Order] = []
        let now = clock.now
        for command in commands {
            guard let reader = parts.reader else { throw Problem(.unavailable, "sentences cannot be read here: give orders instead of commands") }
            guard command.count <= Self.commandLimit else { throw Problem(.tooLarge, "a command has at most \(Self.commandLimit) characters") }
            let context = ReadingContext(language: language, now: now, timeZone: options.timeZone)
            guard case .orders(let read) = reader.read(command, in: context), !read.isEmpty else {
                throw Problem(.invalid, "one of the commands is not understood for sure: name device and room, and one thing at a time")
            }
            for var order in read {
                if let said = order.timing.occasion(now) {
                    guard occasion == nil || occasion == said else { throw Problem(.invalid, "the commands and the trigger say different times") }
                    occasion = said
                }
                order.timing = .now
                orders.append(order)
            }
        }
        return try orders + direct.map { try $0.order() }
    }
}

extension Order.Timing {
    /// `nil` for now.
    fileprivate func occasion(_ now: Date) -> Automation.Occasion? {
        switch self {
        case .now: nil
        case .after(let seconds): .at(now.addingTimeInterval(seconds))
        case .at(let date): .at(date)
        case .when(let trigger, let once): .when(trigger, once: once)
        }
    }
}
