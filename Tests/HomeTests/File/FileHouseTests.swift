import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Home

@Suite(.timeLimit(.minutes(1))) struct FileHouseTests {
    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    @Test func readsWhatIsDescribed() throws {
        let (model, states) = try FileHouse.read(
            """
            floors:
              - name: Rez-de-chaussée
                aliases: [en bas, le bas]
                level: 0
            areas:
              - {id: living, name: Salon, floor: rez_de_chaussee}
              - {name: Salle de bain, floor: Rez-de-chaussée, aliases: douche}
            entities:
              - id: light.lampe
                name: Grande lampe
                aliases: [lampadaire]
                area: Salon
                state: on
                features: 40
                attributes: {brightness: 100}
              - {id: switch.chauffe_eau, name: Chauffe-eau, exposed: false, device_class: outlet, state: true}
              - {id: sensor.t, name: Température, state: 21.5}
            """)
        #expect(model.floors == [HomeModel.Floor(id: "rez_de_chaussee", name: "Rez-de-chaussée", aliases: ["en bas", "le bas"], level: 0)])
        #expect(
            model.areas == [
                HomeModel.Area(id: "living", name: "Salon", floor: "rez_de_chaussee"),
                HomeModel.Area(id: "salle_de_bain", name: "Salle de bain", aliases: ["douche"], floor: "rez_de_chaussee"),
            ])
        #expect(
            model.entities == [
                HomeModel.Entity(id: "light.lampe", name: "Grande lampe", aliases: ["lampadaire"], area: "living", features: 40),
                HomeModel.Entity(id: "switch.chauffe_eau", name: "Chauffe-eau", deviceClass: "outlet", isExposed: false),
                HomeModel.Entity(id: "sensor.t", name: "Température"),
            ])
        #expect(states.map(\.value) == ["on", "on", "21.5"])
        #expect(states[0].attributes["brightness"] == 100)
    }

    @Test func thePlaceIsRead() throws {
        #expect(try FileHouse(text: "place: {latitude: 48.86, longitude: -2}").place == Coordinates(latitude: 48.86, longitude: -2))
        #expect(try FileHouse(text: "areas: []").place == nil)
    }

    @Test func theExampleOfTheDocumentationIsRead() throws {
        let page = try String(contentsOf: Paths.root.appending(path: "docs/home.md"), encoding: .utf8)
        let example = try #require(page.split(separator: "```yaml\n").last?.split(separator: "```").first)
        let (model, states) = try FileHouse.read(String(example))
        #expect(model.entities.map(\.area) == ["salon", "cuisine", "salon", nil])
        #expect(states.map(\.value) == ["off", "open", "heat", "12.5"])
    }

    @Test func anEmptyHouse() throws {
        let (model, states) = try FileHouse.read("entities: []")
        #expect(model == HomeModel())
        #expect(states.isEmpty)
    }

    @Test(arguments: [
        ("areas:\n  - x: [", "line"), ("- a", "floors, areas and entities"), ("place: Paris", "place: must have a latitude and a longitude"),
        ("place: {latitude: 100, longitude: 2}", "place: must have"), ("place: {latitude: 1}", "place: must have"),
        ("place: {latitude: 1, longitude: 2, name: x}", "place: name means nothing here"), ("rooms: []", "the file: rooms means nothing here"),
        ("areas: {name: x}", "areas: must be a list"), ("areas: [x]", "areas, entry 1: an entry must"), ("areas: [{id: a}]", "areas, entry 1: name is missing"),
        ("areas: [{name: a}, {name: A}]", "areas, entry 2: there are two areas with the id a"),
        ("areas: [{name: a, floor: b}]", "areas, entry 1: there is no floor b; floors are none"),
        ("floors: [{name: a, level: x}]", "floors, entry 1: level must be a whole number"),
        ("entities: [{name: a}]", "entities, entry 1: id is missing"), ("entities: [{id: lamp, name: a}]", "entities, entry 1 (lamp): the id must be like"),
        ("entities: [{id: Light.a, name: a}]", "the id must be like"),
        ("areas: [{name: Salon}]\nentities: [{id: light.a, name: a, area: Salle}]", "entities, entry 1 (light.a): there is no area Salle; areas are Salon"),
        ("entities: [{id: light.a, name: a}, {id: light.a, name: b}]", "entities, entry 2 (light.a): there are two entities with this id"),
        ("entities: [{id: light.a, nme: a}]", "entities, entry 1 (light.a): nme means nothing here; known are id, name"),
        ("entities: [{id: light.a, name: a, state: [x]}]", "state must be one value"), ("entities: [{id: light.a, name: [x]}]", "name must be text"),
        ("entities: [{id: light.a, name: a, attributes: x}]", "attributes must be"), ("entities: [{id: light.a, name: a, exposed: 1}]", "exposed must be true"),
        ("entities: [{id: light.a, name: a, aliases: [{b: c}]}]", "aliases must be a list"), ("entities: [{id: light.a, name: a, features: 1.5}]", "features"),
    ])
    func saysWhatIsWrongAndWhere(_ text: String, _ message: String) {
        do {
            _ = try FileHouse.read(text)
            Issue.record("was read: \(text)")
        } catch {
            #expect("\(error)".contains(message), "\(error)")
        }
    }

    @Test func aMissingFileIsSaid() { #expect(throws: HouseFileError.self) { try FileHouse(path: "/nowhere/house.yaml") } }

    @Test func devicesDoWhatTheyAreTold() async throws {
        let clock = ManualClock(now: Self.start)
        let house = try FileHouse(text: "entities: [{id: light.a, name: a}, {id: cover.b, name: b}]", clock: clock)
        var changes = house.changes().makeAsyncIterator()
        clock.advance(by: 5)
        try await house.call(ServiceCall(domain: "light", service: "turn_on", entities: ["light.a"], data: ["brightness_pct": 60]))
        #expect(house.state(of: "light.a")?.value == "on")
        #expect(house.state(of: "light.a")?.attributes["brightness"] == 153)
        #expect(house.state(of: "light.a")?.changedAt == Self.start + 5)
        guard case .state(let new, let old) = await changes.next() else {
            Issue.record("nothing was told")
            return
        }
        #expect(new.value == "on")
        #expect(old?.value == "off")
        try await house.call(ServiceCall(domain: "cover", service: "set_cover_position", entities: ["cover.b"], data: ["position": 30]))
        #expect(house.state(of: "cover.b")?.value == "open")
        #expect(house.isConnected)
    }

    @Test(arguments: [
        ServiceCall(domain: "light", service: "turn_on", entities: ["light.none"]), ServiceCall(domain: "light", service: "explode", entities: ["light.a"]),
        ServiceCall(domain: "cover", service: "open_cover", entities: ["light.a"]),
        ServiceCall(domain: "light", service: "turn_on", entities: ["light.a"], data: ["brightness_pct": 150]),
        ServiceCall(domain: "light", service: "turn_on", entities: ["light.a"], data: ["color_name": "nosuch"]),
        ServiceCall(domain: "light", service: "turn_off", entities: ["light.a", "light.none"]),
    ])
    func refusesWhatTheyCannot(_ call: ServiceCall) async throws {
        let house = try FileHouse(text: "entities: [{id: light.a, name: a, state: \"on\"}]")
        await #expect { try await house.call(call) } throws: { ($0 as? HouseError)?.code == .refused }
        #expect(house.state(of: "light.a")?.value == "on")
    }

    @Test(
        arguments: [
            ["color_name": "blue"], ["rgb_color": [0, 0, 255]], ["hs_color": [240, 100]], ["xy_color": [0.15, 0.06]],
        ] as [[String: JSONValue]]) func lampsTakeColours(_ data: [String: JSONValue]) async throws
    {
        let house = try FileHouse(text: "entities: [{id: light.a, name: a}]")
        try await house.call(ServiceCall(domain: "light", service: "turn_on", entities: ["light.a"], data: data))
        #expect(house.state(of: "light.a").map { ColorName.tint("blue")?.isSeen(in: $0) } == true)
        #expect(house.state(of: "light.a")?.attributes["color_mode"] == "hs")
    }

    @Test func remembersWhatWas() async throws {
        let clock = ManualClock(now: Self.start)
        let house = try FileHouse(text: "entities: [{id: light.a, name: a}]", clock: clock)
        for service in ["turn_on", "turn_off", "turn_on"] {
            clock.advance(by: 10)
            try await house.call(ServiceCall(domain: "light", service: service, entities: ["light.a"]))
        }
        #expect(try await house.history(of: "light.a", from: Self.start, to: Self.start + 20).map(\.value) == ["off", "on", "off"])
        for _ in 0..<500 { house.set("light.a", "off") }
        #expect(try await house.history(of: "light.a", from: .distantPast, to: .distantFuture).count == 200)
    }
}
