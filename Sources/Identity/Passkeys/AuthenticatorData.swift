import Cryptography

/// What an authenticator says and signs (WebAuthn, section 6.1).
struct AuthenticatorData {
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let present = Flags(rawValue: 1 << 0)
        static let verified = Flags(rawValue: 1 << 2)
        /// It may be copied to other authenticators, and it was.
        static let mayBeCopied = Flags(rawValue: 1 << 3)
        static let isCopied = Flags(rawValue: 1 << 4)
        static let hasCredential = Flags(rawValue: 1 << 6)
        static let hasExtensions = Flags(rawValue: 1 << 7)
    }

    struct Credential {
        let id: [UInt8]
        /// COSE, as it stands there.
        let publicKey: [UInt8]
        let key: COSEKey
    }

    private static let headLength = 37, credentialHeadLength = 18
    /// WebAuthn, section 7.1, step 25 (Level 3).
    private static let idLengths = 1...1023

    /// SHA-256 of the host name that it is for.
    let siteHash: [UInt8]
    let flags: Flags
    let counter: UInt32
    let credential: Credential?

    /// - Throws: `.malformed`; `.wrongKey` for a key that is not taken here.
    init(_ bytes: [UInt8]) throws(PasskeyFault) {
        guard bytes.count >= Self.headLength, bytes.count <= CBOR.byteLimit else { throw .malformed }
        siteHash = Array(bytes[..<32])
        flags = Flags(rawValue: bytes[32])
        counter = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        var rest = bytes[Self.headLength...]
        credential = flags.contains(.hasCredential) ? try Self.credential(&rest) : nil
        if flags.contains(.hasExtensions) {
            guard let (extensions, end) = try? CBOR.first(in: rest), extensions.map != nil else { throw .malformed }
            rest = rest[end...]
        }
        guard rest.isEmpty else { throw .malformed }
    }

    private static func credential(_ rest: inout ArraySlice<UInt8>) throws(PasskeyFault) -> Credential {
        // The model's name (AAGUID), 16 bytes, says nothing without an attestation.
        guard rest.count >= credentialHeadLength else { throw .malformed }
        let start = rest.startIndex
        let length = Int(rest[start + 16]) << 8 | Int(rest[start + 17])
        let afterHead = rest[(start + credentialHeadLength)...]
        guard idLengths.contains(length), afterHead.count > length else { throw .malformed }
        let id = Array(afterHead.prefix(length)), afterID = afterHead.dropFirst(length)
        guard let (value, end) = try? CBOR.first(in: afterID) else { throw .malformed }
        guard let key = try? COSEKey(value) else { throw .wrongKey }
        rest = afterID[end...]
        return Credential(id: id, publicKey: Array(afterID[..<end]), key: key)
    }
}
