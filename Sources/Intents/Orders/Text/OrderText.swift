public import Base
public import Domain
public import Foundation

/// Orders in words: for questions back, for confirmations, for the names of automations.
public struct OrderText: Sendable {
    let language: Language
    let timeZone: TimeZone
    private let name: @Sendable (String) -> String?

    /// - Parameter name: the name of an entity, for conditions on one.
    public init(_ language: Language, timeZone: TimeZone, name: @escaping @Sendable (String) -> String? = { _ in nil }) {
        self.language = language
        self.timeZone = timeZone
        self.name = name
    }

    /// "éteindre la lumière du salon à 22 h", "turn off the lights in the living room at 10 pm".
    public func infinitive(_ order: Order, now: Date) -> String { phrase(order, isWish: false, now: now) }

    /// What is to be done, without when: words for an order that nobody said so.
    static func bare(_ order: Order, _ language: Language) -> String {
        var order = order
        order.timing = .now
        return OrderText(language, timeZone: .gmt).infinitive(order, now: Date(timeIntervalSince1970: 0))
    }

    /// After "tu veux que": "j'éteigne la lumière du salon"; in English after "do you want me to": "turn off …".
    public func wish(_ order: Order, now: Date) -> String {
        let text = phrase(order, isWish: true, now: now)
        guard language == .french else { return text }
        let first = Tokenizer.folded(text.prefix(1).lowercased())
        return "aeiouyh".contains(first) ? "j'\(text)" : "je \(text)"
    }

    /// Several, joined as one says them.
    public func infinitives(_ orders: [Order], now: Date) -> String { Self.joined(orders.map { infinitive($0, now: now) }, language(fr: "et", en: "and")) }
    public func wishes(_ orders: [Order], now: Date) -> String {
        guard language == .french else { return Self.joined(orders.map { wish($0, now: now) }, "and") }
        return Self.joined(orders.enumerated().map { $0 == 0 ? wish($1, now: now) : "que " + wish($1, now: now) }, "et")
    }

    /// What an order is about: "la lumière du salon"; `nil` when it is about nothing in the house.
    public func target(_ intent: Intent) -> String? { TargetText(language: language).text(intent) }

    static func joined(_ texts: [String], _ last: String) -> String {
        guard texts.count > 1, let end = texts.last else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " \(last) \(end)"
    }

    private func phrase(_ order: Order, isWish: Bool, now: Date) -> String {
        let intent = order.intent
        let when = timing(order.timing, now: now)
        guard intent.name != "JarvisSkill", let verb = IntentVerb.of(intent) else { return "« \(order.text) »" }
        var parts = [language(fr: isWish ? verb.subjunctive : verb.infinitive, en: verb.english)]
        if verb.takesTarget, let target = target(intent) { parts.append(target) }
        parts.append(contentsOf: verb.tail(intent, language))
        for exception in order.exceptions {
            if let left = target(Intent("", exception)) { parts.append(language(fr: "sauf \(left)", en: "except \(left)")) }
        }
        if !when.isEmpty { parts.append(when) }
        return parts.joined(separator: " ")
    }

    // MARK: when

    /// "dans 10 minutes", "demain à 8 h", "tous les jours à 7 h", "quand tu rentres"; empty for now.
    public func timing(_ timing: Order.Timing, now: Date) -> String {
        switch timing {
        case .now: ""
        case .after(let seconds): language(fr: "dans ", en: "in ") + length(seconds)
        case .at(let date): moment(date, now)
        case .when(let trigger, let once): self.trigger(trigger, once: once)
        }
    }

    func length(_ seconds: Double) -> String {
        let total = Int(saturating: seconds.rounded())
        var parts: [String] = []
        for (size, french, english) in [(86_400, "jour", "day"), (3600, "heure", "hour"), (60, "minute", "minute"), (1, "seconde", "second")] {
            let count = size == 86_400 ? total / size : total % (size * (size == 3600 ? 24 : 60)) / size
            if count > 0 { parts.append("\(count) " + language(fr: french, en: english) + (count > 1 ? "s" : "")) }
        }
        return Self.joined(parts, language(fr: "et", en: "and"))
    }

