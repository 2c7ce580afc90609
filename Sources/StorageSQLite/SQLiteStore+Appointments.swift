public import Domain
public import Base
import Foundation
import SQLite

extension SQLiteStore: AppointmentStore {
    private static let columns = "id, kind, state, sealed_label, created_at, due_at, language"

    private static func appointment(_ row: Row) throws(SQLiteError) -> (Appointment, sealed: [UInt8]) {
        (
            Appointment(
                id: try row.id(0), kind: try row.word(1), state: try row.word(2), label: "", createdAt: row.date(4), dueAt: row.date(5),
                language: try row.word(6)),
            row.blob(3)
        )
    }

    private static func open(_ row: (appointment: Appointment, sealed: [UInt8]), _ sealer: Sealer, _ household: Household.ID) throws -> Appointment {
        var appointment = row.appointment
        appointment.label = try sealer.open(row.sealed, .appointment, row: appointment.id, household: household)
        return appointment
    }

    public func add(_ appointment: Appointment, for principal: Principal) async throws {
        let sealed = sealer.seal(appointment.label, .appointment, row: appointment.id, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                "INSERT INTO appointments (\(Self.columns), household, user) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                appointment.id.value, .text(appointment.kind.rawValue), .text(appointment.state.rawValue), sealed, appointment.createdAt.value,
                appointment.dueAt.value, .text(appointment.language.rawValue), principal.household.value, principal.user.value)
        }
    }

    public func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment] {
        let sealer = sealer
        return try await database.read { connection in
            let marks = Array(repeating: "?", count: states.count).joined(separator: ", ")
            let rows = try connection.query(
                "SELECT \(Self.columns) FROM appointments WHERE household = ? AND user = ? AND state IN (\(marks)) AND (? IS NULL OR kind = ?) ORDER BY due_at, id",
                [principal.household.value, principal.user.value] + states.map { .text($0.rawValue) }
                    + Array(repeating: kind.map { .text($0.rawValue) } ?? .null, count: 2),
                row: Self.appointment)
            return try rows.map { try Self.open($0, sealer, principal.household) }
        }
    }

    public func move(_ id: Appointment.ID, from: Appointment.State, to: Appointment.State, for principal: Principal) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE appointments SET state = ? WHERE id = ? AND household = ? AND user = ? AND state = ?",
                .text(to.rawValue), id.value, principal.household.value, principal.user.value, .text(from.rawValue)) > 0
        }
    }

    public func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                """
                SELECT a.id, a.kind, a.state, a.sealed_label, a.created_at, a.due_at, a.language, u.id, u.household, u.role, u.name
                FROM appointments a JOIN users u ON u.id = a.user WHERE a.state = 'pending' ORDER BY a.due_at LIMIT ?
                """, .integer(Int64(limit)),
                row: { row throws(SQLiteError) in
                    (
                        row: try Self.appointment(row),
                        principal: Principal(household: try row.id(8), user: try row.id(7), role: try row.word(9), name: row.text(10))
                    )
                })
            return try rows.map { (try Self.open($0.row, sealer, $0.principal.household), $0.principal) }
        }
    }
}
