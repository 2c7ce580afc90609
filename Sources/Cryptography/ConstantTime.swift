private import CSodium

/// Comparisons whose time tells nothing of the bytes.
public enum ConstantTime {
    /// Only the lengths may be told by the time.
    public static func equals(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.count == other.count && sodium_memcmp(one, other, one.count) == 0 }
}
