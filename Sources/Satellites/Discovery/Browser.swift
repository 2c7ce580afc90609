public import Wyoming

/// A Wyoming service somewhere in the local network.
public struct FoundService: Sendable, Hashable, Codable {
    /// The name under which it announces itself.
    public var name: String
    /// The machine: `kitchen.local`.
    public var host: String
    /// An IPv4 address.
    public var address: String
    public var port: UInt16

    public init(name: String, host: String, address: String, port: UInt16) {
        self.name = name
        self.host = host
        self.address = address
        self.port = port
    }

    public var endpoint: Endpoint { .tcp(host: address, port: port) }
}

public enum ServiceChange: Sendable, Hashable {
    case found(FoundService)
    case lost(name: String)
}

/// Looks for Wyoming services in the local network, by DNS-SD (RFC 6763) over mDNS.
public protocol Browser: Sendable {
    /// What is there, and what comes and goes, until the reader stops. A reader that does not keep up loses the oldest.
    func changes() -> AsyncStream<ServiceChange>
}
