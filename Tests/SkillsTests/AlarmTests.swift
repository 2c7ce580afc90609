import Base
import Domain
import Foundation
@testable import Skills
import Testing

struct AlarmSkillTests {
    /// Asks one sentence of a fresh skill; returns what it said and what stands in the store as "label@time".
    private func set(_ text: String, _ language: Language = .french) async throws -> (String?, [String]) {
        let store = FakeAppointmentStore()
        let reply = try await AlarmSkill(store: store).answer(Utterance(text: text, language: language), in: House.context())
        #expect(store.all.allSatisfy { $0.kind == .alarm })
        if let appointment = store.all.first {
            #expect(reply?.actions.first?.tool == "alarms.set" && reply?.actions.first?.evidence == appointment.id.description)
        }
        return (reply?.text, store.all.map { "\($0.label)@\(Timestamp.format($0.dueAt).prefix(16))" })
    }

    @Test func setsAlarmsInFrench() async throws {
        // It is Saturday, 14:05.
        let table: [String: (String, String)] = [
            "réveille-moi demain à 7 h": ("Je te réveille demain à 7 h.", "@2026-11-22T06:00"),
            "réveille-moi à 7 h": ("Je te réveille demain à 7 h.", "@2026-11-22T06:00"),
            "reveille moi a 7h30": ("Je te réveille demain à 7 h 30.", "@2026-11-22T06:30"),
            "Jarvis, tu peux me réveiller demain matin à six heures et demie s'il te plaît ?": ("Je te réveille demain à 6 h 30.", "@2026-11-22T05:30"),
            "réveille-moi dans 20 minutes": ("Je te réveille dans 20 minutes.", "@2026-11-21T13:25"),
            "dans 20 minutes réveille-moi": ("Je te réveille dans 20 minutes.", "@2026-11-21T13:25"),
            "mets une alarme dans 10 minutes": ("Je te réveille dans 10 minutes.", "@2026-11-21T13:15"),
            "mets un réveil pour 7 h": ("Je te réveille demain à 7 h.", "@2026-11-22T06:00"),
            "programme le réveil à 6 h lundi": ("Je te réveille lundi 23 novembre à 6 h.", "@2026-11-23T05:00"),
            "réveille-moi lundi à 6 h pour le train": ("Je te réveille lundi 23 novembre à 6 h : le train.", "le train@2026-11-23T05:00"),
            "réveille-moi tous les jours à 7 h": ("Je te réveille tous les jours à 7 h.", "@2026-11-22T06:00"),
            "tous les jours à 7 h réveille-moi": ("Je te réveille tous les jours à 7 h.", "@2026-11-22T06:00"),
            "réveille-moi en semaine à 6h45": ("Je te réveille du lundi au vendredi à 6 h 45.", "@2026-11-23T05:45"),
            "réveille-moi du lundi au vendredi à 7 heures": ("Je te réveille du lundi au vendredi à 7 h.", "@2026-11-23T06:00"),
            "mets un réveil à 9 h le week-end": ("Je te réveille le week-end à 9 h.", "@2026-11-22T08:00"),
            "réveille-moi tous les matins à 7 h sauf le dimanche": ("Je te réveille tous les jours sauf le dimanche à 7 h.", "@2026-11-23T06:00"),
            "une alarme de 10 minutes": ("Je te réveille dans 10 minutes.", "@2026-11-21T13:15"),
        ]
        for (text, expected) in table {
            let (said, rows) = try await set(text)
            #expect(said == expected.0 && rows == [expected.1], "\(text): \(said ?? "nil") \(rows)")
        }
        #expect(try await set("réveille-moi").0 == "À quelle heure ? Dis par exemple « réveille-moi demain à 7 h ».")
        #expect(try await set("réveille-moi aujourd'hui à 8 h").0 == "C'est déjà passé. Dis-moi une heure ou un jour à venir.")
    }

    @Test func hoursThatNoDayHasAreNoLengthOfTime() async throws {
        for text in ["réveille-moi à 25 h", "réveille-moi demain à 25h30", "mets un réveil pour 25 heures"] {
            let (said, rows) = try await set(text)
            #expect(said == "Il n'y a pas de 25 h dans une journée." && rows.isEmpty, "\(text): \(said ?? "nil") \(rows)")
        }
        let (said, rows) = try await set("wake me up at 25", .english)
        #expect(said == "There is no hour 25 in a day." && rows.isEmpty)
        #expect(try await set("réveille-moi à 24 h").1.count == 1)
    }

