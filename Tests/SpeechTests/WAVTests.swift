import Domain
import Foundation
import Speech
import TestSupport
import Testing

struct WAVTests {
    private let audio = AudioChunk(format: AudioFormat(rate: 22050, channels: 2), bytes: [1, 0, 255, 127, 0, 128, 3, 4])

    @Test func writesGoldenBytes() {
        let expected: [UInt8] = [
            0x52, 0x49, 0x46, 0x46, 44, 0, 0, 0, 0x57, 0x41, 0x56, 0x45, 0x66, 0x6D, 0x74, 0x20, 16, 0, 0, 0, 1, 0, 2, 0, 0x22, 0x56, 0, 0, 0x88, 0x58, 1, 0,
            4, 0, 16, 0, 0x64, 0x61, 0x74, 0x61, 8, 0, 0, 0, 1, 0, 255, 127, 0, 128, 3, 4,
        ]
        #expect(WAV.file(audio) == expected)
    }

    @Test func comesBackAsItWas() throws {
        #expect(try WAV.read(WAV.file(audio)) == audio)
        #expect(try WAV.read(WAV.file(AudioChunk(format: AudioFormat(rate: 8000), bytes: []))).bytes.isEmpty)
    }

    @Test func aStreamEndsWithTheFile() throws {
        let header = WAV.header(audio.format, dataLength: nil)
        #expect(header.count == 44)
        #expect(Array(header[4..<8]) == [255, 255, 255, 255] && Array(header[40...]) == [255, 255, 255, 255])
        #expect(try WAV.read(header + audio.bytes) == audio)
        #expect(try WAV.read(header + audio.bytes + [9]) == audio)
    }

    private func file(tag: UInt16 = 1, bits: UInt16, _ samples: [UInt8], before: [UInt8] = []) -> [UInt8] {
        func little(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
        let format = little(tag) + little(UInt16(1)) + little(UInt32(8000)) + little(UInt32(8000)) + little(UInt16(1)) + little(bits)
        return Array("RIFF....WAVE".utf8) + before + Array("fmt ".utf8) + little(UInt32(16)) + format + Array("data".utf8) + little(UInt32(samples.count))
            + samples
    }

    @Test func otherWidthsBecomeSixteenBits() throws {
        #expect(try WAV.read(file(bits: 8, [128, 255, 0])).bytes == [0, 0, 0, 127, 0, 128])
        #expect(try WAV.read(file(bits: 24, [9, 1, 2, 9, 255, 127])).bytes == [1, 2, 255, 127])
        #expect(try WAV.read(file(bits: 32, [9, 9, 1, 2])).bytes == [1, 2])
        let floats: [Float] = [0, 1, -1, 0.5, .nan, 7]
        let bytes = floats.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } }
        #expect(try WAV.read(file(tag: 3, bits: 32, bytes)).bytes == [0, 0, 255, 127, 0, 128, 0, 64, 0, 0, 255, 127])
        // Unknown chunks are skipped, the padding of odd ones too.
        #expect(try WAV.read(file(bits: 16, [1, 2], before: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0])).bytes == [1, 2])
    }

    @Test func brokenFilesAreAProblem() {
        let whole = WAV.file(audio)
        for length in 0..<44 { #expect(throws: Problem.self, "\(length) bytes") { try WAV.read(whole[..<length]) } }
        #expect(throws: Problem.self) { try WAV.read(file(tag: 0x55, bits: 16, [1, 2])) }
        #expect(throws: Problem.self) { try WAV.read(file(bits: 12, [1, 2])) }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
            _ = try? WAV.read(bytes)
        }
    }

    private static let recording = Paths.shared("data/speech/speech_wyoming_faster_whisper/living_room_light_en.wav")

    @Test(.enabled(if: recording != nil || ProcessInfo.processInfo.environment["CI"] == "true", "no recordings beside the checkout"))
    func readsARecording() throws {
        let audio = try WAV.read(Data(contentsOf: try #require(Self.recording)))
        #expect(audio.format.rate == 16000 && audio.duration > 1)
    }
}
