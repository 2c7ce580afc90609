import Base
import Domain
import Foundation

/// What virtual devices make of a service call: the services and attributes are Home Assistant's.
enum Simulation {
    /// The state of a device of which the file says none.
    static func value(of domain: String) -> String {
        switch domain {
        case "cover", "valve": "closed"
        case "lock": "locked"
        case "vacuum", "lawn_mower": "docked"
        case "alarm_control_panel": "disarmed"
        case "person", "device_tracker": "home"
        case "automation": "on"
        case "scene", "button", "input_button", "sensor": "unknown"
        case "input_number", "number": "0"
        default: "off"
        }
    }

    /// What such a device has when the file does not say it.
    static func attributes(of domain: String) -> [String: JSONValue] {
        switch domain {
        case "climate": ["temperature": 20, "current_temperature": 19, "hvac_modes": ["off", "heat"], "min_temp": 7, "max_temp": 35]
        case "water_heater": ["temperature": 50, "min_temp": 30, "max_temp": 70, "operation_list": ["off", "eco"]]
        case "humidifier": ["humidity": 50, "min_humidity": 0, "max_humidity": 100]
        case "media_player": ["volume_level": 0.5, "is_volume_muted": false]
        case "input_number", "number": ["min": 0, "max": 100, "step": 1]
        default: [:]
        }
    }

    /// Makes the attributes go with the state it begins with, unless the file gave them.
    static func settle(_ state: inout EntityState, given: Set<String>) {
        switch state.entity.prefix(while: { $0 != "." }) {
        case "cover", "valve":
            if !given.contains("current_position") { state.attributes["current_position"] = state.value == "closed" ? 0 : 100 }
        case "light":
            if state.value == "on", !given.contains("brightness") { state.attributes["brightness"] = 255 }
        case "fan":
            if !given.contains("percentage") { state.attributes["percentage"] = state.value == "on" ? 100 : 0 }
        default: break
        }
    }

    /// - Throws: `HouseError.refused` for a service that such a device does not have, or that lacks its value.
    static func apply(_ call: ServiceCall, to state: EntityState, at now: Date) throws -> EntityState {
        var device = Device(state: state, call: call, now: now)
        let domain = String(state.entity.prefix { $0 != "." })
        guard call.domain == domain || call.domain == "homeassistant", try device.obey(domain) else {
            throw HouseError(.refused, "\(state.entity) does not support \(call.domain).\(call.service)")
        }
        return device.result
    }

    private struct Device {
        var state: EntityState
        let call: ServiceCall
        let now: Date

        var result: EntityState {
            var result = state
            result.updatedAt = now
            return result
        }

        /// Returns `false` for a service it does not know.
        mutating func obey(_ domain: String) throws -> Bool {
            switch domain {
            case "light": return try light()
            case "cover", "valve": return try opening(domain)
            case "lock": return become(["lock": "locked", "unlock": "unlocked", "open": "open"])
            case "climate", "water_heater": return try climate(domain)
            case "humidifier":
                if call.service == "set_humidity" { return try put("humidity") }
                return call.service == "set_mode" ? try put("mode") : switched()
            case "fan": return try fan()
            case "media_player": return try media()
            case "vacuum":
                return become(["start": "cleaning", "clean_area": "cleaning", "pause": "paused", "stop": "idle", "return_to_base": "docked"])
            case "lawn_mower": return become(["start_mowing": "mowing", "pause": "paused", "dock": "docked"])
            case "alarm_control_panel":
                return become([
                    "alarm_arm_away": "armed_away", "alarm_arm_home": "armed_home", "alarm_arm_night": "armed_night", "alarm_disarm": "disarmed",
                ])
            case "scene": return call.service == "turn_on" && stamp()
            case "button", "input_button": return call.service == "press" && stamp()
            case "script":
                if call.service == "turn_on" { state.attributes["last_triggered"] = .string(Timestamp.format(now)) }
                return call.service == "turn_on" || become(["turn_off": "off"])
            case "input_number", "number": return try number()
            case "switch", "input_boolean", "siren", "automation", "remote", "group": return switched()
            default: return false
            }
        }

        // MARK: What many have in common

        private mutating func set(_ value: String) {
            if state.value != value { state.changedAt = now }
            state.value = value
        }

        private mutating func become(_ values: [String: String]) -> Bool {
            guard let value = values[call.service] else { return false }
            set(value)
            return true
        }

        private mutating func switched() -> Bool {
            become(["turn_on": "on", "turn_off": "off", "toggle": state.value == "on" ? "off" : "on"])
        }

        private mutating func stamp() -> Bool {
            set(Timestamp.format(now))
            return true
        }

        private func need(_ key: String) throws -> JSONValue {
            guard let value = call.data[key] else { throw HouseError(.refused, "required key not provided: \(key)") }
            return value
        }

