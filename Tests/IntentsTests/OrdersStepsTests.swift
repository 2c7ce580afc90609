import Base
import Domain
import Foundation
import Testing

@testable import Intents

/// The steps of reading one by one, without a matcher, or with a list of answers in its place.
@Suite struct OrdersStepsTests {
    @Test(arguments: [
        ("euh jarvis, est-ce que tu peux allumer la lumière s'il te plaît", "allumer la lumière"), ("vas-y, ouvre le portail", "ouvre le portail"),
        ("tu peux me rappeler d'appeler", "rappelle-moi d'appeler"), ("allume-moi la lampe", "allume la lampe"), ("dis-moi une blague", "dis-moi une blague"),
        ("dis-moi quelle heure il est", "quelle heure il est"), ("merci", ""), ("éteins-la", "éteins-la"),
        ("je voudrais que tu éteignes la télé maintenant", "éteignes la télé"),
    ])
    func courtesyIsPutAside(_ said: String, _ meant: String) { #expect(Cleaning.clean(Sentence(said), .french).text == meant) }

    @Test(arguments: [("vingt-deux", 22.0), ("quatre-vingt-dix-sept", 97), ("soixante et onze", 71), ("cent cinq", 105), ("19,5", 19.5), ("deux cents", 200)])
    func numbersInWords(_ text: String, _ value: Double) {
        let words = Sentence(text).words
        let read = SpokenNumber.read(words, at: 0, before: words.count, .french)
        #expect(read?.value == value && read?.next == words.count)
    }

    @Test(arguments: [
        ("dix minutes", 600.0), ("une heure et demie", 5400), ("1 h 30", 5400), ("trois quarts d'heure", 2700), ("une demi-heure", 1800),
        ("deux heures et quart", 8100),
        ("1 heure et 5 mnutes", 3900),
    ])
    func lengthsOfTime(_ text: String, _ seconds: Double) {
        let words = Sentence(text).words
        #expect(SpokenDuration.read(words, at: 0, before: words.count, .french) == SpokenDuration(seconds: seconds, next: words.count))
    }

    @Test(arguments: [
        ("à 22 h", "03-11T22:00:00"), ("à 8 h", "03-12T08:00:00"), ("demain matin à 8 h", "03-12T08:00:00"), ("ce soir à 8 h", "03-11T20:00:00"),
        ("lundi à 7 heures et demie", "03-16T07:30:00"), ("à minuit", "03-12T00:00:00"), ("à huit heures moins le quart", "03-12T07:45:00"),
    ])
    func timesOfDay(_ text: String, _ expected: String) throws {
        let words = Sentence(text).words
        let time = try #require(SpokenTime.read(words, at: 0, before: words.count, .french))
        #expect(time.next == words.count)
        guard case .at(let date)? = time.meaning(now: Short.now, timeZone: Short.timeZone, language: .french) else { return #expect(Bool(false), "\(text)") }
        #expect(date.formatted(Date.ISO8601FormatStyle(timeZone: Short.timeZone).month().day().time(includingFractionalSeconds: false)) == expected)
    }

    @Test func timesThatComeAgainAndTimesThatAreOver() throws {
        func meaning(_ text: String, _ language: Language = .french) -> SpokenTime.Meaning? {
            let words = Sentence(text).words
            return SpokenTime.read(words, at: 0, before: words.count, language)?.meaning(now: Short.now, timeZone: Short.timeZone, language: language)
        }
        #expect(meaning("tous les lundis et jeudis à 7 h") == .again(hour: 7, minute: 0, weekdays: [1, 4]))
        #expect(meaning("tous les jours sauf le dimanche à 7 h") == .again(hour: 7, minute: 0, weekdays: [1, 2, 3, 4, 5, 6]))
        #expect(meaning("every weekday at half past six", .english) == .again(hour: 6, minute: 30, weekdays: [1, 2, 3, 4, 5]))
        if case .past? = meaning("ce matin à 8 h") {} else { #expect(Bool(false), "it is two in the afternoon") }
        if case .needsHour? = meaning("demain soir") {} else { #expect(Bool(false), "nobody said when") }
        #expect(meaning("la lumière") == nil)
    }

    @Test(arguments: [
        ("n'allume pas la cuisine", "allume la cuisine"), ("allume pas la cuisine", "allume la cuisine"), ("n'ouvre surtout pas le garage", "ouvre le garage"),
        ("il ne faut pas éteindre la VMC", "éteindre la VMC"), ("surtout n'allume pas le salon", "allume le salon"),
        ("je ne veux pas que tu allumes la cafetière", "allumes la cafetière"), ("laisse ouvert le volet", "éteins le volet"), ("n'allume rien", ""),
        ("allume la cuisine", nil), ("n'allume que la cuisine", nil), ("laisse", nil), ("pas mal", nil),
    ])
    func whatIsForbidden(_ said: String, _ order: String?) {
        let forbidden = Negation(lexicon: .french).forbidden(Sentence(said))
        #expect(forbidden.map { $0.first ?? "" } == order)
    }

    @Test(arguments: [
        ("Salon", "le salon", "du salon"), ("Cuisine", "la cuisine", "de la cuisine"), ("Entrée", "l'entrée", "de l'entrée"),
        ("Toilettes", "les toilettes", "des toilettes"),
        ("Xanadu", "« Xanadu »", "de « Xanadu »"),
    ])
    func namesWithTheirArticles(_ name: String, _ definite: String, _ ofIt: String) {
        #expect(FrenchNoun(name).definite == definite)
        #expect(FrenchNoun(name).ofIt == ofIt)
    }

    @Test func ordersInWords() {
        let french = OrderText(.french, timeZone: Short.timeZone)
        let english = OrderText(.english, timeZone: Short.timeZone)
        let light = Order(Intent("HassTurnOff", ["area": SlotValue("Salon", ids: ["salon"]), "domain": SlotValue("light")]), text: "")
        var shutters = Order(
            Intent("HassTurnOn", ["area": SlotValue("Chambre"), "domain": SlotValue("cover"), "device_class": SlotValue("shutter")]), text: "")
        shutters.timing = .when(.time(hour: 7, minute: 0, weekdays: []), once: false)
        #expect(french.infinitive(light, now: Short.now) == "éteindre la lumière du salon")
        #expect(french.wish(light, now: Short.now) == "j'éteigne la lumière du salon")
        #expect(french.infinitive(shutters, now: Short.now) == "ouvrir les volets de la chambre tous les jours à 7 h")
        #expect(english.infinitive(light, now: Short.now) == "turn off the lights in the Salon")
        #expect(
            french.wishes([light, shutters], now: Short.now) == "j'éteigne la lumière du salon et que j'ouvre les volets de la chambre tous les jours à 7 h")
    }

    // MARK: with a list of answers for a matcher

    /// Knows some sentences and what they mean.
    private struct Listed: CandidateFinder {
        var known: [String: [Candidate]]

        func candidates(for sentence: Sentence, in range: Range<Int>, area: String?) -> [Candidate] { known[sentence.text(of: range)] ?? [] }
    }

    private func read(_ text: String, _ known: [String: [Candidate]], question: Reading.Question? = nil) -> Reading {
        let finder = Listed(known: known)
        return SentenceReader(finder: { _ in finder }, home: { HomeModel(areas: [.init(id: "salon", name: "Salon")]) })
            .read(text, in: ReadingContext(language: .french, now: Short.now, timeZone: Short.timeZone, question: question))
    }

    private let kitchen = Candidate(intent: Intent("HassTurnOn", ["name": SlotValue("Cuisine", text: "cuisine", ids: ["light.kitchen"])]), cost: 0)
    private let garage = Candidate(intent: Intent("HassTurnOff", ["name": SlotValue("Porte", text: "porte", ids: ["lock.front"])]), cost: 0.7)

    @Test func whatIsExactIsDone() {
        guard case .orders(let orders) = read("jarvis, allume la cuisine", ["allume la cuisine": [kitchen]]) else { return #expect(Bool(false)) }
        #expect(orders.map(\.intent) == [kitchen.intent] && orders.map(\.text) == ["allume la cuisine"])
    }

    @Test func whatOpensTheHouseIsAskedWhenGuessed() {
        guard case .question(let question) = read("ouvre la poorte", ["ouvre la poorte": [garage]]) else { return #expect(Bool(false)) }
        #expect(question.choices.count == 1 && question.text.contains("déverrouille"))
    }

    @Test func theContraryOfWhatWasSaidIsNeverDone() {
        var guessed = kitchen
        guessed.cost = 0.7
        #expect(read("éteins la cuizine", ["éteins la cuizine": [guessed]]) == .none)
    }

    @Test func unknownNamesAreNamed() {
        var attic = kitchen
        attic.cost = 1.5
        attic.unknown = [UnknownName(slot: "area", text: "grenier", nearest: [])]
        #expect(read("allume le grenier", ["allume le grenier": [attic]]) == .question(.init(text: "Je ne connais pas « grenier ».")))
    }

    @Test func answersToAQuestion() {
        let lamp = Order(kitchen.intent, text: "allume la lampe du salon")
        let desk = Order(Intent("HassTurnOn", ["name": SlotValue("Bureau", ids: ["light.desk"])]), text: "allume la lampe du bureau")
        let two = Reading.Question(text: "?", choices: [.init(label: "la lampe du salon", orders: [lamp]), .init(label: "la lampe du bureau", orders: [desk])])
        let one = Reading.Question(text: "?", choices: [.init(label: "allumer la lampe", orders: [lamp])])
        #expect(read("oui", [:], question: one) == .orders([lamp]))
        #expect(read("oui", [:], question: two) == .question(two))
        #expect(read("la deuxième", [:], question: two) == .orders([desk]))
        #expect(read("celle du bureau", [:], question: two) == .orders([desk]))
        #expect(read("euh, le salon s'il te plaît", [:], question: two) == .orders([lamp]))
        #expect(read("les deux", [:], question: two) == .orders([lamp, desk]))
        #expect(read("non", [:], question: one) == .answer(isYes: false))
        #expect(read("non merci, laisse tomber", [:], question: two) == .answer(isYes: false))
        #expect(read("oui", [:]) == .none)
    }

    @Test func aPlainYesOrNo() {
        let table: [(String, Bool?)] = [
            ("oui", true), ("Oui !", true), ("ouais, vas-y", true), ("euh oui, s'il te plaît", true), ("jarvis, oui merci", true), ("d'accord, fais-le", true),
            ("oui c'est bon", true), ("yes", true), ("Sure, go ahead.", true), ("yes please, thank you", true), ("ok", true), ("non", false),
            ("non non, laisse tomber", false), ("non merci", false), ("surtout pas", false), ("annule ça", false), ("stop", false), ("no thanks", false),
            ("no, don't", false), ("never mind", false), ("cancel that", false), ("non, c'est bon", false),
            // Neither, both, or more than that.
            ("", nil), ("merci", nil), ("c'est bon", nil), ("oui non", nil), ("oui mais seulement la cuisine", nil), ("oui mais", nil), ("oui pourquoi", nil),
            ("yes but only the kitchen", nil), ("non, la cuisine", nil), ("ouvre", nil), ("oui oui oui oui oui oui oui oui oui", nil), ("presque", nil),
        ]
        for (text, answer) in table { #expect(Assent.read(Sentence(text)) == answer, "\(text)") }
    }

    /// Even where no language has templates, what was asked can be answered.
    @Test func aYesNeedsNoTemplates() {
        let reader = SentenceReader(finder: { _ in nil }, home: { HomeModel() })
        func read(_ text: String, _ unconfirmed: [Order]) -> Reading {
            reader.read(text, in: ReadingContext(language: .french, now: Short.now, timeZone: Short.timeZone, unconfirmed: unconfirmed))
        }
        let lamp = Order(kitchen.intent, text: "allume la lampe")
        #expect(read("oui", [lamp]) == .answer(isYes: true) && read("no", [lamp]) == .answer(isYes: false))
        #expect(read("oui", []) == .none && read("oui mais seulement la cuisine", [lamp]) == .none)
    }
}
