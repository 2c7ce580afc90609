import Base
import Domain
import Foundation
import Testing

@testable import Memory

/// One thing that was said, as it was read.
struct Said: Sendable {
    var text: String
    var subject: String
    var relation: String
    var value: String
    var isNegated = false
    var change = Statement.Change.holds
    var from: String?
    var until: String?
    var day: String
    var speaker: String?
    var isShared = false
    var certainty = 1.0
    var source = Fragment.Source.rule

    init(
        _ text: String, _ subject: String, _ relation: String, _ value: String, not isNegated: Bool = false, _ change: Statement.Change = .holds,
        from: String? = nil, until: String? = nil, on day: String = "2026-05-03", by speaker: String? = nil, shared: Bool = false, certainty: Double = 1,
        source: Fragment.Source = .rule
    ) {
        (self.text, self.subject, self.relation, self.value, self.isNegated, self.change) = (text, subject, relation, value, isNegated, change)
        (self.from, self.until, self.day, self.speaker, self.isShared, self.certainty) = (from, until, day, speaker, shared, certainty)
        self.source = source
    }
}

/// What was said, what is asked, and what is answered.
struct Dialogue: Sendable, CustomTestStringConvertible {
    var said: [Said]
    var question: FactQuestion
    var answer: String?
    var language: Language

    init(_ language: Language, _ said: [Said], ask question: FactQuestion, _ answer: String?) {
        (self.language, self.said, self.question, self.answer) = (language, said, question, answer)
    }

    var testDescription: String { said.map(\.text).joined(separator: ". ") + " → " + (answer ?? "–") }

    func scene() -> FactScene {
        var scene = FactScene(language: language)
        for said in said {
            scene.tell(
                said.text, .init(said.subject), said.relation, said.value, not: said.isNegated, said.change, from: said.from, until: said.until, on: said.day,
                by: said.speaker, shared: said.isShared, certainty: said.certainty, source: said.source)
        }
        return scene
    }
}

extension FactQuestion {
    static func ask(
        _ subject: String?, _ relation: String?, _ wanted: Wanted = .value, at: (String, String)? = nil, before: Bool = false, value: String? = nil
    ) -> FactQuestion {
        FactQuestion(
            subject: subject.map { .init($0) }, relation: relation.map(FactBook.relation), wanted: wanted,
            at: at.map { DateInterval(start: FactScene.date($0.0), end: FactScene.date($0.1)) }, wantsHistory: before, value: value)
    }
}

/// What is answered, word for word. It is Saturday, 21 November 2026, and Zoé asks.
@Suite struct FactAnswerTests {
    @Test(arguments: french + french2) func frenchAnswers(_ dialogue: Dialogue) { check(dialogue) }
    @Test(arguments: english) func englishAnswers(_ dialogue: Dialogue) { check(dialogue) }

    private func check(_ dialogue: Dialogue) {
        let scene = dialogue.scene()
        let answer = FactAnswer.to(dialogue.question, in: scene.book, language: dialogue.language, now: scene.now, timeZone: FactScene.timeZone)
        #expect(answer?.text == dialogue.answer)
        #expect(answer?.facts.allSatisfy { scene.book.fragments[$0] != nil } ?? true)
    }

    static let lyon = Said("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-03-02")
    static let nantes = Said("Léa a déménagé à Nantes", "Léa", "lives_in", "Nantes", .begins, from: "2026-05-01", on: "2026-05-12")
    static let code = Said("le code du portail est 4512", "le portail", "code", "4512", on: "2026-01-04")

