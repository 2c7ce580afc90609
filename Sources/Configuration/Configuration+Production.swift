public import Base
import Foundation

extension Configuration {
    /// The rules of ENVIRONMENT=production: nothing lax or makeshift may face other people. Empty in development.
    func productionIssues() -> [ConfigurationIssue] {
        guard self.environment == .production else { return [] }
        return Self.issues(withSecret: self.secretKey, named: "JARVIS_SECRET_KEY") + Self.issues(withSecret: self.encryptionKey, named: "JARVIS_ENCRYPTION_KEY")
            + issuesWithEqualKeys() + issuesWithOrigins() + issuesWithPlainHTTP()
    }

    /// The fewest characters, and the fewest different ones, that a secret of production may have.
    static let secretLength = 32, secretVariety = 12

    private static func issues(withSecret secret: Secret?, named name: String) -> [ConfigurationIssue] {
        guard let secret else {
            return [
                ConfigurationIssue(
                    name, fr: "manque, et ENVIRONMENT=production l'exige ; faites-en une avec « openssl rand -base64 48 »",
                    en: "is missing, and ENVIRONMENT=production asks for it; make one with `openssl rand -base64 48`")
            ]
        }
        guard isWeak(secret) else { return [] }
        return [
            ConfigurationIssue(
                name,
                fr:
                    "trop facile à deviner pour ENVIRONMENT=production (\(secretLength) caractères au hasard au moins) ; faites-en une avec « openssl rand -base64 48 »",
                en: "too easy to guess for ENVIRONMENT=production (at least \(secretLength) random characters); make one with `openssl rand -base64 48`")
        ]
    }

    /// Whether a secret is too short, has too few different characters, or looks like a placeholder.
    public static func isWeak(_ secret: Secret) -> Bool {
        let text = secret.reveal()
        let placeholders = ["changeme", "change-me", "change_me", "your-", "your_", "secret-key", "secret_key", "password", "example"]
        return text.count < secretLength || Set(text).count < secretVariety || placeholders.contains { text.lowercased().contains($0) }
    }

    private func issuesWithEqualKeys() -> [ConfigurationIssue] {
        guard let key = self.secretKey, key == self.encryptionKey else { return [] }
        return [
            ConfigurationIssue(
                "JARVIS_ENCRYPTION_KEY", fr: "est la même que JARVIS_SECRET_KEY ; il en faut deux différentes",
                en: "is the same as JARVIS_SECRET_KEY; use two different ones")
        ]
    }

    private func issuesWithOrigins() -> [ConfigurationIssue] {
        if self.corsOrigins.contains("*") {
            return [
                ConfigurationIssue(
                    "CORS_ORIGINS", fr: "« * » laisse n'importe quel site appeler Jarvis ; nommez les origines permises, comme https://jarvis.example.org",
                    en: "`*` lets any site call Jarvis; name the origins that may, like https://jarvis.example.org")
            ]
        }
        let plain = self.corsOrigins.compactMap { URL(string: $0) }.filter { $0.scheme == "http" && !Loopback.contains($0.host() ?? "") }
        return plain.map { origin in
            ConfigurationIssue(
                "CORS_ORIGINS", fr: "\(origin) n'est pas chiffrée ; utilisez https:// au-delà de cette machine",
                en: "\(origin) is not encrypted; use https:// beyond this machine")
        }
    }

    private func issuesWithPlainHTTP() -> [ConfigurationIssue] {
        let host = self.host
        if Loopback.contains(host) || !self.trustedProxies.isEmpty { return [] }
        return [
            ConfigurationIssue(
                "JARVIS_HOST",
                fr:
                    "\(host) servirait du HTTP en clair au-delà de cette machine ; écoutez sur 127.0.0.1, ou placez devant un proxy TLS et donnez son adresse dans JARVIS_TRUSTED_PROXIES",
                en:
                    "\(host) would serve plain HTTP beyond this machine; listen on 127.0.0.1, or put a TLS proxy in front and name its address in JARVIS_TRUSTED_PROXIES"
            )
        ]
    }
}

/// Names and addresses of this machine that nobody else can reach.
public enum Loopback {
    public static func contains(_ host: String) -> Bool {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : host
        if bare == "localhost" || bare == "::1" { return true }
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
