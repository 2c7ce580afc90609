import Base
import Domain
import Foundation
@testable import Skills
import Testing

/// Timers that are changed while they run, by sentences and by orders.
struct TimerChangeTests {
    private func timer(_ label: String, _ seconds: Double, area: String? = nil) -> Appointment {
        Appointment(kind: .timer, label: label, createdAt: House.now, dueAt: House.now.addingTimeInterval(seconds), language: .french, area: area)
    }

    @Test func addsAndTakesAwayInFrench() async throws {
        let store = FakeAppointmentStore([timer("les pâtes", 120), timer("le gâteau", 1800)])
        try await check(
            TimerSkill(store: store),
            fr([
                "ajoute 5 minutes au minuteur des pâtes": "5 minutes de plus : il reste 7 minutes (les pâtes).",
                "Jarvis, rajoute deux minutes au minuteur pâtes s'il te plaît": "2 minutes de plus : il reste 9 minutes (les pâtes).",
                "rajoute 30 secondes aux pâtes": "30 secondes de plus : il reste 9 minutes et 30 secondes (les pâtes).",
                "ajoute une demi-minute pour les pates": "30 secondes de plus : il reste 10 minutes (les pâtes).",
                "prolonge le minuteur du gâteau de 10 minutes": "10 minutes de plus : il reste 40 minutes (le gâteau).",
                "mets 5 minutes de plus sur le minuteur du gateau": "5 minutes de plus : il reste 45 minutes (le gâteau).",
                "10 minutes de plus pour le gâteau": "10 minutes de plus : il reste 55 minutes (le gâteau).",
                "encore 5 minutes au minuteur du gâteau": "5 minutes de plus : il reste 1 heure (le gâteau).",
                "enlève 10 minutes au minuteur du gâteau": "10 minutes de moins : il reste 50 minutes (le gâteau).",
                "retire un quart d'heure du minuteur du gâteau": "15 minutes de moins : il reste 35 minutes (le gâteau).",
                "raccourcis le minuteur du gâteau de 5 minutes": "5 minutes de moins : il reste 30 minutes (le gâteau).",
                "enlève 3 minutes aux pâtes": "3 minutes de moins : il reste 7 minutes (les pâtes).",
                "enlève 10 minutes au minuteur des pâtes":
                    "Il reste 7 minutes (les pâtes), c'est trop peu pour enlever 10 minutes. Dis « annule le minuteur » pour l'arrêter.",
                "ajoute 5 minutes au minuteur":
                    "Lequel ? 7 minutes (les pâtes) ; 30 minutes (le gâteau). Dis par exemple « ajoute 5 minutes au minuteur des pâtes ».",
                "ajoute 5 minutes au minuteur du thé":
                    "Je ne trouve pas ce minuteur. En cours : 7 minutes (les pâtes) ; 30 minutes (le gâteau).",
                "ajoute 8 jours au minuteur du gâteau": "Un minuteur dure au plus 7 jours.",
                "où en est le minuteur du gâteau": "Il reste 30 minutes (le gâteau).", "où en sont les pâtes": "Il reste 7 minutes (les pâtes).",
            ]))
        #expect(store.all.map { $0.length } == [120, 1800])
        let one = TimerSkill(store: FakeAppointmentStore([timer("", 600)]))
        try await check(
            one,
            fr([
                "ajoute 5 minutes": "5 minutes de plus : il reste 15 minutes (minuteur de 10 minutes).",
                "5 minutes de plus": "5 minutes de plus : il reste 20 minutes (minuteur de 10 minutes).",
                "encore une minute": "1 minute de plus : il reste 21 minutes (minuteur de 10 minutes).",
                "une minute de moins": "1 minute de moins : il reste 20 minutes (minuteur de 10 minutes).",
                "ajoute 5 min au minuteur de 10 minutes": "5 minutes de plus : il reste 25 minutes (minuteur de 10 minutes).",
                "dans combien de temps sonne le minuteur": "Il reste 25 minutes (minuteur de 10 minutes).",
            ]))
    }

