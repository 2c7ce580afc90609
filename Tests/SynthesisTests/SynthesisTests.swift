import Synthesis

/// What an engine said: samples of one channel.
struct Speech {
    var samples: [Int16] = []
    /// Arrays it came in.
    var chunks = 0
    /// The length of the first of them, in seconds.
    var firstChunk = 0.0
    let rate: Int

    /// In seconds.
    var duration: Double { Double(samples.count) / Double(rate) }
    var loudness: Double { (samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(1, samples.count))).squareRoot() }

    /// The pitch in hertz, by the autocorrelation of its middle third of a second.
    var pitch: Double {
        let window = samples[max(0, samples.count / 2 - rate / 6)..<min(samples.count, samples.count / 2 + rate / 6)].map(Float.init)
        let lags = rate / 400...rate / 50
        let likeness = lags.map { lag in zip(window, window.dropFirst(lag)).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
        let best = likeness.indices.max { likeness[$0] < likeness[$1] } ?? 0
        return Double(rate) / Double(lags.lowerBound + best)
    }
}

extension SpeechEngine {
    /// Says a piece and takes all of it.
    func said(_ piece: SpeechPiece) async throws -> Speech {
        let (audio, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        async let saying: Void = {
            defer { continuation.finish() }
            try await say(piece, into: continuation)
        }()
        var speech = Speech(rate: voices.first { $0.name == piece.voice }?.sampleRate ?? 22050)
        for await bytes in audio {
            speech.chunks += 1
            speech.samples += stride(from: 0, to: bytes.count - 1, by: 2).map { Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8) }
            if speech.chunks == 1 { speech.firstChunk = speech.duration }
        }
        try await saying
        return speech
    }
}

/// espeak-ng keeps its state in global variables: a process has one.
let espeak = Result { () throws(SynthesisError) in try Espeak() }
