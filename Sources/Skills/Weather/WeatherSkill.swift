public import Base
public import Domain
import Foundation
public import Understanding

/// Tells the weather at home and in the towns of France. The service is asked only when somebody asks, and hears nothing but rounded coordinates.
/// How warm it is outside is for the house's own thermometer to say, where it has one there.
public struct WeatherSkill: TextSkill, OnlineSkill {
    public let name = "weather"
    public let onlyTells = true
    private let weather: WeatherCache?
    private let home: Coordinates?
    private let house: (any House)?

    /// - Parameters:
    ///   - weather: `nil`: none is configured, and that is said.
    ///   - home: where the house is, as it was configured; `nil`: where the house itself says, and if it does not, only towns can be asked for.
    public init(weather: WeatherCache?, home: Coordinates?, house: (any House)? = nil) {
        self.weather = weather
        self.home = home.flatMap { $0.isOnEarth ? $0 : nil }
        self.house = house
    }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["quel temps fait-il ?", "il va pleuvoir demain ?", "météo à Lyon ce week-end", "quelle température fait-il dehors ?"],
            en: ["what's the weather?", "will it rain tomorrow?", "weather in Lyon this weekend", "what's the temperature outside?"])
    }

    /// `rainNow` and the like: whether it does at this moment, unless a time is said.
    private enum Question: Sendable { case weather, temperature, indoorsUnlessSaid, rain, rainNow, snow, snowNow, wind, sun, sunNow, storm, frost }

    private static let grammar = Grammar<Question>(
        pieces: [
            "fait":
                "fait-il|il fait|fera-t-il|il fera|va-t-il faire|il va faire|est-ce qu'il fait|est-ce qu'il va faire|est-ce qu'il fera|fait t il|fera t il|fait il",
            "fera": "fera-t-il|il fera|va-t-il faire|il va faire|est-ce qu'il va faire|est-ce qu'il fera|va t il faire",
            "va": "va-t-il|il va|est-ce qu'il va|est-ce que ça va|ça va|il risque de|va t il|risque-t-il de|il devrait",
            "ya":
                "y a-t-il|il y a|est-ce qu'il y a|y aura-t-il|il y aura|est-ce qu'il y aura|va-t-il y avoir|il va y avoir|est-ce qu'il va y avoir|a-t-on|aura-t-on|on aura|prévoit-on|on prévoit",
            "météo": "météo|prévisions météo|prévisions|bulletin météo|prévisions météorologiques", "what": "what is|what's|what will be|whats",
            "willit": "will it|is it going to|is it gonna|does it look like it will|do you think it will", "cold": "cold|hot|warm|chilly|cool|freezing",
        ],
        french: [
            (
                .weather,
                [
                    "quel temps <fait> [{rest}]", "<fait> quel temps [{rest}]", "{rest} <fait> quel temps",
                    "{rest} quel temps <fait>", "quel temps {rest}", "quel temps (est prévu|prévoit-on|annonce-t-on|on annonce) [{rest}]",
                    "(quelle est|quelle sera|c'est quoi|quelles sont|donne|donne-moi|donnez-moi|annonce|lis|dis) (la|les|le) <météo> [{rest}]",
                    "[la|les|le] <météo> [{rest}]", "quelle <météo> [{rest}]", "le temps (qu'il fait|qu'il fera|qu'il va faire) [{rest}]",
                    "(quel est|c'est quoi) le temps [{rest}]", "comment (est|sera) le temps [{rest}]", "que dit la météo [{rest}]",
                ]
            ),
            (
                .temperature,
                [
                    "quelle température <fait> [{rest}]", "(quelle est|quelle sera|c'est quoi|donne) la température extérieure [{rest}]",
                    "[la] température extérieure [{rest}]", "<fait> (froid|chaud|frais|bon|doux) [{rest}]",
                    "(dois-je|est-ce que je dois|il faut|faut-il|est-ce qu'il faut|je dois|je devrais) (prendre|mettre|prévoir) (un|mon|une|ma) (manteau|pull|blouson|veste|écharpe|bonnet) [{rest}]",
                ]
            ),
            (
                .indoorsUnlessSaid,
                [
                    "(quelle est|quelle sera|c'est quoi|donne) la température {rest}", "[la] température {rest}", "(combien|combien de degrés) <fait> {rest}",
                    "<fait> combien [de degrés] {rest}", "(il y a|y a-t-il) combien de degrés {rest}", "combien de degrés (il y a|y a-t-il) {rest}",
                ]
            ),
            (
                .rain,
                [
                    "<va> pleuvoir [{rest}]", "(pleuvra-t-il|il pleuvra|est-ce qu'il pleuvra) [{rest}]",
                    "<ya> (de la pluie|des averses|un risque de pluie|un risque d'averses|du mauvais temps) [{rest}]", "[quel est le] risque de pluie [{rest}]",
                    "(dois-je|est-ce que je dois|il faut|faut-il|est-ce qu'il faut|je dois|je devrais|devrais-je|est-ce que je devrais) [prévoir|prendre|sortir|emporter] (un|mon|le) (parapluie|imperméable|k-way) [{rest}]",
                    "(ai-je besoin|j'ai besoin|est-ce que j'ai besoin|aurai-je besoin) d'un parapluie [{rest}]",
                ]
            ),
            (.rainNow, ["(pleut-il|il pleut|est-ce qu'il pleut|ça pleut|est-ce que ça pleut) [{rest}]"]),
            (
                .snow,
                [
                    "<va> neiger [{rest}]", "(neigera-t-il|il neigera|est-ce qu'il neigera) [{rest}]", "<ya> de la neige [{rest}]", "risque de neige [{rest}]",
                ]
            ),
            (.snowNow, ["(neige-t-il|il neige|est-ce qu'il neige) [{rest}]"]),
            (
                .wind,
                [
                    "<ya> [beaucoup] [du|de] vent [{rest}]", "(quelle est|quelle sera|donne) la (vitesse|force) du vent [{rest}]",
                    "(quel est|combien souffle) le vent [{rest}]", "(à quelle vitesse|comment) souffle le vent [{rest}]", "<fait> du vent [{rest}]",
                    "[le] vent [{rest}]",
                ]
            ),
            (.sun, ["<fera> beau [{rest}]", "<ya> du soleil [{rest}]", "<fera> (soleil|du soleil|grand soleil) [{rest}]"]),
            (.sunNow, ["(fait-il|il fait|est-ce qu'il fait) beau [{rest}]"]),
            (.storm, ["<ya> (de l'orage|des orages|un orage|un risque d'orage|une tempête) [{rest}]", "risque d'orages [{rest}]"]),
            (
                .frost,
                ["<va> geler [{rest}]", "(gèlera-t-il|il gèlera|est-ce qu'il gèlera|est-ce qu'il gèle|il gèle|gèle-t-il) [{rest}]", "<ya> du gel [{rest}]"]
            ),
        ],
        english: [
            (
                .weather,
                [
                    "<what> the weather [like|going to be like|forecast] [{rest}]", "(how is|how's) the weather [{rest}]",
                    "[the] weather [forecast|report] [{rest}]",
                    "(what|how) will the weather be [like] [{rest}]", "<what> the [weather] forecast [{rest}]", "[the] forecast [{rest}]",
                    "{rest} weather [forecast]", "what's it like {rest}",
                ]
            ),
            (
                .temperature,
                [
                    "how <cold> (is it|will it be|is it going to be) [{rest}]", "(is it|will it be|is it going to be) <cold> [{rest}]",
                    "<what> the (outdoor|outside) temperature [{rest}]",
                    "(do i need|will i need|should i take|should i wear) (a|my) (coat|jacket|sweater|scarf|hat) [{rest}]",
                ]
            ),
            (.indoorsUnlessSaid, ["<what> the temperature {rest}", "[the] temperature {rest}", "how many degrees (is it|will it be|are there) {rest}"]),
            (
                .rain,
                [
                    "<willit> rain [{rest}]", "(is there|will there be) [any|some|a chance of] rain [{rest}]", "[any] (rain|showers) {rest}",
                    "[what's the] chance of rain [{rest}]",
                    "(do i need|will i need|should i take|should i bring|do i need to take) (an|my|a) (umbrella|raincoat) [{rest}]",
                ]
            ),
            (.rainNow, ["is it raining [{rest}]"]), (.snow, ["<willit> snow [{rest}]", "(is there|will there be) [any] snow [{rest}]"]),
            (.snowNow, ["is it snowing [{rest}]"]),
            (
                .wind,
                [
                    "how windy (is it|will it be) [{rest}]", "(is it|will it be|is it going to be) windy [{rest}]", "<what> the wind [speed] [like] [{rest}]",
                    "(is there|will there be) [any|much] wind [{rest}]",
                ]
            ),
            (.sun, ["(will it be|is it going to be) (nice|sunny|fine) [{rest}]", "will (the sun shine|there be sun|there be sunshine) [{rest}]"]),
            (.sunNow, ["is it (nice|sunny) [{rest}]"]),
            (.storm, ["(is there|will there be|are there|are we getting) (a|any|) (storm|storms|thunderstorm|thunderstorms|thunder) [{rest}]"]),
            (.frost, ["<willit> freeze [{rest}]", "(is it|will there be) (freezing|frost) [{rest}]"]),
        ])

    /// In words.
    private static let longestQuestion = 30

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= Self.longestQuestion else { return nil }
        let found = Self.grammar.match(text, preferring: utterance.language) { match in
            Self.question(match, text, context).map { (question: $0, language: match.language) }
        }
        guard let found else { return nil }
        return try await answer(found.question, found.language, context)
    }

    private static func question(_ match: Grammar<Question>.Match, _ text: FoldedText, _ context: SkillContext) -> WeatherQuestion? {
        guard let tail = WeatherTail(match["rest"], text, match.language, context) else { return nil }
        let today = WeatherQuestion.When.day(CivilDay(context.now, in: context.timeZone))
        func question(_ subject: WeatherQuestion.Subject, unless when: WeatherQuestion.When) -> WeatherQuestion {
            WeatherQuestion(subject: subject, when: tail.when ?? when, place: tail.place ?? .home, isOutdoors: tail.isOutdoors)
        }
        switch match.intent {
        case .weather: return question(.weather, unless: .now)
        case .temperature: return question(.temperature, unless: .now)
        case .indoorsUnlessSaid: return tail.isOutdoors ? question(.temperature, unless: .now) : nil
        case .rain: return question(.rain, unless: today)
        case .rainNow: return question(.rain, unless: .now)
        case .snow: return question(.snow, unless: today)
        case .snowNow: return question(.snow, unless: .now)
        case .wind: return question(.wind, unless: .now)
        case .sun: return question(.sun, unless: today)
        case .sunNow: return question(.sun, unless: .now)
        case .storm: return question(.storm, unless: today)
        case .frost: return question(.frost, unless: today)
        }
    }

    /// Answers a question that was understood, here or elsewhere.
    func answer(_ question: WeatherQuestion, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        if question.subject == .temperature, question.when == .now, question.place == .home, context.principal.hasHouse, let degrees = house?.outdoorTemperature
        {
            return SkillReply(language(fr: "Il fait ", en: "It's ") + WeatherText.degrees(degrees, language) + language(fr: " dehors.", en: " outside."))
        }
        guard let weather else {
            return SkillReply(
                language(
                    fr: "La météo n'est pas réglée : il faut donner JARVIS_WEATHER_URL à Jarvis.",
                    en: "The weather is not set up: Jarvis needs JARVIS_WEATHER_URL."))
        }
        let place: Coordinates, located: String
        switch question.place {
        case .city(let city): (place, located) = (city.place, " " + city.located(language))
        case .home:
            guard context.principal.hasHouse, let home = home ?? house?.place else {
                return SkillReply(
                    language(
                        fr:
                            "Je ne sais pas où est la maison : règle JARVIS_HOME_LATITUDE et JARVIS_HOME_LONGITUDE, ou demande une ville, par exemple « météo à Lyon ».",
                        en: "I don't know where home is: set JARVIS_HOME_LATITUDE and JARVIS_HOME_LONGITUDE, or ask for a town, for example “weather in Lyon”.")
                )
            }
            (place, located) = (home, "")
        case .unknown(let name):
            return SkillReply(
                language(
                    fr: "Je ne connais que la météo de la maison et des villes de France, pas celle de « \(name) ».",
                    en: "I only know the weather at home and in the towns of France, not in “\(name)”."))
        }
        let answer: WeatherCache.Answer
        do {
            answer = try await weather.weather(at: place, now: context.now)
        } catch let error as CancellationError {
            throw error
        } catch {
            return SkillReply(
                language(fr: "Je n'arrive pas à joindre le service météo pour l'instant.", en: "I can't reach the weather service right now."))
        }
        let text = WeatherText(language: language, report: answer.report, located: located, now: context.now, timeZone: context.timeZone).text(question)
        guard answer.isOld else { return SkillReply(text) }
        let age = DateText.duration(max(60, (answer.age / 60).rounded() * 60), language)
        return SkillReply(
            language(fr: "Le service météo ne répond pas ; il y a \(age), il disait : ", en: "The weather service does not answer; \(age) ago it said: ")
                + text.lowercasedFirst)
    }
}
