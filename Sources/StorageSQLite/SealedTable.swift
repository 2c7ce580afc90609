import Base
import Domain
import SQLite

/// A table with sealed texts, so that all of them can be sealed with another key.
///
/// A test walks the schema: a column named `sealed_…` that is not in `all`, and is none of `SQLiteStore.sealedApart`, fails it.
struct SealedTable: Sendable {
    let name: String
    /// What the texts of a row are sealed for, besides its household; unique within that.
    var key = "id"
    /// The order of the table's own index.
    var isByHousehold = false
    let columns: [(name: String, sealed: Sealer.Column)]

    static let all = [
        SealedTable(name: "conversations", columns: [("sealed_title", .title)]),
        SealedTable(name: "messages", columns: [("sealed_text", .message)]),
        SealedTable(name: "memories", isByHousehold: true, columns: [("sealed_text", .memory), ("sealed_details", .memoryDetails)]),
        SealedTable(name: "memory_vectors", key: "fragment", isByHousehold: true, columns: [("sealed_vector", .memoryVector)]),
        SealedTable(name: "appointments", columns: [("sealed_label", .appointment)]),
        SealedTable(name: "list_items", columns: [("sealed_list", .list), ("sealed_text", .listItem)]),
        SealedTable(name: "automations", columns: [("sealed_name", .automationName), ("sealed_plan", .automationPlan)]),
        SealedTable(
            name: "automation_runs", columns: [("sealed_name", .runName), ("sealed_facts", .runFacts), ("sealed_result", .runResult)]),
        SealedTable(name: "change_causes", columns: [("sealed_cause", .changeCause)]),
        SealedTable(name: "scenes", columns: [("sealed_name", .sceneName), ("sealed_plan", .scenePlan)]),
        SealedTable(name: "voice_prints", key: "user", columns: [("sealed_print", .voicePrint)]),
        SealedTable(name: "sessions", columns: [("sealed_device", .sessionDevice), ("sealed_address", .sessionAddress)]),
        SealedTable(name: "authenticator_apps", key: "user", columns: [("sealed_secret", .appSecret)]),
        SealedTable(name: "passkeys", columns: [("sealed_name", .passkeyName)]),
        SealedTable(name: "outside_accounts", columns: [("sealed_name", .outsideName)]),
        SealedTable(name: "api_keys", columns: [("sealed_name", .apiKeyName)]),
    ]

    private static let pageSize = 500

    func count(_ connection: Connection) throws(SQLiteError) -> Int {
        Int(try connection.query("SELECT count(*) FROM \(name)") { $0.integer(0) }.first ?? 0)
    }

    /// Opens every text with `old` and seals it with `new`.
    ///
    /// - Parameter advanced: told the number of rows of each step.
    func reseal(from old: Sealer, to new: Sealer, _ connection: Connection, advanced: (Int) -> Void) throws {
        let order = isByHousehold ? "household, \(key)" : key
        let assignments = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
        var last: (household: [UInt8], key: [UInt8]) = ([], [])
        while true {
            let place = isByHousehold ? "(household, \(key)) > (?, ?)" : "\(key) > ?"
            let rows = try connection.query(
                "SELECT household, \(key), \(columns.map(\.name).joined(separator: ", ")) FROM \(name) WHERE \(place) ORDER BY \(order) LIMIT \(Self.pageSize)",
                isByHousehold ? [.blob(last.household), .blob(last.key)] : [.blob(last.key)]
            ) { row in
                (household: row.blob(0), key: row.blob(1), sealed: columns.indices.map { row.isNull(Int32($0 + 2)) ? nil : row.blob(Int32($0 + 2)) })
            }
            guard let end = rows.last else { return }
            for row in rows {
                guard let household = Household.ID(bytes: row.household), let id = Identifier<SealedTable>(bytes: row.key) else {
                    throw SQLiteError(.mismatch, "\(name) has a row whose id is none")
                }
                let values = try zip(columns, row.sealed).map { column, sealed in
                    guard let sealed else { return Value.null }
                    return new.seal(
                        bytes: try old.open(bytes: sealed, column.sealed, row: id, household: household), column.sealed, row: id, household: household)
                }
                try connection.execute(
                    "UPDATE \(name) SET \(assignments) WHERE household = ? AND \(key) = ?", values + [.blob(row.household), .blob(row.key)])
            }
            last = (end.household, end.key)
            advanced(rows.count)
        }
    }
}
