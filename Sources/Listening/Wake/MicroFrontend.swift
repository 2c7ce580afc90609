private import Foundation

/// What microWakeWord's models hear: 40 mel channels each 10 ms, from windows of 30 ms, with steady noise taken out and loudness evened.
///
/// The algorithm is that of TensorFlow's audio front end for microcontrollers (tensorflow/lite/experimental/microfrontend): noise is tracked by a
/// low-pass filter in each channel and subtracted; per-channel amplitude normalisation (Wang, Getreuer, Hughes, Lyon, Saurous: "Trainable
/// Frontend For Robust and Far-Field Keyword Spotting", 2017) divides by a power of that estimate; then a logarithm. Where its whole numbers
/// cut off what is small, these do as well; the transform is in floating point.
struct MicroFrontend {
    static let channels = 40
    /// Samples between features.
    static let step = 160
    private static let window = 480
    /// Bits behind the point of weights, of noise shares, and of the noise estimate.
    private static let weightBits = 12
    private static let noiseBits = 14
    private static let smoothingBits = 10
    /// The models were trained on the logarithm's whole numbers times this.
    private static let featureScale: Float = 10.0 / 256

    private let coefficients: [Int32]
    private let bank: MelBank
    private var spectrum = Spectrum()
    private var pending: [Int16] = []
    private var frame = [Float](repeating: 0, count: Spectrum.size)
    private var energy = [UInt64](repeating: 0, count: Spectrum.bins)
    private var noise = [UInt32](repeating: 0, count: channels)

    init() {
        coefficients = (0..<Self.window).map { index in
            let value = 0.5 - 0.5 * cos(2 * Double.pi * (Double(index) + 0.5) / Double(Self.window))
            return Int32((value * Double(1 << Self.weightBits) + 0.5).rounded(.down))
        }
        bank = MelBank(channels: Self.channels, low: 125, high: 7500, bits: Self.weightBits)
        pending.reserveCapacity(Self.window * 2)
    }

    /// Appends to `features` 40 values for each 10 ms that became complete.
    mutating func feed(_ samples: some Collection<Int16>, into features: inout [Float]) {
        pending.append(contentsOf: samples)
        var start = 0
        while pending.count - start >= Self.window {
            analyse(at: start, into: &features)
            start += Self.step
        }
        pending.removeFirst(start)
    }

    private mutating func analyse(at start: Int, into features: inout [Float]) {
        var peak: Int32 = 0
        for index in 0..<Self.window {
            let value = (Int32(pending[start + index]) * coefficients[index]) >> Self.weightBits
            frame[index] = Float(value)
            peak = max(peak, abs(value))
        }
        // Weak sounds are lifted to the full width of 16 bits before the transform and put back after it.
        let lift = 15 - (32 - peak.leadingZeroBitCount)
        let scale = Float(1 << max(0, lift)) / Float(Spectrum.size)
        frame.withUnsafeBufferPointer { frame in
            energy.withUnsafeMutableBufferPointer { energy in
                spectrum.transform(frame) { bin, real, imaginary in
                    let (re, im) = (Int64((real * scale).rounded()), Int64((imaginary * scale).rounded()))
                    energy[bin] = UInt64(re * re + im * im)
                }
            }
        }
        for channel in 0..<Self.channels {
            let amplitude = Double(bank.sum(channel, energy)).squareRoot().rounded()
            features.append(feature(channel, UInt32(amplitude) >> UInt32(max(0, lift))))
        }
    }

    private mutating func feature(_ channel: Int, _ amplitude: UInt32) -> Float {
        let one = UInt64(1) << Self.noiseBits
        // The shares are those the models were trained with: 0.025 and 0.06 of each new value, and 0.05 that is never subtracted.
        let share: UInt64 = channel.isMultiple(of: 2) ? 409 : 983
        let scaled = UInt64(amplitude) << Self.smoothingBits
        let estimate = (scaled * share + UInt64(noise[channel]) * (one - share)) >> Self.noiseBits
        noise[channel] = UInt32(truncatingIfNeeded: estimate)
        let signal = max((scaled - min(estimate, scaled)) >> Self.smoothingBits, (UInt64(amplitude) * 819) >> Self.noiseBits)

        let gain = min(32767, 2_097_152 * pow(Double(estimate) / 128 + 80, -0.95) + 0.5)
        let ratio = (signal * UInt64(gain)) >> 6
        let shrunk = ratio < 8192 ? (ratio * ratio) >> 20 : (ratio >> 6) - 64
        let value = shrunk << 3
        return value > 1 ? Float((64 * log(Double(value))).rounded()) * Self.featureScale : 0
    }
}

/// Triangles on the mel scale over the bins of a spectrum.
private struct MelBank {
    private struct Band {
        var bins: Range<Int>
        /// Of each bin, its share in this band's rising edge; what is left of one is in the falling edge of the band below.
        var rising: [UInt64]
        var falling: [UInt64]
    }

    private let bands: [Band]

    init(channels: Int, low: Float, high: Float, bits: Int) {
        func mel(_ frequency: Float) -> Float { Float(1127 * log1p(Double(frequency) / 700)) }
        let width = Float(sampleRate) / Float(Spectrum.size)
        let (bottom, top) = (mel(low), mel(high))
        let spacing = (top - bottom) / Float(channels + 1)
        let one = Double(1 << bits)
        var bands: [Band] = []
        var bin = Int(1.5 + low / width)
        for index in 0...channels {
            let (lower, upper) = (bottom + spacing * Float(index), bottom + spacing * Float(index + 1))
            let first = bin
            while mel(Float(bin) * width) <= upper { bin += 1 }
            let shares = (first..<bin).map { Double((upper - mel(Float($0) * width)) / (upper - lower)) }
            // `shares` fall towards the upper edge: the part of the triangle that ends there.
            bands.append(
                Band(
                    bins: first..<bin, rising: shares.map { UInt64(((1 - $0) * one + 0.5).rounded(.down)) },
                    falling: shares.map { UInt64(($0 * one + 0.5).rounded(.down)) }))
        }
        self.bands = bands
    }

    /// The weighted energy of a channel: rising over its lower band, falling over the one above.
    func sum(_ channel: Int, _ energy: [UInt64]) -> UInt64 {
        let (lower, upper) = (bands[channel], bands[channel + 1])
        var total: UInt64 = 0
        for (index, bin) in lower.bins.enumerated() { total &+= lower.rising[index] &* energy[bin] }
        for (index, bin) in upper.bins.enumerated() { total &+= upper.falling[index] &* energy[bin] }
        return total
    }
}