    private func moment(_ date: Date, _ now: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.hour, .minute, .weekday, .day, .month], from: date)
        let clock = clock(parts.hour ?? 0, parts.minute ?? 0)
        let days = calendar.dateComponents([.day], from: calendar.startOfDay(for: now), to: calendar.startOfDay(for: date)).day ?? 0
        switch days {
        case 0: return clock
        case 1: return language(fr: "demain ", en: "tomorrow ") + clock
        case 2...6:
            let weekday = ((parts.weekday ?? 1) + 5) % 7
            return language(fr: Self.frenchDays[weekday] + " ", en: "on " + Self.englishDays[weekday] + " ") + clock
        default: return language(fr: "le \(parts.day ?? 1)/\(parts.month ?? 1) ", en: "on \(parts.month ?? 1)/\(parts.day ?? 1) ") + clock
        }
    }

    private func clock(_ hour: Int, _ minute: Int) -> String {
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        if language == .french { return minute == 0 ? "à \(hour) h" : "à \(hour) h \(minutes)" }
        let twelve = (hour + 11) % 12 + 1
        return "at \(twelve)" + (minute == 0 ? "" : ":\(minutes)") + (hour < 12 ? " am" : " pm")
    }

    private func trigger(_ trigger: Trigger, once: Bool) -> String {
        switch trigger {
        case .time(let hour, let minute, let weekdays): return days(weekdays) + " " + clock(hour, minute)
        case .sun(let event, let offset):
            let sun = event == .sunset ? language(fr: "coucher du soleil", en: "sunset") : language(fr: "lever du soleil", en: "sunrise")
            let each = once ? "" : language(fr: " chaque jour", en: " every day")
            if offset == 0 { return language(fr: "au \(sun)", en: "at \(sun)") + each }
            let side = offset < 0 ? language(fr: "avant le", en: "before") : language(fr: "après le", en: "after")
            return "\(length(abs(offset))) \(side) \(sun)" + each
        case .state(let entity, let state, let seconds):
            let held = seconds > 0 ? language(fr: " depuis \(length(seconds))", en: " for \(length(seconds))") : ""
            return language(
                fr: "quand \(FrenchNoun(name(entity) ?? entity).definite) est \(said(state))", en: "when the \(name(entity) ?? entity) is \(said(state))")
                + held
        case .number(let entity, _, let above, let below):
            let limit = above ?? below ?? 0
            let side = above == nil ? language(fr: "passe sous", en: "goes below") : language(fr: "dépasse", en: "goes above")
            return language(
                fr: "quand \(FrenchNoun(name(entity) ?? entity).definite) \(side) \(IntentVerb.number(limit, language))",
                en: "when the \(name(entity) ?? entity) \(side) \(IntentVerb.number(limit, language))")
        case .presence(let person, let arrives):
            guard let person, let who = name(person) else {
                return arrives
                    ? language(fr: "quand quelqu'un rentre", en: "when somebody comes home")
                    : language(fr: "quand tout le monde est parti", en: "when everybody has left")
            }
            return arrives ? language(fr: "quand \(who) rentre", en: "when \(who) comes home") : language(fr: "quand \(who) part", en: "when \(who) leaves")
        }
    }

    private func said(_ state: String) -> String {
        switch state {
        case "on": language(fr: "« on »", en: "on")
        case "off": language(fr: "« off »", en: "off")
        case "open": language(fr: "ouvert", en: "open")
        case "closed": language(fr: "fermé", en: "closed")
        case "locked": language(fr: "verrouillé", en: "locked")
        case "unlocked": language(fr: "déverrouillé", en: "unlocked")
        default: "« \(state) »"
        }
    }

    private func days(_ weekdays: [Int]) -> String {
        switch weekdays {
        case [], [1, 2, 3, 4, 5, 6, 7]: return language(fr: "tous les jours", en: "every day")
        case [1, 2, 3, 4, 5]: return language(fr: "en semaine", en: "on weekdays")
        case [6, 7]: return language(fr: "le week-end", en: "on weekends")
        default:
            let names = weekdays.filter { (1...7).contains($0) }.map { language(fr: "le " + Self.frenchDays[$0 - 1], en: Self.englishDays[$0 - 1]) }
            return language(fr: "", en: "every ") + Self.joined(names, language(fr: "et", en: "and"))
        }
    }

    private static let frenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
