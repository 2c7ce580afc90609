import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Home

@Suite(.timeLimit(.minutes(1))) struct DirectControlTests {
    let house: FileHouse
    let control: DirectControl

    init() throws {
        house = try FileHouse(text: SampleHouse.text)
        control = DirectControl(house: house, log: .silent)
    }

    func principal(_ role: Role) -> Principal { Principal(household: .init(), user: .init(), role: role, name: "Alex") }

    /// `nil` when it was done.
    func call(_ name: String, _ entity: String, _ data: [String: JSONValue] = [:], confirm: Bool = false, as role: Role = .owner) async -> Problem.Code? {
        let parts = name.split(separator: ".").map(String.init)
        let call = ServiceCall(domain: parts[0], service: parts[1], entities: [entity], data: data)
        do { try await control.call(call, isConfirmed: confirm, for: principal(role)) } catch { return (error as? Problem)?.code ?? .unauthenticated }
        return nil
    }

    @Test func everydayThingsAreDone() async {
        #expect(await call("light.turn_on", "light.salon_1", ["brightness_pct": 40], as: .guest) == nil)
        #expect(house.state(of: "light.salon_1")?.value == "on")
        #expect(await call("light.toggle", "light.salon_1", as: .child) == nil)
        #expect(house.state(of: "light.salon_1")?.value == "off")
        #expect(await call("cover.set_cover_position", "cover.salon", ["position": 30]) == nil)
        #expect(house.state(of: "cover.salon")?.attributes["current_position"] == 30)
        #expect(await call("climate.set_temperature", "climate.salon", ["temperature": 20.5], as: .guest) == nil)
        #expect(await call("lock.lock", "lock.entree", as: .guest) == nil)
        #expect(await call("homeassistant.turn_on", "switch.prise") == nil)
    }

    static let grave: [(String, String, [String: JSONValue])] = [
        ("lock.unlock", "lock.entree", [:]), ("lock.open", "lock.entree", [:]), ("cover.open_cover", "cover.garage", [:]),
        ("cover.toggle", "cover.garage", [:]),
        ("cover.set_cover_position", "cover.garage", ["position": 10]), ("cover.set_cover_position", "cover.garage", [:]),
        ("homeassistant.turn_on", "cover.garage", [:]), ("valve.open_valve", "valve.jardin", [:]),
        ("alarm_control_panel.alarm_disarm", "alarm_control_panel.maison", ["code": "1234"]), ("climate.set_temperature", "climate.salon", ["temperature": 30]),
        ("climate.set_temperature", "climate.salon", ["target_temp_low": 19, "target_temp_high": 31]),
        ("water_heater.set_temperature", "water_heater.cumulus", ["temperature": 70]),
    ]

    @Test(arguments: grave) func whatOpensTheHouseOrHarmsIsConfirmedOrRefused(name: String, entity: String, data: [String: JSONValue]) async {
        let before = house.state(of: entity)
        for role in [Role.guest, .child] {
            #expect(await call(name, entity, data, as: role) == .forbidden)
            #expect(await call(name, entity, data, confirm: true, as: role) == .forbidden)
        }
        for role in [Role.owner, .admin, .member] { #expect(await call(name, entity, data, as: role) == .confirmationNeeded) }
        #expect(house.state(of: entity) == before)
    }

    @Test func whatIsConfirmedIsDone() async {
        #expect(await call("lock.unlock", "lock.entree", confirm: true, as: .member) == nil)
        #expect(house.state(of: "lock.entree")?.value == "unlocked")
    }

    @Test func whatNobodyThoughtOfIsForTheHousehold() async {
        for role in [Role.guest, .child] { #expect(await call("light.reprogram", "light.salon_1", confirm: true, as: role) == .forbidden) }
        #expect(await call("light.reprogram", "light.salon_1") == .confirmationNeeded)
        #expect(await call("light.reprogram", "light.salon_1", confirm: true) == .invalid)
        // Nobody knows where it works.
        let limited = principal(.owner).limited(to: Permissions(capabilities: .all, areas: ["salon"], risk: .dangerous))
        let unknown = ServiceCall(domain: "light", service: "reprogram", entities: ["light.salon_1"])
        let refused = await #expect(throws: Problem.self) { try await control.call(unknown, isConfirmed: true, for: limited) }
        #expect(refused?.code == .forbidden)
    }

    /// Home Assistant would open the garage with the shutter.
    @Test(arguments: ["entity_id", "area_id", "device_id", "floor_id", "label_id", "target", "entities", "snapshot_entities"])
    func aCallReachesNothingButItsEntity(_ member: String) async {
        #expect(await call("cover.open_cover", "cover.salon", [member: "garage"], confirm: true) == .invalid)
    }

    @Test func numbersAreNumbers() async {
        for (name, entity, member) in [
            ("climate.set_temperature", "climate.salon", "temperature"), ("water_heater.set_temperature", "water_heater.cumulus", "target_temp_high"),
            ("cover.set_cover_position", "cover.garage", "position"),
        ] {
            for value: JSONValue in ["34", [34], true, nil] {
                #expect(await call(name, entity, [member: value], confirm: true) == .invalid, "\(name) \(value)")
            }
        }
    }

    @Test func aScriptIsJudgedByItsOwnName() async {
        #expect(await call("script.portail", "light.salon_1", confirm: true) == .invalid)
        #expect(Deed.all(of: ServiceCall(domain: "script", service: "portail", entities: ["script.portail"]), on: "script.portail", state: nil) == [.run])
    }

    @Test func otherDomainsAndHiddenDevicesAreNotThere() async {
        #expect(await call("switch.turn_on", "light.salon_1") == .invalid)
        #expect(await call("homeassistant.restart", "light.salon_1") == .invalid)
        #expect(await call("light.turn_on", "light.secret") == .notFound)
        #expect(await call("light.turn_on", "light.nowhere") == .notFound)
    }

    @Test func aHouseThatIsOutOfReach() async throws {
        let clock = ManualClock(now: SampleHouse.start)
        let (model, states) = try SampleHouse.read()
        let house = ScriptedHouse(model, states, clock: clock)
        let control = DirectControl(house: house, clock: clock, log: .silent)
        let call = ServiceCall(domain: "light", service: "turn_on", entities: ["light.salon_1"])
        for (code, expected) in [(HouseError.Code.notConnected, Problem.Code.unavailable), (.unknownOutcome, .unavailable), (.unsupported, .invalid)] {
            house.expect("light.turn_on light.salon_1") { _ in throw HouseError(code, "told to") }
            let error = await #expect(throws: Problem.self) { try await control.call(call, isConfirmed: false, for: principal(.owner)) }
            #expect(error?.code == expected)
        }
        // A lamp that says nothing is not waited for long.
        house.expect("light.turn_on light.salon_1")
        async let done: Void = control.call(call, isConfirmed: false, for: principal(.owner))
        await clock.waitForSleepers()
        clock.advance(by: 2)
        try await done
    }
}
