import Domain

/// Stands in where nothing can hear.
struct Deaf: Transcriber, AudioDecoder {
    private let problem = Problem(.unavailable, "there is no speech engine: install the program jarvis-speech beside jarvis, or set JARVIS_STT_URL")
    func transcription(_ request: TranscriptionRequest) async throws -> any Transcription { throw problem }
    func decode(_ file: [UInt8], upTo seconds: Double) async throws -> AudioChunk { throw problem }
}
