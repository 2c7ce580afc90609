import Base
import Domain
import Foundation
import Lifecycle
import Observability
@testable import Skills
import TestSupport
import Testing
import Understanding

struct CivilDayTests {
    @Test func countsDaysAsTheCalendarDoes() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -40_000, through: 60_000, by: 37) {
            let day = CivilDay(number: number)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
            #expect(day.number == number && day.weekday % 7 + 1 == parts.weekday)
            #expect(CivilDay(day.description) == day)
        }
        for text in ["2026-02-29", "2026-13-01", "2026-1-1", "2026-00-10", "x", "2026-11-21T", "٢٠٢٦-11-21"] { #expect(CivilDay(text) == nil, "\(text)") }
        #expect(CivilDay(Date(timeIntervalSince1970: 1e300), in: House.paris).year > 2026)
    }
}

struct RecurrenceTests {
    private func rule(_ rule: Recurrence.Rule, _ hour: Int = 7, _ minute: Int = 0, skipped: [CivilDay] = []) -> Recurrence {
        Recurrence(rule, hour: hour, minute: minute, timeZone: House.paris, skipped: skipped)
    }

    /// The first occurrences after a moment.
    private func times(_ recurrence: Recurrence, after text: String, _ count: Int) throws -> [String] {
        var times: [String] = [], next = recurrence.first(after: try #require(Timestamp.parse(text)))
        for _ in 0..<count {
            guard let time = next else { break }
            times.append(String(Timestamp.format(time).prefix(16)))
            next = recurrence.next(after: time)
        }
        return times
    }

    @Test func followsTheCalendar() throws {
        // Saturday 21 November 2026, 14:05 in Paris.
        let now = "2026-11-21T13:05:00Z"
        #expect(try times(rule(.days(every: 1)), after: now, 2) == ["2026-11-22T06:00", "2026-11-23T06:00"])
        #expect(try times(rule(.days(every: 2), 15), after: now, 3) == ["2026-11-21T14:00", "2026-11-23T14:00", "2026-11-25T14:00"])
        #expect(try times(rule(.weekdays([1, 4], everyWeeks: 1)), after: now, 3) == ["2026-11-23T06:00", "2026-11-26T06:00", "2026-11-30T06:00"])
        #expect(
            try times(rule(.weekdays([1, 4], everyWeeks: 2)), after: now, 4) == [
                "2026-11-23T06:00", "2026-11-26T06:00", "2026-12-07T06:00", "2026-12-10T06:00",
            ])
        #expect(
            try times(rule(.monthDay(31, everyMonths: 1)), after: now, 5) == [
                "2026-11-30T06:00", "2026-12-31T06:00", "2027-01-31T06:00", "2027-02-28T06:00", "2027-03-31T05:00",
            ])
        #expect(try times(rule(.monthDay(1, everyMonths: 3)), after: now, 3) == ["2026-12-01T06:00", "2027-03-01T06:00", "2027-06-01T05:00"])
        #expect(try times(rule(.yearDay(month: 2, day: 29)), after: now, 3) == ["2027-02-28T06:00", "2028-02-29T06:00", "2029-02-28T06:00"])
        #expect(try times(rule(.interval(seconds: 7200)), after: now, 2) == ["2026-11-21T15:05", "2026-11-21T17:05"])
        let skipping = rule(.days(every: 1), skipped: [try #require(CivilDay("2026-11-23"))])
        #expect(try times(skipping, after: now, 2) == ["2026-11-22T06:00", "2026-11-24T06:00"])
        #expect(try times(rule(.weekdays([], everyWeeks: 1)), after: now, 1) == [])
    }

    @Test func comesOnceADayWhenTheClocksChange() throws {
        // 2027-03-28: 02:00 becomes 03:00. 2026-10-25: 03:00 becomes 02:00.
        #expect(try times(rule(.days(every: 1), 2, 30), after: "2027-03-26T12:00:00Z", 3) == ["2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30"])
        #expect(try times(rule(.days(every: 1), 2, 30), after: "2026-10-23T12:00:00Z", 3) == ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"])
        // Set between the two 02:30 of that night: the next is tomorrow's.
        #expect(try times(rule(.days(every: 1), 2, 30), after: "2026-10-25T00:45:00Z", 1) == ["2026-10-26T01:30"])
        #expect(try times(rule(.days(every: 1)), after: "2027-03-27T12:00:00Z", 2) == ["2027-03-28T05:00", "2027-03-29T05:00"])
    }

    @Test func leavesOutWhatWasMissed() throws {
        let daily = rule(.days(every: 1)), due = try #require(Timestamp.parse("2026-11-01T06:00:00Z"))
        let (latest, next) = daily.latest(from: due, now: House.now)
        #expect(Timestamp.format(latest) == "2026-11-21T06:00:00.000Z" && next.map { Timestamp.format($0) } == "2026-11-22T06:00:00.000Z")
        let hourly = rule(.interval(seconds: 3600)).latest(from: due, now: House.now)
        #expect(Timestamp.format(hourly.occurrence) == "2026-11-21T13:00:00.000Z" && hourly.next.map { Timestamp.format($0) } == "2026-11-21T14:00:00.000Z")
        // A clock that was years behind is no trouble.
        let old = try #require(Timestamp.parse("1970-01-01T06:00:00Z"))
        #expect(daily.latest(from: old, now: House.now).next.map { $0 > House.now } == true)
    }

    @Test func isTheSameAfterItWasWrittenDown() throws {
        for recurrence in [
            rule(.days(every: 2)), rule(.weekdays([1, 7], everyWeeks: 2)), rule(.monthDay(31, everyMonths: 1)), rule(.yearDay(month: 2, day: 29)),
            rule(.interval(seconds: 1800), skipped: [CivilDay(number: 20_000)]),
        ] {
            #expect(try JSON.decode(Recurrence.self, from: JSON.encode(recurrence)) == recurrence)
        }
    }

    // MARK: words

    /// What a sentence sets, as "label | how often | first".
    private func reminder(_ text: String, _ language: Language) async throws -> String {
        let store = FakeAppointmentStore()
        let reply = try await ReminderSkill(store: store).answer(Utterance(text: text, language: language), in: House.context())
        guard let set = store.all.first else { return reply?.text ?? "nil" }
        return "\(set.label) | \(set.recurrence.map { RecurrenceText.text($0, language) } ?? "once") | \(Timestamp.format(set.dueAt).prefix(16))"
    }

    @Test(arguments: [
        ("rappelle-moi de sortir les poubelles tous les lundis à 20 h", "sortir les poubelles | tous les lundis à 20 h | 2026-11-23T19:00"),
        ("rappelle-moi tous les lundis à 20 h de sortir les poubelles", "sortir les poubelles | tous les lundis à 20 h | 2026-11-23T19:00"),
        ("tous les lundis à 20 h, rappelle-moi de sortir les poubelles", "sortir les poubelles | tous les lundis à 20 h | 2026-11-23T19:00"),
        ("chaque lundi rappelle-moi de sortir les poubelles", "sortir les poubelles | tous les lundis à 9 h | 2026-11-23T08:00"),
        ("rappelle-moi de prendre mes médicaments tous les jours à 8 h", "prendre mes médicaments | tous les jours à 8 h | 2026-11-22T07:00"),
        ("rappelle-moi tous les soirs à 9 h de fermer les volets", "fermer les volets | tous les jours à 21 h | 2026-11-21T20:00"),
        ("rappelle-moi chaque matin de prendre mes clés", "prendre mes clés | tous les jours à 9 h | 2026-11-22T08:00"),
        ("rappelle-moi de payer le loyer le 1er de chaque mois", "payer le loyer | le 1er de chaque mois à 9 h | 2026-12-01T08:00"),
        ("rappelle-moi le premier du mois à 10 h de payer le loyer", "payer le loyer | le 1er de chaque mois à 10 h | 2026-12-01T09:00"),
        ("tous les mois le 15 rappelle-moi de relever le compteur", "relever le compteur | le 15 de chaque mois à 9 h | 2026-12-15T08:00"),
        ("rappelle-moi le dernier jour du mois de faire les comptes", "faire les comptes | le dernier jour de chaque mois à 9 h | 2026-11-30T08:00"),
        ("rappelle-moi en semaine à 18 h de rentrer le chat", "rentrer le chat | du lundi au vendredi à 18 h | 2026-11-23T17:00"),
        ("rappelle-moi du lundi au jeudi à 17 h d'aller à l'école", "aller à l'école | tous les lundis, mardis, mercredis et jeudis à 17 h | 2026-11-23T16:00"),
        ("rappelle-moi le mardi et le jeudi à 18h30 d'aller au sport", "aller au sport | tous les mardis et jeudis à 18 h 30 | 2026-11-24T17:30"),
        ("rappelle-moi tous les mardis et vendredis d'arroser les plantes", "arroser les plantes | tous les mardis et vendredis à 9 h | 2026-11-24T08:00"),
        ("rappelle-moi tous les jours sauf le week-end à 8 h de partir", "partir | du lundi au vendredi à 8 h | 2026-11-23T07:00"),
        ("rappelle-moi tous les jours de sortir le chien sauf le dimanche", "sortir le chien | tous les jours sauf le dimanche à 9 h | 2026-11-23T08:00"),
        (
            "rappelle-moi d'acheter de tout sauf le dimanche",
            "Pour quand ? Dis tout en une fois, par exemple « rappelle-moi demain à 9 h : acheter de tout sauf le dimanche »."
        ),
        ("rappelle-moi mardi et jeudi à 19h le cours de yoga", "le cours de yoga | tous les mardis et jeudis à 19 h | 2026-11-24T18:00"),
        ("rappelle-moi tous les deux jours d'arroser le basilic", "arroser le basilic | un jour sur deux à 9 h | 2026-11-22T08:00"),
        ("un lundi sur deux rappelle-moi de sortir le bac jaune", "sortir le bac jaune | un lundi sur deux à 9 h | 2026-11-23T08:00"),
        ("rappelle-moi toutes les deux semaines le lundi de sortir le bac jaune", "sortir le bac jaune | un lundi sur deux à 9 h | 2026-11-23T08:00"),
        ("rappelle-moi toutes les heures de boire", "boire | toutes les heures | 2026-11-21T14:05"),
        ("rappelle-moi de me lever toutes les 45 minutes", "me lever | toutes les 45 minutes | 2026-11-21T13:50"),
        ("rappelle-moi chaque année le 3 mars l'anniversaire de Léa", "l'anniversaire de Léa | chaque année le 3 mars à 9 h | 2027-03-03T08:00"),
        ("rappelle-moi chaque 24 décembre d'acheter une bûche", "acheter une bûche | chaque année le 24 décembre à 9 h | 2026-12-24T08:00"),
        ("rappelle-moi de boire toutes les minutes", "C'est trop souvent : au plus toutes les 5 minutes."),
        ("dans 10 minutes rappelle-moi de sortir le gâteau", "sortir le gâteau | once | 2026-11-21T13:15"),
        ("Dans une demi-heure, rappelle-moi d'appeler Léa s'il te plaît", "appeler Léa | once | 2026-11-21T13:35"),
        ("demain à 9 h rappelle-moi d'appeler Léa", "appeler Léa | once | 2026-11-22T08:00"),
        ("demain rappelle-moi à 9 h d'appeler Léa", "appeler Léa | once | 2026-11-22T08:00"),
        ("à 18 h fais-moi penser à acheter du pain", "acheter du pain | once | 2026-11-21T17:00"),
        ("dans 5 minutes préviens-moi", " | once | 2026-11-21T13:10"),
        ("ce soir rappelle-moi de sortir le chien", "sortir le chien | once | 2026-11-21T19:00"),
        ("rappelle-moi la réunion de la semaine prochaine", "la réunion | once | 2026-11-28T13:05"),
        ("rappelle-moi de sortir les poubelles lundi", "sortir les poubelles | once | 2026-11-23T08:00"),
        ("rappelle-moi ce week-end de laver la voiture", "laver la voiture | once | 2026-11-28T08:00"),
    ])
    func readsHowOftenInFrench(_ text: String, _ expected: String) async throws { #expect(try await reminder(text, .french) == expected) }

    @Test(arguments: [
        ("remind me every monday at 8 pm to take the bins out", "take the bins out | every Monday at 8:00 PM | 2026-11-23T19:00"),
        ("every monday at 8 pm remind me to take the bins out", "take the bins out | every Monday at 8:00 PM | 2026-11-23T19:00"),
        ("remind me to take my pills every day at 8 am", "take my pills | every day at 8:00 AM | 2026-11-22T07:00"),
        ("remind me daily at noon to eat", "eat | every day at noon | 2026-11-22T11:00"),
        ("remind me every weekday at 7 to leave", "leave | every weekday at 7:00 AM | 2026-11-23T06:00"),
        ("remind me on mondays and thursdays at 6 pm to go to the gym", "go to the gym | every Monday and Thursday at 6:00 PM | 2026-11-23T17:00"),
        ("remind me on the 1st of every month to pay the rent", "pay the rent | on the 1st of every month at 9:00 AM | 2026-12-01T08:00"),
        ("remind me on the last day of each month to do the accounts", "do the accounts | on the last day of every month at 9:00 AM | 2026-11-30T08:00"),
        ("remind me every 15th to read the meter", "read the meter | on the 15th of every month at 9:00 AM | 2026-12-15T08:00"),
        ("remind me every other day to water the basil", "water the basil | every other day at 9:00 AM | 2026-11-22T08:00"),
        ("remind me every other monday to take the yellow bin out", "take the yellow bin out | every other Monday at 9:00 AM | 2026-11-23T08:00"),
        ("remind me every two hours to drink", "drink | every 2 hours | 2026-11-21T15:05"),
        ("remind me every hour to drink", "drink | every hour | 2026-11-21T14:05"),
        ("remind me every year on march 3rd to call Léa", "call Léa | every year on March 3 at 9:00 AM | 2027-03-03T08:00"),
        ("remind me every december 24th to buy a cake", "buy a cake | every year on December 24 at 9:00 AM | 2026-12-24T08:00"),
        ("remind me every evening at 9 to close the shutters", "close the shutters | every day at 9:00 PM | 2026-11-21T20:00"),
        ("remind me monday to friday at 5 pm to feed the cat", "feed the cat | every weekday at 5:00 PM | 2026-11-23T16:00"),
        ("remind me every weekend at 10 am to water the plants", "water the plants | every weekend at 10:00 AM | 2026-11-22T09:00"),
        ("remind me on tuesday and thursday at 7 pm to train", "train | every Tuesday and Thursday at 7:00 PM | 2026-11-24T18:00"),
        ("remind me every minute to breathe", "That is too often: every 5 minutes at most."),
        ("in ten minutes remind me to take the cake out", "take the cake out | once | 2026-11-21T13:15"),
        ("tomorrow at 9 remind me to call Léa", "call Léa | once | 2026-11-22T08:00"),
        ("remind me of the weekly meeting tomorrow at 9", "the weekly meeting | once | 2026-11-22T08:00"),
    ])
    func readsHowOftenInEnglish(_ text: String, _ expected: String) async throws { #expect(try await reminder(text, .english) == expected) }

    @Test func listsSkipsAndCancelsThem() async throws {
        let store = FakeAppointmentStore()
        let skill = ReminderSkill(store: store)
        try await check(
            skill,
            fr([
                "rappelle-moi tous les jours à 20 h de sortir le chien": "Je te le rappellerai tous les jours à 20 h : sortir le chien.",
                "rappelle-moi d'appeler Léa demain à 9 h": "Je te le rappellerai demain à 9 h : appeler Léa.",
                "mes rappels": "Tu as 2 rappels : sortir le chien, tous les jours à 20 h ; appeler Léa, demain à 9 h.",
                "quels rappels j'ai demain": "Tu as 2 rappels : sortir le chien, tous les jours à 20 h ; appeler Léa, demain à 9 h.",
                "mes rappels de lundi": "Tu as un rappel : sortir le chien, tous les jours à 20 h.",
                "pas de rappel du chien demain": "Pas de rappel demain : sortir le chien. Le suivant : lundi 23 novembre à 20 h.",
                "saute le rappel du chien": "Pas de rappel aujourd'hui : sortir le chien. Le suivant : lundi 23 novembre à 20 h.",
                "annule le rappel du chien de lundi": "Pas de rappel lundi : sortir le chien. Le suivant : mardi 24 novembre à 20 h.",
                "annule le rappel du chien": "Rappel annulé : sortir le chien.", "annule le rappel de demain": "Rappel annulé : appeler Léa.",
            ]))
        try await check(
            ReminderSkill(store: FakeAppointmentStore()),
            en([
                "remind me every day at 8 pm to walk the dog": "I'll remind you every day at 8:00 PM: walk the dog.",
                "skip tomorrow's reminder": "No reminder tomorrow: walk the dog. The next one: on Monday, November 23 at 8:00 PM.",
                "what are my reminders": "You have one reminder: walk the dog, every day at 8:00 PM.",
                "cancel the reminder about the dog": "Reminder cancelled: walk the dog.",
            ]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            ReminderSkill(store: FakeAppointmentStore()),
            [
                "tous les jours je bois du thé", "chaque lundi", "every day is a new day", "quand il pleut rappelle-moi de fermer",
                "si je pars rappelle-moi mes clés",
                "le lundi au soleil", "ça me rappelle quelque chose demain", "when it rains remind me to close", "pas de rappel à l'ordre du jour dans ce film",
            ])
    }
}

struct RecurringServiceTests {
    private func daily(dueIn seconds: Double, label: String = "prendre le train") -> Appointment {
        let recurrence = Recurrence(.days(every: 1), hour: 14, minute: 6, timeZone: House.paris)
        return Appointment(
            kind: .reminder, label: label, createdAt: House.now, dueAt: House.now.addingTimeInterval(seconds), language: .french, recurrence: recurrence)
    }

    /// Runs the service beside `body`, then stops it and waits for its end.
    private func run(_ service: AppointmentService, _ body: () async throws -> Void) async throws {
        let shutdown = Shutdown()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run(until: shutdown) }
            do { try await body() } catch {
                shutdown.request()
                throw error
            }
            shutdown.request()
            try await group.waitForAll()
        }
    }

    @Test func comesAgainAndAgain() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([daily(dueIn: 60)])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            for day in 1...3 {
                await clock.waitForSleepers()
                clock.advance(by: day == 1 ? 60 : 86_400)
                await announcer.waitForAttempts(day)
            }
            await clock.waitForSleepers()
        }
        #expect(announcer.texts == Array(repeating: "Rappel : prendre le train", count: 3))
        let series = try #require(store.all.first { $0.recurrence != nil })
        #expect(series.state == .pending && Timestamp.format(series.dueAt) == "2026-11-24T13:06:00.000Z")
        #expect(store.all.filter { $0.series == series.id }.map(\.state) == [.announced, .announced, .announced])
    }

