import Base
import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3), checked.
struct OpenIDProvider: Sendable, Hashable {
    let issuer: String
    let authorization: String
    let token: String
    let keys: String
    /// It names itself in each answer (RFC 9207).
    let namesItself: Bool
    /// It takes the client's secret as HTTP's basic authentication, as it does unless it says otherwise; else it wants it in the form.
    let takesBasic: Bool

    static func discovery(of issuer: String) -> String { (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration" }

    /// - Throws: `.wrongProvider` for another issuer than asked, an address that is neither HTTPS nor of this machine, and one that does not know PKCE.
    init(_ document: [UInt8], issuer: String) throws(OpenIDFault) {
        guard let value = try? JSONValue(parsing: document), value["issuer"]?.string == issuer, let authorization = value["authorization_endpoint"]?.string,
            let token = value["token_endpoint"]?.string, let keys = value["jwks_uri"]?.string,
            [issuer, authorization, token, keys].allSatisfy(Self.isSafe),
            value["code_challenge_methods_supported"]?.array?.contains("S256") ?? true
        else { throw .wrongProvider }
        self.issuer = issuer
        self.authorization = authorization
        self.token = token
        self.keys = keys
        namesItself = value["authorization_response_iss_parameter_supported"] == true
        takesBasic = value["token_endpoint_auth_methods_supported"]?.array?.contains("client_secret_basic") ?? true
    }

    /// Over TLS, or not over the network at all.
    static func isSafe(_ url: String) -> Bool {
        guard url.utf8.count <= 2000, let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty, parts.user == nil, parts.fragment == nil
        else { return false }
        return parts.scheme == "https" || (parts.scheme == "http" && ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host))
    }
}
