import Base
import Domain

extension SpanReader {
    // MARK: days from today

    /// "hier soir", "demain", "le lendemain": what needs no preposition.
    func frenchRelativeDay(at index: Int) -> Found? {
        switch text[index] {
        case "hier": return withTimeOfDay(day(-1), at: index + 1)
        case "avant" where text[index + 1] == "hier": return withTimeOfDay(day(-2), at: index + 2)
        case "aujourd" where text[index + 1] == "hui": return withTimeOfDay(day(0), at: index + 2)
        case "demain": return withTimeOfDay(day(1), at: index + 1)
        case "apres" where text[index + 1] == "demain": return withTimeOfDay(day(2), at: index + 2)
        case "le", "la", "l": return frenchNextToAnchor(at: index + 1)
        case "lendemain", "surlendemain", "veille": return frenchNextToAnchor(at: index)
        default: return nil
        }
    }

    /// "la veille de Noël", "le lendemain", "le jour d'après"
    private func frenchNextToAnchor(at index: Int) -> Found? {
        let table: [([String], Int)] = [
            (["lendemain"], 1), (["surlendemain"], 2), (["avant", "veille"], -2), (["veille"], -1), (["jour", "d", "avant"], -1), (["jour", "precedent"], -1),
            (["jour", "d", "apres"], 1), (["jour", "suivant"], 1), (["jour", "meme"], 0),
        ]
        for (words, offset) in table {
            guard let next = text.reads(words, at: index, before: end) else { continue }
            var days = anchor, after = next
            if ["de", "du", "d"].contains(close(next)), let named = period(at: close(next) == "du" ? next : next + 1, marked: true), named.period.minutes == nil
            {
                // "la veille de Noël" is that of the day itself.
                days = named.period.days.count == 2 ? named.period.days.upperBound - 1..<named.period.days.upperBound : named.period.days
                after = named.next
            }
            guard let days else { return nil }
            return withTimeOfDay(Period(day: offset < 0 ? days.lowerBound + offset : offset == 0 ? days.lowerBound : days.upperBound - 1 + offset), at: after)
        }
        return nil
    }

    // MARK: bounds

    func frenchEdge(at index: Int) -> (Edge, start: Int)? {
        switch text[index] {
        case "depuis": return (.since, index + 1)
        case "jusqu": return (.until, index + 1)
        case "d" where text[index + 1] == "ici":
            return (.by, text[index + 2] == "a" && text[index + 3] != "l" ? index + 3 : index + 2)
        case "avant": return frenchThird(at: index + 1)?.1 == .end ? (.by, index + 1) : (.before, index + 1)
        case "apres" where text[index + 1] != "midi": return (.after, index + 1)
        case "a" where text[index + 1] == "partir" || text[index + 1] == "compter": return (.from, text[index + 2] == "du" ? index + 2 : index + 3)
        case "des" where text.original(index..<index + 1).lowercased() == "dès" || text[index + 1] == "demain" || weekday(at: index + 1) != nil:
            return (.from, index + 1)
        case "ca" where text[index + 1] == "fait", "cela" where text[index + 1] == "fait":
            // "ça fait deux heures de route" says nothing of now.
            guard let (_, next) = amount(at: index + 2), close(next) != "de", close(next) != "d" else { return nil }
            return (.since, index + 2)
        case "voila", "voici":
            guard let (_, next) = amount(at: index + 1), close(next) == "que" || close(next) == "qu" else { return nil }
            return (.since, index + 1)
        default: return nil
        }
    }

    // MARK: periods

