public import Assistant
public import Base
public import Domain
public import Foundation
public import HTTPServer
public import Identity
public import Observability
public import VoicePrints

/// The API of the house: routes that decode, call a feature, and encode.
///
/// One file for each group of routes; `Access.publicRoutes` says which of them anyone may call.
public struct Backend: Sendable {
    /// What the routes call.
    public struct Parts: Sendable {
        public var authenticator: Authenticator
        /// How often who may ask for what.
        public var limits: RequestLimits
        public var assistant: Assistant
        public var conversations: any ConversationStore
        public var memory: any MemoryDesk
        public var appointments: any AppointmentStore
        public var lists: any ListStore
        /// `nil`: no weather service is set up.
        public var weather: (any WeatherBulletins)?
        public var speech: SpeechRoutes
        /// `nil`: there is no model that tells voices apart.
        public var voices: VoiceBook?
        /// `nil`: nothing can hear here.
        public var conversing: (any VoiceDesk)?
        let talks = Talks()
        public var hub: ConnectionHub
        /// `nil`: no house is set up.
        public var house: HouseDesk?
        /// `nil`: without a house.
        public var automations: (any AutomationKeeper)?
        /// Reads the commands of automations that are made here; `nil`: they have to be given as intents.
        public var reader: (any OrderReader)?
        /// Why somebody may not have orders done, or not without a proof (`Caveat.forbid`, `.prove`).
        public var objection: @Sendable ([Order], Language, Principal) async throws -> Caveat?
        /// Is told who did what.
        public var trail: any AuditTrail
        /// `nil`: no trail is kept.
        public var audit: (any AuditArchive)?
        /// Hands out and erases what is kept of people; `nil`: not here.
        public var persons: PersonDesk?
        /// What commands on the machine itself bring; `nil`: there are none.
        public var machineKey: Secret?
        /// A user's first words on a new connection: what came due meanwhile is announced.
        public var userConnected: @Sendable (Principal) async -> Void
        /// The state of each service: `up`, `down`, `starting`, `off`.
        public var services: @Sendable () async -> [String: String]
        /// The text of `/metrics`.
        public var metrics: @Sendable () -> String

        public init(
            authenticator: Authenticator, limits: RequestLimits, assistant: Assistant, conversations: any ConversationStore, memory: any MemoryDesk,
            appointments: any AppointmentStore, lists: any ListStore, weather: (any WeatherBulletins)? = nil, speech: SpeechRoutes, voices: VoiceBook? = nil,
            conversing: (any VoiceDesk)? = nil, hub: ConnectionHub, house: HouseDesk? = nil, automations: (any AutomationKeeper)? = nil,
            reader: (any OrderReader)? = nil, objection: @escaping @Sendable ([Order], Language, Principal) async throws -> Caveat? = { _, _, _ in nil },
            trail: any AuditTrail = NoTrail(), audit: (any AuditArchive)? = nil, persons: PersonDesk? = nil, machineKey: Secret? = nil,
            userConnected: @escaping @Sendable (Principal) async -> Void,
            services: @escaping @Sendable () async -> [String: String], metrics: @escaping @Sendable () -> String
        ) {
            self.authenticator = authenticator
            self.limits = limits
            self.assistant = assistant
            self.conversations = conversations
            self.memory = memory
            self.appointments = appointments
            self.lists = lists
            self.weather = weather
            self.speech = speech
            self.voices = voices
            self.conversing = conversing
            self.hub = hub
            self.house = house
            self.automations = automations
            self.reader = reader
            self.objection = objection
            self.trail = trail
            self.audit = audit
            self.persons = persons
            self.machineKey = machineKey
            self.userConnected = userConnected
            self.services = services
            self.metrics = metrics
        }
    }

    /// What the routes need to know of the configuration.
    public struct Options: Sendable {
        public var version: String
        /// Asked for at set-up when the request does not come from this machine.
        public var setupCode: Secret
        public var timeZone: TimeZone
        public var allowedHosts: [String]
        public var allowedOrigins: [String]

        public init(version: String, setupCode: Secret, timeZone: TimeZone, allowedHosts: [String], allowedOrigins: [String]) {
            self.version = version
            self.setupCode = setupCode
            self.timeZone = timeZone
            self.allowedHosts = allowedHosts
            self.allowedOrigins = allowedOrigins
        }
    }

    let parts: Parts
    let options: Options
    let clock: any WallClock
    let log: Logger
    let startedAt: Date

    public init(parts: Parts, options: Options, clock: any WallClock = SystemWallClock(), log: Logger) {
        self.parts = parts
        self.options = options
        self.clock = clock
        self.log = log
        startedAt = clock.now
        parts.authenticator.whenSessionEnds { [hub = parts.hub] in hub.close($0) }
        parts.authenticator.accounts.whenOneChanges { [hub = parts.hub] in hub.close(user: $0) }
    }

    /// All routes, behind the door.
    /// - Parameters:
    ///   - middleware: stands outside of everything.
    ///   - prefix: where the same routes are found once more, like `/api`.
    public func router(middleware: [any Middleware] = [], alsoUnder prefix: String? = nil) -> Router {
        let door = Access(
            authenticator: parts.authenticator, limits: parts.limits, hosts: Hosts(allowed: options.allowedHosts),
            origins: Origins(allowed: options.allowedOrigins), prefix: prefix, trail: parts.trail)
        var router = Router(middleware: middleware + [Compression(), door], admit: { try door.admit($0) })
        addRoutes(to: &router)
        if let prefix { router.group(prefix) { addRoutes(to: &$0) } }
        return router
    }

    private func addRoutes(to router: inout Router) {
        addSystemRoutes(to: &router)
        addAuthRoutes(to: &router)
        addKeyRoutes(to: &router)
        addSecondFactorRoutes(to: &router)
        addAccountRoutes(to: &router)
        addPeopleRoutes(to: &router)
        addPasskeyRoutes(to: &router)
        addOpenIDRoutes(to: &router)
        addChatRoutes(to: &router)
        addConversationRoutes(to: &router)
        addMemoryRoutes(to: &router)
        addForgettingRoutes(to: &router)
        addMemoryFileRoutes(to: &router)
        addAppointmentRoutes(to: &router)
        addListRoutes(to: &router)
        addWeatherRoute(to: &router)
        addHomeRoutes(to: &router)
        addAutomationRoutes(to: &router)
        addSpeechRoutes(to: &router)
        addSocketRoute(to: &router)
        addAuditRoutes(to: &router)
        addPersonRoutes(to: &router)
        addMachineRoutes(to: &router)
        addDocumentationRoutes(to: &router)
    }
}
