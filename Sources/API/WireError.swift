public import Base
public import Foundation

/// A body that is not what the contract says, told in one sentence that names the field and never repeats a value.
public struct WireError: Error, Hashable, CustomStringConvertible {
    /// The field in dotted form (`audio.rate`, `stages.2.name`); empty when the body as a whole is at fault.
    public let field: String
    /// One English sentence for a person.
    public let description: String

    init(field: String, _ description: String) {
        self.field = field
        self.description = description
    }

    /// Tells what a `DecodingError` means.
    public init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            let field = Self.dotted(context.codingPath + [key])
            self.init(field: field, "The field `\(field)` is missing.")
        case .valueNotFound(let type, let context):
            let field = Self.dotted(context.codingPath)
            self.init(field: field, "\(Self.named(field)) is null; it must be \(Self.word(for: type)).")
        case .typeMismatch(let type, let context):
            let field = Self.dotted(context.codingPath)
            self.init(field: field, "\(Self.named(field)) must be \(Self.word(for: type)).")
        case .dataCorrupted(let context):
            let field = Self.dotted(context.codingPath)
            // Our own types say what is wrong in words that go on from the field's name: "is not a date (RFC 3339, …)".
            let ownWords = context.debugDescription.hasPrefix("is ")
            if field.isEmpty && !ownWords {
                self.init(field: "", "The body is not valid JSON in UTF-8.")
            } else {
                self.init(field: field, ownWords ? "\(Self.named(field)) \(context.debugDescription)." : "\(Self.named(field)) has a value that will not do.")
            }
        @unknown default:
            self.init(field: "", "The body is not what this route expects.")
        }
    }

    private static func dotted(_ path: [any CodingKey]) -> String { path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") }
    private static func named(_ field: String) -> String { field.isEmpty ? "The body" : "The field `\(field)`" }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Bool.Type: "true or false"
        case is any BinaryInteger.Type: "a whole number"
        case is any BinaryFloatingPoint.Type: "a number"
        case is Data.Type: "text in base64"
        case is Date.Type: "a date (RFC 3339, like 2026-01-31T09:00:00Z)"
        case is any AnyArray.Type: "a list"
        default: "an object"
        }
    }
}

private protocol AnyArray {}
extension Array: AnyArray {}

extension JSON {
    /// Reads a body of the contract.
    /// - Throws: `WireError`, which says what to put right.
    public static func decodeBody<T: Decodable>(_ type: T.Type = T.self, from data: Data) throws(WireError) -> T {
        do {
            return try decode(type, from: data)
        } catch let error as DecodingError {
            throw WireError(error)
        } catch {
            throw WireError(field: "", "The body is not what this route expects.")
        }
    }
}
