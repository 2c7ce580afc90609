import Base
import Domain
import Foundation
import Lifecycle
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@testable import Automations

struct ServiceTests {
    private let daily = Automation.Occasion.when(.time(hour: 14, minute: 10, weekdays: []), once: false)
    private let door = "binary_sensor.door"
    private func whenDoorOpens(once: Bool = false, seconds: Double = 0) -> Automation.Occasion {
        .when(.state(entity: door, to: "on", seconds: seconds), once: once)
    }

    @Test func runsWhenItIsTime() async throws {
        let world = try await World()
        let service = world.service()
        try await world.make("allume le salon", daily)
        try await world.make("éteins le salon", .at(world.clock.now + 600))
        try await world.running(service) {
            world.clock.advance(by: 299)
            #expect(world.recorder.runs.isEmpty)
            world.clock.advance(by: 1)
            await world.recorder.wait(for: 1)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 300)
            await world.recorder.wait(for: 2)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 86_100)
            await world.recorder.wait(for: 3)
        }
        #expect(world.recorder.runs == ["allume le salon", "éteins le salon", "allume le salon"])
        let runs = try await world.runs()
        #expect(runs.allSatisfy { $0.outcome == .done && $0.result == "fait" && $0.cause == .time })
        // What runs once is done with; what comes again stays.
        #expect(try await world.store.automations(for: world.principal).map(\.name) == ["allume le salon"])
    }

    @Test func survivesTheEndOfTheProcess() async throws {
        let world = try await World()
        try await world.make("éteins le salon", .at(world.clock.now + 600))
        // Nothing is closed or said good-bye to: another process opens the file and carries on.
        world.clock.advance(by: 595)
        let store = try await world.anotherStore()
        try await world.running(world.service(store: store)) {
            world.clock.advance(by: 5)
            await world.recorder.wait(for: 1)
        }
        #expect(world.recorder.runs == ["éteins le salon"])
        await store.close()
    }

    @Test func twoReplicasRunItOnce() async throws {
        let world = try await World(["binary_sensor.door": "off"])
        let other = try await world.anotherStore()
        for index in 0..<20 { try await world.make("ouvre le volet \(index)", .at(world.clock.now + 60)) }
        try await world.make("allume le salon", daily)
        try await world.make("allume la cuisine", whenDoorOpens())
        try await world.running(world.service(), world.service(store: other)) {
            world.clock.advance(by: 60)
            await world.recorder.wait(for: 20)
            await world.clock.waitForSleepers(2)
            world.clock.advance(by: 240)
            await world.recorder.wait(for: 21)
            world.house.set(door, "on")
            await world.recorder.wait(for: 22)
        }
        #expect(world.recorder.runs.count == 22)
        #expect(Set(world.recorder.runs).count == 22)
        await other.close()
    }

    @Test func whatWasInterruptedIsNotDoneAgain() async throws {
        let world = try await World()
        try await world.make("ouvre le volet", .at(world.clock.now + 60))
        // Killed in the middle: for this one time stands still, and the run never gets to say how it ended.
        let began = Signal<Bool>(), stopped = ManualClock(now: world.clock.now)
        let hanging = world.service(
            clock: stopped,
            run: { _, _, _, _ in
                began.set(true)
                try await stopped.sleep(until: .distantFuture)
                return ""
            })
        let killed = Task { try await hanging.run(until: Shutdown()) }
        await stopped.waitForSleepers()
        stopped.advance(by: 60)
        _ = await began.value
        world.clock.advance(by: 60)
        try await world.make("allume le salon", .at(world.clock.now + 60))
        try await world.running(world.service()) {
            world.clock.advance(by: 60)
            await world.recorder.wait(for: 1)
        }
        #expect(world.recorder.runs == ["allume le salon"])
        #expect(try await world.runs().map(\.outcome) == [.done, .running])
        killed.cancel()
        _ = await killed.result
    }

    /// The process is killed at the very moment, and started again at once.
    @Test func whoAsksLearnsOfADelayedOrderThatWasCutOff() async throws {
        let world = try await World()
        let automation = try await world.make("ouvre le volet", .at(world.clock.now + 60))
        world.clock.advance(by: 60)
        let run = AutomationRun(
            automation: automation.id, name: automation.name, dueKey: "at:\(automation.activeSince.milliseconds + 60_000)", dueAt: world.clock.now,
            startedAt: world.clock.now, cause: .time)
        #expect(try await world.store.claim(run, gap: 0, for: world.principal))
        try await world.running(world.service()) {
            // Another copy of Jarvis might still be at work on it.
            let before = try await world.runs()
            #expect(before.map(\.outcome) == [.running])
            for _ in 0..<3 {
                world.clock.advance(by: 60)
                await world.clock.waitForSleepers()
            }
        }
        #expect(world.recorder.runs.isEmpty)
        #expect(try await world.runs().map(\.outcome) == [.interrupted])
        let desk = AutomationDesk(service: world.service())
        #expect(try await desk.automation(automation.id, for: world.principal)?.doneAt != nil)
        #expect(try await desk.runs(of: automation.id, for: world.principal).map(\.outcome) == [.interrupted])
        let handler = AutomationOrderHandler(desk: desk)
        let list = Order(Intent("JarvisAutomationList"), text: "")
        let french = try await handler.handle(list, isConfirmed: false, language: .french, in: world.context())?.text
        #expect(french?.contains("J'ai été interrompu pendant « ouvre le volet », ") == true, "\(french ?? "")")
        let english = try await handler.handle(list, isConfirmed: false, language: .english, in: world.context())?.text
        #expect(english?.contains("I was interrupted in the middle of “ouvre le volet”, ") == true, "\(english ?? "")")
    }

    @Test func aLongRunThatShowsSignsOfLifeGoesOn() async throws {
        let world = try await World()
        try await world.make("ouvre le volet", .at(world.clock.now + 60))
        let began = Signal<Bool>(), ends = Signal<Bool>()
        let service = world.service(run: { _, _, _, _ in
            began.set(true)
            _ = await ends.value
            return "fait"
        })
        try await world.running(service) {
            world.clock.advance(by: 60)
            _ = await began.value
            for _ in 0..<10 {
                await world.clock.waitForSleepers()
                world.clock.advance(by: 60)
            }
            await world.clock.waitForSleepers()
            let silent = try await world.store.interrupt(silentSince: world.clock.now - 60)
            #expect(silent == 0)
            ends.set(true)
        }
        #expect(try await world.runs().map(\.outcome) == [.done])
    }

    @Test func aRunThatWasCutOffIsSaidSo() async throws {
        let world = try await World()
        let automation = try await world.make("ouvre le volet", daily)
        let run = AutomationRun(automation: automation.id, name: "x", dueKey: "k", dueAt: world.clock.now, startedAt: world.clock.now, cause: .time)
        #expect(try await world.store.claim(run, gap: 0, for: world.principal))
        world.clock.advance(by: 3600)
        try await world.running(world.service()) {}
        #expect(try await world.runs().first { $0.id == run.id }?.outcome == .interrupted)
    }

    @Test func aLittleLateIsMadeUpForAndVeryLateIsNot() async throws {
        let world = try await World()
        try await world.make("allume le salon", .at(world.clock.now + 60))
        try await world.make("ouvre le volet", .at(world.clock.now + 3600))
        try await world.make("éteins la cuisine", daily)
        // Nothing runs for an hour and five minutes.
        world.clock.advance(by: 3900)
        try await world.running(world.service()) { await world.recorder.wait(for: 1) }
        #expect(world.recorder.runs == ["ouvre le volet"])
        let outcomes = try await world.runs().reduce(into: [:]) { $0[$1.name] = $1.outcome }
        #expect(outcomes == ["allume le salon": .missed, "ouvre le volet": .done, "éteins la cuisine": .missed])
        // Once more, and nothing of it happens again.
        try await world.running(world.service()) {}
        #expect(try await world.runs().count == 3)
    }

    @Test func whatIsPausedDoesNotRunAndIsNotMissed() async throws {
        let world = try await World()
        let service = world.service(), desk = AutomationDesk(service: service)
        let automation = try await world.make("allume le salon", daily, by: service)
        try await world.running(service) {
            let paused = try await desk.setPaused(true, automation, for: world.principal, now: world.clock.now)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 3600)
            try await desk.setPaused(false, paused, for: world.principal, now: world.clock.now)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 60)
        }
        #expect(try await world.runs().isEmpty)
        try await world.running(world.service()) {}
        #expect(try await world.runs().isEmpty)
    }

    @Test func deletingAtTheLastMomentCounts() async throws {
        let world = try await World()
        let service = world.service(), other = try await world.anotherStore()
        let automation = try await world.make("ouvre le volet", .at(world.clock.now + 60), by: service)
        try await world.make("allume le salon", .at(world.clock.now + 60), by: service)
        try await world.running(service) {
            // Another replica deletes it; this one has not heard of that when it is due.
            let isDeleted = try await other.delete(automation.id, for: world.principal)
            #expect(isDeleted)
            world.clock.advance(by: 60)
            await world.recorder.wait(for: 1)
        }
        #expect(world.recorder.runs == ["allume le salon"])
        await other.close()
    }

    @Test func hearsOfWhatAnotherReplicaMade() async throws {
        let world = try await World()
        let other = try await world.anotherStore()
        try await world.running(world.service()) {
            try await world.make("ouvre le volet", .at(world.clock.now + 90), by: world.service(store: other))
            world.clock.advance(by: 60)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 30)
            await world.recorder.wait(for: 1)
        }
        await other.close()
    }

    @Test func runsWhenSomethingHappens() async throws {
        let world = try await World([door: "off"])
        try await world.make("allume le salon", whenDoorOpens())
        try await world.running(world.service()) {
            for count in 1...3 {
                world.clock.advance(by: 20)
                world.house.set(door, "on")
                await world.recorder.wait(for: count)
                world.clock.advance(by: 20)
                world.house.set(door, "off")
            }
        }
        let runs = try await world.runs()
        #expect(runs.count == 3)
        #expect(runs.first?.cause == .entity(id: door, name: "Porte d'entrée", value: "on"))
        #expect(runs.first?.targets == ["light.living": ["on"]])
    }

    @Test func onlyTheNextTimeIsOnce() async throws {
        let world = try await World([door: "off"])
        try await world.make("allume le salon", whenDoorOpens(once: true))
        try await world.make("allume la cuisine", whenDoorOpens())
        try await world.running(world.service()) {
            world.house.set(door, "on")
            await world.recorder.wait(for: 2)
            world.clock.advance(by: 20)
            world.house.set(door, "off")
            world.clock.advance(by: 20)
            world.house.set(door, "on")
            await world.recorder.wait(for: 3)
        }
        #expect(world.recorder.runs.filter { $0 == "allume le salon" }.count == 1)
    }

    @Test func firesOnceForWhatHappenedWhileItWasAway() async throws {
        let world = try await World([door: "off", "binary_sensor.motion": "on"])
        try await world.make("allume le salon", whenDoorOpens())
        try await world.make("allume la cuisine", .when(.state(entity: "binary_sensor.motion", to: "on", seconds: 0), once: false))
        try await world.running(world.service()) {
            world.house.connect(false)
            world.clock.advance(by: 30)
            world.house.set(door, "on")
            world.clock.advance(by: 30)
            world.house.connect(true)
            await world.recorder.wait(for: 1)
            world.house.connect(false)
            world.house.connect(true)
        }
        #expect(world.recorder.runs == ["allume le salon"])
        // Jarvis itself is away, the door closes and opens: found at the start, once.
        world.clock.advance(by: 30)
        world.house.set(door, "off")
        try await world.running(world.service()) {}
        world.clock.advance(by: 30)
        world.house.set(door, "on")
        world.clock.advance(by: 30)
        try await world.running(world.service()) { await world.recorder.wait(for: 2) }
        try await world.running(world.service()) {}
        #expect(world.recorder.runs == ["allume le salon", "allume le salon"])
    }

    @Test func doesNotRunHoursLateForWhatHappenedWhileItWasAway() async throws {
        let world = try await World([door: "off"])
        try await world.make("allume le salon", whenDoorOpens())
        try await world.running(world.service()) {}
        world.clock.advance(by: 30)
        world.house.set(door, "on")
        world.clock.advance(by: 7200)
        try await world.running(world.service()) {}
        #expect(world.recorder.runs.isEmpty)
        #expect(try await world.runs().map(\.outcome) == [.missed])
    }

    @Test func whatHasToLast() async throws {
        let world = try await World([door: "off"])
        try await world.make("ferme le volet", whenDoorOpens(seconds: 600))
        try await world.running(world.service()) {
            world.house.set(door, "on")
            world.house.set("light.living", "on")
            await world.clock.waitForSleepers()
            world.clock.advance(by: 400)
            #expect(world.recorder.runs.isEmpty)
        }
        // The other half after a restart.
        try await world.running(world.service()) {
            world.clock.advance(by: 200)
            await world.recorder.wait(for: 1)
        }
        #expect(world.recorder.runs == ["ferme le volet"])
    }

    @Test func doesNotRunInCircles() async throws {
        let world = try await World(["light.living": "off", "light.kitchen": "off"])
        func on(_ entity: String, _ value: String) -> Automation.Occasion { .when(.state(entity: entity, to: value, seconds: 0), once: false) }
        // Two that set each other off, for ever if they could.
        try await world.make("allume la cuisine", on("light.living", "on"))
        try await world.make("éteins la cuisine", on("light.living", "off"))
        try await world.make("éteins le salon", on("light.kitchen", "on"))
        try await world.make("allume le salon", on("light.kitchen", "off"))
        let house = world.house, recorder = world.recorder, clock = world.clock
        let service = world.service(run: { orders, _, _, _ in
            recorder.note(orders)
            clock.advance(by: 0.6)
            for order in orders {
                for entity in order.intent.slots["name"]?.ids ?? [] { house.set(entity, order.intent.name == "HassTurnOn" ? "on" : "off") }
            }
            return ""
        })
        try await world.running(service) {
            world.house.set("light.living", "on")
            await recorder.wait(for: 4)
            // Something else, so that all that follows from the first has been looked at.
            try await world.make("ouvre le volet", .at(clock.now + 1), by: service)
            await clock.waitForSleepers()
            clock.advance(by: 1)
            await recorder.wait(for: 5)
        }
        #expect(recorder.runs.filter { !$0.contains("volet") }.count == 4)
    }

    @Test func aButtonPressedOftenIsHeardEachTimeWithinReason() async throws {
        let world = try await World([door: "off"])
        try await world.make("allume le salon", whenDoorOpens())
        try await world.running(world.service()) {
            for count in 1...10 {
                world.clock.advance(by: 1)
                world.house.set(door, "on")
                await world.recorder.wait(for: count)
                world.clock.advance(by: 1)
                world.house.set(door, "off")
            }
            for _ in 0..<10 {
                world.clock.advance(by: 1)
                world.house.set(door, "on")
                world.clock.advance(by: 1)
                world.house.set(door, "off")
            }
            // A minute later it is heard again.
            world.clock.advance(by: 61)
            world.house.set(door, "on")
            await world.recorder.wait(for: 11)
        }
        #expect(world.recorder.runs.count == 11)
    }

    @Test func conditionsAreAskedWhenItIsSetOff() async throws {
        let world = try await World([door: "off", "light.kitchen": "off"])
        try await world.make("allume le salon", daily, if: [.state(entity: "light.kitchen", value: "on", isMet: true)])
        try await world.make("ouvre le volet", daily, if: [.time(from: 8 * 60, to: 22 * 60, weekdays: []), .daylight(true)])
        try await world.make("ferme le volet", whenDoorOpens(once: true), if: [.state(entity: "light.kitchen", value: "on", isMet: true)])
        try await world.running(world.service()) {
            world.house.set(door, "on")
            world.clock.advance(by: 300)
            await world.recorder.wait(for: 1)
            world.house.set("light.kitchen", "on")
            world.house.set(door, "off")
            await world.clock.waitForSleepers()
            world.clock.advance(by: 60)
            world.house.set(door, "on")
            await world.recorder.wait(for: 2)
        }
        #expect(world.recorder.runs == ["ouvre le volet", "ferme le volet"])
        #expect(try await world.runs().first { $0.name == "allume le salon" }?.outcome == .skipped)
    }

    @Test func whatNeedsTheHouseWaitsForIt() async throws {
        let world = try await World()
        try await world.make("allume le salon", .at(world.clock.now + 60))
        world.house.connect(false)
        try await world.running(world.service()) {
            world.clock.advance(by: 60)
            await world.clock.waitForSleepers()
            #expect(world.recorder.runs.isEmpty)
            world.clock.advance(by: 120)
            world.house.connect(true)
            await world.recorder.wait(for: 1)
        }
        // What does not need the house does not wait, and what does gives up in the end.
        let service = world.service()
        try await world.make("éteins le salon", .at(world.clock.now + 60), by: service)
        let broadcast = Order(Intent("HassBroadcast", ["message": SlotValue("à table")]), text: "annonce à table")
        _ = try await AutomationDesk(service: service).add(
            [broadcast], on: .at(world.clock.now + 720), language: .french, for: world.principal, now: world.clock.now)
        world.house.connect(false)
        try await world.running(service) {
            world.clock.advance(by: 60)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 60)
            await world.clock.waitForSleepers()
            world.clock.advance(by: 600)
            await world.recorder.wait(for: 2)
        }
        #expect(world.recorder.runs == ["allume le salon", "annonce à table"])
        #expect(try await world.runs().first { $0.name == "éteins le salon" }?.outcome == .missed)
    }

    @Test func aFailureIsWrittenDown() async throws {
        let world = try await World()
        try await world.make("allume le salon", .at(world.clock.now + 60))
        let recorder = world.recorder
        let service = world.service(run: { orders, _, _, _ in
            recorder.note(orders)
            throw Problem(.unavailable, "the light did not answer")
        })
        try await world.running(service) {
            world.clock.advance(by: 60)
            await recorder.wait(for: 1)
        }
        let run = try #require(try await world.runs().first)
        #expect(run.outcome == .failed && run.result == "the light did not answer")
    }

    @Test func ordersHaveTheRightsOfWhoeverMadeThem() async throws {
        let world = try await World()
        try await world.make("allume le salon", .at(world.clock.now + 60))
        let seen = Signal<(Principal, Language, ChangeCause.Origin)>()
        let service = world.service(run: { _, principal, language, origin in
            seen.set((principal, language, origin))
            return ""
        })
        try await world.running(service) {
            world.clock.advance(by: 60)
            let (principal, language, origin) = await seen.value
            #expect(principal == world.principal)
            #expect(language == .french)
            if case .automation(_, let name, .time) = origin { #expect(name == "allume le salon") } else { Issue.record("\(origin)") }
        }
    }

    @Test func aHouseThatEndsItsStreamDoesNotStopTheClock() async throws {
        let world = try await World()
        try await world.make("allume le salon", .at(world.clock.now + 60))
        try await world.running(world.service()) {
            world.house.end()
            world.clock.advance(by: 60)
            await world.recorder.wait(for: 1)
        }
    }

    @Test func takesTheHousesOwnPlaceForTheSun() async throws {
        let world = try await World()
        #expect(world.service(sun: nil).schedule.sun == nil)
        #expect(world.service(sun: nil, usualSun: Sun(latitude: 1, longitude: 2)).schedule.sun == Sun(latitude: 1, longitude: 2))
        world.house.move(to: Coordinates(latitude: 45.76, longitude: 4.84))
        #expect(world.service(sun: nil, usualSun: Sun(latitude: 1, longitude: 2)).schedule.sun == Sun(latitude: 45.76, longitude: 4.84))
        // What somebody configured counts.
        #expect(world.service(sun: Sun(latitude: 3, longitude: 4)).schedule.sun == Sun(latitude: 3, longitude: 4))
    }
}
