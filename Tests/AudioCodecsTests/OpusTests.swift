import AudioCodecs
import Testing

@Suite struct OpusTests {
    @Test(arguments: [(8_000, 1), (16_000, 1), (22_050, 1), (24_000, 1), (44_100, 2), (48_000, 1)]) func aFileIsReadBack(_ rate: Int, _ channels: Int) throws {
        let file = try OggOpus.file(bytes(tone(440, seconds: 3.01, rate: rate, channels: channels)), rate: rate, channels: channels)
        #expect(file.starts(with: "OggS".utf8) && file.count < 16_000)
        // By another reader, libsndfile's.
        let read = try AudioFile.read(file, upTo: 10)
        #expect(abs(Double(read.count) / 16_000 - 3.01) < 0.002)
        #expect(abs(pitch(read) - 440) < 4)
    }

    @Test func nothingIsAFileToo() throws {
        let file = try OggOpus.file([], rate: 16_000)
        #expect(try AudioFile.read(file, upTo: 1).count < 800)
    }

    @Test func packetsThatAreNoneDoNoHarm() throws {
        let decoder = try OpusDecoder(), encoder = try OpusEncoder(rate: 16_000)
        var random = SplitMix(state: 3)
        #expect(throws: AudioError.self) { try decoder.samples(of: []) }
        for _ in 0..<2_000 {
            let junk = (0..<Int.random(in: 1...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = try? decoder.samples(of: junk)
        }
        #expect(try decoder.samples(of: nil).count == 320)
        let packet = try encoder.packet(tone(300, seconds: 0.02)[...])
        #expect(try decoder.samples(of: packet).count == 320)
        #expect(throws: AudioError.self) { try encoder.packet([1, 2, 3]) }
        #expect(throws: AudioError.self) { try OpusEncoder(rate: 44_100) }
    }
}

@Suite struct ResamplerTests {
    @Test(arguments: [8_000, 11_025, 22_050, 44_100, 48_000], [1, 2]) func theToneStays(_ rate: Int, _ channels: Int) throws {
        let resampler = try Resampler(from: rate, channels: channels)
        let samples = tone(1_000, seconds: 1, rate: rate, channels: channels)
        // In pieces of odd sizes, as they come over a wire.
        var out: [Int16] = [], position = 0, size = 1
        while position < samples.count {
            out += resampler.convert(Array(samples[position..<min(samples.count, position + size)]))
            position += size
            size = size * 7 % 1_009 + 1
        }
        out += resampler.finish()
        #expect(abs(out.count - 16_000) < 40)
        #expect(abs(pitch(out) - 1_000) < 3)
        #expect((11_000...12_600).contains(Int(out.dropFirst(100).dropLast(100).max() ?? 0)))
    }

    @Test func theSameRateIsLeftAsItIs() throws {
        let resampler = try Resampler(from: 16_000)
        #expect(resampler.convert([1, -2, 3]) == [1, -2, 3] && resampler.finish() == [])
        #expect(try Resampler(from: 16_000, channels: 2).convert([10, 20, -10, -30, 7]) == [15, -20])
    }

    @Test(arguments: [(0, 1), (1_000_000, 1), (16_000, 0), (16_000, 9)]) func whatCannotBeIsRefused(_ rate: Int, _ channels: Int) {
        #expect(throws: AudioError.self) { try Resampler(from: rate, channels: channels) }
    }
}
