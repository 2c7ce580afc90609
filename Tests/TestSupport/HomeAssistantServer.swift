import Foundation
private import Lifecycle
private import Observability

/// A real Home Assistant with its demo devices, by scripts/home-assistant, on a free loopback port.
public final class HomeAssistantServer: Sendable {
    /// Without one installed, tests are skipped on a laptop, and fail in continuous integration.
    public static let isWanted =
        FileManager.default.fileExists(atPath: Paths.root.appending(path: ".jarvis/home-assistant/.installed").path)
        || ProcessInfo.processInfo.environment["CI"] == "true"

    public struct Failure: Error, CustomStringConvertible { public let description: String }

    private struct Access: Decodable {
        var url: String
        var token: String
    }

    public let url: String
    public let token: String
    private let port: Int
    private let folder: TemporaryFolder

    /// Returns when all of its devices are there: some ten seconds.
    public init() async throws {
        // A port that was free may be taken by another test before this one listens on it.
        var tries = 3
        while true {
            let (port, folder) = (try Broker.freePort(), try TemporaryFolder())
            tries -= 1
            do {
                let access = try await Self.start(in: folder, port: port)
                (self.port, self.folder, url, token) = (port, folder, access.url, access.token)
                return
            } catch {
                if tries == 0 { throw error }
            }
        }
    }

    /// - Parameter atOnce: ends it with kill -9 instead of letting it say goodbye.
    public func stop(atOnce: Bool = false) async throws {
        _ = try await Self.run(["stop", folder.file("house")] + (atOnce ? ["--kill"] : []))
    }

    /// Starts it again after `stop`, with the same address and token.
    public func start() async throws { _ = try await Self.start(in: folder, port: port) }

    private static func start(in folder: TemporaryFolder, port: Int) async throws -> Access {
        let line = try await run(["start", folder.file("house"), String(port)])
        return try JSONDecoder().decode(Access.self, from: Data(line.utf8))
    }

    private static func run(_ arguments: [String]) async throws -> String {
        let script = Paths.root.appending(path: "scripts/home-assistant").path
        let command = #"out=$("$0" "$@") && echo "${out:-done}" || echo failed"#
        var environment = ChildProcess.Command.plainEnvironment
        // Where it is installed: HOME, which may be another than the account's.
        for name in ["XDG_CACHE_HOME", "HOME"] { environment[name] = ProcessInfo.processInfo.environment[name] ?? environment[name] }
        let child = try await ChildProcess.launch(
            .init(executable: "/bin/sh", arguments: ["-c", command, script] + arguments, environment: environment), log: .silent)
        let line = try await child.announcement()
        _ = await child.waitForExit()
        guard line != "failed" else { throw Failure(description: "scripts/home-assistant \(arguments.joined(separator: " ")) failed; run it by hand") }
        return line
    }
}
