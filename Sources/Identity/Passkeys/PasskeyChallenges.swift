import Base
import Cryptography
import Foundation
import Synchronization

/// What a passkey signs, so that its answer is good once and for nothing else: random bytes, their end, and a seal over both and over what they are for.
///
/// Nothing is kept of a challenge until it has been answered rightly, so that asking for many takes no memory and pushes nobody's out.
final class PasskeyChallenges: Sendable {
    /// Seconds for which one is good.
    static let lifetime = 120
    private static let nonceLength = 16, sealedLength = 24
    /// Right answers within that time.
    private static let usedLimit = 10_000

    /// What a challenge is for.
    enum Purpose: Hashable {
        case registration(session: String)
        case signIn
        case proof(session: String)

        var text: String {
            switch self {
            case .registration(let session): "registration \(session)"
            case .signIn: "sign-in"
            case .proof(let session): "proof \(session)"
            }
        }
    }

    private let key: [UInt8]
    private let used = Mutex<[[UInt8]: Int64]>([:])

    /// Challenges of another instance are good for nothing here.
    init() throws { key = try RandomBytes.make(32) }

    func issue(_ purpose: Purpose, site: PasskeySite, at now: Date) throws -> [UInt8] {
        let end = Int64(now.timeIntervalSince1970) + Int64(Self.lifetime)
        let sealed = try RandomBytes.make(Self.nonceLength) + withUnsafeBytes(of: end.bigEndian) { Array($0) }
        return sealed + (try tag(sealed, purpose, site))
    }

    /// Whether it was issued for this, and is not over.
    func isGood(_ challenge: [UInt8], _ purpose: Purpose, site: PasskeySite, at now: Date) -> Bool {
        guard challenge.count == Self.sealedLength + HMACSHA256.byteCount, let expected = try? tag(Array(challenge.prefix(Self.sealedLength)), purpose, site),
            ConstantTime.equals(expected, Array(challenge.suffix(HMACSHA256.byteCount)))
        else { return false }
        let end = Self.end(of: challenge), now = Int64(now.timeIntervalSince1970)
        return end > now && end <= now + Int64(Self.lifetime)
    }

    /// Uses one up that is good: `false` when that had been done.
    func use(_ challenge: [UInt8], at now: Date) -> Bool {
        used.withLock { used in
            let now = Int64(now.timeIntervalSince1970)
            if used.count >= Self.usedLimit { used = used.filter { $0.value > now } }
            guard used.count < Self.usedLimit else { return false }
            return used.updateValue(Self.end(of: challenge), forKey: challenge) == nil
        }
    }

    private static func end(of challenge: [UInt8]) -> Int64 {
        challenge[nonceLength..<sealedLength].reduce(0) { $0 << 8 | Int64($1) }
    }

    private func tag(_ sealed: [UInt8], _ purpose: Purpose, _ site: PasskeySite) throws -> [UInt8] {
        try HMACSHA256.tag(sealed + Array("\(purpose.text)\n\(site.origin)".utf8), key: key)
    }
}
