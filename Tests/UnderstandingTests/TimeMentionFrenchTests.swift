import Base
import Testing
import Understanding

/// Times in French, as they are meant on Saturday 21 November 2026 at 14:05 in Paris.
struct TimeMentionFrenchTests {
    /// Checks a whole table at once, so that one run shows every line that went wrong.
    private func check(_ table: String, _ leaning: TimeMention.Leaning) {
        let scribe = TimeScribe()
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: " → ").map(String.init)
            #expect(columns.count == 2, "\(line)")
            #expect(scribe.times(columns[0], .french, leaning) == columns.last, "\(columns[0])")
        }
    }

    @Test func readsWhatWas() { check(Self.past, .past) }
    @Test func readsWhatIsToCome() { check(Self.future, .future) }

    @Test func leavesOtherWordsAlone() {
        for text in Self.none.split(separator: "\n").map(String.init) {
            #expect(TimeScribe().times(text, .french, .past) == "–", "\(text)")
        }
    }

    private static let past = """
        hier → 2026-11-20 day
        avant-hier → 2026-11-19 day
        aujourd'hui → 2026-11-21 day
        demain → 2026-11-22 day
        après-demain → 2026-11-23 day
        ce matin → 2026-11-21 05:00..<12:00 partOfDay
        ce midi → 2026-11-21 12:00..<14:00 partOfDay
        cet après-midi → 2026-11-21 12:00..<18:00 partOfDay
        ce soir → 2026-11-21 18:00..<2026-11-22 partOfDay
        cette nuit → 2026-11-20 22:00..<2026-11-21 06:00 partOfDay
        la nuit dernière → 2026-11-20 22:00..<2026-11-21 06:00 partOfDay
        hier matin → 2026-11-20 05:00..<12:00 partOfDay
        hier soir → 2026-11-20 18:00..<2026-11-21 partOfDay
        hier dans la soirée → 2026-11-20 18:00..<2026-11-21 partOfDay
        hier en fin d'après-midi → 2026-11-20 16:00..<18:00 partOfDay
        hier à 14 h → 2026-11-20 14:00..<15:00 hour
        hier à 14h30 → 2026-11-20 14:30..<14:31 minute
        hier soir à 8 heures → 2026-11-20 20:00..<21:00 hour
        avant-hier matin → 2026-11-19 05:00..<12:00 partOfDay
        à 9 h hier → 2026-11-20 09:00..<10:00 hour
        mardi → 2026-11-17 day
        samedi → 2026-11-14 day
        mardi dernier → 2026-11-17 day
        mardi prochain → 2026-11-24 day
        samedi dernier → 2026-11-14 day
        mardi soir → 2026-11-17 18:00..<2026-11-18 partOfDay
        mardi dernier au matin → 2026-11-17 05:00..<12:00 partOfDay
        mardi de la semaine dernière → 2026-11-10 day
        jeudi de cette semaine → 2026-11-19 day
        lundi 16 → 2026-11-16 day
        ce mardi → 2026-11-17 day
        dans la nuit de lundi à mardi → 2026-11-16 22:00..<2026-11-17 06:00 partOfDay
        le soir du 3 mai → 2026-05-03 18:00..<2026-05-04 partOfDay
        cette semaine → 2026-11-16..<2026-11-23 week
        la semaine dernière → 2026-11-09..<2026-11-16 week
        la semaine passée → 2026-11-09..<2026-11-16 week
        la semaine prochaine → 2026-11-23..<2026-11-30 week
        la semaine du 3 mai → 2026-04-27..<2026-05-04 week
        ce week-end → 2026-11-21..<2026-11-23 weekend
        le week-end dernier → 2026-11-14..<2026-11-16 weekend
        le weekend prochain → 2026-11-28..<2026-11-30 weekend
        pendant le week-end → 2026-11-21..<2026-11-23 weekend
        ce mois-ci → 2026-11-01..<2026-12-01 month
        le mois dernier → 2026-10-01..<2026-11-01 month
        le mois prochain → 2026-12-01..<2027-01-01 month
        cette année → 2026-01-01..<2027-01-01 year
        l'année dernière → 2025-01-01..<2026-01-01 year
        l'an dernier → 2025-01-01..<2026-01-01 year
        l'année prochaine → 2027-01-01..<2028-01-01 year
        il y a deux semaines → 2026-11-04..<2026-11-11 week
        il y a trois jours → 2026-11-18 day
        il y a un an → 2025-08-21..<2026-02-22 year
        il y a deux ans et demi → 2024-03-21..<2024-07-22 month
        il y a dix ans → 2016-05-21..<2017-05-22 year
        il y a quelques jours → 2026-11-15..<2026-11-20 day
        il y a quelques semaines → 2026-10-10..<2026-11-08 week
        il y a plusieurs mois → 2026-05-21..<2026-09-22 month
        il y a trois mois → 2026-08-06..<2026-09-06 month
        il y a 15 jours → 2026-11-04..<2026-11-11 week
        il y a huit jours → 2026-11-11..<2026-11-18 week
        il y a une heure → 2026-11-21 12:35..<13:35 hour
        il y a dix minutes → 2026-11-21 13:52:30..<13:57:30 minute
        il y a environ deux ans → 2024-08-21..<2025-02-22 year
        y a deux jours → 2026-11-19 day
        ça fait deux mois → since 2026-09-21..<now month
        ça fait trois semaines que je tousse → [ça fait trois semaines] since 2026-10-31..<now week
        voilà deux ans qu'on habite ici → [voilà deux ans] since 2024-11-21..<now year
        cet été → 2026-06-01..<2026-09-01 season
        l'été dernier → 2026-06-01..<2026-09-01 season
        l'hiver dernier → 2025-12-01..<2026-03-01 season
        l'hiver prochain → 2026-12-01..<2027-03-01 season
        l'été 2019 → 2019-06-01..<2019-09-01 season
        pendant l'été → 2026-06-01..<2026-09-01 season
        au printemps → 2026-03-01..<2026-06-01 season
        au printemps dernier → 2026-03-01..<2026-06-01 season
        en hiver 2020 → 2019-12-01..<2020-03-01 season
        l'hiver 2018-2019 → 2018-12-01..<2019-03-01 season
        cet automne → 2026-09-01..<2026-12-01 season
        en mai → 2026-05-01..<2026-06-01 month
        en novembre → 2026-11-01..<2026-12-01 month
        en décembre → 2025-12-01..<2026-01-01 month
        en mai dernier → 2026-05-01..<2026-06-01 month
        en mai 2019 → 2019-05-01..<2019-06-01 month
        mai 2019 → 2019-05-01..<2019-06-01 month
        au mois de mai → 2026-05-01..<2026-06-01 month
        en mai de l'année dernière → 2025-05-01..<2025-06-01 month
        en mai l'an dernier → 2025-05-01..<2025-06-01 month
        en mai il y a deux ans → 2024-05-01..<2024-06-01 month
        en 2019 → 2019-01-01..<2020-01-01 year
        en deux mille dix-neuf → 2019-01-01..<2020-01-01 year
        l'année 2019 → 2019-01-01..<2020-01-01 year
        le 3 mai → 2026-05-03 day
        le 3 mai 2019 → 2019-05-03 day
        le 1er mai → 2026-05-01 day
        le premier janvier → 2026-01-01 day
        le 25 décembre → 2025-12-25 day
        le 29 février → 2024-02-29 day
        le 3 → 2026-11-03 day
        le 25 → 2026-10-25 day
        le 3 du mois dernier → 2026-10-03 day
        le 15 de ce mois → 2026-11-15 day
        lundi 3 mai 2027 à 14 h → 2027-05-03 14:00..<15:00 hour
        mardi 5 mai à 9h15 → 2026-05-05 09:15..<09:16 minute
        2019-05-03 → 2019-05-03 day
        03/05/2019 → 2019-05-03 day
        03.05.2019 → 2019-05-03 day
        3/5 → 2026-05-03 day
        début mai → 2026-05-01..<2026-05-11 week
        mi-mai → 2026-05-11..<2026-05-21 week
        fin mai → 2026-05-21..<2026-06-01 week
        fin mai 2019 → 2019-05-21..<2019-06-01 week
        à la mi-mai → 2026-05-11..<2026-05-21 week
        fin 2019 → 2019-09-01..<2020-01-01 season
        début 2020 → 2020-01-01..<2020-05-01 season
        au début du mois → 2026-11-01..<2026-11-11 week
        à la fin de l'année dernière → 2025-09-01..<2026-01-01 season
        en début d'année → 2026-01-01..<2026-05-01 season
        en milieu de semaine → 2026-11-18..<2026-11-20 day
        fin août → 2026-08-21..<2026-09-01 week
        dans les années 90 → 1990-01-01..<2000-01-01 decade
        dans les années quatre-vingt-dix → 1990-01-01..<2000-01-01 decade
        dans les années 2010 → 2010-01-01..<2020-01-01 decade
        au début des années 80 → 1980-01-01..<1983-01-01 year
        à Noël → 2025-12-24..<2025-12-26 day
        Noël dernier → 2025-12-24..<2025-12-26 day
        à Noël 2019 → 2019-12-24..<2019-12-26 day
        le jour de Noël → 2025-12-25 day
        le soir de Noël → 2025-12-25 18:00..<2025-12-26 partOfDay
        à Pâques → 2026-04-04..<2026-04-07 day
        au Nouvel An → 2025-12-31..<2026-01-02 day
        à la Toussaint → 2026-11-01 day
        le 14 juillet → 2026-07-14 day
        la veille de Noël → 2025-12-24 day
        le lendemain de Noël → 2025-12-26 day
        depuis hier → since 2026-11-20..<now day
        depuis 2019 → since 2019-01-01..<now year
        depuis mai → since 2026-05-01..<now month
        depuis mardi → since 2026-11-17..<now day
        depuis ce matin → since 2026-11-21 05:00..<now partOfDay
        depuis deux ans → since 2024-11-21..<now year
        depuis une semaine → since 2026-11-14..<now week
        depuis quelques jours → since 2026-11-15..<now day
        depuis l'été dernier → since 2026-06-01..<now season
        depuis le 3 mai → since 2026-05-03..<now day
        depuis Noël → since 2025-12-24..<now day
        depuis 14 h → since 2026-11-21 14:00..<now hour
        depuis le début de l'année → since 2026-01-01..<now season
        jusqu'à mardi → until …..<2026-11-18 day
        jusqu'en 2019 → until …..<2020-01-01 year
        jusqu'à hier → until …..<2026-11-21 day
        avant Noël → until …..<2025-12-24 day
        avant 2019 → until …..<2019-01-01 year
        après 2019 → since 2020-01-01..<now year
        après Noël → since 2025-12-26..<now day
        à partir de 2018 → since 2018-01-01..<… year
        entre mai et juillet → 2026-05-01..<2026-08-01 month
        entre 2015 et 2018 → 2015-01-01..<2019-01-01 year
        entre lundi et mercredi → 2026-11-16..<2026-11-19 day
        entre le 3 et le 10 mai → 2026-05-03..<2026-05-11 day
        du 3 au 10 mai → 2026-05-03..<2026-05-11 day
        du 28 avril au 3 mai 2019 → 2019-04-28..<2019-05-04 day
        du 28 au 3 mai → 2026-04-28..<2026-05-04 day
        de 2015 à 2018 → 2015-01-01..<2019-01-01 year
        de mai à juillet 2019 → 2019-05-01..<2019-08-01 month
        entre novembre et janvier → 2025-11-01..<2026-02-01 month
        entre hier et demain → 2026-11-20..<2026-11-23 day
        depuis mai jusqu'en juillet → 2026-05-01..<2026-08-01 month
        mardi entre 14 h et 16 h → 2026-11-17 14:00..<16:00 hour
        de 9 h à midi → 2026-11-21 09:00..<12:00 hour
        ces trois derniers jours → 2026-11-18..<now day
        les deux dernières semaines → 2026-11-07..<now week
        ces derniers jours → 2026-11-15..<now day
        ces derniers mois → 2026-05-21..<now month
        les dernières 24 heures → 2026-11-20 14:05..<now hour
        récemment → 2026-10-22..<now vague
        l'autre jour → 2026-10-31..<now vague
        ces derniers temps → 2026-10-22..<now vague
        tout à l'heure → 2026-11-21 08:05..<now hour
        tous les mardis → 2026-11-17 day, again
        toutes les semaines → 2026-11-21 day, again
        chaque lundi à 14 h → 2026-11-16 14:00..<15:00 hour, again
        les lundis → 2026-11-16 day, again
        tous les jours → 2026-11-21 day, again
        un jour sur deux → 2026-11-21 day, again
        le 1er de chaque mois → 2026-11-01 day, again
        du lundi au vendredi → 2026-11-16 day, again
        je l'ai vu mardi et le lendemain il est parti → [mardi] 2026-11-17 day + [le lendemain] 2026-11-18 day
        on est arrivés le 3 mai, la veille il pleuvait → [le 3 mai] 2026-05-03 day + [la veille] 2026-05-02 day
        en 2015 puis l'année suivante → [en 2015] 2015-01-01..<2016-01-01 year + [l'année suivante] 2016-01-01..<2017-01-01 year
        qu'est-ce qu'on avait dit mardi dernier sur les vacances ? → [mardi dernier] 2026-11-17 day
        tu te souviens de ce que j'ai mangé hier soir et avant-hier ? → [hier soir] 2026-11-20 18:00..<2026-11-21 partOfDay + [avant-hier] 2026-11-19 day
        j'ai travaillé chez Renault de 2010 à 2015 → [de 2010 à 2015] 2010-01-01..<2016-01-01 year
        Léa habite à Lyon depuis mai → [depuis mai] since 2026-05-01..<now month
        je suis né le 12 mars 1985 → [le 12 mars 1985] 1985-03-12 day
        on s'est mariés en juin 2012 → [en juin 2012] 2012-06-01..<2012-07-01 month
        Paul est né en mille neuf cent quatre-vingt-cinq → [en mille neuf cent quatre-vingt-cinq] 1985-01-01..<1986-01-01 year
        depuis 2 h → since 2026-11-21 12:05..<now hour
        depuis deux heures → since 2026-11-21 12:05..<now hour
        hier vers 18 h → 2026-11-20 18:00..<19:00 hour
        en fin de matinée → 2026-11-21 09:40..<12:00 partOfDay
        dans la matinée → 2026-11-21 05:00..<12:00 partOfDay
        de lundi à vendredi → 2026-11-16..<2026-11-21 day
        avant-hier soir vers 22 h → 2026-11-19 22:00..<23:00 hour
        il y a deux ou trois jours → 2026-11-18..<2026-11-20 day
        il y a 2-3 jours → 2026-11-18..<2026-11-20 day
        à midi → 2026-11-21 12:00..<13:00 hour
        à minuit → 2026-11-21..<2026-11-21 01:00 hour
        l'autre soir → 2026-10-31..<now vague
        à l'instant → 2026-11-21 13:50..<now minute
        depuis lundi dernier → since 2026-11-16..<now day
        depuis la semaine dernière → since 2026-11-09..<now week
        depuis avant-hier → since 2026-11-19..<now day
        depuis le mois de mai → since 2026-05-01..<now month
        depuis fin mai → since 2026-05-21..<now week
        depuis mai 2019 → since 2019-05-01..<now month
        depuis l'an 2000 → since 2000-01-01..<now year
        depuis les années 90 → since 1990-01-01..<now decade
        depuis plus de dix ans → since 2016-11-21..<now year
        pendant la semaine → 2026-11-16..<2026-11-23 week
        pendant la nuit → 2026-11-20 22:00..<2026-11-21 06:00 partOfDay
        dans l'après-midi → 2026-11-21 12:00..<18:00 partOfDay
        l'après-midi du 3 mai → 2026-05-03 12:00..<18:00 partOfDay
        à la Saint-Valentin → 2026-02-14 day
        à Halloween → 2026-10-31 day
        le 14 juillet 2020 → 2020-07-14 day
        14 juillet → 2026-07-14 day
        le vendredi 13 → 2026-11-13 day
        un vendredi 13 → [vendredi 13] 2026-11-13 day
        le 8 mars à 18h30 → 2026-03-08 18:30..<18:31 minute
        en 1998 → 1998-01-01..<1999-01-01 year
        vers 2010 → 2010-01-01..<2011-01-01 year
        courant mai → 2026-05-01..<2026-06-01 month
        en l'an 2000 → 2000-01-01..<2001-01-01 year
        à l'été 2020 → 2020-06-01..<2020-09-01 season
        tous les deux jours → 2026-11-21 day, again
        le mois de mars dernier → 2026-03-01..<2026-04-01 month
        ya trois jours → 2026-11-18 day
        jeudi ou vendredi dernier → [jeudi] 2026-11-19 day + [vendredi dernier] 2026-11-20 day
        on a mangé à 12h avec 3 amis → [à 12h] 2026-11-21 12:00..<13:00 hour
        de 14h à 16h → 2026-11-21 14:00..<16:00 hour
        entre 14h et 16h → 2026-11-21 14:00..<16:00 hour
        la semaine de Noël → 2025-12-22..<2025-12-29 week
        demain ou après-demain → [demain] 2026-11-22 day + [après-demain] 2026-11-23 day
        avant midi → until …..<2026-11-21 12:00 hour
        après 14 h → since 2026-11-21 14:00..<now hour
        en avril ou en mai → [en avril] 2026-04-01..<2026-05-01 month + [en mai] 2026-05-01..<2026-06-01 month
        la fin du mois de mai → 2026-05-21..<2026-06-01 week
        fin du mois prochain → 2026-12-21..<2027-01-01 week
        le 31 → 2026-10-31 day
        vers 2 heures du matin → 2026-11-21 02:00..<03:00 hour
        hier à 2 heures du matin → 2026-11-20 02:00..<03:00 hour
        de juin à août 2020 → 2020-06-01..<2020-09-01 month
        du 24 au 26 décembre → 2025-12-24..<2025-12-27 day
        de décembre 2019 à mars 2020 → 2019-12-01..<2020-04-01 month
        l'année dernière en mai → 2025-05-01..<2025-06-01 month
        l'an dernier à Noël → 2025-12-24..<2025-12-26 day
        la semaine dernière mardi → 2026-11-10 day
        la semaine dernière le mardi à 14 h → 2026-11-10 14:00..<15:00 hour
        l'année dernière à la plage → [l'année dernière] 2025-01-01..<2026-01-01 year
        la semaine dernière au travail → [la semaine dernière] 2026-11-09..<2026-11-16 week
        en 2019 au mois de mai → 2019-05-01..<2019-06-01 month
        le week-end du 3 mai → 2026-05-02..<2026-05-04 weekend
        hier, à midi → 2026-11-20 12:00..<13:00 hour
        hier entre midi et deux → 2026-11-20 12:00..<14:00 hour
        samedi soir dernier → 2026-11-14 18:00..<2026-11-15 partOfDay
        dimanche soir prochain → 2026-11-22 18:00..<2026-11-23 partOfDay
        le dimanche de Pâques → 2026-04-05 day
        le lundi de Pâques → 2026-04-06 day
        Mardi gras → 2026-02-17 day
        chaque année à Noël → 2025-12-24..<2025-12-26 day, again
        tous les étés → 2026-06-01..<2026-09-01 season, again
        chaque été → 2026-06-01..<2026-09-01 season, again
        tous les ans en mai → 2026-05-01..<2026-06-01 month, again
        il y a deux week-ends → 2026-11-07..<2026-11-09 weekend
        il y a deux mardis → 2026-11-10 day
        le 3 sept. 2019 → 2019-09-03 day
        le 12 janv. → 2026-01-12 day
        il y a sept ans → 2019-05-21..<2020-05-22 year
        le 7 sept 2020 → 2020-09-07 day
        2 déc. 2020 → 2020-12-02 day
        il y a un dimanche par semaine → [dimanche] 2026-11-15 day
        il a été malade l'été dernier → [l'été dernier] 2026-06-01..<2026-09-01 season
        il y a 965 jours → 2024-03-31 day
        il y a 30 jours → 2026-10-19..<2026-10-26 day
        tous les jours sauf le dimanche → 2026-11-21 day, again
        jusqu'à mai → until …..<2026-06-01 month
        jusqu'à l'été → until …..<2026-09-01 season
        de 2010 à 2015 dans le sud → [de 2010 à 2015] 2010-01-01..<2016-01-01 year
        à mardi → 2026-11-17 day
        à demain → 2026-11-22 day
        mardi on a vu Paul à 14 h → [mardi] 2026-11-17 day + [à 14 h] 2026-11-17 14:00..<15:00 hour
        le 12 mars 2019 j'ai rencontré Léa à 20h30 au théâtre → [le 12 mars 2019] 2019-03-12 day + [à 20h30] 2019-03-12 20:30..<20:31 minute
        """

    private static let future = """
        mardi → 2026-11-24 day
        samedi → 2026-11-28 day
        mardi prochain → 2026-11-24 day
        ce vendredi → 2026-11-27 day
        vendredi en huit → 2026-12-04 day
        lundi qui vient → 2026-11-23 day
        ce week-end → 2026-11-21..<2026-11-23 weekend
        le week-end prochain → 2026-11-28..<2026-11-30 weekend
        cette nuit → 2026-11-21 22:00..<2026-11-22 06:00 partOfDay
        ce soir à 20 h → 2026-11-21 20:00..<21:00 hour
        demain à 9 h → 2026-11-22 09:00..<10:00 hour
        demain matin à 8 heures → 2026-11-22 08:00..<09:00 hour
        demain soir → 2026-11-22 18:00..<2026-11-23 partOfDay
        après-demain à midi → 2026-11-23 12:00..<13:00 hour
        à 18 h → 2026-11-21 18:00..<19:00 hour
        à 10 h → 2026-11-22 10:00..<11:00 hour
        dans trois jours → 2026-11-24 day
        dans deux semaines → 2026-12-02..<2026-12-09 week
        dans une heure → 2026-11-21 14:35..<15:35 hour
        dans dix minutes → 2026-11-21 14:12:30..<14:17:30 minute
        dans un mois → 2026-12-06..<2027-01-06 month
        dans quelques jours → 2026-11-23..<2026-11-28 day
        dans la semaine → 2026-11-16..<2026-11-23 week
        dans la soirée → 2026-11-21 18:00..<2026-11-22 partOfDay
        d'ici vendredi → by now..<2026-11-28 day
        d'ici à vendredi → by now..<2026-11-28 day
        d'ici trois jours → by now..<2026-11-25 day
        d'ici la fin du mois → by now..<2026-12-01 week
        d'ici fin mai → by now..<2027-06-01 week
        d'ici Noël → by now..<2026-12-26 day
        d'ici 18 h → by now..<2026-11-21 18:00 hour
        d'ici 2030 → by now..<2031-01-01 year
        d'ici la semaine prochaine → by now..<2026-11-30 week
        avant vendredi → until now..<2026-11-27 day
        avant 18 h → until now..<2026-11-21 18:00 hour
        avant la fin de la semaine → by now..<2026-11-23 day
        pour mardi → 2026-11-24 day
        pour Noël → 2026-12-24..<2026-12-26 day
        pour le 3 mai → 2027-05-03 day
        jusqu'à mardi → until now..<2026-11-25 day
        jusqu'à la semaine prochaine → until now..<2026-11-30 week
        jusqu'au 3 mai → until now..<2027-05-04 day
        jusqu'en 2030 → until now..<2031-01-01 year
        à partir de lundi → since 2026-11-23..<… day
        dès demain → since 2026-11-22..<… day
        cet été → 2027-06-01..<2027-09-01 season
        l'été prochain → 2027-06-01..<2027-09-01 season
        cet hiver → 2026-12-01..<2027-03-01 season
        en mai → 2027-05-01..<2027-06-01 month
        en novembre → 2026-11-01..<2026-12-01 month
        en mai prochain → 2027-05-01..<2027-06-01 month
        le 3 → 2026-12-03 day
        le 21 → 2026-11-21 day
        le 3 mai → 2027-05-03 day
        le 3 mai au soir → 2027-05-03 18:00..<2027-05-04 partOfDay
        à Noël → 2026-12-24..<2026-12-26 day
        à Pâques → 2027-03-27..<2027-03-30 day
        l'an prochain → 2027-01-01..<2028-01-01 year
        le mois prochain → 2026-12-01..<2027-01-01 month
        fin novembre → 2026-11-21..<2026-12-01 week
        début janvier → 2027-01-01..<2027-01-11 week
        fin de semaine → 2026-11-20..<2026-11-23 day
        en fin de journée → 2026-11-21 18:00..<2026-11-22 partOfDay
        tous les mardis → 2026-11-24 day, again
        les trois prochains jours → now..<2026-11-25 day
        dans les deux prochaines semaines → now..<2026-12-06 week
        tout à l'heure → now..<2026-11-21 20:05 hour
        bientôt → now..<2026-12-21 vague
        de mai à juillet → 2027-05-01..<2027-08-01 month
        du 3 au 10 mai → 2027-05-03..<2027-05-11 day
        du 3 au 10 → 2026-12-03..<2026-12-11 day
        je dois rendre le livre vendredi avant 18 h → [vendredi avant 18 h] 2026-11-27..<2026-11-27 18:00 hour
        il faut que j'appelle le plombier lundi matin → [lundi matin] 2026-11-23 05:00..<12:00 partOfDay
        vendredi avant 18 h → 2026-11-27..<2026-11-27 18:00 hour
        vendredi après 18 h → 2026-11-27 18:00..<2026-11-28 hour
        lundi matin avant 10 heures → 2026-11-23..<2026-11-23 10:00 hour
        d'ici 18 heures → by now..<2026-11-21 18:00 hour
        d'ici deux heures → by now..<2026-11-21 16:05 hour
        lundi vers midi → 2026-11-23 12:00..<13:00 hour
        pour 2030 → 2030-01-01..<2031-01-01 year
        mardi : un ciel dégagé → [mardi] 2026-11-24 day
        du lundi au vendredi à 7 h → 2026-11-23 07:00..<08:00 hour, again
        rappelle-moi aujourd'hui à 8 h de manger → [aujourd'hui à 8 h] 2026-11-21 08:00..<09:00 hour
        je dois partir à 18 h de la maison → [à 18 h] 2026-11-21 18:00..<19:00 hour
        rappelle-moi demain d'appeler Léa à 9 h → [demain] 2026-11-22 day + [à 9 h] 2026-11-22 09:00..<10:00 hour
        """

    private static let none = """
        le 30 février
        le chat de la voisine est sur la table
        il y a deux œufs dans le frigo
        j'ai trois enfants
        ça fait deux heures de route
        le sapin de Noël est dans le salon
        elle a 12 ans
        le code est 4512
        ça coûte 2019 euros
        je mars sur la planète
        après le repas
        de 3 à 5 pommes
        il habite au 3 rue des Lilas
        à la fin de l'histoire
        le 3e étage
        l'année
        avant de partir
        depuis que je te connais
        jusqu'à ce que tu partes
        une heure de sport
        le premier homme
        la dernière fois
        la prochaine fois
        cette fois
        cette année-là
        ce jour-là
        ce soir-là
        le week-end
        depuis toujours
        pendant deux ans
        pendant les vacances
        un jour
        toute la journée
        toute la semaine
        le lendemain
        l'année d'après
        la semaine d'avant
        d'ici là
        les vacances de Pâques
        les vacances d'été
        à la rentrée
        le soir
        ca fait combien
        à 3 km
        en deux mots
        2 heures
        tous les deux
        chaque fois
        sept pommes
        rien n'a été fait
        il a été malade
        c'est à 2700 kelvins
        pour 2000 euros
        on habite à deux heures de route
        on habite à 2 heures d'ici
        le dernier jour
        """
}
