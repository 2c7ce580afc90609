/// How long an order on the house waits for what, and where it asks back.
public struct OrderLimits: Sendable, Hashable {
    /// Seconds until a light, a switch or anything else that acts at once must have been seen in its new state.
    public var quick = 3.0
    /// Seconds for locks, media players, heating: what takes its time.
    public var slow = 10.0
    /// Seconds until a cover, a valve or a machine must be seen at least moving.
    public var moving = 10.0
    /// Seconds that a script that has begun is given to end before it is said to have begun.
    public var script = 0.7
    /// Seconds to wait for a house that is not in reach before anything was sent.
    public var connection = 5.0
    /// Seconds to wait for the house to come back after it was lost with a call under way.
    public var resync = 15.0
    /// With more devices than these, in rooms that nobody named, the speaker is asked first.
    public var devices = 8
    /// "Mets le chauffage à 20" without a room is for all heaters up to so many.
    public var heaters = 3
    /// Degrees Celsius that a heater takes without a question.
    public var heating = 7.0...26.0
    /// Degrees Celsius above which hot water is asked about.
    public var hotWater = 60.0
    /// Orders that may be under way at once, calls that nobody waits for any more included.
    public var orders = 32

    public init() {}

    /// Seconds for an entity of this domain.
    func seconds(for domain: String) -> Double {
        switch domain {
        case "cover", "valve", "vacuum", "lawn_mower": moving
        case "lock", "media_player", "climate", "water_heater", "humidifier", "alarm_control_panel": slow
        default: quick
        }
    }
}
