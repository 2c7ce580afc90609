import Base
import Domain
import Foundation
@testable import Skills
import Testing

struct HolidayTests {
    let skill = HolidaySkill()

    @Test func knowsTheHolidaysOfFrance() throws {
        func days(_ year: Int, _ alsace: Bool = false) -> [String] { PublicHolidays(hasAlsaceMoselle: alsace).holidays(in: year).map(\.day.description) }
        #expect(
            days(2026) == [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11",
                "2026-12-25",
            ])
        #expect(Set(days(2027, true)).subtracting(days(2027)) == ["2027-03-26", "2027-12-26"])
        // 1 May 2008 was Labour Day and Ascension at once.
        let both = PublicHolidays(hasAlsaceMoselle: false).holiday(on: try #require(CivilDay("2008-05-01")))
        #expect(both?.french == "la fête du Travail et l'Ascension")
    }

    @Test func answersInFrench() async throws {
        try await check(
            skill,
            fr([
                "c'est férié demain ?": "Non, demain n'est pas un jour férié.", "est-ce que demain est férié": "Non, demain n'est pas un jour férié.",
                "demain c'est férié": "Non, demain n'est pas un jour férié.", "est-ce férié aujourd'hui ?": "Non, aujourd'hui n'est pas un jour férié.",
                "c'est un jour férié aujourd'hui": "Non, aujourd'hui n'est pas un jour férié.",
                "est-ce que c'est férié lundi": "Non, lundi n'est pas un jour férié.",
                "le 25 décembre est férié ?": "Oui : le vendredi 25 décembre, c'est Noël.",
                "est-ce que le 8 mai est férié": "Oui : le samedi 8 mai 2027, c'est la Victoire de 1945.",
                "le 1er mai est un jour férié": "Oui : le samedi 1er mai 2027, c'est la fête du Travail.",
                "le lundi de Pâques est férié": "Oui : le lundi 29 mars 2027, c'est le lundi de Pâques.",
                "est-ce que le vendredi saint est férié": "Non, le vendredi 26 mars 2027 n'est pas un jour férié.",
                "est-ce que le 30 février est férié": "Ce jour n'existe pas dans le calendrier.",
                "quel est le prochain jour férié ?": "Le prochain jour férié est le vendredi 25 décembre, dans 34 jours : Noël.",
                "c'est quand le prochain jour férié": "Le prochain jour férié est le vendredi 25 décembre, dans 34 jours : Noël.",
                "prochain jour férié": "Le prochain jour férié est le vendredi 25 décembre, dans 34 jours : Noël.",
                "combien de jours avant le prochain jour férié": "Le prochain jour férié est le vendredi 25 décembre, dans 34 jours : Noël.",
                "quels sont les jours fériés en mai ?":
                    "4 jours fériés en mai 2027 : le 1er mai (la fête du Travail), 6 mai (l'Ascension), 8 mai (la Victoire de 1945) et 17 mai (le lundi de Pentecôte).",
                "jours fériés de novembre": "2 jours fériés en novembre 2026 : le 1er novembre (la Toussaint) et 11 novembre (l'Armistice).",
                "y a-t-il un jour férié cette semaine": "Aucun jour férié cette semaine.",
                "il reste combien de jours fériés": "Un jour férié d'ici la fin de l'année : le 25 décembre (Noël).",
                "combien de jours fériés y a-t-il en 2027": "11 jours fériés en 2027.",
                "jours fériés en juin": "Aucun jour férié en juin 2027.",
            ]))
        try await check(
            HolidaySkill(alsaceMoselle: true), fr(["est-ce que le vendredi saint est férié": "Oui : le vendredi 26 mars 2027, c'est le Vendredi saint."]))
        let christmas = House.context(now: Timestamp.parse("2026-12-25T09:00:00Z") ?? House.now)
        try await check(
            skill, fr(["c'est férié aujourd'hui": "Oui : aujourd'hui, c'est Noël.", "prochain jour férié": "C'est aujourd'hui : Noël."]), in: christmas)
        let eve = House.context(now: Timestamp.parse("2026-12-24T23:30:00Z") ?? House.now)
        try await check(skill, fr(["c'est férié aujourd'hui": "Oui : aujourd'hui, c'est Noël."]), in: eve)
    }

    @Test func answersInEnglish() async throws {
        try await check(
            skill,
            en([
                "is tomorrow a public holiday?": "No, tomorrow is not a public holiday.", "is it a public holiday today": "No, today is not a public holiday.",
                "is July 14 a holiday": "Yes: Wednesday, July 14, 2027 is Bastille Day.",
                "is Christmas a bank holiday": "Yes: Friday, December 25 is Christmas.",
                "when is the next public holiday": "The next public holiday is Friday, December 25, in 34 days: Christmas.",
                "how many days until the next holiday": "The next public holiday is Friday, December 25, in 34 days: Christmas.",
                "what are the public holidays in May":
                    "4 public holidays in May 2027: May 1 (Labour Day), May 6 (Ascension Day), May 8 (Victory Day) and May 17 (Whit Monday).",
                "how many public holidays are there in 2028": "11 public holidays in 2028.",
                "are there any holidays this month": "2 public holidays in November 2026: November 1 (All Saints' Day) and November 11 (Armistice Day).",
            ]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "férié", "les jours fériés sont trop rares", "quand sont les vacances", "je travaille les jours fériés", "is it a good day", "holiday in Spain",
                "quel jour férié préfères-tu", "what is a holiday", "demain", "le magasin est fermé les jours fériés", "book a holiday in May",
            ])
    }

    @Test func tellsFeastsOfOtherYears() async throws {
        try await check(
            DateSkill(),
            fr([
                "quand est Pâques ?": "Pâques tombe le dimanche 28 mars 2027, dans 127 jours.",
                "c'est quand Pâques": "Pâques tombe le dimanche 28 mars 2027, dans 127 jours.",
                "quand tombe Pâques en 2030": "Pâques tombe le dimanche 21 avril 2030, dans 1247 jours.",
                "quel jour tombe Noël l'année prochaine": "Noël tombe le samedi 25 décembre 2027, dans 399 jours.",
                "quand était Pâques en 2024": "Pâques tombait le dimanche 31 mars 2024, il y a 965 jours.",
                "quand tombe l'Ascension en 2027": "L'Ascension tombe le jeudi 6 mai 2027, dans 166 jours.",
            ]))
        try await check(
            DateSkill(),
            en([
                "when is Easter": "Easter is on Sunday, March 28, 2027, in 127 days.",
                "when is Easter in 2030": "Easter is on Sunday, April 21, 2030, in 1247 days.",
                "when is Thanksgiving next year": "Thanksgiving is on Thursday, November 25, 2027, in 369 days.",
            ]))
    }
}

struct ClockOrderTests {
    @Test func tellsTimeAndDate() async throws {
        func said(_ intent: String, _ language: Language) async throws -> String? {
            try await ClockOrderHandler().handle(Order(Intent(intent), text: ""), isConfirmed: false, language: language, in: House.context())?.text
        }
        #expect(try await said("HassGetCurrentTime", .french) == "Il est 14 h 05.")
        #expect(try await said("HassGetCurrentTime", .english) == "It's 2:05 PM.")
        #expect(try await said("HassGetCurrentDate", .french) == "Nous sommes le samedi 21 novembre 2026.")
        #expect(try await said("HassGetCurrentDate", .english) == "It's Saturday, November 21, 2026.")
        #expect(try await said("HassTurnOn", .english) == nil)
    }
}
