import Foundation
import Synchronization
import Wyoming

@testable import Satellites

/// A satellite as the protocol has it, on a free loopback port, that does what a test says and nothing else.
final class FakeSatellite: Sendable {
    let endpoint: Endpoint
    private let server: Server
    let name: String
    private let info: Info
    private let connection = Mutex<Connection?>(nil)
    private let messages: AsyncStream<Message>
    private let continuation: AsyncStream<Message>.Continuation

    init(name: String = "kitchen", area: String? = nil, author: String = "somebody") throws {
        server = try Server(listeningOn: .tcp(host: "127.0.0.1", port: 0))
        self.name = name
        endpoint = server.endpoint
        info = Info(satellite: .init(name: name, author: author, address: ""), area: area)
        (messages, continuation) = AsyncStream.makeStream(of: Message.self)
    }

    func run() async {
        await server.run { [self] (connection) async throws(WyomingError) in
            self.connection.withLock { $0 = connection }
            while let message = try await connection.receive(within: .seconds(60)) {
                if case .describe = message { try await connection.send(.info(info)) } else { continuation.yield(message) }
            }
            continuation.yield(.other(Event(type: "test-gone")))
        }
    }

    func send(_ message: Message) async throws {
        guard let connection = connection.withLock({ $0 }) else { throw CancellationError() }
        try await connection.send(message)
    }

    func send(bytes: [UInt8]) async throws { try await connection.withLock { $0 }?.send(bytes: bytes) }
    func drop() { connection.withLock { $0 }?.close() }

    /// Waits for an event that `wanted` takes; others before it are passed over, and given back.
    @discardableResult
    func expect(_ wanted: (Message) -> Bool) async -> [Message] {
        var passed: [Message] = []
        for await message in messages {
            passed.append(message)
            if wanted(message) { return passed }
        }
        return passed
    }

    /// Half a second of a tone, or of nothing, as a microphone gives it.
    static func sound(_ amplitude: Double, seconds: Double = 0.5) -> [[UInt8]] {
        (0..<Int(seconds * 16_000) / 512).map { piece in
            (0..<512).flatMap { index in
                let sample = Int16(amplitude * sin(Double(piece * 512 + index) / 8))
                return [UInt8(truncatingIfNeeded: sample), UInt8(truncatingIfNeeded: sample >> 8)]
            }
        }
    }

    func speak(_ pieces: [[UInt8]]) async throws {
        for piece in pieces { try await send(.audioChunk(AudioLayout(rate: 16_000), piece)) }
    }
}
