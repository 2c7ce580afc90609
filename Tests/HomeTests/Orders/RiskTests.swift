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
        return Risk.verdict(on: plan, for: role, isSurprising: isSurprising, model: model, limits: OrderLimits()) { states[$0] }
    }

    static let grave: [(Wish, String, Risk)] = [
        (.off, "lock.entree", .unlock(["lock.entree"])), (.off, "alarm_control_panel.maison", .disarm(["alarm_control_panel.maison"])),
        (.on, "cover.garage", .openGate(["cover.garage"])), (.position(40), "cover.garage", .openGate(["cover.garage"])),
        (.on, "valve.jardin", .openValve(["valve.jardin"])), (.temperature(28), "climate.salon", .heating(28, ["climate.salon"])),
        (.temperature(65), "water_heater.cumulus", .hotWater(65, ["water_heater.cumulus"])),
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
        #expect(Risk.verdict(on: plan, for: .guest, isSurprising: false, model: model, limits: OrderLimits()) { known[$0] } == .fine)
    }

    @Test func anUnclassifiedGateIsKnownByItsName() {
        var model = model
        model.entities.append(HomeModel.Entity(id: "switch.portail", name: "Relais du portail"))
        model.entities.append(HomeModel.Entity(id: "light.garage", name: "Lampe du garage"))
        func verdict(_ id: String) -> Risk.Verdict {
            let plan = Planner(limits: OrderLimits()).plan(.on, for: model.entities.filter { $0.id == id }) {
                EntityState(entity: $0, value: "off", changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
            }
            return Risk.verdict(on: plan, for: .guest, isSurprising: false, model: model, limits: OrderLimits()) { _ in nil }
        }
        #expect(verdict("switch.portail") == .refuse(.openGate(["switch.portail"])))
        #expect(verdict("light.garage") == .fine)
    }

    @Test func fahrenheitIsNotMistakenForAFire() {
        var states = states
        states["climate.salon"]?.attributes = ["temperature": 66, "min_temp": 45, "max_temp": 95]
        let known = states
        let plan = Planner(limits: OrderLimits()).plan(.temperature(70), for: model.entities.filter { $0.id == "climate.salon" }) { known[$0] }
        #expect(Risk.verdict(on: plan, for: .guest, isSurprising: false, model: model, limits: OrderLimits()) { known[$0] } == .fine)
    }

    @Test(arguments: Role.allCases) func moreThanWasNamedIsAskedOfEverybody(_ role: Role) {
        let lamps = ["light.salon_1", "light.salon_2", "light.bureau"]
        #expect(verdict(.on, lamps, role, isSurprising: true) == .confirm(.many(count: 3, areas: 2)))
        #expect(verdict(.on, lamps, role) == .fine)
        #expect(verdict(.on, ["light.salon_1", "light.salon_2"], role, isSurprising: true) == .fine)
    }
}
