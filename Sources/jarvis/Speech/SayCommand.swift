import AudioCodecs
import Base
import Domain
import Foundation
import Speech
import Synchronization
import Understanding

/// `jarvis say`: a text as a recording.
enum SayCommand {
    private static let name = "jarvis say"

    private enum Format { case wav, opus }

    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        guard let out = invocation.value(of: "out") else { throw UsageError(name, .missing(Words(fr: "--out FICHIER", en: "--out FILE"))) }
        let format = try format(of: out)
        let text = invocation.operands.joined(separator: " ")
        let isMarkup = text.contains("<speak")
        let said = isMarkup ? text.replacing(#/<[^>]*>/#, with: " ") : text
        let wanted = try invocation.spokenLanguage(command: name).flatMap(Language.init)
        let request = SpeechRequest(
            text: text, language: wanted ?? LanguageGuess.language(of: said) ?? configuration.language,
            // The usual voice speaks the usual language.
            voice: invocation.value(of: "voice") ?? (wanted == nil || wanted == configuration.language ? configuration.ttsVoice : nil),
            speed: try speed(invocation) ?? configuration.ttsSpeed)
        let spoken = try await BriefWorker.with(configuration) { worker in
            let spoken = Mutex<AudioChunk?>(nil)
            do {
                try await worker.synthesizer.synthesize(request) { piece in
                    spoken.withLock { spoken in if spoken == nil { spoken = piece } else { spoken?.bytes += piece.bytes } }
                }
            } catch let problem as Problem {
                throw await failure(problem, request, worker)
            }
            return spoken.withLock { $0 }
        }
        guard let spoken, !spoken.bytes.isEmpty else {
            throw Failure(fr: "Il n'y a rien à dire dans ce texte.", en: "There is nothing to say in this text.")
        }
        let file =
            switch format {
            case .wav: WAV.file(spoken)
            case .opus: try OggOpus.file(spoken.bytes, rate: spoken.format.rate, channels: spoken.format.channels)
            }
        if out == "-" {
            invocation.console.write(file)
        } else {
            do { try Data(file).write(to: URL(filePath: out), options: .atomic) } catch {
                throw Failure(fr: "Impossible d'écrire \(out) ; le dossier existe-t-il ?", en: "Cannot write \(out); does its folder exist?")
            }
        }
        return ExitCode.done
    }

    private static func format(of out: String) throws -> Format {
        switch URL(filePath: out).pathExtension.lowercased() {
        case "wav", "wave": return .wav
        case "ogg", "opus": return .opus
        case "" where out == "-": return .wav
        default:
            let expected = Words(fr: "un fichier .wav, .ogg ou .opus, ou « - »", en: "a file .wav, .ogg or .opus, or `-`")
            throw UsageError(name, .badValue("--out", expected: expected))
        }
    }

    private static func speed(_ invocation: Invocation) throws -> Double? {
        guard let text = invocation.value(of: "speed") else { return nil }
        guard let speed = Double(text.replacing(",", with: ".")), (0.5...2).contains(speed) else {
            throw UsageError(name, .badValue("--speed", expected: Words(fr: "un nombre de 0,5 à 2", en: "a number from 0.5 to 2")))
        }
        return speed
    }

    private static func failure(_ problem: Problem, _ request: SpeechRequest, _ worker: SpeechWorker) async -> Failure {
        if problem.code == .tooLarge {
            return Failure(fr: "Le texte est trop long : 10 000 caractères au plus.", en: "The text is too long: 10,000 characters at most.")
        }
        guard problem.code == .invalid, let voices = try? await worker.synthesizer.voices() else { return BriefWorker.failure(problem) }
        if let voice = request.voice, !voices.contains(where: { $0.name == voice }) {
            let fitting = voices.filter { $0.languages.contains { Language(tag: $0) == request.language } }.map(\.name).joined(separator: ", ")
            return Failure(
                fr: "Il n'y a pas de voix « \(voice) ». Celles de cette langue : \(fitting).",
                en: "There is no voice `\(voice)`. Those of this language: \(fitting).")
        }
        return Failure(fr: "Ce SSML ne se lit pas : vérifiez ses balises.", en: "This SSML cannot be read: check its tags.")
    }
}
