import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Synchronization
import Testing

@testable import Intents

/// The matchers follow the house.
@Suite(.enabled(if: OrdersReadingTests.canRun, "home-assistant-intents is not installed: run scripts/setup run")) struct IntentFinderTests {
    /// A house that is changed by the test.
    private final class ChangingHouse: House {
        private let current: Mutex<HomeModel>
        private let stream: AsyncStream<HomeChange>
        private let continuation: AsyncStream<HomeChange>.Continuation

        init(_ model: HomeModel) {
            current = Mutex(model)
            (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(16))
        }

        var isConnected: Bool { true }
        var model: HomeModel { current.withLock { $0 } }
        func state(of entity: String) -> EntityState? { nil }
        func states() -> [EntityState] { [] }
        func changes() -> AsyncStream<HomeChange> { stream }
        func call(_ call: ServiceCall) async throws { throw HouseError(.unsupported, "not here") }
        func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] { [] }

        func become(_ model: HomeModel) {
            current.withLock { $0 = model }
            continuation.yield(.model)
        }

        func end() { continuation.finish() }
    }

    private final class Flag: Sendable { let isSet = Mutex(false) }

    private func finder(_ house: ChangingHouse) -> IntentFinder {
        IntentFinder(library: IntentLibrary(folder: OrdersReadingTests.folder), house: house, log: .silent, warmsUp: false)
    }

    private func names(_ finder: IntentFinder, _ text: String) -> [String] {
        let sentence = Sentence(text)
        return finder.finder(for: .french)?.candidates(for: sentence, in: sentence.words.indices, area: nil).first?.intent.slots["name"]?.ids ?? []
    }

    private let lamp = HomeModel(entities: [.init(id: "light.a", name: "Lampadaire")])

    @Test func isReadyAfterTheStart() async throws {
        let finder = finder(ChangingHouse(lamp))
        #expect(finder.finder(for: .french) == nil)
        try await finder.start()
        for language in Language.allCases { #expect(finder.finder(for: language) != nil) }
        #expect(names(finder, "tamise le lampadaire") == ["light.a"])
    }

    @Test func runsUntilItIsAskedToStopAlthoughTheChangesEnd() async throws {
        let house = ChangingHouse(lamp)
        let finder = finder(house)
        try await finder.start()
        house.end()
        let shutdown = Shutdown()
        let flag = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await finder.run(until: shutdown)
                flag.isSet.withLock { $0 = true }
            }
            for _ in 0..<100 { await Task.yield() }
            #expect(!flag.isSet.withLock { $0 })
            shutdown.request()
            try await group.waitForAll()
        }
        #expect(flag.isSet.withLock { $0 })
    }

    @Test func takesUpNewNamesAndLeavesAHouseThatIsTheSame() async throws {
        let house = ChangingHouse(lamp)
        let finder = finder(house)
        try await finder.start()
        let first = finder.finder(for: .french) as? IntentMatcher
        house.become(lamp)
        house.end()
        await finder.follow()
        #expect(finder.finder(for: .french) as? IntentMatcher === first)

        var other = lamp
        other.entities.append(.init(id: "light.b", name: "Guirlande"))
        house.become(other)
        await finder.follow()
        #expect(names(finder, "tamise la guirlande") == ["light.b"])
    }
}
