private import Base
private import Foundation

/// A model for sherpa-onnx in a folder of its own, as its `model.json` describes it:
///
///     {"name": "whisper-base", "kind": "whisper", "languages": ["fr", "en"], "licence": "MIT", "source": "https://…",
///      "files": {"encoder": "encoder.onnx", "decoder": "decoder.onnx", "tokens": "tokens.txt"}}
package struct SpeechModel: Sendable, Hashable {
    /// The architecture, and with it the files that there must be.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case whisper, moonshine, paraformer, canary, transducer
        case nemoCTC = "nemo-ctc", nemoTransducer = "nemo-transducer", senseVoice = "sense-voice", zipformerCTC = "zipformer-ctc"
        case streamingTransducer = "streaming-transducer", streamingParaformer = "streaming-paraformer"
        /// Not speech to text: embeddings of voices.
        case speaker

        var isStreaming: Bool { self == .streamingTransducer || self == .streamingParaformer }
        /// Whether it says in which language it heard something, when it was not told.
        var detectsLanguage: Bool { self == .whisper || self == .senseVoice }
        /// Whether names can be made likelier while it searches.
        var takesHotWords: Bool { self == .transducer || self == .streamingTransducer }

        var files: [String] {
            switch self {
            case .whisper, .canary, .streamingParaformer: ["encoder", "decoder", "tokens"]
            case .moonshine: ["tokens"]
            case .transducer, .nemoTransducer, .streamingTransducer: ["encoder", "decoder", "joiner", "tokens"]
            case .paraformer, .nemoCTC, .senseVoice, .zipformerCTC: ["model", "tokens"]
            case .speaker: ["model"]
            }
        }
    }

    package let name: String
    package let kind: Kind
    /// ISO 639-1.
    package let languages: [String]
    /// Absolute paths by their part: `encoder`, `tokens` …
    package let files: [String: String]
    package let licence: String
    package let source: String
    /// How words are parted into tokens (`bpe`, `cjkchar`), where hot words can be; with `bpe`, a file `vocabulary` lists the pieces.
    let modelingUnit: String?

    /// Reads `model.json`.
    /// - Throws: `RecognitionError` for what is missing, unknown, or outside the folder.
    package init(folder: String) throws(RecognitionError) {
        let path = folder + "/model.json"
        guard let data = FileManager.default.contents(atPath: path), data.count < 1_000_000 else { throw RecognitionError(.model, "there is no \(path)") }
        guard case .object(let object)? = try? JSON.decode(JSONValue.self, from: data), let name = object["name"]?.string, !name.isEmpty else {
            throw RecognitionError(.model, "\(path) does not describe a model")
        }
        guard let kind = object["kind"]?.string.flatMap(Kind.init) else {
            throw RecognitionError(.model, "\(path) has no kind that is known: \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        var files: [String: String] = [:]
        for (part, value) in object["files"]?.object ?? [:] {
            guard let file = value.string, !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
                throw RecognitionError(.model, "\(path): \(part) is not a file in the folder")
            }
            guard access("\(folder)/\(file)", R_OK) == 0 else { throw RecognitionError(.model, "\(name) lacks \(file)") }
            files[part] = "\(folder)/\(file)"
        }
        for part in kind.files where files[part] == nil { throw RecognitionError(.model, "\(path) names no file for \(part)") }
        if kind == .moonshine, files["merged_decoder"] == nil {
            for part in ["preprocessor", "uncached_decoder", "cached_decoder"] where files[part] == nil {
                throw RecognitionError(.model, "\(path) names no file for \(part)")
            }
        }
        self.name = name
        self.kind = kind
        self.files = files
        languages = object["languages"]?.array?.compactMap(\.string) ?? []
        licence = object["licence"]?.string ?? ""
        source = object["source"]?.string ?? ""
        let unit = object["modelingUnit"]?.string
        modelingUnit = unit == "bpe" && files["vocabulary"] == nil ? nil : unit
        guard kind == .speaker || !languages.isEmpty else { throw RecognitionError(.model, "\(path) names no language") }
    }
}
