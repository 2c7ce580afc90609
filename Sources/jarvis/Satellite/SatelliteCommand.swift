import Base
import Configuration
import Foundation
import Lifecycle
import Observability
import Satellites
import Speech
import Wyoming

/// `jarvis satellite`
enum SatelliteCommand {
    private static let name = "jarvis satellite"

    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let endpoint = try listening(invocation)
        let log = Logger(label: "satellite", level: .notice, sink: StandardErrorSink(format: StandardErrorSink.preferredFormat()))
        var services: [any Service] = []
        var wake: (server: Endpoint, words: [String])?
        if invocation.has("wake") {
            guard let program = SpeechWorker.executableBesideThisProgram else {
                throw Failure(
                    fr: "--wake demande le programme jarvis-speech à côté de jarvis ; sans lui, laissez Jarvis écouter le mot d'éveil.",
                    en: "--wake needs the program jarvis-speech beside jarvis; without it, let Jarvis listen for the wake word.")
            }
            let socket = FileManager.default.temporaryDirectory.path + "/jarvis-satellite-\(ProcessInfo.processInfo.processIdentifier)/speech.sock"
            services.append(SpeechWorker(executable: program, socket: socket, log: log))
            wake = (.unix(path: socket), ["hey_jarvis"])
        }
        let called = (invocation.value(of: "name") ?? ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init) ?? "satellite")
            .asName(limit: 63)
        let options = SatelliteDevice.Options(
            name: called, area: invocation.value(of: "area"), recordCommand: try command("record-command", "arecord", "microphone", invocation),
            playCommand: try command("play-command", "aplay", "speaker", invocation), environment: soundEnvironment(invocation.environment), wake: wake,
            version: Version.current)
        let (language, console) = (invocation.language, invocation.console)
        let device: SatelliteDevice
        do {
            device = try SatelliteDevice(options, listen: endpoint, log: log) { console.complain(text(of: $0, language)) }
        } catch let error as WyomingError {
            throw Failure(fr: "\(endpoint) ne peut pas être écouté : \(error.message)", en: "\(endpoint) cannot be listened on: \(error.message)")
        }
        services.append(device)
        let shutdown = Shutdown()
        let signals = StopSignals(shutdown)
        var announcement: AvahiAnnouncement?
        if case .tcp(let host, let port) = device.endpoint, !Loopback.contains(host) { announcement = AvahiAnnouncement(name: called, port: port, log: log) }
        console.write(
            language(
                fr: "Le satellite « \(called) » écoute sur \(device.endpoint) (Ctrl-C pour arrêter).\n",
                en: "The satellite `\(called)` listens on \(device.endpoint) (Ctrl-C to stop).\n"))
        try await ServiceGroup(services, log: log, grace: .seconds(5)).run(until: shutdown)
        announcement?.stop()
        withExtendedLifetime(signals) {}
        return ExitCode.done
    }

    private static func listening(_ invocation: Invocation) throws -> Endpoint {
        guard let text = invocation.value(of: "listen") else { return .tcp(host: "127.0.0.1", port: SatellitePlace.port) }
        if let endpoint = try? Endpoint(hostAndPort: text) { return endpoint }
        let expected = Words(fr: "une adresse et un port, comme 0.0.0.0:10700", en: "an address and a port, like 0.0.0.0:10700")
        throw UsageError(name, .badValue("--listen", expected: expected))
    }

    /// The command that was given, or that of alsa-utils.
    private static func command(_ option: String, _ program: String, _ device: String, _ invocation: Invocation) throws -> String {
        if let command = invocation.value(of: option) {
            guard invocation.value(of: device) == nil else {
                throw UsageError(
                    name,
                    .badValue("--" + device, expected: Words(fr: "de n'être pas donnée avec --\(option)", en: "not to be given together with --\(option)")))
            }
            return command
        }
        let folders = (invocation.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        guard folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }) else {
            throw Failure(
                fr: "Le programme \(program) manque : installez alsa-utils (« apt install alsa-utils »), ou donnez --\(option).",
                en: "The program \(program) is missing: install alsa-utils (`apt install alsa-utils`), or give --\(option).")
        }
        let chosen = invocation.value(of: device).map { " -D '\($0.replacing("'", with: "'\\''"))'" } ?? ""
        let format = program == "arecord" ? "-r 16000 -c 1" : "-r {rate} -c {channels}"
        return "exec \(program) -q\(chosen) \(format) -f S16_LE -t raw"
    }

    /// Where the sound servers of a session are found, and nothing else of what this process knows.
    private static func soundEnvironment(_ environment: [String: String]) -> [String: String] {
        let wanted = environment.filter { name, _ in
            ["PATH", "HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"].contains(name)
                || ["ALSA_", "PULSE_", "PIPEWIRE_"].contains { name.hasPrefix($0) }
        }
        return ChildProcess.Command.plainEnvironment.merging(wanted) { $1 }
    }

    private static func text(of trouble: SatelliteDevice.Trouble, _ language: Language) -> String {
        switch trouble {
        case .microphone(let reason):
            language(
                fr: "Le micro ne donne rien (\(reason)). « arecord -l » montre ceux qu'il y a, --microphone en choisit un ; nouvel essai dans un instant.",
                en: "The microphone gives nothing (\(reason)). `arecord -l` shows those there are, --microphone picks one; trying again in a moment.")
        case .microphoneIsBack: language(fr: "Le micro est revenu.", en: "The microphone is back.")
        case .speaker(let reason):
            language(
                fr: "Le haut-parleur ne joue pas (\(reason)). « aplay -l » montre ceux qu'il y a, --speaker en choisit un.",
                en: "The loudspeaker does not play (\(reason)). `aplay -l` shows those there are, --speaker picks one.")
        case .wakeWord(let reason):
            language(
                fr: "Le mot d'éveil n'est pas écouté (\(reason)) ; nouvel essai dans un instant.",
                en: "Nobody listens for the wake word (\(reason)); trying again in a moment.")
        }
    }
}
