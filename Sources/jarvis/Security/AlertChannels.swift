import Audit
import Base
import Configuration
import Cryptography
import Domain
import Foundation
import HTTPClient

/// The ways to the household that are configured.
enum AlertChannels {
    /// - Throws: `StartError` for a setting that cannot be used.
    static func make(_ configuration: Configuration, clock: any WallClock = SystemWallClock()) throws -> [any AlertChannel] {
        var channels: [any AlertChannel] = []
        if let text = configuration.smtpServer, let to = configuration.alertEmail {
            guard let server = MailSender.Server(text, user: configuration.smtpUser, password: configuration.smtpPassword) else {
                throw StartError("SMTP_SERVER is no mail server: write it as mail.example.org:587")
            }
            let recipients = to.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            guard !recipients.isEmpty, recipients.allSatisfy(MailMessage.isAddress) else {
                throw StartError("ALERT_EMAIL holds what is no address: write name@example.org, with commas in between")
            }
            let sender = configuration.smtpUser.flatMap { MailMessage.isAddress($0) ? $0 : nil } ?? recipients[0]
            channels.append(MailAlerts(sender: MailSender(server), from: sender, to: recipients))
        }
        if let url = configuration.alertWebhook {
            channels.append(try WebhookAlerts(url: url.absoluteString, secret: configuration.alertWebhookSecret, clock: clock))
        }
        return channels
    }
}

/// Alerts as letters.
struct MailAlerts: AlertChannel {
    let name = "mail"
    let sender: MailSender
    let from: String
    let to: [String]

    func send(_ alert: Alert, _ text: AlertText) async throws {
        let id = "\(Int64(alert.at.timeIntervalSince1970 * 1000))-\(alert.kind.rawValue.replacing("_", with: "-"))"
        try await sender.send(MailMessage(from: from, to: to, subject: text.subject, body: text.body, date: alert.at, id: id))
    }
}

/// Alerts as POST requests to one address, which the configuration alone names: it may be a machine at home.
///
/// The body is signed: `X-Jarvis-Signature` is `sha256=` and the HMAC-SHA-256, in hexadecimal, of `X-Jarvis-Timestamp`, a dot, and the body.
struct WebhookAlerts: AlertChannel {
    private struct Body: Encodable {
        var kind: String
        var at: Date
        var subject: String
        var text: String
        var name: String
        var address: String
        var target: String
        var count: Int
    }

    let name = "webhook"
    private let url: String
    private let secret: Secret?
    private let client: GuardedClient
    private let clock: any WallClock

    init(url: String, secret: Secret?, clock: any WallClock) throws {
        guard let parts = URLComponents(string: url), let host = parts.host, let scheme = parts.scheme,
            let exemption = OutboundGuard.Exemption("\(host):\(parts.port ?? (scheme == "https" ? 443 : 80))")
        else { throw StartError("JARVIS_ALERT_WEBHOOK is no address: write it as https://example.org/alerts") }
        self.url = url
        self.secret = secret
        self.clock = clock
        client = try GuardedClient(OutboundGuard(exempting: [exemption]), mostTransfers: 4)
    }

    func send(_ alert: Alert, _ text: AlertText) async throws {
        let body = Array(
            try JSON.encode(
                Body(
                    kind: alert.kind.rawValue, at: alert.at, subject: text.subject, text: text.body, name: alert.name, address: alert.address,
                    target: alert.target, count: alert.count)))
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let secret {
            let time = "\(Int64(clock.now.timeIntervalSince1970))"
            headers["X-Jarvis-Timestamp"] = time
            headers["X-Jarvis-Signature"] =
                "sha256=" + Hex.encode(try HMACSHA256.tag(Array("\(time).".utf8) + body, key: Array(secret.reveal().utf8)))
        }
        let limits = HTTPRequest.Limits(total: .seconds(20), bodyBytes: 64 << 10)
        let response = try await client.send(HTTPRequest(url, method: "POST", headers: headers, body: body, limits: limits, retry: .never))
        guard response.isSuccess else { throw StartError("JARVIS_ALERT_WEBHOOK answers with status \(response.status)") }
    }
}
