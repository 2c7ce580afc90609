import Domain
public import Lifecycle
import Foundation
import Observability

/// What the memory does while nobody waits for it: makes memories of what was said, finds their meaning, and sleeps over them.
public final class MemoryService: Service {
    public let name = "memory"

    /// Nobody has spoken for so long that there is time to sleep.
    private static let idle: TimeInterval = 5 * 60
    /// Sleep comes again after this long at the soonest.
    private static let waking: TimeInterval = 6 * 3600
    /// What was thrown away is deleted for good after this long.
    static let binLifetime: TimeInterval = 30 * 86_400
    /// Between two looks at what there is to do.
    private static let pause: TimeInterval = 60

    private let brain: Brain

    public init(brain: Brain) { self.brain = brain }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await shutdown.wait() }
            group.addTask { await self.work() }
            // The first to end is the shutdown: the work has no end of its own.
            await group.next()
            group.cancelAll()
        }
    }

    private func work() async {
        var lastTurn = brain.clock.now, lastSleep: Date?, lastPurge: Date?
        // What was said before a stop.
        for principal in (try? await brain.parts.fragments.people()) ?? [] { brain.pending.note(principal) }
        while !Task.isCancelled {
            let now = brain.clock.now
            if !brain.pending.people.isEmpty { lastTurn = now }
            await tend(now: now)
            if now.timeIntervalSince(lastPurge ?? .distantPast) > 3600 {
                await attempt("purge the bin") { _ = try await self.brain.parts.fragments.purgeBin(before: now.addingTimeInterval(-Self.binLifetime)) }
                lastPurge = now
            }
            if now.timeIntervalSince(lastTurn) >= Self.idle, now.timeIntervalSince(lastSleep ?? .distantPast) >= Self.waking {
                await sleep(now: now)
                lastSleep = now
            }
            await rest()
        }
    }

    /// Makes memories of what was said, writes down what was recalled, finds the meaning of what has none.
    private func tend(now: Date) async {
        for principal in brain.pending.people { await attempt("remember") { _ = try await self.brain.mind(for: principal) } }
        for (principal, ids) in brain.pending.takeRecalls() {
            await attempt("count recalls") { try await self.brain.parts.fragments.recalled(ids, at: now, for: principal) }
        }
        for mind in brain.awake { await attempt("find meanings") { if try await mind.findMeanings() { self.brain.pending.wakeup.signal() } } }
    }

    private func sleep(now: Date) async {
        let people = (try? await brain.parts.fragments.people()) ?? []
        for principal in people where !Task.isCancelled {
            await attempt("consolidate") {
                let report = try await self.brain.consolidate(for: principal, now: now)
                if !report.isEmpty { self.brain.log.info("slept over what was said", ["changes": "\(report)"]) }
            }
        }
    }

    private func attempt(_ what: String, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            if !Task.isCancelled { brain.log.warning("the memory could not \(what); it will be tried again", ["error": "\(error)"]) }
        }
    }

    /// Until something was said, for a minute at most.
    private func rest() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.brain.pending.wakeup.wait() }
            group.addTask { try? await self.brain.clock.sleep(until: self.brain.clock.now.addingTimeInterval(Self.pause)) }
            await group.next()
            group.cancelAll()
        }
    }
}
