private import CSherpaOnnx
private import Foundation

/// A neural voice of Piper (VITS; github.com/OHF-Voice/piper1-gpl), run by sherpa-onnx on phonemes from espeak-ng.
///
/// Each voice has a thread of its own. Texts that are said at once take turns sentence by sentence; a sentence itself cannot be interrupted.
package actor PiperVoice: SpeechEngine {
    /// The pause after a sentence, in seconds, as Piper has it.
    private static let pause = 0.2

    private let thread: EngineThread
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    package nonisolated let voice: SpeechVoice
    package nonisolated var voices: [SpeechVoice] { [voice] }
    private let configuration: PiperConfiguration
    private let espeak: Espeak
    private let espeakVoice: String
    private let model: Model

    /// Loads a prepared voice; takes about a second.
    ///
    /// - Parameters:
    ///   - folder: as `prepare` returned it. Its name is the voice's.
    ///   - espeak: makes the phonemes.
    /// - Throws: `badVoice` when its files are missing or are not what they should be.
    /// - Warning: the library ends the process on some broken models: load a voice first in a process that nobody will miss.
    package init(folder: String, phonemesBy espeak: Espeak) throws(SynthesisError) {
        let url = URL(filePath: folder)
        configuration = try PiperConfiguration(reading: url.appending(path: Part.configuration).path)
        guard let espeakVoice = espeak.voices.named(configuration.espeakVoice) else {
            throw SynthesisError(.badVoice, "espeak-ng has no voice '\(configuration.espeakVoice)' to make the phonemes: check espeak-ng-data")
        }
        self.espeak = espeak
        self.espeakVoice = espeakVoice.name
        model = try Model(url.appending(path: Part.model).path, url.appending(path: Part.tokens).path, configuration)
        guard model.sampleRate == configuration.sampleRate else {
            throw SynthesisError(.badVoice, "the voice's model and its description disagree on the sample rate: prepare it again")
        }
        voice = Self.describe(url, configuration)
        thread = EngineThread("piper \(url.lastPathComponent)")
    }

    /// What a prepared voice says of itself, without loading it.
    package static func describe(folder: String) throws(SynthesisError) -> SpeechVoice {
        let url = URL(filePath: folder)
        return describe(url, try PiperConfiguration(reading: url.appending(path: Part.configuration).path))
    }

    package nonisolated func say(_ piece: SpeechPiece, into audio: AsyncStream<[UInt8]>.Continuation) async throws(SynthesisError) {
        guard piece.voice == voice.name else { throw SynthesisError(.unknownVoice, "\(voice.name) is not the voice that was asked for") }
        let speaker = piece.speaker.map { voice.speakers.firstIndex(of: $0) } ?? 0
        guard let speaker else { throw SynthesisError(.unknownVoice, "the voice \(voice.name) has no such speaker") }
        let clauses = try await espeak.clauses(of: piece.text, voice: espeakVoice)
        let sentences = PiperPhonemes.sentences(of: clauses, voice: configuration.espeakVoice)
        for (index, sentence) in sentences.enumerated() {
            let pause = piece.isLast && index == sentences.count - 1 ? 0 : Self.pause
            guard !Task.isCancelled, try await say(sentence, speaker, piece, pause: pause, into: audio) else { return }
        }
    }

    /// Has the model say each of its phonemes once, by its first and last speaker: whether it runs, and makes sound.
    ///
    /// - Throws: `badVoice`.
    /// - Warning: a model that lies about itself may end the process.
    package func selfTest() throws(SynthesisError) {
        let phonemes = configuration.phonemes.keys.sorted().filter { !["^", "$", "_"].contains($0) }
        for speaker in Set([0, configuration.speakerCount - 1]) {
            let samples = try model.say(phonemes, speaker, speed: 1) { Array($0) }
            guard !samples.isEmpty, samples.allSatisfy(\.isFinite) else { throw SynthesisError(.badVoice, "the voice \(voice.name) makes no sound") }
        }
    }

    /// - Returns: whether to go on: false when the reader has left.
    private func say(
        _ sentence: [Unicode.Scalar], _ speaker: Int, _ piece: SpeechPiece, pause: Double, into audio: AsyncStream<[UInt8]>.Continuation
    ) throws(SynthesisError) -> Bool {
        // The model has one scale, of lengths; sherpa-onnx makes it of the speed.
        let speed = Float(piece.speed / configuration.lengthScale)
        // A second at a time.
        let chunk = configuration.sampleRate
        let silence = Int(Double(configuration.sampleRate) * pause)
        let gain = Float(piece.volume) * Float(Int16.max)
        let end = try model.say(sentence, speaker, speed: speed) { samples -> AsyncStream<[UInt8]>.Continuation.YieldResult? in
            for start in stride(from: 0, to: samples.count, by: chunk) {
                let part = samples[start..<min(start + chunk, samples.count)]
                let result = audio.yield(Self.bytes(of: part, gain: gain, silence: start + chunk < samples.count ? 0 : silence))
                if case .enqueued = result { continue }
                return result
            }
            return nil
        }
        switch end {
        case nil: return true
        case .dropped: throw SynthesisError(.overrun, "the audio was not taken in time")
        default: return false
        }
    }

    private static func bytes(of samples: Slice<UnsafeBufferPointer<Float>>, gain: Float, silence: Int) -> [UInt8] {
        let count = (samples.count + silence) * 2
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            buffer.withMemoryRebound(to: Int16.self) { written in
                var next = 0
                for sample in samples {
                    // Not a number is silence.
                    let scaled = sample * gain
                    written[next] = Int16(littleEndian: Int16(max(-32768, min(32767, scaled.isNaN ? 0 : scaled))))
                    next += 1
                }
                for index in next..<written.count { written[index] = 0 }
            }
            filled = count
        }
    }

    /// Where a voice is from, as its `model.json` says.
    private struct Origin: Decodable {
        var licence: String?
        var source: String?
    }

    private static func describe(_ folder: URL, _ configuration: PiperConfiguration) -> SpeechVoice {
        let name = folder.lastPathComponent
        let origin = FileManager.default.contents(atPath: folder.appending(path: "model.json").path).flatMap {
            try? JSONDecoder().decode(Origin.self, from: $0)
        }
        let tag = LanguageTag.normal(configuration.language.isEmpty ? configuration.espeakVoice : configuration.language)
        let base = String(tag.prefix { $0 != "-" })
        let given = name.split(separator: "-").dropFirst().first.map(String.init) ?? name
        return SpeechVoice(
            name: name, title: "\(given.capitalized) (\(configuration.languageName), \(configuration.quality))", languages: tag == base ? [tag] : [tag, base],
            engine: "piper", sampleRate: configuration.sampleRate, speakers: configuration.speakers,
            licence: origin?.licence ?? "not known", source: origin?.source ?? "https://huggingface.co/rhasspy/piper-voices")
    }
}

