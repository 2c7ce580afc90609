import Base
import Foundation
import TestSupport
import Testing
import Understanding

/// What holds for times in both languages: the calendar, what a mention says of itself, and that nothing breaks.
struct TimeMentionTests {
    private func time(_ text: String) throws -> Date { try #require(Timestamp.parse(text)) }

    private func check(_ table: KeyValuePairs<String, String>, _ leaning: TimeMention.Leaning, now: String, zone: String = "Europe/Paris") throws {
        let scribe = TimeScribe(now: try time(now), try #require(TimeZone(identifier: zone)))
        for (text, expected) in table {
            let language = LanguageGuess.language(of: text) ?? .french
            #expect(scribe.times(text, language, leaning) == expected, "\(text)")
        }
    }

    // MARK: the calendar

    @Test func followsTheClockThroughSummerTime() throws {
        // 29 March 2026 has 23 hours in Paris, 25 October 25.
        for (now, hours) in ["2026-03-29T10:00:00Z": 23.0, "2026-10-25T10:00:00Z": 25] {
            let today = try #require(
                TimeMention.mentions(in: "aujourd'hui", now: try time(now), timeZone: House.paris, language: .french, leaning: .past).first)
            #expect(today.span.duration == hours * 3600)
        }
        try check(
            ["cette nuit": "2026-03-28 22:00..<2026-03-29 06:00 partOfDay", "hier": "2026-03-28 day", "à 2h30": "2026-03-29 03:30..<03:31 minute"],
            .past, now: "2026-03-29T10:00:00Z")
        // The hour that is left out is as long as any other.
        try check(["aujourd'hui à 2 h": "2026-03-29 03:00..<04:00 hour"], .past, now: "2026-03-29T10:00:00Z")
        // In Santiago, 6 September 2026 begins at one in the morning.
        try check(["hier": "2026-09-06 day", "avant-hier": "2026-09-05 day"], .past, now: "2026-09-07T15:00:00Z", zone: "America/Santiago")
    }

    @Test func countsWeeksAsISO8601Does() throws {
        // Friday 1 January 2027, on the stroke of midnight: week 53 of 2026.
        try check(
            [
                "cette semaine": "2026-12-28..<2027-01-04 week", "la semaine dernière": "2026-12-21..<2026-12-28 week", "hier": "2026-12-31 day",
                "le mois dernier": "2026-12-01..<2027-01-01 month", "ce week-end": "2026-12-26..<2026-12-28 weekend",
                "le week-end prochain": "2027-01-02..<2027-01-04 weekend", "lundi": "2026-12-28 day", "vendredi": "2026-12-25 day",
                "depuis aujourd'hui": "since 2027-01-01..<… day", "depuis hier": "since 2026-12-31 day", "last year": "2026-01-01..<2027-01-01 year",
                "l'hiver dernier": "2025-12-01..<2026-03-01 season", "cet hiver": "2026-12-01..<2027-03-01 season", "le 31": "2026-12-31 day",
                "last week on Sunday": "2026-12-27 day",
            ], .past, now: "2026-12-31T23:00:00Z")
        // A Sunday still belongs to the week that began on Monday.
        try check(
            [
                "la semaine prochaine": "2026-11-23..<2026-11-30 week", "this weekend": "2026-11-21..<2026-11-23 weekend",
                "le week-end dernier": "2026-11-14..<2026-11-16 weekend", "next Monday": "2026-11-23 day",
            ], .future, now: "2026-11-22T12:00:00Z")
    }

    @Test func endsMonthsWhereTheyEnd() throws {
        try check(
            [
                "il y a un mois": "2026-02-13..<2026-03-16 month", "le mois dernier": "2026-02-01..<2026-03-01 month", "le 30": "2026-03-30 day",
                "le 29 février": "2024-02-29 day", "fin février": "2026-02-21..<2026-03-01 week", "since the end of February": "since 2026-02-21..<now week",
            ], .past, now: "2026-03-31T10:00:00Z")
        try check(
            [
                "il y a un an": "2022-11-28..<2023-05-29 year", "le 29 février": "2024-02-29 day", "l'année dernière": "2023-01-01..<2024-01-01 year",
                "demain": "2024-03-01 day", "fin février": "2024-02-21..<2024-03-01 week",
            ], .past, now: "2024-02-29T10:00:00Z")
        try check(["le 29 février": "2028-02-29 day", "le 31": "2026-12-31 day", "on the 30th": "2026-11-30 day"], .future, now: "2026-11-21T13:05:00Z")
    }

    @Test func readsTheSameMomentInEachZone() throws {
        // 23:30 in New York is the next day in Paris.
        try check(
            ["yesterday": "2026-11-19 day", "tonight": "2026-11-20 18:00..<2026-11-21 partOfDay"], .past, now: "2026-11-21T04:30:00Z", zone: "America/New_York")
        try check(["yesterday": "2026-11-20 day"], .past, now: "2026-11-21T04:30:00Z")
    }

    @Test func knowsTheNightItIs() throws {
        // At two in the morning the night is still on, whatever is leant to.
        for leaning in [TimeMention.Leaning.past, .future] {
            try check(["cette nuit": "2026-11-20 22:00..<2026-11-21 06:00 partOfDay"], leaning, now: "2026-11-21T01:00:00Z")
        }
    }

    // MARK: what it says of itself

    private func one(_ text: String, _ leaning: TimeMention.Leaning, _ language: Language = .french, anchor: Date? = nil) throws -> TimeMention {
        let mentions = TimeMention.mentions(in: text, now: House.now, timeZone: House.paris, language: language, leaning: leaning, anchor: anchor)
        #expect(mentions.count == 1, "\(text)")
        return try #require(mentions.first)
    }

    @Test func saysOnWhichSideOfNowItIs() throws {
        for text in ["hier", "ce matin", "mardi", "il y a deux ans", "jusqu'en 2019", "ces trois derniers jours"] {
            let mention = try one(text, .past)
            #expect(mention.isPast && !mention.isFuture, "\(text)")
        }
        for text in ["demain", "ce soir", "mardi", "dans deux ans", "à partir de lundi", "l'été prochain"] {
            let mention = try one(text, .future)
            #expect(mention.isFuture && !mention.isPast, "\(text)")
        }
        for text in ["aujourd'hui", "cette semaine", "depuis mai", "cette année"] {
            let mention = try one(text, .past)
            #expect(!mention.isFuture && !mention.isPast, "\(text)")
        }
    }

    @Test func saysWhatItBounds() throws {
        #expect(try one("depuis 2019", .past).isSince && !one("en 2019", .past).isSince)
        #expect(try one("jusqu'à mardi", .future).isUntil && one("d'ici mardi", .future).isUntil && one("d'ici mardi", .future).bound == .by)
        #expect(try one("tous les mardis", .past).isRecurring && !one("mardi", .past).isRecurring)
        #expect(try one("mardi à 14 h", .past).isTimed && !one("mardi matin", .past).isTimed)
        #expect(try one("mardi", .past).range == 0..<1 && one("en mai dernier", .past).range == 0..<3)
    }

    @Test func hasAMoment() throws {
        let scribe = TimeScribe()
        let table: [(String, String)] = [
            ("dans deux heures", "2026-11-21 16:05"), ("dans deux semaines", "2026-12-05 14:05"), ("il y a un an", "2025-11-21 14:05"),
            ("demain", "2026-11-22"),
            ("demain à 9 h", "2026-11-22 09:00"), ("d'ici vendredi", "2026-11-28"), ("d'ici 18 h", "2026-11-21 18:00"), ("avant vendredi", "2026-11-27"),
            ("vendredi avant 18 h", "2026-11-27 18:00"), ("depuis mai", "2026-05-01"), ("d'ici trois jours", "2026-11-24 14:05"),
        ]
        for (text, moment) in table { #expect(try scribe.moment(one(text, .future).point) == moment, "\(text)") }
    }

    @Test func countsFromAnAnchor() throws {
        // Wednesday 6 May 2026
        let anchor = try time("2026-05-06T10:00:00Z"), scribe = TimeScribe()
        let french: [(String, String)] = [
            ("le lendemain", "2026-05-07 day"), ("la veille", "2026-05-05 day"), ("le surlendemain", "2026-05-08 day"), ("le jour même", "2026-05-06 day"),
            ("la veille au soir", "2026-05-05 18:00..<2026-05-06 partOfDay"), ("la semaine d'avant", "2026-04-27..<2026-05-04 week"),
            ("la semaine suivante", "2026-05-11..<2026-05-18 week"), ("le mois d'après", "2026-06-01..<2026-07-01 month"),
            ("l'année d'avant", "2025-01-01..<2026-01-01 year"), ("le mardi suivant", "2026-05-12 day"),
            ("le week-end d'après", "2026-05-09..<2026-05-11 weekend"),
        ]
        for (text, expected) in french { #expect(scribe.times(text, .french, .past, anchor: anchor) == expected, "\(text)") }
        let english: [(String, String)] = [
            ("the next day", "2026-05-07 day"), ("the day before", "2026-05-05 day"), ("the week before", "2026-04-27..<2026-05-04 week"),
            ("the following month", "2026-06-01..<2026-07-01 month"), ("two days later", "2026-05-08 day"), ("the year after", "2027-01-01..<2028-01-01 year"),
        ]
        for (text, expected) in english { #expect(scribe.times(text, .english, .past, anchor: anchor) == expected, "\(text)") }
        for text in ["le lendemain", "la veille", "la semaine d'avant"] { #expect(scribe.times(text, .french, .past) == "–", "\(text)") }
    }

    // MARK: anything

    @Test func isNeverEmptyNorBackwards() throws {
        var random = SeededGenerator(seed: 11)
        let french = """
            hier avant demain après aujourd'hui ce cette cet ces soir matin nuit midi minuit la le les l' semaine mois année an jour jours dernier dernière \
            prochain prochaine il y a dans depuis jusqu'à d'ici entre et de du au à en mai mars été hiver lundi mardi dimanche 3 31 14 h 30 2019 99999 0 - / : \
            , . début mi fin week-end tous chaque sur deux quelques années 90 Noël Pâques veille lendemain d'avant suivante trois derniers ans heures minutes
            """
        let english = """
            yesterday today tomorrow tonight last next this past the day before after week weekend month year morning night noon ago in on at by until since \
            from to between and of early late mid end beginning May March summer winter Monday Sunday 3rd 31 2 pm 2019 99999 0 - / : , . every each for few \
            two 90s nineties Christmas Easter eve couple half an hour minutes days years fortnight earlier later nineteen eighty now other within over
            """
        let words = (french + " " + english).split(whereSeparator: \.isWhitespace).map(String.init)
        let zones = ["Europe/Paris", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu", "America/New_York"].compactMap { TimeZone(identifier: $0) }
        for round in 0..<8000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
            let now = House.now.addingTimeInterval(Double.random(in: -3e8...3e8, using: &random))
            let zone = zones[round % zones.count], folded = FoldedText(text)
            for language in Language.allCases {
                for leaning in [TimeMention.Leaning.past, .future] {
                    var from = 0
                    for mention in TimeMention.mentions(
                        in: folded, now: now, timeZone: zone, language: language, leaning: leaning, anchor: round % 2 == 0 ? now : nil)
                    {
                        #expect(mention.span.duration > 0 && mention.range.lowerBound >= from && !mention.range.isEmpty, "\(text)")
                        #expect(mention.range.upperBound <= folded.tokens.count && mention.point.timeIntervalSince1970.isFinite, "\(text)")
                        #expect(!(mention.isPast && mention.isFuture), "\(text)")
                        from = mention.range.upperBound
                    }
                }
            }
        }
    }

    @Test func isNotImpressedByStrangeTexts() {
        for text in [
            "", " ", "…", "2019", "99999999999999999999 ans", "il y a 99999999999999 ans", "dans 1e99 jours", "le 0 mai", "le 32 mai", "31/02/2019",
            "0000-00-00",
        ] {
            #expect(TimeScribe().times(text, .french, .past) == "–", "\(text)")
        }
        let long = String(repeating: "hier ", count: 5000)
        #expect(TimeMention.mentions(in: long, now: House.now, timeZone: House.paris, language: .french, leaning: .past).count == 32)
    }
}
