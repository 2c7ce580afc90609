import Base
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Home

@Suite(.timeLimit(.minutes(1))) struct HouseTableTests {
    @Test func whatDevicesCallThemselvesIsCleanedForEveryHouse() {
        let table = HouseTable()
        let names = HomeModel(
            floors: [HomeModel.Floor(id: "f", name: "En\u{1B}[31m haut", aliases: ["\u{0}"])],
            areas: [HomeModel.Area(id: "salon", name: " Sa\u{0}lon\n\tgrand ")],
            entities: [
                HomeModel.Entity(id: "light.a", name: "\u{1B}]0;x\u{7}Lampe", aliases: ["La\u{9B}mpe", "\u{7F}"]),
                HomeModel.Entity(id: "light.b", name: "\u{0}\u{1B}"),
            ])
        table.replace(model: names)
        #expect(table.model.floors == [HomeModel.Floor(id: "f", name: "En [31m haut")])
        #expect(table.model.areas.map(\.name) == ["Sa lon grand"])
        #expect(table.model.entities.map(\.name) == ["]0;x Lampe", "light.b"] && table.model.entities[0].aliases == ["La mpe"])
        let now = Date(timeIntervalSince1970: 0)
        table.apply(
            EntityState(
                entity: "light.a", value: "o\u{0}n",
                attributes: ["friendly_name": "\u{1B}[2JLampe", "list": ["a\u{1B}", ["k\u{0}": "v\u{7}"]], "text": "un\n\tdeux"],
                changedAt: now, updatedAt: now))
        let state = table.state(of: "light.a")
        #expect(state?.value == "on")
        #expect(state?.attributes == ["friendly_name": "[2JLampe", "list": ["a", ["k": "v"]], "text": "un\n\tdeux"])
    }

    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    func state(_ entity: String, _ value: String, at seconds: Double = 0) -> EntityState {
        EntityState(entity: entity, value: value, changedAt: Self.start + seconds, updatedAt: Self.start + seconds)
    }

    /// The next changes in short: `light.a off>on`, `model`, `connected`.
    func next(_ count: Int, of iterator: inout AsyncStream<HomeChange>.Iterator) async -> [String] {
        var found: [String] = []
        while found.count < count, let change = await iterator.next() {
            switch change {
            case .state(let new, let old): found.append("\(new.entity) \(old?.value ?? "-")>\(new.value)")
            case .model: found.append("model")
            case .connection(let isConnected): found.append(isConnected ? "connected" : "lost")
            }
        }
        return found
    }

    @Test func aChangeBetweenSubscribingAndReadingIsNotMissed() async {
        let table = HouseTable()
        let changes = table.changes()
        table.apply(state("light.a", "on"))
        table.setConnected(true)
        var iterator = changes.makeAsyncIterator()
        #expect(await next(2, of: &iterator) == ["light.a ->on", "connected"])
        #expect(table.state(of: "light.a")?.value == "on")
        #expect(table.isConnected)
    }

    /// Says that a reader has gone while the table is being written, as a cancelled task does in the midst of being told a change.
    private final class Interrupting: WallClock {
        let reading = Mutex<Task<Void, Never>?>(nil)
        var now: Date {
            reading.withLock { $0 }?.cancel()
            return HouseTableTests.start
        }
        func sleep(until deadline: Date) async throws {}
    }

    /// Waiting for the table there would be for ever, and run into the time limit.
    @Test func aReaderMayGoWhileTheTableIsWritten() async {
        let clock = Interrupting()
        let table = HouseTable(clock: clock)
        table.apply(state("light.a", "on"))
        let changes = table.changes()
        let (reads, reading) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for await _ in changes { reading.yield() }
        }
        table.apply(state("light.a", "off"))
        for await _ in reads { break }
        clock.reading.withLock { $0 = task }
        table.remove("light.a")
        await task.value
        #expect(table.readerCount == 0)
        #expect(table.state(of: "light.a") == nil)
    }

    @Test func onlyWhatIsNewIsTold() async {
        let table = HouseTable()
        table.apply(state("light.a", "on"))
        var iterator = table.changes().makeAsyncIterator()
        table.apply(state("light.a", "on"))
        table.setConnected(false)
        table.remove("light.never_heard_of")
        table.replace(model: HomeModel(), states: [state("light.a", "on")])
        table.apply(state("light.a", "on", at: 1))
        #expect(await next(1, of: &iterator) == ["light.a on>on"])
    }

    @Test func replacingTellsTheDifference() async {
        let table = HouseTable()
        table.replace(states: [state("light.a", "on"), state("light.b", "on"), state("light.c", "off")])
        var iterator = table.changes().makeAsyncIterator()
        let model = HomeModel(areas: [.init(id: "kitchen", name: "Cuisine")])
        table.replace(model: model, states: [state("light.a", "on"), state("light.c", "on"), state("light.d", "off")])
        table.replace(model: model)
        table.setConnected(true)
        #expect(await next(5, of: &iterator) == ["model", "light.b on>unavailable", "light.c off>on", "light.d ->off", "connected"])
        #expect(table.model == model)
        #expect(Set(table.states().map(\.entity)) == ["light.a", "light.c", "light.d"])
    }

    @Test func aRemovedEntityIsToldAsUnavailable() async {
        let table = HouseTable(clock: ManualClock(now: Self.start + 60))
        table.apply(state("light.a", "on"))
        var iterator = table.changes().makeAsyncIterator()
        table.remove("light.a")
        guard case .state(let gone, let old) = await iterator.next() else {
            Issue.record("nothing was told")
            return
        }
        #expect(gone == EntityState(entity: "light.a", value: "unavailable", changedAt: Self.start + 60, updatedAt: Self.start + 60))
        #expect(old?.value == "on")
        #expect(table.state(of: "light.a") == nil)
    }

    @Test func aSlowReaderLosesTheOldest() async {
        let table = HouseTable()
        var iterator = table.changes().makeAsyncIterator()
        for number in 0..<HouseTable.mostWaiting + 10 { table.apply(state("sensor.a", String(number))) }
        #expect(await next(1, of: &iterator) == ["sensor.a 9>10"])
    }

    @Test func allReadersHearTheSameInTheSameOrder() async {
        let table = HouseTable()
        let streams = (0..<3).map { _ in table.changes() }
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask { for number in 0..<200 { table.apply(state("sensor.shared", "\(writer).\(number)")) } }
            }
        }
        var heard: [[String]] = []
        for stream in streams {
            var iterator = stream.makeAsyncIterator()
            heard.append(await next(800, of: &iterator))
        }
        #expect(heard[0] == heard[1] && heard[1] == heard[2])
        // Each change begins where the one before ended.
        let ends = heard[0].map { $0.split(separator: ">")[1] }
        let beginnings = heard[0].map { $0.split(separator: " ")[1].split(separator: ">")[0] }
        #expect(Array(beginnings.dropFirst()) == Array(ends.dropLast()))
    }

    @Test func readersThatLeaveAreForgotten() async {
        let table = HouseTable()
        _ = table.changes()
        #expect(table.readerCount == 0)
        let stream = table.changes()
        let reading = Task { for await _ in stream {} }
        #expect(table.readerCount == 1)
        reading.cancel()
        await reading.value
        #expect(table.readerCount == 0)
    }

    @Test func streamsEndWithTheTable() async {
        var table: HouseTable? = HouseTable()
        var iterator = table?.changes().makeAsyncIterator()
        table = nil
        #expect(await iterator?.next() == nil)
    }
}
