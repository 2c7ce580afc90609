import Recognition
import Wyoming

/// Embeddings of voices by the encoder that comes with Jarvis.
struct HomeVoicePrinter: VoicePrinter {
    let model = VoiceEncoder.name
    private let encoder: VoiceEncoder

    /// Loads the model; blocks.
    init(path: String) throws { encoder = try VoiceEncoder(path: path) }

    func embed(_ samples: [Int16]) async throws -> [Float] {
        guard Double(samples.count) >= VoiceEncoder.shortest * 16_000 else { throw Refusal.tooShort }
        return try await blocking { try encoder.embed(samples) }
    }

    func selfTest() throws { _ = try encoder.embed(TestSignal.second + TestSignal.second) }
}
