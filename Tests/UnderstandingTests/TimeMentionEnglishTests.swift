import Base
import Testing
import Understanding

/// Times in English, as they are meant on Saturday 21 November 2026 at 14:05 in Paris.
struct TimeMentionEnglishTests {
    /// Checks a whole table at once, so that one run shows every line that went wrong.
    private func check(_ table: String, _ leaning: TimeMention.Leaning) {
        let scribe = TimeScribe()
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: " → ").map(String.init)
            #expect(columns.count == 2, "\(line)")
            #expect(scribe.times(columns[0], .english, leaning) == columns.last, "\(columns[0])")
        }
    }

    @Test func readsWhatWas() { check(Self.past, .past) }
    @Test func readsWhatIsToCome() { check(Self.future, .future) }

    @Test func leavesOtherWordsAlone() {
        for text in Self.none.split(separator: "\n").map(String.init) {
            #expect(TimeScribe().times(text, .english, .past) == "–", "\(text)")
        }
    }

    private static let past = """
        yesterday → 2026-11-20 day
        the day before yesterday → 2026-11-19 day
        today → 2026-11-21 day
        tomorrow → 2026-11-22 day
        the day after tomorrow → 2026-11-23 day
        this morning → 2026-11-21 05:00..<12:00 partOfDay
        this afternoon → 2026-11-21 12:00..<18:00 partOfDay
        this evening → 2026-11-21 18:00..<2026-11-22 partOfDay
        tonight → 2026-11-21 18:00..<2026-11-22 partOfDay
        last night → 2026-11-20 18:00..<2026-11-21 06:00 partOfDay
        yesterday morning → 2026-11-20 05:00..<12:00 partOfDay
        yesterday evening → 2026-11-20 18:00..<2026-11-21 partOfDay
        yesterday at 2 pm → 2026-11-20 14:00..<15:00 hour
        yesterday at 2:30 pm → 2026-11-20 14:30..<14:31 minute
        at 9 am yesterday → 2026-11-20 09:00..<10:00 hour
        yesterday at half past two → 2026-11-20 14:30..<14:31 minute
        Tuesday → 2026-11-17 day
        on Tuesday → 2026-11-17 day
        Saturday → 2026-11-14 day
        last Tuesday → 2026-11-17 day
        next Friday → 2026-11-27 day
        this Friday → 2026-11-20 day
        this past Tuesday → 2026-11-17 day
        Tuesday night → 2026-11-17 18:00..<2026-11-18 06:00 partOfDay
        Tuesday last week → 2026-11-10 day
        on Tuesday of last week → 2026-11-10 day
        the Tuesday before last → 2026-11-10 day
        Monday the 16th → 2026-11-16 day
        Thursday, May 7th → 2026-05-07 day
        this week → 2026-11-16..<2026-11-23 week
        last week → 2026-11-09..<2026-11-16 week
        next week → 2026-11-23..<2026-11-30 week
        the week before last → 2026-11-02..<2026-11-09 week
        the week of May 3rd → 2026-04-27..<2026-05-04 week
        this weekend → 2026-11-21..<2026-11-23 weekend
        last weekend → 2026-11-14..<2026-11-16 weekend
        next weekend → 2026-11-28..<2026-11-30 weekend
        over the weekend → 2026-11-21..<2026-11-23 weekend
        on the weekend → 2026-11-21..<2026-11-23 weekend
        this month → 2026-11-01..<2026-12-01 month
        last month → 2026-10-01..<2026-11-01 month
        next month → 2026-12-01..<2027-01-01 month
        this year → 2026-01-01..<2027-01-01 year
        last year → 2025-01-01..<2026-01-01 year
        next year → 2027-01-01..<2028-01-01 year
        the year before last → 2024-01-01..<2025-01-01 year
        two weeks ago → 2026-11-04..<2026-11-11 week
        three days ago → 2026-11-18 day
        a year ago → 2025-08-21..<2026-02-22 year
        two and a half years ago → 2024-02-21..<2024-08-22 year
        ten years ago → 2016-05-21..<2017-05-22 year
        a few days ago → 2026-11-15..<2026-11-20 day
        a couple of weeks ago → 2026-11-04..<2026-11-11 week
        several months ago → 2026-05-21..<2026-09-22 month
        about three months ago → 2026-08-06..<2026-09-06 month
        an hour ago → 2026-11-21 12:35..<13:35 hour
        ten minutes ago → 2026-11-21 13:52:30..<13:57:30 minute
        a fortnight ago → 2026-11-04..<2026-11-11 week
        this summer → 2026-06-01..<2026-09-01 season
        last summer → 2026-06-01..<2026-09-01 season
        last winter → 2025-12-01..<2026-03-01 season
        next winter → 2026-12-01..<2027-03-01 season
        in the summer → 2026-06-01..<2026-09-01 season
        in summer 2019 → 2019-06-01..<2019-09-01 season
        in the summer of 2019 → 2019-06-01..<2019-09-01 season
        summer 2019 → 2019-06-01..<2019-09-01 season
        last fall → 2025-09-01..<2025-12-01 season
        in the spring → 2026-03-01..<2026-06-01 season
        in May → 2026-05-01..<2026-06-01 month
        back in May → 2026-05-01..<2026-06-01 month
        last May → 2026-05-01..<2026-06-01 month
        next May → 2027-05-01..<2027-06-01 month
        in November → 2026-11-01..<2026-12-01 month
        in May 2019 → 2019-05-01..<2019-06-01 month
        in May of 2019 → 2019-05-01..<2019-06-01 month
        May 2019 → 2019-05-01..<2019-06-01 month
        in May last year → 2025-05-01..<2025-06-01 month
        in May of last year → 2025-05-01..<2025-06-01 month
        in the month of May → 2026-05-01..<2026-06-01 month
        in 2019 → 2019-01-01..<2020-01-01 year
        back in 2019 → 2019-01-01..<2020-01-01 year
        in nineteen eighty-five → 1985-01-01..<1986-01-01 year
        in twenty nineteen → 2019-01-01..<2020-01-01 year
        in the year 2000 → 2000-01-01..<2001-01-01 year
        May 3rd → 2026-05-03 day
        on May 3rd → 2026-05-03 day
        May 3, 2019 → 2019-05-03 day
        3 May 2019 → 2019-05-03 day
        the 3rd of May → 2026-05-03 day
        the third of May 2019 → 2019-05-03 day
        on the 3rd → 2026-11-03 day
        on the 25th → 2026-10-25 day
        on the third → 2026-11-03 day
        on the 3rd of last month → 2026-10-03 day
        the 15th of this month → 2026-11-15 day
        on December 25th → 2025-12-25 day
        February 29 → 2024-02-29 day
        Monday May 3 2027 at 2 pm → 2027-05-03 14:00..<15:00 hour
        on May 5th at 9:15 am → 2026-05-05 09:15..<09:16 minute
        2019-05-03 → 2019-05-03 day
        03/05/2019 → 2019-05-03 day
        12/25/2019 → 2019-12-25 day
        early May → 2026-05-01..<2026-05-11 week
        mid-May → 2026-05-11..<2026-05-21 week
        late May 2019 → 2019-05-21..<2019-06-01 week
        at the end of May → 2026-05-21..<2026-06-01 week
        at the beginning of the month → 2026-11-01..<2026-11-11 week
        at the end of last year → 2025-09-01..<2026-01-01 season
        the end of 2019 → 2019-09-01..<2020-01-01 season
        early 2020 → 2020-01-01..<2020-05-01 season
        early last week → 2026-11-09..<2026-11-11 day
        earlier this week → 2026-11-16..<now week
        earlier today → 2026-11-21..<now day
        in the nineties → 1990-01-01..<2000-01-01 decade
        in the 90s → 1990-01-01..<2000-01-01 decade
        in the 1990s → 1990-01-01..<2000-01-01 decade
        in the 2010s → 2010-01-01..<2020-01-01 decade
        in the early eighties → 1980-01-01..<1983-01-01 year
        at Christmas → 2025-12-24..<2025-12-26 day
        last Christmas → 2025-12-24..<2025-12-26 day
        Christmas 2019 → 2019-12-24..<2019-12-26 day
        on Christmas Day → 2025-12-25 day
        on Christmas Eve → 2025-12-24 day
        at Easter → 2026-04-04..<2026-04-07 day
        on New Year's Eve → 2025-12-31 day
        last Halloween → 2026-10-31 day
        the day after Christmas → 2025-12-26 day
        the morning of May 3rd → 2026-05-03 05:00..<12:00 partOfDay
        since yesterday → since 2026-11-20..<now day
        since 2019 → since 2019-01-01..<now year
        since May → since 2026-05-01..<now month
        since Tuesday → since 2026-11-17..<now day
        since this morning → since 2026-11-21 05:00..<now partOfDay
        since last summer → since 2026-06-01..<now season
        since May 3rd → since 2026-05-03..<now day
        since Christmas → since 2025-12-24..<now day
        since 9 am → since 2026-11-21 09:00..<now hour
        since the beginning of the year → since 2026-01-01..<now season
        ever since 2019 → [since 2019] since 2019-01-01..<now year
        for two years → since 2024-11-21..<now year
        for the past two weeks → since 2026-11-07..<now week
        for about a month → since 2026-10-21..<now month
        until Friday → until …..<2026-11-21 day
        until 2019 → until …..<2020-01-01 year
        until last week → until …..<2026-11-16 week
        before Christmas → until …..<2025-12-24 day
        before 2019 → until …..<2019-01-01 year
        after 2019 → since 2020-01-01..<now year
        after Easter → since 2026-04-07..<now day
        between May and July → 2026-05-01..<2026-08-01 month
        between 2015 and 2018 → 2015-01-01..<2019-01-01 year
        from 2015 to 2018 → 2015-01-01..<2019-01-01 year
        from May to July 2019 → 2019-05-01..<2019-08-01 month
        from Monday to Wednesday → 2026-11-16..<2026-11-19 day
        between the 3rd and the 10th of May → 2026-05-03..<2026-05-11 day
        from May 3rd to the 10th → 2026-05-03..<2026-05-11 day
        from May 3 to June 10 → 2026-05-03..<2026-06-11 day
        between November and January → 2025-11-01..<2026-02-01 month
        Tuesday between 2 pm and 4 pm → 2026-11-17 14:00..<16:00 hour
        from 9 am to noon → 2026-11-21 09:00..<12:00 hour
        the last three days → 2026-11-18..<now day
        over the last two weeks → 2026-11-07..<now week
        in the past few days → 2026-11-15..<now day
        over the past month → 2026-10-21..<now month
        the last 24 hours → 2026-11-20 14:05..<now hour
        in recent days → 2026-11-15..<now day
        recently → 2026-10-22..<now vague
        lately → 2026-10-22..<now vague
        the other day → 2026-10-31..<now vague
        just now → 2026-11-21 13:50..<now minute
        every Tuesday → 2026-11-17 day, again
        every week → 2026-11-21 day, again
        every Monday at 2 pm → 2026-11-16 14:00..<15:00 hour, again
        on Mondays → 2026-11-16 day, again
        Mondays → 2026-11-16 day, again
        every day → 2026-11-21 day, again
        daily → 2026-11-21 day, again
        on weekdays → 2026-11-20 day, again
        on the 1st of every month → 2026-11-01 day, again
        I saw him on Tuesday and the next day he left → [on Tuesday] 2026-11-17 day + [the next day] 2026-11-18 day
        we arrived on May 3rd, the day before it rained → [on May 3rd] 2026-05-03 day + [the day before] 2026-05-02 day
        we met in 2015 and the following year we moved → [in 2015] 2015-01-01..<2016-01-01 year + [the following year] 2016-01-01..<2017-01-01 year
        what did we say last Tuesday about the holidays? → [last Tuesday] 2026-11-17 day
        do you remember what I ate last night and the day before yesterday? → [last night] 2026-11-20 18:00..<2026-11-21 06:00 partOfDay + [the day before yesterday] 2026-11-19 day
        I worked at Renault from 2010 to 2015 → [from 2010 to 2015] 2010-01-01..<2016-01-01 year
        Lea has lived in Lyon since May → [since May] since 2026-05-01..<now month
        I was born on March 12, 1985 → [on March 12, 1985] 1985-03-12 day
        we got married in June 2012 → [in June 2012] 2012-06-01..<2012-07-01 month
        the photos from last week → [last week] 2026-11-09..<2026-11-16 week
        we moved here in May two years ago → [in May two years ago] 2024-05-01..<2024-06-01 month
        since 9 → since 2026-11-21 09:00..<now hour
        from 3 to 5 pm → 2026-11-20 15:00..<17:00 hour
        Tuesday from 3 to 5 pm → 2026-11-17 15:00..<17:00 hour
        between 2 and 4 pm → 2026-11-21 14:00..<16:00 hour
        two or three days ago → 2026-11-18..<2026-11-20 day
        the weekend before last → 2026-11-07..<2026-11-09 weekend
        at 5 → 2026-11-20 17:00..<18:00 hour
        on the night of the 3rd → 2026-11-03 18:00..<2026-11-04 06:00 partOfDay
        over Christmas → 2025-12-24..<2025-12-26 day
        during the summer of 2018 → 2018-06-01..<2018-09-01 season
        Saturday or Sunday → [Saturday] 2026-11-14 day + [Sunday] 2026-11-15 day
        what happened on the 14th of July 2020 ? → [on the 14th of July 2020] 2020-07-14 day
        Sunday, Monday and Tuesday → [Sunday] 2026-11-15 day + [Monday] 2026-11-16 day + [Tuesday] 2026-11-17 day
        in early 2021 → 2021-01-01..<2021-05-01 season
        since early May → since 2026-05-01..<now week
        until the end of 2020 → until …..<2021-01-01 season
        I moved to Paris after the summer → [after the summer] since 2026-09-01..<now season
        at noon → 2026-11-21 12:00..<13:00 hour
        at midnight → 2026-11-21..<2026-11-21 01:00 hour
        yesterday around 5 → 2026-11-20 17:00..<18:00 hour
        1 May → 2026-05-01 day
        May 2020 was hard → [May 2020] 2020-05-01..<2020-06-01 month
        last year in May → 2025-05-01..<2025-06-01 month
        last week on Tuesday → 2026-11-10 day
        last week, on Tuesday at 2 pm → 2026-11-10 14:00..<15:00 hour
        in 2019 at Christmas → 2019-12-24..<2019-12-26 day
        last year on May 3rd → 2025-05-03 day
        half an hour ago → 2026-11-21 13:27:30..<13:42:30 minute
        a quarter of an hour ago → 2026-11-21 13:46:15..<13:53:45 minute
        every summer → 2026-06-01..<2026-09-01 season, again
        every Christmas → 2025-12-24..<2025-12-26 day, again
        every year in May → 2026-05-01..<2026-06-01 month, again
        every May → 2026-05-01..<2026-06-01 month, again
        on Easter Monday → 2026-04-06 day
        two weekends ago → 2026-11-07..<2026-11-09 weekend
        three Fridays ago → 2026-11-06 day
        last Fri → 2026-11-20 day
        on Tues → 2026-11-17 day
        on Oct 5th → 2026-10-05 day
        Sept 5, 2019 → 2019-09-05 day
        5 Sept. 2019 → 2019-09-05 day
        what have you been up to lately → [lately] 2026-10-22..<now vague
        around 2010 → 2010-01-01..<2011-01-01 year
        on Tuesday we saw Paul at 2 pm → [on Tuesday] 2026-11-17 day + [at 2 pm] 2026-11-17 14:00..<15:00 hour
        """

    private static let future = """
        Tuesday → 2026-11-24 day
        Saturday → 2026-11-28 day
        next Tuesday → 2026-11-24 day
        this Friday → 2026-11-27 day
        this coming Friday → 2026-11-27 day
        this weekend → 2026-11-21..<2026-11-23 weekend
        next weekend → 2026-11-28..<2026-11-30 weekend
        tonight → 2026-11-21 18:00..<2026-11-22 partOfDay
        tonight at 8 → 2026-11-21 20:00..<21:00 hour
        tomorrow at 9 → 2026-11-22 09:00..<10:00 hour
        tomorrow morning at 8 → 2026-11-22 08:00..<09:00 hour
        tomorrow night → 2026-11-22 18:00..<2026-11-23 06:00 partOfDay
        the day after tomorrow at noon → 2026-11-23 12:00..<13:00 hour
        at 6 pm → 2026-11-21 18:00..<19:00 hour
        at 10 am → 2026-11-22 10:00..<11:00 hour
        in three days → 2026-11-24 day
        in two weeks → 2026-12-02..<2026-12-09 week
        in an hour → 2026-11-21 14:35..<15:35 hour
        in ten minutes → 2026-11-21 14:12:30..<14:17:30 minute
        in a month → 2026-12-06..<2027-01-06 month
        in a few days → 2026-11-23..<2026-11-28 day
        in two weeks' time → 2026-12-02..<2026-12-09 week
        three weeks from now → 2026-12-09..<2026-12-16 week
        within two weeks → by now..<2026-12-06 week
        by Friday → by now..<2026-11-28 day
        by the end of the month → by now..<2026-12-01 week
        by the end of May → by now..<2027-06-01 week
        by Christmas → by now..<2026-12-26 day
        by 6 pm → by now..<2026-11-21 18:00 hour
        by 2030 → by now..<2031-01-01 year
        by next week → by now..<2026-11-30 week
        before Friday → until now..<2026-11-27 day
        before 6 pm → until now..<2026-11-21 18:00 hour
        before the end of the week → by now..<2026-11-23 day
        for Tuesday → 2026-11-24 day
        until Friday → until now..<2026-11-28 day
        until next week → until now..<2026-11-30 week
        until May 3rd → until now..<2027-05-04 day
        starting Monday → since 2026-11-23..<… day
        from Monday on → since 2026-11-23..<… day
        as of 2030 → since 2030-01-01..<… year
        this summer → 2027-06-01..<2027-09-01 season
        next summer → 2027-06-01..<2027-09-01 season
        this winter → 2026-12-01..<2027-03-01 season
        in May → 2027-05-01..<2027-06-01 month
        in November → 2026-11-01..<2026-12-01 month
        next May → 2027-05-01..<2027-06-01 month
        on the 3rd → 2026-12-03 day
        on the 21st → 2026-11-21 day
        on May 3rd in the evening → 2027-05-03 18:00..<2027-05-04 partOfDay
        at Christmas → 2026-12-24..<2026-12-26 day
        at Easter → 2027-03-27..<2027-03-30 day
        at the end of November → 2026-11-21..<2026-12-01 week
        early January → 2027-01-01..<2027-01-11 week
        later today → now..<2026-11-22 day
        later this week → now..<2026-11-23 week
        every Tuesday → 2026-11-24 day, again
        the next three days → now..<2026-11-25 day
        in the next two weeks → now..<2026-12-06 week
        soon → now..<2026-12-21 vague
        from May to July → 2027-05-01..<2027-08-01 month
        from the 3rd to the 10th → 2026-12-03..<2026-12-11 day
        I have to return the book on Friday before 6 pm → [on Friday before 6 pm] 2026-11-27..<2026-11-27 18:00 hour
        I need to call the plumber Monday morning → [Monday morning] 2026-11-23 05:00..<12:00 partOfDay
        by 5 → by now..<2026-11-21 17:00 hour
        next Wed → 2026-11-25 day
        """

    private static let none = """
        February 30
        the cat is on the table
        you may come in
        we march on
        I have three children
        she is 12 years old
        the code is 4512
        it costs 2019 dollars
        on the third floor
        the 3rd time
        the second one
        the Christmas tree is in the living room
        after lunch
        before leaving
        since I know you
        until you leave
        from 3 to 5 apples
        the end of the story
        by train
        a second chance
        I will fall
        May I come in
        he lives at 3 Main Street
        August is my cat
        for two hours
        12
        the last time we met
        last time
        next door
        in the morning
        since I was 12 years old
        this May
        between 3 and 5 apples
        every time I see you
        we sat in the sun
        at 2700 kelvins
        for 2000 people
        """
}
