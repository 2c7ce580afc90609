public import Base
public import Domain
public import Foundation

/// Where automations are made, listed, paused and deleted, by voice or by a program.
///
/// Everything here belongs to the household. Owners, admins and members may change all of it; children and guests what they made themselves.
public struct AutomationDesk: Sendable {
    /// How many a household may have, and how many orders one may hold.
    static let limit = 200
    private static let longest = 20
    /// Seconds ahead at most: a year and a day.
    private static let farthest: TimeInterval = 366 * 86_400
    /// Characters of a name.
    private static let nameLength = 120

    let store: any AutomationStore
    let house: any House
    let service: AutomationService

    public init(service: AutomationService) {
        self.service = service
        store = service.store
        house = service.house
    }

    /// Stores an automation; it is on from then on. Its orders are taken as confirmed.
    ///
    /// - Parameter name: how people will call it; `nil` takes the words of its orders.
    /// - Throws: `Problem`: what it says cannot be, or there are too many already.
    public func add(
        _ orders: [Order], on occasion: Automation.Occasion, if conditions: [Automation.Condition] = [], name: String? = nil, language: Language,
        for principal: Principal, now: Date
    ) async throws -> Automation {
        do { return try await make(orders, on: occasion, if: conditions, name: name, language: language, for: principal, now: now) } catch {
            throw (error as? Objection)?.problem ?? error
        }
    }

    func make(
        _ orders: [Order], on occasion: Automation.Occasion, if conditions: [Automation.Condition] = [], name: String?, language: Language,
        for principal: Principal, now: Date
    ) async throws -> Automation {
        guard principal.hasHouse else { throw Objection.noHouse }
        guard principal.may(.home) else { throw Objection.notAllowed }
        guard !orders.isEmpty, orders.count <= Self.longest else { throw Objection.nothingToDo }
        try check(occasion, now: now, for: principal)
        for condition in conditions { try check(condition, for: principal) }
        guard try await store.automations(for: principal).count < Self.limit else { throw Objection.tooMany }
        let name = (name?.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap { $0.isEmpty ? nil : $0 } ?? SpokenOrder.name(orders, language)
        let automation = Automation(
            id: .init(at: now), name: String(name.prefix(Self.nameLength)), occasion: occasion, conditions: conditions, orders: orders, createdAt: now,
            createdBy: principal, limit: principal.permissions == .usual(for: principal.role) ? nil : principal.permissions, language: language,
            phase: phase(of: occasion))
        try await store.add(automation, for: principal)
        service.automationsChanged()
        return automation
    }

    /// Those of the household that still have something to do and that this principal may know of, the oldest first.
    public func automations(for principal: Principal) async throws -> [Automation] {
        try await store.automations(for: principal).filter { principal.role != .guest || $0.createdBy.user == principal.user }
            .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// - Throws: `Problem` when it is not theirs to change, or gone.
    @discardableResult
    public func setPaused(_ isPaused: Bool, _ automation: Automation, for principal: Principal, now: Date) async throws -> Automation {
        guard Self.may(principal, change: automation) else { throw Objection.notYours.problem }
        var changed = automation
        changed.isPaused = isPaused
        if !isPaused {
            // What came due meanwhile was not to happen, and what came to be so meanwhile is where it starts from.
            changed.activeSince = now
            changed.phase = phase(of: automation.occasion)
        }
        guard try await store.update(changed, for: principal) else { throw Objection.gone.problem }
        service.automationsChanged()
        return changed
    }

    /// - Throws: `Problem` when it is not theirs to delete, or gone.
    public func delete(_ automation: Automation, for principal: Principal) async throws {
        guard Self.may(principal, change: automation) else { throw Objection.notYours.problem }
        guard try await store.delete(automation.id, for: principal) else { throw Objection.gone.problem }
        service.automationsChanged()
    }

    /// Automations went without the desk, as when somebody is erased.
    public func readAgain() { service.automationsChanged() }

    /// Carries it out now, because somebody asks for it.
    /// - Returns: what is said of it; `nil` when it is paused, gone, or another request was faster.
    public func start(_ automation: Automation, for principal: Principal) async throws -> String? {
        try await service.start(automation, for: principal)
    }

    /// The newest first; of one or of all.
    public func runs(of automation: Automation.ID? = nil, limit: Int = 50, for principal: Principal) async throws -> [AutomationRun] {
        try await store.runs(of: automation, limit: limit, for: principal)
    }

    /// When it is next due; `nil` when no clock says so.
    public func nextDue(of automation: Automation, after now: Date) -> Date? {
        switch automation.occasion {
        case .at(let date): date
        case .when(let trigger, _): service.schedule.next(trigger, after: now)
        case .onDemand: nil
        }
    }

    static func may(_ principal: Principal, change automation: Automation) -> Bool {
        switch principal.role {
        case .owner, .admin, .member: true
        case .child, .guest: automation.createdBy.user == principal.user
        }
    }

    // MARK: checks

    private func check(_ occasion: Automation.Occasion, now: Date, for principal: Principal) throws {
        switch occasion {
        case .onDemand: break
        case .at(let date):
            guard date.timeIntervalSince1970.isFinite else { throw Objection.badTime }
            guard date > now.addingTimeInterval(-1) else { throw Objection.past }
            guard date.timeIntervalSince(now) <= Self.farthest else { throw Objection.tooFar }
        case .when(.time(let hour, let minute, let weekdays), _):
            guard (0...23).contains(hour), (0...59).contains(minute), weekdays.allSatisfy((1...7).contains) else { throw Objection.badTime }
        case .when(.sun(_, let offset), _):
            guard abs(offset) <= Schedule.longestOffset else { throw Objection.badTime }
            guard service.schedule.sun != nil else { throw Objection.sunUnknown }
        case .when(.state(let entity, _, let seconds), _):
            guard seconds >= 0, seconds <= Self.farthest else { throw Objection.badTime }
            try know(entity, principal)
        case .when(.number(let entity, _, let above, let below), _):
            guard above != nil || below != nil, above?.isFinite ?? true, below?.isFinite ?? true else { throw Objection.badTime }
            try know(entity, principal)
        case .when(.presence(let person?, _), _): try know(person, principal)
        case .when(.presence(nil, _), _): guard !house.people.isEmpty else { throw Objection.nobodyKnown }
        }
    }

    private func check(_ condition: Automation.Condition, for principal: Principal) throws {
        switch condition {
        case .time(let from, let to, let weekdays):
            guard (0...1440).contains(from), (0...1440).contains(to), weekdays.allSatisfy((1...7).contains) else { throw Objection.badTime }
        case .state(let entity, _, _), .number(let entity, _, _, _): try know(entity, principal)
        case .daylight: guard service.schedule.sun != nil else { throw Objection.sunUnknown }
        }
    }

    /// What stands in an area that is not theirs is not there for them.
    private func know(_ entity: String, _ principal: Principal) throws {
        let known = house.model.entities.first { $0.id == entity }
        guard known != nil || house.state(of: entity) != nil, principal.permissions.covers(area: known?.area) else { throw Objection.unknownEntity(entity) }
    }

    /// Where a trigger starts from: what is so already does not set it off.
    private func phase(of occasion: Automation.Occasion) -> Automation.Phase? {
        guard case .when(let trigger, _) = occasion else { return nil }
        var sightings = Sightings()
        sightings.people = house.people
        for entity in sightings.entities(of: trigger) { if let state = house.state(of: entity) { sightings.take(state) } }
        return sightings.finding(for: trigger).map { $0.isMet ? .reached : .idle }
    }
}
