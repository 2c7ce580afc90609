import Base
import Domain
import Testing

@testable import Home

/// What sensors see, batteries, the alarm, and how warm it is outside.
@Suite struct AlertTests {
    static let text = """
        areas: [{name: Garage}, {name: Cave}, {name: Entrée}, {name: Jardin}, {name: Salon}]
        entities:
          - {id: binary_sensor.garage, name: Détecteur du garage, area: Garage, device_class: motion, state: "on"}
          - {id: binary_sensor.entree, name: Détecteur de l'entrée, area: Entrée, device_class: motion}
          - {id: binary_sensor.fuite, name: Sonde, area: Cave, device_class: moisture}
          - {id: binary_sensor.fumee, name: Détecteur de fumée, device_class: smoke, state: "on"}
          - {id: binary_sensor.gaz, name: Détecteur de gaz, area: Cave, device_class: gas, state: unavailable}
          - {id: binary_sensor.presence, name: Présence, area: Salon, device_class: occupancy, state: "on"}
          - {id: binary_sensor.gaz2, name: Détecteur de gaz de l'entrée, area: Entrée, device_class: gas}
          - {id: binary_sensor.co, name: Détecteur CO, area: Entrée, device_class: carbon_monoxide}
          - {id: alarm_control_panel.maison, name: Alarme, state: armed_away}
          - {id: sensor.porte, name: Batterie de la porte, area: Entrée, device_class: battery, state: 12, attributes: {unit_of_measurement: "%"}}
          - {id: sensor.sonde, name: Pile de la sonde, area: Cave, device_class: battery, state: 80, attributes: {unit_of_measurement: "%"}}
          - {id: sensor.perdue, name: Pile perdue, device_class: battery, state: unavailable}
          - {id: binary_sensor.pile, name: Pile du détecteur, area: Garage, device_class: battery, state: "on"}
          - {id: lock.entree, name: Serrure, area: Entrée, attributes: {battery_level: 9}}
          - {id: sensor.dehors, name: Température extérieure, device_class: temperature, state: 7.5, attributes: {unit_of_measurement: °C}}
          - {id: sensor.soleil, name: Extérieur sud, device_class: temperature, state: 19, attributes: {unit_of_measurement: °C}}
          - {id: sensor.piscine, name: Eau de la piscine extérieure, area: Jardin, device_class: temperature, state: 3, attributes: {unit_of_measurement: °C}}
          - {id: sensor.jardin, name: Sonde du potager, area: Jardin, device_class: temperature, state: 5, attributes: {unit_of_measurement: °C}}
          - {id: sensor.cave, name: Température cave, device_class: temperature, state: 12.4, attributes: {unit_of_measurement: °C}}
          - {id: climate.salon, name: Chauffage, area: Salon, state: heat, attributes: {current_temperature: 19.5}}
        """

    struct Case: Sendable, CustomTestStringConvertible {
        let slots: [String: JSONValue], french: String, english: String
        init(_ slots: [String: JSONValue], _ french: String, _ english: String) { (self.slots, self.french, self.english) = (slots, french, english) }
        var testDescription: String { "\(slots)" }
    }

    private static func seen(_ deviceClass: String, _ more: [String: JSONValue] = [:]) -> [String: JSONValue] {
        ["domain": "binary_sensor", "device_class": .string(deviceClass), "state": "on", "response": "any"].merging(more) { $1 }
    }

