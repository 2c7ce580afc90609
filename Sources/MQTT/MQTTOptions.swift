public import Base
private import Foundation
public import Lifecycle

/// Where the broker is, who connects to it, and how much may wait.
public struct MQTTOptions: Sendable {
    public struct Limits: Sendable {
        /// The largest payload that is taken or sent, in bytes; larger ones that arrive are left out.
        public var payload = 256 << 10
        /// So many events wait for the reader; then nothing more is read from the broker until it has caught up.
        public var waitingEvents = 1024
        /// The same in bytes of payload.
        public var waitingBytes = 8 << 20
        /// Messages and subscriptions on their way to the broker at once.
        public var underWay = 256
        /// Topic filters subscribed to at once.
        public var filters = 50_000

        public init() {}
    }

    public var host: String
    public var port: Int
    public var usesTLS: Bool
    /// A PEM file with the authorities that may vouch for the broker; `nil`: those of the system.
    public var authority: String?
    public var user: String?
    public var password: Secret?
    /// How the broker tells clients apart: two with one id put each other out.
    public var client: String
    /// Whether the broker forgets, when the connection ends, what was subscribed to and what arrived meanwhile.
    public var isCleanSession = true
    /// Published by the broker when this client goes away without a word.
    public var will: MQTTMessage?
    /// The longest silence before the broker is asked whether it is still there; at least 5 seconds.
    public var keepAlive: Duration = .seconds(30)
    /// How long a connection may take until the broker has accepted it.
    public var connectWithin: Duration = .seconds(10)
    /// How long the broker may take to acknowledge a message or a subscription.
    public var answerWithin: Duration = .seconds(10)
    /// When a lost connection is made again.
    public var reconnect = RestartPolicy(first: .milliseconds(250), maximum: .seconds(30), stableAfter: .seconds(10))
    public var limits = Limits()

    public init(host: String, port: Int = 1883, usesTLS: Bool = false, user: String? = nil, password: Secret? = nil, client: String? = nil) {
        self.host = host
        self.port = port
        self.usesTLS = usesTLS
        self.user = user
        self.password = password
        self.client = client ?? Self.makeClient()
    }

    /// Reads `mqtt://user:password@host:1883` or `mqtts://…`; what is special in user and password is percent-encoded. Without a port: 1883, with TLS 8883.
    /// - Throws: `invalid`.
    public init(url: Secret) throws(MQTTError) {
        guard let parts = URLComponents(string: url.reveal()), let scheme = parts.scheme, ["mqtt", "mqtts"].contains(scheme),
            var host = parts.host, !host.isEmpty, parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil
        else { throw MQTTError(.invalid, "the broker's address is none; it has the form mqtt://user:password@host:1883") }
        if host.hasPrefix("[") && host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        let usesTLS = scheme == "mqtts"
        self.init(
            host: host, port: parts.port ?? (usesTLS ? 8883 : 1883), usesTLS: usesTLS, user: parts.user.flatMap { $0.isEmpty ? nil : $0 },
            password: parts.password.map { Secret($0) })
    }

    /// For messages and logs.
    public var broker: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// At most 23 characters, which every broker takes (MQTT 3.1.1, section 3.1.3.1).
    private static func makeClient() -> String {
        "jarvis-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
