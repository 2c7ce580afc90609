import Base
import Domain

/// What an order comes to: the calls to make and what must be seen of each device; and what cannot or need not be done.
struct Plan: Sendable, Hashable {
    struct Step: Sendable, Hashable {
        var call: ServiceCall
        /// One for each entity of the call.
        var goals: [Goal]
    }

    /// Devices that are as asked.
    struct Already: Sendable, Hashable {
        var entity: String
        var deed: Deed
    }

    struct Unable: Sendable, Hashable {
        var entity: String
        var why: Inability
    }

    var steps: [Step] = []
    var already: [Already] = []
    var unable: [Unable] = []
    /// Lost, or never heard of.
    var unavailable: [String] = []

    /// The entities that something is to be done to.
    var targets: [String] { steps.flatMap { $0.call.entities } }
}

/// Why a device cannot do what is asked of it.
enum Inability: Sendable, Hashable {
    case notCommandable
    case notThat
    case brightness, color, colorTemperature
    case unknownColor(String)
    case position
    case volume, tracks
    case search
    case rooms
    /// It must be on for that.
    case isOff
    case range(Double, Double, Unit)
    case code
    case atMost, atLeast
    case mode([String])

    enum Unit: Sendable, Hashable { case none, degrees, percent }
}
