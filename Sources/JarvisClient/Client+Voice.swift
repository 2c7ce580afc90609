public import API
import Base
public import Foundation

extension Client {
    /// Says a recording, one channel of signed 16-bit little-endian samples at 16 kHz, as one utterance, over `/ws`. Over `http` only.
    ///
    /// - Returns: the events of the turn, with the samples in `audio`; ends after `done` or `error`.
    public func listen(to samples: Data, language: String? = nil, conversation: String? = nil, speak: Bool) async throws -> SpokenTurnStream {
        guard server.scheme == "http" else { throw ClientError(.unreachable, "Recordings are sent over http only.") }
        let start = ClientEvent.Start(
            mode: .voice, opening: .button, conversationID: conversation, language: language, speak: speak, audio: ClientEvent.AudioShape())
        let hello = try JSON.encode(ClientEvent.start(start))
        let down = try JSON.encode(ClientEvent.button(isDown: true)), up = try JSON.encode(ClientEvent.button(isDown: false))
        let stream = try WebSocketStream(server: server, path: "/ws", token: try await current().accessToken, hello: hello) { send in
            try send(WebSocketFrames.text(down))
            // Half a second at a time.
            for start in stride(from: 0, to: samples.count, by: 16_000) {
                try send(WebSocketFrames.binary(samples[(samples.startIndex + start)..<(samples.startIndex + min(start + 16_000, samples.count))]))
            }
            try send(WebSocketFrames.text(up))
        }
        return SpokenTurnStream(messages: stream.messages)
    }
}

/// The events of one spoken turn.
public struct SpokenTurnStream: AsyncSequence, Sendable {
    let messages: AsyncThrowingStream<WebSocketStream.Message, any Error>

    public func makeAsyncIterator() -> Iterator { Iterator(messages: messages.makeAsyncIterator()) }

    public struct Iterator: AsyncIteratorProtocol {
        var messages: AsyncThrowingStream<WebSocketStream.Message, any Error>.Iterator
        var hasEnded = false

        public mutating func next() async throws -> ReplyEvent? {
            if hasEnded { return nil }
            while let message = try await messages.next() {
                guard case .text(let data) = message else { continue }
                let event: ReplyEvent
                do { event = try JSON.decodeBody(from: data) } catch {
                    throw ClientError(.badAnswer, "The server does not answer like Jarvis: \(error)", cause: error)
                }
                switch event {
                case .audio(var audio):
                    guard case .binary(let samples)? = try await messages.next() else { throw Self.brokenOff }
                    audio.data = samples
                    return .audio(audio)
                case .done, .error: hasEnded = true
                default: break
                }
                return event
            }
            throw Self.brokenOff
        }

        private static var brokenOff: ClientError { ClientError(.badAnswer, "The server ended the answer before it was complete.") }
    }
}
