import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct MonthTests {
    private static let single: @Sendable (String) -> Bool = { name in MonthHousehold.attributes.contains { $0.relation == name && $0.isSingle } }

    @Test func isTheSameFromTheSameSeed() {
        let a = Month(seed: 3, days: 2), b = Month(seed: 3, days: 2), c = Month(seed: 4, days: 2)
        #expect(a.days.map { $0.map(\.text) } == b.days.map { $0.map(\.text) })
        #expect(a.days.map { $0.flatMap { $0.heard.messages.map(\.id) } } == b.days.map { $0.flatMap { $0.heard.messages.map(\.id) } })
        #expect(a.days.map { $0.map(\.text) } != c.days.map { $0.map(\.text) })
        #expect(a.turns == 400)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func leavesLittleJunkFewDuplicatesAndNoFactThatIsOver(_ seed: UInt64) throws {
        let month = Month(seed: seed)
        #expect(month.turns == 6000)
        var run = MonthRun(month, senses: month.exactSenses), book = PlainBook()
        let clock = ContinuousClock(), start = clock.now
        let report = run.run(&book, isSingle: Self.single) { (clock.now - start) / .seconds(1) }
        if ProcessInfo.processInfo.environment["MONTH_REPORT"] != nil { print(report) }
        #expect(report.junkRate < 0.05)
        #expect(report.duplicateRate < 0.01)
        #expect(report.wrongFacts == 0)
        #expect(report.missingFacts == 0)
        #expect(report.lostStories == 0)
        #expect(report.stalePromises == 0)
        let judged = try #require(report.judged)
        #expect(judged.junkRate < 0.05)
        #expect(judged.duplicateRate < 0.01)
        #expect(judged.contradictionRate == 0)
        #expect(judged.staleRate == 0)
    }
}
