import Base
import Domain
import Foundation
import YAML

/// Reads the YAML file that describes a house (docs/home.md, "A house in a file").
struct HouseFile {
    /// So much is plenty for a house, and no burden for a machine.
    static let mostBytes = 4 << 20, mostThings = 10_000

    private var model = HomeModel()
    private var states: [EntityState] = []
    private let now: Date

    static func read(_ text: String, at now: Date) throws(HouseFileError) -> (HomeModel, [EntityState]) {
        guard text.utf8.count <= mostBytes else { throw HouseFileError("the file is larger than \(mostBytes >> 20) MB", at: nil) }
        let document: JSONValue
        do { document = try YAML.decode(text) } catch { throw HouseFileError(error.message, at: "line \(error.line)") }
        var file = HouseFile(now: now)
        try file.take(document)
        return (file.model, file.states)
    }

    private init(now: Date) { self.now = now }

    private mutating func take(_ document: JSONValue) throws(HouseFileError) {
        guard case .object(let parts) = document else {
            throw HouseFileError("the file must have the parts floors, areas and entities", at: nil)
        }
        try Self.check(parts, allowed: ["place", "floors", "areas", "entities"], at: "the file")
        model.place = try Self.place(parts["place"])
        for (entry, place) in try Self.entries(parts["floors"], "floors") { try takeFloor(entry, place) }
        for (entry, place) in try Self.entries(parts["areas"], "areas") { try takeArea(entry, place) }
        for (entry, place) in try Self.entries(parts["entities"], "entities") { try takeEntity(entry, place) }
    }

    private static func place(_ part: JSONValue?) throws(HouseFileError) -> Coordinates? {
        guard let part, part != .null else { return nil }
        guard case .object(let entry) = part, let latitude = entry["latitude"]?.number, let longitude = entry["longitude"]?.number,
            case let place = Coordinates(latitude: latitude, longitude: longitude), place.isOnEarth
        else { throw HouseFileError("must have a latitude and a longitude in degrees, like {latitude: 48.86, longitude: 2.35}", at: "place") }
        try check(entry, allowed: ["latitude", "longitude"], at: "place")
        return place
    }

    private mutating func takeFloor(_ entry: [String: JSONValue], _ place: String) throws(HouseFileError) {
        try Self.check(entry, allowed: ["id", "name", "aliases", "level"], at: place)
        let name = try Self.need("name", entry, place)
        let id = try Self.word("id", entry, place) ?? Self.slug(name)
        if model.floors.contains(where: { $0.id == id }) { throw HouseFileError("there are two floors with the id \(id)", at: place) }
        var level: Int?
        if let value = entry["level"] {
            guard let number = value.number, let whole = Int(exactly: number) else { throw HouseFileError("level must be a whole number", at: place) }
            level = whole
        }
        model.floors.append(HomeModel.Floor(id: id, name: name, aliases: try Self.words("aliases", entry, place), level: level))
    }

    private mutating func takeArea(_ entry: [String: JSONValue], _ place: String) throws(HouseFileError) {
        try Self.check(entry, allowed: ["id", "name", "aliases", "floor"], at: place)
        let name = try Self.need("name", entry, place)
        let id = try Self.word("id", entry, place) ?? Self.slug(name)
        if model.areas.contains(where: { $0.id == id }) { throw HouseFileError("there are two areas with the id \(id)", at: place) }
        var floor: String?
        if let word = try Self.word("floor", entry, place) {
            floor = model.floors.first { $0.id == word || $0.name == word }?.id
            if floor == nil { throw HouseFileError("there is no floor \(word); floors are \(Self.list(model.floors.map(\.name)))", at: place) }
        }
        model.areas.append(HomeModel.Area(id: id, name: name, aliases: try Self.words("aliases", entry, place), floor: floor))
    }

