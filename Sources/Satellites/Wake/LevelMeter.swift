import Foundation

/// How loud a microphone is, and how quiet its room.
struct LevelMeter: Sendable {
    /// Of the last `memory` seconds of 16 kHz audio, in dB of full scale; -96 for silence.
    private(set) var level = -96.0
    /// What the room sounds like when nobody speaks: falls at once, rises slowly.
    private(set) var floor: Double?
    private var pieces: [(energy: Double, samples: Int)] = []

    private static let memory = 16_000 * 8 / 10
    /// Decibels a second.
    private static let rise = 1.5

    /// Takes 16-bit samples.
    mutating func take(_ bytes: [UInt8]) {
        let samples = bytes.count / 2
        guard samples > 0 else { return }
        let energy = Self.energy(of: bytes)
        pieces.append((energy, samples))
        var (total, count) = pieces.reduce((0.0, 0)) { ($0.0 + $1.energy, $0.1 + $1.samples) }
        while count - pieces[0].samples >= Self.memory {
            let first = pieces.removeFirst()
            (total, count) = (total - first.energy, count - first.samples)
        }
        level = Self.decibels(total / Double(count))
        let piece = Self.decibels(energy / Double(samples))
        floor = min(piece, (floor ?? piece) + Self.rise * Double(samples) / 16_000)
    }

    /// How far what was just said stands out of the room's noise, in decibels.
    var strength: Double { level - (floor ?? level) }

    static func decibels(of bytes: [UInt8]) -> Double { decibels(energy(of: bytes) / Double(max(1, bytes.count / 2))) }

    private static func energy(of bytes: [UInt8]) -> Double {
        bytes.withUnsafeBytes { raw in
            var sum: Int64 = 0
            for index in 0..<raw.count / 2 {
                let sample = Int64(Int16(littleEndian: raw.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)))
                sum &+= sample &* sample
            }
            return Double(sum)
        }
    }

    private static func decibels(_ power: Double) -> Double { power < 1 ? -96 : max(-96, 10 * log10(power / (32_768 * 32_768))) }
}
