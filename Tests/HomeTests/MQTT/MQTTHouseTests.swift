import Base
import Domain
import Foundation
import Lifecycle
import MQTT
import Observability
import TestSupport
import Testing

@testable import Home

/// The whole way, over a real broker: what devices say and hear is said and heard by a second connection.
@Suite(.timeLimit(.minutes(2)), .enabled(if: Broker.isWanted, "mosquitto is not installed")) struct MQTTHouseTests {
    private static func options(_ broker: Broker) -> MQTTOptions {
        var options = MQTTOptions(host: "127.0.0.1", port: broker.port)
        options.reconnect = RestartPolicy(first: .milliseconds(20), maximum: .milliseconds(200))
        return options
    }

    /// Runs something until `body` is over.
    private static func run(_ services: [any Service], _ body: () async throws -> Void) async throws {
        let shutdown = Shutdown()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in services { group.addTask { try await service.run(until: shutdown) } }
            let result: Result<Void, any Error>
            do { result = .success(try await body()) } catch { result = .failure(error) }
            shutdown.request()
            try await group.waitForAll()
            try result.get()
        }
    }

    /// Devices: a connection whose events are read as messages.
    private final class Devices {
        let connection: MQTTConnection
        private var events: AsyncStream<MQTTEvent>.Iterator

        init(_ broker: Broker) throws {
            connection = try MQTTConnection(name: "devices", options: MQTTHouseTests.options(broker), log: .silent)
            events = connection.events.makeAsyncIterator()
        }

        func connected() async { while let event = await events.next() { if case .connected = event { return } } }

        func heard() async -> String? {
            while let event = await events.next() {
                if case .message(let message) = event { return "\(message.topic)=\(String(decoding: message.payload, as: UTF8.self))" }
            }
            return nil
        }

        func say(_ topic: String, _ text: String) async throws {
            try await connection.publish(MQTTMessage(topic: topic, text, quality: .atLeastOnce, isRetained: true))
        }

        func describe(_ topic: String, _ config: JSONValue) async throws { try await say("homeassistant/\(topic)/config", config.rendered ?? "") }
    }

    /// Waits for a change.
    private static func wait(_ changes: inout AsyncStream<HomeChange>.Iterator, _ isIt: (HomeChange) -> Bool) async {
        while let change = await changes.next() { if isIt(change) { return } }
    }

    private static func isState(_ entity: String, _ value: String) -> (HomeChange) -> Bool {
        { if case .state(let new, _) = $0 { new.entity == entity && new.value == value } else { false } }
    }

    @Sendable private static func isConnected(_ change: HomeChange) -> Bool { if case .connection(true) = change { true } else { false } }

    @Test func aLampIsFoundHeardAndCommanded() async throws {
        let broker = try await Broker()
        let house = try MQTTHouse(options: Self.options(broker), patience: .seconds(60), log: .silent)
        let devices = try Devices(broker)
        await #expect(throws: HouseError.self) { try await house.call(ServiceCall(domain: "light", service: "turn_on", entities: ["light.lamp"])) }
        try await Self.run([devices.connection]) {
            await devices.connected()
            try await devices.connection.subscribe(to: ["lamp/set"])
            try await devices.describe(
                "light/lamp", ["name": "Lampe", "cmd_t": "lamp/set", "stat_t": "lamp", "avty_t": "lamp/there", "dev": ["name": "Bureau", "sa": "Bureau"]])
            try await devices.say("lamp", "OFF")
            try await devices.say("lamp/there", "online")
            var changes = house.changes().makeAsyncIterator()
            try await Self.run([house]) {
                await Self.wait(&changes, Self.isConnected)
                // Devices and states were there before the house said that it is.
                #expect(house.model.entities.map(\.name) == ["Bureau Lampe"])
                #expect(house.model.areas.map(\.name) == ["Bureau"])
                #expect(house.state(of: "light.lamp")?.value == "off")
                try await house.call(ServiceCall(domain: "light", service: "turn_on", entities: ["light.lamp"]))
                #expect(await devices.heard() == "lamp/set=ON")
                // Only what the lamp says counts.
                #expect(house.state(of: "light.lamp")?.value == "off")
                try await devices.say("lamp", "ON")
                await Self.wait(&changes, Self.isState("light.lamp", "on"))
                try await devices.say("lamp/there", "offline")
                await Self.wait(&changes, Self.isState("light.lamp", "unavailable"))
                let error = await #expect(throws: HouseError.self) {
                    try await house.call(ServiceCall(domain: "light", service: "turn_off", entities: ["light.lamp"]))
                }
                #expect(error?.code == .refused)
                // A device that comes later, and goes.
                try await devices.describe("switch/plug", ["cmd_t": "plug/set", "stat_t": "plug"])
                try await devices.say("plug", "ON")
                await Self.wait(&changes, Self.isState("switch.plug", "on"))
                try await devices.say("homeassistant/switch/plug/config", "")
                await Self.wait(&changes, Self.isState("switch.plug", "unavailable"))
                #expect(house.state(of: "switch.plug") == nil)
                await #expect(throws: HouseError.self) { try await house.history(of: "light.lamp", from: .distantPast, to: .distantFuture) }
            }
            #expect(!house.isConnected)
        }
    }

    @Test func manyDevicesAreKnownBeforeTheHouseIs() async throws {
        let broker = try await Broker()
        let house = try MQTTHouse(options: Self.options(broker), patience: .seconds(60), log: .silent)
        let devices = try Devices(broker)
        let count = 600
        try await Self.run([devices.connection]) {
            await devices.connected()
            for number in 0..<count {
                try await devices.describe("sensor/s\(number)", ["stat_t": .string("s/\(number)"), "name": .string("Sonde \(number)")])
                try await devices.say("s/\(number)", "\(number)")
            }
            var changes = house.changes().makeAsyncIterator()
            try await Self.run([house]) {
                await Self.wait(&changes, Self.isConnected)
                #expect(house.model.entities.count == count)
                #expect(house.states().allSatisfy { "sensor.s\($0.value)" == $0.entity })
            }
        }
    }

    @Test func aBrokerThatComesBackWithLess() async throws {
        let broker = try await Broker()
        let house = try MQTTHouse(options: Self.options(broker), patience: .seconds(60), log: .silent)
        let devices = try Devices(broker)
        try await Self.run([devices.connection]) {
            await devices.connected()
            try await devices.describe("switch/a", ["cmd_t": "a/set", "stat_t": "a"])
            try await devices.say("a", "ON")
            var changes = house.changes().makeAsyncIterator()
            try await Self.run([house]) {
                await Self.wait(&changes, Self.isConnected)
                #expect(house.state(of: "switch.a")?.value == "on")
                await broker.stop()
                await Self.wait(&changes) { if case .connection(false) = $0 { true } else { false } }
                let error = await #expect(throws: HouseError.self) {
                    try await house.call(ServiceCall(domain: "switch", service: "turn_off", entities: ["switch.a"]))
                }
                #expect(error?.code == .notConnected)
                // It keeps nothing over a restart.
                try await broker.start()
                await Self.wait(&changes, Self.isConnected)
                #expect(house.model.entities.isEmpty && house.states().isEmpty)
            }
        }
    }

    @Test func aBrokerThatLetsUsSayLittleIsWaitedForNoLonger() async throws {
        let folder = try Paths.temporaryFolder()
        let rights = folder.file("acl")
        try Data("topic read #\n".utf8).write(to: URL(filePath: rights))
        let broker = try await Broker(["allow_anonymous true", "acl_file \(rights)"])
        let house = try MQTTHouse(options: Self.options(broker), patience: .milliseconds(50), log: .silent)
        var changes = house.changes().makeAsyncIterator()
        try await Self.run([house]) { await Self.wait(&changes, Self.isConnected) }
    }

    /// Some brokers end the connection of a client that publishes what it may not: here mosquitto, by a limit of no packets.
    @Test func aBrokerThatHangsUpOnWhatMayNotBeSaidIsAskedNoMore() async throws {
        let folder = try Paths.temporaryFolder()
        let rights = folder.file("acl")
        try Data("topic read #\n".utf8).write(to: URL(filePath: rights))
        let broker = try await Broker(["allow_anonymous true", "acl_file \(rights)", "max_queued_messages 0"])
        let house = try MQTTHouse(options: Self.options(broker), patience: .milliseconds(50), log: .silent)
        var changes = house.changes().makeAsyncIterator()
        try await Self.run([house]) { await Self.wait(&changes, Self.isConnected) }
    }

    @Test func silenceIsNoticed() async throws {
        let broker = try await Broker()
        let clock = ManualClock(now: Date(timeIntervalSince1970: 1_700_000_000))
        let house = try MQTTHouse(options: Self.options(broker), patience: .seconds(60), clock: clock, log: .silent)
        let devices = try Devices(broker)
        try await Self.run([devices.connection]) {
            await devices.connected()
            try await devices.describe("sensor/s", ["stat_t": "s", "exp_aft": 120])
            var changes = house.changes().makeAsyncIterator()
            try await Self.run([house]) {
                await Self.wait(&changes, Self.isConnected)
                try await devices.say("s", "4")
                await Self.wait(&changes, Self.isState("sensor.s", "4"))
                await clock.waitForSleepers(1)
                clock.advance(by: 120)
                await Self.wait(&changes, Self.isState("sensor.s", "unavailable"))
            }
        }
    }
}
