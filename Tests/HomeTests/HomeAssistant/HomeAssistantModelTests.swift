import Base
import Domain
import Foundation
import Testing

@testable import Home

@Suite struct HomeAssistantModelTests {
    func state(_ entity: String, _ attributes: [String: JSONValue] = [:]) -> EntityState {
        EntityState(entity: entity, value: "on", attributes: attributes, changedAt: .distantPast, updatedAt: .distantPast)
    }

    func entity(_ state: EntityState, _ entry: [String: JSONValue]? = nil, _ change: (inout HomeAssistantRegistries) -> Void = { _ in }) throws
        -> HomeModel.Entity
    {
        var registries = HomeAssistantRegistries()
        if let entry { registries.read(entries: [.object(entry.merging(["entity_id": .string(state.entity)]) { old, _ in old })]) }
        change(&registries)
        return try #require(registries.model(states: [state]).entities.first)
    }

    @Test(
        arguments: [
            (["latitude": 45.76, "longitude": 4.84, "location_name": "Maison"], Coordinates(latitude: 45.76, longitude: 4.84)),
            (["latitude": 0, "longitude": 4.84], Coordinates(latitude: 0, longitude: 4.84)),
            // Nobody has said.
            (["latitude": 0, "longitude": 0], nil), ([:], nil), (["latitude": "x", "longitude": 4], nil), (["latitude": 95, "longitude": 4], nil),
        ] as [([String: JSONValue], Coordinates?)]) func thePlaceIsWhatIsConfigured(_ config: [String: JSONValue], _ place: Coordinates?)
    {
        var registries = HomeAssistantRegistries()
        registries.read(config: ["latitude": 1, "longitude": 1])
        registries.read(config: .object(config))
        #expect(registries.model(states: []).place == place)
    }

    @Test func namesComeFromTheStateThenTheRegistryThenTheId() throws {
        #expect(try entity(state("light.bed_lamp", ["friendly_name": "Chevet"]), ["name": "x"]).name == "Chevet")
        #expect(try entity(state("light.bed_lamp"), ["name": "Veilleuse", "original_name": "LWB010"]).name == "Veilleuse")
        #expect(try entity(state("light.bed_lamp", ["friendly_name": ""]), ["name": nil, "original_name": "LWB010"]).name == "LWB010")
        #expect(try entity(state("light.bed_lamp")).name == "bed lamp")
    }

    @Test func anAreaIsItsOwnOrItsDevices() throws {
        func area(_ entry: [String: JSONValue]) throws -> String? {
            try entity(state("light.a"), entry) {
                $0.read(floors: nil, areas: nil, devices: [["id": "d", "area_id": "kitchen"], ["id": "e", "area_id": nil]])
            }.area
        }
        #expect(try area(["area_id": "bath", "device_id": "d"]) == "bath")
        #expect(try area(["area_id": nil, "device_id": "d"]) == "kitchen")
        #expect(try area(["device_id": "e"]) == nil)
        #expect(try area([:]) == nil)
    }

    @Test func kindsComeFromTheStateOrTheRegistry() throws {
        #expect(try entity(state("cover.a", ["device_class": "shutter"]), ["original_device_class": "garage"]).deviceClass == "shutter")
        #expect(try entity(state("cover.a"), ["device_class": "curtain", "original_device_class": "garage"]).deviceClass == "curtain")
        #expect(try entity(state("cover.a"), ["device_class": nil, "original_device_class": "garage"]).deviceClass == "garage")
        #expect(try entity(state("cover.a", ["supported_features": 15])).features == 15)
    }

