import Foundation
import TestSupport

@testable import JarvisClient

/// The built `jarvis`, run as a person would, with a data folder of its own and an environment that holds nothing else.
struct Program: Sendable {
    struct Outcome: Sendable {
        let code: Int32, output: String, complaints: String
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    let folder: TemporaryFolder
    var environment: [String: String]

    init(server: MockServer? = nil, language: String = "fr", _ more: [String: String] = [:]) throws {
        folder = try Paths.temporaryFolder()
        environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path, "JARVIS_HOME": folder.file("home"), "JARVIS_LANGUAGE": language]
        if let server { environment["BACKEND_PORT"] = String(server.port) }
        environment.merge(more) { $1 }
    }

    /// The program beside this test bundle.
    static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "jarvis")

    /// A session as `jarvis login` leaves it.
    func signIn(to server: MockServer, accessToken: String = "token-1", refreshToken: String? = "refresh-1", expired: Bool = false) throws {
        let home = folder.file("home")
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let refresh = refreshToken.map { #","refresh_token":"\#($0)""# } ?? ""
        let session =
            #"{"server":"http://127.0.0.1:\#(server.port)","credentials":{"access_token":"\#(accessToken)"\#(refresh),"expires_at":"\#(expired ? "2020" : "2100")-01-01T00:00:00Z"}}"#
        try Data(session.utf8).write(to: URL(filePath: home + "/session.json"))
    }

    /// Runs to its end, at most 30 seconds.
    func run(_ arguments: String..., input: String = "") async throws -> Outcome {
        let process = Process()
        process.executableURL = Self.url
        process.arguments = arguments
        process.environment = environment
        let name = UUID().uuidString
        let paths = ["in", "out", "err"].map { folder.file("\(name).\($0)") }
        try Data(input.utf8).write(to: URL(filePath: paths[0]))
        for path in paths[1...] { try Data().write(to: URL(filePath: path)) }
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: paths[0]))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: paths[1]))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: paths[2]))
        let alarm = DispatchWorkItem { [pid = ProcessHandle(process)] in pid.process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: alarm)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        alarm.cancel()
        return Outcome(
            code: process.terminationStatus, output: try String(contentsOfFile: paths[1], encoding: .utf8),
            complaints: try String(contentsOfFile: paths[2], encoding: .utf8))
    }
}

/// `Process` may be terminated from any thread; it takes its own lock for that.
private struct ProcessHandle: @unchecked Sendable {
    let process: Process
    init(_ process: Process) { self.process = process }
}

/// What `Sec-WebSocket-Accept` must be.
func accept(_ key: String) -> String { WebSocketHandshake(key: key).accept }
