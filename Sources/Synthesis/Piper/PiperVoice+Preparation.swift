private import Foundation

extension PiperVoice {
    /// The files of a prepared voice, in a folder of its own.
    enum Part {
        static let model = "model.onnx"
        static let tokens = "tokens.txt"
        static let configuration = "voice.json"
    }

    /// Makes a downloaded voice ready for the engine: its model with the metadata the engine asks for, and the numbers of its phonemes as the engine reads them.
    ///
    /// The voice appears at once and whole, in place of one of the same name; after an error nothing of it is there.
    /// What cannot be seen from outside, whether the model runs, `selfTest` tells: try it in a process of its own, which a bad model ends.
    /// - Parameters:
    ///   - onnx: the model's file; its name without `.onnx` is the voice's: `fr_FR-siwis-medium`.
    ///   - configuration: its `.onnx.json`.
    ///   - directory: where prepared voices are kept; made when missing.
    /// - Returns: the voice's folder, for `init(folder:phonemesBy:)`.
    /// - Throws: `badVoice` when a file is not what it should be; `failed` when nothing can be written.
    package static func prepare(onnx: String, configuration: String, into directory: String) throws(SynthesisError) -> String {
        let name = try name(of: onnx)
        let description = try PiperConfiguration(reading: configuration)
        guard let bytes = try? Data(contentsOf: URL(filePath: onnx), options: .mappedIfSafe) else {
            throw SynthesisError(.badVoice, "the voice's model is missing or cannot be read: \(onnx)")
        }
        let metadata = metadata(of: description)
        let model = try ONNXModel(bytes, without: Set(metadata.map(\.key)))
        try check(model, is: description)

        let folder = URL(filePath: directory).appending(path: name)
        let partial = URL(filePath: directory).appending(path: ".\(name).\(UUID().uuidString).partial")
        let files = FileManager.default
        do {
            try files.createDirectory(at: partial, withIntermediateDirectories: true)
            defer { try? files.removeItem(at: partial) }
            try Data(tokens(of: description).utf8).write(to: partial.appending(path: Part.tokens))
            try files.copyItem(at: URL(filePath: configuration), to: partial.appending(path: Part.configuration))
            let path = partial.appending(path: Part.model)
            try Data().write(to: path)
            let file = try FileHandle(forWritingTo: path)
            defer { try? file.close() }
            for range in model.kept { try file.write(contentsOf: bytes[range]) }
            for (key, value) in metadata { try file.write(contentsOf: ONNXModel.metadata(key, value)) }
            try file.synchronize()
            if files.fileExists(atPath: folder.path) { try files.removeItem(at: folder) }
            try files.moveItem(at: partial, to: folder)
        } catch {
            throw SynthesisError(.failed, "the voice \(name) could not be written to \(directory): is there room, and may Jarvis write there?")
        }
        return folder.path
    }

    private static func name(of onnx: String) throws(SynthesisError) -> String {
        let file = URL(filePath: onnx).lastPathComponent
        let name = file.hasSuffix(".onnx") ? String(file.dropLast(5)) : ""
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) || "-_.+".contains(Character($0))
        }
        guard !name.isEmpty, isPlain, !name.hasPrefix(".") else {
            throw SynthesisError(.badVoice, "a voice's model has a name like fr_FR-siwis-medium.onnx: letters, digits, '-' and '_'")
        }
        return name
    }

    private static func check(_ model: ONNXModel, is description: PiperConfiguration) throws(SynthesisError) {
        guard model.inputs.isSuperset(of: ["input", "input_lengths", "scales"]), !model.outputs.isEmpty else {
            throw SynthesisError(.badVoice, "the model is no Piper voice: it does not take input, input_lengths and scales")
        }
        guard model.inputs.contains("sid") == (description.speakerCount > 1) else {
            throw SynthesisError(.badVoice, "the model and its description disagree on how many speakers there are: download both again")
        }
    }

    /// What sherpa-onnx reads from the model of a Piper voice.
    private static func metadata(of description: PiperConfiguration) -> [(key: String, value: String)] {
        [
            ("model_type", "vits"), ("comment", "piper"), ("language", description.languageName), ("voice", description.espeakVoice), ("has_espeak", "1"),
            ("n_speakers", String(description.speakerCount)), ("sample_rate", String(description.sampleRate)),
        ]
    }

    /// A line for each phoneme: its sign, a space, its number.
    private static func tokens(of description: PiperConfiguration) -> String {
        description.phonemes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { "\($0.key) \($0.value)\n" }.joined()
    }
}
