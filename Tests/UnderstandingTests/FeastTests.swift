import Domain
import Testing
@testable import Understanding

struct FeastTests {
    @Test func knowsEaster() {
        // Easter Sundays of the astronomical tables, the earliest and the latest among them.
        for day in ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25", "2285-03-22"] {
            #expect(CivilDay(day).flatMap { Feasts.easter($0.year) } == CivilDay(day), "\(day)")
        }
    }

    @Test func movesWithTheYear() {
        #expect(Feasts.date(.frenchMothersDay, in: 2026) == CivilDay("2026-05-31"))
        // In 2023 the last Sunday of May was Pentecost.
        #expect(Feasts.date(.frenchMothersDay, in: 2023) == CivilDay("2023-06-04"))
        #expect(Feasts.date(.weekday(5, nth: 4, month: 11), in: 2026) == CivilDay("2026-11-26"))
        #expect(Feasts.feast(named: "la toussaint")?.english == "All Saints' Day")
    }
}
