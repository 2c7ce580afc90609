public import Base
public import Domain
public import Lifecycle
public import MQTT
public import Observability
public import Foundation
import Synchronization

/// A house whose devices speak MQTT with Home Assistant's discovery topics (https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery).
///
/// Understood are lights (`basic` and `json`), switches, covers, fans, locks, sensors, binary sensors, climates, numbers, buttons, scenes and valves.
/// Templates are `{{ value }}` and `{{ value_json.a.b }}`; where a device needs more, the log says so and it goes without that value.
public final class MQTTHouse: House, Service {
    /// So many topics are asked for at once.
    private static let batch = 2000

    public let name = "mqtt"
    private let connection: MQTTConnection
    private let table: HouseTable
    private let clock: any WallClock
    private let log: Logger
    private let patience: Duration
    private let prefix: String
    /// Published and heard again, it shows that everything sent before has arrived.
    private let echoTopic: String

    private struct State {
        var registry: MQTTRegistry
        /// Counts connections.
        var connection = 0
        /// Whether what the broker keeps was heard, so that the table may be told.
        var isCurrent = false
        /// Whether the table has yet to be told of devices that came or went.
        var isModelStale = false
        var subscribe: Set<String> = []
        var unsubscribe: Set<String> = []
        var echoes: Set<String> = []
        /// So many times in a row the connection broke while an echo was waited for: some brokers end it when a client publishes what it may not.
        var echoesCutOff = 0
        /// Until when the timekeeper sleeps.
        var alarm: Date?
    }
    private let state: Mutex<State>
    /// Rung when the broker is to be asked for something.
    private let work = Bell()
    private let echo = Bell()
    private let time = Bell()

    /// - Parameters:
    ///   - options: who connects, and where to.
    ///   - prefix: the first level of the discovery topics, `homeassistant` as a rule.
    /// - Throws: `MQTTError` for options that cannot be used.
    public init(
        options: MQTTOptions, prefix: String = "homeassistant", patience: Duration = .seconds(3), clock: any WallClock = SystemWallClock(), log: Logger
    ) throws(MQTTError) {
        connection = try MQTTConnection(name: "mqtt", options: options, log: log)
        table = HouseTable(clock: clock)
        self.clock = clock
        self.log = log.with(label: "mqtt")
        self.patience = patience
        self.prefix = prefix
        echoTopic = "jarvis/\(options.client)/echo"
        state = Mutex(State(registry: MQTTRegistry(prefix: prefix)))
    }

    // MARK: House

    public var isConnected: Bool { table.isConnected }
    public var model: HomeModel { table.model }
    public func state(of entity: String) -> EntityState? { table.state(of: entity) }
    public func states() -> [EntityState] { table.states() }
    public func changes() -> AsyncStream<HomeChange> { table.changes() }

