import Foundation
import TestSupport
import Testing

@testable import Recognition

@Suite(.timeLimit(.minutes(2))) struct VoiceEncoderTests {
    @Test func aToneIsInItsBand() {
        let tone = (0..<16_000).map { Float(sin(2 * Double.pi * 1_000 * Double($0) / 16_000)) }
        let frames = MelSpectrum().frames(tone)
        #expect(frames.count == 101 * MelSpectrum.bands)
        let row = frames[50 * MelSpectrum.bands..<51 * MelSpectrum.bands]
        // 1,000 Hz is 15 of 45.2 on the scale: between the 13th and the 14th of 40 bands.
        let loudest = row.enumerated().max { $0.element < $1.element }?.offset
        #expect(loudest == 12 || loudest == 13)
        // The window makes 10,000 of the tone in its bin and 2,500 in each beside it; where bands of 150 Hz overlap, they weigh 1 / 75 together.
        #expect(abs(row.reduce(0, +) - 200) < 10)
        #expect(frames[50 * MelSpectrum.bands + 30] < 0.01)
    }

    @Test func tellsSpeakersApart() throws {
        guard let encoder = try model() else { return }
        guard let first = samples("speech_jfk/jfk.wav"), let second = samples("speech_cheetah/test_fr.wav") else {
            return print("skipped: the recordings are not here")
        }
        let halves = [first, second].flatMap { [$0.dropFirst(8_000).prefix(32_000), $0.suffix(32_000)] }
        let heard = try halves.map { try encoder.embed(Array($0)) }
        func cosine(_ one: Int, _ other: Int) -> Float { zip(heard[one], heard[other]).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(heard.allSatisfy { abs($0.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4 })
        for mixed in [(0, 2), (0, 3), (1, 2), (1, 3)] {
            #expect(cosine(0, 1) > cosine(mixed.0, mixed.1) && cosine(2, 3) > cosine(mixed.0, mixed.1))
        }
        // Quieter by 20 dB it is still the same voice.
        let quiet = try encoder.embed(halves[0].map { $0 / 10 })
        #expect(zip(quiet, heard[0]).reduce(0) { $0 + $1.0 * $1.1 } > 0.95)
    }

    @Test func tooLittleSpeechIsRefused() throws {
        guard let encoder = try model() else { return }
        for samples in [[], [Int16](repeating: 0, count: 48_000), (0..<3_000).map { Int16(truncatingIfNeeded: $0 * 7_919) }] {
            let error = #expect(throws: RecognitionError.self) { try encoder.embed(samples) }
            // Not the model: the recording is to be made again.
            #expect(error?.reason == .audio)
        }
    }

    @Test func damagedModelsAreRefused() throws {
        let folder = try Paths.temporaryFolder()
        let header = #"{"linear.bias":{"dtype":"F32","shape":[256],"data_offsets":[0,1024]}}"#
        let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
        for bytes in [[], [1, 2, 3], [UInt8](repeating: 255, count: 64), length + Array(header.utf8), length + Array(header.utf8) + [0, 0]] {
            let path = folder.file("model")
            try Data(bytes).write(to: URL(filePath: path))
            #expect(throws: RecognitionError.self) { try VoiceEncoder(path: path) }
        }
        #expect(throws: RecognitionError.self) { try VoiceEncoder(path: folder.file("none")) }
    }

    private func model() throws -> VoiceEncoder? {
        let path = Paths.root.appending(path: ".jarvis/speech/models/ge2e-voice-encoder.safetensors").path
        guard FileManager.default.fileExists(atPath: path) else {
            print("skipped: there is no voice model here; scripts/setup makes it")
            return nil
        }
        return try VoiceEncoder(path: path)
    }

    /// Of a plain 16 kHz file.
    private func samples(_ path: String) -> [Int16]? {
        guard let url = Paths.shared("data/speech/\(path)"), let data = try? Data(contentsOf: url).dropFirst(44) else { return nil }
        return stride(from: data.startIndex, to: data.endIndex - 1, by: 2).map { Int16(bitPattern: UInt16(data[$0]) | UInt16(data[$0 + 1]) << 8) }
    }
}
