import Domain
import Foundation

/// What is said after an order and leans on it: "et dans la chambre aussi", "un peu plus fort", "rallume", "pareil pour le salon".
struct FollowUps {
    let finding: Finding
    let parts: PartReader
    /// The orders of the last turn.
    let previous: [Order]

    private var lexicon: Lexicon { finding.lexicon }
    private var maker: OrderMaker { OrderMaker(finding: finding) }
    /// Whether the utterance ended with a question mark, which its words no longer have.
    var isAsked = false
    private static let previousLimit = 4
    private static let wordLimit = 12

    /// `nil` for what stands by itself.
    func read(_ sentence: Sentence) -> PartReader.Part? {
        guard let last = previous.last, sentence.words.count <= Self.wordLimit, !sentence.words.isEmpty else { return nil }
        let words = sentence.words
        if lexicon.undo.matches(words) { return undone(sentence.text) }
        if let relative = relative(words, last, sentence.text) { return .orders([relative]) }
        if let more = another(sentence, last) { return .orders([more]) }
        if lexicon.again.matches(words) { return .orders([repeated(last)]) }
        if let length = lexicon.same.length(at: 0, in: words, before: words.count), length < words.count {
            return leaned(sentence.text(of: length..<words.count), on: previous.suffix(Self.previousLimit), opening: words[length - 1])
        }
        if words.count == 1, let verb = lexicon.verbs[words[0].folded] ?? lexicon.verbs.nearest(to: words[0]), verb.act != .other || verb.imperative == "stop" {
            return bareVerb(verb, last, sentence.text)
        }
        return fragment(sentence, last)
    }

    /// What takes back the orders before: the contrary of what was done, and of what is still to come, nothing at all.
    private func undone(_ text: String) -> PartReader.Part? {
        let last = previous.suffix(Self.previousLimit)
        let done = last.filter { $0.timing == .now }
        let back = done.compactMap { OrderMaker.contrary(of: $0, in: lexicon.language) ?? Self.cancelled($0) }
        guard back.count == done.count else {
            let kept = done.filter { !Decision.queries.contains($0.intent.name) && $0.intent.name != "JarvisRefuse" }
            return kept.isEmpty ? nil : .question(parts.questions.noUndo(kept))
        }
        if back.contains(where: isVague) { return .question(parts.questions.instead(back.reversed())) }
        return .orders(back.reversed() + (done.count < last.count ? [Order(Intent("HassNevermind"), text: text)] : []))
    }

    /// The order that stops a timer again: the one that was set to this length, by this name.
    private static func cancelled(_ order: Order) -> Order? {
        guard order.intent.name == "HassStartTimer" else { return nil }
        var slots: [String: SlotValue] = [:]
        for (slot, value) in order.intent.slots {
            switch slot {
            case "hours", "minutes", "seconds": slots["start_" + slot] = value
            case "name": slots[slot] = value
            default: break
            }
        }
        var cancelled = order
        cancelled.intent = Intent("HassCancelTimer", slots)
        return cancelled
    }

    // MARK: another place, thing or value

