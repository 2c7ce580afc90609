import Base
import Domain
import Foundation
import SQLite

/// What is sealed of a fragment beside its text, in few bytes and quick to read: a million of these are opened at a start, for which JSON is too slow.
///
/// A row of fields: 1 byte tag, the length as LEB128, the bytes. Fields that have no value are left out, repeated ones stand in their order, and tags
/// that this program does not know are skipped. Numbers are little-endian, times milliseconds since 1970.
enum FragmentDetails {
    /// Written in files: a number keeps its meaning.
    private enum Tag: UInt8 {
        case speaker = 1, externalID, externalConversation, entity, origin
        case subject, subjectName, relation, value, negated, validFrom, validUntil, confidence, supersededBy, supersededAt
    }

    /// Empty when there is nothing to keep.
    static func encode(_ fragment: Fragment) -> [UInt8] {
        var fields = Writer()
        fields.add(.speaker, fragment.speaker)
        fields.add(.externalID, fragment.externalID)
        fields.add(.externalConversation, fragment.externalConversation)
        for entity in fragment.entities { fields.add(.entity, entity) }
        for origin in fragment.origins { fields.add(.origin, origin.bytes) }
        if let fact = fragment.fact { encode(fact, into: &fields) }
        return fields.bytes
    }

    private static func encode(_ fact: Fact, into fields: inout Writer) {
        fields.add(.subject, fact.subject)
        fields.add(.subjectName, fact.subjectName)
        fields.add(.relation, fact.relation)
        fields.add(.value, fact.value)
        if fact.isNegated { fields.add(.negated, []) }
        fields.add(.validFrom, fact.validFrom)
        fields.add(.validUntil, fact.validUntil)
        fields.add(.confidence, number: fact.confidence.bitPattern)
        if let id = fact.supersededBy { fields.add(.supersededBy, id.bytes) }
        fields.add(.supersededAt, fact.supersededAt)
    }

    /// Gives `fragment` what `bytes` hold.
    static func decode(_ bytes: [UInt8], into fragment: inout Fragment) throws(SQLiteError) {
        var position = 0
        while position < bytes.count {
            let tag = Tag(rawValue: bytes[position])
            position += 1
            let field = try field(of: bytes, at: &position)
            guard let tag else { continue }
            switch tag {
            case .speaker: fragment.speaker = field.text
            case .externalID: fragment.externalID = field.text
            case .externalConversation: fragment.externalConversation = field.text
            case .entity: fragment.entities.append(field.text)
            case .origin: fragment.origins.append(try field.id())
            default: try decode(tag, field, into: &fragment.fact)
            }
        }
    }

    private static func decode(_ tag: Tag, _ field: ArraySlice<UInt8>, into known: inout Fact?) throws(SQLiteError) {
        var fact = known ?? Fact(subject: "", subjectName: "", relation: "", value: "")
        known = nil  // one owner: the strings are not copied
        switch tag {
        case .subject: fact.subject = field.text
        case .subjectName: fact.subjectName = field.text
        case .relation: fact.relation = field.text
        case .value: fact.value = field.text
        case .negated: fact.isNegated = true
        case .validFrom: fact.validFrom = try field.date()
        case .validUntil: fact.validUntil = try field.date()
        case .confidence: fact.confidence = Double(bitPattern: try field.number())
        case .supersededBy: fact.supersededBy = try field.id()
        case .supersededAt: fact.supersededAt = try field.date()
        case .speaker, .externalID, .externalConversation, .entity, .origin: break
        }
        known = fact
    }

    /// The bytes of a field whose length stands at `position`, which moves behind it.
    private static func field(of bytes: [UInt8], at position: inout Int) throws(SQLiteError) -> ArraySlice<UInt8> {
        var length = 0, shift = 0
        while true {
            guard position < bytes.count, shift < 28 else { throw broken }
            let byte = bytes[position]
            position += 1
            length |= Int(byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0 { break }
        }
        guard length <= bytes.count - position else { throw broken }
        defer { position += length }
        return bytes[position..<position + length]
    }

    fileprivate static let broken = SQLiteError(.mismatch, "the details of a memory are not what this program writes")

    private struct Writer {
        var bytes: [UInt8] = []

        mutating func add(_ tag: Tag, _ field: some Collection<UInt8>) {
            bytes.append(tag.rawValue)
            var length = field.count
            while length >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
                length >>= 7
            }
            bytes.append(UInt8(length))
            bytes += field
        }

        mutating func add(_ tag: Tag, _ text: String?) { if let text { add(tag, text.utf8) } }
        mutating func add(_ tag: Tag, _ date: Date?) { if let date { add(tag, number: UInt64(bitPattern: date.milliseconds)) } }
        mutating func add(_ tag: Tag, number: UInt64) { add(tag, (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }

    fileprivate func number() throws(SQLiteError) -> UInt64 {
        guard count == 8 else { throw FragmentDetails.broken }
        return reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    fileprivate func date() throws(SQLiteError) -> Date { Date(timeIntervalSince1970: Double(Int64(bitPattern: try number())) / 1000) }

    fileprivate func id() throws(SQLiteError) -> Fragment.ID {
        guard let id = Fragment.ID(bytes: self) else { throw FragmentDetails.broken }
        return id
    }
}
