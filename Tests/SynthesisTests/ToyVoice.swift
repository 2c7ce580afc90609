import Foundation

/// A voice in the form of Piper's whose sound says what went in: a block of equal samples for each phoneme's number, then blocks for the three scales,
/// the speaker (when it has several) and the count of numbers. A few hundred bytes of ONNX, made here.
struct ToyVoice {
    /// The first phonemes of Piper's own table, in the order of their numbers.
    static let phonemes = Array(
        ("_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊ"
            + "ʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞βθχᵻⱱ0123456789\u{327}\u{303}\u{32A}\u{32F}\u{329}ʰˤε↓#\u{22}↑\u{33A}\u{33B}g"
            + "ʦX\u{31D}\u{30A}ɝʷ").unicodeScalars)
    static let block = 64

    var speakers: [String] = []
    var espeakVoice = "fr"
    var language = "fr_FR"
    var lengthScale = 1.0

    /// What a run of the model was given.
    struct Run: Equatable {
        var ids: [Int]
        var noise: Double
        var length: Double
        var noiseWidth: Double
        var speaker: Int?
        var count: Int
    }

    /// Reads the sound of one sentence: samples without a pause.
    func heard(_ samples: some Collection<Int16>) -> Run {
        let samples = Array(samples)
        let values = stride(from: Self.block / 2, to: samples.count, by: Self.block).map { Double(samples[$0]) / 32767 }
        let tail = speakers.isEmpty ? 4 : 5
        let ids = values.dropLast(tail).map { Int(($0 * 256).rounded()) }
        let rest = Array(values.suffix(tail))
        func scale(_ value: Double) -> Double { (value * 16 * 100).rounded() / 100 }
        return Run(
            ids: ids, noise: scale(rest[0]), length: scale(rest[1]), noiseWidth: scale(rest[2]),
            speaker: speakers.isEmpty ? nil : Int((rest[3] * 256).rounded()), count: Int((rest[tail - 1] * 4096).rounded()))
    }

    /// Writes `name.onnx` and `name.onnx.json`.
    func write(_ name: String, into folder: URL) throws -> (onnx: String, configuration: String) {
        let onnx = folder.appending(path: "\(name).onnx"), json = folder.appending(path: "\(name).onnx.json")
        try Data(model).write(to: onnx)
        try JSONSerialization.data(withJSONObject: description).write(to: json)
        return (onnx.path, json.path)
    }

    var description: [String: Any] {
        [
            "audio": ["sample_rate": 22050, "quality": "medium"], "espeak": ["voice": espeakVoice], "phoneme_type": "espeak",
            "language": ["code": language, "name_english": language.hasPrefix("fr") ? "French" : "English"],
            "inference": ["noise_scale": 0.667, "length_scale": lengthScale, "noise_w": 0.8], "num_symbols": 256,
            "num_speakers": max(1, speakers.count), "speaker_id_map": Dictionary(uniqueKeysWithValues: speakers.enumerated().map { ($1, $0) }),
            "phoneme_id_map": Dictionary(
                Self.phonemes.enumerated().map { (String($1), [$0]) } + [("aɪ", [161])]
            ) { first, _ in first },
        ]
    }

    var model: [UInt8] {
        var graph = Message()
        func node(_ kind: String, _ inputs: [String], _ output: String, _ attribute: (String, Int)? = nil) {
            graph.add(1) { node in
                for input in inputs { node.add(1, input) }
                node.add(2, output)
                node.add(4, kind)
                guard let (name, value) = attribute else { return }
                node.add(5) { attribute in
                    attribute.add(1, name)
                    attribute.add(3, value)
                    attribute.add(20, 2)
                }
            }
        }
        func column(_ input: String, by factor: String, isWhole: Bool) -> String {
            if isWhole { node("Cast", [input], "\(input)f", ("to", 1)) }
            node("Mul", [isWhole ? "\(input)f" : input, factor], "\(input)m")
            node("Reshape", ["\(input)m", "column"], "\(input)c")
            return "\(input)c"
        }
        var columns = [column("input", by: "k256", isWhole: true), column("scales", by: "k16", isWhole: false)]
        if !speakers.isEmpty { columns.append(column("sid", by: "k256", isWhole: true)) }
        columns.append(column("input_lengths", by: "k4096", isWhole: true))
        node("Concat", columns, "all", ("axis", 0))
        node("Mul", ["all", "ones"], "blocks")
        node("Reshape", ["blocks", "row"], "output")
        graph.add(2, "toy")
        for (name, value) in [("k256", 256.0), ("k16", 16), ("k4096", 4096)] { graph.add(5) { $0.tensor(name, [1], floats: [Float(1 / value)]) } }
        graph.add(5) { $0.tensor("ones", [1, Self.block], floats: Array(repeating: 1, count: Self.block)) }
        graph.add(5) { $0.tensor("column", [2], wholes: [-1, 1]) }
        graph.add(5) { $0.tensor("row", [4], wholes: [1, 1, 1, -1]) }
        graph.add(11) { $0.value("input", type: 7, ["1", "N"]) }
        graph.add(11) { $0.value("input_lengths", type: 7, ["1"]) }
        graph.add(11) { $0.value("scales", type: 1, ["3"]) }
        if !speakers.isEmpty { graph.add(11) { $0.value("sid", type: 7, ["1"]) } }
        graph.add(12) { $0.value("output", type: 1, ["1", "1", "1", "T"]) }
        var model = Message()
        model.add(1, 8)
        model.add(7) { $0 = graph }
        model.add(8) { opset in
            opset.add(1, "")
            opset.add(2, 13)
        }
        return model.bytes
    }
}

/// A message of a protocol buffer, written field by field; numbers of fields are from `onnx.proto3`.
private struct Message {
    var bytes: [UInt8] = []

    mutating func add(_ field: Int, _ value: Int) {
        varint(UInt64(field) << 3)
        varint(UInt64(bitPattern: Int64(value)))
    }

    mutating func add(_ field: Int, _ text: String) { add(field, Array(text.utf8)) }

    mutating func add(_ field: Int, _ content: [UInt8]) {
        varint(UInt64(field) << 3 | 2)
        varint(UInt64(content.count))
        bytes += content
    }

    mutating func add(_ field: Int, _ body: (inout Message) -> Void) {
        var inner = Message()
        body(&inner)
        add(field, inner.bytes)
    }

    mutating func tensor(_ name: String, _ shape: [Int], floats: [Float] = [], wholes: [Int] = []) {
        for size in shape { add(1, size) }
        add(2, floats.isEmpty ? 7 : 1)
        add(8, name)
        add(9, floats.isEmpty ? wholes.flatMap { little(Int64($0)) } : floats.flatMap { little($0.bitPattern) })
    }

    mutating func value(_ name: String, type: Int, _ shape: [String]) {
        add(1, name)
        add(2) { kind in
            kind.add(1) { tensor in
                tensor.add(1, type)
                tensor.add(2) { dimensions in
                    for size in shape { dimensions.add(1) { dimension in if let size = Int(size) { dimension.add(1, size) } else { dimension.add(2, size) } } }
                }
            }
        }
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

    private mutating func varint(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }
}