    /// As Home Assistant 2024.3 does it by itself, and media players as later versions.
    @Test(
        arguments: [
            ("light.a", nil, true), ("switch.a", nil, true), ("scene.a", nil, true), ("script.a", nil, true), ("lock.a", nil, true),
            ("media_player.a", nil, true),
            ("climate.a", nil, true), ("cover.a", "garage", true), ("sun.sun", nil, false), ("person.a", nil, false), ("input_boolean.a", nil, false),
            ("camera.a", nil, false), ("sensor.a", "temperature", true), ("sensor.a", "humidity", true), ("sensor.a", "battery", false),
            ("sensor.a", nil, false),
            ("binary_sensor.a", "window", true), ("binary_sensor.a", "battery", false), ("group.all_locks", nil, false),
        ] as [(String, String?, Bool)])
    func whatNobodySettledIsExposedByItsKind(_ id: String, _ deviceClass: String?, _ isExposed: Bool) throws {
        let state = state(id, deviceClass.map { ["device_class": .string($0)] } ?? [:])
        #expect(try entity(state).isExposed == isExposed)
        #expect(try entity(state, [:]).isExposed == isExposed)
        // What belongs to settings, or was hidden, is not; nor anything when new entities are not.
        #expect(try !entity(state, ["entity_category": "diagnostic"]).isExposed)
        #expect(try !entity(state, ["hidden_by": "user"]).isExposed)
        #expect(try !entity(state) { $0.exposesNew = false }.isExposed)
    }

    @Test func whatIsSettledForAssistCounts() throws {
        func isExposed(_ id: String, _ settled: JSONValue, _ entry: [String: JSONValue] = [:]) throws -> Bool {
            try entity(state(id), entry) { $0.read(exposed: ["exposed_entities": [id: settled]]) }.isExposed
        }
        #expect(try !isExposed("light.a", ["conversation": false]))
        #expect(try isExposed("sun.sun", ["conversation": true], ["hidden_by": "user"]))
        #expect(try isExposed("light.a", ["cloud.alexa": false]))
        #expect(try !isExposed("group.all_locks", ["conversation": true]))
        let registries = HomeAssistantRegistries()
        #expect(registries.model(states: [state("sun.sun")], exposedDomains: ["sun"]).entities.map(\.isExposed) == [true])
    }

    @Test func registriesInAnyShapeAreRead() {
        var registries = HomeAssistantRegistries()
        for odd: JSONValue in [nil, 7, "x", [], [nil, 7, [:], ["area_id": "a"], ["name": "b"], ["id": 7]], ["x": []]] {
            registries.read(floors: odd, areas: odd, devices: odd)
            registries.read(exposed: odd)
            registries.read(entries: odd.array ?? [])
        }
        #expect(registries == HomeAssistantRegistries())
        registries.read(
            floors: [["floor_id": "b", "name": "Sous-sol", "level": -1], ["floor_id": "u", "name": "Étage", "level": nil]],
            areas: [["area_id": "c", "name": "Cave", "floor_id": "b", "aliases": ["z", "a", "", nil]]], devices: [])
        #expect(registries.model(states: []).floors.map(\.level) == [-1, nil])
        #expect(registries.model(states: []).areas == [.init(id: "c", name: "Cave", aliases: ["a", "z"], floor: "b")])
    }

    // MARK: States

    func changes(_ event: JSONValue, known: EntityState? = nil) throws -> [HomeAssistantStates.Change] {
        try HomeAssistantStates.changes(in: event) { $0 == known?.entity ? known : nil }
    }

    @Test func statesAreReadWhole() throws {
        let event: JSONValue = ["a": ["light.a": ["s": "on", "a": ["brightness": 5], "c": "01H", "lc": 10.5, "lu": 11.25]]]
        let expected = EntityState(
            entity: "light.a", value: "on", attributes: ["brightness": 5], changedAt: Date(timeIntervalSince1970: 10.5),
            updatedAt: Date(timeIntervalSince1970: 11.25))
        #expect(try changes(event) == [.put(expected)])
        guard case .put(let odd) = try changes(["a": ["light.a": ["c": 7]]]).first else {
            Issue.record("nothing was read")
            return
        }
        #expect(odd.value == "unknown" && odd.isUnavailable)
    }

