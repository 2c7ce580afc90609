import Base

extension IPAddress {
    /// Whether it belongs to one host of the public internet: not to this machine, a home, a provider's inside, a group, documentation or a tunnel.
    ///
    /// From the special-purpose registries (RFC 6890 and IANA's lists that continue it). Of IPv6 only 2000::/3 was ever given out (RFC 4291, section 2.4),
    /// so all else is refused without being listed; an IPv4 address in an IPv6 one (6to4) is judged by itself.
    var isPublic: Bool {
        if isIPv4 { return !Self.reservedIPv4.contains(self) }
        if Self.sixToFour?.contains(self) == true { return IPAddress(ipv4: UInt32(truncatingIfNeeded: high >> 16)).isPublic }
        return Self.unicastIPv6?.contains(self) == true && !Self.reservedIPv6.contains(self)
    }

    private static let reservedIPv4: [NetworkRange] = [
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
    ].compactMap { NetworkRange($0) }

    private static let sixToFour = NetworkRange("2002::/16")
    /// Outside of it lie ::, ::1, 64:ff9b::/96 and 64:ff9b:1::/48 (translators), 100::/64, fc00::/7, fe80::/10 and ff00::/8.
    private static let unicastIPv6 = NetworkRange("2000::/3")
    private static let reservedIPv6: [NetworkRange] = [
        "2001::/23",  // protocol assignments, with Teredo and ORCHID
        "2001:db8::/32", "3fff::/20",  // documentation
    ].compactMap { NetworkRange($0) }
}
