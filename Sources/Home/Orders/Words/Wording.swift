import Base
import Domain

/// How devices and places are named in a sentence of one language.
struct Wording: Sendable {
    let language: Language
    let model: HomeModel

    /// "la lampe du bureau"; "Desk Lamp".
    func the(_ entity: HomeModel.Entity) -> String { language(fr: FrenchName(entity.name).definite, en: entity.name) }

    /// The name, with its room where the name does not tell it: "le plafonnier (cuisine)".
    func theWithPlace(_ entity: HomeModel.Entity) -> String {
        guard let area = model.area(entity.area), !entity.name.folded.contains(area.name.folded) else { return the(entity) }
        return "\(the(entity)) (\(area.name.lowercasedUnlessSigle))"
    }

    func gender(_ entity: HomeModel.Entity) -> FrenchGender {
        FrenchName(entity.name).gender ?? HouseNoun.of(domain: entity.domain, deviceClass: entity.deviceClass).french.gender
    }

    /// Whether the name itself is a plural: "Lumières du salon".
    func isPlural(_ entity: HomeModel.Entity) -> Bool { language == .french && FrenchName(entity.name).isPlural }

    /// "dans la cuisine", "in the kitchen".
    func inside(_ area: HomeModel.Area) -> String { inside(area.name) }
    func inside(_ floor: HomeModel.Floor) -> String { inside(floor.name) }

    private func inside(_ name: String) -> String {
        switch language {
        case .french: FrenchName(name).locative
        case .english: ["upstairs", "downstairs"].contains(name.lowercased()) ? name.lowercased() : "in " + Self.englishPlace(name)
        }
    }

    /// "du salon", "in the living room"; "" when it cannot be said well.
    func ofPlace(_ area: HomeModel.Area) -> String {
        switch language {
        case .french: FrenchName(area.name).genitive.map { " " + $0 } ?? ""
        case .english: " " + inside(area)
        }
    }

    /// "le salon", "the living room".
    func the(_ area: HomeModel.Area) -> String { language(fr: FrenchName(area.name).definite, en: Self.englishPlace(area.name)) }

    /// "A", "A et B", "A, B et C", "A, B, C et 3 autres".
    func list(_ items: [String], limit: Int = 4, with joint: Joint = .and) -> String {
        var items = items
        var joint = joint
        if items.count > limit {
            joint = .and
            let left = items.count - (limit - 1)
            items = items.prefix(limit - 1) + [language(fr: "\(left) autres", en: "\(left) others")]
        }
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(joint.word(language)) " + last
    }

    enum Joint {
        case and, or
        /// Between what is denied: "pas A ni B".
        case nor

        fileprivate func word(_ language: Language) -> String {
            switch self {
            case .and: language(fr: "et", en: "and")
            case .or: language(fr: "ou", en: "or")
            case .nor: language(fr: "ni", en: "or")
            }
        }
    }

    /// "une", "deux" … "3": how a sentence begins or goes on with a number.
    func count(_ count: Int, _ gender: FrenchGender) -> String {
        let french = [gender == .feminine ? "une" : "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
        let english = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        let words = language(fr: french, en: english)
        return words.indices.contains(count - 1) ? words[count - 1] : "\(count)"
    }

    private static let englishRooms: Set<String> = [
        "kitchen", "living", "room", "bedroom", "bathroom", "office", "garage", "hall", "hallway", "garden", "dining", "laundry", "attic", "basement", "cellar",
        "master", "guest", "entrance", "entry", "study", "terrace", "balcony", "patio", "ground", "first", "second", "third", "floor", "upstairs", "downstairs",
        "front", "back", "yard", "pool", "shed", "nursery", "kids", "toilet", "pantry", "loft", "den", "porch", "corridor", "landing", "utility",
    ]

    private static func englishPlace(_ name: String) -> String {
        let words = name.lowercased().split(separator: " ")
        return !words.isEmpty && words.allSatisfy { englishRooms.contains(String($0)) } ? "the " + words.joined(separator: " ") : name
    }
}

extension String {
    /// In small letters, but "WC" and "TV" as they are.
    var lowercasedUnlessSigle: String { count <= 3 && self == uppercased() ? self : lowercasedFirst }
}
