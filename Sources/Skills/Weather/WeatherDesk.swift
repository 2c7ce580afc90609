public import Domain
public import Foundation
import Understanding

/// The weather for pages and programs, which want numbers.
public struct WeatherDesk: WeatherBulletins {
    private let weather: WeatherCache
    private let home: Coordinates?
    private let house: any House

    /// - Parameter home: where the house is, as it was configured; `nil`: where the house itself says.
    public init(weather: WeatherCache, home: Coordinates?, house: any House) {
        self.weather = weather
        self.home = home
        self.house = house
    }

    public func bulletin(of town: String?, now: Date) async throws -> WeatherBulletin {
        if let town {
            guard let city = Cities.all.city(named: FoldedText.key(town)) else {
                throw Problem(.notFound, "there is no such town here: only the larger ones of France are known")
            }
            return try await bulletin(city.name, city.place, now)
        }
        guard let place = home ?? house.place else {
            throw Problem(
                .unavailable, "nobody knows where the house is: set JARVIS_HOME_LATITUDE and JARVIS_HOME_LONGITUDE, or ask for a town with city=")
        }
        var bulletin = try await bulletin(nil, place, now)
        bulletin.outdoorTemperature = house.outdoorTemperature
        return bulletin
    }

    private func bulletin(_ town: String?, _ place: Coordinates, _ now: Date) async throws -> WeatherBulletin {
        let answer = try await weather.weather(at: place, now: now)
        return WeatherBulletin(town: town, place: place.rounded, report: answer.report, age: answer.age, isOld: answer.isOld)
    }
}
