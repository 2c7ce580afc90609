import Foundation
import TestSupport

/// A generator that says the same every time (SplitMix64, Steele et al. 2014).
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

enum Naughty {
    static let isThere = Paths.shared("data/security/naughty_strings/blns.json") != nil
    static let mayBeMissing = ProcessInfo.processInfo.environment["CI"] != "true"

    /// Texts that broke other programs; none where the file is not there.
    static func strings() throws -> [String] {
        guard let url = Paths.shared("data/security/naughty_strings/blns.json") else { return [] }
        return try JSONDecoder().decode([String].self, from: Data(contentsOf: url))
    }
}
