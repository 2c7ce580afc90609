public import API
import Base
import Foundation

/// The events of one turn, parsed as they are asked for.
///
/// Ends after `done` or `error`; throws `ClientError` when the answer breaks off before.
public struct ReplyStream: AsyncSequence, Sendable {
    let body: AsyncThrowingStream<Data, any Error>
    let client: Client

    public func makeAsyncIterator() -> Iterator { Iterator(pieces: body.makeAsyncIterator(), client: client) }

    public struct Iterator: AsyncIteratorProtocol {
        var pieces: AsyncThrowingStream<Data, any Error>.Iterator
        let client: Client
        var parser = ServerSentEvents()
        var waiting: ArraySlice<Data> = []
        var ended = false

        public mutating func next() async throws -> ReplyEvent? {
            while waiting.isEmpty {
                if ended { return nil }
                guard let piece = try await nextPiece() else { throw ClientError(.badAnswer, "The server ended the answer before it was complete.") }
                waiting = try parser.feed(piece)[...]
            }
            let event: ReplyEvent = try client.read(waiting.removeFirst())
            switch event {
            case .done, .error:
                ended = true
                waiting = []
            default: break
            }
            return event
        }

        private mutating func nextPiece() async throws -> Data? {
            do {
                return try await pieces.next()
            } catch {
                throw client.named(error)
            }
        }
    }
}

/// Timers and reminders as they come due.
public struct AnnouncementStream: AsyncSequence, Sendable {
    let messages: AsyncThrowingStream<WebSocketStream.Message, any Error>

    public func makeAsyncIterator() -> Iterator { Iterator(messages: messages.makeAsyncIterator()) }

    public struct Iterator: AsyncIteratorProtocol {
        var messages: AsyncThrowingStream<WebSocketStream.Message, any Error>.Iterator

        public mutating func next() async throws -> ReplyEvent.Announcement? {
            while let message = try await messages.next() {
                // What is not understood, or is none, is passed over: newer servers may say more.
                if case .text(let data) = message, case .announcement(let announcement)? = try? JSON.decode(ReplyEvent.self, from: data) { return announcement }
            }
            return nil
        }
    }
}
