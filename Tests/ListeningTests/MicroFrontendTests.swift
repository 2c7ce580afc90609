import Foundation
import TestSupport
import Testing

@testable import Listening

@Suite struct MicroFrontendTests {
    /// A rising tone in noise, quiet, loud, quiet: as the reference heard it when Tests/Golden/wake/features.txt was recorded.
    private func signal() -> [Int16] {
        var state: UInt64 = 1
        return (0..<16000).map { index in
            state = (1_103_515_245 * state + 12345) & 0x7FFF_FFFF
            let noise = Double(Int(state >> 16) - 16384)
            let time = Double(index) / 16000
            let loud = time > 0.3 && time < 0.8 ? 1.0 : 0.02
            let value = loud * (9000 * sin(2 * Double.pi * (200 * time + 600 * time * time)) + 0.1 * noise) + 0.003 * noise
            return Int16((value + 0.5).rounded(.down))
        }
    }

    @Test func hearsWhatTheReferenceHears() throws {
        let golden = try String(contentsOf: Paths.root.appending(path: "Tests/Golden/wake/features.txt"), encoding: .utf8)
        let expected = golden.split(whereSeparator: \.isWhitespace).compactMap { Float($0) }
        var frontend = MicroFrontend()
        var features: [Float] = []
        frontend.feed(signal(), into: &features)
        #expect(expected.count == 98 * 40)
        #expect(features.count == expected.count)
        let differences = zip(features, expected).map { abs($0 * 25.6 - $1) }
        // A step of the models' bytes is about 2.6 of these units. The reference rounds to 16 bits within its transform, which is heard where
        // it is quiet.
        let mean = differences.reduce(0, +) / Float(differences.count)
        let far = differences.count { $0 > 8 }
        #expect(mean < 1.5, "mean difference \(mean), \(far) of \(differences.count) by more than 8")
        #expect(far < differences.count / 40)
    }

    @Test func chunksMakeNoDifference() {
        let signal = signal()
        var whole: [Float] = []
        var pieces: [Float] = []
        var frontend = MicroFrontend()
        frontend.feed(signal, into: &whole)
        frontend = MicroFrontend()
        var random = SeededGenerator(seed: 3)
        var start = 0
        while start < signal.count {
            let end = min(signal.count, start + Int.random(in: 1...700, using: &random))
            frontend.feed(signal[start..<end], into: &pieces)
            start = end
        }
        #expect(whole == pieces)
    }

    @Test(arguments: [Int16.min, -1, 0, Int16.max]) func extremesAreFinite(value: Int16) {
        var frontend = MicroFrontend()
        var features: [Float] = []
        frontend.feed((0..<8000).map { $0.isMultiple(of: 2) ? value : 0 }, into: &features)
        #expect(features.count == 48 * 40)
        #expect(features.allSatisfy { $0.isFinite && $0 >= 0 && $0 < 40 })
    }
}
