import Foundation
import Lifecycle
import Observability
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct ChildProcessTests {
    @Test func aMissingProgramIsNamed() async {
        let error = await #expect(throws: LifecycleError.self) { try await ChildProcess.launch(.init(executable: "/nowhere/at-all"), log: .silent) }
        #expect(error?.code == .notStarted)
        #expect(error?.message.contains("/nowhere/at-all could not be started: No such file") == true)
    }

    @Test(arguments: [("exit 0", ChildProcess.Exit.code(0)), ("exit 7", .code(7)), ("kill -9 $$", .signal(9)), ("kill -TERM $$", .signal(15))])
    func theEndIsNoticed(script: String, expected: ChildProcess.Exit) async throws {
        #expect(try await ChildProcess.launch(shell(script), log: .silent).waitForExit() == expected)
    }

    @Test func firstOutputLineIsTheAnnouncementAndErrorsAreLogged() async throws {
        let sink = RecordingSink()
        let child = try await ChildProcess.launch(shell("echo here 8080; echo more; echo oops >&2; printf 'no newline' >&2"), log: sink.logger)
        #expect(try await child.announcement() == "here 8080")
        #expect(await child.waitForExit() == .code(0))
        #expect(Set(sink.messages) == ["more", "oops", "no newline"])
    }

    @Test func aSilentChildThatEndsIsNotReady() async throws {
        let child = try await ChildProcess.launch(shell("exit 3"), log: .silent)
        let error = await #expect(throws: LifecycleError.self) { try await child.announcement() }
        #expect(error?.code == .notReady)
    }

    @Test func longLinesAreCut() async throws {
        let sink = RecordingSink()
        let child = try await ChildProcess.launch(shell("head -c 1000000 /dev/zero | tr '\\0' x >&2"), log: sink.logger)
        _ = await child.waitForExit()
        #expect(sink.messages.map(\.utf8.count) == [4096 + "…".utf8.count])
    }

    @Test func itHoldsNoDescriptorOfOursAndNoSecret() async throws {
        let ours = open("/dev/null", O_RDONLY)  // Without close-on-exec.
        defer { close(ours) }
        setenv("JARVIS_TEST_SECRET", "s3cret", 1)
        let sink = RecordingSink()
        let child = try await ChildProcess.launch(shell("env >&2; exec ls -1 /proc/self/fd >&2"), log: sink.logger)
        _ = await child.waitForExit()
        #expect(!sink.messages.contains { $0.contains("s3cret") })
        #expect(sink.messages.suffix(4) == ["0", "1", "2", "3"])  // The last is ls's own, of the folder it lists.
    }

    @Test func closingItsInputEndsIt() async throws {
        let child = try await ChildProcess.launch(shell("trap '' TERM; echo up; cat; exit 5"), log: .silent)
        _ = try await child.announcement()
        child.closeInput()
        #expect(await child.waitForExit() == .code(5))
    }

    @Test func stoppingIsClean() async throws {
        let child = try await ChildProcess.launch(shell("trap 'exit 6' TERM; echo up; while :; do read line; sleep 0.01; done"), log: .silent)
        _ = try await child.announcement()
        #expect(await child.stop() == .code(6))
        #expect(await child.stop() == .code(6))
    }

    @Test func aStubbornChildAndItsOwnChildrenAreKilled() async throws {
        let folder = try Paths.temporaryFolder()
        let fifo = try Fifo(folder.file("grandchild"))
        let clock = ManualClock(now: Date(timeIntervalSince1970: 0))
        let child = try await ChildProcess.launch(shell("trap '' TERM; (exec 3>'\(fifo.path)'; echo up; while :; do sleep 1; done)"), log: .silent)
        _ = try await child.announcement()
        async let exit = child.stop(grace: .seconds(5), clock: clock)
        await clock.waitForSleepers()
        #expect(child.exit == nil)
        clock.advance(by: 5)
        #expect(await exit == .signal(9))
        #expect(fifo.isAbandoned())
    }

    @Test func itsMemoryIsLimited() async throws {
        var command = shell("head -c 400M /dev/zero | tail -c 300M | wc -c; exit 0")
        command.memoryLimit = 100 << 20
        let child = try await ChildProcess.launch(command, log: .silent)
        #expect(try await child.announcement() == "0")
    }

    @Test func nothingOutlivesAKilledParent() async throws {
        let folder = try Paths.temporaryFolder()
        let fifo = try Fifo(folder.file("child"))
        let path = fifo.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            // Deaf to SIGTERM and to its standard input.
            let child = try await ChildProcess.launch(shell("trap '' TERM; exec 3>'\(path)'; echo up; while :; do sleep 1; done"), log: .silent)
            _ = try await child.announcement()
            _ = kill(getpid(), SIGKILL)
        }
        #expect(fifo.isAbandoned())
    }
}
