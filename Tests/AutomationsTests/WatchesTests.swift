import Base
import Domain
import Foundation
import Testing

@testable import Automations

/// What sets an automation off, told step by step and without a clock.
struct WatchesTests {
    private let start = World.start
    private let principal = Principal(household: .init(), user: .init(), role: .owner, name: "Alex")

    private func automation(_ trigger: Trigger, once: Bool = false, phase: Automation.Phase? = nil) -> Automation {
        Automation(
            name: "a", occasion: .when(trigger, once: once), orders: [order("allume")], createdAt: start, createdBy: principal, language: .french, phase: phase)
    }

    private func state(_ entity: String, _ value: String, at seconds: Double, _ attributes: [String: JSONValue] = [:]) -> EntityState {
        EntityState(entity: entity, value: value, attributes: attributes, changedAt: start + seconds, updatedAt: start + seconds)
    }

    private let door = "binary_sensor.door"
    private var opens: Trigger { .state(entity: door, to: "on", seconds: 0) }

    /// Watches one automation, of which the house says `first` at the beginning.
    private func watching(_ trigger: Trigger, phase: Automation.Phase? = nil, people: Set<String> = [], _ first: EntityState...) -> Watches {
        var watches = Watches()
        watches.know(people: people)
        watches.replace(with: [automation(trigger, phase: phase)])
        #expect(watches.resync(first, now: start).isEmpty)
        return watches
    }

    @Test func firesOnTheEdgeOnly() {
        var watches = watching(opens, state(door, "off", at: -60))
        #expect(watches.take(state(door, "on", at: 1), now: start + 1).count == 1)
        #expect(watches.take(state(door, "on", at: 2), now: start + 2).isEmpty)
        #expect(watches.take(state(door, "off", at: 3), now: start + 3).isEmpty)
        #expect(watches.take(state(door, "on", at: 4), now: start + 4).count == 1)
    }

    @Test func whatIsSoAtTheBeginningIsNoNews() {
        var watches = watching(opens, state(door, "on", at: -60))
        #expect(watches.take(state(door, "on", at: 1), now: start + 1).isEmpty)
        #expect(watches.take(state(door, "off", at: 2), now: start + 2).isEmpty)
        #expect(watches.take(state(door, "on", at: 3), now: start + 3).count == 1)
    }

    @Test func aBouncingContactIsOneEvent() {
        var watches = watching(opens, state(door, "off", at: -60))
        var count = 0
        for step in 0..<10 { count += watches.take(state(door, step % 2 == 0 ? "on" : "off", at: Double(step) * 0.05), now: start + Double(step) * 0.05).count }
        #expect(count == 1)
    }

    @Test func unavailableSaysNothing() {
        var watches = watching(opens, state(door, "on", at: -60))
        for value in ["unavailable", "unknown"] {
            #expect(watches.take(state(door, value, at: 1), now: start + 1).isEmpty)
            #expect(watches.take(state(door, "on", at: 2), now: start + 2).isEmpty)
        }
        var closed = watching(opens, state(door, "off", at: -60))
        _ = closed.take(state(door, "unavailable", at: 1), now: start + 1)
        #expect(closed.take(state(door, "on", at: 2), now: start + 2).count == 1)
    }

    @Test func aResyncShowsWhatChangedMeanwhileOnce() {
        var watches = watching(opens, state(door, "off", at: -60))
        watches.lose()
        let firings = watches.resync([state(door, "on", at: 30)], now: start + 40)
        // Due when the house says it happened: whoever runs it knows how late it is.
        #expect(firings.map(\.due) == [start + 30])
        #expect(watches.resync([state(door, "on", at: 30)], now: start + 50).isEmpty)
    }

    @Test func aResyncThatShowsTheSameIsNoNews() {
        var watches = watching(opens, state(door, "off", at: -60))
        #expect(watches.take(state(door, "on", at: 1), now: start + 1).count == 1)
        watches.lose()
        // The house started again, and takes all states for new.
        #expect(watches.resync([state(door, "on", at: 100)], now: start + 100).isEmpty)
    }

