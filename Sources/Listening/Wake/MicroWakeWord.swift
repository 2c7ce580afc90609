private import Foundation

/// The manifest beside a microWakeWord model.
private struct MicroManifest: Decodable {
    struct Micro: Decodable {
        var probability_cutoff: Float
        var sliding_window_size: Int
        var feature_step_size: Int
    }
    var model: String
    var micro: Micro
}

/// A microWakeWord model, read once and shared by streams.
struct MicroModel: Sendable {
    let name: String
    /// The mean probability its makers take for the word.
    let cutoff: Float
    /// How many probabilities they average.
    let window: Int
    let tensors: TensorModel

    /// `folder/name.json` and the model it names.
    init(folder: String, name: String) throws {
        let path = "\(folder)/\(name).json"
        guard let data = FileManager.default.contents(atPath: path) else { throw ListeningError.missing(path) }
        guard let manifest = try? JSONDecoder().decode(MicroManifest.self, from: data), !manifest.model.contains("/") else {
            throw ListeningError.unusable(path, "it is no manifest of microWakeWord")
        }
        guard manifest.micro.feature_step_size == 10, (1...50).contains(manifest.micro.sliding_window_size) else {
            throw ListeningError.unusable(path, "its features are not 10 ms apart")
        }
        self.name = name
        cutoff = manifest.micro.probability_cutoff
        window = manifest.micro.sliding_window_size
        tensors = try TensorModel(path: "\(folder)/\(manifest.model)")
        let graph = try TensorGraph(tensors)
        guard graph.input.shape.count == 3, graph.input.shape[2] == MicroFrontend.channels, graph.output.count == 1 else {
            throw ListeningError.unusable(tensors.path, "it does not listen to 40 channels")
        }
    }
}

/// microWakeWord on one stream: features in, the mean of the last probabilities out.
final class MicroWakeWord {
    let model: MicroModel
    private let graph: TensorGraph
    private let stride: Int
    private var pending: [Float] = []
    private var recent: [Float] = []

    init(_ model: MicroModel) throws {
        self.model = model
        graph = try TensorGraph(model.tensors)
        stride = graph.input.shape[1]
    }

    /// Takes features of 10 ms each; calls `each` with the sliding mean, and the feature behind it as it is counted in `features`.
    func feed(_ features: ArraySlice<Float>, each: (Float, Int) -> Void) {
        let needed = stride * MicroFrontend.channels
        for (index, value) in features.enumerated() {
            pending.append(value)
            guard pending.count == needed else { continue }
            for (position, value) in pending.enumerated() { graph.input.set(value, at: position) }
            pending.removeAll(keepingCapacity: true)
            guard graph.run() else { continue }
            if recent.count == model.window { recent.removeFirst() }
            recent.append(graph.output.value(at: 0))
            if recent.count == model.window { each(recent.reduce(0, +) / Float(recent.count), index / MicroFrontend.channels) }
        }
    }

    /// Forgets the probabilities of before a pause.
    func restart() {
        pending.removeAll(keepingCapacity: true)
        recent.removeAll(keepingCapacity: true)
    }
}
