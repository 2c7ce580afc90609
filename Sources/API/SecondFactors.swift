public import Foundation

/// `GET /auth/second-factors`: what is asked for beside the password.
public struct SecondFactorsBody: Codable, Hashable, Sendable {
    /// Whether the code of an authenticator app is asked for.
    public var totp: Bool
    /// Since when.
    public var totpSince: Date?
    public var recoveryCodesLeft: Int
    /// Whether orders to the house that could do harm want a fresh proof, too.
    public var guardsHome: Bool

    public init(totp: Bool, totpSince: Date? = nil, recoveryCodesLeft: Int, guardsHome: Bool) {
        self.totp = totp
        self.totpSince = totpSince
        self.recoveryCodesLeft = recoveryCodesLeft
        self.guardsHome = guardsHome
    }

    enum CodingKeys: String, CodingKey {
        case totp
        case totpSince = "totp_since"
        case recoveryCodesLeft = "recovery_codes_left"
        case guardsHome = "guards_home"
    }
}

/// `PATCH /auth/second-factors`
public struct SecondFactorsPatch: Codable, Hashable, Sendable {
    public var guardsHome: Bool

    public init(guardsHome: Bool) {
        self.guardsHome = guardsHome
    }

    enum CodingKeys: String, CodingKey {
        case guardsHome = "guards_home"
    }
}

/// The answer of `POST /auth/totp`: what an authenticator app needs, told this once. It counts when `POST /auth/totp/confirm` had its first code.
public struct TOTPEnrolment: Codable, Hashable, Sendable {
    /// Base32, to be typed.
    public var secret: String
    /// `otpauth://…`
    public var uri: String
    /// The same as a QR code: a picture in SVG, and one in PNG.
    public var svg: String
    public var png: Data

    public init(secret: String, uri: String, svg: String, png: Data) {
        self.secret = secret
        self.uri = uri
        self.svg = svg
        self.png = png
    }
}

/// `POST /auth/totp/confirm`
public struct TOTPConfirmation: Codable, Hashable, Sendable {
    /// The six digits that the app shows.
    public var code: String

    public init(code: String) {
        self.code = code
    }
}

/// Recovery codes, told this once; each is good once.
public struct RecoveryCodes: Codable, Hashable, Sendable {
    public var recoveryCodes: [String]

    public init(recoveryCodes: [String]) {
        self.recoveryCodes = recoveryCodes
    }

    enum CodingKeys: String, CodingKey {
        case recoveryCodes = "recovery_codes"
    }
}

/// `POST /auth/step-up`: proves once more who one is.
public struct StepUpRequest: Codable, Hashable, Sendable {
    public var password: String?
    /// The code of an authenticator app, or a recovery code.
    public var otp: String?
    /// Instead of both: the answer to `POST /auth/step-up/options`.
    public var passkey: PasskeyAnswer?

    public init(password: String? = nil, otp: String? = nil, passkey: PasskeyAnswer? = nil) {
        self.password = password
        self.otp = otp
        self.passkey = passkey
    }
}

/// The answer of `POST /auth/step-up`.
public struct StepUpResponse: Codable, Hashable, Sendable {
    /// For how many seconds the proof counts.
    public var expiresIn: Int

    public init(expiresIn: Int) {
        self.expiresIn = expiresIn
    }

    enum CodingKeys: String, CodingKey {
        case expiresIn = "expires_in"
    }
}
