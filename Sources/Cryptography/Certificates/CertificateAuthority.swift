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
    ///
    /// Whoever steals its key cannot pass for a bank with it: it may only sign for `localNames`, addresses that no host of the internet has, and `names`.
    /// - Parameter names: DNS names and IP addresses that this home has besides.
    /// - Throws: `.malformed` for names that are neither.
    public static func make(household: String, at now: Date, names: [String] = []) throws(CryptographyError) -> CertificateAuthority {
        let key = try PrivateKey.random()
        let draft = try CertificateDraft(subject: "Jarvis \(household)", key: key, from: now - clockTolerance, until: now + lifetime)
        let own = try entries(names).map { $0.hasPrefix("IP:") ? "\($0)/\($0.contains(".") ? "255.255.255.255" : everyBit)" : $0 }
        try draft.add(.authority(permitted: localNames.map { "DNS:\($0)" } + localNetworks.map { "IP:\($0)" } + own))
        return try CertificateAuthority(certificate: draft.signed(by: key), key: key)
    }

    /// Names that no one on the internet can own: localhost and .local (RFC 6761, RFC 6762), home.arpa (RFC 8375), .internal (reserved by ICANN), and what
    /// routers call their networks.
    private static let localNames = ["localhost", "local", "home.arpa", "internal", "lan", "home"]
    /// Loopback, private and link-local (RFC 1122, 1918, 3927, 4193, 4291), and what a provider or a tunnel shares out among its own (RFC 6598).
    private static let localNetworks = [
        "127.0.0.0/255.0.0.0", "10.0.0.0/255.0.0.0", "172.16.0.0/255.240.0.0", "192.168.0.0/255.255.0.0", "169.254.0.0/255.255.0.0",
        "100.64.0.0/255.192.0.0", "::1/\(everyBit)", "fc00::/fe00::", "fe80::/ffc0::",
    ]
    private static let everyBit = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"

    /// Names as OpenSSL's configuration has them.
    private static func entries(_ names: [String]) throws(CryptographyError) -> [String] {
        try names.map { (name) throws(CryptographyError) in
            if let address = IPAddress(name) { return "IP:\(address)" }
            guard HostName.isOne(name) else { throw CryptographyError(.malformed, "\(name.debugDescription) is neither a host name nor an IP address") }
            return "DNS:\(name.lowercased())"
        }
    }

    /// Whether it may sign for a name or address. One that was made without limits may sign for any.
    public func permits(_ name: String) throws(CryptographyError) -> Bool {
        try certificate.permitsNames(of: sign([name], for: key, from: certificate.notBefore, until: certificate.notAfter))
    }

    /// A certificate for a server, with a key of its own.
    ///
    /// - Parameters:
    ///   - names: DNS names and IP addresses; the first is also what it is called.
    ///   - lifetime: in seconds, at most `leafLifetime`; cut where the authority itself ends.
    /// - Throws: `.malformed` for names that are neither, or no names, or more than 100; `.refused` when the authority has ended, or may not sign for one.
    public func issue(for names: [String], at now: Date, lifetime: TimeInterval = leafLifetime) throws(CryptographyError) -> TLSIdentity {
        guard !names.isEmpty, names.count <= 100 else { throw CryptographyError(.malformed, "a certificate is for 1 to 100 names") }
        guard now < certificate.notAfter else { throw CryptographyError(.refused, "the certificate authority has ended") }
        let key = try PrivateKey.random()
        let end = min(now + min(lifetime, Self.leafLifetime), certificate.notAfter)
        let leaf = try sign(names, for: key, from: now - Self.clockTolerance, until: end)
        guard try certificate.permitsNames(of: leaf) else {
            throw CryptographyError(.refused, "the certificate authority may not sign for all of \(names.joined(separator: ", "))")
        }
        return try TLSIdentity(chain: [leaf], key: key)
    }

    /// For a server with the key `key`.
    private func sign(_ names: [String], for key: PrivateKey, from start: Date, until end: Date) throws(CryptographyError) -> Certificate {
        let draft = try CertificateDraft(subject: names.first ?? "", key: key, from: start, until: end)
        try draft.add(.server(Self.entries(names).joined(separator: ",")), issuer: certificate)
        return try draft.signed(by: self.key)
    }
}