    private static let french: [Dialogue] = [
        // what
        .init(.french, [lyon], ask: .ask("Léa", "lives_in"), "Léa habite à Lyon."),
        .init(.french, [Said("j'habite à Lyon", "moi", "lives_in", "Lyon")], ask: .ask("moi", "lives_in"), "Tu habites à Lyon."),
        .init(.french, [Said("on habite en Bretagne", "nous", "lives_in", "Bretagne")], ask: .ask("nous", "lives_in"), "Vous habitez en Bretagne."),
        .init(
            .french, [Said("Léa habite chez ses parents", "Léa", "lives_in", "chez ses parents")], ask: .ask("Léa", "lives_in"), "Léa habite chez ses parents."),
        .init(
            .french, [Said("j'habite chez mes parents", "moi", "lives_in", "chez mes parents")], ask: .ask("moi", "lives_in"), "Tu habites chez tes parents."),
        .init(
            .french, [Said("Léa est allergique aux arachides", "Léa", "allergic_to", "arachides")], ask: .ask("Léa", "allergic_to"),
            "Léa est allergique aux arachides."),
        .init(
            .french, [Said("je suis allergique au lait", "moi", "allergic_to", "lait")], ask: .ask("moi", "allergic_to"), "Tu es allergique au lait."),
        .init(
            .french,
            [
                Said("Léa est allergique aux arachides", "Léa", "allergic_to", "arachides"),
                Said("Léa est allergique à la pénicilline", "Léa", "allergic_to", "pénicilline", on: "2026-06-01"),
            ], ask: .ask("Léa", "allergic_to"), "Léa est allergique aux arachides et à la pénicilline."),
        .init(
            .french, [Said("les enfants sont allergiques aux chats", "les enfants", "allergic_to", "chats")], ask: .ask("les enfants", "allergic_to"),
            "Les enfants sont allergiques aux chats."),
        .init(.french, [Said("j'aime le thé", "moi", "likes", "thé")], ask: .ask("moi", "likes"), "Tu aimes le thé."),
        .init(.french, [Said("j'aime pas le thé", "moi", "likes", "thé", not: true)], ask: .ask("moi", "likes"), "Tu n'aimes pas le thé."),
        .init(.french, [Said("Léa déteste les épinards", "Léa", "dislikes", "épinards")], ask: .ask("Léa", "dislikes"), "Léa déteste les épinards."),
        .init(
            .french, [Said("Léa n'aime pas les épinards", "Léa", "likes", "épinards", not: true)], ask: .ask("Léa", "dislikes"), "Léa n'aime pas les épinards."),
        .init(.french, [code], ask: .ask("le portail", "code"), "Le code du portail est 4512."),
        .init(
            .french, [Said("le code de l'immeuble c'est 88A", "l'immeuble", "code", "88A")], ask: .ask("l'immeuble", "code"), "Le code de l'immeuble est 88A."),
        .init(
            .french, [Said("mon anniversaire c'est le 12 juin", "moi", "birthday", "12 juin")], ask: .ask("moi", "birthday"), "Ton anniversaire est le 12 juin."
        ),
        .init(
            .french, [Said("l'anniversaire d'Emma est le 1er mai", "Emma", "birthday", "1er mai")], ask: .ask("Emma", "birthday"),
            "L'anniversaire d'Emma est le 1er mai."),
        .init(
            .french, [Said("ma couleur préférée c'est le bleu", "moi", "couleur preferee", "le bleu")], ask: .ask("moi", "couleur preferee"),
            "Ta couleur préférée est le bleu."),
        .init(
            .french, [Said("le loyer est de 850 euros", "nous", "loyer", "850 euros")], ask: .ask("nous", "loyer"), "Le loyer est de 850 euros."),
        .init(.french, [Said("notre loyer est de 850 euros", "nous", "loyer", "850 euros")], ask: .ask("nous", "loyer"), "Votre loyer est de 850 euros."),
        .init(
            .french, [Said("les clés de la cave sont dans le tiroir", "les clés de la cave", "located_at", "dans le tiroir")],
            ask: .ask("les clés de la cave", "located_at"), "Les clés de la cave sont dans le tiroir."),
        .init(.french, [Said("Léa est infirmière", "Léa", "works_as", "infirmière")], ask: .ask("Léa", "works_as"), "Léa est infirmière."),
        .init(.french, [Said("Paul bosse chez Airbus", "Paul", "works_at", "Airbus")], ask: .ask("Paul", "works_at"), "Paul travaille chez Airbus."),
        .init(.french, [Said("je fais du tennis", "moi", "does", "tennis")], ask: .ask("moi", "does"), "Tu fais du tennis."),
        .init(.french, [Said("Léa ne mange pas de viande", "Léa", "eats", "pas de viande")], ask: .ask("Léa", "eats"), "Léa ne mange pas de viande."),
        .init(.french, [Said("Léa a peur des araignées", "Léa", "fears", "araignées")], ask: .ask("Léa", "fears"), "Léa a peur des araignées."),
        .init(.french, [Said("on a un chien", "nous", "has", "chien")], ask: .ask("nous", "has"), "Vous avez un chien."),
        .init(.french, [Said("ma pointure c'est du 38", "moi", "shoe_size", "38")], ask: .ask("moi", "shoe_size"), "Tu chausses du 38."),
        .init(.french, [Said("Léa a 12 ans", "Léa", "age", "12 ans")], ask: .ask("Léa", "age"), "Léa a 12 ans."),
        .init(.french, [Said("j'adore mon vélo", "moi", "likes", "mon vélo")], ask: .ask("moi", "likes"), "Tu aimes ton vélo."),
        .init(.french, [], ask: .ask("Léa", "lives_in"), nil),
        .init(.french, [lyon], ask: .ask("Léa", "works_at"), nil),
        // who
        .init(.french, [Said("ma sœur s'appelle Julie", "sister: ma sœur", "name", "Julie")], ask: .ask("moi", "sister"), "Ta sœur s'appelle Julie."),
        .init(.french, [Said("ma copine s'appelle Anna", "moi", "partner", "Anna")], ask: .ask("moi", "partner"), "Ta copine s'appelle Anna."),
        .init(
            .french, [Said("la mère de Léa s'appelle Anne", "Léa", "mother", "Anne")], ask: .ask("Léa", "mother"), "La mère de Léa s'appelle Anne."),
        .init(
            .french, [Said("j'ai une fille, Emma", "moi", "daughter", "Emma"), Said("j'ai un fils, Hugo", "moi", "son", "Hugo", on: "2026-06-01")],
            ask: .ask("moi", "child", .count), "Tu as 2 enfants : Emma et Hugo."),
        .init(.french, [Said("Paul a deux enfants", "Paul", "child", "deux enfants")], ask: .ask("Paul", "child", .count), "Paul a deux enfants."),
        .init(
            .french, [Said("ma sœur s'appelle Julie", "moi", "sister", "Julie"), Said("ma sœur habite à Brest", "sister: ma sœur", "lives_in", "Brest")],
            ask: .ask("Julie", "lives_in"), "Julie habite à Brest."),
        .init(
            .french,
            [
                Said("ma sœur habite à Brest", "sister: ma sœur", "lives_in", "Brest"),
                Said("ma sœur s'appelle Julie", "moi", "sister", "Julie", on: "2026-06-01"),
            ],
            ask: .ask("Julie", "lives_in"), "Julie habite à Brest."),
        .init(
            .french,
            [Said("Julie habite à Brest", "Julie", "lives_in", "Brest"), Said("ma sœur s'appelle Julie", "moi", "sister", "Julie", on: "2026-06-01")],
            ask: .ask("sister: ma sœur", "lives_in"), "Ta sœur habite à Brest."),
        .init(
            .french, [Said("Léa est allergique aux arachides", "Léa", "allergic_to", "arachides")], ask: .ask(nil, "allergic_to", .subjects(value: "arachide")),
            "Léa est allergique aux arachides."),
        .init(
            .french,
            [
                Said("je suis allergique aux arachides", "moi", "allergic_to", "arachides"),
                Said("Léa est allergique à l'arachide", "Léa", "allergic_to", "arachide"), Said("Paul aussi", "Paul", "allergic_to", "arachides"),
            ], ask: .ask(nil, "allergic_to", .subjects(value: "aux arachides")), "Léa, Paul et toi."),
        .init(.french, [lyon, nantes], ask: .ask(nil, "lives_in", .subjects(value: "Lyon")), nil),
        .init(.french, [lyon, nantes], ask: .ask(nil, "lives_in", .subjects(value: "Lyon"), before: true), "Léa habitait à Lyon."),
    ]

