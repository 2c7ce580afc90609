/// openWakeWord's models, read once and shared by streams: sound to mel, mel to embeddings, embeddings to a word.
struct OpenModels: Sendable {
    /// Samples between embeddings.
    static let step = 1280
    static let embedding = 96
    fileprivate static let melBands = 32
    fileprivate static let melWindow = 76
    /// Samples that the mel stage looks back.
    fileprivate static let overlap = 480

    let mel: TensorModel
    let embedding: TensorModel

    init(folder: String) throws {
        mel = try TensorModel(path: "\(folder)/melspectrogram.tflite")
        embedding = try TensorModel(path: "\(folder)/embedding_model.tflite")
        _ = try Embeddings(self)
    }
}

/// Google's speech embeddings as openWakeWord uses them: one of 96 numbers for each 80 ms, about the 0.8 s before.
final class Embeddings {
    private let mel: TensorGraph
    private let embedding: TensorGraph
    private var bands = [Float](repeating: 0, count: OpenModels.melWindow * OpenModels.melBands)
    /// The bands of silence, and the embedding of it.
    private var silentBands: [Float] = []
    private(set) var silence: [Float] = []

    init(_ models: OpenModels) throws {
        mel = try TensorGraph(models.mel, inputShape: [1, Int32(OpenModels.overlap + OpenModels.step)])
        embedding = try TensorGraph(models.embedding, inputShape: [1, Int32(OpenModels.melWindow), Int32(OpenModels.melBands), 1])
        guard mel.output.count == 8 * OpenModels.melBands, mel.input.element == .float, mel.output.element == .float else {
            throw ListeningError.unusable(models.mel.path, "it makes no mel bands")
        }
        guard embedding.output.count == OpenModels.embedding, embedding.output.element == .float else {
            throw ListeningError.unusable(models.embedding.path, "it makes no embeddings")
        }
        for index in mel.input.floats.indices { mel.input.floats[index] = 0 }
        for _ in 0...OpenModels.melWindow / 8 { silence = Array(feed(repeatElement(0, count: OpenModels.step))) }
        silentBands = bands
    }

    /// As after a silence.
    func restart() {
        for index in mel.input.floats.indices { mel.input.floats[index] = 0 }
        bands.replaceSubrange(0..., with: silentBands)
    }

    /// Takes 80 ms; the embedding is valid until the next call.
    @discardableResult
    func feed(_ samples: some Collection<Int16>) -> UnsafeMutableBufferPointer<Float> {
        let sound = mel.input.floats
        for index in 0..<OpenModels.overlap { sound[index] = sound[OpenModels.step + index] }
        // As whole numbers of 16 bits, not as parts of one: so the model was trained.
        for (index, sample) in samples.enumerated() { sound[OpenModels.overlap + index] = Float(sample) }
        mel.run()
        let fresh = mel.output.floats
        bands.removeFirst(fresh.count)
        for value in fresh { bands.append(value / 10 + 2) }
        for (index, value) in bands.enumerated() { embedding.input.floats[index] = value }
        embedding.run()
        return embedding.output.floats
    }
}

/// A word of openWakeWord on one stream of embeddings.
final class OpenWord {
    private let graph: TensorGraph

    init(_ model: TensorModel) throws {
        graph = try TensorGraph(model)
        guard graph.input.element == .float, graph.input.count.isMultiple(of: OpenModels.embedding), graph.output.count == 1, graph.output.element == .float
        else { throw ListeningError.unusable(model.path, "it does not listen to embeddings") }
    }

    /// As after a silence, whose embedding is given.
    func restart(silence: [Float]) {
        for index in graph.input.floats.indices { graph.input.floats[index] = silence[index % OpenModels.embedding] }
    }

    /// The likelihood that the word ends here.
    func feed(_ embedding: UnsafeMutableBufferPointer<Float>) -> Float {
        let window = graph.input.floats
        let kept = window.count - OpenModels.embedding
        for index in 0..<kept { window[index] = window[index + OpenModels.embedding] }
        for index in 0..<OpenModels.embedding { window[kept + index] = embedding[index] }
        return graph.run() ? graph.output.floats[0] : 0
    }
}
