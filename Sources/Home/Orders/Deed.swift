/// What is done to one device, as it is told afterwards.
enum Deed: Sendable, Hashable {
    case on, off, open, close, stop, lock, unlock
    /// A scene.
    case activate
    /// A script.
    case run
    /// A button.
    case press
    /// An automation.
    case enable, disable
    /// An alarm.
    case arm, disarm
    case light(brightness: Double?, color: String?, kelvin: Double?)
    /// Percent.
    case position(Double)
    case temperature(Double)
    case humidity(Double)
    case mode(String)
    /// Percent.
    case speed(Double)
    /// Percent.
    case volume(Double)
    case mute, unmute, pause, play, next, previous
    case clean, dock, mow
    case value(Double)
    /// What a service does that nobody has thought about.
    case unknown
}
