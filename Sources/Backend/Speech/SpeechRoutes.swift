import API
public import Base
public import Domain
import Foundation
import HTTPServer
import Speech
import Synchronization

/// What is heard and said over HTTP: part of the backend, and the STT and TTS services by themselves.
public struct SpeechRoutes: Sendable {
    /// What the routes call.
    public struct Parts: Sendable {
        public var synthesizer: any Synthesizer
        public var transcriber: any Transcriber
        public var decoder: any AudioDecoder
        /// The languages of the household, the usual one first.
        public var languages: [Language]

        public init(synthesizer: any Synthesizer, transcriber: any Transcriber, decoder: any AudioDecoder, languages: [Language]) {
            self.synthesizer = synthesizer
            self.transcriber = transcriber
            self.decoder = decoder
            self.languages = languages
        }
    }

    /// Characters that can be said at once.
    static let spokenLimit = 10_000
    /// Bytes of a recording: half an hour of uncompressed speech.
    static let fileLimit = 64 << 20
    /// Seconds of a recording: as much as the speech worker takes in one piece.
    static let recordingLimit = 600.0
    /// Seconds of speech in one answer.
    private static let speechLimit = 900.0

    let parts: Parts
    /// Recordings are written down a few at a time: more at once are no faster, and would leave none of the worker to whoever speaks now.
    private let turnstile = Turnstile(width: 4, line: 60)

    public init(parts: Parts) { self.parts = parts }

    // MARK: - Text to speech

    func addSynthesis(to router: inout Router) {
        router.get("/voices") { request in
            try .json(PageBody(items: try await parts.synthesizer.voices().map { VoiceBody(name: $0.name, languages: $0.languages, engine: $0.engine) }))
        }
        router.post("/synthesize") { request in
            let body: SynthesizeRequest = try request.decode()
            return try await say(body, format: try SpokenFormat(body.format ?? "wav"))
        }
        // As OpenAI's API has it, for programs that know that one.
        router.post("/v1/audio/speech") { request in
            let body: OpenAISpeech = try request.decode()
            let wanted = SynthesizeRequest(text: body.input, voice: try await known(body.voice), language: nil, speed: body.speed, format: nil)
            return try await say(wanted, format: try SpokenFormat(body.responseFormat ?? "opus"))
        }
    }

    private func say(_ body: SynthesizeRequest, format: SpokenFormat) async throws -> Response {
        guard body.text.contains(where: { !$0.isWhitespace }) else { throw Problem(.invalid, "text is empty") }
        guard body.text.count <= Self.spokenLimit else {
            throw Problem(.tooLarge, "text has \(body.text.count) characters, at most \(Self.spokenLimit) can be said at once")
        }
        guard (0.5...2).contains(body.speed ?? 1) else { throw Problem(.invalid, "speed must be between 0.5 and 2") }
        let language = try Backend.language(body.language) ?? parts.languages.first ?? .french
        let spoken = Mutex<AudioChunk?>(nil)
        try await parts.synthesizer.synthesize(SpeechRequest(text: body.text, language: language, voice: body.voice, speed: body.speed ?? 1)) { chunk in
            let seconds = spoken.withLock { spoken in
                spoken.append(chunk)
                return spoken?.duration ?? 0
            }
            guard seconds <= Self.speechLimit else {
                throw Problem(.tooLarge, "this takes more than \(Int(Self.speechLimit / 60)) minutes to say: send it in parts")
            }
        }
        guard let audio = spoken.withLock({ $0 }) else { throw Problem(.invalid, "there is nothing to say in this text") }
        return Response(
            headers: [.contentType: format.mediaType(of: audio.format), .cacheControl: "no-store"], body: .bytes(try await format.file(of: audio)))
    }

    /// Programs name voices of another service: those are nobody's here, and the usual one speaks.
    private func known(_ voice: String?) async throws -> String? {
        guard let voice else { return nil }
        return try await parts.synthesizer.voices().contains { $0.name == voice } ? voice : nil
    }

    // MARK: - Speech to text

    func addTranscription(to router: inout Router) {
        router.post("/transcribe", maximumBody: Self.fileLimit) { request in
            let recording = try await Backend.offTheLoop { try Recording(of: request) }
            let (transcript, seconds) = try await transcribe(recording)
            return try .json(TranscriptBody(transcript, seconds: seconds))
        }
        router.post("/v1/audio/transcriptions", maximumBody: Self.fileLimit) { request in
            let recording = try await Backend.offTheLoop { try Recording(of: request) }
            let (transcript, seconds) = try await transcribe(recording)
            switch recording.responseFormat ?? "json" {
            case "json": return try .json(["text": transcript.text])
            case "verbose_json": return try .json(TranscriptBody(transcript, seconds: seconds))
            case "text": return .text(transcript.text + "\n")
            default: throw Problem(.invalid, "response_format must be json, verbose_json or text")
            }
        }
    }

    private func transcribe(_ recording: Recording) async throws -> (Transcript, seconds: Double) {
        let audio = try await recording.audio(parts.decoder, upTo: Self.recordingLimit)
        let languages = try Backend.language(recording.language).map { [$0] } ?? parts.languages
        let request = TranscriptionRequest(languages: languages, model: recording.model)
        guard let transcript = try await turnstile.passIfThereIsRoom({ try await parts.transcriber.transcribe(audio, request) }) else {
            throw Problem(.unavailable, "too many recordings are waiting to be written down: try again in a moment")
        }
        return (transcript, audio.duration)
    }
}

extension AudioChunk? {
    /// Joins what one engine says, which is all in one format.
    mutating func append(_ next: AudioChunk) {
        if self == nil { self = next } else { self?.bytes += next.bytes }
    }
}

/// `POST /v1/audio/speech`.
private struct OpenAISpeech: Decodable {
    var input: String
    var voice: String?
    var speed: Double?
    var responseFormat: String?

    enum CodingKeys: String, CodingKey {
        case input, voice, speed
        case responseFormat = "response_format"
    }
}
