import Base
import Configuration
import Domain
import Foundation
import Lifecycle
import Observability
import Satellites
import Synchronization

/// The satellites of the house, as a service, and as a place where announcements go.
struct SatelliteHost: Sendable {
    let hub: SatelliteHub
    /// In the order in which they start.
    let services: [any Service]

    /// - Parameter principal: the account that stands for whoever is in a room; `nil` while there is none.
    init(
        _ configuration: Configuration, folder: DataFolder, desk: any VoiceDesk, synthesizer: any Synthesizer, house: any House,
        principal: @escaping @Sendable () async -> Principal?, clock: any WallClock, log: Logger
    ) throws {
        let log = log.with(label: "satellites")
        let ducking = Ducking(house: house, folder: folder.path, log: log)
        let role = Role(rawValue: configuration.satelliteRole.rawValue) ?? .guest
        hub = SatelliteHub(
            SatelliteHub.Parts(
                desk: desk, synthesizer: synthesizer,
                principal: { await principal().map { Principal(household: $0.household, user: $0.user, role: role, name: $0.name) } },
                area: { house.model.area(named: $0) }, duck: { await ducking.duck($0, isOn: $1) },
                languages: configuration.languages),
            configured: try SatellitePlace.list(configuration.satellites ?? ""), book: SatelliteFiles(folder: folder.path),
            browser: AvahiBrowser(log: log), clock: clock, log: log)
        services = [DuckingRecovery(house: house, ducking: ducking), hub]
    }
}

/// Raises, once the house is in reach, what a Jarvis that was killed left low.
private struct DuckingRecovery: Service {
    let house: any House
    let ducking: Ducking
    var name: String { "ducking" }

    func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                let changes = house.changes()
                if house.isConnected { await ducking.recover() }
                for await change in changes { if case .connection(true) = change { await ducking.recover() } }
                // A house that never changes ends its changes; the service goes on.
                await shutdown.wait()
            }
            group.addTask { await shutdown.wait() }
            await group.next()
            group.cancelAll()
        }
    }
}

/// Tells all of several places; some join when they exist.
final class EveryAnnouncer: Announcer, Broadcaster {
    private let held: Mutex<[any Announcer & Broadcaster]>

    init(_ place: any Announcer & Broadcaster) { held = Mutex([place]) }

    func join(_ place: any Announcer & Broadcaster) { held.withLock { $0.append(place) } }

    private var places: [any Announcer & Broadcaster] { held.withLock { $0 } }

    func announce(_ announcement: Announcement, to principal: Principal) async -> Bool {
        var isTaken = false
        for place in places where await place.announce(announcement, to: principal) { isTaken = true }
        return isTaken
    }

    func broadcast(_ broadcast: Broadcast, to household: Household.ID, in areas: Set<String>?) async -> Int {
        var count = 0
        for place in places { count += await place.broadcast(broadcast, to: household, in: areas) }
        return count
    }
}
