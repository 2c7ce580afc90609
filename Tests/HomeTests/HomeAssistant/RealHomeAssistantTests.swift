import Base
import Domain
import Foundation
import HTTPClient
import Lifecycle
import Observability
import TestSupport
import Testing

@testable import Home

/// Starts one Home Assistant for all tests of a suite.
struct WithHomeAssistant: SuiteTrait, TestScoping {
    @TaskLocal static var server: HomeAssistantServer?

    func provideScope(for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void) async throws {
        let server = try await HomeAssistantServer()
        let result: Result<Void, any Error>
        do { result = .success(try await Self.$server.withValue(server, operation: body)) } catch { result = .failure(error) }
        try await server.stop()
        try result.get()
    }
}

extension Trait where Self == WithHomeAssistant {
    static var homeAssistant: Self { WithHomeAssistant() }
}

/// On the real thing. One after another, since one of them restarts it.
@Suite(
    .serialized, .homeAssistant, .enabled(if: HomeAssistantServer.isWanted, "Home Assistant is not installed: scripts/home-assistant install"),
    .timeLimit(.minutes(5)))
struct RealHomeAssistantTests {
    func settings() throws -> HomeAssistantHouse.Settings {
        let server = try #require(WithHomeAssistant.server)
        return .init(url: server.url, token: Secret(server.token))
    }

    /// Speaks to Home Assistant as its own pages do.
    func asOwner(_ body: (HomeAssistantConnection) async throws -> Void) async throws {
        let settings = try settings()
        let connection = try await HomeAssistantConnection.open(settings.url + "/api/websocket", token: settings.token, settings: .init())
        let reading = Task { try await connection.read() }
        let result: Result<Void, any Error>
        do { result = .success(try await body(connection)) } catch { result = .failure(error) }
        connection.end()
        _ = await reading.result
        try result.get()
    }

    func turn(_ state: String, _ entity: String = "light.bed_light") -> ServiceCall {
        ServiceCall(domain: "light", service: "turn_\(state)", entities: [entity])
    }

    @Test func theDemoHouseIsRead() async throws {
        try await Running(settings()) { house, changes in
            await changes.wait(forConnection: true)
            #expect(house.states().count > 90)
            #expect(house.model.entities.count == house.states().count)
            #expect(Set(house.model.areas.map(\.name)).isSuperset(of: ["Kitchen", "Bedroom", "Living Room"]))
            let light = try #require(house.model.entities.first { $0.id == "light.bed_light" })
            #expect(light.name == "Bed Light" && light.isExposed && light.features > 0)
            #expect(house.model.entities.first { $0.id == "cover.garage_door" }?.deviceClass == "garage")
            #expect(house.model.entities.first { $0.id == "sun.sun" }?.isExposed == false)
            #expect(house.state(of: "climate.heatpump")?.attributes["current_temperature"]?.number != nil)
        }
    }

    @Test func callsAreSeenDoneAndRefused() async throws {
        try await Running(settings()) { house, changes in
            await changes.wait(forConnection: true)
            if house.state(of: "light.bed_light")?.value == "on" {
                try await house.call(turn("off"))
                _ = await changes.wait(for: "light.bed_light", "off")
            }
            try await house.call(ServiceCall(domain: "light", service: "turn_on", entities: ["light.bed_light"], data: ["brightness": 77]))
            let on = try #require(await changes.wait(for: "light.bed_light", "on"))
            #expect(on.attributes["brightness"] == 77 && on.attributes["friendly_name"] == "Bed Light")
            #expect(abs(on.changedAt.timeIntervalSinceNow) < 60)
            try await house.call(ServiceCall(domain: "lock", service: "unlock", entities: ["lock.front_door"]))
            _ = await changes.wait(for: "lock.front_door", "unlocked")

            for (call, reason) in [
                (ServiceCall(domain: "light", service: "dance", entities: ["light.bed_light"]), "Service light.dance not found."),
                (ServiceCall(domain: "light", service: "turn_on", entities: ["light.bed_light"], data: ["brightness": "very"]), "expected int"),
            ] {
                let error = await #expect(throws: HouseError.self) { try await house.call(call) }
                #expect(error?.code == .refused)
                #expect(error?.detail.contains(reason) == true, "\(String(describing: error))")
            }
        }
    }

