import Base
import Domain
import Foundation

/// Watches the house for the automations that wait for something in it. Pure: it is told what is seen and what time it is, and returns what is due.
///
/// A trigger fires on the edge, when what it waits for comes to be so, and again only after it was seen not to be so. How far each has come is kept
/// (`Automation.Phase`), so that what was so before a restart or a broken connection does not fire again, and what came to be so meanwhile fires once.
struct Watches: Sendable {
    /// Shorter than this, "not so" is the bouncing of a contact. Seconds.
    static let debounce: TimeInterval = 0.5

    private enum Situation: Sendable, Equatable {
        /// Nothing was known yet: what is seen first is where it starts from.
        case unknown
        /// Not so, since; by the house's clock.
        case idle(since: Date)
        /// So; due at `until` if it stays. `until` is `nil` when that time passed while nobody could see whether it did.
        case holding(Sightings.Finding, until: Date?)
        case reached

        var phase: Automation.Phase? {
            switch self {
            case .unknown: nil
            case .idle: .idle
            case .holding: .holding
            case .reached: .reached
            }
        }
    }

    private struct Watch: Sendable {
        var automation: Automation
        var trigger: Trigger
        var situation: Situation
    }

    private var watches: [Automation.ID: Watch] = [:]
    private var byEntity: [String: [Automation.ID]] = [:]
    private var sightings = Sightings()
    /// Whether what is seen is current.
    private var isLive = false
    /// What changed of the phases since they were last taken.
    private var changed: [Automation.ID: Automation.Phase] = [:]

    /// Everything that anybody waits for.
    var entities: Set<String> { Set(byEntity.keys) }

    /// When the next thing has been so for long enough.
    var deadline: Date? {
        guard isLive else { return nil }
        return watches.values.compactMap { if case .holding(_, let until?) = $0.situation { until } else { nil } }.min()
    }

    var hasChangedPhases: Bool { !changed.isEmpty }

    mutating func takeChangedPhases() -> [Automation.ID: Automation.Phase] {
        defer { changed = [:] }
        return changed
    }

    /// Watches these from now on; those it watches already stay where they are.
    mutating func replace(with automations: [Automation]) {
        var next: [Automation.ID: Watch] = [:]
        for automation in automations {
            guard case .when(let trigger, _) = automation.occasion, !trigger.isTimed else { continue }
            if var known = watches[automation.id], known.trigger == trigger, known.automation.activeSince == automation.activeSince {
                known.automation = automation
                next[automation.id] = known
            } else {
                next[automation.id] = Watch(automation: automation, trigger: trigger, situation: Self.situation(automation.phase))
            }
        }
        watches = next
        changed = changed.filter { next[$0.key] != nil }
        index()
    }

    /// A phase from the store: since when it holds is what the house says.
    private static func situation(_ phase: Automation.Phase?) -> Situation {
        switch phase {
        case nil: .unknown
        case .idle, .holding: .idle(since: .distantPast)
        case .reached: .reached
        }
    }

    private mutating func index() {
        byEntity = [:]
        for watch in watches.values.sorted(by: { $0.automation.id < $1.automation.id }) {
            for entity in sightings.entities(of: watch.trigger) { byEntity[entity, default: []].append(watch.automation.id) }
        }
        sightings.keep(only: entities)
    }

    /// The people of the house changed.
    mutating func know(people: Set<String>) {
        guard people != sightings.people else { return }
        sightings.people = people
        index()
    }

    /// The connection to the house is lost: nobody sees what happens there.
    mutating func lose() { isLive = false }

    /// All states were read anew: what came to be so while nobody looked is due since the house says so.
    mutating func resync(_ states: [EntityState], now: Date) -> [Firing] {
        for state in states where byEntity[state.entity] != nil { sightings.take(state) }
        isLive = true
        return watches.keys.sorted().compactMap { look($0, seenLive: false, now: now) } + expired(now: now)
    }

    /// One state changed.
    mutating func take(_ state: EntityState, now: Date) -> [Firing] {
        guard let ids = byEntity[state.entity] else { return [] }
        sightings.take(state)
        return state.isUnavailable ? [] : ids.compactMap { look($0, seenLive: isLive, now: now) }
    }

    /// What has been so for long enough.
    mutating func expired(now: Date) -> [Firing] {
        guard isLive else { return [] }
        var firings: [Firing] = []
        for (id, watch) in watches {
            guard case .holding(let finding, let until?) = watch.situation, until <= now else { continue }
            if sightings.isLost(watch.trigger) {
                move(id, to: .holding(finding, until: nil))
            } else {
                move(id, to: .reached)
                firings.append(firing(watch, finding, due: until))
            }
        }
        return firings.sorted { $0.due < $1.due }
    }

    private mutating func look(_ id: Automation.ID, seenLive: Bool, now: Date) -> Firing? {
        guard let watch = watches[id], let finding = sightings.finding(for: watch.trigger) else { return nil }
        switch (watch.situation, finding.isMet) {
        case (.unknown, let isMet): move(id, to: isMet ? .reached : .idle(since: .distantPast))
        case (.idle, false), (.reached, true): break
        case (.reached, false): move(id, to: .idle(since: finding.since))
        // It never fired, so the next edge is no bounce of one that did.
        case (.holding, false): move(id, to: .idle(since: .distantPast))
        case (.holding(let began, _), true) where finding.since > began.since:
            // Nobody saw it, but it was not so in between.
            move(id, to: .holding(finding, until: min(finding.since, now).addingTimeInterval(watch.trigger.holdSeconds)))
        case (.holding(let began, until: nil), true):
            move(id, to: .reached)
            return firing(watch, began, due: now)
        case (.holding, true): break
        case (.idle(let since), true):
            guard finding.since.timeIntervalSince(since) >= Self.debounce else {
                move(id, to: .reached)
                return nil
            }
            // What is seen as it happens happens now, whatever the house's clock says.
            let began = seenLive ? now : min(finding.since, now)
            guard watch.trigger.holdSeconds > 0 else {
                move(id, to: .reached)
                return firing(watch, finding, due: began)
            }
            move(id, to: .holding(finding, until: began.addingTimeInterval(watch.trigger.holdSeconds)))
        }
        return nil
    }

    private mutating func move(_ id: Automation.ID, to situation: Situation) {
        if let phase = situation.phase, phase != watches[id]?.situation.phase { changed[id] = phase }
        watches[id]?.situation = situation
    }

    private func firing(_ watch: Watch, _ finding: Sightings.Finding, due: Date) -> Firing {
        Firing(
            automation: watch.automation, key: "change:\(finding.since.milliseconds)", due: due,
            cause: .entity(id: finding.entity, name: finding.entity, value: finding.value), entity: finding.entity)
    }
}

/// An automation that is due.
struct Firing: Sendable, Equatable {
    var automation: Automation
    /// The same wherever and whenever it is found due.
    var key: String
    var due: Date
    var cause: AutomationRun.Cause
    /// The entity whose change set it off.
    var entity: String?

    init(automation: Automation, key: String, due: Date, cause: AutomationRun.Cause, entity: String? = nil) {
        self.automation = automation
        // What runs once has one key for all times.
        self.key = automation.isOnce ? "once" : key
        self.due = due
        self.cause = cause
        self.entity = entity
    }
}

extension Trigger {
    /// How long it has to stay so, in seconds.
    var holdSeconds: Double { if case .state(_, _, let seconds) = self { seconds } else { 0 } }
}
