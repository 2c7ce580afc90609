import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Memory

/// The brain as a person meets it, on a real store. What it reads and answers is held to the scenes; here is what goes wrong between the parts.
@Suite struct BrainTests {
    @Test func whatWasSaidBeforeAQuestionIsForgottenAndComesBack() async throws {
        let talk = try await Talk()
        try await talk.say("ma sœur s'appelle Julie")
        try await talk.say("elle travaille chez Airbus")
        #expect(try await talk.say("où travaille ma sœur ?")?.contains("Airbus") == true)
        // The question left nothing: what was told before it is meant, and nothing of what was said since.
        #expect(try await talk.say("oublie ce que je viens de dire")?.contains("Airbus") == true)
        #expect(try await talk.say("où travaille ma sœur ?") == nil)
        #expect(try await talk.say("comment s'appelle ma sœur ?")?.contains("Julie") == true)
        #expect(try await talk.say("annule l'oubli")?.contains("Airbus") == true)
        #expect(try await talk.say("où travaille Julie ?")?.contains("Airbus") == true)
        await talk.store.close()
    }

    @Test func theCodeThatWasIsOfWhatWasTalkedOf() async throws {
        let talk = try await Talk()
        try await talk.say("le code du garage est 1111")
        try await talk.say("le code du garage est maintenant 2222")
        #expect(try await talk.say("c'était quoi l'ancien code ?")?.contains("1111") == true)
        await talk.store.close()
    }

    @Test func itsModesAreTakenBeforeOrders() async throws {
        let talk = try await Talk()
        func mode(_ text: String, _ language: Language = .french) async throws -> String? {
            try await talk.skill.mode(Utterance(text: text, language: language), in: talk.context())?.text
        }
        #expect(try await mode("don't remember this conversation", .english)?.contains("remember nothing") == true)
        #expect(try await mode("mode incognito")?.contains("incognito") == true)
        for other in ["non, en fait c'est 4513", "allume la lumière", "souviens-toi que j'aime le thé", "oublie ça"] { #expect(try await mode(other) == nil) }
        #expect(
            try await talk.skill.answer(Utterance(text: "souviens-toi que j'aime le thé", language: .french), in: talk.context(in: .init()))?.tookWords == true)
        await talk.store.close()
    }

    @Test func whatCouldNotBeWrittenIsThoughtOfAgain() async throws {
        let talk = try await Talk()
        let store = RefusingStore(talk.store)
        let brain = Brain(
            parts: Brain.Parts(fragments: store, conversations: talk.store, appointments: talk.store), timeZone: talk.timeZone, clock: talk.clock, log: .silent)
        let note = MemoryNote("Léa habite à Lyon", source: .told, now: talk.clock.now)
        store.refuses = true
        await #expect(throws: Problem.self) { try await brain.remember(note, for: talk.owner.principal) }
        #expect(try await brain.facts(about: "Léa", includingHistory: true, for: talk.owner.principal).isEmpty)
        store.refuses = false
        _ = try await brain.remember(note, for: talk.owner.principal)
        #expect(try await brain.facts(about: "Léa", includingHistory: true, for: talk.owner.principal).map(\.fact?.value) == ["Lyon"])
        await talk.store.close()
    }

    @Test func turnsThatOverlapAreAllRemembered() async throws {
        let talk = try await Talk()
        // It began first and took its time: it is stored after what was said meanwhile became a memory.
        let slow = TurnTrace(conversation: .init(), startedAt: talk.clock.now, path: "none", stages: [])
        let message = Message(
            id: Message.ID(at: talk.clock.now), conversation: slow.conversation, speaker: .user, text: "Bérénice habite à Caen", at: talk.clock.now,
            trace: slow.id)
        talk.clock.advance(by: 5)
        try await talk.say("Hector habite à Nantes")
        #expect(try await talk.say("où habite Hector ?")?.contains("Nantes") == true)
        try await talk.store.append([message], trace: slow, for: talk.owner.principal)
        talk.brain.turnStored(for: talk.owner.principal)
        #expect(try await talk.say("où habite Bérénice ?")?.contains("Caen") == true)
        await talk.store.close()
    }

    @Test func aPromiseBecomesAReminderThatGoesAndComesWithIt() async throws {
        let talk = try await Talk()
        func reminders() async throws -> [String] {
            _ = try await talk.recall("piscine")
            return try await talk.store.appointments(.reminder, in: [.pending], for: talk.owner.principal).map(\.label)
        }
        try await talk.say("je dois remplir la piscine samedi")
        #expect(try await reminders() == ["remplir la piscine"])
        try await talk.say("oublie ce que je viens de dire")
        #expect(try await reminders() == [])
        try await talk.say("annule l'oubli")
        #expect(try await reminders() == ["remplir la piscine"])
        try await talk.say("c'est fait")
        #expect(try await reminders() == [])
        await talk.store.close()
    }

    @Test func whatIsImportedIsKnownAtOnceAndWhatWasForgottenComesBackWithIt() async throws {
        let talk = try await Talk()
        let fact = Fact(subject: "arthur", subjectName: "Arthur", relation: "lives_in", value: "Brest")
        let known = Fragment(kind: .fact, text: "Arthur habite à Brest", occurredAt: talk.clock.now, learnedAt: talk.clock.now, source: .imported, fact: fact)
        #expect(try await talk.brain.importing([known], for: talk.owner.principal) == 1)
        #expect(try await talk.say("où habite Arthur ?")?.contains("Brest") == true)
        _ = try await talk.brain.forget(.ids([known.id]), now: talk.clock.now, for: talk.owner.principal)
        #expect(try await talk.say("où habite Arthur ?") == nil)
        #expect(try await talk.brain.importing([known], for: talk.owner.principal) == 1)
        #expect(try await talk.say("où habite Arthur ?")?.contains("Brest") == true)
        await talk.store.close()
    }

    @Test func allThatMatchesIsForgottenAndAllOfItComesBack() async throws {
        let talk = try await Talk()
        let many = (0..<1500).map { number in
            Fragment(kind: .episode, text: "le moulin \(number)", occurredAt: talk.clock.now, learnedAt: talk.clock.now, source: .imported)
        }
        _ = try await talk.brain.importing(many, for: talk.owner.principal)
        #expect(try await talk.brain.forget(.matching("moulin"), now: talk.clock.now, for: talk.owner.principal).count == 1500)
        #expect(try await talk.recall("moulin").isEmpty)
        #expect(try await talk.brain.restore(nil, now: talk.clock.now, for: talk.owner.principal).count == 1500)
        await talk.store.close()
    }

    @Test(arguments: ["", "\u{0}\u{0}", "\u{200B}", " \n", String(repeating: "a", count: 10_001)]) func whatIsNoTextIsRefused(_ text: String) async throws {
        let talk = try await Talk()
        await #expect(throws: Problem.self) {
            try await talk.brain.remember(MemoryNote(text, source: .api, now: talk.clock.now), for: talk.owner.principal)
        }
        await talk.store.close()
    }

    @Test func guestsLeaveNothingAndAreToldNothing() async throws {
        let talk = try await Talk()
        try await talk.say("le code du portail est 4512")
        let guest = Principal(household: talk.owner.household, user: .init(), role: .guest, name: "Sam")
        let asked = try await talk.skill.answer(Utterance(text: "c'est quoi le code du portail ?", language: .french), in: talk.context(guest, in: .init()))
        #expect(asked == nil || asked?.text.contains("4512") == false)
        await #expect(throws: Problem.self) { try await talk.brain.remember(MemoryNote("x", source: .told, now: talk.clock.now), for: guest) }
        await talk.store.close()
    }
}
