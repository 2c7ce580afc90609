public import Domain
public import Base
import Foundation
import SQLite

extension SQLiteStore: AppointmentStore {
    private static let columns = [
        "id", "kind", "state", "sealed_label", "created_at", "due_at", "language", "length", "remaining", "recurrence", "series", "area",
    ]
    private static let list = columns.joined(separator: ", ")

    /// An appointment whose label and recurrence are still to be read.
    private struct Sealed {
        var appointment: Appointment
        var label: [UInt8]
        var recurrence: String?
    }

    private static func appointment(_ row: Row) throws(SQLiteError) -> Sealed {
        Sealed(
            appointment: Appointment(
                id: try row.id(0), kind: try row.word(1), state: try row.word(2), label: "", createdAt: row.date(4), dueAt: row.date(5),
                language: try row.word(6), length: row.isNull(7) ? nil : row.real(7), remaining: row.isNull(8) ? nil : row.real(8),
                series: row.isNull(10) ? nil : try row.id(10), area: row.isNull(11) ? nil : row.text(11)),
            label: row.blob(3), recurrence: row.isNull(9) ? nil : row.text(9))
    }

    private static func open(_ row: Sealed, _ sealer: Sealer, _ household: Household.ID) throws -> Appointment {
        var appointment = row.appointment
        appointment.label = try sealer.open(row.label, .appointment, row: appointment.id, household: household)
        appointment.recurrence = try row.recurrence.map { try JSON.decode(from: Data($0.utf8)) }
        return appointment
    }

    private static func value(_ recurrence: Recurrence?) throws -> Value {
        try recurrence.map { .text(String(decoding: try JSON.encode($0), as: UTF8.self)) } ?? .null
    }

    private static func insert(_ appointment: Appointment, _ sealer: Sealer, _ principal: Principal, _ connection: Connection) throws {
        try connection.execute(
            "INSERT INTO appointments (\(list), household, user) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            appointment.id.value, .text(appointment.kind.rawValue), .text(appointment.state.rawValue),
            sealer.seal(appointment.label, .appointment, row: appointment.id, household: principal.household), appointment.createdAt.value,
            appointment.dueAt.value, .text(appointment.language.rawValue), .real(appointment.length), appointment.remaining.map(Value.real) ?? .null,
            try value(appointment.recurrence), appointment.series?.value ?? .null, appointment.area.map(Value.text) ?? .null,
            principal.household.value, principal.user.value)
    }

    private static func replace(_ old: Appointment, with new: Appointment, _ principal: Principal, _ connection: Connection) throws -> Bool {
        try connection.execute(
            """
            UPDATE appointments SET state = ?, due_at = ?, remaining = ?, recurrence = ?
            WHERE id = ? AND household = ? AND user = ? AND state = ? AND due_at = ? AND remaining IS ? AND recurrence IS ?
            """, .text(new.state.rawValue), new.dueAt.value, new.remaining.map(Value.real) ?? .null, try value(new.recurrence),
            old.id.value, principal.household.value, principal.user.value, .text(old.state.rawValue), old.dueAt.value,
            old.remaining.map(Value.real) ?? .null, try value(old.recurrence)) > 0
    }

    public func add(_ appointment: Appointment, for principal: Principal) async throws {
        let sealer = sealer
        try await database.write { connection in try Self.insert(appointment, sealer, principal, connection) }
    }

    public func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment] {
        let sealer = sealer
        return try await database.read { connection in
            let marks = Array(repeating: "?", count: states.count).joined(separator: ", ")
            let rows = try connection.query(
                "SELECT \(Self.list) FROM appointments WHERE household = ? AND user = ? AND state IN (\(marks)) AND (? IS NULL OR kind = ?) ORDER BY due_at, id",
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

    public func replace(_ old: Appointment, with new: Appointment, for principal: Principal) async throws -> Bool {
        try await database.write { connection in try Self.replace(old, with: new, principal, connection) }
    }

    public func fire(_ occurrence: Appointment, of series: Appointment, movingTo next: Appointment, for principal: Principal) async throws -> Bool {
        let sealer = sealer
        return try await database.write { connection in
            guard try Self.replace(series, with: next, principal, connection) else { return false }
            try connection.execute(
                "UPDATE appointments SET state = 'cancelled' WHERE series = ? AND household = ? AND user = ? AND state = 'due'",
                series.id.value, principal.household.value, principal.user.value)
            try Self.insert(occurrence, sealer, principal, connection)
            return true
        }
    }

    public func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)] {
        let sealer = sealer
        return try await database.read { connection in
            let width = Int32(Self.columns.count)
            let rows = try connection.query(
                """
                SELECT \(Self.columns.map { "a." + $0 }.joined(separator: ", ")), u.id, u.household, u.role, u.name
                FROM appointments a JOIN users u ON u.id = a.user WHERE a.state = 'pending' ORDER BY a.due_at LIMIT ?
                """, .integer(Int64(limit)),
                row: { row throws(SQLiteError) in
                    (
                        row: try Self.appointment(row),
                        principal: Principal(
                            household: try row.id(width + 1), user: try row.id(width), role: try row.word(width + 2), name: row.text(width + 3))
                    )
                })
            return try rows.map { (try Self.open($0.row, sealer, $0.principal.household), $0.principal) }
        }
    }
}
