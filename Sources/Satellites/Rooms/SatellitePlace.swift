public import Domain
import Foundation
public import Wyoming

/// A satellite that is to be used: what it is called, where it listens, and the room it stands in.
public struct SatellitePlace: Sendable, Hashable {
    public var name: String
    public var endpoint: Endpoint
    /// An area of the house, by its id or name; `nil`: what the satellite says, or its name, if that is an area's.
    public var area: String?

    public init(name: String, endpoint: Endpoint, area: String? = nil) {
        self.name = name
        self.endpoint = endpoint
        self.area = area
    }

    /// The port that satellites listen on by custom.
    public static let port: UInt16 = 10_700

    /// Reads `kitchen=tcp://host:10700,…`, as JARVIS_SATELLITES has it; the port may be left out.
    /// - Throws: `Problem.invalid` that says which part will not do.
    public static func list(_ text: String) throws(Problem) -> [SatellitePlace] {
        var places: [SatellitePlace] = []
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard sides.count == 2, !sides[0].isEmpty, let endpoint = endpoint(sides[1]) else {
                throw Problem(.invalid, "'\(part)' is no satellite: write name=tcp://host:\(port), and commas in between")
            }
            guard !places.contains(where: { $0.name == sides[0] }) else { throw Problem(.invalid, "the satellite '\(sides[0])' is named twice") }
            places.append(SatellitePlace(name: sides[0], endpoint: endpoint))
        }
        return places
    }

    private static func endpoint(_ text: String) -> Endpoint? {
        if let endpoint = try? Endpoint(text) { return endpoint }
        return text.hasPrefix("tcp://") ? try? Endpoint(text + ":\(port)") : nil
    }
}

extension HomeModel {
    /// The id of the area that one of `hints` names, by its id, name or an alias; the first hint that does wins. Case and accents do not count.
    public func area(named hints: [String]) -> String? {
        for hint in hints.map(Self.folded) where !hint.isEmpty {
            if let area = areas.first(where: { ([$0.id, $0.name] + $0.aliases).contains { Self.folded($0) == hint } }) { return area.id }
        }
        return nil
    }

    private static func folded(_ text: String) -> String {
        let words = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: " ")
    }
}