    func frenchPeriod(at index: Int, marked: Bool) -> Found? {
        if let found = frenchRelativeDay(at: index) { return found }
        switch text[index] {
        case "ce", "cet", "cette", "ces": return frenchThis(at: index + 1)
        case "le", "la", "l", "les": return frenchArticle(at: index + 1, article: text[index], preposition: marked ? text[index - 1] : "")
        case "il" where text[index + 1] == "y" && text[index + 2] == "a", "y" where text[index + 1] == "a", "ya", "voila": return frenchAgo(at: index)
        case "dans": return frenchWithin(at: index + 1)
        case "au", "aux", "du", "des":
            // "au" is "à le".
            guard marked || text[index] == "au" || text[index] == "aux" else { return nil }
            if let next = text.reads(["cours", "de"], at: index + 1, before: end) ?? text.reads(["cours", "du"], at: index + 1, before: end) {
                return frenchArticle(at: text[next] == "la" || text[next] == "l" || text[next] == "le" ? next + 1 : next, article: "le", preposition: "pendant")
            }
            return frenchArticle(at: index + 1, article: text[index] == "au" || text[index] == "du" ? "le" : "les", preposition: text[index])
        case "de", "d": return marked ? frenchPeriod(at: index + 1, marked: true) : nil
        case "a":
            // "à Noël" and "à la mi-mai" are times; "il a été" and "à 2000 mètres" are none.
            if ["la", "le", "l"].contains(text[index + 1]) {
                return frenchArticle(at: index + 2, article: text[index + 1], preposition: "a")
            }
            if let found = frenchPeriod(at: index + 1, marked: marked) { return found }
            if let found = feast(at: index + 1, marked: true) { return withTimeOfDay(found.period, at: found.next) }
            return clock(at: index, marked: false)
        case "en", "pendant", "durant", "pour", "vers", "courant", "lors", "sur":
            let start = text[index] == "lors" ? index + 2 : index + 1
            if let found = frenchPeriod(at: start, marked: true) { return found }
            return text[index] == "en" || text[index] == "courant"
                ? frenchNoun(at: start, bare: false, preposition: text[index]) : clock(at: index, marked: false)
        case "tout" where text[index + 1] == "a" && text[index + 2] == "l" && text[index + 3] == "heure":
            let hours = leaning == .past ? now.addingTimeInterval(-6 * 3600)..<now : now..<now.addingTimeInterval(6 * 3600)
            return (Period(today.number..<today.number + 1, .hour, moments: hours), index + 4)
        case "recemment", "dernierement": return (vague(days: -30), index + 1)
        case "bientot", "prochainement": return (vague(days: 30), index + 1)
        default: break
        }
        if let found = frenchThirdOf(at: index) { return found }
        if let found = frenchWeekday(at: index) { return found }
        if let found = frenchMonth(at: index, marked: marked) { return found }
        if let found = frenchSeason(at: index, marked: marked) { return found }
        if let found = feast(at: index, marked: marked) { return withTimeOfDay(found.period, at: found.next) }
        if text[index] == "annees" || text[index] == "annee", let found = frenchDecade(at: index + 1, plural: text[index] == "annees") { return found }
        if let found = date(at: index, hasArticle: false) { return withTimeOfDay(found.period, at: found.next) }
        if marked, let (year, next) = markedYear(at: index) { return Period(year: year).map { ($0, next) } }
        return marked ? nil : clock(at: index, marked: false)
    }

    /// Some days up to now, or from now on.
    func vague(days: Int) -> Period {
        let other = moment(today.number + days, 0)
        return Period(min(today.number, today.number + days)..<max(today.number, today.number + days), .vague, moments: min(now, other)..<max(now, other))
    }

    /// "ce soir", "cette semaine", "ces trois derniers jours"
    private func frenchThis(at index: Int) -> Found? {
        for (words, part) in SpanWords.frenchParts {
            guard let next = text.reads(words, at: index, before: end), words != ["matinee"], words != ["soiree"] else { continue }
            let night = part == .night ? thisNight() : day(0).at(minutes(of: part), .partOfDay)
            return isThere(next) ? nil : withTimeOfDay(night, at: close(next) == "ci" ? next + 1 : next)
        }
        if let (period, next) = frenchLast(at: index) { return (period, next) }
        if let next = text.readsAny([["temps", "ci"], ["derniers", "temps"]], at: index, before: end) { return (vague(days: -30), next) }
        if let next = text.reads(["jours", "ci"], at: index, before: end) { return (vague(days: leaning == .past ? -7 : 7), next) }
        if let weekday = weekday(at: index) {
            if let date = date(at: index + 1, hasArticle: false) { return withTimeOfDay(date.period, at: date.next) }
            let (which, next) = frenchWhich(at: index + 1)
            return isThere(index + 1) ? nil : withTimeOfDay(self.weekday(weekday, which == .nearest ? .this : which), at: next)
        }
        guard let (period, next) = frenchNoun(at: index, bare: true, preposition: "ce"), !isThere(next) else { return nil }
        return (period, close(next) == "ci" ? next + 1 : next)
    }

