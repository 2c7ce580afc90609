private import Glibc
import Synthesis
import Wyoming

/// The speech worker: native speech engines behind the Wyoming protocol, in a process of their own because such libraries may crash.
///
/// It links espeak-ng, so its binary is under the GPL, version 3 or later.
@main struct Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "probe": ProbeCommand.run(Array(arguments.dropFirst()))
        case "decode": DecodeCommand.run()
        case "prepare-voice": PrepareVoiceCommand.run(Array(arguments.dropFirst()))
        default: serve(arguments)
        }
    }

    private static func serve(_ arguments: [String]) -> Never {
        // This thread alone takes the signals that end the worker; threads made later inherit the mask.
        var ending = sigset_t()
        sigemptyset(&ending)
        sigaddset(&ending, SIGTERM)
        sigaddset(&ending, SIGINT)
        pthread_sigmask(SIG_BLOCK, &ending, nil)
        signal(SIGPIPE, SIG_IGN)

        let servers: [Server]
        do {
            guard let options = try Options(arguments) else {
                say(Options.help, to: STDOUT_FILENO)
                exit(0)
            }
            let rig = try Rig(options)
            guard rig.inventory.speech.contains(where: { $0.voices.named(options.voice) != nil }) else {
                throw SynthesisError(.unknownVoice, "there is no voice '\(options.voice)': ask for a language tag like fr or en-gb")
            }
            // Vocabularies are the largest of what is asked.
            let limits = Limits(line: 256 << 10, data: 4 << 20, payload: 1 << 20)
            servers = try options.endpoints.map { endpoint throws(WyomingError) in
                // Jarvis itself never waits for a place that others took.
                let places = endpoint.isLocalFile ? 256 : Desk.Guests.places
                return try Server(listeningOn: endpoint, options: .init(limits: limits, maximumConnections: places))
            }
            start(servers, Desk(rig: rig, defaultVoice: options.voice), options)
        } catch let error as Options.Mistake {
            say("jarvis-speech: \(error.message)\n\n\(Options.help)", to: STDERR_FILENO)
            exit(2)
        } catch {
            log("\(error)")
            exit(1)
        }
        // The line a parent waits for.
        say("ready \(servers.map(\.endpoint.description).joined(separator: " "))\n", to: STDOUT_FILENO)

        var signal: Int32 = 0
        sigwait(&ending, &signal)
        for server in servers { server.removeFile() }
        exit(0)
    }

    private static func start(_ servers: [Server], _ desk: Desk, _ options: Options) {
        // A bridge from the thread that waits for signals: this task is the worker, and ends with the process.
        Task {
            await withTaskGroup { group in
                for server in servers {
                    var desk = desk
                    if !server.endpoint.isLocalFile { desk.guests = Desk.Guests() }
                    group.addTask { [desk] in await server.run { connection throws(WyomingError) in try await desk.serve(connection) } }
                }
                group.addTask { await desk.rig.warm() }
                group.addTask {
                    await MemoryWatch(limit: options.memoryLimit, counter: desk.counter).run()
                    kill(getpid(), SIGTERM)
                }
                if options.exitWithParent {
                    group.addTask {
                        await standardInputEnd()
                        kill(getpid(), SIGTERM)
                    }
                }
            }
        }
    }

    /// Returns when standard input is closed; what comes in before is of no interest.
    private static func standardInputEnd() async {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            guard (try? await Poller.shared.wait(for: .reading, on: STDIN_FILENO, until: nil)) != nil else { return }
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { return }
        }
    }

    /// Writes to standard output or standard error, which the parent reads or logs.
    static func say(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }
}

/// A line for the log, which the parent keeps. Never holds what somebody said.
func log(_ text: String) { Main.say("jarvis-speech: \(text)\n", to: 2) }

extension Endpoint {
    /// Whether only programs of the same user can come there.
    fileprivate var isLocalFile: Bool { if case .unix = self { true } else { false } }
}
