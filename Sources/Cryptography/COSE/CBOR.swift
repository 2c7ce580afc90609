/// A value of the Concise Binary Object Representation (RFC 8949), as far as CTAP2's canonical form goes: what authenticators speak.
public indirect enum CBOR: Sendable, Hashable {
    case unsigned(UInt64)
    /// −1 − n.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([CBOR: CBOR])
    case bool(Bool)
    case null
    case undefined
    case double(Double)

    /// A whole number as maps have it for a name.
    public init(_ number: Int) { self = number < 0 ? .negative(UInt64(-1 - number)) : .unsigned(UInt64(number)) }

    public subscript(name: Int) -> CBOR? { if case .map(let members) = self { members[CBOR(name)] } else { nil } }
    public subscript(name: String) -> CBOR? { if case .map(let members) = self { members[.text(name)] } else { nil } }

    /// `nil` for other values, and for numbers beyond `Int`.
    public var int: Int? {
        switch self {
        case .unsigned(let number): Int(exactly: number)
        case .negative(let number): Int(exactly: number).map { -1 - $0 }
        default: nil
        }
    }

    public var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var array: [CBOR]? { if case .array(let elements) = self { elements } else { nil } }
    public var map: [CBOR: CBOR]? { if case .map(let members) = self { members } else { nil } }
}
