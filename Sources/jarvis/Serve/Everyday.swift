import Backend
import Base
import Configuration
import Domain
import Foundation
import HTTPClient
import Memory
import Skills
import StorageSQLite

/// Everything that is answered without a model and without the house: timers, lists, the time, the weather.
struct Everyday: Sendable {
    /// The skills that read text themselves, in the order in which they are asked.
    let skills: SkillSet
    /// Those that take orders.
    let handlers: [any OrderHandler]
    let weather: WeatherDesk

    init(
        _ configuration: Configuration, store: SQLiteStore, appointments: NotifyingAppointmentStore, hub: EveryAnnouncer, memory: MemorySkill, house: any House,
        folder: DataFolder, clock: any WallClock
    ) throws {
        let client = try HTTPClient(clock: clock)
        let cache = WeatherCache(OpenMeteoWeather(url: configuration.weatherURL.absoluteString, client: client))
        self.weather = WeatherDesk(weather: cache, home: configuration.place, house: house)
        let weather = WeatherSkill(weather: cache, home: configuration.place, house: house)
        let rates = ExchangeRates(file: URL(filePath: folder.path).appending(path: "exchange-rates.xml"), client: client)
        var able: [any Skill] = [
            TimerSkill(store: appointments), AlarmSkill(store: appointments), ReminderSkill(store: appointments), BroadcastSkill(broadcaster: hub),
            ListSkill(store: store), memory, HolidaySkill(), TimeSkill(), DateSkill(), weather, CurrencySkill(rates: rates),
            ConversionSkill(), ArithmeticSkill(), NewsSkill(desk: NewsDesk(urls: configuration.newsFeeds, client: client)),
        ]
        if let path = configuration.dictionary { able.append(DictionarySkill(dictionary: OfflineDictionary(file: URL(filePath: path)))) }
        skills = SkillSet(able + [SmallTalkSkill(skills: able)])
        handlers = [
            TimerOrderHandler(store: appointments), ListOrderHandler(store: store), ClockOrderHandler(), WeatherOrderHandler(skill: weather),
            BroadcastOrderHandler(broadcaster: hub, house: house),
        ]
    }
}

extension Configuration {
    /// Where the home is, when somebody said so.
    var place: Coordinates? {
        guard let latitude = self.latitude, let longitude = self.longitude else { return nil }
        return Coordinates(latitude: latitude, longitude: longitude)
    }
}