    @Test func setsAlarmsInEnglish() async throws {
        let table: [String: (String, String)] = [
            "wake me up tomorrow at 7": ("I'll wake you tomorrow at 7:00 AM.", "@2026-11-22T06:00"),
            "wake me at 7": ("I'll wake you tomorrow at 7:00 AM.", "@2026-11-22T06:00"),
            "wake me up in 20 minutes": ("I'll wake you in 20 minutes.", "@2026-11-21T13:25"),
            "in 20 minutes wake me up": ("I'll wake you in 20 minutes.", "@2026-11-21T13:25"),
            "set an alarm for 6:30 am": ("I'll wake you tomorrow at 6:30 AM.", "@2026-11-22T05:30"),
            "set an alarm for half past six on monday": ("I'll wake you on Monday, November 23 at 6:30 AM.", "@2026-11-23T05:30"),
            "wake me up every weekday at 7": ("I'll wake you every weekday at 7:00 AM.", "@2026-11-23T06:00"),
            "every weekday at 7 wake me up": ("I'll wake you every weekday at 7:00 AM.", "@2026-11-23T06:00"),
            "wake me up every day at 6:15 am except on sundays": ("I'll wake you every day except Sunday at 6:15 AM.", "@2026-11-23T05:15"),
            "set an alarm for 9 am on weekends": ("I'll wake you every weekend at 9:00 AM.", "@2026-11-22T08:00"),
            "wake me up on mondays and thursdays at 5 am": ("I'll wake you every Monday and Thursday at 5:00 AM.", "@2026-11-23T04:00"),
        ]
        for (text, expected) in table {
            let (said, rows) = try await set(text, .english)
            #expect(said == expected.0 && rows == [expected.1], "\(text): \(said ?? "nil") \(rows)")
        }
    }

    private func alarm(_ rule: Recurrence.Rule?, hour: Int, minute: Int = 0, dueIn seconds: Double? = nil) -> Appointment {
        let recurrence = rule.map { Recurrence($0, hour: hour, minute: minute, timeZone: House.paris) }
        let due = seconds.map { House.now.addingTimeInterval($0) } ?? recurrence?.first(after: House.now) ?? House.now
        return Appointment(kind: .alarm, label: "", createdAt: House.now, dueAt: due, language: .french, recurrence: recurrence)
    }

    @Test func listsThem() async throws {
        let empty = AlarmSkill(store: FakeAppointmentStore())
        try await check(
            empty,
            fr([
                "mes réveils": "Aucun réveil n'est prévu.", "annule le réveil": "Aucun réveil n'est prévu.",
                "pas de réveil demain": "Aucun réveil n'est prévu demain.",
            ]))
        try await check(
            empty, en(["what are my alarms": "No alarm is set.", "cancel my alarm": "No alarm is set.", "no alarm tomorrow": "No alarm is set tomorrow."]))
        let skill = AlarmSkill(store: FakeAppointmentStore([alarm(.days(every: 1), hour: 7), alarm(nil, hour: 0, dueIn: 7200)]))
        let both = "Tu as 2 réveils : aujourd'hui à 16 h 05 ; tous les jours à 7 h."
        try await check(
            skill,
            fr([
                "quels sont mes réveils ?": both, "mes réveils": both, "liste mes réveils": both, "j'ai des réveils": both,
                "à quelle heure est mon réveil demain": "Je te réveille tous les jours à 7 h.",
                "ai-je un réveil demain ?": "Je te réveille tous les jours à 7 h.",
                "à quelle heure sonne le réveil": both, "j'ai un réveil lundi": "Je te réveille tous les jours à 7 h.",
            ]))
        try await check(
            skill,
            en([
                "what alarms do I have": "You have 2 alarms: today at 4:05 PM; every day at 7:00 AM.",
                "do I have an alarm tomorrow": "I'll wake you every day at 7:00 AM.",
                "when is my alarm": "You have 2 alarms: today at 4:05 PM; every day at 7:00 AM.",
            ]))
    }

    @Test func skipsADay() async throws {
        for text in [
            "pas de réveil demain", "saute le réveil de demain", "ne me réveille pas demain", "annule le réveil de demain", "saute le prochain réveil",
        ] {
            let store = FakeAppointmentStore([alarm(.days(every: 1), hour: 7)])
            try await check(AlarmSkill(store: store), fr(["\(text)": "Pas de réveil demain. Le suivant : lundi 23 novembre à 7 h."]))
            #expect(store.all.map { Timestamp.format($0.dueAt).prefix(16) } == ["2026-11-23T06:00"] && store.all.map(\.state) == [.pending])
        }
        for text in ["skip tomorrow's alarm", "no alarm tomorrow", "don't wake me up tomorrow", "cancel tomorrow's alarm", "skip the next alarm"] {
            let store = FakeAppointmentStore([alarm(.days(every: 1), hour: 7)])
            try await check(AlarmSkill(store: store), en(["\(text)": "No alarm tomorrow. The next one: on Monday, November 23 at 7:00 AM."]))
            #expect(store.all.map { Timestamp.format($0.dueAt).prefix(16) } == ["2026-11-23T06:00"])
        }
        // Today's still rings: at 15:00, tomorrow is the one after the next.
        let store = FakeAppointmentStore([alarm(.days(every: 1), hour: 15)]), skill = AlarmSkill(store: store)
        try await check(
            skill,
            fr([
                "pas de réveil demain": "Pas de réveil demain. Le suivant : lundi 23 novembre à 15 h.",
                "saute le réveil de lundi": "Pas de réveil lundi. Le suivant : mardi 24 novembre à 15 h.",
                "saute le réveil de mercredi": "Pas de réveil mercredi. Le suivant : jeudi 26 novembre à 15 h.",
                "ai-je un réveil demain": "Aucun réveil n'est prévu.", "ai-je un réveil mardi": "Je te réveille tous les jours à 15 h.",
            ]))
        let kept = try #require(store.all.first)
        #expect(Timestamp.format(kept.dueAt).hasPrefix("2026-11-21T14:00"))
        #expect(kept.recurrence?.next(after: kept.dueAt).map { Timestamp.format($0) } == "2026-11-24T14:00:00.000Z")
        // One that does not come again is cancelled.
        let once = FakeAppointmentStore([alarm(nil, hour: 0, dueIn: 17 * 3600)])
        try await check(AlarmSkill(store: once), fr(["pas de réveil demain": "Pas de réveil demain."]))
        #expect(once.all.map(\.state) == [.cancelled])
        let weekday = AlarmSkill(store: FakeAppointmentStore([alarm(.weekdays([1, 2, 3, 4, 5], everyWeeks: 1), hour: 7)]))
        try await check(weekday, fr(["pas de réveil demain": "Aucun réveil n'est prévu demain."]))
    }

