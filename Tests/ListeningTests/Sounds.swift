import Foundation
import TestSupport

@testable import Listening

/// Sounds that tests listen to: recordings beside the checkout, and what is made by formula.
enum Sounds {
    static let models = Paths.root.appending(path: ".jarvis/speech/models").path
    static let hasRecordings = Paths.shared("data/wake/tests/hey_jarvis/1.wav") != nil

    /// The samples of a WAV file of 16 bits, one channel, 16 kHz, beside the checkout.
    static func recording(_ path: String) throws -> [Int16] {
        guard let url = Paths.shared("data/\(path)") else { return [] }
        let data = try Data(contentsOf: url)
        var offset = 12
        while offset + 8 <= data.count {
            let size = data[offset + 4..<offset + 8].enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
            if data[offset..<offset + 4].elementsEqual("data".utf8) {
                let bytes = data[offset + 8..<min(data.count, offset + 8 + size)]
                return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8) }
            }
            offset += 8 + size + size % 2
        }
        return []
    }

    static func silence(_ seconds: Double) -> [Int16] { Array(repeating: 0, count: Int(seconds * 16000)) }

    static func noise(_ seconds: Double, level: Double, seed: UInt64 = 1) -> [Int16] {
        var random = SeededGenerator(seed: seed)
        return (0..<Int(seconds * 16000)).map { _ in
            // Twelve evenly spread numbers add up to something near a normal distribution.
            let sum = (0..<12).reduce(0.0) { total, _ in total + Double.random(in: -0.5..<0.5, using: &random) }
            return Int16(max(-32768, min(32767, (sum * level).rounded())))
        }
    }

    static func mix(_ a: [Int16], _ b: [Int16], gain: Double = 1) -> [Int16] {
        (0..<max(a.count, b.count)).map { index in
            let sum = Double(index < a.count ? a[index] : 0) + gain * Double(index < b.count ? b[index] : 0)
            return Int16(max(-32768, min(32767, sum.rounded())))
        }
    }

    static func level(_ samples: some Collection<Int16>) -> Double {
        (samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(1, samples.count))).squareRoot()
    }
}
