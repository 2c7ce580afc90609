import Base
import Cryptography
import Foundation

/// What goes to the provider and comes back with its answer, sealed: what the sign-in is for, for which page, and until when. Nothing is kept meanwhile; nonce and
/// code verifier (RFC 7636) follow from it and a key that never leaves the process.
struct OpenIDState: Sendable, Hashable {
    enum Purpose: Hashable {
        case signIn
        /// By whoever is signed in there.
        case link(session: String)
    }

    /// Seconds that somebody has for signing in at the provider.
    static let lifetime = 600
    /// SHA-256 in base64url.
    private static let challengeLength = 43

    let purpose: Purpose
    /// The hash of what the page keeps to itself: only that page can take what comes of it.
    let challenge: String
    /// Seconds since 1970.
    let end: Int64
    private let salt: String

    init(_ purpose: Purpose, challenge: String, at now: Date) throws {
        guard Self.isChallenge(challenge) else { throw OpenIDFault.malformed }
        self.purpose = purpose
        self.challenge = challenge
        end = Int64(now.timeIntervalSince1970) + Int64(Self.lifetime)
        salt = Base64URL.encode(try RandomBytes.make(16))
    }

    static func isChallenge(_ text: String) -> Bool { text.utf8.count == challengeLength && Base64URL.decode(text) != nil }

    /// One that was sealed here and is not over.
    /// - Throws: `.wrongState`.
    init(_ text: String, key: [UInt8], at now: Date) throws(OpenIDFault) {
        let parts = text.utf8.count <= 512 ? text.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : []
        guard parts.count == 5, let tag = Base64URL.decode(parts[4]), let expected = try? Self.tag(parts[..<4].joined(separator: "."), key),
            ConstantTime.equals(expected, Array(tag)), let end = Int64(parts[2]), end > Int64(now.timeIntervalSince1970)
        else { throw .wrongState }
        purpose = parts[0].isEmpty ? .signIn : .link(session: parts[0])
        challenge = parts[1]
        self.end = end
        salt = parts[3]
    }

    private var body: String {
        switch purpose {
        case .signIn: ".\(challenge).\(end).\(salt)"
        case .link(let session): "\(session).\(challenge).\(end).\(salt)"
        }
    }

    func text(key: [UInt8]) throws -> String { "\(body).\(Base64URL.encode(try Self.tag(body, key)))" }
    func nonce(key: [UInt8]) throws -> String { Base64URL.encode(try Self.tag("nonce \(body)", key)) }
    /// 43 characters, as RFC 7636 wants them.
    func verifier(key: [UInt8]) throws -> String { Base64URL.encode(try Self.tag("verifier \(body)", key)) }

    private static func tag(_ text: String, _ key: [UInt8]) throws -> [UInt8] { try HMACSHA256.tag(text.utf8, key: key) }
}
