import Base
import Domain
import Foundation
import Observability
import Synchronization
import TestSupport
import Testing

@testable import Satellites

@Suite struct DuckingTests {
    @Test func lowersWhatPlaysInTheRoomAndRaisesItAgain() async throws {
        let house = Players(["media_player.radio": 0.5, "media_player.elsewhere": 0.5]), folder = try Paths.temporaryFolder()
        let ducking = Ducking(house: house, folder: folder.url.path, log: .silent)
        await ducking.duck("kitchen", isOn: true)
        await ducking.duck("kitchen", isOn: true)
        #expect(house.volumes == ["media_player.radio": 0.15, "media_player.elsewhere": 0.5])
        await ducking.duck("kitchen", isOn: false)
        #expect(house.volumes["media_player.radio"] == 0.15)
        await ducking.duck("kitchen", isOn: false)
        #expect(house.volumes["media_player.radio"] == 0.5)
        #expect(!FileManager.default.fileExists(atPath: folder.file("ducked.json")))
    }

    @Test func aVolumeThatSomebodyChangedMeanwhileIsLeftAlone() async throws {
        let house = Players(["media_player.radio": 0.5]), folder = try Paths.temporaryFolder()
        let ducking = Ducking(house: house, folder: folder.url.path, log: .silent)
        await ducking.duck("kitchen", isOn: true)
        house.turn("media_player.radio", to: 0.8)
        await ducking.duck("kitchen", isOn: false)
        #expect(house.volumes == ["media_player.radio": 0.8])
    }

    @Test func whatAKilledJarvisLeftLowIsRaisedAtTheNextStart() async throws {
        let house = Players(["media_player.radio": 0.5]), folder = try Paths.temporaryFolder()
        await Ducking(house: house, folder: folder.url.path, log: .silent).duck("kitchen", isOn: true)
        #expect(house.volumes == ["media_player.radio": 0.15])
        // A house that refuses keeps the note of it for later.
        house.isReachable = false
        await Ducking(house: house, folder: folder.url.path, log: .silent).recover()
        #expect(house.volumes == ["media_player.radio": 0.15])
        house.isReachable = true
        let next = Ducking(house: house, folder: folder.url.path, log: .silent)
        await next.recover()
        #expect(house.volumes == ["media_player.radio": 0.5])
    }
}

/// A house of media players: `elsewhere` is in another room.
private final class Players: House {
    private struct State {
        var volumes: [String: Double]
        var isReachable = true
    }
    private let inside: Mutex<State>

    init(_ volumes: [String: Double]) { inside = Mutex(State(volumes: volumes)) }

    var volumes: [String: Double] { inside.withLock { $0.volumes } }
    var isReachable: Bool {
        get { inside.withLock { $0.isReachable } }
        set { inside.withLock { $0.isReachable = newValue } }
    }
    func turn(_ entity: String, to volume: Double) { inside.withLock { $0.volumes[entity] = volume } }

    var isConnected: Bool { isReachable }
    var model: HomeModel {
        HomeModel(entities: volumes.keys.map { .init(id: $0, name: $0, area: $0.hasSuffix("elsewhere") ? "hall" : "kitchen") })
    }
    func state(of entity: String) -> EntityState? {
        volumes[entity].map {
            EntityState(entity: entity, value: "playing", attributes: ["volume_level": .number($0)], changedAt: .distantPast, updatedAt: .distantPast)
        }
    }
    func states() -> [EntityState] { volumes.keys.compactMap(state) }
    func changes() -> AsyncStream<HomeChange> { AsyncStream { $0.finish() } }
    func call(_ call: ServiceCall) async throws {
        guard isReachable else { throw HouseError(.notConnected, "away") }
        guard call.domain == "media_player", call.service == "volume_set", let volume = call.data["volume_level"]?.number else {
            throw HouseError(.refused, "not expected: \(call)")
        }
        for entity in call.entities { turn(entity, to: volume) }
    }
    func history(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] { throw HouseError(.unsupported, "none") }
}