    @Test func differencesAreApplied() throws {
        let known = EntityState(
            entity: "light.a", value: "on", attributes: ["brightness": 5, "effect": "x"], changedAt: Date(timeIntervalSince1970: 1),
            updatedAt: Date(timeIntervalSince1970: 2))
        func after(_ difference: JSONValue) throws -> EntityState? {
            guard case .put(let state) = try changes(["c": ["light.a": difference]], known: known).first else { return nil }
            return state
        }
        let off = try #require(try after(["+": ["s": "off", "lc": 3], "-": ["a": ["brightness", "never there"]]]))
        #expect(off.value == "off" && off.attributes == ["effect": "x"] && off.changedAt.timeIntervalSince1970 == 3 && off.updatedAt == off.changedAt)
        let brighter = try #require(try after(["+": ["a": ["brightness": 6], "lu": 4]]))
        #expect(brighter.value == "on" && brighter.attributes == ["brightness": 6, "effect": "x"])
        #expect(brighter.changedAt == known.changedAt && brighter.updatedAt.timeIntervalSince1970 == 4)
        #expect(try after(["+": [:]]) == known)
        #expect(try after(nil) == known)
        #expect(try changes(["r": ["light.a", 7]]) == [.remove("light.a")])
        #expect(try changes(nil).isEmpty)
        #expect(throws: HomeAssistantStates.Gap.self) { try changes(["c": ["light.b": ["+": ["s": "on"]]]]) }
    }

    @Test(arguments: [1e300, -1e300, .infinity, -.infinity, .nan] as [Double]) func timesThatNoClockShowsAreLeftOut(_ seconds: Double) throws {
        let event: JSONValue = ["a": ["light.a": ["s": "on", "lc": .number(seconds), "lu": .number(seconds)]]]
        guard case .put(let state) = try changes(event).first else {
            Issue.record("nothing was read")
            return
        }
        #expect(state.value == "on" && state.changedAt == .distantPast && state.updatedAt == .distantPast)
        #expect(Timestamp.format(state.changedAt).utf8.count == 24)
        let later: JSONValue = ["c": ["light.a": ["+": ["s": "off", "lc": .number(seconds)]]]]
        guard case .put(let changed) = try changes(later, known: state).first else {
            Issue.record("nothing was read")
            return
        }
        #expect(changed.value == "off" && changed.changedAt == state.changedAt)
    }

    // MARK: Messages

    @Test func messagesAreRead() throws {
        func read(_ text: String) throws -> [HomeAssistantMessage] { try HomeAssistantMessage.read(text) }
        #expect(try read(#"{"type":"auth_required","ha_version":"2024.3.3"}"#) == [.authRequired])
        #expect(try read(#"{"type":"auth_ok","ha_version":"2024.3.3"}"#) == [.authOK(version: "2024.3.3")])
        #expect(try read(#"{"type":"auth_invalid","message":"no"}"#) == [.authInvalid("no")])
        #expect(try read(#"{"id":3,"type":"result","success":true,"result":[1]}"#) == [.result(id: 3, [1])])
        #expect(try read(#"{"id":3,"type":"result","success":true,"result":null}"#) == [.result(id: 3, nil)])
        #expect(
            try read(#"{"id":3,"type":"result","success":false,"error":{"code":"not_found","message":"No."}}"#) == [
                .refusal(id: 3, .init(code: "not_found", message: "No."))
            ])
        #expect(try read(#"{"id":3,"type":"result"}"#) == [.refusal(id: 3, .init(code: "unknown_error", message: ""))])
        #expect(try read(#"[{"id":3,"type":"pong"},{"type":"event","event":{"c":{}},"id":4}]"#) == [.pong(id: 3), .event(id: 4, ["c": [:]])])
        #expect(try read("[]").isEmpty)
        #expect(try read(#"[7,{"id":1.5,"type":"pong"},{"type":"pong"},{}]"#) == [.unknown, .unknown, .unknown, .unknown])
        #expect(throws: JSONSyntaxError.self) { try read("") }
    }
}
