import Base
import Domain
import Foundation
import Testing

@testable import Automations

struct SunTests {
    /// Times from an independent program (astral 2.2, whose tables are the U.S. Naval Observatory's within a minute).
    private static let known: [(place: String, latitude: Double, longitude: Double, rise: String, set: String)] = [
        ("Paris", 48.8566, 2.3522, "2026-01-15T07:39:04Z", "2026-01-15T16:21:17Z"),
        ("Paris", 48.8566, 2.3522, "2026-03-29T05:35:01Z", "2026-03-29T18:16:33Z"),
        ("Paris", 48.8566, 2.3522, "2026-06-21T03:47:16Z", "2026-06-21T19:57:32Z"),
        ("Paris", 48.8566, 2.3522, "2026-10-25T06:26:30Z", "2026-10-25T16:42:01Z"),
        ("Paris", 48.8566, 2.3522, "2026-12-21T07:41:35Z", "2026-12-21T15:55:43Z"),
        ("Paris", 48.8566, 2.3522, "2028-02-29T06:33:56Z", "2028-02-29T17:32:50Z"),
        ("Berlin", 52.52, 13.405, "2026-01-15T07:10:13Z", "2026-01-15T15:21:44Z"),
        ("Berlin", 52.52, 13.405, "2026-03-29T04:48:19Z", "2026-03-29T17:34:59Z"),
        ("Berlin", 52.52, 13.405, "2026-06-21T02:43:28Z", "2026-06-21T19:32:54Z"),
        ("Berlin", 52.52, 13.405, "2026-10-25T05:49:56Z", "2026-10-25T15:50:06Z"),
        ("Berlin", 52.52, 13.405, "2026-12-21T07:15:16Z", "2026-12-21T14:53:35Z"),
        ("Berlin", 52.52, 13.405, "2028-02-29T05:54:25Z", "2028-02-29T16:44:02Z"),
        ("Sydney", -33.8688, 151.2093, "2026-01-14T18:59:44Z", "2026-01-15T09:08:45Z"),
        ("Sydney", -33.8688, 151.2093, "2026-03-28T20:04:58Z", "2026-03-29T07:54:32Z"),
        ("Sydney", -33.8688, 151.2093, "2026-06-20T21:00:11Z", "2026-06-21T06:53:35Z"),
        ("Sydney", -33.8688, 151.2093, "2026-10-24T19:02:39Z", "2026-10-25T08:16:21Z"),
        ("Sydney", -33.8688, 151.2093, "2026-12-20T18:40:53Z", "2026-12-21T09:05:10Z"),
        ("Sydney", -33.8688, 151.2093, "2028-02-28T19:42:25Z", "2028-02-29T08:32:18Z"),
        ("Quito", -0.1807, -78.4678, "2026-01-15T11:19:36Z", "2026-01-15T23:27:06Z"),
        ("Quito", -0.1807, -78.4678, "2026-03-29T11:15:29Z", "2026-03-29T23:21:34Z"),
        ("Quito", -0.1807, -78.4678, "2026-06-21T11:12:33Z", "2026-06-21T23:18:55Z"),
        ("Quito", -0.1807, -78.4678, "2026-10-25T10:54:31Z", "2026-10-25T23:01:14Z"),
        ("Quito", -0.1807, -78.4678, "2026-12-21T11:08:10Z", "2026-12-21T23:15:55Z"),
        ("Quito", -0.1807, -78.4678, "2028-02-29T11:22:59Z", "2028-02-29T23:29:27Z"),
        ("Tromso", 69.6492, 18.9553, "2026-03-29T04:03:14Z", "2026-03-29T17:36:57Z"),
        ("Tromso", 69.6492, 18.9553, "2026-10-25T06:38:36Z", "2026-10-25T14:16:26Z"),
        ("Tromso", 69.6492, 18.9553, "2028-02-29T06:12:53Z", "2028-02-29T15:41:55Z"),
    ]

    @Test func agreesWithKnownTimes() throws {
        for row in Self.known {
            let sun = try #require(Sun(latitude: row.latitude, longitude: row.longitude))
            for (event, text) in [(Trigger.SunEvent.sunrise, row.rise), (.sunset, row.set)] {
                let expected = date(text)
                let found = try #require(sun.next(event, after: expected.addingTimeInterval(-6 * 3600)))
                #expect(abs(found.timeIntervalSince(expected)) < 90, "\(event) in \(row.place) on \(text): \(Timestamp.format(found))")
            }
        }
    }

    @Test func saysOfParisWhatEverybodyKnows() throws {
        let sun = try #require(Sun(latitude: 48.8566, longitude: 2.3522))
        let schedule = Schedule(timeZone: paris, sun: sun)
        let times = SpokenTime(language: .french, timeZone: paris)
        // The almanac's times of the longest and the shortest day of 2026.
        for (start, event, hours) in [
            ("2026-06-21T00:00:00Z", Trigger.SunEvent.sunrise, ["5 h 46", "5 h 47"]), ("2026-06-21T12:00:00Z", .sunset, ["21 h 57", "21 h 58"]),
            ("2026-12-21T00:00:00Z", .sunrise, ["8 h 41", "8 h 42"]), ("2026-12-21T12:00:00Z", .sunset, ["16 h 55", "16 h 56"]),
        ] {
            let next = try #require(schedule.next(.sun(event, offset: 0), after: date(start)))
            #expect(hours.contains(times.time(next)), "\(times.time(next))")
        }
    }

    @Test func beyondThePolarCircleItWaitsForTheNextRealOne() throws {
        let tromso = try #require(Sun(latitude: 69.6492, longitude: 18.9553))
        // The polar night lasts from the end of November to the middle of January; the midnight sun from the middle of May to the end of July.
        let rise = try #require(tromso.next(.sunrise, after: date("2026-12-01T12:00:00Z")))
        #expect(rise > date("2027-01-13T00:00:00Z") && rise < date("2027-01-18T00:00:00Z"), "\(rise)")
        let set = try #require(tromso.next(.sunset, after: date("2026-06-01T12:00:00Z")))
        #expect(set > date("2026-07-24T00:00:00Z") && set < date("2026-07-30T00:00:00Z"), "\(set)")
        #expect(!tromso.isUp(at: date("2026-12-21T11:00:00Z")))
        #expect(tromso.isUp(at: date("2026-06-21T23:00:00Z")))
    }

    @Test func atThePolesNothingBreaks() throws {
        for latitude in [90.0, -90.0, 89.999] {
            let pole = try #require(Sun(latitude: latitude, longitude: 0))
            if let next = pole.next(.sunrise, after: World.start) { #expect(next > World.start) }
            #expect(pole.isUp(at: date("2026-06-21T12:00:00Z")) == (latitude > 0))
        }
        #expect(Sun(latitude: 91, longitude: 0) == nil)
        #expect(Sun(latitude: .nan, longitude: 0) == nil)
        #expect(Sun(latitude: 0, longitude: 181) == nil)
    }

    @Test func eachDayHasOneRiseAndOneSet() throws {
        let sun = try #require(Sun(latitude: 52.52, longitude: 13.405))
        for event in [Trigger.SunEvent.sunrise, .sunset] {
            var now = date("2026-01-01T00:00:00Z"), count = 0
            while let next = sun.next(event, after: now), next < date("2027-01-01T00:00:00Z") {
                #expect(count == 0 || abs(next.timeIntervalSince(now) - 86_400) < 300)
                now = next
                count += 1
            }
            #expect(count == 365)
        }
    }
}