    @Test func setsSeveralAtOnce() async throws {
        let store = FakeAppointmentStore(), skill = TimerSkill(store: store)
        try await check(
            skill,
            fr([
                "mets un minuteur de 10 minutes pour les pâtes et un autre de 20 minutes pour le gâteau":
                    "C'est parti pour 10 minutes : les pâtes. C'est parti pour 20 minutes : le gâteau.",
                "lance un minuteur de 5 minutes et un minuteur de 3 minutes pour les œufs":
                    "C'est parti pour 5 minutes. C'est parti pour 3 minutes : les œufs.",
                "mets un minuteur de 4 minutes pour le thé et un gâteau": "C'est parti pour 4 minutes : le thé et un gâteau.",
                "donne-moi encore 2 minutes pour les œufs": "2 minutes de plus : il reste 5 minutes (les œufs).",
                "pause minuteur œufs": "Minuteur en pause : il reste 5 minutes (les œufs).",
                "remets le minuteur des œufs en marche": "C'est reparti : il reste 5 minutes (les œufs).",
            ]))
        try await check(
            skill,
            en(["set a timer for 10 minutes for the pasta and another one for 20 minutes": "Timer set for 10 minutes: the pasta. Timer set for 20 minutes."]))
        #expect(store.all.count == 7)
    }

    @Test func addsAndTakesAwayInEnglish() async throws {
        let skill = TimerSkill(store: FakeAppointmentStore([timer("the pasta", 120), timer("cake", 1800)]))
        try await check(
            skill,
            en([
                "add 5 minutes to the pasta timer": "5 minutes added: there are 7 minutes left (the pasta).",
                "add another two minutes to my pasta timer please": "2 minutes added: there are 9 minutes left (the pasta).",
                "extend the cake timer by half an hour": "30 minutes added: there is 1 hour left (cake).",
                "take 10 minutes off the cake timer": "10 minutes taken away: there are 50 minutes left (cake).",
                "remove 5 minutes from the cake timer": "5 minutes taken away: there are 45 minutes left (cake).",
                "shorten the cake timer by 15 minutes": "15 minutes taken away: there are 30 minutes left (cake).",
                "add 1 minute to the pasta": "1 minute added: there are 10 minutes left (the pasta).",
                "put 5 more minutes on the timer":
                    "Which one? 10 minutes left (the pasta); 30 minutes left (cake). Say for example “add 5 minutes to the pasta timer”.",
                "remove 20 minutes from the pasta timer":
                    "There are 10 minutes left (the pasta), too little to take 20 minutes away. Say “cancel the timer” to stop it.",
            ]))
    }

    @Test func pausesAndGoesOn() async throws {
        let store = FakeAppointmentStore([timer("les pâtes", 600), timer("le thé", 240)]), skill = TimerSkill(store: store)
        let later = House.context(now: House.now.addingTimeInterval(60)), muchLater = House.context(now: House.now.addingTimeInterval(7200))
        try await check(skill, fr(["mets le minuteur des pâtes en pause": "Minuteur en pause : il reste 9 minutes (les pâtes)."]), in: later)
        #expect(store.all.first { $0.label == "les pâtes" }?.state == .paused)
        try await check(
            skill,
            fr([
                "combien de temps reste-t-il pour les pâtes": "Il reste 9 minutes (les pâtes, en pause).",
                "mes minuteurs": "Il y a 2 minuteurs : 1 seconde (le thé) ; 9 minutes (les pâtes, en pause).",
                "suspends le minuteur des pâtes": "Ce minuteur est déjà en pause.",
                "ajoute une minute au minuteur des pâtes": "1 minute de plus : il reste 10 minutes (les pâtes, en pause).",
                "reprends le minuteur": "C'est reparti : il reste 10 minutes (les pâtes).", "relance le minuteur des pâtes": "Ce minuteur tourne déjà.",
            ]), in: muchLater)
        let resumed = try #require(store.all.first { $0.label == "les pâtes" })
        #expect(resumed.dueAt == muchLater.now.addingTimeInterval(600) && resumed.remaining == nil && resumed.state == .pending && resumed.length == 600)

        let english = TimerSkill(store: FakeAppointmentStore([timer("", 600)]))
        try await check(
            english,
            en([
                "pause the timer": "Timer paused: there are 10 minutes left (timer of 10 minutes).", "pause my timer": "That timer is paused already.",
                "how much time is left": "There are 10 minutes left (timer of 10 minutes, paused).",
                "resume the timer": "Timer resumed: there are 10 minutes left (timer of 10 minutes).", "unpause the timer": "That timer is running already.",
                "cancel the timer": "Timer cancelled.",
            ]))
        try await check(
            TimerSkill(store: FakeAppointmentStore()),
            fr(["mets le minuteur en pause": "Aucun minuteur n'est en cours.", "reprends le minuteur": "Aucun minuteur n'est en cours."]))
    }

