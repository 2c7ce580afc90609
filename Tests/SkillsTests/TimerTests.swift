import Base
import Domain
import Foundation
import Lifecycle
import Observability
@testable import Skills
import TestSupport
import Testing

struct TimerSkillTests {
    /// Asks one sentence of a fresh skill; returns what it said and what stands in the store as "label@seconds".
    private func set(_ text: String, _ language: Language = .french) async throws -> (String?, [String]) {
        let store = FakeAppointmentStore()
        let reply = try await TimerSkill(store: store).answer(Utterance(text: text, language: language), in: House.context())
        if let appointment = store.all.first { #expect(reply?.actions.first?.evidence == appointment.id.description) }
        return (reply?.text, store.all.map { "\($0.label)@\(Int($0.dueAt.timeIntervalSince(House.now)))" })
    }

    @Test func setsTimersInFrench() async throws {
        let table = [
            "mets un minuteur de 2 secondes pour les pâtes": "les pâtes@2", "minuteur 10 minutes": "@600", "Mets un minuteur de dix minutes": "@600",
            "mettez un minuteur de dix minutes s'il vous plaît": "@600",
            "tu peux mettre un minuteur de 5 minutes ?": "@300", "lance un timer de 1h30": "@5400",
            "démarre un minuteur pour les œufs de trois minutes": "les œufs@180", "mets un minuteur pâtes de 8 minutes": "pâtes@480",
            "un minuteur d'une demi-heure stp": "@1800", "est-ce que tu peux lancer un minuteur de trois quarts d'heure pour le rôti": "le rôti@2700",
            "compte 30 secondes": "@30", "mets-moi un minuteur de 3 min": "@180",
            "programme une minuterie de vingt et une minutes": "@1260", "minuteur de 10 minutes pour la Tarte à l'Ail": "la Tarte à l'Ail@600",
            "Jarvis, je voudrais un minuteur de 4 minutes": "@240", "compte à rebours de 10 secondes": "@10",
            "mets le minuteur sur 5 minutes": "@300",
            "mets un minuteur de 4 minutes pour le thé": "le thé@240", "minuteur de 4 minutes pour le the": "le the@240",
            "il faut que tu mettes un minuteur de 5 minutes": "@300",
        ]
        for (text, expected) in table { #expect(try await set(text).1 == [expected], "\(text)") }
        #expect(try await set("mets un minuteur de 2 secondes pour les pâtes").0 == "C'est parti pour 2 secondes : les pâtes.")
        #expect(try await set("mets un minuteur").0 == "Pour combien de temps ? Dis par exemple « mets un minuteur de 10 minutes ».")
        #expect(try await set("mets un minuteur de 3 semaines").1 == [])
        for text in ["mets un minuteur de -5 minutes", "mets un minuteur de 1e9 heures"] { #expect(try await set(text).1 == [], "\(text)") }
    }

    @Test func setsTimersInEnglish() async throws {
        let table = [
            "set a timer for 10 minutes": "@600", "set a 10 minute timer": "@600", "set a 2 second timer for the pasta": "the pasta@2",
            "start a timer for half an hour please": "@1800", "ten minute timer": "@600",
            "set a pasta timer for 8 minutes": "pasta@480", "timer 5 minutes": "@300", "can you set a timer for an hour and a half": "@5400",
            "set a timer for 3 minutes for the eggs": "the eggs@180",
            "set a timer called tea for 4 minutes": "tea@240",
        ]
        for (text, expected) in table { #expect(try await set(text, .english).1 == [expected], "\(text)") }
        #expect(try await set("set a timer", .english).0 == "For how long? Say for example “set a timer for 10 minutes”.")
    }

    private func timer(_ label: String, _ seconds: Double) -> Appointment {
        Appointment(kind: .timer, label: label, createdAt: House.now, dueAt: House.now.addingTimeInterval(seconds), language: .french)
    }

    @Test func listsAndCancels() async throws {
        let empty = TimerSkill(store: FakeAppointmentStore())
        try await check(
            empty,
            fr([
                "quels minuteurs sont en cours": "Aucun minuteur n'est en cours.", "combien de temps reste-t-il": "Aucun minuteur n'est en cours.",
                "annule le minuteur": "Aucun minuteur n'est en cours.",
            ]))
        let two = FakeAppointmentStore([timer("les pâtes", 120), timer("", 600)])
        let skill = TimerSkill(store: two)
        let both = "2 minuteurs sont en cours : 2 minutes (les pâtes) ; 10 minutes (minuteur de 10 minutes)."
        try await check(
            skill,
            fr([
                "quels minuteurs sont en cours": both, "Quels minuteurs sont en cours ?": both, "combien de temps reste-t-il ?": both,
                "il reste combien de temps": both, "mes minuteurs": both, "est-ce que j'ai des minuteurs": both, "liste mes minuteurs": both,
                "combien de temps il reste sur le minuteur des pâtes": "Il reste 2 minutes (les pâtes).",
                "combien de temps reste-t-il pour les pates": "Il reste 2 minutes (les pâtes).",
                "annule le minuteur du gâteau": "Je ne trouve pas ce minuteur. En cours : 2 minutes (les pâtes) ; 10 minutes (minuteur de 10 minutes).",
                "annule le minuteur":
                    "Lequel ? 2 minutes (les pâtes) ; 10 minutes (minuteur de 10 minutes). Dis par exemple « annule le minuteur des pâtes » ou « annule tous les minuteurs ».",
                "arrête le minuteur de 10 minutes": "Minuteur annulé.", "annule le minuteur des pâtes": "Minuteur annulé : les pâtes.",
                "annule tous les minuteurs": "Aucun minuteur n'est en cours.",
            ]))
        #expect(two.all.allSatisfy { $0.state == .cancelled })
        let english = TimerSkill(store: FakeAppointmentStore([timer("the pasta", 120)]))
        try await check(
            english,
            en([
                "how much time is left": "There are 2 minutes left (the pasta).", "what timers are running": "There are 2 minutes left (the pasta).",
                "cancel the pasta timer": "Timer cancelled: the pasta.", "cancel all timers": "No timer is running.",
            ]))
        let tea = TimerSkill(store: FakeAppointmentStore([timer("le thé", 240), timer("", 600)]))
        try await check(tea, fr(["annule le minuteur du thé": "Minuteur annulé : le thé."]))
        // An alarm as it was kept before there were alarms.
        let alarm = AlarmSkill(store: FakeAppointmentStore([timer("réveil", 1200)]))
        try await check(alarm, fr(["annule le réveil": "Réveil annulé.", "annule mon alarme": "Aucun réveil n'est prévu."]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            TimerSkill(store: FakeAppointmentStore()),
            [
                "combien de temps reste-t-il avant le film", "mets la table", "mets de la musique", "arrête la musique", "annule mon rendez-vous",
                "compte les moutons", "il est temps de partir", "dans 10 minutes", "pendant deux heures", "start the car", "set the table",
                "ajoute du lait à la liste", "stop", "10 minutes", "how long is the movie", "time flies", "je me réveille tôt", "wake up",
            ])
    }

    @Test func boundsHowManyWait() async throws {
        let store = FakeAppointmentStore((0..<100).map { timer("\($0)", 600) })
        let reply = try await TimerSkill(store: store).answer(Utterance(text: "minuteur 10 minutes", language: .french), in: House.context())
        #expect(reply?.text.hasPrefix("Tu as déjà 100") == true)
        #expect(store.all.count == 100)
    }
}

struct ReminderSkillTests {
    private func set(_ text: String, _ language: Language = .french) async throws -> (String?, [String]) {
        let store = FakeAppointmentStore()
        let reply = try await ReminderSkill(store: store).answer(Utterance(text: text, language: language), in: House.context())
        return (reply?.text, store.all.map { "\($0.label)@\(Timestamp.format($0.dueAt).prefix(16))" })
    }

    @Test func setsRemindersInFrench() async throws {
        let tomorrow = "2026-11-22T08:00"
        let table = [
            "rappelle-moi d'appeler Léa demain à neuf heures": "appeler Léa@\(tomorrow)", "rappelle-moi demain à 9 h d'appeler Léa": "appeler Léa@\(tomorrow)",
            "rappelle moi dappeler Léa demain à 9h": "appeler Léa@\(tomorrow)",
            "n'oublie pas de me rappeler d'appeler Léa demain à neuf heures": "appeler Léa@\(tomorrow)",
            "Jarvis, tu peux me rappeler d'appeler Léa demain à 9h s'il te plaît ?": "appeler Léa@\(tomorrow)",
            "rappelle-moi demain d'appeler Léa à 9 h": "appeler Léa@\(tomorrow)",
            "rappelle-moi de prendre mes clés dans dix minutes": "prendre mes clés@2026-11-21T13:15",
            "rappelle-moi de sortir les poubelles ce soir": "sortir les poubelles@2026-11-21T19:00",
            "rappelez-moi la réunion lundi prochain à 14h30": "la réunion@2026-11-23T13:30",
            "fais-moi penser à acheter du pain à 18 h": "acheter du pain@2026-11-21T17:00",
            "mets un rappel pour demain à 9h : appeler Léa": "appeler Léa@\(tomorrow)",
            "rappelle-moi le rendez-vous de demain à 9h": "le rendez-vous@\(tomorrow)",
            "rappelle-moi que j'ai piscine lundi à 17h": "j'ai piscine@2026-11-23T16:00", "préviens-moi dans 5 minutes": "@2026-11-21T13:10",
            "rappelle-moi d'aller à la poste demain à 9 h": "aller à la poste@\(tomorrow)",
            "ajoute un rappel le 3 mars à 8h pour l'anniversaire de Léa": "l'anniversaire de Léa@2027-03-03T07:00",
            "rappelle-moi à midi de manger": "manger@2026-11-22T11:00",
            "rappelle-moi dans une heure et demie d'arroser les plantes": "arroser les plantes@2026-11-21T14:35",
        ]
        for (text, expected) in table { #expect(try await set(text).1 == [expected], "\(text)") }
        #expect(try await set("rappelle-moi d'appeler Léa demain à neuf heures").0 == "Je te le rappellerai demain à 9 h : appeler Léa.")
        #expect(try await set("rappelle-moi de prendre mes clés dans dix minutes").0 == "Je te le rappellerai dans 10 minutes : prendre tes clés.")
        #expect(try await set("rappelle-moi d'appeler Léa").0 == "Pour quand ? Dis tout en une fois, par exemple « rappelle-moi demain à 9 h : appeler Léa ».")
        #expect(try await set("rappelle-moi demain à 9 h").0?.hasPrefix("De quoi dois-je te rappeler ?") == true)
        #expect(try await set("rappelle-moi aujourd'hui à 8 h de manger").0 == "C'est déjà passé. Dis-moi une heure ou un jour à venir.")
        for text in ["rappelle-moi hier à 9 h de payer", "rappelle-moi avant-hier de payer"] {
            #expect(try await set(text).0 == "C'est déjà passé. Dis-moi une heure ou un jour à venir.", "\(text)")
        }
        #expect(try await set("rappelle-moi").0?.hasPrefix("De quoi, et pour quand ?") == true)
    }

    @Test func setsRemindersInEnglish() async throws {
        let table = [
            "remind me to take the bread out in ten minutes": "take the bread out@2026-11-21T13:15",
            "remind me in ten minutes to take the bread out": "take the bread out@2026-11-21T13:15",
            "can you remind me to call Léa tomorrow at 9": "call Léa@2026-11-22T08:00",
            "remind me tomorrow at 9 to call Léa please": "call Léa@2026-11-22T08:00",
            "set a reminder for next monday at half past two: dentist": "dentist@2026-11-23T13:30",
            "remind me about the meeting at 5pm": "the meeting@2026-11-21T16:00",
            "remind me at noon to eat": "eat@2026-11-22T11:00",
        ]
        for (text, expected) in table { #expect(try await set(text, .english).1 == [expected], "\(text)") }
        #expect(try await set("remind me to take my keys in ten minutes", .english).0 == "I'll remind you in 10 minutes: take your keys.")
        #expect(try await set("remind me to call Léa", .english).0 == "For when? Say it all at once, for example “remind me tomorrow at 9 to call Léa”.")
    }

    @Test func listsAndCancels() async throws {
        let at = House.now.addingTimeInterval(3 * 3600)
        let lea = Appointment(kind: .reminder, label: "appeler Léa", createdAt: House.now, dueAt: at, language: .french)
        let paul = Appointment(kind: .reminder, label: "appeler Paul", createdAt: House.now, dueAt: at.addingTimeInterval(86_400), language: .french)
        let store = FakeAppointmentStore([lea, paul])
        let skill = ReminderSkill(store: store)
        let both = "Tu as 2 rappels : appeler Léa, aujourd'hui à 17 h 05 ; appeler Paul, demain à 17 h 05."
        try await check(
            skill,
            fr([
                "qu'est-ce que j'ai comme rappels": both, "quest ce que jai comme rappels ?": both, "quels sont mes rappels": both, "mes rappels": both,
                "annule le rappel appeler":
                    "Lequel ? appeler Léa, aujourd'hui à 17 h 05 ; appeler Paul, demain à 17 h 05. Dis par exemple « annule le rappel appeler Léa » ou « annule tous les rappels ».",
                "annule le rappel du dentiste": "Je ne trouve pas ce rappel. En attente : appeler Léa, aujourd'hui à 17 h 05 ; appeler Paul, demain à 17 h 05.",
                "annule le rappel d'appeler Léa": "Rappel annulé : appeler Léa.", "annule tous les rappels": "Rappel annulé.",

            ]))
        try await check(skill, en(["what are my reminders": "You have no reminders waiting.", "cancel all reminders": "You have no reminders waiting."]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            ReminderSkill(store: FakeAppointmentStore()),
            [
                "rappelle-moi comment tu t'appelles", "rappelle-moi qui a gagné", "ça me rappelle mon enfance", "rappelle-moi ce que je t'ai dit",
                "remind me what you said", "this reminds me of home", "préviens-moi si il pleut", "préviens-moi quand la porte s'ouvre",
                "oublie ça", "call me", "je me rappelle", "let me know if it rains",
            ])
    }
}

struct AppointmentServiceTests {
    private func timer(_ label: String, in seconds: Double) -> Appointment {
        Appointment(kind: .timer, label: label, createdAt: House.now, dueAt: House.now.addingTimeInterval(seconds), language: .french)
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

    @Test func firesEachOnceInOrder() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([timer("b", in: 20), timer("a", in: 10)])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            await clock.waitForSleepers()
            clock.advance(by: 10)
            await announcer.waitForAttempts(1)
            await clock.waitForSleepers()
            clock.advance(by: 10)
            await announcer.waitForAttempts(2)
        }
        #expect(announcer.texts == ["Minuteur terminé : a.", "Minuteur terminé : b."])
        #expect(store.moves.filter { $0 == "pending→due" }.count == 2)
        #expect(store.all.allSatisfy { $0.state == .announced })
    }

    @Test func isWokenByAnEarlierOne() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([timer("later", in: 3600)])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        let seen = NotifyingAppointmentStore(store) { service.appointmentsChanged() }
        try await run(service) {
            await clock.waitForSleepers()
            clock.advance(by: 5)
            try await seen.add(timer("overdue", in: 2), for: House.principal)
            await announcer.waitForAttempts(1)
        }
        #expect(announcer.texts == ["Minuteur terminé : overdue."])
    }

    @Test func keepsWhatNobodyHeard() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer(listening: false)
        let store = FakeAppointmentStore([timer("les pâtes", in: 10)])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            await clock.waitForSleepers()
            clock.advance(by: 10)
            await announcer.waitForAttempts(1)
            #expect(store.all.map(\.state) == [.due])
            announcer.listen(true)
            clock.advance(by: 300)
            service.userConnected(House.principal)
            await announcer.waitForAttempts(2)
            service.userConnected(House.principal)
        }
        #expect(announcer.texts == ["Minuteur terminé : les pâtes (il y a 5 minutes)."])
        #expect(store.all.map(\.state) == [.announced])
    }

    @Test func saysHowLateItIsAfterARestart() async throws {
        let announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([
            Appointment(
                kind: .reminder, label: "prendre mes clés", createdAt: House.now.addingTimeInterval(-9000), dueAt: House.now.addingTimeInterval(-7200),
                language: .french)
        ])
        let service = AppointmentService(store: store, announcer: announcer, clock: ManualClock(now: House.now), log: .silent)
        try await run(service) { await announcer.waitForAttempts(1) }
        #expect(announcer.texts == ["Rappel : prendre tes clés (il y a 2 heures)"])
    }

    @Test func goesOnAfterTheStoreFailed() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer()
        let store = FakeAppointmentStore([timer("a", in: -1)])
        store.failNext(2)
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            await clock.waitForSleepers()
            clock.advance(by: 1)
            await clock.waitForSleepers()
            clock.advance(by: 2)
            await announcer.waitForAttempts(1)
        }
        #expect(announcer.texts.count == 1)
    }

    @Test func firesManyInBatches() async throws {
        let announcer = FakeAnnouncer()
        let store = FakeAppointmentStore((0..<200).map { timer("\($0)", in: Double($0) - 300) })
        let service = AppointmentService(store: store, announcer: announcer, clock: ManualClock(now: House.now), log: .silent)
        try await run(service) { await announcer.waitForAttempts(200) }
        #expect(Set(announcer.texts).count == 200)
    }

    @Test func leavesCancelledOnesAlone() async throws {
        let clock = ManualClock(now: House.now), announcer = FakeAnnouncer()
        let a = timer("a", in: 10), b = timer("b", in: 20)
        let store = FakeAppointmentStore([a, b])
        let service = AppointmentService(store: store, announcer: announcer, clock: clock, log: .silent)
        try await run(service) {
            await clock.waitForSleepers()
            _ = try await store.move(a.id, from: .pending, to: .cancelled, for: House.principal)
            clock.advance(by: 30)
            await announcer.waitForAttempts(1)
        }
        #expect(announcer.texts == ["Minuteur terminé : b."])
    }

    @Test func wording() {
        func text(_ kind: Appointment.Kind, _ label: String, _ language: Language) -> String {
            AnnouncementText.text(
                for: Appointment(kind: kind, label: label, createdAt: House.now, dueAt: House.now.addingTimeInterval(600), language: language),
                now: House.now.addingTimeInterval(600))
        }
        #expect(text(.reminder, "appeler Léa", .french) == "Rappel : appeler Léa")
        #expect(text(.timer, "", .french) == "Le minuteur de 10 minutes est terminé.")
        #expect(text(.timer, "", .english) == "The timer of 10 minutes is done.")
        #expect(text(.timer, "réveil", .french) == "C'est l'heure de te réveiller !")
        #expect(text(.reminder, "call my mother", .english) == "Reminder: call your mother")
    }
}