    @Test func cancelsByTime() async throws {
        let store = FakeAppointmentStore([alarm(.days(every: 1), hour: 7), alarm(.weekdays([6, 7], everyWeeks: 1), hour: 9, minute: 30)])
        try await check(
            AlarmSkill(store: store),
            fr([
                "annule le réveil de 8 h": "Je ne trouve pas ce réveil. Prévus : tous les jours à 7 h ; le week-end à 9 h 30.",
                "annule le réveil de 9 h 30": "Réveil annulé.", "annule le réveil de sept heures": "Réveil annulé.",
            ]))
        #expect(store.all.allSatisfy { $0.state == .cancelled })
        let two = FakeAppointmentStore([alarm(.days(every: 1), hour: 7), alarm(nil, hour: 0, dueIn: 600)])
        try await check(AlarmSkill(store: two), fr(["annule tous les réveils": "Les 2 réveils sont annulés."]))
        let english = FakeAppointmentStore([alarm(.days(every: 1), hour: 7), alarm(nil, hour: 0, dueIn: 600)])
        try await check(AlarmSkill(store: english), en(["cancel the 7 am alarm": "Alarm cancelled.", "cancel all my alarms": "Alarm cancelled."]))
    }

    @Test func asksWhichOneAndMovesThem() async throws {
        let store = FakeAppointmentStore([alarm(.days(every: 1), hour: 7), alarm(nil, hour: 0, dueIn: 7200)]), skill = AlarmSkill(store: store)
        try await check(
            skill,
            fr([
                "annule mon réveil":
                    "Lequel ? aujourd'hui à 16 h 05 ; tous les jours à 7 h. Dis par exemple « annule le réveil de 16 h 05 » ou « annule tous les réveils ».",
                "change mon réveil à 8 h": "Lequel ? aujourd'hui à 16 h 05 ; tous les jours à 7 h.",
                "décale le réveil de demain à 8 h": "Je te réveille tous les jours à 8 h.", "annule le réveil de 16 h 05": "Réveil annulé.",
                "avance mon réveil de 10 minutes": "Je te réveille tous les jours à 7 h 50.",
                "recule le réveil d'une heure": "Je te réveille tous les jours à 8 h 50.",
                "change mon réveil à six heures et demie": "Je te réveille tous les jours à 6 h 30.",
            ]))
        let moved = try #require(store.all.first { $0.recurrence != nil })
        #expect(Timestamp.format(moved.dueAt).hasPrefix("2026-11-22T05:30"))
        try await check(
            AlarmSkill(store: FakeAppointmentStore([alarm(nil, hour: 0, dueIn: 17 * 3600)])),
            en(["move my alarm to 8": "I'll wake you tomorrow at 8:00 AM.", "change my alarm to 6:15 am": "I'll wake you tomorrow at 6:15 AM."]))
        try await check(
            AlarmSkill(store: FakeAppointmentStore()),
            en([
                "set a daily alarm for 7 am": "I'll wake you every day at 7:00 AM.", "set a recurring alarm for 6:30 am": "I'll wake you every day at 6:30 AM.",
            ]))
        try await check(
            AlarmSkill(store: FakeAppointmentStore([alarm(nil, hour: 0, dueIn: 7200)])),
            fr(["change mon réveil à 8 h": "C'est déjà passé. Dis-moi une heure ou un jour à venir."]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            AlarmSkill(store: FakeAppointmentStore()),
            [
                "je me réveille tôt", "wake up", "le réveil est cassé", "active l'alarme de la maison", "l'alarme incendie", "demain à 7 h", "alarm clock",
                "ne me réveille pas pour rien", "the fire alarm", "éteins la lumière", "réveillon de Noël", "wake the kids up", "change le réveil de place",
                "avance mon réveil", "lève-toi",
            ])
    }
}
