import Audit
import Base
import Domain
import Foundation
import Observability
import TestSupport
import Testing

@Suite struct AuditLogTests {
    private let trail: Trail
    init() throws { trail = try Trail() }

    @Test func whatIsRecordedIsThereInOrderAndWhole() async throws {
        try await trail.run { log in for number in 1...700 { log.record(trail.event(number)) } }
        try await trail.run { log in log.record(trail.event(701, .signOut)) }
        let report = try await trail.verify()
        #expect(report.isIntact && report.count == 701 && report.last == 701)
        let store = try await trail.open()
        let reader = AuditReader(chain: try trail.chain(store), store: store, head: trail.head)
        let page = try await reader.entries(AuditFilter(household: trail.household), limit: 2, cursor: nil)
        #expect(page.items.map(\.number) == [701, 700] && page.items[0].event == trail.event(701, .signOut) && page.items[0].at == trail.clock.now)
        #expect(try await reader.entries(AuditFilter(household: .init()), limit: 2, cursor: nil).items.isEmpty)
        let one = try await reader.entries(AuditFilter(who: "N° 17"), limit: 2, cursor: nil)
        #expect(one.items.map(\.number) == [17] && one.next == nil)
        #expect(try await reader.entries(AuditFilter(action: .signOut), limit: 2, cursor: nil).items.map(\.number) == [701])
        #expect(try await reader.entries(AuditFilter(since: trail.clock.now + 1), limit: 2, cursor: nil).items.isEmpty)
        await store.close()
        // Nothing of it can be read in the file.
        let bytes = ["jarvis.db", "jarvis.db-wal"].compactMap { FileManager.default.contents(atPath: trail.folder.file($0)) }.reduce(Data(), +)
        #expect(bytes.range(of: Data("192.0.2.".utf8)) == nil && bytes.range(of: Data("zoé".utf8)) == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: trail.folder.file("audit.head"))[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func recordingNeverWaitsAndWhatHasNoRoomIsCounted() async throws {
        let metrics = Metrics()
        try await trail.run(
            limits: .init(queue: 100), metrics: metrics,
            before: { log in for number in 1...150 { log.record(trail.event(number)) } }, { _ in })
        let page = try await entries(limit: 200)
        #expect(page.count == 101 && page[0].event.action == .auditGap && page[0].event.outcome == .failed && page[0].event.target == "50")
        #expect(metrics.exposition().contains("jarvis_audit_dropped_total 50"))
        #expect(metrics.exposition().contains(#"jarvis_security_events_total{action="sign_in",outcome="done"} 150"#))
    }

    @Test func aFloodOfRefusalsFillsNoDisk() async throws {
        try await trail.run { log in
            for number in 1...1000 { log.record(AuditEvent(.signIn, .refused, name: "\(number)", address: "203.0.113.9")) }
            log.record(AuditEvent(.signIn, .refused, name: "x", address: "203.0.113.10"))
            log.record(AuditEvent(.signIn, .done, household: trail.household, name: "zoé", address: "203.0.113.9"))
        }
        let entries = try await entries(limit: 200)
        let refused = entries.filter { $0.event.outcome == .refused }
        #expect(refused.count == 21 && entries.contains { $0.event.outcome == .done })
        #expect(entries.filter { $0.event.action == .auditGap }.compactMap { Int($0.event.target) }.reduce(0, +) == 980)
    }

    @Test func textsOfClientsAreCut() async throws {
        try await trail.run { log in log.record(AuditEvent(.signIn, .refused, name: "a\n\u{1B}[31m" + String(repeating: "b", count: 5000))) }
        let name = try await entries(limit: 1)[0].event.name
        #expect(name.count == 200 && name.hasPrefix("a[31mb"))
    }

    /// A process that is killed between the two writes leaves the anchor behind the chain.
    @Test func aKillBetweenTheTwoWritesIsNoFault() async throws {
        try await trail.run { log in log.record(trail.event(1)) }
        let anchor = try Data(contentsOf: URL(filePath: trail.folder.file("audit.head")))
        try await trail.run { log in for number in 2...9 { log.record(trail.event(number)) } }
        try anchor.write(to: URL(filePath: trail.folder.file("audit.head")))
        #expect(try await trail.verify().isIntact)
        try await trail.run { log in log.record(trail.event(10)) }
        let report = try await trail.verify()
        #expect(report.isIntact && report.count == 10)
    }

    @Test func aCutEndIsFoundAndStaysFound() async throws {
        try await trail.run { log in for number in 1...45 { log.record(trail.event(number)) } }
        try trail.tamper("DELETE FROM audit WHERE number > 40")
        #expect(try await trail.verify().faults == [AuditFault(.cut, 41, 45)])
        // Jarvis goes on: what was cut off is not covered up.
        try await trail.run { log in log.record(trail.event(46)) }
        let report = try await trail.verify()
        #expect(report.faults == [AuditFault(.missing, 41, 45), AuditFault(.unproven, 46)])
        #expect(try await entries(limit: 9).contains { $0.event.action == .auditGap && $0.event.outcome == .refused && $0.event.target == "41-45" })
    }

