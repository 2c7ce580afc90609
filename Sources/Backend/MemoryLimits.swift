import Domain
import Foundation

/// What a memory that comes from outside may hold.
enum MemoryLimits {
    /// Characters of a text.
    private static let textLimit = 10_000
    /// Characters of a name: of who spoke, of a conversation elsewhere.
    private static let nameLimit = 200

    static func text(_ text: String) throws -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw Problem(.invalid, "text is empty") }
        // A character has at least one byte: long texts are not counted in vain.
        guard text.utf8.count <= textLimit || text.count <= textLimit else {
            throw Problem(.tooLarge, "text has \(text.count) characters, at most \(textLimit) are possible")
        }
        return text
    }

    static func name(_ name: String, _ field: String) throws -> String {
        guard name.utf8.count <= nameLimit || name.count <= nameLimit else { throw Problem(.tooLarge, "\(field) has at most \(nameLimit) characters") }
        return name
    }

    static func kind(_ word: String) throws -> Fragment.Kind { try Self.word(word, "kind") }

    static func word<Word: RawRepresentable<String> & CaseIterable>(_ word: String, _ name: String) throws -> Word {
        guard let value = Word(rawValue: word) else {
            throw Problem(.invalid, "\(name) must be one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    static func share(_ value: Double, _ name: String, in range: ClosedRange<Double> = 0...1) throws -> Double {
        guard range.contains(value) else { throw Problem(.invalid, "\(name) must be between \(Int(range.lowerBound)) and \(Int(range.upperBound))") }
        return value
    }

    /// `nil` without any; open on the side that is not given.
    static func span(from: Date?, until: Date?) throws -> DateInterval? {
        guard from != nil || until != nil else { return nil }
        let (start, end) = (from ?? .distantPast, until ?? .distantFuture)
        guard start <= end else { throw Problem(.invalid, "from must not be after until") }
        return DateInterval(start: start, end: end)
    }
}
