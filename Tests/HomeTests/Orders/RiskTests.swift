import Base
import Domain
import Testing

@testable import Home

@Suite struct RiskTests {
    let model: HomeModel
    let states: [String: EntityState]

    init() throws {
        let (model, states) = try SampleHouse.read()
        self.model = model
        self.states = Dictionary(uniqueKeysWithValues: states.map { ($0.entity, $0) })
    }

    func verdict(_ wish: Wish, _ ids: [String], _ role: Role, isSurprising: Bool = false) -> Risk.Verdict {
        let entities = ids.compactMap { id in model.entities.first { $0.id == id } }
        let plan = Planner(limits: OrderLimits()).plan(wish, for: entities) { states[$0] }
        return Risk.verdict(on: plan, for: SampleHouse.context(role).principal, isSurprising: isSurprising, model: model, limits: OrderLimits()) { states[$0] }
    }

    static let grave: [(Wish, String, Risk)] = [
        (.off, "lock.entree", .unlock(["lock.entree"])), (.off, "alarm_control_panel.maison", .disarm(["alarm_control_panel.maison"])),
        (.on, "cover.garage", .openGate(["cover.garage"])), (.position(40), "cover.garage", .openGate(["cover.garage"])),
        (.on, "valve.jardin", .openValve(["valve.jardin"])),
        (.temperature(28), "climate.salon", .heating([Risk.Setting(entity: "climate.salon", degrees: 28)])),
        (.temperature(65), "water_heater.cumulus", .hotWater([Risk.Setting(entity: "water_heater.cumulus", degrees: 65)])),
    ]

    @Test(arguments: Role.allCases) func whatOpensTheHouseOrHarms(_ role: Role) {
        for (wish, id, risk) in Self.grave {
            let expected: Risk.Verdict = [.owner, .admin, .member].contains(role) ? .confirm(risk) : .refuse(risk)
            #expect(verdict(wish, [id], role) == expected)
        }
    }

    @Test(arguments: Role.allCases) func everydayThingsAreForEverybody(_ role: Role) {
        #expect(verdict(.on, ["light.bureau"], role) == .fine)
        #expect(verdict(.off, ["cover.cuisine"], role) == .fine)
        #expect(verdict(.off, ["cover.garage"], role) == .fine)
        #expect(verdict(.on, ["lock.entree"], role) == .fine)
        #expect(verdict(.temperature(21), ["climate.salon"], role) == .fine)
        #expect(verdict(.temperature(60), ["water_heater.cumulus"], role) == .fine)
        #expect(verdict(.off, ["valve.jardin"], role) == .fine)
    }

