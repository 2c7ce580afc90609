/// A model of sherpa-onnx as an engine. Its utterances take turns on a thread of its own, on which the model may use several cores.
package final class SherpaRecognizer: Recognizer {
    package let name: String
    package let languages: [String]

    private let engine: Engine
    private let threads = EngineThreads(count: 1)
    private let utterances: OpenCount

    enum Engine: Sendable {
        case offline(OfflineModel, detectsLanguage: Bool)
        case streaming(StreamingModel)
    }

    /// Loads the model, which takes seconds: not on a thread that others wait for.
    /// - Parameter cores: that one utterance may use.
    /// - Throws: `RecognitionError` for a model that is not one for speech, or cannot be loaded.
    package init(_ model: SpeechModel, cores: Int = 2, limit: Int = 32) throws(RecognitionError) {
        name = model.name
        languages = model.languages
        utterances = OpenCount(limit: limit)
        engine =
            model.kind.isStreaming
            ? .streaming(try StreamingModel(model, threads: 1))
            : .offline(try OfflineModel(model, threads: cores), detectsLanguage: model.kind.detectsLanguage && model.languages.count > 1)
    }

    package func open(_ request: RecognitionRequest) throws -> any Recognition {
        let wanted = request.languages.isEmpty ? languages : request.languages.filter(languages.contains)
        guard !wanted.isEmpty else { throw RecognitionError(.language, "\(name) does not know \(request.languages.joined(separator: ", "))") }
        var request = request
        request.languages = wanted
        let ticket = try utterances.take()
        switch engine {
        case .offline(let model, let detects):
            return OfflineRecognition(model, name: name, request: request, detectsLanguage: detects, threads: threads, ticket: ticket)
        case .streaming(let model): return StreamingRecognition(model, name: name, request: request, threads: threads, ticket: ticket)
        }
    }
}
