import Base
import Domain
import Foundation
import HTTPClient
import Home
import Lifecycle
import Observability
import TestSupport
import Testing

/// A house at a Home Assistant, for the time of a closure.
struct Running {
    let house: HomeAssistantHouse
    let log = LogLines()

    init(_ settings: HomeAssistantHouse.Settings, clock: any WallClock = SystemWallClock()) throws {
        house = HomeAssistantHouse(settings, client: try HTTPClient(), clock: clock, log: Logger(label: "test", level: .debug, sink: log), random: { 0.5 })
    }

    /// Runs it; `body` gets what changed since before the start.
    func callAsFunction(_ body: (HomeAssistantHouse, inout AsyncStream<HomeChange>.Iterator) async throws -> Void) async throws {
        var changes = house.changes().makeAsyncIterator()
        let shutdown = Shutdown()
        let running = Task { [house] in try await house.run(until: shutdown) }
        let result: Result<Void, any Error>
        do { result = .success(try await body(house, &changes)) } catch { result = .failure(error) }
        shutdown.request()
        try await running.value
        #expect(!house.isConnected)
        try result.get()
    }
}

extension AsyncStream<HomeChange>.Iterator {
    mutating func wait(forConnection expected: Bool) async {
        while let change = await next() { if case .connection(expected) = change { return } }
    }

    mutating func waitForModel() async {
        while let change = await next() { if case .model = change { return } }
    }

    mutating func wait(for entity: String, _ value: String) async -> EntityState? {
        while let change = await next() { if case .state(let state, _) = change, state.entity == entity, state.value == value { return state } }
        return nil
    }
}

