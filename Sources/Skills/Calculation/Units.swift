import Base
import Understanding

/// Units of measure and how they turn into one another.
struct Units: Sendable {
    struct Unit: Sendable {
        let dimension: String
        /// Size in the base unit of the dimension; for temperatures 1, 2 and 3 tell Celsius, Fahrenheit and kelvin.
        let size: Double
        let french: (one: String, many: String)
        let english: (one: String, many: String)

        func name(for count: Double, _ language: Language) -> String {
            // French has the plural from two on, English for all but one.
            if language == .french { return abs(count) >= 2 ? french.many : french.one }
            return count == 1 ? english.one : english.many
        }
    }

    static let all = Units(UnitTable.text, densities: UnitTable.densities)

    private var french: [String: Unit] = [:]
    private var english: [String: Unit] = [:]
    private var ingredients: [String: (name: String, density: Double)] = [:]
    /// Words in the longest name.
    private(set) var longestName = 1
    private(set) var count = 0

    init(_ table: String, densities: String) {
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: "|").map { $0.split(separator: ",").map { $0.split(separator: "=").map { Self.trimmed($0) } } }
            guard columns.count == 3 else { continue }
            let head = columns[0][0][0].split(separator: " ")
            guard head.count == 2, let size = Double(head[1]), columns[1].count == 2, columns[2].count == 2 else { continue }
            let unit = Unit(
                dimension: String(head[0]), size: size, french: (columns[1][0][0], columns[1][1][0]), english: (columns[2][0][0], columns[2][1][0]))
            count += 1
            // Abbreviations stand with the French names and hold in both languages, behind the names of the language itself.
            for name in columns[1].flatMap({ $0 }) { add(name, unit, to: \.french) }
            for name in columns[2].flatMap({ $0 }) { add(name, unit, to: \.english) }
        }
        for line in densities.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let density = Double(parts[0]) else { continue }
            for name in parts[1].split(separator: ",") { ingredients[FoldedText.key(String(name))] = (String(name), density) }
        }
    }

    private mutating func add(_ name: String, _ unit: Unit, to table: WritableKeyPath<Units, [String: Unit]>) {
        let key = FoldedText.key(name)
        if self[keyPath: table][key] == nil { self[keyPath: table][key] = unit }
        longestName = max(longestName, key.split(separator: " ").count)
    }

    private static func trimmed(_ text: Substring) -> String { String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }

    /// The unit with the longest name that stands at `index`, and the token after it.
    func read(_ text: FoldedText, at index: Int, before end: Int, _ language: Language) -> (unit: Unit, next: Int)? {
        var length = min(longestName, end - index)
        while length > 0 {
            let key = text.folded(index..<index + length)
            let unit = language == .french ? french[key] ?? english[key] : english[key] ?? french[key]
            if let unit { return (unit, index + length) }
            length -= 1
        }
        return nil
    }

    func ingredient(_ key: String) -> (name: String, density: Double)? { ingredients[key] }

    /// `nil` when the units measure different things.
    static func convert(_ value: Double, from: Unit, to: Unit) -> Double? {
        guard from.dimension == to.dimension else { return nil }
        guard from.dimension == "temperature" else { return value * from.size / to.size }
        let celsius = from.size == 2 ? (value - 32) * 5 / 9 : from.size == 3 ? value - 273.15 : value
        return to.size == 2 ? celsius * 9 / 5 + 32 : to.size == 3 ? celsius + 273.15 : celsius
    }
}
