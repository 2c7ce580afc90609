import Base
import Foundation
@testable import Skills
import Testing

struct TimeSkillTests {
    let skill = TimeSkill()

    @Test func tellsTheTimeInFrench() async throws {
        let here = "Il est 14 h 05."
        try await check(
            skill,
            fr([
                "quelle heure est-il": here, "Quelle heure est-il ?": here, "quelle heure est il": here, "QUELLE HEURE EST-IL ?!": here,
                "il est quelle heure": here,
                "il est quelle heure là ?": here, "quelle heure il est": here, "Jarvis, quelle heure est-il s'il te plaît ?": here, "dis-moi l'heure": here,
                "donne moi lheure stp": here, "est-ce que tu peux me dire quelle heure il est ?": here, "tu peux me dire l'heure qu'il est": here,
                "quelle heure": here,
                "t'as l'heure ?": here, "vous avez l'heure s'il vous plaît": here, "c'est quoi l'heure": here,
                "hey jarvis quelle heure est-il maintenant": here,
                "bonjour Jarvis, il est quelle heure ?": here, "peux-tu me donner l'heure": here, "sais-tu quelle heure il est": here,
                "quelle heure est-il exactement ?": here,
            ]))
    }

    @Test func tellsTheTimeInEnglish() async throws {
        let here = "It's 2:05 PM."
        try await check(
            skill,
            en([
                "what time is it": here, "What time is it?": here, "what's the time": here, "whats the time please": here,
                "hey jarvis, what time is it right now?": here,
                "can you tell me the time": here, "tell me the time": here, "do you have the time?": here, "what is the current time": here,
                "could you tell me what time it is": here,
            ]))
    }

    @Test func tellsTheTimeElsewhere() async throws {
        try await check(
            skill,
            fr([
                "quelle heure est-il à Tokyo ?": "Il est 22 h 05 à Tokyo.", "quelle heure est il a tokyo": "Il est 22 h 05 à Tokyo.",
                "il est quelle heure à New York": "Il est 8 h 05 à New York.",
                "quelle heure est-il au Québec": "Il est 8 h 05 au Québec.", "quelle heure est-il en Inde": "Il est 18 h 35 en Inde.",
                "l'heure à Londres": "Il est 13 h 05 à Londres.",
                "quelle heure est-il à l'île Maurice": "Il est 17 h 05 à l'île Maurice.", "quelle heure est-il au Caire": "Il est 15 h 05 au Caire.",
                "quelle heure est-il en Nouvelle-Zélande ?": "Il est 2 h 05 en Nouvelle-Zélande, demain.",
                "à Tokyo il est quelle heure ?": "Il est 22 h 05 à Tokyo.",
                "quelle heure est-il en Côte d'Ivoire": "Il est 13 h 05 en Côte d'Ivoire.", "quelle heure est-il à sao paulo": "Il est 10 h 05 à São Paulo.",
                "quelle heure fait-il à La Réunion": "Il est 17 h 05 à La Réunion.",
                "quelle heure est-il au Canada": "Cela dépend de l'endroit au Canada : il est 8 h 05 à Toronto, 6 h 05 à Calgary et 5 h 05 à Vancouver.",
                "quelle heure est-il à Trifouillis":
                    "Je ne connais pas l'heure de ce lieu : « Trifouillis ». Dis-moi une grande ville ou un pays, par exemple « quelle heure est-il à Montréal ».",
                "quelle heure sera-t-il dans deux heures et demie": "Il sera 16 h 35.",
            ]))
        try await check(
            skill,
            en([
                "what time is it in London": "It's 1:05 PM in London.", "what time is it in the United Kingdom?": "It's 1:05 PM in the United Kingdom.",
                "what's the time in New York": "It's 8:05 AM in New York.",
                "current time in India": "It's 6:35 PM in India.", "time in Tokyo": "It's 10:05 PM in Tokyo.",
            ]))
    }

    @Test func tellsTimeDifferences() async throws {
        try await check(
            skill,
            fr([
                "quel décalage horaire avec Tokyo": "À Tokyo, il est 8 heures de plus qu'ici : 22 h 05.",
                "quel est le décalage horaire avec New York ?": "À New York, il est 6 heures de moins qu'ici : 8 h 05.",
                "combien d'heures de décalage avec l'Inde": "En Inde, il est 4 heures et 30 minutes de plus qu'ici : 18 h 35.",
                "quel décalage avec Bruxelles": "À Bruxelles, il est la même heure qu'ici.",
                "quel est le décalage horaire entre Paris et Tokyo": "À Tokyo, il est 8 heures de plus qu'à Paris : 22 h 05.",
            ]))
        try await check(
            skill,
            en([
                "what's the time difference with Tokyo?": "In Tokyo it's 8 hours ahead of here: 10:05 PM.",
                "what is the time difference between London and New York": "In New York it's 5 hours behind London: 8:05 AM.",
            ]))
    }

