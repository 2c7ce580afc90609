/// Why a request was not sent, or a redirect not followed. The message names the rule and the host that was asked for, never an address that the host's
/// name led to: that would tell the one who chose the URL about the network here.
public struct OutboundRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// It is no URL, or too long.
        case url
        /// Neither http nor https.
        case scheme
        /// A name or a password stands before the host.
        case userinfo
        /// The host is neither a name nor an address, or an address in a zone.
        case host
        /// The port is not on the list.
        case port
        /// The host has an address that is not of the public internet.
        case address
        /// A redirect leads from https to http.
        case downgrade
        /// There were more redirects than allowed.
        case redirects
    }

    public let rule: Rule
    public let message: String

    public init(_ rule: Rule, _ message: String) {
        self.rule = rule
        self.message = message
    }

    public var description: String { "\(rule.rawValue): \(message)" }
}
