public import Domain
import Foundation
public import Lifecycle
public import Observability
import Synchronization

/// Remembers what changed in the house and who is known to have had it changed, so that "why" has an answer.
///
/// What Jarvis did is known at once and stored behind the reply, in order, the last of it before the service ends; what was seen is kept in memory only, the
/// last few states of each entity.
public final class CauseLog: Service {
    public let name = "causes"

    /// States kept of one entity, entities of which any are kept, causes that are kept in memory, and causes that may wait for the store.
    private static let depth = 16, breadth = 4096, memory = 512, backlog = 512

    private struct State {
        var seen: [String: [EntityState]] = [:]
        var causes: [(household: Household.ID, cause: ChangeCause)] = []
        var unstored: [(cause: ChangeCause, principal: Principal)] = []
    }
    private let state = Mutex(State())
    private let wakeup = Wakeup()
    private let store: any AutomationStore
    private let log: Logger

    public init(store: any AutomationStore, log: Logger) {
        self.store = store
        self.log = log
    }

    /// Tells it that entities are changing because of this. Call it when an order is carried out, with what it was about. Waits for nothing.
    public func record(_ cause: ChangeCause, for principal: Principal) {
        guard !cause.targets.isEmpty else { return }
        let isFull = state.withLock { state in
            state.causes.append((principal.household, cause))
            if state.causes.count > Self.memory { state.causes.removeFirst(state.causes.count - Self.memory) }
            guard state.unstored.count < Self.backlog else { return true }
            state.unstored.append((cause, principal))
            return false
        }
        // It is still known until the next start.
        if isFull { log.warning("the cause of a change is not stored: too many wait for the store") }
        wakeup.signal()
    }

    /// Stores causes as they come. Stop it after everything that records them: what was recorded by then is stored before it returns.
    public func run(until shutdown: Shutdown) async throws {
        await withDiscardingTaskGroup { group in
            group.addTask {
                await shutdown.wait()
                self.wakeup.signal()
            }
            while !shutdown.isRequested, !Task.isCancelled {
                await wakeup.wait()
                await store()
            }
        }
        await store()
    }

    /// Stores what waits, in order.
    private func store() async {
        while let next = state.withLock({ $0.unstored.first }) {
            do { try await store.add(next.cause, for: next.principal) } catch {
                // It is still known until the next start.
                log.warning("the cause of a change could not be stored", ["error": "\(error)"])
            }
            state.withLock { _ = $0.unstored.removeFirst() }
        }
    }

    /// Tells it of a state; one that only says more of the same is passed over, and so is one that says nothing.
    func saw(_ new: EntityState) {
        if new.isUnavailable { return }
        state.withLock { state in
            var states = state.seen[new.entity] ?? []
            guard states.last?.value != new.value else { return }
            if states.isEmpty, state.seen.count >= Self.breadth { return }
            states.append(new)
            state.seen[new.entity] = states.suffix(Self.depth)
        }
    }

    /// The states that were seen of an entity, the oldest first.
    func states(of entity: String) -> [EntityState] { state.withLock { $0.seen[entity] ?? [] } }

    /// What is known to have changed something in this time, the newest first.
    func causes(from start: Date, to end: Date, for principal: Principal) async throws -> [ChangeCause] {
        let known = state.withLock { $0.causes }.filter { $0.household == principal.household }.map(\.cause)
        let stored = try await store.causes(from: start, to: end, for: principal)
        // What was stored was rounded to the millisecond.
        let unstored = known.filter { cause in !stored.contains { $0.origin == cause.origin && abs($0.at.timeIntervalSince(cause.at)) < 0.01 } }
        return (stored + unstored.filter { $0.at >= start && $0.at <= end }).sorted { $0.at > $1.at }
    }
}
