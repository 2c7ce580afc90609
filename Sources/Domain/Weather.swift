/// A place on earth, in degrees; north and east are positive.
public struct Coordinates: Sendable, Hashable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// To a tenth of a degree: some ten kilometres, enough for the weather and for nothing else. No finer place leaves the house.
    public var rounded: Coordinates {
        func round(_ value: Double) -> Double { (value * 10).rounded() / 10 + 0 }
        return Coordinates(latitude: round(latitude), longitude: round(longitude))
    }
}

/// What the weather is and will be at one place. Days and hours are those of the place.
public struct WeatherReport: Sendable, Hashable {
    /// What is seen of it, the worse behind the better.
    public enum Condition: Int, Sendable, Hashable, CaseIterable, Comparable {
        case clear, partlyCloudy, overcast, fog, drizzle, showers, rain, heavyRain, snowShowers, snow, freezingRain, thunderstorm, hail

        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

        /// Whether something falls that an umbrella helps against.
        public var isWet: Bool { [.drizzle, .showers, .rain, .heavyRain, .freezingRain, .thunderstorm, .hail].contains(self) }
        public var isSnow: Bool { self == .snow || self == .snowShowers }
    }

    /// Temperatures are in degrees Celsius, winds in kilometres per hour, precipitation in millimetres, chances in percent.
    public struct Current: Sendable, Hashable {
        public var temperature: Double
        public var feelsLike: Double?
        public var wind: Double?
        public var condition: Condition?

        public init(temperature: Double, feelsLike: Double? = nil, wind: Double? = nil, condition: Condition? = nil) {
            self.temperature = temperature
            self.feelsLike = feelsLike
            self.wind = wind
            self.condition = condition
        }
    }

    public struct Hour: Sendable, Hashable {
        public var day: CivilDay
        /// 0 to 23.
        public var hour: Int
        public var temperature: Double?
        public var condition: Condition?
        public var rainChance: Double?
        public var wind: Double?

        public init(day: CivilDay, hour: Int, temperature: Double? = nil, condition: Condition? = nil, rainChance: Double? = nil, wind: Double? = nil) {
            self.day = day
            self.hour = hour
            self.temperature = temperature
            self.condition = condition
            self.rainChance = rainChance
            self.wind = wind
        }
    }

    public struct Day: Sendable, Hashable {
        public var day: CivilDay
        public var low: Double?
        public var high: Double?
        public var condition: Condition?
        public var rainChance: Double?
        public var wind: Double?

        public init(
            day: CivilDay, low: Double? = nil, high: Double? = nil, condition: Condition? = nil, rainChance: Double? = nil, wind: Double? = nil
        ) {
            self.day = day
            self.low = low
            self.high = high
            self.condition = condition
            self.rainChance = rainChance
            self.wind = wind
        }
    }

    public var current: Current?
    public var hours: [Hour]
    public var days: [Day]

    public init(current: Current? = nil, hours: [Hour] = [], days: [Day] = []) {
        self.current = current
        self.hours = hours
        self.days = days
    }
}

/// Tells the weather: a service on the internet, or one in the house.
public protocol WeatherProvider: Sendable {
    /// - Parameter place: rounded already.
    /// - Throws: `Problem.unavailable` when it cannot be had.
    func report(for place: Coordinates) async throws -> WeatherReport
}