    @Test(arguments: [true, false]) func anAnchorThatIsGoneOrForgedIsFound(isGone: Bool) async throws {
        try await trail.run { log in for number in 1...5 { log.record(trail.event(number)) } }
        let path = trail.folder.file("audit.head")
        if isGone {
            try FileManager.default.removeItem(atPath: path)
        } else {
            try Data(String(contentsOfFile: path, encoding: .utf8).replacing("\"number\":5", with: "\"number\":4").utf8).write(to: URL(filePath: path))
        }
        #expect(try await trail.verify().faults.map(\.kind) == [.anchor])
        try await trail.run { log in log.record(trail.event(6)) }
        #expect(try await entries(limit: 9).contains { $0.event.action == .auditGap && $0.event.outcome == .refused && $0.event.target == "anchor" })
    }

    @Test(arguments: [
        ("UPDATE audit SET at = at + 1 WHERE number = 7", [AuditFault(.edited, 7)]),
        ("UPDATE audit SET outcome = 'refused' WHERE number = 7", [AuditFault(.edited, 7)]),
        ("UPDATE audit SET household = NULL WHERE number = 7", [AuditFault(.edited, 7)]),
        ("UPDATE audit SET sealed_details = (SELECT sealed_details FROM audit WHERE number = 8) WHERE number = 7", [AuditFault(.stripped, 7)]),
        ("UPDATE audit SET sealed_details = NULL WHERE number = 7", [AuditFault(.stripped, 7)]),
        ("UPDATE audit SET sealed_details = NULL, erasure = hash WHERE number = 7", [AuditFault(.stripped, 7)]),
        ("DELETE FROM audit WHERE number = 7", [AuditFault(.missing, 7), AuditFault(.unproven, 8)]),
        ("DELETE FROM audit WHERE number < 7", [AuditFault(.missing, 1, 6), AuditFault(.unproven, 7)]),
        (
            "DELETE FROM audit WHERE number < 7; INSERT INTO audit_start VALUES (1, 6, zeroblob(32), zeroblob(32))",
            [AuditFault(.start, 6), AuditFault(.edited, 7)]
        ),
        (
            "UPDATE audit SET number = -1 WHERE number = 7; UPDATE audit SET number = 7 WHERE number = 8; UPDATE audit SET number = 8 WHERE number = -1",
            [AuditFault(.edited, 7), AuditFault(.edited, 8), AuditFault(.edited, 9)]
        ),
        (
            "INSERT INTO audit SELECT number + 100, household, at, action, outcome, sealed_details, digest, erasure, hash FROM audit WHERE number = 20",
            [AuditFault(.missing, 21, 119), AuditFault(.unproven, 120)]
        ),
    ])
    func whatOtherHandsDoIsFound(sql: String, faults: [AuditFault]) async throws {
        try await trail.run { log in for number in 1...20 { log.record(trail.event(number)) } }
        try trail.tamper(sql)
        #expect(try await trail.verify().faults == faults)
    }

    @Test func thePersonIsErasedAndTheChainStaysWhole() async throws {
        let user = User(household: trail.household, name: "Zoé", role: .member, language: .french, createdAt: trail.clock.now)
        let count = try await trail.run { log in
            for number in 1...20 { log.record(trail.event(number, name: number.isMultiple(of: 2) ? "Zoé" : "Ugo")) }
            log.record(AuditEvent(.userChange, .done, household: trail.household, name: "Ugo", target: AuditEvent.target("Zoé", as: .admin)))
            log.record(AuditEvent(.signOut, .done, by: user.principal))
            return try await log.erase(user)
        }
        #expect(count == 12)
        let report = try await trail.verify()
        #expect(report.isIntact && report.erased == 12)
        let entries = try await entries(limit: 50)
        #expect(entries.count == 22 && !entries.contains { "\($0)".contains("Zoé") || "\($0)".contains(user.id.description) })
        #expect(entries.filter(\.isErased).allSatisfy { $0.event.name.isEmpty && $0.event.address.isEmpty && $0.event.target.isEmpty })
    }

    @Test func theOldEndIsCutAndTheRestVerifies() async throws {
        try await trail.run { log in for number in 1...10 { log.record(trail.event(number)) } }
        trail.clock.advance(by: 300 * 86_400)
        try await trail.run { log in for number in 11...20 { log.record(trail.event(number)) } }
        trail.clock.advance(by: 100 * 86_400)
        let (count, again) = try await trail.run { log in (try await log.cut(), try await log.cut()) }
        // The service may have been quicker.
        #expect(count + again == 10 || count + again == 0)
        let report = try await trail.verify()
        #expect(report.isIntact && report.count == 11 && report.last == 21)
        #expect(try await entries(limit: 1)[0].event.action == .auditCut)
    }

    private func entries(limit: Int) async throws -> [AuditEntry] {
        let store = try await trail.open()
        let entries = try await AuditReader(chain: trail.chain(store), store: store, head: trail.head).entries(AuditFilter(), limit: limit, cursor: nil)
        await store.close()
        return entries.items
    }
}
