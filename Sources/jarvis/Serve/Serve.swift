import Base
import Configuration
import Foundation
import HTTPServer
import Lifecycle
import Observability

/// `jarvis serve`: starts the services and keeps them until a signal asks to stop.
enum Serve {
    /// - Parameter arguments: the services to start (`backend`, `interface`, `stt`, `tts`), checked already; empty for all.
    static func run(arguments: [String], configuration: Configuration) async throws -> Int32 {
        let log = try logger(configuration)
        do {
            let shutdown = Shutdown()
            let signals = StopSignals(shutdown)
            defer { withExtendedLifetime(signals) {} }
            let parts = Set(arguments)
            if !parts.isEmpty && parts.isSubset(of: SpeechComposition.parts) {
                let speech = try await SpeechComposition.build(configuration, parts: parts, log: log)
                try await ServiceGroup(speech.services, log: log, grace: configuration.shutdownGrace).run(until: shutdown) {
                    await speech.waitUntilReady(or: shutdown)
                    welcome(addresses(of: speech.servers, configuration), configuration)
                }
                withExtendedLifetime(speech) {}
            } else {
                try await runHouse(configuration, parts: parts, until: shutdown, log: log)
            }
            log.notice("stopped")
            return ExitCode.done
        } catch {
            log.error("\(error)")
            return ExitCode.failed
        }
    }

    private static func runHouse(_ configuration: Configuration, parts: Set<String>, until shutdown: Shutdown, log: Logger) async throws {
        let folder = try DataFolder(path: configuration.home)
        defer { withExtendedLifetime(folder) {} }
        let house = try await Composition.build(configuration, folder: folder, parts: parts, log: log)
        let group = ServiceGroup(house.services, log: log, grace: configuration.shutdownGrace)
        var failure: (any Error)?
        do {
            try await group.run(until: shutdown) {
                keepMachineKey(of: house, in: folder, log)
                welcome(addresses(of: house.servers, configuration) + (await firstSteps(house, configuration)), configuration)
                await house.warmUp()
            }
        } catch {
            failure = error
        }
        await house.store.close()
        if let failure { throw failure }
    }

    /// Once it is known where Jarvis listens.
    private static func keepMachineKey(of house: Composition, in folder: DataFolder, _ log: Logger) {
        guard let port = house.servers.first(where: { $0.name != "https" })?.boundPort else { return }
        do { try folder.keepMachineKey(house.machineKey, port: port) } catch {
            log.warning("`jarvis users password` will only work while Jarvis is stopped", ["error": "\(error)"])
        }
    }

    private static func logger(_ configuration: Configuration) throws -> Logger {
        let format: Observability.LogFormat =
            switch configuration.logFormat {
            case .json: .json
            case .human: .human(coloured: false)
            case .auto: StandardErrorSink.preferredFormat()
            }
        var sinks: [any LogSink] = [StandardErrorSink(format: format)]
        if let file = configuration.logFile {
            sinks.append(
                try FileSink(
                    path: file, limits: FileSink.Limits(bytes: configuration.logFileMegabytes << 20, age: configuration.logFileAge)))
        }
        let level: LogLevel =
            switch configuration.logLevel {
            case .debug: .debug
            case .info: .info
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
        return Logger(label: "jarvis", level: level, sink: sinks.count == 1 ? sinks[0] : TeeSink(sinks))
    }

    /// Tells the person who started Jarvis where it is and what to do first. On standard output; the log goes to standard error.
    private static func welcome(_ lines: [String], _ configuration: Configuration) {
        let head = configuration.language(fr: "Jarvis écoute (Ctrl-C pour arrêter) :", en: "Jarvis listens (Ctrl-C to stop):")
        print(([head] + lines).joined(separator: "\n"))
        fflush(nil)
    }

    private static func addresses(of servers: [HTTPServer], _ configuration: Configuration) -> [String] {
        servers.compactMap { server in
            guard let port = server.boundPort else { return nil }
            let host = ["0.0.0.0", "::", "*"].contains(configuration.host) ? "127.0.0.1" : configuration.host
            let scheme = server.name == "https" ? "https" : "http"
            return "  \(server.name.padding(toLength: 10, withPad: " ", startingAt: 0)) \(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
    }

    private static func firstSteps(_ house: Composition, _ configuration: Configuration) async -> [String] {
        guard (try? await house.authenticator.needsSetup()) == true else { return [] }
        return [
            "",
            configuration.language(
                fr: "Créez le compte du propriétaire : ouvrez la page, ou tapez « jarvis setup » dans un autre terminal.",
                en: "Create the owner account: open the page, or type `jarvis setup` in another terminal."),
            configuration.language(
                fr: "Depuis une autre machine, il faut ce code : \(house.setupCode.reveal())",
                en: "From another machine this code is needed: \(house.setupCode.reveal())"),
        ]
    }
}
