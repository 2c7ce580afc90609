import API
import Domain
import HTTPServer

extension Backend {
    /// Characters of a town's name.
    private static let townLimit = 60

    func addWeatherRoute(to router: inout Router) {
        router.get("/weather") { request in
            // No stranger is to have a weather service asked.
            let caller = try request.caller
            let town = request.query["city"]
            guard (1...Self.townLimit).contains(town?.count ?? 1) else { throw Problem(.invalid, "city must have 1 to \(Self.townLimit) characters") }
            // Where the house is, is not for other households.
            guard town != nil || caller.hasHouse else { throw Problem(.invalid, "no house is set up: ask for a town with city=") }
            guard let weather = parts.weather else { throw Problem(.unavailable, "no weather service is set up: set JARVIS_WEATHER_URL") }
            return try .json(WeatherBody(try await weather.bulletin(of: town, now: clock.now)))
        }
    }
}

extension WeatherBody {
    init(_ bulletin: WeatherBulletin) {
        let report = bulletin.report
        self.init(
            city: bulletin.town, latitude: bulletin.place.latitude, longitude: bulletin.place.longitude, outdoorTemperature: bulletin.outdoorTemperature,
            current: report.current.map {
                Current(temperature: $0.temperature, feelsLike: $0.feelsLike, wind: $0.wind, condition: $0.condition?.name)
            },
            hours: report.hours.map { hour in
                Hour(
                    time: "\(Self.text(hour.day))T\(Self.digits(hour.hour, 2)):00", temperature: hour.temperature, condition: hour.condition?.name,
                    rainChance: hour.rainChance, wind: hour.wind)
            },
            days: report.days.map { day in
                Day(
                    date: Self.text(day.day), low: day.low, high: day.high, condition: day.condition?.name, rainChance: day.rainChance, wind: day.wind)
            },
            ageSeconds: bulletin.age.rounded(), stale: bulletin.isOld)
    }

    private static func text(_ day: CivilDay) -> String { "\(digits(day.year, 4))-\(digits(day.month, 2))-\(digits(day.day, 2))" }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