    @Test func whatIsKnownFromBeforeARestartCounts() {
        for (phase, count) in [(Automation.Phase.idle, 1), (.holding, 1), (.reached, 0), (nil, 0)] as [(Automation.Phase?, Int)] {
            var watches = Watches()
            watches.replace(with: [automation(opens, phase: phase)])
            #expect(watches.resync([state(door, "on", at: -20)], now: start).count == count, "\(String(describing: phase))")
        }
    }

    @Test func keysAreTheSameForAllWhoSeeTheChange() {
        let automation = automation(opens, phase: .idle)
        var live = Watches(), later = Watches()
        live.replace(with: [automation])
        later.replace(with: [automation])
        _ = live.resync([state(door, "off", at: -60)], now: start)
        let seen = live.take(state(door, "on", at: 5), now: start + 5.2).map(\.key)
        #expect(seen == later.resync([state(door, "on", at: 5)], now: start + 9).map(\.key))
        #expect(seen.first?.hasPrefix("change:") == true)
    }

    @Test func whatHasToLastIsDueWhenItDid() {
        var watches = watching(.state(entity: door, to: "on", seconds: 600), state(door, "off", at: -60))
        #expect(watches.take(state(door, "on", at: 0), now: start).isEmpty)
        #expect(watches.deadline == start + 600)
        #expect(watches.expired(now: start + 599).isEmpty)
        #expect(watches.expired(now: start + 600).map(\.due) == [start + 600])
        #expect(watches.deadline == nil)
    }

    @Test func whatDoesNotLastIsNotDue() {
        var watches = watching(.state(entity: door, to: "on", seconds: 600), state(door, "off", at: -60))
        _ = watches.take(state(door, "on", at: 0), now: start)
        _ = watches.take(state(door, "off", at: 300), now: start + 300)
        #expect(watches.expired(now: start + 700).isEmpty)
        // It begins anew, even right away: nothing fired, so this is no bounce of anything.
        _ = watches.take(state(door, "on", at: 300.1), now: start + 300.1)
        #expect(watches.deadline == start + 900.1)
    }

    @Test func nobodyKnowsWhetherItLastedWhileTheHouseWasAway() {
        var watches = watching(.state(entity: door, to: "on", seconds: 600), state(door, "off", at: -60))
        _ = watches.take(state(door, "on", at: 0), now: start)
        watches.lose()
        #expect(watches.deadline == nil)
        #expect(watches.expired(now: start + 700).isEmpty)
        #expect(watches.resync([state(door, "on", at: 0)], now: start + 700).map(\.due) == [start + 600])

        var interrupted = watching(.state(entity: door, to: "on", seconds: 600), state(door, "off", at: -60))
        _ = interrupted.take(state(door, "on", at: 0), now: start)
        interrupted.lose()
        // Off and on again while nobody looked.
        #expect(interrupted.resync([state(door, "on", at: 500)], now: start + 700).isEmpty)
        #expect(interrupted.deadline == start + 1100)
    }

    @Test func anEntityThatIsLostWhenItsTimeIsUpIsWaitedFor() {
        var watches = watching(.state(entity: door, to: "on", seconds: 60), state(door, "off", at: -60))
        _ = watches.take(state(door, "on", at: 0), now: start)
        _ = watches.take(state(door, "unavailable", at: 30), now: start + 30)
        #expect(watches.expired(now: start + 60).isEmpty)
        #expect(watches.deadline == nil)
        #expect(watches.take(state(door, "on", at: 0), now: start + 90).count == 1)
    }

    @Test func aHoldGoesOnAfterARestart() {
        var watches = Watches()
        watches.replace(with: [automation(.state(entity: door, to: "on", seconds: 600), phase: .holding)])
        #expect(watches.resync([state(door, "on", at: -300)], now: start).isEmpty)
        #expect(watches.deadline == start + 300)
    }

    @Test func numbersCrossTheirLimit() {
        let sensor = "sensor.temperature"
        var watches = watching(.number(entity: sensor, attribute: nil, above: 25, below: nil), state(sensor, "24", at: -60))
        #expect(watches.take(state(sensor, "25", at: 1), now: start + 1).isEmpty)
        #expect(watches.take(state(sensor, "25.1", at: 2), now: start + 2).count == 1)
        #expect(watches.take(state(sensor, "27", at: 3), now: start + 3).isEmpty)
        #expect(watches.take(state(sensor, "nonsense", at: 4), now: start + 4).isEmpty)
        #expect(watches.take(state(sensor, "24.9", at: 5), now: start + 5).isEmpty)
        #expect(watches.take(state(sensor, "25.5", at: 6), now: start + 6).count == 1)
    }

