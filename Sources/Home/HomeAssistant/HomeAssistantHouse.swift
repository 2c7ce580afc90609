public import Base
public import Domain
public import Foundation
public import HTTPClient
public import Lifecycle
public import Observability
private import Synchronization

/// The house as Home Assistant runs it (2024.3 and later), over its WebSocket; the past over its REST API.
///
/// Keeps one connection, finds a dead one within seconds, comes back by itself, and reads everything again before it says that it is connected. A call that
/// was sent is never sent again.
public final class HomeAssistantHouse: House, Service {
    public struct Settings: Sendable {
        /// `http://homeassistant.local:8123`, or with `https`.
        public var url: String
        /// A long-lived access token.
        public var token: Secret
        /// A file of trusted certificates in PEM form; `nil`: the system's.
        public var certificateAuthorities: String?
        /// Domains whose entities may be seen and commanded by voice whatever is set for Assist.
        public var exposedDomains: Set<String>
        /// After this time without a word it is pinged, and given up when it does not answer within `pongWithin`.
        public var pingAfter: Duration
        public var pongWithin: Duration
        /// A call that takes longer counts as accepted once Home Assistant answers a ping that was sent after it.
        public var slowCall: Duration
        /// How long one that starts up is waited for before its house is taken as it is.
        public var startsWithin: Duration
        /// How long it may take to connect and to read everything.
        public var readyWithin: Duration
        /// Until the registries are read after they changed, since one change is seldom alone.
        public var modelDelay: Duration
        /// When they are read again without that: what is exposed to Assist may change without a word.
        public var modelRefresh: Duration
        /// Between two tries with a token that was refused: each counts as a failed sign-in there.
        public var tokenPause: Duration
        public var restart: RestartPolicy

        public init(
            url: String, token: Secret, certificateAuthorities: String? = nil, exposedDomains: Set<String> = [], pingAfter: Duration = .seconds(5),
            pongWithin: Duration = .seconds(10), slowCall: Duration = .seconds(5), startsWithin: Duration = .seconds(60),
            readyWithin: Duration = .seconds(120), modelDelay: Duration = .milliseconds(300), modelRefresh: Duration = .seconds(300),
            tokenPause: Duration = .seconds(300),
            restart: RestartPolicy = RestartPolicy(first: .milliseconds(100), maximum: .seconds(5), stableAfter: .seconds(5))
        ) {
            self.url = url
            self.token = token
            self.certificateAuthorities = certificateAuthorities
            self.exposedDomains = exposedDomains
            self.pingAfter = pingAfter
            self.pongWithin = pongWithin
            self.slowCall = slowCall
            self.startsWithin = startsWithin
            self.readyWithin = readyWithin
            self.modelDelay = modelDelay
            self.modelRefresh = modelRefresh
            self.tokenPause = tokenPause
            self.restart = restart
        }

        /// The address without what people copy along with it.
        var base: String {
            var base = url
            while base.hasSuffix("/") { base.removeLast() }
            return base
        }
    }

    public let name = "home-assistant"
    private let settings: Settings
    private let clock: any WallClock
    private let random: @Sendable () -> Double
    private let log: Logger
    private let table: HouseTable
    private let history: HomeAssistantHistory
    /// The connection over which calls go: there only while everything is up to date.
    private let current = Mutex<HomeAssistantConnection?>(nil)

    /// - Parameters:
    ///   - client: asks for the past.
    ///   - random: in 0..<1, for the jitter of waits.
    public init(
        _ settings: Settings, client: HTTPClient, clock: any WallClock = SystemWallClock(), log: Logger,
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.settings = settings
        self.clock = clock
        self.random = random
        self.log = log.with(label: "home-assistant")
        table = HouseTable(clock: clock)
        history = HomeAssistantHistory(url: settings.base, token: settings.token, client: client)
    }

    // MARK: House

    public var isConnected: Bool { table.isConnected }
    public var model: HomeModel { table.model }
    public func state(of entity: String) -> EntityState? { table.state(of: entity) }
    public func states() -> [EntityState] { table.states() }
    public func changes() -> AsyncStream<HomeChange> { table.changes() }

    public func call(_ call: ServiceCall) async throws {
        guard let connection = current.withLock({ $0 }) else { throw HouseError(.notConnected, "Home Assistant is not in reach") }
        // It would join them to the entities that were judged.
        if let target = call.otherTargets.first { throw HouseError(.refused, "a call may not name \(target) beside its entities") }
        var fields: [String: JSONValue] = ["domain": .string(call.domain), "service": .string(call.service), "service_data": .object(call.data)]
        if !call.entities.isEmpty { fields["target"] = ["entity_id": .array(call.entities.map { .string($0) })] }
        do {
            try await withThrowingTaskGroup(of: Void.self) { [fields, clock, settings] group in
                group.addImmediateTask { try await connection.request("call_service", fields) }
                // Home Assistant answers when the service is done, which for a script may be never. It takes messages in order: the answer to a ping
                // shows that it has taken the call.
                group.addTask {
                    try await clock.sleep(until: clock.now + settings.slowCall.seconds)
                    try await connection.request("ping")
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch let refusal as HomeAssistantRefusal {
            throw HouseError(.refused, refusal.description)
        } catch is CancellationError {
            throw HouseError(.unknownOutcome, "nobody waited for the answer")
        }
    }

    public func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] {
        try await history.states(of: entity, from: start, to: end)
    }

    // MARK: Service

    public func run(until shutdown: Shutdown) async throws {
        var backoff = RestartBackoff(policy: settings.restart)
        var reported: String?
        while !shutdown.isRequested, !Task.isCancelled {
            var pause: Duration?
            let session = HomeAssistantSession(settings: settings, clock: clock, log: log, table: table) { connection in
                self.current.withLock { $0 = connection }
            }
            do {
                try await session.run(until: shutdown)
                return
            } catch let failure as HomeAssistantConnection.Failure where failure.isAboutTheToken {
                pause = settings.tokenPause
                log.error(
                    "Home Assistant does not accept the token: make a long-lived access token in your profile there, under Security, and set HOME_ASSISTANT_TOKEN to it",
                    ["url": settings.base, "answer": failure.description])
            } catch {
                if session.readyAt != nil { reported = nil }
                // Said once, until something else happens.
                let reason = "\(error)"
                log.log(reason == reported ? .debug : .warning, "Home Assistant is not in reach", ["url": settings.base, "reason": reason])
                reported = reason
            }
            let uptime = session.readyAt.map { clock.now.timeIntervalSince($0) } ?? 0
            let delay = backoff.ended(after: .seconds(uptime), random: random())
            await wait(pause ?? delay, until: shutdown)
        }
    }

    private func wait(_ delay: Duration, until shutdown: Shutdown) async {
        await withTaskGroup(of: Void.self) { [clock] group in
            group.addTask { try? await clock.sleep(until: clock.now + delay.seconds) }
            group.addTask { await shutdown.wait() }
            await group.next()
            group.cancelAll()
        }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
