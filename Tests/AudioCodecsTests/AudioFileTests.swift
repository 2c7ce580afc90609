import AudioCodecs
import Foundation
import TestSupport
import Testing

@Suite struct AudioFileTests {
    private func problem(_ file: [UInt8], upTo seconds: Double = 60) -> AudioError.Code? {
        do {
            _ = try AudioFile.read(file, upTo: seconds)
            return nil
        } catch { return error.code }
    }

    @Test func wavOfAllKinds() throws {
        for (rate, channels) in [(8_000, 1), (44_100, 2), (48_000, 2)] as [(UInt32, UInt16)] {
            let read = try AudioFile.read(
                wav(bytes(tone(500, seconds: 1, rate: Int(rate), channels: Int(channels))), rate: rate, channels: channels), upTo: 2)
            #expect(abs(read.count - 16_000) < 20 && abs(pitch(read) - 500) < 3)
        }
        let floats = [Float(0.5), .nan, .infinity, -2, 2].flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } }
        #expect(try AudioFile.read(wav(floats, bits: 32, kind: 3), upTo: 1) == [16_384, 0, 0, -32_768, 32_767])
        // One millisecond.
        #expect(try AudioFile.read(wav(bytes(tone(500, seconds: 0.001))), upTo: 1).count == 16)
    }

    @Test func lengthsThatLieAreNotBelieved() throws {
        let data = bytes(tone(500, seconds: 0.5))
        #expect(try AudioFile.read(wav(data, length: .max), upTo: 2).count == 8_000)
        #expect(try AudioFile.read(Array(wav(data).prefix(4_044)), upTo: 2).count == 2_000)
        #expect((try? AudioFile.read(wav(data, length: 2_000_000_000), upTo: 2).count) ?? 0 <= 8_000)
    }

    @Test func whatIsTooLongIsSaid() {
        #expect(problem(wav(bytes(tone(500, seconds: 2))), upTo: 1) == .tooLong)
        // Half a day of silence packs well: reading ends at the limit.
        #expect(problem(wav([UInt8](repeating: 0, count: 8_000_000), rate: 4_000), upTo: 60) == .tooLong)
    }

    @Test(arguments: [[], [1, 2, 3], Array("RIFF".utf8), Array("<html></html>".utf8), Array("OggS".utf8), [0x1A, 0x45, 0xDF, 0xA3]])
    func whatIsNoAudioIsRefused(_ file: [UInt8]) {
        #expect(problem(file) != nil)
    }

    @Test func theContentDecides() throws {
        guard let flac = Paths.shared("data/speech/speech_jfk/jfk.flac"), let aiff = Paths.shared("data/speech/speech_speech_recognition/french.aiff"),
            let stereo = Paths.shared("data/speech/speech_wyoming_faster_whisper/turn_on_the_living_room_lamp.wav")
        else { return print("skipped: the recordings are not here") }
        for (url, seconds) in [(flac, 11.0), (aiff, 2.53), (stereo, 2.99)] {
            let read = try AudioFile.read(Array(try Data(contentsOf: url)), upTo: 60)
            #expect(abs(Double(read.count) / 16_000 - seconds) < 0.02)
        }
    }

    /// Files spoilt in all manners end in samples or an error.
    @Test func spoiltFilesEnd() throws {
        var random = SplitMix(state: 11)
        let speech = tone(300, seconds: 0.4)
        let files = [wav(bytes(speech)), try OggOpus.file(bytes(speech), rate: 16_000), try webM(speech)]
        for round in 0..<600 {
            var file = files[round % 3]
            for _ in 0..<Int.random(in: 1...12, using: &random) { file[Int.random(in: 0..<file.count, using: &random)] = .random(in: 0...255, using: &random) }
            if round % 5 == 0 { file = Array(file.prefix(Int.random(in: 0..<file.count, using: &random))) }
            if let read = try? AudioFile.read(file, upTo: 5) { #expect(read.count <= 5 * 16_000) }
        }
    }

    // MARK: - WebM

    /// As browsers record: containers of unknown length, a block for each packet.
    private func webM(_ samples: [Int16], codec: String = "A_OPUS", flags: UInt8 = 0x80, known: Bool = false) throws -> [UInt8] {
        func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
            id + [0x10 | UInt8(content.count >> 24), UInt8(content.count >> 16 & 255), UInt8(content.count >> 8 & 255), UInt8(content.count & 255)] + content
        }
        let unknown: [UInt8] = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        let setup = Array("OpusHead".utf8) + [1, 1, 0x38, 0x01, 0x80, 0xBB, 0, 0, 0, 0, 0]
        let track = element([0xAE], element([0xD7], [1]) + element([0x86], Array(codec.utf8)) + element([0x63, 0xA2], setup))
        let encoder = try OpusEncoder(rate: 16_000)
        var blocks: [UInt8] = element([0xE7], [0])
        for start in stride(from: 0, to: samples.count - 319, by: 320) {
            blocks += element([0xA3], [0x81, 0, 0, flags] + (try encoder.packet(samples[start..<start + 320])))
        }
        let head = element([0x1A, 0x45, 0xDF, 0xA3], element([0x42, 0x82], Array("webm".utf8)))
        let body = element([0x16, 0x54, 0xAE, 0x6B], track)
        if known { return head + element([0x18, 0x53, 0x80, 0x67], body + element([0x1F, 0x43, 0xB6, 0x75], blocks)) }
        return head + [0x18, 0x53, 0x80, 0x67] + unknown + body + [0x1F, 0x43, 0xB6, 0x75] + unknown + blocks
    }

    @Test(arguments: [false, true]) func aBrowsersRecording(_ known: Bool) throws {
        let read = try AudioFile.read(try webM(tone(440, seconds: 2), known: known), upTo: 5)
        #expect(abs(read.count - 32_000 + 104) < 8 && abs(pitch(read) - 440) < 4)
        // Broken off in the middle it is read as far as it goes.
        let file = try webM(tone(440, seconds: 2), known: known)
        #expect(try AudioFile.read(Array(file.prefix(file.count / 2)), upTo: 5).count > 12_000)
    }

    @Test func otherRecordingsOfBrowsersAreRefused() throws {
        #expect(problem(try webM(tone(440, seconds: 0.1), codec: "A_VORBIS")) == .unreadable)
        #expect(problem(try webM(tone(440, seconds: 0.1), flags: 0x86)) == .unreadable)
        #expect(problem(try webM(tone(440, seconds: 2)), upTo: 1) == .tooLong)
    }
}