@Suite(.timeLimit(.minutes(1))) struct HomeAssistantHouseTests {
    static let soon = RestartPolicy(first: .milliseconds(1), maximum: .milliseconds(1), stableAfter: .seconds(5))

    func settings(_ url: String, token: String = "the token") -> HomeAssistantHouse.Settings {
        .init(url: url, token: Secret(token), modelDelay: .milliseconds(1), restart: Self.soon)
    }

    func failure(of body: () async throws -> Void) async -> HouseError? {
        await #expect(throws: HouseError.self) { try await body() }
    }

    let turnOn = ServiceCall(domain: "light", service: "turn_on", entities: ["light.lamp"], data: ["brightness_pct": 50])

    // MARK: Reading

    @Test func everythingIsReadBeforeItIsConnected() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("config/floor_registry/list") { _ in .result([["floor_id": "up", "name": "Étage", "level": 1, "aliases": ["en haut"]]]) }
            fake.answer("config/area_registry/list") { _ in .result([["area_id": "bath", "name": "Salle de bain", "aliases": ["sdb"], "floor_id": "up"]]) }
            fake.answer("config/device_registry/list") { _ in .result([["id": "d1", "area_id": "bath"]]) }
            fake.answer("config/entity_registry/list") { _ in
                .result([["entity_id": "light.lamp", "device_id": "d1"], ["entity_id": "light.gone", "disabled_by": "user"]])
            }
            fake.answer("config/entity_registry/get_entries") { request in
                #expect(request["entity_ids"] == ["light.lamp"])
                return .result(["light.lamp": ["entity_id": "light.lamp", "device_id": "d1", "aliases": ["la grande", nil]]])
            }
            fake.answer("homeassistant/expose_entity/list") { _ in .result(["exposed_entities": ["light.lamp": ["conversation": false]]]) }
            try await Running(settings(url + "/")) { house, changes in
                var told: [String] = []
                while told.last != "connected", let change = await changes.next() {
                    switch change {
                    case .state(let state, _): told.append("\(state.entity) \(state.value)")
                    case .model: told.append("model")
                    case .connection(let isConnected): told.append(isConnected ? "connected" : "lost")
                    }
                }
                #expect(told == ["light.lamp off", "model", "connected"])
                #expect(house.isConnected)
                #expect(
                    house.model
                        == HomeModel(
                            floors: [.init(id: "up", name: "Étage", aliases: ["en haut"], level: 1)],
                            areas: [.init(id: "bath", name: "Salle de bain", aliases: ["sdb"], floor: "up")],
                            entities: [.init(id: "light.lamp", name: "Lampe", aliases: ["la grande"], area: "bath", isExposed: false)]))
                #expect(house.state(of: "light.lamp")?.changedAt == Date(timeIntervalSince1970: 1_700_000_000.5))
            }
        }
    }

    @Test func thePlaceOfTheHouseIsKnownAndFollowed() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("get_config") { _ in .result(["state": "RUNNING", "latitude": 45.76, "longitude": 4.84]) }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                #expect(house.model.place == Coordinates(latitude: 45.76, longitude: 4.84))
                #expect(fake.requests("get_config").count == 1)
                fake.answer("get_config") { _ in .result(["state": "RUNNING", "latitude": 48.1, "longitude": -1.7]) }
                try await fake.tell("core_config_updated", "{}")
                while house.model.place?.latitude != 48.1, await changes.next() != nil {}
                #expect(house.place == Coordinates(latitude: 48.1, longitude: -1.7))
            }
        }
    }

    @Test func commandsThatAreNotThereAreDoneWithout() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("config/floor_registry/list", nil)
            fake.answer("homeassistant/expose_entity/list") { _ in .refusal("unauthorized", "Unauthorized") }
            fake.answer("homeassistant/expose_new_entities/get", nil)
            fake.answer("supported_features", nil)
            fake.answer("subscribe_events") { $0["event_type"] == "floor_registry_updated" ? .refusal("unauthorized", "Unauthorized") : .result(nil) }
            fake.answer("config/entity_registry/list") { _ in .result([["entity_id": "light.lamp", "area_id": "bath", "aliases": []]]) }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                #expect(house.model.entities == [.init(id: "light.lamp", name: "Lampe", area: "bath", isExposed: true)])
            }
        }
    }

    @Test func oneThatStartsUpIsWaitedFor() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("get_config") { [fake] _ in .result(["state": fake.requests("get_config").count < 3 ? "STARTING" : "RUNNING"]) }
            let clock = ManualClock(now: Date(timeIntervalSince1970: 1_700_000_000))
            try await Running(settings(url), clock: clock) { house, changes in
                for count in 1..<3 {
                    await fake.wait(for: "get_config", count)
                    // Readiness, refresh, and the next look.
                    await clock.waitForSleepers(3)
                    #expect(fake.requests("subscribe_entities").isEmpty && !house.isConnected)
                    clock.advance(by: 0.25)
                }
                await changes.wait(forConnection: true)
                #expect(fake.requests("get_config").count == 3)
            }
        }
    }

    @Test func aHugeHouseComesThrough() async throws {
        try await FakeHomeAssistant.run { fake, url in
            let states = (0..<20_000).map { #""sensor.s\#($0)":{"s":"\#($0)","a":{"friendly_name":"Capteur \#($0)","unit":"°C"},"lc":1.5}"# }
            fake.answer("subscribe_entities") { _ in .frames([#"{"id":ID,"type":"event","event":{"a":{\#(states.joined(separator: ","))}}}"#]) }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                #expect(house.states().count == 20_000)
                #expect(house.state(of: "sensor.s19999")?.value == "19999")
            }
        }
    }

    // MARK: Changes

    @Test func changesAreTold() async throws {
        try await FakeHomeAssistant.run { fake, url in
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                try await fake.tell("entities", #"{"c":{"light.lamp":{"+":{"s":"on","lc":1700000001.25,"a":{"brightness":128}}}}}"#)
                let on = try #require(await changes.wait(for: "light.lamp", "on"))
                #expect(on.attributes == ["friendly_name": "Lampe", "brightness": 128])
                #expect(on.changedAt == Date(timeIntervalSince1970: 1_700_000_001.25) && on.updatedAt == on.changedAt)
                // Several in one frame, as they come when there are many.
                let id = try #require(fake.requests("subscribe_entities").first?["id"]?.number)
                try await fake.send(
                    "["
                        + [
                            #"{"c":{"light.lamp":{"+":{"lu":1700000002},"-":{"a":["brightness"]}}}}"#, #"{"a":{"light.new":{"s":"off","a":{},"lc":3}}}"#,
                            #"{"r":["light.lamp"]}"#,
                        ].map {
                            #"{"id":\#(Int(id)),"type":"event","event":\#($0)}"#
                        }.joined(separator: ",") + "]")
                let gone = try #require(await changes.wait(for: "light.lamp", "unavailable"))
                #expect(gone.attributes.isEmpty && house.state(of: "light.lamp") == nil)
                await changes.waitForModel()
                #expect(house.model.entities.map(\.name) == ["new"])
            }
        }
    }

    @Test func registriesAreReadAgainOnceForManyChanges() async throws {
        try await FakeHomeAssistant.run { fake, url in
            let clock = ManualClock(now: Date(timeIntervalSince1970: 1_700_000_000))
            var settings = settings(url)
            settings.modelDelay = .seconds(1)
            try await Running(settings, clock: clock) { house, changes in
                await changes.wait(forConnection: true)
                fake.answer("config/area_registry/list") { _ in .result([["area_id": "cave", "name": "Cave"]]) }
                for _ in 0..<50 { for kind in ["area", "device", "entity", "floor"] { try await fake.tell("\(kind)_registry_updated", "{}") } }
                await clock.waitForSleepers(3)
                // All were heard: what is told is taken in order.
                try await fake.tell("entities", #"{"c":{"light.lamp":{"+":{"s":"on"}}}}"#)
                _ = await changes.wait(for: "light.lamp", "on")
                clock.advance(by: 1)
                await changes.waitForModel()
                #expect(house.model.areas.map(\.name) == ["Cave"])
                #expect(fake.requests("config/area_registry/list").count == 2)
                // Exposure may change without a word.
                fake.answer("homeassistant/expose_entity/list") { _ in .result(["exposed_entities": ["light.lamp": ["conversation": false]]]) }
                clock.advance(by: 300)
                await clock.waitForSleepers(2)
                clock.advance(by: 1)
                await changes.waitForModel()
                #expect(house.model.entities.map(\.isExposed) == [false])
            }
        }
    }

    @Test func whatADeviceCanDoIsNotForgottenWhenItIsOff() async throws {
        try await FakeHomeAssistant.run { fake, url in
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                try await fake.tell("entities", #"{"c":{"light.lamp":{"+":{"a":{"supported_features":5}}}}}"#)
                await changes.waitForModel()
                #expect(house.model.entities.map(\.features) == [5])
                try await fake.tell("entities", #"{"c":{"light.lamp":{"+":{"a":{"supported_features":2}}}}}"#)
                await changes.waitForModel()
                #expect(house.model.entities.map(\.features) == [7])
            }
        }
    }

    // MARK: Calls

    @Test func aCallIsSentOnceAndAccepted() async throws {
        try await FakeHomeAssistant.run { fake, url in
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                try await house.call(turnOn)
                try await house.call(ServiceCall(domain: "notify", service: "notify", entities: [], data: ["message": "\"été\""]))
                var calls = fake.requests("call_service")
                for index in calls.indices {
                    guard case .object(var members) = calls[index] else { continue }
                    members["id"] = nil
                    calls[index] = .object(members)
                }
                #expect(
                    calls == [
                        [
                            "type": "call_service", "domain": "light", "service": "turn_on", "service_data": ["brightness_pct": 50],
                            "target": ["entity_id": ["light.lamp"]],
                        ], ["type": "call_service", "domain": "notify", "service": "notify", "service_data": ["message": "\"été\""]],
                    ])
            }
        }
    }

    @Test func manyCallsAtOnceKeepTheirNumbersInOrder() async throws {
        try await FakeHomeAssistant.run { fake, url in
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<200 { group.addTask { try await house.call(self.turnOn) } }
                    try await group.waitForAll()
                }
                // The fake fails the test when a number does not grow.
                #expect(fake.requests("call_service").count == 200)
            }
        }
    }

    @Test func aRefusalIsTold() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("call_service") { _ in .refusal("not_found", "Service light.turn_on not found.") }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                let error = await failure { try await house.call(turnOn) }
                #expect(error == HouseError(.refused, "Service light.turn_on not found."))
            }
        }
    }

    @Test func withoutAConnectionNothingIsSent() async throws {
        try await FakeHomeAssistant.run { fake, url in
            let running = try Running(settings(url))
            #expect(await failure { try await running.house.call(turnOn) }?.code == .notConnected)
            fake.answer("get_config") { _ in .silence }
            try await running { house, _ in
                await fake.wait(for: "get_config")
                // It is connected, but its house has not been read.
                #expect(await failure { try await house.call(turnOn) }?.code == .notConnected)
            }
            #expect(fake.requests("call_service").isEmpty)
        }
    }

    @Test func aCallWhoseAnswerIsLostIsNotSentAgain() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("call_service") { _ in .close }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                let error = await failure { try await house.call(turnOn) }
                #expect(error?.code == .unknownOutcome)
                await changes.wait(forConnection: false)
                await changes.wait(forConnection: true)
                #expect(fake.requests("call_service").count == 1)
                fake.answer("call_service") { _ in .result(nil) }
                try await house.call(turnOn)
                #expect(fake.requests("call_service").count == 2)
            }
        }
    }

    /// A thousand calls by several callers while the connection breaks again and again: none arrives twice, and what was said of each is true.
    @Test func noCallIsEverSentTwice() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("call_service") { request in
                guard let number = request["service_data"]?["number"]?.number.map({ Int($0) }) else { return .refusal("invalid_format", "no number") }
                return number % 101 == 7 ? .close : number % 17 == 3 ? .refusal("not_found", "no") : .result(nil)
            }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                let outcomes = await withTaskGroup(of: [Int: HouseError.Code?].self) { group in
                    for caller in 0..<4 {
                        group.addTask {
                            var outcomes: [Int: HouseError.Code?] = [:]
                            for number in stride(from: caller, to: 1000, by: 4) {
                                let call = ServiceCall(domain: "test", service: "count", entities: [], data: ["number": .number(Double(number))])
                                do {
                                    try await house.call(call)
                                    outcomes.updateValue(nil, forKey: number)
                                } catch {
                                    outcomes[number] = (error as? HouseError)?.code
                                }
                                while !house.isConnected { await Task.yield() }
                            }
                            return outcomes
                        }
                    }
                    return await group.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
                }
                let received = fake.requests("call_service").compactMap { $0["service_data"]?["number"]?.number.map { Int($0) } }
                let arrived = Set(received)
                #expect(received.count == arrived.count)
                #expect(outcomes.count == 1000)
                for (number, outcome) in outcomes {
                    switch outcome {
                    case nil, .some(.refused): #expect(arrived.contains(number), "\(number)")
                    case .some(.notConnected): #expect(!arrived.contains(number), "\(number)")
                    default: #expect(outcome == .unknownOutcome, "\(number)")
                    }
                }
                #expect(outcomes.values.contains(.unknownOutcome))
                #expect(fake.connections > 5)
            }
        }
    }

    @Test func aCallThatNobodyWaitsForIsOfUnknownOutcome() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("call_service") { _ in .silence }
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                let call = Task { try await house.call(turnOn) }
                await fake.wait(for: "call_service")
                call.cancel()
                let error = await failure { try await call.value }
                #expect(error?.code == .unknownOutcome)
            }
        }
    }

    /// A script is answered when it has run, which may take hours.
    @Test func aSlowCallCountsAsAcceptedOnceItWasTaken() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("call_service") { _ in .silence }
            let clock = ManualClock(now: Date(timeIntervalSince1970: 1_700_000_000))
            try await Running(settings(url), clock: clock) { house, changes in
                await changes.wait(forConnection: true)
                async let accepted: Void = house.call(turnOn)
                await fake.wait(for: "call_service")
                await clock.waitForSleepers(3)
                clock.advance(by: 5)
                try await accepted
            }
        }
    }

    // MARK: Losses

    @Test(arguments: ["not json", #"{"id":1,"type":"#, "[[[[", #"{"id":ID,"type":"event","event":{"c":{"light.unheard":{"+":{"s":"on"}}}}}"#])
    func whatCannotBeUnderstoodEndsTheConnection(frame: String) async throws {
        try await FakeHomeAssistant.run { fake, url in
            let running = try Running(settings(url))
            try await running { house, changes in
                await changes.wait(forConnection: true)
                let id = try #require(fake.requests("subscribe_entities").first?["id"]?.number)
                try await fake.send(frame.replacing("ID", with: "\(Int(id))"))
                await changes.wait(forConnection: false)
                await changes.wait(forConnection: true)
                #expect(house.state(of: "light.lamp")?.value == "off")
                #expect(fake.connections == 2)
            }
            #expect(running.log.entries.filter { $0.level == .warning }.map(\.message) == ["Home Assistant is not in reach"])
        }
    }

    @Test func whatIsOddIsPassedOver() async throws {
        try await FakeHomeAssistant.run { fake, url in
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                for frame in [
                    "[]", "7", #"{"type":"new kind"}"#, #"{"id":99999,"type":"result","success":true}"#, #"{"id":99999,"type":"event","event":null}"#,
                ] {
                    try await fake.send(frame)
                }
                try await fake.tell("entities", #"{"c":{"light.lamp":{"+":{"s":"on"}}}}"#)
                _ = await changes.wait(for: "light.lamp", "on")
                #expect(fake.connections == 1)
            }
        }
    }

    @Test func itComesBackAndReadsEverythingAgain() async throws {
        try await FakeHomeAssistant.run { fake, url in
            try await Running(settings(url)) { house, changes in
                await changes.wait(forConnection: true)
                for round in 0..<5 {
                    let value = round.isMultiple(of: 2) ? "on" : "off"
                    fake.answer("subscribe_entities") { _ in
                        .frames([#"{"id":ID,"type":"event","event":{"a":{"light.lamp":{"s":"\#(value)","a":{},"lc":1}}}}"#])
                    }
                    fake.drop()
                    await changes.wait(forConnection: false)
                    let state = await changes.wait(for: "light.lamp", value)
                    #expect(state != nil)
                    await changes.wait(forConnection: true)
                    #expect(house.state(of: "light.lamp")?.value == value)
                }
                #expect(fake.connections == 6)
            }
        }
    }

    @Test func aWrongTokenIsSaidAndTriedSlowly() async throws {
        try await FakeHomeAssistant.run { fake, url in
            let clock = ManualClock(now: Date(timeIntervalSince1970: 1_700_000_000))
            let running = try Running(settings(url, token: "an old one"), clock: clock)
            try await running { house, _ in
                // The wait for the token's answer, then the pause.
                while running.log.entries.isEmpty { await Task.yield() }
                await clock.waitForSleepers(1)
                #expect(fake.connections == 1)
                clock.advance(by: 299)
                #expect(fake.connections == 1)
                clock.advance(by: 1)
                while running.log.entries.count < 2 { await Task.yield() }
                #expect(fake.connections == 2)
            }
            let line = try #require(running.log.entries.first)
            #expect(line.level == .error && line.message.contains("HOME_ASSISTANT_TOKEN"))
            #expect(!running.log.entries.contains { "\($0)".contains("an old one") })
        }
    }

    @Test func nobodyThereIsSaidOnce() async throws {
        let port = try RawServer { _ in RawServer.answer() }.port  // Closed at once: nobody listens there.
        let running = try Running(settings("http://127.0.0.1:\(port)"))
        try await running { house, _ in
            while running.log.entries.count < 5 { await Task.yield() }
            #expect(!house.isConnected)
        }
        #expect(running.log.entries.map(\.level).prefix(5) == [.warning, .debug, .debug, .debug, .debug])
    }

    @Test func aSilentOneIsGivenUp() async throws {
        let server = try RawServer {
            _ = $0.readRequest(); _ = $0.waitForHangUp()
        }
        let clock = ManualClock(now: Date(timeIntervalSince1970: 1_700_000_000))
        let running = try Running(settings(server.url), clock: clock)
        try await running { _, _ in
            while server.requests.isEmpty { await Task.yield() }
            await clock.waitForSleepers(1)
            clock.advance(by: 120)
            while running.log.entries.isEmpty { await Task.yield() }
            #expect(running.log.entries.first?.fields["reason"] == "it did not answer to the token in time")
        }
    }

    // MARK: The past

    @Test func thePastIsRead() async throws {
        try await FakeHomeAssistant.run { fake, url in
            fake.answer("history") { _ in
                .frames([
                    #"[[{"entity_id":"light.lamp","state":"on","attributes":{"brightness":5},"last_changed":"2026-01-31T09:00:00.250000+00:00","last_updated":"2026-01-31T09:00:01+00:00"},"#
                        + #"{"entity_id":"light.lamp","state":"off","attributes":{},"last_changed":"2026-01-31T10:30:00.500000+01:00"},{"state":"odd"}]]"#
                ])
            }
            let house = try Running(settings(url)).house
            let nine = try #require(Timestamp.parse("2026-01-31T09:00:00Z"))
            let states = try await house.history(of: "light.lamp", from: nine - 60, to: nine + 7200)
            #expect(
                states == [
                    EntityState(entity: "light.lamp", value: "on", attributes: ["brightness": 5], changedAt: nine + 0.25, updatedAt: nine + 1),
                    EntityState(entity: "light.lamp", value: "off", changedAt: nine + 1800.5, updatedAt: nine + 1800.5),
                ])
            let target = try #require(fake.requests("history").first?["target"]?.string)
            #expect(target.contains("/api/history/period/2026-01-31T08:59:00.000Z?filter_entity_id=light.lamp&end_time=2026-01-31T11:00:00.000Z"))
        }
    }

    @Test func thereMayBeNoPast() async throws {
        try await FakeHomeAssistant.run { fake, url in
            let now = Date(timeIntervalSince1970: 1_700_000_000)
            func code(_ url: String, token: String = "the token", of entity: String = "light.lamp") async throws -> HouseError.Code? {
                let house = try Running(settings(url, token: token)).house
                return await failure { _ = try await house.history(of: entity, from: now - 60, to: now) }?.code
            }
            let without = try await code(url), stranger = try await code(url, token: "x"), odd = try await code(url, of: "light.lamp&x=/../")
            #expect(without == .unsupported && stranger == .refused && odd == .refused)
            let away = try await code("http://nowhere.invalid")
            #expect(away == .notConnected)
            fake.answer("history") { _ in .frames(["<html>"]) }
            let broken = try await code(url)
            #expect(broken == .refused)
        }
    }
}
