public import Base
public import Domain
import Foundation
public import HTTPClient
import Understanding

/// The forecast of Météo-France's web service, or of a server that speaks like it: `GET /forecast` with `lat`, `lon` and a token.
///
/// Times are seconds since 1970, temperatures degrees Celsius, winds metres per second; the weather is a French description.
public struct MeteoFranceWeather: WeatherProvider {
    private let fetch: WeatherFetch
    private let token: Secret?

    /// - Parameters:
    ///   - url: of the server, like `https://webservice.meteofrance.com`.
    ///   - token: goes into the query; `nil` where the address has it already, or none is needed.
    ///   - patience: how long one request may take.
    public init(url: String, token: Secret? = nil, client: HTTPClient, patience: Duration = .seconds(6)) {
        fetch = WeatherFetch(client: client, service: "Météo-France", url: url, path: "/forecast", patience: patience)
        self.token = token
    }

    public func report(for place: Coordinates) async throws -> WeatherReport {
        let place = place.rounded
        var query = [("lat", Coordinates.text(place.latitude)), ("lon", Coordinates.text(place.longitude)), ("lang", "fr")]
        if let token { query.append(("token", token.reveal())) }
        let report = try await fetch.get(Answer.self, query).report
        guard report.current != nil || !report.days.isEmpty else {
            throw Problem(.unavailable, "Météo-France answered something that is no forecast: check JARVIS_WEATHER_URL")
        }
        return report
    }

    private struct Answer: Decodable {
        struct Position: Decodable { var timezone: String? }
        struct Description: Decodable { var desc: String? }
        struct DayForecast: Decodable {
            struct Range: Decodable {
                var min: Double?
                var max: Double?
            }
            var dt: Double
            var T: Range?
            var weather12H: Description?
        }
        struct HourForecast: Decodable {
            struct Temperature: Decodable {
                var value: Double?
                var windchill: Double?
            }
            struct Wind: Decodable { var speed: Double? }
            var dt: Double
            var T: Temperature?
            var wind: Wind?
            var weather: Description?
        }
        struct Probability: Decodable {
            struct Hours: Decodable {
                var three: Double?
                var six: Double?
                enum CodingKeys: String, CodingKey {
                    case three = "3h"
                    case six = "6h"
                }
            }
            var dt: Double
            var rain: Hours?
        }
        var position: Position?
        var daily_forecast: [DayForecast]?
        var forecast: [HourForecast]?
        var probability_forecast: [Probability]?

        var report: WeatherReport {
            let zone = position?.timezone.flatMap { TimeZone(identifier: $0) } ?? .gmt
            func day(_ time: Double) -> CivilDay { CivilDay(Date(timeIntervalSince1970: time), in: zone) }
            func hour(_ time: Double) -> Int {
                let local = time + Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: time)))
                return Int((local / 3600).rounded(.down).truncatingRemainder(dividingBy: 24) + 24) % 24
            }
            func isTime(_ time: Double) -> Bool { (0...1e11).contains(time) }
            // What is said for three or six hours from a time on.
            let chances = (probability_forecast ?? []).prefix(200).filter { isTime($0.dt) }.compactMap { entry in
                (entry.rain?.three ?? entry.rain?.six)?.asChance.map {
                    (from: entry.dt, to: entry.dt + (entry.rain?.three == nil ? 21_600 : 10_800), chance: $0)
                }
            }
            var report = WeatherReport()
            let hours = (forecast ?? []).prefix(400).filter { isTime($0.dt) }
            for entry in hours {
                report.hours.append(
                    .init(
                        day: day(entry.dt), hour: hour(entry.dt), temperature: entry.T?.value?.asTemperature,
                        condition: entry.weather?.desc.flatMap(MeteoFranceWeather.condition),
                        rainChance: chances.first { $0.from <= entry.dt && entry.dt < $0.to }?.chance, wind: entry.wind?.speed.flatMap { ($0 * 3.6).asWind }))
            }
            if let first = hours.first, let temperature = first.T?.value?.asTemperature {
                report.current = .init(
                    temperature: temperature, feelsLike: first.T?.windchill?.asTemperature, wind: report.hours.first?.wind,
                    condition: report.hours.first?.condition)
            }
            for entry in (daily_forecast ?? []).prefix(20) where isTime(entry.dt) {
                let day = day(entry.dt)
                report.days.append(
                    .init(
                        day: day, low: entry.T?.min?.asTemperature, high: entry.T?.max?.asTemperature,
                        condition: entry.weather12H?.desc.flatMap(MeteoFranceWeather.condition),
                        rainChance: chances.filter { self.day($0.from, zone) == day }.map(\.chance).max(),
                        wind: report.hours.filter { $0.day == day }.compactMap(\.wind).max()))
            }
            return report
        }

        private func day(_ time: Double, _ zone: TimeZone) -> CivilDay { CivilDay(Date(timeIntervalSince1970: time), in: zone) }
    }

    /// From the description, by the words that tell most.
    static func condition(_ description: String) -> WeatherReport.Condition? {
        let text = FoldedText.key(String(description.prefix(100)))
        let words: [(String, WeatherReport.Condition)] = [
            ("orage", .thunderstorm), ("grele", .hail), ("verglac", .freezingRain), ("averses de neige", .snowShowers), ("neige", .snow), ("flocon", .snow),
            ("bruine", .drizzle), ("pluie forte", .heavyRain), ("averse", .showers), ("pluie", .rain), ("brouillard", .fog), ("brume", .fog),
            ("couvert", .overcast), ("tres nuageux", .overcast), ("eclaircie", .partlyCloudy), ("voile", .partlyCloudy), ("nuage", .partlyCloudy),
            ("ensoleille", .clear), ("clair", .clear),
        ]
        return words.first { text.contains($0.0) }?.1
    }
}