/// The library's handle of a loaded model.
private final class Model {
    private let handle: OpaquePointer
    let sampleRate: Int

    init(_ model: String, _ tokens: String, _ configuration: PiperConfiguration) throws(SynthesisError) {
        let paths = [model, tokens, "cpu"].map { Array($0.utf8CString) }
        var settings = SherpaOnnxOfflineTtsConfig()
        settings.model.vits.noise_scale = Float(configuration.noiseScale)
        settings.model.vits.noise_scale_w = Float(configuration.noiseWidth)
        settings.model.vits.length_scale = 1
        // More would take from the recogniser, and from other voices.
        settings.model.num_threads = Int32(max(1, min(4, ProcessInfo.processInfo.activeProcessorCount / 2)))
        settings.max_num_sentences = 1
        settings.silence_scale = 1
        let handle = paths[0].withUnsafeBufferPointer { model in
            paths[1].withUnsafeBufferPointer { tokens in
                paths[2].withUnsafeBufferPointer { provider in
                    settings.model.vits.model = model.baseAddress
                    settings.model.vits.tokens = tokens.baseAddress
                    settings.model.provider = provider.baseAddress
                    return SherpaOnnxCreateOfflineTts(&settings)
                }
            }
        }
        guard let handle else { throw SynthesisError(.badVoice, "the engine cannot load the voice: prepare it again") }
        self.handle = handle
        sampleRate = Int(SherpaOnnxOfflineTtsSampleRate(handle))
    }

    deinit { SherpaOnnxDestroyOfflineTts(handle) }

    /// - Parameter body: takes the samples, from -1 to 1, valid until it returns.
    func say<Result>(
        _ phonemes: [Unicode.Scalar], _ speaker: Int, speed: Float, body: (UnsafeBufferPointer<Float>) -> Result
    ) throws(SynthesisError) -> Result {
        var settings = SherpaOnnxGenerationConfig()
        settings.silence_scale = 1
        settings.speed = speed
        settings.sid = Int32(speaker)
        settings.phoneme_codepoints_num_sentences = 1
        let points = phonemes.map { Int32($0.value) }
        var length = Int32(points.count)
        let audio = points.withUnsafeBufferPointer { points in
            withUnsafePointer(to: &length) { length in
                settings.phoneme_codepoints = points.baseAddress
                settings.phoneme_codepoints_lens = length
                return SherpaOnnxOfflineTtsGenerateWithConfig(handle, "", &settings, nil, nil)
            }
        }
        guard let audio else { throw SynthesisError(.failed, "the engine could not say a sentence") }
        defer { SherpaOnnxDestroyOfflineTtsGeneratedAudio(audio) }
        return body(UnsafeBufferPointer(start: audio.pointee.samples, count: Int(audio.pointee.n)))
    }
}
