/// `GET /weather`: what the weather is and will be. Temperatures are in degrees Celsius, winds in kilometres per hour, chances in percent; what the service
/// does not tell is not there.
public struct WeatherBody: Codable, Hashable, Sendable {
    public struct Current: Codable, Hashable, Sendable {
        public var temperature: Double
        public var feelsLike: Double?
        public var wind: Double?
        /// `clear`, `partly_cloudy`, `overcast`, `fog`, `drizzle`, `showers`, `rain`, `heavy_rain`, `snow_showers`, `snow`, `freezing_rain`, `thunderstorm`
        /// or `hail`.
        public var condition: String?

        public init(temperature: Double, feelsLike: Double? = nil, wind: Double? = nil, condition: String? = nil) {
            self.temperature = temperature
            self.feelsLike = feelsLike
            self.wind = wind
            self.condition = condition
        }

        enum CodingKeys: String, CodingKey {
            case temperature, wind, condition
            case feelsLike = "feels_like"
        }
    }

    public struct Hour: Codable, Hashable, Sendable {
        /// There, `2026-11-21T14:00`.
        public var time: String
        public var temperature: Double?
        public var condition: String?
        public var rainChance: Double?
        public var wind: Double?

        public init(time: String, temperature: Double? = nil, condition: String? = nil, rainChance: Double? = nil, wind: Double? = nil) {
            self.time = time
            self.temperature = temperature
            self.condition = condition
            self.rainChance = rainChance
            self.wind = wind
        }

        enum CodingKeys: String, CodingKey {
            case time, temperature, condition, wind
            case rainChance = "rain_chance"
        }
    }

    public struct Day: Codable, Hashable, Sendable {
        /// `2026-11-21`.
        public var date: String
        public var low: Double?
        public var high: Double?
        public var condition: String?
        public var rainChance: Double?
        public var wind: Double?

        public init(
            date: String, low: Double? = nil, high: Double? = nil, condition: String? = nil, rainChance: Double? = nil, wind: Double? = nil
        ) {
            self.date = date
            self.low = low
            self.high = high
            self.condition = condition
            self.rainChance = rainChance
            self.wind = wind
        }

        enum CodingKeys: String, CodingKey {
            case date, low, high, condition, wind
            case rainChance = "rain_chance"
        }
    }

    /// Absent: at home.
    public var city: String?
    /// To a tenth of a degree.
    public var latitude: Double
    public var longitude: Double
    /// What the house's own thermometer shows outside.
    public var outdoorTemperature: Double?
    public var current: Current?
    public var hours: [Hour]
    public var days: [Day]
    /// How long ago this was had.
    public var ageSeconds: Double
    /// The service cannot be reached now; this is what it told before.
    public var stale: Bool

    public init(
        city: String? = nil, latitude: Double, longitude: Double, outdoorTemperature: Double? = nil, current: Current? = nil, hours: [Hour] = [],
        days: [Day] = [], ageSeconds: Double = 0, stale: Bool = false
    ) {
        self.city = city
        self.latitude = latitude
        self.longitude = longitude
        self.outdoorTemperature = outdoorTemperature
        self.current = current
        self.hours = hours
        self.days = days
        self.ageSeconds = ageSeconds
        self.stale = stale
    }

    enum CodingKeys: String, CodingKey {
        case city, latitude, longitude, current, hours, days, stale
        case outdoorTemperature = "outdoor_temperature"
        case ageSeconds = "age_seconds"
    }
}
