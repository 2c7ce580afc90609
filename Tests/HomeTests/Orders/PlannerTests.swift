import Base
import Domain
import Foundation
import Testing

@testable import Home

@Suite struct PlannerTests {
    static func plan(
        _ wish: Wish, _ id: String, _ value: String, _ attributes: [String: JSONValue] = [:], features: Int = 0, busy: Set<String> = []
    ) -> Plan {
        let state = EntityState(entity: id, value: value, attributes: attributes, changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
        let entity = HomeModel.Entity(id: id, name: id, features: features)
        return Planner(limits: OrderLimits(), busy: busy).plan(wish, for: [entity]) { _ in state }
    }

    /// The call, `already`, or why not.
    static func outcome(_ plan: Plan) -> String {
        if let step = plan.steps.first { return step.call.short }
        if !plan.already.isEmpty { return "already" }
        return plan.unable.first.map { "unable \($0.why)" } ?? "unavailable"
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let wish: Wish
        let id: String
        let value: String
        var attributes: [String: JSONValue] = [:]
        var features = 0
        let expected: String

        init(_ wish: Wish, _ id: String, _ value: String, _ attributes: [String: JSONValue], features: Int = 0, _ expected: String) {
            (self.wish, self.id, self.value, self.attributes, self.features, self.expected) = (wish, id, value, attributes, features, expected)
        }
        init(_ wish: Wish, _ id: String, _ value: String, features: Int = 0, _ expected: String) {
            self.init(wish, id, value, [:], features: features, expected)
        }
        var testDescription: String { "\(wish) \(id) \(value)" }
    }

    static func adjust(_ quantity: Wish.Adjustment.Quantity, up: Bool, _ amount: Double? = nil, little: Bool = false) -> Wish {
        .adjust(Wish.Adjustment(quantity: quantity, isUp: up, amount: amount, isLittle: little))
    }

    static let colors: [String: JSONValue] = ["supported_color_modes": ["hs", "color_temp"]]

    static let cases: [Case] = [
        // Lights.
        Case(.on, "light.a", "off", "light.turn_on light.a"),
        Case(.on, "light.a", "on", "already"),
        Case(.off, "light.a", "on", "light.turn_off light.a"),
        Case(.toggle, "light.a", "on", "light.turn_off light.a"),
        Case(.on, "light.a", "unavailable", "unavailable"),
        Case(.on, "light.a", "on", ["assumed_state": true], "light.turn_on light.a"),
        Case(.light(brightness: 50, color: nil, kelvin: nil), "light.a", "off", "light.turn_on light.a brightness_pct=50"),
        Case(.light(brightness: 50, color: nil, kelvin: nil), "light.a", "on", ["brightness": 128], "already"),
        Case(.light(brightness: 0, color: nil, kelvin: nil), "light.a", "on", "light.turn_off light.a"),
        Case(.light(brightness: 50, color: nil, kelvin: nil), "light.a", "on", ["supported_color_modes": ["onoff"]], "unable brightness"),
        Case(.light(brightness: nil, color: "blue", kelvin: nil), "light.a", "on", colors, "light.turn_on light.a color_name=blue"),
        Case(.light(brightness: nil, color: "blue", kelvin: nil), "light.a", "on", ["hs_color": [240, 100]], "already"),
        Case(.light(brightness: nil, color: "blue", kelvin: nil), "light.a", "on", ["supported_color_modes": ["color_temp"]], "unable color"),
        Case(
            .light(brightness: nil, color: "white", kelvin: nil), "light.a", "on", ["supported_color_modes": ["color_temp"]],
            "light.turn_on light.a color_temp_kelvin=4000"),
        Case(.light(brightness: nil, color: "nosuch", kelvin: nil), "light.a", "on", colors, "unable unknownColor(\"nosuch\")"),
        Case(
            .light(brightness: nil, color: nil, kelvin: 1900), "light.a", "on", ["min_color_temp_kelvin": 2202],
            "light.turn_on light.a color_temp_kelvin=2202"),
        Case(.light(brightness: nil, color: nil, kelvin: 2700), "light.a", "on", ["supported_color_modes": ["brightness"]], "unable colorTemperature"),
        Case(adjust(.brightness, up: true), "light.a", "on", ["brightness": 128], "light.turn_on light.a brightness_pct=70"),
        Case(adjust(.brightness, up: true, little: true), "light.a", "on", ["brightness": 128], "light.turn_on light.a brightness_pct=60"),
        Case(adjust(.brightness, up: true, 35), "light.a", "on", ["brightness": 128], "light.turn_on light.a brightness_pct=85"),
        Case(adjust(.brightness, up: true), "light.a", "on", ["brightness": 255], "unable atMost"),
        Case(adjust(.brightness, up: true), "light.a", "off", "light.turn_on light.a brightness_pct=20"),
        Case(adjust(.brightness, up: false), "light.a", "off", "already"),
        Case(adjust(.brightness, up: false), "light.a", "on", ["brightness": 26], "light.turn_on light.a brightness_pct=1"),
        Case(adjust(.colorTemperature, up: true), "light.a", "on", ["color_temp_kelvin": 3000], "light.turn_on light.a color_temp_kelvin=3500"),
        // Switches and their like.
        Case(.on, "switch.a", "off", "switch.turn_on switch.a"),
        Case(.stop, "switch.a", "on", "switch.turn_off switch.a"),
        Case(.on, "input_boolean.a", "off", "input_boolean.turn_on input_boolean.a"),
        Case(.off, "siren.a", "on", "siren.turn_off siren.a"),
        Case(.on, "group.a", "off", "homeassistant.turn_on group.a"),
        Case(.toggle, "group.a", "on", "homeassistant.turn_off group.a"),
        Case(.on, "remote.a", "off", "remote.turn_on remote.a"),
        Case(.on, "sensor.a", "12", "unable notCommandable"),
        // What is set off.
        Case(.on, "scene.a", "unknown", "scene.turn_on scene.a"),
        Case(.off, "scene.a", "unknown", "unable notThat"),
        Case(.on, "script.a", "off", ["last_triggered": nil], "script.turn_on script.a"),
        Case(.off, "script.a", "on", "script.turn_off script.a"),
        Case(.on, "button.a", "unknown", "button.press button.a"),
        Case(.on, "input_button.a", "unknown", "input_button.press input_button.a"),
        Case(.on, "automation.a", "off", "automation.turn_on automation.a"),
        Case(.off, "automation.a", "on", "automation.turn_off automation.a"),
        Case(.position(30), "input_number.a", "12", ["min": 0, "max": 50], "input_number.set_value input_number.a value=30"),
        Case(.position(30), "input_number.a", "30", "already"),
        Case(.position(80), "input_number.a", "12", ["min": 0, "max": 50], "unable range(0.0, 50.0, Home.Inability.Unit.none)"),
        // Covers.
        Case(.on, "cover.a", "closed", "cover.open_cover cover.a"),
        Case(.on, "cover.a", "open", "already"),
        Case(.on, "cover.a", "open", ["current_position": 30], "cover.open_cover cover.a"),
        Case(.off, "cover.a", "open", "cover.close_cover cover.a"),
        Case(.off, "cover.a", "closed", ["current_position": 0], "already"),
        Case(.stop, "cover.a", "closing", "cover.stop_cover cover.a"),
        Case(.stop, "cover.a", "closing", features: 3, "unable notThat"),
        Case(.position(40), "cover.a", "open", ["current_position": 100], "cover.set_cover_position cover.a position=40"),
        Case(.position(40), "cover.a", "open", features: 3, "unable position"),
        Case(.position(100), "cover.a", "closed", features: 3, "cover.open_cover cover.a"),
        Case(adjust(.position, up: false), "cover.a", "open", ["current_position": 50], "cover.set_cover_position cover.a position=30"),
        Case(adjust(.position, up: true, 80), "cover.a", "open", ["current_position": 50], "cover.set_cover_position cover.a position=100"),
        Case(.toggle, "cover.a", "closed", "cover.open_cover cover.a"),
        Case(.on, "cover.a", "open", ["current_tilt_position": 0], features: 240, "cover.open_cover_tilt cover.a"),
        Case(.position(20), "cover.a", "open", ["current_tilt_position": 0], features: 240, "cover.set_cover_tilt_position cover.a tilt_position=20"),
        // Valves, locks.
        Case(.on, "valve.a", "closed", "valve.open_valve valve.a"),
        Case(.position(20), "valve.a", "closed", ["current_position": 0], "valve.set_valve_position valve.a position=20"),
        Case(.on, "lock.a", "unlocked", "lock.lock lock.a"),
        Case(.off, "lock.a", "locked", "lock.unlock lock.a"),
        Case(.off, "lock.a", "unlocked", "already"),
        Case(.toggle, "lock.a", "locked", "lock.unlock lock.a"),
        // Heating.
        Case(.temperature(20), "climate.a", "heat", ["temperature": 19], "climate.set_temperature climate.a temperature=20"),
        Case(.temperature(20), "climate.a", "heat", ["temperature": 20], "already"),
        Case(.temperature(20.3), "climate.a", "heat", ["temperature": 19, "target_temp_step": 0.5], "climate.set_temperature climate.a temperature=20.5"),
        Case(
            .temperature(45), "climate.a", "heat", ["temperature": 19, "min_temp": 7, "max_temp": 35], "unable range(7.0, 35.0, Home.Inability.Unit.degrees)"),
        Case(
            .temperature(20), "climate.a", "heat_cool", ["target_temp_low": 18, "target_temp_high": 24],
            "climate.set_temperature climate.a target_temp_high=24 target_temp_low=20"),
        Case(
            .temperature(25), "climate.a", "heat_cool", ["target_temp_low": 18, "target_temp_high": 24],
            "climate.set_temperature climate.a target_temp_high=26 target_temp_low=25"),
        Case(adjust(.temperature, up: true), "climate.a", "heat", ["temperature": 19], "climate.set_temperature climate.a temperature=20"),
        Case(adjust(.temperature, up: false, 2), "climate.a", "heat", ["temperature": 19], "climate.set_temperature climate.a temperature=17"),
        Case(adjust(.temperature, up: true, little: true), "climate.a", "heat", ["temperature": 19], "climate.set_temperature climate.a temperature=19.5"),
        Case(adjust(.temperature, up: true), "climate.a", "heat", ["temperature": 35, "max_temp": 35], "unable atMost"),
        Case(adjust(.temperature, up: true), "climate.a", "off", "unable isOff"),
        Case(.on, "climate.a", "off", ["hvac_modes": ["off", "heat"]], features: 385, "climate.turn_on climate.a"),
        Case(.on, "climate.a", "off", ["hvac_modes": ["off", "cool"]], features: 1, "climate.set_hvac_mode climate.a hvac_mode=cool"),
        Case(.off, "climate.a", "heat", features: 1, "climate.set_hvac_mode climate.a hvac_mode=off"),
        Case(.fanMode("high"), "climate.a", "cool", ["fan_modes": ["low", "high"]], "climate.set_fan_mode climate.a fan_mode=high"),
        Case(.fanMode("wild"), "climate.a", "cool", ["fan_modes": ["low", "high"]], "unable mode([\"low\", \"high\"])"),
        Case(.temperature(55), "water_heater.a", "eco", ["temperature": 50], "water_heater.set_temperature water_heater.a temperature=55"),
        Case(.off, "water_heater.a", "eco", "water_heater.turn_off water_heater.a"),
        // Air.
        Case(.humidity(45), "humidifier.a", "on", ["humidity": 60], "humidifier.set_humidity humidifier.a humidity=45"),
        Case(adjust(.humidity, up: true), "humidifier.a", "on", ["humidity": 60], "humidifier.set_humidity humidifier.a humidity=65"),
        Case(.humidifierMode("eco"), "humidifier.a", "on", ["available_modes": ["home", "eco"]], "humidifier.set_mode humidifier.a mode=eco"),
        Case(.speed(50), "fan.a", "off", "fan.set_percentage fan.a percentage=50"),
        Case(.speed(0), "fan.a", "on", "fan.turn_off fan.a"),
        Case(.speed(50), "fan.a", "on", features: 8, "unable notThat"),
        Case(adjust(.speed, up: true), "fan.a", "on", ["percentage": 33, "percentage_step": 33.3333], "fan.set_percentage fan.a percentage=66"),
        Case(adjust(.speed, up: false), "fan.a", "on", ["percentage": 20], "fan.turn_off fan.a"),
        // Media.
        Case(.on, "media_player.a", "off", "media_player.turn_on media_player.a"),
        Case(.off, "media_player.a", "playing", "media_player.turn_off media_player.a"),
        Case(.off, "media_player.a", "playing", features: 4096, "media_player.media_stop media_player.a"),
        Case(.pause, "media_player.a", "playing", "media_player.media_pause media_player.a"),
        Case(.play, "media_player.a", "paused", "media_player.media_play media_player.a"),
        Case(.play, "media_player.a", "playing", "already"),
        Case(.next, "media_player.a", "playing", "media_player.media_next_track media_player.a"),
        Case(.previous, "media_player.a", "playing", features: 32, "unable tracks"),
        Case(.volume(30), "media_player.a", "playing", ["volume_level": 0.5], "media_player.volume_set media_player.a volume_level=0.3"),
        Case(.volume(30), "media_player.a", "off", "unable isOff"),
        Case(adjust(.volume, up: true), "media_player.a", "playing", ["volume_level": 0.5], "media_player.volume_set media_player.a volume_level=0.6"),
        Case(adjust(.volume, up: true), "media_player.a", "playing", ["volume_level": 0.5], features: 1024, "media_player.volume_up media_player.a"),
        Case(adjust(.volume, up: false, 80), "media_player.a", "playing", ["volume_level": 0.5], "media_player.volume_set media_player.a volume_level=0"),
        Case(.mute(true), "media_player.a", "playing", ["is_volume_muted": false], "media_player.volume_mute media_player.a is_volume_muted=true"),
        Case(.mute(false), "media_player.a", "playing", ["is_volume_muted": false], "already"),
        Case(.stop, "media_player.a", "playing", "media_player.media_stop media_player.a"),
        // Machines.
        Case(.clean, "vacuum.a", "docked", "vacuum.start vacuum.a"),
        Case(.on, "vacuum.a", "cleaning", "already"),
        Case(.dock, "vacuum.a", "cleaning", "vacuum.return_to_base vacuum.a"),
        Case(.stop, "vacuum.a", "cleaning", "vacuum.pause vacuum.a"),
        Case(.cleanAreas(["kitchen"]), "vacuum.a", "docked", "unable rooms"),
        Case(.cleanAreas(["kitchen"]), "vacuum.a", "docked", features: 16384, "vacuum.clean_area vacuum.a cleaning_area_id=[kitchen]"),
        Case(.mow, "lawn_mower.a", "docked", "lawn_mower.start_mowing lawn_mower.a"),
        Case(.dockMower, "lawn_mower.a", "mowing", "lawn_mower.dock lawn_mower.a"),
        Case(.on, "alarm_control_panel.a", "disarmed", "alarm_control_panel.alarm_arm_away alarm_control_panel.a"),
        Case(.off, "alarm_control_panel.a", "armed_away", "alarm_control_panel.alarm_disarm alarm_control_panel.a"),
        Case(.off, "alarm_control_panel.a", "armed_away", ["code_format": "number"], "unable code"),
    ]

    @Test(arguments: cases) func everyDomain(_ one: Case) {
        #expect(Self.outcome(Self.plan(one.wish, one.id, one.value, one.attributes, features: one.features)) == one.expected)
    }

    @Test func devicesToldTheSameShareACall() {
        let entities = ["light.a", "light.b", "light.c", "light.d", "switch.e"].map { HomeModel.Entity(id: $0, name: $0) }
        let plan = Planner(limits: OrderLimits()).plan(.on, for: entities) { id in
            id == "light.d"
                ? nil : EntityState(entity: id, value: id == "light.c" ? "on" : "off", changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
        }
        #expect(plan.steps.map(\.call.short) == ["light.turn_on light.a light.b", "switch.turn_on switch.e"])
        #expect(plan.steps.map { $0.goals.map(\.entity) } == [["light.a", "light.b"], ["switch.e"]])
        #expect(plan.already.map(\.entity) == ["light.c"])
        #expect(plan.unavailable == ["light.d"])
    }

    @Test func relativeChangesAreMadeAbsoluteForEach() {
        let entities = ["light.a", "light.b"].map { HomeModel.Entity(id: $0, name: $0) }
        let plan = Planner(limits: OrderLimits()).plan(Self.adjust(.brightness, up: true), for: entities) { id in
            EntityState(
                entity: id, value: "on", attributes: ["brightness": id == "light.a" ? 51 : 102], changedAt: SampleHouse.start, updatedAt: SampleHouse.start)
        }
        #expect(plan.steps.map(\.call.short) == ["light.turn_on light.a brightness_pct=40", "light.turn_on light.b brightness_pct=60"])
    }

    @Test func whatAnotherOrderIsAtWorkOnIsToldAnew() {
        #expect(Self.outcome(Self.plan(.off, "light.a", "off", busy: ["light.a"])) == "light.turn_off light.a")
    }

    // MARK: What is seen

    func judge(
        _ wish: Wish, _ id: String, before: (String, [String: JSONValue]), after: (String, [String: JSONValue]), features: Int = 0, isCut: Bool = false
    ) -> Goal.Judgement? {
        let plan = Self.plan(wish, id, before.0, before.1, features: features)
        func state(_ pair: (String, [String: JSONValue]), at seconds: Double) -> EntityState {
            EntityState(entity: id, value: pair.0, attributes: pair.1, changedAt: SampleHouse.start + seconds, updatedAt: SampleHouse.start + seconds)
        }
        return plan.steps.first?.goals.first?.judge(state(after, at: 1), before: state(before, at: 0), isCut: isCut)
    }

    @Test func aLampCountsWhenItSaysOn() {
        #expect(judge(.on, "light.a", before: ("off", [:]), after: ("on", [:])) == .met)
        #expect(judge(.on, "light.a", before: ("off", [:]), after: ("unavailable", [:])) == .pending)
    }

    @Test func brightnessIsWhatTheLampMakesOfIt() {
        let wish = Wish.light(brightness: 50, color: nil, kelvin: nil)
        #expect(judge(wish, "light.a", before: ("off", [:]), after: ("on", ["brightness": 130])) == .met)
        #expect(judge(wish, "light.a", before: ("off", [:]), after: ("on", ["brightness": 60])) == .pending)
    }

    @Test func coloursAreRecognised() {
        let wish = Wish.light(brightness: nil, color: "red", kelvin: nil)
        #expect(judge(wish, "light.a", before: ("on", [:]), after: ("on", ["hs_color": [356, 92]])) == .met)
        #expect(judge(wish, "light.a", before: ("on", [:]), after: ("on", ["rgb_color": [0, 0, 255]])) == .pending)
    }

    @Test func aCoverThatMovesCounts() {
        #expect(judge(.off, "cover.a", before: ("open", [:]), after: ("closing", [:])) == .moving)
        #expect(judge(.off, "cover.a", before: ("open", ["current_position": 100]), after: ("open", ["current_position": 80])) == .moving)
        #expect(judge(.off, "cover.a", before: ("open", ["current_position": 80]), after: ("open", ["current_position": 100])) == .pending)
        #expect(judge(.off, "cover.a", before: ("open", [:]), after: ("closed", [:])) == .met)
    }

    @Test func aLockOnItsWayDoesNotCountYet() {
        #expect(judge(.on, "lock.a", before: ("unlocked", [:]), after: ("locking", [:])) == .pending)
        #expect(judge(.on, "lock.a", before: ("unlocked", [:]), after: ("jammed", [:])) == .failed)
        #expect(judge(.on, "lock.a", before: ("unlocked", [:]), after: ("locked", [:])) == .met)
    }

    @Test func aSceneCountsWhenItSaysWhen() {
        #expect(judge(.on, "scene.a", before: ("unknown", [:]), after: ("2024-01-01T00:00:00.000000+00:00", [:])) == .met)
        #expect(judge(.on, "scene.a", before: ("2024-01-02T00:00:00", [:]), after: ("2024-01-02T00:00:00", ["x": 1])) == .pending)
    }

    @Test func aScriptThatRunsCounts() {
        #expect(judge(.on, "script.a", before: ("off", ["last_triggered": nil]), after: ("on", ["last_triggered": nil])) == .underWay)
        #expect(judge(.on, "script.a", before: ("off", ["last_triggered": "2024-01-01"]), after: ("off", ["last_triggered": "2024-01-02"])) == .met)
        #expect(judge(.on, "script.a", before: ("off", ["last_triggered": "2024-01-01"]), after: ("off", ["last_triggered": "2024-01-01"])) == .pending)
    }

    @Test func anotherTrackCountsUnlessTheConnectionBroke() {
        #expect(judge(.next, "media_player.a", before: ("playing", ["media_track": 1]), after: ("playing", ["media_track": 2])) == .met)
        #expect(judge(.next, "media_player.a", before: ("playing", ["media_track": 1]), after: ("playing", ["media_track": 1, "volume_level": 1])) == .pending)
        #expect(judge(.next, "media_player.a", before: ("playing", ["media_track": 1]), after: ("playing", ["media_track": 2]), isCut: true) == .pending)
    }

    @Test func aFanGoesToItsNearestSpeed() {
        #expect(judge(.speed(50), "fan.a", before: ("off", ["percentage_step": 33.3]), after: ("on", ["percentage": 66, "percentage_step": 33.3])) == .met)
        #expect(judge(.speed(50), "fan.a", before: ("off", [:]), after: ("on", ["percentage": 66])) == .pending)
    }
}
