public import Foundation

/// A place on earth, in degrees; north and east are positive.
public struct Coordinates: Sendable, Hashable, Codable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Whether there is such a place.
    public var isOnEarth: Bool { (-90...90).contains(latitude) && (-180...180).contains(longitude) }

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

        /// A word for programs: `partly_cloudy`.
        public var name: String {
            switch self {
            case .clear: "clear"
            case .partlyCloudy: "partly_cloudy"
            case .overcast: "overcast"
            case .fog: "fog"
            case .drizzle: "drizzle"
            case .showers: "showers"
            case .rain: "rain"
            case .heavyRain: "heavy_rain"
            case .snowShowers: "snow_showers"
            case .snow: "snow"
            case .freezingRain: "freezing_rain"
            case .thunderstorm: "thunderstorm"
            case .hail: "hail"
            }
        }

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

/// A weather report with what it is of, and how good it is.
public struct WeatherBulletin: Sendable, Hashable {
    /// A town's name; `nil`: the house.
    public var town: String?
    /// To a tenth of a degree.
    public var place: Coordinates
    public var report: WeatherReport
    /// How long ago it was had, in seconds.
    public var age: Double
    /// The service could not be asked anew.
    public var isOld: Bool
    /// What the house's own thermometer shows outside, in degrees Celsius; for the house only.
    public var outdoorTemperature: Double?

    public init(town: String? = nil, place: Coordinates, report: WeatherReport, age: Double = 0, isOld: Bool = false, outdoorTemperature: Double? = nil) {
        self.town = town
        self.place = place
        self.report = report
        self.age = age
        self.isOld = isOld
        self.outdoorTemperature = outdoorTemperature
    }
}

/// The weather at home and in towns, in numbers.
public protocol WeatherBulletins: Sendable {
    /// - Parameter town: `nil`: at home.
    /// - Throws: `Problem`: `notFound` for a town that is not known, `unavailable` when nobody knows where the house is or the weather cannot be had.
    func bulletin(of town: String?, now: Date) async throws -> WeatherBulletin
}
