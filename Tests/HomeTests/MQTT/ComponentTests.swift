import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Home

@Suite struct ComponentTests {
    @Test func aPlainLight() {
        var yard = Yard()
        yard.describe("light/l", ["cmd_t": "l/set", "stat_t": "l", "pl_on": 1, "pl_off": 0])
        #expect(yard.state("light.l")?.attributes["supported_color_modes"] == ["onoff"])
        yard.hear("l", "1")
        #expect(yard.value("light.l") == "on")
        #expect(yard.say("light.turn_off", "light.l") == ["l/set=0"])
        #expect(yard.say("light.toggle", "light.l") == ["l/set=0"])
        #expect(yard.say("homeassistant.turn_on", "light.l") == ["l/set=1"])
        #expect(yard.say("light.turn_on", "light.l", ["brightness_pct": 40]) == ["! refused"])
        #expect(yard.say("light.turn_on", "light.l", ["brightness_pct": 140]) == ["! refused"])
        #expect(yard.say("switch.turn_on", "light.l") == ["! refused"])
        #expect(yard.say("light.turn_on", "light.unknown") == ["! refused"])
    }

    @Test func aLightWithAllItsTopics() {
        var yard = Yard()
        yard.describe(
            "light/l",
            [
                "cmd_t": "l/set", "stat_t": "l", "bri_cmd_t": "l/b/set", "bri_stat_t": "l/b", "bri_scl": 100, "clr_temp_cmd_t": "l/t/set",
                "clr_temp_stat_t": "l/t", "rgb_cmd_t": "l/c/set", "rgb_stat_t": "l/c",
            ])
        for (topic, text) in ["l": "ON", "l/b": "50", "l/t": "250", "l/c": "255,0,0"] { yard.hear(topic, text) }
        let state = yard.state("light.l")
        #expect(state?.attributes["brightness"] == 128)
        #expect(state?.attributes["color_temp_kelvin"] == 4000)
        #expect(state?.attributes["hs_color"] == [0, 100])
        #expect(state?.attributes["max_color_temp_kelvin"] == 6535 && state?.attributes["min_color_temp_kelvin"] == 2000)
        #expect(state?.attributes["supported_color_modes"] == ["color_temp", "rgb"])
        #expect(yard.say("light.turn_on", "light.l", ["brightness_pct": 1]) == ["l/b/set=1", "l/set=ON"])
        #expect(yard.say("light.turn_on", "light.l", ["brightness_pct": 0]) == ["l/set=OFF"])
        #expect(yard.say("light.turn_on", "light.l", ["color_temp_kelvin": 2700]) == ["l/t/set=370", "l/set=ON"])
        #expect(yard.say("light.turn_on", "light.l", ["rgb_color": [0, 128, 255]]) == ["l/c/set=0,128,255", "l/set=ON"])
        #expect(yard.say("light.turn_on", "light.l", ["hs_color": [240, 100]]) == ["l/c/set=0,0,255", "l/set=ON"])
        #expect(yard.say("light.turn_on", "light.l", ["brightness_step_pct": -20]) == ["l/b/set=30", "l/set=ON"])
        for (topic, text) in ["l/b": "nonsense", "l/t": "0", "l/c": "1,2", "l": "MAYBE"] { yard.hear(topic, text) }
        #expect(
            yard.state("light.l")
                == state.map { EntityState(entity: "light.l", value: "on", attributes: $0.attributes, changedAt: $0.changedAt, updatedAt: yard.now) })
        yard.hear("l", "OFF")
        #expect(yard.state("light.l")?.attributes["brightness"] == nil)
    }

    @Test(arguments: [
        ("first", ["s=ON", "b=128"], ["s=ON"]), ("last", ["b=128", "s=ON"], ["s=ON"]), ("brightness", ["b=128"], ["b=255"]),
    ]) func whenALightIsSwitchedOnAndDimmed(type: String, dimmed: [String], plain: [String]) {
        var yard = Yard()
        yard.describe("light/l", ["cmd_t": "s", "bri_cmd_t": "b", "on_cmd_type": .string(type)])
        #expect(yard.say("light.turn_on", "light.l", ["brightness": 128]) == dimmed)
        #expect(yard.say("light.turn_on", "light.l") == plain)
        // It does not tell its state: what was asked of it is taken for it.
        yard.call("light.turn_on", "light.l", ["brightness": 128])
        #expect(yard.value("light.l") == "on")
        #expect(yard.state("light.l")?.attributes["brightness"] == 128)
        #expect(yard.state("light.l")?.attributes["assumed_state"] == true)
    }

    @Test func aLightThatSpeaksJSON() {
        var yard = Yard()
        yard.describe(
            "light/l",
            [
                "schema": "json", "cmd_t": "l/set", "stat_t": "l", "brightness": true, "bri_scl": 254, "supported_color_modes": ["xy", "color_temp"],
                "min_mirs": 153, "max_mirs": 454,
            ])
        yard.hear("l", #"{"state":"ON","brightness":254,"color_mode":"color_temp","color_temp":370,"color":{"x":0.45,"y":0.41}}"#)
        #expect(yard.state("light.l")?.attributes["brightness"] == 255)
        #expect(yard.state("light.l")?.attributes["color_temp_kelvin"] == 2702)
        #expect(yard.state("light.l")?.attributes["color_mode"] == "color_temp")
        #expect(yard.say("light.turn_on", "light.l", ["brightness_pct": 50]) == [#"l/set={"brightness":127,"state":"ON"}"#])
        #expect(yard.say("light.turn_on", "light.l", ["color_temp_kelvin": 4000]) == [#"l/set={"color_temp":250,"state":"ON"}"#])
        #expect(yard.say("light.turn_on", "light.l", ["rgb_color": [255, 0, 0]]) == [#"l/set={"color":{"x":0.6401,"y":0.33},"state":"ON"}"#])
        #expect(yard.say("light.turn_off", "light.l") == [#"l/set={"state":"OFF"}"#])
        for text in ["[]", "x", #"{"state":3}"#, #"{"brightness":"a"}"#, #"{"color":{"h":9999,"s":1}}"#] { yard.hear("l", text) }
        #expect(yard.value("light.l") == "on")
        yard.hear("l", #"{"state":null}"#)
        #expect(yard.value("light.l") == "unknown")
        yard.describe("light/old", ["schema": "json", "cmd_t": "o", "brightness": true, "rgb": true])
        #expect(yard.state("light.old")?.attributes["supported_color_modes"] == ["rgb"])
        #expect(yard.say("light.turn_on", "light.old", ["rgb_color": [0, 0, 255]]) == [#"o={"color":{"b":255,"g":0,"r":0},"state":"ON"}"#])
        yard.describe("light/older", ["schema": "json", "cmd_t": "p", "brightness": true, "xy": true])
        #expect(yard.say("light.turn_on", "light.older", ["color_name": "blue"]) == [#"p={"color":{"x":0.15,"y":0.06},"state":"ON"}"#])
    }

    struct Lamp: Sendable, CustomTestStringConvertible {
        let config: [String: JSONValue]
        let red: [String], white: [String]
        var testDescription: String { "\(config)" }
    }

    /// A colour that is asked for by name comes as the lamp understands it.
    @Test(arguments: [
        Lamp(config: ["cmd_t": "s", "rgb_cmd_t": "c"], red: ["c=255,0,0", "s=ON"], white: ["c=255,255,255", "s=ON"]),
        Lamp(config: ["cmd_t": "s", "hs_cmd_t": "c"], red: ["c=0,100", "s=ON"], white: ["c=0,0", "s=ON"]),
        Lamp(config: ["cmd_t": "s", "xy_cmd_t": "c"], red: ["c=0.6401,0.33", "s=ON"], white: ["c=0.3127,0.329", "s=ON"]),
        Lamp(config: ["cmd_t": "s", "clr_temp_cmd_t": "t"], red: ["! refused"], white: ["t=250", "s=ON"]),
        Lamp(config: ["cmd_t": "s"], red: ["! refused"], white: ["! refused"]),
        Lamp(
            config: ["schema": "json", "cmd_t": "s", "supported_color_modes": ["rgb"]], red: [#"s={"color":{"b":0,"g":0,"r":255},"state":"ON"}"#],
            white: [#"s={"color":{"b":255,"g":255,"r":255},"state":"ON"}"#]),
        Lamp(
            config: ["schema": "json", "cmd_t": "s", "supported_color_modes": ["hs"]], red: [#"s={"color":{"h":0,"s":100},"state":"ON"}"#],
            white: [#"s={"color":{"h":0,"s":0},"state":"ON"}"#]),
        Lamp(
            config: ["schema": "json", "cmd_t": "s", "supported_color_modes": ["xy", "color_temp"]],
            red: [#"s={"color":{"x":0.6401,"y":0.33},"state":"ON"}"#], white: [#"s={"color":{"x":0.3127,"y":0.329},"state":"ON"}"#]),
        Lamp(
            config: ["schema": "json", "cmd_t": "s", "supported_color_modes": ["color_temp"]], red: ["! refused"],
            white: [#"s={"color_temp":250,"state":"ON"}"#]),
    ]) func aColourByItsName(_ lamp: Lamp) {
        var yard = Yard()
        yard.describe("light/l", .object(lamp.config))
        #expect(yard.say("light.turn_on", "light.l", ["color_name": "red"]) == lamp.red)
        #expect(yard.say("light.turn_on", "light.l", ["color_name": "white"]) == lamp.white)
        for name in ["black", "nosuch", ""] { #expect(yard.say("light.turn_on", "light.l", ["color_name": .string(name)]) == ["! refused"]) }
    }

    @Test func aLightWithChromaticities() {
        var yard = Yard()
        yard.describe("light/l", ["cmd_t": "l/set", "stat_t": "l", "xy_cmd_t": "l/c/set", "xy_stat_t": "l/c"])
        yard.hear("l", "ON")
        for (said, hue) in ["0.64,0.33": 0, "0.3,0.6": 120, "0.15,0.06": 240, "0.4193,0.5053": 60] as [String: Double] {
            yard.hear("l/c", said)
            let seen = yard.state("light.l").flatMap(ColorName.Tint.of)
            #expect(seen.map { min(abs($0.hue - hue), 360 - abs($0.hue - hue)) < 2 && $0.saturation > 95 } == true, "\(said) \(String(describing: seen))")
        }
        #expect(yard.state("light.l")?.attributes["color_mode"] == "xy")
        #expect(yard.say("light.turn_on", "light.l", ["xy_color": [0.2, 0.1]]) == ["l/c/set=0.2,0.1", "l/set=ON"])
        for text in ["1", "2,3", "x,y", "-0.1,0.2"] {
            yard.hear("l/c", text)
            #expect(yard.state("light.l").flatMap(ColorName.Tint.of)?.saturation ?? 0 > 95)
        }
        yard.describe("light/j", ["schema": "json", "cmd_t": "j/set", "stat_t": "j", "supported_color_modes": ["xy"]])
        yard.hear("j", #"{"state":"ON","color_mode":"xy","color":{"x":0.15,"y":0.06}}"#)
        #expect(yard.state("light.j").flatMap(ColorName.Tint.of).map { abs($0.hue - 240) < 2 } == true)
    }

    /// Every name of the intents' colour lists shines, save black.
    @Test func coloursComeBackAsTheyWereAskedFor() throws {
        let names = [
            "white", "red", "orange", "yellow", "green", "blue", "purple", "brown", "pink", "turquoise", "cyan", "magenta", "gold", "light blue", "LightGreen",
        ]
        for name in names {
            let tint = try #require(ColorName.tint(name))
            for modes in ["rgb", "hs", "xy"] {
                var yard = Yard()
                yard.describe("light/l", ["cmd_t": "s", "\(modes)_cmd_t": "c", "\(modes)_stat_t": "c/state", "stat_t": "state"])
                yard.hear("state", "ON")
                let said = try #require(yard.say("light.turn_on", "light.l", ["color_name": .string(name)]).first)
                yard.hear("c/state", String(said.dropFirst(2)))
                #expect(yard.state("light.l").map { tint.isSeen(in: $0) } == true, "\(name) as \(modes): \(said)")
            }
        }
    }

    @Test func aShutter() {
        var yard = Yard()
        yard.describe(
            "cover/c",
            ["cmd_t": "c/set", "stat_t": "c/state", "pos_t": "c/pos", "set_pos_t": "c/pos/set", "dev_cla": "shutter"])
        #expect(yard.entity("cover.c")?.features == 15)
        #expect(yard.entity("cover.c")?.deviceClass == "shutter")
        yard.hear("c/pos", "40")
        yard.hear("c/state", "opening")
        #expect(yard.value("cover.c") == "opening")
        #expect(yard.state("cover.c")?.attributes["current_position"] == 40)
        yard.hear("c/state", "stopped")
        #expect(yard.value("cover.c") == "open")
        yard.hear("c/pos", "0")
        yard.hear("c/state", "stopped")
        #expect(yard.value("cover.c") == "closed")
        #expect(yard.say("cover.open_cover", "cover.c") == ["c/set=OPEN"])
        #expect(yard.say("cover.close_cover", "cover.c") == ["c/set=CLOSE"])
        #expect(yard.say("cover.stop_cover", "cover.c") == ["c/set=STOP"])
        #expect(yard.say("cover.set_cover_position", "cover.c", ["position": 30]) == ["c/pos/set=30"])
        #expect(yard.say("cover.set_cover_position", "cover.c") == ["! refused"])
        #expect(yard.say("cover.toggle", "cover.c") == ["c/set=OPEN"])
    }

    @Test func aShutterThatCountsBackwards() {
        var yard = Yard()
        yard.describe("cover/c", ["pos_t": "c", "set_pos_t": "c/set", "pos_clsd": 100, "pos_open": 0])
        #expect(yard.entity("cover.c")?.features == 7)
        for (said, percent, value) in [("100", 0, "closed"), ("0", 100, "open"), ("70", 30, "open")] as [(String, JSONValue, String)] {
            yard.hear("c", said)
            #expect(yard.state("cover.c")?.attributes["current_position"] == percent)
            #expect(yard.value("cover.c") == value)
        }
        #expect(yard.say("cover.open_cover", "cover.c") == ["c/set=0"])
        #expect(yard.say("cover.close_cover", "cover.c") == ["c/set=100"])
        #expect(yard.say("cover.set_cover_position", "cover.c", ["position": 25]) == ["c/set=75"])
        #expect(yard.say("cover.stop_cover", "cover.c") == ["! refused"])
    }

    @Test func aGarageDoorThatOnlyKnowsItsButton() {
        var yard = Yard()
        yard.describe("cover/g", ["cmd_t": "g", "dev_cla": "garage", "pl_stop": nil, "pl_open": "PUSH", "pl_cls": "PUSH"])
        #expect(yard.entity("cover.g")?.features == 3)
        #expect(yard.say("cover.open_cover", "cover.g") == ["g=PUSH"])
        yard.call("cover.open_cover", "cover.g")
        #expect(yard.value("cover.g") == "open")
        #expect(yard.state("cover.g")?.attributes["assumed_state"] == true)
    }

    @Test func aFanWithThreeSpeeds() {
        var yard = Yard()
        yard.describe(
            "fan/f",
            [
                "cmd_t": "f/set", "stat_t": "f", "pct_cmd_t": "f/s/set", "pct_stat_t": "f/s", "spd_rng_max": 3, "pr_mode_cmd_t": "f/p/set",
                "pr_mode_stat_t": "f/p",
                "pr_modes": ["nuit"],
            ])
        #expect(yard.entity("fan.f")?.features == 9)
        yard.hear("f", "ON")
        yard.hear("f/s", "2")
        yard.hear("f/p", "nuit")
        #expect(yard.state("fan.f")?.attributes["percentage"] == 66)
        #expect(yard.state("fan.f")?.attributes["preset_mode"] == "nuit")
        #expect(yard.say("fan.set_percentage", "fan.f", ["percentage": 100]) == ["f/s/set=3"])
        #expect(yard.say("fan.set_percentage", "fan.f", ["percentage": 5]) == ["f/s/set=1"])
        #expect(yard.say("fan.set_percentage", "fan.f", ["percentage": 0]) == ["f/set=OFF"])
        #expect(yard.say("fan.set_preset_mode", "fan.f", ["preset_mode": "jour"]) == ["! refused"])
        yard.hear("f", "OFF")
        #expect(yard.say("fan.set_percentage", "fan.f", ["percentage": 66]) == ["f/set=ON", "f/s/set=2"])
    }

    @Test func aLock() {
        var yard = Yard()
        yard.describe(
            "lock/l", ["cmd_t": "l/set", "stat_t": "l", "val_tpl": "{{ value_json.lock_state }}", "stat_locked": "locked", "stat_unlocked": "unlocked"])
        for (said, value) in [("locked", "locked"), ("UNLOCKING", "unlocking"), ("unlocked", "unlocked"), ("JAMMED", "jammed"), ("what", "jammed")] {
            yard.hear("l", #"{"lock_state":"\#(said)"}"#)
            #expect(yard.value("lock.l") == value)
        }
        #expect(yard.say("lock.lock", "lock.l") == ["l/set=LOCK"])
        #expect(yard.say("lock.unlock", "lock.l") == ["l/set=UNLOCK"])
        #expect(yard.say("lock.open", "lock.l") == ["! refused"])
        #expect(yard.say("lock.turn_on", "lock.l") == ["! refused"])
    }

    @Test func sensorsTellAndFallSilent() {
        var yard = Yard()
        yard.describe("sensor/t", ["stat_t": "t", "unit_of_meas": "°C", "dev_cla": "temperature", "exp_aft": 60, "val_tpl": "{{ value_json.t }}"])
        yard.hear("t", #"{"t": 21.25}"#)
        #expect(yard.value("sensor.t") == "21.25")
        #expect(yard.state("sensor.t")?.attributes["unit_of_measurement"] == "°C")
        yard.wait(59)
        #expect(yard.value("sensor.t") == "21.25")
        yard.wait(1)
        #expect(yard.value("sensor.t") == "unavailable")
        yard.hear("t", #"{"t": 22}"#)
        #expect(yard.value("sensor.t") == "22")
        #expect(yard.registry.deadline == yard.now + 60)
        #expect(yard.say("sensor.turn_on", "sensor.t") == ["! refused"])
    }

    @Test func motionIsOverByItself() {
        var yard = Yard()
        yard.describe("binary_sensor/m", ["stat_t": "m", "off_dly": 30, "dev_cla": "motion", "pl_on": true, "val_tpl": "{{ value_json.occupancy }}"])
        yard.hear("m", #"{"occupancy": true}"#)
        #expect(yard.value("binary_sensor.m") == "on")
        yard.wait(20)
        yard.hear("m", #"{"occupancy": true}"#)
        yard.wait(20)
        #expect(yard.value("binary_sensor.m") == "on")
        yard.wait(10)
        #expect(yard.value("binary_sensor.m") == "off")
        #expect(yard.registry.deadline == nil)
    }

    @Test func heating() {
        var yard = Yard()
        yard.describe(
            "climate/c",
            [
                "modes": ["off", "heat", "auto", "boost"], "mode_cmd_t": "c/mode/set", "mode_stat_t": "c/mode", "temp_cmd_t": "c/t/set", "temp_stat_t": "c/t",
                "curr_temp_t": "c/now", "act_t": "c/action", "min_temp": 5, "max_temp": 30, "temp_step": 0.5, "pr_mode_cmd_t": "c/p", "pr_modes": ["eco"],
            ])
        for (topic, text) in ["c/mode": "heat", "c/t": "20.5", "c/now": "19.3", "c/action": "heating"] { yard.hear(topic, text) }
        let state = yard.state("climate.c")
        #expect(state?.value == "heat")
        #expect(state?.attributes["temperature"] == 20.5 && state?.attributes["current_temperature"] == 19.3 && state?.attributes["hvac_action"] == "heating")
        #expect(
            state?.attributes["hvac_modes"] == ["off", "heat", "auto"] && state?.attributes["min_temp"] == 5 && state?.attributes["target_temp_step"] == 0.5)
        #expect(yard.entity("climate.c")?.features == 1 | 16 | 128 | 256)
        #expect(yard.say("climate.set_temperature", "climate.c", ["temperature": 21.5]) == ["c/t/set=21.5"])
        #expect(yard.say("climate.set_temperature", "climate.c", ["temperature": 21, "hvac_mode": "auto"]) == ["c/mode/set=auto", "c/t/set=21"])
        #expect(yard.say("climate.set_temperature", "climate.c", ["temperature": 45]) == ["! refused"])
        #expect(yard.say("climate.set_temperature", "climate.c") == ["! refused"])
        #expect(yard.say("climate.set_hvac_mode", "climate.c", ["hvac_mode": "cool"]) == ["! refused"])
        #expect(yard.say("climate.turn_off", "climate.c") == ["c/mode/set=off"])
        #expect(yard.say("climate.turn_on", "climate.c") == ["c/mode/set=heat"])
        #expect(yard.say("climate.set_preset_mode", "climate.c", ["preset_mode": "eco"]) == ["c/p=eco"])
        for (topic, text) in ["c/mode": "swim", "c/t": "warm", "c/action": "dancing"] { yard.hear(topic, text) }
        #expect(yard.state("climate.c")?.attributes == state?.attributes)
    }

    @Test func fahrenheitIsToldInCelsius() {
        var yard = Yard()
        yard.describe(
            "climate/c",
            ["temp_cmd_t": "c/set", "temp_stat_t": "c", "temp_unit": "F", "min_temp": 50, "max_temp": 86, "mode_stat_t": "m", "mode_cmd_t": "m/set"])
        yard.hear("c", "68")
        #expect(yard.state("climate.c")?.attributes["temperature"] == 20)
        #expect(yard.state("climate.c")?.attributes["max_temp"] == 30)
        #expect(yard.say("climate.set_temperature", "climate.c", ["temperature": 21]) == ["c/set=69.8"])
    }

    @Test func numbersButtonsAndScenes() {
        var yard = Yard()
        yard.describe("number/n", ["cmd_t": "n/set", "stat_t": "n", "min": 0, "max": 10, "step": 0.5, "cmd_tpl": #"{"v":{{ value }}}"#])
        yard.hear("n", "3.5")
        #expect(yard.value("number.n") == "3.5")
        #expect(yard.say("number.set_value", "number.n", ["value": 7]) == [#"n/set={"v":7}"#])
        #expect(yard.say("number.set_value", "number.n", ["value": 11]) == ["! refused"])
        yard.describe("button/b", ["cmd_t": "b", "pl_prs": "GO"])
        #expect(yard.say("button.press", "button.b") == ["b=GO"])
        #expect(yard.value("button.b") == "unknown")
        yard.call("button.press", "button.b")
        #expect(yard.value("button.b") == Timestamp.format(yard.now))
        yard.describe("scene/s", ["cmd_t": "s"])
        #expect(yard.say("scene.turn_on", "scene.s") == ["s=ON"])
    }

    @Test func valves() {
        var yard = Yard()
        yard.describe("valve/v", ["cmd_t": "v/set", "stat_t": "v", "dev_cla": "water"])
        for word in ["opening", "open", "closing", "closed"] {
            yard.hear("v", word)
            #expect(yard.value("valve.v") == word)
        }
        #expect(yard.say("valve.open_valve", "valve.v") == ["v/set=OPEN"])
        #expect(yard.say("valve.set_valve_position", "valve.v", ["position": 5]) == ["! refused"])
        yard.describe("valve/p", ["cmd_t": "p/set", "stat_t": "p", "pos": true])
        yard.hear("p", #"{"state":"opening","position":20}"#)
        #expect(yard.value("valve.p") == "opening")
        #expect(yard.state("valve.p")?.attributes["current_position"] == 20)
        yard.hear("p", "100")
        #expect(yard.value("valve.p") == "open")
        #expect(yard.say("valve.close_valve", "valve.p") == ["p/set=0"])
        #expect(yard.say("valve.set_valve_position", "valve.p", ["position": 35]) == ["p/set=35"])
    }

    @Test func severalDevicesOrNone() throws {
        var yard = Yard()
        yard.describe("switch/a", ["cmd_t": "a", "ret": true])
        yard.describe("light/b", ["cmd_t": "b"])
        let call = ServiceCall(domain: "homeassistant", service: "turn_off", entities: ["switch.a", "light.b"])
        #expect(try yard.registry.errands(for: call, now: yard.now).map(\.isRetained) == [true, false])
        // One of them does not exist: nothing is said to the other either.
        #expect(throws: HouseError.self) {
            _ = try yard.registry.errands(for: ServiceCall(domain: "switch", service: "turn_off", entities: ["switch.a", "switch.gone"]), now: yard.now)
        }
        #expect(throws: HouseError.self) { _ = try yard.registry.errands(for: ServiceCall(domain: "switch", service: "turn_off", entities: []), now: yard.now) }
    }
}
