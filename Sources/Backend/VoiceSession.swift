import API
import AudioCodecs
import Base
import Domain
import Synchronization

/// What a client that speaks has sent, on its way to its conversation: in order, and as fast as that takes it.
final class VoiceSession: Sendable {
    /// Frames that may wait; then the connection is not read.
    private static let queueLimit = 64
    private static let wakeWord = "hey_jarvis"

    let settings: VoiceSettings
    private let place: Talks.Ticket

    private struct State {
        var waiting: [VoiceInput] = []
        var isOver = false
        var taker: CheckedContinuation<VoiceInput?, Never>?
        var givers: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())
    private let sound: Mutex<IncomingSound>

    /// - Throws: `Problem.invalid` for audio that cannot be taken.
    init(_ start: ClientEvent.Start, place: Talks.Ticket, languages: [Language], conversation: Conversation.ID?, area: String?) throws {
        guard let shape = start.audio else {
            throw Problem(.invalid, "mode voice needs audio: {\"format\": \"pcm_s16le\" or \"opus\", \"rate\": in hertz}")
        }
        sound = Mutex(try IncomingSound(shape))
        self.place = place
        let opening: VoiceSettings.Opening =
            switch start.opening ?? .speech {
            case .speech: .speech
            case .wake: .wakeWords([Self.wakeWord])
            case .button: .button
            }
        settings = VoiceSettings(
            opening: opening, languages: languages, speaks: start.speak ?? true, conversation: conversation, area: area, cancelsEcho: false)
    }

    /// What was put in, in order, until the end.
    var input: AsyncStream<VoiceInput> { AsyncStream(unfolding: { await self.next() }, onCancel: { self.end() }) }

    /// The next frame of the microphone.
    ///
    /// - Throws: `Problem.invalid` for one that is damaged; the next may follow.
    func take(_ frame: [UInt8]) async throws {
        let samples = try sound.withLock { try $0.samples(of: frame) }
        if !samples.isEmpty { await put(.audio(AudioChunk(format: .speech, bytes: samples))) }
    }

    func put(_ input: VoiceInput) async {
        while true {
            let (taker, isFull): (CheckedContinuation<VoiceInput?, Never>?, Bool) = state.withLock { state in
                if state.isOver { return (nil, false) }
                if let taker = state.taker.take() { return (taker, false) }
                guard state.waiting.count < Self.queueLimit else { return (nil, true) }
                state.waiting.append(input)
                return (nil, false)
            }
            taker?.resume(returning: input)
            if !isFull { return }
            await withCheckedContinuation { continuation in
                let hasRoom = state.withLock { state in
                    if state.isOver || state.waiting.count < Self.queueLimit { return true }
                    state.givers.append(continuation)
                    return false
                }
                if hasRoom { continuation.resume() }
            }
        }
    }

    /// Nothing more comes. What waits is dropped.
    func end() {
        let (taker, givers) = state.withLock { state in
            defer {
                state.isOver = true
                state.waiting = []
                state.givers = []
            }
            return (state.taker.take(), state.givers)
        }
        taker?.resume(returning: nil)
        for giver in givers { giver.resume() }
    }

    private func next() async -> VoiceInput? {
        await withCheckedContinuation { continuation in
            let (input, isOver, givers): (VoiceInput?, Bool, [CheckedContinuation<Void, Never>]) = state.withLock { state in
                if state.waiting.isEmpty {
                    if state.isOver { return (nil, true, []) }
                    state.taker = continuation
                    return (nil, false, [])
                }
                defer { state.givers = [] }
                return (state.waiting.removeFirst(), false, state.givers)
            }
            if input != nil || isOver { continuation.resume(returning: input) }
            for giver in givers { giver.resume() }
        }
    }
}

/// Turns the frames of a client into speech audio: signed 16-bit samples of one channel at 16 kHz.
private struct IncomingSound {
    private let decoder: OpusDecoder?
    /// `nil` where the samples are as they should be.
    private let resampler: Resampler?

    init(_ shape: ClientEvent.AudioShape) throws {
        switch shape.format {
        case "pcm_s16le":
            guard (8_000...96_000).contains(shape.rate) else { throw Problem(.invalid, "audio.rate is to be from 8000 to 96000 hertz") }
            decoder = nil
            resampler = shape.rate == AudioFormat.speech.rate ? nil : try Resampler(from: shape.rate)
        case "opus":
            decoder = try OpusDecoder(rate: AudioFormat.speech.rate)
            resampler = nil
        default: throw Problem(.invalid, "audio.format is to be pcm_s16le or opus")
        }
    }

    func samples(of frame: [UInt8]) throws -> [UInt8] {
        if let decoder {
            do throws(AudioError) { return Self.bytes(try decoder.samples(of: frame)) } catch {
                throw Problem(.invalid, "a frame is no Opus packet: send one packet in each binary frame, without a container")
            }
        }
        guard frame.count.isMultiple(of: 2) else { throw Problem(.invalid, "a frame ends in the middle of a sample: samples are 16 bits, two bytes each") }
        guard let resampler else { return frame }
        let samples = [Int16](unsafeUninitializedCapacity: frame.count / 2) { buffer, count in
            count = frame.count / 2
            for index in 0..<count { buffer[index] = Int16(truncatingIfNeeded: Int(frame[2 * index]) | Int(frame[2 * index + 1]) << 8) }
        }
        return Self.bytes(resampler.convert(samples))
    }

    private static func bytes(_ samples: [Int16]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: samples.count * 2) { buffer, count in
            count = samples.count * 2
            for (index, sample) in samples.enumerated() {
                buffer[2 * index] = UInt8(truncatingIfNeeded: sample)
                buffer[2 * index + 1] = UInt8(truncatingIfNeeded: sample >> 8)
            }
        }
    }
}

extension API.ReplyEvent.Transcript {
    init(_ transcript: Domain.Transcript, isFinal: Bool, speaker: Speaker?) {
        var name: String?
        if case .known(_, let known, _) = speaker { name = known }
        self.init(text: transcript.text, final: isFinal, language: transcript.language?.rawValue, speaker: name)
    }
}
