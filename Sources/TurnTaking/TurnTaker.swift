public import Base
public import Domain
public import Foundation
public import Observability
import Understanding

/// Holds spoken conversations: over an ear that hears voice and wake words, a transcriber, and the assistant's turn.
public struct TurnTaker: VoiceDesk {
    /// What conversations are held with.
    public struct Parts: Sendable {
        public var ear: any Ear
        public var transcriber: any Transcriber
        /// `nil`: nobody is told apart by the voice.
        public var speakers: SpeakerRecognition?
        /// What a text is as a command. Asked often: must neither wait nor have an effect.
        public var shape: @Sendable (String, Language) -> CommandShape
        /// Looks at the first words of what was written down after a wake word, whose score is given. Must not wait.
        public var wake: @Sendable (String, Language, _ score: Double) -> WakeOpinion
        /// Told of each wake whether the word had been said, and what was heard. Must not wait.
        public var wakeJudged: @Sendable (_ wasSaid: Bool, AudioChunk) -> Void
        /// Names that this person is likely to say.
        public var hotWords: @Sendable (Principal) -> [String]
        public var turn: @Sendable (TurnRequest, @escaping ReplySink) async throws -> TurnResult
        public var timeZone: TimeZone
        /// The time since some moment, for nothing but to tell a recording that is sent at once from a voice.
        public var now: @Sendable () -> Duration

        public init(
            ear: any Ear, transcriber: any Transcriber, speakers: SpeakerRecognition? = nil, shape: @escaping @Sendable (String, Language) -> CommandShape,
            wake: @escaping @Sendable (String, Language, _ score: Double) -> WakeOpinion = { text, _, _ in .leavingOut(text) },
            wakeJudged: @escaping @Sendable (_ wasSaid: Bool, AudioChunk) -> Void = { _, _ in },
            hotWords: @escaping @Sendable (Principal) -> [String] = { _ in [] },
            turn: @escaping @Sendable (TurnRequest, @escaping ReplySink) async throws -> TurnResult, timeZone: TimeZone = .current,
            now: @escaping @Sendable () -> Duration = TurnTaker.sinceStart
        ) {
            self.ear = ear
            self.transcriber = transcriber
            self.speakers = speakers
            self.shape = shape
            self.wake = wake
            self.wakeJudged = wakeJudged
            self.hotWords = hotWords
            self.turn = turn
            self.timeZone = timeZone
            self.now = now
        }
    }

    private static let start = ContinuousClock.now
    public static let sinceStart: @Sendable () -> Duration = { ContinuousClock.now - start }

    private let parts: Parts
    private let log: Logger

    public init(parts: Parts, log: Logger) {
        self.parts = parts
        self.log = log
    }

    public func converse(
        _ settings: VoiceSettings, as principal: Principal, input: AsyncStream<VoiceInput>, to sink: @escaping @Sendable (VoiceEvent) async throws -> Void
    ) async throws {
        try await SpokenConversation(settings, principal: principal, parts: parts, log: log).run(input, to: sink)
    }
}

/// Who speaks, by the voice.
public struct SpeakerRecognition: Sendable {
    /// `nil` when nobody's voice is known, or when it cannot be said.
    public var identify: @Sendable (AudioChunk, Household.ID) async throws -> Speaker?
    public var user: @Sendable (User.ID) async throws -> User?

    public init(
        identify: @escaping @Sendable (AudioChunk, Household.ID) async throws -> Speaker?, user: @escaping @Sendable (User.ID) async throws -> User?
    ) {
        self.identify = identify
        self.user = user
    }
}

/// What a voice on a connection may do.
struct Rights: Sendable, Hashable {
    /// By a voice alone, where nothing else says who it is.
    let principal: Principal

    /// - Parameter user: the known speaker.
    init(of speaker: Speaker?, user: User?, on connection: Principal) {
        switch speaker {
        case nil: principal = connection
        case .known(connection.user, _, _): principal = connection
        case .known:
            guard let user, user.household == connection.household, !user.isDisabled else {
                principal = Self.guest(of: connection)
                return
            }
            // A voice never opens more than the connection does.
            let role = Role.weaker(user.role, connection.role)
            principal = user.principal.limited(to: connection.permissions, role: role).with(.voice)
        case .stranger: principal = Self.guest(of: connection)
        }
    }

    /// A guest of whose connection it is: with nobody's memories, and nobody's name.
    private static func guest(of connection: Principal) -> Principal {
        Principal(
            household: connection.household, user: connection.user, role: .guest, name: "",
            permissions: connection.permissions.intersection(.usual(for: .guest)), hasHouse: connection.hasHouse, assurance: .voice)
    }
}

extension Role {
    /// From the one who may least.
    private static let byRights: [Role] = [.guest, .child, .member, .admin, .owner]

    static func weaker(_ one: Role, _ other: Role) -> Role { byRights.first { $0 == one || $0 == other } ?? .guest }
}

extension WakeOpinion {
    /// Cuts the wake word off. Without it, all of the text counts: that a transcriber does not know the name is no sign that it was not said.
    public static func leavingOut(_ text: String) -> WakeOpinion { .said(rest: WakeCheck.look(at: text).rest) }
}
