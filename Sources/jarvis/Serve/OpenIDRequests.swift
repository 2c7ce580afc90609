import Base
import Configuration
import Domain
import Foundation
import HTTPClient
import Identity
import Observability

/// Reaches the OpenID provider that the configuration names; what it says of itself may lead to HTTPS and to this machine only, and nowhere by a redirect.
struct OpenIDRequests: OpenIDTransport {
    private static let limits = HTTPRequest.Limits(connect: .seconds(5), total: .seconds(10), idle: .seconds(10), bodyBytes: 256 << 10)

    let client: HTTPClient

    func page(_ url: String) async throws -> [UInt8] {
        let answer = try await client.send(HTTPRequest(url, headers: ["Accept": "application/json"], limits: Self.limits))
        guard answer.isSuccess else { throw Problem(.unavailable, "the provider answers \(answer.status)") }
        return answer.body
    }

    func post(_ form: String, to url: String, credentials: (name: String, password: Secret)?) async throws -> [UInt8] {
        var headers: HTTPHeaders = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"]
        if let credentials {
            headers["Authorization"] = "Basic " + Data("\(credentials.name):\(credentials.password.reveal())".utf8).base64EncodedString()
        }
        return try await client.send(HTTPRequest(url, method: "POST", headers: headers, body: Array(form.utf8), limits: Self.limits)).body
    }
}

extension OpenIDSignIn {
    /// `nil` unless a provider is configured.
    convenience init?(_ configuration: Configuration, store: any OutsideAccountStore, clock: any WallClock, trail: any AuditTrail, log: Logger) throws {
        guard let issuer = configuration.oidcIssuer, let id = configuration.oidcClientID else { return nil }
        try self.init(
            OpenIDClient(issuer: issuer.absoluteString, id: id, secret: configuration.oidcClientSecret, name: configuration.oidcName),
            transport: OpenIDRequests(client: try HTTPClient(clock: clock)), store: store, clock: clock, trail: trail, log: log)
    }
}
