import Foundation
import Lifecycle
import Observability
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct SupervisedProcessTests {
    let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
    let policy = RestartPolicy(first: .seconds(1), maximum: .seconds(8), stableAfter: .seconds(100))

    func supervise(
        _ script: String, readyWithin: Duration = .seconds(1000), grace: Duration = .seconds(5),
        probe: @escaping @Sendable (ChildProcess) async throws -> Void = { _ = try await $0.announcement() }
    ) -> SupervisedProcess {
        SupervisedProcess(
            name: "child", policy: policy, readyWithin: readyWithin, grace: grace, clock: clock, log: .silent, command: { shell(script) }, probe: probe)
    }

    /// Runs it beside `body` and stops it cleanly.
    func running(_ process: SupervisedProcess, _ body: () async throws -> Void) async throws {
        let shutdown = Shutdown()
        async let run: Void = process.run(until: shutdown)
        do { try await body() } catch {
            shutdown.request()
            try await run
            throw error
        }
        shutdown.request()
        try await run
        #expect(process.state == .stopped)
        #expect(process.pid == nil)
        let error = await #expect(throws: LifecycleError.self) { try await process.waitUntilReady() }
        #expect(error?.code == .stopped)
    }

    @Test func itBecomesReadyAndStops() async throws {
        let process = supervise("echo up; exec cat")
        #expect(process.state == .starting)
        try await running(process) {
            try await process.waitUntilReady()
            #expect(process.state == .ready)
            #expect(process.pid != nil)
        }
    }

    @Test func killedItComesBack() async throws {
        let process = supervise("echo up; exec cat")
        try await running(process) {
            for round in 1...3 {
                try await process.waitUntilReady()
                let pid = try #require(process.pid)
                kill(pid, SIGKILL)
                while process.state != .restarting(round) { await Task.yield() }
                await clock.waitForSleepers(1)
                clock.advance(by: 8)
                try await process.waitUntilReady()
                #expect(process.pid != pid)
            }
        }
    }

    @Test func aCrashLoopBacksOff() async throws {
        let starts = Mutex(0)
        let process = SupervisedProcess(
            name: "child", policy: policy, clock: clock, log: .silent,
            command: {
                starts.withLock { $0 += 1 }
                return shell("exit 1")
            })
        try await running(process) {
            for (round, most) in [1.0, 2, 4, 8, 8].enumerated() {
                while process.state != .restarting(round + 1) { await Task.yield() }
                await clock.waitForSleepers(1)
                #expect(starts.withLock { $0 } == round + 1)
                clock.advance(by: most / 2 - 0.01)
                #expect(process.state == .restarting(round + 1))
                clock.advance(by: most / 2 + 0.01)
            }
        }
    }

    @Test func aMissingProgramIsTriedAgain() async throws {
        let process = SupervisedProcess(name: "child", policy: policy, clock: clock, log: .silent, command: { .init(executable: "/nowhere") })
        try await running(process) {
            while process.state != .restarting(1) { await Task.yield() }
            await clock.waitForSleepers(1)
            clock.advance(by: 1)
            while process.state != .restarting(2) { await Task.yield() }
        }
    }

    @Test func aChildThatIsNotReadyInTimeIsReplaced() async throws {
        let process = supervise("exec cat", readyWithin: .seconds(3))
        try await running(process) {
            while process.pid == nil { await Task.yield() }
            await clock.waitForSleepers(1)
            clock.advance(by: 3)
            while process.state != .restarting(1) { await Task.yield() }
        }
    }

    @Test func aChildThatAnswersNoMoreIsReplaced() async throws {
        let answers = Mutex<[Bool]>([true, false, true, false, false])
        let process = SupervisedProcess(
            name: "child", policy: policy, readyWithin: .seconds(1000),
            pulse: .init(every: .seconds(10), misses: 2) {
                let answer = answers.withLock { $0.isEmpty ? true : $0.removeFirst() }
                if !answer { throw CancellationError() }
            }, clock: clock, log: .silent, command: { shell("echo up; exec cat") }, probe: { _ = try await $0.announcement() })
        try await running(process) {
            try await process.waitUntilReady()
            let pid = try #require(process.pid)
            while process.pid == pid, process.state == .ready {
                await clock.waitForSleepers(1)
                clock.advance(by: 10)
                await Task.yield()
            }
            while process.state != .restarting(1) { await Task.yield() }
            #expect(answers.withLock { $0.isEmpty })
            await clock.waitForSleepers(1)
            clock.advance(by: 8)
            try await process.waitUntilReady()
            #expect(process.pid != pid)
        }
    }

    @Test func whoeverWaitsCanGiveUp() async throws {
        let process = supervise("exec cat")
        let waiting = Task { try await process.waitUntilReady() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test func aCancelledRunKillsAtOnce() async throws {
        let folder = try Paths.temporaryFolder()
        let fifo = try Fifo(folder.file("child"))
        let process = supervise("trap '' TERM; exec 3>'\(fifo.path)'; echo up; while :; do sleep 1; done")
        let run = Task { try await process.run(until: Shutdown()) }
        try await process.waitUntilReady()
        run.cancel()
        try await run.value
        #expect(fifo.isAbandoned())
    }
}
