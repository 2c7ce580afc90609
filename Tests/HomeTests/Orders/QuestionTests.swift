import Base
import Domain
import Testing

@testable import Home

@Suite struct QuestionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let slots: [String: JSONValue]
        let french: String
        let english: String
        var intent = "HassGetState"
        var area: String?

        init(_ slots: [String: JSONValue], _ french: String, _ english: String, intent: String = "HassGetState", area: String? = nil) {
            (self.slots, self.french, self.english, self.intent, self.area) = (slots, french, english, intent, area)
        }
        var testDescription: String { "\(intent) \(slots)" }
    }

    static let cases: [Case] = [
        // One.
        Case(["name": "Lumière de la cuisine"], "La lumière de la cuisine est allumée, à 100 %.", "Lumière de la cuisine is on, at 100%."),
        Case(["name": "Desk Lamp"], "Desk Lamp : éteinte.", "Desk Lamp is off."),
        Case(["name": "Température extérieure"], "La température extérieure est de 21,5 degrés.", "Température extérieure is 21.5 degrees."),
        Case(["name": "Batterie de la porte"], "La batterie de la porte est à 12 %.", "Batterie de la porte is 12%."),
        Case(["name": "Porte d'entrée"], "La porte d'entrée est verrouillée.", "Porte d'entrée is locked."),
        Case(["name": "Volet du salon"], "Le volet du salon est ouvert.", "Volet du salon is open."),
        Case(
            ["name": "Chauffage du salon"], "Le chauffage du salon est réglé sur 19 degrés, il fait 18,5 degrés.",
            "Chauffage du salon is set to 19 degrees, it's 18.5 degrees now."),
        Case(["name": "Télé"], "La télé joue « Le journal ».", "Télé is playing “Le journal”."),
        Case(["name": "Aspirateur"], "L'aspirateur est à sa base.", "Aspirateur is docked."),
        Case(["name": "Alarme"], "L'alarme est activée.", "Alarme is armed."),
        Case(["name": "Fusée"], "Je ne connais pas « Fusée » dans la maison.", "I don't know “Fusée” in the house."),
        // Yes or no.
        Case(["name": "Porte d'entrée", "state": "closed", "response": "one_yesno"], "Oui, elle est verrouillée.", "Yes, it's locked."),
        Case(["name": "Volet du salon", "state": "closed"], "Non, il est ouvert.", "No, it's open."),
        Case(["name": "Fenêtre de la chambre", "state": "on"], "Oui, elle est ouverte.", "Yes, it's open."),
        Case(["name": "Fenêtre de la chambre", "state": "closed"], "Non, elle est ouverte.", "No, it's open."),
        Case(["name": "Desk Lamp", "state": "on"], "Non, c'est éteint.", "No, it's off."),
        // Several.
        Case(
            ["domain": "light", "state": "on", "response": "which"], "Une lampe est allumée : la lumière de la cuisine.",
            "One light is on: Lumière de la cuisine."),
        Case(
            ["domain": "light", "state": "on", "response": "any", "area": "Salon"], "Non, aucune lampe n'est allumée dans le salon.",
            "No, no lights are on in Salon."),
        Case(["domain": "light", "state": "on", "response": "any"], "Oui, la lumière de la cuisine.", "Yes, Lumière de la cuisine."),
        Case(["domain": "light", "state": "off", "response": "all"], "Non, pas la lumière de la cuisine.", "No, not Lumière de la cuisine."),
        Case(
            ["domain": "light", "state": "off", "response": "all", "area": "Salon"], "Oui, toutes les lampes sont éteintes dans le salon.",
            "Yes, all the lights are off in Salon."),
        Case(["domain": "light", "state": "off", "response": "how_many"], "Cinq lampes sont éteintes.", "Five lights are off."),
        Case(
            ["domain": "light", "state": "off", "floor": "en haut"], "Deux lampes sont éteintes au premier étage : la lampe du bureau et Desk Lamp.",
            "Two lights are off in Premier étage: Lampe du bureau and Desk Lamp."),
        Case(
            ["domain": "cover", "device_class": "shutter", "state": "open", "response": "which"],
            "Trois volets sont ouverts : le volet de la cuisine, le volet du salon et le volet (chambre).",
            "Three shutters are open: Volet de la cuisine, Volet du salon and Volet (chambre)."),
        Case(
            ["domain": "cover", "device_class": "window", "state": "open", "response": "any"], "Oui, la fenêtre de la chambre.", "Yes, Fenêtre de la chambre."),
        Case(
            ["domain": "cover", "device_class": "window", "state": "closed", "response": "all"], "Non, pas la fenêtre de la chambre.",
            "No, not Fenêtre de la chambre."),
        Case(
            ["domain": "cover", "device_class": "awning", "state": "open", "response": "any"], "Il n'y a pas de store banne dans la maison.",
            "There is no awning in the house."),
        Case(["domain": "lock", "state": "unlocked", "response": "any"], "Non, aucune serrure n'est déverrouillée.", "No, no locks are unlocked."),
        Case(["domain": "media_player"], "La télé joue « Le journal ».", "Télé is playing “Le journal”."),
        Case(["domain": "media_player", "area": "Cuisine"], "Rien ne joue dans la cuisine.", "Nothing is playing in Cuisine."),
        Case(
            ["domain": "sensor", "device_class": "temperature"], "Température extérieure : 21,5 degrés et Thermomètre : 20,5 degrés.",
            "Température extérieure: 21.5 degrees and Thermomètre: 20.5 degrees."),
        // Of one that is named by its kind.
        Case(["domain": "light", "state": "on", "response": "one_yesno", "area": "Cuisine"], "Oui, elle est allumée.", "Yes, it's on."),
        Case(["domain": "light", "state": "on", "response": "one_yesno"], "Oui, elle est allumée.", "Yes, it's on.", area: "cuisine"),
        Case(
            ["domain": "light", "state": "on", "response": "one_yesno", "area": "Salon"], "Non, aucune lampe n'est allumée dans le salon.",
            "No, no lights are on in Salon."),
        Case(
            ["domain": "cover", "device_class": "shutter", "state": "closed", "response": "one_yesno"],
            "Non, pas le volet de la cuisine, le volet du salon ni le volet (chambre).",
            "No, not Volet de la cuisine, Volet du salon or Volet (chambre)."),
        Case(
            ["domain": ["binary_sensor", "cover"], "device_class": "window", "state": "open", "response": "which"],
            "Une fenêtre est ouverte : la fenêtre de la chambre.", "One window is open: Fenêtre de la chambre."),
        // People.
        Case(["name": "Camille", "response": "where"], "Camille est à la maison.", "Camille is at home."),
        Case(["name": "Sacha", "response": "where"], "Sacha n'est pas à la maison.", "Sacha isn't at home."),
        Case(["name": "Sacha", "state": "maison", "response": "one_yesno"], "Non, Sacha n'est pas à la maison.", "No, Sacha isn't at home."),
        Case(["domain": "person", "state": "maison", "response": "which_person"], "Camille est à la maison.", "Camille is at home."),
        Case(["domain": "person", "state": "home", "response": "all"], "Non, pas Sacha.", "No, not Sacha."),
        Case(["domain": "person", "state": "home", "response": "how_many"], "Une personne est à la maison.", "One person is at home."),
        Case(["domain": "person", "state": "Travail", "response": "any"], "Non, personne n'est dans la zone Travail.", "No, nobody is at Travail."),
        // Temperature.
        Case(["area": "Salon"], "Il fait 18,5 degrés dans le salon.", "It's 18.5 degrees in Salon.", intent: "HassClimateGetTemperature"),
        Case(["area": "Cuisine"], "Il fait 20,5 degrés dans la cuisine.", "It's 20.5 degrees in Cuisine.", intent: "HassClimateGetTemperature"),
        Case([:], "Il fait 17 degrés dans la chambre.", "It's 17 degrees in Chambre.", intent: "HassClimateGetTemperature", area: "chambre"),
        Case(
            [:], "Il fait 18,5 degrés dans le salon, 17 degrés dans la chambre et 20,5 degrés dans la cuisine.",
            "It's 18.5 degrees in Salon, 17 degrees in Chambre and 20.5 degrees in Cuisine.", intent: "HassClimateGetTemperature"),
        Case(
            ["name": "Chauffage du salon"], "Il fait 18,5 degrés, et c'est réglé sur 19 degrés.", "It's 18.5 degrees, and it's set to 19 degrees.",
            intent: "HassClimateGetTemperature"),
        Case(
            ["area": "Bureau"], "Il n'y a pas de capteur de température dans le bureau.", "There is no temperature sensor in Bureau.",
            intent: "HassClimateGetTemperature"),
    ]

    @Test(arguments: cases) func answers(_ one: Case) async throws {
        let handler = HomeOrderHandler(try SampleHouse.virtual())
        for language in [Language.french, .english] {
            let reply = try await handler.reply(SampleHouse.order(one.intent, one.slots), language, area: one.area)
            #expect(reply.text == language(fr: one.french, en: one.english))
            #expect(reply.actions.isEmpty)
        }
    }

    @Test func whereThePeopleAreIsNothingForGuests() async throws {
        let handler = HomeOrderHandler(try SampleHouse.virtual())
        let asked: [[String: JSONValue]] = [
            ["name": "Camille"], ["name": "Camille", "state": "home"], ["name": "person.b", "response": "where"],
            ["domain": "person", "state": "home", "response": "which"], ["domain": "person", "state": "not_home", "response": "how_many"],
            ["domain": "person", "response": "any"], ["domain": ["light", "person"], "response": "any"],
        ]
        for slots in asked {
            for language in Language.allCases {
                let expected = language(fr: "Où sont les gens de la maison, je ne le dis qu'à eux.", en: "Where the people of the house are, I only tell them.")
                #expect(try await handler.reply(SampleHouse.order("HassGetState", slots), language, role: .guest).text == expected)
                for role in [Role.owner, .member, .child] {
                    #expect(try await handler.reply(SampleHouse.order("HassGetState", slots), language, role: role).text != expected)
                }
            }
        }
        // Everything else is for guests as well.
        #expect(try await handler.reply(SampleHouse.order("HassGetState", ["name": "Volet du salon"]), role: .guest).text == "Le volet du salon est ouvert.")
    }

    @Test func whatCannotBeSeenIsSaid() async throws {
        let house = try SampleHouse.virtual()
        house.set("light.cuisine", "unavailable")
        let handler = HomeOrderHandler(house)
        let all = SampleHouse.order("HassGetState", ["domain": "light", "state": "off", "response": "all"])
        #expect(try await handler.reply(all).text == "Oui, toutes les lampes sont éteintes. La lumière de la cuisine n'est pas joignable.")
        #expect(
            try await handler.reply(SampleHouse.order("HassGetState", ["name": "Lumière de la cuisine"])).text
                == "La lumière de la cuisine n'est pas joignable.")
    }
}
