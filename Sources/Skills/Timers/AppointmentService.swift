public import Base
public import Domain
import Foundation
public import Lifecycle
public import Observability
import Synchronization

/// Fires timers, reminders and alarms when they are due.
///
/// Each goes from pending to due in the store before it is announced, and from due to announced after somebody heard it: said once while this
/// runs, and rather said twice than lost when the machine stops in between. A recurring one moves on to its next time in the same step that
/// makes an occurrence of it; what was missed while the machine was off is said once, not once for each time. What nobody hears stays due until its user connects. One loop does
/// all of it, one appointment after the other, so that no two announcements of the same can meet.
public final class AppointmentService: Service {
    public let name = "appointments"

    private let store: any AppointmentStore
    private let announcer: any Announcer
    private let clock: any WallClock
    private let log: Logger
    private let wakeup = Wakeup()
    /// Whose connection opened since the loop last looked: at most one entry for each user.
    private let connected = Mutex<Set<Principal>>([])

    /// How many are read from the store at once.
    private static let batch = 64
    /// Seconds to wait before the store is asked again after it failed.
    private static let retryDelays: [TimeInterval] = [1, 2, 5, 15, 60]

    public init(store: any AppointmentStore, announcer: any Announcer, clock: any WallClock, log: Logger) {
        self.store = store
        self.announcer = announcer
        self.clock = clock
        self.log = log
    }

    /// Tells the service that an appointment was added or taken away.
    public func appointmentsChanged() { wakeup.signal() }

    /// Has what came due while nobody of this user was listening delivered now. Call it when a connection is ready to take announcements.
    public func userConnected(_ principal: Principal) {
        connected.withLock { _ = $0.insert(principal) }
        wakeup.signal()
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await shutdown.wait() }
            group.addTask { await self.work() }
            // The first to end is the shutdown: the work has no end of its own.
            await group.next()
            group.cancelAll()
        }
    }

    private func work() async {
        var failures = 0
        while !Task.isCancelled {
            var next: Date?
            do {
                try await deliverToConnected()
                next = try await fireDue()
                failures = 0
            } catch {
                if Task.isCancelled { return }
                let delay = Self.retryDelays[min(failures, Self.retryDelays.count - 1)]
                failures += 1
                log.warning("the appointment store failed; trying again", ["error": "\(error)", "seconds": "\(delay)"])
                next = clock.now.addingTimeInterval(delay)
            }
            await rest(until: next)
        }
    }

    private func deliverToConnected() async throws {
        while let principal = connected.withLock({ $0.popFirst() }) {
            do {
                for appointment in try await store.appointments(nil, in: [.due], for: principal) { try await deliver(appointment, to: principal) }
            } catch {
                connected.withLock { _ = $0.insert(principal) }
                throw error
            }
        }
    }

    /// Fires what is due and returns when the next one is; `nil` when nothing waits.
    private func fireDue() async throws -> Date? {
        while !Task.isCancelled {
            let upcoming = try await store.upcoming(limit: Self.batch)
            var comesAgain = false
            for (appointment, principal) in upcoming {
                guard appointment.dueAt <= clock.now else { return appointment.dueAt }
                // Whoever moves it fires it: another replica, or a cancellation, may have been faster.
                if let recurrence = appointment.recurrence {
                    comesAgain = true
                    try await fire(appointment, recurrence, for: principal)
                } else if try await store.move(appointment.id, from: .pending, to: .due, for: principal) {
                    try await deliver(appointment, to: principal)
                }
            }
            if upcoming.count < Self.batch, !comesAgain { return nil }
        }
        return nil
    }

    private func fire(_ series: Appointment, _ recurrence: Recurrence, for principal: Principal) async throws {
        let now = clock.now
        let (time, following) = recurrence.latest(from: series.dueAt, now: now)
        var next = series
        if let following { next.dueAt = following } else { next.state = .announced }
        next.recurrence?.skipped.removeAll { $0 < recurrence.day(of: now) }
        let occurrence = Appointment(
            id: .init(at: now), kind: series.kind, state: .due, label: series.label, createdAt: series.createdAt, dueAt: time, language: series.language,
            length: series.length, series: series.id, area: series.area)
        if try await store.fire(occurrence, of: series, movingTo: next, for: principal) { try await deliver(occurrence, to: principal) }
    }

    private func deliver(_ appointment: Appointment, to principal: Principal) async throws {
        var due = appointment
        due.state = .due
        let text = AnnouncementText.text(for: appointment, now: clock.now)
        guard await announcer.announce(Announcement(appointment: due, text: text), to: principal) else { return }
        _ = try await store.move(appointment.id, from: .due, to: .announced, for: principal)
    }

    /// Sleeps until then, or until something changes.
    private func rest(until deadline: Date?) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [wakeup] in await wakeup.wait() }
            if let deadline { group.addTask { [clock] in try? await clock.sleep(until: deadline) } }
            await group.next()
            group.cancelAll()
        }
    }
}
