import Base
public import Domain
private import Synchronization
import Wyoming

/// Text to speech on any Wyoming server: Jarvis's own worker, or Piper and others.
public final class WyomingSynthesizer: Synthesizer {
    private let service: WyomingService
    private let known = Mutex<[Voice]?>(nil)

    public init(_ service: WyomingService) { self.service = service }

    /// Says a text, calling `onAudio` with each piece as it comes; the server waits while it works. A server that goes away before anything was
    /// heard is asked again.
    ///
    /// - Throws: `Problem.unavailable` when the server is down, goes away or is too slow; `.invalid` for a voice it does not have; `.tooLarge`
    ///   for a text it finds too long; what `onAudio` throws; `CancellationError`.
    public func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        guard request.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
        let isHeard = Mutex(false)
        let voice = try await voice(for: request)
        let question = Wyoming.Message.synthesize(
            Synthesize(text: request.text, voice: voice, language: request.language.rawValue, speed: min(max(request.speed, 0.5), 2)))
        do {
            try await service.exchange(mayRepeat: { !isHeard.withLock { $0 } }) { connection in
                try await ask(question, on: connection)
                var rest: [UInt8] = []
                while true {
                    switch try await service.receive(from: connection) {
                    case .audioChunk(let layout, var bytes):
                        guard layout.width == 2 else {
                            throw service.unavailable("it sends \(layout.width * 8)-bit audio and Jarvis wants 16-bit: change its settings")
                        }
                        // Some servers cut anywhere.
                        let frame = 2 * layout.channels
                        if !rest.isEmpty || !bytes.count.isMultiple(of: frame) {
                            bytes = rest + bytes
                            rest = Array(bytes[(bytes.count / frame * frame)...])
                            bytes.removeLast(rest.count)
                        }
                        guard !bytes.isEmpty else { continue }
                        isHeard.withLock { $0 = true }
                        try await onAudio(AudioChunk(format: AudioFormat(rate: layout.rate, channels: layout.channels), bytes: bytes))
                    case .audioStop: return
                    default: continue
                    }
                }
            }
        } catch let problem as Problem where problem.code == .unavailable {
            // Another server, with other voices, may be there next time.
            known.withLock { $0 = nil }
            throw problem
        }
    }

    /// The installed voices, as the server lists them now.
    public func voices() async throws -> [Voice] {
        let voices = try await service.info().textToSpeech.flatMap { program in
            program.models.filter(\.about.isInstalled).map { Voice(name: $0.about.name, languages: $0.languages, engine: program.about.name) }
        }
        known.withLock { $0 = voices }
        return voices
    }

    /// The voice that was asked for, or else the server's first for the language: many servers look at the name only.
    private func voice(for request: SpeechRequest) async throws -> String? {
        if let voice = request.voice { return voice }
        var voices = known.withLock { $0 }
        if voices == nil { voices = try await self.voices() }
        return voices?.first { $0.languages.contains { Language(tag: $0) == request.language } }?.name
    }

    private func ask(_ question: Wyoming.Message, on connection: Connection) async throws {
        do {
            try await service.send(question, to: connection)
        } catch is WyomingService.ServerLost {
            // A server that hangs up on a question may have said why: that is read next.
        }
    }
}

extension WyomingService {
    /// What the server offers.
    func info() async throws -> Info {
        try await exchange { connection in
            try await send(.describe, to: connection)
            while true {
                if case .info(let info) = try await receive(from: connection) { return info }
            }
        }
    }
}
