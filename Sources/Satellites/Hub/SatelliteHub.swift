public import Base
public import Domain
public import Lifecycle
public import Observability
import Foundation
import Synchronization
import Wyoming

/// Keeps a connection to each satellite of the house, holds the conversations that begin there, and says announcements into their rooms.
///
/// Which satellites: those of the configuration, and those found in the network that somebody assigned to an area. One that was only found is not
/// used, because anything in the network can call itself a satellite.
public actor SatelliteHub: Service, Announcer, Broadcaster {
    /// What the hub works with.
    public struct Parts: Sendable {
        public var desk: any VoiceDesk
        public var synthesizer: any Synthesizer
        /// Whose rights what is said into a satellite has; `nil` while there is nobody.
        public var principal: @Sendable () async -> Principal?
        /// The id of the first area of the house that one of these words names.
        public var area: @Sendable (_ hints: [String]) -> String?
        /// Lowers what plays in an area, or raises it again.
        public var duck: @Sendable (_ area: String, _ isOn: Bool) async -> Void
        /// The languages of the household.
        public var languages: [Language]
        /// What satellites that do not listen for a wake word themselves are woken by.
        public var wakeWords: [String]

        public init(
            desk: any VoiceDesk, synthesizer: any Synthesizer, principal: @escaping @Sendable () async -> Principal?,
            area: @escaping @Sendable (_ hints: [String]) -> String? = { _ in nil },
            duck: @escaping @Sendable (_ area: String, _ isOn: Bool) async -> Void = { _, _ in }, languages: [Language] = [.french, .english],
            wakeWords: [String] = ["hey_jarvis"]
        ) {
            self.desk = desk
            self.synthesizer = synthesizer
            self.principal = principal
            self.area = area
            self.duck = duck
            self.languages = languages
            self.wakeWords = wakeWords
        }
    }

    /// Who made a satellite, as its `info` says: ours keep sending while they are answered.
    public static let author = "Jarvis"
    /// The event that has our satellites drop what they have not played yet: an addition of Jarvis.
    static let interrupted = "interrupted"
    /// Satellites at once.
    static let limit = 32
    /// Seconds between looks at the assignments.
    private static let pause = 2.0

    public nonisolated let name = "satellites"
    private let parts: Parts
    private let configured: [SatellitePlace]
    private let book: any SatelliteBook
    private let browser: (any Browser)?
    private let clock: any WallClock
    private let log: Logger
    private let court: WakeCourt
    private var found: [String: FoundService] = [:]
    private var assigned: [SatelliteAssignment] = []
    private var links: [String: SatelliteLink] = [:]

    /// - Parameters:
    ///   - configured: used whatever is found and assigned; an assignment can still give them an area.
    ///   - browser: `nil`: nothing is looked for in the network.
    public init(
        _ parts: Parts, configured: [SatellitePlace] = [], book: any SatelliteBook, browser: (any Browser)? = nil, clock: any WallClock = SystemWallClock(),
        log: Logger
    ) {
        self.parts = parts
        self.configured = configured
        self.book = book
        self.browser = browser
        self.clock = clock
        self.log = log
        court = WakeCourt(clock: clock)
    }

    public func run(until shutdown: Shutdown) async throws {
        let (changes, changed) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask {
                await shutdown.wait()
                changed.finish()
            }
            if let browser {
                group.addTask {
                    for await change in browser.changes() {
                        await self.note(change)
                        changed.yield()
                    }
                }
            }
            let clock = clock
            group.addTask {
                repeat { changed.yield() } while (try? await clock.sleep(until: clock.now + Self.pause)) != nil
            }
            for await _ in changes {
                for link in reconcile() { group.addTask { await link.run() } }
            }
            for link in links.values { link.stop() }
            group.cancelAll()
        }
        links = [:]
    }

    // MARK: - Which satellites

    private func note(_ change: ServiceChange) {
        switch change {
        case .found(let service): if found.count < 256 || found[service.name] != nil { found[service.name] = service }
        case .lost(let name): found[name] = nil
        }
        do {
            try book.write(found: found.values.sorted { $0.name < $1.name })
        } catch {
            log.warning("the satellites that were found could not be written down: \(error)")
        }
    }

    /// Starts and stops links until they are those that are wanted.
    /// - Returns: those to run.
    private func reconcile() -> [SatelliteLink] {
        do {
            assigned = try book.assignments()
        } catch {
            // What was read last stays in force.
            log.warning("the assignments of satellites cannot be read: \(error)")
        }
        var wanted: [String: SatellitePlace] = [:]
        for place in configured {
            wanted[place.name] = SatellitePlace(
                name: place.name, endpoint: place.endpoint, area: assigned.first { $0.name == place.name }?.area ?? place.area)
        }
        for assignment in assigned where wanted[assignment.name] == nil {
            guard let service = found[assignment.name] else { continue }
            wanted[assignment.name] = SatellitePlace(
                name: assignment.name, endpoint: .tcp(host: service.address, port: service.port), area: assignment.area)
        }
        // One that is lost in the network but still connected stays: mDNS forgets more easily than TCP.
        for (name, link) in links where wanted[name] != link.place {
            if wanted[name] == nil, assigned.contains(where: { $0.name == name && $0.area == link.place.area }) { continue }
            link.stop()
            links[name] = nil
        }
        let surroundings = SatelliteLink.Surroundings(
            parts: parts, court: court, rivals: { [weak self] name in await self?.rivals(of: name) ?? 0 }, clock: clock, log: log)
        var fresh: [SatelliteLink] = []
        for (name, place) in wanted where links[name] == nil && links.count < Self.limit {
            let link = SatelliteLink(place, surroundings)
            links[name] = link
            fresh.append(link)
        }
        return fresh
    }

    private func rivals(of name: String) async -> Int {
        var count = 0
        for (other, link) in links where other != name { if await link.isRival { count += 1 } }
        return count
    }

    /// Who is connected, with the area where they stand.
    public func connected() async -> [(name: String, area: String?)] {
        var all: [(name: String, area: String?)] = []
        for (name, link) in links where await link.isConnected { all.append((name, await link.area)) }
        return all.sorted { $0.name < $1.name }
    }

    // MARK: - Announcements

    /// What was asked for in a room is said there; what is nobody's is said everywhere. What is a person's own is not said into rooms.
    public func announce(_ announcement: Announcement, to principal: Principal) async -> Bool {
        guard let own = await parts.principal(), own.household == principal.household else { return false }
        let appointment = announcement.appointment
        let timer = appointment.kind == .timer ? "\(appointment.id)" : nil
        let everywhere = own.user == principal.user
        guard appointment.area != nil || everywhere else { return false }
        var count = await say(announcement.text, appointment.language, in: appointment.area.map { [$0] }, timer: timer)
        if count == 0, everywhere, appointment.area != nil { count = await say(announcement.text, appointment.language, in: nil, timer: timer) }
        return count > 0
    }

    public func broadcast(_ broadcast: Broadcast, to household: Household.ID, in areas: Set<String>?) async -> Int {
        guard await parts.principal()?.household == household else { return 0 }
        return await say(broadcast.text, broadcast.language, in: areas, timer: nil)
    }

    private func say(_ text: String, _ language: Language, in areas: Set<String>?, timer: String?) async -> Int {
        var count = 0
        for link in links.values {
            if let areas { guard let area = await link.area, areas.contains(area) else { continue } }
            if await link.announce(text, language, timer: timer) { count += 1 }
        }
        return count
    }
}
