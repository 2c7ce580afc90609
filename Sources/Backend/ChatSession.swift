import API
import Base
import Domain
import Foundation
import HTTPServer
import Synchronization

/// One open WebSocket: turns one after the other, announcements whenever they come.
final class ChatSession: Sendable {
    /// Things said while a turn is still being answered; more are refused.
    private static let queueLimit = 8

    private struct State {
        var language: Language?
        var conversation: Conversation.ID?
        var speaks = false
        var turn: Task<Void, any Error>?
        /// Where the client stands.
        var area: String?
        /// Its place among the connections, while it has one.
        var place: ConnectionHub.Ticket?
        /// Whether the client wants to be told of the house's states.
        var wantsStates = false
    }

    private let backend: Backend
    private let socket: WebSocket
    private let principal: Principal
    private let state = Mutex(State())

    init(backend: Backend, socket: WebSocket, principal: Principal) {
        self.backend = backend
        self.socket = socket
        self.principal = principal
    }

    /// Serves the connection until it ends.
    func run() async throws {
        let (notices, place) = backend.parts.hub.join(principal)
        let (said, queue) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingOldest(Self.queueLimit))
        // Yields when the client asks for states.
        let (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.place = place }
        defer { backend.parts.hub.leave(place) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await notice in notices { try await self.send(API.ReplyEvent(notice)) } }
            group.addTask { for await text in said { try await self.answer(text) } }
            group.addTask { for await _ in wishes { try await self.tellStates() } }
            group.addTask {
                await self.backend.parts.userConnected(self.principal)
                for try await message in self.socket.messages { try await self.take(message, queue, wish) }
                // The client has left: nobody waits for an answer any more.
                self.interrupt()
                throw CancellationError()
            }
            do {
                try await group.next()
            } catch is CancellationError {}
            group.cancelAll()
        }
    }

    private func take(
        _ message: WebSocket.Message, _ queue: AsyncStream<String>.Continuation, _ wish: AsyncStream<Void>.Continuation
    ) async throws {
        guard case .text(let text) = message else {
            return try await refuse(Problem(.invalid, "audio is not taken here yet: send text"))
        }
        let event: ClientEvent
        do {
            event = try JSON.decodeBody(ClientEvent.self, from: Data(text.utf8))
        } catch {
            return try await refuse(error)
        }
        switch event {
        case .start(let start):
            try await begin(start)
            let isNew = state.withLock { state in
                defer { state.wantsStates = start.states ?? false }
                return start.states == true && !state.wantsStates
            }
            if isNew { wish.yield() }
        case .text(let text):
            if case .dropped = queue.yield(text) {
                try await refuse(Problem(.tooManyRequests, "\(Self.queueLimit) things are waiting to be answered already: wait for an answer"))
            }
        case .interrupt, .stop: interrupt()
        case .button, .played: try await refuse(Problem(.unavailable, "voice over this connection is not there yet: use mode text"))
        case .confirm: try await refuse(Problem(.notFound, "nothing waits for a confirmation"))
        }
    }

    private func begin(_ start: ClientEvent.Start) async throws {
        do {
            guard start.mode == .text else { throw Problem(.unavailable, "voice over this connection is not there yet: use mode text") }
            let language = try Backend.language(start.language)
            let conversation = try start.conversationID.map { text throws(Problem) in
                guard let id = Conversation.ID(text) else {
                    throw Problem(.invalid, "conversation_id is no identifier: leave it out to begin a new conversation")
                }
                return id
            }
            let area = try area(start.area)
            if let place = state.withLock({ $0.place }) { backend.parts.hub.settle(place, in: area) }
            state.withLock { state in
                state.area = area
                state.language = language
                state.conversation = conversation
                state.speaks = start.speak ?? false
            }
        } catch {
            try await refuse(error)
        }
    }

    /// An area that the house has; where no house is known to say so, none can be checked.
    private func area(_ id: String?) throws -> String? {
        guard let id, let house = backend.parts.house?.house, !house.model.areas.isEmpty else { return id.map { String($0.prefix(100)) } }
        guard house.model.areas.contains(where: { $0.id == id }) else {
            throw Problem(.invalid, "area is not the id of an area of the house; GET /home/areas lists them")
        }
        return id
    }

    /// Tells what changes in the house, as long as the client wants it.
    private func tellStates() async throws {
        guard let house = backend.parts.house?.house else { return }
        let changes = house.changes()
        try await send(.house(connected: house.isConnected))
        for await change in changes {
            guard state.withLock({ $0.wantsStates }) else { return }
            switch change {
            case .state(let new, let old):
                // That something was said again is no news.
                guard new.value != old?.value || new.attributes != old?.attributes else { continue }
                guard let entity = house.model.entities.first(where: { $0.id == new.entity }), entity.isSeen(by: principal.role) else { continue }
                try await send(.state(Backend.body(of: entity, in: house)))
            case .model, .connection: try await send(.house(connected: house.isConnected))
            }
        }
    }

    private func interrupt() { state.withLock { $0.turn }?.cancel() }

    private func answer(_ text: String) async throws {
        let request = state.withLock { state in
            TurnRequest(
                text: text, language: state.language, conversation: state.conversation, speak: state.speaks, principal: principal,
                timeZone: backend.options.timeZone, area: state.area)
        }
        // A task of its own, so that "interrupt" ends this turn and not the connection; it is awaited right below.
        let turn = Task {
            let result = try await backend.parts.assistant.turn(request) { try await self.send($0) }
            state.withLock { $0.conversation = result.conversation }
        }
        state.withLock { $0.turn = turn }
        defer { state.withLock { $0.turn = nil } }
        do {
            try await withTaskCancellationHandler {
                try await turn.value
            } onCancel: {
                turn.cancel()
            }
        } catch let closed as WebSocket.Closed {
            throw closed
        } catch is CancellationError {
            try Task.checkCancellation()
            try await refuse(Problem(.conflict, "the answer was interrupted"))
        } catch {
            backend.log.report(error, of: socket.request)
            try await refuse(error)
        }
    }

    private func send(_ event: Domain.ReplyEvent) async throws {
        if case .audio(_, let chunk) = event {
            try await socket.send(.text(Self.text(API.ReplyEvent(event, inlineAudio: false))), .binary(chunk.bytes))
        } else {
            try await send(API.ReplyEvent(event, inlineAudio: false))
        }
    }

    private func send(_ event: API.ReplyEvent) async throws { try await socket.send(.text(Self.text(event))) }

    private func refuse(_ error: any Error) async throws {
        try await send(.error(Problems.details(for: error, instance: "/ws", requestID: socket.request.id)))
    }

    private static func text(_ event: API.ReplyEvent) throws -> String { String(decoding: try JSON.encode(event), as: UTF8.self) }
}
