import Base
import Domain

/// The lists of a house, and of numbers.
extension SpokenSentences {
    /// Lists of names, with the article that they are said with.
    static func names(of home: HomeModel, _ language: Language) -> [String: [String]] {
        func named(_ name: String) -> [String] {
            switch language {
            case .french:
                let noun = FrenchNoun(name).definite
                // Without a gender that is known, people may say it in any way.
                return noun.hasPrefix("«") ? ["le \(name)", "la \(name)", name] : [noun]
            case .english: return name.lowercased().hasPrefix("the ") ? [name] : ["the \(name)", name]
            }
        }
        func spoken(_ names: [String]) -> [String] {
            var seen: Set<String> = []
            return names.map { $0.lowercased() }.filter { seen.insert($0).inserted && $0.contains(where: \.isLetter) }
        }
        let entities = home.entities.filter(\.isExposed)
        func things(_ domains: Set<String>, with words: (String) -> [String]) -> [String] {
            spoken(entities.filter { domains.contains($0.domain) }.flatMap { [$0.name] + $0.aliases }.flatMap(words))
        }
        var places: [String] = []
        for area in home.areas { places += [area.name] + area.aliases }
        for floor in home.floors { places += [floor.name] + floor.aliases }
        let switchable: Set<String> = [
            "light", "switch", "fan", "media_player", "climate", "input_boolean", "humidifier", "siren", "water_heater", "automation",
        ]
        func ofIt(_ name: String) -> [String] {
            switch language {
            case .french: FrenchNoun(name).ofIt.contains("«") ? ["de \(name)", "du \(name)", "de la \(name)"] : [FrenchNoun(name).ofIt]
            case .english: ["the \(name)"]
            }
        }
        func inIt(_ name: String) -> [String] {
            switch language {
            case .french: FrenchNoun(name).inIt.contains("«") ? ["dans le \(name)", "dans la \(name)"] : [FrenchNoun(name).inIt]
            case .english: ["in the \(name)"]
            }
        }
        return [
            "thing": things(switchable, with: named), "of_thing": things(["media_player"], with: ofIt), "light": things(["light"], with: named),
            "cover": things(["cover", "valve"], with: named), "lock": things(["lock"], with: named), "climate": things(["climate"], with: named),
            "player": things(["media_player"], with: named), "fan": things(["fan"], with: named),
            "vacuum": things(["vacuum", "lawn_mower"], with: named), "scene": things(["scene", "script", "button", "input_button"]) { named($0) + [$0] },
            "person": things(["person"]) { [$0] }, "list": things(["todo"]) { language(fr: ["la liste \($0)", "la liste de \($0)"], en: ["the \($0) list"]) },
            "room": spoken(places.flatMap(named)), "of_room": spoken(places.flatMap(ofIt)), "in_room": spoken(places.flatMap(inIt)),
        ]
    }

    /// Numbers in words.
    static func numbers(_ language: Language) -> [String: [String]] {
        // The first way to spell a number is the usual one.
        let spelled = Dictionary(NumberWords(language: language.rawValue, ranges: []).spellings.map { (Int($0.value), $0.text) }) { first, _ in first }
        func words(_ numbers: some Sequence<Int>) -> [String] { numbers.compactMap { spelled[$0] } }
        let half = language(fr: " et demi", en: " and a half")
        return [
            "percent": words(stride(from: 5, through: 100, by: 5)) + words([1, 2, 33, 66, 99]),
            "degrees": words(5...30) + words(15...24).map { $0 + half },
            "number": words(2...60), "few": words(2...10), "hour": language(fr: words(1...23), en: words(1...12)),
        ]
    }
}
