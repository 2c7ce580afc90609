import Base
import Foundation

/// The templates for what a device says that are understood: `{{ value }}`, `{{ value_json }}` and `{{ value_json.a['b'][0] }}`, with filters that only
/// change how a value is written.
struct ValueTemplate: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        case member(String)
        case item(Int)
    }

    /// `nil`: the payload as it is.
    private let path: [Step]?
    private let filters: [TemplateFilter]

    /// The payload as it is.
    static let whole = ValueTemplate(path: nil, filters: [])

    private init(path: [Step]?, filters: [TemplateFilter]) {
        self.path = path
        self.filters = filters
    }

    /// `nil` for every other template.
    init?(_ text: String) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.count >= 4 else { return nil }
        var parser = TemplateParser(String(text.dropFirst(2).dropLast(2)))
        guard let path = parser.source(), let filters = parser.filters() else { return nil }
        self.path = path.isJSON ? path.steps : nil
        self.filters = filters
    }

    /// `nil` when the payload does not hold what is asked for.
    func value(in payload: DevicePayload) -> String? {
        var value: JSONValue?
        if let path {
            value = payload.json
            for step in path {
                switch (step, value) {
                case (.member(let name), .object(let members)): value = members[name]
                case (.item(let index), .array(let items)): value = items.indices.contains(index) ? items[index] : nil
                default: value = nil
                }
            }
        } else {
            value = payload.text.map { .string($0) }
        }
        for filter in filters { value = filter.apply(to: value) }
        guard let text = value?.rendered, text.utf8.count <= DevicePayload.valueLimit else { return nil }
        return text
    }
}

/// The templates for what is said to a device that are understood: any text with `{{ value }}` in it.
struct CommandTemplate: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case text(String)
        case value([TemplateFilter])
    }

    private let pieces: [Piece]

    static let whole = CommandTemplate(pieces: [.value([])])

    private init(pieces: [Piece]) { self.pieces = pieces }

    init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = Substring(text)
        guard !rest.contains("{%"), !rest.contains("{#") else { return nil }
        while let start = rest.range(of: "{{") {
            guard let end = rest[start.upperBound...].range(of: "}}") else { return nil }
            if start.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<start.lowerBound]))) }
            var parser = TemplateParser(String(rest[start.upperBound..<end.lowerBound]))
            guard let source = parser.source(), !source.isJSON, let filters = parser.filters() else { return nil }
            pieces.append(.value(filters))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    func render(_ value: String) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .value(let filters):
                var result: JSONValue? = .string(value)
                for filter in filters { result = filter.apply(to: result) }
                return result?.rendered ?? ""
            }
        }.joined()
    }
}

/// A filter that changes how a value is written.
enum TemplateFilter: Sendable, Hashable {
    case whole, number, text, trimmed, lower, upper, json, defined
    case rounded(Int)
    case fallback(String)

    func apply(to value: JSONValue?) -> JSONValue? {
        if case .fallback(let text) = self { return value ?? .string(text) }
        guard let value else { return nil }
        let number = value.number ?? value.string.flatMap { Double($0.trimmingCharacters(in: .whitespaces)) }
        switch self {
        case .whole: return .number((number ?? 0).rounded(.towardZero))
        case .number: return .number(number ?? 0)
        case .rounded(let places):
            let scale = pow(10, Double(places))
            return .number(((number ?? 0) * scale).rounded() / scale)
        case .text: return value.rendered.map { .string($0) }
        case .trimmed: return value.rendered.map { .string($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        case .lower: return value.rendered.map { .string($0.lowercased()) }
        case .upper: return value.rendered.map { .string($0.uppercased()) }
        case .json: return (try? JSON.encode(value)).map { .string(String(decoding: $0, as: UTF8.self)) }
        case .defined, .fallback: return value
        }
    }
}

/// Reads what stands between `{{` and `}}`, in one pass.
private struct TemplateParser {
    private let characters: [Character]
    private var index = 0

    init(_ text: String) { characters = Array(text) }

    private var next: Character? { index < characters.count ? characters[index] : nil }

    private mutating func skipSpace() { while let character = next, character.isWhitespace { index += 1 } }

    private mutating func take(_ character: Character) -> Bool {
        guard next == character else { return false }
        index += 1
        return true
    }

    private mutating func word() -> String? {
        let start = index
        while let character = next, character == "_" || character.isASCII && (character.isLetter || character.isNumber) { index += 1 }
        return index > start ? String(characters[start..<index]) : nil
    }

    private mutating func quoted() -> String? {
        guard let quote = next, quote == "'" || quote == "\"" else { return nil }
        index += 1
        let start = index
        while let character = next, character != quote {
            if character == "\\" { return nil }
            index += 1
        }
        let text = String(characters[start..<min(index, characters.count)])
        return take(quote) ? text : nil
    }

    /// `value`, or `value_json` with steps into it.
    mutating func source() -> (isJSON: Bool, steps: [ValueTemplate.Step])? {
        skipSpace()
        let name = word()
        if name == "value" { return (false, []) }
        guard name == "value_json" else { return nil }
        var steps: [ValueTemplate.Step] = []
        while true {
            if take(".") {
                guard let member = word() else { return nil }
                steps.append(.member(member))
            } else if take("[") {
                skipSpace()
                if let member = quoted() {
                    steps.append(.member(member))
                } else if let text = word(), let item = Int(text) {
                    steps.append(.item(item))
                } else {
                    return nil
                }
                skipSpace()
                guard take("]") else { return nil }
            } else {
                return (true, steps)
            }
        }
    }

    /// The filters to the end of the expression.
    mutating func filters() -> [TemplateFilter]? {
        var filters: [TemplateFilter] = []
        while true {
            skipSpace()
            if next == nil { return filters }
            guard take("|") else { return nil }
            skipSpace()
            guard let name = word() else { return nil }
            skipSpace()
            var argument: String?
            if take("(") {
                skipSpace()
                if next != ")" {
                    let isNegative = take("-")
                    guard let text = isNegative ? word().map({ "-" + $0 }) : quoted() ?? word() else { return nil }
                    argument = text
                }
                skipSpace()
                guard take(")") else { return nil }
            }
            switch (name, argument) {
            case ("int", _): filters.append(.whole)
            case ("float", _): filters.append(.number)
            case ("round", nil): filters.append(.rounded(0))
            case ("round", let places?):
                guard let places = Int(places), (0...9).contains(places) else { return nil }
                filters.append(.rounded(places))
            case ("string", nil): filters.append(.text)
            case ("trim", nil): filters.append(.trimmed)
            case ("lower", nil): filters.append(.lower)
            case ("upper", nil): filters.append(.upper)
            case ("tojson", nil), ("to_json", nil): filters.append(.json)
            case ("is_defined", nil): filters.append(.defined)
            case ("default", let text?): filters.append(.fallback(text))
            default: return nil
            }
        }
    }
}

/// What arrived under a topic, read as text and as JSON once for all who listen to it.
final class DevicePayload {
    /// Longer values are not taken, in bytes.
    static let valueLimit = 4096

    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private(set) lazy var text: String? = String(validating: bytes, as: UTF8.self)
    private(set) lazy var json: JSONValue? = try? JSON.decode(from: Data(bytes))
}
