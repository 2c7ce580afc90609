public import Base
public import Foundation

/// A household's own certificate authority: made once, installed on its devices, and then trusted for the server at home.
public struct CertificateAuthority: Sendable {
    /// 10 years.
    public static let lifetime: TimeInterval = 3652 * 86_400
    /// What browsers take at most, 398 days, with the hour that clocks may differ.
    public static let leafLifetime: TimeInterval = 398 * 86_400 - clockTolerance
    static let clockTolerance: TimeInterval = 3600

    public let certificate: Certificate
    public let key: PrivateKey

    /// - Throws: `.refused` when the certificate may not sign others, or the key is not its.
    public init(certificate: Certificate, key: PrivateKey) throws(CryptographyError) {
        guard certificate.isAuthority, try certificate.matches(key) else {
            throw CryptographyError(.refused, "not the certificate of an authority and its key")
        }
        self.certificate = certificate
        self.key = key
    }

    public init(certificatePEM: String, keyPEM: Secret) throws(CryptographyError) {
        guard let certificate = try Certificate.all(inPEM: certificatePEM).first else { throw CryptographyError(.malformed, "no certificate") }
        try self.init(certificate: certificate, key: PrivateKey(pem: keyPEM))
    }

    /// A new authority, "Jarvis" and the household's name, good for 10 years from an hour before `now`.
    public static func make(household: String, at now: Date) throws(CryptographyError) -> CertificateAuthority {
        let key = try PrivateKey.random()
        let draft = try CertificateDraft(subject: "Jarvis \(household)", key: key, from: now - clockTolerance, until: now + lifetime)
        try draft.add(.authority)
        return try CertificateAuthority(certificate: draft.signed(by: key), key: key)
    }

    /// A certificate for a server, with a key of its own.
    ///
    /// - Parameters:
    ///   - names: DNS names and IP addresses; the first is also what it is called.
    ///   - lifetime: in seconds, at most `leafLifetime`; cut where the authority itself ends.
    /// - Throws: `.malformed` for names that are neither, or no names, or more than 100; `.refused` when the authority has ended.
    public func issue(for names: [String], at now: Date, lifetime: TimeInterval = leafLifetime) throws(CryptographyError) -> TLSIdentity {
        guard let first = names.first, names.count <= 100 else { throw CryptographyError(.malformed, "a certificate is for 1 to 100 names") }
        guard now < certificate.notAfter else { throw CryptographyError(.refused, "the certificate authority has ended") }
        let entries = try names.map { (name) throws(CryptographyError) in
            if let bytes = HostAddress.bytes(name), let text = HostAddress.text(bytes) { return "IP:\(text)" }
            guard HostAddress.isHostName(name) else { throw CryptographyError(.malformed, "\(name.debugDescription) is neither a host name nor an IP address") }
            return "DNS:\(name.lowercased())"
        }
        let key = try PrivateKey.random()
        let end = min(now + min(lifetime, Self.leafLifetime), certificate.notAfter)
        let draft = try CertificateDraft(subject: first, key: key, from: now - Self.clockTolerance, until: end)
        try draft.add(.server(entries.joined(separator: ",")), issuer: certificate)
        return try TLSIdentity(chain: [draft.signed(by: self.key)], key: key)
    }
}
