import Foundation
import TestSupport
import Testing

@testable import Listening

/// A room with a loudspeaker, a microphone and an echo between them.
struct Room {
    /// Samples until the echo begins.
    var delay = 1600
    var gain = 0.5
    var seed: UInt64 = 4

    /// What the microphone hears of `sound`: direct, then a tail that fades within a tenth of a second.
    func echo(_ sound: [Int16]) -> [Int16] {
        var random = SeededGenerator(seed: seed)
        var taps: [(Int, Double)] = [(0, 1)]
        for index in 1..<60 { taps.append((index * 27, Double.random(in: -0.5...0.5, using: &random) * exp(-Double(index) / 14))) }
        var out = [Double](repeating: 0, count: sound.count + delay + 1700)
        for (offset, weight) in taps {
            for (index, sample) in sound.enumerated() { out[index + offset + delay] += Double(sample) * weight * gain }
        }
        return out.map { Int16(max(-32768, min(32767, $0))) }
    }
}

@Suite(.enabled(if: Sounds.hasRecordings, "needs shared/data beside the checkout")) struct EchoTests {
    private func own() throws -> [Int16] {
        let voice = try Sounds.recording("speech/speech_jfk/jfk.wav")
        return Array((voice + voice).prefix(12 * 16000))
    }

    private func ears() throws -> Ears {
        try Ears(Ears.Request(voiceModel: "\(Sounds.models)/silero_vad.onnx", cancelsEcho: true))
    }

    /// Plays `own` in pieces of 0.5 s while the microphone hears `microphone`, and collects the events.
    private func converse(_ ears: Ears, own: [Int16], microphone: [Int16]) -> [Ears.Event] {
        var events: [Ears.Event] = []
        for start in stride(from: 0, to: microphone.count, by: 320) {
            if start.isMultiple(of: 8000), start < own.count { ears.played(Array(own[start..<min(own.count, start + 8000)])) }
            events += ears.append(Array(microphone[start..<min(microphone.count, start + 320)]))
        }
        return events
    }

    private func cleaned(_ events: [Ears.Event]) -> [Int16] { events.flatMap { if case .cleaned(let samples) = $0 { samples } else { [Int16]() } } }
    private func starts(_ events: [Ears.Event]) -> [Double] { events.compactMap { if case .voiceStarted(let time) = $0 { time } else { nil } } }

    @Test(arguments: [400, 1600, 4800, 7600]) func findsTheDelay(delay: Int) throws {
        let own = try own()
        let canceller = try EchoCanceller()
        let heard = Sounds.mix(Room(delay: delay).echo(own), Sounds.noise(13, level: 20))
        for start in stride(from: 0, to: 5 * 16000 - 256, by: 256) {
            if start.isMultiple(of: 2560) { canceller.play(Array(own[start..<start + 2560])) }
            var frame = Array(heard[start..<start + 256])
            canceller.clean(&frame)
        }
        let found = try #require(canceller.delay)
        #expect(abs(found - delay) < 320, "\(found)")
    }

    @Test(arguments: [Room(), Room(delay: 5600, gain: 0.3, seed: 7)]) func takesItsOwnVoiceOut(room: Room) throws {
        let own = try own()
        let echo = room.echo(own)
        let events = converse(try ears(), own: own, microphone: Sounds.mix(echo, Sounds.noise(13, level: 10)))
        let clean = cleaned(events)
        // After three seconds of learning: how much less of the echo is left (echo return loss enhancement).
        let range = 3 * 16000..<12 * 16000
        let enhancement = 20 * log10(Sounds.level(echo[range]) / Sounds.level(clean[range]))
        #expect(enhancement > 20, "\(enhancement) dB")
        #expect(starts(events).isEmpty, "took its own voice for a person at \(starts(events))")
    }

    /// The echo is 10 and 18 dB louder than the person.
    @Test(arguments: [(1.0, 0.15), (0.4, 0.5)]) func hearsWhoSpeaksOverIt(gain: Double, within limit: Double) throws {
        let own = try own()
        let person = try Sounds.recording("speech/speech_cheetah/test_fr.wav")
        let begins = 6 * 16000
        let microphone = Sounds.mix(
            Sounds.mix(Room().echo(own), Sounds.noise(13, level: 10)), Sounds.silence(6) + person[Int(0.83 * 16000)...], gain: gain)
        let ears = try ears()
        var heard: Double?
        for start in stride(from: 0, to: begins + 16000, by: 320) {
            if start.isMultiple(of: 8000) { ears.played(Array(own[start..<start + 8000])) }
            for event in ears.append(Array(microphone[start..<start + 320])) {
                if case .voiceStarted = event, heard == nil { heard = Double(start + 320) / 16000 }
            }
        }
        let time = try #require(heard)
        #expect(time > 6 && time < 6 + limit, "\(time)")
    }

    @Test func whoeverWearsHeadphonesIsHeard() throws {
        let own = try own()
        let person = try Sounds.recording("speech/speech_cheetah/test_fr.wav")
        let events = converse(try ears(), own: own, microphone: Sounds.mix(Sounds.silence(4) + person, Sounds.noise(9, level: 10)))
        #expect(!starts(events).isEmpty)
    }

    @Test func nothingPlayedNothingChanged() throws {
        let canceller = try EchoCanceller()
        let sound = Sounds.noise(1, level: 3000)
        for start in stride(from: 0, to: sound.count - 256, by: 256) {
            var frame = Array(sound[start..<start + 256])
            canceller.clean(&frame)
            #expect(frame == Array(sound[start..<start + 256]))
        }
    }

    @Test func whatIsPlayedComesAtAnyRate() throws {
        var played = try PlayedSound(rate: 48000)
        played.append((0..<48000).map { Int16(8000 * sin(Double($0) * 2 * .pi * 440 / 48000)) }, now: 1000)
        #expect(abs(played.end - 17000) < 100)
        var frame = [Int16](repeating: 0, count: 1600)
        played.copy(from: 9000, into: &frame)
        let crossings = zip(frame, frame.dropFirst()).count { ($0 < 0) != ($1 < 0) }
        #expect((87...89).contains(crossings))
        #expect(throws: ListeningError.self) { _ = try PlayedSound(rate: 1) }
    }

    @Test func hoursOfPlayingAreBounded() throws {
        var played = try PlayedSound(rate: 16000)
        for second in 0..<300 { played.append([Int16](repeating: 7, count: 48000), now: second * 16000) }
        #expect(played.end <= (299 + 60) * 16000)
        played.append([5], now: 100_000_000)
        #expect(played.end == 100_000_001)
    }
}
