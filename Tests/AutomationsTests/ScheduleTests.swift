import Base
import Domain
import Foundation
import Testing

@testable import Automations

struct ScheduleTests {
    private let schedule = Schedule(timeZone: paris, sun: Sun(latitude: 48.8566, longitude: 2.3522))

    private func turns(_ trigger: Trigger, after start: String, count: Int) -> [String] {
        var turns: [String] = [], now = date(start)
        while turns.count < count, let next = schedule.next(trigger, after: now) {
            turns.append(String(Timestamp.format(next).prefix(16)))
            now = next
        }
        return turns
    }

    private func daily(_ hour: Int, _ minute: Int, _ weekdays: [Int] = []) -> Trigger { .time(hour: hour, minute: minute, weekdays: weekdays) }

    @Test func comesDueEachDayByTheClockOnTheWall() {
        #expect(turns(daily(7, 30), after: "2026-11-21T13:05:00Z", count: 2) == ["2026-11-22T06:30", "2026-11-23T06:30"])
        #expect(turns(daily(7, 30), after: "2026-07-01T05:30:00Z", count: 1) == ["2026-07-02T05:30"])
        #expect(turns(daily(7, 30), after: "2026-07-01T05:29:59Z", count: 1) == ["2026-07-01T05:30"])
        #expect(turns(daily(0, 0), after: "2026-12-31T22:00:00Z", count: 2) == ["2026-12-31T23:00", "2027-01-01T23:00"])
    }

    @Test func keepsToItsDaysOfTheWeek() {
        #expect(turns(daily(7, 0, [1]), after: "2026-11-21T13:05:00Z", count: 2) == ["2026-11-23T06:00", "2026-11-30T06:00"])
        #expect(turns(daily(7, 0, [6, 7]), after: "2026-11-21T13:05:00Z", count: 3) == ["2026-11-22T06:00", "2026-11-28T06:00", "2026-11-29T06:00"])
        // The same day of the next week, when its time has just passed.
        #expect(turns(daily(14, 5, [6]), after: "2026-11-21T13:05:00Z", count: 1) == ["2026-11-28T13:05"])
    }

    @Test func aTimeLeftOutInSpringComesWhenTheClockJumps() {
        for (day, jump) in [("2026-03-29", "2026-03-29T01:00"), ("2027-03-28", "2027-03-28T01:00")] {
            let before = date("\(day)T00:00:00Z")
            for minute in [0, 1, 30, 59] {
                let next = schedule.next(daily(2, minute), after: before)
                #expect(next.map { String(Timestamp.format($0).prefix(16)) } == jump, "2:\(minute) on \(day)")
                // Once: the next turn is tomorrow's, an hour earlier by UTC than yesterday's.
                let following = next.flatMap { schedule.next(daily(2, minute), after: $0) }
                #expect(following == before.addingTimeInterval(86_400 + Double(minute) * 60))
            }
            #expect(turns(daily(3, 0), after: "\(day)T00:00:00Z", count: 1) == [jump])
            #expect(turns(daily(1, 59), after: "\(day)T00:00:00Z", count: 1) == ["\(day)T00:59"])
        }
    }

    @Test func aTimeThatComesTwiceInAutumnComesDueOnce() {
        for day in ["2026-10-25", "2027-10-31"] {
            let turns = turns(daily(2, 30), after: "\(day)T00:00:00Z", count: 2)
            #expect(turns.first == "\(day)T00:30")
            #expect(turns.last == (day == "2026-10-25" ? "2026-10-26T01:30" : "2027-11-01T01:30"))
            // Between the two half past twos: not again.
            #expect(self.turns(daily(2, 30), after: "\(day)T00:45:00Z", count: 1) == [turns.last])
            #expect(self.turns(daily(3, 0), after: "\(day)T00:00:00Z", count: 1) == ["\(day)T02:00"])
        }
    }

    @Test func everyDayOfTwoYearsHasOneTurn() {
        var now = date("2025-12-31T23:00:00Z"), count = 0
        var days: Set<Int> = []
        while let next = schedule.next(daily(2, 30), after: now), next < date("2027-12-31T23:00:00Z") {
            days.insert(LocalDays(timeZone: paris).day(of: next))
            count += 1
            now = next
        }
        #expect(count == 730)
        #expect(days.count == 730)
    }

