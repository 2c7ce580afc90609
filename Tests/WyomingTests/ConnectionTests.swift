import Foundation
import TestSupport
import Testing
@testable import Wyoming

/// Client and server over real sockets.
struct ConnectionTests {
    private let folder: TemporaryFolder
    init() throws { folder = try Paths.temporaryFolder() }

    private static func options(maximumConnections: Int = 64, receive: Duration = .seconds(30), send: Duration = .seconds(30)) -> Server.Options {
        Server.Options(timeLimits: .init(receive: receive, send: send), maximumConnections: maximumConnections)
    }

    /// Runs a server while `body` works.
    private func serving<T: Sendable>(
        _ endpoint: Endpoint? = nil, options: Server.Options = options(), _ handle: @escaping @Sendable (Connection) async throws(WyomingError) -> Void = echo,
        _ body: @Sendable (Endpoint) async throws -> T
    ) async throws -> T {
        let server = try Server(listeningOn: endpoint ?? .unix(path: folder.file("run/s.sock")), options: options)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await server.run(handle) }
            defer { group.cancelAll() }
            return try await body(server.endpoint)
        }
    }

    private static let echo: @Sendable (Connection) async throws(WyomingError) -> Void = { connection throws(WyomingError) in
        while let message = try await connection.receive() { try await connection.send(message) }
    }

    @Test(arguments: [nil, Endpoint.tcp(host: "127.0.0.1", port: 0), .tcp(host: "localhost", port: 0)])
    func talksOverUnixAndTCP(_ endpoint: Endpoint?) async throws {
        try await serving(endpoint) { endpoint async throws in
            let connection = try await Connection.open(endpoint)
            for message in [Message.ping("é"), .describe, .audioChunk(AudioLayout(rate: 8000), Array(repeating: 7, count: 200_000))] {
                try await connection.send(message)
                #expect(try await connection.receive() == message)
            }
        }
    }

    @Test func manyAtOnce() async throws {
        try await serving { endpoint async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let connection = try await Connection.open(endpoint)
                        for round in 0..<20 {
                            try await connection.send(.ping("\(number) \(round)"))
                            #expect(try await connection.receive() == .ping("\(number) \(round)"))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Garbage, a gigabyte that is announced, half an event: each ends its own connection, after the reason is told, and no other.
    @Test func badPeersHarmOnlyThemselves() async throws {
        try await serving { endpoint async throws in
            let good = try await Connection.open(endpoint)
            for (bytes, code) in [
                ("nonsense\n", "malformed"), ("{\"type\":\"x\",\"payload_length\":1000000000}\n", "too_large"),
                (String(repeating: "x", count: 300_000), "too_large"),
            ] {
                let bad = try await Connection.open(endpoint)
                // The server may hang up before all is sent.
                try? await bad.send(bytes: Array(bytes.utf8))
                guard case .error(let failure) = try await bad.receive() else {
                    Issue.record("no error for \(bytes.prefix(50))")
                    continue
                }
                #expect(failure.code == code)
            }
            let half = try await Connection.open(endpoint)
            try await half.send(bytes: Array("{\"type\":\"audio-chunk\",\"payload_length\":10}\n123".utf8))
            half.close()
            try await good.send(.ping("still here"))
            #expect(try await good.receive() == .ping("still here"))
        }
    }

    @Test func halfAnEventIsNotAnEnd() async throws {
        try await serving(nil, { connection throws(WyomingError) in try await connection.send(bytes: Array("{\"type\":\"x\"".utf8)) }) {
            endpoint async throws in
            let connection = try await Connection.open(endpoint)
            let error = await #expect(throws: WyomingError.self) { try await connection.receive() }
            #expect(error?.code == .closed)
        }
        try await serving(nil, { _ throws(WyomingError) in }) { endpoint async throws in
            #expect(try await Connection.open(endpoint).receive() == nil)
        }
    }

    @Test func silenceEndsAConnection() async throws {
        try await serving(nil, options: Self.options(receive: .milliseconds(20))) { endpoint async throws in
            let connection = try await Connection.open(endpoint)
            try await connection.send(bytes: Array("{\"type\":".utf8))
            guard case .error(let failure) = try await connection.receive() else {
                Issue.record("the server did not say why")
                return
            }
            #expect(failure.code == "timed_out")
            #expect(try await connection.receive() == nil)
        }
    }

    @Test func aServerThatSaysNothingTimesOut() async throws {
        try await serving { endpoint async throws in
            let connection = try await Connection.open(endpoint, timeLimits: .init(receive: .milliseconds(20)))
            let error = await #expect(throws: WyomingError.self) { try await connection.receive() }
            #expect(error?.code == .timedOut)
        }
    }

    @Test func aReaderThatDoesNotReadTimesOut() async throws {
        let (outcomes, outcome) = AsyncStream.makeStream(of: WyomingError.Code?.self)
        try await serving(
            nil, options: Self.options(send: .milliseconds(50)),
            { connection throws(WyomingError) in
                do throws(WyomingError) {
                    for _ in 0..<1000 { try await connection.send(.audioChunk(AudioLayout(rate: 8000), Array(repeating: 0, count: 100_000))) }
                    outcome.yield(nil)
                } catch {
                    outcome.yield(error.code)
                }
            }
        ) { endpoint async throws in
            let connection = try await Connection.open(endpoint)
            var iterator = outcomes.makeAsyncIterator()
            #expect(await iterator.next() == .timedOut)
            connection.close()
        }
    }

    @Test func cancellationEndsAWait() async throws {
        try await serving { endpoint async throws in
            let connection = try await Connection.open(endpoint)
            let waiting = Task { try await connection.receive() }
            waiting.cancel()
            let error = await #expect(throws: WyomingError.self) { try await waiting.value }
            #expect(error?.code == .cancelled)
        }
    }

    @Test func oneTooManyIsToldSo() async throws {
        try await serving(nil, options: Self.options(maximumConnections: 2)) { endpoint async throws in
            let first = try await Connection.open(endpoint), second = try await Connection.open(endpoint)
            for connection in [first, second] {
                try await connection.send(.ping(nil))
                #expect(try await connection.receive() == .ping(nil))
            }
            let third = try await Connection.open(endpoint)
            guard case .error(let failure) = try await third.receive() else {
                Issue.record("not refused")
                return
            }
            #expect(failure.code == "busy")
        }
    }

    @Test func nobodyThere() async throws {
        for endpoint in [Endpoint.unix(path: folder.file("none")), .tcp(host: "127.0.0.1", port: 1), .tcp(host: "no-such-host.invalid", port: 1)] {
            let error = await #expect(throws: WyomingError.self) { try await Connection.open(endpoint) }
            #expect(error?.code == .unreachable)
            #expect(error?.message.contains("\(endpoint)") == true)
        }
        let long = await #expect(throws: WyomingError.self) { try await Connection.open(.unix(path: "/" + String(repeating: "x", count: 107))) }
        #expect(long?.message.contains("107") == true)
    }

    // MARK: - The socket's file

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func theFileIsPrivateAndGoesAway() async throws {
        let path = folder.file("a/b/s.sock")
        try await serving(.unix(path: path)) { _ async throws in
            #expect(try mode(path) == 0o600)
            #expect(try mode(folder.file("a/b")) == 0o700)
            #expect(try mode(folder.file("a")) == 0o700)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aDeadServersFileIsReplacedAndALivingOnesIsNot() async throws {
        let path = folder.file("s.sock")
        // Bound and let go: the file stays, and nobody listens.
        do { _ = try Server(listeningOn: .unix(path: path)) }
        #expect(FileManager.default.fileExists(atPath: path))
        try await serving(.unix(path: path)) { endpoint async throws in
            let error = #expect(throws: WyomingError.self) { try Server(listeningOn: endpoint) }
            #expect(error?.message.contains("another server listens") == true)
            let connection = try await Connection.open(endpoint)
            try await connection.send(.ping(nil))
            #expect(try await connection.receive() == .ping(nil))
        }
    }

    @Test func aFileThatIsNoSocketIsLeftAlone() throws {
        let path = folder.file("notes.txt")
        try Data("keep me".utf8).write(to: URL(filePath: path))
        #expect(throws: WyomingError.self) { try Server(listeningOn: .unix(path: path)) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "keep me")
    }
}
