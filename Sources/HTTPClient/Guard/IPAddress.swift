private import Foundation

/// An IPv4 or IPv6 address, without a zone.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16 bytes, in network order.
    public let bytes: [UInt8]

    /// `nil` unless there are 4 or 16 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Four decimal numbers with dots, or the text of an IPv6 address (RFC 4291, section 2.2); `nil` for every other spelling.
    public init?(_ text: String) {
        guard !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = Array(bytes.prefix(4))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.bytes = bytes
        } else {
            return nil
        }
    }

    public var isIPv4: Bool { bytes.count == 4 }

    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        return inet_ntop(isIPv4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)).map { String(cString: $0) } ?? ""
    }

    /// Whether it belongs to one host of the public internet: not to this machine, a home, a provider's inside, a group, documentation or a tunnel.
    ///
    /// From the special-purpose registries (RFC 6890 and IANA's lists that continue it). Of IPv6 only 2000::/3 was ever given out (RFC 4291, section 2.4),
    /// so all else is refused without being listed; an IPv4 address in an IPv6 one (mapped, or 6to4) is judged by itself.
    public var isPublic: Bool {
        if isIPv4 { return !Self.reservedIPv4.contains { $0.contains(self) } }
        if Self.mapped?.contains(self) == true { return IPAddress(bytes: Array(bytes[12...]))?.isPublic ?? false }
        if Self.sixToFour?.contains(self) == true { return IPAddress(bytes: Array(bytes[2..<6]))?.isPublic ?? false }
        return Self.unicastIPv6?.contains(self) == true && !Self.reservedIPv6.contains { $0.contains(self) }
    }

    private static let reservedIPv4: [IPNetwork] = [
        "0.0.0.0/8",  // this network
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  // private
        "100.64.0.0/10",  // shared by a provider's customers
        "127.0.0.0/8",  // loopback
        "169.254.0.0/16",  // link-local; a cloud's metadata
        "192.0.0.0/24",  // protocol assignments
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  // documentation
        "192.88.99.0/24",  // 6to4 relays
        "198.18.0.0/15",  // benchmarks
        "224.0.0.0/4",  // multicast
        "240.0.0.0/4",  // reserved; broadcast
    ].compactMap(IPNetwork.init)

    private static let mapped = IPNetwork("::ffff:0:0/96")
    private static let sixToFour = IPNetwork("2002::/16")
    /// Outside of it lie ::, ::1, 64:ff9b::/96 and 64:ff9b:1::/48 (translators), 100::/64, fc00::/7, fe80::/10 and ff00::/8.
    private static let unicastIPv6 = IPNetwork("2000::/3")
    private static let reservedIPv6: [IPNetwork] = [
        "2001::/23",  // protocol assignments, with Teredo and ORCHID
        "2001:db8::/32", "3fff::/20",  // documentation
    ].compactMap(IPNetwork.init)
}

/// All addresses that begin alike.
struct IPNetwork: Sendable, Hashable {
    let address: IPAddress
    /// In bits.
    let prefix: Int

    /// `10.0.0.0/8`; `nil` when that is no network, or when bits behind the prefix are set.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(String(parts[0])), parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let prefix = Int(parts[1]),
            prefix <= address.bytes.count * 8
        else { return nil }
        let isClean = address.bytes.indices.allSatisfy { address.bytes[$0] & ~Self.mask(prefix, at: $0) == 0 }
        guard isClean else { return nil }
        self.address = address
        self.prefix = prefix
    }

    func contains(_ other: IPAddress) -> Bool {
        other.bytes.count == address.bytes.count && other.bytes.indices.allSatisfy { other.bytes[$0] & Self.mask(prefix, at: $0) == address.bytes[$0] }
    }

    private static func mask(_ prefix: Int, at index: Int) -> UInt8 {
        let bits = min(8, max(0, prefix - index * 8))
        return UInt8(truncatingIfNeeded: 0xFF00 >> bits)
    }
}
