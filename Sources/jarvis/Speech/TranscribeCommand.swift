import Base
import Domain
import Intents
import Speech

/// `jarvis transcribe`: what recordings say.
enum TranscribeCommand {
    /// Of a recording, in seconds: what one utterance may have.
    private static let longest = 600.0

    private struct Line: Encodable {
        struct Word: Encodable { var text: String, start: Double, end: Double }

        var file: String
        var text: String
        var language: String?
        var confidence: Double?
        var engine: String?
        /// In seconds.
        var duration: Double
        var words: [Word]
    }

    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let language = try invocation.spokenLanguage(command: "jarvis transcribe").flatMap(Language.init)
        let languages = language.map { [$0] } ?? [configuration.language] + Language.allCases.filter { $0 != configuration.language }
        let home = try IntentsCommand.home(invocation.value(of: "home") ?? configuration.homeFile)
        let request = TranscriptionRequest(languages: languages, hotWords: SpokenSentences.names(of: home), model: invocation.value(of: "model"))
        let areAllDone = try await BriefWorker.with(configuration, home: home) { worker in
            try await Recordings(invocation: invocation, decoder: worker.decoder, longest: longest).each { file, audio in
                let heard: Transcript
                do {
                    heard = try await worker.transcriber.transcribe(audio, request)
                } catch let problem as Problem {
                    throw await failure(problem, request, worker)
                }
                let line = Line(
                    file: file, text: heard.text, language: heard.language?.rawValue, confidence: heard.confidence?.inThousandths, engine: heard.engine,
                    duration: audio.duration.inThousandths,
                    words: heard.words.map { .init(text: $0.text, start: $0.start.inThousandths, end: $0.end.inThousandths) })
                try invocation.print([line]) { invocation.operands.count == 1 ? $0.text : "\($0.file): \($0.text)" }
                if heard.text.isEmpty {
                    invocation.console.complain(invocation.language(fr: "Rien n'a été compris dans \(file).", en: "Nothing was understood in \(file)."))
                }
            }
        }
        return areAllDone ? ExitCode.done : ExitCode.failed
    }

    private static func failure(_ problem: Problem, _ request: TranscriptionRequest, _ worker: SpeechWorker) async -> any Error {
        guard problem.code != .tooLarge, let info = try? await worker.info() else { return BriefWorker.failure(problem) }
        let models = info.speechToText.flatMap(\.models).filter(\.about.isInstalled)
        if let model = request.model {
            let names = models.map(\.about.name).joined(separator: ", ")
            return Recordings.Hopeless(
                Failure(
                    fr: "Le modèle « \(model) » ne peut pas servir. Ceux qui le peuvent : \(names.isEmpty ? "aucun" : names).",
                    en: "The model `\(model)` cannot be used. Those that can: \(names.isEmpty ? "none" : names)."))
        }
        let understands = models.contains { $0.languages.contains { tag in request.languages.contains { Language(tag: tag) == $0 } } }
        guard !understands else { return BriefWorker.failure(problem) }
        return Recordings.Hopeless(
            Failure(
                fr: "Aucun modèle installé ne comprend cette langue ; « jarvis models list --available » montre ceux qui s'installent.",
                en: "No installed model understands this language; `jarvis models list --available` shows those that can be installed."))
    }
}
