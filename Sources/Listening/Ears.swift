/// A microphone that is listened to: voice, wake words, and its sound without echo and noise. Pieces of any length go in; memory is bounded.
/// For one thread at a time; any speed, real time or faster.
package final class Ears {
    /// What is heard. Times are seconds of the microphone's stream.
    package enum Event: Sendable, Hashable {
        /// The first voiced sample of a stretch of speech was at `time`.
        case voiceStarted(time: Double)
        /// The last voiced sample was at `time`.
        case voiceStopped(time: Double)
        /// A wake word was said.
        case wake(Wake)
        /// The sound without echo and noise; only when one of them was asked for.
        case cleaned([Int16])
        /// Everything before this time has been listened to.
        case reached(time: Double)
    }

    /// What is to be listened for.
    package struct Request: Sendable {
        /// The path of silero_vad.onnx.
        package var voiceModel: String
        /// `nil`: no wake words.
        package var wakeModels: WakeModels?
        package var cancelsEcho: Bool
        package var suppressesNoise: Bool
        /// The rate of what is given to `played`, in Hz.
        package var playedRate: Int

        package init(voiceModel: String, wakeModels: WakeModels? = nil, cancelsEcho: Bool = false, suppressesNoise: Bool = false, playedRate: Int = sampleRate)
        {
            self.voiceModel = voiceModel
            self.wakeModels = wakeModels
            self.cancelsEcho = cancelsEcho
            self.suppressesNoise = suppressesNoise
            self.playedRate = playedRate
        }
    }

    private static let frame = EchoCanceller.frame
    /// Noise is taken down by this many decibels; where only echo is to go, hardly.
    private static let noiseDecibels = 15

    private let voice: VoiceActivity
    private let wakeWord: WakeWord?
    private let canceller: EchoCanceller?
    private let suppressor: NoiseSuppressor?
    private var pending: [Int16] = []
    private var frame = [Int16](repeating: 0, count: frame)
    private var clean: [Int16] = []

    package init(_ request: Request) throws {
        voice = try VoiceActivity(model: request.voiceModel)
        wakeWord = try request.wakeModels.map(WakeWord.init)
        canceller = request.cancelsEcho ? try EchoCanceller(playedRate: request.playedRate) : nil
        suppressor =
            canceller?.suppressor(decibels: request.suppressesNoise ? Self.noiseDecibels : 1)
            ?? (request.suppressesNoise ? NoiseSuppressor(decibels: Self.noiseDecibels) : nil)
        pending.reserveCapacity(Self.frame)
    }

    /// What became of the wakes that were reported.
    package var wakeCounters: WakeCounters { wakeWord?.counters ?? WakeCounters() }

    /// Tells whether the last wake was meant: the bar for the next moves with it.
    package func learn(wakeAccepted: Bool) { wakeWord?.learn(accepted: wakeAccepted) }

    /// The next piece that is played beside the microphone, when it begins to be heard there.
    package func played(_ samples: [Int16]) { canceller?.play(samples) }

    /// The next piece from the microphone.
    package func append(_ samples: [Int16]) -> [Event] {
        var events: [Event] = []
        let before = voice.reached
        var start = 0
        while start < samples.count {
            let taken = min(Self.frame - pending.count, samples.count - start)
            pending.append(contentsOf: samples[start..<start + taken])
            start += taken
            if pending.count == Self.frame {
                swap(&frame, &pending)
                pending.removeAll(keepingCapacity: true)
                listen(&events)
            }
        }
        if !clean.isEmpty {
            events.append(.cleaned(clean))
            clean.removeAll()
        }
        if voice.reached > before { events.append(.reached(time: voice.reached)) }
        return events
    }

    private func listen(_ events: inout [Event]) {
        canceller?.clean(&frame)
        voice.isMuted = canceller?.isOwnVoice ?? false
        for event in voice.feed(frame) {
            switch event {
            case .started(let time): events.append(.voiceStarted(time: time))
            case .stopped(let time): events.append(.voiceStopped(time: time))
            }
        }
        if let wakeWord {
            wakeWord.isAwake = voice.isSounding
            wakeWord.noiseLevel = voice.noiseLevel
            for wake in wakeWord.feed(frame) { events.append(.wake(wake)) }
        }
        if let suppressor {
            suppressor.clean(&frame)
            clean.append(contentsOf: frame)
        }
    }
}
