public import Base
public import Observability
private import Foundation
private import Synchronization

/// Keeps a program running: starts it, waits until it is ready, starts it again when it ends, and stops it with Jarvis.
///
/// Its ``start()`` returns at once, so that a slow or broken child delays nothing: whoever needs it calls ``waitUntilReady()``.
public final class SupervisedProcess: Service {
    public enum State: Sendable, Hashable {
        /// Started, not ready yet; also before the first start.
        case starting
        case ready
        /// Ended; the n-th start in a row is being waited for.
        case restarting(Int)
        /// Asked to stop, and gone.
        case stopped
    }

    public let name: String
    private let command: @Sendable () async throws -> ChildProcess.Command
    private let probe: @Sendable (ChildProcess) async throws -> Void
    private let policy: RestartPolicy
    private let readyWithin: Duration
    private let pulse: Pulse?
    private let grace: Duration
    private let clock: any WallClock
    private let log: Logger

    /// How a child that runs and does nothing any more is noticed.
    public struct Pulse: Sendable {
        var interval: Duration
        var misses: Int
        var check: @Sendable () async throws -> Void

        /// - Parameters:
        ///   - interval: between two checks.
        ///   - misses: so many in a row, and the child is killed.
        ///   - check: returns when the child answers, and throws when it does not.
        public init(every interval: Duration, misses: Int, check: @escaping @Sendable () async throws -> Void) {
            self.interval = interval
            self.misses = misses
            self.check = check
        }
    }

    private struct Situation {
        var state = State.starting
        var child: ChildProcess?
        var nextWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, any Error>] = [:]
    }
    private let situation = Mutex(Situation())

    /// - Parameters:
    ///   - command: asked before each start.
    ///   - readyWithin: a child that is not ready by then is killed and started again.
    ///   - grace: what it gets between SIGTERM and SIGKILL.
    ///   - probe: returns once the child does its work, throws when it never will. By default a child is ready as soon as it runs.
    public init(
        name: String, policy: RestartPolicy = RestartPolicy(), readyWithin: Duration = .seconds(60), pulse: Pulse? = nil, grace: Duration = .seconds(5),
        clock: any WallClock = SystemWallClock(), log: Logger, command: @escaping @Sendable () async throws -> ChildProcess.Command,
        probe: @escaping @Sendable (ChildProcess) async throws -> Void = { _ in }
    ) {
        self.name = name
        self.command = command
        self.probe = probe
        self.policy = policy
        self.readyWithin = readyWithin
        self.pulse = pulse
        self.grace = grace
        self.clock = clock
        self.log = log.with(label: name)
    }

    public var state: State { situation.withLock { $0.state } }
    /// `nil` while it does not run.
    public var pid: Int32? { situation.withLock { $0.child?.pid } }

    /// Returns when the child is ready; throws `stopped` once it was asked to stop, `CancellationError` when the task is cancelled.
    public func waitUntilReady() async throws {
        let ticket = situation.withLock { situation in
            situation.nextWaiter += 1
            return situation.nextWaiter
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let answer: Result<Void, any Error>? = situation.withLock { situation in
                    switch situation.state {
                    case .ready: return .success(())
                    case .stopped: return .failure(stoppedError)
                    case .starting, .restarting:
                        if Task.isCancelled { return .failure(CancellationError()) }
                        situation.waiters[ticket] = continuation
                        return nil
                    }
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            situation.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(throwing: CancellationError())
        }
    }

    public func run(until shutdown: Shutdown) async throws {
        var backoff = RestartBackoff(policy: policy)
        while !shutdown.isRequested && !Task.isCancelled {
            let began = clock.now
            do {
                let child = try await ChildProcess.launch(try await command(), log: log)
                log.info("process started", ["pid": "\(child.pid)"])
                let exit = await attend(child, until: shutdown)
                if shutdown.isRequested || Task.isCancelled { break }
                log.warning("process ended", ["pid": "\(child.pid)", "how": "\(exit)"])
            } catch {
                log.error("process could not be started", ["error": "\(error)"])
            }
            let delay = backoff.ended(after: .seconds(clock.now.timeIntervalSince(began)), random: Double.random(in: 0..<1))
            enter(.restarting(backoff.attempt), nil)
            await pause(delay, until: shutdown)
        }
        enter(.stopped, nil)
    }

    /// Stays with one child to its end.
    private func attend(_ child: ChildProcess, until shutdown: Shutdown) async -> ChildProcess.Exit {
        enter(.starting, child)
        enum Event: Sendable { case ended(ChildProcess.Exit), ready, failed(String), late, shutdown, nothing }
        return await withTaskGroup(of: Event.self) { group in
            group.addTask { .ended(await child.waitForExit()) }
            group.addTask {
                await shutdown.wait()
                return .shutdown
            }
            group.addTask { [probe] in
                do {
                    try await probe(child)
                    return .ready
                } catch {
                    return .failed("\(error)")
                }
            }
            group.addTask { [clock, readyWithin] in
                do { try await clock.sleep(until: clock.now + readyWithin.seconds) } catch { return .nothing }
                return .late
            }
            var isReady = false
            for await event in group {
                switch event {
                case .ended(let exit):
                    group.cancelAll()
                    return exit
                case .ready:
                    isReady = true
                    if child.exit == nil { enter(.ready, child) }
                    if let pulse { group.addTask { [clock] in await Self.feel(pulse, clock) ? .nothing : .failed("it does not answer any more") } }
                case .failed(let reason):
                    if child.exit == nil { log.error("process cannot be used and is stopped", ["pid": "\(child.pid)", "error": reason]) }
                    await child.stop(grace: grace, clock: clock)
                case .late where !isReady:
                    log.error("process was not ready in time and is stopped", ["pid": "\(child.pid)", "seconds": "\(readyWithin.seconds)"])
                    await child.stop(grace: grace, clock: clock)
                case .shutdown:
                    await child.stop(grace: grace, clock: clock)
                case .late, .nothing: break
                }
            }
            return await child.waitForExit()
        }
    }

    /// Feels the pulse until it is gone (`false`), or nobody wants to know.
    private static func feel(_ pulse: Pulse, _ clock: any WallClock) async -> Bool {
        var misses = 0
        while misses < pulse.misses {
            do { try await clock.sleep(until: clock.now + pulse.interval.seconds) } catch { return true }
            do {
                try await pulse.check()
                misses = 0
            } catch {
                if Task.isCancelled { return true }
                misses += 1
            }
        }
        return false
    }

    private func pause(_ delay: Duration, until shutdown: Shutdown) async {
        let deadline = clock.now + delay.seconds
        await withTaskGroup(of: Void.self) { [clock] group in
            group.addTask { try? await clock.sleep(until: deadline) }
            group.addTask { await shutdown.wait() }
            await group.next()
            group.cancelAll()
        }
    }

    private func enter(_ state: State, _ child: ChildProcess?) {
        let waiters = situation.withLock { situation in
            situation.state = state
            situation.child = child
            guard state == .ready || state == .stopped else { return [CheckedContinuation<Void, any Error>]() }
            defer { situation.waiters = [:] }
            return Array(situation.waiters.values)
        }
        for waiter in waiters {
            if state == .ready { waiter.resume() } else { waiter.resume(throwing: stoppedError) }
        }
    }

    private var stoppedError: LifecycleError { LifecycleError(.stopped, "\(name) is stopped; start Jarvis again to use it") }
}
