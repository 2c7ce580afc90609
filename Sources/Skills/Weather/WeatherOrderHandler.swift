public import Base
public import Domain
import Foundation
import Understanding

/// The weather, asked for as an intent (`HassGetWeather`).
public struct WeatherOrderHandler: OrderHandler {
    public let name = "weather"
    public let intents: Set<String> = ["HassGetWeather"]
    private let skill: WeatherSkill

    public init(skill: WeatherSkill) { self.skill = skill }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        // The words say more than the intent: "demain", "à Lyon".
        if order.timing == .now, let reply = try await skill.answer(Utterance(text: order.text, language: language), in: context) { return reply }
        var when = WeatherQuestion.When.now
        switch order.timing {
        case .now: break
        case .after(let seconds): when = Self.hour(context.now.addingTimeInterval(seconds), context)
        case .at(let date): when = Self.hour(date, context)
        case .when: return nil
        }
        var place = WeatherQuestion.Place.home
        // What bears an id is the weather entity of the house, so it is the house's weather.
        let name = order.intent.text("name")
        if !name.isEmpty, order.intent.slots["name"]?.ids.isEmpty != false {
            place = Cities.all.city(named: FoldedText.key(name)).map { .city($0) } ?? .unknown(name)
        }
        return try await skill.answer(WeatherQuestion(subject: .weather, when: when, place: place, isOutdoors: true), language, context)
    }

    private static func hour(_ date: Date, _ context: SkillContext) -> WeatherQuestion.When {
        let words = DateText(.french, context.timeZone)
        return .hour(CivilDay(date, in: context.timeZone), words.calendar.component(.hour, from: date))
    }
}
