import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Automations

struct SceneTests {
    private func made(_ world: World) -> (house: SceneHouse, handler: SceneOrderHandler) {
        let house = SceneHouse(world.house, store: world.store, clock: world.clock, log: .silent)
        return (house, SceneOrderHandler(store: world.store, house: house))
    }

    private func save(_ name: String, area: String? = nil) -> Order {
        var slots = ["name": SlotValue(.string(name), text: name)]
        if let area { slots["area"] = SlotValue(.string(area), text: area, ids: [area]) }
        return Order(Intent("JarvisSceneSave", slots), text: "enregistre cette ambiance comme \(name)")
    }

    private func world() async throws -> World {
        let world = try await World(["light.kitchen": "off", "lock.front": "locked"])
        world.house.set(
            "light.living", "on", ["brightness": 80, "color_mode": "color_temp", "color_temp_kelvin": 2700, "rgb_color": [255, 200, 100], "icon": "x"])
        world.house.set("cover.bedroom", "open", ["current_position": 40])
        return world
    }

    @Test func savesTheHouseAndBringsItBack() async throws {
        let world = try await world()
        let (house, handler) = made(world)
        let reply = try await handler.handle(save("soirée"), isConfirmed: false, language: .french, in: world.context())
        #expect(reply?.text == "Ambiance « soirée » enregistrée : 2 lampes et 1 volet.")
        let entity = try #require(house.model.entities.first { $0.name == "soirée" })
        #expect(entity.domain == "scene" && house.state(of: entity.id)?.isUnavailable == true)
        try await house.call(ServiceCall(domain: "scene", service: "turn_on", entities: [entity.id]))
        #expect(
            world.house.calls == [
                ServiceCall(domain: "cover", service: "set_cover_position", entities: ["cover.bedroom"], data: ["position": 40]),
                ServiceCall(domain: "light", service: "turn_off", entities: ["light.kitchen"]),
                ServiceCall(domain: "light", service: "turn_on", entities: ["light.living"], data: ["brightness": 80, "color_temp_kelvin": 2700]),
            ])
        #expect(house.state(of: entity.id)?.changedAt == world.clock.now)
    }

    @Test func savesARoomUnderItsOldNameAndListsAndDeletes() async throws {
        let world = try await world()
        let (house, handler) = made(world)
        func say(_ order: Order, _ language: Language = .french) async throws -> String? {
            try await handler.handle(order, isConfirmed: false, language: language, in: world.context())?.text
        }
        func ask(_ intent: String, _ name: String) -> Order { Order(Intent(intent, ["name": SlotValue(.string(name))]), text: "x") }
        #expect(try await say(save("Lecture", area: "living")) == "Ambiance « Lecture » enregistrée : 1 lampe.")
        world.house.set("light.living", "off")
        #expect(try await say(save("lecture", area: "living"), .english) == "Scene “Lecture” saved: 1 light.")
        #expect(try await world.store.scenes(for: world.principal).map(\.parts.first?.value) == ["off"])
        #expect(try await say(ask("JarvisSceneList", "")) == "Ambiances : « Lecture ».")
        #expect(try await say(ask("JarvisSceneActivate", "lecture")) == "Ambiance « Lecture ».")
        #expect(world.house.calls.count == 1)
        #expect(try await say(ask("JarvisSceneActivate", "soirée")) == "Je ne connais pas l'ambiance « soirée ». Il y a : « Lecture ».")
        #expect(try await say(ask("JarvisSceneDelete", "LECTURE")) == "Ambiance supprimée : Lecture.")
        #expect(!house.model.entities.contains { $0.domain == "scene" })
        #expect(try await say(save("vide", area: "nowhere")) == "Je ne vois ici ni lampe ni volet à retenir.")
        #expect(try await say(save(" ")) == "Sous quel nom ? Dis par exemple « enregistre cette ambiance comme soirée ».")
    }

    @Test func saysWhenItDidNotWorkEverywhere() async throws {
        let world = try await world()
        let (house, handler) = made(world)
        _ = try await handler.handle(save("soirée"), isConfirmed: false, language: .french, in: world.context())
        world.house.refuse("light.living")
        let entity = try #require(house.model.entities.last)
        await #expect { try await house.call(ServiceCall(domain: "scene", service: "turn_on", entities: [entity.id])) } throws: {
            ($0 as? HouseError)?.code == .unknownOutcome
        }
        #expect(world.house.calls.count == 3)
        await #expect { try await house.call(ServiceCall(domain: "scene", service: "turn_off", entities: [entity.id])) } throws: {
            ($0 as? HouseError)?.code == .unsupported
        }
    }

    @Test func passesOnWhatTheHouseSays() async throws {
        let world = try await world()
        let (house, handler) = made(world)
        var changes = house.changes().makeAsyncIterator()
        world.house.connect(true)
        if case .connection(true)? = await changes.next() {} else { Issue.record("no connection") }
        _ = try await handler.handle(save("soirée"), isConfirmed: false, language: .french, in: world.context())
        if case .model? = await changes.next() {} else { Issue.record("no model") }
        try await house.call(ServiceCall(domain: "light", service: "turn_on", entities: ["light.living"]))
        #expect(world.house.calls.count == 1)
        let again = SceneHouse(world.house, store: world.store, clock: world.clock, log: .silent)
        try await again.reload()
        #expect(again.model == house.model)
    }
}