    private func fragment(_ sentence: Sentence, _ last: Order) -> PartReader.Part? {
        var words = sentence.words[...]
        var isMarked = false
        if let length = lexicon.joints.length(at: 0, in: sentence.words, before: sentence.words.count), length < sentence.words.count {
            words = words.dropFirst(length)
            isMarked = true
        } else if let length = lexicon.corrections.length(at: 0, in: sentence.words, before: sentence.words.count), length < sentence.words.count {
            words = words.dropFirst(length)
            isMarked = true
        }
        while let length = lexicon.also.length(endingAt: words.endIndex, in: sentence.words, after: words.startIndex), length < words.count {
            words = words.dropLast(length)
            isMarked = true
        }
        if let length = lexicon.corrections.length(endingAt: words.endIndex, in: sentence.words, after: words.startIndex), length < words.count {
            // "et le congélateur non".
            if lexicon.no.matches(words.suffix(length)) { return .orders([Order(Intent("JarvisRefuse"), text: sentence.text)]) }
            words = words.dropLast(length)
            isMarked = true
        }
        guard let first = words.first, !Layout.opensWithVerb(sentence.words, words.startIndex, lexicon) else { return nil }
        let text = sentence.text(of: words.startIndex..<words.endIndex)
        let isValue = Self.valueOpeners.contains(first.folded) && words.count <= 5
        if let timer = timer(text, last, isCorrection: lexicon.corrections.length(at: 0, in: sentence.words, before: sentence.words.count) != nil) {
            return .orders(timer)
        }
        if let moved = moved(text, last) { return .orders(moved) }
        let isNumber =
            !words.isEmpty && SpokenNumber.read(sentence.words, at: words.startIndex, before: words.endIndex, lexicon.language)?.next == words.endIndex
        guard isMarked || isValue || isNumber && Self.takesValue(last.intent) else { return nil }
        if let item = item(text, last) { return .orders([item]) }
        if let part = value(text, first, last) { return part }
        // "et la météo ?" stands by itself, whatever was said before.
        if let part = parts.exact(text), case .orders = part { return part }
        let part = leaned(text, on: [last][...], opening: nil)
        // "et le congélateur ?" asks; it does nothing.
        if sentence.text.contains("?") || isAsked, !Decision.queries.contains(last.intent.name), case .orders(let orders)? = part {
            return .question(parts.questions.really(orders))
        }
        return part
    }

    /// "à 50 %", "en rouge", "21": another value for the same things.
    private func value(_ text: String, _ first: Sentence.Word, _ last: Order) -> PartReader.Part? {
        let isNumber = first.folded.first?.isNumber == true
        guard isNumber || Self.valueOpeners.contains(first.folded), let target = TargetText(language: lexicon.language).text(last.intent) else { return nil }
        let said = isNumber ? lexicon.language(fr: "à ", en: "to ") + text : text
        guard case .orders(var orders)? = parts.exact(lexicon.language(fr: "mets \(target) \(said)", en: "set \(target) \(said)")) else { return nil }
        for index in orders.indices {
            orders[index].intent = PartReader.about(last.intent, orders[index].intent)
            orders[index].exceptions = last.exceptions
            orders[index].isWide = last.isWide
        }
        return .orders(orders)
    }

    /// "non, à 23 h" after what was kept for 22 h: kept for then, and no more for before.
    private func moved(_ text: String, _ last: Order) -> [Order]? {
        switch last.timing {
        case .at, .when(.time, _): break
        default: return nil
        }
        let words = Sentence(text).words
        let (now, timeZone) = (parts.questions.now, parts.questions.text.timeZone)
        guard let time = SpokenTime.read(words, at: 0, before: words.count, lexicon.language), time.hour != nil, time.next == words.count,
            let timing = time.instead(of: last.timing, now: now, timeZone: timeZone, lexicon.language)
        else { return nil }
        var order = last
        order.timing = timing
        return [Order(Intent("HassNevermind"), text: text), order]
    }

    /// "20" behind an order that set a number.
    private static func takesValue(_ intent: Intent) -> Bool {
        ["temperature", "brightness", "position", "percentage", "volume_level", "humidity"].contains { intent.slots[$0]?.value.number != nil }
    }

    /// "non, quinze" after a timer of ten minutes: that one instead, in the same unit.
    private func timer(_ text: String, _ last: Order, isCorrection: Bool) -> [Order]? {
        guard isCorrection, last.intent.name == "HassStartTimer" else { return nil }
        let words = Sentence(text).words
        let units = ["hours", "minutes", "seconds"].filter { last.intent.slots[$0] != nil }
        var intent = last.intent
        for unit in ["hours", "minutes", "seconds"] { intent.slots[unit] = nil }
        if let time = SpokenDuration.read(words, at: 0, before: words.count, lexicon.language), time.next == words.count {
            intent.slots["seconds"] = SlotValue(.number(time.seconds))
        } else if units.count == 1, let number = SpokenNumber.read(words, at: 0, before: words.count, lexicon.language), number.next == words.count {
            intent.slots[units[0]] = SlotValue(.number(number.value))
        } else {
            return nil
        }
        return Self.cancelled(last).map { [$0, Order(intent, text: text)] }
    }

