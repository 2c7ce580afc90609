import Base
import Domain
import Foundation
import HTTPClient
import Lifecycle
import Observability
private import Synchronization

/// One connection's life: connect, read everything, follow what changes, and say that it is lost.
final class HomeAssistantSession: Sendable {
    /// Which part of the model is out of date.
    private struct Staleness: OptionSet {
        var rawValue: Int
        /// Entities came, went, or describe themselves otherwise.
        static let entities = Staleness(rawValue: 1)
        /// Names, areas, aliases, exposure or the place were changed.
        static let registries = Staleness(rawValue: 2)
    }

    /// Each is told by an event of its own. Before 2024.4 only an administrator's token may hear of floors.
    private static let registryEvents = [
        "core_config_updated", "area_registry_updated", "device_registry_updated", "entity_registry_updated", "floor_registry_updated",
    ]
    /// Between two looks at one that starts up, in seconds.
    private static let startPoll = 0.25

    private let settings: HomeAssistantHouse.Settings
    private let clock: any WallClock
    private let log: Logger
    private let table: HouseTable
    private let setCurrent: @Sendable (HomeAssistantConnection?) -> Void
    private let stale = Mutex<Staleness>([])
    private let staleSignal = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let ready = Mutex<Date?>(nil)

    /// - Parameter setCurrent: given the connection when calls may go over it, and `nil` when that is over.
    init(
        settings: HomeAssistantHouse.Settings, clock: any WallClock, log: Logger, table: HouseTable,
        setCurrent: @escaping @Sendable (HomeAssistantConnection?) -> Void
    ) {
        self.settings = settings
        self.clock = clock
        self.log = log
        self.table = table
        self.setCurrent = setCurrent
    }

    /// When everything was read; `nil` before that.
    var readyAt: Date? { ready.withLock { $0 } }

