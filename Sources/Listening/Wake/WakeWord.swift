private import Foundation

/// A wake word was said.
package struct Wake: Sendable, Hashable {
    /// As `hey_jarvis`.
    package var name: String
    /// 0 to 1.
    package var score: Double
    /// When its end was heard, in seconds of the stream.
    package var time: Double
}

/// Which models listen for wake words.
package enum WakeEngine: String, Sendable, CaseIterable {
    /// microWakeWord alone: its models may be used for anything (Apache-2.0).
    case micro
    /// openWakeWord alone: its models are for non-commercial use (CC BY-NC-SA 4.0).
    case open
    /// microWakeWord; where it half hears the word, openWakeWord is asked, and is enough.
    case either
    /// Only what both hear, each of them less strict.
    case both

    /// What it is, and under which licence its models may be used.
    package var licence: String {
        switch self {
        case .micro: "microWakeWord (Apache-2.0)"
        case .open: "openWakeWord (CC BY-NC-SA 4.0, for non-commercial use)"
        case .either, .both: "microWakeWord (Apache-2.0) and openWakeWord (CC BY-NC-SA 4.0, for non-commercial use)"
        }
    }

    var usesMicro: Bool { self != .open }
    var usesOpen: Bool { self != .micro }
}

/// The wake word models, read once and shared by streams.
package struct WakeModels: Sendable {
    package let engine: WakeEngine
    let micro: [MicroModel]
    let open: (shared: OpenModels, words: [(name: String, tensors: TensorModel)])?

    /// `folder` holds microwakeword/ and openwakeword/; `words` are names as `hey_jarvis`.
    package init(folder: String, words: [String], engine: WakeEngine = .micro) throws {
        self.engine = engine
        micro = engine.usesMicro ? try words.map { try MicroModel(folder: "\(folder)/microwakeword", name: $0) } : []
        guard engine.usesOpen else {
            open = nil
            return
        }
        let folder = "\(folder)/openwakeword"
        open = (try OpenModels(folder: folder), try words.map { ($0, try TensorModel(path: "\(folder)/\($0).tflite")) })
    }

    /// The words that the engine has models of in `folder`.
    package static func words(in folder: String, engine: WakeEngine = .micro) -> [String] {
        func names(_ folder: String, _ ending: String) -> Set<String> {
            Set(
                ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
            )
        }
        let micro = names("\(folder)/microwakeword", ".json")
        let open = names("\(folder)/openwakeword", ".tflite").subtracting(["melspectrogram", "embedding_model"])
        return switch engine {
        case .micro: micro.sorted()
        case .open: open.sorted()
        case .either, .both: micro.intersection(open).sorted()
        }
    }
}

/// How wakes fared.
package struct WakeCounters: Sendable, Hashable {
    /// Wakes that were reported.
    package var heard = 0
    /// Of these, those that were meant, as told by `WakeWord.learn`.
    package var accepted = 0
    /// Of these, those that were not.
    package var refused = 0
}

