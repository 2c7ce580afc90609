import API
import Base
import Domain
import Foundation
import HTTPServer

extension Backend {
    private static let labelLimit = 500
    /// A timer runs at most this long, in seconds: 100 days. What is further away is a reminder.
    private static let longestTimer = 8_640_000.0

    /// How many are listed that came due with nobody there to hear it.
    private static let unheardLimit = 50

    /// Those that are not over.
    private static let open: Set<Appointment.State> = [.pending, .paused, .due]

    func addAppointmentRoutes(to router: inout Router) {
        addAppointmentRoutes("/timers", .timer, to: &router)
        addAppointmentRoutes("/reminders", .reminder, to: &router)
        addAppointmentRoutes("/alarms", .alarm, to: &router)

        router.post("/timers") { request in
            let body: NewTimer = try request.decode()
            guard body.seconds > 0, body.seconds <= Self.longestTimer else {
                throw Problem(.invalid, "seconds must be more than 0 and at most \(Int(Self.longestTimer)); use /reminders for what is further away")
            }
            return try await add(.timer, body.label ?? "", due: clock.now.addingTimeInterval(body.seconds), request)
        }
        router.post("/reminders") { request in
            let body: NewReminder = try request.decode()
            guard body.dueAt > clock.now else { throw Problem(.invalid, "due_at is in the past") }
            guard body.dueAt < clock.now.addingTimeInterval(100 * 365 * 86_400) else { throw Problem(.invalid, "due_at is more than a hundred years away") }
            return try await add(.reminder, body.label, due: body.dueAt, request)
        }
    }

    private func addAppointmentRoutes(_ path: String, _ kind: Appointment.Kind, to router: inout Router) {
        let store = parts.appointments
        router.get(path) { request in
            let all = try await store.appointments(kind, in: Self.open, for: request.caller)
            // Of those that came due and that nobody has heard yet, the latest.
            let unheard = all.filter { $0.state == .due }.dropLast(Self.unheardLimit)
            return try .json(PageBody(items: all.filter { !unheard.contains($0) }.map(TimerBody.init)))
        }
        router.get(path + "/{id}") { request in try .json(TimerBody(try await appointment(kind, request))) }
        router.delete(path + "/{id}") { request in
            let appointment = try await appointment(kind, request)
            guard try await store.move(appointment.id, from: appointment.state, to: .cancelled, for: request.caller) else {
                throw Problem(.conflict, "it came due at this very moment")
            }
            return Response(.noContent)
        }
    }

    private func appointment(_ kind: Appointment.Kind, _ request: Request) async throws -> Appointment {
        let id = try request.identifier(of: Appointment.self)
        guard let found = try await parts.appointments.appointments(kind, in: Self.open, for: request.caller).first(where: { $0.id == id }) else {
            throw Problem(.notFound, "there is no such \(kind.rawValue), or it is over")
        }
        return found
    }

    private func add(_ kind: Appointment.Kind, _ label: String, due: Date, _ request: Request) async throws -> Response {
        guard label.count <= Self.labelLimit else { throw Problem(.tooLarge, "label has \(label.count) characters, at most \(Self.labelLimit) are possible") }
        let now = clock.now
        let user = try await parts.authenticator.user(request.caller)
        let appointment = Appointment(id: Appointment.ID(at: now), kind: kind, label: label, createdAt: now, dueAt: due, language: user.language)
        try await parts.appointments.add(appointment, for: request.caller)
        return try .json(TimerBody(appointment), status: .created)
    }
}
