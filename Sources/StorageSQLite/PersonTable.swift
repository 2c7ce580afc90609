import Base
import Domain
import Foundation
import SQLite

/// A table with rows of people: what of them is handed out, and that they go with the person.
///
/// A test walks the schema: a table with a column for a user that is not in `all` fails it.
struct PersonTable: Sendable {
    /// What a column holds.
    enum Form: Sendable {
        case id, time, text, number, flag, json
        case sealed(Sealer.Column)
        case sealedJSON(Sealer.Column)
        /// `FragmentDetails`.
        case details
    }

    /// What becomes of the rows.
    enum Ending: Sendable {
        case deleted
        /// They belong to the household; only the name goes.
        case kept
    }

    let name: String
    /// The kind of the records; `nil` for bookkeeping that tells nothing that other tables do not.
    let kind: String?
    /// What orders the rows of a person, and what sealed texts are sealed for.
    var key = "id"
    /// The column of the user.
    var person = "user"
    var columns: [(name: String, form: Form)] = []
    var ending = Ending.deleted

    static let all = [
        PersonTable(
            name: "users", kind: "account", person: "id",
            columns: [
                ("name", .text), ("role", .text), ("language", .text), ("household", .id), ("created_at", .time), ("disabled_at", .time),
                ("permissions", .json),
            ]),
        PersonTable(
            name: "sessions", kind: "session",
            columns: [
                ("sealed_device", .sealed(.sessionDevice)), ("sealed_address", .sealed(.sessionAddress)), ("created_at", .time), ("used_at", .time),
                ("expires_at", .time),
            ]),
        PersonTable(
            name: "conversations", kind: "conversation", columns: [("sealed_title", .sealed(.title)), ("started_at", .time), ("updated_at", .time)]),
        PersonTable(
            name: "messages", kind: "message",
            columns: [("conversation", .id), ("speaker", .text), ("at", .time), ("area", .text), ("sealed_text", .sealed(.message))]),
        PersonTable(
            name: "traces", kind: "trace", columns: [("conversation", .id), ("started_at", .time), ("path", .text), ("stages", .json), ("failure", .text)]),
        PersonTable(name: "conversations_unremembered", kind: "unremembered", key: "conversation"),
        PersonTable(name: "messages_waiting", kind: nil, key: "message"),
        PersonTable(
            name: "memories", kind: "memory",
            columns: [
                ("kind", .text), ("source", .text), ("language", .text), ("occurred_at", .time), ("learned_at", .time), ("conversation", .id),
                ("area", .text), ("importance", .number), ("pinned", .flag), ("shared", .flag), ("count", .number), ("recalls", .number),
                ("recalled_at", .time), ("due_at", .time), ("binned_at", .time), ("sealed_text", .sealed(.memory)), ("sealed_details", .details),
            ]),
        PersonTable(
            name: "appointments", kind: "appointment",
            columns: [
                ("kind", .text), ("state", .text), ("sealed_label", .sealed(.appointment)), ("created_at", .time), ("due_at", .time), ("language", .text),
                ("recurrence", .json), ("area", .text),
            ]),
        PersonTable(
            name: "list_items", kind: "list_item",
            columns: [("sealed_list", .sealed(.list)), ("sealed_text", .sealed(.listItem)), ("added_at", .time)], ending: .kept),
        PersonTable(
            name: "automations", kind: "automation",
            columns: [("sealed_name", .sealed(.automationName)), ("sealed_plan", .sealedJSON(.automationPlan)), ("created_at", .time), ("done_at", .time)]),
        PersonTable(
            name: "scenes", kind: "scene",
            columns: [("sealed_name", .sealed(.sceneName)), ("sealed_plan", .sealedJSON(.scenePlan)), ("created_at", .time)]),
        PersonTable(
            name: "authenticator_apps", kind: "authenticator_app", key: "user",
            columns: [("created_at", .time), ("confirmed_at", .time), ("guards_home", .flag)]),
        PersonTable(name: "recovery_codes", kind: nil, key: "hash"),
        PersonTable(
            name: "passkeys", kind: "passkey", columns: [("site", .text), ("sealed_name", .sealed(.passkeyName)), ("created_at", .time), ("used_at", .time)]),
        PersonTable(
            name: "outside_accounts", kind: "outside_account",
            columns: [("issuer", .text), ("subject", .text), ("sealed_name", .sealed(.outsideName)), ("created_at", .time), ("used_at", .time)]),
        PersonTable(
            name: "api_keys", kind: "api_key",
            columns: [("sealed_name", .sealed(.apiKeyName)), ("scopes", .text), ("created_at", .time), ("expires_at", .time), ("used_at", .time)]),
        PersonTable(name: "invitations", kind: nil),
        PersonTable(
            name: "invitations", kind: "invitation", person: "invited_by", columns: [("role", .text), ("created_at", .time), ("expires_at", .time)]),
        // That there is one; numbers of a voice tell nobody anything.
        PersonTable(name: "voice_prints", kind: "voice_print", key: "user"),
    ]

