import Base
import Domain
import Testing

@testable import Assistant

/// What may have been misheard is done after a yes.
@Suite struct DoubtfulOrderTests {
    private func world() -> DeskWorld {
        let world = DeskWorld()
        world.read("allume la cuisine", as: order("allume la cuisine"))
        world.read("turn on the kitchen", as: order("turn on the kitchen"))
        world.home.expect("allume la cuisine", says: "C'est allumé.")
        world.reader["oui"] = .answer(isYes: true)
        world.reader["non"] = .answer(isYes: false)
        return world
    }

    @Test func isAskedAboutAndDoneAfterAYes() async throws {
        let world = self.world()
        let asked = try await world.answer("allume la cuisine", isDoubtful: true)
        #expect(asked?.reply.text == "Tu as dit « allume la cuisine » ?" && asked?.reply.actions.isEmpty == true)
        #expect(world.recorded.isEmpty)
        // Also a yes that was heard badly.
        let done = try await world.answer("oui", isDoubtful: true)
        #expect(done?.reply.actions.isEmpty == false && world.recorded == [["allume la cuisine"]])
    }

    @Test func isNotDoneAfterANo() async throws {
        let world = self.world()
        #expect(try await world.answer("turn on the kitchen", .english, isDoubtful: true)?.reply.text == "Did you say “turn on the kitchen”?")
        _ = try await world.answer("non")
        _ = try await world.answer("oui")
        #expect(world.recorded.isEmpty)
    }

    @Test func heardTwiceAsTheSameIsDone() async throws {
        let world = self.world()
        _ = try await world.answer("allume la cuisine", isDoubtful: true)
        _ = try await world.answer("allume la cuisine", isDoubtful: true)
        #expect(world.recorded == [["allume la cuisine"]])
    }

    @Test func whatOnlyTellsIsNotAskedAbout() async throws {
        let world = self.world()
        world.read("quelle heure est-il", as: order("quelle heure est-il", "HassGetCurrentTime"))
        world.skill("quelle heure est-il") { SkillReply("Il est midi.") }
        #expect(try await world.answer("quelle heure est-il", isDoubtful: true)?.reply.text == "Il est midi.")
    }
}
