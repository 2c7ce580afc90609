import Base
import Domain
import Foundation
import Testing

@testable import Home

/// Every kind of device, from the order to the sentence, on virtual devices.
@Suite(.timeLimit(.minutes(1))) struct VirtualHouseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let intent: String
        let slots: [String: JSONValue]
        let entity: String
        let state: String
        let french: String
        let english: String

        init(_ intent: String, _ slots: [String: JSONValue], _ entity: String, _ state: String, _ french: String, _ english: String) {
            (self.intent, self.slots, self.entity, self.state, self.french, self.english) = (intent, slots, entity, state, french, english)
        }
        var testDescription: String { "\(intent) \(entity)" }
    }

    static let cases: [Case] = [
        Case("HassTurnOn", ["name": "Prise du bureau"], "switch.prise", "on", "C'est allumé.", "It's on."),
        Case("HassTurnOn", ["name": "Ventilateur"], "fan.chambre", "on", "C'est allumé.", "It's on."),
        Case("HassFanSetSpeed", ["area": "Chambre", "percentage": 50], "fan.chambre", "on", "C'est à 50 %.", "It's at 50%."),
        Case("HassLightSet", ["name": "Desk Lamp", "color": "red"], "light.desk", "on", "C'est en rouge.", "It's red."),
        Case("HassLightSet", ["name": "Desk Lamp", "temperature": 2700], "light.desk", "on", "C'est à 2700 kelvins.", "It's at 2700 kelvin."),
        Case(
            "HassLightSet", ["name": "Lampe du bureau", "brightness": 30], "light.bureau", "off", "La lampe du bureau ne sait pas changer d'intensité.",
            "Lampe du bureau can't be dimmed."),
        Case("JarvisAdjust", ["area": "Cuisine", "what": "brightness", "direction": "down"], "light.cuisine", "on", "C'est à 80 %.", "It's at 80%."),
        Case(
            "JarvisAdjust", ["area": "Cuisine", "what": "brightness", "direction": "up"], "light.cuisine", "on",
            "La lumière de la cuisine est déjà au maximum.", "Lumière de la cuisine is already at the maximum."),
        Case("HassTurnOff", ["name": "Volet du salon"], "cover.salon", "closed", "C'est fermé.", "It's closed."),
        Case("HassSetPosition", ["name": "Volet du salon", "position": 40], "cover.salon", "open", "C'est ouvert à 40 %.", "It's open at 40%."),
        Case("JarvisToggle", ["name": "Volet du salon"], "cover.salon", "closed", "C'est fermé.", "It's closed."),
        Case("HassTurnOn", ["name": "Porte d'entrée"], "lock.entree", "locked", "C'est déjà verrouillé.", "It's already locked."),
        Case(
            "HassClimateSetTemperature", ["area": "Salon", "temperature": 21], "climate.salon", "heat", "C'est réglé sur 21 degrés.", "It's set to 21 degrees."),
        Case(
            "JarvisAdjust", ["area": "Salon", "what": "temperature", "direction": "up"], "climate.salon", "heat", "C'est réglé sur 20 degrés.",
            "It's set to 20 degrees."),
        Case(
            "HassClimateSetTemperature", ["area": "Salon", "temperature": 50], "climate.salon", "heat", "Le chauffage du salon va de 7 à 35 degrés.",
            "Chauffage du salon goes from 7 to 35 degrees."),
        Case("HassTurnOff", ["name": "Chauffage du salon"], "climate.salon", "off", "C'est éteint.", "It's off."),
        Case(
            "HassClimateSetTemperature", ["name": "Cumulus", "temperature": 55], "water_heater.cumulus", "eco", "C'est réglé sur 55 degrés.",
            "It's set to 55 degrees."),
        Case("HassHumidifierSetpoint", ["name": "Humidificateur", "humidity": 40], "humidifier.chambre", "off", "C'est réglé sur 40 %.", "It's set to 40%."),
        Case("HassTurnOn", ["name": "Humidificateur"], "humidifier.chambre", "on", "C'est allumé.", "It's on."),
        Case("HassMediaPause", [:], "media_player.tele", "paused", "C'est en pause.", "It's paused."),
        Case("HassSetVolume", ["name": "Télé", "volume_level": 30], "media_player.tele", "playing", "Le volume est à 30 %.", "The volume is at 30%."),
        Case("HassSetVolumeRelative", ["volume_step": "up"], "media_player.tele", "playing", "Le volume est à 60 %.", "The volume is at 60%."),
        Case("HassSetVolumeRelative", ["volume_step": -20], "media_player.tele", "playing", "Le volume est à 30 %.", "The volume is at 30%."),
        Case("HassMediaPlayerMute", [:], "media_player.tele", "playing", "Le son est coupé.", "The sound is off."),
        Case("HassMediaPlayerUnmute", [:], "media_player.tele", "playing", "Le son n'est pas coupé.", "The sound is already on."),
        Case("HassMediaNext", [:], "media_player.tele", "playing", "C'est au morceau suivant : Le journal.", "It's on the next track: Le journal."),
        Case("HassTurnOff", ["name": "Télé"], "media_player.tele", "off", "C'est éteint.", "It's off."),
        Case(
            "HassSetVolume", ["name": "Enceinte de la cuisine", "volume_level": 30], "media_player.enceinte", "off", "L'enceinte de la cuisine est éteinte.",
            "Enceinte de la cuisine is off."),
        Case(
            "HassMediaSearchAndPlay", ["search_query": "jazz"], "media_player.tele", "playing", "Je ne sais pas encore chercher de la musique.",
            "I can't search for music yet."),
        Case("HassVacuumStart", [:], "vacuum.robot", "cleaning", "L'aspirateur est en train de nettoyer.", "Aspirateur is cleaning."),
        Case("HassVacuumReturnToBase", [:], "vacuum.robot", "docked", "L'aspirateur est déjà à sa base.", "Aspirateur is already docked."),
        Case(
            "HassVacuumCleanArea", ["area": "Cuisine"], "vacuum.robot", "docked", "L'aspirateur ne sait pas nettoyer une seule pièce.",
            "Aspirateur can't clean a single room."),
        Case("HassLawnMowerStartMowing", [:], "lawn_mower.robot", "mowing", "La tondeuse est en train de tondre.", "Tondeuse is mowing."),
        Case("HassTurnOn", ["name": "Bonne nuit"], "script.nuit", "off", "Bonne nuit est lancé.", "Bonne nuit is started."),
        Case("HassTurnOn", ["name": "Cafetière"], "button.cafe", "", "C'est fait.", "Done."),
        Case("HassTurnOff", ["name": "Réveil en douceur"], "automation.matin", "off", "Le réveil en douceur est désactivé.", "Réveil en douceur is disabled."),
        Case("HassTurnOn", ["name": "Mode invités"], "input_boolean.invites", "on", "C'est allumé.", "It's on."),
        Case("HassSetPosition", ["name": "Seuil", "position": 40], "input_number.seuil", "40", "C'est à 40.", "It's at 40."),
        Case("HassTurnOn", ["name": "Sirène"], "siren.alarme", "on", "C'est allumé.", "It's on."),
        Case("HassTurnOn", ["name": "Alarme"], "alarm_control_panel.maison", "armed_away", "L'alarme est déjà activée.", "Alarme is already armed."),
        Case("HassTurnOn", ["name": "Décorations"], "group.deco", "on", "C'est allumé.", "It's on."),
        Case(
            "HassTurnOn", ["name": "Température extérieure"], "sensor.exterieur", "21.54", "La température extérieure ne se commande pas.",
            "Température extérieure can't be controlled."),
        Case("JarvisStop", ["name": "Télé"], "media_player.tele", "idle", "C'est arrêté.", "It's stopped."),
    ]

    @Test(arguments: cases) func everyKind(_ one: Case) async throws {
        for language in [Language.french, .english] {
            let house = try SampleHouse.virtual()
            let reply = try await HomeOrderHandler(house).reply(SampleHouse.order(one.intent, one.slots), language)
            #expect(reply.text == language(fr: one.french, en: one.english))
            if !one.state.isEmpty { #expect(house.state(of: one.entity)?.value == one.state) }
        }
    }

    @Test func aSceneSaysWhenItWasSetOff() async throws {
        let house = try SampleHouse.virtual()
        let reply = try await HomeOrderHandler(house).reply(SampleHouse.order("HassTurnOn", ["name": "Soirée film"]))
        #expect(reply.text == "Soirée film est activée.")
        #expect(reply.actions.first?.status == .done)
        #expect(house.state(of: "scene.film")?.value.hasSuffix("Z") == true)
    }

    @Test func everythingOutInARoom() async throws {
        let house = try SampleHouse.virtual()
        house.set("light.salon_1", "on")
        let reply = try await HomeOrderHandler(house).reply(SampleHouse.order("HassTurnOff", ["area": "Salon"], isWide: true))
        #expect(reply.text == "Les 4 appareils du salon sont éteints.")
        #expect(reply.actions.map(\.tool) == ["home.light.turn_off", "home.media_player.turn_off"])
    }

    @Test func heatingWithoutARoomIsSetEverywhere() async throws {
        let house = try SampleHouse.virtual()
        let reply = try await HomeOrderHandler(house).reply(SampleHouse.order("HassClimateSetTemperature", ["temperature": 20]))
        #expect(reply.text == "Les deux thermostats sont réglés sur 20 degrés.")
        #expect(!reply.needsConfirmation)
    }

    /// Tens of rooms, hundreds of devices: nothing here may take longer than people notice.
    @Test func aBigHouse() async throws {
        var text = "areas:\n"
        for room in 0..<50 { text += "  - {name: Pièce \(room)}\n" }
        text += "entities:\n"
        for device in 0..<500 { text += "  - {id: light.l\(device), name: Lampe \(device), area: Pièce \(device % 50)}\n" }
        let handler = HomeOrderHandler(try FileHouse(text: text))
        let reply = try await handler.reply(SampleHouse.order("HassTurnOn", ["domain": "light"], isWide: true))
        #expect(reply.text == "Les 500 lampes sont allumées.")
        for device in 0..<50 {
            let reply = try await handler.reply(SampleHouse.order("HassTurnOff", ["name": .string("Lampe \(device)")]))
            #expect(reply.text == "C'est éteint.")
        }
    }
}
