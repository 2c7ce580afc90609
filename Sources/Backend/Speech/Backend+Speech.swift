import API
import Base
import Domain
import Foundation
import HTTPServer
import Speech
import VoicePrints

extension Backend {
    /// Three sentences, base64 in JSON.
    private static let voiceLimit = 8 << 20
    /// Seconds of one sentence.
    private static let sentenceLimit = 30.0

    func addSpeechRoutes(to router: inout Router) {
        parts.speech.addSynthesis(to: &router)
        parts.speech.addTranscription(to: &router)

        // The caller's own voice; nobody can ask for, or delete, another's.
        router.get("/voice-print") { request in
            guard let print = try await voices().about(try request.caller) else { throw Problem(.notFound, "your voice is not known: POST /voice-print") }
            return try .json(VoicePrintBody(model: print.model, sentences: print.sentences, enrolledAt: print.enrolledAt))
        }
        router.post("/voice-print", maximumBody: Self.voiceLimit) { request in
            let body: VoicePrintRequest = try request.decode()
            guard body.recordings.count <= 6 else { throw Problem(.invalid, "six recordings are enough") }
            var recordings: [AudioChunk] = []
            for recording in body.recordings {
                recordings.append(try await Recording(recording).audio(parts.speech.parts.decoder, upTo: Self.sentenceLimit))
            }
            try await voices().enrol(recordings, for: try request.caller)
            guard let print = try await voices().about(try request.caller) else { throw Problem(.conflict, "your voice was deleted meanwhile") }
            return try .json(VoicePrintBody(model: print.model, sentences: print.sentences, enrolledAt: print.enrolledAt), status: .created)
        }
        router.delete("/voice-print") { request in
            guard try await voices().forget(try request.caller) else { throw Problem(.notFound, "your voice is not known") }
            return Response(.noContent)
        }
    }

    private func voices() throws(Problem) -> VoiceBook {
        guard let voices = parts.voices else {
            throw Problem(.unavailable, "there is no model that tells voices apart: run scripts/setup run, or install one with jarvis models pull")
        }
        return voices
    }
}
