import Domain
import SQLite

/// A row of `memories` as it stands in the file.
struct FragmentRow {
    /// All that can change, in the order of `values` and, after the id, of `init`.
    static let columns = """
        kind, source, language, occurred_at, learned_at, conversation, area, valence, arousal, importance, pinned, shared, count, recalls, \
        recalled_at, due_at, sealed_text, sealed_details
        """
    static let marks = Array(repeating: "?", count: 18).joined(separator: ", ")
    /// The column after the last one, when a query asks for the id, these and one more.
    static let next: Int32 = 19

    private var fragment: Fragment
    private let text: [UInt8]
    /// Empty: none.
    private let details: [UInt8]

    init(_ row: Row) throws(SQLiteError) {
        fragment = Fragment(
            id: try row.id(0), kind: try row.word(1), text: "", language: row.isNull(3) ? nil : try row.word(3), occurredAt: row.date(4),
            learnedAt: row.date(5), source: try row.word(2), conversation: row.isNull(6) ? nil : try row.id(6), area: row.isNull(7) ? nil : row.text(7),
            affect: Affect(valence: row.real(8), arousal: row.real(9)), importance: row.real(10), pinned: row.integer(11) != 0,
            isShared: row.integer(12) != 0, count: Int(row.integer(13)), recalls: Int(row.integer(14)),
            recalledAt: row.isNull(15) ? nil : row.date(15), dueAt: row.isNull(16) ? nil : row.date(16))
        text = row.blob(17)
        details = row.blob(18)
    }

    func opened(by sealer: Sealer, in household: Household.ID) throws -> Fragment {
        var fragment = fragment
        fragment.text = try sealer.open(text, .memory, row: fragment.id, household: household)
        if !details.isEmpty {
            try FragmentDetails.decode(try sealer.open(bytes: details, .memoryDetails, row: fragment.id, household: household), into: &fragment)
        }
        return fragment
    }

    static func values(of fragment: Fragment, _ sealer: Sealer, _ household: Household.ID) -> [Value] {
        let details = FragmentDetails.encode(fragment)
        return [
            .text(fragment.kind.rawValue), .text(fragment.source.rawValue), fragment.language.map { .text($0.rawValue) } ?? .null,
            fragment.occurredAt.value, fragment.learnedAt.value, fragment.conversation?.value ?? .null, fragment.area.map(Value.text) ?? .null,
            .real(fragment.affect.valence), .real(fragment.affect.arousal), .real(fragment.importance), .integer(fragment.pinned ? 1 : 0),
            .integer(fragment.isShared ? 1 : 0), .integer(Int64(fragment.count)), .integer(Int64(fragment.recalls)),
            fragment.recalledAt?.value ?? .null, fragment.dueAt?.value ?? .null,
            sealer.seal(fragment.text, .memory, row: fragment.id, household: household),
            details.isEmpty ? .null : sealer.seal(bytes: details, .memoryDetails, row: fragment.id, household: household),
        ]
    }
}
