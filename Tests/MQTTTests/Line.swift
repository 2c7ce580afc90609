import Lifecycle
import MQTT
import Observability
import Synchronization
import TestSupport

/// A connection under way, with what it tells in order.
final class Line {
    let connection: MQTTConnection
    private var events: AsyncStream<MQTTEvent>.Iterator

    private init(_ connection: MQTTConnection) {
        self.connection = connection
        events = connection.events.makeAsyncIterator()
    }

    /// Runs a connection while `body` uses it, and stops it in an orderly way.
    static func open<T>(_ options: MQTTOptions, _ body: (Line) async throws -> sending T) async throws -> sending T {
        let connection = try MQTTConnection(options: options, log: .silent)
        let shutdown = Shutdown()
        async let run: Void = connection.run(until: shutdown)
        let result: Result<T, any Error>
        do { result = .success(try await body(Line(connection))) } catch { result = .failure(error) }
        shutdown.request()
        try await run
        return try result.get()
    }

    /// What comes next in short: `+` for a connection, `-code` for a loss, `topic=text` for a message (`topic=text*` when it was kept).
    func next() async -> String {
        switch await events.next() {
        case .connected: "+"
        case .disconnected(let error): "-\(error.code)"
        case .message(let message): "\(message.topic)=\(String(decoding: message.payload, as: UTF8.self))\(message.isRetained ? "*" : "")"
        case nil: "end"
        }
    }

    func nextMessage() async -> MQTTMessage? {
        while let event = await events.next() { if case .message(let message) = event { return message } }
        return nil
    }
}

extension MQTTOptions {
    init(_ broker: Broker, client: String? = nil) {
        self.init(host: "127.0.0.1", port: broker.port, client: client)
        reconnect = RestartPolicy(first: .milliseconds(20), maximum: .milliseconds(200))
    }

    init(_ server: RawServer) {
        self.init(host: "127.0.0.1", port: Int(server.port))
        reconnect = RestartPolicy(first: .milliseconds(20), maximum: .milliseconds(200))
    }
}

/// Counts up from 1.
final class Counter: Sendable {
    private let value = Mutex(0)
    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
