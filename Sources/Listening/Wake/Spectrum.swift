private import Foundation

/// The power spectrum of 512 real samples, by a complex transform of half the length.
struct Spectrum {
    static let size = 512
    /// From 0 Hz to half the sample rate.
    static let bins = size / 2 + 1

    private let cosines: [Float]
    private let sines: [Float]
    private let reversed: [Int]
    private var real = [Float](repeating: 0, count: size / 2)
    private var imaginary = [Float](repeating: 0, count: size / 2)

    init() {
        let angles = (0..<Self.size / 2).map { -2 * Double.pi * Double($0) / Double(Self.size) }
        cosines = angles.map { Float(cos($0)) }
        sines = angles.map { Float(sin($0)) }
        let bits = (Self.size / 2).trailingZeroBitCount
        reversed = (0..<Self.size / 2).map { index in (0..<bits).reduce(0) { $0 | ((index >> $1) & 1) << (bits - 1 - $1) } }
    }

    /// Calls `each` with the real and imaginary part of every bin of the spectrum of `samples` (512 of them).
    mutating func transform(_ samples: UnsafeBufferPointer<Float>, each: (Int, Float, Float) -> Void) {
        let half = Self.size / 2
        for index in 0..<half {
            let source = reversed[index]
            real[index] = samples[2 * source]
            imaginary[index] = samples[2 * source + 1]
        }
        real.withUnsafeMutableBufferPointer { real in
            imaginary.withUnsafeMutableBufferPointer { imaginary in
                cosines.withUnsafeBufferPointer { cosines in
                    sines.withUnsafeBufferPointer { sines in
                        var width = 1
                        while width < half {
                            let stride = half / width
                            for start in Swift.stride(from: 0, to: half, by: 2 * width) {
                                for offset in 0..<width {
                                    let (c, s) = (cosines[offset * stride], sines[offset * stride])
                                    let (low, high) = (start + offset, start + offset + width)
                                    let re = real[high] * c - imaginary[high] * s
                                    let im = real[high] * s + imaginary[high] * c
                                    (real[high], imaginary[high]) = (real[low] - re, imaginary[low] - im)
                                    (real[low], imaginary[low]) = (real[low] + re, imaginary[low] + im)
                                }
                            }
                            width *= 2
                        }
                        // Even and odd samples went in as real and imaginary parts: take them apart.
                        each(0, real[0] + imaginary[0], 0)
                        each(half, real[0] - imaginary[0], 0)
                        for index in 1..<half {
                            let (a, b) = (real[index], imaginary[index])
                            let (c, d) = (real[half - index], -imaginary[half - index])
                            let (evenReal, evenImaginary) = ((a + c) / 2, (b + d) / 2)
                            let (oddReal, oddImaginary) = ((b - d) / 2, (c - a) / 2)
                            each(
                                index, evenReal + oddReal * cosines[index] - oddImaginary * sines[index],
                                evenImaginary + oddReal * sines[index] + oddImaginary * cosines[index])
                        }
                    }
                }
            }
        }
    }
}
