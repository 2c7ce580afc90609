import Automations
import Backend
import Base
import Configuration
import Domain
import Foundation
import HTTPClient
import Home
import Intents
import Lifecycle
import MQTT
import Observability
import Skills
import StorageSQLite

/// The house and what obeys it: where the devices are known from, how orders are read, and who carries them out.
struct Home: Sendable {
    /// The house with the ambiences that were saved here.
    let house: SceneHouse
    let reader: any OrderReader
    let automations: AutomationDesk
    let handlers: [any OrderHandler]
    /// Everything of it that runs, in the order in which it starts.
    let services: [any Service]
    /// Keeps orders that are for later.
    let schedule: @Sendable ([Order], Language, SkillContext) async throws -> SkillReply
    /// Told of orders that were carried out.
    let record: @Sendable ([Order], SkillContext) -> Void
    /// For pages and programs; `nil` without a house.
    let desk: HouseDesk?
    let isConfigured: Bool

    /// The devices, and what keeps them in reach.
    struct Devices: Sendable {
        let house: SceneHouse
        fileprivate let services: [any Service]
        fileprivate let isConfigured: Bool

        init(_ configuration: Configuration, store: SQLiteStore, clock: any WallClock, log: Logger) async throws {
            let (base, connection) = try Home.base(configuration, clock: clock, log: log)
            isConfigured = !(base is NoHouse)
            services = connection
            house = SceneHouse(base, store: store, clock: clock, log: log.with(label: "scenes"))
            try await house.reload()
        }
    }

    /// Where the sun of automations is, when neither the configuration nor the house says: in Paris.
    private static let usualPlace = Coordinates(latitude: 48.8566, longitude: 2.3522)

    /// - Parameters:
    ///   - everyday: carries out what is not about devices: timers, lists, the time.
    ///   - desk: the desk that the orders of automations go through; made after this.
    init(
        _ configuration: Configuration, devices: Devices, store: SQLiteStore, everyday: [any OrderHandler], trail: any AuditTrail, clock: any WallClock,
        log: Logger, run: @escaping AutomationService.Run
    ) {
        let house = devices.house
        self.house = house
        isConfigured = devices.isConfigured

        let finder = IntentFinder(
            library: IntentLibrary(folder: Self.intentFolder(configuration)), house: house, log: log.with(label: "intents"))
        reader = HouseReader(
            SentenceReader(finder: { finder.finder(for: $0) }, home: { house.model }),
            elsewhere: SentenceReader(finder: { finder.finderWithoutHouse(for: $0) }, home: { HomeModel() }), house: house)

        let causes = CauseLog(store: store, log: log.with(label: "automations"))
        let service = AutomationService(
            store: store, house: house, timeZone: configuration.timeZone,
            sun: configuration.place.flatMap { Sun(latitude: $0.latitude, longitude: $0.longitude) },
            usualSun: Sun(latitude: Self.usualPlace.latitude, longitude: Self.usualPlace.longitude), causes: causes, clock: clock,
            log: log.with(label: "automations"), run: run)
        let automations = AutomationDesk(service: service)
        let acting: [any OrderHandler] = [
            HomeOrderHandler(house: house, trail: trail, clock: clock, log: log.with(label: "home")), SceneOrderHandler(store: store, house: house),
        ]
        let later = AutomationOrderHandler(desk: automations) { orders, language, context in try await acting.objection(to: orders, language, context) }
        self.automations = automations
        schedule = { orders, language, context in try await later.schedule(orders, language: language, context: context) }
        record = { orders, context in service.record(orders, by: context.principal, at: context.now) }
        handlers = acting + [later] + everyday
        // Causes are stored until nobody records any more.
        services = devices.services + [finder, causes, service]
        let control = DirectControl(house: house, trail: trail, clock: clock, log: log.with(label: "home"))
        desk =
            isConfigured
            ? HouseDesk(house: house) { call, isConfirmed, principal in
                let origin = ChangeCause.Origin.order(text: "", user: principal.user, name: principal.name)
                let targets = Dictionary(call.entities.map { ($0, [String]()) }) { first, _ in first }
                let cause = ChangeCause(targets: targets, origin: origin, at: clock.now)
                try await control.call(call, isConfirmed: isConfirmed, for: principal)
                causes.record(cause, for: principal)
            } : nil
    }

    /// For `/health`: `off` where no house is configured, which is a choice and not a failure.
    var state: String { !isConfigured ? "off" : house.isConnected ? "up" : "down" }

    /// Home Assistant where it is configured, else an MQTT broker, else a file, else nothing.
    private static func base(_ configuration: Configuration, clock: any WallClock, log: Logger) throws -> (any House, [any Service]) {
        if let url = configuration.homeAssistantURL {
            guard let token = configuration.homeAssistantToken else {
                throw StartError("HOME_ASSISTANT_URL is set without HOME_ASSISTANT_TOKEN: make a long-lived token in Home Assistant (your profile, Security)")
            }
            let house = HomeAssistantHouse(
                HomeAssistantHouse.Settings(url: url.absoluteString, token: token), client: try HTTPClient(clock: clock), clock: clock, log: log)
            return (house, [house])
        }
        if let url = configuration.mqttURL {
            do {
                var options = try MQTTOptions(url: url)
                options.authority = configuration.mqttAuthority
                let house = try MQTTHouse(options: options, prefix: configuration.mqttPrefix, clock: clock, log: log)
                return (house, [house])
            } catch {
                throw StartError("JARVIS_MQTT_URL: \(error.message)")
            }
        }
        if let path = configuration.homeFile {
            do {
                return (try FileHouse(path: path, clock: clock), [])
            } catch let error as HouseFileError {
                throw StartError("JARVIS_HOME_FILE: \(error)")
            }
        }
        return (NoHouse(), [])
    }

    /// Where the sentences of home-assistant-intents are.
    static func intentFolder(_ configuration: Configuration) -> String? {
        configuration.intents ?? Installation.find("../share/jarvis/intents", orInCheckout: ".jarvis/intents")
    }
}

/// A house of which nothing is known.
private struct NoHouse: House {
    var isConnected: Bool { true }
    var model: HomeModel { HomeModel() }
    func state(of entity: String) -> EntityState? { nil }
    func states() -> [EntityState] { [] }
    func changes() -> AsyncStream<HomeChange> { AsyncStream { $0.finish() } }
    func call(_ call: ServiceCall) async throws { throw HouseError(.unsupported, "no house is configured") }
    func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] { throw HouseError(.unsupported, "no house is configured") }
}
