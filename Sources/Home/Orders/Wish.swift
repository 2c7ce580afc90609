import Base
import Domain

/// What an order on the house asks for, apart from which devices are meant.
enum Wish: Sendable, Hashable {
    case on, off, toggle, stop
    case light(brightness: Double?, color: String?, kelvin: Double?)
    /// 0 is closed, 100 open; for a number that can be set, the number.
    case position(Double)
    case temperature(Double)
    case humidity(Double)
    case fanMode(String)
    case humidifierMode(String)
    /// Percent.
    case speed(Double)
    /// Percent.
    case volume(Double)
    case mute(Bool)
    case pause, play, next, previous
    /// Something to be found and played.
    case search
    case clean
    /// Areas to clean, as ids.
    case cleanAreas([String])
    case dock, mow, dockMower
    case adjust(Adjustment)

    /// A change relative to what is.
    struct Adjustment: Sendable, Hashable {
        enum Quantity: String, Sendable { case brightness, temperature, volume, position, speed, humidity, colorTemperature = "color_temperature" }

        var quantity: Quantity
        var isUp: Bool
        /// `nil`: a sensible step.
        var amount: Double?
        var isLittle = false

        /// How much to change, signed.
        func change(by usual: Double) -> Double { (isUp ? 1 : -1) * abs(amount ?? (isLittle ? usual / 2 : usual)) }
    }

    /// The intents that ask for something to be done to a device.
    static let intents: Set<String> = [
        "HassTurnOn", "HassTurnOff", "HassToggle", "HassLightSet", "HassSetPosition", "HassClimateSetTemperature", "HassClimateSetFanMode",
        "HassHumidifierSetpoint", "HassHumidifierMode", "HassFanSetSpeed", "HassSetVolume", "HassSetVolumeRelative", "HassMediaPause", "HassMediaUnpause",
        "HassMediaNext", "HassMediaPrevious", "HassMediaPlayerMute", "HassMediaPlayerUnmute", "HassMediaSearchAndPlay", "HassVacuumStart",
        "HassVacuumReturnToBase", "HassVacuumCleanArea", "HassLawnMowerStartMowing", "HassLawnMowerDock", "HassStopMoving", "JarvisAdjust", "JarvisToggle",
        "JarvisStop",
    ]

    /// `nil` when it is none of these intents, or lacks the value that it is about.
    init?(_ intent: Intent, in model: HomeModel) {
        func number(_ slot: String) -> Double? { intent.slots[slot].flatMap { Self.number($0.value) } }
        func word(_ slot: String) -> String? { intent.slots[slot]?.value.string }
        switch intent.name {
        case "HassTurnOn": self = .on
        case "HassTurnOff": self = .off
        case "HassToggle", "JarvisToggle": self = .toggle
        case "JarvisStop", "HassStopMoving": self = .stop
        case "HassLightSet":
            let (brightness, color, kelvin) = (number("brightness"), word("color"), number("temperature"))
            if brightness == nil, color == nil, kelvin == nil { return nil }
            self = .light(brightness: brightness.map { min(max($0, 0), 100) }, color: color, kelvin: kelvin)
        case "HassSetPosition":
            guard let value = number("position") else { return nil }
            self = .position(value)
        case "HassClimateSetTemperature":
            guard let value = number("temperature") else { return nil }
            self = .temperature(value)
        case "HassClimateSetFanMode":
            guard let value = word("fan_mode") else { return nil }
            self = .fanMode(value)
        case "HassHumidifierSetpoint":
            guard let value = number("humidity") else { return nil }
            self = .humidity(value)
        case "HassHumidifierMode":
            guard let value = word("mode") else { return nil }
            self = .humidifierMode(value)
        case "HassFanSetSpeed":
            guard let value = number("percentage") else { return nil }
            self = .speed(min(max(value, 0), 100))
        case "HassSetVolume":
            guard let value = number("volume_level") else { return nil }
            self = .volume(min(max(value, 0), 100))
        case "HassSetVolumeRelative":
            switch (word("volume_step"), number("volume_step")) {
            case ("up", _): self = .adjust(Adjustment(quantity: .volume, isUp: true))
            case ("down", _): self = .adjust(Adjustment(quantity: .volume, isUp: false))
            case (_, let amount?): self = .adjust(Adjustment(quantity: .volume, isUp: amount > 0, amount: abs(amount)))
            default: return nil
            }
        case "HassMediaPause": self = .pause
        case "HassMediaUnpause": self = .play
        case "HassMediaNext": self = .next
        case "HassMediaPrevious": self = .previous
        case "HassMediaPlayerMute": self = .mute(true)
        case "HassMediaPlayerUnmute": self = .mute(false)
        case "HassMediaSearchAndPlay": self = .search
        case "HassVacuumStart": self = .clean
        case "HassVacuumReturnToBase": self = .dock
        case "HassVacuumCleanArea": self = .cleanAreas(intent.slots["area"].map { model.areas(named: $0) } ?? [])
        case "HassLawnMowerStartMowing": self = .mow
        case "HassLawnMowerDock": self = .dockMower
        case "JarvisAdjust":
            guard let quantity = word("what").flatMap(Adjustment.Quantity.init), let direction = word("direction"), ["up", "down"].contains(direction) else {
                return nil
            }
            self = .adjust(
                Adjustment(quantity: quantity, isUp: direction == "up", amount: number("amount"), isLittle: intent.slots["little"]?.value == true))
        default: return nil
        }
    }

    private static func number(_ value: JSONValue) -> Double? { value.number ?? value.string.flatMap(Double.init) }

    /// The domains it can be done to.
    var domains: Set<String> {
        switch self {
        case .on, .off, .toggle:
            [
                "light", "switch", "fan", "cover", "lock", "valve", "media_player", "climate", "water_heater", "vacuum", "lawn_mower", "scene", "script",
                "input_boolean", "input_button", "humidifier", "siren", "button", "automation", "group", "remote", "alarm_control_panel",
            ]
        case .stop:
            [
                "cover", "valve", "media_player", "vacuum", "lawn_mower", "script", "light", "switch", "fan", "climate", "humidifier", "siren", "input_boolean",
                "remote", "group",
            ]
        case .light: ["light"]
        case .position: ["cover", "valve", "input_number", "number"]
        case .temperature: ["climate", "water_heater"]
        case .fanMode: ["climate"]
        case .humidity, .humidifierMode: ["humidifier"]
        case .speed: ["fan"]
        case .volume, .mute, .pause, .play, .next, .previous, .search: ["media_player"]
        case .clean, .cleanAreas, .dock: ["vacuum"]
        case .mow, .dockMower: ["lawn_mower"]
        case .adjust(let adjustment):
            switch adjustment.quantity {
            case .brightness, .colorTemperature: ["light"]
            case .temperature: ["climate", "water_heater"]
            case .volume: ["media_player"]
            case .position: ["cover", "valve"]
            case .speed: ["fan"]
            case .humidity: ["humidifier"]
            }
        }
    }

    /// The domains that are meant when the order names neither a device nor a kind of device.
    var usualDomains: Set<String> {
        switch self {
        // "Éteins tout" is for what is lit, runs or plays: not for locks, shutters or the heating.
        case .on, .off, .toggle: ["light", "switch", "fan", "media_player", "input_boolean", "humidifier"]
        case .stop: ["cover", "valve", "media_player", "vacuum", "lawn_mower"]
        case .position: ["cover"]
        case .temperature: ["climate"]
        case .adjust(let adjustment) where adjustment.quantity == .temperature: ["climate"]
        case .adjust(let adjustment) where adjustment.quantity == .position: ["cover"]
        default: domains
        }
    }
}
