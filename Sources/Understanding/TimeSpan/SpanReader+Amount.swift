import Base
import Domain
import Foundation

/// Lengths of time before and after now.
extension SpanReader {
    /// "deux semaines", "quelques jours", "about an hour"
    struct Amount {
        /// The same but for "quelques", which is two to six.
        var least: DurationExpression
        var most: DurationExpression
        var precision: TimeMention.Precision
        /// Whether it was given in whole days.
        var isDays: Bool { precision == .day }
        var isRough = false
    }

    /// What "quelques" and "a few" stand for.
    static let few = 2...6

    func amount(at start: Int) -> (Amount, next: Int)? {
        var index = text.readsAny(language == .french ? Self.frenchAbout : Self.englishAbout, at: start, before: end) ?? start
        if let next = text.readsAny(language == .french ? Self.frenchFew : Self.englishFew, at: index, before: end),
            let precision = Self.precision(of: text[next], language), next < end
        {
            index = next + 1
            let least = few(Self.few.lowerBound, precision, text[next], index), most = few(Self.few.upperBound, precision, text[next], index)
            return (Amount(least: least, most: most, precision: precision, isRough: true), index)
        }
        // "deux ou trois jours"
        if let low = Numerals.readWhole(text, at: index, before: end, language), ["ou", "a", "or", "to", "-"].contains(text[low.next]),
            let high = Numerals.readWhole(text, at: low.next + 1, before: end, language), (1...1000).contains(low.value), low.value < high.value,
            high.value <= 1000, let precision = Self.precision(of: text[high.next], language)
        {
            let least = few(low.value, precision, text[high.next], high.next + 1), most = few(high.value, precision, text[high.next], high.next + 1)
            return (Amount(least: least, most: most, precision: precision, isRough: true), high.next + 1)
        }
        guard index < end,
            text.tokens[index].kind == .number || Numerals.starters.contains(text[index])
                || ["an", "half", "quarter", "demi", "another"].contains(text[index]),
            var length = DurationExpression.read(text, at: index, before: end, language),
            var precision = Self.precision(of: text[length.next - 1], language) ?? Self.precision(of: length)
        else { return nil }
        index = length.next
        if precision == .hour, length.seconds.truncatingRemainder(dividingBy: 3600) != 0 { precision = .minute }
        // French counts the days of a week and of a fortnight at both ends.
        if language == .french, precision == .day, let days = [8: 7, 15: 14][length.days], length.seconds == 0, length.months == 0 {
            (length.days, precision) = (days, .week)
        }
        return (Amount(least: length, most: length, precision: precision), index)
    }

    func few(_ count: Int, _ precision: TimeMention.Precision, _ unit: String, _ next: Int) -> DurationExpression {
        switch precision {
        case .minute: DurationExpression(seconds: unit.hasPrefix("s") ? Double(count) : Double(count) * 60, next: next)
        case .hour: DurationExpression(seconds: Double(count) * 3600, next: next)
        case .week: DurationExpression(days: count * 7, next: next)
        case .month: DurationExpression(months: count, next: next)
        case .year: DurationExpression(months: count * 12, next: next)
        default: DurationExpression(days: count, next: next)
        }
    }

    private static func precision(of length: DurationExpression) -> TimeMention.Precision? {
        if length.months > 0 { return length.months % 12 == 0 ? .year : .month }
        if length.days > 0 { return .day }
        return length.seconds.truncatingRemainder(dividingBy: 3600) == 0 ? .hour : .minute
    }

    static func precision(of unit: String, _ language: Language) -> TimeMention.Precision? { units[language]?[unit] }

    private static let units: [Language: [String: TimeMention.Precision]] = [
        .french: [
            "seconde": .minute, "secondes": .minute, "minute": .minute, "minutes": .minute, "min": .minute, "heure": .hour, "heures": .hour, "h": .hour,
            "jour": .day, "jours": .day, "semaine": .week, "semaines": .week, "mois": .month, "an": .year, "ans": .year, "annee": .year, "annees": .year,
        ],
        .english: [
            "second": .minute, "seconds": .minute, "minute": .minute, "minutes": .minute, "min": .minute, "mins": .minute, "hour": .hour, "hours": .hour,
            "day": .day, "days": .day, "week": .week, "weeks": .week, "fortnight": .week, "month": .month, "months": .month, "year": .year, "years": .year,
        ],
    ]

