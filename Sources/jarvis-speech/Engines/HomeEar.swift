import Listening
import Synchronization
import Wyoming

/// Ears with silero's voice activity and the installed wake words.
final class HomeEarMaker: EarMaker {
    private let voiceModel: String
    private let wakeFolder: String?
    private let wakeEngine: WakeEngine
    /// Models of wake words, by the words: read once, and shared by all ears.
    private let models: Mutex<[[String]: WakeModels]> = Mutex([:])

    init(voiceModel: String, wakeFolder: String?, wakeEngine: WakeEngine) {
        self.voiceModel = voiceModel
        self.wakeFolder = wakeFolder
        self.wakeEngine = wakeEngine
    }

    func ear(_ request: Addition.Listen) async throws -> any MicrophoneEar {
        let words = request.wakeWords.sorted()
        let models = try await blocking { [self] in try wakeModels(words) }
        let ear = HomeEar(
            Ears.Request(
                voiceModel: voiceModel, wakeModels: models, cancelsEcho: request.cancelsEcho, suppressesNoise: request.suppressesNoise))
        try await ear.prepare()
        return ear
    }

    private func wakeModels(_ words: [String]) throws -> WakeModels? {
        guard let wakeFolder, !words.isEmpty else { return nil }
        return try models.withLock { models in
            if let known = models[words] { return known }
            let read = try WakeModels(folder: wakeFolder, words: words, engine: wakeEngine)
            // As many as there are rooms with tastes of their own.
            if models.count >= 16 { models = [:] }
            models[words] = read
            return read
        }
    }

    /// An ear for everything is tried on a second of something like a voice.
    func selfTest() throws {
        let words = wakeFolder.map { WakeModels.words(in: $0, engine: wakeEngine) } ?? []
        let ears = try Ears(Ears.Request(voiceModel: voiceModel, wakeModels: try wakeModels(words), cancelsEcho: true, suppressesNoise: true))
        ears.played(TestSignal.second)
        _ = ears.append(TestSignal.second)
    }
}

/// Listens to one microphone.
private actor HomeEar: MicrophoneEar {
    private let thread = OwnThread("ear")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let request: Ears.Request
    private var ears: Ears?

    init(_ request: Ears.Request) { self.request = request }

    func prepare() throws { ears = try Ears(request) }

    func append(_ samples: [Int16]) throws -> [Message] {
        guard let ears else { throw Refusal.noModel }
        return ears.append(samples).map { event in
            switch event {
            case .voiceStarted(let time): .voiceStarted(timestamp: milliseconds(time))
            case .voiceStopped(let time): .voiceStopped(timestamp: milliseconds(time))
            case .wake(let wake): .detection(Detection(name: wake.name, timestamp: milliseconds(wake.time), score: wake.score))
            case .cleaned(let samples): .addition(.cleaned(AudioLayout(rate: 16_000), samples.bytes))
            case .reached(let time): .addition(.reached(timestamp: milliseconds(time)))
            }
        }
    }

    func played(_ samples: [Int16]) { ears?.played(samples) }

    func judged(wakeWasSaid: Bool) { ears?.learn(wakeAccepted: wakeWasSaid) }

    private func milliseconds(_ seconds: Double) -> Int { Int((max(0, seconds) * 1000).rounded()) }
}

/// Something to try engines on.
enum TestSignal {
    /// A second of a buzz that swells and fades like syllables, with a little noise: 16 kHz.
    static let second: [Int16] = {
        var noise = UInt32(1)
        return (0..<16_000).map { index in
            noise = noise &* 1_664_525 &+ 1_013_904_223
            // A saw tooth at 125 Hz, four times a second louder and softer.
            let saw = index % 128 * 64 - 4096, swell = abs(index % 4000 - 2000)
            return Int16(clamping: saw * swell / 2000 + Int(noise >> 24))
        }
    }()
}