    @Test func saysMidnightAndNoon() async throws {
        let noon = try #require(Timestamp.parse("2026-11-21T11:00:00Z")), midnight = try #require(Timestamp.parse("2026-11-20T23:00:00Z"))
        try await check(skill, fr(["quelle heure est-il": "Il est midi."]), in: House.context(now: noon))
        try await check(skill, fr(["quelle heure est-il": "Il est minuit."]), in: House.context(now: midnight))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "il est temps de partir", "c'est l'heure", "raconte-moi l'histoire du temps", "à quelle heure ouvre la boulangerie", "l'heure du thé",
                "quelle heure de départ", "",
                "rappelle-moi à 9 heures", "quelle belle heure", "it's time to go", "what time does the train leave", "time flies",
                "quel temps fait-il à Paris", "what is time",
                "il est quelle heure dans la cuisine de ta mère", "quelle heure est-il selon toi", "???", "🕐", "l'heure est grave",
                "what's the time in your opinion", "how long is the movie",
            ])
    }

    @Test func placesAreReal() {
        #expect(Places.all.count >= 250)
        for zone in Places.all.zones { #expect(TimeZone(identifier: zone) != nil, "\(zone)") }
        #expect(Places.all.place(named: "quebec")?.french == "au Québec")
        #expect(Places.all.place(named: "netherlands")?.english == "the Netherlands")
    }
}

struct DateSkillTests {
    let skill = DateSkill()

    @Test func tellsTheDate() async throws {
        let today = "Nous sommes le samedi 21 novembre 2026."
        try await check(
            skill,
            fr([
                "quel jour sommes-nous": today, "quel jour sommes nous ?": today, "on est le combien": today, "on est le combien aujourd'hui ?": today,
                "quel jour on est": today,
                "quelle est la date d'aujourd'hui": today, "c'est quoi la date": today, "quelle date sommes-nous aujourdhui": today, "on est quel jour": today,
                "nous sommes quel jour": today,
                "donne-moi la date": today, "quel jour est-on aujourd'hui ?": today, "en quelle année sommes-nous": "Nous sommes en 2026.",
                "quel mois sommes-nous": "Nous sommes en novembre 2026.",
                "on est quelle semaine": "C'est la semaine 47.",
            ]))
        let english = "It's Saturday, November 21, 2026."
        try await check(
            skill,
            en([
                "what day is it": english, "what day is it today?": english, "what's the date": english, "what's today's date": english,
                "what is the date today": english, "tell me the date": english,
                "what year is it": "It's 2026.", "what month is it?": "It's November 2026.",
            ]))
    }

    @Test func tellsWhenDaysFall() async throws {
        try await check(
            skill,
            fr([
                "quelle date serons-nous dans 10 jours": "Ce sera le mardi 1er décembre 2026.",
                "quel jour tombe Noël": "Noël tombe le vendredi 25 décembre 2026, dans 34 jours.",
                "c'est quand le 1er mai": "Le 1er mai 2027 tombe un samedi, dans 161 jours.",
                "quel jour tombe le 14 juillet ?": "Le 14 juillet 2027 tombe un mercredi, dans 235 jours.",
                "c'est quand Pâques": "Pâques tombe le dimanche 28 mars 2027, dans 127 jours.",
                "quel jour serons-nous demain": "Ce sera le dimanche 22 novembre 2026.", "quel jour était-on hier": "C'était le vendredi 20 novembre 2026.",
                "quel jour était le 14 juillet 1789": "Le 14 juillet 1789 était un mardi, il y a 86692 jours.",
                "c'est quand le 30 février": "Ce jour n'existe pas dans le calendrier.",
                "c'est quand la fête des mères": "La fête des mères tombe le dimanche 30 mai 2027, dans 190 jours.",
                "quand est la Toussaint": "La Toussaint tombe le lundi 1er novembre 2027, dans 345 jours.",
                "on sera quel jour dans trois semaines": "Ce sera le samedi 12 décembre 2026.",
                "quand tombe le lundi de Pentecôte": "Le lundi de Pentecôte tombe le lundi 17 mai 2027, dans 177 jours.",
            ]))
        try await check(
            skill,
            en([
                "when is Christmas": "Christmas is on Friday, December 25, 2026, in 34 days.",
                "what day is July 14": "July 14, 2027 is a Wednesday, in 235 days.",
                "what date will it be in ten days": "That will be Tuesday, December 1, 2026.",
                "when is Thanksgiving?": "Thanksgiving is on Thursday, November 26, 2026, in 5 days.",
                "what day was it yesterday": "That was Friday, November 20, 2026.",
            ]))
    }

    @Test func countsDays() async throws {
        try await check(
            skill,
            fr([
                "dans combien de jours sommes-nous le 14 juillet": "Il reste 235 jours avant le 14 juillet (mercredi 14 juillet 2027).",
                "combien de jours avant Noël": "Il reste 34 jours avant Noël (vendredi 25 décembre 2026).",
                "combien de jours reste-t-il avant noel ?": "Il reste 34 jours avant Noël (vendredi 25 décembre 2026).",
                "dans combien de dodos est Noël": "Il reste 34 jours avant Noël (vendredi 25 décembre 2026).",
                "combien de jours jusqu'au 1er janvier": "Il reste 41 jours avant le 1er janvier (vendredi 1er janvier 2027).",
                "combien de jours depuis le 14 juillet": "130 jours depuis le mardi 14 juillet 2026.",
            ]))
        try await check(
            skill,
            en([
                "how many days until Christmas": "34 days until Christmas (Friday, December 25, 2026).",
                "how long until the 14th of July?": "235 days until July 14 (Wednesday, July 14, 2027).",
                "how many days are left until new year's day": "41 days until New Year's Day (Friday, January 1, 2027).",
            ]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "c'est quand la réunion", "quand est mon rendez-vous", "quel jour ouvre le musée", "le jour se lève", "quelle belle journée",
                "when is my appointment", "what day works for you",
                "combien de jours de vacances ai-je", "dans combien de temps part le train", "une date à retenir", "when is the next bus",
                "quand est né Victor Hugo", "it's a date", "c'est le jour J",
            ])
    }
}
