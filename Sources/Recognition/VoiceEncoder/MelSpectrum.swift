private import CShims
import Foundation

/// The energy of short stretches of sound in bands that are spaced as ears hear them.
///
/// Frames of 25 ms every 10 ms, Hann window, 40 bands from 0 to 8,000 Hz on Slaney's scale (Auditory Toolbox, 1998), each of unit area; power, not logarithms:
/// what the GE2E encoder was trained on.
struct MelSpectrum {
    static let bands = 40, window = 400, hop = 160
    private static let bins = window / 2 + 1

    /// The transform with the window in it, as two matrices of `bins` rows: a 400-point transform needs no power of two this way, and costs 0.2 ms a frame.
    private let cosines: [Float], sines: [Float]
    private let filters: [Float]

    init() {
        var cosines: [Float] = [], sines: [Float] = []
        for bin in 0..<Self.bins {
            for index in 0..<Self.window {
                let weight = 0.5 - 0.5 * cos(2 * Double.pi * Double(index) / Double(Self.window))
                // Reduced before it is multiplied, for precision.
                let angle = 2 * Double.pi * Double(bin * index % Self.window) / Double(Self.window)
                cosines.append(Float(weight * cos(angle)))
                sines.append(Float(weight * sin(angle)))
            }
        }
        (self.cosines, self.sines, filters) = (cosines, sines, Self.makeFilters())
    }

    private static func makeFilters() -> [Float] {
        let edges = (0..<bands + 2).map { hertz(mel(8_000) * Double($0) / Double(bands + 1)) }
        var filters: [Float] = []
        for band in 0..<bands {
            let (low, middle, high) = (edges[band], edges[band + 1], edges[band + 2])
            for bin in 0..<bins {
                let frequency = 8_000 * Double(bin) / Double(bins - 1)
                let height = max(0, min((frequency - low) / (middle - low), (high - frequency) / (high - middle)))
                filters.append(Float(height * 2 / (high - low)))
            }
        }
        return filters
    }

    /// Linear below 1,000 Hz, logarithmic above.
    private static func mel(_ hertz: Double) -> Double { hertz < 1_000 ? hertz * 3 / 200 : 15 + log(hertz / 1_000) * 27 / log(6.4) }
    private static func hertz(_ mel: Double) -> Double { mel < 15 ? mel * 200 / 3 : 1_000 * exp((mel - 15) * log(6.4) / 27) }

    /// One row of `bands` values for each frame; frames are centred, with silence around the sound.
    func frames(_ samples: [Float]) -> [Float] {
        let count = samples.count / Self.hop + 1
        let padded = [Float](repeating: 0, count: Self.window / 2) + samples + [Float](repeating: 0, count: Self.window)
        var rows = [Float](repeating: 0, count: count * Self.bands)
        var real = [Float](repeating: 0, count: Self.bins), imaginary = real
        for frame in 0..<count {
            for bin in 0..<Self.bins { (real[bin], imaginary[bin]) = (0, 0) }
            padded.withUnsafeBufferPointer { padded in
                guard let start = padded.baseAddress.map({ $0 + frame * Self.hop }) else { return }
                shim_add_matrix_vector(cosines, start, Self.bins, Self.window, &real)
                shim_add_matrix_vector(sines, start, Self.bins, Self.window, &imaginary)
            }
            for bin in 0..<Self.bins { real[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin] }
            rows.withUnsafeMutableBufferPointer { rows in
                guard let row = rows.baseAddress.map({ $0 + frame * Self.bands }) else { return }
                shim_add_matrix_vector(filters, real, Self.bands, Self.bins, row)
            }
        }
        return rows
    }
}
