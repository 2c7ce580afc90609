import Foundation
import TestSupport

@testable import Recognition

/// Sounds for tests.
enum Sounds {
    static func silence(_ seconds: Double) -> [Int16] { [Int16](repeating: 0, count: Int(seconds * 16_000)) }

    /// White noise that is the same each time.
    static func noise(_ seconds: Double, level: Int32) -> [Int16] {
        var state: UInt32 = 7
        return (0..<Int(seconds * 16_000)).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Int16(clamping: (Int32(bitPattern: state) >> 16) * level >> 15)
        }
    }

    /// Harmonics of a voice's pitch that go up and down: the model hears phones in it, and no words.
    static func hum(_ seconds: Double) -> [Int16] {
        (0..<Int(seconds * 16_000)).map { index in
            let time = Double(index) / 16_000
            return Int16(6_000 * (sin(2 * .pi * 130 * time) + 0.5 * sin(2 * .pi * 650 * time) * sin(2 * .pi * 3 * time)))
        }
    }

    /// A recording beside the checkout: the samples of a wave file, brought to 16 kHz by leaving out or doubling; `nil` where it is not.
    static func recording(_ path: String) -> [Int16]? {
        guard let url = Paths.shared("data/" + path), let data = try? Data(contentsOf: url), let start = data.range(of: Data("data".utf8)) else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) } }
        let rate = Double(number(24, 4)), channels = number(22, 2)
        let body = data[(start.upperBound + 4)...]
        let count = body.count / 2 / channels
        return (0..<Int(Double(count) * 16_000 / rate)).map { index in
            // The mean over what one sample stands for.
            let first = Int(Double(index) * rate / 16_000), last = max(first + 1, Int(Double(index + 1) * rate / 16_000))
            var sum = 0
            for sample in first..<min(last, count) {
                let offset = body.startIndex + sample * 2 * channels
                sum += Int(Int16(truncatingIfNeeded: Int(body[offset]) | Int(body[offset + 1]) << 8))
            }
            return Int16(clamping: sum / max(1, min(last, count) - first))
        }
    }
}
