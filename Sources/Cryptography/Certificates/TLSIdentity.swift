public import Base
public import Foundation

/// What a server shows: its certificate, those between it and an authority, and the private key.
public struct TLSIdentity: Sendable {
    /// The server's own first, each signed by the next.
    public let chain: [Certificate]
    public let key: PrivateKey

    /// - Throws: `.malformed` for a chain out of order, `.refused` when the key belongs to another certificate.
    public init(chain: [Certificate], key: PrivateKey) throws(CryptographyError) {
        guard let leaf = chain.first else { throw CryptographyError(.malformed, "no certificate") }
        guard try leaf.matches(key) else {
            throw CryptographyError(.refused, "the private key does not belong to the first certificate (\(leaf.name))")
        }
        for (one, next) in zip(chain, chain.dropFirst()) where !(try one.isSigned(by: next)) {
            throw CryptographyError(.malformed, "the certificate of \(one.name) is not signed by the one that follows it, \(next.name)")
        }
        self.chain = chain
        self.key = key
    }

    /// From the two files that certificate authorities hand out.
    public init(chainPEM: String, keyPEM: Secret) throws(CryptographyError) {
        try self.init(chain: Certificate.all(inPEM: chainPEM), key: PrivateKey(pem: keyPEM))
    }

    public var leaf: Certificate { chain[0] }
    public var chainPEM: String { chain.map(\.pem).joined() }
    public func keyPEM() throws(CryptographyError) -> Secret { try key.pem() }

    /// When the first of its certificates ends.
    public var notAfter: Date { chain.map(\.notAfter).min() ?? leaf.notAfter }
}