    private static let frenchAbout: [[String]] = [
        ["un", "peu", "plus", "de"], ["un", "peu", "moins", "de"], ["plus", "de", "d"], ["plus", "de"], ["plus", "d"], ["moins", "de"], ["moins", "d"],
        ["a", "peu", "pres"], ["a", "peine"], ["au", "moins"], ["de", "cela"], ["environ"], ["presque"], ["quasiment"], ["bien"], ["deja"], ["maintenant"],
        ["pres", "de"], ["pres", "d"],
    ]
    private static let englishAbout: [[String]] = [
        ["a", "little", "over"], ["a", "bit", "over"], ["just", "over"], ["well", "over"], ["more", "than"], ["less", "than"], ["at", "least"], ["about"],
        ["almost", "exactly"], ["almost"], ["nearly"], ["over"], ["around"], ["roughly"], ["only"], ["exactly"], ["just"], ["some"],
    ]
    private static let frenchFew: [[String]] = [["quelques"], ["plusieurs"], ["qques"]]
    private static let englishFew: [[String]] = [
        ["a", "few"], ["quite", "a", "few"], ["few"], ["several"], ["some"], ["many"], ["a", "couple", "or", "three"],
    ]

    // MARK: that long before or after now

    /// The time that lies so far away, as wide as people mean it.
    func away(_ amount: Amount, _ sign: Int) -> Period {
        let near = amount.least, far = amount.most
        if near.months == 0, near.days == 0 {
            let exact = now.addingTimeInterval(Double(sign) * near.seconds)
            // Half an hour of hours, a quarter of minutes.
            let slack = near.seconds >= 3600 ? 1800 : max(60, near.seconds / 4)
            let start = now.addingTimeInterval(Double(sign) * (sign < 0 ? far : near).seconds - (amount.isRough ? 0 : slack))
            let end = now.addingTimeInterval(Double(sign) * (sign < 0 ? near : far).seconds + (amount.isRough ? 0 : slack))
            let days = CivilDay(start, in: resolver.calendar.timeZone).number...CivilDay(end, in: resolver.calendar.timeZone).number
            return Period(Range(days), amount.precision, moments: start..<end, point: exact)
        }
        if amount.isRough {
            let ends = [day(near, sign), day(far, sign)].sorted()
            return Period(ends[0].number..<ends[1].number + 1, amount.precision, point: exact(near, sign))
        }
        let center = day(near, sign), point = exact(near, sign)
        func around(months: Int) -> Period {
            Period(center.adding(months: -months).number..<center.adding(months: months).number + 1, amount.precision, point: point)
        }
        func around(days: Int) -> Period { Period(center.number - days..<center.number + days + 1, amount.precision, point: point) }
        switch amount.precision {
        case .week: return around(days: 3)
        case .month: return near.months < 12 ? around(days: 15) : around(months: 2)
        case .year: return around(months: near.months <= 36 ? 3 : 6)
        default: return around(days: near.months > 0 ? 7 : near.days % 10 == 0 ? near.days / 10 : 0)
        }
    }

    /// "deux mardis", "three weekends": counted back from the last one.
    func namedAgo(at index: Int) -> Found? {
        guard index < end, let (count, next) = Numerals.readWhole(text, at: index, before: end, language), (2...52).contains(count), next < end else {
            return nil
        }
        let back = (count - 1) * 7
        if let after = text.readsAny([["weekends"], ["weekend"], ["week", "ends"], ["week", "end"]], at: next, before: end) {
            return (Period(weekendOf: CivilDay(number: weekend(.last).days.lowerBound - back)), after)
        }
        let names = language == .french ? TimeReader.frenchWeekdays : TimeReader.englishWeekdays
        let word = text[next], singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        guard let name = names[singular] else { return nil }
        return (Period(day: weekday((name + 5) % 7 + 1, .last).days.lowerBound - back), next + 1)
    }

    /// From so long ago up to now, or from now on for so long.
    func window(_ amount: Amount, _ sign: Int) -> Period {
        let length = amount.most, today = today.number
        if length.months == 0, length.days == 0 {
            let exact = now.addingTimeInterval(Double(sign) * length.seconds), far = CivilDay(exact, in: resolver.calendar.timeZone).number
            return Period(min(today, far)..<max(today, far) + 1, amount.precision, moments: min(now, exact)..<max(now, exact), point: exact)
        }
        let far = day(length, sign).number
        if sign < 0 { return Period(far..<today + 1, amount.precision, moments: moment(far, 0)..<max(now, moment(far, 1)), point: moment(far, 0)) }
        return Period(today..<far + 1, amount.precision, moments: now..<moment(far + 1, 0), point: exact(length, sign))
    }

    private func day(_ length: DurationExpression, _ sign: Int) -> CivilDay {
        today.adding(months: sign * length.months).adding(days: sign * (length.days + Int(length.seconds / 86_400)))
    }

    private func exact(_ length: DurationExpression, _ sign: Int) -> Date {
        let components = DateComponents(month: sign * length.months, day: sign * length.days)
        return (resolver.calendar.date(byAdding: components, to: now) ?? now).addingTimeInterval(Double(sign) * length.seconds)
    }
}