    @Test func attributesAreNumbersToo() {
        let climate = "climate.living"
        var watches = watching(
            .number(entity: climate, attribute: "current_temperature", above: nil, below: 18), state(climate, "heat", at: -60, ["current_temperature": 19]))
        #expect(watches.take(state(climate, "heat", at: 1, ["current_temperature": 17.5]), now: start + 1).count == 1)
        #expect(watches.take(state(climate, "heat", at: 2, [:]), now: start + 2).isEmpty)
    }

    @Test func theFirstWhoComesAndTheLastWhoLeaves() {
        let people: Set = ["person.a", "person.b"]
        var first = watching(
            .presence(person: nil, arrives: true), people: people, state("person.a", "not_home", at: -60), state("person.b", "work", at: -60))
        #expect(first.take(state("person.a", "home", at: 1), now: start + 1).count == 1)
        #expect(first.take(state("person.b", "home", at: 2), now: start + 2).isEmpty)
        #expect(first.take(state("person.a", "not_home", at: 3), now: start + 3).isEmpty)
        #expect(first.take(state("person.b", "not_home", at: 4), now: start + 4).isEmpty)
        #expect(first.take(state("person.b", "home", at: 5), now: start + 5).count == 1)

        var last = watching(.presence(person: nil, arrives: false), people: people, state("person.a", "home", at: -60), state("person.b", "home", at: -60))
        #expect(last.take(state("person.a", "not_home", at: 1), now: start + 1).isEmpty)
        // A telephone that is lost has not left.
        #expect(last.take(state("person.b", "unavailable", at: 2), now: start + 2).isEmpty)
        #expect(last.take(state("person.b", "not_home", at: 3), now: start + 3).count == 1)

        var one = watching(.presence(person: "person.b", arrives: true), state("person.b", "not_home", at: -60))
        #expect(one.take(state("person.a", "home", at: 1), now: start + 1).isEmpty)
        #expect(one.take(state("person.b", "home", at: 2), now: start + 2).count == 1)
    }

    @Test func phasesAreKeptOnce() {
        var watches = watching(opens, state(door, "off", at: -60))
        #expect(Array(watches.takeChangedPhases().values) == [.idle])
        _ = watches.take(state(door, "on", at: 1), now: start + 1)
        #expect(Array(watches.takeChangedPhases().values) == [.reached])
        #expect(!watches.hasChangedPhases)
    }

    @Test func echoesGoAlongTheWholeChain() {
        var echoes = Echoes()
        let first = Automation.ID(), second = Automation.ID()
        echoes.began(first, on: ["light.b"], because: "light.a", now: start)
        echoes.ended(first, on: ["light.b"], now: start + 1)
        #expect(echoes.mayBeOwn(first, "light.b", now: start + 2))
        #expect(!echoes.mayBeOwn(second, "light.b", now: start + 2))
        // The second is set off by what the first did, and does what sets the first off.
        echoes.began(second, on: ["light.a"], because: "light.b", now: start + 2)
        #expect(echoes.mayBeOwn(first, "light.a", now: start + 3))
        echoes.ended(second, on: ["light.a"], now: start + 3)
        #expect(!echoes.mayBeOwn(first, "light.a", now: start + 13))
        #expect(!echoes.mayBeOwn(first, "light.b", now: start + 13))
    }

    @Test func paceIsBounded() {
        var pace = Pace()
        let id = Automation.ID()
        #expect((0..<100).filter { pace.allows(id, opens, now: start + Double($0) * 0.5) }.count == 10)
        let isAllowedLater = pace.allows(id, opens, now: start + 120)
        #expect(isAllowedLater)
        let number = Trigger.number(entity: "a.b", attribute: nil, above: 1, below: nil), other = Automation.ID()
        #expect((0..<100).filter { pace.allows(other, number, now: start + Double($0)) }.count == 4)
    }
}
