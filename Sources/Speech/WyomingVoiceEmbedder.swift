public import Domain
import Wyoming

/// Tells voices apart through Jarvis's speech worker: `embed-voice` is an addition of Jarvis to the protocol.
public struct WyomingVoiceEmbedder: VoiceEmbedder {
    private let service: WyomingService

    public init(_ service: WyomingService) { self.service = service }

    public func embed(_ audio: AudioChunk) async throws -> VoiceEmbedding {
        let layout = AudioLayout(audio.format), second = audio.format.rate * 2 * audio.format.channels
        return try await service.exchange { connection in
            try await service.send(.addition(.embedVoice), to: connection)
            try await service.send(.audioStart(layout), to: connection)
            for start in stride(from: 0, to: audio.bytes.count, by: second) {
                try await service.send(.audioChunk(layout, Array(audio.bytes[start..<min(start + second, audio.bytes.count)])), to: connection)
            }
            try await service.send(.audioStop, to: connection)
            while true {
                guard case .addition(.voiceEmbedding(let values, let model)) = try await service.receive(from: connection) else { continue }
                return VoiceEmbedding(values: values, model: model)
            }
        }
    }
}
