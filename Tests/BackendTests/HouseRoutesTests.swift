import API
import Automations
import Backend
import Base
import Domain
import Foundation
import HTTPClient
import Lifecycle
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct HouseRoutesTests {
    @Test func withoutAHouseTheRoutesSayWhatToSet() async throws {
        let house = try await House()
        let token = try await house.owner()
        for target in ["/home/entities", "/home/areas", "/automations"] {
            let answer = await house.send(.get, target, token: token)
            #expect(answer.status == 503)
            #expect(try answer.problem().detail?.contains("HOME_ASSISTANT_URL") == true)
        }
    }

    @Test func devicesAreListedWithTheirStates() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let all = try await house.send(.get, "/home/entities", token: token).decode(PageBody<EntityBody>.self).items
        #expect(all.map(\.id) == ["light.salon", "lock.entree", "sensor.dehors"])
        #expect(all[0].area == "Salon" && all[0].areaID == "salon" && all[0].state == "off" && all[0].domain == "light")
        #expect(all[2].attributes == ["unit_of_measurement": "°C"])
        for (query, ids) in [("area=salon", ["light.salon"]), ("domain=lock", ["lock.entree"]), ("area=salon&domain=lock", [])] as [(String, [String])] {
            #expect(try await house.send(.get, "/home/entities?\(query)", token: token).decode(PageBody<EntityBody>.self).items.map(\.id) == ids)
        }
        #expect(await house.send(.get, "/home/entities?area=cave", token: token).status == 404)
        #expect(try await house.send(.get, "/home/entities/light.salon", token: token).decode(EntityBody.self) == all[0])
        // What is not for people to see is not there.
        for id in ["light.veilleuse", "light.nowhere"] { #expect(await house.send(.get, "/home/entities/\(id)", token: token).status == 404) }
        let areas = try await house.send(.get, "/home/areas", token: token).decode(PageBody<AreaBody>.self).items
        #expect(areas == [AreaBody(id: "salon", name: "Salon", aliases: ["séjour"], floorID: "rez_de_chaussee", floor: "Rez-de-chaussée")])
    }

    @Test func servicesAreCalledAndTheNewStateComesBack() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let lit = try await house.send(.post, "/home/entities/light.salon/turn_on", token: token, json: #"{"data":{"brightness_pct":50}}"#).decode(
            EntityBody.self)
        #expect(lit.state == "on")
        #expect(try await house.send(.post, "/home/entities/light.salon/turn_off", token: token).decode(EntityBody.self).state == "off")
        let asked = await house.send(.post, "/home/entities/lock.entree/unlock", token: token, json: "{}")
        #expect(asked.status == 409)
        #expect(try asked.problem().type == "urn:jarvis:problem:confirmation_needed")
        let opened = await house.send(.post, "/home/entities/lock.entree/unlock", token: token, json: #"{"confirm":true}"#)
        #expect(try opened.decode(EntityBody.self).state == "unlocked")
        for (target, json, status) in [
            ("light.salon/Turn_On", "{}", 400), ("light.salon/turn_on", #"{"data":{"entity_id":"lock.entree"}}"#, 400), ("light.salon/fly", "{}", 409),
            ("light.salon/fly", #"{"confirm":true}"#, 400), ("light.salon/turn_on", #"{"confirm":true,"data":{"area_id":"entree"}}"#, 400),
            ("light.veilleuse/turn_on", "{}", 404), ("light.salon/turn_on", #"{"data":3}"#, 400),
        ] {
            #expect(await house.send(.post, "/home/entities/\(target)", token: token, json: json).status == status, "\(target)")
        }
    }

    @Test func aCommandIsATurnThatTellsWhatWasDone() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let answer = try await house.send(.post, "/home/command", token: token, json: #"{"text":"où suis-je ?","area":"salon"}"#).decode(HomeCommandAnswer.self)
        #expect(answer.response == "salon" && answer.actions.map(\.tool) == ["test.where"])
        #expect(try await house.send(.get, "/traces/\(answer.traceID)", token: token).decode(TraceBody.self).path == "skill:where")
        #expect(await house.send(.post, "/home/command", token: token, json: #"{"text":"où suis-je ?","area":"cave"}"#).status == 400)
        #expect(await house.send(.post, "/home/command", token: token, json: #"{"text":""}"#).status == 400)
    }

    @Test func statesAreToldToThoseWhoAskedForThem() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        let socket = try await WebSocketClient(
            "ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(token)"]))
        func next() async throws -> API.ReplyEvent? {
            guard case .text(let text)? = try await socket.receive() else { return nil }
            return try JSON.decode(API.ReplyEvent.self, from: Data(text.utf8))
        }
        try await socket.send(#"{"type":"start","mode":"text","states":true}"#)
        #expect(try await next() == .house(connected: true))
        house.rooms?.set("light.veilleuse", "on")
        house.rooms?.set("light.salon", "on")
        guard case .state(let entity)? = try await next() else {
            Issue.record("no state came")
            return
        }
        #expect(entity.id == "light.salon" && entity.state == "on" && entity.area == "Salon")
        // A turn on the same line is answered as ever.
        try await socket.send(#"{"type":"text","text":"heure"}"#)
        #expect(try await next() == .text(delta: "Il est 9 h."))
        socket.close()
        shutdown.request()
        try await serving
    }

    @Test func aClientThatSaysWhereItStandsIsInThatRoom() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let shutdown = Shutdown()
        try await house.server.start()
        async let serving: Void = house.server.run(until: shutdown)
        let port = try #require(house.server.boundPort)
        let socket = try await WebSocketClient(
            "ws://127.0.0.1:\(port)/ws", settings: .init(headers: ["Authorization": "Bearer \(token)"]))
        func next() async throws -> API.ReplyEvent? {
            guard case .text(let text)? = try await socket.receive() else { return nil }
            return try JSON.decode(API.ReplyEvent.self, from: Data(text.utf8))
        }
        func answer(to text: String) async throws -> String {
            try await socket.send(#"{"type":"text","text":"\#(text)"}"#)
            var answer = ""
            while let event = try await next() {
                if case .text(let delta) = event { answer += delta }
                if case .done = event { break }
            }
            return answer
        }
        let me = try await house.send(.get, "/auth/me", token: token).decode(Me.self), household = try #require(Household.ID(me.householdID))
        let dinner = Broadcast(text: "À table", language: .french, at: house.clock.now)
        #expect(try await answer(to: "où") == "nulle part")
        #expect(await house.hub.broadcast(dinner, to: household, in: ["salon"]) == 0)
        try await socket.send(#"{"type":"start","mode":"text","area":"cave"}"#)
        guard case .error(let problem)? = try await next() else {
            Issue.record("a room that is not there was taken")
            return
        }
        #expect(problem.status == 400)
        try await socket.send(#"{"type":"start","mode":"text","area":"salon"}"#)
        #expect(try await answer(to: "où") == "salon")
        #expect(await house.hub.broadcast(dinner, to: household, in: ["salon"]) == 1)
        guard case .announcement(let heard)? = try await next() else {
            Issue.record("no announcement came")
            return
        }
        #expect(heard.text == "À table" && heard.kind == "broadcast")
        socket.close()
        shutdown.request()
        try await serving
    }
}

@Suite(.timeLimit(.minutes(1))) struct AutomationRoutesTests {
    @Test func throughItsLife() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let made = await house.send(
            .post, "/automations", token: token,
            json: #"""
                {"name": "Matin", "trigger": {"type": "time", "time": "07:30", "weekdays": [1, 2]}, "orders": [{"intent": "HassTurnOn", "slots": {"name": "Lampe du salon"}}],
                 "conditions": [{"type": "daylight", "up": false}, {"type": "time", "from": "06:00", "to": "24:00"}, {"type": "state", "entity": "lock.entree", "value": "locked"}]}
                """#)
        #expect(made.status == 201, "\(made.text)")
        let automation = try made.decode(AutomationBody.self)
        #expect(automation.name == "Matin" && automation.trigger.time == "07:30" && automation.trigger.weekdays == [1, 2] && automation.trigger.once == false)
        #expect(automation.conditions.map(\.type) == ["daylight", "time", "state"] && automation.conditions[1].to == "24:00")
        #expect(automation.orders == [OrderBody(intent: "HassTurnOn", slots: ["name": "Lampe du salon"], text: "")])
        #expect(automation.createdBy == "zoé" && automation.nextDue.map { $0 > house.clock.now } == true)
        #expect(try await house.send(.get, "/automations", token: token).decode(PageBody<AutomationBody>.self).items == [automation])

        let target = "/automations/\(automation.id)"
        let paused = try await house.send(.patch, target, token: token, json: #"{"paused":true}"#).decode(AutomationBody.self)
        #expect(paused.paused && paused.nextDue == nil)
        #expect(await house.send(.post, target + "/run", token: token).status == 409)
        #expect(try await house.send(.patch, target, token: token, json: #"{"paused":false}"#).decode(AutomationBody.self).paused == false)
        #expect(try await house.send(.post, target + "/run", token: token).decode(AutomationResult.self).result == "C'est fait.")
        let runs = try await house.send(.get, target + "/runs?limit=5", token: token).decode(PageBody<AutomationRunBody>.self).items
        #expect(runs.map(\.outcome) == ["done"] && runs[0].cause == .init(type: "request", name: "zoé") && runs[0].result == "C'est fait.")
        #expect(await house.send(.delete, target, token: token).status == 204)
        #expect(await house.send(.get, target, token: token).status == 404)
        #expect(await house.send(.delete, target, token: token).status == 404)
    }

    @Test func whatIsDoneWithIsStillFoundByItsID() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let json = #"{"trigger": {"type": "at", "date": "2027-01-15T09:00:00Z"}, "orders": [{"intent": "HassTurnOn", "slots": {"name": "Lampe du salon"}}]}"#
        let made = try await house.send(.post, "/automations", token: token, json: json).decode(AutomationBody.self)
        #expect(made.doneAt == nil && made.nextDue != nil)
        let target = "/automations/\(made.id)"
        #expect(await house.send(.post, target + "/run", token: token).status == 200)
        #expect(try await house.send(.get, "/automations", token: token).decode(PageBody<AutomationBody>.self).items.isEmpty)
        let done = try await house.send(.get, target, token: token).decode(AutomationBody.self)
        #expect(done.name == made.name && done.doneAt == house.clock.now && done.nextDue == nil)
        #expect(try await house.send(.get, target + "/runs", token: token).decode(PageBody<AutomationRunBody>.self).items.map(\.outcome) == ["done"])
        // It is nothing that could be changed.
        #expect(await house.send(.patch, target, token: token, json: #"{"paused":false}"#).status == 404)
        #expect(await house.send(.post, target + "/run", token: token).status == 404)
        #expect(await house.send(.delete, target, token: token).status == 404)
    }

    @Test func commandsAreReadAndMaySayWhen() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let made = try await house.send(.post, "/automations", token: token, json: #"{"commands": ["tous les jours à 7 h allume"]}"#).decode(
            AutomationBody.self)
        #expect(made.trigger == TriggerBody(type: "time", time: "07:00", weekdays: [], once: false))
        #expect(made.orders.map(\.text) == ["allume"])
        let script = try await house.send(.post, "/automations", token: token, json: #"{"name": "Soir", "commands": ["allume"]}"#).decode(AutomationBody.self)
        #expect(script.trigger == TriggerBody(type: "demand"))
        for wrong in [
            #"{"commands": ["n'importe quoi"]}"#, #"{"commands": []}"#, "{}", #"{"commands": ["tous les jours à 7 h allume"], "trigger": {"type": "demand"}}"#,
        ] {
            #expect(await house.send(.post, "/automations", token: token, json: wrong).status == 400, "\(wrong)")
        }
    }

    @Test(arguments: [
        #"{"type": "at", "date": "2027-01-15T09:00:00.000Z"}"#, #"{"type": "sun", "event": "sunset", "offset": -1800, "once": true}"#,
        #"{"type": "state", "entity": "lock.entree", "to": "unlocked", "seconds": 60, "once": false}"#,
        #"{"type": "number", "entity": "sensor.dehors", "above": 25, "once": false}"#, #"{"type": "demand"}"#,
    ]) func triggersComeBackAsTheyWere(trigger: String) async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let json = #"{"trigger": \#(trigger), "orders": [{"intent": "HassTurnOn", "slots": {"domain": "light"}}]}"#
        let made = await house.send(.post, "/automations", token: token, json: json)
        #expect(made.status == 201, "\(made.text)")
        let sent = try JSON.decode(TriggerBody.self, from: Data(trigger.utf8))
        #expect(try made.decode(AutomationBody.self).trigger == sent)
    }

    @Test(arguments: [
        #"{"type": "moon"}"#, #"{"type": "time"}"#, #"{"type": "time", "time": "7h"}"#, #"{"type": "time", "time": "24:00"}"#,
        #"{"type": "time", "time": "25:00"}"#,
        #"{"type": "sun"}"#, #"{"type": "sun", "event": "noon"}"#, #"{"type": "state", "entity": "lock.entree"}"#,
        #"{"type": "number", "entity": "sensor.dehors"}"#,
        #"{"type": "presence"}"#, #"{"type": "at"}"#, #"{"type": "at", "date": "2001-01-01T00:00:00Z"}"#,
        #"{"type": "state", "entity": "light.nowhere", "to": "on"}"#,
    ]) func triggersThatWillNotDo(trigger: String) async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let answer = await house.send(
            .post, "/automations", token: token, json: #"{"trigger": \#(trigger), "orders": [{"intent": "HassTurnOn", "slots": {"domain": "light"}}]}"#)
        #expect(answer.status == 400, "\(answer.text)")
    }

    @Test(arguments: [
        (#""orders": [{"intent": "HassTurnOn", "slots": {"aera": "Salon"}}]"#, "orders[0].slots has a member that no intent takes: aera"),
        (#""orders": [{"intent": "HassTurnOn", "slots": {}}]"#, "orders[0].slots"), (#""orders": [{"intent": "HassTurnOff"}]"#, "orders[0].slots"),
        (#""orders": [{"intent": "HassTurnOn", "slots": {"name": ""}}]"#, "orders[0].slots.name"),
        (#""orders": [{"intent": "HassTurnOn", "slots": {"name": {"a": 1}}}]"#, "orders[0].slots.name"),
        (#""orders": [{"intent": "HassTurnOn", "slots": {"domain": []}}]"#, "orders[0].slots.domain"),
        (#""orders": [{"intent": "HassTurnOn", "slots": {"name": "a\u0000"}}]"#, "orders[0].slots.name"),
        (#""orders": [{"intent": "HassLightSet", "slots": {"brightness": 1e300}}]"#, "orders[0].slots.brightness"),
        (#""name": "a\u001b[2J", "commands": ["allume"]"#, "name"), (#""name": "a\u0000", "commands": ["allume"]"#, "name"),
        (#""trigger": {"type": "state", "entity": "lock.entree", "to": ""}, "commands": ["allume"]"#, "trigger.to"),
        (
            #""trigger": {"type": "number", "entity": "lock.entree", "above": 1, "attribute": "\#(String(repeating: "a", count: 100_000))"}, "commands": ["allume"]"#,
            "trigger.attribute"
        ),
        (
            #""conditions": [\#(Array(repeating: #"{"type": "daylight", "up": true}"#, count: 2000).joined(separator: ","))], "commands": ["allume"]"#,
            "conditions"
        ),
        (#""conditions": [{"type": "state", "entity": "lock.entree", "value": " "}], "commands": ["allume"]"#, "conditions[0].value"),
    ]) func whatCouldOnlyFailLaterIsRefusedWithItsField(json: String, field: String) async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        let answer = await house.send(.post, "/automations", token: token, json: "{\(json)}")
        #expect(answer.status == 400, "\(answer.text)")
        #expect(try answer.problem().detail?.hasPrefix(field) == true, "\(answer.text)")
    }

    @Test func ordersThatWillNotDo() async throws {
        let house = try await House(rooms: House.rooms)
        let token = try await house.owner()
        for wrong in [#"{"intent": "rm -rf"}"#, #"{"intent": "TurnOn"}"#, #"{"intent": ""}"#] {
            #expect(await house.send(.post, "/automations", token: token, json: #"{"orders": [\#(wrong)]}"#).status == 400, "\(wrong)")
        }
    }
}
