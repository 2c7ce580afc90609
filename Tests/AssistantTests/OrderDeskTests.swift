import Assistant
import Base
import Domain
import Foundation
import TestSupport
import Testing

/// Orders that are carried out at once: several in one breath, some of which fail, and what the next utterance may lean on.
@Suite(.timeLimit(.minutes(1))) struct OrderDeskTests {
    let world = DeskWorld()

    @Test func oneOrder() async throws {
        world.read("allume le salon", as: order("allume le salon"))
        world.home.expect("allume le salon", says: "C'est allumé.")
        let answer = try #require(try await world.answer("allume le salon"))
        #expect(answer.skill == "home" && answer.reply.text == "C'est allumé." && !answer.reply.needsConfirmation)
        #expect(answer.reply.actions.map(\.tool) == ["home.allume le salon"])
        #expect(world.recorded == [["allume le salon"]])
        #expect(world.asked.isEmpty)
    }

    @Test func severalAreDoneInTheirOrderAndAnsweredInOneBreath() async throws {
        world.read("a, b et c", as: order("a"), order("b"), order("c", "HassGetCurrentTime"))
        world.home.expect("a", says: "C'est allumé")
        world.home.expect("b", says: "Le volet bouge…")
        world.skill("c") { SkillReply("Il est 9 h.") }
        let answer = try #require(try await world.answer("a, b et c"))
        #expect(answer.reply.text == "C'est allumé. Le volet bouge… Il est 9 h.")
        #expect(answer.reply.actions.count == 2 && answer.skill == "orders")
        #expect(world.home.handled == ["a", "b"])
        // What was only told is nothing that was done.
        #expect(world.recorded == [["a", "b"]])
    }

    @Test(arguments: [(Language.french, "« a » : ça n'a pas marché. Fait."), (.english, "“a”: that didn't work. Fait.")])
    func oneThatFailsDoesNotHideTheOthers(_ language: Language, _ said: String) async throws {
        world.read("a et b", as: order("a"), order("b"))
        world.home.expect("b", says: "Fait.")
        for error in [Problem(.unavailable, "gone"), DeskWorld.Broken()] as [any Error] {
            world.home.expect("a") { _ in throw error }
            #expect(try await world.say("a et b", language) == said)
        }
        #expect(world.recorded == [["b"], ["b"]])
    }

    @Test func aloneItFailsTheTurn() async throws {
        world.read("a", as: order("a"))
        world.home.expect("a") { _ in throw Problem(.unavailable, "gone") }
        await #expect(throws: Problem(.unavailable, "gone")) { try await world.say("a") }
        #expect(world.recorded.isEmpty)
    }

    @Test(arguments: [(Language.french, "Fait. Je n'ai pas compris « b »."), (.english, "Fait. I didn't understand “b”.")])
    func aPartThatNobodyTakesIsSaid(_ language: Language, _ said: String) async throws {
        world.read("a et b", as: order("a"), order("b", "JarvisSkill"))
        world.home.expect("a", says: "Fait.")
        #expect(try await world.say("a et b", language) == said)
        #expect(world.asked == ["b"])
    }

    @Test func whatNobodyTakesIsTheModels() async throws {
        world.reader["bonjour"] = Reading.none
        world.read("b", as: order("b", "JarvisSkill"))
        world.read("jarvis, b", as: order("b", "JarvisSkill"))
        #expect(try await world.answer("bonjour") == nil)
        #expect(try await world.answer("b") == nil)
        // Nobody is asked twice the same.
        #expect(world.asked == ["bonjour", "b"])
        // As it was said it may be a skill's, where the order's own words are nobody's.
        world.skill("jarvis, b") { SkillReply("Oui ?") }
        #expect(try await world.say("jarvis, b") == "Oui ?")
        #expect(world.recorded.isEmpty)
    }

    @Test func wordsThatWereKeptAreNoOrderToLeanOn() async throws {
        world.read("retiens le code", as: order("retiens le code", "JarvisSkill"))
        world.skill("retiens le code") {
            var reply = SkillReply("C'est retenu.")
            reply.tookWords = true
            return reply
        }
        #expect(try await world.say("retiens le code") == "C'est retenu.")
        world.reader["non, 4513"] = Reading.none
        #expect(try await world.answer("non, 4513") == nil)
        #expect(world.reader.contexts.last?.previous.isEmpty == true)
    }

    @Test func aTextSkillAnswersWhatIsNoOrder() async throws {
        world.reader["quel jour"] = Reading.none
        world.skill("quel jour") { SkillReply("Samedi.") }
        let answer = try #require(try await world.answer("quel jour"))
        #expect(answer.skill == "texts" && answer.reply.text == "Samedi.")
    }

    @Test func aHandlerMayLeaveAnOrderToTheNext() async throws {
        world.read("a", as: order("a"))
        world.home.expect("a") { _ in nil }
        world.skill("a") { SkillReply("C'est pour moi.") }
        #expect(try await world.say("a") == "C'est pour moi.")
    }

    @Test(arguments: [(Language.french, "D'accord, je n'y touche pas."), (.english, "All right, I'll leave it alone.")])
    func aNegatedOrderDoesNothing(_ language: Language, _ said: String) async throws {
        world.read("n'allume pas", as: order("n'allume pas", "JarvisRefuse"))
        #expect(try await world.say("n'allume pas", language) == said)
        #expect(world.home.handled.isEmpty && world.recorded.isEmpty)
    }

    // MARK: what is recorded

    @Test func onlyWhatWasDoneIsRecorded() async throws {
        world.read("tout", as: order("fait"), order("déjà fait"), order("raté"), order("risqué"), later("plus tard"), order("inconnu", "JarvisSkill"))
        world.home.expect("fait", says: "Fait.")
        world.home.expect("déjà fait") { _ in SkillReply("C'est déjà allumé.") }
        world.home.expect("raté") { _ in throw Problem(.unavailable, "gone") }
        world.home.expect("risqué", asks: "Vraiment ?", says: "Ouvert.")
        #expect(
            try await world.say("tout")
                == "Fait. C'est déjà allumé. « raté » : ça n'a pas marché. Je n'ai pas compris « inconnu ». D'accord, plus tard : plus tard. Vraiment ?")
        #expect(world.recorded == [["fait"]])
        _ = try await world.say("oui")
        #expect(world.recorded == [["fait"], ["risqué"]])
    }

    // MARK: what the next utterance leans on

    @Test func followUpsLeanOnTheLastOrdersForAWhile() async throws {
        world.read("a", as: order("a"))
        world.home.expect("a", says: "Fait.")
        world.reader["et puis"] = Reading.none
        try await world.say("a")
        world.clock.advance(by: 200)
        try await world.say("et puis")
        // Talking of something else does not make it any younger.
        world.clock.advance(by: 101)
        try await world.say("et puis")
        #expect(world.reader.contexts.map { $0.previous.map(\.text) } == [[], ["a"], []])
    }

    @Test func everyOrderOfATurnIsRemembered() async throws {
        world.read("a, b", as: order("a"), later("b"), later("c"), order("d"))
        world.home.expect("a", says: "Fait.")
        world.home.expect("d", asks: "Vraiment ?", says: "Fait.")
        try await world.say("a, b")
        world.reader["et puis"] = Reading.none
        try await world.say("et puis")
        #expect(world.reader.contexts.last?.previous.map(\.text) == ["a", "d", "b", "c"])
    }

    @Test func conversationsDoNotMix() async throws {
        world.read("a", as: order("a"))
        world.read("ouvre", as: order("ouvre"))
        world.home.expect("a", says: "Fait.")
        world.home.expect("ouvre", asks: "Vraiment ?", says: "Ouvert.")
        #expect(try await world.say("ouvre") == "Vraiment ?")
        #expect(try await world.say("a", in: DeskWorld.other) == "Fait.")
        // A yes elsewhere is a yes to nothing.
        #expect(try await world.answer("oui", in: DeskWorld.other) == nil)
        #expect(world.reader.contexts.map { $0.previous.map(\.text) } == [[], [], ["a"]])
        #expect(try await world.say("oui") == "Ouvert.")
    }

    @Test func conversationsGoOnSideBySide() async throws {
        let gate = Gate()
        world.read("lent", as: order("lent"))
        world.read("vite", as: order("vite"))
        world.home.expect("lent") { _ in
            await gate.pass()
            return SkillReply("Enfin.")
        }
        world.home.expect("vite", says: "Fait.")
        async let slow = world.say("lent")
        await gate.waitForSomebody()
        #expect(try await world.say("vite", in: DeskWorld.other) == "Fait.")
        gate.open()
        #expect(try await slow == "Enfin.")
    }

    @Test func aSlowTurnDoesNotForgetWhatWasAskedSince() async throws {
        let gate = Gate()
        world.read("lent", as: order("lent"))
        world.read("ouvre", as: order("ouvre"))
        world.home.expect("lent") { _ in
            await gate.pass()
            return SkillReply("Enfin.")
        }
        world.home.expect("ouvre", asks: "Vraiment ?", says: "Ouvert.")
        async let slow = world.say("lent")
        await gate.waitForSomebody()
        #expect(try await world.say("ouvre") == "Vraiment ?")
        gate.open()
        #expect(try await slow == "Enfin.")
        #expect(try await world.say("oui") == "Ouvert.")
    }

    // MARK: given up

    @Test func whatWasDoneBeforeTheTurnWasGivenUpIsRemembered() async throws {
        world.read("a et b", as: order("a"), order("b"), order("c"))
        world.home.expect("a", says: "Fait.")
        world.home.expect("b") { _ in throw CancellationError() }
        await #expect(throws: CancellationError.self) { try await world.say("a et b") }
        #expect(world.home.handled == ["a", "b"])
        #expect(world.recorded == [["a"]])
        world.reader["et puis"] = Reading.none
        try await world.say("et puis")
        #expect(world.reader.contexts.last?.previous.map(\.text) == ["a"])
    }

    // MARK: orders of an automation

    private func context() -> SkillContext {
        SkillContext(
            principal: Principal(household: .init(), user: .init(), role: .child, name: "Alex"), conversation: .init(), now: world.clock.now, timeZone: .gmt)
    }

    @Test func anAutomationsOrdersAreCarriedOutWithoutAQuestion() async throws {
        world.home.expect("a", asks: "Vraiment ?", says: "Ouvert.")
        world.skill("b") { SkillReply("Il est 9 h") }
        #expect(try await world.desk.carryOut([order("a"), order("b", "JarvisSkill")], language: .french, in: context()) == "Ouvert. Il est 9 h.")
        #expect(world.home.handled == ["a!"])
        // Who runs it says so itself.
        #expect(world.recorded.isEmpty)
    }

    @Test func anAutomationSaysWhatFailed() async throws {
        world.home.expect("a", says: "Fait.")
        world.home.expect("b") { _ in throw DeskWorld.Broken() }
        #expect(try await world.desk.carryOut([order("b"), order("a")], language: .french, in: context()) == "« b » : ça n'a pas marché. Fait.")
        await #expect(throws: DeskWorld.Broken.self) { try await world.desk.carryOut([order("b")], language: .french, in: context()) }
        await #expect(throws: Problem.self) { try await world.desk.carryOut([order("c", "JarvisSkill")], language: .french, in: context()) }
        world.home.expect("a") { _ in throw CancellationError() }
        await #expect(throws: CancellationError.self) { try await world.desk.carryOut([order("b"), order("a")], language: .french, in: context()) }
    }
}
