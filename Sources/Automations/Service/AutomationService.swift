public import Base
public import Domain
public import Foundation
public import Lifecycle
public import Observability
import Synchronization

/// Runs automations when they are due, each turn at most once.
///
/// Whoever is first to claim a turn in the store carries it out; a turn that was claimed is never carried out again, neither after a restart nor by
/// another replica on the same store. What came due while nothing ran is made up for when it is a few minutes late, and otherwise written down as
/// missed. One loop decides; the orders themselves run beside it, a few at a time.
public final class AutomationService: Service {
    /// Carries out orders with the rights of a principal; returns what is said of it. Throwing means that it came to nothing.
    public typealias Run = @Sendable ([Order], Principal, Language, ChangeCause.Origin) async throws -> String

    public struct Limits: Sendable {
        /// How late a turn may be carried out, in seconds.
        public var lateness: TimeInterval
        /// Between two looks at the store, for what other replicas changed. Seconds.
        public var refresh: TimeInterval
        /// How long runs and causes are kept, in seconds.
        public var memory: TimeInterval

        public init(lateness: TimeInterval = 600, refresh: TimeInterval = 60, memory: TimeInterval = 90 * 86_400) {
            self.lateness = lateness
            self.refresh = refresh
            self.memory = memory
        }
    }

    public let name = "automations"

    let store: any AutomationStore
    let house: any House
    let clock: any WallClock
    let causes: CauseLog
    let limits: Limits
    let log: Logger
    private let timeZone: TimeZone
    private let sun: Sun?
    private let usualSun: Sun?
    private let run: Run

    private struct State {
        var timetable = Timetable()
        var watches = Watches()
        var queue = RunQueue()
        var echoes = Echoes()
        var pace = Pace()
        /// Those that are being carried out here.
        var runs: Set<AutomationRun.ID> = []
        /// Whether the store holds something else than what is here.
        var isStale = true
        var isStopping = false
        /// When the store is to be read again.
        var refreshAt = Date.distantPast
        /// When phases are to be written, when any changed.
        var keepAt = Date.distantPast
        var tidyAt = Date.distantPast
        var failures = 0
    }
    private let state = Mutex(State())
    private let wakeup = Wakeup()

    /// Seconds to wait before the store is asked again after it failed.
    static let retryDelays: [TimeInterval] = [1, 2, 5, 15, 60]
    /// Phases are written this often at most. What a crash forgets of them costs nothing: turns are claimed by the time of the change. Seconds.
    private static let keepEvery: TimeInterval = 5
    private static let tidyEvery: TimeInterval = 6 * 3600
    /// So many looks at the store may pass without a sign of life from a run; then whoever carried it out has stopped.
    private static let silence = 2.5

    /// - Parameters:
    ///   - sun: where the house stands, as it was configured; `nil` takes the place that the house itself names.
    ///   - usualSun: where neither is known.
    ///   - run: carries out orders; they were confirmed when the automation was made.
    public init(
        store: any AutomationStore, house: any House, timeZone: TimeZone, sun: Sun?, usualSun: Sun? = nil, causes: CauseLog, limits: Limits = Limits(),
        clock: any WallClock,
        log: Logger, run: @escaping Run
    ) {
        self.store = store
        self.house = house
        self.timeZone = timeZone
        self.sun = sun
        self.usualSun = usualSun
        self.causes = causes
        self.limits = limits
        self.clock = clock
        self.log = log
        self.run = run
    }

    /// When triggers come due here.
    public var schedule: Schedule { Schedule(timeZone: timeZone, sun: sun ?? house.sun ?? usualSun) }

    /// Tells the service that automations were added, changed or taken away.
    public func automationsChanged() {
        state.withLock { $0.isStale = true }
        wakeup.signal()
    }

