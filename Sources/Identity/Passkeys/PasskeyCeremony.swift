import Cryptography
import Domain

/// What a browser answers when a passkey was made.
public struct PasskeyRegistrationResponse: Sendable, Hashable {
    public var credential: [UInt8]
    public var clientData: [UInt8]
    public var attestation: [UInt8]

    public init(credential: [UInt8], clientData: [UInt8], attestation: [UInt8]) {
        self.credential = credential
        self.clientData = clientData
        self.attestation = attestation
    }
}

/// What a browser answers when a passkey was used.
public struct PasskeyAssertionResponse: Sendable, Hashable {
    public var credential: [UInt8]
    public var clientData: [UInt8]
    public var authenticatorData: [UInt8]
    public var signature: [UInt8]
    /// Whose it is, as the authenticator was told when it was made.
    public var userHandle: [UInt8]?

    public init(credential: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8], userHandle: [UInt8]? = nil) {
        self.credential = credential
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
        self.userHandle = userHandle
    }
}

/// The checks of WebAuthn Level 3, sections 7.1 and 7.2, on what came from a browser. No clock, no store, no randomness: those are the caller's.
enum PasskeyCeremony {
    /// A passkey that was just made.
    struct Made {
        let credential: AuthenticatorData.Credential
        let counter: UInt32
        let mayBeCopied: Bool
        let challenge: [UInt8]
    }

    /// A passkey that was just used.
    struct Used {
        let counter: UInt32
        let challenge: [UInt8]
    }

    /// Section 7.1. Statements of attestation are not looked at, as none is asked for: a household does not choose models of authenticators.
    static func made(_ response: PasskeyRegistrationResponse, at site: PasskeySite, isGood: (_ challenge: [UInt8]) -> Bool) throws(PasskeyFault) -> Made {
        let client = try ClientData(response.clientData, .registration, site: site)
        guard isGood(client.challenge) else { throw .wrongChallenge }
        guard let object = try? CBOR(parsing: response.attestation), let format = object["fmt"]?.text, let statement = object["attStmt"]?.map,
            let bytes = object["authData"]?.bytes, format != "none" || statement.isEmpty
        else { throw .malformed }
        let data = try AuthenticatorData(bytes)
        try check(data, site)
        guard let credential = data.credential, credential.id == response.credential else { throw .malformed }
        return Made(credential: credential, counter: data.counter, mayBeCopied: data.flags.contains(.mayBeCopied), challenge: client.challenge)
    }

    /// Section 7.2, for a passkey that was found by its credential.
    /// - Parameter handle: of the passkey's owner.
    static func used(
        _ response: PasskeyAssertionResponse, _ passkey: Passkey, handle: [UInt8], needsHandle: Bool, at site: PasskeySite,
        isGood: (_ challenge: [UInt8]) -> Bool
    ) throws(PasskeyFault) -> Used {
        guard response.credential == passkey.credential else { throw .unknownCredential }
        guard response.userHandle.map({ $0 == handle }) ?? !needsHandle else { throw .wrongUser }
        let client = try ClientData(response.clientData, .assertion, site: site)
        guard isGood(client.challenge) else { throw .wrongChallenge }
        guard passkey.site == site.id else { throw .wrongSite }
        let data = try AuthenticatorData(response.authenticatorData)
        try check(data, site)
        guard data.credential == nil else { throw .malformed }
        guard data.flags.contains(.mayBeCopied) == passkey.mayBeCopied else { throw .wrongFlags }
        guard let key = try? COSEKey(parsing: passkey.publicKey) else { throw .wrongKey }
        guard let hash = try? sha256(response.clientData), key.verifies(response.signature, of: response.authenticatorData + hash) else {
            throw .wrongSignature
        }
        guard data.counter > passkey.counter || (data.counter == 0 && passkey.counter == 0) else { throw .wrongCounter }
        return Used(counter: data.counter, challenge: client.challenge)
    }

    private static func check(_ data: AuthenticatorData, _ site: PasskeySite) throws(PasskeyFault) {
        guard let hash = try? sha256(Array(site.id.utf8)), ConstantTime.equals(hash, data.siteHash) else { throw .wrongSite }
        guard data.flags.contains(.present) else { throw .notPresent }
        guard data.flags.contains(.verified) else { throw .notVerified }
        guard data.flags.contains(.mayBeCopied) || !data.flags.contains(.isCopied) else { throw .wrongFlags }
    }

    private static func sha256(_ bytes: [UInt8]) throws -> [UInt8] {
        var digest = try Digest(.sha256)
        digest.update(bytes)
        return digest.finish()
    }
}
