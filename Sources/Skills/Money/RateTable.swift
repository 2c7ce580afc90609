import Base
import Domain

/// What an euro was worth on one day.
struct RateTable: Sendable, Hashable, Codable {
    var day: CivilDay
    /// Units of each currency for one euro, by ISO 4217 code; the euro itself is not in it.
    var rates: [String: Double]

    /// Currencies that are read at most.
    private static let limit = 200

    init(day: CivilDay, rates: [String: Double]) {
        self.day = day
        self.rates = rates
    }

    /// Reads the daily reference rates of the European Central Bank, or a table of the same form: `<Cube time="…">` around
    /// `<Cube currency="…" rate="…"/>` (eurofxref-daily.xml). Of several days the first counts; `nil` when it is no such table.
    init?(xml: String) {
        var reader = MarkupReader(xml), day: CivilDay?, rates: [String: Double] = [:]
        reading: while let event = reader.next() {
            guard case .start("cube", let attributes, _) = event else { continue }
            if let time = attributes["time"] {
                if day != nil { break reading }
                day = CivilDay(time)
            }
            guard rates.count < Self.limit, let code = attributes["currency"], let rate = attributes["rate"].flatMap(Double.init), Self.isPlausible(code, rate)
            else { continue }
            rates[code] = rate
        }
        guard let day, !rates.isEmpty else { return nil }
        self.init(day: day, rates: rates)
    }

    private static func isPlausible(_ code: String, _ rate: Double) -> Bool {
        code.utf8.count == 3 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } && (1e-6...1e9).contains(rate)
    }

    /// Currencies whose rate is fixed by treaty or law (per euro).
    static let fixed = ["EUR": 1, "XOF": 655.957, "XAF": 655.957, "XPF": 119.331742, "FRF": 6.55957]

    /// How many units of one are worth one unit of the other; `nil` when one of them is not in the table.
    func rate(from: String, to: String) -> Double? {
        guard let from = Self.fixed[from] ?? rates[from], let to = Self.fixed[to] ?? rates[to] else { return nil }
        return to / from
    }
}
