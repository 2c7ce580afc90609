private import Base
public import Cryptography
import Domain

/// What makes entries a chain: each hash is a keyed BLAKE2b (RFC 7693) over the entry and the hash before, so that whoever has the file but not the key can
/// neither change an entry nor add one.
public struct AuditChain: Sendable {
    /// What the key is derived for (`SealingKey.derive`).
    public static let purpose = "jarvis audit chain 1"
    public static let keyByteCount = 32
    /// The hash before the first entry.
    static let genesis = [UInt8](repeating: 0, count: 32)

    /// Which end an anchor holds; one is never taken for the other.
    public enum End: String, Sendable { case start, head }

    private let key: [UInt8]

    /// - Throws: `CryptographyError` unless there are 32 bytes.
    public init(key: [UInt8]) throws(CryptographyError) {
        guard key.count == Self.keyByteCount else { throw CryptographyError(.malformed, "a chain's key has \(Self.keyByteCount) bytes, this one \(key.count)") }
        self.key = key
    }

    /// The entry that follows one with the hash `previous`.
    func record(_ event: AuditEvent, number: Int64, at: Int64, after previous: [UInt8]) throws(CryptographyError) -> AuditRecord {
        let details = AuditDetails(
            user: event.user, name: event.name, address: event.address, target: event.target, salt: Hex.encode(try RandomBytes.make(16)))
        var record = AuditRecord(
            number: number, at: at, household: event.household, action: event.action.rawValue, outcome: event.outcome.rawValue, details: details,
            digest: try digest(of: details), hash: [])
        record.hash = try hash(of: record, after: previous)
        return record
    }

    func digest(of details: AuditDetails) throws(CryptographyError) -> [UInt8] { try mac("details", [details.bytes]) }

    func hash(of record: AuditRecord, after previous: [UInt8]) throws(CryptographyError) -> [UInt8] {
        try mac(
            "entry",
            [
                previous, Self.bytes(record.number), Self.bytes(record.at), record.household.map { Array($0.description.utf8) } ?? [],
                Array(record.action.utf8), Array(record.outcome.utf8), record.digest,
            ])
    }

    /// Shows that whoever erased the details of an entry held the key.
    func erasure(of record: AuditRecord) throws(CryptographyError) -> [UInt8] { try mac("erasure", [Self.bytes(record.number), record.hash]) }

    func anchor(_ end: End, number: Int64, hash: [UInt8]) throws(CryptographyError) -> AuditAnchor {
        AuditAnchor(number: number, hash: hash, tag: try mac(end.rawValue, [Self.bytes(number), hash]))
    }

    func isGenuine(_ anchor: AuditAnchor, _ end: End) throws(CryptographyError) -> Bool {
        ConstantTime.equals(try mac(end.rawValue, [Self.bytes(anchor.number), anchor.hash]), anchor.tag)
    }

    private func mac(_ purpose: String, _ fields: [[UInt8]]) throws(CryptographyError) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(256)
        message.appendField(Array(purpose.utf8))
        for field in fields { message.appendField(field) }
        return try BLAKE2b.hash(message, key: key)
    }

    private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}
