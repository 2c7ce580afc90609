import Base
import Foundation

/// A house in which it is Saturday 21 November 2026, 14:05 in Paris.
enum House {
    static let now = Timestamp.parse("2026-11-21T13:05:00Z") ?? Date(timeIntervalSince1970: 0)
    static let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt
}
