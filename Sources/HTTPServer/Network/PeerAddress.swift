private import Glibc

/// Where a connection comes from. IPv4 addresses that arrive on an IPv6 socket are given as IPv4.
public struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// The 16 bytes of the IPv6 address, most significant first; IPv4 is `::ffff:a.b.c.d`.
    let high: UInt64, low: UInt64
    public let port: UInt16

    init(high: UInt64, low: UInt64, port: UInt16) {
        self.high = high
        self.low = low
        self.port = port
    }

    /// An IPv4 address, most significant byte first.
    public init(ipv4 a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, port: UInt16 = 0) {
        self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(a) << 24 | UInt64(b) << 16 | UInt64(c) << 8 | UInt64(d), port: port)
    }

    /// Reads an address as it is usually written: `192.0.2.7`, `2001:db8::1`, `::ffff:192.0.2.7`. No port, no zone, no brackets, no shorthand of
    /// IPv4: `nil` for all else.
    public init?(_ text: some StringProtocol, port: UInt16 = 0) {
        // The longest is 45 characters: eight groups of which the last two are written as IPv4.
        guard (2...45).contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        var v4 = in_addr(), v6 = in6_addr()
        if inet_pton(AF_INET, String(text), &v4) == 1 {
            self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: v4.s_addr)), port: port)
        } else if inet_pton(AF_INET6, String(text), &v6) == 1 {
            self.init(v6, port: port)
        } else {
            return nil
        }
    }

    private init(_ address: in6_addr, port: UInt16) {
        let halves = withUnsafeBytes(of: address) { ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) }
        self.init(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1), port: port)
    }

    /// Reads a `sockaddr`; an unknown family gives the unspecified address.
    init(_ address: UnsafeRawPointer?) {
        guard let address else { self.init(high: 0, low: 0, port: 0); return }
        switch Int32(address.load(as: sockaddr.self).sa_family) {
        case AF_INET:
            let v4 = address.loadUnaligned(as: sockaddr_in.self)
            self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: v4.sin_addr.s_addr)), port: UInt16(bigEndian: v4.sin_port))
        case AF_INET6:
            let v6 = address.loadUnaligned(as: sockaddr_in6.self)
            self.init(v6.sin6_addr, port: UInt16(bigEndian: v6.sin6_port))
        default: self.init(high: 0, low: 0, port: 0)
        }
    }

    var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// Whether the peer is on this machine (127.0.0.0/8 or ::1).
    public var isLoopback: Bool { isIPv4 ? (low >> 24) & 0xFF == 127 : high == 0 && low == 1 }

    /// What limits count by: the whole IPv4 address, or the /64 of an IPv6 one, which is what one line is given (RFC 6177).
    public var network: NetworkRange { NetworkRange(around: self, length: isIPv4 ? 128 : 64) }

    /// The address without the port, like `192.0.2.7` or `2001:db8::1`.
    public var description: String {
        if isIPv4 { return "\(low >> 24 & 255).\(low >> 16 & 255).\(low >> 8 & 255).\(low & 255)" }
        var bytes = (high.bigEndian, low.bigEndian)
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count)) != nil else { return "::" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