    /// "cette année-là": some other one that was spoken of.
    private func isThere(_ index: Int) -> Bool { close(index) == "la" && text.original(index..<index + 1).lowercased() == "là" }

    /// The night that is, that was or that comes.
    private func thisNight() -> Period {
        let night = minutes(of: .night), isOn = now < moment(today.number, night.upperBound - 1440)
        return day(isOn || leaning == .past ? -1 : 0).at(night, .partOfDay)
    }

    private func frenchArticle(at index: Int, article: String, preposition: String) -> Found? {
        if article == "les" || text[index] == "derniere" || text[index] == "dernier" || text[index] == "dernieres" {
            if let (period, next) = frenchLast(at: index) { return (period, next) }
            guard text[index] == "annees" else { return nil }
            return frenchDecade(at: index + 1, plural: true)
        }
        if let next = text.readsAny([["autre", "jour"], ["autre", "soir"], ["autre", "fois"], ["autre", "matin"]], at: index, before: end) {
            return (vague(days: -21), next)
        }
        if text[index] == "instant", text[index - 2] == "a" || preposition == "a" {
            return (Period(today.number..<today.number + 1, .minute, moments: now.addingTimeInterval(-900)..<now), index + 1)
        }
        if let found = frenchThirdOf(at: index) { return found }
        if let weekday = weekday(at: index), Feasts.read(text, at: index, before: end) == nil {
            return frenchWeekday(weekday, at: index + 1)
        }
        if let found = frenchDayOf(at: index) { return found }
        if let found = frenchNoun(at: index, bare: ["dans", "pendant", "durant", "sur"].contains(preposition), preposition: preposition) { return found }
        let isMarked = !preposition.isEmpty
        if let found = feast(at: index, marked: isMarked || text[index - 2] == "jour") { return withTimeOfDay(found.period, at: found.next) }
        guard article == "le", let found = date(at: index, hasArticle: true) else { return nil }
        return withTimeOfDay(found.period, at: found.next)
    }

    /// "le soir du 3 mai", "la nuit de lundi à mardi", "le jour de Noël", "le matin de mardi"
    private func frenchDayOf(at index: Int) -> Found? {
        if text[index] == "jour", ["de", "du"].contains(text[index + 1]), let (feast, next) = Feasts.read(text, at: index + 2, before: end) {
            let (year, after) = year(at: next)
            let period = nearest(year) { Feasts.date(feast.rule, in: $0).map { Period(day: $0.number) } }
            return period.map { withTimeOfDay($0, at: after) }
        }
        for (words, part) in SpanWords.frenchParts {
            guard let next = text.reads(words, at: index, before: end), ["de", "du", "d"].contains(close(next)) else { continue }
            let start = text[next] == "du" ? next : next + 1
            guard let found = period(at: start, marked: true), found.period.minutes == nil, found.period.moments == nil, found.period.precision == .day
            else { return nil }
            var end = found.next
            // "de lundi à mardi" is the night between them.
            if part == .night, ["a", "au"].contains(close(end)), let other = period(at: end + 1, marked: true) { end = other.next }
            let last = found.period.days.upperBound - (found.period.days.count == 2 ? 1 : found.period.days.count)
            return (Period(day: last).at(minutes(of: part), .partOfDay), end)
        }
        return nil
    }

