public import Base
public import Foundation

/// Time-based one-time passwords (RFC 6238) in the one form that every authenticator app knows: HMAC-SHA-1, 6 digits, 30 seconds.
public struct TOTP: Sendable {
    public static let digits = 6
    /// Seconds for which a code is shown.
    public static let period = 30
    /// RFC 4226, section 4: at least 128 bits, 160 recommended.
    public static let secretByteCount = 20
    private static let leastSecretByteCount = 16

    private let key: KeyBytes

    /// - Throws: `.malformed` for fewer than 16 bytes.
    public init(secret: [UInt8]) throws(CryptographyError) {
        guard secret.count >= Self.leastSecretByteCount else {
            throw CryptographyError(.malformed, "the secret of one-time passwords has \(Self.leastSecretByteCount) bytes at least, this one \(secret.count)")
        }
        key = KeyBytes(secret)
    }

    /// A secret as people type it.
    /// - Throws: `.malformed` for what is not base32, or too short.
    public init(base32: Secret) throws(CryptographyError) {
        guard let secret = Base32.standard.decode(base32.reveal()) else {
            throw CryptographyError(.malformed, "the secret of one-time passwords is not base32")
        }
        try self.init(secret: secret)
    }

    public static func random() throws(CryptographyError) -> TOTP { try TOTP(secret: RandomBytes.make(secretByteCount)) }

    /// To be sealed and kept.
    public var secret: [UInt8] { key.copy }

    /// For those who type it into their app.
    public var base32: Secret { Secret(Base32.standard.encode(key.copy)) }

    /// The number of the 30 seconds that a moment lies in, since 1970.
    public static func step(at moment: Date) -> Int64 { Int64((moment.timeIntervalSince1970 / Double(period)).rounded(.down)) }

    /// The code of a step (RFC 4226, section 5.3).
    public func code(at step: Int64) throws(CryptographyError) -> Secret {
        let message = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let tag = try HMACSHA1.tag(message, key: key.copy)
        let offset = Int(tag[HMACSHA1.byteCount - 1] & 15)
        let number = tag[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
        let text = String(number % 1_000_000)
        return Secret(String(repeating: "0", count: Self.digits - text.count) + text)
    }

    /// The step that `code` belongs to, of the current one and its neighbours, because clocks differ and typing takes time. Spaces in the code do not count.
    ///
    /// To be kept as `last`: a step counts only once, and none before it does (RFC 6238, section 5.2).
    /// - Returns: `nil` for a wrong code, and for one of `last` or before.
    public func step(of code: Secret, at moment: Date, after last: Int64? = nil) throws(CryptographyError) -> Int64? {
        let digits = Array(code.reveal().utf8.filter { $0 != UInt8(ascii: " ") })
        guard digits.count == Self.digits else { return nil }
        let now = Self.step(at: moment)
        var found: Int64?
        // The same work whichever it is. The latest comes last, so that a code that two steps share counts for the later one.
        for step in now - 1...now + 1 {
            let isRight = ConstantTime.equals(Array(try self.code(at: step).reveal().utf8), digits)
            if isRight, last.map({ step > $0 }) ?? true { found = step }
        }
        return found
    }

    /// `otpauth://totp/…`, which authenticator apps read from a QR code (Google Authenticator's key URI format). It holds the secret.
    public func provisioningURI(issuer: String, account: String) -> Secret {
        // A colon separates issuer and account; in one of them it would be taken for that.
        func escaped(_ text: String) -> String {
            text.replacingOccurrences(of: ":", with: " ").addingPercentEncoding(withAllowedCharacters: Self.unreserved) ?? ""
        }
        return Secret(
            "otpauth://totp/\(escaped(issuer)):\(escaped(account))?secret=\(base32.reveal())&issuer=\(escaped(issuer))"
                + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.period)")
    }

    /// RFC 3986, section 2.3.
    private static let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
