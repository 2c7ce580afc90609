public import Lifecycle
public import Observability
private import Foundation
private import Synchronization

/// A connection to an MQTT broker that is made again whenever it is lost.
///
/// A thread of its own talks to the broker while `run` is under way; nothing here blocks a task's thread. Each connection begins anew: what was
/// subscribed to is asked for again, but no message is ever sent a second time. One that was on its way when the connection broke throws
/// `connectionLost`, and may have arrived or not.
public final class MQTTConnection: Service {
    public enum State: Sendable, Hashable {
        /// Not made yet, or lost; with the reason why the last attempt failed.
        case connecting(MQTTError?)
        case connected
        case stopped
    }

    public let name: String
    public let options: MQTTOptions
    let inbox: Inbox
    let log: Logger
    let board: Board

    /// - Throws: `invalid` for options that no broker would take, `system` when the process has no descriptor left.
    public init(name: String = "mqtt", options: MQTTOptions, log: Logger) throws(MQTTError) {
        try Link.check(options)
        self.name = name
        self.options = options
        self.log = log.with(label: name)
        inbox = Inbox(mostEvents: options.limits.waitingEvents, mostBytes: options.limits.waitingBytes)
        board = try Board(broker: options.broker, limits: options.limits)
    }

    public var state: State { board.state }

    /// Everything that happens on the connection, in order, for one reader. What is not read waits, and at last the broker waits too.
    public var events: AsyncStream<MQTTEvent> {
        AsyncStream { [inbox, board] in await inbox.next { board.wake() } }
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [board] in
                await shutdown.wait()
                board.stop()
            }
            group.addTask { [self] in
                await withCheckedContinuation { continuation in
                    let thread = Thread {
                        ConnectionLoop(self).run()
                        continuation.resume()
                    }
                    thread.name = name
                    thread.stackSize = 512 << 10
                    thread.start()
                }
            }
        }
    }

    /// Sends a message and waits until the broker has it (`atLeastOnce`), or until it was handed to the network (`atMostOnce`).
    /// - Throws: `MQTTError`; with `invalid`, `notConnected` and `busy` nothing was sent.
    public func publish(_ message: MQTTMessage, within limit: Duration? = nil) async throws(MQTTError) {
        try Link.check(topic: message.topic)
        guard message.payload.count <= options.limits.payload else {
            throw MQTTError(.invalid, "the payload for \(message.topic) has \(message.payload.count) bytes; at most \(options.limits.payload) are sent")
        }
        try await board.ask(.publish(message), within: limit ?? options.answerWithin)
    }

    /// Asks for the messages under these topic filters, now and after each new connection. Returns when the broker has agreed; at once while there is no
    /// connection. The messages come in `events`, those that the broker had kept first.
    /// - Throws: `MQTTError`; `refused` when the broker does not agree to one of them.
    public func subscribe(to filters: [String], quality: MQTTQuality = .atMostOnce) async throws(MQTTError) {
        for filter in filters { try Link.check(filter: filter) }
        try await board.subscribe(to: filters, quality: quality, within: options.answerWithin)
    }

    /// Asks for no more messages under these topic filters.
    public func unsubscribe(from filters: [String]) async throws(MQTTError) {
        for filter in filters { try Link.check(filter: filter) }
        try await board.unsubscribe(from: filters, within: options.answerWithin)
    }
}
