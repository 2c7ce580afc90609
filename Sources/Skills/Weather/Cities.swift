import Base
import Domain
import Understanding

/// The towns whose weather can be asked for, with their coordinates to a tenth of a degree.
struct Cities: Sendable {
    struct City: Sendable, Hashable {
        let name: String
        let place: Coordinates

        /// "à Lyon", "au Havre", "in Lyon".
        func located(_ language: Language) -> String {
            if language == .english { return "in \(name)" }
            if name.hasPrefix("Le ") { return "au " + name.dropFirst(3) }
            if name.hasPrefix("Les ") { return "aux " + name.dropFirst(4) }
            return "à " + name
        }
    }

    static let all = Cities(table: CityTable.text)
    private var byName: [String: City] = [:]
    var count: Int { Set(byName.values).count }

    /// One a line: `name=other name latitude longitude`.
    init(table: String) {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 3, let longitude = Double(words[words.count - 1]), let latitude = Double(words[words.count - 2]) else { continue }
            let names = words.dropLast(2).joined(separator: " ").split(separator: "=").map(String.init)
            let city = City(name: names[0], place: Coordinates(latitude: latitude, longitude: longitude))
            for name in names { byName[FoldedText.key(name)] = city }
        }
    }

    /// The town with this folded name: "lyon", "le havre", "au havre", "st etienne".
    func city(named key: String) -> City? {
        var words = key.split(separator: " ").map { $0 == "st" ? "saint" : $0 == "ste" ? "sainte" : String($0) }
        if let city = byName[words.joined(separator: " ")] { return city }
        guard words.count > 1 else { return nil }
        switch words[0] {
        case "au": words[0] = "le"
        case "aux": words[0] = "les"
        case "a", "de", "d", "en", "in", "for", "pour", "sur", "of", "at": words.removeFirst()
        case "du": words[0] = "le"
        default: return nil
        }
        return byName[words.joined(separator: " ")]
    }
}
