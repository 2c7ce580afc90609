import Domain
import Foundation

/// Which events are alerts, and when: no I/O and no clock of its own.
///
/// Of a kind and a household at most one alert goes out in ten minutes; what comes meanwhile is counted, and told as one when they are over.
struct AlertRules {
    /// Between two alerts of one kind, in seconds.
    static let pause: TimeInterval = 600
    /// Events within `window` seconds that make a burst.
    static let failedSignIns = 10, refusedRequests = 50
    static let window: TimeInterval = 300
    /// Kinds and households that are told apart; more are taken as one.
    private static let mostKeys = 256

    private struct Key: Hashable {
        let kind: Alert.Kind
        let household: Household.ID?
    }

    private struct Quiet {
        var until: Date
        /// What came meanwhile: the last one, with how many there were.
        var held: Alert?
    }

    private struct Burst {
        var since: Date
        var count = 0
    }

    private var quiet: [Key: Quiet] = [:]
    private var bursts: [Key: Burst] = [:]

    /// The alert to send now, if any.
    mutating func take(_ event: AuditEvent, at now: Date) -> Alert? {
        guard let kind = Self.kind(of: event) else { return nil }
        var alert = Alert(kind, household: event.household, at: now, name: event.name, address: event.address, target: event.target)
        switch kind {
        case .failedSignIns:
            // Whoever guesses tries names of no household, too: those of all count together.
            alert.household = nil
            guard let count = burst(kind, of: Self.failedSignIns, at: now) else { return nil }
            alert.count = count
        case .refusedRequests:
            alert.household = nil
            guard let count = burst(kind, of: Self.refusedRequests, at: now) else { return nil }
            alert.count = count
        default: break
        }
        return admit(alert, at: now)
    }

    private static func kind(of event: AuditEvent) -> Alert.Kind? {
        switch (event.action, event.outcome) {
        case (.lockOut, _): .lockOut
        case (.tokenReuse, _): .tokenReuse
        case (.signIn, .refused), (.stepUp, .refused): .failedSignIns
        case (.factorRemove, .done): .factorRemoved
        case (.auditGap, .refused): .trailBroken
        case (_, .refused): .refusedRequests
        default: event.givesRule ? .newRuler : nil
        }
    }

    /// How many there were, when they are a burst.
    private mutating func burst(_ kind: Alert.Kind, of limit: Int, at now: Date) -> Int? {
        let key = Key(kind: kind, household: nil)
        var burst = bursts[key] ?? Burst(since: now)
        if now.timeIntervalSince(burst.since) > Self.window { burst = Burst(since: now) }
        burst.count += 1
        defer { bursts[key] = burst }
        guard burst.count >= limit else { return nil }
        defer { burst = Burst(since: now) }
        return burst.count
    }

    private mutating func admit(_ alert: Alert, at now: Date) -> Alert? {
        var key = Key(kind: alert.kind, household: alert.household)
        if quiet[key] == nil, quiet.count >= Self.mostKeys { key = Key(kind: alert.kind, household: nil) }
        if var pause = quiet[key], pause.until > now {
            var held = alert
            held.count += pause.held?.count ?? 0
            pause.held = held
            quiet[key] = pause
            return nil
        }
        var alert = alert
        alert.count += quiet[key]?.held?.count ?? 0
        quiet[key] = Quiet(until: now + Self.pause)
        return alert
    }

    /// What was held back and may be told now.
    mutating func due(at now: Date) -> [Alert] {
        var alerts: [Alert] = []
        for (key, pause) in quiet where pause.until <= now {
            if let held = pause.held {
                alerts.append(held)
                quiet[key] = Quiet(until: now + Self.pause)
            } else {
                quiet[key] = nil
            }
        }
        return alerts.sorted { $0.at < $1.at }
    }

    /// When something held back is due; `nil` when nothing is.
    var nextDue: Date? { quiet.values.filter { $0.held != nil }.map(\.until).min() }
}