        private func number(_ key: String, in range: ClosedRange<Double>) throws -> Double {
            guard let value = try need(key).number, range.contains(value) else {
                throw HouseError(.refused, "value of \(key) is out of range, \(range.lowerBound) to \(range.upperBound)")
            }
            return value
        }

        private mutating func put(_ key: String) throws -> Bool {
            state.attributes[key] = try need(key)
            return true
        }

        private func has(_ attribute: String, or value: Double) -> Double {
            guard case .number(let number) = state.attributes[attribute] else { return value }
            return number
        }

        // MARK: Kinds

        private mutating func light() throws -> Bool {
            guard switched() else { return false }
            guard state.value == "on" else {
                state.attributes["brightness"] = nil
                return true
            }
            let data = call.data
            if data["brightness_pct"] != nil {
                let percent = try number("brightness_pct", in: 0...100)
                state.attributes["brightness"] = .number((percent * 2.55).rounded())
                if percent == 0 { set("off") }
            } else if data["brightness"] != nil {
                state.attributes["brightness"] = .number(try number("brightness", in: 0...255))
            } else if state.attributes["brightness"] == nil {
                state.attributes["brightness"] = 255
            }
            if let color = try LightColor(ServiceData(data, now: now)) {
                state.attributes.merge(color.attributes) { $1 }
                state.attributes["color_mode"] = "hs"
                state.attributes["color_temp_kelvin"] = nil
            } else if data["color_temp_kelvin"] != nil {
                state.attributes["color_temp_kelvin"] = .number(try number("color_temp_kelvin", in: 1000...20000))
                state.attributes["color_mode"] = "color_temp"
                state.attributes["rgb_color"] = nil
                state.attributes["hs_color"] = nil
            }
            return true
        }

        private mutating func opening(_ domain: String) throws -> Bool {
            let position: Double
            switch call.service {
            case "open_\(domain)": position = 100
            case "close_\(domain)": position = 0
            case "stop_\(domain)": position = has("current_position", or: 0)
            case "set_\(domain)_position": position = try number("position", in: 0...100)
            case "toggle": position = state.value == "closed" ? 100 : 0
            case "open_cover_tilt", "close_cover_tilt", "set_cover_tilt_position":
                let tilt = call.service == "open_cover_tilt" ? 100 : call.service == "close_cover_tilt" ? 0 : try number("tilt_position", in: 0...100)
                state.attributes["current_tilt_position"] = .number(tilt)
                return true
            default: return false
            }
            state.attributes["current_position"] = .number(position)
            set(position == 0 ? "closed" : "open")
            return true
        }

        private mutating func climate(_ domain: String) throws -> Bool {
            switch call.service {
            case "set_temperature":
                let range = has("min_temp", or: -50)...max(has("max_temp", or: 150), has("min_temp", or: -50))
                for key in ["temperature", "target_temp_low", "target_temp_high"] where call.data[key] != nil {
                    state.attributes[key] = .number(try number(key, in: range))
                }
            case "set_hvac_mode":
                guard let mode = try need("hvac_mode").string else { return false }
                set(mode)
            case "set_fan_mode": return try put("fan_mode")
            case "set_preset_mode": return try put("preset_mode")
            case "turn_on": set(domain == "climate" ? "heat" : "eco")
            case "turn_off": set("off")
            default: return false
            }
            return true
        }

        private mutating func fan() throws -> Bool {
            if call.service == "set_percentage" {
                let percent = try number("percentage", in: 0...100)
                state.attributes["percentage"] = .number(percent)
                set(percent > 0 ? "on" : "off")
                return true
            }
            guard switched() else { return false }
            if state.value == "off" { state.attributes["percentage"] = 0 } else if has("percentage", or: 0) == 0 { state.attributes["percentage"] = 100 }
            return true
        }

        private mutating func media() throws -> Bool {
            switch call.service {
            case "volume_set": state.attributes["volume_level"] = .number(try number("volume_level", in: 0...1))
            case "volume_up": state.attributes["volume_level"] = .number(min(has("volume_level", or: 0.5) + 0.1, 1))
            case "volume_down": state.attributes["volume_level"] = .number(max(has("volume_level", or: 0.5) - 0.1, 0))
            case "volume_mute": return try put("is_volume_muted")
            case "media_next_track": state.attributes["media_track"] = .number(has("media_track", or: 1) + 1)
            case "media_previous_track": state.attributes["media_track"] = .number(max(has("media_track", or: 1) - 1, 0))
            default:
                return become([
                    "turn_on": "on", "turn_off": "off", "toggle": state.value == "off" ? "on" : "off", "media_play": "playing", "media_pause": "paused",
                    "media_stop": "idle", "media_play_pause": state.value == "playing" ? "paused" : "playing",
                ])
            }
            return true
        }

        private mutating func number() throws -> Bool {
            guard call.service == "set_value" else { return false }
            let value = try number("value", in: has("min", or: 0)...max(has("max", or: 100), has("min", or: 0)))
            set(Int64(exactly: value).map { String($0) } ?? String(value))
            return true
        }
    }
}
