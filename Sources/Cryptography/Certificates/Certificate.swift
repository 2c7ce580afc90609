import Base
private import COpenSSL
public import Foundation

/// An X.509 certificate (RFC 5280): what it says, and its bytes.
public struct Certificate: Sendable, Hashable {
    public let der: [UInt8]
    /// The common name of whom it is for; may be empty.
    public let name: String
    public let notBefore: Date
    public let notAfter: Date
    /// DNS names it is good for.
    public let hosts: [String]
    /// Addresses it is good for, as text.
    public let addresses: [String]
    /// Whether it may sign others.
    public let isAuthority: Bool

    /// - Throws: `.malformed` for what is no certificate, or is followed by something.
    public init(der: [UInt8]) throws(CryptographyError) {
        let certificate = try X509Certificate(der: der)
        guard let notBefore = certificate.notBefore, let notAfter = certificate.notAfter else {
            throw CryptographyError(.malformed, "a certificate without the time it is good for")
        }
        let names = certificate.alternativeNames()
        self.der = der
        self.notBefore = notBefore
        self.notAfter = notAfter
        name = certificate.commonName
        hosts = names.dns
        addresses = names.addresses.compactMap { IPAddress(bytes: $0)?.description }
        isAuthority = certificate.isAuthority
        ERR_clear_error()
    }

    /// All certificates of a PEM text (RFC 7468), in their order.
    /// - Throws: `.malformed` when there is none, or one that cannot be read, or more than 16.
    public static func all(inPEM text: String) throws(CryptographyError) -> [Certificate] {
        guard text.utf8.count <= PEM.limit else { throw CryptographyError(.malformed, "certificates of more than \(PEM.limit) bytes") }
        let file = try MemoryFile(Array(text.utf8))
        var certificates: [Certificate] = []
        while let pointer = PEM_read_bio_X509(file.pointer, nil, { _, _, _, _ in -1 }, nil) {
            certificates.append(try Certificate(der: X509Certificate(owning: pointer).der()))
            if certificates.count > Self.chainLimit { throw CryptographyError(.malformed, "more than \(Self.chainLimit) certificates") }
        }
        // Reading ends with "no start line"; any other reason is a certificate that is broken.
        let error = ERR_peek_last_error()
        ERR_clear_error()
        guard error >> 23 & 0xff == ERR_LIB_PEM, error & 0x7f_ffff == PEM_R_NO_START_LINE else {
            throw CryptographyError(.malformed, "certificate \(certificates.count + 1) cannot be read")
        }
        guard !certificates.isEmpty else { throw CryptographyError(.malformed, "no certificate in PEM form") }
        return certificates
    }

    private static let chainLimit = 16

    public var pem: String {
        "-----BEGIN CERTIFICATE-----\n\(Data(der).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed]))\n-----END CERTIFICATE-----\n"
    }

    /// SHA-256 of the certificate the way browsers and phones show it, `AB:CD:…`.
    public func fingerprint() throws(CryptographyError) -> String {
        var digest = try Digest()
        digest.update(der)
        return digest.finish().map { Hex.encode([$0]).uppercased() }.joined(separator: ":")
    }

    /// Whether `issuer` is an authority that signed this one. Looks at names and the signature, not at dates.
    public func isSigned(by issuer: Certificate) throws(CryptographyError) -> Bool {
        let mine = try X509Certificate(der: der), theirs = try X509Certificate(der: issuer.der)
        defer { ERR_clear_error() }
        return issuer.isAuthority && X509_check_issued(theirs.pointer, mine.pointer) == X509_V_OK
            && X509_verify(mine.pointer, X509_get0_pubkey(theirs.pointer)) == 1
    }

    /// Whether this authority may sign for the names of `other`, by the limits that it has (RFC 5280, section 4.2.1.10); one without may for any.
    func permitsNames(of other: Certificate) throws(CryptographyError) -> Bool {
        defer { ERR_clear_error() }
        return try X509Certificate(der: der).permitsNames(of: X509Certificate(der: other.der))
    }

    /// Whether `key` is the private half of what is certified.
    public func matches(_ key: PrivateKey) throws(CryptographyError) -> Bool {
        let mine = try X509Certificate(der: der)
        defer { ERR_clear_error() }
        return X509_check_private_key(mine.pointer, key.key.pointer) == 1
    }

    public static func == (one: Certificate, other: Certificate) -> Bool { one.der == other.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}
