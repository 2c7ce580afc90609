public import Foundation
private import Synchronization

/// The last tick (4096th of a millisecond) that an identifier was made for.
private enum Ticks {
    static let last = Atomic<UInt64>(0)
    /// A minute. What is further back is a date of its own, and no clock that is not quite sure of the time.
    private static let window: UInt64 = 60_000 * 4096

    /// `wanted`, or the tick after the last one when that was less than a minute ahead: other threads, and corrections of the clock.
    static func next(_ wanted: UInt64) -> UInt64 {
        while true {
            let previous = last.load(ordering: .relaxed)
            let tick = wanted <= previous && previous - wanted < window ? previous + 1 : wanted
            if last.weakCompareExchange(expected: previous, desired: tick, ordering: .relaxed).exchanged { return tick }
        }
    }
}

/// A 128-bit identifier that sorts by the time it was made: UUID version 7 (RFC 9562, section 5.7), written as 36 lower-case characters.
///
/// `Tag` keeps the ids of different things apart at compile time: `Identifier<User>` is not an `Identifier<Message>`.
public struct Identifier<Tag>: Hashable, Comparable, Sendable {
    /// The two halves, most significant first.
    public let high: UInt64, low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A fresh identifier for something that began at `date`; 62 of its bits are random.
    ///
    /// Identifiers made one after the other for about the same time sort in that order as a rule: the 12 bits after the milliseconds hold their
    /// fraction and count on from the last one given (RFC 9562, section 6.2, method 3). Where the order matters, `next` and `init(at:after:)` are
    /// certain, whatever is made for other times meanwhile.
    public init(at date: Date = Date()) {
        var random = SystemRandomNumberGenerator()
        let ticks = Ticks.next(UInt64(saturating: date.timeIntervalSince1970 * 4_096_000) & 0xFFF_FFFF_FFFF_FFFF)
        high = (ticks >> 12) << 16 | 0x7000 | ticks & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.next() >> 2
    }

    /// A fresh identifier for `date` that sorts after `previous`, also when the clock was set back since that was made.
    public init(at date: Date, after previous: Self?) {
        let fresh = Self(at: date)
        self = previous.map { fresh > $0 ? fresh : $0.nextTick } ?? fresh
    }

    /// The identifier right after this one, for what belongs together: nothing that is made elsewhere comes in between.
    public var next: Self {
        // The variant bits stay as they are (RFC 9562, section 6.2, method 2).
        low & Self.random == Self.random ? nextTick : Self(high: high, low: low + 1)
    }

    /// Of the tick after this one's.
    private var nextTick: Self {
        var random = SystemRandomNumberGenerator()
        let tick = ((high >> 16) << 12 | high & 0x0FFF) &+ 1
        return Self(high: (tick >> 12) << 16 | 0x7000 | tick & 0x0FFF, low: ~Self.random & low | random.next() & Self.random)
    }

    /// The bits of `low` that are random.
    private static var random: UInt64 { 0x3FFF_FFFF_FFFF_FFFF }

    /// Reads the canonical form (8-4-4-4-12 hexadecimal digits); `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var value: (UInt64, UInt64) = (0, 0)
        var digits = 0, position = 0
        for byte in text.utf8 {
            switch position {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return nil }
            default:
                let digit: UInt8
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
                case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
                case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
                default: return nil
                }
                if digits < 16 { value.0 = value.0 << 4 | UInt64(digit) } else { value.1 = value.1 << 4 | UInt64(digit) }
                digits += 1
            }
            position += 1
            if position > 36 { return nil }
        }
        guard position == 36, digits == 32 else { return nil }
        (high, low) = value
    }

    public static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension Identifier: CustomStringConvertible {
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let half = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (index & 15)) & 15)
                buffer[position] = digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a")
                position += 1
            }
            return 36
        }
    }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "is not an identifier (36 characters, like 01890a5d-ac96-774b-bcce-b302099a8057)")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
