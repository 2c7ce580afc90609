private import Base
private import Cryptography
import Domain
public import Foundation

/// An exported trail: a line of JSON for its start, one for each entry, and one for its end. Every line has one spelling, so that no byte can be changed.
public enum AuditFile {
    private struct Header: Codable {
        var version: Int
        var start: AnchorLine?
        enum CodingKeys: String, CodingKey { case version = "jarvis_audit", start }
    }

    private struct Footer: Codable {
        var head: AnchorLine
    }

    private struct Line: Codable {
        var number: Int64
        var at: Date
        var household: Household.ID?
        var action: String
        var outcome: String
        var user: User.ID?
        var name: String?
        var address: String?
        var target: String?
        var salt: String?
        var digest: String
        var erasure: String?
        var hash: String

        init(_ record: AuditRecord) {
            number = record.number
            at = Date(timeIntervalSince1970: Double(record.at) / 1000)
            household = record.household
            action = record.action
            outcome = record.outcome
            user = record.details?.user
            name = record.details?.name
            address = record.details?.address
            target = record.details?.target
            salt = record.details?.salt
            digest = Hex.encode(record.digest)
            erasure = record.erasure.map(Hex.encode)
            hash = Hex.encode(record.hash)
        }

        var record: AuditRecord? {
            guard let digest = Hex.strictly(digest), let hash = Hex.strictly(hash) else { return nil }
            let proof = erasure.flatMap(Hex.strictly)
            guard erasure == nil || proof != nil else { return nil }
            var details: AuditDetails?
            if let name, let address, let target, let salt {
                details = AuditDetails(user: user, name: name, address: address, target: target, salt: salt)
            }
            return AuditRecord(
                number: number, at: at.milliseconds, household: household, action: action, outcome: outcome, details: details, digest: digest,
                erasure: proof, hash: hash)
        }
    }

    static func header(_ start: AuditAnchor?) throws -> String { try text(Header(version: 1, start: start.map(AnchorLine.init))) }
    static func line(_ record: AuditRecord) throws -> String { try text(Line(record)) }
    static func footer(_ head: AuditAnchor) throws -> String { try text(Footer(head: AnchorLine(head))) }

    private static func text(_ value: some Encodable) throws -> String { String(decoding: try JSON.encode(value), as: UTF8.self) }

    /// `nil` for a line that is spelt in another way than it was written.
    private static func read<T: Codable>(_ type: T.Type, _ line: some Collection<UInt8>) -> T? {
        guard let value = try? JSON.decode(type, from: Data(line)), let again = try? JSON.encode(value), again.elementsEqual(line) else { return nil }
        return value
    }

    /// - Parameter file: of the household's own Jarvis, which has the key.
    public static func verify(_ file: Data, with chain: AuditChain) throws -> AuditReport {
        var lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        var broken: [AuditFault] = []
        if lines.last?.isEmpty == true { lines.removeLast() } else { broken.append(AuditFault(.line, Int64(lines.count))) }
        let footer = lines.count > 1 ? lines.last.flatMap { read(Footer.self, $0) } : nil
        if lines.count > 1 { lines.removeLast() }
        let header = lines.first.flatMap { read(Header.self, $0) }
        if header?.version != 1 || (header?.start).map({ $0.anchor == nil }) == true { broken.append(AuditFault(.line, 1)) }
        let start = header?.start?.anchor
        var verifier = try AuditVerifier(chain, start: start, head: footer?.head.anchor)
        for (index, line) in lines.enumerated().dropFirst() {
            if let record = read(Line.self, line)?.record { try verifier.take(record) } else { broken.append(AuditFault(.line, Int64(index + 1))) }
        }
        var report = verifier.finish()
        // A file has its end in itself, also when it has no entry.
        let end = footer?.head.anchor
        if end == nil, report.count == 0 { report.add(AuditFault(.anchor, 0)) }
        if let end, end.number < report.last { report.add(AuditFault(.anchor, end.number)) }
        for fault in broken { report.add(fault) }
        return report
    }
}
