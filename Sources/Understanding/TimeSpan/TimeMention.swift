package import Base
package import Foundation

/// A time that a sentence names, as a stretch of the time line: "mardi dernier", "depuis 2019", "il y a deux semaines", "by Friday".
///
/// `TimeExpression` finds the moment at which something shall happen; this finds every time that is spoken of, past or to come.
package struct TimeMention: Sendable, Hashable {
    /// How exactly the time was said, the finest first.
    package enum Precision: Int, Sendable, Comparable, CaseIterable {
        case minute, hour, partOfDay, day, weekend, week, month, season, year, decade
        /// "récemment", "l'autre jour": no unit was named.
        case vague

        package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// On which side what is said ends with the time.
    package enum Bound: Sendable, Hashable {
        /// "mardi", "entre mai et juin"
        case within
        /// "depuis mai" (up to now), "après 2019", "à partir de lundi" (with no end)
        case since
        /// "jusqu'à mardi", "avant 2019"
        case until
        /// "d'ici vendredi": until then at the latest
        case by
    }

    /// Which of two readings is meant where a sentence leaves it open: "mardi", "en mai", "le 3".
    package enum Leaning: Sendable { case past, future }

    /// The tokens that say it, prepositions that belong to it ("en mai") included.
    package let range: Range<Int>
    /// From its start up to, not including, its end; never empty. Open sides are `Date.distantPast` and `.distantFuture`.
    ///
    /// What is said roughly is as wide as it is meant: "il y a deux semaines" is the week around that day.
    package let span: DateInterval
    /// The one moment where one is wanted: exact for "dans deux heures", the end for "d'ici vendredi", else where the span or what it is bound by begins.
    package let point: Date
    package let precision: Precision
    package let bound: Bound
    /// Whether it comes again and again ("tous les mardis"); the span is that of the nearest time.
    package let isRecurring: Bool
    /// Whether all of it is over.
    package let isPast: Bool
    /// Whether none of it has begun.
    package let isFuture: Bool

    package var isSince: Bool { bound == .since }
    package var isUntil: Bool { bound == .until || bound == .by }
    /// Whether a time of day was named.
    package var isTimed: Bool { precision <= .hour }
}

extension TimeMention {
    /// The most that one text names; what follows is passed over.
    static let limit = 32

    /// The times that these words name, in order.
    ///
    /// - Parameters:
    ///   - leaning: what is meant where both are possible; memories lean to the past, promises to the future.
    ///   - anchor: when that happened of which "le lendemain" and "the week before" are said; a time named before in the same text goes first.
    package static func mentions(
        in text: FoldedText, now: Date, timeZone: TimeZone, language: Language, leaning: Leaning, anchor: Date? = nil
    ) -> [TimeMention] {
        let telling = SpanWords.telling[language] ?? []
        guard text.tokens.contains(where: { $0.kind == .number || telling.contains($0.text) }) else { return [] }
        var reader = SpanReader(text: text, now: now, timeZone: timeZone, language: language, leaning: leaning, anchor: anchor)
        return reader.mentions()
    }

    /// The same for a text that was not folded yet; ranges are of its folded form.
    package static func mentions(
        in text: String, now: Date, timeZone: TimeZone, language: Language, leaning: Leaning, anchor: Date? = nil
    ) -> [TimeMention] {
        mentions(in: FoldedText(text), now: now, timeZone: timeZone, language: language, leaning: leaning, anchor: anchor)
    }
}
