import Base

/// The words of times, by language.
enum SpanWords {
    /// Without one of these, or a number, a sentence names no time.
    static let telling: [Language: Set<String>] = [
        .french: set(
            """
            hier demain aujourd lendemain surlendemain veille matin matinee matins midi minuit soir soirs soiree nuit nuits semaine semaines mois an ans annee \
            annees jour jours journee week weekend weekends decennie trimestre heure heures minute minutes seconde secondes h recemment dernierement temps \
            bientot prochainement instant premier mille tantot quotidiennement
            """
        ).union(TimeReader.frenchWeekdays.keys).union(TimeReader.frenchWeekdays.keys.map { $0 + "s" }).union(TimeReader.frenchMonths.keys)
            .union(frenchSeasons.keys).union(["etes", "hivers", "automnes"]).union(Feasts.words),
        .english: set(
            """
            yesterday today tomorrow tonight morning mornings noon midday midnight afternoon evening evenings night nights week weeks month months year years \
            day days weekend weekends weekday weekdays decade decades hour hours minute minutes second seconds fortnight recently lately ago now soon daily \
            weekly monthly yearly annually thousand eighteen nineteen twenty earlier later o am pm
            """
        ).union(TimeReader.englishWeekdays.keys).union(TimeReader.englishWeekdays.keys.map { $0 + "s" }).union(TimeReader.englishMonths.keys)
            .union(TimeReader.englishOrdinals.keys.filter { $0 != "first" }).union(englishSeasons.keys).union(englishDecades.keys).union(shortWeekdays.keys)
            .union(Feasts.words),
    ]

    static let frenchSeasons: [String: Period.Season] = ["printemps": .spring, "ete": .summer, "automne": .autumn, "hiver": .winter]
    static let englishSeasons: [String: Period.Season] = [
        "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter, "summertime": .summer, "wintertime": .winter,
    ]
    static let englishDecades = [
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
    ]

    static let shortMonths = [
        "jan": 1, "janv": 1, "feb": 2, "fev": 2, "fevr": 2, "mar": 3, "apr": 4, "avr": 4, "jun": 6, "jul": 7, "juil": 7, "aug": 8, "sep": 9, "sept": 9,
        "oct": 10, "nov": 11, "dec": 12,
    ]
    /// ISO 8601.
    static let shortWeekdays = ["mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7]

    static let frenchThirds: [String: Period.Third] = ["debut": .beginning, "mi": .middle, "milieu": .middle, "fin": .end]
    static let englishThirds: [String: Period.Third] = [
        "early": .beginning, "mid": .middle, "late": .end, "beginning": .beginning, "start": .beginning, "middle": .middle, "end": .end,
    ]

    /// Parts of the day that follow a day: "hier soir", "Tuesday morning".
    static let frenchParts: [(words: [String], part: TimeExpression.DayPart)] = [
        (["matin"], .morning), (["matinee"], .morning), (["midi"], .noon), (["apres", "midi"], .afternoon), (["soir"], .evening), (["soiree"], .evening),
        (["nuit"], .night),
    ]
    static let englishParts: [(words: [String], part: TimeExpression.DayPart)] = [
        (["morning"], .morning), (["noon"], .noon), (["lunchtime"], .noon), (["afternoon"], .afternoon), (["evening"], .evening), (["night"], .night),
    ]

    /// Words after "le 3" and "on the 3rd" that begin something else; any other might be what is counted.
    static let afterDayNumber: Set<String> = set(
        """
        a vers au prochain dernier de d et ou je j tu il elle on nous vous ils elles c ca ce qu que pour avec chez en entre jusqu est etait mais donc si \
        at in of and or to i we he she they you it was is were did from with for but until when that
        """)

    /// Words after four digits that make them an amount, not a year.
    static let amounts: Set<String> = set(
        """
        euro euros eur dollar dollars francs livres pounds km kilometres metres m kg g grammes litres personnes people fois times pour percent points pas steps \
        calories watts degres degrees pages mots words habitants
        """)

    /// What so many hours are of, when they are no time of day.
    static let journeys: Set<String> = set(
        "route train voiture marche vol avion bus velo metro bateau ferry distance ici chez paris trajet vacances sommeil sport")

    static func set(_ words: String) -> Set<String> { Set(words.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
