private import Foundation

/// When somebody speaks, on one stream. Times are seconds of the stream. For one thread at a time.
package final class VoiceActivity {
    package enum Event: Sendable, Hashable {
        /// The first voiced sample was at `time`.
        case started(time: Double)
        /// The last voiced sample was at `time`.
        case stopped(time: Double)
    }

    /// A pause shorter than this many frames (0.1 s) is part of the voice: closures of consonants are.
    private static let pause = 3
    /// Frames before the model's first voiced one that are searched for where the sound began: it takes two to be sure.
    private static let lookBack = 10
    /// The levels within a frame are known for pieces of this many samples (8 ms).
    private static let piece = 128
    private static let pieces = VoiceModel.frame / piece

    private let model: VoiceModel
    private var gate = EnergyGate(frame: VoiceModel.frame)
    private var pending: [Float] = []
    private var blocker = DirectCurrent()
    /// The last frame while the gate was shut: the model needs a moment of what was before.
    private var before: [Float] = []
    /// Levels of the pieces of the last frames, newest last.
    private var levels: [Float] = []
    private var frames = 0
    private var lastVoiced = 0
    private var lastVoicedTime = 0.0
    package private(set) var isVoiced = false
    /// Whether the last frame was loud enough to hold speech.
    package private(set) var isSounding = false
    /// While it is true, what is heard is known to be nobody's voice.
    package var isMuted = false
    /// Frames that went through the model: the rest were silent.
    package private(set) var modelFrames = 0

    /// `model` is the path of silero_vad.onnx; `threshold` the probability from which a frame is taken for voiced.
    package init(model path: String, threshold: Float = 0.5) throws {
        model = try VoiceModel(path: path, threshold: threshold)
        pending.reserveCapacity(VoiceModel.frame * 2)
    }

    /// How much was listened to: everything before this time is decided.
    package var reached: Double { Double(frames * VoiceModel.frame) / Double(sampleRate) }
    /// The level (root mean square, of 32 768) of the background.
    package var noiseLevel: Float { gate.floor }

    package func feed(_ samples: some Collection<Int16>) -> [Event] {
        var events: [Event] = []
        for sample in samples {
            pending.append(blocker.feed(Float(sample)))
            guard pending.count == VoiceModel.frame else { continue }
            if let event = listen() { events.append(event) }
            pending.removeAll(keepingCapacity: true)
        }
        return events
    }

    private func listen() -> Event? {
        frames += 1
        remember()
        let level = (levels.suffix(Self.pieces).reduce(0) { $0 + $1 * $1 } / Float(Self.pieces)).squareRoot()
        var voiced = false
        isSounding = gate.passes(level: level)
        if isSounding || isVoiced {
            if !before.isEmpty {
                _ = decide(before)
                before.removeAll(keepingCapacity: true)
            }
            voiced = decide(pending) && !isMuted
        } else {
            before.removeAll(keepingCapacity: true)
            before.append(contentsOf: pending)
        }
        if voiced {
            lastVoiced = frames
            lastVoicedTime = lastSound()
            guard !isVoiced else { return nil }
            isVoiced = true
            return .started(time: firstSound())
        }
        guard isVoiced, frames - lastVoiced >= Self.pause else { return nil }
        isVoiced = false
        return .stopped(time: lastVoicedTime)
    }

    private func decide(_ frame: [Float]) -> Bool {
        modelFrames += 1
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: frame.count) { scaled in
            for (index, value) in frame.enumerated() { scaled[index] = value / 32768 }
            return model.isVoiced(UnsafeBufferPointer(scaled))
        }
    }

    private func remember() {
        for start in stride(from: 0, to: VoiceModel.frame, by: Self.piece) {
            levels.append((pending[start..<start + Self.piece].reduce(Float(0)) { $0 + $1 * $1 } / Float(Self.piece)).squareRoot())
        }
        if levels.count > Self.lookBack * Self.pieces { levels.removeFirst(levels.count - Self.lookBack * Self.pieces) }
    }

    /// What is loud enough to belong to the voice: well above the background, and not 40 dB below the voice's loudest.
    private var audible: Float { max(gate.floor * 2, (levels.max() ?? 0) / 100, 4) }

    /// Back from the model's decision to where the sound rose, over no gap longer than 40 ms.
    private func firstSound() -> Double {
        let audible = audible
        var first = levels.count - 2 * Self.pieces
        var quiet = 0
        var index = levels.count - 1
        while index >= 0, quiet < 5 {
            if levels[index] > audible {
                first = min(first, index)
                quiet = 0
            } else if index < first {
                quiet += 1
            }
            index -= 1
        }
        return time(ofPiece: max(0, first))
    }

    /// The end of the last sound in the newest frame, or of the frame before when it was the model that lagged.
    private func lastSound() -> Double {
        let audible = audible
        let last = levels.lastIndex { $0 > audible } ?? levels.count - 1
        return max(lastVoicedTime, time(ofPiece: last + 1))
    }

    private func time(ofPiece index: Int) -> Double {
        max(0, Double(frames * VoiceModel.frame - (levels.count - index) * Self.piece) / Double(sampleRate))
    }
}

/// Takes out what is constant: y(n) = x(n) - x(n-1) + 0.995 y(n-1), 3 dB down at 13 Hz.
struct DirectCurrent {
    private var input: Float = 0
    private var output: Float = 0

    mutating func feed(_ sample: Float) -> Float {
        output = sample - input + 0.995 * output
        input = sample
        return output
    }
}
