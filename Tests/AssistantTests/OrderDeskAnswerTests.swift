import Assistant
import Base
import Domain
import Foundation
import TestSupport
import Testing

/// What Jarvis asks, and what is said then.
@Suite(.timeLimit(.minutes(1))) struct OrderDeskAnswerTests {
    let world = DeskWorld()
    let done = "Ouvert."

    init() {
        world.read("ouvre", as: order("ouvre"))
        world.home.expect("ouvre", asks: "Vraiment ?", says: done)
    }

    // MARK: a yes

    @Test func yes() async throws {
        let asked = try #require(try await world.answer("ouvre"))
        #expect(asked.reply.text == "Vraiment ?" && asked.reply.needsConfirmation && asked.reply.actions.isEmpty)
        #expect(world.recorded.isEmpty)
        let answer = try #require(try await world.answer("oui"))
        #expect(answer.skill == "home" && answer.reply.text == done && !answer.reply.needsConfirmation)
        #expect(world.home.handled == ["ouvre", "ouvre!"])
        // It was a yes to that, once.
        #expect(try await world.answer("oui") == nil)
        #expect(world.home.handled.count == 2)
    }

    @Test(arguments: [(Language.french, "non", "D'accord, je ne fais rien."), (.english, "no", "All right, I won't do anything.")])
    func no(_ language: Language, _ word: String, _ said: String) async throws {
        try await world.say("ouvre", language)
        let answer = try #require(try await world.answer(word, language))
        #expect(answer.reply.text == said && answer.skill == "orders")
        #expect(try await world.answer("oui") == nil)
        #expect(world.home.handled == ["ouvre"])
        // What was declined is nothing that "la" could mean.
        #expect(world.reader.contexts.last?.previous.isEmpty == true)
    }

    @Test func anythingElseDropsIt() async throws {
        world.reader["oui mais seulement la cuisine"] = Reading.none
        try await world.say("ouvre")
        #expect(try await world.answer("oui mais seulement la cuisine") == nil)
        #expect(try await world.answer("oui") == nil)
        #expect(world.home.handled == ["ouvre"])
    }

    @Test func whatMendsItIsANewOrder() async throws {
        world.read("non, le garage", as: order("ouvre le garage"))
        world.home.expect("ouvre le garage", asks: "Le garage, vraiment ?", says: done)
        try await world.say("ouvre")
        #expect(try await world.say("non, le garage") == "Le garage, vraiment ?")
        #expect(world.reader.contexts.last?.unconfirmed.map(\.text) == ["ouvre"])
        #expect(try await world.say("oui") == done)
        #expect(world.home.handled == ["ouvre", "ouvre le garage", "ouvre le garage!"])
    }

    @Test func askedAgainItIsNotAYes() async throws {
        try await world.say("ouvre")
        #expect(try await world.say("ouvre") == "Vraiment ?")
        #expect(world.home.handled == ["ouvre", "ouvre"])
    }

    @Test func aYesThatComesTooLateAnswersNothing() async throws {
        try await world.say("ouvre")
        world.clock.advance(by: 120)
        #expect(try await world.say("oui") == done)
        try await world.say("ouvre")
        world.clock.advance(by: 121)
        #expect(try await world.answer("oui") == nil)
        #expect(world.home.handled == ["ouvre", "ouvre!", "ouvre"])
    }

    @Test func someAreDoneAndTheOthersAskedAbout() async throws {
        world.read("allume, ouvre et ferme", as: order("ouvre"), order("allume"), order("ferme"))
        world.home.expect("allume", says: "Allumé.")
        world.home.expect("ferme", asks: "Fermer aussi ?", says: "Fermé.")
        let answer = try #require(try await world.answer("allume, ouvre et ferme"))
        #expect(answer.reply.text == "Allumé. Vraiment ? Fermer aussi ?" && answer.reply.needsConfirmation)
        #expect(try await world.say("oui") == "Ouvert. Fermé.")
        #expect(world.home.handled == ["ouvre", "allume", "ferme", "ouvre!", "ferme!"])
        #expect(world.recorded == [["allume"], ["ouvre", "ferme"]])
    }

    @Test func twoYesesAtOnceAreOne() async throws {
        let gate = Gate()
        world.home.expect("ouvre") { isConfirmed in
            guard isConfirmed else { return SkillReply("Vraiment ?", needsConfirmation: true) }
            await gate.pass()
            return SkillReply("Ouvert.")
        }
        try await world.say("ouvre")
        async let first = world.say("oui")
        await gate.waitForSomebody()
        #expect(try await world.answer("oui") == nil)
        gate.open()
        #expect(try await first == done)
        #expect(world.home.handled == ["ouvre", "ouvre!"])
    }

    @Test func aConfirmedOrderThatFailsIsNotTriedAgainByAnotherYes() async throws {
        try await world.say("ouvre")
        world.home.expect("ouvre") { _ in throw Problem(.unavailable, "jammed") }
        await #expect(throws: Problem.self) { try await world.say("oui") }
        #expect(try await world.answer("oui") == nil)
        #expect(world.home.handled == ["ouvre", "ouvre!"])
    }

    // MARK: a question

    private var which: Reading.Question {
        Reading.Question(text: "Laquelle ?", choices: [.init(label: "la lampe", orders: [order("allume la lampe")])])
    }

    @Test func aQuestionThenItsAnswer() async throws {
        world.reader["allume"] = .question(which)
        world.read("la lampe", as: order("allume la lampe"))
        world.home.expect("allume la lampe", says: "Allumée.")
        #expect(try await world.say("allume") == "Laquelle ?")
        #expect(world.home.handled.isEmpty)
        #expect(try await world.say("la lampe") == "Allumée.")
        world.reader["et puis"] = Reading.none
        try await world.say("et puis")
        #expect(world.reader.contexts.map { $0.question?.text } == [nil, "Laquelle ?", nil])
    }

    @Test func aSkillThatOnlyTellsIsSurerThanAQuestion() async throws {
        world.reader["demain il fait quel temps"] = .question(which)
        world.teller("demain il fait quel temps") { SkillReply("Il pleuvra.") }
        let answer = try #require(try await world.answer("demain il fait quel temps"))
        #expect(answer.skill == "tellers" && answer.reply.text == "Il pleuvra.")
        // One that does something is not tried: it might take half of an order for the whole.
        world.reader["réveille-moi et allume le sauna"] = .question(which)
        world.skill("réveille-moi et allume le sauna") { SkillReply("Je te réveille.") }
        #expect(try await world.say("réveille-moi et allume le sauna") == "Laquelle ?")
        #expect(world.asked.isEmpty)
    }

    @Test func aQuestionIsForgotten() async throws {
        world.reader["allume"] = .question(which)
        world.reader["la lampe"] = Reading.none
        try await world.say("allume")
        world.clock.advance(by: 121)
        try await world.say("la lampe")
        #expect(world.reader.contexts.last?.question == nil)
    }

    @Test func aQuestionLeavesTheOrdersBeforeToLeanOn() async throws {
        world.read("a", as: order("a"))
        world.home.expect("a", says: "Fait.")
        world.reader["allume"] = .question(which)
        world.reader["non"] = .answer(isYes: false)
        try await world.say("a")
        try await world.say("allume")
        #expect(try await world.say("non") == "D'accord, je ne fais rien.")
        world.reader["et puis"] = Reading.none
        try await world.say("et puis")
        #expect(world.reader.contexts.last?.previous.map(\.text) == ["a"])
        #expect(world.reader.contexts.last?.question == nil)
    }

    @Test func theAnswerMayWantAYes() async throws {
        world.reader["ouvre la porte"] = .question(which)
        world.read("celle du garage", as: order("ouvre"), later("ferme"))
        world.home.object(to: "ferme", .confirm("Fermer, vraiment ?"))
        try await world.say("ouvre la porte")
        #expect(try await world.say("celle du garage") == "Vraiment ? Fermer, vraiment ?")
        #expect(world.scheduled.isEmpty)
        #expect(try await world.say("oui") == "Ouvert. D'accord, plus tard : ferme.")
        #expect(world.scheduled == [["ferme"]])
    }

    // MARK: which one

    @Test func whichOneIsAskedAndTheNameCompletesTheOrder() async throws {
        world.read("éteins la lumière et ouvre", as: order("éteins la lumière"), order("ouvre"), order("allume"))
        world.home.expect("éteins la lumière") { _ in SkillReply("Dans quelle pièce ?", asksWhich: true) }
        world.home.expect("allume", says: "Allumé.")
        let asked = try #require(try await world.answer("éteins la lumière et ouvre"))
        #expect(asked.reply.text == "Allumé. Dans quelle pièce ? Vraiment ?" && asked.reply.asksWhich && asked.reply.needsConfirmation)
        #expect(world.recorded == [["allume"]])
        world.read("la cuisine", as: order("éteins la cuisine"))
        world.home.expect("éteins la cuisine", says: "Éteint.")
        #expect(try await world.say("la cuisine") == "Éteint.")
        let context = try #require(world.reader.contexts.last)
        #expect(context.incomplete.map(\.text) == ["éteins la lumière"] && context.unconfirmed.map(\.text) == ["ouvre"])
        // That was the answer.
        #expect(try await world.answer("oui") == nil)
        #expect(world.reader.contexts.last?.incomplete.isEmpty == true)
    }

    @Test func aNoToWhichOneDropsIt() async throws {
        world.read("éteins", as: order("éteins"))
        world.read("laisse tomber", as: nevermind)
        world.home.expect("éteins") { _ in SkillReply("Dans quelle pièce ?", asksWhich: true) }
        try await world.say("éteins")
        #expect(try await world.say("laisse tomber") == "D'accord, je ne fais rien.")
        world.reader["la cuisine"] = Reading.none
        try await world.say("éteins")
        world.clock.advance(by: 121)
        try await world.say("la cuisine")
        #expect(world.reader.contexts.last?.incomplete.isEmpty == true)
    }

    @Test func theLanguageOfTheQuestionIsThatOfWhatFollows() async throws {
        world.home.expect("ouvre") { isConfirmed in
            if isConfirmed { throw DeskWorld.Broken() }
            return SkillReply("Vraiment ?", needsConfirmation: true)
        }
        world.read("deux fois", as: order("ouvre"), order("ouvre"))
        try await world.say("deux fois")
        #expect(try await world.say("yes", .english) == "« ouvre » : ça n'a pas marché. « ouvre » : ça n'a pas marché.")
        try await world.say("ouvre")
        #expect(try await world.say("no", .english) == "D'accord, je ne fais rien.")
    }

    // MARK: never mind

    @Test(arguments: [(Language.french, "D'accord."), (.english, "All right.")]) func neverMind(_ language: Language, _ said: String) async throws {
        world.read("laisse", as: nevermind)
        world.automations.expect("annule") { _ in nil }
        #expect(try await world.say("laisse", language) == said)
        #expect(world.asked.isEmpty && world.recorded.isEmpty)
    }

    @Test func itTakesBackWhatWasMadeForLater() async throws {
        world.read("plus tard", as: later("éteins"))
        world.read("annule", as: nevermind)
        world.automations.expect("annule", says: "Annulé : « éteins ».")
        try await world.say("plus tard")
        let answer = try #require(try await world.answer("annule"))
        #expect(answer.reply.text == "Annulé : « éteins »." && answer.skill == "automations")
        // Nothing of the house was changed by it, and there is nothing left to lean on.
        #expect(world.recorded.isEmpty)
        world.reader["et puis"] = Reading.none
        try await world.say("et puis")
        #expect(world.reader.contexts.last?.previous.isEmpty == true)
    }

    @Test func itIsNotAboutWhatWasMadeBeforeSomethingElseWasDone() async throws {
        world.read("plus tard", as: later("éteins"))
        world.read("ouvre la scène", as: order("scène"))
        world.read("annule", as: nevermind)
        world.home.expect("scène", says: "Fait.")
        try await world.say("plus tard")
        try await world.say("ouvre la scène")
        #expect(try await world.say("annule") == "D'accord.")
        #expect(world.automations.handled.isEmpty)
    }

    @Test func aQuestionBetweenDoesNotCount() async throws {
        world.read("plus tard", as: later("éteins"))
        world.read("quelle heure", as: order("quelle heure", "HassGetCurrentTime"))
        world.read("annule", as: nevermind)
        world.skill("quelle heure") { SkillReply("9 h.") }
        world.automations.expect("annule", says: "Annulé.")
        try await world.say("plus tard")
        try await world.say("quelle heure")
        #expect(try await world.say("annule") == "Annulé.")
    }

    @Test func whileSomethingIsAskedItIsANoToThat() async throws {
        world.read("plus tard", as: later("éteins"))
        world.read("tais-toi", as: nevermind)
        try await world.say("plus tard")
        try await world.say("ouvre")
        #expect(try await world.say("tais-toi") == "D'accord, je ne fais rien.")
        #expect(world.automations.handled.isEmpty)
        #expect(try await world.answer("oui") == nil)
    }

    @Test func itStandsBesideTheContraryOfWhatWasDone() async throws {
        world.read("allume une heure", as: order("allume"), later("éteins", 3600))
        world.read("annule ça", as: order("éteins tout de suite"), nevermind)
        world.home.expect("allume", says: "Allumé.")
        world.home.expect("éteins tout de suite", says: "Éteint.")
        world.automations.expect("annule", says: "Annulé : « éteins ».")
        #expect(try await world.say("allume une heure") == "Allumé. D'accord, plus tard : éteins.")
        #expect(try await world.say("annule ça") == "Éteint. Annulé : « éteins ».")
        #expect(world.recorded == [["allume"], ["éteins tout de suite"]])
    }
}
