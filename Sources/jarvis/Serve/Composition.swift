import Assistant
import Backend
import Base
import Configuration
import Cryptography
import Domain
import Foundation
import HTTPClient
import HTTPServer
import Identity
import Language
import Lifecycle
import Memory
import Observability
import Skills
import Speech
import StorageSQLite
import Synchronization
import Understanding
import VoicePrints

/// The composition root: the only place where adapters meet features.
struct Composition {
    let store: SQLiteStore
    let authenticator: Authenticator
    let setupCode: Secret
    /// What commands on this machine bring.
    let machineKey: Secret
    /// What listens, for the welcome.
    let servers: [HTTPServer]
    /// Everything that runs, in the order in which it starts.
    let services: [any Service]
    /// Reads the tables and sentences of the skills, so that the first question need not wait for it.
    let warmUp: @Sendable () async -> Void

    /// - Parameter parts: the services asked for; empty for all.
    static func build(_ configuration: Configuration, folder: DataFolder, parts: Set<String>, log: Logger) async throws -> Composition {
        let clock = SystemWallClock()
        let secrets = try Secrets(configuration, databaseExists: SQLiteStore.exists(at: folder.database))
        let store = try await SQLiteStore.open(path: folder.database, encryptionKey: secrets.encryption, log: log.with(label: "store"))
        let metrics = Metrics()
        metrics.addProcess()
        let instruments = Instruments(in: metrics)
        let auditing = try Auditing(configuration, database: folder.database, store: store, metrics: metrics, clock: clock, log: log)

        let speech = try Voice(
            configuration, socket: folder.speechSocket, listen: configuration.speechListen, instruments: instruments, log: log)
        let models = try Models(configuration, instruments: instruments, clock: clock, log: log)
        let hub = ConnectionHub()
        let everywhere = EveryAnnouncer(hub)
        let timeZone = configuration.timeZone
        // The memory reads conversations, and hears of those that are deleted.
        let remembering = Latecomer<Brain>()
        let conversations = IncognitoConversations(
            store, clock: clock, deleting: { try await remembering.value?.conversationDeleted($0, for: $1) })
        let appointments = AppointmentService(store: store, announcer: everywhere, clock: clock, log: log.with(label: "appointments"))
        let watched = NotifyingAppointmentStore(store, changed: { appointments.appointmentsChanged() })
        let brain = Brain(
            parts: Brain.Parts(
                fragments: store, conversations: conversations, appointments: watched, embedder: models.embedder,
                embeddingLanguages: Set(configuration.embeddingLanguages.compactMap { Language(tag: $0) }), model: models.router),
            timeZone: timeZone, clock: clock, log: log.with(label: "memory"))
        remembering.value = brain
        let remembers = MemorySkill(brain: brain, incognito: conversations)
        let memory = CountedMemory(memory: brain, operations: instruments.memoryOperations)
        let devices = try await Home.Devices(configuration, store: store, clock: clock, log: log)
        let everyday = try Everyday(
            configuration, store: store, appointments: watched, hub: everywhere, memory: remembers,
            house: devices.house, folder: folder, clock: clock)
        let skills = everyday.skills
        // Automations carry out their orders as the desk does: it exists once the house does.
        let latecomer = Latecomer<OrderDesk>()
        let home = Home(
            configuration, devices: devices, store: store, everyday: everyday.handlers, trail: auditing.log, clock: clock, log: log,
            run: { orders, principal, language, _ in
                guard let desk = latecomer.value else { throw Problem(.unavailable, "not started yet") }
                let context = SkillContext(principal: principal, conversation: .init(), now: clock.now, timeZone: timeZone)
                return try await desk.carryOut(orders, language: language, in: context)
            })
        let desk = OrderDesk(
            parts: OrderDesk.Parts(
                reader: home.reader, handlers: home.handlers, schedule: home.schedule,
                skills: { try await skills.answer($0, in: $1).map { ($0.skill, $0.reply) } },
                tellers: { try await skills.answer($0, in: $1, onlyTelling: true).map { ($0.skill, $0.reply) } }, record: home.record),
            log: log.with(label: "orders"))
        latecomer.value = desk

        let signIns = SignInGuard(clock: clock), buckets = TokenBuckets(clock: clock)
        for (session, user) in try await store.liveSessions(at: clock.now) {
            signIns.remember(name: user.name, network: IPAddress(session.address)?.network.description ?? session.address)
        }
        let authenticator = try await Authenticator(
            users: store, sessions: store, keys: store, secretKey: secrets.shared,
            lifetimes: Authenticator.Lifetimes(
                access: configuration.accessTokenLifetime / .seconds(1),
                session: .init(idle: configuration.refreshTokenLifetime / .seconds(1), absolute: configuration.sessionLifetime / .seconds(1))),
            ways: SignInWays(
                secondFactors: SecondFactors(store: store, limiter: buckets, clock: clock, trail: auditing.log),
                passkeys: try Passkeys(store: store, clock: clock, trail: auditing.log, log: log.with(label: "passkeys")),
                openID: try OpenIDSignIn(configuration, store: store, clock: clock, trail: auditing.log, log: log.with(label: "openid")), trail: auditing.log),
            signIns: signIns, limiter: buckets, clock: clock, log: log.with(label: "identity"))
        // Automations hold the rights of their makers.
        authenticator.accounts.whenOneChanges { _ in home.automations.readAgain() }
        let assistant = Assistant(
            parts: Assistant.Parts(
                skills: { utterance, context in
                    if let reply = try await remembers.mode(utterance, in: context) { return (remembers.name, reply) }
                    return try await desk.answer(utterance, in: context)
                },
                detectLanguage: { LanguageGuess.language(of: $0) }, conversations: conversations,
                recall: { try await brain.context(for: $0, in: $1, before: $2) }, stored: { brain.turnStored(for: $0) },
                withoutModel: { utterance, context in
                    let isKept = !conversations.isIncognito(context.conversation, for: context.principal)
                    return try await brain.acknowledgement(of: utterance, in: context, isKept: isKept)
                }, model: models.router,
                synthesizer: speech.synthesizer, howToGetAModel: { MissingModel.help(in: $0) }, observe: { observe($0, instruments) }),
            defaultLanguage: configuration.language, contextTokens: max(512, configuration.llmContext - configuration.llmMaxTokens), clock: clock,
            log: log.with(label: "assistant"))
        let setupCode = try configuration.setupCode ?? Secret(makeCode())
        let routes = SpeechRoutes(
            parts: SpeechRoutes.Parts(
                synthesizer: speech.synthesizer, transcriber: speech.transcriber, decoder: speech.decoder, languages: [configuration.language]))
        let voices = speech.embedder.map { VoiceBook(store: store, embedder: $0, ear: speech.ear, clock: clock) }
        let conversing = Conversing.desk(
            speech, assistant: assistant, home: home, voices: voices, users: store,
            samples: WakeSamples(configuration.wakeSamples, in: "\(configuration.home)/wake-samples", clock: clock, log: log), instruments: instruments,
            timeZone: timeZone, clock: clock, log: log)
        let satellites = try conversing.map { desk in
            try SatelliteHost(
                configuration, folder: folder, desk: desk, synthesizer: speech.synthesizer, house: home.house,
                principal: { try? await store.roomAccount()?.principal }, clock: clock, log: log)
        }
        if let satellites { everywhere.join(satellites.hub) }
        let machineKey = Secret(Base64URL.encode(try RandomBytes.make(32)))
        let backend = Backend(
            parts: Backend.Parts(
                authenticator: authenticator,
                limits: RequestLimits(
                    limiter: buckets, perAddress: configuration.rateLimit, perUser: configuration.userRateLimit,
                    audit: auditing.log, clock: clock,
                    messageRefused: { instruments.rateLimited["/ws"].increment() }), assistant: assistant,
                conversations: conversations, memory: memory, appointments: watched,
                lists: store, weather: everyday.weather,
                speech: routes, voices: voices, conversing: conversing, hub: hub,
                house: home.desk, automations: home.automations,
                reader: home.reader,
                objection: { orders, language, principal in
                    let context = SkillContext(principal: principal, conversation: .init(), now: clock.now, timeZone: timeZone)
                    return try await desk.objection(to: orders, language: language, in: context)
                }, trail: auditing.log, audit: auditing.reader,
                persons: PersonDesk(
                    store: store, archive: auditing.reader, trail: auditing.log, eraseTrail: { _ = try await auditing.log.erase($0) },
                    erased: { household in
                        brain.readAgain(household)
                        appointments.appointmentsChanged()
                        home.automations.readAgain()
                        try? await home.house.reload()
                    }),
                machineKey: machineKey,
                userConnected: { appointments.userConnected($0) },
                services: {
                    let isStoreUp = (try? await store.ping()) != nil
                    let states = ["database": isStoreUp ? "up" : "down", "speech": speech.state, "llm": await models.state(), "home": home.state]
                    for (name, state) in states {
                        instruments.serviceStatus[name].set(state == "up" ? 1 : 0)
                        instruments.serviceHealth[name].set(state == "up" ? 1 : state == "starting" ? 0.5 : 0)
                    }
                    return states
                },
                metrics: {
                    instruments.users.set(Double(hub.userCount))
                    let memory = brain.size
                    instruments.memoryFragments.set(Double(memory.fragments))
                    instruments.memoryVectors.set(Double(memory.vectors))
                    return metrics.exposition()
                }),
            options: Backend.Options(
                version: Version.current, setupCode: setupCode, timeZone: timeZone, allowedHosts: configuration.allowedHosts,
                allowedOrigins: configuration.corsOrigins),
            clock: clock, log: log.with(label: "backend"))

        let make = Servers(configuration, instruments, log: log)
        var servers: [HTTPServer] = [], side: [HTTPServer] = []
        let certificates = configuration.httpsPort == nil ? nil : try Certificates(configuration, clock: clock, log: log)
        let interface = WebInterface(configuration, home: certificates?.home, log: log)
        if parts.isEmpty || parts.contains("backend") {
            servers.append(try make.server("backend", port: configuration.backendPort, interface.around(backend.router())))
        }
        if parts.isEmpty || parts.contains("interface") {
            servers.append(try make.server("interface", port: configuration.interfacePort, interface.around(backend.router(alsoUnder: "/api"))))
            if let port = configuration.httpsPort, let certificates {
                side.append(try make.server("https", port: port, tls: certificates.identity, interface.around(backend.router(alsoUnder: "/api"))))
            }
        }
        for kind in [SpeechService.Kind.transcription, .synthesis] where parts.isEmpty || parts.contains(kind.rawValue) {
            side.append(try make.server(kind, routes, state: { speech.state }, metrics: { metrics.exposition() }))
        }
        var services: [any Service] = auditing.services + speech.services + models.services
        services += [appointments, MemoryService(brain: brain)] + home.services
        if let worker = speech.worker { services.append(HomeVocabulary(worker: worker, house: home.house, log: log.with(label: "speech"))) }
        services += satellites?.services ?? []
        if let certificates { services.append(certificates) }
        services += servers
        services += side.map { SideServer($0, log: log) }
        return Composition(
            store: store, authenticator: authenticator, setupCode: setupCode, machineKey: machineKey, servers: servers + side, services: services,
            warmUp: {
                // Nobody's: no skill takes it, so nothing is stored.
                let nobody = Principal(household: .init(), user: .init(), role: .guest, name: "")
                let context = SkillContext(principal: nobody, conversation: .init(), now: clock.now, timeZone: timeZone)
                for language in Language.allCases { _ = try? await skills.answer(Utterance(text: "12 + 3 km à Tokyo", language: language), in: context) }
            })
    }

    private static func observe(_ trace: TurnTrace, _ instruments: Instruments) {
        for stage in trace.stages { instruments.turnStage[stage.name].observe(stage.milliseconds / 1000) }
        instruments.responseTime.observe(trace.stages.reduce(0) { $0 + $1.milliseconds } / 1000)
        if trace.failure != nil { instruments.errors["turn"].increment() }
    }

    /// Eight digits in two groups: 26 bits, for the minutes until an owner exists, and only together with network access.
    private static func makeCode() throws -> String {
        let number = try RandomBytes.make(4).reduce(0) { $0 << 8 | UInt64($1) } % 100_000_000
        let digits = String(repeating: "0", count: 8 - String(number).count) + String(number)
        return "\(digits.prefix(4))-\(digits.suffix(4))"
    }
}

extension Configuration {
    /// The languages of the household, the usual one first.
    var languages: [Language] { [self.language] + Language.allCases.filter { $0 != self.language } }
}

/// A part that others are made to call before it is there.
private final class Latecomer<Value: Sendable>: Sendable {
    private let held = Mutex<Value?>(nil)

    var value: Value? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
