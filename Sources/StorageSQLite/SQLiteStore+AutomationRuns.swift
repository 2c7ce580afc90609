public import Base
public import Domain
public import Foundation
import SQLite

// The part of `AutomationStore` that is about what happened.
extension SQLiteStore {
    /// What of a run is sealed as one.
    struct Facts: Codable {
        var cause: AutomationRun.Cause
        var targets: [String: [String]]
    }

    private static let runColumns = "id, automation, due_key, due_at, started_at, finished_at, outcome, sealed_name, sealed_facts, sealed_result"

    private static func run(_ row: Row) throws(SQLiteError) -> (run: AutomationRun, name: [UInt8], facts: [UInt8], result: [UInt8]) {
        (
            AutomationRun(
                id: try row.id(0), automation: try row.id(1), name: "", dueKey: row.text(2), dueAt: row.date(3), startedAt: row.date(4),
                finishedAt: row.isNull(5) ? nil : row.date(5), outcome: try row.word(6), cause: .time),
            row.blob(7), row.blob(8), row.blob(9)
        )
    }

    private func runs(_ condition: String, _ values: [Value], limit: Int, for principal: Principal) async throws -> [AutomationRun] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT \(Self.runColumns) FROM automation_runs WHERE household = ? AND \(condition) ORDER BY started_at DESC, id DESC LIMIT ?",
                [principal.household.value] + values + [.integer(Int64(limit))], row: Self.run)
            return try rows.map { row in
                var run = row.run
                let facts = try sealer.open(json: row.facts, as: Facts.self, .runFacts, row: run.id, household: principal.household)
                run.name = try sealer.open(row.name, .runName, row: run.id, household: principal.household)
                run.result = try sealer.open(row.result, .runResult, row: run.id, household: principal.household)
                (run.cause, run.targets) = (facts.cause, facts.targets)
                return run
            }
        }
    }

    public func claim(_ run: AutomationRun, gap: TimeInterval, for principal: Principal) async throws -> Bool {
        let household = principal.household
        let name = sealer.seal(run.name, .runName, row: run.id, household: household)
        let facts = try sealer.seal(json: Facts(cause: run.cause, targets: run.targets), .runFacts, row: run.id, household: household)
        let result = sealer.seal(run.result, .runResult, row: run.id, household: household)
        return try await database.write { connection in
            // A claim that is tried again because its answer was lost finds its own row.
            let winner = try connection.query(
                "SELECT id FROM automation_runs WHERE automation = ? AND due_key = ?", run.automation.value, .text(run.dueKey),
                row: { row throws(SQLiteError) in try row.id(0, of: AutomationRun.self) }
            ).first
            if let winner { return winner == run.id }
            let isActive = try connection.query(
                "SELECT 1 FROM automations WHERE id = ? AND household = ? AND paused = 0 AND done_at IS NULL", run.automation.value, household.value,
                row: { $0.integer(0) })
            guard !isActive.isEmpty else { return false }
            if gap > 0 {
                let near = try connection.query(
                    "SELECT 1 FROM automation_runs WHERE automation = ? AND started_at > ? LIMIT 1", run.automation.value,
                    run.startedAt.addingTimeInterval(-gap).value, row: { $0.integer(0) })
                guard near.isEmpty else { return false }
            }
            try connection.execute(
                "INSERT INTO automation_runs (\(Self.runColumns), household) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id.value, run.automation.value, .text(run.dueKey), run.dueAt.value, run.startedAt.value, run.finishedAt?.value ?? .null,
                .text(run.outcome.rawValue), name, facts, result, household.value)
            try connection.execute("UPDATE automations SET done_at = ? WHERE id = ? AND once = 1", run.startedAt.value, run.automation.value)
            return true
        }
    }

    public func finish(_ run: AutomationRun, for principal: Principal) async throws {
        let result = sealer.seal(run.result, .runResult, row: run.id, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                "UPDATE automation_runs SET outcome = ?, finished_at = ?, sealed_result = ? WHERE id = ? AND household = ? AND outcome = 'running'",
                .text(run.outcome.rawValue), run.finishedAt?.value ?? .null, result, run.id.value, principal.household.value)
        }
    }

    public func runs(of automation: Automation.ID?, limit: Int, for principal: Principal) async throws -> [AutomationRun] {
        try await runs(automation == nil ? "true" : "automation = ?", automation.map { [$0.value] } ?? [], limit: limit, for: principal)
    }

    public func runs(from start: Date, to end: Date, for principal: Principal) async throws -> [AutomationRun] {
        try await runs("started_at >= ? AND started_at <= ?", [start.value, end.value], limit: Self.mostAtOnce, for: principal)
    }

    /// Rows that one question about a stretch of time reads at most.
    private static let mostAtOnce = 500

    public func add(_ cause: ChangeCause, for principal: Principal) async throws {
        let id = Identifier<ChangeCause>(at: cause.at)
        let sealed = try sealer.seal(json: cause, .changeCause, row: id, household: principal.household)
        _ = try await database.write { connection in
            try connection.execute(
                "INSERT INTO change_causes (id, household, at, sealed_cause) VALUES (?, ?, ?, ?)", id.value, principal.household.value, cause.at.value, sealed)
        }
    }

    public func causes(from start: Date, to end: Date, for principal: Principal) async throws -> [ChangeCause] {
        let sealer = sealer
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT id, sealed_cause FROM change_causes WHERE household = ? AND at >= ? AND at <= ? ORDER BY at DESC, id DESC LIMIT ?",
                principal.household.value, start.value, end.value, .integer(Int64(Self.mostAtOnce)),
                row: { row throws(SQLiteError) in (id: try row.id(0, of: ChangeCause.self), sealed: row.blob(1)) })
            return try rows.map { try sealer.open(json: $0.sealed, as: ChangeCause.self, .changeCause, row: $0.id, household: principal.household) }
        }
    }

    public func keepAlive(_ runs: [AutomationRun.ID], at now: Date) async throws {
        try await database.write { connection in
            for run in runs {
                try connection.execute("UPDATE automation_runs SET alive_at = ? WHERE id = ? AND outcome = 'running'", now.value, run.value)
            }
        }
    }

    public func interrupt(silentSince moment: Date) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE automation_runs SET outcome = 'interrupted', finished_at = coalesce(alive_at, started_at)
                WHERE outcome = 'running' AND started_at < ?1 AND coalesce(alive_at, started_at) < ?1
                """, moment.value)
        }
    }

    public func tidy(past: Date) async throws {
        try await database.write { connection in
            try connection.execute("DELETE FROM automation_runs WHERE started_at < ?", past.value)
            try connection.execute("DELETE FROM change_causes WHERE at < ?", past.value)
            try connection.execute("DELETE FROM automations WHERE done_at < ?", past.value)
        }
    }
}
