import Base
import Domain
import Foundation
import Understanding

/// What somebody wants to know of the weather, where and when.
struct WeatherQuestion: Sendable, Hashable {
    enum Subject: Sendable { case weather, temperature, rain, snow, wind, sun, storm, frost }

    enum When: Sendable, Hashable {
        case now
        case day(CivilDay)
        case part(CivilDay, TimeExpression.DayPart)
        case hour(CivilDay, Int)
        case days([CivilDay])
    }

    enum Place: Sendable, Hashable {
        case home
        case city(Cities.City)
        case unknown(String)
    }

    var subject: Subject
    var when: When
    var place: Place
    /// Whether day, town or "dehors" was said: without one of them "quelle est la température" is about the room.
    var isOutdoors: Bool
}

/// Reads the end of a question: "à Lyon demain matin", "outside", "ce week-end".
struct WeatherTail {
    private(set) var when: WeatherQuestion.When?
    private(set) var place: WeatherQuestion.Place?
    private(set) var isOutdoors = false

    private static let here: [[String]] = [
        ["a", "l", "exterieur"], ["a", "la", "maison"], ["chez", "moi"], ["chez", "nous"], ["dans", "le", "coin"], ["dehors"], ["exterieure"], ["exterieur"],
        ["ici"], ["outside"], ["outdoors"], ["out", "there"], ["at", "home"], ["here"], ["in", "my", "area"], ["around", "here"],
    ]
    private static let now: [[String]] = [
        ["en", "ce", "moment"], ["pour", "le", "moment"], ["maintenant"], ["actuellement"], ["right", "now"], ["at", "the", "moment"], ["now"], ["currently"],
    ]
    private static let week: [[String]] = [
        ["pour", "les", "prochains", "jours"], ["pour", "les", "jours", "a", "venir"], ["ces", "prochains", "jours"], ["les", "prochains", "jours"],
        ["dans", "les", "prochains", "jours"], ["pour", "cette", "semaine"], ["pour", "la", "semaine"], ["de", "la", "semaine"], ["cette", "semaine"],
        ["la", "semaine"], ["this", "week"], ["for", "the", "week"], ["for", "the", "next", "few", "days"], ["over", "the", "next", "few", "days"],
        ["in", "the", "next", "days"], ["in", "the", "coming", "days"], ["for", "this", "week"],
    ]
    private static let weekend: [[String]] = [
        ["pour", "ce", "week", "end"], ["pour", "le", "week", "end"], ["du", "week", "end"], ["ce", "week", "end"], ["le", "week", "end"],
        ["pour", "ce", "weekend"], ["pour", "le", "weekend"], ["du", "weekend"], ["ce", "weekend"], ["le", "weekend"], ["this", "weekend"],
        ["for", "the", "weekend"], ["on", "the", "weekend"], ["over", "the", "weekend"], ["at", "the", "weekend"],
    ]

    /// `nil` when there is something else in these words.
    init?(_ range: Range<Int>?, _ text: FoldedText, _ language: Language, _ context: SkillContext) {
        guard let range else { return }
        guard range.count <= 14 else { return nil }
        var pieces = [range]
        let today = CivilDay(context.now, in: context.timeZone)
        if Self.take(Self.here, from: &pieces, text) { (place, isOutdoors) = (.home, true) }
        if Self.take(Self.now, from: &pieces, text) { when = .now }
        if when == nil, Self.take(Self.weekend, from: &pieces, text) {
            let saturday = today.adding(days: today.weekday == 7 ? 0 : 6 - today.weekday)
            when = .days(today.weekday == 7 ? [today] : [saturday, saturday.adding(days: 1)])
        } else if when == nil, Self.take(Self.week, from: &pieces, text) {
            when = .days((0..<6).map { today.adding(days: $0) })
        }
        for piece in pieces where when == nil {
            guard let (parts, rest) = TimeExpression.parts(in: text, piece, language) else { continue }
            guard let found = Self.when(parts, language, context) else { return nil }
            when = found
            pieces = pieces.flatMap { $0 == piece ? rest : [$0] }
        }
        let words = pieces.map { Self.trimmed($0, text) }.filter { !$0.isEmpty }
        guard words.count <= 1 else { return nil }
        if let piece = words.first {
            guard place == nil, let found = Self.place(piece, text) else { return nil }
            place = found
        }
        if when != nil && when != .now || place != nil { isOutdoors = true }
    }

