/// Names one request in logs, problems and the `X-Request-Id` header: 128 bits, written as 32 hexadecimal digits when somebody asks.
public struct RequestID: Sendable, Hashable, CustomStringConvertible {
    let high: UInt64, low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A random id, for requests that are sent in memory.
    public init() {
        var random = SystemRandomNumberGenerator()
        self.init(high: random.next(), low: random.next())
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            write(to: UnsafeMutableRawBufferPointer(buffer))
            return 32
        }
    }

    /// Writes the 32 digits.
    func write(to buffer: UnsafeMutableRawBufferPointer) {
        for index in 0..<32 {
            let digit = UInt8(truncatingIfNeeded: (index < 16 ? high : low) >> UInt64(60 - 4 * (index & 15)) & 15)
            buffer[index] = digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a")
        }
    }
}

/// Makes ids for one event loop: a random start, then a counter scrambled by SplitMix64's finalizer, so that neighbours look unrelated.
struct RequestIDGenerator {
    private let high: UInt64
    private var counter: UInt64

    init() {
        var random = SystemRandomNumberGenerator()
        high = random.next()
        counter = random.next()
    }

    mutating func next() -> RequestID {
        counter &+= 0x9E37_79B9_7F4A_7C15
        var mixed = counter
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return RequestID(high: high, low: mixed ^ mixed >> 31)
    }
}
