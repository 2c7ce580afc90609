public import Base
private import CYAML

/// A YAML document as a JSON value: YAML 1.1's scalars as its core schema reads them (`true`, `12`, `1.5`, `null`; everything quoted is text).
///
/// Anchors, aliases and tags are refused: what Jarvis reads has no use for them, and aliases can grow without bound.
public enum YAML {
    /// What is wrong with a document, and where.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        public let message: String
        /// From 1.
        public let line: Int

        public var description: String { "line \(line): \(message)" }
    }

    /// Collections that may stand inside each other.
    public static let depthLimit = 64

    /// The first document of a text; `null` when there is none.
    public static func decode(_ text: String) throws(Failure) -> JSONValue {
        var reader = Reader()
        let failure = reader.run(Array(text.utf8))
        if let failure { throw failure }
        return reader.document ?? .null
    }

    /// Turns libyaml's events into values. Each open collection waits on a stack.
    private struct Reader {
        enum Open {
            case sequence([JSONValue])
            case mapping([String: JSONValue], key: String?)
        }
        var open: [Open] = []
        var document: JSONValue?

        mutating func run(_ bytes: [UInt8]) -> Failure? {
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else { return Failure(message: "out of memory", line: 1) }
            defer { yaml_parser_delete(&parser) }
            return bytes.withUnsafeBufferPointer { input in
                yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
                yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
                while document == nil {
                    var event = yaml_event_t()
                    guard yaml_parser_parse(&parser, &event) == 1 else {
                        return Failure(message: parser.problem.map { String(cString: $0) } ?? "not YAML", line: Int(parser.problem_mark.line) + 1)
                    }
                    defer { yaml_event_delete(&event) }
                    if event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT { return nil }
                    if let message = take(event) { return Failure(message: message, line: Int(event.start_mark.line) + 1) }
                }
                return nil
            }
        }

        /// Returns what is wrong with the event, if anything.
        mutating func take(_ event: yaml_event_t) -> String? {
            switch event.type {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                guard scalar.anchor == nil, scalar.tag == nil else { return "anchors and tags are not read here" }
                let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                return place(YAML.value(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), text: text)
            case YAML_SEQUENCE_START_EVENT:
                guard event.data.sequence_start.anchor == nil else { return "anchors are not read here" }
                open.append(.sequence([]))
                return open.count > YAML.depthLimit ? "too deep" : nil
            case YAML_MAPPING_START_EVENT:
                guard event.data.mapping_start.anchor == nil else { return "anchors are not read here" }
                open.append(.mapping([:], key: nil))
                return open.count > YAML.depthLimit ? "too deep" : nil
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                switch open.popLast() {
                case .sequence(let values): return place(.array(values), text: nil)
                case .mapping(let values, _): return place(.object(values), text: nil)
                case nil: return "unexpected end"
                }
            case YAML_ALIAS_EVENT: return "aliases are not read here"
            default: return nil
            }
        }

        mutating func place(_ value: JSONValue, text: String?) -> String? {
            switch open.popLast() {
            case nil: document = value
            case .sequence(var values):
                values.append(value)
                open.append(.sequence(values))
            case .mapping(let values, key: nil):
                guard let text else { return "a key must be a word" }
                guard values[text] == nil else { return "the key \(text) stands here twice" }
                open.append(.mapping(values, key: text))
            case .mapping(var values, key: let key?):
                values[key] = value
                open.append(.mapping(values, key: nil))
            }
            return nil
        }
    }

    /// The core schema's reading of a scalar.
    private static func value(_ text: String, isPlain: Bool) -> JSONValue {
        guard isPlain else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        let digits = text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || (48...57).contains($0) } ?? false
        guard digits, text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }), let number = Double(text), number.isFinite else {
            return .string(text)
        }
        return .number(number)
    }
}
