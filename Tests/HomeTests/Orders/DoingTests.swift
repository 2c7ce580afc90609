import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Home

/// Orders on a house that answers as a test wrote down: what is said is what was seen.
@Suite(.timeLimit(.minutes(1))) struct DoingTests {
    let clock = ManualClock(now: SampleHouse.start)
    let house: ScriptedHouse
    let handler: HomeOrderHandler

    init() throws {
        house = try SampleHouse.scripted(clock: clock)
        handler = HomeOrderHandler(house, clock: clock)
    }

    func salon(_ intent: String = "HassTurnOn") -> Order { SampleHouse.order(intent, ["area": "Salon", "domain": "light"]) }
    func light(_ intent: String = "HassTurnOn", _ name: String = "Lampe du bureau") -> Order { SampleHouse.order(intent, ["name": .string(name)]) }
    static let salonOn = "light.turn_on light.salon_1 light.salon_2 light.salon_3"

    // MARK: Seen

    @Test(arguments: [(Language.french, "C'est allumé."), (.english, "It's on.")]) func oneLamp(_ language: Language, _ text: String) async throws {
        house.expect("light.turn_on light.bureau") { $0.report("light.bureau", "on") }
        let reply = try await handler.reply(light(), language)
        #expect(reply.text == text)
        #expect(
            reply.actions == [
                Action(
                    tool: "home.light.turn_on", arguments: ["entities": ["light.bureau"], "data": [:]], status: .done,
                    evidence: "light.bureau: off → on (0 ms)")
            ])
        #expect(!reply.needsConfirmation)
    }

    @Test(arguments: [(Language.french, "Les 3 lampes du salon sont allumées."), (.english, "The 3 lights in Salon are on.")])
    func aRoomful(_ language: Language, _ text: String) async throws {
        house.expect(Self.salonOn) { house in for index in 1...3 { house.report("light.salon_\(index)", "on") } }
        #expect(try await handler.reply(salon(), language).text == text)
    }

    @Test func whatWasOnBeforeIsCounted() async throws {
        house.report("light.salon_1", "on")
        house.expect("light.turn_on light.salon_2 light.salon_3") { house in for index in 2...3 { house.report("light.salon_\(index)", "on") } }
        #expect(try await handler.reply(salon()).text == "Les 3 lampes du salon sont allumées.")
    }

    @Test func whatIsSoAlreadyIsNotDoneAgain() async throws {
        #expect(try await handler.reply(light("HassTurnOff")).text == "C'est déjà éteint.")
        #expect(try await handler.reply(light("HassTurnOff"), .english).text == "It's already off.")
        #expect(try await handler.reply(salon("HassTurnOff")).text == "Les 3 lampes du salon sont déjà éteintes.")
        #expect(house.calls.isEmpty)
    }

    @Test func theNewsMayComeAfterTheCall() async throws {
        house.expect("light.turn_on light.bureau")
        async let reply = handler.reply(light())
        await clock.waitForSleepers()
        clock.advance(by: 0.084)
        house.report("light.bureau", "on")
        #expect(try await reply.actions.first?.evidence == "light.bureau: off → on (84 ms)")
    }

    @Test func aCallThatTakesItsTimeIsNotWaitedForOnceItsEffectWasSeen() async throws {
        let gate = Gate()
        house.expect("light.turn_on light.bureau") { house in
            house.report("light.bureau", "on")
            await gate.wait()
        }
        #expect(try await handler.reply(light()).text == "C'est allumé.")
        gate.open()
    }

    @Test(arguments: [(Language.french, "Le volet de la cuisine se ferme."), (.english, "Volet de la cuisine is closing.")])
    func aSlowCoverMoves(_ language: Language, _ text: String) async throws {
        house.expect("cover.close_cover cover.cuisine") { $0.report("cover.cuisine", "closing", ["current_position": 100]) }
        let reply = try await handler.reply(SampleHouse.order("HassTurnOff", ["name": "Volet de la cuisine"]), language)
        #expect(reply.text == text)
        #expect(reply.actions.first?.status == .done)
        #expect(reply.actions.first?.evidence == "cover.cuisine: open → closing (0 ms)")
    }

    @Test func severalCovers() async throws {
        house.expect("cover.close_cover cover.cuisine cover.salon cover.chambre") { house in
            for id in ["cover.cuisine", "cover.salon", "cover.chambre"] { house.report(id, "closing") }
        }
        let order = SampleHouse.order("HassTurnOff", ["domain": "cover"], except: [["area": "Garage"]], isWide: true)
        #expect(try await handler.reply(order).text == "Les 3 volets se ferment.")
    }

    @Test func aLockIsLockedOnlyWhenItSaysSo() async throws {
        house.report("lock.entree", "unlocked")
        house.expect("lock.lock lock.entree") { $0.report("lock.entree", "locking") }
        async let reply = handler.reply(SampleHouse.order("HassTurnOn", ["name": "Porte d'entrée"]))
        await clock.waitForSleepers()
        clock.advance(by: 2)
        house.report("lock.entree", "locked")
        #expect(try await reply.text == "C'est verrouillé.")
    }

    @Test func aJammedLockIsSaid() async throws {
        house.report("lock.entree", "unlocked")
        house.expect("lock.lock lock.entree") { $0.report("lock.entree", "jammed") }
        let reply = try await handler.reply(SampleHouse.order("HassTurnOn", ["name": "Porte d'entrée"]))
        #expect(reply.text == "La porte d'entrée est coincée.")
        #expect(reply.actions.first?.status == .failed)
    }

    @Test func heatingThatIsOffIsSetAndSaid() async throws {
        house.expect("climate.set_temperature climate.chambre temperature=20") { $0.report("climate.chambre", "off", ["temperature": 20]) }
        let reply = try await handler.reply(SampleHouse.order("HassClimateSetTemperature", ["area": "Chambre", "temperature": 20]))
        #expect(reply.text == "C'est réglé sur 20 degrés, mais le radiateur de la chambre est éteint.")
    }

    @Test func mixedDeedsAreToldApart() async throws {
        house.expect("light.turn_on light.cuisine brightness_pct=40") { $0.report("light.cuisine", "on", ["brightness": 102]) }
        #expect(try await handler.reply(SampleHouse.order("HassLightSet", ["area": "Cuisine", "brightness": 40])).text == "C'est à 40 %.")
    }

    // MARK: Not seen

    @Test(arguments: [(Language.french, "La lampe du bureau ne répond pas."), (.english, "Lampe du bureau isn't answering.")])
    func aDeviceThatNeverAnswers(_ language: Language, _ text: String) async throws {
        house.expect("light.turn_on light.bureau")
        async let reply = handler.reply(light(), language)
        await clock.waitForSleepers()
        clock.advance(by: 3)
        #expect(try await reply.text == text)
        #expect(try await reply.actions.first?.status == .failed)
    }

    @Test(arguments: [
        (Language.french, "Deux sont allumées, la guirlande ne répond pas."), (.english, "Two are on, Guirlande isn't answering."),
    ])
    func someAnswer(_ language: Language, _ text: String) async throws {
        house.expect(Self.salonOn) { house in for index in 1...2 { house.report("light.salon_\(index)", "on") } }
        async let reply = handler.reply(salon(), language)
        await clock.waitForSleepers()
        await seen("light.salon_2", "on")
        clock.advance(by: 3)
        #expect(try await reply.text == text)
    }

    /// The call runs beside the one who waits for its effect: time may pass only once it was made.
    private func seen(_ entity: String, _ value: String) async { while house.state(of: entity)?.value != value { await Task.yield() } }

    @Test func oneAnswersByItsName() async throws {
        house.expect(Self.salonOn) { $0.report("light.salon_1", "on") }
        async let reply = handler.reply(salon())
        await clock.waitForSleepers()
        await seen("light.salon_1", "on")
        clock.advance(by: 3)
        #expect(try await reply.text == "La lampe du salon est allumée, le plafonnier et la guirlande ne répondent pas.")
    }

    @Test func aLampThatGoesElsewhereIsNotDone() async throws {
        house.expect("light.turn_on light.desk brightness_pct=80") { $0.report("light.desk", "on", ["brightness": 20]) }
        async let reply = handler.reply(SampleHouse.order("HassLightSet", ["name": "Desk Lamp", "brightness": 80]))
        await clock.waitForSleepers()
        clock.advance(by: 3)
        #expect(try await reply.text == "Desk Lamp a réagi, mais pas comme demandé.")
    }

    @Test func anUnavailableDeviceIsSaidAndNotCalled() async throws {
        house.report("light.salon_2", "unavailable")
        house.expect("light.turn_on light.salon_1 light.salon_3") { house in for index in [1, 3] { house.report("light.salon_\(index)", "on") } }
        #expect(try await handler.reply(salon()).text == "Deux sont allumées, le plafonnier n'est pas joignable.")
        house.report("light.bureau", "unavailable")
        #expect(try await handler.reply(light()).text == "La lampe du bureau n'est pas joignable.")
        #expect(try await handler.reply(light(), .english).text == "Lampe du bureau isn't available.")
    }

    @Test func anOldReportIsNoProof() async throws {
        house.expect("light.turn_on light.desk") { house in
            house.table.apply(EntityState(entity: "light.desk", value: "on", changedAt: SampleHouse.start - 60, updatedAt: SampleHouse.start - 60))
            house.report("light.desk", "off")
        }
        async let reply = handler.reply(light("HassTurnOn", "Desk Lamp"))
        await clock.waitForSleepers()
        clock.advance(by: 3)
        #expect(try await reply.text == "Desk Lamp ne répond pas.")
    }

    @Test(arguments: [
        (Language.french, "Le volet de la cuisine n'a pas confirmé l'arrêt."), (.english, "Volet de la cuisine hasn't confirmed that it stopped."),
    ])
    func aCoverThatDoesNotSayThatItStopped(_ language: Language, _ text: String) async throws {
        house.report("cover.cuisine", "closing")
        house.expect("cover.stop_cover cover.cuisine")
        async let reply = handler.reply(SampleHouse.order("JarvisStop", ["name": "Volet de la cuisine"]), language)
        await clock.waitForSleepers()
        clock.advance(by: 3)
        #expect(try await reply.text == text)
    }

    @Test func whatCannotBeSwitchedOffIsNoTroubleInARoom() async throws {
        var model = house.model
        model.entities.append(HomeModel.Entity(id: "media_player.cast", name: "Cast", area: "cuisine", features: 131_072))
        house.table.replace(model: model)
        house.report("media_player.cast", "playing")
        house.expect("light.turn_off light.cuisine") { $0.report("light.cuisine", "off") }
        let all = SampleHouse.order("HassTurnOff", ["area": "Cuisine"], isWide: true)
        #expect(try await handler.reply(all).text == "Les deux appareils de la cuisine sont éteints.")
        let cast = SampleHouse.order("HassTurnOff", ["name": "Cast"])
        #expect(try await handler.reply(cast).text == "Cast ne sait pas faire ça.")
    }

    // MARK: Refused

    @Test(arguments: [
        (HouseError(.refused, "Entity light.bureau does not support this service."), "Ça n'a pas marché : l'appareil ne sait pas faire ça."),
        (HouseError(.refused, "Value out of range"), "Ça n'a pas marché : cette valeur n'est pas permise."),
        (HouseError(.refused, "Service light.turn_on not found."), "Ça n'a pas marché : la maison ne connaît pas cette commande."),
        (HouseError(.refused, "?"), "Ça n'a pas marché : la maison a refusé."),
        (HouseError(.unsupported, ""), "Ça n'a pas marché : cette maison ne sait pas faire ça."),
    ])
    func theHouseRefuses(_ error: HouseError, _ text: String) async throws {
        house.expect("light.turn_on light.bureau") { _ in throw error }
        let reply = try await handler.reply(light())
        #expect(reply.text == text)
        #expect(reply.actions.first?.status == .failed)
        #expect(reply.actions.first?.evidence == "light.bureau: \(error)")
    }

    @Test func aRefusalIsSaidInEnglish() async throws {
        house.expect("light.turn_on light.bureau") { _ in throw HouseError(.refused, "?") }
        #expect(try await handler.reply(light(), .english).text == "That didn't work: the house refused.")
    }

    // MARK: Connection

    @Test func aHouseOutOfReachIsWaitedFor() async throws {
        house.table.setConnected(false)
        house.expect("light.turn_on light.bureau") { $0.report("light.bureau", "on") }
        async let reply = handler.reply(light())
        await clock.waitForSleepers()
        house.table.setConnected(true)
        #expect(try await reply.text == "C'est allumé.")
    }

    @Test(arguments: [(Language.french, "La maison n'est pas joignable."), (.english, "The house can't be reached.")])
    func aHouseThatStaysOutOfReachIsSaid(_ language: Language, _ text: String) async throws {
        house.table.setConnected(false)
        async let reply = handler.reply(light(), language)
        await clock.waitForSleepers()
        clock.advance(by: 5)
        #expect(try await reply.text == text)
        #expect(house.calls.isEmpty)
    }

    @Test func whatWasNotSentIsSentOnceWhenTheHouseIsBack() async throws {
        house.expect("light.turn_on light.bureau") { house in
            house.table.setConnected(false)
            throw HouseError(.notConnected, "")
        }
        house.expect("light.turn_on light.bureau") { $0.report("light.bureau", "on") }
        async let reply = handler.reply(light())
        await clock.waitForSleepers(2)
        house.table.setConnected(true)
        #expect(try await reply.text == "C'est allumé.")
        #expect(house.calls.count == 2)
    }

    @Test func whatWasNeverSentIsSaid() async throws {
        house.expect("light.turn_on light.bureau") { house in
            house.table.setConnected(false)
            throw HouseError(.notConnected, "")
        }
        async let reply = handler.reply(light())
        await clock.waitForSleepers(2)
        clock.advance(by: 5)
        #expect(try await reply.text == "La maison n'est pas joignable : rien n'a été fait.")
        #expect(house.calls.count == 1)
    }

    /// A call whose outcome nobody knows, with the house gone.
    func loseTheHouse(calling call: String = "light.turn_on light.bureau") -> Gate {
        let lost = Gate()
        house.expect(call) { house in
            house.table.setConnected(false)
            lost.open()
            throw HouseError(.unknownOutcome, "")
        }
        return lost
    }

    @Test func afterALostConnectionTheStateDecides() async throws {
        let lost = loseTheHouse()
        async let reply = handler.reply(light())
        await lost.wait()
        await clock.waitForSleepers()
        clock.advance(by: 2)
        house.report("light.bureau", "on")
        house.table.setConnected(true)
        #expect(try await reply.text == "C'est allumé.")
        #expect(house.calls.count == 1)
    }

    @Test func afterALostConnectionNothingIsSentAgain() async throws {
        let lost = loseTheHouse()
        async let reply = handler.reply(light())
        await lost.wait()
        await clock.waitForSleepers()
        house.table.setConnected(true)
        clock.advance(by: 3)
        #expect(try await reply.text == "La lampe du bureau ne répond pas.")
        #expect(house.calls.count == 1)
    }

    @Test(arguments: [
        (Language.french, "Je ne sais pas si c'est fait : la liaison avec la maison est coupée."),
        (.english, "I can't tell whether it was done: the connection to the house broke."),
    ])
    func aHouseThatDoesNotComeBackLeavesItOpen(_ language: Language, _ text: String) async throws {
        let lost = loseTheHouse()
        async let reply = handler.reply(light(), language)
        await lost.wait()
        await clock.waitForSleepers()
        clock.advance(by: 3)
        await clock.waitForSleepers()
        clock.advance(by: 12)
        #expect(try await reply.text == text)
        #expect(try await reply.actions.first?.status == .failed)
    }

    @Test func aSceneIsNotDoneBecauseTheHouseCameBack() async throws {
        house.report("scene.film", "2024-01-01T00:00:00")
        let lost = loseTheHouse(calling: "scene.turn_on scene.film")
        async let reply = handler.reply(SampleHouse.order("HassTurnOn", ["name": "Soirée film"]))
        await lost.wait()
        await clock.waitForSleepers()
        house.report("scene.film", "unknown")
        house.report("scene.film", "2024-01-01T00:00:00", ["restored": true])
        house.table.setConnected(true)
        clock.advance(by: 3)
        #expect(try await reply.actions.first?.status == .failed)
    }

    // MARK: At once, and interrupted

    @Test func fiveTimesADegreeAtOnceAreFiveDegrees() async throws {
        let house = try SampleHouse.scripted()
        for wanted in 20...24 {
            house.expect("climate.set_temperature climate.salon temperature=\(wanted)") {
                $0.report("climate.salon", "heat", ["temperature": .number(Double(wanted))])
            }
        }
        let handler = HomeOrderHandler(house)
        let order = SampleHouse.order("JarvisAdjust", ["what": "temperature", "direction": "up", "amount": 1, "area": "Salon"])
        let said = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<5 { group.addTask { try await handler.reply(order).text } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(said) == Set((20...24).map { "Le chauffage du salon est réglé sur \($0) degrés." }) || Set(said).count == 5, "\(said)")
        #expect(house.missing == [] && house.state(of: "climate.salon")?.number("temperature") == 24)
    }

    @Test func whoWaitsNoMoreHoldsNobodyUp() async throws {
        let turns = Turns(limit: 2)
        #expect(try await turns.take(["a"]))
        let second = Task { try await turns.take(["a", "b"]) }
        let third = Task { try await turns.take(["b"]) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(try await third.value)
        turns.give(["b"])
        turns.give(["a"])
        #expect(try await turns.take(["a", "b"]))
    }

    @Test func twoOrdersOnOneLamp() async throws {
        let gate = Gate()
        house.expect("light.turn_on light.bureau") { house in
            await gate.wait()
            house.report("light.bureau", "on")
        }
        // Told anew although the lamp is off: the first order is still under way.
        house.expect("light.turn_off light.bureau")
        async let on = handler.reply(light())
        await house.waitForCalls()
        let off = try await handler.reply(light("HassTurnOff"))
        #expect(off.text == "C'est éteint.")
        gate.open()
        #expect(try await on.text == "C'est allumé.")
        #expect(house.calls == ["light.turn_on light.bureau", "light.turn_off light.bureau"])
    }

    @Test func interruptingStopsTheWaiting() async throws {
        house.expect("light.turn_on light.bureau")
        let handler = handler
        let order = light()
        let turn = Task { try await handler.reply(order) }
        await house.waitForCalls()
        turn.cancel()
        await #expect(throws: CancellationError.self) { try await turn.value }
        #expect(house.calls.count == 1)
    }

    @Test func anInterruptedOrderIsNotSentLater() async throws {
        house.expect("light.turn_on light.bureau") { house in
            house.table.setConnected(false)
            throw HouseError(.notConnected, "")
        }
        let handler = handler
        let order = light()
        let turn = Task { try await handler.reply(order) }
        await clock.waitForSleepers(2)
        turn.cancel()
        await #expect(throws: CancellationError.self) { try await turn.value }
        house.table.setConnected(true)
        // The next order finds the first one's call gone.
        house.expect("light.turn_on light.bureau") { $0.report("light.bureau", "on") }
        #expect(try await handler.reply(light()).text == "C'est allumé.")
        #expect(house.calls.count == 2)
    }

    @Test func ordersThatNobodyWaitsForDoNotPileUp() async throws {
        var limits = OrderLimits()
        limits.orders = 2
        let handler = HomeOrderHandler(house, clock: clock, limits: limits)
        let gate = Gate()
        for name in ["salon_1", "salon_2"] {
            house.expect("light.turn_on light.\(name)") { house in
                house.report("light.\(name)", "on")
                await gate.wait()
            }
        }
        _ = try await handler.reply(light("HassTurnOn", "Lampe du salon"))
        _ = try await handler.reply(light("HassTurnOn", "Plafonnier"))
        #expect(try await handler.reply(light()).text.hasPrefix("Trop d'ordres"))
        gate.open()
    }

    // MARK: Asked first

    @Test func aRiskIsAskedAndNothingDone() async throws {
        let order = SampleHouse.order("HassTurnOff", ["name": "Porte d'entrée"])
        let asked = try await handler.reply(order)
        #expect(asked == SkillReply("Tu veux vraiment que je déverrouille la porte d'entrée ?", needsConfirmation: true))
        #expect(try await handler.reply(order, .english).text == "Do you really want me to unlock Porte d'entrée?")
        #expect(house.calls.isEmpty)
        house.expect("lock.unlock lock.entree") { $0.report("lock.entree", "unlocked") }
        #expect(try await handler.reply(order, isConfirmed: true).text == "C'est déverrouillé.")
    }

    @Test func aGuestIsRefusedEvenWithAYes() async throws {
        let order = SampleHouse.order("HassTurnOff", ["name": "Porte d'entrée"])
        #expect(try await handler.reply(order, role: .guest) == SkillReply("Demande à quelqu'un de la maison de déverrouiller la porte d'entrée."))
        #expect(try await handler.reply(order, isConfirmed: true, role: .child).text == "Demande à un adulte de déverrouiller la porte d'entrée.")
        #expect(try await handler.reply(order, .english, role: .guest).text == "Ask somebody of the house to unlock Porte d'entrée.")
        #expect(house.calls.isEmpty)
    }

    @Test func aVoiceAloneOpensNothingEvenWithAYes() async throws {
        let order = SampleHouse.order("HassTurnOff", ["name": "Porte d'entrée"])
        #expect(
            try await handler.reply(order, isConfirmed: true, isByVoiceAlone: true)
                == SkillReply("La voix ne suffit pas : demande-moi depuis ton téléphone de déverrouiller la porte d'entrée."))
        #expect(
            try await handler.reply(order, .english, isByVoiceAlone: true).text == "A voice is not enough: ask me from your phone to unlock Porte d'entrée.")
        #expect(try await handler.reply(order, role: .guest, isByVoiceAlone: true).text.hasPrefix("Demande à quelqu'un de la maison"))
        let light = SampleHouse.order("HassTurnOn", ["name": "Lampe du salon"])
        house.expect("light.turn_on light.salon_1") { $0.report("light.salon_1", "on") }
        _ = try await handler.reply(light, isByVoiceAlone: true)
        #expect(house.calls.count == 1, "what is harmless is done")
    }

    @Test func manyDevicesAreAskedAbout() async throws {
        var model = house.model
        for index in 1...9 { model.entities.append(HomeModel.Entity(id: "switch.x\(index)", name: "X\(index)", area: index < 5 ? "salon" : "cuisine")) }
        house.table.replace(model: model)
        for index in 1...9 { house.report("switch.x\(index)", "on") }
        let order = Order(
            Intent("HassTurnOff", ["area": SlotValue("ici", ids: ["salon", "cuisine"]), "domain": SlotValue("switch")]), text: "")
        #expect(try await handler.reply(order) == SkillReply("Ça concerne 9 interrupteurs dans 2 pièces. Je le fais ?", needsConfirmation: true))
        #expect(try await handler.reply(order, .english).text == "That's 9 switches in 2 rooms. Shall I?")
    }

    @Test func everythingIsNoSurpriseToWhoSaidEverything() async throws {
        house.report("light.bureau", "on")
        house.expect("light.turn_off light.cuisine light.bureau") { house in
            for id in ["light.cuisine", "light.bureau"] { house.report(id, "off") }
        }
        let reply = try await handler.reply(SampleHouse.order("HassTurnOff", ["domain": "light"], isWide: true))
        #expect(reply.text == "Les 6 lampes sont éteintes.")
    }

    @Test func whatIsNotClearIsAskedBack() async throws {
        let reply = try await handler.reply(SampleHouse.order("HassTurnOn", ["domain": "light"]))
        #expect(reply == SkillReply("Dans quelle pièce : le salon, la cuisine ou le bureau ?", asksWhich: true))
        #expect(try await handler.reply(SampleHouse.order("HassTurnOn", ["domain": "light"]), .english).text == "In which room: Salon, Cuisine or Bureau?")
    }

    @Test func whatIsNotThereIsSaid() async throws {
        let covers = SampleHouse.order("HassTurnOff", ["area": "Bureau", "domain": "cover", "device_class": "shutter"])
        #expect(try await handler.reply(covers).text == "Il n'y a pas de volet dans le bureau.")
        #expect(try await handler.reply(covers, .english).text == "There is no shutter in Bureau.")
        #expect(try await handler.reply(SampleHouse.order("HassTurnOn", ["area": "Véranda"])).text == "Je ne connais pas de pièce « Véranda ».")
        #expect(try await handler.reply(SampleHouse.order("HassTurnOn", ["name": "Fusée"])).text == "Je ne connais pas « Fusée » dans la maison.")
        #expect(try await handler.reply(SampleHouse.order("HassMediaPause", ["area": "Cuisine"])).text == "Rien ne joue dans la cuisine.")
    }

    @Test func ordersForLaterAreNotForThisHandler() async throws {
        var order = light()
        order.timing = .after(seconds: 60)
        #expect(try await handler.handle(order, isConfirmed: false, language: .french, in: SampleHouse.context()) == nil)
        #expect(try await handler.handle(SampleHouse.order("HassStartTimer"), isConfirmed: false, language: .french, in: SampleHouse.context()) == nil)
        #expect(try await handler.handle(SampleHouse.order("HassSetPosition"), isConfirmed: false, language: .french, in: SampleHouse.context()) == nil)
    }

    @Test func nothingOfAnOrderIsLeftBehind() async throws {
        house.expect("light.turn_on light.bureau") { $0.report("light.bureau", "on") }
        _ = try await handler.reply(light())
        _ = try await handler.reply(light())
        #expect(house.missing.isEmpty)
    }
}
