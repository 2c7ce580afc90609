/// A block of addresses that begin alike (CIDR, RFC 4632 and RFC 4291, section 2.3): `192.168.0.0/16`, `fd00::/8`. A single address is a block of one.
///
/// A block is of one family: `::/0` holds no IPv4 address, and `::ffff:10.0.0.0/104` is `10.0.0.0/8`.
public struct NetworkRange: Sendable, Hashable, CustomStringConvertible {
    private let high: UInt64, low: UInt64
    /// Of the 128 bits, how many are fixed; those of an IPv4 block begin after `::ffff:`.
    private let length: UInt8

    /// Reads `address/bits` or an address alone; `nil` for what is neither, and for bits set behind the fixed ones, where it is not clear what is meant.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        guard parts.count == 2 else {
            self.init(around: address, length: 128)
            return
        }
        let isWrittenAsIPv4 = address.isIPv4 && !first.contains(":")
        guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ $0 &- 0x30 < 10 }), parts[1].utf8.count == 1 || parts[1].first != "0",
            let bits = Int(parts[1]), bits <= (isWrittenAsIPv4 ? 32 : 128)
        else { return nil }
        self.init(around: address, length: isWrittenAsIPv4 ? 96 + bits : bits)
        guard high == address.high, low == address.low else { return nil }
    }

    /// The block of `length` fixed bits that `address` is in.
    init(around address: IPAddress, length: Int) {
        high = address.high & Self.mask(length)
        low = address.low & Self.mask(length - 64)
        self.length = UInt8(length)
    }

    private static func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : ~(.max >> UInt64(bits)) }

    private var isIPv4: Bool { length >= 96 && high == 0 && low >> 32 == 0xFFFF }

    public func contains(_ address: IPAddress) -> Bool {
        address.isIPv4 == isIPv4 && address.high & Self.mask(Int(length)) == high && address.low & Self.mask(Int(length) - 64) == low
    }

    /// Like `192.168.0.0/16`; without the number of bits when it is one address.
    public var description: String {
        let address = IPAddress(high: high, low: low).description
        return length == 128 ? address : "\(address)/\(isIPv4 ? Int(length) - 96 : Int(length))"
    }
}

extension Sequence<NetworkRange> {
    public func contains(_ address: IPAddress) -> Bool { contains { $0.contains(address) } }
}
