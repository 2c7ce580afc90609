import Base
import Domain
import Foundation
import Observability
import Synchronization

/// Makes a plan's calls and waits until what came of them was seen.
struct Errand: Sendable {
    let house: any House
    let clock: any WallClock
    let limits: OrderLimits

    /// - Parameter done: called when the last call has come back, which may be after this has returned: nobody waits for a call whose effect was seen.
    /// - Throws: `CancellationError`; calls that were sent stay sent.
    func run(_ steps: [Plan.Step], done: @escaping @Sendable () -> Void) async throws -> [Watch.Result] {
        // Before anything is called, so that nothing is missed; and before the states are read, so that what is told is never older than they are.
        let changes = house.changes()
        let desk = Desk(Watch(steps, limits: limits, now: clock.now, state: house.state(of:)), house: house, clock: clock, calls: steps.count, done: done)
        for index in steps.indices {
            // Not a child of this turn: a call that was begun is brought to its end even if the turn is interrupted. It holds nothing but the desk,
            // and how many there are is bounded by the handler.
            Task { await send(steps[index].call, index, desk) }
        }
        return try await withTaskCancellationHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await change in changes where desk.take(change) { return }
                }
                group.addTask {
                    for await _ in desk.returned where desk.isSettled { return }
                }
                group.addTask {
                    while let deadline = desk.deadline {
                        // What is seen meanwhile may bring the deadline forward, to no sooner than this.
                        guard (try? await clock.sleep(until: min(deadline, clock.now + limits.script))) != nil else { return }
                        if desk.timePassed() { return }
                    }
                }
                while !desk.isSettled, await group.next() != nil {}
                group.cancelAll()
            }
            try Task.checkCancellation()
            return desk.results
        } onCancel: {
            desk.abandon()
        }
    }

    private func send(_ call: ServiceCall, _ index: Int, _ desk: Desk) async {
        guard desk.isWanted else { return desk.returns(index, HouseError(.notConnected, "interrupted before it was sent")) }
        var error = await attempt(call)
        // Nothing was sent: it may be tried again, once, when the house is back.
        if error?.code == .notConnected, desk.waits(index) {
            if await Self.isReached(house, within: limits.connection, clock: clock), desk.begins(index) { error = await attempt(call) }
        }
        desk.returns(index, error)
    }

    private func attempt(_ call: ServiceCall) async -> HouseError? {
        do {
            try await house.call(call)
            return nil
        } catch let error as HouseError {
            return error
        } catch {
            // It may have been sent.
            return HouseError(.unknownOutcome, "\(error)")
        }
    }

    /// Waits for the house to be in reach.
    static func isReached(_ house: any House, within seconds: Double, clock: any WallClock) async -> Bool {
        if house.isConnected { return true }
        let changes = house.changes()
        if house.isConnected { return true }
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await change in changes {
                    if case .connection(true) = change { return true }
                }
                return false
            }
            group.addTask {
                try? await clock.sleep(until: clock.now + seconds)
                return false
            }
            let isReached = await group.next() ?? false
            group.cancelAll()
            return isReached || house.isConnected
        }
    }
}

/// Where the calls, the news and the clock of one errand meet.
private final class Desk: Sendable {
    private struct State {
        var watch: Watch
        var callsLeft: Int
        var isAbandoned = false
    }

    private let state: Mutex<State>
    private let house: any House
    private let clock: any WallClock
    private let done: @Sendable () -> Void
    /// Something came of a call.
    let returned: AsyncStream<Void>
    private let returns: AsyncStream<Void>.Continuation

    init(_ watch: Watch, house: any House, clock: any WallClock, calls: Int, done: @escaping @Sendable () -> Void) {
        state = Mutex(State(watch: watch, callsLeft: calls))
        self.house = house
        self.clock = clock
        self.done = done
        (returned, returns) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var isSettled: Bool { state.withLock { $0.watch.isSettled } }
    var deadline: Date? { state.withLock { $0.watch.deadline } }
    var results: [Watch.Result] { state.withLock { $0.watch.results } }

    /// Returns whether there is nothing more to wait for.
    func take(_ change: HomeChange) -> Bool {
        state.withLock { state in
            switch change {
            case .state(let new, _): state.watch.saw(new, now: clock.now)
            case .connection(let isConnected): state.watch.connection(isConnected, now: clock.now, state: house.state(of:))
            case .model: break
            }
            return state.watch.isSettled
        }
    }

    func timePassed() -> Bool {
        state.withLock { state in
            state.watch.timePassed(now: clock.now, isConnected: house.isConnected, state: house.state(of:))
            return state.watch.isSettled
        }
    }

    /// Nobody waits any more: what was not sent is not to be sent.
    func abandon() { state.withLock { $0.isAbandoned = true } }
    var isWanted: Bool { state.withLock { !$0.isAbandoned } }

    /// Returns whether the call is still wanted.
    func waits(_ index: Int) -> Bool {
        state.withLock { state in
            state.watch.waits(index, now: clock.now)
            return !state.isAbandoned
        }
    }

    func begins(_ index: Int) -> Bool {
        state.withLock { state in
            state.watch.began(index, now: clock.now, state: house.state(of:))
            return !state.isAbandoned
        }
    }

    func returns(_ index: Int, _ error: HouseError?) {
        let isLast = state.withLock { state in
            state.watch.returned(index, error, now: clock.now, state: house.state(of:))
            state.callsLeft -= 1
            return state.callsLeft == 0
        }
        returns.yield()
        if isLast { done() }
    }
}
