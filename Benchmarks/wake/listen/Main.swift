import Foundation
import Listening

/// Listens to WAV files (16 kHz, 16 bits, one channel) as the speech worker does, and writes a line of JSON for each. For Benchmarks/wake.
///
/// usage: wake-bench MODELS ENGINE [STREAMS] < paths      ENGINE is micro, open, either or both; with STREAMS each file is heard by that many
@main struct WakeBench {
    struct Heard: Encodable {
        var file: String
        var seconds: Double
        /// Of this process, per stream.
        var cpu: Double
        var wakes: [[String: String]]
        /// When voices began and ended, in turn.
        var voice: [Double]
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let engine = WakeEngine(rawValue: arguments[2]) else {
            FileHandle.standardError.write(Data("usage: wake-bench MODELS micro|open|either|both [STREAMS] < paths\n".utf8))
            exit(2)
        }
        let streams = arguments.count > 3 ? max(1, Int(arguments[3]) ?? 1) : 1
        let models = try WakeModels(folder: arguments[1], words: ["hey_jarvis"], engine: engine)
        let request = Ears.Request(voiceModel: "\(arguments[1])/silero_vad.onnx", wakeModels: models)
        let encoder = JSONEncoder()
        while let path = readLine() {
            let samples = try read(path)
            let ears = try (0..<streams).map { _ in try Ears(request) }
            var heard = Heard(file: path, seconds: Double(samples.count) / Double(sampleRate), cpu: 0, wakes: [], voice: [])
            let began = processorTime()
            // 20 ms at a time, as a microphone gives them, each stream in turn.
            for start in stride(from: 0, to: samples.count, by: 320) {
                let piece = Array(samples[start..<min(samples.count, start + 320)])
                for (index, ear) in ears.enumerated() {
                    let events = ear.append(piece)
                    guard index == 0 else { continue }
                    for event in events {
                        switch event {
                        case .voiceStarted(let time), .voiceStopped(let time): heard.voice.append(time)
                        case .wake(let wake): heard.wakes.append(["name": wake.name, "score": "\(wake.score)", "time": "\(wake.time)"])
                        case .cleaned, .reached: break
                        }
                    }
                }
            }
            heard.cpu = (processorTime() - began) / Double(streams)
            FileHandle.standardOutput.write(try encoder.encode(heard) + Data("\n".utf8))
        }
    }

    static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// As `sets.py` writes them: a header of 44 bytes.
    static func read(_ path: String) throws -> [Int16] {
        let data = try Data(contentsOf: URL(filePath: path)).dropFirst(44)
        return data.withUnsafeBytes { bytes in (0..<bytes.count / 2).map { bytes.loadUnaligned(fromByteOffset: 2 * $0, as: Int16.self) } }
    }
}