    /// Tells the service that somebody had these orders carried out, so that it can say so when asked why something changed.
    /// Waits for nothing.
    public func record(_ orders: [Order], by principal: Principal, at now: Date) {
        let model = house.model
        for order in orders {
            let origin = ChangeCause.Origin.order(text: order.text, user: principal.user, name: principal.name)
            causes.record(ChangeCause(targets: Targets.of([order], in: model), origin: origin, at: now), for: principal)
        }
    }

    public func run(until shutdown: Shutdown) async throws {
        // Subscribed before the first look, so that nothing falls in between.
        let changes = house.changes()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.watch(changes, until: shutdown) }
            while !Task.isCancelled, !state.withLock({ $0.isStopping }) {
                await refresh()
                let begin = due()
                for firing in begin { group.addTask { await self.carryOut(firing) } }
                await keepPhases()
                await rest(until: deadline())
            }
        }
        await keepPhases(now: true)
    }

    /// Follows the house until the shutdown.
    private func watch(_ changes: AsyncStream<HomeChange>, until shutdown: Shutdown) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await shutdown.wait() }
            group.addTask { for await change in changes { self.take(change) } }
            // A house that ends its stream has stopped; what the clock sets off goes on.
            await group.next()
            if !shutdown.isRequested, !Task.isCancelled { await shutdown.wait() }
            group.cancelAll()
        }
        state.withLock { $0.isStopping = true }
        wakeup.signal()
    }

    private func take(_ change: HomeChange) {
        let now = clock.now
        switch change {
        case .state(let new, let old):
            if let old { causes.saw(old) }
            causes.saw(new)
            let isDue = state.withLock { state in
                let firings = state.watches.take(new, now: now)
                state.queue.add(firings)
                return !firings.isEmpty || state.watches.hasChangedPhases
            }
            if isDue { wakeup.signal() }
        case .model:
            automationsChanged()
        case .connection(let isConnected):
            state.withLock { state in
                if isConnected { resync(&state, now) } else { state.watches.lose() }
            }
            wakeup.signal()
        }
    }

    private func resync(_ state: inout State, _ now: Date) {
        let states = house.states()
        for one in states { causes.saw(one) }
        state.queue.add(state.watches.resync(states, now: now))
    }

    /// Reads the store when it is time to.
    private func refresh() async {
        let now = clock.now
        let isWanted = state.withLock { state in
            guard state.isStale || state.refreshAt <= now else { return false }
            state.isStale = false
            return true
        }
        guard isWanted else { return }
        do {
            try await interruptSilent(now)
            if state.withLock({ $0.tidyAt <= now }) {
                try await store.tidy(past: now.addingTimeInterval(-limits.memory))
                state.withLock { $0.tidyAt = now.addingTimeInterval(Self.tidyEvery) }
            }
            let automations = try await store.activeAutomations()
            let people = house.people, schedule = schedule, isConnected = house.isConnected
            state.withLock { state in
                let ids = Set(automations.map(\.id))
                state.queue.keep(only: ids)
                state.pace.keep(only: ids)
                state.timetable.replace(with: automations, schedule: schedule, now: now)
                state.watches.know(people: people)
                state.watches.replace(with: automations)
                if isConnected { resync(&state, now) }
                state.failures = 0
                state.refreshAt = now.addingTimeInterval(limits.refresh)
            }
        } catch {
            let delay = state.withLock { state in
                let delay = Self.retryDelays[min(state.failures, Self.retryDelays.count - 1)]
                state.failures += 1
                state.refreshAt = now.addingTimeInterval(delay)
                return delay
            }
            if !Task.isCancelled { log.warning("the automations cannot be read; trying again", ["error": "\(error)", "seconds": "\(delay)"]) }
        }
    }

    /// Says that what is carried out here is, and has done with what nobody says that of any more: a process was killed in the middle.
    private func interruptSilent(_ now: Date) async throws {
        let mine = state.withLock { Array($0.runs) }
        if !mine.isEmpty { try await store.keepAlive(mine, at: now) }
        let count = try await store.interrupt(silentSince: now.addingTimeInterval(-Self.silence * limits.refresh))
        if count > 0 { log.warning("automations were interrupted; they are not done again", ["count": "\(count)"]) }
    }

    /// What begins now.
    private func due() -> [Firing] {
        let now = clock.now, schedule = schedule, isConnected = house.isConnected
        return state.withLock { state in
            state.queue.add(state.timetable.take(schedule, now: now))
            state.queue.add(state.watches.expired(now: now))
            var begin: [Firing] = []
            while let firing = state.queue.next(where: { isReady($0, isConnected, now) }) { begin.append(firing) }
            return begin
        }
    }

    /// What needs the house waits for it, as long as it is worth while.
    private func isReady(_ firing: Firing, _ isConnected: Bool, _ now: Date) -> Bool {
        isConnected || !firing.automation.orders.contains(where: \.needsHouse) || isLate(firing, now)
    }

    private func isLate(_ firing: Firing, _ now: Date) -> Bool { now.timeIntervalSince(firing.due) > limits.lateness }

    private func deadline() -> Date {
        let now = clock.now, isConnected = house.isConnected
        return state.withLock { state in
            var deadlines = [state.refreshAt]
            if let due = state.timetable.deadline { deadlines.append(due) }
            if let due = state.watches.deadline { deadlines.append(due) }
            if state.watches.hasChangedPhases { deadlines.append(state.keepAt) }
            for firing in state.queue.firings where !isReady(firing, isConnected, now) {
                // A moment later than that it is too late, and that is written down.
                deadlines.append(firing.due.addingTimeInterval(limits.lateness + 1))
            }
            return deadlines.min() ?? now
        }
    }

    private func keepPhases(now isForced: Bool = false) async {
        let now = clock.now
        let phases = state.withLock { state -> [Automation.ID: Automation.Phase] in
            guard state.watches.hasChangedPhases, isForced || state.keepAt <= now else { return [:] }
            state.keepAt = now.addingTimeInterval(Self.keepEvery)
            return state.watches.takeChangedPhases()
        }
        guard !phases.isEmpty else { return }
        do { try await store.keep(phases) } catch { log.warning("how far automations have come could not be stored", ["error": "\(error)"]) }
    }

    /// Sleeps until then, or until something changes.
    private func rest(until deadline: Date) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [wakeup] in await wakeup.wait() }
            group.addTask { [clock] in try? await clock.sleep(until: deadline) }
            await group.next()
            group.cancelAll()
        }
    }

    // MARK: one turn

    /// Carries out what somebody asks for by name, now.
    /// - Returns: what is said of it; `nil` when it is paused, gone, or another request was faster.
    public func start(_ automation: Automation, for principal: Principal) async throws -> String? {
        let id = AutomationRun.ID(at: clock.now)
        let firing = Firing(automation: automation, key: "request:\(id)", due: clock.now, cause: .request(by: principal.name))
        var record = record(of: firing, id: id)
        guard try await store.claim(record, gap: 0, for: automation.createdBy) else { return nil }
        if automation.isOnce { automationsChanged() }
        await perform(firing, &record, as: principal)
        return record.result
    }

    private func record(of firing: Firing, id: AutomationRun.ID, outcome: AutomationRun.Outcome = .running) -> AutomationRun {
        let now = clock.now
        var cause = firing.cause
        if case .entity(let entity, _, let value) = cause { cause = .entity(id: entity, name: house.name(of: entity), value: value) }
        return AutomationRun(
            id: id, automation: firing.automation.id, name: firing.automation.name, dueKey: firing.key, dueAt: firing.due, startedAt: now,
            finishedAt: outcome == .running ? nil : now, outcome: outcome, cause: cause, targets: Targets.of(firing.automation.orders, in: house.model))
    }

    private func carryOut(_ firing: Firing) async {
        let automation = firing.automation
        defer {
            state.withLock { $0.queue.ended(automation.id) }
            wakeup.signal()
        }
        let now = clock.now
        var outcome = AutomationRun.Outcome.running
        if isLate(firing, now) { outcome = .missed } else if !isAllowed(automation, now) { outcome = .skipped }
        // What is to happen the next time still has a next time.
        if case .when(let trigger, once: true) = automation.occasion, outcome == .skipped || outcome == .missed && !trigger.isTimed { return }
        if outcome == .running, let entity = firing.entity, case .when(let trigger, _) = automation.occasion {
            let isHeld = state.withLock { $0.echoes.mayBeOwn(automation.id, entity, now: now) || !$0.pace.allows(automation.id, trigger, now: now) }
            if isHeld {
                log.notice("an automation is held back, since it was set off by its own effect or too often", ["automation": "\(automation.id)"])
                return
            }
        }
        var record = record(of: firing, id: .init(at: now), outcome: outcome)
        guard await claim(record, firing) else { return }
        if automation.isOnce { automationsChanged() }
        guard outcome == .running else {
            log.info("an automation did not run", ["automation": "\(automation.id)", "outcome": outcome.rawValue])
            return
        }
        // Nobody is there to prove who they are: what its maker owed a proof for was proven when it was made.
        await perform(firing, &record, as: automation.createdBy.with(.proof))
    }

    /// - Precondition: the turn is claimed.
    private func perform(_ firing: Firing, _ record: inout AutomationRun, as principal: Principal) async {
        let automation = firing.automation, targets = Array(record.targets.keys)
        let id = record.id
        state.withLock { state in
            state.runs.insert(id)
            state.echoes.began(automation.id, on: targets, because: firing.entity, now: clock.now)
        }
        defer { state.withLock { _ = $0.runs.remove(id) } }
        do {
            record.result = try await run(automation.orders, principal, automation.language, .automation(automation.id, name: automation.name, record.cause))
            record.outcome = .done
        } catch {
            record.result = (error as? Problem)?.detail ?? ""
            record.outcome = .failed
            log.warning("an automation failed", ["automation": "\(automation.id)", "error": "\(error)"])
        }
        record.finishedAt = clock.now
        state.withLock { $0.echoes.ended(automation.id, on: targets, now: clock.now) }
        do { try await store.finish(record, for: automation.createdBy) } catch {
            log.warning("what came of an automation could not be stored", ["automation": "\(automation.id)", "error": "\(error)"])
        }
    }

    /// Claims a turn, again while the store fails and it is not too late.
    private func claim(_ record: AutomationRun, _ firing: Firing) async -> Bool {
        for attempt in 0... {
            do {
                return try await store.claim(record, gap: firing.entity == nil ? 0 : Watches.debounce, for: firing.automation.createdBy)
            } catch {
                let delay = Self.retryDelays[min(attempt, Self.retryDelays.count - 1)]
                log.warning("a turn could not be claimed", ["automation": "\(firing.automation.id)", "error": "\(error)"])
                guard (try? await clock.sleep(until: clock.now.addingTimeInterval(delay))) != nil else { return false }
                if isLate(firing, clock.now), record.outcome == .running { return false }
            }
        }
        return false
    }

    /// Whether all conditions are met now.
    private func isAllowed(_ automation: Automation, _ now: Date) -> Bool {
        let schedule = schedule
        return automation.conditions.allSatisfy { condition in
            switch condition {
            case .time, .daylight: return schedule.allows(condition, at: now) ?? false
            case .state(let entity, let value, let isMet):
                guard let state = house.state(of: entity), !state.isUnavailable else { return false }
                return (state.value == value) == isMet
            case .number(let entity, let attribute, let above, let below):
                guard let state = house.state(of: entity), let number = Sightings.number(state, attribute) else { return false }
                return Sightings.lies(number, above, below)
            }
        }
    }
}
