public import Domain
import Wyoming

/// Reads audio files in Jarvis's speech worker, where a file that crashes a decoder harms nobody: `decode` is an addition of Jarvis to the protocol.
public struct WyomingAudioDecoder: AudioDecoder {
    /// Bytes of a file that are sent at once.
    private static let piece = 256 << 10

    private let service: WyomingService

    public init(_ service: WyomingService) { self.service = service }

    public func decode(_ file: [UInt8], upTo seconds: Double) async throws -> AudioChunk {
        try await service.exchange { connection in
            do {
                try await service.send(.addition(.decode), to: connection)
                for start in stride(from: 0, to: file.count, by: Self.piece) {
                    try await service.send(.addition(.audioFile(Array(file[start..<min(start + Self.piece, file.count)]))), to: connection)
                }
                try await service.send(.audioStop, to: connection)
            } catch is WyomingService.ServerLost {
                // A worker that hangs up may have said why: that is read next.
            }
            var audio = AudioChunk(format: .speech, bytes: [])
            while true {
                switch try await service.receive(from: connection) {
                case .audioChunk(let layout, let bytes):
                    audio.format = AudioFormat(rate: layout.rate, channels: layout.channels)
                    audio.bytes += bytes
                    guard audio.duration <= seconds else {
                        throw Problem(.tooLarge, "The recording is longer than \(Int(seconds)) seconds: send it in parts.")
                    }
                case .audioStop: return audio
                default: continue
                }
            }
        }
    }
}
