import Base
import Domain

/// Makes orders of readings: where they hold, how wide they are, and what undoes them.
struct OrderMaker {
    let finding: Finding

    /// - Parameter text: the words of the order, as they were written.
    func order(_ intent: Intent, text: String, exceptions: [[String: SlotValue]] = []) -> Order {
        var intent = intent
        let isWide = isWide(text, intent)
        if !isWide, let area = finding.area, Self.placed.contains(intent.name), ["name", "area", "floor"].allSatisfy({ intent.slots[$0] == nil }),
            has(area, intent)
        {
            if let name = finding.home.areas.first(where: { $0.id == area })?.name { intent.slots["area"] = SlotValue(.string(name), ids: [area]) }
        }
        return Order(intent, text: text, exceptions: exceptions, isWide: isWide)
    }

    /// "partout", "toutes les lumières", a floor: many devices are no surprise.
    private func isWide(_ text: String, _ intent: Intent) -> Bool {
        if intent.slots["floor"] != nil { return true }
        let words = Tokenizer.words(of: text)
        var index = 0
        while index < words.count {
            if let length = finding.lexicon.notEverything.length(at: index, in: words, before: words.count) {
                index += length
            } else if finding.lexicon.everything.length(at: index, in: words, before: words.count) != nil {
                return true
            } else {
                index += 1
            }
        }
        return false
    }

    /// Whether there is something there that the order may be about.
    private func has(_ area: String, _ intent: Intent) -> Bool {
        let text = TargetText(language: finding.lexicon.language)
        guard let domain = IntentVerb.domain(intent) ?? text.domain(of: intent) else { return true }
        return finding.home.entities.contains { $0.area == area && $0.domain == domain }
    }

    /// Intents that mean the room they are said in when they name none.
    private static let placed: Set<String> = [
        "HassTurnOn", "HassTurnOff", "HassLightSet", "HassSetPosition", "JarvisAdjust", "JarvisToggle", "JarvisStop", "HassClimateSetTemperature",
        "HassClimateGetTemperature",
        "HassFanSetSpeed", "HassSetVolume", "HassSetVolumeRelative", "HassMediaPause", "HassMediaUnpause", "HassMediaNext", "HassMediaPrevious",
        "HassMediaPlayerMute",
        "HassMediaPlayerUnmute", "HassMediaSearchAndPlay", "HassVacuumCleanArea",
    ]

    /// What is not undone by its contrary, or opens the house when it is.
    private static let oneWay: Set<String> = ["scene", "script", "button", "input_button", "vacuum", "lock", "alarm_control_panel", "valve"]

    /// The order that takes it back; `nil` when nothing does for sure.
    static func contrary(of order: Order, in language: Language) -> Order? {
        let contraries = [
            "HassTurnOn": "HassTurnOff", "HassTurnOff": "HassTurnOn", "HassMediaPause": "HassMediaUnpause",
            "HassMediaUnpause": "HassMediaPause",
            "HassMediaPlayerMute": "HassMediaPlayerUnmute", "HassMediaPlayerUnmute": "HassMediaPlayerMute", "HassVacuumStart": "HassVacuumReturnToBase",
            "HassVacuumCleanArea": "HassVacuumReturnToBase", "HassFanSetSpeed": "HassTurnOff", "HassLawnMowerStartMowing": "HassLawnMowerDock",
            "JarvisToggle": "JarvisToggle",
        ]
        guard let name = contraries[order.intent.name] else { return nil }
        // A scene is set, and nothing unsets it.
        if let domain = IntentVerb.domain(order.intent), Self.oneWay.contains(domain) { return nil }
        var slots = order.intent.slots.filter { TargetText.slots.contains($0.key) }
        if order.intent.name == "HassFanSetSpeed", slots["name"] == nil { slots["domain"] = SlotValue("fan") }
        if name == "HassVacuumReturnToBase" || name == "HassLawnMowerDock" { slots = slots.filter { $0.key == "name" } }
        var contrary = order
        contrary.intent = Intent(name, slots)
        contrary.text = OrderText.bare(contrary, language)
        return contrary
    }
}
