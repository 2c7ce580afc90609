import Base
private import Foundation

/// What a Piper voice says of itself in its `.onnx.json` (github.com/OHF-Voice/piper1-gpl, docs/VOICES.md).
struct PiperConfiguration: Sendable {
    /// The largest file that is read, in bytes: the largest known has 60 kB.
    static let largestFile = 4 << 20

    /// Samples a second.
    let sampleRate: Int
    /// espeak-ng's name of the voice whose phonemes it has learnt: `fr`, `en-us`, `en-gb-x-rp`.
    let espeakVoice: String
    /// `fr_FR`; empty when it does not say.
    let language: String
    /// For people: `French`.
    let languageName: String
    let quality: String
    /// Names in the order of their numbers; empty when there is one speaker.
    let speakers: [String]
    let speakerCount: Int
    let noiseScale: Double
    let lengthScale: Double
    let noiseWidth: Double
    /// The number of each phoneme that is one code point.
    let phonemes: [Unicode.Scalar: Int]

    /// - Throws: `badVoice`, with what is wrong.
    init(reading path: String) throws(SynthesisError) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw SynthesisError(.badVoice, "the voice has no description: \(path) is missing") }
        defer { try? file.close() }
        guard let bytes = try? file.read(upToCount: Self.largestFile + 1) ?? Data(), bytes.count <= Self.largestFile else {
            throw SynthesisError(.badVoice, "the voice's description is too large or cannot be read: \(path)")
        }
        try self.init(json: Array(bytes))
    }

    init(json: [UInt8]) throws(SynthesisError) {
        let root: JSONValue
        do { root = try JSONValue(parsing: json) } catch { throw Self.fault("it is \(error)") }
        let type = root["phoneme_type"]?.string ?? "espeak"
        guard type == "espeak" else { throw Self.fault("its phoneme_type '\(type.prefix(20))' is not espeak, the only one that is understood") }
        sampleRate = try Self.whole(root["audio"]?["sample_rate"], "audio.sample_rate", in: 8000...48000)
        guard let voice = root["espeak"]?["voice"]?.string, !voice.isEmpty else { throw Self.fault("it does not say espeak.voice") }
        espeakVoice = voice
        language = root["language"]?["code"]?.string ?? ""
        languageName = root["language"]?["name_english"]?.string ?? language
        quality = root["audio"]?["quality"]?.string ?? ""
        noiseScale = try Self.scale(root, "noise_scale", standard: 0.667)
        lengthScale = max(0.1, try Self.scale(root, "length_scale", standard: 1))
        noiseWidth = try Self.scale(root, "noise_w", standard: 0.8)
        speakerCount = try root["num_speakers"].map { value throws(SynthesisError) in try Self.whole(value, "num_speakers", in: 1...5000) } ?? 1
        speakers = try Self.speakers(root["speaker_id_map"], count: speakerCount)
        let symbols = try root["num_symbols"].map { value throws(SynthesisError) in try Self.whole(value, "num_symbols", in: 1...65536) } ?? 256
        phonemes = try Self.phonemes(root["phoneme_id_map"], symbols: symbols)
    }

    private static func fault(_ what: String) -> SynthesisError { SynthesisError(.badVoice, "the voice's description (.onnx.json) is wrong: \(what)") }

    private static func whole(_ value: JSONValue?, _ name: String, in range: ClosedRange<Int>) throws(SynthesisError) -> Int {
        guard let number = value?.number, let whole = Int(exactly: number), range.contains(whole) else {
            throw fault("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }

    private static func scale(_ root: JSONValue, _ name: String, standard: Double) throws(SynthesisError) -> Double {
        guard let value = root["inference"]?[name] else { return standard }
        guard let number = value.number, (0...10).contains(number) else { throw fault("inference.\(name) must be a number from 0 to 10") }
        return number
    }

    private static func speakers(_ map: JSONValue?, count: Int) throws(SynthesisError) -> [String] {
        guard count > 1 else { return [] }
        var names = (0..<count).map(String.init)
        for (name, value) in map?.object ?? [:] { names[try whole(value, "speaker_id_map", in: 0...count - 1)] = name }
        guard Set(names).count == count else { throw fault("two speakers of speaker_id_map have one name") }
        return names
    }

    private static func phonemes(_ map: JSONValue?, symbols: Int) throws(SynthesisError) -> [Unicode.Scalar: Int] {
        guard let members = map?.object, members.count <= 4096 else { throw fault("it has no phoneme_id_map") }
        var phonemes: [Unicode.Scalar: Int] = [:]
        for (phoneme, value) in members {
            let scalars = phoneme.unicodeScalars
            // Phonemes of several code points are for languages other than ours, and the engine has no place for them; a line break would break its file.
            guard let scalar = scalars.first, scalars.count == 1, scalar != "\n" else { continue }
            guard value.array.map({ $0.count == 1 }) ?? true else { throw fault("a phoneme of phoneme_id_map has several numbers") }
            phonemes[scalar] = try whole(value.array?.first ?? value, "a number of phoneme_id_map", in: 0...symbols - 1)
        }
        for (mark, meaning) in [("^", "a beginning"), ("$", "an end"), ("_", "a pad"), (" ", "a space")] as [(Unicode.Scalar, String)]
        where phonemes[mark] == nil {
            throw fault("phoneme_id_map lacks \(meaning) ('\(mark)')")
        }
        return phonemes
    }
}