    // MARK: nouns

    /// "semaine dernière", "mois de mai", "été 2019". `bare`: "cette" or "pendant la" before it says which one.
    private func frenchNoun(at index: Int, bare: Bool, preposition: String) -> Found? {
        if text[index] == "mois", text[index + 1] == "de" || text[index + 1] == "d", let month = frenchMonth(at: index + 2, marked: true) { return month }
        if let found = frenchSeason(at: index, marked: bare || preposition == "en" || preposition == "au" || preposition == "a") { return found }
        let next = text.readsAny([["week", "end"], ["apres", "midi"]], at: index, before: end) ?? index + 1
        let (which, after) = frenchWhich(at: next)
        var offset = which == .last ? -1 : which == .next ? 1 : 0, base = self
        if let (steps, end) = frenchNextTo(at: next) {
            guard let anchor else { return nil }
            base.today = CivilDay(number: anchor.lowerBound)
            return base.frenchUnit(at: index, steps, steps < 0 ? .last : .next).map { ($0, end) }
        }
        let isWeek = text[index] == "semaine"
        if isWeek || text[index] == "week" || text[index] == "weekend", ["du", "de"].contains(text[next]), let found = frenchPeriod(at: next, marked: true),
            found.period.precision == .day
        {
            let day = CivilDay(number: found.period.days.upperBound - 1)
            return (isWeek ? Period(weekOf: day) : Period(weekendOf: day), found.next)
        }
        if text[index] == "annee" || text[index] == "an" {
            if let (year, end) = yearNumber(at: next) { return Period(year: year).map { ($0, end) } }
        }
        if which == .nearest {
            guard bare else { return nil }
            offset = 0
        }
        let isThis = preposition == "ce" && text[index] != "week" && text[index] != "weekend"
        return frenchUnit(at: index, offset, which == .nearest && isThis ? .this : which).map { ($0, after) }
    }

    private func frenchUnit(at index: Int, _ offset: Int, _ which: Which) -> Period? {
        switch text[index] {
        case "semaine": return week(offset)
        case "mois": return month(offset)
        case "an", "annee": return year(offset)
        case "decennie": return decade(offset)
        case "week" where text[index + 1] == "end", "weekend": return weekend(which)
        case "journee": return day(offset)
        case "matinee": return day(offset).at(minutes(of: .morning), .partOfDay)
        case "apres" where text[index + 1] == "midi": return day(offset).at(minutes(of: .afternoon), .partOfDay)
        case "soiree": return day(offset).at(minutes(of: .evening), .partOfDay)
        case "nuit":
            return which == .last ? day(-1).at(minutes(of: .night), .partOfDay) : which == .next ? day(0).at(minutes(of: .night), .partOfDay) : thisNight()
        default: return nil
        }
    }

    private func frenchWhich(at index: Int) -> (Which, next: Int) {
        switch close(index) {
        case "dernier", "derniere", "passe", "passee": return (.last, index + 1)
        case "prochain", "prochaine": return (.next, index + 1)
        case "qui" where text[index + 1] == "vient": return (.next, index + 2)
        case "a" where text[index + 1] == "venir": return (.next, index + 2)
        default: return (.nearest, index)
        }
    }

    /// "d'avant", "suivante"
    private func frenchNextTo(at index: Int) -> (Int, next: Int)? {
        switch close(index) {
        case "d" where text[index + 1] == "avant": return (-1, index + 2)
        case "d" where text[index + 1] == "apres": return (1, index + 2)
        case "precedent", "precedente": return (-1, index + 1)
        case "suivant", "suivante": return (1, index + 1)
        default: return nil
        }
    }

    private func frenchSeason(at index: Int, marked: Bool) -> Found? {
        guard let season = SpanWords.frenchSeasons[text[index]] else { return nil }
        var (year, next) = year(at: index + 1)
        guard marked || next > index + 1 else { return nil }
        // "l'hiver 2018-2019" is named by its second year.
        if case .number(let number) = year, text[next] == "-", let second = yearNumber(at: next + 1), second.year == number + 1 {
            (year, next) = (.number(second.year), second.next)
        }
        return nearest(year) { Period(season, year: $0) }.map { ($0, next) }
    }

