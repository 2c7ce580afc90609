import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct NearDuplicatesTests {
    private static let day = CivilDay(number: 20_000), nextDay = CivilDay(number: 20_001)

    private func sketch(_ text: String, _ speaker: String? = nil, _ day: CivilDay = day) -> NearDuplicates.Sketch {
        NearDuplicates.sketch(FoldedWords(text), speaker: speaker, day: day)
    }

    private func areSame(_ a: String, _ b: String, on other: CivilDay = day) -> Bool {
        var known = NearDuplicates()
        let id = Fragment.ID(high: 1, low: 1)
        known.insert(sketch(a), as: id)
        return known.find(sketch(b, nil, other)) == id
    }

    @Test(arguments: [
        ("Léa habite à Lyon", "lea habite a lyon !"), ("j'ai croisé Paul au marché", "euh j'ai croisé Paul au marché hein"),
        ("j'ai croisé Paul au marché", "au fait j'ai croisé Paul au marché"), ("j'ai croisé Paul au marché", "tu sais j'ai croisé Paul au marché"),
        ("j'ai croisé Paul au marché", "bon ben j'ai croisé Paul au marché"), ("à midi j'ai croisé Paul", "bon ben à midi j'ai croisé Paul"),
        ("ferme la porte s'il te plaît", "ferme la porte"), ("the plumber comes tomorrow", "well, the plumber comes tomorrow please"),
        (long, long + " encore"), (long, "euh " + long),
    ])
    func findsTheSameInOtherSpelling(_ a: String, _ b: String) { #expect(areSame(a, b)) }

    @Test(arguments: [
        ("le code est 4512", "le code est 4513"), ("Léa aime Paul", "Paul aime Léa"), ("j'aime le thé", "j'aime pas le thé"), ("Léa est là", "Zoé est là"),
        ("je viens lundi", "je viens mardi"), ("tu as peur de moi", "j'ai peur de toi"), ("il a deux chats", "il a trois chats"),
        (long, long.replacingOccurrences(of: "on a", with: "on n'a pas")), (long, long.replacingOccurrences(of: "Karim", with: "Bruno")),
        (long, long.replacingOccurrences(of: "mercredi", with: "jeudi")), (long, long.replacingOccurrences(of: "12", with: "13")),
        (long, long.replacingOccurrences(of: "août", with: "juillet")),
    ])
    func keepsApartWhatIsNotTheSame(_ a: String, _ b: String) { #expect(!areSame(a, b)) }

    private static let long = """
        hier on a longtemps parlé avec Karim des travaux de la salle de bain, du carrelage gris qu'il faudrait commander avant mercredi, du plombier qui passe \
        à 12 heures, et puis des vacances en août dans la maison près du lac avec les enfants de la voisine et leur grand chien noir qui aboie la nuit
        """

    @Test func tomorrowIsAnotherDayTomorrow() {
        #expect(areSame("je vois le dentiste demain", "je vois le dentiste demain"))
        #expect(!areSame("je vois le dentiste demain", "je vois le dentiste demain", on: Self.nextDay))
        #expect(areSame("j'aime le chocolat noir", "j'aime le chocolat noir", on: Self.nextDay))
    }

    @Test func twoPeopleAreNotOne() {
        var known = NearDuplicates()
        known.insert(sketch("j'aime le thé", "Léa"), as: Fragment.ID(high: 1, low: 1))
        #expect(known.find(sketch("j'aime le thé", "Paul")) == nil)
    }

    @Test func whatIsGoneIsFoundNoMore() {
        var known = NearDuplicates()
        let sketch = sketch("j'aime le thé")
        known.insert(sketch, as: Fragment.ID(high: 1, low: 1))
        known.remove(Fragment.ID(high: 1, low: 1))
        #expect(known.find(sketch) == nil)
        known.insert(sketch, as: Fragment.ID(high: 2, low: 1))
        #expect(known.find(sketch) == Fragment.ID(high: 2, low: 1))
    }

    @Test func nothingIsLikeNothing() {
        #expect(sketch("").isEmpty)
        #expect(sketch("euh… !").isEmpty)
        var known = NearDuplicates()
        known.insert(sketch(""), as: Fragment.ID(high: 1, low: 1))
        #expect(known.find(sketch("")) == nil)
    }
}
