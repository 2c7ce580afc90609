/// A text that must not reach a log, an error or a page by accident: printing it shows `[secret]`.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    public init(_ value: String) { self.value = value }

    /// The text itself. Every call is a place to review.
    public func reveal() -> String { value }

    public var isEmpty: Bool { value.isEmpty }
    public var description: String { "[secret]" }
    public var debugDescription: String { "[secret]" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Takes as long wherever the first difference is; only the length may be told by the time.
    public static func == (one: Secret, other: Secret) -> Bool {
        let one = one.value.utf8, other = other.value.utf8
        return one.count == other.count && zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