    /// "et du pain": another item for the same list.
    private func item(_ text: String, _ last: Order) -> Order? {
        let words = Sentence(text).words
        guard
            ["HassShoppingListAddItem", "HassListAddItem", "HassListRemoveItem", "HassShoppingListCompleteItem", "HassListCompleteItem"].contains(
                last.intent.name),
            let before = last.intent.slots["item"]?.text, let range = last.text.range(of: before), let first = words.first,
            lexicon.partitives.contains(first.folded) || !lexicon.isLight(first.folded),
            let noun = words.first(where: { !lexicon.partitives.contains($0.folded) })
        else { return nil }
        let item = String(text[noun.range.lowerBound...])
        var order = last
        order.intent.slots["item"] = SlotValue(.string(item), text: item)
        order.text = last.text.replacingCharacters(in: range, with: item)
        order.timing = .now
        return order
    }

    /// - Parameter opening: the word before the fragment: "dans" in "pareil dans la chambre" belongs to it.
    private func leaned(_ fragment: String, on orders: ArraySlice<Order>, opening: Sentence.Word?) -> PartReader.Part? {
        var made: [Order] = []
        for order in orders {
            let said = Pronoun(lexicon: lexicon).withKind(Sentence(fragment), of: order.intent, in: finding.home) ?? fragment
            guard let spliced = Splice(finding: finding).best(order.text, said) else { continue }
            guard let part = parts.part(of: spliced.candidates, spliced.text, order.exceptions) else { continue }
            switch part {
            case .orders(let found):
                made += found.map {
                    var timed = $0; timed.timing = order.timing; return timed
                }
            case .question: return part
            case .unread: continue
            }
        }
        return made.isEmpty ? nil : .orders(made)
    }

    private static let valueOpeners: Set<String> = ["a", "en", "to"]

    // MARK: more, less, again

    private func repeated(_ order: Order) -> Order {
        var again = order
        again.timing = .now
        return again
    }

    /// "rallume", "éteins": the same things.
    private func bareVerb(_ verb: Verbs.Form, _ last: Order, _ text: String) -> PartReader.Part? {
        guard let target = TargetText(language: lexicon.language).text(last.intent) else { return nil }
        let full: String
        switch (lexicon.language, verb.act) {
        case (.french, _): full = "\(verb.imperative) \(target)"
        case (.english, _): full = "\(verb.imperative) \(target)"
        }
        guard case .orders(var orders)? = parts.exact(full) else { return nil }
        for index in orders.indices {
            orders[index].intent = PartReader.about(last.intent, orders[index].intent)
            orders[index].exceptions = last.exceptions
            orders[index].isWide = last.isWide
        }
        let undoes = OrderMaker.contrary(of: last, in: lexicon.language)?.intent == orders.first?.intent
        return isVague(last) && undoes ? .question(parts.questions.instead(orders)) : .orders(orders)
    }

    /// Many things, of which some were as they are now before: "rallume" after "éteins tout" is not for all.
    private func isVague(_ order: Order) -> Bool {
        order.isWide || order.intent.slots["name"] == nil && order.intent.slots["area"] == nil && order.intent.slots["domain"] != nil
    }

