/// Percent-encoding (RFC 3986, section 2.1).
enum PercentCoding {
    /// The bytes behind `text`; `nil` when an escape is not two hexadecimal digits. `plusIsSpace` for queries and forms.
    static func decode(_ text: some Collection<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var iterator = text.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let a = iterator.next().flatMap(hex), let b = iterator.next().flatMap(hex) else { return nil }
                result.append(a << 4 | b)
            case UInt8(ascii: "+") where plusIsSpace: result.append(UInt8(ascii: " "))
            default: result.append(byte)
            }
        }
        return result
    }

    static func hex(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Whether a path may be used: starts with a slash, no control character, no broken escape, and valid UTF-8 without NUL once decoded.
    static func isValid(path: some Collection<UInt8>) -> Bool {
        guard path.first == UInt8(ascii: "/") else { return false }
        var isPlain = true
        for byte in path {
            if byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "#") { return false }
            if byte == UInt8(ascii: "%") || byte >= 0x80 { isPlain = false }
        }
        if isPlain { return true }
        guard let decoded = decode(path), !decoded.contains(0) else { return false }
        return String(validating: decoded, as: UTF8.self) != nil
    }
}

/// `name=value` pairs of a query or of an `application/x-www-form-urlencoded` body, in order.
public struct FormItems: Sendable, Hashable, Sequence {
    private let items: [(name: String, value: String)]

    /// Reads `text`; pairs with a broken escape or invalid UTF-8 are left out.
    public init(_ text: some Collection<UInt8>) {
        var items: [(String, String)] = []
        for pair in text.split(separator: UInt8(ascii: "&"), maxSplits: 999) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.text(parts[0]), let value = parts.count > 1 ? Self.text(parts[1]) : "" else { continue }
            items.append((name, value))
        }
        self.items = items
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String? {
        PercentCoding.decode(bytes, plusIsSpace: true).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The first value under `name`.
    public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    public func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }
    public var isEmpty: Bool { items.isEmpty }
    public func makeIterator() -> IndexingIterator<[(name: String, value: String)]> { items.makeIterator() }

    public static func == (a: Self, b: Self) -> Bool { a.items.elementsEqual(b.items, by: ==) }
    public func hash(into hasher: inout Hasher) { for item in items { hasher.combine(item.name); hasher.combine(item.value) } }
}