    public func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] {
        throw HouseError(.unsupported, "an MQTT broker keeps no history")
    }

    /// Publishes what the devices are to hear, and returns when the broker has it. A device that does not tell its state is then taken to be as asked;
    /// its state has the attribute `assumed_state`.
    public func call(_ call: ServiceCall) async throws {
        guard table.isConnected else { throw HouseError(.notConnected, "the MQTT broker is not in reach") }
        let errands = try state.withLock { state throws(HouseError) in try state.registry.errands(for: call, now: clock.now) }
        let results = await withTaskGroup(of: HouseError?.self) { group in
            for errand in errands { group.addTask { await self.run(errand.entity, errand.isRetained, errand.commands) } }
            return await group.reduce(into: [HouseError?]()) { $0.append($1) }
        }
        let failures = results.compactMap(\.self)
        guard let first = failures.first else { return }
        // Some of it was done.
        if failures.count < results.count, results.count > 1 { throw HouseError(.unknownOutcome, first.detail) }
        throw failures.first { $0.code == .unknownOutcome } ?? first
    }

    /// One device hears its messages one after the other.
    private func run(_ entity: String, _ isRetained: Bool, _ commands: [DeviceCommand]) async -> HouseError? {
        var hasSaid = false
        for command in commands {
            do throws(MQTTError) {
                try await connection.publish(MQTTMessage(topic: command.topic, command.payload, quality: .atLeastOnce, isRetained: isRetained))
            } catch {
                switch error.code {
                case .notConnected, .busy: return HouseError(hasSaid ? .unknownOutcome : .notConnected, error.message)
                case .invalid: return HouseError(hasSaid ? .unknownOutcome : .refused, error.message)
                default: return HouseError(.unknownOutcome, error.message)
                }
            }
            hasSaid = true
            guard !command.assuming.isEmpty else { continue }
            state.withLock { state in
                if let new = state.registry.assume(entity, command.assuming, now: clock.now), state.isCurrent { table.apply(new) }
            }
        }
        return nil
    }

    // MARK: Service

    public func run(until shutdown: Shutdown) async throws {
        // Remembered, and asked for with each connection.
        try await connection.subscribe(to: DiscoveryTopic.filters(prefix: prefix) + [echoTopic])
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.connection.run(until: shutdown) }
            group.addTask { for await event in self.connection.events { self.take(event) } }
            group.addTask { await self.keepSubscribed() }
            group.addTask { await self.keepTime() }
            try await group.next()
            group.cancelAll()
            try await group.waitForAll()
        }
        table.setConnected(false)
    }

    private func take(_ event: MQTTEvent) {
        switch event {
        case .connected:
            state.withLock { state in
                state.connection += 1
                state.registry.beginSynchronizing()
            }
            work.ring()
        case .disconnected:
            state.withLock { state in
                state.connection += 1
                state.isCurrent = false
                table.setConnected(false)
            }
            echo.ring()
        case .message(let message):
            if message.topic == echoTopic {
                state.withLock { state in
                    if state.echoes.count < 16 { state.echoes.insert(String(decoding: message.payload.prefix(64), as: UTF8.self)) }
                }
                return echo.ring()
            }
            handle { $0.hear(message, now: clock.now) }
        }
    }

    /// Has the registry do something, and does what comes of it.
    private func handle(_ body: (inout MQTTRegistry) -> MQTTRegistry.Outcome) {
        let (outcome, hasWork, isEarlier) = state.withLock { state in
            let outcome = body(&state.registry)
            state.subscribe.subtract(outcome.unsubscribe)
            state.unsubscribe.subtract(outcome.subscribe)
            state.subscribe.formUnion(outcome.subscribe)
            state.unsubscribe.formUnion(outcome.unsubscribe)
            if state.isCurrent {
                // Done once for many new devices.
                if outcome.isModelChanged { state.isModelStale = true }
                for id in outcome.removed { table.remove(id) }
                for new in outcome.states { table.apply(new) }
            }
            let deadline = state.registry.deadline
            return (
                outcome, outcome.isModelChanged || !outcome.subscribe.isEmpty || !outcome.unsubscribe.isEmpty,
                deadline.map { $0 < state.alarm ?? .distantFuture } ?? false
            )
        }
        for note in outcome.notes { log.warning("a device's description cannot be used as it is", ["topic": note.topic, "reason": note.text]) }
        if hasWork { work.ring() }
        if isEarlier { time.ring() }
    }

    // MARK: The broker

    /// Asks the broker for the topics of new devices; after a new connection, waits until everything that it keeps has arrived.
    private func keepSubscribed() async {
        var synchronized = 0
        while !Task.isCancelled {
            await work.wait()
            let connection = state.withLock { $0.connection }
            if connection != synchronized, self.connection.state == .connected {
                synchronized = connection
                await synchronize(connection)
            } else {
                tellModel()
                await subscribe()
            }
        }
    }

    private func tellModel() {
        state.withLock { state in
            if state.isModelStale && state.isCurrent { table.replace(model: state.registry.model) }
            state.isModelStale = false
        }
    }

    private func subscribe() async {
        while !Task.isCancelled {
            let (wanted, unwanted) = state.withLock { state in
                let wanted = Array(state.subscribe.prefix(Self.batch)), unwanted = Array(state.unsubscribe.prefix(Self.batch))
                state.subscribe.subtract(wanted)
                state.unsubscribe.subtract(unwanted)
                return (wanted, unwanted)
            }
            if wanted.isEmpty && unwanted.isEmpty { return }
            do throws(MQTTError) {
                if !unwanted.isEmpty { try await connection.unsubscribe(from: unwanted) }
                if !wanted.isEmpty { try await connection.subscribe(to: wanted.sorted()) }
            } catch {
                // With the next connection they are asked for again.
                log.warning("the broker was asked for devices' topics in vain", ["error": error.message])
            }
        }
    }

    private func synchronize(_ number: Int) async {
        // First the devices, then their states, which are asked for once the devices are known.
        for round in ["devices", "states"] {
            await subscribe()
            guard await hearEcho("\(number) \(round)", connection: number) else { return }
        }
        handle { $0.endSynchronizing() }
        let (devices, isCurrent) = state.withLock { state in
            guard state.connection == number else { return (0, false) }
            let states = state.registry.states
            table.replace(model: state.registry.model, states: states)
            state.isCurrent = true
            state.isModelStale = false
            table.setConnected(true)
            return (states.count, true)
        }
        if isCurrent { log.info("the devices on the broker are known", ["devices": "\(devices)"]) }
        await subscribe()
    }

    /// Whether the connection still stands, once everything sent before has been heard, or the patience is over.
    private func hearEcho(_ text: String, connection number: Int) async -> Bool {
        let mayPublish = state.withLock { state in
            state.echoes = []
            return state.echoesCutOff < 2
        }
        if mayPublish { try? await connection.publish(MQTTMessage(topic: echoTopic, text, quality: .atLeastOnce), within: patience) }
        let deadline = clock.now + patience / .seconds(1)
        let isStanding = await withTaskGroup(of: Bool.self) { group in
            group.addTask { [self] in
                while !Task.isCancelled {
                    let (isHeard, isOver) = state.withLock { ($0.echoes.contains(text), $0.connection != number) }
                    if isHeard || isOver { return isHeard && !isOver }
                    await echo.wait()
                }
                return false
            }
            group.addTask { [self] in
                guard (try? await clock.sleep(until: deadline)) != nil else { return false }
                log.warning("the broker does not return what is published under its own topic; it may need the right to", ["topic": echoTopic])
                return state.withLock { $0.connection == number }
            }
            let isStanding = await group.next() ?? false
            group.cancelAll()
            return isStanding
        }
        if mayPublish { state.withLock { $0.echoesCutOff = isStanding ? 0 : $0.echoesCutOff + 1 } }
        return isStanding
    }

    // MARK: Time

    /// Changes states that change by themselves: a sensor that fell silent, a motion that is over.
    private func keepTime() async {
        while !Task.isCancelled {
            let deadline = state.withLock { state in
                state.alarm = state.registry.deadline
                return state.alarm
            }
            await withTaskGroup(of: Void.self) { [time, clock] group in
                group.addTask { await time.wait() }
                if let deadline { group.addTask { try? await clock.sleep(until: deadline) } }
                await group.next()
                group.cancelAll()
            }
            handle { $0.timePassed(now: clock.now) }
        }
    }
}
