public import Base
public import Domain
import Foundation
import SQLite

extension SQLiteStore: PersonStore {
    private static let pageSize = 200

    public func personalRecords(of user: User, cursor: String?) async throws -> Page<PersonalRecord> {
        var place = 0, key: [UInt8] = []
        if let cursor {
            let parts = cursor.split(separator: "_")
            guard parts.count == 2, let number = Int(parts[0]), PersonTable.all.indices.contains(number), let bytes = Hex.decode(String(parts[1])) else {
                throw Problem(.invalid, "cursor is not one that this server gave: leave it out to begin at the first page")
            }
            (place, key) = (number, bytes)
        }
        let sealer = sealer
        return try await database.read { [place, key] connection in
            var (place, key) = (place, key)
            while place < PersonTable.all.count {
                let (records, last) = try PersonTable.all[place].records(of: user, after: key, limit: Self.pageSize, connection, sealer)
                if let last { return Page(items: records, next: "\(place)_\(Hex.encode(last))") }
                place += 1
                key = []
                if !records.isEmpty { return Page(items: records, next: place < PersonTable.all.count ? "\(place)_00" : nil) }
            }
            return Page(items: [], next: nil)
        }
    }

    public func checkErasable(_ user: User) async throws {
        try await database.read { connection in _ = try Self.remaining(after: user, connection) }
    }

    /// How many people stay in the household.
    private static func remaining(after user: User, _ connection: Connection) throws -> Int {
        let others = try connection.query(
            "SELECT role, disabled_at IS NULL FROM users WHERE household = ? AND id <> ? AND name_folded <> ?", user.household.value, user.id.value,
            .text(roomName)
        ) { (role: $0.text(0), isOpen: $0.integer(1) != 0) }
        guard user.role != .owner || others.isEmpty || others.contains(where: { $0.role == Role.owner.rawValue && $0.isOpen }) else {
            throw Problem(.conflict, "others live in this household and it would have no owner: make somebody else its owner first")
        }
        if user.hasHouse, others.isEmpty {
            let isAlone = try connection.query("SELECT 1 FROM households WHERE id <> ? LIMIT 1", user.household.value) { $0.integer(0) }.isEmpty
            guard isAlone else {
                throw Problem(
                    .conflict, "there are other households, and nobody would run this Jarvis: make somebody else an owner of yours, or remove the others first")
            }
        }
        return others.count
    }

    public func erase(_ user: User) async throws {
        let sealer = sealer
        try await database.write { connection in
            if try Self.remaining(after: user, connection) == 0 {
                try connection.execute("DELETE FROM households WHERE id = ?", user.household.value)
            } else {
                try Self.forgetDeeds(of: user, connection, sealer)
                for table in PersonTable.all.reversed() {
                    switch table.ending {
                    case .deleted: try connection.execute("DELETE FROM \(table.name) WHERE \(table.person) = ?", user.id.value)
                    case .kept: try connection.execute("UPDATE \(table.name) SET \(table.person) = ? WHERE \(table.person) = ?", Self.nobody, user.id.value)
                    }
                }
            }
            try Self.oweScrub(connection)
        }
        try await scrubWhereDue()
    }

    public func erase(_ household: Household.ID) async throws -> Bool {
        let wasThere = try await database.write { connection in
            let wasThere = try connection.execute("DELETE FROM households WHERE id = ? AND has_house = 0", household.value) > 0
            if wasThere { try Self.oweScrub(connection) }
            return wasThere
        }
        let wasDue = try await scrubWhereDue()
        return wasThere || wasDue
    }

    /// Kept with what is deleted: after a kill between the two, the next start scrubs.
    static func oweScrub(_ connection: Connection) throws { try connection.execute("INSERT INTO scrub_due DEFAULT VALUES") }

    /// Overwrites what was deleted, also in the log and in copies, where that is still to be done.
    ///
    /// - Returns: whether it was.
    @discardableResult
    func scrubWhereDue() async throws -> Bool {
        // What is deleted while this is at work has a higher number, and a scrub of its own.
        let last = try await database.read { connection in try connection.query("SELECT max(id) FROM scrub_due") { $0.integer(0) }.first ?? 0 }
        guard last > 0 else { return false }
        try await database.database.scrub()
        MigrationCopies.remove(of: path)
        _ = try await database.write { connection in try connection.execute("DELETE FROM scrub_due WHERE id <= ?", .integer(last)) }
        return true
    }

    private static let nobody = User.ID(high: 0, low: 0).value

    /// What automations did for them, and what they had changed in the house: rows of the household that name them.
    private static func forgetDeeds(of user: User, _ connection: Connection, _ sealer: Sealer) throws {
        try connection.execute("DELETE FROM automation_runs WHERE automation IN (SELECT id FROM automations WHERE user = ?)", user.id.value)
        let theirs = Set(
            try connection.query("SELECT id FROM automations WHERE user = ?", user.id.value) { row throws(SQLiteError) in try row.id(0, of: Automation.self) })
        let runs = try connection.query("SELECT id, sealed_facts FROM automation_runs WHERE household = ?", user.household.value) { row throws(SQLiteError) in
            (try row.id(0, of: AutomationRun.self), row.blob(1))
        }
        for (id, sealed) in runs {
            let facts = try sealer.open(json: sealed, as: Facts.self, .runFacts, row: id, household: user.household)
            if facts.cause == .request(by: user.name) { try connection.execute("DELETE FROM automation_runs WHERE id = ?", id.value) }
        }
        let causes = try connection.query("SELECT id, sealed_cause FROM change_causes WHERE household = ?", user.household.value) { row throws(SQLiteError) in
            (try row.id(0, of: ChangeCause.self), row.blob(1))
        }
        for (id, sealed) in causes {
            let cause = try sealer.open(json: sealed, as: ChangeCause.self, .changeCause, row: id, household: user.household)
            let isTheirs =
                switch cause.origin {
                case .order(_, let by, _): by == user.id
                case .automation(let automation, _, let cause): theirs.contains(automation) || cause == .request(by: user.name)
                }
            if isTheirs { try connection.execute("DELETE FROM change_causes WHERE id = ?", id.value) }
        }
    }
}
