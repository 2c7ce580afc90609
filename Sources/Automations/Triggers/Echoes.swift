import Domain
import Foundation

/// Knows what automations may have caused themselves, so that none runs in a circle: not by its own effect, and not by that of another one that
/// it set off.
struct Echoes: Sendable {
    /// How long after a run what changes may still be its effect. Seconds.
    static let window: TimeInterval = 10
    /// The longest a run is waited for.
    private static let longestRun: TimeInterval = 600

    /// Entities, the automations that may change them now, and until when.
    private var marks: [String: [Automation.ID: Date]] = [:]

    /// A run begins: what it is about may change by it, and by whatever set it off.
    mutating func began(_ id: Automation.ID, on targets: some Sequence<String>, because entity: String?, now: Date) {
        var causes: Set = [id]
        if let entity, let marked = marks[entity] { causes.formUnion(marked.filter { $0.value > now }.keys) }
        marks = marks.compactMapValues { marked in
            let left = marked.filter { $0.value > now }
            return left.isEmpty ? nil : left
        }
        for target in targets { for cause in causes { marks[target, default: [:]][cause] = now.addingTimeInterval(Self.longestRun) } }
    }

    /// It ended: what follows is not its effect for much longer.
    mutating func ended(_ id: Automation.ID, on targets: some Sequence<String>, now: Date) {
        for target in targets {
            marks[target] = marks[target]?.mapValues { min($0, now.addingTimeInterval(Self.window)) }
        }
    }

    /// Whether a change of this entity may be an effect of this automation.
    func mayBeOwn(_ id: Automation.ID, _ entity: String, now: Date) -> Bool { marks[entity]?[id].map { $0 > now } ?? false }
}

/// Bounds how often one automation is set off by the house, whatever happens there.
struct Pace: Sendable {
    private var starts: [Automation.ID: [Date]] = [:]

    /// Runs, and the seconds in which there may be so many. A number that dances around its limit is no news each time.
    static func bound(_ trigger: Trigger) -> (runs: Int, seconds: TimeInterval) {
        if case .number = trigger { (4, 600) } else { (10, 60) }
    }

    /// Whether it may run now; counts it when it may.
    mutating func allows(_ id: Automation.ID, _ trigger: Trigger, now: Date) -> Bool {
        let bound = Self.bound(trigger)
        // A clock that was set back must not hold anything up.
        var recent = (starts[id] ?? []).filter { $0 <= now && now.timeIntervalSince($0) < bound.seconds }
        defer { starts[id] = recent }
        guard recent.count < bound.runs else { return false }
        recent.append(now)
        return true
    }

    mutating func keep(only ids: Set<Automation.ID>) { starts = starts.filter { ids.contains($0.key) } }
}