    /// A page of a person's rows after a key, and the last key of it.
    func records(of user: User, after key: [UInt8], limit: Int, _ connection: Connection, _ sealer: Sealer) throws -> (
        records: [PersonalRecord], last: [UInt8]?
    ) {
        guard let kind else { return ([], nil) }
        let names = [self.key] + columns.map(\.name)
        var failure: (any Error)?
        let rows = try connection.query(
            "SELECT \(names.joined(separator: ", ")) FROM \(name) WHERE \(person) = ? AND \(self.key) > ? ORDER BY \(self.key) LIMIT ?", user.id.value,
            .blob(key), .integer(Int64(limit))
        ) { (row: Row) throws(SQLiteError) -> (key: [UInt8], record: PersonalRecord) in
            let id: Identifier<PersonTable> = try row.id(0)
            var fields: [String: JSONValue] = ["id": .string(id.description)]
            for (column, index) in zip(columns, Int32(1)...) where !row.isNull(index) {
                do { try read(column.form, column.name, row, index, id, user.household, sealer, into: &fields) } catch { failure = failure ?? error }
            }
            return (row.blob(0), PersonalRecord(kind: kind, fields: fields))
        }
        if let failure { throw failure }
        return (rows.map(\.record), rows.count == limit ? rows.last?.key : nil)
    }

    private func read(
        _ form: Form, _ column: String, _ row: Row, _ index: Int32, _ id: Identifier<PersonTable>, _ household: Household.ID, _ sealer: Sealer,
        into fields: inout [String: JSONValue]
    ) throws {
        // A memory's kind is not the record's.
        let name = column == "kind" ? "type" : column.hasPrefix("sealed_") ? String(column.dropFirst(7)) : column
        switch form {
        case .id: fields[name] = .string(try row.id(index, of: PersonTable.self).description)
        case .time: fields[name] = .string(Timestamp.format(row.date(index)))
        case .text: fields[name] = .string(row.text(index))
        case .number: fields[name] = .number(row.real(index))
        case .flag: fields[name] = .bool(row.integer(index) != 0)
        case .json: fields[name] = try JSONValue(parsing: row.text(index))
        case .sealed(let place): fields[name] = .string(try sealer.open(row.blob(index), place, row: id, household: household))
        case .sealedJSON(let place): fields[name] = try JSONValue(parsing: try sealer.open(bytes: row.blob(index), place, row: id, household: household))
        case .details:
            var memory = Fragment(kind: .fact, text: "", occurredAt: Date(), learnedAt: Date(), source: .said, importance: 0)
            try FragmentDetails.decode(sealer.open(bytes: row.blob(index), .memoryDetails, row: id, household: household), into: &memory)
            if let speaker = memory.speaker { fields["speaker"] = .string(speaker) }
            if !memory.entities.isEmpty { fields["entities"] = .array(memory.entities.map { .string($0) }) }
            if let fact = memory.fact {
                fields["fact"] = ["subject": .string(fact.subjectName), "relation": .string(fact.relation), "value": .string(fact.value)]
            }
        }
    }
}
