public import Base
public import Domain
import Foundation
public import Lifecycle
public import Observability
import Synchronization

/// Fires timers and reminders when they are due.
///
/// Each goes from pending to due in the store before it is announced, and from due to announced after somebody heard it: said once while this
/// runs, and rather said twice than lost when the machine stops in between. What nobody hears stays due until its user connects. One loop does
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
            for (appointment, principal) in upcoming {
                guard appointment.dueAt <= clock.now else { return appointment.dueAt }
                // Whoever moves it fires it: another replica, or a cancellation, may have been faster.
                if try await store.move(appointment.id, from: .pending, to: .due, for: principal) { try await deliver(appointment, to: principal) }
            }
            if upcoming.count < Self.batch { return nil }
        }
        return nil
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

/// A signal that is kept until somebody waits for it; many signals before that are one.
final class Wakeup: Sendable {
    private struct State {
        var isSignalled = false
        var waiter: CheckedContinuation<Void, Never>?
    }
    private let state = Mutex(State())

    func signal() {
        let waiter = state.withLock { state in
            guard let waiter = state.waiter else {
                state.isSignalled = true
                return CheckedContinuation<Void, Never>?.none
            }
            state.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    /// Returns at the next signal, or when the task is cancelled. For one waiter at a time.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let previous: CheckedContinuation<Void, Never>? = state.withLock { state in
                    if state.isSignalled || Task.isCancelled {
                        state.isSignalled = false
                        return continuation
                    }
                    defer { state.waiter = continuation }
                    return state.waiter
                }
                previous?.resume()
            }
        } onCancel: {
            state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }?.resume()
        }
    }
}

/// The store as everybody else uses it: each change wakes the service.
public struct NotifyingAppointmentStore: AppointmentStore {
    private let store: any AppointmentStore
    private let changed: @Sendable () -> Void

    /// - Parameter changed: `AppointmentService.appointmentsChanged`.
    public init(_ store: any AppointmentStore, changed: @escaping @Sendable () -> Void) {
        self.store = store
        self.changed = changed
    }

    public func add(_ appointment: Appointment, for principal: Principal) async throws {
        try await store.add(appointment, for: principal)
        changed()
    }

    public func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment] {
        try await store.appointments(kind, in: states, for: principal)
    }

    public func move(_ id: Appointment.ID, from: Appointment.State, to: Appointment.State, for principal: Principal) async throws -> Bool {
        let moved = try await store.move(id, from: from, to: to, for: principal)
        if moved { changed() }
        return moved
    }

    public func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)] { try await store.upcoming(limit: limit) }
}
