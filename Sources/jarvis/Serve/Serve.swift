import Base
import Configuration
import Foundation
import Lifecycle
import Observability

/// `jarvis serve`: starts the services and keeps them until a signal asks to stop.
enum Serve {
    /// - Parameter arguments: the services to start (`backend`, `interface`, `stt`, `tts`), checked already; empty for all.
    static func run(arguments: [String], configuration: Configuration) async throws -> Int32 {
        let log = try logger(configuration)
        do {
            let folder = try DataFolder(path: configuration.home)
            let shutdown = Shutdown()
            let signals = StopSignals(shutdown)
            let house = try await Composition.build(configuration, folder: folder, parts: Set(arguments), log: log)
            let group = ServiceGroup(house.services, log: log, grace: configuration.shutdownGrace)
            var failure: (any Error)?
            do {
                try await group.run(until: shutdown) {
                    await welcome(house, configuration)
                    await house.warmUp()
                }
            } catch {
                failure = error
            }
            await house.store.close()
            withExtendedLifetime((folder, signals)) {}
            if let failure { throw failure }
            log.notice("stopped")
            return ExitCode.done
        } catch {
            log.error("\(error)")
            return ExitCode.failed
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
    private static func welcome(_ house: Composition, _ configuration: Configuration) async {
        let french = configuration.language == .french
        var lines: [String] = []
        for server in house.servers {
            guard let port = server.boundPort else { continue }
            let host = ["0.0.0.0", "::", "*"].contains(configuration.host) ? "127.0.0.1" : configuration.host
            lines.append("  \(server.name.padding(toLength: 10, withPad: " ", startingAt: 0)) http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
        }
        if (try? await house.authenticator.needsSetup()) == true {
            lines.append("")
            lines.append(
                french
                    ? "Créez le compte du propriétaire : ouvrez la page, ou tapez « jarvis setup » dans un autre terminal."
                    : "Create the owner account: open the page, or type `jarvis setup` in another terminal.")
            lines.append(
                french
                    ? "Depuis une autre machine, il faut ce code : \(house.setupCode.reveal())"
                    : "From another machine this code is needed: \(house.setupCode.reveal())")
        }
        print((french ? "Jarvis écoute (Ctrl-C pour arrêter) :" : "Jarvis listens (Ctrl-C to stop):") + "\n" + lines.joined(separator: "\n"))
        fflush(nil)
    }
}
