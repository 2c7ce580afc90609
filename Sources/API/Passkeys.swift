public import Foundation

// The names of members inside of options and credentials are WebAuthn's own (Level 3, section 5.1): a page hands them to
// PublicKeyCredential.parseCreationOptionsFromJSON and parseRequestOptionsFromJSON, and sends what toJSON() gives.

/// The answer of `POST /auth/passkeys/options`: PublicKeyCredentialCreationOptionsJSON.
public struct PasskeyCreationOptions: Codable, Hashable, Sendable {
    public struct Site: Codable, Hashable, Sendable {
        public var id: String
        public var name: String

        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    public struct Account: Codable, Hashable, Sendable {
        public var id: String
        public var name: String
        public var displayName: String

        public init(id: String, name: String, displayName: String) {
            self.id = id
            self.name = name
            self.displayName = displayName
        }
    }

    public struct Algorithm: Codable, Hashable, Sendable {
        public var type = "public-key"
        /// COSE: −8 EdDSA, −7 ES256.
        public var alg: Int

        public init(alg: Int) { self.alg = alg }
    }

    public struct Selection: Codable, Hashable, Sendable {
        public var residentKey = "required"
        public var requireResidentKey = true
        public var userVerification = "required"

        public init() {}
    }

    public var rp: Site
    public var user: Account
    /// Base64url, as all bytes here.
    public var challenge: String
    public var pubKeyCredParams: [Algorithm]
    /// In milliseconds.
    public var timeout: Int
    public var excludeCredentials: [PasskeyDescriptor]
    public var authenticatorSelection = Selection()
    public var attestation = "none"

    public init(rp: Site, user: Account, challenge: String, pubKeyCredParams: [Algorithm], timeout: Int, excludeCredentials: [PasskeyDescriptor]) {
        self.rp = rp
        self.user = user
        self.challenge = challenge
        self.pubKeyCredParams = pubKeyCredParams
        self.timeout = timeout
        self.excludeCredentials = excludeCredentials
    }
}

/// A passkey as its authenticator calls it.
public struct PasskeyDescriptor: Codable, Hashable, Sendable {
    public var type = "public-key"
    public var id: String

    public init(id: String) { self.id = id }
}

/// The answer of `POST /auth/passkeys/sign-in/options` and `POST /auth/step-up/options`: PublicKeyCredentialRequestOptionsJSON.
public struct PasskeyRequestOptions: Codable, Hashable, Sendable {
    public var challenge: String
    public var rpId: String
    /// In milliseconds.
    public var timeout: Int
    /// Empty: whichever there is.
    public var allowCredentials: [PasskeyDescriptor]
    public var userVerification = "required"

    public init(challenge: String, rpId: String, timeout: Int, allowCredentials: [PasskeyDescriptor]) {
        self.challenge = challenge
        self.rpId = rpId
        self.timeout = timeout
        self.allowCredentials = allowCredentials
    }
}

/// `POST /auth/passkeys`: a passkey that was made, and its name.
public struct NewPasskey: Codable, Hashable, Sendable {
    /// RegistrationResponseJSON, as far as it is looked at.
    public struct Credential: Codable, Hashable, Sendable {
        public struct Response: Codable, Hashable, Sendable {
            public var clientDataJSON: String
            public var attestationObject: String

            public init(clientDataJSON: String, attestationObject: String) {
                self.clientDataJSON = clientDataJSON
                self.attestationObject = attestationObject
            }
        }

        public var id: String
        public var type: String
        public var response: Response

        public init(id: String, type: String = "public-key", response: Response) {
            self.id = id
            self.type = type
            self.response = response
        }
    }

    public var name: String
    public var credential: Credential

    public init(name: String, credential: Credential) {
        self.name = name
        self.credential = credential
    }
}

/// A passkey that was used: AuthenticationResponseJSON, as far as it is looked at.
public struct PasskeyAnswer: Codable, Hashable, Sendable {
    public struct Response: Codable, Hashable, Sendable {
        public var clientDataJSON: String
        public var authenticatorData: String
        public var signature: String
        public var userHandle: String?

        public init(clientDataJSON: String, authenticatorData: String, signature: String, userHandle: String? = nil) {
            self.clientDataJSON = clientDataJSON
            self.authenticatorData = authenticatorData
            self.signature = signature
            self.userHandle = userHandle
        }
    }

    public var id: String
    public var type: String
    public var response: Response

    public init(id: String, type: String = "public-key", response: Response) {
        self.id = id
        self.type = type
        self.response = response
    }
}

/// `POST /auth/passkeys/sign-in`
public struct PasskeySignIn: Codable, Hashable, Sendable {
    public var credential: PasskeyAnswer

    public init(credential: PasskeyAnswer) {
        self.credential = credential
    }
}

/// Of `GET /auth/passkeys`.
public struct PasskeyBody: Codable, Hashable, Sendable {
    public var id: String
    public var name: String
    /// The host name it is for.
    public var site: String
    /// Whether its authenticator may copy it to other devices.
    public var synced: Bool
    public var createdAt: Date
    public var usedAt: Date?

    public init(id: String, name: String, site: String, synced: Bool, createdAt: Date, usedAt: Date? = nil) {
        self.id = id
        self.name = name
        self.site = site
        self.synced = synced
        self.createdAt = createdAt
        self.usedAt = usedAt
    }

    enum CodingKeys: String, CodingKey {
        case id, name, site, synced
        case createdAt = "created_at"
        case usedAt = "used_at"
    }
}
