private import CShims
import Foundation

/// What a voice sounds like, as 256 numbers: a network of three LSTM layers trained so that one speaker's sentences are near each other and
/// other speakers' far ("Generalized End-to-End Loss for Speaker Verification", Wan et al., 2018).
///
/// The weights, Apache-2.0, are those that scripts/voice-model makes. It is small enough to run without an inference library: about 60 ms for a sentence.
package final class VoiceEncoder: Sendable {
    package static let name = "ge2e-voice-encoder"
    /// Frames that the network sees at once: 1.6 s.
    private static let partial = 160
    /// How many of them, spread over the whole, an utterance is judged by: more cost more and tell little.
    private static let maximumPartials = 6
    private static let hidden = 256
    /// The least speech that tells anything, in seconds.
    package static let shortest = 0.8
    /// All recordings are made as loud as this, relative to full scale, in decibels: the network was trained at it and sees power.
    private static let loudness: Float = -30

    private struct Layer: Sendable {
        var input: [Float], recurrent: [Float], bias: [Float]
        var width: Int
    }

    private let spectrum = MelSpectrum()
    private let layers: [Layer]
    private let projection: [Float], offset: [Float]

    /// - Throws: when the file is missing, damaged or another model's.
    package init(path: String) throws(RecognitionError) {
        let file = try Safetensors(path: path)
        let gates = 4 * Self.hidden
        var layers: [Layer] = []
        for index in 0..<3 {
            let width = index == 0 ? MelSpectrum.bands : Self.hidden
            let first = try file.floats("lstm.bias_ih_l\(index)", [gates]), second = try file.floats("lstm.bias_hh_l\(index)", [gates])
            layers.append(
                Layer(
                    input: try file.floats("lstm.weight_ih_l\(index)", [gates, width]),
                    recurrent: try file.floats("lstm.weight_hh_l\(index)", [gates, Self.hidden]), bias: zip(first, second).map { $0 + $1 }, width: width))
        }
        self.layers = layers
        projection = try file.floats("linear.weight", [Self.hidden, Self.hidden])
        offset = try file.floats("linear.bias", [Self.hidden])
    }

    /// The embedding, of length 1, of what is spoken in `samples` (16 kHz, one channel).
    ///
    /// Blocks for about 3 % of the recording's length.
    /// - Throws: when there is less than `shortest` of speech.
    package func embed(_ samples: [Int16]) throws(RecognitionError) -> [Float] {
        let speech = Self.speech(in: samples)
        guard Double(speech.count) / 16_000 >= Self.shortest else {
            throw RecognitionError(.audio, "there is too little speech to tell a voice: say a whole sentence")
        }
        let frames = spectrum.frames(Self.levelled(speech))
        let count = frames.count / MelSpectrum.bands
        var sum = [Float](repeating: 0, count: Self.hidden)
        for start in Self.starts(count) {
            let length = min(Self.partial, count - start)
            let part = embedding(of: Array(frames[start * MelSpectrum.bands..<(start + length) * MelSpectrum.bands]), length)
            for index in sum.indices { sum[index] += part[index] }
        }
        return Self.normalized(sum)
    }

    /// Where the partials begin: half overlapping, at most `maximumPartials` of them.
    private static func starts(_ count: Int) -> [Int] {
        guard count > partial else { return [0] }
        let wanted = min(maximumPartials, (count - partial + partial / 2 - 1) / (partial / 2) + 1)
        return (0..<wanted).map { $0 * (count - partial) / max(1, wanted - 1) }
    }

    private func embedding(of frames: [Float], _ count: Int) -> [Float] {
        var sequence = frames
        for layer in layers { sequence = Self.run(layer, sequence, count) }
        let last = Array(sequence.suffix(Self.hidden))
        var out = offset
        shim_add_matrix_vector(projection, last, Self.hidden, Self.hidden, &out)
        return Self.normalized(out.map { max(0, $0) })
    }

    /// One layer over a sequence: gates in the order input, forget, cell, output.
    private static func run(_ layer: Layer, _ input: [Float], _ count: Int) -> [Float] {
        var output = [Float](repeating: 0, count: count * hidden)
        var state = [Float](repeating: 0, count: hidden), cell = state
        var gates = layer.bias
        for step in 0..<count {
            for index in gates.indices { gates[index] = layer.bias[index] }
            input.withUnsafeBufferPointer { input in
                guard let row = input.baseAddress.map({ $0 + step * layer.width }) else { return }
                shim_add_matrix_vector(layer.input, row, 4 * hidden, layer.width, &gates)
            }
            shim_add_matrix_vector(layer.recurrent, state, 4 * hidden, hidden, &gates)
            for index in 0..<hidden {
                let entering = sigmoid(gates[index]), kept = sigmoid(gates[hidden + index])
                cell[index] = kept * cell[index] + entering * tanh(gates[2 * hidden + index])
                state[index] = sigmoid(gates[3 * hidden + index]) * tanh(cell[index])
                output[step * hidden + index] = state[index]
            }
        }
        return output
    }

    private static func sigmoid(_ value: Float) -> Float { 1 / (1 + exp(-value)) }

    private static func normalized(_ values: [Float]) -> [Float] {
        let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? values.map { $0 / length } : values
    }

    private static func levelled(_ samples: [Float]) -> [Float] {
        let level = (samples.reduce(0) { $0 + $1 * $1 } / Float(max(1, samples.count))).squareRoot()
        let wanted = pow(10, loudness / 20)
        guard level > 0 else { return samples }
        return samples.map { $0 * wanted / level }
    }

    /// The stretches that are loud enough to be speech, with a little around them: pauses tell nothing of a voice.
    private static func speech(in samples: [Int16]) -> [Float] {
        let window = 480
        let levels = stride(from: 0, to: samples.count - window + 1, by: window).map { start in
            samples[start..<start + window].reduce(Float(0)) { $0 + Float($1) * Float($1) } / Float(window)
        }
        guard let loudest = levels.sorted().dropLast(levels.count / 20).last, loudest > 0 else { return [] }
        // 30 dB below the loud parts, and never what is next to nothing: a level of 32 in 32,768.
        let threshold = max(loudest / 1_000, 1_024)
        var keeps = [Bool](repeating: false, count: levels.count)
        for (index, level) in levels.enumerated() where level >= threshold {
            for near in max(0, index - 3)...min(levels.count - 1, index + 3) { keeps[near] = true }
        }
        var speech: [Float] = []
        for (index, keep) in keeps.enumerated() where keep { speech += samples[index * window..<(index + 1) * window].map { Float($0) / 32_768 } }
        return speech
    }
}