    @Test func whatIsSoAlreadyIsNoRisk() {
        var states = states
        states["lock.entree"]?.value = "unlocked"
        let known = states
        let plan = Planner(limits: OrderLimits()).plan(.off, for: model.entities.filter { $0.id == "lock.entree" }) { known[$0] }
        #expect(
            Risk.verdict(on: plan, for: SampleHouse.context(.guest).principal, isSurprising: false, model: model, limits: OrderLimits()) { known[$0] } == .fine)
    }

    @Test func anUnclassifiedGateIsKnownByItsName() {
        var model = model
        model.entities.append(HomeModel.Entity(id: "switch.portail", name: "Relais du portail"))
        model.entities.append(HomeModel.Entity(id: "light.garage", name: "Lampe du garage"))
        func verdict(_ id: String) -> Risk.Verdict {
            let plan = Planner(limits: OrderLimits()).plan(.on, for: model.entities.filter { $0.id == id }) {
                EntityState(entity: $0, value: "off", changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
            }
            return Risk.verdict(on: plan, for: SampleHouse.context(.guest).principal, isSurprising: false, model: model, limits: OrderLimits()) { _ in nil }
        }
        #expect(verdict("switch.portail") == .refuse(.openGate(["switch.portail"])))
        #expect(verdict("light.garage") == .fine)
    }

    func verdict(_ wish: Wish, on entity: HomeModel.Entity, now value: String) -> Risk.Verdict {
        let state = EntityState(entity: entity.id, value: value, changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
        let plan = Planner(limits: OrderLimits()).plan(wish, for: [entity]) { _ in state }
        return Risk.verdict(
            on: plan, for: SampleHouse.context(.guest).principal, isSurprising: false, model: HomeModel(entities: [entity]), limits: OrderLimits()
        ) { _ in state }
    }

    @Test func doorsAreNotOpenedForGuests() {
        let doors = [
            HomeModel.Entity(id: "cover.x", name: "Arrière", deviceClass: "door"), HomeModel.Entity(id: "cover.x", name: "Porte de derrière"),
            HomeModel.Entity(id: "cover.x", name: "Portail", deviceClass: "shutter"), HomeModel.Entity(id: "input_boolean.x", name: "Portail"),
            HomeModel.Entity(id: "switch.x", name: "Front gate"), HomeModel.Entity(id: "group.x", name: "Portails"),
        ]
        for door in doors {
            let isCover = door.domain == "cover"
            #expect(verdict(.on, on: door, now: isCover || door.domain == "group" ? "closed" : "off") == .refuse(.openGate([door.id])), "\(door.name)")
            #expect(verdict(.off, on: door, now: isCover ? "open" : "on") == .fine, "\(door.name)")
        }
        for other in ["Volet de la porte-fenêtre", "Store"] {
            #expect(verdict(.on, on: HomeModel.Entity(id: "cover.x", name: other), now: "closed") == .fine)
        }
    }

    @Test func switchesNamedAfterLocksAndAlarmsAreRisky() {
        for name in ["Serrure", "Front door lock", "Verrou de la cave", "Unlock"] {
            for domain in ["switch", "input_boolean", "automation"] {
                let entity = HomeModel.Entity(id: domain + ".x", name: name)
                #expect(verdict(.off, on: entity, now: "on") == .refuse(.switching(isOn: false, [entity.id])), "\(entity.id) \(name)")
                #expect(verdict(.on, on: entity, now: "off") == .refuse(.switching(isOn: true, [entity.id])), "\(entity.id) \(name)")
            }
        }
        let alarm = HomeModel.Entity(id: "input_boolean.x", name: "Alarme")
        #expect(verdict(.off, on: alarm, now: "on") == .refuse(.switching(isOn: false, [alarm.id])))
        #expect(verdict(.on, on: alarm, now: "off") == .fine)
        #expect(verdict(.on, on: HomeModel.Entity(id: "script.x", name: "Disarm the alarm"), now: "off") == .refuse(.openGate(["script.x"])))
        for name in ["Gateway", "Gâteau", "Clock", "Blocknote", "Garage"] {
            #expect(verdict(.on, on: HomeModel.Entity(id: "switch.x", name: name), now: "off") == .fine, "\(name)")
        }
    }

    @Test func theQuestionNamesAllThatIsToBeHeated() async throws {
        let house = try SampleHouse.virtual()
        let order = SampleHouse.order("HassClimateSetTemperature", ["temperature": 35])
        for language in Language.allCases {
            let reply = try await HomeOrderHandler(house).reply(order, language)
            #expect(reply.needsConfirmation)
            #expect(
                reply.text
                    == language(
                        fr: "Tu veux vraiment que je règle le chauffage du salon et le radiateur de la chambre sur 35 degrés ?",
                        en: "Do you really want me to set Chauffage du salon and Radiateur de la chambre to 35 degrees?"))
        }
        // What goes beyond in one room only is asked about for both.
        let warmer = SampleHouse.order("JarvisAdjust", ["what": "temperature", "direction": "up", "amount": 8])
        #expect(
            try await HomeOrderHandler(house).reply(warmer).text.contains("le chauffage du salon sur 27 degrés et le radiateur de la chambre sur 25 degrés"))
    }

    @Test func fahrenheitIsNotMistakenForAFire() {
        var states = states
        states["climate.salon"]?.attributes = ["temperature": 66, "min_temp": 45, "max_temp": 95]
        let known = states
        let plan = Planner(limits: OrderLimits()).plan(.temperature(70), for: model.entities.filter { $0.id == "climate.salon" }) { known[$0] }
        #expect(
            Risk.verdict(on: plan, for: SampleHouse.context(.guest).principal, isSurprising: false, model: model, limits: OrderLimits()) { known[$0] } == .fine)
    }

    @Test(arguments: Role.allCases) func moreThanWasNamedIsAskedOfEverybody(_ role: Role) {
        let lamps = ["light.salon_1", "light.salon_2", "light.bureau"]
        #expect(verdict(.on, lamps, role, isSurprising: true) == .confirm(.many(count: 3, areas: 2)))
        #expect(verdict(.on, lamps, role) == .fine)
        #expect(verdict(.on, ["light.salon_1", "light.salon_2"], role, isSurprising: true) == .fine)
    }
}