    @Test func saysWhatWasMissedOnce() async throws {
        // Off for five days: the last one is told, with how late it is.
        let clock = ManualClock(now: House.now.addingTimeInterval(5 * 86_400 + 120)), announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([daily(dueIn: 60)])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            await announcer.waitForAttempts(1)
            await clock.waitForSleepers()
        }
        #expect(announcer.texts == ["Rappel : prendre le train (il y a 1 minute)"])
    }

    @Test func tellsOnlyTheLastOfWhatNobodyHeard() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer(listening: false)
        let store = FakeAppointmentStore([daily(dueIn: 60)])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            for day in 1...3 {
                await clock.waitForSleepers()
                clock.advance(by: day == 1 ? 60 : 86_400)
                await announcer.waitForAttempts(day)
            }
            await clock.waitForSleepers()
            announcer.listen(true)
            service.userConnected(House.principal)
            await announcer.waitForAttempts(4)
        }
        #expect(announcer.texts == ["Rappel : prendre le train"])
        #expect(store.all.filter { $0.series != nil }.map(\.state) == [.cancelled, .cancelled, .announced])
    }

    @Test func twoServicesFireAnOccurrenceOnce() async throws {
        let clock = ManualClock(now: House.now.addingTimeInterval(60)), announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([daily(dueIn: 60, label: "a"), daily(dueIn: 59, label: "b")])
        let services = (0..<2).map { _ in AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent) }
        try await run(services[0]) {
            try await run(services[1]) {
                await clock.waitForSleepers(2)
            }
        }
        #expect(announcer.texts.sorted() == ["Rappel : a", "Rappel : b"])
        #expect(store.moves.filter { $0 == "fired" }.count == 2)
    }
}