    /// Returns when `shutdown` is requested; throws why the connection was lost, or never made.
    func run(until shutdown: Shutdown) async throws {
        guard let connection = try await open(until: shutdown) else { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await connection.read() }
            group.addTask { await shutdown.wait() }
            group.addTask { try await self.follow(connection) }
            group.addTask { try await self.expectReadiness() }
            group.addTask { try await self.refresh() }
            defer {
                // In this order: whoever hears that a call's outcome is unknown finds the house not connected.
                setCurrent(nil)
                table.setConnected(false)
                connection.end()
                group.cancelAll()
            }
            while try await group.next() != nil, !shutdown.isRequested {}
        }
    }

    /// `nil` when `shutdown` came first.
    private func open(until shutdown: Shutdown) async throws -> HomeAssistantConnection? {
        let limits = WebSocketClient.Limits(pingAfter: settings.pingAfter, pongWithin: settings.pongWithin)
        let socket = WebSocketClient.Settings(limits: limits, certificateAuthorities: settings.certificateAuthorities)
        return try await withThrowingTaskGroup(of: HomeAssistantConnection?.self) { [settings, clock] group in
            group.addTask { try await .open(settings.base + "/api/websocket", token: settings.token, settings: socket) }
            group.addTask {
                await shutdown.wait()
                return nil
            }
            group.addTask {
                try await clock.sleep(until: clock.now + settings.readyWithin.seconds)
                throw HomeAssistantConnection.Failure(description: "it did not answer to the token in time")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private func expectReadiness() async throws {
        try await clock.sleep(until: clock.now + settings.readyWithin.seconds)
        if readyAt == nil { throw HomeAssistantConnection.Failure(description: "reading its house took too long") }
    }

    private func refresh() async throws {
        while true {
            try await clock.sleep(until: clock.now + settings.modelRefresh.seconds)
            mark(.registries)
        }
    }

    // MARK: Reading everything

    private func follow(_ connection: HomeAssistantConnection) async throws {
        let config = try await waitUntilStarted(connection)
        for event in Self.registryEvents {
            try await optional { try await connection.subscribe("subscribe_events", ["event_type": .string(event)]) { _ in self.mark(.registries) } }
        }
        try await followStates(connection)
        var registries = try await registries(connection, config: config)
        updateModel(registries)
        ready.withLock { $0 = clock.now }
        setCurrent(connection)
        table.setConnected(true)
        log.info("connected to Home Assistant", ["url": settings.base, "version": connection.version, "entities": "\(table.model.entities.count)"])

        for await _ in staleSignal.stream {
            try await clock.sleep(until: clock.now + settings.modelDelay.seconds)
            let what = stale.withLock { stale in
                defer { stale = [] }
                return stale
            }
            if what.contains(.registries) { registries = try await self.registries(connection) }
            if !what.isEmpty { updateModel(registries) }
        }
    }

    private func updateModel(_ registries: HomeAssistantRegistries) {
        var model = registries.model(states: table.states(), exposedDomains: settings.exposedDomains)
        // Some devices, media players above all, say what they can do only while they are on. What one could before it can again; and the model, of which
        // much is made, stays as it is.
        let before = Dictionary(table.model.entities.map { ($0.id, $0.features) }) { first, _ in first }
        for index in model.entities.indices { model.entities[index].features |= before[model.entities[index].id] ?? 0 }
        table.replace(model: model)
    }

    /// One that starts up answers before its devices are there. Returns its configuration.
    private func waitUntilStarted(_ connection: HomeAssistantConnection) async throws -> JSONValue {
        let deadline = clock.now + settings.startsWithin.seconds
        while true {
            let config = try await connection.request("get_config"), state = config["state"]?.string
            if state == nil || state == "RUNNING" { return config }
            if clock.now >= deadline {
                log.warning("Home Assistant is taking long to start; its house is taken as it is", ["state": state ?? "?"])
                return config
            }
            try await clock.sleep(until: clock.now + Self.startPoll)
        }
    }

    /// Has all states told, and then what changes; returns when all states are in the table.
    private func followStates(_ connection: HomeAssistantConnection) async throws {
        let isFirst = Mutex(true)
        try await connection.subscribe("subscribe_entities") { [table] event in
            let changes = try HomeAssistantStates.changes(in: event, known: table.state(of:))
            let isFirst = isFirst.withLock { isFirst in
                defer { isFirst = false }
                return isFirst
            }
            if isFirst { return table.replace(states: changes.compactMap { if case .put(let state) = $0 { state } else { nil } }) }
            for change in changes { self.apply(change) }
        }
        // Answered after the states were told, since all is told in order.
        try await connection.request("ping")
        if isFirst.withLock({ $0 }) { table.replace(states: []) }
    }

    private func apply(_ change: HomeAssistantStates.Change) {
        switch change {
        case .put(let state):
            if table.state(of: state.entity).map({ state.isDescribed(otherwiseThan: $0) }) ?? true { mark(.entities) }
            table.apply(state)
        case .remove(let entity):
            mark(.entities)
            table.remove(entity)
        }
    }

    /// - Parameter config: what `get_config` has just answered; asked for anew without it.
    private func registries(_ connection: HomeAssistantConnection, config: JSONValue? = nil) async throws -> HomeAssistantRegistries {
        func read(_ type: String, _ fields: [String: JSONValue] = [:]) async throws -> JSONValue {
            try await optional { try await connection.request(type, fields) } ?? .null
        }
        async let floors = read("config/floor_registry/list")
        async let areas = read("config/area_registry/list")
        async let devices = read("config/device_registry/list")
        async let listed = read("config/entity_registry/list")
        async let exposed = read("homeassistant/expose_entity/list")
        async let exposesNew = read("homeassistant/expose_new_entities/get", ["assistant": "conversation"])

        var registries = HomeAssistantRegistries()
        registries.read(floors: try await floors, areas: try await areas, devices: try await devices)
        if let config { registries.read(config: config) } else { registries.read(config: try await read("get_config")) }
        let entries = try await listed.array ?? []
        registries.read(entries: entries)
        // The list has no aliases.
        let ids = registries.entries.filter { !$0.value.isDisabled }.keys.sorted()
        if !ids.isEmpty, let whole = try await read("config/entity_registry/get_entries", ["entity_ids": .array(ids.map { .string($0) })]).object {
            registries.read(entries: whole.values)
        }
        registries.read(exposed: try await exposed)
        registries.exposesNew = try await exposesNew["expose_new"]?.bool ?? true
        return registries
    }

    /// `nil` when this Home Assistant has no such command, or not for this token.
    private func optional<T>(_ body: () async throws -> T) async throws -> T? {
        do { return try await body() } catch let refusal as HomeAssistantRefusal where refusal.isAboutTheCommand { return nil }
    }

    private func mark(_ what: Staleness) {
        stale.withLock { $0.formUnion(what) }
        staleSignal.continuation.yield()
    }
}
