/// How long what is played takes until the microphone hears it: the lag at which the loudness of both moves together, 0 to 0.5 s.
///
/// A running cross-correlation of the envelopes (every 4 ms, the mean taken out, forgotten with a time constant of 2 s).
struct EchoDelay {
    /// Samples between values of the envelopes.
    static let hop = 64
    private static let lags = sampleRate / 2 / hop + 1
    private static let forget: Float = 0.998
    private static let meanShare: Float = 0.01

    private var history = [Float](repeating: 0, count: lags)
    private var correlation = [Float](repeating: 0, count: lags)
    private var position = 0
    private var microphonePower: Float = 0
    private var playedPower: Float = 0
    private var microphoneMean: Float = 0
    private var playedMean: Float = 0
    private(set) var hops = 0

    /// Takes 4 ms of both.
    mutating func feed(microphone: ArraySlice<Int16>, played: ArraySlice<Int16>) {
        let heard = Self.loudness(microphone)
        let said = Self.loudness(played)
        microphoneMean += Self.meanShare * (heard - microphoneMean)
        playedMean += Self.meanShare * (said - playedMean)
        let (m, p) = (heard - microphoneMean, said - playedMean)
        position = (position + 1) % Self.lags
        history[position] = p
        microphonePower = microphonePower * Self.forget + m * m
        playedPower = playedPower * Self.forget + p * p
        for lag in 0..<Self.lags {
            let index = position >= lag ? position - lag : position - lag + Self.lags
            correlation[lag] = correlation[lag] * Self.forget + m * history[index]
        }
        hops += 1
    }

    /// The lag in samples and how much alike they are there (0 to 1); `nil` before there is enough to tell (0.4 s).
    var best: (samples: Int, likeness: Float)? {
        guard hops > 100, microphonePower > 0, playedPower > 0, let lag = correlation.indices.max(by: { correlation[$0] < correlation[$1] }) else { return nil }
        return (lag * Self.hop, max(0, min(1, correlation[lag] / (microphonePower * playedPower).squareRoot())))
    }

    /// The fourth root of power: loud and quiet syllables count alike.
    private static func loudness(_ samples: ArraySlice<Int16>) -> Float {
        (samples.reduce(Float(0)) { $0 + Float($1) * Float($1) } / Float(max(1, samples.count))).squareRoot().squareRoot()
    }
}
