import Base
import Domain
import Foundation

/// Finds when: delays, times, sunset, conditions, in the words around an order.
struct TimingReader {
    let words: [Sentence.Word]
    let sentence: Sentence
    let finding: Finding
    let now: Date
    let timeZone: TimeZone

    private var language: Language { finding.lexicon.language }
    private func word(_ at: Int) -> String { at >= 0 && at < words.count ? words[at].folded : "" }

    /// The spans in their order; they do not overlap.
    func spans() -> [TimingSpan] {
        var spans: [TimingSpan] = []
        var index = 0
        while index < words.count {
            if let span = span(at: index), span.words.upperBound > index {
                spans.append(span)
                index = span.words.upperBound
            } else {
                index += 1
            }
        }
        return spans
    }

    private func span(at index: Int) -> TimingSpan? {
        if let span = sun(at: index) { return span }
        if let span = language == .french ? frenchLength(at: index) : englishLength(at: index) { return span }
        if let condition = ConditionReader(words: words, sentence: sentence, finding: finding).read(at: index) { return condition }
        guard let time = SpokenTime.read(words, at: index, before: words.count, language) else { return nil }
        // A day or a part of one by itself may be said of anything ("le film de ce soir"); a clock is only a time.
        if time.hour == nil, ["de", "du", "d", "of"].contains(word(index - 1)) { return nil }
        // "tous les soirs au coucher du soleil"
        if time.hour == nil, time.weekdays != nil || time.day == .inDays(0), var span = sun(at: time.next) {
            if case .timing(.when(let trigger, _)) = span.meaning { span.meaning = .timing(.when(trigger, once: time.weekdays == nil)) }
            span.words = index..<span.words.upperBound
            return span
        }
        guard let meaning = time.meaning(now: now, timeZone: timeZone, language: language) else {
            return TimingSpan(words: index..<time.next, meaning: .unclear)
        }
        return TimingSpan(words: index..<time.next, meaning: Self.meaning(meaning))
    }

    private static func meaning(_ meaning: SpokenTime.Meaning) -> TimingSpan.Meaning {
        switch meaning {
        case .at(let date): .timing(.at(date))
        case .again(let hour, let minute, let weekdays): .timing(.when(.time(hour: hour, minute: minute, weekdays: weekdays), once: false))
        case .past(let tomorrow): .offer(.at(tomorrow), isOver: true)
        case .needsHour(let timing): .offer(timing, isOver: false)
        }
    }

    // MARK: lengths of time

    private func frenchLength(at index: Int) -> TimingSpan? {
        switch word(index) {
        case "dans": return delay(index, index + 1)
        case "d" where word(index + 1) == "ici": return delay(index, index + 2)
        case "apres": return delay(index, index + 1)
        case "au" where word(index + 1) == "bout" && ["de", "d"].contains(word(index + 2)): return delay(index, index + 3)
        case "pendant", "durant":
            return lasting(index, index + 1) ?? unread(index)
        case "pour": return lasting(index, index + 1)
        case "jusqu":
            if ["a", "au", "en"].contains(word(index + 1)) {
                if let span = until(index, index + 1) ?? until(index, index + 2) { return span }
            }
            return unread(index)
        default: return nil
        }
    }

    private func englishLength(at index: Int) -> TimingSpan? {
        switch word(index) {
        case "in", "after": return delay(index, index + 1)
        case "for": return lasting(index, index + (word(index + 1) == "the" && word(index + 2) == "next" ? 3 : 1))
        case "during": return unread(index)
        case "until", "till": return until(index, index + 1) ?? unread(index)
        default:
            // "five minutes from now"
            guard let length = SpokenDuration.read(words, at: index, before: words.count, language), word(length.next) == "from", word(length.next + 1) == "now"
            else { return nil }
            return TimingSpan(words: index..<length.next + 2, meaning: .timing(.after(seconds: length.seconds)))
        }
    }

