import Audit
import Base
import Domain
import Foundation
import StorageSQLite
import TestSupport
import Testing

/// Two thousand things that other hands may do to an exported trail, none of which may pass.
@Suite struct VerifierFuzzTests {
    @Test func everyChangeOfAFileIsFound() async throws {
        let trail = try Trail()
        try await trail.run { log in
            for number in 1...30 { log.record(trail.event(number)) }
            _ = try await log.erase(User(household: trail.household, name: "n° 9", role: .guest, language: .french, createdAt: trail.clock.now))
        }
        let store = try await trail.open()
        let chain = try trail.chain(store)
        var lines: [String] = []
        let count = try await AuditReader(chain: chain, store: store, head: trail.head).export { lines.append($0) }
        await store.close()
        #expect(count == 30 && lines.count == 32)
        func verify(_ lines: [[UInt8]]) throws -> AuditReport { try AuditFile.verify(Data(lines.flatMap { $0 + [0x0A] }), with: chain) }
        let whole = lines.map { Array($0.utf8) }
        let sound = try verify(whole)
        #expect(sound.isIntact && sound.count == 30 && sound.erased == 1)

        var random = SeededGenerator(seed: 6)
        var found = 0, kinds: Set<AuditFault.Kind> = []
        for round in 0..<2000 {
            var changed = whole
            // Where it must be seen: the line, counted from 0, which is the number of the entry.
            let place: Int
            switch round % 4 {
            case 0:  // a byte
                place = Int.random(in: 0..<changed.count, using: &random)
                let byte = Int.random(in: 0..<changed[place].count, using: &random)
                let value = UInt8.random(in: 0x20...0x7E, using: &random)
                changed[place][byte] = changed[place][byte] == value ? value ^ 1 : value
            case 1:  // a few lines less
                place = Int.random(in: 0..<changed.count, using: &random)
                changed.removeSubrange(place..<min(changed.count, place + Int.random(in: 1...3, using: &random)))
            case 2:  // two lines change places
                let one = Int.random(in: 0..<changed.count - 1, using: &random)
                place = one
                changed.swapAt(one, Int.random(in: one + 1..<changed.count, using: &random))
            default:  // the end
                place = Int.random(in: 0..<changed.count, using: &random)
                let length = Int.random(in: 0..<changed[place].count, using: &random)
                changed.removeSubrange((place + 1)...)
                changed[place].removeSubrange(length...)
            }
            let report = try verify(changed)
            if !report.isIntact { found += 1 } else { Issue.record("round \(round) at line \(place) passed") }
            kinds.formUnion(report.faults.map(\.kind))
            // The first fault in the entries is at the place, or at the entry after a cut.
            if round % 4 == 0, 1...30 ~= place {
                #expect(report.faults.contains { ($0.first...$0.last).contains(Int64(place)) || ($0.kind == .line && $0.first == Int64(place + 1)) })
            }
        }
        #expect(found == 2000)
        #expect(kinds.isSuperset(of: [.line, .missing, .disorder, .anchor, .edited]))
    }

    @Test func nobodyWithoutTheKeyMakesAChain() async throws {
        let trail = try Trail()
        try await trail.run { log in for number in 1...3 { log.record(trail.event(number)) } }
        let store = try await trail.open()
        var file = ""
        _ = try await AuditReader(chain: trail.chain(store), store: store, head: trail.head).export { file += $0 + "\n" }
        await store.close()
        let other = try AuditChain(key: [UInt8](repeating: 7, count: 32))
        #expect(try AuditFile.verify(Data(file.utf8), with: other).faults.map(\.kind) == [.edited, .edited, .edited, .anchor])
        #expect(throws: (any Error).self) { try AuditChain(key: [1, 2, 3]) }
        #expect(try !AuditFile.verify(Data(), with: other).isIntact)
    }
}
