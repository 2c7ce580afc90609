import AudioCodecs
import Domain
import Speech

/// What a spoken text is sent as.
enum SpokenFormat {
    case wav, pcm, opus

    init(_ name: String) throws(Problem) {
        switch name {
        case "wav": self = .wav
        case "pcm": self = .pcm
        case "opus", "ogg": self = .opus
        default: throw Problem(.invalid, "the format must be wav, pcm or opus")
        }
    }

    func mediaType(of format: AudioFormat) -> String {
        switch self {
        case .wav: "audio/wav"
        case .pcm: "audio/L16; rate=\(format.rate); channels=\(format.channels)"
        case .opus: "audio/ogg; codecs=opus"
        }
    }

    func file(of audio: AudioChunk) async throws -> [UInt8] {
        switch self {
        case .wav: WAV.file(audio)
        case .pcm: audio.bytes
        // A second of speech costs some milliseconds: not on the loop that serves connections.
        case .opus: try await Backend.offTheLoop { try OggOpus.file(audio.bytes, rate: audio.format.rate, channels: audio.format.channels) }
        }
    }
}