    private func delay(_ start: Int, _ from: Int) -> TimingSpan? {
        guard let length = SpokenDuration.read(words, at: from, before: words.count, language) else { return nil }
        return TimingSpan(words: start..<length.next, meaning: .timing(.after(seconds: length.seconds)))
    }

    private func lasting(_ start: Int, _ from: Int) -> TimingSpan? {
        guard let length = SpokenDuration.read(words, at: from, before: words.count, language) else { return nil }
        return TimingSpan(words: start..<length.next, meaning: .lasting(length.seconds))
    }

    private func until(_ start: Int, _ from: Int) -> TimingSpan? {
        if let span = sun(at: from), case .timing(let timing) = span.meaning {
            return TimingSpan(words: start..<span.words.upperBound, meaning: .until(timing))
        }
        var reading = SpokenTime.read(words, at: from, before: words.count, language)
        // "until seven": the preposition stands for "at".
        if reading?.hour == nil, language == .english, let number = SpokenNumber.read(words, at: from, before: words.count, language), number.value < 24 {
            reading = SpokenTime(hour: Int(number.value), next: number.next)
        }
        guard let time = reading, time.weekdays == nil, let meaning = time.meaning(now: now, timeZone: timeZone, language: language) else { return nil }
        switch meaning {
        case .at(let date): return TimingSpan(words: start..<time.next, meaning: .until(.at(date)))
        case .needsHour(let timing): return TimingSpan(words: start..<time.next, meaning: .until(timing))
        case .past, .again: return nil
        }
    }

    /// What says when, in a way that cannot be read: to the next pause, or the end.
    private func unread(_ start: Int) -> TimingSpan {
        var end = start + 1
        while end < words.count, !words[end].followsPause { end += 1 }
        return TimingSpan(words: start..<end, meaning: .unclear)
    }

    // MARK: the sun

    private func sun(at index: Int) -> TimingSpan? {
        var start = index
        var offset = 0.0
        if let length = SpokenDuration.read(words, at: index, before: words.count, language),
            let direction = ["avant": -1.0, "apres": 1, "before": -1, "after": 1][word(length.next)]
        {
            (offset, start) = (direction * length.seconds, length.next + 1)
        } else if word(index) == "apres" || word(index) == "after" {
            start = index + 1
        }
        let table = language == .french ? Self.french : Self.english
        for (phrases, event, isBare) in table where !isBare || start > index {
            guard let length = phrases.length(at: start, in: words, before: words.count) else { continue }
            var end = start + length
            // "au coucher du soleil" comes every day; "ce soir au coucher du soleil" once.
            var isOnce = false
            if let more = SpokenTime.read(words, at: end, before: words.count, language), more.hour == nil, more.weekdays?.isEmpty ?? (more.day == .inDays(0)) {
                (end, isOnce) = (more.next, more.weekdays == nil)
            }
            return TimingSpan(words: index..<end, meaning: .timing(.when(.sun(event, offset: offset), once: isOnce)))
        }
        return nil
    }

    private static let french: [(Phrases, Trigger.SunEvent, Bool)] = [
        (Phrases("au coucher du soleil|à la tombée de la nuit|à la tombée du jour|à la nuit tombée|au crépuscule|au coucher de soleil"), .sunset, false),
        (Phrases("au lever du soleil|à l'aube|au lever du jour|au lever de soleil|à l'aurore"), .sunrise, false),
        (Phrases("le coucher du soleil|la tombée de la nuit|le coucher de soleil"), .sunset, true),
        (Phrases("le lever du soleil|le lever du jour|le lever de soleil"), .sunrise, true),
    ]
    private static let english: [(Phrases, Trigger.SunEvent, Bool)] = [
        (Phrases("at sunset|at sundown|at dusk|at nightfall"), .sunset, false), (Phrases("at sunrise|at dawn|at daybreak"), .sunrise, false),
        (Phrases("sunset|sundown|dusk|nightfall"), .sunset, true), (Phrases("sunrise|dawn|daybreak"), .sunrise, true),
    ]
}
