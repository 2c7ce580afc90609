public import Base
private import Glibc

/// Where a connection comes from.
public struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    public let address: IPAddress
    /// 0 where it is not known.
    public let port: UInt16

    public init(_ address: IPAddress, port: UInt16 = 0) {
        self.address = address
        self.port = port
    }

    /// An IPv4 address, most significant byte first.
    public init(ipv4 a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, port: UInt16 = 0) {
        self.init(IPAddress(ipv4: UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)), port: port)
    }

    /// An address as `IPAddress` reads it.
    public init?(_ text: some StringProtocol, port: UInt16 = 0) {
        guard let address = IPAddress(text) else { return nil }
        self.init(address, port: port)
    }

    /// Reads a `sockaddr`; an unknown family gives the unspecified address.
    init(_ pointer: UnsafeRawPointer?) {
        guard let pointer, let address = IPAddress(sockaddr: pointer) else { self.init(IPAddress(high: 0, low: 0)); return }
        // In both families the port stands behind the two bytes of the family.
        self.init(address, port: UInt16(bigEndian: pointer.loadUnaligned(as: sockaddr_in.self).sin_port))
    }

    /// Whether the peer is on this machine.
    public var isLoopback: Bool { address.isLoopback }

    /// What limits count it under.
    public var network: NetworkRange { address.network }

    /// The address without the port.
    public var description: String { address.description }
}