    /// Takes the first of these word sequences that stands somewhere out of the pieces; says whether there was one.
    private static func take(_ sequences: [[String]], from pieces: inout [Range<Int>], _ text: FoldedText) -> Bool {
        for words in sequences {
            for (number, piece) in pieces.enumerated() {
                for start in piece {
                    guard let end = text.reads(words, at: start, before: piece.upperBound) else { continue }
                    pieces.replaceSubrange(number...number, with: [piece.lowerBound..<start, end..<piece.upperBound].filter { !$0.isEmpty })
                    return true
                }
            }
        }
        return false
    }

    private static func when(_ parts: TimeExpression.Parts, _ language: Language, _ context: SkillContext) -> WeatherQuestion.When? {
        if let repetition = parts.repetition {
            // "samedi et dimanche"
            guard case .weekdays(let days, 1) = repetition.rule, !days.isEmpty, parts.clock == nil else { return nil }
            let today = CivilDay(context.now, in: context.timeZone)
            return .days((0..<7).map { today.adding(days: $0) }.filter { days.contains($0.weekday) })
        }
        let resolver = TimeResolver(now: context.now, timeZone: context.timeZone, language: language)
        if parts.offset != nil || parts.clock != nil {
            guard case .at(let moment) = resolver.resolve(parts) else { return nil }
            let day = CivilDay(moment, in: context.timeZone)
            if let offset = parts.offset, offset.seconds == 0, parts.clock == nil { return .day(day) }
            return .hour(day, resolver.calendar.component(.hour, from: moment))
        }
        let today = CivilDay(context.now, in: context.timeZone)
        var day = today
        if let said = parts.day {
            guard let found = resolver.date(of: said) else { return nil }
            day = found
        }
        return parts.part.map { .part(day, $0) } ?? .day(day)
    }

    private static func trimmed(_ piece: Range<Int>, _ text: FoldedText) -> Range<Int> {
        var range = piece
        let small: Set<String> = ["pour", "de", "d", "for", "et", "and", "on", "dans", "s", "like", "be", "la", "le", "journee"]
        while range.count == 1, let first = range.first, small.contains(text[first]) { range = range.upperBound..<range.upperBound }
        return range
    }

    private static let prepositions: Set<String> = ["a", "au", "aux", "en", "in", "at", "pour", "for", "sur", "de", "d", "du", "of", "dans"]
    /// Not places, or not such that have a weather of their own.
    private static let rooms: Set<String> = [
        "salon", "cuisine", "chambre", "bureau", "garage", "cave", "grenier", "bain", "salle", "piece", "maison", "entree", "couloir", "four", "frigo",
        "living",
        "kitchen", "bedroom", "office", "bathroom", "room", "house", "hall", "oven", "fridge", "basement", "attic", "congelateur", "freezer", "piscine", "pool",
        "eau", "water", "voiture", "car", "veranda", "serre",
    ]

    private static func place(_ range: Range<Int>, _ text: FoldedText) -> WeatherQuestion.Place? {
        if let city = Cities.all.city(named: text.folded(range)) { return .city(city) }
        // "à Lyon en France"
        for split in range.dropFirst() where prepositions.contains(text[split]) {
            if let city = Cities.all.city(named: text.folded(range.lowerBound..<split)) { return .city(city) }
        }
        guard prepositions.contains(text[range.lowerBound]), range.count > 1, range.count <= 5 else { return nil }
        let name = range.lowerBound + 1..<range.upperBound
        guard text.tokens[name].allSatisfy({ $0.kind == .word }), !name.contains(where: { rooms.contains(text[$0]) }) else { return nil }
        // A place of the world, or at least something written like a name.
        let isName = text.original(name).first?.isUppercase == true
        return isName || Places.all.place(named: text.folded(range)) != nil ? .unknown(text.original(name)) : nil
    }
}
