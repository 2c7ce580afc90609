import Base
import Foundation
import Understanding

/// Cities, regions and countries, and the time zones their clocks follow (names of the IANA database).
struct Places: Sendable {
    struct Place: Sendable {
        /// One zone; or several, for a country that has several, each with the city that stands for it.
        let zones: [String]
        /// With the preposition: "à Tokyo", "au Québec".
        let french: String
        /// Without: "Tokyo", "the United States".
        let english: String

        func name(in language: Language) -> String { language(fr: french, en: "in " + english) }
    }

    /// Read once, when first needed.
    static let all = Places(table: PlaceTable.text)

    private var byName: [String: Place] = [:]
    private var byZone: [String: Place] = [:]
    var count: Int { places }
    private var places = 0

    /// One place a line: zones, then French names with their preposition, then English ones; a zone stands for several places, `;` apart.
    init(table: String) {
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard columns.count == 3 else { continue }
            let zones = columns[0].split(separator: " ").map(String.init)
            let french = Self.entries(columns[1]), english = Self.entries(columns[2])
            for (index, names) in french.enumerated() {
                let others = index < english.count ? english[index] : names.map(Self.bare)
                let place = Place(zones: zones, french: names[0], english: others[0])
                places += 1
                if byZone[zones[0]] == nil, zones.count == 1 { byZone[zones[0]] = place }
                for name in names + names.map(Self.bare) + others + others.map(Self.bare) {
                    let key = FoldedText.key(name)
                    if byName[key] == nil { byName[key] = place }
                }
            }
        }
    }

    /// The place with this folded name, with or without an article or preposition.
    func place(named key: String) -> Place? { byName[key] ?? byName[Self.bare(key)] }

    /// The place that stands for a zone: what a country with several zones is answered with.
    func city(of zone: String) -> Place? { byZone[zone] }

    /// Whether a zone is one that this machine knows.
    var zones: Set<String> { Set(byName.values.flatMap(\.zones)) }

    private static func entries(_ column: String) -> [[String]] {
        column.split(separator: ";").map { $0.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) } }
    }

    /// "au Québec" → "Québec", "the Netherlands" → "Netherlands".
    private static func bare(_ name: String) -> String {
        for prefix in ["à la ", "a la ", "à l'", "a l ", "à ", "a ", "au ", "aux ", "en ", "dans ", "sur ", "the ", "la ", "le ", "les ", "l ", "l'", "in "] {
            if name.hasPrefix(prefix), name.count > prefix.count { return String(name.dropFirst(prefix.count)) }
        }
        return name
    }
}
