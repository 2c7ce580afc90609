import API
import Base
import Domain
import Foundation

// How the values of the domain look on the wire.

extension API.ReplyEvent {
    /// `nil` for nothing: every event of a turn has a wire form.
    /// - Parameter inlineAudio: samples as base64 inside the event (server-sent events), or left out because a binary frame follows (WebSocket).
    init(_ event: Domain.ReplyEvent, inlineAudio: Bool) {
        switch event {
        case .thinking: self = .thinking
        case .text(let delta): self = .text(delta: delta)
        case .action(let action):
            self = .action(Action(tool: action.tool, arguments: action.arguments, status: action.status.rawValue, evidence: action.evidence))
        case .sentence(let index, let text): self = .sentence(index: index, text: text)
        case .audio(let index, let chunk):
            self = .audio(Audio(index: index, rate: chunk.format.rate, data: inlineAudio ? Data(chunk.bytes) : nil))
        case .done(let result):
            self = .done(
                Done(
                    conversationID: result.conversation.description, traceID: result.trace.id.description,
                    timings: Dictionary(result.trace.stages.map { ($0.name, $0.milliseconds) }) { $0 + $1 }))
        }
    }

    init(_ notice: ConnectionHub.Notice) {
        switch notice {
        case .due(let announcement): self.init(announcement)
        case .broadcast(let broadcast):
            self = .announcement(Announcement(id: broadcast.id.description, kind: "broadcast", text: broadcast.text, dueAt: broadcast.at))
        }
    }

    init(_ announcement: Domain.Announcement) {
        let appointment = announcement.appointment
        self = .announcement(
            Announcement(id: appointment.id.description, kind: appointment.kind.rawValue, text: announcement.text, dueAt: appointment.dueAt))
    }
}

extension Me {
    init(_ user: User) {
        self.init(
            id: user.id.description, username: user.name, role: user.role.rawValue, language: user.language.rawValue,
            householdID: user.household.description, isOperator: user.principal.isOperator ? true : nil)
    }
}

extension ConversationSummary {
    init(_ conversation: Conversation) {
        self.init(id: conversation.id.description, title: conversation.title, startedAt: conversation.startedAt, updatedAt: conversation.updatedAt)
    }
}

extension ConversationDetail {
    init(_ conversation: Conversation, _ messages: [Message]) {
        self.init(
            id: conversation.id.description, title: conversation.title, startedAt: conversation.startedAt, updatedAt: conversation.updatedAt,
            messages: messages.map {
                MessageBody(id: $0.id.description, role: $0.speaker.rawValue, text: $0.text, at: $0.at, traceID: $0.trace.description)
            })
    }
}

extension TraceBody {
    init(_ trace: TurnTrace) {
        self.init(
            id: trace.id.description, conversationID: trace.conversation.description, startedAt: trace.startedAt, path: trace.path,
            stages: trace.stages.map { Stage(name: $0.name, milliseconds: $0.milliseconds) }, failure: trace.failure)
    }
}

extension TranscriptBody {
    /// A pause that parts two segments, in seconds.
    private static let pause = 0.6

    init(_ transcript: Domain.Transcript, seconds: Double) {
        var segments: [Segment] = []
        for word in transcript.words {
            if let last = segments.last, word.start - last.end < Self.pause {
                segments[segments.count - 1] = Segment(start: last.start, end: word.end, text: last.text + " " + word.text)
            } else {
                segments.append(Segment(start: word.start, end: word.end, text: word.text))
            }
        }
        if segments.isEmpty, !transcript.text.isEmpty { segments = [Segment(start: 0, end: seconds, text: transcript.text)] }
        self.init(
            text: transcript.text, language: transcript.language?.rawValue, duration: seconds, segments: segments, confidence: transcript.confidence,
            engine: transcript.engine)
    }
}

extension TimerBody {
    init(_ appointment: Appointment) {
        self.init(
            id: appointment.id.description, label: appointment.label, dueAt: appointment.dueAt, createdAt: appointment.createdAt,
            state: appointment.state.rawValue, remaining: appointment.remaining)
    }
}