    @Test func cancelsPausedOnes() async throws {
        let store = FakeAppointmentStore([timer("riz", 600), timer("œufs", 700)]), skill = TimerSkill(store: store)
        try await check(
            skill,
            fr([
                "pause minuteur riz": "Minuteur en pause : il reste 10 minutes (riz).", "annule tous les minuteurs": "Les 2 minuteurs sont annulés.",
            ]))
        #expect(store.all.allSatisfy { $0.state == .cancelled })
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            TimerSkill(store: FakeAppointmentStore([timer("les pâtes", 600)])),
            [
                "ajoute 5 minutes au rôti", "ajoute 3 à 4", "ajoute 10 minutes de cuisson", "mets la musique en pause", "pause", "reprends la lecture",
                "enlève 2 œufs", "augmente le volume de 10", "remove 5 from 10", "pause the music", "resume", "add 5 to 10", "take 5 minutes",
                "où en sont les travaux",
                "10 minutes de plus à vivre", "mets le film en pause 5 minutes",
            ])
        try await checkRefuses(TimerSkill(store: FakeAppointmentStore()), ["encore 5 minutes", "5 minutes de plus", "ajoute 5 minutes"])
    }

    // MARK: orders

    private func order(_ intent: String, _ slots: [String: SlotValue] = [:], timing: Order.Timing = .now) -> Order {
        Order(Intent(intent, slots), text: "", timing: timing)
    }

    private func said(_ store: FakeAppointmentStore, _ order: Order, _ language: Language = .french, area: String? = nil) async throws -> String? {
        var context = House.context()
        context.area = area
        return try await TimerOrderHandler(store: store).handle(order, isConfirmed: false, language: language, in: context)?.text
    }

    @Test func carriesOutOrders() async throws {
        let store = FakeAppointmentStore()
        func text(_ intent: String, _ slots: [String: SlotValue] = [:], _ language: Language = .french) async throws -> String? {
            try await said(store, order(intent, slots), language, area: "kitchen")
        }
        #expect(
            try await text("HassStartTimer", ["hours": .init(1), "minutes": .init(30), "name": .init("pizza", text: "pizza")])
                == "C'est parti pour 1 heure et 30 minutes : pizza.")
        #expect(try await text("HassStartTimer", ["seconds": .init(45)], .english) == "Timer set for 45 seconds.")
        #expect(store.all.map(\.area) == ["kitchen", "kitchen"])
        #expect(try await text("HassStartTimer") == "Pour combien de temps ? Dis par exemple « mets un minuteur de 10 minutes ».")
        #expect(
            try await text("HassIncreaseTimer", ["minutes": .init(5), "name": .init("Pizza")]) == "5 minutes de plus : il reste 1 heure et 35 minutes (pizza).")
        #expect(try await text("HassDecreaseTimer", ["minutes": .init(5), "start_seconds": .init(45)])?.hasPrefix("Il reste 45 secondes") == true)
        #expect(
            try await text("HassDecreaseTimer", ["seconds": .init(15), "start_seconds": .init(45)])
                == "15 secondes de moins : il reste 30 secondes (minuteur de 45 secondes).")
        #expect(try await text("HassPauseTimer", ["name": .init("pizza")]) == "Minuteur en pause : il reste 1 heure et 35 minutes (pizza).")
        #expect(try await text("HassUnpauseTimer", [:], .english) == "Timer resumed: there is 1 hour and 35 minutes left (pizza).")
        #expect(try await text("HassTimerStatus", ["start_hours": .init(1), "start_minutes": .init(30)]) == "Il reste 1 heure et 35 minutes (pizza).")
        #expect(try await text("HassTimerStatus", ["name": .init("tarte")]) == "Aucun minuteur n'est en cours.")
        #expect(try await text("HassCancelTimer", ["name": .init("pizza")]) == "Minuteur annulé : pizza.")
        #expect(try await text("HassCancelAllTimers", ["area": .init("Garage", text: "garage", ids: ["garage"])]) == "Aucun minuteur n'est en cours.")
        #expect(try await text("HassCancelAllTimers", ["area": .init("Cuisine", text: "cuisine", ids: ["kitchen"])]) == "Minuteur annulé.")
        #expect(try await text("HassCancelAllTimers") == "Aucun minuteur n'est en cours.")
        #expect(try await said(store, order("HassStartTimer", ["minutes": .init(1)], timing: .after(seconds: 60))) == nil)
    }

    @Test(arguments: [1e300, -1e300, 1e12, .infinity, .nan] as [Double]) func lengthsThatNoClockHasAreRefused(_ hours: Double) async throws {
        let store = FakeAppointmentStore()
        for (intent, command) in [("HassStartTimer", ""), ("HassStartTimer", "éteins la lumière"), ("HassStartTimer", "rappelle-moi de sortir le gâteau")] {
            let slots: [String: SlotValue] = ["hours": .init(.number(hours)), "conversation_command": .init(.string(command), text: command)]
            #expect(try await said(store, order(intent, slots)) != nil)
        }
        #expect(store.all.isEmpty)
        _ = CivilDay(Date(timeIntervalSince1970: hours), in: House.paris).weekday
    }

    @Test func everythingIsNotAllTimersUntilItIsSaidSo() async throws {
        let store = FakeAppointmentStore()
        #expect(try await said(store, order("HassStartTimer", ["minutes": .init(5)])) != nil)
        for (text, language) in [("supprime tout", Language.french), ("cancel everything", .english)] {
            let everything = Domain.Order(Intent("HassCancelAllTimers"), text: text)
            let asked = try await TimerOrderHandler(store: store).handle(everything, isConfirmed: false, language: language, in: House.context())
            #expect(asked?.needsConfirmation == true)
            #expect(asked?.text == language(fr: "Tu veux que j'annule tous les minuteurs ?", en: "Do you want me to cancel all timers?"))
            #expect(store.all.map(\.state) == [.pending])
        }
        let everything = Domain.Order(Intent("HassCancelAllTimers"), text: "supprime tout")
        let done = try await TimerOrderHandler(store: store).handle(everything, isConfirmed: true, language: .french, in: House.context())
        #expect(done?.text == "Minuteur annulé." && store.all.map(\.state) == [.cancelled])
        // Without timers nothing is asked, and who names them is not asked either.
        #expect(try await said(store, everything) == "Aucun minuteur n'est en cours.")
        #expect(try await said(store, order("HassStartTimer", ["minutes": .init(5)])) != nil)
        #expect(try await said(store, Domain.Order(Intent("HassCancelAllTimers"), text: "annule tous les minuteurs")) == "Minuteur annulé.")
    }

    @Test func remindsWhenTheCommandIsAReminder() async throws {
        let store = FakeAppointmentStore()
        func command(_ text: String) -> Order { order("HassStartTimer", ["minutes": .init(10), "conversation_command": .init(.string(text), text: text)]) }
        #expect(try await said(store, command("rappelle-moi de sortir le gâteau")) == "Je te le rappellerai dans 10 minutes : sortir le gâteau.")
        #expect(store.all.map(\.kind) == [.reminder])
        #expect(try await said(store, command("remind me to take my keys"), .english) == "I'll remind you in 10 minutes: take your keys.")
        #expect(
            try await said(store, command("éteins la lumière"))
                == "Je ne peux pas le faire à ta place, mais je te le dirai dans 10 minutes : éteins la lumière.")
        #expect(store.all.last?.label == "éteins la lumière")
    }

    @Test func boundsHowManyRunAtOnce() async throws {
        let store = FakeAppointmentStore((0..<100).map { timer("\($0)", 600) })
        #expect(
            try await said(store, order("HassStartTimer", ["minutes": .init(1)]))
                == "Tu as déjà 100 minuteurs et rappels en attente : annules-en d'abord quelques-uns.")
        let status = try #require(try await said(store, order("HassTimerStatus")))
        #expect(status.hasPrefix("100 minuteurs sont en cours : 10 minutes (0) ; ") && status.hasSuffix(" ; et 80 autres."))
    }

    @Test func saysSoWhenItCameDueInTheMeantime() async throws {
        let store = FakeAppointmentStore([timer("a", 600)])
        let skill = TimerSkill(store: RacingStore(store))
        try await check(
            skill,
            fr([
                "ajoute 5 minutes au minuteur": "Trop tard : c'est déjà passé.", "mets le minuteur en pause": "Trop tard : c'est déjà passé.",
            ]))
    }
}

/// In which everything that is read comes due before it can be changed.
private struct RacingStore: AppointmentStore {
    let store: FakeAppointmentStore
    init(_ store: FakeAppointmentStore) { self.store = store }

    func add(_ appointment: Appointment, for principal: Principal) async throws { try await store.add(appointment, for: principal) }
    func appointments(_ kind: Appointment.Kind?, in states: Set<Appointment.State>, for principal: Principal) async throws -> [Appointment] {
        try await store.appointments(kind, in: states, for: principal)
    }
    func move(_ id: Appointment.ID, from: Appointment.State, to: Appointment.State, for principal: Principal) async throws -> Bool { false }
    func replace(_ old: Appointment, with new: Appointment, for principal: Principal) async throws -> Bool { false }
    func fire(_ occurrence: Appointment, of series: Appointment, movingTo next: Appointment, for principal: Principal) async throws -> Bool { false }
    func upcoming(limit: Int) async throws -> [(appointment: Appointment, principal: Principal)] { [] }
}
