/// A sentence template in the notation of Home Assistant's intents: `turn on [the] {name}`.
///
/// `(a|b)` is one of several, `[a]` may be missing, `(a;b)` stands in any order, `<rule>` is another template by name, `{list:slot}` a value.
/// Source of the notation: the README of github.com/OHF-Voice/hassil.
indirect enum Template: Sendable, Hashable {
    case text(String)
    case sequence([Template])
    case alternatives([Template])
    case permutation([Template])
    case rule(String)
    case list(String, slot: String)

    /// Groups that may stand inside each other.
    static let depthLimit = 64

    /// - Throws: `TemplateError` when brackets do not match, or stand too deep.
    init(parsing text: String) throws(TemplateError) {
        var parser = Parser(rest: Substring(text), source: text)
        self = try parser.group(until: nil, depth: 0)
    }

    private struct Parser {
        var rest: Substring
        let source: String

        /// Reads up to `close`, which is consumed.
        mutating func group(until close: Character?, depth: Int) throws(TemplateError) -> Template {
            guard depth <= Template.depthLimit else { throw TemplateError("groups stand too deep in: \(source.prefix(80))") }
            var branches: [[Template]] = [[]]
            var separator: Character?
            var text = ""

            func flush() {
                if !text.isEmpty { branches[branches.count - 1].append(.text(text)) }
                text = ""
            }

            while let character = rest.popFirst() {
                switch character {
                case "\\":
                    if let escaped = rest.popFirst() { text.append(escaped) }
                case "(", "[":
                    flush()
                    let inner = try group(until: character == "(" ? ")" : "]", depth: depth + 1)
                    branches[branches.count - 1].append(character == "(" ? inner : .alternatives([inner, .sequence([])]))
                case ")", "]":
                    guard character == close else { throw TemplateError("unexpected \(character) in: \(source.prefix(80))") }
                    flush()
                    return Template.joined(branches, separator)
                case "|", ";":
                    // The outermost level has no group to part: there they are letters nobody says.
                    guard separator == nil || separator == character else { throw TemplateError("| and ; in one group of: \(source.prefix(80))") }
                    flush()
                    separator = character
                    branches.append([])
                case "<":
                    flush()
                    branches[branches.count - 1].append(.rule(try name(until: ">")))
                case "{":
                    flush()
                    let parts = try name(until: "}").split(separator: ":", maxSplits: 1)
                    guard let list = parts.first else { throw TemplateError("a list without a name in: \(source.prefix(80))") }
                    branches[branches.count - 1].append(.list(String(list), slot: String(parts.last ?? list)))
                default: text.append(character)
                }
            }
            guard close == nil else { throw TemplateError("missing \(close ?? " ") in: \(source.prefix(80))") }
            flush()
            return Template.joined(branches, separator)
        }

        mutating func name(until close: Character) throws(TemplateError) -> String {
            guard let end = rest.firstIndex(of: close) else { throw TemplateError("missing \(close) in: \(source.prefix(80))") }
            defer { rest = rest[rest.index(after: end)...] }
            return String(rest[..<end])
        }
    }

    /// A text that the template accepts, its lists aside: the first of everything.
    func example(rules: [String: Template], depth: Int = 0) -> String {
        guard depth < Self.depthLimit else { return "" }
        return switch self {
        case .text(let text): text
        case .sequence(let items): items.map { $0.example(rules: rules, depth: depth + 1) }.joined()
        case .alternatives(let items): items.first?.example(rules: rules, depth: depth + 1) ?? ""
        case .permutation(let items): " " + items.map { $0.example(rules: rules, depth: depth + 1) }.joined(separator: " ") + " "
        case .rule(let name): rules[name]?.example(rules: rules, depth: depth + 1) ?? ""
        case .list: "12"
        }
    }

    private static func joined(_ branches: [[Template]], _ separator: Character?) -> Template {
        let sequences = branches.map { $0.count == 1 ? $0[0] : Template.sequence($0) }
        switch separator {
        case "|": return .alternatives(sequences)
        case ";": return .permutation(sequences)
        default: return sequences[0]
        }
    }
}

/// What is wrong with a template or a file of them.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
