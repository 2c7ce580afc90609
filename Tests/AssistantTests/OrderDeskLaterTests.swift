import Assistant
import Base
import Domain
import Foundation
import TestSupport
import Testing

/// Orders for later: kept, asked about, or refused when they are made, since nobody is there to be asked when they are due.
@Suite(.timeLimit(.minutes(1))) struct OrderDeskLaterTests {
    let world = DeskWorld()

    @Test func kept() async throws {
        world.read("plus tard", as: later("éteins"))
        let answer = try #require(try await world.answer("plus tard"))
        #expect(answer.skill == "automations" && answer.reply.text == "D'accord, plus tard : éteins." && answer.reply.actions.count == 1)
        #expect(world.home.judged == ["éteins"] && world.home.handled.isEmpty)
        // Nothing changes now.
        #expect(world.recorded.isEmpty)
    }

    @Test func allOfAnUtteranceAreKeptAtOnce() async throws {
        world.read("a puis b", as: later("a"), order("x"), later("b", 600))
        world.home.expect("x", says: "Fait.")
        #expect(try await world.say("a puis b") == "Fait. D'accord, plus tard : a, b.")
        #expect(world.scheduled == [["a", "b"]])
    }

    // MARK: it cannot be kept

    @Test(arguments: [(Language.french, "Fait. « a », « b » : ça n'a pas marché."), (.english, "Fait. “a”, “b”: that didn't work.")])
    func whatWasDoneIsSaidWhenTheRestCannotBeKept(_ language: Language, _ said: String) async throws {
        world.read("tout", as: order("x"), later("a"), later("b"))
        world.home.expect("x", says: "Fait.")
        world.breakSchedule()
        #expect(try await world.say("tout", language) == said)
        #expect(world.recorded == [["x"]])
        world.breakSchedule(DeskWorld.Broken())
        #expect(try await world.say("tout", language) == said)
    }

    @Test func aloneItFailsTheTurn() async throws {
        world.read("plus tard", as: later("éteins"))
        world.breakSchedule()
        await #expect(throws: Problem(.unavailable, "the store is full")) { try await world.say("plus tard") }
    }

    @Test func givenUpMeansGivenUp() async throws {
        world.read("tout", as: order("x"), later("a"))
        world.home.expect("x", says: "Fait.")
        world.breakSchedule(CancellationError())
        await #expect(throws: CancellationError.self) { try await world.say("tout") }
        #expect(world.recorded == [["x"]])
    }

    // MARK: risky

    @Test func whatIsRiskyIsAskedAboutWhenItIsMade() async throws {
        world.read("plus tard", as: later("déverrouille"))
        world.home.object(to: "déverrouille", .confirm("Tu veux vraiment ?"))
        let asked = try #require(try await world.answer("plus tard"))
        #expect(asked.reply.text == "Tu veux vraiment ?" && asked.reply.needsConfirmation && asked.reply.actions.isEmpty)
        #expect(world.scheduled.isEmpty && world.home.handled.isEmpty)
        #expect(try await world.say("oui") == "D'accord, plus tard : déverrouille.")
        #expect(world.scheduled == [["déverrouille"]])
        #expect(try await world.answer("oui") == nil)
        #expect(world.scheduled.count == 1)
    }

    /// Who says yes may be another than who asked, or may less by then.
    @Test func aYesKeepsNothingThatIsForbiddenByNow() async throws {
        for (caveat, text) in [(Caveat.forbid("Demande à un adulte."), "Demande à un adulte."), (.prove("Prouve-le."), "Prouve-le.")] {
            world.read("plus tard", as: later("déverrouille"))
            world.home.object(to: "déverrouille", .confirm("Tu veux vraiment ?"))
            #expect(try await world.say("plus tard") == "Tu veux vraiment ?")
            world.home.object(to: "déverrouille", caveat)
            #expect(try await world.say("oui") == text)
            #expect(world.scheduled.isEmpty)
        }
        let order = later("déverrouille"),
            context = SkillContext(
                principal: Principal(household: .init(), user: .init(), role: .owner, name: "a"), conversation: .init(), now: world.clock.now, timeZone: .gmt)
        #expect(try await world.desk.objection(to: [order], language: .french, in: context) == .prove("Prouve-le."))
        world.home.object(to: "déverrouille", .confirm("Tu veux vraiment ?"))
        #expect(try await world.desk.objection(to: [order], language: .french, in: context) == nil)
    }

    @Test func aNoKeepsNothing() async throws {
        world.read("plus tard", as: later("déverrouille"))
        world.home.object(to: "déverrouille", .confirm("Tu veux vraiment ?"))
        try await world.say("plus tard")
        #expect(try await world.say("non") == "D'accord, je ne fais rien.")
        #expect(world.scheduled.isEmpty)
    }

    @Test func whatBelongsTogetherWaitsTogether() async throws {
        world.read("tout", as: later("éteins"), later("déverrouille"), later("ouvre"), later("ferme", 600))
        world.home.object(to: "déverrouille", .confirm("Déverrouiller ?"))
        world.home.object(to: "ouvre", .confirm("Ouvrir ?"))
        #expect(try await world.say("tout") == "D'accord, plus tard : ferme. Déverrouiller ? Ouvrir ?")
        #expect(try await world.say("oui") == "D'accord, plus tard : éteins, déverrouille, ouvre.")
        #expect(world.scheduled == [["ferme"], ["éteins", "déverrouille", "ouvre"]])
    }

    @Test func whoHasNotTheRightIsRefusedAtOnce() async throws {
        world.read("tout", as: later("déverrouille"), later("éteins"))
        world.home.object(to: "déverrouille", .refuse("Demande à un adulte."))
        #expect(try await world.answer("tout", role: .guest)?.reply.text == "D'accord, plus tard : éteins. Demande à un adulte.")
        #expect(world.scheduled == [["éteins"]])
        world.read("seul", as: later("déverrouille"))
        let alone = try #require(try await world.answer("seul", role: .child))
        #expect(alone.reply.text == "Demande à un adulte." && !alone.reply.needsConfirmation)
        #expect(try await world.answer("oui", role: .child) == nil)
        #expect(world.scheduled.count == 1)
    }

    @Test func whatDoesNotSayWhichIsAskedAtOnce() async throws {
        world.read("plus tard", as: later("éteins la lumière"), later("ferme"))
        world.home.object(to: "éteins la lumière", .ask("Dans quelle pièce ?"))
        let asked = try #require(try await world.answer("plus tard"))
        #expect(asked.reply.text == "D'accord, plus tard : ferme. Dans quelle pièce ?" && asked.reply.asksWhich)
        world.read("la cuisine", as: later("éteins la cuisine"))
        #expect(try await world.say("la cuisine") == "D'accord, plus tard : éteins la cuisine.")
        #expect(world.scheduled == [["ferme"], ["éteins la cuisine"]])
        #expect(world.reader.contexts.last?.incomplete.map(\.text) == ["éteins la lumière"])
    }

    // MARK: everything at once

    @Test func nowLaterAndAQuestion() async throws {
        world.read("tout", as: order("allume"), later("éteins"), order("ouvre"))
        world.home.expect("allume", says: "Allumé.")
        world.home.expect("ouvre", asks: "Vraiment ?", says: "Ouvert.")
        let answer = try #require(try await world.answer("tout"))
        #expect(answer.reply.text == "Allumé. D'accord, plus tard : éteins. Vraiment ?")
        #expect(answer.reply.needsConfirmation && answer.skill == "orders" && answer.reply.actions.map(\.tool) == ["home.allume", "automations.add"])
        #expect(world.recorded == [["allume"]])
        // The yes is about what was asked, and about nothing that was done.
        #expect(try await world.say("oui") == "Ouvert.")
        #expect(world.home.handled == ["allume", "ouvre", "ouvre!"] && world.scheduled == [["éteins"]])
        #expect(world.recorded == [["allume"], ["ouvre"]])
    }
}
