import Base
import Domain
import Foundation
import MQTT
import TestSupport
import Testing

@testable import Home

@Suite struct DiscoveryTests {
    @Test(
        arguments: [
            ("homeassistant/light/lamp/config", "light - lamp"), ("homeassistant/light/0x12/main-1/config", "light 0x12 main-1"),
            ("homeassistant/light/config", nil), ("homeassistant/light/a/b/c/config", nil), ("homeassistant/light/a b/config", nil),
            ("homeassistant/light//config", nil), ("homeassistant/light/a/state", nil), ("other/light/a/config", nil), ("homeassistantlight/a/b/config", nil),
        ] as [(String, String?)])
    func topics(text: String, expected: String?) {
        let topic = DiscoveryTopic(text, prefix: "homeassistant")
        #expect(topic.map { "\($0.component) \($0.node ?? "-") \($0.object)" } == expected)
    }

    @Test func aDeviceInShortForms() {
        var yard = Yard()
        yard.describe(
            "light/0x17/lamp",
            [
                "~": "z2m/salon", "name": "Plafonnier", "obj_id": "salon_plafonnier", "stat_t": "~", "cmd_t": "~/set", "stat_val_tpl": "{{ value_json.state }}",
                "bri_cmd_t": "~/set/brightness", "bri_stat_t": "~", "bri_val_tpl": "{{value_json.brightness}}", "bri_scl": 254,
                "avty": [["t": "~/availability", "val_tpl": "{{ value_json.state }}"]], "ret": true,
                "dev": ["ids": ["0x17"], "name": "Salon", "sa": "Salle à manger", "mf": "Acme"],
            ])
        #expect(yard.notes.isEmpty)
        #expect(yard.listening == ["z2m/salon", "z2m/salon/availability"])
        let entity = yard.entity("light.salon_plafonnier")
        #expect(entity?.name == "Salon Plafonnier")
        #expect(entity?.area == "salle_a_manger")
        #expect(yard.registry.model.areas == [HomeModel.Area(id: "salle_a_manger", name: "Salle à manger")])
        #expect(yard.value("light.salon_plafonnier") == "unavailable")
        #expect(yard.say("light.turn_on", "light.salon_plafonnier") == ["! refused"])
        yard.hear("z2m/salon/availability", #"{"state":"online"}"#)
        #expect(yard.value("light.salon_plafonnier") == "unknown")
        yard.hear("z2m/salon", #"{"state":"ON","brightness":127,"linkquality":80}"#)
        #expect(yard.value("light.salon_plafonnier") == "on")
        #expect(yard.state("light.salon_plafonnier")?.attributes["brightness"] == 128)
        #expect(yard.say("light.turn_on", "light.salon_plafonnier", ["brightness_pct": 50]) == ["z2m/salon/set/brightness=127", "z2m/salon/set=ON"])
    }

    @Test func namesAreMadeAsHomeAssistantMakesThem() {
        var yard = Yard()
        let device: JSONValue = ["name": "Capteur"]
        let configs: [(String, JSONValue, String)] = [
            ("a", ["stat_t": "t", "name": "Température", "dev": device], "Capteur Température"), ("b", ["stat_t": "t", "name": nil, "dev": device], "Capteur"),
            ("c", ["stat_t": "t", "name": "Capteur humidité", "dev": device], "Capteur humidité"),
            ("d", ["stat_t": "t", "dev_cla": "carbon_dioxide", "dev": device], "Capteur carbon dioxide"), ("e", ["stat_t": "t", "dev": device], "Capteur"),
            ("outdoor_temperature", ["stat_t": "t"], "outdoor temperature"), ("g", ["stat_t": "t", "name": " Deux\n lignes\u{0}"], "Deux lignes"),
            ("h", ["stat_t": "t", "name": .string(String(repeating: "é", count: 500))], String(repeating: "é", count: 120)),
        ]
        for (object, config, _) in configs { yard.describe("sensor/\(object)", config) }
        for (object, _, name) in configs { #expect(yard.entity("sensor.\(object)")?.name == name) }
    }

    @Test func anEmptyConfigurationRemovesADevice() {
        var yard = Yard()
        yard.describe("switch/a", ["cmd_t": "a/set", "stat_t": "shared", "dev": ["sa": "Cave"]])
        yard.describe("switch/b", ["cmd_t": "b/set", "stat_t": "shared"])
        let outcome = yard.hear("homeassistant/switch/a/config", "")
        #expect(outcome.removed == ["switch.a"])
        #expect(yard.ids == ["switch.b"])
        #expect(yard.registry.model.areas.isEmpty)
        #expect(yard.listening == ["shared"])
        #expect(yard.hear("homeassistant/switch/b/config", "").unsubscribe == ["shared"])
        #expect(yard.hear("homeassistant/switch/never/config", "").removed.isEmpty)
    }

    @Test func aConfigurationThatIsRepeatedChangesNothing() {
        var yard = Yard()
        let config: JSONValue = ["cmd_t": "a/set", "stat_t": "a"]
        yard.describe("switch/a", config)
        yard.hear("a", "ON")
        let outcome = yard.describe("switch/a", config)
        #expect(!outcome.isModelChanged && outcome.states.isEmpty && outcome.subscribe.isEmpty)
        // Another name, the same topics: what was heard stays.
        yard.describe("switch/a", ["cmd_t": "a/set", "stat_t": "a", "name": "Prise"])
        #expect(yard.value("switch.a") == "on")
        #expect(yard.entity("switch.a")?.name == "Prise")
        // Other topics: it has to be heard anew.
        #expect(yard.describe("switch/a", ["cmd_t": "a/set", "stat_t": "b"]).unsubscribe == ["a"])
        #expect(yard.value("switch.a") == "unknown")
    }

    @Test func whatTheBrokerNoLongerKeepsIsGoneAfterAReconnect() {
        var yard = Yard()
        yard.describe("switch/kept", ["cmd_t": "a"])
        yard.describe("switch/deleted", ["cmd_t": "b"])
        yard.hear("homeassistant/switch/live/config", #"{"cmd_t": "c"}"#, isRetained: false)
        yard.registry.beginSynchronizing()
        yard.describe("switch/kept", ["cmd_t": "a"])
        let outcome = yard.registry.endSynchronizing()
        #expect(outcome.removed == ["switch.deleted"])
        #expect(yard.ids == ["switch.kept", "switch.live"])
    }

    @Test func aWholeDeviceInOneMessage() {
        var yard = Yard()
        let topic = "device/0x42"
        let shared: [String: JSONValue] = ["dev": ["ids": "0x42", "name": "Station", "sa": "Jardin"], "avty_t": "s/there", "~": "s", "stat_t": "~/state"]
        func message(_ components: JSONValue) -> JSONValue { .object(shared.merging(["cmps": components]) { $1 }) }
        yard.describe(
            topic,
            message([
                "t": ["p": "sensor", "dev_cla": "temperature", "unit_of_meas": "°C", "val_tpl": "{{ value_json.t }}"],
                "s": ["p": "switch", "cmd_t": "~/set", "name": "Pompe", "val_tpl": "{{ value_json.pump }}"], "removed": ["p": "sensor"], "wrong": 3,
            ]))
        #expect(yard.ids == ["sensor.0x42_t", "switch.0x42_s"])
        yard.hear("s/there", "online")
        yard.hear("s/state", #"{"t": 21.5, "pump": "ON"}"#)
        #expect(yard.value("sensor.0x42_t") == "21.5" && yard.value("switch.0x42_s") == "on")
        #expect(yard.entity("switch.0x42_s")?.area == "jardin")
        #expect(yard.say("switch.turn_off", "switch.0x42_s") == ["s/set=OFF"])
        let outcome = yard.describe(topic, message(["t": ["p": "sensor", "val_tpl": "{{ value_json.t }}"], "s": ["p": "switch"]]))
        #expect(outcome.removed == ["switch.0x42_s"])
        #expect(yard.ids == ["sensor.0x42_t"])
        yard.hear("homeassistant/device/0x42/config", "")
        #expect(yard.ids.isEmpty && yard.listening.isEmpty)
    }

    @Test func idsAreProposedOrMadeOfTheTopic() {
        var yard = Yard()
        yard.describe("switch/node/obj", ["cmd_t": "a"])
        yard.describe("switch/x", ["cmd_t": "a", "obj_id": "Été 2"])
        yard.describe("switch/y", ["cmd_t": "a", "obj_id": "Été 2"])
        yard.describe("switch/z", ["cmd_t": "a", "def_ent_id": "switch.my_own"])
        yard.describe("switch/node_obj", ["cmd_t": "a"])
        #expect(yard.ids == ["switch.ete_2", "switch.my_own", "switch.node_obj", "switch.node_obj_2", "switch.y"])
    }

    @Test func whatCannotBeUsedIsLeftOutWithAReason() {
        var yard = Yard()
        let configs: [(String, JSONValue)] = [
            ("switch/a", [:]), ("switch/b", ["cmd_t": "a/#"]), ("switch/c", ["cmd_t": ["a"]]), ("light/d", ["cmd_t": "a", "schema": "template"]),
            ("number/e", ["cmd_t": "a", "min": 5, "max": 1]), ("cover/f", ["name": "Volet"]), ("sensor/g", ["name": "x"]),
            ("switch/h", ["cmd_t": .string(String(repeating: "x", count: 2000))]), ("fan/i", ["cmd_t": "a", "spd_rng_min": 0]),
            ("switch/j", ["cmd_t": "a", "avty": [["pl_avail": "x"]]]), ("climate/k", ["name": "x"]), ("device/l", ["dev": ["name": "x"]]),
        ]
        for (topic, config) in configs { yard.describe(topic, config) }
        yard.hear("homeassistant/switch/m/config", "not JSON")
        yard.hear("homeassistant/switch/n/config", "[1]")
        #expect(yard.notes.count == configs.count + 2)
        #expect(yard.ids.isEmpty && yard.listening.isEmpty)
        // Silently: what is not for here, or not to be shown.
        yard.describe("camera/a", ["t": "x"])
        yard.describe("switch/off", ["cmd_t": "a", "en": false])
        #expect(yard.ids.isEmpty)
        #expect(yard.notes.count == configs.count + 2)
    }

    @Test func settingsAndDiagnosticsAreNotForTalkingAbout() {
        var yard = Yard()
        yard.describe("sensor/signal", ["stat_t": "a", "ent_cat": "diagnostic"])
        yard.describe("sensor/plain", ["stat_t": "a", "ent_cat": nil])
        #expect(yard.entity("sensor.signal")?.isExposed == false)
        #expect(yard.entity("sensor.plain")?.isExposed == true)
    }

    @Test func thereAreNoMoreThanTheLimit() {
        var yard = Yard()
        for number in 0..<MQTTRegistry.mostDevices + 5 { yard.describe("switch/s\(number)", ["cmd_t": "a"]) }
        #expect(yard.ids.count == MQTTRegistry.mostDevices)
        #expect(yard.notes.count == 1)
        yard.hear("homeassistant/switch/s0/config", "")
        yard.describe("switch/late", ["cmd_t": "a"])
        #expect(yard.ids.contains("switch.late"))
    }

    @Test(
        arguments: [
            ("all", ["a": "online"], false), ("all", ["a": "online", "b": "online"], true), ("all", ["a": "online", "b": "offline"], false),
            ("any", ["a": "online", "b": "offline"], true), ("any", ["b": "offline"], false), ("any", [:], false), ("any", ["b": "nonsense"], false),
        ] as [(String, [String: String], Bool)])
    func availabilityOfSeveralParts(mode: String, said: [String: String], isThere: Bool) {
        var yard = Yard()
        yard.describe("switch/s", ["cmd_t": "c", "avty_mode": .string(mode), "avty": [["t": "a"], ["t": "b"]]])
        for (topic, text) in said { yard.hear(topic, text) }
        #expect((yard.value("switch.s") != "unavailable") == isThere)
    }

    @Test func theLatestAvailabilityCounts() {
        var yard = Yard()
        yard.describe("switch/s", ["cmd_t": "c", "avty": [["t": "a", "pl_avail": "1", "pl_not_avail": "0"], ["t": "b"]]])
        yard.hear("a", "1")
        #expect(yard.value("switch.s") == "unknown")
        yard.hear("b", "offline")
        #expect(yard.value("switch.s") == "unavailable")
    }

    @Test(
        arguments: [
            ("{{ value }}", "ON", "ON"), ("{{value_json.a}}", #"{"a":1}"#, "1"), ("{{ value_json.a.b }}", #"{"a":{"b":"x"}}"#, "x"),
            ("{{ value_json['a']['b c'] }}", #"{"a":{"b c":true}}"#, "True"), (#"{{ value_json["a"].b[1] }}"#, #"{"a":{"b":[1,2.5]}}"#, "2.5"),
            ("{{ value_json.a }}", #"{"b":1}"#, nil), ("{{ value_json.a }}", "21", nil), ("{{ value_json.a }}", #"{"a":null}"#, "None"),
            ("{{ value | float | round(1) }}", "21.26", "21.3"), ("{{ value_json.a | int }}", #"{"a":"21.9"}"#, "21"), ("{{ value|upper }}", "on", "ON"),
            ("{{ value_json.a | default('off') }}", "{}", "off"), ("{{ value_json[0] }}", "[7]", "7"), ("{{ value_json }}", "[1]", "[1]"),
        ] as [(String, String, String?)])
    func valueTemplates(text: String, payload: String, expected: String?) {
        #expect(ValueTemplate(text)?.value(in: DevicePayload(Array(payload.utf8))) == .some(expected))
    }

    @Test(arguments: [
        "value", "{{ values }}", "{{ value + 1 }}", "{{ value_json.a", "{{ 'ON' if value == 'x' else 'OFF' }}", "{% if value %}{{ value }}{% endif %}",
        "{{ value_json.a.b() }}", "{{ value_json['a' }}", "{{ value | pprint }}", "{{ value }}{{ value }}", "{{ value_json. }}", "{{ states('x') }}", "{{}}",
    ]) func valueTemplatesThatAreNotUnderstood(text: String) {
        #expect(ValueTemplate(text) == nil)
    }

    @Test(arguments: [
        ("{{ value }}", "7"), (#"{"level": {{ value | int }}}"#, #"{"level": 7}"#), ("fixed", "fixed"), ("a{{value}}b{{ value }}", "a7b7"),
    ]) func commandTemplates(text: String, expected: String) {
        #expect(CommandTemplate(text)?.render("7") == expected)
    }

    @Test(arguments: ["{{ position }}", "{% if value %}x{% endif %}", "{{ value", "{{ value_json.a }}", "{{ value * 2 }}"])
    func commandTemplatesThatAreNotUnderstood(text: String) { #expect(CommandTemplate(text) == nil) }

    @Test func aTemplateThatIsNotUnderstoodCostsOnlyItsValue() {
        var yard = Yard()
        yard.describe(
            "climate/c",
            [
                "mode_cmd_t": "c/mode", "mode_stat_t": "c/mode", "act_t": "c/all", "act_tpl": "{% set x = {'a': 'idle'} %}{{ x[value_json.s] }}",
                "curr_temp_t": "c/all", "curr_temp_tpl": "{{ value_json.t }}",
            ])
        #expect(yard.notes.count == 1 && yard.notes[0].contains("action_template"))
        yard.hear("c/mode", "heat")
        yard.hear("c/all", #"{"t": 19.5, "s": "a"}"#)
        #expect(yard.value("climate.c") == "heat")
        #expect(yard.state("climate.c")?.attributes["current_temperature"] == 19.5)
        #expect(yard.state("climate.c")?.attributes["hvac_action"] == nil)
        // A command that would be put wrongly is not put at all.
        yard.describe("lock/l", ["cmd_t": "l", "command_template": "{{ code }}:{{ value }}"])
        #expect(yard.say("lock.unlock", "lock.l").first?.hasPrefix("! unsupported") == true)
    }

    /// Whatever is published, nothing crashes, and the bounds hold.
    @Test func nonsenseIsSurvived() throws {
        var random = SeededGenerator(seed: 20_261_121)
        var yard = Yard()
        let keys =
            Array(DiscoveryKeys.long.keys.sorted()) + [
                "~", "name", "schema", "qos", "brightness", "rgb", "supported_color_modes", "min", "max", "step", "fan_modes", "modes",
            ]
        let texts = [
            "", "ON", "~/a", "a", "b/c", "{{ value }}", "{{ value_json.x.y }}", "{{", "None", "json", "\u{0}", "+", "#", "1e400", "-5", "é", "last",
            "brightness",
            String(repeating: "z", count: 2000),
        ]
        func value(_ depth: Int) -> JSONValue {
            switch Int.random(in: 0..<(depth > 2 ? 5 : 7), using: &random) {
            case 0: return .null
            case 1: return .bool(Bool.random(using: &random))
            case 2: return .number([0, 1, -1, 100, 255, 1e18, 0.1].randomElement(using: &random) ?? 0)
            case 3, 4: return .string(texts.randomElement(using: &random) ?? "")
            case 5: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth + 1) })
            default:
                return .object(
                    Dictionary((0..<Int.random(in: 0...5, using: &random)).map { _ in (keys.randomElement(using: &random) ?? "", value(depth + 1)) }) { $1 })
            }
        }
        let components = MQTTDevice.components.keys.sorted() + ["device", "camera"]
        let services = [
            "turn_on", "turn_off", "toggle", "open_cover", "set_cover_position", "set_temperature", "set_hvac_mode", "lock", "press", "set_value",
            "set_percentage",
        ]
        for round in 0..<800 {
            let component = components.randomElement(using: &random) ?? ""
            var config: [String: JSONValue] = ["cmd_t": "a", "stat_t": "b"]
            for _ in 0..<Int.random(in: 0...12, using: &random) { config[keys.randomElement(using: &random) ?? ""] = value(0) }
            if component == "device" { config = ["cmps": ["x": .object(config.merging(["p": "light"]) { $1 }), "y": value(0)], "stat_t": "b"] }
            yard.describe("\(component)/o\(round % 50)", .object(config))
            for topic in yard.listening.sorted().prefix(4) { yard.hear(topic, value(0).rendered ?? "") }
            for id in yard.ids.prefix(5) {
                let domain = String(id.prefix { $0 != "." }), service = services.randomElement(using: &random) ?? ""
                _ = yard.say("\(domain).\(service)", id, ["brightness_pct": value(0), "position": value(0), "temperature": value(0), "value": value(0)])
            }
            if round % 100 == 0 { yard.wait(1000) }
        }
        #expect(yard.ids.count <= 50 * (MQTTDevice.components.count + 2))
        for state in yard.registry.states { #expect(state.value.count <= 4096) }
        for number in 0..<50 { for component in components { yard.hear("homeassistant/\(component)/o\(number)/config", "") } }
        #expect(yard.ids.isEmpty && yard.listening.isEmpty)
    }
}