    /// "un peu plus fort", "moins", "encore un peu", "brighter".
    private func relative(_ words: [Sentence.Word], _ last: Order, _ text: String) -> Order? {
        var isLess = false
        var hasDirection = false
        var isLittle = false
        var what: String?
        var index = 0
        while index < words.count {
            if let length = lexicon.littleWords.length(at: index, in: words, before: words.count) {
                isLittle = true
                index += length
            } else if !hasDirection, let length = lexicon.less.length(at: index, in: words, before: words.count) {
                (isLess, hasDirection) = (true, true)
                index += length
            } else if !hasDirection, let length = lexicon.more.length(at: index, in: words, before: words.count) {
                hasDirection = true
                index += length
            } else if let adjective = lexicon.adjectives[words[index].folded], what == nil {
                // In English the adjective is the direction: "brighter".
                if adjective.hasPrefix("-") { isLess.toggle() }
                hasDirection = hasDirection || lexicon.language == .english
                what = adjective.replacing("-", with: "")
                index += 1
            } else if words[index].folded == "encore" || words[index].folded == "even" {
                index += 1
            } else {
                return nil
            }
        }
        let before = Self.adjustment(of: last.intent)
        if !hasDirection {
            // "encore un peu": on as before.
            guard isLittle, what == nil, let before else { return nil }
            isLess = before.isDown
        }
        guard let kind = what.flatMap({ $0.isEmpty ? nil : $0 }) ?? before?.what else { return nil }
        // "plus chaud" after a light is about the room, and has templates of its own.
        if let what, !what.isEmpty, what != before?.what { return nil }
        var slots = last.intent.slots.filter { TargetText.slots.contains($0.key) }
        slots["what"] = SlotValue(.string(kind))
        slots["direction"] = SlotValue(.string(isLess ? "down" : "up"))
        if isLittle { slots["little"] = SlotValue(true) }
        var order = Order(Intent("JarvisAdjust", slots), text: text, exceptions: last.exceptions, isWide: last.isWide)
        // In words that say all of it, so that what follows can lean on them in turn.
        order.text = parts.questions.text.infinitive(order, now: parts.questions.now)
        return order
    }

    /// "encore un degré", "another ten percent": as much more of what was changed.
    private func another(_ sentence: Sentence, _ last: Order) -> Order? {
        let words = sentence.words
        guard let length = lexicon.another.length(at: 0, in: words, before: words.count),
            let amount = SpokenNumber.read(words, at: length, before: words.count, lexicon.language), let before = Self.adjustment(of: last.intent)
        else { return nil }
        let unit = words[amount.next...].map(\.folded).joined(separator: " ")
        guard Self.units.contains(unit) else { return nil }
        var slots = last.intent.slots.filter { TargetText.slots.contains($0.key) }
        slots["what"] = SlotValue(.string(before.what))
        slots["direction"] = SlotValue(.string(before.isDown ? "down" : "up"))
        slots["amount"] = SlotValue(.number(amount.value))
        var order = Order(Intent("JarvisAdjust", slots), text: sentence.text, exceptions: last.exceptions, isWide: last.isWide)
        order.text = parts.questions.text.infinitive(order, now: parts.questions.now)
        return order
    }

    private static let units: Set<String> = ["", "degre", "degres", "degree", "degrees", "pour cent", "pourcent", "percent", "per cent", "%"]

    /// What an order changed that there can be more or less of, and which way.
    static func adjustment(of intent: Intent) -> (what: String, isDown: Bool)? {
        let domain = IntentVerb.domain(intent)
        switch intent.name {
        case "JarvisAdjust": return intent.slots["what"]?.value.string.map { ($0, intent.slots["direction"]?.value.string == "down") }
        case "HassLightSet": return (intent.slots["temperature"] == nil ? "brightness" : "color_temperature", false)
        case "HassClimateSetTemperature": return ("temperature", false)
        case "HassSetVolume", "HassMediaUnpause", "HassMediaSearchAndPlay", "HassMediaNext", "HassMediaPrevious": return ("volume", false)
        case "HassSetVolumeRelative":
            let step = intent.slots["volume_step"]?.value
            return ("volume", step?.string == "down" || (step?.number ?? 0) < 0)
        case "HassSetPosition": return ("position", false)
        case "HassFanSetSpeed": return ("speed", false)
        case "HassTurnOn", "HassTurnOff":
            switch domain {
            case "light": return ("brightness", false)
            case "cover", "valve": return ("position", intent.name == "HassTurnOff")
            case "fan": return ("speed", false)
            case "climate": return ("temperature", false)
            case "media_player": return ("volume", false)
            default: return nil
            }
        default: return nil
        }
    }
}