    @Test func zonesThatLeaveOutADayOrTurnAtMidnight() throws {
        let apia = Schedule(timeZone: try #require(TimeZone(identifier: "Pacific/Apia")), sun: nil)
        // Samoa had no 30 December 2011: its eight o'clock is the moment of the jump, and the next day goes on as usual.
        var turns: [String] = [], now = date("2011-12-29T12:00:00Z")
        for _ in 0..<3 {
            guard let next = apia.next(daily(8, 0), after: now) else { break }
            turns.append(String(Timestamp.format(next).prefix(16)))
            now = next
        }
        #expect(turns == ["2011-12-29T18:00", "2011-12-30T10:00", "2011-12-30T18:00"])
        let santiago = Schedule(timeZone: try #require(TimeZone(identifier: "America/Santiago")), sun: nil)
        // Midnight does not exist in Chile on 6 September 2026.
        #expect(santiago.next(daily(0, 0), after: date("2026-09-05T12:00:00Z")) == date("2026-09-06T04:00:00Z"))
        #expect(santiago.next(daily(0, 0), after: date("2026-09-06T04:00:00Z")) == date("2026-09-07T03:00:00Z"))
    }

    @Test func sunTriggersAreShifted() throws {
        let sunset = try #require(schedule.next(.sun(.sunset, offset: 0), after: date("2026-06-21T10:00:00Z")))
        #expect(schedule.next(.sun(.sunset, offset: -1800), after: date("2026-06-21T10:00:00Z")) == sunset.addingTimeInterval(-1800))
        // Half an hour after sunset is still to come when the sun has just set.
        #expect(schedule.next(.sun(.sunset, offset: 1800), after: sunset.addingTimeInterval(60)) == sunset.addingTimeInterval(1800))
        #expect(Schedule(timeZone: paris, sun: nil).next(.sun(.sunset, offset: 0), after: sunset) == nil)
        #expect(schedule.next(.sun(.sunset, offset: .nan), after: sunset) == nil)
    }

    @Test func findsTheLastTurnThatPassed() {
        #expect(schedule.latest(daily(7, 30), after: date("2026-11-01T00:00:00Z"), through: date("2026-11-21T13:05:00Z")) == date("2026-11-21T06:30:00Z"))
        #expect(schedule.latest(daily(7, 30), after: date("2026-11-21T06:30:00Z"), through: date("2026-11-21T13:05:00Z")) == nil)
        #expect(schedule.latest(daily(7, 30, [7]), after: .distantPast, through: date("2026-11-21T13:05:00Z")) == date("2026-11-15T06:30:00Z"))
    }

    @Test func nonsenseNeverComesDue() {
        for trigger in [daily(24, 0), daily(-1, 0), daily(7, 60), daily(7, 0, [8]), .state(entity: "a.b", to: "on", seconds: 0)] {
            #expect(schedule.next(trigger, after: World.start) == nil)
        }
    }

    @Test func randomTriggersAreDueLaterAndLaterAndNotEarlierThanTheyShould() {
        var random = SeededGenerator(state: 3)
        let zones = ["Europe/Paris", "Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "UTC"]
            .compactMap(TimeZone.init(identifier:))
        for index in 0..<10_000 {
            let zone = zones.randomElement(using: &random) ?? paris
            let sun = Sun(latitude: .random(in: -80...80, using: &random), longitude: .random(in: -180...180, using: &random))
            let schedule = Schedule(timeZone: zone, sun: sun)
            let start = Date(timeIntervalSince1970: .random(in: 1_700_000_000...2_000_000_000, using: &random))
            let trigger: Trigger =
                index % 3 == 0
                ? .sun(Bool.random(using: &random) ? .sunrise : .sunset, offset: Double(Int.random(in: -7200...7200, using: &random)))
                : daily(
                    .random(in: 0...23, using: &random), .random(in: 0...59, using: &random),
                    index % 3 == 1 ? [] : (1...7).filter { _ in Bool.random(using: &random) })
            var previous = start
            for _ in 0..<3 {
                guard let next = schedule.next(trigger, after: previous) else {
                    Issue.record("\(trigger) in \(zone.identifier) has no turn after \(previous)")
                    break
                }
                #expect(next > previous)
                // A moment before, the same turn is still to come, and it is found when looking back.
                #expect(schedule.next(trigger, after: next.addingTimeInterval(-0.001)) == next)
                #expect(schedule.latest(trigger, after: next.addingTimeInterval(-0.001), through: next) == next)
                previous = next
            }
        }
    }

    @Test func agreesWithAClockThatIsReadMinuteByMinute() {
        var random = SeededGenerator(state: 4)
        // Around the four changes of the clock in two years, each minute of three days: a turn begins where the clock first shows its time, or jumps over it.
        for change in ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"] {
            for _ in 0..<60 {
                let wanted = Int.random(in: 0..<1440, using: &random)
                let trigger = daily(wanted / 60, wanted % 60)
                let days = LocalDays(timeZone: paris)
                var expected: [Date] = [], seen: Set<Int> = []
                let start = date(change).addingTimeInterval(-36 * 3600)
                for minute in 1...(72 * 60) {
                    let now = start.addingTimeInterval(Double(minute) * 60), before = now.addingTimeInterval(-60)
                    let shown = days.minute(of: now), day = days.day(of: now)
                    let isJumpedOver = day == days.day(of: before) && days.minute(of: before) < wanted && wanted < shown && shown - days.minute(of: before) > 1
                    if shown == wanted || isJumpedOver, seen.insert(day).inserted { expected.append(now) }
                }
                var turns: [Date] = [], now = start
                while let next = schedule.next(trigger, after: now), next <= start.addingTimeInterval(72 * 3600) {
                    turns.append(next)
                    now = next
                }
                #expect(turns == expected, "\(wanted / 60):\(wanted % 60) around \(change)")
            }
        }
    }

    @Test func windowsOfTime() {
        func allows(_ from: Int, _ to: Int, _ weekdays: [Int] = [], at text: String) -> Bool? {
            schedule.allows(.time(from: from, to: to, weekdays: weekdays), at: date(text))
        }
        #expect(allows(8 * 60, 22 * 60, at: "2026-11-21T13:05:00Z") == true)
        #expect(allows(8 * 60, 14 * 60 + 5, at: "2026-11-21T13:05:00Z") == false)
        // Past midnight: Saturday night goes on into Sunday.
        #expect(allows(22 * 60, 6 * 60, at: "2026-11-21T22:00:00Z") == true)
        #expect(allows(22 * 60, 6 * 60, [6], at: "2026-11-22T03:00:00Z") == true)
        #expect(allows(22 * 60, 6 * 60, [7], at: "2026-11-22T03:00:00Z") == false)
        #expect(schedule.allows(.daylight(true), at: date("2026-11-21T13:05:00Z")) == true)
        #expect(schedule.allows(.daylight(true), at: date("2026-11-21T18:00:00Z")) == false)
    }
}
