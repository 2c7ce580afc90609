import Base
import Foundation

/// What the browser says it did (WebAuthn, section 5.8.1): the part of a ceremony that an authenticator cannot see.
struct ClientData {
    enum Kind: String {
        case registration = "webauthn.create"
        case assertion = "webauthn.get"
    }

    private static let limit = 4096

    let challenge: [UInt8]

    /// - Throws: what is wrong with it, in the order of the standard (sections 7.1 and 7.2), but for the challenge.
    init(_ bytes: [UInt8], _ kind: Kind, site: PasskeySite) throws(PasskeyFault) {
        guard bytes.count <= Self.limit, let value = try? JSONValue(parsing: bytes), let type = value["type"]?.string, let origin = value["origin"]?.string,
            let text = value["challenge"]?.string, let challenge = Base64URL.decode(text)
        else { throw .malformed }
        guard type == kind.rawValue else { throw .wrongType }
        guard origin == site.origin else { throw .wrongOrigin }
        // Only `false` and nothing say that it is not.
        guard value["crossOrigin"].map({ $0 == .bool(false) }) ?? true, value["topOrigin"] == nil else { throw .crossOrigin }
        self.challenge = Array(challenge)
    }
}