    private static let french2: [Dialogue] = [
        // whether
        .init(.french, [lyon], ask: .ask("Léa", "lives_in", .whether(value: "Lyon")), "Oui, Léa habite à Lyon."),
        .init(.french, [lyon], ask: .ask("Léa", "lives_in", .whether(value: "Nantes")), "Non, Léa habite à Lyon."),
        .init(
            .french, [lyon, nantes], ask: .ask("Léa", "lives_in", .whether(value: "Lyon")),
            "Non, plus maintenant : Léa habitait à Lyon (jusqu'en mai 2026), et maintenant Léa habite à Nantes."),
        .init(
            .french, [Said("j'aime pas le thé", "moi", "likes", "thé", not: true)], ask: .ask("moi", "likes", .whether(value: "le thé")),
            "Non, tu n'aimes pas le thé."),
        .init(.french, [Said("je déteste le thé", "moi", "dislikes", "thé")], ask: .ask("moi", "likes", .whether(value: "thé")), "Non, tu détestes le thé."),
        .init(.french, [Said("j'aime le café", "moi", "likes", "café")], ask: .ask("moi", "likes", .whether(value: "thé")), nil),
        .init(
            .french, [Said("je fais du tennis", "moi", "does", "tennis"), Said("j'ai arrêté le tennis", "moi", "does", "tennis", .ends, on: "2026-09-01")],
            ask: .ask("moi", "does", .whether(value: "tennis")), "Non, plus maintenant : tu faisais du tennis."),
        // history and times
        .init(.french, [lyon, nantes], ask: .ask("Léa", "lives_in"), "Léa habite à Nantes."),
        .init(.french, [lyon, nantes], ask: .ask("Léa", "lives_in", before: true), "Avant, Léa habitait à Lyon (jusqu'en mai 2026)."),
        .init(
            .french, [lyon, nantes], ask: .ask("Léa", "lives_in", at: ("2026-04-01", "2026-05-01")), "En avril 2026, Léa habitait à Lyon."),
        .init(
            .french, [lyon, nantes], ask: .ask("Léa", "lives_in", at: ("2026-01-01", "2026-12-31")),
            "Entre le 1er janvier et le 30 décembre, Léa habite à Lyon, puis à Nantes."),
        .init(
            .french, [Said("en 2015 Léa habitait à Paris", "Léa", "lives_in", "Paris", .was, from: "2015-01-01", until: "2016-01-01"), lyon],
            ask: .ask("Léa", "lives_in", at: ("2015-01-01", "2016-01-01")), "En 2015, Léa habitait à Paris."),
        .init(
            .french, [lyon, Said("en 2015 Léa habitait à Paris", "Léa", "lives_in", "Paris", .was, from: "2015-01-01", until: "2016-01-01")],
            ask: .ask("Léa", "lives_in"), "Léa habite à Lyon."),
        .init(
            .french, [code, Said("maintenant le code est 7788", "le portail", "code", "7788", .begins, on: "2026-09-10")],
            ask: .ask("le portail", "code", before: true), "Avant, le code du portail était 4512 (jusqu'au 10 septembre)."),
        .init(
            .french, [code, Said("non, en fait c'est 4513", "le portail", "code", "4513", .corrects, on: "2026-01-04")], ask: .ask("le portail", "code"),
            "Le code du portail est 4513."),
        .init(
            .french, [code, Said("non, en fait c'est 4513", "le portail", "code", "4513", .corrects, on: "2026-01-04")],
            ask: .ask("le portail", "code", before: true), nil),
        .init(
            .french, [lyon, Said("Léa n'habite plus à Lyon", "Léa", "lives_in", "Lyon", .ends, on: "2026-06-01")], ask: .ask("Léa", "lives_in"),
            "Plus maintenant, à ma connaissance : avant, Léa habitait à Lyon."),
        .init(.french, [lyon, nantes], ask: .ask("Léa", "lives_in", .since), "Léa habite à Nantes depuis mai 2026."),
        .init(
            .french, [lyon], ask: .ask("Léa", "lives_in", .since), "Léa habite à Lyon, mais je ne sais pas depuis quand ; tu me l'as dit le 2 mars."),
        .init(.french, [lyon, nantes], ask: .ask("Léa", "lives_in", .until, value: "Lyon"), "Léa habitait à Lyon jusqu'en mai 2026."),
        .init(
            .french, [Said("Paul travaille chez Airbus depuis 2015", "Paul", "works_at", "Airbus", from: "2015-01-01")],
            ask: .ask("Paul", "works_at", .since), "Paul travaille chez Airbus depuis 2015."),
        .init(
            .french, [lyon, Said("Léa habitera à Nantes à partir de décembre", "Léa", "lives_in", "Nantes", from: "2026-12-01", on: "2026-11-02")],
            ask: .ask("Léa", "lives_in"), "Léa habite à Lyon."),
        .init(
            .french, [lyon, Said("Léa habitera à Nantes à partir de décembre", "Léa", "lives_in", "Nantes", from: "2026-12-01", on: "2026-11-02")],
            ask: .ask("Léa", "lives_in", .when, value: "Nantes"), "Léa habite à Nantes à partir de décembre 2026."),
        .init(
            .french, [Said("mon anniversaire c'est le 12 juin", "moi", "birthday", "12 juin")], ask: .ask("moi", "birthday", .when),
            "Ton anniversaire est le 12 juin."),
        .init(
            .french, [Said("on a deux enfants, Léo et Emma", "nous", "child", "Hugo"), Said("on a deux enfants, Léo et Emma", "nous", "child", "Emma")],
            ask: .ask("moi", "child", .count), "Vous avez 2 enfants : Hugo et Emma."),
        .init(
            .french, [Said("le code du portail est 4512", "le portail", "code", "4512")], ask: .ask("le portail", "code", .source), "Tu me l'as dit le 3 mai."),
        .init(
            .french, [Said("le code du portail est 4512", "portail", "code", "4512")], ask: .ask("portail", "code"), "Le code du portail est 4512."),
        .init(
            .french, [Said("j'ai arrêté de fumer", "moi", "habit", "fumer", .ends)], ask: .ask("moi", "habit", .whether(value: "fumer")),
            "Non, plus maintenant : tu as arrêté de fumer."),
        // provenance
        .init(.french, [lyon], ask: .ask("Léa", "lives_in", .source), "Tu me l'as dit le 2 mars."),
        .init(
            .french, [Said("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-11-17")], ask: .ask("Léa", "lives_in", .source),
            "Tu me l'as dit mardi dernier."),
        .init(.french, [Said("Léa habite à Lyon", "Léa", "lives_in", "Lyon", on: "2026-11-20")], ask: .ask("Léa", "lives_in", .source), "Tu me l'as dit hier."),
        .init(
            .french, [Said("Léa habite à Lyon", "Léa", "lives_in", "Lyon", by: "Léo", shared: true)], ask: .ask("Léa", "lives_in", .source),
            "Léo l'a dit le 3 mai."),
        .init(.french, [lyon], ask: .ask("Léa", "lives_in", .learned), "Depuis le 2 mars : tu me l'as dit."),
        // doubt
        .init(
            .french, [Said("je crois que Léa habite à Lyon", "Léa", "lives_in", "Lyon", certainty: 0.5)], ask: .ask("Léa", "lives_in"),
            "Je crois que Léa habite à Lyon."),
        .init(
            .french, [Said("Emma habite peut-être à Lyon", "Emma", "lives_in", "Lyon", certainty: 0.4)], ask: .ask("Emma", "lives_in", .whether(value: "Lyon")),
            "Oui, je crois qu'Emma habite à Lyon."),
        .init(
            .french,
            [
                Said("l'anniversaire de Léa est le 12 juin", "Léa", "birthday", "12 juin", by: "Léo", shared: true),
                Said("l'anniversaire de Léa est le 13 juin", "Léa", "birthday", "13 juin", on: "2026-06-01", shared: true),
            ], ask: .ask("Léa", "birthday"), "Je crois que l'anniversaire de Léa est le 13 juin, mais Léo m'a dit 12 juin."),
        // people and things
        .init(
            .french,
            [
                Said("Paul mon voisin habite à Lyon", "Paul, neighbour: Paul mon voisin", "lives_in", "Lyon"),
                Said("Paul mon frère habite à Nantes", "Paul, brother: Paul mon frère", "lives_in", "Nantes"),
            ],
            ask: .ask("Paul", "lives_in"), "Paul, ton voisin, habite à Lyon. Paul, ton frère, habite à Nantes."),
        .init(
            .french,
            [
                Said("Paul mon voisin habite à Lyon", "Paul, neighbour: Paul mon voisin", "lives_in", "Lyon"),
                Said("Paul mon frère habite à Nantes", "Paul, brother: Paul mon frère", "lives_in", "Nantes"),
            ],
            ask: .ask("brother: mon frère", "lives_in"), "Ton frère habite à Nantes."),
        .init(
            .french, [Said("ma voiture est garée rue Pasteur", "ma voiture", "located_at", "garée rue Pasteur")], ask: .ask("la voiture", "located_at"),
            "La voiture est garée rue Pasteur."),
        .init(
            .french, [Said("ma voiture est rue Pasteur", "ma voiture", "located_at", "rue Pasteur", by: "Léo", shared: true)],
            ask: .ask(nil, "located_at", .subjects(value: "rue Pasteur")), "La voiture de Léo est rue Pasteur."),
        .init(
            .french, [Said("j'habite à Lyon", "moi", "lives_in", "Lyon", by: "Léo", shared: true)], ask: .ask("Léo", "lives_in"), "Léo habite à Lyon."),
        .init(.french, [Said("j'habite à Lyon", "moi", "lives_in", "Lyon", by: "Léo", shared: true)], ask: .ask("moi", "lives_in"), nil),
        // everything
        .init(
            .french,
            [
                lyon, Said("Léa est allergique aux arachides", "Léa", "allergic_to", "arachides"), Said("Léa aime le thé", "Léa", "likes", "thé"),
                Said("l'anniversaire de Léa est le 12 juin", "Léa", "birthday", "12 juin"),
            ], ask: .ask("Léa", nil, .everything),
            "Léa est allergique aux arachides, habite à Lyon, aime le thé et son anniversaire est le 12 juin."),
        .init(
            .french, [Said("ma sœur s'appelle Julie", "moi", "sister", "Julie"), Said("Julie habite à Brest", "Julie", "lives_in", "Brest")],
            ask: .ask("Julie", nil, .everything), "Julie est ta sœur et habite à Brest."),
        .init(
            .french, (1...20).map { Said("Léa aime le plat\($0)", "Léa", "likes", "plat\($0)") }, ask: .ask("Léa", nil, .everything),
            "Léa aime le plat1, le plat2, le plat3, le plat4, le plat5, le plat6, le plat7 et le plat8, et 12 autres choses."),
    ]

