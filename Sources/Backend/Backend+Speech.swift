import API
import Base
import Domain
import HTTPServer
import Speech
import Synchronization

extension Backend {
    private static let spokenLimit = 10_000

    func addSpeechRoutes(to router: inout Router) {
        router.get("/voices") { request in
            try .json(PageBody(items: try await parts.synthesizer.voices().map { VoiceBody(name: $0.name, languages: $0.languages, engine: $0.engine) }))
        }
        router.post("/synthesize") { request in
            let body: SynthesizeRequest = try request.decode()
            guard body.text.contains(where: { !$0.isWhitespace }) else { throw Problem(.invalid, "text is empty") }
            guard body.text.count <= Self.spokenLimit else {
                throw Problem(.tooLarge, "text has \(body.text.count) characters, at most \(Self.spokenLimit) can be said at once")
            }
            guard (0.5...2).contains(body.speed ?? 1) else { throw Problem(.invalid, "speed must be between 0.5 and 2") }
            guard ["wav", "pcm"].contains(body.format ?? "wav") else { throw Problem(.invalid, "format must be wav or pcm") }
            let language = try Self.language(body.language) ?? .french
            let spoken = Mutex<AudioChunk?>(nil)
            try await parts.synthesizer.synthesize(SpeechRequest(text: body.text, language: language, voice: body.voice, speed: body.speed ?? 1)) { chunk in
                spoken.withLock { $0.append(chunk) }
            }
            guard let audio = spoken.withLock({ $0 }) else { throw Problem(.invalid, "there is nothing to say in this text") }
            if body.format == "pcm" {
                let type = "audio/L16; rate=\(audio.format.rate); channels=\(audio.format.channels)"
                return Response(headers: [.contentType: type, .cacheControl: "no-store"], body: .bytes(audio.bytes))
            }
            return Response(headers: [.contentType: "audio/wav", .cacheControl: "no-store"], body: .bytes(WAV.file(audio)))
        }
    }
}

extension AudioChunk? {
    /// Joins what one engine says, which is all in one format.
    mutating func append(_ next: AudioChunk) {
        if self == nil { self = next } else { self?.bytes += next.bytes }
    }
}
