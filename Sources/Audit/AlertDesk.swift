public import Base
public import Domain
public import Foundation
public import Lifecycle
public import Observability
private import Synchronization

/// Sends alerts through every channel, each at its own pace: a mail server that hangs holds up neither a webhook nor whoever records an event.
public final class AlertDesk: Service {
    /// Alerts that wait for one channel; more are dropped and counted.
    static let queueLimit = 64
    /// How often one is tried, and the first wait between, in seconds; each wait is four times the last.
    static let attempts = 5
    static let firstWait: TimeInterval = 5

    private struct State {
        var rules = AlertRules()
        /// Of each channel.
        var queues: [[Alert]]
    }

    public let name = "alerts"
    private let channels: [any AlertChannel]
    private let language: @Sendable (Household.ID?) async -> Language
    private let clock: any WallClock
    private let log: Logger
    private let sent: Family<Counter>
    private let state: Mutex<State>
    private let wakeups: [Wakeup]
    private let held = Wakeup()

    /// - Parameter language: of the owner of a household.
    public init(
        channels: [any AlertChannel], language: @escaping @Sendable (Household.ID?) async -> Language, metrics: Metrics,
        clock: any WallClock = SystemWallClock(),
        log: Logger
    ) {
        self.channels = channels
        self.language = language
        self.clock = clock
        self.log = log
        sent = metrics.counters("jarvis_alerts_total", "Alerts, by channel and what came of them.", labels: ["channel", "outcome"])
        state = Mutex(State(queues: channels.map { _ in [] }))
        wakeups = channels.map { _ in Wakeup() }
    }

    /// Looks at an event, and queues the alert that it makes, if any. Never waits.
    public func heard(_ event: AuditEvent, at now: Date) {
        guard !channels.isEmpty else { return }
        let (alert, isHeld) = state.withLock { state in (state.rules.take(event, at: now), state.rules.nextDue != nil) }
        if let alert { queue([alert]) } else if isHeld { held.signal() }
    }

    private func queue(_ alerts: [Alert]) {
        for alert in alerts {
            for index in channels.indices {
                let hasRoom = state.withLock { state in
                    guard state.queues[index].count < Self.queueLimit else { return false }
                    state.queues[index].append(alert)
                    return true
                }
                if hasRoom { wakeups[index].signal() } else { sent[channels[index].name, "dropped"].increment() }
            }
        }
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup { group in
            for index in channels.indices { group.addTask { await self.deliver(index) } }
            group.addTask { await self.release() }
            await shutdown.wait()
            // What was queued goes out once more or not at all: it is in the trail.
            group.cancelAll()
        }
    }

    /// Queues what was held back, when its time comes.
    private func release() async {
        while !Task.isCancelled {
            guard let due = state.withLock({ $0.rules.nextDue }) else {
                await held.wait()
                continue
            }
            do { try await clock.sleep(until: due) } catch { return }
            queue(state.withLock { $0.rules.due(at: clock.now) })
        }
    }

    private func deliver(_ index: Int) async {
        while !Task.isCancelled {
            let next = state.withLock { $0.queues[index].isEmpty ? nil : $0.queues[index].removeFirst() }
            guard let next else {
                await wakeups[index].wait()
                continue
            }
            await deliver(next, through: channels[index])
        }
    }

    private func deliver(_ alert: Alert, through channel: any AlertChannel) async {
        let text = AlertText(alert, in: await language(alert.household))
        var wait = Self.firstWait
        for attempt in 1...Self.attempts {
            do {
                try await channel.send(alert, text)
                sent[channel.name, "sent"].increment()
                return
            } catch {
                if Task.isCancelled { return }
                log.warning("an alert could not be sent", ["channel": channel.name, "kind": alert.kind.rawValue, "attempt": "\(attempt)", "error": "\(error)"])
                if attempt == Self.attempts { break }
                do { try await clock.sleep(until: clock.now + wait) } catch { return }
                wait *= 4
            }
        }
        sent[channel.name, "failed"].increment()
    }
}
