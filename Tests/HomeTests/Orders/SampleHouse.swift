import Base
import Domain
import Foundation
import Observability
import TestSupport

@testable import Home

/// A house with something of every kind, and shorthands for what is said in it.
enum SampleHouse {
    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    static let text = """
        floors:
          - {name: Rez-de-chaussée, level: 0, aliases: [en bas]}
          - {name: Premier étage, level: 1, aliases: [en haut]}
        areas:
          - {name: Salon, floor: Rez-de-chaussée}
          - {name: Cuisine, floor: Rez-de-chaussée}
          - {name: Bureau, floor: Premier étage}
          - {name: Chambre, floor: Premier étage}
          - {name: Entrée, floor: Rez-de-chaussée}
          - {name: Garage, floor: Rez-de-chaussée}
          - {name: Jardin}
        entities:
          - {id: light.salon_1, name: Lampe du salon, area: Salon}
          - {id: light.salon_2, name: Plafonnier, area: Salon}
          - {id: light.salon_3, name: Guirlande, area: Salon}
          - {id: light.cuisine, name: Lumière de la cuisine, area: Cuisine, state: "on"}
          - {id: light.bureau, name: Lampe du bureau, area: Bureau, attributes: {supported_color_modes: [onoff]}}
          - {id: light.desk, name: Desk Lamp, area: Bureau}
          - {id: light.secret, name: Veilleuse secrète, area: Salon, exposed: false}
          - {id: switch.prise, name: Prise du bureau, area: Bureau, device_class: outlet}
          - {id: cover.cuisine, name: Volet de la cuisine, area: Cuisine, device_class: shutter, state: open}
          - {id: cover.salon, name: Volet du salon, area: Salon, device_class: shutter, state: open}
          - {id: cover.chambre, name: Volet, area: Chambre, state: open}
          - {id: cover.garage, name: Porte du garage, area: Garage, device_class: garage}
          - {id: lock.entree, name: Porte d'entrée, area: Entrée}
          - {id: valve.jardin, name: Arrosage, area: Jardin}
          - {id: climate.salon, name: Chauffage du salon, area: Salon, state: heat, attributes: {temperature: 19, current_temperature: 18.5, hvac_modes: ["off", heat]}}
          - {id: climate.chambre, name: Radiateur de la chambre, area: Chambre, state: "off", attributes: {temperature: 17, current_temperature: 17}}
          - {id: water_heater.cumulus, name: Cumulus, area: Garage, state: eco}
          - {id: fan.chambre, name: Ventilateur, area: Chambre}
          - {id: humidifier.chambre, name: Humidificateur, area: Chambre}
          - {id: media_player.tele, name: Télé, area: Salon, device_class: tv, state: playing, attributes: {media_title: Le journal}}
          - {id: media_player.enceinte, name: Enceinte de la cuisine, area: Cuisine}
          - {id: vacuum.robot, name: Aspirateur, area: Salon}
          - {id: lawn_mower.robot, name: Tondeuse, area: Jardin}
          - {id: scene.film, name: Soirée film}
          - {id: script.nuit, name: Bonne nuit}
          - {id: automation.matin, name: Réveil en douceur}
          - {id: input_boolean.invites, name: Mode invités}
          - {id: input_number.seuil, name: Seuil, state: 30}
          - {id: siren.alarme, name: Sirène, area: Garage}
          - {id: button.cafe, name: Cafetière, area: Cuisine}
          - {id: alarm_control_panel.maison, name: Alarme, state: armed_away}
          - {id: group.deco, name: Décorations}
          - {id: sensor.exterieur, name: Température extérieure, device_class: temperature, state: 21.54, attributes: {unit_of_measurement: °C}}
          - {id: sensor.cuisine, name: Thermomètre, area: Cuisine, device_class: temperature, state: 20.5, attributes: {unit_of_measurement: °C}}
          - {id: sensor.porte_batterie, name: Batterie de la porte, device_class: battery, state: 12, attributes: {unit_of_measurement: "%"}}
          - {id: binary_sensor.fenetre, name: Fenêtre de la chambre, area: Chambre, device_class: window, state: "on"}
          - {id: binary_sensor.baie, name: Baie du salon, area: Salon, device_class: window, state: "off"}
          - {id: person.a, name: Camille, state: home}
          - {id: person.b, name: Sacha, state: not_home}
        """

    static func read() throws -> (HomeModel, [EntityState]) {
        let (model, states) = try FileHouse.read(text)
        return (
            model,
            states.map { state in
                var state = state
                (state.changedAt, state.updatedAt) = (start, start)
                return state
            }
        )
    }

    static func scripted(clock: any WallClock = ManualClock(now: start)) throws -> ScriptedHouse {
        let (model, states) = try read()
        return ScriptedHouse(model, states, clock: clock)
    }

    static func virtual() throws -> FileHouse { try FileHouse(text: text) }

    static func order(
        _ intent: String, _ slots: [String: JSONValue] = [:], except: [[String: JSONValue]] = [], isWide: Bool = false
    ) -> Order {
        Order(
            Intent(intent, slots.mapValues { SlotValue($0) }), text: "", exceptions: except.map { $0.mapValues { SlotValue($0) } }, isWide: isWide)
    }

    static func context(_ role: Role = .owner, area: String? = nil) -> SkillContext {
        SkillContext(
            principal: Principal(household: .init(), user: .init(), role: role, name: "a"), conversation: .init(), now: start, timeZone: .gmt, area: area)
    }
}

extension HomeOrderHandler {
    convenience init(_ house: any House, clock: any WallClock = SystemWallClock(), limits: OrderLimits = OrderLimits()) {
        self.init(house: house, clock: clock, log: .silent, limits: limits)
    }

    func reply(
        _ order: Order, _ language: Language = .french, isConfirmed: Bool = false, role: Role = .owner, area: String? = nil,
        isByVoiceAlone: Bool = false
    ) async throws -> SkillReply {
        var context = SampleHouse.context(role, area: area)
        if isByVoiceAlone { context.principal = context.principal.with(.voice) }
        return try await handle(order, isConfirmed: isConfirmed, language: language, in: context) ?? SkillReply("(nil)")
    }
}
