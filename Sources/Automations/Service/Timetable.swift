import Base
import Domain
import Foundation

/// The automations that the clock sets off, and when each is next due. Pure.
struct Timetable: Sendable {
    private struct Entry: Sendable {
        var automation: Automation
        var due: Date
    }

    private var entries: [Automation.ID: Entry] = [:]
    /// The last turn that was taken.
    private var taken: [Automation.ID: Date] = [:]

    /// When the earliest is due.
    var deadline: Date? { entries.values.map(\.due).min() }

    /// Holds these from now on.
    ///
    /// One that is new here begins with its last turn before now, if it had one since it became active: what came due while Jarvis was not
    /// running is found that way, and the store knows whether it was done.
    mutating func replace(with automations: [Automation], schedule: Schedule, now: Date) {
        var next: [Automation.ID: Entry] = [:]
        for automation in automations {
            guard let due = due(automation, schedule, now) else { continue }
            next[automation.id] = Entry(automation: automation, due: due)
        }
        entries = next
        let ids = Set(automations.map(\.id))
        taken = taken.filter { ids.contains($0.key) }
    }

    private func due(_ automation: Automation, _ schedule: Schedule, _ now: Date) -> Date? {
        switch automation.occasion {
        case .at(let date): return taken[automation.id] == nil ? date : nil
        case .onDemand: return nil
        case .when(let trigger, _):
            guard trigger.isTimed else { return nil }
            let start = max(automation.activeSince, taken[automation.id] ?? .distantPast)
            return schedule.latest(trigger, after: start, through: now) ?? schedule.next(trigger, after: max(start, now))
        }
    }

    /// What is due, the earliest first; of several turns of one automation only the last.
    mutating func take(_ schedule: Schedule, now: Date) -> [Firing] {
        var firings: [Firing] = []
        for (id, entry) in entries where entry.due <= now {
            var due = entry.due
            switch entry.automation.occasion {
            case .when(let trigger, _):
                due = schedule.latest(trigger, after: due, through: now) ?? due
                entries[id] = schedule.next(trigger, after: max(due, now)).map { Entry(automation: entry.automation, due: $0) }
            case .at, .onDemand: entries[id] = nil
            }
            taken[id] = due
            let key = "at:\(due.milliseconds)"
            firings.append(Firing(automation: entry.automation, key: key, due: due, cause: entry.automation.timedCause))
        }
        return firings.sorted { ($0.due, $0.automation.id) < ($1.due, $1.automation.id) }
    }
}

extension Automation {
    fileprivate var timedCause: AutomationRun.Cause { if case .when(.sun(let event, _), _) = occasion { .sun(event) } else { .time } }
}