    private func frenchMonth(at index: Int, marked: Bool) -> Found? {
        guard let month = month(at: index) else { return nil }
        let (year, next) = year(at: index + 1)
        guard marked || next > index + 1 else { return nil }
        return nearest(year) { Period(year: $0, month: month) }.map { ($0, next) }
    }

    private func frenchWeekday(at index: Int) -> Found? {
        guard let weekday = weekday(at: index), Feasts.read(text, at: index, before: end) == nil else { return nil }
        return frenchWeekday(weekday, at: index + 1)
    }

    /// What follows the name of a day: its date, which week, the time of day.
    private func frenchWeekday(_ weekday: Int, at index: Int) -> Found? {
        if !close(index).isEmpty, let date = date(at: index, hasArticle: false) { return withTimeOfDay(date.period, at: date.next) }
        if !close(index).isEmpty, text.tokens[index].kind == .number, let number = dayNumber(at: index), let day = nearestNamed(number.day, weekday),
            close(number.next) != "h",
            close(number.next) != "heures"
        {
            return withTimeOfDay(day, at: number.next)
        }
        if let next = closeReads([["en", "huit"]], at: index) { return withTimeOfDay(self.weekday(weekday, .next), weeks: 1, at: next) }
        if let next = closeReads([["en", "quinze"]], at: index) { return withTimeOfDay(self.weekday(weekday, .next), weeks: 2, at: next) }
        let start = close(index) == "de" ? index + 1 : index
        if ["la", "cette"].contains(close(start)), text[start + 1] == "semaine" {
            let (which, next) = frenchWhich(at: start + 2)
            if which != .nearest || text[start] == "cette" {
                let monday = week(which == .last ? -1 : which == .next ? 1 : 0).days.lowerBound
                return withTimeOfDay(Period(day: monday + weekday - 1), at: next)
            }
            if let (steps, next) = frenchNextTo(at: start + 2), let anchor {
                let monday = Period(weekOf: CivilDay(number: anchor.lowerBound + steps * 7)).days.lowerBound
                return withTimeOfDay(Period(day: monday + weekday - 1), at: next)
            }
        }
        if let (steps, next) = frenchNextTo(at: index), let anchor {
            var base = self
            base.today = CivilDay(number: anchor.lowerBound)
            return withTimeOfDay(base.weekday(weekday, steps < 0 ? .last : .next), at: next)
        }
        let (which, next) = frenchWhich(at: index)
        // "samedi soir dernier"
        for (words, part) in SpanWords.frenchParts where which == .nearest {
            guard let after = closeReads([words], at: index) else { continue }
            let (which, end) = frenchWhich(at: after)
            if which != .nearest { return (self.weekday(weekday, which).at(minutes(of: part), .partOfDay), end) }
        }
        return withTimeOfDay(self.weekday(weekday, which), at: next)
    }

    private func withTimeOfDay(_ day: Period, weeks: Int, at index: Int) -> Found {
        withTimeOfDay(Period(day: day.days.lowerBound + weeks * 7), at: index)
    }

    /// "lundi 3": the nearest 3rd that is a Monday.
    private func nearestNamed(_ number: Int, _ weekday: Int) -> Period? {
        for offset in 0...15 {
            let first = today.adding(months: leaning == .past ? -offset : offset, day: 1)
            guard let day = CivilDay(year: first.year, month: first.month, day: number), day.weekday == weekday else { continue }
            if leaning == .past ? day <= today : day >= today { return Period(day: day.number) }
        }
        return nil
    }

    // MARK: thirds

    /// "début", "mi", "fin" and the token after "de", "du", "de la"
    private func frenchThird(at start: Int) -> (Int, Period.Third)? {
        let index = ["la", "le", "l", "au", "en", "a"].contains(text[start]) ? start + 1 : start
        return SpanWords.frenchThirds[text[index]].map { (index + 1, $0) }
    }