    static let cases: [Case] = [
        Case(seen("motion", ["area": "Garage"]), "Oui, il y a du mouvement dans le garage.", "Yes, there is motion in the garage."),
        Case(seen("motion", ["area": "Entrée"]), "Non, il n'y a pas de mouvement dans l'entrée.", "No, there is no motion in Entrée."),
        Case(seen("motion"), "Oui, il y a du mouvement dans le garage.", "Yes, there is motion in the garage."),
        Case(seen("motion", ["response": "one_yesno", "area": "Garage"]), "Oui, il y a du mouvement dans le garage.", "Yes, there is motion in the garage."),
        Case(seen("motion", ["response": "which"]), "Oui, il y a du mouvement dans le garage.", "Yes, there is motion in the garage."),
        Case(seen("motion", ["response": "how_many"]), "Un détecteur de mouvement détecte un mouvement.", "One motion sensor detects motion."),
        Case(seen("motion", ["area": "Salon"]), "Il n'y a pas de détecteur de mouvement dans le salon.", "There is no motion sensor in Salon."),
        // Kinds that are asked for together.
        Case(
            seen("", ["device_class": ["motion", "occupancy"], "area": "Garage"]), "Oui, il y a du mouvement dans le garage.",
            "Yes, there is motion in the garage."),
        Case(
            seen("", ["device_class": ["motion", "occupancy"], "area": "Entrée"]), "Non, il n'y a pas de mouvement dans l'entrée.",
            "No, there is no motion in Entrée."),
        Case(
            seen("", ["device_class": ["motion", "occupancy"], "area": "Salon"]), "Oui, il y a quelqu'un dans le salon.", "Yes, there is somebody in Salon."),
        Case(
            seen("", ["device_class": ["gas", "carbon_monoxide"], "area": "Entrée"]),
            "Non, il n'y a pas de fuite de gaz ni de monoxyde de carbone dans l'entrée.",
            "No, there is no gas leak or carbon monoxide in Entrée."),
        Case(
            seen("", ["device_class": ["gas", "carbon_monoxide"], "area": "Cave"]), "Je ne sais pas. Le détecteur de gaz n'est pas joignable.",
            "I don't know. Détecteur de gaz isn't available."),
        Case(seen("moisture"), "Non, il n'y a pas de fuite d'eau.", "No, there is no water leak."),
        Case(seen("smoke"), "Oui, il y a de la fumée (Détecteur de fumée).", "Yes, there is smoke (Détecteur de fumée)."),
        // Nobody is told that there is none by a sensor that is silent.
        Case(seen("gas", ["area": "Cave"]), "Je ne sais pas. Le détecteur de gaz n'est pas joignable.", "I don't know. Détecteur de gaz isn't available."),
        Case(seen("sound"), "Il n'y a pas de capteur dans la maison.", "There is no sensor in the house."),
        // The alarm.
        Case(["domain": "alarm_control_panel", "state": "armed", "response": "one_yesno"], "Oui, elle est activée.", "Yes, it's armed."),
        Case(["domain": "alarm_control_panel", "state": "armed", "response": "any"], "Oui, elle est activée.", "Yes, it's armed."),
        Case(["domain": "alarm_control_panel", "state": "disarmed", "response": "one_yesno"], "Non, elle est activée.", "No, it's armed."),
        Case(["domain": "alarm_control_panel", "state": "on"], "Oui, elle est activée.", "Yes, it's armed."),
        Case(["name": "Alarme", "state": "armed"], "Oui, elle est activée.", "Yes, it's armed."),
        Case(["domain": "alarm_control_panel"], "L'alarme est activée.", "Alarme is armed."),
        // Batteries.
        Case(
            ["domain": "sensor", "device_class": "battery", "response": "low"],
            "Trois piles sont faibles : Batterie de la porte (12 %), Pile du détecteur et Serrure (9 %).",
            "Three batteries are low: Batterie de la porte (12%), Pile du détecteur and Serrure (9%)."),
        Case(
            ["domain": "sensor", "device_class": "battery", "response": "low", "area": "Garage"],
            "Une pile est faible dans le garage : Pile du détecteur.", "One battery is low in the garage: Pile du détecteur."),
        Case(
            ["domain": ["sensor", "binary_sensor"], "device_class": "battery", "state": "low", "area": "Cave"],
            "Non, aucune pile n'est faible dans la cave.", "No, no battery is low in Cave."),
        Case(
            ["domain": "sensor", "device_class": "battery", "response": "low", "area": "Salon"], "Il n'y a pas de batterie dans le salon.",
            "There is no battery in Salon."),
    ]

