import Foundation
import TestSupport
import Testing

@testable import Synthesis

@Suite struct PiperPreparationTests {
    private let folder: TemporaryFolder
    private let voices: String

    init() throws {
        folder = try Paths.temporaryFolder()
        voices = folder.file("voices")
    }

    /// Prepares a voice after a change to its files.
    private func prepare(_ toy: ToyVoice = ToyVoice(), model: ([UInt8]) -> [UInt8] = { $0 }, description: (inout [String: Any]) -> Void = { _ in }) throws
        -> String
    {
        let files = try toy.write("fr_FR-toy-medium", into: folder.url)
        try Data(model(toy.model)).write(to: URL(filePath: files.onnx))
        var json = toy.description
        description(&json)
        try JSONSerialization.data(withJSONObject: json).write(to: URL(filePath: files.configuration))
        return try PiperVoice.prepare(onnx: files.onnx, configuration: files.configuration, into: voices)
    }

    private var prepared: [String] { (try? FileManager.default.contentsOfDirectory(atPath: voices)) ?? [] }

    @Test func preparesAndPreparesAgain() async throws {
        let first = try prepare()
        #expect(first == "\(voices)/fr_FR-toy-medium")
        let model = try Data(contentsOf: URL(filePath: "\(first)/model.onnx"))
        #expect(try String(contentsOfFile: "\(first)/tokens.txt", encoding: .utf8).hasPrefix("_ 0\n^ 1\n$ 2\n  3\n! 4\n"))
        // A model that was prepared is prepared anew: nothing is in it twice.
        let again = try prepare(model: { _ in Array(model) })
        #expect(try Data(contentsOf: URL(filePath: "\(again)/model.onnx")) == model)
        #expect(prepared == ["fr_FR-toy-medium"])
        try await PiperVoice(folder: again, phonemesBy: try espeak.get()).selfTest()
    }

    @Test func whatIsNoModelIsRefused() throws {
        let whole = ToyVoice().model
        let wrong: [(String, ([UInt8]) -> [UInt8])] = [
            ("empty", { _ in [] }), ("a page", { _ in Array("<!DOCTYPE html><title>404</title>".utf8) }),
            ("a pointer", { _ in Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8) }),
            ("zeros", { _ in [UInt8](repeating: 0, count: 4096) }), ("cut short", { Array($0.dropLast(20)) }), ("half", { Array($0.prefix($0.count / 2)) }),
            ("something after it", { $0 + [0xFF, 0xFF, 0xFF] }),
            ("a length beyond all", { $0 + [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F] }),
        ]
        for (what, change) in wrong {
            let error = #expect(throws: SynthesisError.self, "\(what)") { try prepare(model: change) }
            #expect(error?.code == .badVoice, "\(what)")
        }
        // The model of something else, and one of several speakers.
        let other = #expect(throws: SynthesisError.self) {
            try prepare(model: { bytes in
                var bytes = bytes
                let name = Array("scales".utf8)
                for start in bytes.indices.dropLast(6) where Array(bytes[start..<start + 6]) == name { bytes[start] = UInt8(ascii: "x") }
                return bytes
            })
        }
        #expect(other?.description.contains("no Piper voice") == true)
        #expect(throws: SynthesisError.self) { try prepare(model: { _ in ToyVoice(speakers: ["a", "b"]).model }) }
        #expect(whole.count < 4096)
        #expect(prepared.isEmpty)
    }

    @Test func noChangeOfAModelGetsPastOrIsACrash() throws {
        var random = SeededGenerator(seed: 5)
        let whole = ToyVoice().model
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            do throws(SynthesisError) { _ = try ONNXModel(Data(bytes), without: ["comment"]) } catch { #expect(error.code == .badVoice) }
        }
    }

    @Test func whatLiesIsRefused() throws {
        let lies: [(String, (inout [String: Any]) -> Void)] = [
            ("no rate", { $0["audio"] = [String: Any]() }), ("a rate of 0", { $0["audio"] = ["sample_rate": 0] }),
            ("a rate of 1e9", { $0["audio"] = ["sample_rate": 1e9] }),
            ("half a hertz", { $0["audio"] = ["sample_rate": 22050.5] }), ("words for a rate", { $0["audio"] = ["sample_rate": "22050"] }),
            ("no speakers", { $0["num_speakers"] = 0 }), ("too many speakers", { $0["num_speakers"] = 1_000_000 }),
            ("two speakers", { $0["num_speakers"] = 2 }),
            ("no voice", { $0["espeak"] = nil }), ("another alphabet", { $0["phoneme_type"] = "pinyin" }), ("no phonemes", { $0["phoneme_id_map"] = nil }),
            ("a list", { $0["phoneme_id_map"] = [1, 2] }), ("no pad", { $0["phoneme_id_map"] = ["^": [1], "$": [2], " ": [3]] }),
            ("a negative number", { $0["phoneme_id_map"] = ["_": [-1], "^": [1], "$": [2], " ": [3]] }),
            ("a number beyond", { $0["phoneme_id_map"] = ["_": [256], "^": [1], "$": [2], " ": [3]] }),
            ("two numbers", { $0["phoneme_id_map"] = ["_": [0], "^": [1, 2], "$": [2], " ": [3]] }),
            ("a scale", { $0["inference"] = ["length_scale": 1e300] }), ("a word", { $0["inference"] = ["noise_w": "high"] }),
        ]
        for (what, lie) in lies {
            let error = #expect(throws: SynthesisError.self, "\(what)") { try prepare(description: lie) }
            #expect(error?.code == .badVoice, "\(what)")
        }
        #expect(prepared.isEmpty)
        for json in ["", "{", "[]", "null", "\u{FEFF}", "{\"audio\":[]}"] {
            #expect(throws: SynthesisError.self) { try PiperConfiguration(json: Array(json.utf8)) }
        }
        #expect(throws: SynthesisError.self) { try PiperConfiguration(json: [0xFF, 0xFE, 0x00]) }
    }

    @Test func badNamesAndPlacesAreRefused() throws {
        let files = try ToyVoice().write("toy", into: folder.url)
        for name in [".onnx", "a b.onnx", "..onnx", "vôix.onnx", "toy.bin"] {
            let place = folder.url.appending(path: name)
            try Data(ToyVoice().model).write(to: place)
            #expect(throws: SynthesisError.self, "\(name)") { try PiperVoice.prepare(onnx: place.path, configuration: files.configuration, into: voices) }
        }
        #expect(throws: SynthesisError.self) { try PiperVoice.prepare(onnx: folder.file("none.onnx"), configuration: files.configuration, into: voices) }
        #expect(throws: SynthesisError.self) { try PiperVoice.prepare(onnx: files.onnx, configuration: folder.file("none.json"), into: voices) }
        let unwritable = #expect(throws: SynthesisError.self) {
            try PiperVoice.prepare(onnx: files.onnx, configuration: files.configuration, into: "\(files.onnx)/x")
        }
        #expect(unwritable?.code == .failed)
        #expect(throws: SynthesisError.self) { try PiperVoice(folder: folder.file("nothing"), phonemesBy: try espeak.get()) }
    }
}