    private func frenchThirdOf(at index: Int) -> Found? {
        guard let third = SpanWords.frenchThirds[text[index]] else { return nil }
        var start = index + 1
        if text[start] == "-" { start += 1 }
        if ["de", "d", "du", "des"].contains(close(start)) { start += 1 }
        if ["la", "le", "l", "les", "cette", "ce", "cet"].contains(close(start)) { start += 1 }
        guard !close(start).isEmpty || text[start - 1] == "-" else { return nil }
        if let found = frenchNoun(at: start, bare: true, preposition: "ce") { return (found.period.part(third), found.next) }
        if let found = frenchMonth(at: start, marked: true) { return (found.period.part(third), found.next) }
        if text[start] == "annees", let found = frenchDecade(at: start + 1, plural: true) { return (found.period.part(third), found.next) }
        if let (year, next) = yearNumber(at: start) { return Period(year: year).map { ($0.part(third), next) } }
        return nil
    }

    // MARK: lengths

    /// "il y a deux semaines", "y a trois jours"
    func frenchAgo(at index: Int) -> Found? {
        guard let start = text.readsAny([["il", "y", "a"], ["y", "a"], ["ya"], ["voila"]], at: index, before: end) else { return nil }
        if let found = namedAgo(at: start) { return found }
        guard let (amount, next) = amount(at: start), !["de", "d"].contains(close(next)) || text[next + 1] == "cela"
        else { return nil }
        // "il y a trois jours que…" holds since then, and is said of what began.
        return (away(amount, -1), text.reads(["de", "cela"], at: next, before: end) ?? next)
    }

    /// "dans trois jours", "dans la semaine", "dans les années 90"
    private func frenchWithin(at index: Int) -> Found? {
        if let (amount, next) = amount(at: index) { return close(next) == "de" || close(next) == "d" ? nil : (away(amount, 1), next) }
        switch text[index] {
        case "la", "le", "l", "les": return frenchArticle(at: index + 1, article: text[index], preposition: "dans")
        default: return nil
        }
    }

    /// "trois derniers jours", "dernières semaines", "dix prochaines minutes", "deux semaines à venir"
    private func frenchLast(at index: Int) -> Found? {
        let signs = ["derniers": -1, "dernieres": -1, "dernier": -1, "derniere": -1, "prochains": 1, "prochaines": 1, "prochain": 1, "prochaine": 1]
        var next = index, count = 1
        let number = Numerals.readWhole(text, at: index, before: end, language)
        if let number, number.value > 0 { (count, next) = number }
        guard let sign = signs[text[next]] else { return nil }
        next += 1
        var isFew = false
        if number == nil {
            if let after = Numerals.readWhole(text, at: next, before: end, language), after.value > 0 {
                (count, next) = after
            } else {
                isFew = text[next - 1].hasSuffix("s")
            }
        }
        // "le dernier jour" and "les derniers jours de mai" are others.
        guard next < end, let precision = Self.precision(of: text[next], language), isFew || number != nil || precision > .day || count > 1,
            !["de", "du", "d"].contains(close(next + 1))
        else { return nil }
        return window(of: isFew ? Self.few.upperBound : count, precision, text[next], sign).map { ($0, next + 1) }
    }

    /// So many of a unit up to now, or from now on.
    func window(of count: Int, _ precision: TimeMention.Precision, _ unit: String, _ sign: Int) -> Period? {
        guard (1...1000).contains(count) else { return nil }
        let length = few(count, precision, unit, 0)
        return window(Amount(least: length, most: length, precision: precision), sign)
    }

    /// "90", "quatre-vingt-dix", "2010"
    private func frenchDecade(at index: Int, plural: Bool) -> Found? {
        guard plural, let number = Numerals.readWhole(text, at: index, before: end, language), let period = decade(named: number.value) else { return nil }
        return (period, number.next)
    }
}
