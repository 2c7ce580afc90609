import Foundation
import Lifecycle
import Testing

func shell(_ script: String) -> ChildProcess.Command { ChildProcess.Command(executable: "/bin/sh", arguments: ["-c", script]) }

/// Tells whether whoever opened it for writing is gone.
final class Fifo: Sendable {
    let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        mkfifo(path, 0o600)
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        try #require(descriptor >= 0)
    }

    /// Waits until every writer there was has gone, ten seconds at most.
    func isAbandoned() -> Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, 10_000) == 1 && polled.revents & Int16(POLLHUP) != 0
    }

    deinit { close(descriptor) }
}
