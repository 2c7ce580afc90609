import Base
import Domain
import TestSupport
import Testing

@testable import Home

/// What speaks against keeping an order on the house for later.
@Suite struct CaveatTests {
    let house: ScriptedHouse
    let handler: HomeOrderHandler

    init() throws {
        house = try SampleHouse.scripted()
        handler = HomeOrderHandler(house)
    }

    func caveat(
        _ intent: String, _ slots: [String: JSONValue], _ language: Language = .french, role: Role = .owner, area: String? = nil
    ) async throws -> Caveat? {
        var order = SampleHouse.order(intent, slots)
        order.timing = .after(seconds: 300)
        return try await handler.caveat(about: order, language: language, in: SampleHouse.context(role, area: area))
    }

    let door: [String: JSONValue] = ["name": "Porte d'entrée"]

    @Test func whatOpensTheHouseIsAskedAboutNow() async throws {
        #expect(try await caveat("HassTurnOff", door) == .confirm("Tu veux vraiment que je déverrouille la porte d'entrée à ce moment-là ?"))
        #expect(try await caveat("HassTurnOff", door, .english, role: .member) == .confirm("Do you really want me to unlock Porte d'entrée then?"))
        #expect(
            try await caveat("HassClimateSetTemperature", ["temperature": 29, "area": "Salon"])
                == .confirm("Tu veux vraiment que je règle le chauffage du salon sur 29 degrés à ce moment-là ?"))
        #expect(house.calls.isEmpty)
    }

    @Test(arguments: [Role.guest, .child]) func whoHasNotTheRightIsRefusedNow(_ role: Role) async throws {
        guard case .forbid(let text) = try await caveat("HassTurnOff", door, role: role) else { return #expect(Bool(false)) }
        #expect(text == (role == .child ? "Demande à un adulte" : "Demande à quelqu'un de la maison") + " de déverrouiller la porte d'entrée.")
        #expect(try await caveat("HassTurnOn", ["name": "Lampe du bureau"], role: role) == nil)
    }

    /// How it stands now says nothing of then.
    @Test func howADeviceStandsNowChangesNothing() async throws {
        for state in ["unlocked", "locked", "unavailable", "unknown"] {
            house.report("lock.entree", state)
            guard case .confirm = try await caveat("HassTurnOff", door) else { return #expect(Bool(false), "\(state)") }
            guard case .confirm = try await caveat("JarvisToggle", door) else { return #expect(Bool(false), "\(state)") }
        }
        house.report("cover.garage", "open", ["current_position": 100])
        for (intent, slots) in [("HassTurnOn", [:]), ("HassSetPosition", ["position": 50])] as [(String, [String: JSONValue])] {
            let caveat = try await caveat(intent, slots.merging(["name": "Porte du garage"]) { first, _ in first })
            #expect(caveat == .confirm("Tu veux vraiment que j'ouvre la porte du garage à ce moment-là ?"))
        }
    }

    @Test func everydayThingsAreKeptAsTheyAre() async throws {
        #expect(try await caveat("HassTurnOn", door) == nil)
        #expect(try await caveat("HassTurnOff", ["name": "Porte du garage"]) == nil)
        #expect(try await caveat("HassClimateSetTemperature", ["temperature": 19, "area": "Salon"]) == nil)
        // Many devices are told, and can be taken back until then.
        #expect(try await caveat("HassTurnOff", ["domain": "cover", "device_class": ["shutter"], "floor": "Rez-de-chaussée"]) == nil)
        // Nothing moves or plays now; then, perhaps.
        house.report("media_player.tele", "off")
        #expect(try await caveat("HassMediaPause", [:]) == nil)
        #expect(try await caveat("JarvisStop", ["domain": "cover"]) == nil)
        #expect(try await caveat("HassGetState", ["name": "Porte d'entrée"]) == nil)
        #expect(try await caveat("HassGetWeather", [:]) == nil)
    }

    @Test func whatIsNotClearIsAskedNow() async throws {
        #expect(try await caveat("HassTurnOn", ["name": "Fusée"]) == .refuse("Je ne connais pas « Fusée » dans la maison."))
        guard case .ask(let text) = try await caveat("HassTurnOn", ["domain": "light"]) else { return #expect(Bool(false)) }
        #expect(text.hasPrefix("Dans quelle pièce"))
        #expect(try await caveat("HassTurnOn", ["domain": "light"], area: "salon") == nil)
        house.table.setConnected(false)
        #expect(try await caveat("HassTurnOn", ["name": "Fusée"]) == .refuse("La maison n'est pas joignable."))
        // What is known of a house out of reach is enough to judge by.
        guard case .confirm = try await caveat("HassTurnOff", door) else { return #expect(Bool(false)) }
        #expect(try await caveat("HassTurnOn", ["name": "Lampe du bureau"]) == nil)
    }
}