    @Test(arguments: cases) func isTold(_ one: Case) async throws {
        let handler = HomeOrderHandler(try FileHouse(text: Self.text))
        for language in Language.allCases {
            #expect(try await handler.reply(SampleHouse.order("HassGetState", one.slots), language).text == language(fr: one.french, en: one.english))
        }
    }

    @Test func aTriggeredAlarmIsArmed() async throws {
        let house = try FileHouse(text: Self.text)
        house.set("alarm_control_panel.maison", "triggered")
        let order = SampleHouse.order("HassGetState", ["domain": "alarm_control_panel", "state": "armed", "response": "one_yesno"])
        #expect(try await HomeOrderHandler(house).reply(order).text == "Oui, elle est déclenchée.")
    }

    // MARK: Outside

    private func outside(_ text: String, _ slots: [String: JSONValue] = [:]) -> Order {
        Order(Intent("HassClimateGetTemperature", slots.mapValues { SlotValue($0) }), text: text)
    }

    @Test func theHousesOwnThermometerTellsTheTemperatureOutside() async throws {
        let house = try FileHouse(text: Self.text), handler = HomeOrderHandler(house)
        for order in [outside("", ["outside": true]), outside("quelle température fait-il dehors ?"), outside("how warm is it outside")] {
            #expect(try await handler.reply(order).text == "Il fait 7,5 degrés dehors.")
            #expect(try await handler.reply(order, .english).text == "It's 7.5 degrees outside.")
        }
        #expect(house.outdoorTemperature == 7.5)
        // One that is silent is passed over, for one that shows more; when all are, others are asked.
        house.set("sensor.dehors", "unavailable")
        #expect(try await handler.reply(outside("", ["outside": true])).text == "Il fait 19 degrés dehors.")
        house.set("sensor.soleil", "unknown")
        let context = SampleHouse.context(.owner, area: nil)
        #expect(try await handler.handle(outside("", ["outside": true]), isConfirmed: false, language: .french, in: context) == nil)
    }

    @Test(
        arguments: [
            ("{id: sensor.a, name: Sonde, area: Jardin, device_class: temperature, state: 4}", 4),
            ("{id: sensor.a, name: Sonde, aliases: [dehors], device_class: temperature, state: -4.5}", -4.5),
            ("{id: sensor.a, name: Balcony, device_class: temperature, state: 50, attributes: {unit_of_measurement: °F}}", 10),
            ("{id: sensor.a, name: Dehors, state: 4}", nil), ("{id: sensor.a, name: Dehors, device_class: temperature, state: x}", nil),
            ("{id: sensor.a, name: Dehors, device_class: temperature, state: 4, exposed: false}", nil),
            ("{id: sensor.a, name: Eau de la piscine, area: Jardin, device_class: temperature, state: 4}", nil),
            ("{id: sensor.a, name: Salon, device_class: temperature, state: 4}", nil),
        ] as [(String, Double?)]) func whatStandsOutside(_ entity: String, _ degrees: Double?) throws
    {
        #expect(try FileHouse(text: "areas: [{name: Jardin}]\nentities: [\(entity)]").outdoorTemperature == degrees)
    }

    @Test func theHouseIsNotAsWarmAsItsGarden() async throws {
        let handler = HomeOrderHandler(try FileHouse(text: Self.text))
        #expect(try await handler.reply(outside("quelle est la température")).text == "Il fait 19,5 degrés dans le salon.")
        #expect(try await handler.reply(outside("il fait combien dans le jardin", ["area": "Jardin"])).text == "Il fait 3 degrés dans le jardin.")
        // A thermometer that is in no room, but named after one.
        #expect(try await handler.reply(outside("", ["area": "Cave"])).text == "Il fait 12,4 degrés dans la cave.")
        #expect(try await handler.reply(outside("", ["area": "Garage"])).text == "Il n'y a pas de capteur de température dans le garage.")
    }
}
