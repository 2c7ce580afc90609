private import Glibc
import Synthesis

/// `jarvis-speech probe KIND PATH…`: loads a model and uses it for a moment. Ends with 0 when it will do; the last line of standard error says why not.
enum ProbeCommand {
    private static let seconds: UInt = 110
    /// Data of its own, besides four times the model.
    private static let memory: UInt = 2 << 30

    static func run(_ arguments: [String]) -> Never {
        guard arguments.count >= 2, let kind = ModelKind(named: arguments[0]) else {
            log("probe needs a kind and a path")
            exit(2)
        }
        Child.limitItself(seconds: seconds, memory: memory + 4 * UInt(Files.size(arguments[1])))
        // The whole of this process: it ends it.
        Task {
            do {
                try await kind.trial(arguments[1], Array(arguments.dropFirst(2)))
                exit(0)
            } catch {
                log("\(error)")
                exit(1)
            }
        }
        Ended().wait()
    }
}

/// `jarvis-speech prepare-voice ONNX JSON DIR`: makes a downloaded voice ready in a folder of DIR, and prints that folder.
enum PrepareVoiceCommand {
    static func run(_ arguments: [String]) -> Never {
        guard arguments.count == 3 else {
            log("prepare-voice needs a model, its description and a folder")
            exit(2)
        }
        do throws(SynthesisError) {
            Main.say("\(try PiperVoice.prepare(onnx: arguments[0], configuration: arguments[1], into: arguments[2]))\n", to: STDOUT_FILENO)
            exit(0)
        } catch {
            log("\(error)")
            exit(1)
        }
    }
}

/// The main thread of a child waits here: its task ends the process.
struct Ended {
    func wait() -> Never { while true { pause() } }
}
