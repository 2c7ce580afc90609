import Foundation
private import Lifecycle
private import Observability
private import Synchronization

/// A real MQTT broker, mosquitto, on a free loopback port.
public final class Broker: Sendable {
    /// Without mosquitto, tests are skipped on a laptop, and fail in continuous integration.
    public static let isWanted = find("mosquitto") != nil || ProcessInfo.processInfo.environment["CI"] == "true"

    public let port: Int
    public var url: String { "mqtt://127.0.0.1:\(port)" }
    private let configuration: String
    private let folder: TemporaryFolder
    private let child = Mutex<ChildProcess?>(nil)

    /// - Parameter lines: more lines for mosquitto.conf; by default anybody may do anything.
    public init(_ lines: [String] = ["allow_anonymous true"]) async throws {
        port = try Self.freePort()
        folder = try TemporaryFolder()
        configuration = folder.file("mosquitto.conf")
        var text = ["listener \(port) 127.0.0.1", "user root", "persistence false"] + lines
        if !lines.contains(where: { $0.hasPrefix("max_queued_messages") }) { text.append("max_queued_messages 100000") }
        try Data((text.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: configuration))
        try await start()
    }

    public func start() async throws {
        guard let program = Self.find("mosquitto") else { throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: "install mosquitto"]) }
        // The first line of its output is the one that says that it listens.
        let script = "exec 2>&1; '\(program)' -v -c '\(configuration)' | grep --line-buffered 'running$'"
        let started = try await ChildProcess.launch(.init(executable: "/bin/sh", arguments: ["-c", script]), log: .silent)
        _ = try await started.announcement()
        child.withLock { $0 = started }
    }

    public func stop() async {
        let running = child.withLock { child in
            defer { child = nil }
            return child
        }
        await running?.stop()
    }

    deinit { child.withLock { $0?.kill() } }

    /// `name:password` for mosquitto's password file.
    public static func passwordFile(_ users: [(name: String, password: String)], in folder: TemporaryFolder) async throws -> String {
        let path = folder.file("passwords")
        try Data(users.map { "\($0.name):\($0.password)\n" }.joined().utf8).write(to: URL(filePath: path))
        guard let program = find("mosquitto_passwd") else { throw CocoaError(.fileNoSuchFile) }
        _ = await (try await ChildProcess.launch(.init(executable: program, arguments: ["-U", path]), log: .silent)).waitForExit()
        return path
    }

    private static func find(_ program: String) -> String? {
        ["/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/"].map { $0 + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0 }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
