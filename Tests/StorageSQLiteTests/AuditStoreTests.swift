import Base
import Domain
import Foundation
import StorageSQLite
import TestSupport
import Testing

/// What the store promises of the trail, whoever calls it.
@Suite struct AuditStoreTests {
    private let folder: TemporaryFolder
    private let household = Household.ID()
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { folder = try Paths.temporaryFolder() }

    private func open() async throws -> SQLiteStore {
        try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
    }

    private func record(_ number: Int64, in household: Household.ID?) -> AuditRecord {
        AuditRecord(
            number: number, at: 1_800_000_000_000 + number * 1000, household: household, action: "sign_in", outcome: "done",
            details: AuditDetails(user: .init(high: 1, low: 2), name: "Zoé", address: "::1", target: "", salt: "\(number)"), digest: [1, 2],
            hash: [UInt8(truncatingIfNeeded: number)])
    }

    @Test func entriesComeBackAsTheyWereInBothOrders() async throws {
        let store = try await open()
        let records = (1...9).map { record($0, in: $0.isMultiple(of: 3) ? nil : household) }
        try await store.append(records)
        #expect(try await store.auditRecords(after: 2, limit: 3) == Array(records[2..<5]))
        #expect(try await store.lastAuditRecord() == records[8])
        #expect(try await store.auditRecords(AuditFilter(household: household), before: 8, limit: 2) == [records[6], records[4]])
        #expect(try await store.auditRecords(AuditFilter(since: start + 8), before: nil, limit: 9) == [records[8], records[7]])
        #expect(try await store.auditRecords(AuditFilter(action: .signOut), before: nil, limit: 9).isEmpty)
        #expect(try await store.lastAuditRecord(before: start + 4) == records[2])
        #expect(try await store.lastAuditRecord(before: start) == nil)
        await store.close()
    }

    @Test func nothingIsReplacedAndNothingComesBefore() async throws {
        let store = try await open()
        try await store.append((1...5).map { record($0, in: household) })
        await #expect(throws: (any Error).self) { try await store.append([record(6, in: household), record(5, in: household)]) }
        #expect(try await store.lastAuditRecord()?.number == 5)
        let anchor = AuditAnchor(number: 3, hash: [3], tag: [9])
        #expect(try await store.cutAudit(to: anchor) == 3)
        #expect(try await store.auditStart() == anchor)
        await #expect(throws: (any Error).self) { try await store.append([record(2, in: household)]) }
        await #expect(throws: (any Error).self) { _ = try await store.cutAudit(to: AuditAnchor(number: 2, hash: [2], tag: [9])) }
        #expect(try await store.auditRecords(after: 0, limit: 9).map(\.number) == [4, 5])
        await store.close()
    }

    @Test func detailsAreErasedAndNothingElse() async throws {
        let store = try await open()
        try await store.append((1...2).map { record($0, in: household) })
        try await store.eraseAuditDetails([1: [7, 7]])
        let found = try await store.auditRecords(after: 0, limit: 9)
        var erased = record(1, in: household)
        (erased.details, erased.erasure) = (nil, [7, 7])
        #expect(found == [erased, record(2, in: household)])
        await store.close()
    }
}