    private mutating func takeEntity(_ entry: [String: JSONValue], _ place: String) throws(HouseFileError) {
        let id = try Self.need("id", entry, place)
        let place = "\(place) (\(id))"
        try Self.check(entry, allowed: ["id", "name", "aliases", "area", "device_class", "features", "exposed", "state", "attributes"], at: place)
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (48...57).contains($0) || (97...122).contains($0) } })
        else { throw HouseFileError("the id must be like light.kitchen: a kind and a name of small letters, digits and _", at: place) }
        if states.contains(where: { $0.entity == id }) { throw HouseFileError("there are two entities with this id", at: place) }
        var area: String?
        if let word = try Self.word("area", entry, place) {
            area = model.areas.first { $0.id == word || $0.name == word }?.id
            if area == nil { throw HouseFileError("there is no area \(word); areas are \(Self.list(model.areas.map(\.name)))", at: place) }
        }
        var isExposed = true
        if let value = entry["exposed"] {
            guard case .bool(let bool) = value else { throw HouseFileError("exposed must be true or false", at: place) }
            isExposed = bool
        }
        var features = 0
        if let value = entry["features"] {
            guard let number = value.number, let whole = Int(exactly: number), whole >= 0 else {
                throw HouseFileError("features must be a whole number", at: place)
            }
            features = whole
        }
        let entity = HomeModel.Entity(
            id: id, name: try Self.need("name", entry, place), aliases: try Self.words("aliases", entry, place), area: area,
            deviceClass: try Self.word("device_class", entry, place), features: features, isExposed: isExposed)
        model.entities.append(entity)

        var attributes = Simulation.attributes(of: entity.domain)
        switch entry["attributes"] {
        case .object(let given): attributes.merge(given) { _, new in new }
        case nil, .null: break
        default: throw HouseFileError("attributes must be names with values", at: place)
        }
        let value = try Self.state(entry["state"], place) ?? Simulation.value(of: entity.domain)
        var state = EntityState(entity: id, value: value, attributes: attributes, changedAt: now, updatedAt: now)
        Simulation.settle(&state, given: Set(entry["attributes"].flatMap { if case .object(let given) = $0 { Array(given.keys) } else { nil } } ?? []))
        states.append(state)
    }

    // MARK: Entries

    /// The entries of a part, each with its place for messages.
    private static func entries(_ part: JSONValue?, _ name: String) throws(HouseFileError) -> [([String: JSONValue], String)] {
        switch part {
        case nil, .null: return []
        case .array(let values):
            guard values.count <= mostThings else { throw HouseFileError("there are more than \(mostThings)", at: name) }
            var entries: [([String: JSONValue], String)] = []
            for (index, value) in values.enumerated() {
                let place = "\(name), entry \(index + 1)"
                guard case .object(let entry) = value else { throw HouseFileError("an entry must have names with values, like \"name: Salon\"", at: place) }
                entries.append((entry, place))
            }
            return entries
        default: throw HouseFileError("must be a list: one entry after each \"-\"", at: name)
        }
    }

    private static func check(_ entry: [String: JSONValue], allowed: [String], at place: String) throws(HouseFileError) {
        if let unknown = entry.keys.sorted().first(where: { !allowed.contains($0) }) {
            throw HouseFileError("\(unknown) means nothing here; known are \(list(allowed))", at: place)
        }
    }

    private static func need(_ key: String, _ entry: [String: JSONValue], _ place: String) throws(HouseFileError) -> String {
        guard let word = try word(key, entry, place), !word.isEmpty else { throw HouseFileError("\(key) is missing", at: place) }
        return word
    }

    private static func word(_ key: String, _ entry: [String: JSONValue], _ place: String) throws(HouseFileError) -> String? {
        switch entry[key] {
        case nil, .null: return nil
        case .string(let word): return word
        // A room may be called 12.
        case .number(let number): return Int64(exactly: number).map { String($0) } ?? String(number)
        default: throw HouseFileError("\(key) must be text", at: place)
        }
    }

    private static func words(_ key: String, _ entry: [String: JSONValue], _ place: String) throws(HouseFileError) -> [String] {
        switch entry[key] {
        case nil, .null: return []
        case .string(let word): return [word]
        case .array(let values):
            let words = values.compactMap(\.string)
            guard words.count == values.count else { throw HouseFileError("\(key) must be a list of texts", at: place) }
            return words
        default: throw HouseFileError("\(key) must be a list of texts", at: place)
        }
    }

    private static func state(_ value: JSONValue?, _ place: String) throws(HouseFileError) -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let text): return text
        case .bool(let isOn): return isOn ? "on" : "off"
        case .number(let number): return Int64(exactly: number).map { String($0) } ?? String(number)
        default: throw HouseFileError("state must be one value", at: place)
        }
    }

    private static func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.prefix(12).joined(separator: ", ") }

    /// "Rez-de-chaussée" → `rez_de_chaussee`.
    private static func slug(_ name: String) -> String {
        var slug = ""
        for character in name.folded.unicodeScalars {
            if ("a"..."z").contains(character) || ("0"..."9").contains(character) {
                slug.unicodeScalars.append(character)
            } else if !slug.hasSuffix("_") {
                slug += "_"
            }
        }
        return slug.trimmingCharacters(in: ["_"])
    }
}

/// What is wrong with the file that describes a house.
public struct HouseFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What to mend; English.
    public let message: String
    /// `line 12`, or `entities, entry 3 (light.kitchen)`.
    public let place: String?

    init(_ message: String, at place: String?) {
        self.message = message
        self.place = place
    }

    public var description: String { place.map { "\($0): \(message)" } ?? message }
}
