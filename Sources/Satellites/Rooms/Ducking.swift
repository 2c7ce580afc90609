public import Domain
public import Observability
import Base
import Foundation

/// Lowers the media players of a room while Jarvis listens or speaks there, and raises them afterwards.
///
/// What was lowered stands in a file until it is raised, so that a Jarvis that was killed in between raises it at its next start. A volume that
/// somebody changed meanwhile is left alone.
public actor Ducking {
    /// What a volume is multiplied by.
    static let factor = 0.3

    private struct Lowered: Codable, Equatable {
        var entity: String
        var area: String
        /// `volume_level` before and since, 0 to 1.
        var original: Double
        var lowered: Double
    }

    private let house: any House
    private let file: URL
    private let log: Logger
    /// How many speak or listen in an area.
    private var holders: [String: Int] = [:]
    private var lowered: [Lowered]
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameter folder: JARVIS_HOME.
    public init(house: any House, folder: String, log: Logger) {
        self.house = house
        self.log = log
        file = URL(filePath: folder).appending(path: "ducked.json")
        lowered = (try? JSON.decode([Lowered].self, from: Data(contentsOf: file))) ?? []
    }

    /// Raises what an earlier run left low. Call it once the house is in reach.
    public func recover() async { await one { for area in Set(self.lowered.map(\.area)) where self.holders[area] == nil { await self.raise(area) } } }

    public func duck(_ area: String, isOn: Bool) async {
        let count = holders[area, default: 0] + (isOn ? 1 : -1)
        holders[area] = count > 0 ? count : nil
        guard isOn ? count == 1 : count == 0 else { return }
        // In turn, and by what is wanted by then.
        await one { if self.holders[area] == nil { await self.raise(area) } else { await self.lower(area) } }
    }

    private func lower(_ area: String) async {
        let players = house.model.entities.filter { $0.domain == "media_player" && $0.area == area }
        for player in players where !lowered.contains(where: { $0.entity == player.id }) {
            guard let state = house.state(of: player.id), state.value == "playing", let volume = state.attributes["volume_level"]?.number, volume > 0.01
            else { continue }
            let target = (volume * Self.factor * 100).rounded() / 100
            lowered.append(Lowered(entity: player.id, area: area, original: volume, lowered: target))
            // Before the call: what is low and not written down stays low.
            write()
            if await !set(player.id, target) {
                lowered.removeAll { $0.entity == player.id }
                write()
            }
        }
    }

    private func raise(_ area: String) async {
        for player in lowered where player.area == area {
            let now = house.state(of: player.entity)?.attributes["volume_level"]?.number
            // Not known, not reported yet, or as it was set: it is ours to raise.
            let isOurs = now.map { abs($0 - player.lowered) < 0.05 || abs($0 - player.original) < 0.005 } ?? true
            if isOurs, await !set(player.entity, player.original) { continue }
            lowered.removeAll { $0 == player }
            write()
        }
    }

    /// - Returns: false when nothing was done.
    private func set(_ entity: String, _ volume: Double) async -> Bool {
        do {
            try await house.call(ServiceCall(domain: "media_player", service: "volume_set", entities: [entity], data: ["volume_level": .number(volume)]))
            return true
        } catch {
            log.warning("the volume of \(entity) could not be set: \(error)")
            return (error as? HouseError)?.code == .unknownOutcome
        }
    }

    private func write() {
        do {
            if lowered.isEmpty {
                try? FileManager.default.removeItem(at: file)
            } else {
                try JSON.encode(lowered).write(to: file, options: .atomic)
            }
        } catch {
            log.warning("\(file.path) cannot be written: a volume may stay low after a crash (\(error.localizedDescription))")
        }
    }

    /// One after the other: a room that is raised while it is lowered would end anyhow.
    private func one(_ work: () async -> Void) async {
        while isBusy { await withCheckedContinuation { waiting.append($0) } }
        isBusy = true
        await work()
        isBusy = false
        if !waiting.isEmpty { waiting.removeFirst().resume() }
    }
}
