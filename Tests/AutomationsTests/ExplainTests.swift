import Base
import Domain
import Foundation
import Lifecycle
import TestSupport
import Testing

@testable import Automations

struct ExplainTests {
    private func why(_ text: String, _ entity: String = "light.living") -> Order {
        Order(Intent("JarvisExplain", ["name": SlotValue(.string(entity), text: "x", ids: [entity])]), text: text)
    }

    private func explain(_ world: World, _ service: AutomationService, _ text: String, _ entity: String = "light.living", _ language: Language = .french)
        async throws -> String?
    {
        try await AutomationOrderHandler(desk: AutomationDesk(service: service)).handle(
            why(text, entity), isConfirmed: false, language: language, in: world.context())?.text
    }

    @Test func anAutomationDidIt() async throws {
        let world = try await World(["light.living": "off"])
        let house = world.house, recorder = world.recorder
        let service = world.service(run: { orders, _, _, _ in
            house.set("light.living", "on")
            recorder.note(orders)
            return ""
        })
        // Sunset in Paris on that day is at 17 h 01.
        try await world.make("allume la lampe du salon", .when(.sun(.sunset, offset: 0), once: false), by: service)
        try await world.running(service) {
            world.clock.advance(by: 3 * 3600 - 60)
            await recorder.wait(for: 1)
        }
        world.clock.advance(by: 600)
        #expect(
            try await explain(world, service, "pourquoi la lumière s'est allumée ?")
                == "Parce que l'automatisation « allume la lampe du salon » s'est déclenchée à 17 h 04 (coucher du soleil).")
        #expect(
            try await explain(world, service, "why did the light turn on?", "light.living", .english)
                == "Because the automation “allume la lampe du salon” went off at 5:04 PM (sunset).")
    }

    @Test func somebodyAskedForIt() async throws {
        let world = try await World(["light.living": "off"])
        let service = world.service()
        try await world.running(service) {
            let origin = ChangeCause.Origin.order(text: "allume le salon", user: world.principal.user, name: "Alex")
            service.causes.record(ChangeCause(targets: ["light.living": []], origin: origin, at: world.clock.now), for: world.principal)
            world.house.set("light.living", "on")
        }
        world.clock.advance(by: 600)
        #expect(try await explain(world, service, "pourquoi la lampe est allumée") == "Tu l'as demandé à 14 h 05 (« allume le salon »).")
        // It is known after a restart too, and of others only the name is told.
        #expect(try await explain(world, world.service(), "pourquoi la lampe est allumée") == "Tu l'as demandé à 14 h 05 (« allume le salon »).")
        let other = Principal(household: world.principal.household, user: .init(), role: .member, name: "Sacha")
        let handler = AutomationOrderHandler(desk: AutomationDesk(service: service))
        let reply = try await handler.handle(why("pourquoi la lampe s'est allumée"), isConfirmed: false, language: .french, in: world.context(other))
        #expect(reply?.text == "Alex l'a demandé à 14 h 05.")
        // Nobody of another household hears of it.
        let stranger = Principal(household: .init(), user: .init(), role: .owner, name: "y")
        let none = try await handler.handle(why("pourquoi la lampe s'est allumée"), isConfirmed: false, language: .french, in: world.context(stranger))
        #expect(none?.text == "Je ne sais pas : ce n'est pas moi (changement vu à 14 h 05).")
    }

    @Test func causesAreStoredBehindTheReplyAndAllOfThemBeforeTheEnd() async throws {
        let world = try await World()
        let causes = CauseLog(store: world.store, log: .silent)
        func cause(_ number: Int) -> ChangeCause {
            ChangeCause(
                targets: ["light.living": []], origin: .order(text: "\(number)", user: world.principal.user, name: "Alex"), at: World.start + Double(number))
        }
        func stored() async throws -> [ChangeCause.Origin] {
            try await world.store.causes(from: World.start, to: World.start + 1000, for: world.principal).sorted { $0.at < $1.at }.map(\.origin)
        }
        for number in 0..<50 { causes.record(cause(number), for: world.principal) }
        // Known at once, and stored by nobody yet.
        #expect(try await causes.causes(from: World.start, to: World.start + 1000, for: world.principal).count == 50)
        #expect(try await stored().isEmpty)
        let shutdown = Shutdown()
        async let run: Void = causes.run(until: shutdown)
        for number in 50..<100 { causes.record(cause(number), for: world.principal) }
        shutdown.request()
        try await run
        #expect(try await stored() == (0..<100).map { cause($0).origin })
        // What nobody stores is bounded, and what was recorded last is still known.
        for number in 100..<900 { causes.record(cause(number), for: world.principal) }
        #expect(try await causes.causes(from: World.start, to: World.start + 1000, for: world.principal).first?.origin == cause(899).origin)
    }

    @Test func itWasSomebodyElse() async throws {
        let door = "binary_sensor.door"
        let world = try await World(["light.living": "off", door: "off"])
        let service = world.service()
        try await world.make("allume le salon", .at(world.clock.now + 60), by: service)
        try await world.make("allume la cuisine", .when(.state(entity: door, to: "on", seconds: 0), once: false), by: service)
        try await world.running(service) {
            world.clock.advance(by: 60)
            await world.recorder.wait(for: 1)
            // Long after the run, and against what it would have done.
            world.clock.advance(by: 5)
            world.house.set("light.living", "on")
            world.clock.advance(by: 600)
            world.house.set("light.living", "off")
            world.house.set(door, "on")
            await world.recorder.wait(for: 2)
        }
        #expect(try await explain(world, service, "pourquoi la lampe s'est éteinte") == "Je ne sais pas : ce n'est pas moi (changement vu à 14 h 16).")
        #expect(
            try await explain(world, service, "why did the light go off", "light.living", .english) == "I don't know: it wasn't me (change seen at 2:16 PM).")
        #expect(
            try await explain(world, service, "pourquoi le volet s'est ouvert", "cover.bedroom")
                == "Je ne sais pas : je n'ai pas vu le volet de la chambre changer.")
    }

    @Test func anEarlierChangeIsFound() async throws {
        let door = "binary_sensor.door"
        let world = try await World(["cover.bedroom": "closed", door: "off"])
        let service = world.service()
        try await world.make("allume la cuisine", .when(.state(entity: door, to: "on", seconds: 0), once: false), by: service)
        try await world.running(service) {
            let origin = ChangeCause.Origin.order(text: "ouvre le volet", user: world.principal.user, name: "Alex")
            service.causes.record(ChangeCause(targets: ["cover.bedroom": []], origin: origin, at: world.clock.now), for: world.principal)
            world.house.set("cover.bedroom", "opening")
            // It takes longer than anybody would wait for an effect, but it began at once.
            world.clock.advance(by: 200)
            world.house.set("cover.bedroom", "open")
            world.clock.advance(by: 3600)
            world.house.set("cover.bedroom", "closing")
            world.house.set("cover.bedroom", "closed")
            world.house.set(door, "on")
            await world.recorder.wait(for: 1)
        }
        #expect(try await explain(world, service, "pourquoi le volet s'est ouvert", "cover.bedroom") == "Tu l'as demandé à 14 h 05 (« ouvre le volet »).")
    }

    @Test func theHousesOwnHistoryIsAskedForWhatWasBeforeTheStart() async throws {
        let world = try await World(["light.living": "off"])
        let service = world.service()
        let origin = ChangeCause.Origin.order(text: "allume le salon", user: world.principal.user, name: "Alex")
        service.causes.record(ChangeCause(targets: ["light.living": []], origin: origin, at: world.clock.now), for: world.principal)
        world.house.remember([EntityState(entity: "light.living", value: "on", changedAt: World.start + 1, updatedAt: World.start + 1)])
        world.clock.advance(by: 86_000)
        #expect(try await explain(world, service, "pourquoi la lampe s'est allumée") == "Tu l'as demandé hier à 14 h 05 (« allume le salon »).")
    }

    @Test func theQuestionSaysWhichChange() {
        let table = [
            "pourquoi la lumière s'est allumée": "on", "pourquoi la lumière s'est éteinte": "off", "pourquoi le volet s'est ouvert": "open",
            "pourquoi les volets sont fermés": "closed", "pourquoi la porte est déverrouillée": "unlocked", "pourquoi la porte est verrouillée": "locked",
            "why did the light turn on": "on", "why is the lamp off": "off", "why did the shutters close": "closed",
        ]
        for (text, state) in table { #expect(Explainer.askedStates(why(text)).contains(state), "\(text)") }
        #expect(Explainer.askedStates(why("pourquoi le chauffage")).isEmpty)
    }

    @Test func theLastDeedIsMeantWhenNothingIsNamed() async throws {
        let world = try await World(["light.living": "off"])
        let service = world.service(), handler = AutomationOrderHandler(desk: AutomationDesk(service: service))
        func why() async throws -> String? {
            try await handler.handle(
                Order(Intent("JarvisExplain"), text: "pourquoi as-tu fait ça"), isConfirmed: false, language: .french, in: world.context())?.text
        }
        #expect(try await why() == "Je n'ai rien fait dans la maison ces dernières heures.")
        service.record([order("allume le salon")], by: world.principal, at: world.clock.now)
        #expect(try await why() == "Tu l'as demandé à 14 h 05 (« allume le salon »).")
        try await world.make("éteins le salon", .at(world.clock.now + 60))
        try await world.running(service) {
            world.clock.advance(by: 60)
            await world.recorder.wait(for: 1)
        }
        #expect(try await why() == "Parce que l'automatisation « éteins le salon » s'est déclenchée à 14 h 06 (à l'heure prévue).")
    }

    @Test func aRoomIsUnderstood() async throws {
        let world = try await World(["light.living": "off", "light.kitchen": "off"])
        let service = world.service()
        world.clock.advance(by: 60)
        world.house.set("light.kitchen", "on")
        let order = Order(
            Intent("JarvisExplain", ["area": SlotValue("Cuisine", ids: ["kitchen"]), "domain": SlotValue("light")]), text: "pourquoi la cuisine s'est allumée")
        let reply = try await AutomationOrderHandler(desk: AutomationDesk(service: service)).handle(
            order, isConfirmed: false, language: .french, in: world.context())
        #expect(reply?.text == "Je ne sais pas : ce n'est pas moi (changement vu à 14 h 06).")
    }
}