    @Test func changesOfNamesAndAreasArriveByThemselves() async throws {
        try await Running(settings()) { house, changes in
            await changes.wait(forConnection: true)
            try await asOwner { owner in
                let area = try #require(
                    try await owner.request("config/area_registry/create", ["name": "Salle de bain", "aliases": ["sdb"]])["area_id"]?.string)
                while house.model.areas.first(where: { $0.id == area })?.aliases != ["sdb"] { await changes.waitForModel() }
                let floor = try #require(try await owner.request("config/floor_registry/create", ["name": "Étage", "level": 1])["floor_id"]?.string)
                while house.model.floors.first(where: { $0.id == floor })?.level != 1 { await changes.waitForModel() }
                try await owner.request(
                    "config/entity_registry/update",
                    ["entity_id": "light.ceiling_lights", "name": "Plafonnier", "aliases": ["la grande lampe"], "area_id": .string(area)])
                func ceiling() -> HomeModel.Entity? { house.model.entities.first { $0.id == "light.ceiling_lights" } }
                while ceiling()?.name != "Plafonnier" || ceiling()?.area != area || ceiling()?.aliases != ["la grande lampe"] { await changes.waitForModel() }
                try await owner.request(
                    "homeassistant/expose_entity",
                    ["assistants": ["conversation"], "entity_ids": ["light.ceiling_lights"], "should_expose": false])
                while ceiling()?.isExposed != false { await changes.waitForModel() }
            }
        }
    }

    @Test func thePastIsThere() async throws {
        try await Running(settings()) { house, changes in
            await changes.wait(forConnection: true)
            let began = Date(), entity = "light.kitchen_lights"
            let wanted = house.state(of: entity)?.value == "on" ? ["off", "on", "off"] : ["on", "off", "on"]
            for state in wanted {
                try await house.call(turn(state, entity))
                _ = await changes.wait(for: entity, state)
            }
            // It is written some seconds after it happened.
            var states: [EntityState] = []
            while states.map(\.value).suffix(3) != wanted[...] {
                states = try await house.history(of: entity, from: began - 5, to: Date() + 5)
            }
            #expect(states.map(\.updatedAt) == states.map(\.updatedAt).sorted())
            #expect(states.last?.attributes["friendly_name"] == "Kitchen Lights")
        }
    }

    @Test func aWrongTokenIsSaid() async throws {
        var settings = try settings()
        settings.token = Secret("wrong")
        let running = try Running(settings)
        try await running { house, _ in
            while running.log.entries.isEmpty { await Task.yield() }
            #expect(!house.isConnected)
        }
        #expect(running.log.entries.first?.message.contains("HOME_ASSISTANT_TOKEN") == true)
        #expect(running.log.entries.first?.fields["answer"] == "Invalid access token or password")
    }

    /// An orderly restart, and one after kill -9: states are what they are afterwards, and no call is done twice.
    @Test(arguments: [false, true]) func aRestartIsSurvived(atOnce: Bool) async throws {
        let server = try #require(WithHomeAssistant.server)
        try await Running(settings()) { house, changes in
            await changes.wait(forConnection: true)
            let entities = Set(house.model.entities.map(\.id))
            try await house.call(turn("on", "light.office_rgbw_lights"))
            try await house.call(ServiceCall(domain: "cover", service: "set_cover_position", entities: ["cover.living_room_window"], data: ["position": 30]))

            try await server.stop(atOnce: atOnce)
            await changes.wait(forConnection: false)
            let error = await #expect(throws: HouseError.self) { try await house.call(turn("off", "light.office_rgbw_lights")) }
            #expect(error?.code == .notConnected)
            // What was known stays readable.
            #expect(house.state(of: "light.office_rgbw_lights") != nil)

            try await server.start()
            await changes.wait(forConnection: true)
            #expect(Set(house.model.entities.map(\.id)) == entities)
            // The demo's devices forget: what is known now is what they say now.
            var told: [String: JSONValue] = [:]
            try await asOwner { owner in
                for state in try await owner.request("get_states").array ?? [] { if let id = state["entity_id"]?.string { told[id] = state["state"] } }
            }
            let moving = ["cover.", "sun.", "sensor.", "automation."]
            for state in house.states() where !moving.contains(where: state.entity.hasPrefix) {
                #expect(told[state.entity] == .string(state.value), "\(state.entity)")
            }
            try await house.call(turn("off", "light.ceiling_lights"))
            try await house.call(turn("on", "light.ceiling_lights"))
            _ = await changes.wait(for: "light.ceiling_lights", "on")
        }
    }
}
