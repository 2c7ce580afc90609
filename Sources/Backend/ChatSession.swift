import API
import Base
import Domain
import Foundation
import HTTPServer
import Identity
import Synchronization

/// One open WebSocket: turns one after the other, typed or spoken, announcements whenever they come.
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
        /// In voice mode: where what is said goes.
        var voice: VoiceSession?
        var talk: Task<Void, any Error>?
    }

    private let backend: Backend
    private let socket: WebSocket
    private let bearer: Bearer
    private let state = Mutex(State())

    init(backend: Backend, socket: WebSocket, bearer: Bearer) {
        self.backend = backend
        self.socket = socket
        self.bearer = bearer
    }

    /// Who it is, with the rights of this moment.
    ///
    /// - Throws: `Problem` when the session has ended, or they may not talk here any more.
    private var principal: Principal {
        get throws {
            guard let now = backend.parts.authenticator.current(bearer) else { throw Problem(.unauthenticated, "this session has ended: sign in again") }
            try RouteRights.check(now, RouteRights.needs["GET /ws"])
            return now.principal
        }
    }

    /// Serves the connection until it ends.
    func run() async throws {
        let (notices, place) = backend.parts.hub.join(bearer.principal, of: bearer.session)
        let (said, queue) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingOldest(Self.queueLimit))
        // Yields when the client asks for states.
        let (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        // Yields when the client begins to speak.
        let (conversations, converse) = AsyncStream.makeStream(of: VoiceSession.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.place = place }
        defer { backend.parts.hub.leave(place) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await notice in notices { try await self.send(API.ReplyEvent(notice)) }
                // Signed out, here or from elsewhere: nothing more is taken from this connection. Whoever only has other rights now may come back.
                if self.backend.parts.authenticator.current(self.bearer) == nil {
                    self.socket.close(.policyViolation, reason: "signed out")
                } else {
                    self.socket.close(.goingAway, reason: "your rights have changed: connect again")
                }
                throw CancellationError()
            }
            group.addTask { for await text in said { try await self.answer(text) } }
            group.addTask { for await _ in wishes { try await self.tellStates() } }
            group.addTask { for await session in conversations { try await self.converse(session) } }
            group.addTask {
                await self.backend.parts.userConnected(self.bearer.principal)
                for try await message in self.socket.messages { try await self.take(message, queue, wish, converse) }
                // The client has left: nobody waits for an answer any more.
                self.interrupt()
                self.state.withLock { $0.voice }?.end()
                throw CancellationError()
            }
            do {
                try await group.next()
            } catch is CancellationError {}
            group.cancelAll()
        }
    }

    private func take(
        _ message: WebSocket.Message, _ queue: AsyncStream<String>.Continuation, _ wish: AsyncStream<Void>.Continuation,
        _ converse: AsyncStream<VoiceSession>.Continuation
    ) async throws {
        let voice = state.withLock { $0.voice }
        do {
            switch message {
            case .binary(let frame):
                guard let voice else { throw Problem(.invalid, "audio is taken in voice mode: send {\"type\": \"start\", \"mode\": \"voice\", …} first") }
                try await voice.take(frame)
            case .text(let text):
                try await backend.parts.limits.takeMessage(of: bearer, from: socket.request)
                try await take(JSON.decodeBody(ClientEvent.self, from: Data(text.utf8)), voice, queue, wish, converse)
            }
        } catch let error where error is Problem || error is WireError {
            try await refuse(error)
        }
    }

    private func take(
        _ event: ClientEvent, _ voice: VoiceSession?, _ queue: AsyncStream<String>.Continuation, _ wish: AsyncStream<Void>.Continuation,
        _ converse: AsyncStream<VoiceSession>.Continuation
    ) async throws {
        switch event {
        case .start(let start):
            let session = try begin(start)
            voice?.end()
            state.withLock { $0.talk }?.cancel()
            if let session { converse.yield(session) }
            let isNew = state.withLock { state in
                defer { state.wantsStates = start.states ?? false }
                return start.states == true && !state.wantsStates
            }
            if isNew { wish.yield() }
        case .text(let text):
            if let voice { return await voice.put(.text(text)) }
            if case .dropped = queue.yield(text) {
                throw Problem(.tooManyRequests, "\(Self.queueLimit) things are waiting to be answered already: wait for an answer")
            }
        case .interrupt:
            if let voice { await voice.put(.interrupted) } else { interrupt() }
        case .stop:
            if let voice { await voice.put(.stopped) } else { interrupt() }
        case .button(let isDown):
            guard let voice else { throw Problem(.invalid, "the button is for voice mode: send {\"type\": \"start\", \"mode\": \"voice\", …} first") }
            await voice.put(.button(isDown: isDown))
        case .played: await voice?.put(.playbackEnded)
        case .confirm: throw Problem(.notFound, "nothing waits for a confirmation")
        }
    }

    /// Holds a spoken conversation, until another is begun, or the client types or leaves.
    private func converse(_ session: VoiceSession) async throws {
        guard let desk = backend.parts.conversing else { return }
        // A conversation may last longer than a proof counts.
        // A task of its own, so that another "start" ends this conversation and not the connection; it is awaited right below.
        let talk = Task { try await desk.converse(session.settings, as: self.principal.with(.token), input: session.input) { try await self.send($0) } }
        let isWanted = state.withLock { state in
            state.talk = talk
            return state.voice === session
        }
        if !isWanted { talk.cancel() }
        defer {
            session.end()
            state.withLock { $0.talk = nil }
        }
        do {
            try await withTaskCancellationHandler {
                try await talk.value
            } onCancel: {
                talk.cancel()
            }
        } catch let closed as WebSocket.Closed {
            throw closed
        } catch is CancellationError {
            try Task.checkCancellation()
        } catch {
            backend.log.report(error, of: socket.request)
            try await refuse(error)
        }
    }

    /// Settles how the connection is used from now on.
    ///
    /// - Returns: what hears what is said, in voice mode.
    /// - Throws: `Problem`; all stays as it was.
    private func begin(_ start: ClientEvent.Start) throws -> VoiceSession? {
        let language = try Backend.language(start.language)
        let conversation = try start.conversationID.map { text throws(Problem) in
            guard let id = Conversation.ID(text) else {
                throw Problem(.invalid, "conversation_id is no identifier: leave it out to begin a new conversation")
            }
            return id
        }
        let area = try area(start.area)
        var session: VoiceSession?
        if start.mode == .voice {
            guard backend.parts.conversing != nil else {
                throw Problem(.unavailable, "nothing can hear here: the speech worker is missing; `jarvis doctor` says what to do")
            }
            let place = try backend.parts.talks.begin(principal.user)
            session = try VoiceSession(
                start, place: place, languages: language.map { [$0] } ?? backend.parts.speech.parts.languages, conversation: conversation, area: area)
        }
        if let place = state.withLock({ $0.place }) { backend.parts.hub.settle(place, in: area) }
        state.withLock { state in
            state.area = area
            state.language = language
            state.conversation = conversation
            state.speaks = start.speak ?? false
            state.voice = session
        }
        return session
    }

    /// An area that the house has; where no house is known to say so, none can be checked.
    private func area(_ id: String?) throws -> String? {
        guard let id else { return nil }
        guard try principal.hasHouse else { throw Problem(.invalid, "no house is set up: leave area out") }
        guard let house = backend.parts.house?.house, !house.model.areas.isEmpty else { return String(id.prefix(100)) }
        guard house.model.areas.contains(where: { $0.id == id }) else {
            throw Problem(.invalid, "area is not the id of an area of the house; GET /home/areas lists them")
        }
        return id
    }

    /// Tells what changes in the house, as long as the client wants it.
    private func tellStates() async throws {
        guard (try? principal)?.mayUseHouse == true, let house = backend.parts.house?.house else { return }
        let changes = house.changes()
        try await send(.house(connected: house.isConnected))
        for await change in changes {
            guard state.withLock({ $0.wantsStates }) else { return }
            switch change {
            case .state(let new, let old):
                // That something was said again is no news.
                guard new.value != old?.value || new.attributes != old?.attributes else { continue }
                guard let principal = try? principal else { return }
                guard let entity = house.model.entities.first(where: { $0.id == new.entity }), entity.isSeen(by: principal) else { continue }
                try await send(.state(Backend.body(of: entity, in: house)))
            case .model, .connection: try await send(.house(connected: house.isConnected))
            }
        }
    }

    private func interrupt() { state.withLock { $0.turn }?.cancel() }

    private func answer(_ text: String) async throws {
        let principal: Principal
        do { principal = try self.principal } catch { return try await refuse(error) }
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

    private func send(_ event: VoiceEvent) async throws {
        switch event {
        case .listening: try await send(API.ReplyEvent.listening)
        case .asleep: try await send(API.ReplyEvent.asleep)
        case .wake: try await send(API.ReplyEvent.wake)
        case .speechStarted: try await send(API.ReplyEvent.speechStarted)
        case .speechEnded: try await send(API.ReplyEvent.speechEnded)
        case .transcript(let transcript, let isFinal, let speaker):
            try await send(API.ReplyEvent.transcript(.init(transcript, isFinal: isFinal, speaker: speaker)))
        case .interrupted: try await send(API.ReplyEvent.interrupted)
        case .reply(let event): try await send(event)
        case .failed(let problem): try await refuse(problem)
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
