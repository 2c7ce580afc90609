import Base
import Domain
import Testing

@testable import Home

@Suite struct WordsTests {
    @Test(arguments: [
        ("Lampe du bureau", "la lampe du bureau"), ("Éclairage terrasse", "l'éclairage terrasse"), ("Volets", "les volets"), ("TV", "la TV"),
        ("Desk Lamp", "Desk Lamp"), ("La lampe", "la lampe"), ("L'entrée", "l'entrée"), ("Petite lampe", "la petite lampe"), ("Ampoule 2", "l'ampoule 2"),
        ("Humidificateur", "l'humidificateur"), ("Hotte", "la hotte"), ("Rideaux du salon", "les rideaux du salon"), ("Hall Window", "Hall Window"),
        ("Garage Door", "Garage Door"), ("", ""),
    ])
    func names(_ name: String, _ expected: String) { #expect(FrenchName(name).definite == expected) }

    @Test(arguments: [
        ("Salon", "dans le salon"), ("Cuisine", "dans la cuisine"), ("Entrée", "dans l'entrée"), ("Toilettes", "dans les toilettes"),
        ("Premier étage", "au premier étage"), ("Étage", "à l'étage"), ("Rez-de-chaussée", "au rez-de-chaussée"), ("Terrasse", "sur la terrasse"),
        ("Kitchen", "dans Kitchen"), ("Chambre des enfants", "dans la chambre des enfants"), ("WC", "dans les WC"),
    ])
    func places(_ name: String, _ expected: String) { #expect(FrenchName(name).locative == expected) }

    @Test(arguments: [("Salon", "du salon"), ("Cuisine", "de la cuisine"), ("Entrée", "de l'entrée"), ("Kitchen", nil)] as [(String, String?)])
    func ofPlaces(_ name: String, _ expected: String?) { #expect(FrenchName(name).genitive == expected) }

    @Test func numbersAreSaidAsTheyAreSpoken() {
        #expect(Measure.degrees(21.54, .french) == "21,5 degrés")
        #expect(Measure.degrees(21.54, .english) == "21.5 degrees")
        #expect(Measure.degrees(1, .french) == "1 degré")
        #expect(Measure.degrees(-0.04, .english) == "-0.04 degrees")
        #expect(Measure.with(unit: "kWh", 1.5, .french) == "1,5 kilowattheure")
        #expect(Measure.with(unit: "W", 1234.6, .french) == "1235 watts")
        #expect(Measure.with(unit: "%", 55, .french) == "55 %")
        #expect(Measure.with(unit: "%", 55, .english) == "55%")
        #expect(Measure.with(unit: "xyz", 5, .english) == "5 xyz")
        #expect(Measure.with(unit: nil, .infinity, .english) == "inf")
    }

    @Test func everyDeedAgrees() {
        #expect(Deed.on.predicate.text(.french, gender: .feminine, isPlural: true) == "sont allumées")
        #expect(Deed.off.predicate.sentence(.french) == "C'est éteint.")
        #expect(Deed.off.predicate.sentence(.english, already: true) == "It's already off.")
        #expect(Deed.temperature(20).predicate.text(.french, gender: .masculine, isPlural: true) == "sont réglés sur 20 degrés")
        #expect(Deed.light(brightness: 50, color: "blue", kelvin: nil).predicate.sentence(.french) == "C'est en bleu, à 50 %.")
        #expect(Deed.dock.predicate.text(.french, gender: .masculine, isPlural: true) == "sont à leur base")
        #expect(Deed.open.movement.text(.french, gender: .masculine, isPlural: true) == "s'ouvrent")
        #expect(Deed.open.movement.text(.english, gender: .masculine, isPlural: false) == "is opening")
    }

    @Test func lists() {
        let wording = Wording(language: .french, model: HomeModel())
        #expect(wording.list([]) == "")
        #expect(wording.list(["a"]) == "a")
        #expect(wording.list(["a", "b"]) == "a et b")
        #expect(wording.list(["a", "b", "c"], with: .or) == "a, b ou c")
        #expect(wording.list(["a", "b", "c", "d", "e", "f"]) == "a, b, c et 3 autres")
    }
}
