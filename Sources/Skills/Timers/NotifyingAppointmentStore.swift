public import Domain

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

    public func replace(_ old: Appointment, with new: Appointment, for principal: Principal) async throws -> Bool {
        let replaced = try await store.replace(old, with: new, for: principal)
        if replaced { changed() }
        return replaced
    }

    public func fire(_ occurrence: Appointment, of series: Appointment, movingTo next: Appointment, for principal: Principal) async throws -> Bool {
        let fired = try await store.fire(occurrence, of: series, movingTo: next, for: principal)
        if fired { changed() }
        return fired
    }

    public func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)] { try await store.upcoming(limit: limit) }
}