/// Listens for wake words on one stream. For one thread at a time.
///
/// While `isAwake` is false nothing is inferred: the sound of the last moments is kept, and looked at when it becomes true. With two engines,
/// openWakeWord, which costs ten times as much, looks only where microWakeWord half hears the word.
package final class WakeWord {
    /// What is kept while nothing is inferred, in samples: 1.6 s, longer than the word.
    private static let kept = 20 * OpenModels.step
    /// How microWakeWord's cutoff, which is for devices with no second look, is loosened: its distance from one grows by this factor.
    private static let loosened: Float = 3
    /// The score of microWakeWord that is half a hearing, and how long (in seconds) openWakeWord then looks on.
    private static let half: Float = 0.03
    private static let lookedOn = 0.7

    private let engine: WakeEngine
    private var micro: [MicroWakeWord]
    private var microDecisions: [WakeDecision]
    private var frontend = MicroFrontend()
    private var features: [Float] = []
    private var featureCount = 0
    private let embeddings: Embeddings?
    private var words: [(name: String, word: OpenWord)]
    private var openDecisions: [WakeDecision]
    private var block: [Int16] = []
    /// What openWakeWord has not looked at yet.
    private var pending: [Int16] = []
    private var samples = 0
    /// Until when openWakeWord looks, in samples of the stream.
    private var openUntil = 0
    private var openRuns = false
    /// The last time each engine heard each word.
    private var heard: [String: (micro: Wake?, open: Wake?)] = [:]
    package private(set) var counters = WakeCounters()
    /// Whether what comes in is looked at.
    package var isAwake = true
    /// The level of the background (root mean square, of 32 768).
    package var noiseLevel: Float = 0 {
        didSet {
            // From -50 dB, a quiet room, to -36 dB of full scale.
            let loudness = (noiseLevel - 100) / 400
            for index in microDecisions.indices { microDecisions[index].loudness = loudness }
        }
    }

    package init(_ models: WakeModels) throws {
        engine = models.engine
        let agreed = engine == .both
        micro = try models.micro.map(MicroWakeWord.init)
        microDecisions = models.micro.map {
            WakeDecision(threshold: agreed ? 0.3 : max(0.5, 1 - Self.loosened * (1 - $0.cutoff)), frames: 1)
        }
        embeddings = try models.open.map { try Embeddings($0.shared) }
        words = try models.open?.words.map { ($0.name, try OpenWord($0.tensors)) } ?? []
        openDecisions = words.map { _ in WakeDecision(threshold: agreed ? 0.1 : 0.5, frames: agreed ? 1 : 2) }
    }

    /// Takes the next samples of the stream.
    package func feed(_ samples: some Collection<Int16>) -> [Wake] {
        var wakes: [Wake] = []
        for sample in samples {
            block.append(sample)
            guard block.count == MicroFrontend.step else { continue }
            listen(&wakes)
            block.removeAll(keepingCapacity: true)
        }
        counters.heard += wakes.count
        return wakes
    }

    /// Takes a block of 10 ms, so that it makes no difference in which pieces the stream comes.
    private func listen(_ wakes: inout [Wake]) {
        samples += block.count
        if embeddings != nil { pending.append(contentsOf: block) }
        if !micro.isEmpty {
            frontend.feed(block, into: &features)
            if isAwake { runMicro(&wakes) } else { trim() }
        }
        if isAwake, engine == .open || samples - pending.count < openUntil {
            runOpen(&wakes)
        } else {
            openRuns = false
            if pending.count > Self.kept + OpenModels.step { pending.removeFirst((pending.count - Self.kept) / OpenModels.step * OpenModels.step) }
        }
    }

    /// What became of the wakes of late: the bar moves with it.
    package func learn(accepted: Bool) {
        if accepted { counters.accepted += 1 } else { counters.refused += 1 }
        let now = Double(samples) / Double(sampleRate)
        for index in microDecisions.indices { microDecisions[index].learn(accepted: accepted, at: now) }
        for index in openDecisions.indices { openDecisions[index].learn(accepted: accepted, at: now) }
    }

    private func trim() {
        let most = Self.kept / MicroFrontend.step * MicroFrontend.channels
        guard features.count > most * 2 else { return }
        featureCount += (features.count - most) / MicroFrontend.channels
        features.removeFirst(features.count - most)
    }

    private func runMicro(_ wakes: inout [Wake]) {
        for (index, word) in micro.enumerated() {
            word.feed(features[...]) { score, position in
                // A feature stands for the 30 ms that end here.
                let end = (featureCount + position) * MicroFrontend.step + 480
                if embeddings != nil, score > Self.half { openUntil = max(openUntil, end + Int(Self.lookedOn * Double(sampleRate))) }
                let time = Double(end) / Double(sampleRate)
                guard let score = microDecisions[index].feed(score, at: time) else { return }
                settle(Wake(name: word.model.name, score: Double(score), time: time), byMicro: true, &wakes)
            }
        }
        featureCount += features.count / MicroFrontend.channels
        features.removeAll(keepingCapacity: true)
    }

    private func runOpen(_ wakes: inout [Wake]) {
        guard let embeddings else { return }
        if !openRuns {
            openRuns = true
            embeddings.restart()
            for word in words { word.word.restart(silence: embeddings.silence) }
        }
        var start = 0
        while pending.count - start >= OpenModels.step {
            let embedding = embeddings.feed(pending[start..<start + OpenModels.step])
            start += OpenModels.step
            let time = Double(samples - (pending.count - start)) / Double(sampleRate)
            for (index, word) in words.enumerated() {
                guard let score = openDecisions[index].feed(word.word.feed(embedding), at: time) else { continue }
                settle(Wake(name: word.name, score: Double(score), time: time), byMicro: false, &wakes)
            }
        }
        pending.removeFirst(start)
    }

    /// What the engines together make of a wake that one of them heard.
    private func settle(_ wake: Wake, byMicro: Bool, _ wakes: inout [Wake]) {
        let others = heard[wake.name, default: (nil, nil)]
        heard[wake.name] = byMicro ? (wake, others.open) : (others.micro, wake)
        let other = byMicro ? others.open : others.micro
        let isSame = other.map { abs($0.time - wake.time) < WakeDecision.refractory } ?? false
        switch engine {
        case .micro, .open: wakes.append(wake)
        case .either: if !isSame { wakes.append(wake) }
        case .both:
            guard isSame, let other else { return }
            wakes.append(Wake(name: wake.name, score: min(wake.score, other.score), time: max(wake.time, other.time)))
        }
    }
}