    private static let english: [Dialogue] = [
        .init(.english, [Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon")], ask: .ask("Lea", "lives_in"), "Lea lives in Lyon."),
        .init(.english, [Said("I live in Lyon", "me", "lives_in", "Lyon")], ask: .ask("me", "lives_in"), "You live in Lyon."),
        .init(.english, [Said("I live with my parents", "me", "lives_with", "my parents")], ask: .ask("me", "lives_with"), "You live with your parents."),
        .init(.english, [Said("Lea is allergic to peanuts", "Lea", "allergic_to", "peanuts")], ask: .ask("Lea", "allergic_to"), "Lea is allergic to peanuts."),
        .init(.english, [Said("I don't like tea", "me", "likes", "tea", not: true)], ask: .ask("me", "likes"), "You don't like tea."),
        .init(.english, [Said("Lea likes tea", "Lea", "likes", "tea")], ask: .ask("Lea", "likes", .whether(value: "tea")), "Yes, Lea likes tea."),
        .init(.english, [Said("Lea is a nurse", "Lea", "works_as", "nurse")], ask: .ask("Lea", "works_as"), "Lea is a nurse."),
        .init(.english, [Said("Paul works at Airbus", "Paul", "works_at", "Airbus")], ask: .ask("Paul", "works_at"), "Paul works at Airbus."),
        .init(.english, [Said("the code of the gate is 4512", "the gate", "code", "4512")], ask: .ask("the gate", "code"), "The gate's code is 4512."),
        .init(.english, [Said("the gate code is 4512", "gate", "code", "4512")], ask: .ask("gate", "code"), "The gate's code is 4512."),
        .init(.english, [Said("my birthday is June 12", "me", "birthday", "June 12")], ask: .ask("me", "birthday"), "Your birthday is June 12."),
        .init(
            .english, [Said("my favourite colour is blue", "me", "favourite colour", "blue")], ask: .ask("me", "favourite colour"),
            "Your favourite colour is blue."),
        .init(
            .english, [Said("the keys are in the drawer", "the keys", "located_at", "in the drawer")], ask: .ask("the keys", "located_at"),
            "The keys are in the drawer."),
        .init(.english, [Said("my sister is called Julie", "me", "sister", "Julie")], ask: .ask("me", "sister"), "Your sister is Julie."),
        .init(
            .english, [Said("my sister is called Julie", "me", "sister", "Julie"), Said("Julie lives in Brest", "Julie", "lives_in", "Brest")],
            ask: .ask("sister: my sister", "lives_in"), "Your sister lives in Brest."),
        .init(
            .english,
            [
                Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon"),
                Said("Lea moved to Nantes", "Lea", "lives_in", "Nantes", .begins, from: "2026-06-01", on: "2026-06-12"),
            ],
            ask: .ask("Lea", "lives_in", before: true), "Before, Lea lived in Lyon (until June 2026)."),
        .init(
            .english,
            [
                Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon"),
                Said("Lea moved to Nantes", "Lea", "lives_in", "Nantes", .begins, from: "2026-06-01", on: "2026-06-12"),
            ],
            ask: .ask("Lea", "lives_in", .since), "Lea lives in Nantes, since June 2026."),
        .init(
            .english,
            [
                Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon"),
                Said("Lea moved to Nantes", "Lea", "lives_in", "Nantes", .begins, from: "2026-06-01", on: "2026-06-12"),
            ],
            ask: .ask("Lea", "lives_in", .whether(value: "Lyon")), "No, not any more: Lea lived in Lyon (until June 2026), and now Lea lives in Nantes."),
        .init(
            .english, [Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon", on: "2026-11-17")], ask: .ask("Lea", "lives_in", .source),
            "You told me last Tuesday."),
        .init(
            .english, [Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon", by: "Léo", shared: true)], ask: .ask("Lea", "lives_in", .source),
            "Léo said so on May 3."),
        .init(
            .english, [Said("I think Lea lives in Lyon", "Lea", "lives_in", "Lyon", certainty: 0.5)], ask: .ask("Lea", "lives_in"), "I think Lea lives in Lyon."
        ),
        .init(
            .english, [Said("Lea likes tea", "Lea", "likes", "tea"), Said("Paul likes tea", "Paul", "likes", "tea"), Said("I like tea", "me", "likes", "tea")],
            ask: .ask(nil, "likes", .subjects(value: "tea")), "Lea, Paul and you."),
        .init(
            .english, [Said("I have a daughter, Emma", "me", "daughter", "Emma"), Said("I have a son, Hugo", "me", "son", "Hugo", on: "2026-06-01")],
            ask: .ask("me", "child", .count), "You have 2 children: Emma and Hugo."),
        .init(
            .english,
            [Said("I play the guitar", "me", "plays", "guitar"), Said("I stopped playing the guitar", "me", "plays", "guitar", .ends, on: "2026-09-01")],
            ask: .ask("me", "plays", .whether(value: "guitar")), "No, not any more: you played the guitar."),
        .init(
            .english, [Said("my car is at the garage", "my car", "located_at", "at the garage")], ask: .ask("my car", "located_at"),
            "Your car is at the garage."),
        .init(
            .english, [Said("Lea lives in Lyon", "Lea", "lives_in", "Lyon"), Said("Lea is allergic to peanuts", "Lea", "allergic_to", "peanuts")],
            ask: .ask("Lea", nil, .everything), "Lea is allergic to peanuts and lives in Lyon."),
    ]
}
