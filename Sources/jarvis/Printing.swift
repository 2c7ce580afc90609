import Base
import Foundation

extension Invocation {
    /// One line for each: of JSON with `--json`, else as `line` writes it.
    func print<Item: Encodable>(_ items: [Item], line: (Item) -> String) throws {
        for item in items {
            if has("json") { console.write(String(decoding: try JSON.encode(item), as: UTF8.self) + "\n") } else { console.show(line(item) + "\n") }
        }
    }
}

/// Times as a person at this machine reads them.
enum LocalTime {
    /// `2026-01-31 09:00:00` in `zone`.
    static func text(_ date: Date, in zone: TimeZone = .current) -> String {
        String(Timestamp.format(date.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: date)))).prefix(19)).replacing("T", with: " ")
    }

    /// The moment that a person at this machine writes: `2026-01-31`, `2026-01-31 09:00`, or a time as in RFC 3339.
    /// - Parameter endsDay: whether a day alone means its end.
    static func moment(_ text: String, endsDay: Bool = false, in zone: TimeZone = .current) -> Date? {
        if let date = Timestamp.parse(text) { return date }
        let parts = text.split(separator: " ")
        guard let day = parts.first, parts.count <= 2 else { return nil }
        let minute = "\(day)T\(parts.count == 2 ? parts[1] : "00:00")"
        // Times that do not exist, like 25:00, come back as others.
        guard let date = Timestamp.parse(minute + ":00Z"), Timestamp.format(date).hasPrefix(minute) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var fields = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        if endsDay && parts.count == 1 { fields.day = (fields.day ?? 0) + 1 }
        calendar.timeZone = zone
        return calendar.date(from: fields)
    }
}
