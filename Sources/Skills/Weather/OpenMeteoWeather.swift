import Base
public import Domain
import Foundation
public import HTTPClient

/// The forecast of Open-Meteo, or of a server that speaks like it: `GET /v1/forecast` (https://open-meteo.com/en/docs).
public struct OpenMeteoWeather: WeatherProvider {
    private let fetch: WeatherFetch

    /// - Parameters:
    ///   - url: of the server, like `https://api.open-meteo.com`; with `?apikey=…` where one is needed.
    ///   - patience: how long one request may take.
    public init(url: String, client: HTTPClient, patience: Duration = .seconds(6)) {
        fetch = WeatherFetch(client: client, service: "Open-Meteo", url: url, path: "/v1/forecast", patience: patience)
    }

    public func report(for place: Coordinates) async throws -> WeatherReport {
        let place = place.rounded
        let answer = try await fetch.get(
            Answer.self,
            [
                ("latitude", Coordinates.text(place.latitude)), ("longitude", Coordinates.text(place.longitude)),
                ("current", "temperature_2m,apparent_temperature,weather_code,wind_speed_10m"),
                ("hourly", "temperature_2m,precipitation_probability,weather_code,wind_speed_10m"),
                ("daily", "weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max,wind_speed_10m_max"),
                ("timezone", "auto"), ("forecast_days", "7"),
            ])
        let report = answer.report
        guard report.current != nil || !report.days.isEmpty else {
            throw Problem(.unavailable, "Open-Meteo answered something that is no forecast: check JARVIS_WEATHER_URL")
        }
        return report
    }

    /// Units are the service's own: degrees Celsius, km/h, percent. Times are local ones without an offset ("2026-11-21T14:00").
    private struct Answer: Decodable {
        struct Current: Decodable {
            var temperature_2m: Double?
            var apparent_temperature: Double?
            var weather_code: Double?
            var wind_speed_10m: Double?
        }
        struct Hourly: Decodable {
            var time: [String]
            var temperature_2m: [Double?]?
            var precipitation_probability: [Double?]?
            var weather_code: [Double?]?
            var wind_speed_10m: [Double?]?
        }
        struct Daily: Decodable {
            var time: [String]
            var weather_code: [Double?]?
            var temperature_2m_max: [Double?]?
            var temperature_2m_min: [Double?]?
            var precipitation_probability_max: [Double?]?
            var wind_speed_10m_max: [Double?]?
        }
        var current: Current?
        var hourly: Hourly?
        var daily: Daily?

        var report: WeatherReport {
            var report = WeatherReport()
            if let current, let temperature = current.temperature_2m?.asTemperature {
                report.current = .init(
                    temperature: temperature, feelsLike: current.apparent_temperature?.asTemperature, wind: current.wind_speed_10m?.asWind,
                    condition: current.weather_code.flatMap(OpenMeteoWeather.condition))
            }
            for (index, time) in (hourly?.time ?? []).prefix(400).enumerated() {
                guard let hourly, let day = CivilDay(time.prefix(10)), time.count >= 13, let hour = Int(time.dropFirst(11).prefix(2)), (0...23).contains(hour)
                else { continue }
                report.hours.append(
                    .init(
                        day: day, hour: hour, temperature: hourly.temperature_2m.value(index)?.asTemperature,
                        condition: hourly.weather_code.value(index).flatMap(OpenMeteoWeather.condition),
                        rainChance: hourly.precipitation_probability.value(index)?.asChance, wind: hourly.wind_speed_10m.value(index)?.asWind))
            }
            for (index, time) in (daily?.time ?? []).prefix(20).enumerated() {
                guard let daily, let day = CivilDay(time) else { continue }
                report.days.append(
                    .init(
                        day: day, low: daily.temperature_2m_min.value(index)?.asTemperature, high: daily.temperature_2m_max.value(index)?.asTemperature,
                        condition: daily.weather_code.value(index).flatMap(OpenMeteoWeather.condition),
                        rainChance: daily.precipitation_probability_max.value(index)?.asChance, wind: daily.wind_speed_10m_max.value(index)?.asWind))
            }
            return report
        }
    }

    /// WMO code table 4677, as far as the service uses it.
    static func condition(_ code: Double) -> WeatherReport.Condition? {
        switch code {
        case 0, 1: .clear
        case 2: .partlyCloudy
        case 3: .overcast
        case 45, 48: .fog
        case 51, 53, 55: .drizzle
        case 56, 57, 66, 67: .freezingRain
        case 61, 63: .rain
        case 65: .heavyRain
        case 71, 73, 75, 77: .snow
        case 80, 81, 82: .showers
        case 85, 86: .snowShowers
        case 95: .thunderstorm
        case 96, 99: .hail
        default: nil
        }
    }
}

extension [Double?]? {
    /// The number at a place; `nil` where there is none.
    fileprivate func value(_ index: Int) -> Double? {
        guard let list = self, list.indices.contains(index) else { return nil }
        return list[index]
    }
}
